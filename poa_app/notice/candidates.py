"""Which enforcement a notice is about: the phrases of the data files that stand in it, weighed against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from poa_app.facts.folding import Folded, fold_phrase
from poa_app.knowledge import Knowledge
from poa_app.notice.bearing import Bearing, bearing
from poa_app.notice.likeness import likeness
from poa_app.notice.reading import SURE, Candidate, Read
from poa_app.notice.setting import Setting
from poa_app.notice.signs import told_by_signs
from poa_app.notice.spans import Spans
from poa_app.notice.word_classes import Rule, rules_of

NAMES, SPEAKS = 3.0, 0.6
"""Weight of a phrase that names an enforcement, and of one that merely goes with it."""

SIGN = 2.0
"""Weight of a sentence that tells an enforcement in words of its own."""

TOLD = {1: 1.2, 2: 1.6}
"""Weight of a sentence that tells one by so many classes of words; by more of them, that of a sign."""

LIKE = 1.4
"""What a likeness to one page of the handbook counts at most: by itself it makes none sure."""

LIKE_AT_ALL, LIKE_SHARE, CLEARLY = 15.0, 0.6, 0.5
"""Likeness below which it counts nothing, share of the greatest likewise, and lead of the first that is a clear one."""

FURTHER = 0.5
"""What every phrase after the heaviest counts of its weight: three phrases of one sentence are no three proofs."""

MOST_HINTS = 2.5
"""Weight above which words that merely go with an enforcement count no more."""

MOST_PLACES = 3
"""Places at which a phrase that names an enforcement counts: what a notice is about, it says more than once."""

DOUBT, DOUBT_OF_NO_NOTICE = 1.0, 2.4
"""What speaks for none: in any text, and in one that takes nothing away and asks nothing."""

RIVAL = 0.8
"""What the score of the strongest of the others counts against the first."""

BESIDE_IT = 0.5
"""What is left of the score of a rival that stands only where the first one stands as well."""

YIELDED = 0.35
"""What is left of the score of an enforcement that yields to another one named in the same notice."""

AS_MUCH = 0.45
"""Share of its own score another one must have for an enforcement to yield to it."""

OTHER_LEVEL = 0.55
"""What is left of the score of an enforcement that never comes at the level the notice names."""

TITLE = 3
"""Words from which on a name is the title of a violation, as Account Health has it."""

HEADING = 120
"""Characters of the first sentence within which a name is the heading of the message."""

MENTIONED = 0.55
"""Confidence of what is told by one phrase or one sentence that may speak of another matter, at most."""

ALIKE = 0.55
"""Share of the strongest score from which on a rate is named about as strongly."""

MUCH = 4
"""Classes of words that tell an enforcement as a name does, though two sentences hold them."""

LEAST = 1.0
"""Score below which an enforcement is no candidate."""

ALSO, BESIDE = 2, 0.5
"""Places that name a further violation, and its share of the first one's confidence, from which it is a second one."""

Phrases = tuple[tuple[str, float, str, tuple[str, ...]], ...]


@lru_cache(maxsize=4)
def _phrases(known: Knowledge) -> Phrases:
    """Return slug, weight, words and folded parts of every phrase."""
    return tuple(
        (slug, weight, words, fold_phrase(words))
        for slug, one in known.enforcements.items()
        for weight, phrases in ((NAMES, one.notice_phrases), (SPEAKS, one.notice_hints))
        for words in phrases
    )


def candidates(folded: Folded, setting: Setting, known: Knowledge) -> tuple[Candidate, ...]:
    """Return the enforcements a text may be about, the likeliest first.

    Args:
        folded: the text.
        setting: what is known of it.
        known: the data files.
    """
    outside = Spans(setting.muted)
    last = folded.places[-1] if folded.places else 0
    at_place = bearing(last, setting.asked, setting.points, setting.reasons, setting.ahead, setting.words)
    found: dict[str, list[tuple[float, Read[str]]]] = defaultdict(list)
    for slug, weight, words, parts in _phrases(known):
        if parts[0] not in folded.letters:  # Most of them do not stand in a text.
            continue
        places = (at for at in folded.find(parts, whole=words.isupper()) if not outside.hold(at))
        for place in islice(places, MOST_PLACES if weight == NAMES else 1):
            counts = weight * (at_place.weight(place, slug) if weight == NAMES else 1.0)
            found[slug].append((counts, Read(words, *place)))
    found = _by_longer_names(found)
    for slug, told in (
        told_by_signs(setting.sentences, Spans((*setting.muted, *setting.asked)), known) if setting.enforces else ()
    ):
        found[slug].append((SIGN, told))
    by_name: set[str] = set()
    for slug, weight, told, names in _told(setting, outside, at_place, known):
        found[slug].append((weight, told))
        by_name.update([slug] if names else [])
    like = likeness(setting.words, known) if setting.words else {}
    scores = {slug: _score(reads) * _fits(slug, setting, known) for slug, reads in found.items()}
    for slug, bonus in _alike(like).items():
        scores[slug] = scores.get(slug, 0.0) + bonus * _fits(slug, setting, known)
    scores = {slug: score for slug, score in _yielding(scores, known).items() if score >= LEAST}
    ranked = _first_named_first(sorted(scores, key=lambda slug: -scores[slug]), scores, found, known)
    doubt = DOUBT if setting.enforces else DOUBT_OF_NO_NOTICE
    alone_by_name = ranked[0] if len(ranked) == 1 and setting.answers and ranked[0] in by_name else ""
    most = {slug: 1.0 if alone_by_name == slug else _most(slug, found[slug], setting, known) for slug in ranked}
    made = tuple(
        Candidate(
            slug,
            round(
                min(_confidence(slug, scores, _rivals(slug, ranked, known), doubt, found), most[slug]),
                3,
            ),
            tuple(read for _, read in found[slug]),
        )
        for slug in ranked
    )
    return _with_likest(_rating_or_reason(made, known), like)


def _rating_or_reason(made: tuple[Candidate, ...], known: Knowledge) -> tuple[Candidate, ...]:
    """Leave it open whether a notice is about a low rating or about a violation that it tells nearly as surely."""
    first, *others = made or (None,)
    if first and _is_rating(first.enforcement, known) and any(one.confidence >= MENTIONED for one in others):
        return (replace(first, confidence=min(first.confidence, MENTIONED)), *others)
    return made


def _most(slug: str, reads: list[tuple[float, Read[str]]], setting: Setting, known: Knowledge) -> float:
    """Return how sure one may be at most.

    A first notice that names one at a single place, with no sentence that tells it and by no title, may mention it in
    passing; an answer in which a sentence alone tells it may speak of what was sent.
    """
    one = known.enforcements[slug]
    named = [read for _, read in reads if read.value in one.notice_phrases]
    names = {read.start for read in named}
    heading = setting.sentences[0].end if setting.sentences else 0
    titles = any(
        ("…" not in read.value and len(read.value.split()) >= TITLE) or read.end <= min(heading, HEADING)
        for read in named
    )
    hints = any(read.value in one.notice_hints for _, read in reads)
    told = {read.start for _, read in reads if read.value not in (*one.notice_phrases, *one.notice_hints)}
    passing = (
        len(told) < ALSO and not names and not hints if setting.answers else len(names) < ALSO and not (told or titles)
    )
    return MENTIONED if passing else 1.0


def _by_longer_names(found: Mapping[str, list[tuple[float, Read[str]]]]) -> dict[str, list[tuple[float, Read[str]]]]:
    """Leave out a name that stands within a longer one of another enforcement, as violations do in suspected ones."""
    names = [(read.start, read.end, slug) for slug, reads in found.items() for weight, read in reads if weight >= NAMES]
    kept: dict[str, list[tuple[float, Read[str]]]] = defaultdict(list)
    for slug, reads in found.items():
        for weight, read in reads:
            if weight < NAMES or not any(
                start <= read.start and read.end <= end and end - start > (read.end - read.start) and other != slug
                for start, end, other in names
            ):
                kept[slug].append((weight, read))
    return kept


def _with_likest(made: tuple[Candidate, ...], like: Mapping[str, float]) -> tuple[Candidate, ...]:
    """Put the page a message is most like behind the first candidate, where that one is not sure."""
    likest = max(like, key=lambda slug: like[slug], default="")
    if not made or made[0].confidence >= SURE or likest in {one.enforcement for one in made[:2]}:
        return made
    if like.get(likest, 0.0) < LIKE_AT_ALL:
        return made
    old = next((one for one in made if one.enforcement == likest), Candidate(likest, 0.0, ()))
    moved = Candidate(likest, made[1].confidence if len(made) > 1 else old.confidence, old.because)
    return (made[0], moved, *(one for one in made[1:] if one.enforcement != likest))


def _alike(like: Mapping[str, float]) -> dict[str, float]:
    """Return what the likeness of a message to a page of the handbook counts, by how clearly it is like one only."""
    first, second, *_ = (*sorted(like.values(), reverse=True), 0.0, 0.0)
    if first < LIKE_AT_ALL:
        return {}
    clear = min(1.0, (first / (second or first) - 1) / CLEARLY)
    return {
        slug: LIKE * clear * (share - LIKE_SHARE) / (1 - LIKE_SHARE)
        for slug, score in like.items()
        if (share := score / first) > LIKE_SHARE
    }


def _told(
    setting: Setting, outside: Spans, at_place: Bearing, known: Knowledge
) -> Iterator[tuple[str, float, Read[str], bool]]:
    """Yield each enforcement the sentences tell by the classes of their words, with the weight of its best rule.

    Last comes whether it is told as by a name, in one sentence or by many classes.
    """
    if setting.words is None:
        return
    places = [(one.start, one.end) for one in setting.words.pieces]
    denied, of_plan = Spans(setting.denied), setting.words.having("cause", "corrective", "preventive")
    keep = [
        not outside.hold(at) and not denied.hold(at) and (speaks or not at_place.asked.hold(at))
        for at, speaks in zip(places, of_plan, strict=True)
    ]
    words = setting.words.kept(keep)
    for slug, rules in rules_of(known).enforcements.items():
        best: tuple[float, Read[str]] | None = None
        names = False
        for told in words.telling(rules):
            weight = _weight(told.rule) * at_place.aside(told, slug)
            names = names or (told.rule.names and (not told.rule.second or told.rule.size >= MUCH))
            if told.rule.names:
                weight *= at_place.told_weight((told.start, told.end))
            if best is None or weight > best[0]:
                best = weight, Read(told.text, told.start, told.end)
        if best:
            yield slug, *best, names


def _weight(rule: Rule) -> float:
    return NAMES if rule.names else TOLD.get(rule.size, SIGN)


def _first_named_first(
    ranked: list[str], scores: Mapping[str, float], found: Mapping[str, list[tuple[float, Read[str]]]], known: Knowledge
) -> list[str]:
    """Move the one named first to the front among rates that are named about as strongly: it is the main one.

    A rating goes before the violations that lower it.
    """
    rating = next((slug for slug in ranked if _is_rating(slug, known) and scores[slug] >= NAMES), None)
    if rating and scores[rating] >= scores[ranked[0]] * ALIKE:
        return [rating, *(slug for slug in ranked if slug != rating)]
    alike = [slug for slug in ranked if scores[slug] >= scores[ranked[0]] * ALIKE and _is_rate(slug, known)]
    if len(alike) < ALSO or ranked[0] not in alike:
        return ranked
    first = min(alike, key=lambda slug: _first_place(slug, found[slug], known))
    return [first, *(slug for slug in ranked if slug != first)]


def _first_place(slug: str, reads: list[tuple[float, Read[str]]], known: Knowledge) -> tuple[bool, int]:
    """Return where one is first named; one that only sentences tell comes behind those that are named by a phrase."""
    phrases = known.enforcements[slug].notice_phrases
    named = [(read.value not in phrases, read.start) for weight, read in reads if weight >= NAMES]
    return min(named, default=(True, 0))


def _is_rate(slug: str, known: Knowledge) -> bool:
    return bool(known.enforcements[slug].metrics)


def _is_rating(slug: str, known: Knowledge) -> bool:
    names = {name for words in known.recognition.ratings.values() for name in words}
    return not names.isdisjoint(known.enforcements[slug].notice_hints)


def _rivals(slug: str, ranked: list[str], known: Knowledge) -> list[str]:
    """Return what speaks against one: any other, but no second rate, which is missed as well, and nothing beside a
    rating that goes first, which other violations have lowered.
    """
    if _is_rating(slug, known) and ranked[0] == slug:
        return []
    rates = _is_rate(slug, known)
    return [other for other in ranked if other != slug and not (rates and _is_rate(other, known))]


def _fits(slug: str, setting: Setting, known: Knowledge) -> float:
    one = known.enforcements[slug]
    met = bool(one.metrics) and setting.met.issuperset(one.metrics)
    return (OTHER_LEVEL if setting.level and setting.level not in one.levels else 1.0) * (YIELDED if met else 1.0)


def is_named(found: tuple[Candidate, ...], known: Knowledge) -> bool:
    """Whether the likeliest enforcement is named, not only spoken of."""
    return bool(found) and bool(_names(found[0], known))


def is_told(found: tuple[Candidate, ...], known: Knowledge) -> bool:
    """Whether the likeliest enforcement is told by a sentence, not only by single words."""
    one = known.enforcements[found[0].enforcement] if found else None
    words = {*one.notice_phrases, *one.notice_hints} if one else set()
    return bool(found) and any(read.value not in words for read in found[0].because)


def also(found: tuple[Candidate, ...], known: Knowledge) -> tuple[str, ...]:
    """Return the further enforcements a notice names, besides the first: each at several places of its own."""
    if not found:
        return ()
    first = known.enforcements[found[0].enforcement]
    taken = Spans((read.start, read.end) for read in found[0].because)
    return tuple(
        one.enforcement
        for one in found[1:]
        if one.confidence >= found[0].confidence * BESIDE
        and len({read.start for read in _names(one, known) if not taken.hold((read.start, read.end))}) >= ALSO
        and one.enforcement not in first.yields_to
        and first.slug not in known.enforcements[one.enforcement].yields_to
    )


def _names(one: Candidate, known: Knowledge) -> tuple[Read[str], ...]:
    phrases = known.enforcements[one.enforcement].notice_phrases
    return tuple(read for read in one.because if read.value in phrases)


def _score(reads: list[tuple[float, Read[str]]]) -> float:
    """Add up phrases, each place once: a phrase within a longer one that counts says nothing more."""
    by_place: list[tuple[float, Read[str]]] = []
    for weight, read in sorted(reads, key=lambda one: (-one[0], one[1].start - one[1].end)):
        if not any(read.start < other.end and other.start < read.end for _, other in by_place):
            by_place.append((weight, read))
    weights = [weight for weight, _ in by_place]
    if not weights:
        return 0.0
    hints = sum(weight for weight in weights[1:] if weight < NAMES)
    return weights[0] + FURTHER * (sum(weights[1:]) - hints + min(hints, MOST_HINTS))


def _yielding(scores: Mapping[str, float], known: Knowledge) -> dict[str, float]:
    """Return the scores, lowered where what an enforcement yields to is named as well."""
    named = {slug for slug, score in scores.items() if score >= NAMES}
    return {
        slug: score * (YIELDED if any(scores[one] >= score * AS_MUCH for one in _stronger(slug, named, known)) else 1)
        for slug, score in scores.items()
    }


def _stronger(slug: str, named: set[str], known: Knowledge) -> set[str]:
    return named.intersection(known.enforcements[slug].yields_to) - {slug}


def _confidence(
    slug: str,
    scores: Mapping[str, float],
    rivals: list[str],
    doubt: float,
    found: Mapping[str, list[tuple[float, Read[str]]]],
) -> float:
    """Return how sure one is, held against the strongest of its rivals.

    A rival that stands only where the first one does, while that one stands elsewhere as well, says less against it.
    """
    own = {(read.start, read.end) for _, read in found[slug]}
    places = Spans(own if len({start for start, _ in own}) > 1 else ())
    against = (
        scores[other]
        * (BESIDE_IT if found.get(other) and all(places.hold((one.start, one.end)) for _, one in found[other]) else 1.0)
        for other in rivals
    )
    return scores[slug] / (doubt + scores[slug] + RIVAL * max(against, default=0.0))
