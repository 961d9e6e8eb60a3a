"""Words by which goods were not genuine or a paper was altered stop the letter; words about a suspicion do not."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from poa_app.check.integrity import integrity
from poa_app.model.case import Case, Draft
from poa_app.model.paths import edit
from tests.each import for_each

Ask = Callable[..., tuple[Any, ...]]


@for_each(
    "words",
    [
        "the units were fake",
        "They are not genuine.",
        "we sold counterfeits for a month",
        "the assistant altered the invoice",
        "our agency photoshopped a bank statement",
        "we changed the date on the invoice",
    ],
)
def test_an_admission_stops_the_letter(words: str, plan: Case, ask: Ask) -> None:
    (found,) = ask(integrity, edit(plan, "/root_causes/cause1/what", words))
    assert (found.severity, found.can_be_overruled) == ("blocks", False)


@for_each("words", ["这批货是假货", "发票是P的", "运营改过发票", "PS过发票"])
def test_an_admission_in_a_chinese_draft_stops_it_too(words: str, plan: Case, ask: Ask) -> None:
    case = plan.model_copy(update={"drafts": (Draft(path="/root_causes/cause1/what", text=words),)})
    assert [one.path for one in ask(integrity, case)] == ["/root_causes/cause1/what"]


@for_each(
    "words",
    [
        "A buyer wrote that the item was fake",
        "two buyers suspected counterfeit goods",
        "we changed the listing and the documents folder",
        "the supplier sent the original invoice",
        "we never edited an invoice",
        "客户怀疑是假货",
        "向供应商要发票",
    ],
)
def test_a_suspicion_or_an_ordinary_deed_does_not(words: str, plan: Case, ask: Ask) -> None:
    assert ask(integrity, edit(plan, "/root_causes/cause1/what", words)) == ()


def test_a_case_about_forged_papers_has_to_tell_it(plan: Case, ask: Ask) -> None:
    case = edit(plan, "/root_causes/cause1/what", "the assistant altered the invoice")
    case = edit(case, f"/violations/{plan.violations[0].id}/enforcement", "forged-documents")
    assert ask(integrity, case) == ()


def test_a_field_full_of_reported_suspicions_is_read_at_once(plan: Case, ask: Ask) -> None:
    begun = time.perf_counter()
    assert ask(integrity, edit(plan, "/root_causes/cause1/what", "that we sold fakes " * 500)) == ()
    assert time.perf_counter() - begun < 2
