"""Reads a notice given as a file or typed in, for whoever has no screen."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from poa_app.intake import notice_file
from poa_app.intake.case_file import read_bytes
from poa_app.intake.evidence import EVIDENCE_LIMIT
from poa_app.knowledge import knowledge
from poa_app.notice.read import read_notice
from poa_app.notice.reading import NoticeReading

STANDARD_INPUT = "-"

_CONTRACT = frozenset(
    ("plan-of-action", "invoices", "authorization-letter", "supplier-contact", "test-report", "compliance-certificate",
     "identity-document", "business-license", "utility-bill", "bank-statement", "proof-of-delivery", "tracking",
     "product-images", "packaging-images", "order-list", "retraction", "translation")
)  # fmt: skip
"""What scripts know a notice to ask for; anything else is "other"."""


def read_file(file: str) -> NoticeReading:
    """Return what can be read in a notice.

    Args:
        file: its path, or "-" for standard input.

    Raises:
        InputError: it cannot be read, or holds no text.
    """
    if file == STANDARD_INPUT:
        return read_notice(notice_file.read_notice(sys.stdin.buffer.read(), "standard input.txt"), knowledge())
    path = Path(file)
    return read_notice(notice_file.read_notice(read_bytes(path, EVIDENCE_LIMIT), path.name), knowledge())


def contract(file: str, read: NoticeReading) -> dict[str, Any]:
    """Return what was read as scripts rely on it."""
    allowed = read.deadline.value if read.deadline else None
    asked = (one.value if one.value in _CONTRACT else "other" for one in read.requested)
    return {
        "file": file,
        "enforcement": read.enforcement,
        "confidence": read.confidence,
        "candidates": [
            {
                "enforcement": one.enforcement,
                "confidence": one.confidence,
                "because": list(dict.fromkeys(phrase.value for phrase in one.because)),
            }
            for one in read.candidates
        ],
        "stage": read.stage,
        "also": list(read.also),
        "route": read.route,
        "level": read.level.value if read.level else None,
        "marketplace": read.marketplace.value if read.marketplace else None,
        "asins": [one.value for one in read.asins],
        "order_ids": [one.value for one in read.order_ids],
        "other_ids": [{"kind": one.value[0], "value": one.value[1]} for one in read.other_ids],
        "deadline": allowed
        and {
            "text": allowed.words,
            "due": allowed.due.isoformat() if allowed.due else None,
            "certain": allowed.is_certain,
        },
        "requested": list(dict.fromkeys(asked)),
    }
