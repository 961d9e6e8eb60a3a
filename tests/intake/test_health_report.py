"""Amazon's account health report is read as it is: what is missing has no data, what is something else is refused."""

from __future__ import annotations

import json
import time
import tracemalloc
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.desk.health_listing import contract, lines
from poa_app.errors import InputError, NotAReport, TooLarge
from poa_app.intake.health_figures import HealthReport, Part, Rate, Site, Violations, contradictions
from poa_app.intake.health_report import REPORT_LIMIT, read_health_report
from tests.each import for_each

REPORT = (Path(__file__).parent / "reports" / "northbay.json").read_bytes()
US, CA, DE = "ATVPDKIKX0DER", "A2EUQ1WTGCTBG2", "A1PA6795UKMFR9"


def _read(held: object) -> HealthReport:
    return read_health_report(json.dumps(held).encode(), "report.json")


def _held() -> dict[str, Any]:
    held: dict[str, Any] = json.loads(REPORT)
    return held


def _site(report: HealthReport, id: str) -> Site:
    return next(site for site in report.sites if site.marketplace_id == id)


def _rate(site: Site, key: str, channel: str | None = None) -> Rate:
    return next(rate for rate in site.rates if (rate.key, rate.channel) == (key, channel))


def _violations(site: Site, key: str) -> Violations:
    return next(one for one in site.violations if one.key == key)


@pytest.fixture(scope="module")
def report() -> HealthReport:
    """The invented report, read."""
    return read_health_report(REPORT, "northbay.json")


# What is read


def test_every_marketplace_is_read_with_its_status(report: HealthReport) -> None:
    assert [(site.marketplace_id, site.account) for site in report.sites] == [
        (US, "at-risk"), (CA, "normal"), (DE, "suspended"),
    ]  # fmt: skip


def test_a_rate_is_read_with_counts_target_and_period(report: HealthReport) -> None:
    assert _rate(_site(report, US), "lateShipmentRate") == Rate(
        key="lateShipmentRate",
        target=Decimal("0.04"),
        condition="under",
        status="bad",
        start=date(2026, 10, 18),
        end=date(2026, 11, 16),
        value=Decimal("0.06822"),
        numerator=82,
        denominator=1202,
    )


def test_the_order_defect_rate_is_read_by_channel_and_by_kind_of_defect(report: HealthReport) -> None:
    ours = _rate(_site(report, US), "orderDefectRate", "seller")
    amazons = _rate(_site(report, US), "orderDefectRate", "amazon")
    assert (ours.value, ours.numerator, ours.denominator) == (Decimal("0.0071"), 9, 1268)
    assert ours.parts == (Part("claims", 5), Part("chargebacks", 1), Part("negativeFeedback", 4))
    assert (amazons.value, amazons.numerator, amazons.denominator) == (Decimal("0.0022"), 11, 5040)


def test_both_forms_of_days_are_read(report: HealthReport) -> None:
    long = _rate(_site(report, US), "orderDefectRate", "seller")
    assert '"2026-09-07T00:00:00Z"' in REPORT.decode()
    assert (long.start, long.end) == (date(2026, 9, 7), date(2026, 11, 5))


def test_both_names_of_the_rating_are_read(report: HealthReport) -> None:
    assert [site.rating for site in report.sites] == ["warned", None, "great"]


def test_the_score_that_some_files_have_is_read() -> None:
    held = _held()
    held["performanceMetrics"][0]["accountHealthRating"]["ahrScore"] = 188
    assert _read(held).sites[0].score == 188


def test_the_spellings_of_amazons_own_example_are_read(report: HealthReport) -> None:
    site = _site(report, DE)
    assert _rate(site, "preFulfillmentCancellationRate").numerator == 16
    assert _violations(site, "documentRequests").count == 1
    assert [(one.kind, one.status) for one in site.warnings] == [("spammingSellerMessaging", "bad")]


def test_what_is_missing_has_no_data_and_is_never_zero(report: HealthReport) -> None:
    site = _site(report, CA)
    assert not any(one.has_data for one in (*site.rates, *site.violations))
    assert {one.measure for one in (*site.rates, *site.violations)} == {None}
    assert _rate(_site(report, US), "invoiceDefectRate").value is None


@for_each("key", ["rate", "orderCount", "lateShipmentCount", "targetValue", "status", "targetCondition"])
def test_a_rate_that_lacks_a_key_keeps_the_others(key: str) -> None:
    held = _held()
    del held["performanceMetrics"][0]["lateShipmentRate"][key]
    rate = _rate(_read(held).sites[0], "lateShipmentRate")
    assert rate.has_data
    assert rate.unreadable == ()
    assert [rate.value, rate.denominator, rate.numerator, rate.target, rate.status, rate.condition].count(None) == 1


def test_a_share_that_is_missing_is_not_made_of_its_counts() -> None:
    held = _held()
    del held["performanceMetrics"][0]["lateShipmentRate"]["rate"]
    assert _rate(_read(held).sites[0], "lateShipmentRate").value is None


def test_unknown_keys_pass_and_are_named(report: HealthReport) -> None:
    assert _site(report, US).unread == ("policyViolationWarnings",)
    assert _violations(_site(report, US), "customerProductReviewsPolicyViolations").count == 0


def test_a_contradiction_is_told_and_nothing_is_corrected(report: HealthReport) -> None:
    late = _rate(_site(report, US), "onTimeDeliveryRate")
    assert late.value == Decimal("0.8523")
    assert [one.kind for one in contradictions(late)] == ["rate"]


@for_each(
    ("key", "value"),
    [
        ("rate", "6.82 %"), ("rate", -1), ("rate", True), ("rate", 1e300), ("rate", []), ("rate", 10**4000),
        ("lateShipmentCount", 1.5), ("lateShipmentCount", "many"), ("orderCount", {"count": "x"}),
        ("targetValue", "low"), ("status", "WELL"), ("targetCondition", 7),
    ],
)  # fmt: skip
def test_a_value_that_is_none_is_named_and_counts_as_no_data(key: str, value: object) -> None:
    held = _held()
    held["performanceMetrics"][0]["lateShipmentRate"][key] = value
    assert _rate(_read(held).sites[0], "lateShipmentRate").unreadable == (key,)


def test_numbers_given_as_text_are_read() -> None:
    held = _held()
    held["performanceMetrics"][0]["lateShipmentRate"] |= {"rate": "0.0682", "lateShipmentCount": "82"}
    rate = _rate(_read(held).sites[0], "lateShipmentRate")
    assert (rate.value, rate.numerator) == (Decimal("0.0682"), 82)


def test_a_day_that_is_none_is_named() -> None:
    held = _held()
    held["performanceMetrics"][0]["lateShipmentRate"]["reportingDateRange"]["reportingDateTo"] = "2026-02-30T00:00Z"
    assert _rate(_read(held).sites[0], "lateShipmentRate").unreadable == ("reportingDateTo",)


@pytest.mark.parametrize(
    "packed",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode("utf-16-be"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", " ").encode(),
    ],
)
def test_it_is_read_in_any_wrapping_of_text(packed: Callable[[str], bytes], report: HealthReport) -> None:
    assert read_health_report(packed(REPORT.decode()), "whatever.txt") == report


def test_one_of_the_two_lists_is_enough() -> None:
    held = _held()
    assert len(_read({"accountStatuses": held["accountStatuses"]}).sites) == 3
    assert len(_read({"performanceMetrics": held["performanceMetrics"]}).sites) == 2


# What is refused


@for_each(
    ("content", "reason"),
    [
        (b"", "it is empty"),
        (b"  \n", "it is empty"),
        (b"[]", "not one JSON object"),
        (b"[" + REPORT + b"]", "not one JSON object"),
        (b"7", "not one JSON object"),
        (b"{}", "JSON of another kind"),
        (b'{"poa_case": 1}', "JSON of another kind"),
        (b'{"accountStatuses": {}, "performanceMetrics": null}', "JSON of another kind"),
        (b'{"accountStatuses": []}', "no marketplace"),
        (b'{"performanceMetrics": [7, {}, {"marketplaceId": 3}]}', "no marketplace"),
        (b"{", "not JSON, see line 1"),
        (REPORT[:-40], "not JSON, see line"),
        (b"account health", "not JSON"),
        (REPORT.replace(b"0.06822", b"NaN"), "no number"),
        (REPORT.replace(b"0.06822", b"-Infinity"), "no number"),
        (REPORT.replace(b"0.06822", b"1e99999999999999999999"), "no number"),
        (REPORT.replace(b"0.06822", b"9" * 5000), "no number"),
        (b"[" * 10_000 + b"]" * 10_000, "nested too deeply"),
        (b'{"performanceMetrics":' * 10_000 + b"1" + b"}" * 10_000, "nested too deeply"),
        (REPORT.replace(b'"rate"', b'"status"', 1), "'status' stands twice"),
        (b'{"accountStatuses": [{"marketplaceId": "ATVPDKIKX0DER"}, {"marketplaceId": "ATVPDKIKX0DER "}]}', "twice"),
        (b'{"performanceMetrics": [' + b"[]," * 50_000 + b"0]}", "more lists and objects"),
        (b"\x1f\x8b\x08\x00", "unpack it first"),
        (b"PK\x03\x04", "unpack it first"),
        (b"\x00\x01\x02\x03\xff", ""),
        (b"%PDF-1.7", "not JSON"),
    ],
)  # fmt: skip
def test_anything_else_is_refused_in_one_sentence(content: bytes, reason: str) -> None:
    with pytest.raises(InputError) as refused:
        read_health_report(content, "report.json")
    for said in (refused.value.en, refused.value.zh):
        assert said.startswith("report.json")
        assert said.isprintable()
        assert len(said) < 400
    assert reason in refused.value.en


def test_many_marketplaces_are_refused() -> None:
    with pytest.raises(NotAReport, match="101 marketplaces"):
        _read({"accountStatuses": [{"marketplaceId": f"A{number:09}"} for number in range(101)]})


def test_no_message_repeats_what_the_file_says() -> None:
    with pytest.raises(NotAReport) as refused:
        read_health_report(b'{"notes": "SECRET"}', "report.json")
    assert "SECRET" not in refused.value.en + refused.value.zh


HUGE = {
    "too large": b"{" + b" " * REPORT_LIMIT,
    "lists": b'{"performanceMetrics": [' + b",".join([b"[]"] * 600_000) + b"]}",
    "objects": b'{"performanceMetrics": [' + b",".join([b'{"a":1}'] * 240_000) + b"]}",
    "pieces just allowed": b'{"performanceMetrics": [' + b",".join([b'{"a":[]}'] * 24_990) + b"]}",
    "plain values": b'{"accountStatuses": [], "x": [' + b",".join([b'"a b"'] * 300_000) + b"]}",
    "keys": b'{"performanceMetrics": [{"marketplaceId": "ATVPDKIKX0DER",'
    + b",".join(b'"k%d":{"defectsCount":1}' % number for number in range(49_000))
    + b"}]}",
    "digits": REPORT.replace(b"0.06822", b"0." + b"1" * 1_900_000),
    "warnings": b'{"performanceMetrics": [{"marketplaceId": "ATVPDKIKX0DER", "warningStates": ['
    + b",".join([b'{"warningType":"x"}'] * 49_000)
    + b"]}]}",
    "a long word": REPORT.replace(b'"AT_RISK"', b'"' + b" A" * 900_000 + b'"'),
    "a long day": REPORT.replace(b'"2026-10-18T00:00Z"', b'"' + b"2" * 900_000 + b'"', 1),
    "open brackets": b"[" * 1_900_000,
    "wide": ("{" + "\u4e00" * 900_000).encode("utf-16"),
}


@pytest.mark.slow
@pytest.mark.parametrize("content", HUGE.values(), ids=HUGE)
def test_a_huge_file_is_answered_in_2_seconds_and_200_mb(content: bytes) -> None:
    start = time.process_time()  # its own seconds, whatever else the machine has to do
    _try(content)
    assert time.process_time() - start < 2
    tracemalloc.start()
    _try(content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 200_000_000


def _try(content: bytes) -> None:
    """Read and show a report; whatever it holds, only our own errors come of it."""
    try:
        report = read_health_report(content, "report.json")
    except InputError:
        return
    for language in ("en", "zh"):
        assert all(line.isprintable() for line in lines(report, language))
    json.dumps(contract(report))


def test_a_file_beyond_the_limit_is_told_with_its_size() -> None:
    with pytest.raises(TooLarge, match="2,000,001 bytes"):
        read_health_report(b" " * (REPORT_LIMIT + 1), "report.json")


# Anything at all

ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([10**30, -1, 0, 0.5, 1e308, -0.0, 5e-324, float("nan"), float("inf")])
    | st.text(max_size=20)
    | st.sampled_from(["GOOD", "BAD", "LESS_THAN", "SUSPENDED", "mfn", US, "\ud800", "2026-13-40", "0.1", "{name}"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=8,
)


def _places(held: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = held.items() if isinstance(held, dict) else enumerate(held) if isinstance(held, list) else ()
    return [way, *(place for step, value in inner for place in _places(value, (*way, step)))]


PLACES = _places(_held())[1:]
GONE = object()


def _put(held: Any, way: tuple[Any, ...], value: Any) -> None:
    """Put a value into a place, or take what is there away, unless an earlier change has removed the place."""
    for step in way[:-1]:
        try:
            held = held[step]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(held, dict) and value is GONE:
        held.pop(way[-1], None)
    elif isinstance(held, dict) or (isinstance(held, list) and isinstance(way[-1], int) and way[-1] < len(held)):
        held[way[-1]] = None if value is GONE else value


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PLACES), ODD | st.just(GONE)), min_size=1, max_size=6))
def test_a_report_with_anything_in_any_place_gives_figures_or_our_own_error(
    changes: list[tuple[tuple[Any, ...], Any]],
) -> None:
    held = _held()
    for way, value in changes:
        _put(held, way, value)
    _try(json.dumps(held).encode())


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(REPORT)), st.integers(0, 40), st.binary(max_size=12), st.booleans())
def test_a_damaged_file_gives_figures_or_our_own_error(at: int, gone: int, put: bytes, cut: bool) -> None:
    _try(REPORT[:at] + put + (b"" if cut else REPORT[at + gone :]))


@settings(max_examples=200, deadline=None)
@given(ODD)
def test_any_json_gives_figures_or_our_own_error(held: Any) -> None:
    _try(json.dumps(held).encode())
