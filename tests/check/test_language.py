"""Whether what prints keeps the text rules of the data files, and the form each field asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from poa_app.check.language import language
from poa_app.knowledge import knowledge
from poa_app.model.case import Case, Draft
from poa_app.model.facts import EarlierAppeal, Request, Supplier
from poa_app.model.finding import Finding
from poa_app.model.paths import edit
from poa_app.model.text import FIELD_LIMIT
from tests.each import for_each

Asked = Callable[..., tuple[Finding, ...]]

ACTION = "/corrective_actions/actio1"


def _points(found: tuple[Finding, ...]) -> list[tuple[str, str, str | None]]:
    return [(one.family, one.path, one.quote) for one in found]


def test_the_small_cases_are_well_written(plan: Case, papers: Case, ask: Asked) -> None:
    assert ask(language, plan) + ask(language, papers) == ()


@pytest.mark.parametrize("text", ["It didn't go.", "\u6211\u4eec It didn't go."])
def test_a_contraction_is_found_at_its_place_in_the_field(text: str, plan: Case, ask: Asked) -> None:
    found = [one for one in ask(language, edit(plan, "/opening", text)) if one.family == "contraction"]
    (one,) = found
    start = text.index("didn't")
    assert (one.path, one.start, one.end, one.quote) == ("/opening", start, start + 6, "didn't")
    assert [fix.text for fix in one.fixes] == ["did not"]
    assert one.message.startswith("Opening: ")


@for_each(
    "path",
    [
        "/client/store",
        "/scope",
        "/products/produ1/name",
        "/metrics/metri1/note",
        "/metrics/metri1/passage",
        "/root_causes/cause1/head",
        "/root_causes/cause1/why/0",
        "/root_causes/cause1/passage",
        f"{ACTION}/who",
        f"{ACTION}/passage",
        "/preventive_measures/measu1/record",
        "/exhibits/exhib1/title",
        "/closing",
    ],
)
def test_chinese_in_whatever_prints_is_found(path: str, plan: Case, ask: Asked) -> None:
    found = ask(language, edit(plan, path, "\u5e95\u7a3f"))
    assert ("characters", path) in {(one.family, one.path) for one in found}


NAMES = [
    "/client/store",
    "/client/legal_name",
    "/client/signatory",
    "/products/produ1/name",
    "/exhibits/exhib1/issuer",
    "/exhibits/exhib1/addressee",
]


@pytest.mark.parametrize("path", NAMES)
@pytest.mark.parametrize(
    "name",
    [
        "M\u00fcller & S\u00f6hne GmbH",
        "Soci\u00e9t\u00e9 Exemple de Cuisine",
        "Brand\u2122 \u0141\u00f3d\u017a Example",
        "Ningbo Example (\u5b81\u6ce2\u793a\u4f8b\u6709\u9650\u516c\u53f8)",
        "Ningbo Example \uff08\u5b81\u6ce2\u793a\u4f8b\uff09",
    ],
)
def test_a_name_stands_as_it_is_registered(path: str, name: str, plan: Case, ask: Asked) -> None:
    assert ask(language, edit(plan, path, name)) == ()


@pytest.mark.parametrize("path", ["/client/local_name", "/exhibits/exhib1/issuer", "/exhibits/exhib1/addressee"])
def test_a_registered_name_may_be_in_its_own_script_alone(path: str, plan: Case, ask: Asked) -> None:
    name = "\u5b81\u6ce2\uff08\u793a\u4f8b\uff09\u6709\u9650\u516c\u53f8"
    assert ask(language, edit(plan, path, name)) == ()


def test_a_name_in_latin_letters_keeps_english_marks(plan: Case, ask: Asked) -> None:
    found = ask(language, edit(plan, "/client/legal_name", "Ningbo Example Co.\uff0c Ltd."))
    assert _points(found) == [("characters", "/client/legal_name", "\uff0c")]


@for_each(
    ("path", "value"),
    [
        ("/notice/text", "\u4f60\u4e0d\u80fd don't"),
        ("/deadline/words", "\u5341\u4e03\u5929"),
        ("/drafts", (Draft(path="/opening", text="\u5e95\u7a3f don't"),)),
        ("/earlier_appeals", (EarlierAppeal(id="earli1", text="\u5e95\u7a3f don't"),)),
        ("/client/id", "\u5ba2\u6237"),
    ],
)
def test_what_never_prints_may_be_written_as_one_likes(path: str, value: Any, plan: Case, ask: Asked) -> None:
    assert ask(language, edit(plan, path, value)) == ()


def test_the_answer_to_a_request_is_read_too(plan: Case, ask: Asked) -> None:
    request = Request(id="reque1", section="other", words="More", answer="We can't say.")
    found = ask(language, edit(plan, "/notice/requests", (request,)))
    assert _points(found) == [("contraction", "/notice/requests/reque1/answer", "can't")]


def test_a_field_is_measured_before_it_is_read(plan: Case, ask: Asked) -> None:
    long = "don't " * (FIELD_LIMIT // 6 + 1)
    found = ask(language, edit(plan, "/opening", long))
    assert [(one.rule, one.path, one.severity) for one in found] == [("case.long-field", "/opening", "blocks")]
    assert f"{len(long)} characters" in found[0].message


@pytest.mark.parametrize("said", ["\u4e8c\u5341", 20])
def test_dates_and_numbers_are_no_texts_also_where_they_cannot_be_read(said: object, plan: Case, ask: Asked) -> None:
    assert ask(language, edit(plan, "/affected", said)) == ()


def test_a_text_rule_blocks_only_for_placeholders_and_what_is_no_english_and_then_always() -> None:
    blocking = {name: rule for name, rule in knowledge().rules.items() if rule.severity == "blocks"}
    assert {rule.family for rule in blocking.values()} == {"characters", "template"}
    assert not any(rule.can_be_overruled for rule in blocking.values())


def test_a_text_is_judged_anew_when_it_changes(plan: Case, ask: Asked) -> None:
    for text, count in (("We can't.", 1), ("We cannot.", 0), ("We can't, we won't.", 2)):
        assert len(ask(language, edit(plan, "/opening", text))) == count


def test_a_contact_of_a_supplier_is_no_link_where_the_case_lists_it(plan: Case, ask: Asked) -> None:
    supplier = Supplier(id="suppl1", name="Alder Example Mill", phone="+86 755 5550 1234", email="mill@alder.example")
    known = edit(plan, "/suppliers", (supplier,))
    said = "The mill can confirm it: +86 755 5550 1234, mill@alder.example."
    assert ask(language, edit(known, "/opening", said)) == ()
    found = ask(language, edit(known, "/opening", "Ask +86 755 5550 9999 or other@alder.example."))
    assert _points(found) == [("link", "/opening", "+86 755 5550 9999"), ("link", "/opening", "other@alder.example")]


def test_a_buyers_first_name_is_too_much_in_europe_only(plan: Case, ask: Asked) -> None:
    said = edit(plan, "/opening", "The buyer Xenia returned the unit.")
    assert _points(ask(language, edit(said, "/marketplaces", ("DE",)))) == [("privacy", "/opening", "Xenia")]
    assert _points(ask(language, edit(said, "/marketplaces", ("US",)))) == []


def test_a_mailbox_that_amazon_asked_for_is_no_link_in_the_answer_but_a_page_is(plan: Case, ask: Asked) -> None:
    said = "The owner wrote from legal@owner.example; see drive.owner.example/file."
    request = Request(id="reque1", section="other", words="Contact of the owner", answer=said)
    found = ask(language, edit(plan, "/notice/requests", (request,)))
    assert _points(found) == [("link", "/notice/requests/reque1/answer", "drive.owner.example/file")]


def test_the_name_that_the_program_gives_a_file_is_not_read(ask: Asked) -> None:
    exhibit = {"id": "papers", "kind": "ip-trademark", "translation": "商标证书.pdf"}
    assert ask(language, Case.model_validate({"exhibits": (exhibit,)})) == ()
