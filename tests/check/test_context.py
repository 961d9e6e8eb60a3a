"""What every check is given, and how it says what it found."""

from __future__ import annotations

from datetime import date

from poa_app.check.context import CheckContext, Span
from poa_app.knowledge import knowledge
from poa_app.knowledge.schema import Bilingual
from poa_app.model.case import Case
from poa_app.model.finding import Fix
from poa_app.model.letter import Letter
from poa_app.model.paths import edit
from poa_app.model.rows import CorrectiveAction
from tests.each import for_each

QUOTE = "\u201c30\u201d"


def _exam(case: Case) -> CheckContext:
    today = date(2026, 11, 19)
    return CheckContext(case, Letter("", "", "", today, draft=True), today, knowledge())


@for_each(
    ("path", "english", "chinese"),
    [
        ("/opening", "Opening", "\u5f00\u5934"),
        ("/root_causes", "Root causes", "\u6839\u672c\u539f\u56e0"),
        ("/root_causes/cause1", "RC1", "\u539f\u56e01"),
        ("/corrective_actions/actio2/who", "CA2, ", "\u63aa\u65bd2\uff0c"),
        ("/exhibits/exhib1/covers/lines1/quantity", "Exhibit A, Line 1, ", "\u9644\u4ef6A\uff0c\u660e\u7ec61\uff0c"),
        ("/exhibits/order-list", "order-list", "order-list"),
        ("/root_causes/gone00/what", "", ""),
    ],
)
def test_a_field_is_named_as_its_user_sees_it(path: str, english: str, chinese: str, plan: Case, papers: Case) -> None:
    case = edit(plan, "/corrective_actions", (*plan.corrective_actions, CorrectiveAction(id="actio2")))
    case = edit(case, "/exhibits", papers.exhibits)
    place = _exam(case).place(path)
    assert place.en.startswith(english)
    assert place.zh.startswith(chinese)
    assert place.en
    assert place.zh


def test_an_enforcement_asks_for_a_field_in_its_own_way(plan: Case) -> None:
    path = "/root_causes/cause1/what"
    own = _exam(plan).asked(path)
    general = _exam(edit(plan, "/violations", ())).asked(path)
    assert own is not None
    assert general == knowledge().questions["/root_causes/*/what"]
    assert own != general
    assert own in knowledge().enforcements["late-shipment-rate"].questions


def test_what_nobody_asks_for_has_no_question(plan: Case) -> None:
    assert _exam(plan).asked("/root_causes/cause1/id") is None


def test_an_enforcement_nobody_knows_is_left_aside(plan: Case) -> None:
    case = edit(plan, "/violations/viola1/enforcement", "unheard-of")
    assert _exam(case).enforcements == ()
    assert [one.slug for one in _exam(plan).enforcements] == ["late-shipment-rate"]


def test_a_finding_says_what_its_rule_says_with_the_words_filled_in(plan: Case) -> None:
    rule = knowledge().messages["passages.number-differs"]
    fix = Fix(text="31")
    found = _exam(plan).find("passages.number-differs", "/opening", Span(4, 6, "30"), fixes=(fix,))
    assert (found.rule, found.path, found.family, found.severity) == (
        "passages.number-differs",
        "/opening",
        rule.family,
        rule.severity,
    )
    assert (found.start, found.end, found.quote, found.fixes) == (4, 6, "30", (fix,))
    assert QUOTE in found.message
    assert QUOTE in found.message_zh
    assert (found.why, found.why_zh, found.source) == (rule.why.en, rule.why.zh, rule.source)


def test_words_in_both_languages_go_each_to_their_message(plan: Case) -> None:
    both = Bilingual(en="late shipment rate", zh="\u8fdf\u53d1\u7387")
    found = _exam(plan).find("completeness.metric", "/metrics/late-shipment-rate", metric=both)
    assert both.en in found.message
    assert both.zh in found.message_zh
    assert both.zh not in found.message
    assert both.en not in found.message_zh


def test_braces_a_manager_typed_stay_as_they_are(plan: Case) -> None:
    found = _exam(plan).find("passages.owner-lost", "/opening", quote="{place} {why} {0}")
    assert "{place} {why} {0}" in found.message
    assert "{place} {why} {0}" in found.message_zh
