"""What the data files may hold; anything else names the file and the key and stops."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from poa_app.model.facts import Fulfilment, Level
from poa_app.model.finding import Severity
from poa_app.model.routes import Route

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class Known(BaseModel):
    """A piece of knowledge: frozen, and strict about its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Both(Known):
    """The same words in English and Chinese."""

    en: Words
    zh: Words

    def said(self, language: str) -> str:
        """Give the words in ``en`` or ``zh``."""
        return self.zh if language == "zh" else self.en


class Source(Known):
    """Where a statement comes from; A is Amazon itself, C is anybody, J is our own judgement."""

    grade: Literal["A", "A-", "B", "C", "J"]
    what: Words
    address: str = ""
    read: Words


class Statement(Both):
    """Something held to be true, with its source."""

    source: Words


class Evidence(Known):
    """A kind of evidence an enforcement asks for."""

    kind: Slug
    required: bool
    why: Both
    fields: tuple[Words, ...] = ()
    fresh_days: Annotated[int, Field(gt=0)] | None = None
    quantity: Literal["covers-sales"] | None = None
    disqualifiers: tuple[Statement, ...] = ()
    alternatives: tuple[Statement, ...] = ()


class Question(Known):
    """How one field is asked for: what to give, why we ask, an example, and the form that composes."""

    label: Both
    ask: Both
    why: Both
    example: str = ""
    form: Slug | None = None


class ClientQuestion(Known):
    """How a client is asked for a field, and what the answer is for."""

    ask: Both
    use: Both


class Asked(Known):
    """An enforcement's own way of asking for a field."""

    field: Words
    ask: Both
    why: Both
    example: str = ""


class RowWords(Known):
    """What a list of a case and its rows are called.

    Attributes:
        name: of one row, as messages say it.
        code: of one row, as screens say it; ``{n}`` stands for its number or letter.
        plural: of the list.
        hint: what belongs into the list.
        empty: what to begin with, said while it is empty.
        add: what the button says that adds one.
    """

    name: Both
    code: Both
    plural: Both | None = None
    hint: Both | None = None
    empty: Both | None = None
    add: Both | None = None


class Counted(Known):
    """What an enforcement counts, for ``31 orders`` and ``1 order``."""

    one: Words
    many: Words


class Clock(Known):
    """How much time the notice usually gives; the date in the user's own notice always wins."""

    days: Annotated[int, Field(gt=0)] | None = None
    words: Statement


class Enforcement(Known):
    """One kind of action by Amazon, and how it is answered."""

    slug: Slug
    name: Both
    family: Slug
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]
    routes: Annotated[tuple[Route, ...], Field(min_length=1)]
    plan_expected: bool
    counts: Counted
    metrics: tuple[Slug, ...] = ()
    product_fields: tuple[Words, ...] = ()
    notice_phrases: tuple[Words, ...]
    wants: tuple[Statement, ...]
    evidence: tuple[Evidence, ...]
    questions: tuple[Asked, ...]
    typical_causes: tuple[Statement, ...]
    typical_actions: tuple[Statement, ...]
    typical_measures: tuple[Statement, ...]
    refused_when: tuple[Statement, ...]
    admission_traps: tuple[Statement, ...]
    clock: Clock
    submit: tuple[Statement, ...]


class FileTypes(Known):
    """Types of file, by suffix."""

    types: Annotated[tuple[Slug, ...], Field(min_length=1)]
    source: Words


class EvidenceKind(Known):
    """A kind of evidence.

    Attributes:
        name: what it is called.
        asked_as: patterns of the words by which notices ask for it.
        issued_by: who must have issued it: one of the suppliers, or anybody but the seller.
        refused: types of file that Amazon refuses for it.
        proves: what it can show; a purchase says nothing of a deed of the seller.
    """

    name: Both
    asked_as: tuple[Words, ...] = ()
    issued_by: Literal["supplier", "another"] | None = None
    refused: FileTypes | None = None
    proves: Literal["anything", "purchase"] = "anything"


class SiteDifference(Statement):
    """How a rule differs on some marketplaces."""

    marketplaces: tuple[Words, ...]


class MetricKind(Known):
    """A rate Amazon measures, and the words a letter uses for it."""

    name: Both
    formula: Statement
    windows: tuple[Annotated[int, Field(gt=0)], ...]
    lag_days: Annotated[int, Field(ge=0)] = 0
    direction: Literal["under", "at-least"]
    target: Annotated[float, Field(ge=0)]
    channel: Fulfilment
    population: Counted
    defect: Counted
    differences: tuple[SiteDifference, ...] = ()

    def met_by(self, value: float, target: float) -> bool:
        """Tell whether a value meets the target; "under" is strict, so 4.00 is not under 4."""
        return value < target if self.direction == "under" else value >= target


class Marketplace(Known):
    """One of Amazon's stores."""

    country: Both
    store: Words
    marketplace_id: Words
    domain: Words
    currency: Words
    zone: Words
    dates: Literal["month-first", "day-first"]


class RouteKind(Known):
    """A route, and where it is answered."""

    name: Both
    files: FileTypes | None = None
    do: Both
    source: Words


class Message(Known):
    """What a finding of a coded rule says."""

    family: Slug
    severity: Severity
    message: Both
    why: Both
    source: Words
    can_be_overruled: bool = True


class Bad(Known):
    """A text a rule must find, with the words it finds."""

    text: Words
    quote: Words


class Rewrite(Known):
    """A safe replacement: ``\\1`` stands for the first group of the rule's pattern."""

    text: str
    automatic: bool = False


class TextRule(Known):
    """A rule over words: a pattern that must not occur, or a form a field must have."""

    kind: Literal["forbidden", "form"]
    family: Slug
    severity: Severity
    scope: tuple[Slug, ...]
    pattern: Words
    unless: str = ""
    message: Both
    why: Both
    source: Words
    can_be_overruled: bool = True
    fixes: tuple[Rewrite, ...] = ()
    bad: Annotated[tuple[Bad, ...], Field(min_length=1)]
    good: Annotated[tuple[Words, ...], Field(min_length=1)]
