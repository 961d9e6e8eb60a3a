"""A finding: one thing to mend, where it is, why it matters and what would mend it."""

from __future__ import annotations

from hashlib import blake2b
from typing import Literal

from poa_app.model.base import Part
from poa_app.model.plain import plain_signs

Severity = Literal["blocks", "fix", "consider"]

SEVERITIES: tuple[Severity, ...] = ("blocks", "fix", "consider")
"""From the heaviest to the lightest."""


class Fix(Part):
    """A replacement for the finding's words; automatic only where it cannot change the meaning."""

    text: str
    automatic: bool = False


class Finding(Part):
    """One thing to mend; start and end count code points in the field's text.

    ``words`` are what the finding is about: those quoted, in a text with a mark of their sentence, or what its message
    names. Together with rule and path they are its identity. An overruling holds for that identity alone.
    """

    rule: str
    family: str
    severity: Severity
    path: str
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    words: str = ""
    message: str
    message_zh: str
    why: str
    why_zh: str
    source: str
    fixes: tuple[Fix, ...] = ()
    can_be_overruled: bool = True

    @property
    def identity(self) -> tuple[str, str, str]:
        """Rule, field and words: the same for two findings that say the same of one field."""
        return self.rule, self.path, self.words

    @property
    def key(self) -> str:
        """A short name of this finding among all those of a case, for widgets."""
        place = "" if self.start is None else str(self.start)
        return blake2b("\0".join((*self.identity, place)).encode(), digest_size=8).hexdigest()


def words_in_sentence(quote: str, sentence: str) -> str:
    """Return quoted words with a mark of their sentence, which is another one once the sentence reads otherwise."""
    mark = blake2b(" ".join(plain_signs(sentence).split()).encode(), digest_size=6).hexdigest()
    return f"{quote} [{mark}]"
