"""What a case lacks, holds that nobody knows, or says in another form than its slot asks for."""

from __future__ import annotations

from poa_app.model.case import Draft
from poa_app.model.facts import Violation
from tests.check.pairs.building import DEED, DEEDS, FAULTS, MEASURES, OTHER_CAUSE, SECOND, Pair, defects, plus

PAIRS = [
    Pair("case.unknown-defect", "/metrics/metri1/parts/parts1", defects(20, 0, 0, first="claim"), defects(20, 0, 0)),
    Pair("completeness.missing", "/opening", {"/opening": "  "}, {}),
    Pair("completeness.invalid", "/metrics/metri1/then/numerator", {"/metrics/metri1/then/numerator": -20}, {}),
    Pair("values.date", "/letter_date", {"/letter_date": "tomorrow"}, {}, quote="tomorrow"),
    Pair("values.date-two", "/notice/received", {"/notice/received": "11/10/2026"}, {"/notice/received": "2026/11/10"}),
    Pair("values.date-relative", "/letter_date", {"/letter_date": "yesterday"}, {}, quote="yesterday"),
    Pair(
        "values.date-year",
        "/notice/received",
        {"/notice/received": "11月10日"},
        {"/notice/received": "2026年11月10日"},
        quote="11月10日",
    ),
    Pair(
        "values.date-timed",
        "/notice/received",
        {"/notice/received": "Nov 10, 2026 9:15 am"},
        {"/notice/received": "Nov 10, 2026 0:00"},
    ),
    Pair("values.count", "/affected", {"/affected": "twenty"}, {"/affected": "20单"}),
    Pair("values.count-about", "/affected", {"/affected": "约20单"}, {"/affected": "２０"}),
    Pair("values.count-two", "/products/produ1/sold", {"/products/produ1/sold": "1.412"}, {}, base="papers"),
    Pair(
        "values.rate",
        "/metrics/metri1/then/value",
        {"/metrics/metri1/then/value": "five"},
        {"/metrics/metri1/then/value": "5,0 %"},
    ),
    Pair(
        "values.rate-about",
        "/metrics/metri1/target",
        {"/metrics/metri1/target": "<4%"},
        {"/metrics/metri1/target": "4 percent"},
    ),
    Pair(
        "values.rate-two",
        "/metrics/metri1/then/value",
        {"/metrics/metri1/then/value": "5,000"},
        {"/metrics/metri1/then/value": "5.000"},
    ),
    Pair("completeness.not-done", f"{DEEDS}/done", {f"{DEEDS}/done": None}, {}),
    Pair("completeness.evidence", "/exhibits/order-list", {"/exhibits/exhib1/kind": "log"}, {}),
    Pair("completeness.metric", "/metrics/late-shipment-rate", {"/metrics": ()}, {}),
    Pair("completeness.route", "/violations", {"/violations/viola1/route": "retraction"}, {}),
    Pair("completeness.unnoticed", f"{FAULTS}/unnoticed", {f"{FAULTS}/unnoticed": ()}, {}),
    Pair(
        "case.mixed-routes",
        "/violations",
        {"/violations": plus(Violation(id="viola2", route="documents"))},
        {"/violations": plus(Violation(id="viola2", route="plan-of-action"))},
    ),
    Pair("case.long-field", "/opening", {"/opening": "a" * 10_001}, {"/opening": "a" * 10_000}),
    Pair(
        "links.cause-without-action",
        "/root_causes/cause2",
        {"/root_causes": plus(OTHER_CAUSE), f"{MEASURES}/causes": ("cause1", "cause2")},
        {"/root_causes": plus(OTHER_CAUSE), f"{DEEDS}/causes": ("cause2", "cause1")},
    ),
    Pair(
        "links.cause-without-measure",
        "/root_causes/cause2",
        {"/root_causes": plus(OTHER_CAUSE), f"{DEEDS}/causes": ("cause1", "cause2")},
        {"/root_causes": plus(OTHER_CAUSE), f"{MEASURES}/causes": ("cause1", "cause2")},
    ),
    Pair(
        "case.unknown-enforcement",
        "/violations/viola1/enforcement",
        {"/violations/viola1/enforcement": "nobody-knows"},
        {},
        quote="nobody-knows",
    ),
    Pair("case.unknown-marketplace", "/marketplaces", {"/marketplaces": ("US", "XX")}, {}, quote="XX"),
    Pair("case.unknown-metric", "/metrics/metri1/metric", {"/metrics/metri1/metric": "luck"}, {}, quote="luck"),
    Pair("case.unknown-evidence", "/exhibits/exhib1/kind", {"/exhibits/exhib1/kind": "hearsay"}, {}, quote="hearsay"),
    Pair("links.unknown-cause", f"{DEEDS}/causes", {f"{DEEDS}/causes": ("cause1", "cause9")}, {}),
    Pair("links.unknown-exhibit", f"{FAULTS}/exhibits", {f"{FAULTS}/exhibits": ("exhib9",)}, {}),
    Pair(
        "links.unknown-product",
        "/exhibits/exhib1/covers/lines1/product",
        {"/exhibits/exhib1/covers/lines1/product": "gone00"},
        {"/exhibits/exhib1/covers/lines1/product": None},
        base="papers",
    ),
    Pair(
        "links.unknown-supplier",
        "/suppliers/trader/buys_from",
        {"/suppliers/trader/buys_from": "gone00"},
        {"/suppliers/trader/buys_from": None},
        base="papers",
    ),
    Pair(
        "links.uncited-exhibit",
        "/exhibits/exhib2",
        {"/exhibits": plus(SECOND)},
        {"/exhibits": plus(SECOND), f"{MEASURES}/exhibits": ("exhib2",)},
    ),
    Pair(
        "letter.long",
        "/opening",
        {"/opening": "The failure was our own. " * 200},
        {"/opening": "The failure was our own. " * 100},
    ),
    Pair(
        "form.apart",
        f"{DEEDS}/what",
        {f"{DEEDS}/what": "Disposal of 30 labels"},
        {f"{DEEDS}/what": "We bought the labels of 30 open orders."},
        quote="Disposal of 30 labels",
    ),
    Pair(
        "form.ahead",
        f"{DEEDS}/what",
        {f"{DEEDS}/what": "will buy the labels of 30 open orders"},
        {f"{DEEDS}/what": "buy the labels of 30 open orders"},
        quote="will",
    ),
    Pair(
        "form.passage-ahead",
        f"{DEEDS}/passage",
        {f"{DEEDS}/passage": DEED + " We will buy more."},
        {f"{DEEDS}/passage": DEED},
        quote="will",
    ),
    Pair(
        "form.past",
        f"{MEASURES}/what",
        {f"{MEASURES}/what": "bought every label"},
        {f"{MEASURES}/what": "We buy every label"},
        quote="bought every label",
    ),
    Pair(
        "form.nothing",
        f"{DEEDS}/how",
        {f"{DEEDS}/how": "same as above"},
        {f"{DEEDS}/how": "order by order"},
        quote="same as above",
    ),
    Pair(
        "form.heading",
        f"{FAULTS}/head",
        {f"{FAULTS}/head": "One two three four five six seven eight nine ten eleven twelve thirteen"},
        {f"{FAULTS}/head": "one two three four five six seven eight nine ten eleven twelve"},
    ),
    Pair(
        "draft.day",
        f"{DEEDS}/what",
        {
            "/drafts": (Draft(path=f"{DEEDS}/what", text="11月20日买了面单"),),
            f"{DEEDS}/what": "bought the labels of 30 orders",
        },
        {
            "/drafts": (Draft(path=f"{DEEDS}/what", text="11月20日买了面单"),),
            f"{DEEDS}/what": "On November 20 we bought the labels",
        },
        quote="11月20日",
    ),
    Pair(
        "draft.number",
        f"{DEEDS}/what",
        {
            "/drafts": (Draft(path=f"{DEEDS}/what", text="买了47单的面单"),),
            f"{DEEDS}/what": "bought the labels of many orders",
        },
        {
            "/drafts": (Draft(path=f"{DEEDS}/what", text="买了47单的面单"),),
            f"{DEEDS}/what": "bought the labels of 47 orders",
        },
        quote="47",
    ),
    Pair(
        "draft.name",
        f"{DEEDS}/what",
        {
            "/drafts": (Draft(path=f"{DEEDS}/what", text="在ShipStation里买了面单"),),
            f"{DEEDS}/what": "bought the labels",
        },
        {
            "/drafts": (Draft(path=f"{DEEDS}/what", text="在ShipStation里买了面单"),),
            f"{DEEDS}/what": "bought the labels in ShipStation",
        },
        quote="ShipStation",
    ),
    Pair(
        "draft.negation",
        f"{DEEDS}/what",
        {"/drafts": (Draft(path=f"{DEEDS}/what", text="没有漏掉订单"),), f"{DEEDS}/what": "checked every order"},
        {"/drafts": (Draft(path=f"{DEEDS}/what", text="没有漏掉订单"),), f"{DEEDS}/what": "missed no order"},
        quote="没有",
    ),
]
