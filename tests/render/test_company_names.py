"""A company that a paper names in Chinese alone prints with its English name, where the case holds both."""

from __future__ import annotations

import pytest

from poa_app.desk.state import CaseState
from poa_app.model.case import Case
from poa_app.model.paths import edit
from poa_app.render.plain import render_text
from tests.conftest import signed

CHINESE = "佛山示例清禾陶瓷有限公司"


def _letter(case: Case, template: str) -> str:
    letter = CaseState(case, signed(case)).letter(template)
    assert letter
    return render_text(letter)


@pytest.mark.parametrize("template", ["short", "full"])
def test_a_paper_in_chinese_prints_both_names_of_its_issuer(template: str, supply_chain: Case) -> None:
    supplier, paper = supply_chain.suppliers[0], supply_chain.exhibits[0]
    case = edit(supply_chain, f"/exhibits/{paper.id}/issuer", CHINESE)
    assert f"{supplier.name} ({CHINESE})" not in _letter(case, template)
    case = edit(case, f"/suppliers/{supplier.id}/local_name", CHINESE)
    assert f"{supplier.name} ({CHINESE})" in _letter(case, template)


def test_a_paper_to_the_client_in_chinese_prints_the_clients_legal_name(supply_chain: Case) -> None:
    paper = supply_chain.exhibits[0]
    case = edit(edit(supply_chain, "/client/local_name", CHINESE), f"/exhibits/{paper.id}/addressee", CHINESE)
    assert f"{case.client.legal_name} ({CHINESE})" in _letter(case, "short")
