"""A pasted draft that begs, blames, threatens and promises does not go out clean."""

from __future__ import annotations

from datetime import date

import pytest

from poa_app.desk import create
from poa_app.desk.draft_import import read_draft, take_draft
from poa_app.desk.state import CaseState
from poa_app.model.finding import Finding

DRAFT = """Dear Amazon,

I hope you are doing well. Please, please have mercy on us, this shop is the only income of my family and I can't sleep since you closed it!!!

Root cause
Honestly we don't know why you did this, your robot made a mistake. The packer Benny Ortiz was careless and we fired him. Also the buyers in November are very picky and lie about the toaster.

Corrective actions
We checked everything and improved the quality. Relevant staff were trained. We will refund all the customers soon, see attached.

Preventive measures
We promise this will never happen again, we guarantee 100% perfect orders. Our boss will personally check every single parcel every day. If you don't give back the account we must contact a lawyer and tell the newspapers. Write us on WeChat toaster_king88.

Best regards,
Paul Hart
"""  # noqa: E501 - pasted as people paste it

FAMILIES = {
    "begging": "have mercy", "emotion": "only income", "contraction": "can't", "blame": "careless", "threat": "lawyer",
    "promise": "never happen again", "vague": "improved", "link": "WeChat", "evidence": "see attached",
}  # fmt: skip


@pytest.fixture(scope="module")
def state() -> CaseState:
    """The case after the draft has been taken over as it was pasted."""
    return CaseState(take_draft(create("late-shipment-rate"), read_draft(DRAFT)), date(2026, 11, 25))


def _language(state: CaseState) -> list[Finding]:
    return [finding for finding in state.findings if finding.start is not None]


@pytest.mark.parametrize(("family", "words"), FAMILIES.items())
def test_each_kind_of_fault_is_found_in_its_words(state: CaseState, family: str, words: str) -> None:
    of_family = [finding for finding in _language(state) if finding.family == family]
    assert any(words in (finding.quote or "") or (finding.quote or "") in words for finding in of_family), of_family


def test_the_light_does_not_turn_green_for_what_a_reviewer_refuses_at_once(state: CaseState) -> None:
    refused = {"begging", "threat", "blame", "promise"}
    weights = {finding.severity for finding in _language(state) if finding.family in refused}
    assert weights == {"fix"}
    assert state.counts.to_fix >= len(refused)
    assert state.done < 1


def test_nothing_that_touches_a_fact_is_mended_by_the_program(state: CaseState) -> None:
    mended = {finding.family for finding in _language(state) if any(fix.automatic for fix in finding.fixes)}
    assert mended <= {"contraction", "characters", "grammar", "repetition"}
