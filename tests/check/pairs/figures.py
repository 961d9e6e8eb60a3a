"""Rates, counts, defects and lists of orders."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from poa_app.model.facts import Metric, Reading
from tests.check.pairs.building import (
    DEEDS,
    FAULTS,
    MEASURES,
    MORE,
    OTDR,
    OTHER_CAUSE,
    Pair,
    defects,
    orders,
    plus,
    search,
)

PAIRS = [
    Pair("metrics.channel", "/metrics/metri1/metric", {"/fulfilment": "amazon"}, {}),
    Pair("metrics.site-target", "/metrics/metri1/target", {**OTDR, "/metrics/metri1/target": Decimal(95)}, OTDR),
    Pair(
        "metrics.not-on-site",
        "/metrics/metri1/metric",
        {"/metrics/metri1/metric": "invoice-defect-rate"},
        {"/metrics/metri1/metric": "invoice-defect-rate", "/metrics/metri1/marketplace": "DE"},
    ),
    Pair("metrics.not-yet", "/metrics/metri1/metric", {**OTDR, "/notice/received": date(2024, 9, 1)}, OTDR),
    Pair(
        "metrics.too-few-counted",
        "/metrics/metri1/then/denominator",
        {**OTDR, "/metrics/metri1/marketplace": "UK", "/metrics/metri1/then/denominator": 19},
        {**OTDR, "/metrics/metri1/marketplace": "UK", "/metrics/metri1/then/denominator": 20},
    ),
    Pair("defects.uncounted", "/metrics/metri1/parts", defects(20, 0, None), defects(20, 0, 0)),
    Pair("defects.more-than-all", "/metrics/metri1/parts/parts1/count", defects(21, 0, 0), defects(20, 0, 0)),
    Pair("defects.too-few", "/metrics/metri1/parts", defects(10, 5, 4), defects(10, 5, 5)),
    Pair(
        "defects.disputed-more",
        "/metrics/metri1/parts/parts1/contested",
        defects(20, 0, 0, contested=21),
        defects(20, 0, 0, contested=20),
    ),
    Pair(
        "defects.no-cause",
        "/root_causes",
        defects(20, 0, 0),
        {**defects(20, 0, 0), f"{FAULTS}/head": "Late labels led to A-to-z claims"},
    ),
    Pair(
        "defects.shares",
        "/metrics/metri1/parts/parts1/count",
        {**defects(20, 0, 0, contested=2), f"{FAULTS}/head": "Late labels led to A-to-z claims"},
        {**defects(20, 0, 0), f"{FAULTS}/head": "Late labels led to A-to-z claims"},
    ),
    Pair(
        "defects.no-proof",
        "/exhibits",
        {**defects(20, 0, 0), "/violations/viola1/enforcement": "order-defect-rate"},
        {
            **defects(20, 0, 0),
            "/violations/viola1/enforcement": "order-defect-rate",
            "/exhibits/exhib1/kind": "refund-record",
        },
    ),
    Pair(
        "actions.no-quantity",
        f"{DEEDS}/what",
        {f"{DEEDS}/kind": "containment", f"{DEEDS}/what": "bought the labels", f"{DEEDS}/how": "by hand"},
        {f"{DEEDS}/kind": "containment"},
    ),
    Pair("actions.search-uncounted", f"{DEEDS}/found", search(400, 400, None), search(400, 400, 0)),
    Pair("actions.looked-at-more", f"{DEEDS}/looked_at", search(400, 401, 0), search(400, 400, 0)),
    Pair("actions.found-more", f"{DEEDS}/found", search(400, 400, 401), search(400, 400, 400)),
    Pair("actions.search-open", f"{DEEDS}/looked_at", search(400, 399, 0), search(400, 400, 0)),
    Pair(
        "metrics.before-actions",
        "/metrics/metri1/now/end",
        {"/metrics/metri1/now/end": "2026-11-01", "/metrics/metri1/now/start": "2026-10-23"},
        {},
    ),
    Pair(
        "numbers.rate",
        "/metrics/metri1/then/value",
        {"/metrics/metri1/then/value": Decimal("5.01")},
        {"/metrics/metri1/then/value": Decimal("5.0")},
    ),
    Pair(
        "numbers.more-than-all",
        "/metrics/metri1/then/numerator",
        {"/metrics/metri1/then/denominator": 19},
        {"/metrics/metri1/then/denominator": 20},
    ),
    Pair(
        "numbers.over-hundred",
        "/metrics/metri1/now/value",
        {"/metrics/metri1/now/value": Decimal(250), "/metrics/metri1/now/numerator": None},
        {"/metrics/metri1/now/value": Decimal(100), "/metrics/metri1/now/numerator": None},
    ),
    Pair(
        "numbers.none-counted",
        "/metrics/metri1/then/denominator",
        {"/metrics/metri1/then/denominator": 0},
        {"/metrics/metri1/then/denominator": None},
    ),
    Pair(
        "numbers.none-now",
        "/metrics/metri1/now/denominator",
        {"/metrics/metri1/now/denominator": 0},
        {"/metrics/metri1/now": Reading(denominator=0)},
    ),
    Pair(
        "numbers.zero-of-zero",
        "/opening",
        {"/opening": "The rate is 0 percent (0 of 0 orders)."},
        {"/opening": "The rate is 0 percent (0 of 40 orders)."},
        quote="0 of 0",
    ),
    Pair(
        "numbers.window",
        "/metrics/metri1/then/end",
        {"/metrics/metri1/then/start": date(2026, 10, 7)},
        {"/metrics/metri1/then/start": date(2026, 10, 28)},
    ),
    Pair(
        "numbers.same-rate",
        "/metrics/metri2/marketplace",
        {"/metrics": lambda rows: (*rows, rows[0].model_copy(update={"id": "metri2"}))},
        {"/metrics": lambda rows: (*rows, rows[0].model_copy(update={"id": "metri2", "marketplace": "CA"}))},
    ),
    Pair(
        "numbers.no-site",
        "/metrics/metri1/marketplace",
        {"/marketplaces": ("US", "CA")},
        {"/marketplaces": ("US", "CA"), "/metrics/metri1/marketplace": "US"},
    ),
    Pair(
        "numbers.trigger",
        f"{MEASURES}/trigger",
        {f"{MEASURES}/trigger": "the rate reaches 4 percent"},
        {f"{MEASURES}/trigger": "the rate reaches 2 percent"},
        quote="4 percent",
    ),
    Pair(
        "numbers.overlap",
        "/root_causes",
        {"/root_causes": plus(OTHER_CAUSE.model_copy(update={"explains": 5}))},
        {"/root_causes": plus(OTHER_CAUSE.model_copy(update={"explains": 0}))},
    ),
    Pair(
        "numbers.each-total",
        "/root_causes",
        {"/metrics": plus(Metric(id="metri2", metric="order-defect-rate", then=Reading(numerator=5)))},
        {"/metrics": plus(Metric(id="metri2", metric="order-defect-rate", then=Reading(numerator=0)))},
    ),
    Pair("numbers.shares", "/root_causes", {f"{FAULTS}/explains": 19}, {f"{FAULTS}/explains": 20}),
    Pair("numbers.total", "/affected", {"/affected": 21}, {}),
    Pair("orders.count", "/metrics/metri1/then/numerator", {"/orders": orders()[1:]}, {"/orders": orders()[1:] + MORE}),
    Pair(
        "orders.total",
        "/affected",
        {"/metrics/metri1/then/numerator": None, "/orders": orders()[1:]},
        {"/metrics/metri1/then/numerator": None, "/orders": orders()},
    ),
    Pair(
        "orders.share",
        f"{FAULTS}/explains",
        {"/orders": orders(), f"{FAULTS}/explains": 19},
        {"/orders": orders(last={"contested": True}), f"{FAULTS}/explains": 19},
    ),
    Pair(
        "orders.no-cause",
        "/orders",
        {"/orders": orders(last={"cause": None})},
        {"/orders": orders(last={"cause": None, "contested": True})},
    ),
    Pair(
        "orders.contested-cause",
        "/orders",
        {"/orders": orders(last={"contested": True})},
        {"/orders": orders(last={"contested": True, "cause": None})},
    ),
    Pair(
        "orders.twice",
        "/orders",
        {"/orders": orders() + orders(last={"id": "order0"})[-1:]},
        {"/orders": orders()},
    ),
    Pair(
        "orders.channel",
        "/orders",
        {"/orders": orders(last={"channel": "amazon"})},
        {"/orders": orders(last={"channel": "amazon", "defects": ("claim",)})},
    ),
    Pair(
        "orders.malformed",
        "/orders",
        {"/orders": orders(last={"order": "12345"})},
        {"/orders": orders()},
    ),
    Pair(
        "orders.day",
        "/orders",
        {"/orders": orders(last={"shipped": "03/04/2026"})},
        {"/orders": orders(last={"shipped": "2026-03-04"})},
    ),
    Pair(
        "orders.outside",
        "/orders",
        {"/orders": orders(last={"ordered": "2026-09-01"})},
        {"/orders": orders(last={"ordered": "2026-11-06"})},
    ),
    Pair(
        "numbers.target",
        "/metrics/metri1/now/value",
        {"/metrics/metri1/now/value": Decimal("4.00")},
        {"/metrics/metri1/now/value": Decimal("3.99")},
    ),
    Pair(
        "numbers.target-differs",
        "/metrics/metri1/target",
        {"/metrics/metri1/target": Decimal("2.5")},
        {"/metrics/metri1/target": Decimal("4.0")},
    ),
]
