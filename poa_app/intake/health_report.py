"""The gate for Amazon's account health report, ``GET_V2_SELLER_PERFORMANCE_REPORT``: JSON in, figures out.

Real files differ from Amazon's schema: keys are missing, unknown or spelt otherwise, days come in two forms, the rating
under two names. All that is read. What is no such report is refused in one sentence.
Source: Amazon's ``schemas/reports/accountHealthReport-2020-11-18.json``, whose own example does not fit it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, NoReturn, TypeVar

from poa_app.errors import NotAReport, TooLarge, UnknownCharacters
from poa_app.faults import short
from poa_app.intake.charsets import UnknownCharset, decode
from poa_app.intake.evidence import safe_filename
from poa_app.intake.health_figures import (
    AccountStatus,
    Channel,
    Condition,
    HealthReport,
    Part,
    Rate,
    Rating,
    Site,
    Status,
    Violations,
    Warned,
)
from poa_app.model.text import clean

Word = TypeVar("Word", bound=str)

REPORT_LIMIT = 2_000_000
"""Bytes a report may have; one of all of Amazon's stores has a tenth of that."""

PIECES_LIMIT = 50_000
"""Lists and objects a report may have; one of all of Amazon's stores has some two thousand."""

SITES_LIMIT = 100
KEYS_LIMIT = 40
"""Marketplaces of a report, and unknown keys or warnings of one of them, that are listed."""

NUMBER_LIMIT = 10**9
"""Above any share or target, and above any count of orders."""

PLACES_LIMIT = 12
"""Decimal places kept of a share."""

NAME_LENGTH = 60


class _Shape(NamedTuple):
    """Where a rate keeps its counts.

    Attributes:
        above, below: its numerator and denominator, as a count or an object with a ``count``.
        parts: what its numerator is made of.
    """

    above: str
    below: str
    parts: tuple[str, ...] = ()


_RATES = {
    "lateShipmentRate": _Shape("lateShipmentCount", "orderCount"),
    "preFulfillmentCancellationRate": _Shape("cancellationCount", "orderCount"),
    "validTrackingRate": _Shape("validTrackingCount", "shipmentCount"),
    "unitOnTimeDeliveryRate": _Shape("unitOnTimeDeliveryCount", "totalUnitCount"),
    "onTimeDeliveryRate": _Shape("onTimeDeliveryCount", "shipmentCountWithValidTracking"),
    "invoiceDefectRate": _Shape("invoiceDefect", "orderCount", ("missingInvoice", "lateInvoice")),
}
_DEFECTS = _Shape("orderWithDefects", "orderCount", ("claims", "chargebacks", "negativeFeedback"))
_CHANNELS: dict[str, Channel] = {"mfn": "seller", "afn": "amazon"}
_VIOLATIONS = (
    "productAuthenticityCustomerComplaints",
    "productConditionCustomerComplaints",
    "productSafetyCustomerComplaints",
    "foodAndProductSafetyIssues",
    "receivedIntellectualPropertyComplaints",
    "suspectedIntellectualPropertyViolations",
    "listingPolicyViolations",
    "restrictedProductPolicyViolations",
    "otherPolicyViolations",
    "documentRequests",
)
_SPELLINGS = {
    "preFulfillmentCancellationRate": ("prefulfillmentCancelRate", "preFulfillmentCancelRate"),
    "documentRequests": ("documentRequest",),
    "warningStates": ("warningState",),
}
"""Other names under which Amazon's own example has a key."""

_OTHERS = ("marketplaceId", "orderDefectRate", "warningStates", "accountHealthRating")
_KNOWN = frozenset((*_RATES, *_VIOLATIONS, *_OTHERS, *(name for names in _SPELLINGS.values() for name in names)))

_STATUSES: dict[str, Status] = {"GOOD": "good", "BAD": "bad", "NONE": "none"}
_CONDITIONS: dict[str, Condition] = {"LESS_THAN": "under", "GREATER_THAN": "at-least", "EQUALS": "equals"}
_ACCOUNTS: dict[str, AccountStatus] = {
    "NORMAL": "normal", "AT_RISK": "at-risk", "DEACTIVATED": "deactivated", "SUSPENDED": "suspended",
}  # fmt: skip
_RATINGS: dict[str, Rating] = {"GREAT": "great", "WARNED": "warned"}

_DAY = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?", re.ASCII | re.IGNORECASE
)
_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,20})?", re.ASCII)
_FINEST = Decimal(1).scaleb(-PLACES_LIMIT)
_SITE = re.compile(r"[A-Z0-9]{5,20}", re.ASCII)


def read_health_report(content: bytes, name: str) -> HealthReport:
    """Return what an account health report says; its name is not looked at.

    Args:
        content: the file.
        name: what its owner calls it, for messages.

    Raises:
        TooLarge: it is larger than any report.
        UnknownCharacters: its characters cannot be told for sure.
        NotAReport: it is not JSON, JSON of another kind, or says two things of one marketplace.
    """
    shown = safe_filename(name)
    if len(content) > REPORT_LIMIT:
        raise TooLarge(shown, len(content), REPORT_LIMIT)
    held = _json(content, shown)
    if not isinstance(held, dict):
        raise NotAReport(shown, "it is not one JSON object", "内容不是一个 JSON 对象")
    if not any(isinstance(held.get(key), list) for key in ("accountStatuses", "performanceMetrics")):
        raise NotAReport(
            shown,
            "it is JSON of another kind, with neither 'accountStatuses' nor 'performanceMetrics'",
            "这是其他类型的 JSON，没有 accountStatuses 和 performanceMetrics",
        )
    accounts = _by_site(held.get("accountStatuses"), shown)
    metrics = _by_site(held.get("performanceMetrics"), shown)
    sites = tuple(dict.fromkeys((*accounts, *metrics)))
    if not sites:
        raise NotAReport(shown, "no marketplace can be read in it", "读不出任何站点")
    if len(sites) > SITES_LIMIT:
        raise NotAReport(shown, f"it has {len(sites)} marketplaces", f"共有 {len(sites)} 个站点")
    return HealthReport(tuple(_site(one, accounts.get(one, {}), metrics.get(one, {})) for one in sites))


def _json(content: bytes, name: str) -> Any:
    if content.startswith((b"\x1f\x8b", b"PK\x03\x04")):
        raise NotAReport(name, "it is packed, unpack it first", "文件是压缩包，请先解压")
    try:
        text = decode(content)
    except UnknownCharset as error:
        raise UnknownCharacters(name, error.guess) from None
    if not text.strip():
        raise NotAReport(name, "it is empty", "文件为空")
    if text.count("{") + text.count("[") > PIECES_LIMIT:
        raise NotAReport(name, "it holds more lists and objects than any report", "内含的列表和对象远多于任何报告")
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_refuse, object_pairs_hook=_object)
    except _Twice as error:
        key = short(clean(str(error)), NAME_LENGTH)
        raise NotAReport(name, f"'{key}' stands twice in one place", f"同一处有两个 {key}") from None
    except json.JSONDecodeError as error:
        line = f"{error.lineno:,}"
        raise NotAReport(name, f"it is not JSON, see line {line}", f"不是 JSON，见第 {line} 行") from error
    except (RecursionError, ValueError, ArithmeticError) as error:
        raise NotAReport(
            name,
            "it is nested too deeply or holds what is no number",
            "嵌套过深，或含有不是数字的值",
        ) from error


class _Twice(ValueError):
    """An object with two values for one key: one would vanish in silence."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    held = dict(pairs)
    if len(held) < len(pairs):
        raise _Twice(Counter(key for key, _ in pairs).most_common(1)[0][0])
    return held


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _by_site(entries: Any, name: str) -> dict[str, dict[str, Any]]:
    """Return the entries of a list by their marketplace."""
    found: dict[str, dict[str, Any]] = {}
    for entry in entries if isinstance(entries, list) else ():
        site = entry.get("marketplaceId") if isinstance(entry, dict) else None
        if not isinstance(site, str) or not _SITE.fullmatch(site.strip()):
            continue
        if site.strip() in found:
            raise NotAReport(name, f"marketplace {site.strip()} stands in it twice", f"站点 {site.strip()} 出现了两次")
        found[site.strip()] = entry
    return found


def _site(id: str, account: dict[str, Any], held: dict[str, Any]) -> Site:
    held = {**held, **dict(_other_spellings(held))}
    rating = held.get("accountHealthRating")
    rating = rating if isinstance(rating, dict) else {}
    words = (rating.get("ahrStatus"), rating.get("accountHealthRatingStatus"))
    score = _count(rating.get("ahrScore"))
    unknown = [key for key in held if key not in _KNOWN]
    counted = [key for key in unknown if isinstance(held[key], dict) and "defectsCount" in held[key]][:KEYS_LIMIT]
    unread = [key for key in unknown if key not in counted][:KEYS_LIMIT]
    return Site(
        marketplace_id=id,
        account=_ACCOUNTS.get(_word(account.get("status"))),
        rates=(*_defects(held.get("orderDefectRate")), *(_rate(key, held.get(key), _RATES[key]) for key in _RATES)),
        violations=tuple(_violations(key, held.get(key)) for key in (*_VIOLATIONS, *counted)),
        warnings=tuple(_warnings(held.get("warningStates"))),
        rating=next((_RATINGS[_word(word)] for word in words if _word(word) in _RATINGS), None),
        score=score if score is not None and score <= 1000 else None,
        unread=tuple(_label(key) for key in unread),
    )


def _other_spellings(held: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, others in _SPELLINGS.items():
        if key not in held:
            yield from ((key, held[other]) for other in others if other in held)


def _defects(held: Any) -> Iterator[Rate]:
    """Read the order defect rate, which has one figure for each channel."""
    both = held if isinstance(held, dict) else {}
    for name, channel in _CHANNELS.items():
        yield _rate("orderDefectRate", both.get(name), _DEFECTS, channel)


def _rate(key: str, held: Any, shape: _Shape, channel: Channel | None = None) -> Rate:
    reader = _Reader(held, key)
    return Rate(
        key=key,
        value=reader.number("rate"),
        numerator=reader.count(shape.above),
        denominator=reader.count(shape.below),
        channel=channel,
        parts=tuple(Part(part, reader.count(part)) for part in shape.parts if part in reader.held),
        said_channel=_CHANNELS.get(_word(reader.held.get("fulfillmentType")).lower()),
        **reader.shared(),
    )


def _violations(key: str, held: Any) -> Violations:
    reader = _Reader(held, key)
    return Violations(key=_label(key), count=reader.count("defectsCount"), **reader.shared())


def _warnings(held: Any) -> Iterator[Warned]:
    for one in held[:KEYS_LIMIT] if isinstance(held, list) else ():
        kind = one.get("warningType") if isinstance(one, dict) else None
        if isinstance(kind, str) and kind.strip():
            yield Warned(_label(kind), _STATUSES.get(_word(one.get("status"))))


class _Reader:
    """Reads the values of one figure, and notes which stand there and cannot be read."""

    def __init__(self, held: Any, key: str) -> None:
        self.held: dict[str, Any] = held if isinstance(held, dict) else {}
        self._unreadable = [] if held is None or isinstance(held, dict) else [key]

    def number(self, name: str) -> Decimal | None:
        number = _number(self.held.get(name))
        self._note(name, number)
        return number

    def count(self, name: str) -> int | None:
        given = self.held.get(name)
        inner = given.get("count") if isinstance(given, dict) else given
        count = _count(inner)
        if inner is not None:
            self._note(name, count)
        return count

    def word(self, name: str, known: Mapping[str, Word]) -> Word | None:
        word = known.get(_word(self.held.get(name)))
        self._note(name, word)
        return word

    def shared(self) -> dict[str, Any]:
        """Return what every figure has; to be asked for last, since it says what could not be read."""
        span = self.held.get("reportingDateRange")
        days = span if isinstance(span, dict) else {}
        start, end = (_day(days.get(name)) for name in ("reportingDateFrom", "reportingDateTo"))
        for name, day in (("reportingDateFrom", start), ("reportingDateTo", end)):
            if days.get(name) is not None and day is None:
                self._unreadable.append(name)
        return {
            "target": self.number("targetValue"),
            "condition": self.word("targetCondition", _CONDITIONS),
            "status": self.word("status", _STATUSES),
            "start": start,
            "end": end,
            "unreadable": tuple(self._unreadable),
        }

    def _note(self, name: str, read: object) -> None:
        if read is None and self.held.get(name) is not None:
            self._unreadable.append(name)


def _number(value: Any) -> Decimal | None:
    if isinstance(value, str):
        value = Decimal(value.strip()) if len(value) <= 40 and _NUMBER.fullmatch(value.strip()) else None
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    if not 0 <= value <= NUMBER_LIMIT:
        return None
    plain = abs(Decimal(value))  # which also cuts a million digits short
    return plain.quantize(_FINEST).normalize() if int(plain.as_tuple().exponent) < -PLACES_LIMIT else plain


def _count(value: Any) -> int | None:
    number = _number(value)
    return int(number) if number is not None and number == int(number) else None


def _day(value: Any) -> date | None:
    said = _DAY.fullmatch(value.strip()) if isinstance(value, str) and len(value) <= 40 else None
    try:
        return date.fromisoformat(said[1]) if said else None
    except ValueError:
        return None


def _word(value: Any) -> str:
    return value.strip().upper() if isinstance(value, str) and len(value) <= NAME_LENGTH else ""


def _label(name: str) -> str:
    return short(clean(name[: NAME_LENGTH * 2]).strip(), NAME_LENGTH)
