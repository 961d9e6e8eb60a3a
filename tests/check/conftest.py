"""The two small complete cases every rule is tried on, and one check at a time put to a case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

import pytest

from poa_app.check.context import CheckContext
from poa_app.knowledge import knowledge
from poa_app.model.case import Case, Overruling
from poa_app.model.facts import (
    Client,
    Coverage,
    Exhibit,
    Metric,
    Notice,
    Product,
    Reading,
    Supplier,
    Violation,
)
from poa_app.model.finding import Finding
from poa_app.model.letter import Letter
from poa_app.model.rows import CorrectiveAction, PreventiveMeasure, RootCause

Asked = Callable[..., tuple[Finding, ...]]

TODAY = date(2026, 11, 19)

CLIENT = Client(
    store="Alder Example Goods",
    legal_name="Ningbo Alder Example Trading Co., Ltd.",
    merchant_token="A2EXAMPLE00001",
    signatory="Zhou Lan",
    signatory_title="General Manager",
)


@pytest.fixture(scope="session")
def day() -> date:
    """The day the small cases are signed and checked."""
    return TODAY


@pytest.fixture(scope="session")
def plan() -> Case:
    """A small complete plan of action, nothing to mend in it; its passages are composed from the slots."""
    return Case(
        client=CLIENT,
        marketplaces=("US",),
        violations=(
            Violation(
                id="viola1", enforcement="late-shipment-rate", level="offer", route="plan-of-action", stage="first"
            ),
        ),
        fulfilment="seller",
        scope="all seller-fulfilled offers on Amazon.com",
        notice=Notice(text="ASIN B0EXMPL001: 20 of 400 orders were late.", received=date(2026, 11, 10)),
        products=(Product(id="produ1", asin="B0EXMPL001"),),
        affected=20,
        metrics=(
            Metric(
                id="metri1",
                metric="late-shipment-rate",
                target=Decimal(4),
                then=_reading("5.00", 20, 400, date(2026, 10, 8), date(2026, 11, 6)),
                now=_reading("2.50", 9, 360, date(2026, 10, 17), date(2026, 11, 15)),
            ),
        ),
        opening="The failure was in our own shipping process.",
        root_causes=(
            RootCause(
                id="cause1",
                head="Labels were bought late",
                what="The labels of ASIN B0EXMPL001 were bought after the last pick-up",
                start=date(2026, 10, 8),
                end=date(2026, 11, 6),
                who="shift lead",
                why=("no cut-off time had been set",),
                unnoticed=("nobody read the daily report",),
                explains=20,
                exhibits=("exhib1",),
            ),
        ),
        corrective_actions=(
            CorrectiveAction(
                id="actio1",
                what="bought the labels of 30 open orders",
                date=date(2026, 11, 12),
                who="warehouse supervisor",
                how="by comparing the list with the shelf at 09:30",
                causes=("cause1",),
                exhibits=("exhib1",),
                done=True,
            ),
        ),
        preventive_measures=(
            PreventiveMeasure(
                id="measu1",
                what="buys every label",
                since=date(2026, 11, 12),
                frequency="at 15:00 on every working day",
                who="shift lead",
                deputy="packing lead",
                record="the signed label list",
                causes=("cause1",),
                exhibits=("exhib1",),
            ),
        ),
        closing="We ask you to reactivate our offers.",
        overruled=tuple(
            Overruling(rule="objections.unmet", path="/corrective_actions", reason="one small deed", words=one.en)
            for one in knowledge().enforcements["late-shipment-rate"].refused_when
            if one.met_by_kind
        ),
        exhibits=(
            Exhibit(
                id="exhib1", kind="order-list", title="All late orders", date=date(2026, 11, 12), file="orders.pdf"
            ),
        ),
        letter_date=TODAY,
    )


@pytest.fixture(scope="session")
def papers() -> Case:
    """A small complete answer by documents, nothing to mend in it."""
    return Case(
        client=CLIENT,
        marketplaces=("US",),
        violations=(
            Violation(
                id="viola1", enforcement="supply-chain-verification", level="listing", route="documents", stage="first"
            ),
        ),
        fulfilment="amazon",
        scope="ASIN B0EXMPL001",
        notice=Notice(text="ASIN B0EXMPL001", received=date(2026, 11, 10)),
        products=(Product(id="produ1", asin="B0EXMPL001", sold=100, supplier="trader"),),
        opening="We send the documents your notice asks for.",
        closing="We ask you to reactivate our listing.",
        suppliers=(
            _supplier("trader", "Hangzhou Example Trading Co., Ltd.", "distributor", "makers"),
            _supplier("makers", "Suzhou Example Works Co., Ltd.", "manufacturer", None),
        ),
        exhibits=(
            Exhibit(
                id="exhib1",
                kind="invoices",
                title="Invoice of 1 June 2026",
                date=date(2026, 6, 1),
                number="EX-1",
                issuer="Hangzhou Example Trading Co., Ltd.",
                addressee=CLIENT.legal_name,
                covers=(Coverage(id="lines1", product="produ1", quantity=100),),
                shows="100 units, delivered and paid",
                file="invoice.pdf",
            ),
        ),
        letter_date=TODAY,
    )


@pytest.fixture
def ask() -> Asked:
    """Put one check, or several, to a case on a day; the letter is left blank."""

    def ask(
        check: Callable[[CheckContext], Iterator[Finding]],
        case: Case,
        today: date = TODAY,
        absent: frozenset[str] = frozenset(),
    ) -> tuple[Finding, ...]:
        return tuple(check(CheckContext(case, Letter("", "", "", today, draft=True), today, knowledge(), absent)))

    return ask


def _reading(value: str, numerator: int, denominator: int, start: date, end: date) -> Reading:
    return Reading(value=Decimal(value), numerator=numerator, denominator=denominator, start=start, end=end)


def _supplier(row: str, name: str, role: str, buys_from: str | None) -> Supplier:
    return Supplier(
        id=row,
        name=name,
        role=role,
        buys_from=buys_from,
        phone="+86 755 5550 0199",
        address="1 Example Road, Hangzhou, China",
    )
