"""Whether the exhibits would stand: there, of the right age, to the right name, and for enough units."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from poa_app.check.evidence import evidence, strictest
from poa_app.knowledge.schema import Bilingual, Evidence
from poa_app.model.case import Case
from poa_app.model.facts import Coverage, Exhibit, Product, Supplier
from poa_app.model.finding import Finding
from poa_app.model.paths import edit
from tests.each import for_each

Asked = Callable[..., tuple[Finding, ...]]

PAPER = "/exhibits/exhib1"
RECEIVED = date(2026, 11, 10)


def _points(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(one.rule, one.path) for one in found]


def _invoice(row: str, day: date, **units: int) -> Exhibit:
    covers = tuple(
        Coverage(id=f"line{place:02}", product=name, quantity=one) for place, (name, one) in enumerate(units.items())
    )
    return Exhibit(id=row, kind="invoices", date=day, covers=covers)


def _chain(*links: tuple[str, str | None, str | None]) -> tuple[Supplier, ...]:
    return tuple(Supplier(id=row, role=role, buys_from=above) for row, role, above in links)


@for_each(
    ("days", "rules"),
    [
        (0, []),
        (365, []),
        (366, ["exhibits.too-old", "exhibits.quantity-short"]),
        (-1, ["exhibits.after-notice"]),
    ],
)
def test_papers_are_of_the_365_days_up_to_the_notice(days: int, rules: list[str], papers: Case, ask: Asked) -> None:
    found = ask(evidence, edit(papers, f"{PAPER}/date", RECEIVED - timedelta(days)))
    assert [one.rule for one in found] == rules


@for_each(
    ("path", "value"),
    [
        ("/notice/received", None),
        ("/notice/received", "last week"),
        (f"{PAPER}/date", None),
        (f"{PAPER}/date", "in June"),
        (f"{PAPER}/kind", None),
        (f"{PAPER}/kind", "something"),
        (f"{PAPER}/addressee", None),
        (f"{PAPER}/addressee", "  "),
        ("/client/legal_name", None),
        (f"{PAPER}/covers", ()),
        (f"{PAPER}/covers/lines1/quantity", None),
        (f"{PAPER}/covers/lines1/quantity", "many"),
        (f"{PAPER}/covers/lines1/product", None),
        ("/products/produ1/sold", None),
        ("/suppliers/trader/role", None),
        ("/suppliers", ()),
        ("/violations/viola1/enforcement", "unheard-of"),
    ],
)
def test_what_is_blank_or_cannot_be_read_is_not_judged(path: str, value: object, papers: Case, ask: Asked) -> None:
    assert ask(evidence, edit(papers, path, value)) == ()


def test_a_log_may_be_of_any_age(papers: Case, ask: Asked) -> None:
    log = Exhibit(id="exhib2", kind="log", date=date(2010, 1, 1), addressee="Somebody Else")
    assert ask(evidence, edit(papers, "/exhibits", (*papers.exhibits, log))) == ()


def test_units_are_added_over_all_papers_within_the_window(papers: Case, ask: Asked) -> None:
    june, old = date(2026, 6, 1), date(2025, 6, 1)
    for rows, short in (
        ((_invoice("exhib1", june, produ1=60), _invoice("exhib2", june, produ1=40)), False),
        ((_invoice("exhib1", june, produ1=60), _invoice("exhib2", june, produ1=39)), True),
        ((_invoice("exhib1", june, produ1=60), _invoice("exhib2", old, produ1=40)), True),
        ((_invoice("exhib1", june, produ1=60, produ2=40),), True),
    ):
        found = [one for one in ask(evidence, edit(papers, "/exhibits", rows)) if one.rule == "exhibits.quantity-short"]
        assert bool(found) is short


def test_a_shortage_says_how_many_units_of_which_asin(papers: Case, ask: Asked) -> None:
    products = (*papers.products, Product(id="produ2", asin="B0EXMPL002", sold=7, supplier="makers"))
    (found,) = ask(evidence, edit(papers, "/products", products))
    assert found.path == "/products/produ2/sold"
    assert found.message == "ASIN B0EXMPL002: the invoices show 0 units, 7 were sold. Add invoices for the rest."


def test_units_are_not_counted_while_an_exhibit_does_not_say_what_it_is(papers: Case, ask: Asked) -> None:
    case = edit(edit(papers, "/products/produ1/sold", 150), "/exhibits", (*papers.exhibits, Exhibit(id="exhib2")))
    assert ask(evidence, case) == ()
    assert _points(ask(evidence, edit(case, "/exhibits/exhib2/kind", "log"))) == [
        ("exhibits.quantity-short", "/products/produ1/sold")
    ]


@for_each(
    ("addressee", "other"),
    [
        ("Ningbo Alder Example Trading Co., Ltd.", False),
        ("ningbo alder example trading co ltd", False),
        ("Ningbo  Alder-Example Trading CO.,LTD", False),
        ("Ningbo Alder Trading Co., Ltd.", True),
        ("\u5b81\u6ce2\u4f8b\u8d38\u6613\u6709\u9650\u516c\u53f8", True),
    ],
)
def test_names_are_compared_by_their_letters(addressee: str, other: bool, papers: Case, ask: Asked) -> None:
    found = ask(evidence, edit(papers, f"{PAPER}/addressee", addressee))
    assert _points(found) == ([("exhibits.addressee", f"{PAPER}/addressee")] if other else [])


def test_a_missing_file_is_named_with_its_letter(papers: Case, ask: Asked) -> None:
    (found,) = ask(evidence, edit(papers, f"{PAPER}/file", "a.pdf"), absent=frozenset({"exhib1"}))
    assert found.message == "Exhibit A: the file \u201ca.pdf\u201d was not found."


@for_each(
    ("links", "open_yet"),
    [
        ([("trader", "distributor", "makers"), ("makers", "manufacturer", None)], False),
        ([("trader", "brand-owner", None)], False),
        ([("trader", "manufacturer", "trader")], False),
        ([("trader", "wholesaler", "gone00")], False),
        ([("trader", "trader", None)], True),
        ([("trader", "distributor", "trader")], True),
        ([("trader", "distributor", "second"), ("second", "wholesaler", "trader")], True),
        ([("second", "manufacturer", None)], False),
    ],
)
def test_every_chain_must_reach_a_maker_unless_it_points_to_nothing(
    links: list[tuple[str, str | None, str | None]], open_yet: bool, papers: Case, ask: Asked
) -> None:
    found = ask(evidence, edit(papers, "/suppliers", _chain(*links)))
    assert _points(found) == ([("exhibits.chain-open", "/products/produ1/supplier")] if open_yet else [])


def test_a_plan_of_action_needs_no_chain(papers: Case, ask: Asked) -> None:
    case = edit(papers, "/suppliers", _chain(("trader", "trader", None)))
    assert ask(evidence, edit(case, "/violations/viola1/route", "plan-of-action")) == ()


def test_where_two_enforcements_ask_for_one_kind_the_stricter_holds() -> None:
    why = Bilingual(en="w", zh="w")
    lax = Evidence(kind="invoices", required=False, fields=("number",), why=why)
    strict = Evidence(
        kind="invoices", required=True, fields=("issuer",), fresh_days=365, quantity="covers-sales", why=why
    )
    for order in ((lax, strict), (strict, lax)):
        rule = strictest(order)["invoices"]
        assert rule.required
        assert rule.fresh_days == 365
        assert rule.quantity == "covers-sales"
        assert set(rule.fields) == {"number", "issuer"}
