"""What an enforcement takes over: of its family, of all enforcements, and of the kinds of evidence it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from poa_app.knowledge.schema import Enforcement, Evidence, EvidenceKind, Guidance, QuestionOverride, Statement

_LISTED = ("disqualifiers", "alternatives")


def with_shared(one: Enforcement, shared: Sequence[Guidance], kinds: Mapping[str, EvidenceKind]) -> Enforcement:
    """Return an enforcement with what is shared behind what is its own.

    A kind of evidence, and a question about a field for the same cases, stand once, as the enforcement itself has them;
    what makes a paper worthless, and what to do without it, adds up. Of the questions about a field, those of its own
    come first, and among these the ones for some cases only.

    Args:
        one: what its own file says.
        shared: what its family says, then what holds for all.
        kinds: the kinds of evidence.
    """
    parts = (one, *shared)
    merged = {name: tuple(item for part in parts for item in getattr(part, name)) for name in Guidance.model_fields}
    merged["questions"] = _questions(one for part in parts for one in sorted(part.questions, key=_is_general))
    merged["evidence"] = _evidence(merged["evidence"], kinds)
    return one.model_copy(update=merged)


def _questions(asked: Iterable[QuestionOverride]) -> tuple[QuestionOverride, ...]:
    first: dict[tuple[object, ...], QuestionOverride] = {}
    for one in asked:
        first.setdefault((one.field, one.marketplaces, one.channel, one.parts), one)
    return tuple(first.values())


def _is_general(asked: QuestionOverride) -> bool:
    return not (asked.marketplaces or asked.channel or asked.parts)


def _evidence(wanted: Sequence[Evidence], kinds: Mapping[str, EvidenceKind]) -> tuple[Evidence, ...]:
    together: dict[str, list[Evidence | EvidenceKind]] = {}
    for each in wanted:
        together.setdefault(each.kind, []).append(each)
    for kind in together.keys() & kinds.keys():
        together[kind].append(kinds[kind])
    first = {each.kind: each for each in reversed(wanted)}
    return tuple(
        first[kind].model_copy(update={name: _listed(said, name) for name in _LISTED})
        for kind, said in together.items()
    )


def _listed(said: Sequence[Evidence | EvidenceKind], name: str) -> tuple[Statement, ...]:
    return tuple({statement.en: statement for each in said for statement in getattr(each, name)}.values())
