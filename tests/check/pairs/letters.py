"""What is claimed, said twice, owed to a request, or sent before."""

from __future__ import annotations

from datetime import date

from poa_app.model.facts import EarlierAppeal, Exhibit, Identifier, Product, Request
from tests.check.pairs.building import (
    DEED,
    DEEDS,
    FAULT,
    FAULTS,
    LONG_OPENING,
    MEASURES,
    NEWS,
    SENT,
    THREE_DAILY,
    Pair,
    asks,
    daily,
    passages,
    plus,
    refused,
    told,
    wanting,
)

PAIRS = [
    Pair(
        "objections.raised",
        "/corrective_actions/actio1",
        {"/corrective_actions/actio1/what": "read the shipping policy again"},
        {},
    ),
    Pair(
        "integrity.goods",
        "/root_causes/cause1/what",
        {"/root_causes/cause1/what": "The goods were counterfeit"},
        {"/root_causes/cause1/what": "The goods were taken for counterfeit by a buyer"},
        quote="goods were counterfeit",
    ),
    Pair(
        "integrity.papers",
        "/corrective_actions/actio1/how",
        {"/corrective_actions/actio1/how": "We edited the invoice"},
        {"/corrective_actions/actio1/how": "We asked for the invoice"},
        quote="We edited the invoice",
    ),
    Pair(
        "objections.no-paper",
        "/exhibits",
        {"/violations/viola1/enforcement": "ip-copyright"},
        {"/violations/viola1/enforcement": "ip-copyright", "/exhibits/exhib1/kind": "license-agreement"},
        base="papers",
    ),
    Pair("objections.unmet", "/exhibits", {"/exhibits/exhib1/shows": None}, {}, base="papers"),
    Pair(
        "requests.no-row",
        "/notice/requests/reque2/words",
        {"/notice/requests": (asks("reque1", "why labels were late"), asks("reque2", "why there were faulty items"))},
        {"/notice/requests": (asks("reque1", "why labels were late"), asks("reque2", "why stock was late"))},
        quote="faulty",
    ),
    Pair(
        "requests.no-exhibit",
        "/notice/requests/reque1",
        {"/notice/requests": (Request(id="reque1", section="documents", words="A letter of authorization"),)},
        {"/notice/requests": (Request(id="reque1", section="documents", words="A copy of your invoice"),)},
        base="papers",
    ),
    Pair(
        "measures.deputy-is-owner",
        f"{MEASURES}/deputy",
        {f"{MEASURES}/deputy": "the Shift-Lead"},
        {f"{MEASURES}/deputy": "second shift lead"},
        quote="the Shift-Lead",
    ),
    Pair(
        "measures.checks-everything",
        "/preventive_measures/measu2/who",
        {f"{MEASURES}/what": "checks every label", "/preventive_measures": plus(daily(2, "reads all messages"))},
        {f"{MEASURES}/what": "checks every label", "/preventive_measures": plus(daily(2, "reads 20 messages"))},
    ),
    Pair(
        "measures.nobody-stands-in",
        "/preventive_measures/measu4/who",
        {f"{MEASURES}/deputy": None, "/preventive_measures": plus(*THREE_DAILY)},
        {"/preventive_measures": plus(*THREE_DAILY)},
    ),
    *passages(
        DEEDS,
        DEED,
        {
            "date": ("November 12", "November 13"),
            "time": ("09:30", "10:30"),
            "number": ("30", "31"),
            "exhibit": ("Exhibit A", "Exhibit B"),
            "cause": ("cause 1.1", "cause 1.2"),
        },
    ),
    *passages(FAULTS, FAULT, {"identifier": ("B0EXMPL001", "B0EXMPL002")}),
    Pair(
        "passages.code-differs",
        f"{DEEDS}/passage",
        {f"{DEEDS}/passage": f"{DEED} It is in sheet 2.1."},
        {f"{DEEDS}/passage": f"{DEED} It concerned order no. 1, 24/7."},
        quote="2.1",
    ),
    Pair(
        "passages.said-again",
        "/closing",
        {"/opening": LONG_OPENING, "/closing": "The failure was in our own shipping process. We ask for a review."},
        {"/opening": LONG_OPENING, "/closing": "The fault lay in our own shipping office. We ask for a review."},
        quote="The failure was in our own shipping process.",
    ),
    Pair(
        "passages.owner-lost",
        f"{DEEDS}/passage",
        {f"{DEEDS}/passage": DEED.replace("the warehouse supervisor", "we")},
        {f"{DEEDS}/passage": DEED.replace("the warehouse supervisor", "the Warehouse\nSupervisor")},
        quote="warehouse supervisor",
    ),
    Pair(
        "identifiers.unlisted",
        "/products",
        {"/notice/text": "ASINs B0EXMPL001 and B0EXMPL002"},
        {},
        quote="B0EXMPL002",
    ),
    Pair(
        "identifiers.unanswered",
        "/products/produ2/asin",
        {"/products": plus(Product(id="produ2", asin="B0EXMPL002"))},
        {
            "/products": plus(Product(id="produ2", asin="B0EXMPL002")),
            "/opening": "It concerned ASIN B0EXMPL002 too.",
        },
        quote="B0EXMPL002",
    ),
    Pair(
        "identifiers.malformed",
        "/identifiers/ident1/value",
        {"/identifiers": (Identifier(id="ident1", kind="order", value="000-123-456"),)},
        {"/identifiers": (Identifier(id="ident1", kind="order", value="000-1234567-1234567"),)},
        quote="000-123-456",
    ),
    Pair(
        "history.number",
        "/metrics/metri1/then/numerator",
        {"/earlier_appeals": (EarlierAppeal(id="earli1", text="We confirmed 22 of 400 orders late."),)},
        {"/earlier_appeals": (EarlierAppeal(id="earli1", text="We confirmed 20 of 400 orders late."),)},
        quote="20 of 400",
    ),
    Pair(
        "history.date",
        f"{DEEDS}/date",
        {"/earlier_appeals": (EarlierAppeal(id="earli1", text="Bought the labels of 30 open orders on November 9."),)},
        {"/earlier_appeals": (EarlierAppeal(id="earli1", text="Bought the labels of 30 open orders on November 12."),)},
        quote="2026-11-12",
    ),
    Pair(
        "sources.by-hand",
        f"{DEEDS}/where",
        {
            "/client_messages": (told("库管补打了30个订单的面单，9:30核对"),),
            f"{DEEDS}/where": "at all 17 packing tables",
        },
        {
            "/client_messages": (told("17张打包台的30个订单都补打了面单"),),
            f"{DEEDS}/where": "at all 17 packing tables",
        },
        quote="17",
    ),
    Pair(
        "history.resent",
        "/earlier_appeals/earli1/text",
        {"/earlier_appeals": refused, "/opening": LONG_OPENING},
        {"/earlier_appeals": refused, "/opening": LONG_OPENING.replace("shipping", "picking and packing"), **NEWS},
    ),
    Pair(
        "history.under-review",
        "/earlier_appeals/earli1/answered",
        {"/earlier_appeals": (EarlierAppeal(id="earli1", sent=date(2026, 11, 13)),)},
        {"/earlier_appeals": (EarlierAppeal(id="earli1", sent=date(2026, 11, 13), answered=date(2026, 11, 15)),)},
    ),
    *(
        Pair(
            "refusals.unchanged",
            f"/{part.replace('-', '_')}",
            {"/earlier_appeals": (EarlierAppeal(id="earli1", text=SENT, wanting=(part,)),)},
            {"/earlier_appeals": (EarlierAppeal(id="earli1", text=SENT, wanting=(part,)),), **NEWS},
        )
        for part in ("root-causes", "corrective-actions", "preventive-measures")
    ),
    Pair(
        "refusals.thin",
        FAULTS,
        {"/earlier_appeals": wanting("root-causes"), f"{FAULTS}/explains": None},
        {"/earlier_appeals": wanting("root-causes")},
    ),
    Pair(
        "refusals.not-implemented",
        DEEDS,
        {"/earlier_appeals": wanting("not-implemented"), f"{DEEDS}/exhibits": ()},
        {"/earlier_appeals": wanting("not-implemented")},
    ),
    Pair(
        "refusals.documents-invalid",
        "/exhibits/exhib1",
        {"/earlier_appeals": wanting("documents-invalid", papers=("exhib1",))},
        {
            "/earlier_appeals": wanting("documents-invalid", papers=("exhib1",)),
            "/exhibits": lambda held: (
                *held,
                Exhibit(id="exhib2", kind="order-list", title="Late orders, with carrier"),
            ),
        },
    ),
    Pair(
        "refusals.papers-unknown",
        "/earlier_appeals/earli1/papers",
        {"/earlier_appeals": wanting("documents-invalid")},
        {"/earlier_appeals": wanting("documents-invalid", papers=("exhib1",))},
    ),
    Pair(
        "refusals.documents-missing",
        "/exhibits",
        {"/earlier_appeals": wanting("documents-missing", answer="You did not provide the invoices.")},
        {
            "/earlier_appeals": wanting("documents-missing", answer="You did not provide the invoices."),
            "/exhibits": lambda held: (*held, Exhibit(id="exhib2", kind="invoices", title="Invoice")),
        },
    ),
    Pair(
        "refusals.identity",
        "/exhibits",
        {"/earlier_appeals": wanting("identity")},
        {
            "/earlier_appeals": wanting("identity"),
            "/exhibits": lambda held: (*held, Exhibit(id="exhib2", kind="business-license", title="License")),
        },
    ),
    Pair(
        "refusals.no-text",
        "/earlier_appeals/earli1/text",
        {"/earlier_appeals": (EarlierAppeal(id="earli1", wanting=("root-causes",)),)},
        {"/earlier_appeals": wanting("root-causes")},
    ),
    Pair(
        "requests.no-place",
        "/notice/requests/reque1/section",
        {"/notice/requests": (Request(id="reque1", section="other", words="Which courier do you use now?"),)},
        {
            "/notice/requests": (
                Request(id="reque1", section="other", words="Which courier do you use now?", answer="We use EXM."),
            )
        },
        quote="Which courier do you use now?",
    ),
]
