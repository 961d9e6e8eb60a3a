"""What somebody's words are: a verb phrase, a clause, a name of a thing, sentences, or not certain.

No tagger is asked: closed lists of small words and the shipped word forms decide most of it. What they do not decide is
called unknown, so that the words can stand as a sentence of their own.
"""

from __future__ import annotations

import re
from functools import lru_cache

from poa_app.phrases import function_words as small
from poa_app.phrases.lexicon import Lexicon, VerbForm, lexicon
from poa_app.phrases.mending import mended
from poa_app.phrases.text import LONGEST, is_foreign, sentences, tidy, without_stop
from poa_app.phrases.words import Kind, Phrase, Tense, words_of

_NUMBER = re.compile(r"\d")
_WHOSE = frozenset(("we", "they", "i"))
"""Who may follow a thing without "that": the orders we shipped."""
_POINTS = frozenset(("this", "that", "these", "those", "neither"))
"""Determiners that are a subject by themselves, too: this violates the policy."""
_IS = frozenset(("it's", "he's", "she's", "there's", "that's", "this's", "what's", "who's", "here's"))
"""Short forms of a subject and its verb."""
_SINGULAR = frozenset(("a", "an", "one", "each", "every", "this", "another"))
"""Words after which a form in -s cannot be a plural noun: a jar breaks."""


def read(text: str) -> Phrase:
    """Return what words are.

    Args:
        text: of one field, as typed.
    """
    return _read(text) if len(text) <= LONGEST else Phrase(text.strip(), "sentences")


@lru_cache(maxsize=4096)
def _read(text: str) -> Phrase:
    tidied = without_stop(mended(tidy(text)))
    if not tidied:
        return Phrase("", "blank")
    if is_foreign(tidied):
        return Phrase(tidied, "foreign")
    if len(sentences(tidied)) > 1 or re.search(r"[;!?]\s", tidied):
        return Phrase(tidied, "sentences", words_of(tidied))
    return _Reader(tidied).read()


_ONLY = frozenset(("only", "just", "even"))
"""Adverbs that may stand between a verb and its object."""


_AWAY = frozenset(("back", "off", "out", "away", "over"))
"""Words behind a verb in the past that are nothing which it could describe: switched back."""


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words_of(text)
        self.lows = [word.low for word in self.words]
        self.lexicon: Lexicon = lexicon()

    def phrase(self, kind: Kind, verb: int = 0, tense: Tense = "none", lead: int = 0) -> Phrase:
        return Phrase(self.text, kind, self.words, verb, tense, lead)

    def verb(self, at: int, tense: Tense, kind: Kind = "verb", lead: int = 0) -> Phrase:
        """Return a verb phrase or clause; one that plans or wants to do something speaks of the future."""
        ahead = " ".join(self.lows[at : at + 3])
        return self.phrase(kind, at, "future" if any(one in ahead for one in small.FUTURES) else tense, lead)

    def low(self, place: int) -> str:
        return self.lows[place] if 0 <= place < len(self.lows) else ""

    def read(self) -> Phrase:
        if not self.words:
            return self.phrase("unknown")
        at = self.after_adverbs()
        word = self.low(at)
        if word == "double" and self.low(at + 1) in small.VERBS_FIRST:
            at, word = at + 1, self.low(at + 1)
        if word in small.SUBJECTS or word in small.DETERMINERS or word in small.NUMBERS or _NUMBER.match(word):
            return self.noun_or_clause(at)
        if word == "there" or (word == "no" and self.low(at + 1) == "one"):
            return self.noun_or_clause(at)
        if word == "to" or (word == "in" and self.low(at + 1) == "order"):
            return self.phrase("infinitive", at)
        if word in small.SUBORDINATORS and not self.is_date(at + 1):
            return self.led_clause(at)
        if word in small.PREPOSITIONS or word in small.SUBORDINATORS or (word == "due" and self.low(at + 1) == "to"):
            return self.led_clause(at)
        if word in small.AUXILIARIES:
            return self.verb(at, self.tense_of_auxiliary(word))
        if word in _IS:
            return self.verb(at, "present", "clause")
        if word in small.TIMES or word in small.PROPER or word in small.CONJUNCTIONS:
            return self.noun_or_clause(at)
        return self.verb_phrase(at) or self.noun_or_clause(at)

    def after_adverbs(self) -> int:
        at = 0
        while self.low(at) in small.LEADING_ADVERBS or (self.is_adverb(at) and at + 1 < len(self.words)):
            if self.low(at) in ("no",):
                break
            at += 1
        return min(at, len(self.words) - 1)

    def is_adverb(self, at: int) -> bool:
        word = self.low(at)
        return (
            word.endswith("ly") and len(word) > 4 and not self.lexicon.forms_any(word) and word not in small.NOT_ADVERBS
        )

    def is_date(self, at: int) -> bool:
        word = self.low(at)
        return (
            bool(_NUMBER.match(word))
            or word in small.PROPER
            or (word in ("last", "then", "the", "early", "late") and (self.low(at + 1) in small.TIME_NOUNS))
        )

    @staticmethod
    def tense_of_auxiliary(word: str) -> Tense:
        if word in small.FUTURE_AUXILIARIES:
            return "future"
        return "past" if word in small.PAST_AUXILIARIES else "present"

    def begins_object(self, at: int) -> bool:
        by_one = self.low(at) == "one" and self.low(at + 1) == "by"
        return at < len(self.words) and _begins_object(self.low(at)) and not by_one

    def verb_phrase(self, at: int) -> Phrase | None:
        """Read words that may begin with a verb; None where they begin with something else."""
        word = self.low(at)
        forms = self.lexicon.kinds(word)
        after = self.low(at + 1)
        if not forms or (after == "of" and self.lexicon.is_noun(word)):
            return None
        noun = self.lexicon.is_noun(word) or word in self.lexicon.adjectives
        sure = self.begins_object(at + 1) and not self.is_rate(at + 1) and not (noun and after in small.RELATIVES)
        sure = (
            sure
            or word in small.REPORTING
            or self.joins_verb(at, forms)
            or (word in small.VERBS_FIRST and after == "to" and self.begins_object(at + 2))
            or ("past" in forms and (after in _AWAY or not self.may_be_described(at + 1)))
        )
        finite = None if sure else self.finite(at, orders=word in small.VERBS_FIRST and "base" in forms)
        if finite:
            return None
        if "gerund" in forms:
            if after == "of":
                return self.phrase("noun")
            if noun and not sure and not self.is_particle(after):
                return self.phrase("unknown", at)
            return self.phrase("gerund", at)
        if "past" in forms:
            if "base" in forms and noun and not sure and word not in small.VERBS_FIRST:
                return self.phrase("unknown", at)
            return self.verb(at, "past")
        if "participle" in forms:
            return None
        if "third" in forms:
            if noun and not sure and (not after or after in small.CONJUNCTIONS):
                return self.phrase("unknown", at)
            told = self.lexicon.kinds(after) & {"past", "participle"}
            if noun and not sure and (after in small.PREPOSITIONS or after == "to" or told):
                return self.phrase("unknown", at)
            return self.verb(at, "present")
        if noun and not sure and word not in small.VERBS_FIRST and after not in ("if", "that", "whether"):
            return self.phrase("unknown", at)
        return self.verb(at, "base")

    def may_be_described(self, at: int) -> bool:
        """Whether a word can be what a participle describes: affected orders, but not ordered back."""
        word = self.low(at)
        named = self.words[at].text[0].isupper() if at < len(self.words) else False
        return self.lexicon.is_noun(word) or word in self.lexicon.adjectives or (named and word not in small.PROPER)

    def joins_verb(self, at: int, forms: frozenset[VerbForm]) -> bool:
        """Whether "and" and a verb of the same form with its object follow: reads and answers every message."""
        if self.low(at + 1) not in ("and", "or"):
            return False
        others = self.lexicon.kinds(self.low(at + 2))
        follows = self.low(at + 3)
        goes_on = self.begins_object(at + 3) or ("third" in forms and follows in small.PARTICLES)
        return bool(forms & others) and goes_on

    def is_particle(self, word: str) -> bool:
        return word in small.PREPOSITIONS or word in ("away", "back", "together", "sure")

    def led_clause(self, at: int) -> Phrase:
        """Read words that begin with a preposition or a joining word."""
        subordinate = self.low(at) in small.SUBORDINATORS and not self.is_date(at + 1)
        comma = next((place for place in range(at + 1, len(self.words)) if self.low(place) == ","), None)
        for start in filter(None, ((comma or -1) + 1, self.after_date(at + 1))):
            found = self.finite(start)
            if found and self.begins_subject(start):
                return self.verb(found[0], found[1], "clause", start)
        if subordinate:
            return self.phrase("unknown", at)
        found = self.finite(at + 1)
        return self.phrase("unknown", at) if found else self.phrase("preposition", at)

    def after_date(self, at: int) -> int:
        """Return the place after a date or month that stands at a word; 0 where none does."""
        start = at
        while _NUMBER.match(self.low(at)) or self.low(at) in small.PROPER:
            at += 1
        return at if at > start else 0

    def begins_subject(self, at: int) -> bool:
        word = self.low(at)
        return word not in small.PREPOSITIONS and word not in small.CONJUNCTIONS and word not in small.RELATIVES

    def noun_or_clause(self, at: int) -> Phrase:
        found = self.finite(at)
        if not found:
            doubtful = any(self.may_be_finite(place, at) for place in range(at + 1, len(self.words)))
            return self.phrase("unknown" if doubtful or self.low(at) in small.SUBJECTS else "noun", at)
        return self.verb(found[0], found[1], "clause")

    def may_be_finite(self, at: int, start: int) -> bool:
        """Whether a word could be the verb of a sentence that is not certainly one."""
        forms = self.lexicon.kinds(self.low(at))
        if self.is_finite_alone(at):
            return True
        if self.low(at) in small.PREPOSITIONS or self.low(at) in small.PARTICLES:
            return False
        if not forms & {"past", "third", "base"} or not self.can_end_subject(at - 1, start):
            return False
        if "past" in forms:
            return True
        word, after = self.low(at), self.low(at + 1)
        if not self.lexicon.is_noun(word):
            return "third" in forms or self.is_plural(at - 1)
        follows = after in small.PARTICLES or self.lexicon.is_noun(after)
        return follows and ("third" in forms or self.is_plural(at - 1))

    def finite(self, start: int, orders: bool = False) -> tuple[int, Tense] | None:
        """Find the finite verb of the main clause that begins at a word; None where none is certain.

        Args:
            start: place of the word.
            orders: whether the word is likelier a verb, so that "the 9 SKUs we were out of" tells which SKUs.
        """
        waiting = 0
        for at in range(start, len(self.words)):
            word = self.low(at)
            that = word == "that" and self.low(at + 1) in small.AUXILIARIES
            if at > start and (word in small.RELATIVES or that):
                told = word in ("that", "which", "who") and self.finite_tense(at + 1, start) is None
                waiting += not (told and self.may_be_told(at + 1))  # messages that came in
                continue
            if orders and at > start + 1 and word in _WHOSE and self.low(at - 1).endswith("s"):
                waiting += 1
                continue
            tense = self.finite_tense(at, start)
            if tense is None:
                continue
            if waiting:
                waiting -= 1
                continue
            return at, tense
        return None

    def finite_tense(self, at: int, start: int) -> Tense | None:
        word, before = self.low(at), self.low(at - 1) if at > start else ""
        if word in small.PREPOSITIONS | small.PARTICLES | small.DETERMINERS | small.LEADING_ADVERBS:
            return None
        if word in small.AUXILIARIES:
            if (word == "may" and self.words[at].text == "May") or (word == "am" and before != "i"):
                return None
            if word in ("can", "will", "might", "must") and not before:
                return None
            return self.tense_of_auxiliary(word)
        if before == "," and self.is_finite_alone(at) and "," in self.lows[start : at - 1]:
            return "past"
        if not before or before in ("to", *small.AUXILIARIES) or not self.can_end_subject(at - 1, start):
            return None
        forms = self.lexicon.kinds(word)
        counted = _NUMBER.match(before) is not None and word in self.lexicon.plurals
        after = self.behind_only(at + 1)
        told_of = self.low(after) in ("that", "which", "who") and self.may_be_told(after + 1)
        counted = counted or (word in self.lexicon.plurals and told_of)
        if not forms & {"past", "third", "base"} or self.is_rate(at + 1) or counted:
            return None
        sure = self.begins_object(after) or word == "said"
        while self.low(at - 1) in small.LEADING_ADVERBS or self.is_adverb(at - 1):
            at -= 1
        before = self.low(at - 1)
        noun = self.lexicon.is_noun(word) or word in self.lexicon.adjectives
        pronoun = before in small.SUBJECTS or (before == "one" and self.low(at - 2) == "no")
        if "past" in forms and not (noun and not sure and not pronoun and not self.is_agent(at - 1)):
            only = "participle" not in forms or word in small.INTRANSITIVE
            if only or sure or pronoun or self.is_agent(at - 1) or self.is_object(after):
                return None if self.low(after) == "by" and not only else "past"
            return None
        agent = self.is_agent(at - 1) and self.low(after) not in ("", "of") and not self.is_finite_alone(after)
        noun = noun and word not in small.VERBS_AFTER
        single = self.low(start) in _SINGULAR and word not in small.PLURAL_MODIFIERS and self.low(after) != "of"
        if "third" in forms and (pronoun or sure or not noun or agent or single):
            return "present" if pronoun or not noun or not self.is_plural(at - 1) else None
        if (
            "base" in forms
            and (pronoun or sure or not noun)
            and (pronoun or self.is_plural(at - 1) or self.is_agent(at - 1) or "and" in self.lows[start:at])
        ):
            return "present"
        return None

    def may_be_told(self, at: int) -> bool:
        """Whether a verb stands at a word, so that "messages that came in" are messages."""
        return self.is_finite_alone(at) or bool(self.lexicon.kinds(self.low(at)) - {"base", "gerund"})

    def behind_only(self, at: int) -> int:
        """Return the place behind an "only" that may stand between a verb and its object."""
        return at + 1 if self.low(at) in _ONLY else at

    def is_object(self, at: int) -> bool:
        """Whether a bare noun stands at a word, alone or with its adjective: received broken jars."""
        word, after = self.low(at), self.low(at + 1)
        if word in self.lexicon.adverbs:
            return False
        return self.lexicon.is_noun(word) or (word in self.lexicon.adjectives and self.lexicon.is_noun(after))

    def is_finite_alone(self, at: int) -> bool:
        """Whether a word can be nothing but a finite verb."""
        forms = self.lexicon.kinds(self.low(at))
        return self.low(at) in small.AUXILIARIES or ("past" in forms and "participle" not in forms)

    def is_rate(self, at: int) -> bool:
        """Whether words say how often, as "a day" and "per week" do."""
        return self.low(at) in ("a", "an", "per", "each", "every") and self.low(at + 1) in (
            small.UNITS_OF_TIME if self.low(at) == "per" else small.UNITS_OF_TIME - small.EVENTS
        )

    def can_end_subject(self, at: int, start: int) -> bool:
        word = self.low(at)
        if word in small.SUBJECTS or _NUMBER.match(word) or word in (")", "%"):
            return True
        if word in small.DETERMINERS and word not in ("all", "each", "both", "none"):
            return at == start and word in _POINTS
        if word in small.PREPOSITIONS or word in small.CONJUNCTIONS or not word[0].isalpha():
            return False
        if self.words[at].text[0].isupper() and at > start:
            return True
        if self.is_adverb(at) or word in small.LEADING_ADVERBS:
            return at > start and self.can_end_subject(at - 1, start)
        return self.lexicon.is_noun(word) or not self.lexicon.is_common(word)

    def is_plural(self, at: int) -> bool:
        word = self.low(at)
        return (word in self.lexicon.plurals and word not in self.lexicon.singulars) or word in (
            "staff",
            "goods",
            "we",
            "they",
            "i",
        )

    def is_agent(self, at: int) -> bool:
        """Whether a word names somebody who can do things."""
        word = self.low(at)
        if word in small.SUBJECTS:
            return True
        if self.words[at].text[0].isupper() and word.isalpha() and not self.lexicon.is_common(word):
            return True
        return word.rstrip("s") in small.AGENTS or word in small.AGENTS


def begins_object(phrase: Phrase, at: int) -> bool:
    """Whether the word at a place can only begin a noun phrase, so that a verb must stand before it."""
    return at < len(phrase.words) and _begins_object(phrase.words[at].low)


def _begins_object(word: str) -> bool:
    return (
        word in small.DETERMINERS
        or word in small.NUMBERS
        or word in ("him", "her", "them", "it", "us", "whether", "that", "what", "which", "if", "€", "£", "$")
        or bool(_NUMBER.match(word))
    )
