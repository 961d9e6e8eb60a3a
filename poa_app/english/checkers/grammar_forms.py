"""The form of a verb after an auxiliary, after "to" and after a preposition: did not managed, have follow, by check."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from poa_app.english.checkers.grammar_words import (
    BE,
    DO,
    HAVE,
    MODALS,
    MOSTLY_VERBS,
    SUBJECTS,
    Line,
    Token,
    begins_object,
    kind,
    lines,
    words,
)
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose
from poa_app.model.finding import Fix
from poa_app.phrases.lexicon import Verb, lexicon

_HEART = frozenset("regret hope promise request appeal".split())
_WANT_BE = words("want_be")
_NO_PASSIVE = words("no_passive")
_DEEDS_OR_NOUNS, _ABSTRACT = words("deeds_or_nouns"), words("abstract")
_TAKE_TO, _TAKE_ING = words("take_to"), words("take_ing")
_PERSONS = frozenset("we they he she it i you".split())
_MAIN_DO = frozenset("what as than all and or so".split())
_TAKES_ING = frozenset("by for of without before after from in on about instead despite besides".split())
_HARDLY_BASE = frozenset("found felt saw fell thought".split())
_HOMOGRAPHS = frozenset("check contact ship list scan label update review count order pack use change upload test buy".split())
_BEFORE_ING = frozenset(
    "focus focused focusing insist insisted work working concentrate concentrated succeed succeeded interested experience"
    " result resulted experienced keen prevent prevented forbidden stop careful thinking think apologize sorry".split()
)
_STATIVE = frozenset(
    "depend belong contain consist include exist happen occur appear disappear seem remain arrive mean need want own lack"
    " have follow agree disagree understand know believe hope apply comply".split()
)
_FINITE = BE | HAVE | DO | MODALS
_OBJECT_ONLY = frozenset("the a an our my your his her its their this these those all every each them him us me".split())
_BETWEEN = frozenset(
    "not never also already always only just still ever yet now then even all both been since often again".split()
)


def after_auxiliary(prose: Prose) -> Iterator[Hit]:
    """Find verbs in the wrong form after did, can, have, was and their like."""
    for line in lines(prose):
        for at, token in enumerate(line.tokens):
            found = None
            if token.low in DO:
                found = _after_do(line, at)
            elif token.low in MODALS:
                found = _after_modal(line, at)
            elif token.low in HAVE:
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


def _hit(line: Line, start: int, end: int, *rights: str) -> Hit:
    """Return a hit from a word to a word, whose last word is to be one of some others."""
    first, last = line.tokens[start].word, line.tokens[end].word
    before = line.sentence.text[first.start - line.sentence.start : last.start - line.sentence.start]
    return Hit(first.start, last.end, tuple(Fix(text=before + right) for right in rights))


def _verb(token: Token, *forms: str) -> Verb | None:
    return next((verb for verb, form in lexicon().forms(token.low) if form in forms), None)


def _after_do(line: Line, at: int) -> Hit | None:
    main = _main(line, at) if not _asks(line, at) else at + 2
    if main is None or main >= len(line.tokens):
        return None
    token, negated = line.tokens[main], line.low(at).endswith("n't") or line.low(at + 1) == "not"
    forms = token.kind.verb
    if not forms or "gerund" in forms or ("base" in forms and token.low not in _HARDLY_BASE):
        return None
    is_plain = line.low(at - 1) in SUBJECTS | {"it", "you"} and line.low(at - 2) not in _MAIN_DO and at + 1 == main
    if not negated and not _asks(line, at) and not (is_plain and begins_object(line, main + 1)):
        return None
    if token.kind.noun and not token.low.endswith("s") or (line.low(at - 1) in _MAIN_DO and not negated):
        return None
    if token.low in ("has", "had"):
        return _hit(line, at, main, "have")
    if token.low == "did":
        return _hit(line, at, main, "do")
    verb = _verb(token, "third", "past", "participle")
    return _hit(line, at, main, verb.base) if verb else None


def _after_modal(line: Line, at: int) -> Hit | None:
    token = line.tokens[at]
    before = line.low(at - 1)
    if token.low in ("can", "will", "may", "might") and (token.text[0].isupper() and at or before in ("the", "a", "of", "in", "good", "free", "their")):
        return None
    main = _main(line, at) if not _asks(line, at) else at + 2
    if main is None or main >= len(line.tokens):
        return None
    verb, forms, low = line.tokens[main], line.tokens[main].kind.verb, line.low(main)
    if low == "to" and token.low in ("must", "can", "could", "should", "cannot", "might") and main == at + 1:
        base = line.tokens[main + 1] if line.next_is_close(main) else None
        if base and "base" in base.kind.verb:
            return _drop_to(line, at, main + 1)
        return None
    if low in ("is", "are", "was", "were", "am", "been", "being"):
        return _hit(line, at, main, "be") if main == at + 1 and token.low != "might" else None
    if low in ("has", "had"):
        return _hit(line, at, main, "have")
    if low in _WANT_BE and (low != "better"):
        return _hit(line, at, main, f"be {low}")
    if low == "against":
        return _hit(line, at, main, "be against")
    if not forms or ("base" in forms and low not in _HARDLY_BASE) or verb.kind.noun and "gerund" in forms:
        return None
    if verb.kind.noun and "past" not in forms and not ("third" in forms and begins_object(line, main + 1)):
        return None
    if verb.kind.adverb:
        return None
    found = _verb(verb, "third", "past", "participle", "gerund")
    if found is None:
        return None
    if "participle" in forms and not begins_object(line, main + 1):
        return _hit(line, at, main, f"be {found.participle}", found.base)
    if "gerund" in forms:
        return _hit(line, at, main, found.base, f"be {found.gerund}")
    return _hit(line, at, main, found.base)


def _asks(line: Line, at: int) -> bool:
    """Whether a question begins with an auxiliary: could you, did they."""
    begins = at == 0 or line.low(at - 1) in ("why", "how", "when", "where", "and")
    return begins and line.low(at + 1) in SUBJECTS | {"you"} and line.next_is_close(at) and line.next_is_close(at + 1)


def _drop_to(line: Line, at: int, base: int) -> Hit:
    first, last = line.tokens[at].word, line.tokens[base].word
    return Hit(first.start, last.end, (Fix(text=f"{first.text} {last.text}"),))


def _after_have(line: Line, at: int) -> Hit | None:
    """Find "have follow", "has took" and "had been check"."""
    main = at + 1
    if line.low(at) == "having" and line.low(at - 1) != "after":
        return None
    while main < len(line.tokens) and line.tokens[main].close and (line.low(main) in _BETWEEN - {"been", "all", "both", "only", "just"} or _is_ly(line.tokens[main])):
        main += 1
    if main >= len(line.tokens) or not line.tokens[main].close or not line.tokens[main].text.islower():
        return None
    if line.low(at - 1) in DO | MODALS | {"to", "and", "or"} and line.low(at) == "have" and line.low(at - 1) not in MODALS:
        return None
    token = line.tokens[main]
    forms = token.kind.verb
    if token.low == "did" and at + 1 == main and line.low(main + 1) not in ("not", "the"):
        return _hit(line, at, main, "done")
    if token.low == "be" and at + 1 == main:
        return _hit(line, at, main, "been")
    if token.kind.function or token.low.endswith(("ed", "run")) or "participle" in forms or "gerund" in forms or not {"base", "past"} & forms:
        return None
    verb = _verb(token, "past") if "past" in forms else _verb(token, "base")
    if verb is None or token.kind.adverb and not begins_object(line, main + 1):
        return None
    looks_otherwise = token.kind.noun or token.kind.adjective
    if looks_otherwise and token.low not in MOSTLY_VERBS - {"need", "want", "say", "go", "make", "think"}:
        if line.low(main + 1) not in _OBJECT_ONLY or not line.next_is_close(main) or line.low(main + 2) in ("same", "next"):
            return None
    return _hit(line, at, main, verb.participle)


def _after_be(line: Line, at: int) -> Hit | None:
    if line.low(at) in ("be", "being") and line.low(at - 1) in ("be", "being"):
        return None
    main = _main(line, at)
    if main is None or line.low(at).startswith("there") or line.low(at - 1) in ("there", "what", "do"):
        return None
    token, forms, low = line.tokens[main], line.tokens[main].kind.verb, line.low(main)
    if low in ("be", "been") and line.low(at) in ("is", "are", "was", "were") and main == at + 1:
        return _hit(line, at, main, "being")
    if low in _NO_PASSIVE and low not in ("expired",):
        return _without_be(line, at, main)
    if low in ("have", "has") and line.tokens[at].close and not line.low(at).startswith("be"):
        return _hit(line, at, main)
    if token.kind.function or not forms or {"participle", "gerund"} & forms:
        return None
    if low.endswith(("ed", "run")):
        return None
    if "past" in forms and not token.kind.noun and not token.kind.adjective and "base" not in forms:
        found = _verb(token, "past")
        return _hit(line, at, main, found.participle) if found else None
    if "third" in forms and not token.kind.noun:
        found = _verb(token, "third")
        return _hit(line, at, main, found.participle) if found else None
    return _base_after_be(line, at, main) if "base" in forms else None


def _base_after_be(line: Line, at: int, main: int) -> Hit | None:
    """Find "was suspend", "is depend on" and "has been check"."""
    token, low = line.tokens[main], line.low(main)
    verb = _verb(token, "base")
    before = {line.low(one) for one in range(max(0, at - 8), at)}
    if verb is None or (before & {"do", "did", "does", "done"} and before & {"what", "all", "thing", "only"}):
        return None
    if token.kind.noun or token.kind.adjective or token.kind.adverb:
        by_somebody = line.low(main + 1) in ("by", "again", "successfully") and line.next_is_close(main) and low not in ("stand", "step", "one")
        been = line.low(at) in ("been", "being") and line.next_is_close(main) and not token.kind.adjective
        is_deed = low in MOSTLY_VERBS - {"need", "want", "make"} and not token.kind.adjective
        by_pronoun = line.low(at - 1) in SUBJECTS | {"it"} and line.low(main + 1) in _OBJECT_ONLY and not token.kind.adjective
        by_modal = line.low(at - 1) in MODALS and low in _DEEDS_OR_NOUNS and line.low(at - 2) not in ("there", "it")
        by_heart = line.low(at - 1) in ("i", "we") and low in _HEART and line.next_is_close(main)
        if by_heart:
            return _without_be(line, at, main, low)
        if not (by_pronoun or by_modal or by_somebody and not token.kind.adjective or _is_deed_to(line, at, main) or been and begins_object(line, main + 1) or is_deed):
            return None
    elif line.low(at) in ("is", "was") and line.low(at - 1) in ("step", "goal", "aim", "task", "duty", "job", "plan", "measure"):
        return None
    if low in _STATIVE or (main > at + 1 and line.low(at + 1) == "also" and line.next_is_close(main)):
        right = _finite(line, at, verb)
        return _without_be(line, at, main, right) if right else _hit(line, at, main)
    if line.low(at) == "been" or line.low(at - 1) in ("we", "i"):
        return _hit(line, at, main, verb.gerund, verb.participle)
    return _hit(line, at, main, verb.participle)


def _is_deed_to(line: Line, at: int, main: int) -> bool:
    """Whether a noun is meant as a deed: is upload to the folder."""
    after = line.low(main + 1) in ("to", "by", "from", "into", "on", "in", "at", "before", "after", "with", "every", "each")
    head = line.tokens[at - 1] if at else None
    if head is None or not after or not line.next_is_close(main) or line.low(main) not in _DEEDS_OR_NOUNS:
        return False
    is_thing = head.kind.noun and head.low not in _ABSTRACT and head.low.removesuffix("s") not in _ABSTRACT
    return is_thing and main == at + 1


def _finite(line: Line, at: int, verb: Verb) -> str:
    return {"was": verb.past, "were": verb.past, "is": verb.third, "are": verb.base}.get(line.low(at), "")


def _without_be(line: Line, at: int, main: int, right: str = "") -> Hit:
    between = [token.text for token in line.tokens[at + 1 : main]]
    first, last = line.tokens[at].word, line.tokens[main].word
    if "not" in between or line.low(at) in ("be", "been", "being"):
        return Hit(first.start, last.end)
    found = right or ((verb.past if line.low(at) in ("was", "were") else verb.third) if (verb := _verb(line.tokens[main], "participle")) and line.low(at) in ("is", "was", "were") else last.text)
    return Hit(first.start, last.end, (Fix(text=" ".join([*between, found])),))


def _not_without(line: Line, at: int) -> Hit | None:
    """Find "we not sell", which lacks its auxiliary."""
    before, verb = line.low(at - 1), line.tokens[at + 1] if line.next_is_close(at) else None
    if verb is None or before not in SUBJECTS | {"it"} or not line.tokens[at].close or not verb.text.islower():
        return None
    if line.low(at - 2) in _FINITE or verb.kind.function or "base" not in verb.kind.verb or verb.kind.adverb or verb.kind.adjective:
        return None
    if before == "it" and (at > 1 and line.low(at - 2) not in ("because", "if", "when", "and", "but", "that", "so")):
        return None
    if any(line.low(one) in ("require", "requires", "that", "recommend", "suggest") for one in range(max(0, at - 5), at)):
        return None
    return _hit(line, at - 1, at + 1)


def after_to(prose: Prose) -> Iterator[Hit]:
    """Find verbs with an ending after the "to" of an infinitive: to checks, in order to avoided."""
    for line in lines(prose):
        for at, token in enumerate(line.tokens[:-1]):
            if token.low == "to" and line.next_is_close(at) and (found := _after_to(line, at)):
                yield found


def _after_to(line: Line, at: int) -> Hit | None:
    token, before = line.tokens[at + 1], line.low(at - 1)
    forms = token.kind.verb
    if not forms or "base" in forms or not token.text.islower() or token.low in ("being", "having", "been"):
        return None
    infinitive = before in _TAKE_TO
    if token.low in ("is", "are", "was", "were", "am"):
        return _hit(line, at, at + 1, "be")
    if token.low in ("has", "had"):
        return _hit(line, at, at + 1, "have")
    if before in ("used", "get", "got") and "past" in forms:
        return None
    if "gerund" in forms:
        if not infinitive or before in _TAKE_ING or token.kind.noun or before in ("us", "them", "him", "staff", "how", "order"):
            if not (before == "order" and line.low(at - 2) == "in"):
                return None
    elif token.kind.noun and not ("third" in forms and before not in _TAKE_ING and begins_object(line, at + 2)):
        return None
    elif "third" in forms:
        pass
    elif "participle" not in forms:
        pass
    elif before in _TAKE_ING or not (infinitive or line.low(at + 2) in _OBJECT_ONLY):
        return None
    elif infinitive and before in ("us", "them", "him", "staff", "order", "how", "difficult", "easy") and line.low(at + 2) not in _OBJECT_ONLY:
        return None
    verb = _verb(token, "third", "past", "participle", "gerund")
    return _hit(line, at, at + 1, verb.base) if verb else None


def after_preposition(prose: Prose) -> Iterator[Hit]:
    """Find bare verbs after a preposition: by check the list, for avoid, without verify."""
    for line in lines(prose):
        for at, token in enumerate(line.tokens[:-1]):
            if token.low in _TAKES_ING and line.next_is_close(at) and (found := _after_preposition(line, at)):
                yield found


def _after_preposition(line: Line, at: int) -> Hit | None:
    low, token = line.low(at), line.tokens[at + 1]
    if low == "instead" or line.low(at - 1) in ("and", "or") or not token.text.islower() or (line.low(at - 1) == token.low) or token.kind.function:
        return None
    if low == "after" and token.low in ("received", "got", "found", "knew", "noticed", "realized", "realised", "checked"):
        if line.low(at + 2) in _OBJECT_ONLY:
            verb = _verb(token, "past")
            return _hit(line, at, at + 1, verb.gerund) if verb else None
        return None
    if "base" not in token.kind.verb or "past" in token.kind.verb or token.kind.adverb:
        return None
    is_plain = not token.kind.noun and not token.kind.adjective
    if token.low in MOSTLY_VERBS and not token.kind.adjective:
        is_plain = line.low(at + 2) in _OBJECT_ONLY
    if low in ("in", "on", "about", "from") and line.low(at - 1) not in _BEFORE_ING:
        return None
    if not is_plain and not (token.low in _HOMOGRAPHS and low in ("by", "without", "for") and line.low(at + 2) in _OBJECT_ONLY and line.low(at + 3) not in ("same", "next", "end")):
        return None
    if low in ("before", "after") and is_plain and not (line.low(at + 2) in _OBJECT_ONLY or token.low in ("deliver", "send", "receive", "publish")):
        return None
    if not is_plain and low == "for" or low in ("in", "on", "from", "about") and not is_plain:
        return None
    verb = _verb(token, "base")
    if verb is None or token.low == "do" or low == "for" and not line.next_is_close(at + 1):
        return None
    rights = (f"to {token.low}", f"for {verb.gerund}") if low == "for" else (verb.gerund,)
    if low == "for":
        return Hit(line.tokens[at].word.start, token.word.end, tuple(Fix(text=one) for one in rights))
    return _hit(line, at, at + 1, *rights)


def wants_be(prose: Prose) -> Iterator[Hit]:
    """Find "we sorry" and "we not familiar", which lack "are"."""
    for line in lines(prose):
        for at, token in enumerate(line.tokens):
            if token.low not in SUBJECTS or (at and line.low(at - 1) in _FINITE):
                continue
            main = at + 1
            while main < len(line.tokens) and line.low(main) in ("very", "so", "really", "not", "also", "deeply", "truly"):
                main += 1
            if main < len(line.tokens) and line.low(main) in _WANT_BE - {"ready", "liable"} and line.tokens[main].close:
                yield _hit(line, at, main)


def wrong_endings(prose: Prose) -> Iterator[Hit]:
    """Find irregular verbs with a regular ending: buyed, teached."""
    for line in lines(prose):
        for token in line.tokens:
            if token.low.endswith("ed") and token.text.islower() and (verb := _irregular(token.low)):
                rights = dict.fromkeys((verb.past, verb.participle))
                yield Hit(token.word.start, token.word.end, tuple(Fix(text=right) for right in rights))


@cache
def _irregular(low: str) -> Verb | None:
    """Return the irregular verb that a word gives a regular ending, if it is no word otherwise."""
    if low in _KNOWN or (low != "putted" and (kind(low).verb or kind(low).adjective or kind(low).noun)):
        return None
    for base in (low[:-2], low[:-1], low[:-3] if low[-3:-2] == low[-4:-3] else ""):
        verb = lexicon().verb(base, "base") if base else None
        if verb and not verb.past.endswith("ed"):
            return verb
    return None


_KNOWN = frozenset("used".split())


CHECKERS: dict[str, Checker] = {
    "grammar-after-auxiliary": after_auxiliary,
    "grammar-after-to": after_to,
    "grammar-after-preposition": after_preposition,
    "grammar-wants-be": wants_be,
    "grammar-wrong-endings": wrong_endings,
}
