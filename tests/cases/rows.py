"""Rows of the examples' papers, and findings as the tests of them compare them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from poa_app.model.case import Case
from poa_app.model.finding import Finding

Built = Callable[..., Case]
Found = Callable[..., tuple[Finding, ...]]
AUTHENTIC, CHAIN, LATE = "inauthentic-complaint", "supply-chain-verification", "late-shipment-rate"
CHINESE = "\u5b81\u6ce2\u793a\u4f8b\u6797\u548c\u8d38\u6613\u6709\u9650\u516c\u53f8"
"""The registered name of the client in the example of an inauthentic complaint."""
INVOICE = "/exhibits/exf006"
MAKER = "Anji Example Qingshan Bamboo Products Co., Ltd."
TRADER = "Guangzhou Example Hengtai Trading Co., Ltd."
SELLER = "Shenzhen Example Mingyu Trading Co., Ltd."


def points_of(found: tuple[Finding, ...]) -> set[tuple[str, str]]:
    """Return each finding's rule and path."""
    return {(one.rule, one.path) for one in found}


def rules_of(found: tuple[Finding, ...], path: str = "") -> set[str]:
    """Return the rules that fired below a path."""
    return {one.rule for one in found if one.path.startswith(path)}


def invoice(**fields: Any) -> dict[str, Any]:
    """Write an invoice for 300 scales, a row of the example of an inauthentic complaint."""
    return {
        "id": "extra1",
        "kind": "invoices",
        "title": "Invoice of May 4, 2026",
        "file": "inauthentic-complaint/other.pdf",
        "date": "2026-05-04",
        "number": "NB-EX-40000",
        "issuer": "Northbay Example Distribution LLC",
        "addressee": "Ningbo Example Linhe Trading Co., Ltd.",
        "covers": [{"id": "extcov", "product": "scale1", "quantity": 300}],
        **fields,
    }


def boards(units: int, **fields: Any) -> dict[str, Any]:
    """Write an invoice of the maker to the trader, a row of the example of a supply chain."""
    return {
        "id": "extra1",
        "kind": "invoices",
        "title": "Invoice of December 2, 2025",
        "file": "supply-chain-verification/other.pdf",
        "date": "2025-12-02",
        "number": "QS-1",
        "issuer": MAKER,
        "addressee": TRADER,
        "covers": [{"id": "extcov", "product": "boardx", "quantity": units}],
        **fields,
    }
