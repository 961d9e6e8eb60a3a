"""The form of a verb after an auxiliary: did not managed, have follow, was suspend, will used."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.english.checkers.grammar_words import (
    AUXILIARIES,
    BE,
    DO,
    HAVE,
    MODALS,
    MOSTLY_VERBS,
    OBJECT_ONLY,
    SUBJECTS,
    Line,
    Token,
    begins_object,
    lines,
    replaced,
    verb_of,
    words,
)
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose
from poa_app.model.finding import Fix
from poa_app.phrases.lexicon import Verb

_WANT_BE, _NO_PASSIVE, _HEART, _STATIVE = words("want_be"), words("no_passive"), words("heart"), words("stative")
_DEEDS_OR_NOUNS, _ABSTRACT, _BETWEEN = words("deeds_or_nouns"), words("abstract"), words("between")
_SURE_VERBS = MOSTLY_VERBS - {"need", "want", "say", "go", "make", "think"}
_PERSONS, _HARDLY_THINGS = words("persons"), words("hardly_things")
_MAIN_DO, _BEFORE_A_NOUN = words("main_do"), words("before_a_noun")
_HARDLY_BASE = frozenset(["found", "felt", "saw", "fell", "thought"])


def after_auxiliary(prose: Prose) -> Iterator[Hit]:
    """Find verbs in the wrong form after did, can, have, was and their like."""
    for line in lines(prose):
        for at, token in enumerate(line.tokens):
            found = None
            if token.low in DO:
                found = _after_do(line, at)
            elif token.low in MODALS or token.low.endswith("'ll"):
                found = _after_modal(line, at)
            elif token.low in HAVE or token.low.endswith("'ve"):
                found = _after_have(line, at)
            elif token.low in BE or (token.low.endswith("'s") and token.low[:-2] in _PERSONS):
                found = _after_be(line, at)
            elif token.low == "not":
                found = _not_without(line, at)
            if found:
                yield found


def _main(line: Line, at: int) -> int | None:
    """Return the place of the verb that belongs to an auxiliary, past its adverbs."""
    at += 1
    while at < len(line.tokens) and line.tokens[at].close and (line.low(at) in _BETWEEN or _is_ly(line.tokens[at])):
        if line.low(at) == "been":
            return None
        at += 1
    return at if at < len(line.tokens) and line.tokens[at].close and line.tokens[at].text[0].islower() else None


def _is_ly(token: Token) -> bool:
    return token.low.endswith("ly") and token.kind.adverb and not token.kind.noun and not token.kind.verb


_SUBJECTS_PLUS_IT_YOU = SUBJECTS | {"it", "you"}


def _after_do(line: Line, at: int) -> Hit | None:
    main = _main(line, at) if not _asks(line, at) else at + 2
    if main is None or main >= len(line.tokens):
        return None
    token, negated = line.tokens[main], line.low(at).endswith("n't") or line.low(at + 1) == "not"
    forms = token.kind.verb
    if not forms or "gerund" in forms or ("base" in forms and token.low not in _HARDLY_BASE):
        return None
    is_plain = line.low(at - 1) in _SUBJECTS_PLUS_IT_YOU and line.low(at - 2) not in _MAIN_DO and at + 1 == main
    if not negated and not _asks(line, at) and not (is_plain and begins_object(line, main + 1)):
        return None
    if (token.kind.noun and not token.low.endswith("s")) or (line.low(at - 1) in _MAIN_DO and not negated):
        return None
    if token.low in ("has", "had"):
        return replaced(line, at, main, "have")
    if token.low == "did":
        return replaced(line, at, main, "do")
    verb = verb_of(token, "third", "past", "participle")
    return replaced(line, at, main, verb.base) if verb else None


def _after_modal(line: Line, at: int) -> Hit | None:
    token = line.tokens[at]
    is_noun = token.low in ("can", "will", "may", "might") and (
        (token.text[0].isupper() and at > 0) or line.low(at - 1) in _BEFORE_A_NOUN
    )
    main = _main(line, at) if not _asks(line, at) else at + 2
    if is_noun or main is None or main >= len(line.tokens):
        return None
    low = line.low(main)
    if low == "to":
        return _must_to(line, at) if main == at + 1 else None
    if low in ("is", "are", "was", "were", "am", "been", "being"):
        return replaced(line, at, main, "be") if main == at + 1 and token.low != "might" else None
    if low in ("has", "had"):
        return replaced(line, at, main, "have")
    if low in _WANT_BE or low == "against":
        return replaced(line, at, main, f"be {low}")
    return _wrong_after_modal(line, at, main)


def _wrong_after_modal(line: Line, at: int, main: int) -> Hit | None:
    """Find "can sends" and "will used"."""
    verb = line.tokens[main]
    forms, has_object = verb.kind.verb, begins_object(line, main + 1)
    if not forms or ("base" in forms and verb.low not in _HARDLY_BASE) or verb.kind.adverb:
        return None
    found = verb_of(verb, "third", "past", "participle", "gerund")
    is_verb = found is not None and "third" in forms and (has_object or found.base in MOSTLY_VERBS)
    if found is None or (verb.kind.noun and ("gerund" in forms or ("past" not in forms and not is_verb))):
        return None
    if "participle" in forms and not has_object:
        return replaced(line, at, main, f"be {found.participle}", found.base)
    if "gerund" in forms:
        return replaced(line, at, main, found.base, f"be {found.gerund}")
    return replaced(line, at, main, found.base)


def _must_to(line: Line, at: int) -> Hit | None:
    """Find "must to scan"."""
    base = at + 2
    if line.low(at) not in ("must", "can", "could", "should", "cannot", "might") or not line.next_is_close(at + 1):
        return None
    if "base" not in line.tokens[base].kind.verb:
        return None
    first, last = line.tokens[at].word, line.tokens[base].word
    return Hit(first.start, last.end, (Fix(text=f"{first.text} {last.text}"),))


_SUBJECTS_PLUS_YOU = SUBJECTS | {"you"}


def _asks(line: Line, at: int) -> bool:
    """Whether a question begins with an auxiliary: could you, did they."""
    begins = at == 0 or line.low(at - 1) in ("why", "how", "when", "where", "and")
    return begins and line.low(at + 1) in _SUBJECTS_PLUS_YOU and line.next_is_close(at) and line.next_is_close(at + 1)


_DO_PLUS_TO_AND_OR = DO | {"to", "and", "or"}
_BETWEEN_VERBS = _BETWEEN - {"been", "all", "both", "only", "just"}


def _after_have(line: Line, at: int) -> Hit | None:
    """Find "have follow", "has took" and "had been check"."""
    main = at + 1
    if line.low(at) == "having" and line.low(at - 1) != "after":
        return None
    while (
        main < len(line.tokens)
        and line.tokens[main].close
        and (line.low(main) in _BETWEEN_VERBS or _is_ly(line.tokens[main]))
    ):
        main += 1
    if main >= len(line.tokens) or not line.tokens[main].close or not line.tokens[main].text.islower():
        return None
    if line.low(at) == "have" and line.low(at - 1) in _DO_PLUS_TO_AND_OR:
        return None
    token = line.tokens[main]
    forms = token.kind.verb
    if token.low == "did" and at + 1 == main and line.low(main + 1) not in ("not", "the"):
        return replaced(line, at, main, "done")
    if token.low == "be" and at + 1 == main:
        return replaced(line, at, main, "been")
    if (
        token.kind.function
        or token.low.endswith(("ed", "run"))
        or "participle" in forms
        or "gerund" in forms
        or not {"base", "past"} & forms
    ):
        return None
    verb = verb_of(token, "past") if "past" in forms else verb_of(token, "base")
    if verb is None or (token.kind.adverb and not begins_object(line, main + 1)):
        return None
    looks_otherwise = token.kind.noun or token.kind.adjective
    if looks_otherwise and token.low not in _SURE_VERBS and not _has_plain_object(line, main):
        return None
    return replaced(line, at, main, verb.participle)


def _has_plain_object(line: Line, main: int) -> bool:
    has_object = line.low(main + 1) in OBJECT_ONLY and line.next_is_close(main)
    return has_object and line.low(main + 2) not in ("same", "next")


def _after_be(line: Line, at: int) -> Hit | None:
    if line.low(at) in ("be", "being") and line.low(at - 1) in ("be", "being"):
        return None
    main = _main(line, at)
    if main is None or line.low(at).startswith("there") or line.low(at - 1) in ("there", "what", "do"):
        return None
    token, forms, low = line.tokens[main], line.tokens[main].kind.verb, line.low(main)
    if low in ("be", "been") and line.low(at) in ("is", "are", "was", "were") and main == at + 1:
        return replaced(line, at, main, "being")
    if low in _NO_PASSIVE and low not in ("expired",):
        return _without_be(line, at, main)
    if low in ("have", "has") and line.tokens[at].close and not line.low(at).startswith("be"):
        return replaced(line, at, main)
    if token.kind.function or not forms or {"participle", "gerund"} & forms:
        return None
    if low.endswith(("ed", "run")):
        return None
    if "past" in forms and not token.kind.noun and not token.kind.adjective and "base" not in forms:
        found = verb_of(token, "past")
        return replaced(line, at, main, found.participle) if found else None
    if "third" in forms and not token.kind.noun:
        found = verb_of(token, "third")
        return replaced(line, at, main, found.participle) if found else None
    return _base_after_be(line, at, main) if "base" in forms else None


_MOSTLY_VERBS_BUT_NEED_WANT_MAKE = MOSTLY_VERBS - {"need", "want", "make"}
_SUBJECTS_PLUS_IT = SUBJECTS | {"it"}


def _base_after_be(line: Line, at: int, main: int) -> Hit | None:
    """Find "was suspend", "is depend on" and "has been check"."""
    token, low = line.tokens[main], line.low(main)
    verb = verb_of(token, "base")
    before = {line.low(one) for one in range(max(0, at - 8), at)}
    if verb is None or (before & {"do", "did", "does", "done"} and before & {"what", "all", "thing", "only"}):
        return None
    if token.kind.noun or token.kind.adjective or token.kind.adverb:
        by_somebody = (
            line.low(main + 1) in ("by", "again", "successfully")
            and line.next_is_close(main)
            and low not in ("stand", "step", "one")
        )
        been = line.low(at) in ("been", "being") and line.next_is_close(main) and not token.kind.adjective
        is_deed = low in _MOSTLY_VERBS_BUT_NEED_WANT_MAKE and not token.kind.adjective
        by_pronoun = (
            line.low(at - 1) in _SUBJECTS_PLUS_IT and line.low(main + 1) in OBJECT_ONLY and not token.kind.adjective
        )
        by_modal = line.low(at - 1) in MODALS and low in _DEEDS_OR_NOUNS and line.low(at - 2) not in ("there", "it")
        by_heart = line.low(at - 1) in ("i", "we") and low in _HEART and line.next_is_close(main)
        if by_heart:
            return _without_be(line, at, main, low)
        if not (
            by_pronoun
            or by_modal
            or (by_somebody and not token.kind.adjective)
            or _is_deed_to(line, at, main)
            or _is_no_thing(line, at, main)
            or (been and begins_object(line, main + 1))
            or is_deed
        ):
            return None
    elif line.low(at) in ("is", "was") and line.low(at - 1) in (
        "step",
        "goal",
        "aim",
        "task",
        "duty",
        "job",
        "plan",
        "measure",
    ):
        return None
    if low in _STATIVE or (main > at + 1 and line.low(at + 1) == "also" and line.next_is_close(main)):
        right = _finite(line, at, verb)
        return _without_be(line, at, main, right) if right else replaced(line, at, main)
    if line.low(at) == "been" or line.low(at - 1) in ("we", "i"):
        return replaced(line, at, main, verb.gerund, verb.participle)
    return replaced(line, at, main, verb.participle)


def _is_deed_to(line: Line, at: int, main: int) -> bool:
    """Whether a noun is meant as a deed: is upload to the folder."""
    after = line.low(main + 1) in (
        "to",
        "by",
        "from",
        "into",
        "on",
        "in",
        "at",
        "before",
        "after",
        "with",
        "every",
        "each",
    )
    head = line.tokens[at - 1] if at else None
    if head is None or not after or not line.next_is_close(main) or line.low(main) not in _DEEDS_OR_NOUNS:
        return False
    is_thing = head.kind.noun and head.low not in _ABSTRACT and head.low.removesuffix("s") not in _ABSTRACT
    return is_thing and main == at + 1


def _is_no_thing(line: Line, at: int, main: int) -> bool:
    """Whether a deed stands bare where a thing would want its article: the units was check one by one."""
    if line.low(main) not in _HARDLY_THINGS or line.low(at) in ("be", "being", "am"):
        return False
    head = line.tokens[at - 1] if at else None
    if head is None or head.low in _ABSTRACT or head.low.removesuffix("s") in _ABSTRACT:
        return False
    is_thing = head.kind.noun or head.is_acronym or head.low in _SUBJECTS_PLUS_IT
    after = line.tokens[main + 1] if line.next_is_close(main) else None
    return is_thing and (
        after is None or after.kind.function or (after.kind.adverb and not after.kind.noun) or after.is_number
    )


def _finite(line: Line, at: int, verb: Verb) -> str:
    return {"was": verb.past, "were": verb.past, "is": verb.third, "are": verb.base}.get(line.low(at), "")


def _without_be(line: Line, at: int, main: int, right: str = "") -> Hit:
    between = [token.text for token in line.tokens[at + 1 : main]]
    first, last = line.tokens[at].word, line.tokens[main].word
    if "not" in between or line.low(at) in ("be", "been", "being"):
        return Hit(first.start, last.end)
    found = right or (
        (verb.past if line.low(at) in ("was", "were") else verb.third)
        if (verb := verb_of(line.tokens[main], "participle")) and line.low(at) in ("is", "was", "were")
        else last.text
    )
    return Hit(first.start, last.end, (Fix(text=" ".join([*between, found])),))


def _not_without(line: Line, at: int) -> Hit | None:
    """Find "we not sell", which lacks its auxiliary."""
    before, verb = line.low(at - 1), line.tokens[at + 1] if line.next_is_close(at) else None
    if verb is None or before not in _SUBJECTS_PLUS_IT or not line.tokens[at].close or not verb.text.islower():
        return None
    if (
        line.low(at - 2) in AUXILIARIES
        or verb.kind.function
        or "base" not in verb.kind.verb
        or verb.kind.adverb
        or verb.kind.adjective
    ):
        return None
    if before == "it" and (at > 1 and line.low(at - 2) not in ("because", "if", "when", "and", "but", "that", "so")):
        return None
    if any(
        line.low(one) in ("require", "requires", "that", "recommend", "suggest") for one in range(max(0, at - 5), at)
    ):
        return None
    return replaced(line, at - 1, at + 1)


CHECKERS: dict[str, Checker] = {"grammar-after-auxiliary": after_auxiliary}
