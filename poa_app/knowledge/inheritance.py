"""What an enforcement takes over: of its family, of all enforcements, and of the kinds of evidence it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from poa_app.knowledge.schema import Enforcement, Evidence, EvidenceKind, Guidance, Statement

_LISTED = ("disqualifiers", "alternatives")


def with_shared(one: Enforcement, shared: Sequence[Guidance], kinds: Mapping[str, EvidenceKind]) -> Enforcement:
    """Return an enforcement with what is shared behind what is its own.

    A kind of evidence and a question about a field stand once, as the enforcement itself has them; what makes a paper
    worthless, and what to do without it, adds up.

    Args:
        one: what its own file says.
        shared: what its family says, then what holds for all.
        kinds: the kinds of evidence.
    """
    parts = (one, *shared)
    merged = {name: tuple(item for part in parts for item in getattr(part, name)) for name in Guidance.model_fields}
    questions = {asked.field: asked for asked in reversed(merged["questions"])}
    merged["questions"] = tuple(asked for asked in merged["questions"] if questions[asked.field] is asked)
    merged["evidence"] = _evidence(merged["evidence"], kinds)
    return one.model_copy(update=merged)


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
