"""The rules over words as a handbook: what each says and why, from the data files alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from poa_app.knowledge import Knowledge, knowledge
from poa_app.knowledge.rule_schema import TextRule
from poa_app.knowledge.schema import Source

FixKind = Literal["automatic", "offered", "none"]


@dataclass(frozen=True)
class RuleEntry:
    """One rule of the handbook.

    Attributes:
        name: the rule's id.
        rule: what the data file says of it.
        source: where it comes from.
        fix: whether the program mends it by itself, offers words to choose, or leaves it to the writer.
    """

    name: str
    rule: TextRule
    source: Source
    fix: FixKind

    @property
    def bad(self) -> tuple[tuple[str, str], ...]:
        """Texts that break it, each with the words in question."""
        return tuple((one.text, one.quote) for one in self.rule.bad)


def handbook() -> dict[str, tuple[RuleEntry, ...]]:
    """Return every rule over words by its family, in the order of the data files."""
    known = knowledge()
    entries = [_entry(name, rule, known) for name, rule in known.rules.items()]
    return {
        family: found
        for family in known.rule_families
        if (found := tuple(one for one in entries if one.rule.family == family))
    }


def _entry(name: str, rule: TextRule, known: Knowledge) -> RuleEntry:
    safe = rule.automatic or any(fix.automatic for fix in rule.fixes)
    offered = bool(rule.fixes or rule.swaps)
    return RuleEntry(name, rule, known.sources[rule.source], "automatic" if safe else "offered" if offered else "none")


def said(words: str) -> str:
    """Return a message with its braces as they read where no text is at hand."""
    return words.replace("{quote}", "…").replace("{fix}", "…")


def contract(entry: RuleEntry) -> dict[str, Any]:
    """Return a rule as scripts read it."""
    rule = entry.rule
    return {
        "rule": entry.name,
        "family": rule.family,
        "severity": rule.severity,
        "state": rule.state,
        "sections": list(rule.sections),
        "message": rule.message.en,
        "message_zh": rule.message.zh,
        "why": rule.why.en,
        "why_zh": rule.why.zh,
        "source": entry.source.what,
        "grade": entry.source.grade,
        "fix": entry.fix,
        "can_be_overruled": rule.can_be_overruled,
        "bad": [{"text": text, "quote": quote} for text, quote in entry.bad],
        "good": list(rule.good),
    }


_SAID = {
    "en": {
        "why": "Why", "source": "Source", "bad": "Flagged", "good": "Passes", "automatic": "mended on request",
        "offered": "words are offered", "none": "to be rewritten by hand", "shadow": "on trial, not shown",
        "blocks": "blocks", "fix": "to fix", "consider": "to consider",
    },
    "zh": {
        "why": "原因", "source": "来源", "bad": "会提示", "good": "不提示", "automatic": "可一键改正",
        "offered": "提供替换词", "none": "需自行改写", "shadow": "试运行，不显示", "blocks": "必改", "fix": "待改",
        "consider": "建议",
    },
}  # fmt: skip


def lines(lang: str) -> Iterator[str]:
    """Yield the handbook as plain text, in a language."""
    words, known, mark = _SAID[lang], knowledge(), "：" if lang == "zh" else ": "
    for family, entries in handbook().items():
        yield f"{known.rule_families[family].in_language(lang)} ({len(entries)})"
        for entry in entries:
            rule = entry.rule
            notes = [words[rule.severity], words[entry.fix], *([words["shadow"]] if rule.state == "shadow" else [])]
            yield f"  {entry.name} [{', '.join(notes)}]"
            yield f"    {said(rule.message.in_language(lang))}"
            yield f"    {words['why']}{mark}{rule.why.in_language(lang)}"
            yield f"    {words['source']}{mark}{entry.source.what} ({entry.source.grade})"
            yield from (f"    {words['bad']}{mark}{_line(text)}" for text, _ in entry.bad)
            yield from (f"    {words['good']}{mark}{_line(text)}" for text in rule.good)


def _line(text: str) -> str:
    return " ".join(text.split())
