"""Who does something: a role, a person, a person with a role, or ourselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from poa_app.phrases.function_words import AGENTS, DEPARTMENTS, DETERMINERS, NUMBERS, PLACES_AT, PROPER, TOWNS
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.names import DOERS, beside_role, with_capitals
from poa_app.phrases.phrase import read
from poa_app.phrases.text import is_foreign, tidy, without_stop

_IN_BRACKETS = re.compile(r"(?P<one>[^()]+?)\s*\((?P<two>[^()]+)\)\Z")
_APART = re.compile(r"(?P<one>[^,]+?)(?:,\s*|\s+[-–]\s+)(?P<two>[^,]+)\Z")
_NAME = re.compile(r"(?:[A-ZÀ-Ž][\w'’.-]*\s?){1,4}(?:jun\.|jr\.|sen\.|sr\.)?\Z")
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Herr|Frau)\.? [A-ZÀ-Ž]")
"""How a person is named with a title: Mr. Sharma."""
_TWO_NAMES = re.compile(
    r"(?P<one>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)?) and (?P<two>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)?)\Z"
)
_PLACES = re.compile(r"(?:(?:the|our) )?(?:[Ww]arehouse|[Ff]actory|[Oo]ffice|[Pp]lant|[Ss]hop|[Ss]tore)")
_LEADING = re.compile(r"(?:the|an?|our)\s+(?=\S)", re.IGNORECASE)
_OPERATIONS = re.compile(
    r"\b(operation)(?= (?:manager|supervisor|director|staff|specialist|assistant|team|department|lead|leader)\b)", re.I
)
_IN_FULL = {"operation": "operations", "purchase": "purchasing"}
_DEPARTMENT = re.compile(rf"\A((?:the|our) )?({'|'.join(_IN_FULL)})(?: (?:department|dept))?\Z", re.IGNORECASE)
"""Departments named by what they do, as writers of other languages name them."""
_ABBREVIATED = re.compile(r"\A(?:IT|I\.T\.)(?= )")
"""A department whose short form is a pronoun in small letters: IT engineer."""
_MYSELF = re.compile(r"\A(?:me|myself|I)(?: \(|, (?:as )?)(?P<role>[^()]+)\)?\Z", re.IGNORECASE)
"""Oneself with one's role: me (the owner)."""
_ALSO_ME = re.compile(r"(?:,| and| =|:) (?:me|myself)(?=\)|\Z)| \((?:me|myself)\)\Z", re.IGNORECASE)
"""Oneself behind one's name or role, which the role tells: account manager (Luo Min, me)."""
_NOBODY = frozenset(
    ("nobody", "no one", "noone", "none", "nobody is responsible", "nobody was responsible", "no one is responsible",
     "no one was responsible", "nobody in charge", "nobody specific", "no specific person")
)  # fmt: skip
_ME = frozenset(("i", "me", "myself"))
_TITLES = frozenset(("manager", "director", "supervisor", "engineer", "inspector", "officer", "president"))
"""Roles that stand before a family name as a title: Manager Zhang."""
_WITH_ARTICLE = frozenset(("warehouse", "catalog", "production", "operations", "quality", "shipping"))
"""Departments that are places or work, too, so that their name alone is no subject."""
_SHORT_FORMS = {
    "dept": "department",
    "asst": "assistant",
    "mgr": "manager",
    "supv": "supervisor",
    "rep": "representative",
    "incharge": "in-charge",
}
_SHORT = re.compile(rf"\b({'|'.join(_SHORT_FORMS)})\b\.?", re.IGNORECASE)
_UNKNOWN = frozenset(("not known", "unknown", "not clear", "unclear", "not known yet", "not clear yet"))
_ITSELF = frozenset(("we", "us", "ourselves", "our team", "our company", "our staff", "the company"))


@dataclass(frozen=True)
class Actor:
    """Somebody who acts, as a sentence has it.

    Attributes:
        subject: before a verb, first mention: ``the operations manager``, ``the warehouse lead, Dana Whitlock,``.
        again: before a verb, later: ``the warehouse lead``.
        bare: in brackets and lists: ``operations manager``.
        person: the name of the person, where there is one.
        plural: whether its verb is a plural one.
        keys: what may stand for it in a sentence, in small letters without an article.
    """

    subject: str
    again: str
    bare: str
    plural: bool = False
    keys: tuple[str, ...] = ()
    person: str = ""


@lru_cache(maxsize=1024)
def actor(text: str, name: str = "") -> Actor | None:
    """Read who does something; None where it is not certain, as in "Marco fills it and Priya signs it".

    Args:
        text: the role, as typed; a name may stand before it, behind it or instead of it.
        name: the person's name, where it was given by itself.
    """
    words = with_capitals(_ALSO_ME.sub("", re.sub(r" [+&] ", " and ", _unstroked(without_stop(tidy(text))))))
    low = words.lower()
    if not words or is_foreign(words) or len(words) > 120 or "/" in words or low in _UNKNOWN:
        return None
    if low in _NOBODY:
        return Actor("nobody", "nobody", "nobody", keys=("nobody", "no one"))
    if low in _ITSELF:
        return Actor("we", "we", "we", plural=True, keys=("we",))
    if low in _ME:
        return Actor("we", "we", "myself", plural=True, keys=("we", "i"))
    if not name.strip() and (several := _two(words)):
        return several
    words = _MYSELF.sub(r"\g<role>", _SHORT.sub(lambda found: _SHORT_FORMS[found[1].lower()], words))
    person, role = (name, words) if name.strip() else _apart(words)
    if person and role:
        plain = _role(role)
        if plain is None:
            return None
        plain = plain.removesuffix(" department") if plain.removesuffix(" department") in DEPARTMENTS else plain
        keys = (person.lower(), plain.lower())
        if plain.lower() in DEPARTMENTS and beside_role(words):
            return Actor(f"{person} ({plain})", person, f"{person}, {plain}", keys=keys, person=person)
        if plain.lower() in DEPARTMENTS:
            article = "the " if plain.lower() == "warehouse" else ""
            return Actor(f"{person} from {article}{plain}", person, f"{person}, {plain}", keys=keys, person=person)
        if plain in _TITLES and low == f"{plain} {person}".lower() and len(words.split()) == 2:
            titled = f"{plain[0].upper()}{plain[1:]} {person}"
            return Actor(titled, titled, titled, keys=(titled.lower(), *keys), person=titled)
        last = plain.split()[-1].lower()
        if last in PLACES_AT or (_is_plural(plain) and last.rstrip("s") not in AGENTS):
            return Actor(f"{person} ({plain})", person, f"{person}, {plain}", keys=keys, person=person)
        return Actor(f"the {plain}, {person},", f"the {plain}", f"{person}, {plain}", keys=keys, person=person)
    if person:
        return Actor(person, person, person, keys=(person.lower(),), person=person)
    return _of_role(words)


def _unstroked(words: str) -> str:
    """Return a name and a role with a comma where a stroke was typed between them: Ann Lee / warehouse."""
    one, stroke, two = (part.strip() for part in words.partition("/"))
    apart = stroke and "/" not in two and bool(one) and bool(two)
    return f"{one}, {two}" if apart and is_name(with_capitals(one)) != is_name(with_capitals(two)) else words


def _two(words: str) -> Actor | None:
    """Read two who act, one of them at least a person: Ben Hale and Rita Dahl (buyer); Etsy team and IT Omar Haddad."""
    if (pair := _TWO_NAMES.match(words)) and is_name(pair["one"]) and is_name(pair["two"]):
        return Actor(words, words, words, plural=True, keys=(words.lower(),))
    pieces = words.split(" and ")
    if len(pieces) != len(("one", "other")) or not all(pieces):
        return None
    read_apart = [actor(piece) for piece in pieces]
    if not all(read_apart) or not any(one.person for one in read_apart if one):
        return None
    both = [one for one in read_apart if one and one.again not in ("we", "nobody")]
    if len(both) < len(pieces) or any("," in one.bare and not one.person for one in both):
        return None
    first, second = both
    subject = " and ".join(_with_bracket(one) for one in both)
    apposed = "," if "," in first.bare else ""
    return Actor(
        subject,
        f"{first.person or first.again} and {second.person or second.again}",
        f"{first.bare}{apposed} and {second.bare}",
        plural=True,
        keys=(words.lower(),),
    )


def _with_bracket(one: Actor) -> str:
    """Return one of two who act with the role in brackets behind the name: Priya Nair (buyer)."""
    person, comma, role = one.bare.partition(", ")
    return f"{person} ({role})" if comma else one.subject


def _of_role(words: str) -> Actor | None:
    first = words.split(maxsplit=1)[0].lower()
    plain = _role(words)
    if plain is None:
        return None
    subject = f"the {plain}"
    one, _, other = plain.partition(" and ")
    if other.split()[-1:] and other.split()[-1] in AGENTS and one.split()[-1] in AGENTS:
        subject = f"the {one} and the {other}"  # two people
    if plain.lower() in DEPARTMENTS:
        team = "" if plain.lower() in AGENTS else " team"
        subject = f"our {plain}{team}" if plain.lower() in _WITH_ARTICLE else plain
    elif first in DETERMINERS - {"the", "a", "an"} or first in NUMBERS or first[0].isdigit():
        subject = plain = plain if first in NUMBERS or first[0].isdigit() else f"{first} {plain}".strip()
    return Actor(subject, subject, plain, _is_plural(subject), (plain.lower(),))


def _apart(words: str) -> tuple[str, str]:
    """Split words into a person's name and a role; either may be empty."""
    match = _IN_BRACKETS.match(words) or _APART.match(words)
    if match and _PLACES.fullmatch(match["one"]):
        return "", words  # the warehouse (Reno): a town, or a person
    if match:
        one, two = match["one"].strip(), match["two"].strip()
        for person, role in ((one, two), (two, one)):
            if is_name(person) and not is_name(role):
                return person, _LEADING.sub("", role)
        return "", words
    if named := beside_role(words):
        return named
    if is_name(words):
        return words, ""
    pieces = words.split()
    for at in range(1, len(pieces)):
        role, person = " ".join(pieces[:at]), " ".join(pieces[at:])
        doer = pieces[at - 1].islower() and pieces[at - 1].endswith(DOERS) and lexicon().is_noun(pieces[at - 1])
        if (doer or pieces[at - 1].lower() in AGENTS or role.lower() in DEPARTMENTS | _IN_FULL.keys()) and is_name(
            person
        ):
            return person, _LEADING.sub("", role)
    return "", words


def is_name(words: str) -> bool:
    """Whether words look like a person's or a program's name, not like a role."""
    words = re.sub(r"\AA (?=[A-Z])", "", words)  # A Mei
    if _TITLED.match(words) and _NAME.match(words):
        return True
    pieces = [piece.lower().strip(".") for piece in words.split()]
    if not pieces or not _NAME.match(words) or len(pieces) > 4:
        return False
    if words.lower() in PROPER:
        return True
    if (
        words.lower() in DEPARTMENTS
        or words.isupper()
        or pieces[0] in _IN_FULL
        or (pieces[0] in DEPARTMENTS and len(pieces) > 1)
    ):
        return False
    return not any(piece in AGENTS or piece.rstrip("s") in AGENTS or piece in DETERMINERS for piece in pieces)


def _role(words: str) -> str | None:
    """Return a role in small letters, but for names, without its article; None where it is a sentence."""
    words = re.sub(r"\bstaffs\b", "staff", words, flags=re.IGNORECASE)
    words = re.sub(r"\A(?:our )?support\Z", "support team", words, flags=re.IGNORECASE)
    words = _OPERATIONS.sub(r"\1s", words)
    words = _DEPARTMENT.sub(lambda found: _IN_FULL[found[2].lower()], words)
    first = words.split()[0].lower()
    if first in DETERMINERS:
        words = words.split(maxsplit=1)[1] if " " in words else ""
    if (
        not words
        or "," in words
        or read(_ABBREVIATED.sub("our", words)).kind in ("clause", "sentences", "preposition", "infinitive")
    ):
        return None
    return " ".join(_small(piece) for piece in words.split())


def _small(piece: str) -> str:
    low = piece.lower()
    keeps = piece[1:] != piece[1:].lower() or low.rstrip("'s") in PROPER | TOWNS or len(piece) < 2
    known = all(map(lexicon().is_common, low.split("-"))) or low in AGENTS or low == "ops"
    return piece if keeps or not known else low


def _is_plural(subject: str) -> bool:
    head = re.split(r"\s(?:of|for|in|at|from)\s", subject)[0].split()[-1].lower()
    return " and " in subject or (head in lexicon().plurals and head not in lexicon().singulars)
