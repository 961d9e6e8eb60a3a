"""What the file about recognising notices may hold."""

from __future__ import annotations

import re

from pydantic import field_validator

from poa_app.knowledge.schema import KnowledgeModel, Slug, Words
from poa_app.model.facts import Level, Stage

_IN_FULL = re.compile(
    r"\b(?P<verb>do|does|did|is|are|was|were|has|have|had|could|would|should|need) not\b|\bcannot\b|\bwill not\b",
    re.IGNORECASE,
)
"""What English speech shortens: "does not" to "doesn't"."""


def also_shortened(phrases: tuple[Words, ...]) -> tuple[Words, ...]:
    """Return phrases, and behind each the one by which speech shortens it."""
    told = (one for phrase in phrases for one in (phrase, _IN_FULL.sub(_shortened, phrase)))
    return tuple(dict.fromkeys(told))


def _shortened(found: re.Match[str]) -> str:
    if found["verb"]:
        return f"{found['verb']}n't"
    return "can't" if found.group().lower() == "cannot" else "won't"


class MailKind(KnowledgeModel):
    """Words of a kind of mail that is no enforcement.

    Attributes:
        names: words that name the kind.
        hints: words that go with it.
        opens: words that tell it where a text begins with them, whatever it speaks of.
        may_name: whether such mails speak of rates and violations by name, and enforce nothing.
    """

    names: tuple[Words, ...]
    hints: tuple[Words, ...]
    opens: tuple[Words, ...] = ()
    may_name: bool = False


class Recognition(KnowledgeModel):
    """How a notice is told from other mail, and what its fixed sentences mean; phrases by what they stand for.

    Attributes:
        pages: words of the page of a forum, around the words of whom posted a message there.
        announces: words by which who posted a message says that it follows.
        page_ends: words with which a line of such a page begins behind the message.
        boilerplate: words of notices of any kind, which say nothing of what this one is about.
        asides: words that make a whole sentence say nothing of it: about funds, policies to read, how to send.
        threats: words by which a sentence tells what may follow, not what has been done.
        passing: words of a sentence that speaks of the account in passing.
        detail: words by which an answer finds a part of a plan wanting.
        denials: words before a phrase by which a notice says that it is not about that.
        enforces: words by which Amazon takes or threatens to take something away.
        more_wanted: words by which Amazon wants more before it decides.
        documents_refused: words by which it refuses documents: beside a list of others to send a request for more.
        stages: how far a case has come.
        levels: what is taken away, where it has been.
        levels_named: what is named as what a notice is about, which counts where nothing tells that it was taken away.
        levels_in_danger: what is said to be in danger.
        levels_at_risk: what may be taken away.
        ratings: what notices call ratings in points, which are no rates.
        weak: what may be meant where a text names no enforcement.
        signs: what may name an enforcement in other words: parts that stand in one sentence, each the beginnings
            of some words.
        mails: kinds of mail that are no enforcement.
        wanting: what an answer finds wanting in an appeal.
        requested: what a notice asks to send, besides the kinds of evidence.
        question_forms: forms of questions, by the part of a plan they ask for without its name.
    """

    @field_validator("detail", "denials", "enforces", "more_wanted", "documents_refused")
    @classmethod
    def _and_shortened(cls, phrases: tuple[Words, ...]) -> tuple[Words, ...]:
        return also_shortened(phrases)

    @field_validator("stages", "wanting", "levels")
    @classmethod
    def _each_and_shortened(cls, table: dict[Slug, tuple[Words, ...]]) -> dict[Slug, tuple[Words, ...]]:
        return {slug: also_shortened(phrases) for slug, phrases in table.items()}

    pages: tuple[Words, ...]
    announces: tuple[Words, ...]
    page_ends: tuple[Words, ...]
    boilerplate: tuple[Words, ...]
    asides: tuple[Words, ...]
    threats: tuple[Words, ...]
    passing: tuple[Words, ...]
    detail: tuple[Words, ...]
    denials: tuple[Words, ...]
    enforces: tuple[Words, ...]
    more_wanted: tuple[Words, ...]
    documents_refused: tuple[Words, ...]
    stages: dict[Stage, tuple[Words, ...]]
    levels: dict[Level, tuple[Words, ...]]
    levels_named: dict[Level, tuple[Words, ...]]
    levels_in_danger: dict[Level, tuple[Words, ...]]
    levels_at_risk: dict[Level, tuple[Words, ...]]
    ratings: dict[Slug, tuple[Words, ...]]
    weak: dict[Slug, tuple[Words, ...]]
    signs: dict[Slug, tuple[tuple[Words, ...], ...]]
    mails: dict[Slug, MailKind]
    wanting: dict[Slug, tuple[Words, ...]]
    requested: dict[Slug, tuple[Words, ...]]
    question_forms: dict[Slug, tuple[Words, ...]]


class TellingRules(KnowledgeModel):
    """Rules by what they tell; each names the classes whose words stand in one sentence.

    Attributes:
        reminds: that a message only reminds of what is kept on file.
        enforces: that Amazon takes something away, or has answered an appeal.
        answered: that Amazon answers what the seller sent.
        upheld: that all stays as it is.
        levels: what is taken away.
        stages: how far a case has come.
        wanting: what an answer finds wanting.
        enforcements: which enforcement a message is about.
        matters: which one an answer may be about that names none.
        mails: what kind of mail it is that is no enforcement.
    """

    reminds: tuple[Words, ...]
    enforces: tuple[Words, ...]
    answered: tuple[Words, ...]
    upheld: tuple[Words, ...]
    levels: dict[Level, tuple[Words, ...]]
    stages: dict[Stage, tuple[Words, ...]]
    wanting: dict[Slug, tuple[Words, ...]]
    enforcements: dict[Slug, tuple[Words, ...]]
    matters: dict[Slug, tuple[Words, ...]]
    mails: dict[Slug, tuple[Words, ...]]


class Tells(KnowledgeModel):
    """What sentences tell by the classes of their words.

    Attributes:
        classes: beginnings of words by the name of their class.
        rules: what they tell together.
    """

    classes: dict[Slug, tuple[Words, ...]]
    rules: TellingRules
