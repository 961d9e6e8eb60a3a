"""The rules of Harper that are used, and what is said of each: the data of ``harper_rules.toml``."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

import tomli
from pydantic import ValidationError

from poa_app.errors import KnowledgeFault
from poa_app.knowledge.schema import Bilingual, KnowledgeModel, Words
from poa_app.model.finding import Severity

FILE = Path(__file__).with_name("harper_rules.toml")

RemarkFamily = Literal["spelling", "grammar", "repetition"]


class RuleGroup(KnowledgeModel):
    """What is said of every rule of one kind; ``{quote}`` stands for the words it is about."""

    family: RemarkFamily
    severity: Severity
    message: Bilingual
    why: Bilingual


class HarperRule(KnowledgeModel):
    """One rule, under the name Harper gives it.

    Attributes:
        group: whose words it shares.
        bad: a sentence it finds fault with.
        only: a pattern the quoted words must fit in full, if there is one.
        unless: a pattern that must not fit from the quoted words on; it may look at the words before them.
        automatic: whether the suggestion cannot change the meaning.
    """

    group: Words
    bad: Words
    only: str = ""
    unless: str = ""
    automatic: bool = False

    def concerns(self, text: str, start: int, end: int) -> bool:
        """Whether the rule is used on these words of a text."""
        if self.only and not re.fullmatch(self.only, text[start:end]):
            return False
        return not (self.unless and re.compile(self.unless).match(text, start))


class AllRules(KnowledgeModel):
    """Which rules Harper had when ours were chosen: how many, and the SHA-256 of their sorted names, one a line."""

    count: int
    sha256: Words


class HarperRules(KnowledgeModel):
    """The whole data file."""

    source: Words
    all_rules: AllRules
    groups: dict[str, RuleGroup]
    rules: dict[str, HarperRule]

    def group_of(self, name: str) -> RuleGroup:
        """Return what is said of a rule."""
        return self.groups[self.rules[name].group]


@cache
def harper_rules() -> HarperRules:
    """Return what the data file says.

    Raises:
        KnowledgeFault: it does not fit its schema, or a rule names no group there is.
    """
    try:
        read = HarperRules.model_validate(tomli.loads(FILE.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        raise KnowledgeFault(FILE.name, ".".join(str(step) for step in first["loc"]), first["msg"]) from error
    for name, rule in read.rules.items():
        if rule.group not in read.groups:
            raise KnowledgeFault(FILE.name, f"rules.{name}", f"nothing is known under {rule.group!r}")
    return read
