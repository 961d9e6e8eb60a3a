"""What the data files may hold; anything else names the file and the key and stops."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from poa_app.model.facts import Level
from poa_app.model.finding import Severity
from poa_app.model.routes import ROUTES, Route
from poa_app.model.rows import ActionKind
from poa_app.phrases.reading import Form

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class KnowledgeModel(BaseModel):
    """A piece of knowledge: frozen, and strict about its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Bilingual(KnowledgeModel):
    """The same words in English and Chinese."""

    en: Words
    zh: Words

    def in_language(self, language: str) -> str:
        """Return the words in ``en`` or ``zh``."""
        return self.zh if language == "zh" else self.en


class Source(KnowledgeModel):
    """Where a statement comes from; A is Amazon itself, C is anybody, J is our own judgement."""

    grade: Literal["A", "A-", "B", "C", "J"]
    what: Words
    address: str = ""
    read: Words


class Statement(Bilingual):
    """Something held to be true, with its source."""

    source: Words


class Placed(KnowledgeModel):
    """A piece of knowledge that may hold for some cases only.

    Attributes:
        marketplaces: where it holds; none means everywhere.
        channel: for whose orders it holds; none means all.
        parts: for which kinds of defect it holds, where a rate counts several together; none means all.
    """

    marketplaces: tuple[Words, ...] = ()
    channel: Literal["seller", "amazon"] | None = None
    parts: tuple[Slug, ...] = ()


class Prompt(Placed, Statement):
    """Something to look into, as a question; never a sentence to copy."""


class Evidence(Placed):
    """A kind of evidence an enforcement asks for."""

    kind: Slug
    required: bool = False
    why: Bilingual
    fields: tuple[Words, ...] = ()
    fresh_days: Annotated[int, Field(gt=0)] | None = None
    quantity: Literal["covers-sales"] | None = None
    disqualifiers: tuple[Statement, ...] = ()
    alternatives: tuple[Statement, ...] = ()


class Question(KnowledgeModel):
    """How one field is asked for: what to give, why we ask, an example, and the form that composes."""

    label: Bilingual
    ask: Bilingual
    why: Bilingual
    example: str = ""
    form: Form | None = None


class ClientQuestion(KnowledgeModel):
    """How a client is asked for a field, and what the answer is for."""

    ask: Bilingual
    use: Bilingual


class QuestionOverride(Placed):
    """An enforcement's own way of asking for a field."""

    field: Words
    ask: Bilingual
    why: Bilingual
    example: str = ""


class RowWords(KnowledgeModel):
    """What a list of a case and its rows are called.

    Attributes:
        name: of one row, as messages say it.
        code: of one row, as screens say it; ``{n}`` stands for its number or letter.
        plural: of the list.
        hint: what belongs into the list.
        empty: what to begin with, said while it is empty.
        add: what the button says that adds one.
    """

    name: Bilingual
    code: Bilingual
    plural: Bilingual | None = None
    hint: Bilingual | None = None
    empty: Bilingual | None = None
    add: Bilingual | None = None


class NounForms(KnowledgeModel):
    """What an enforcement counts, for ``31 orders`` and ``1 order``."""

    one: Words
    many: Words


class Clock(KnowledgeModel):
    """How much time the notice usually gives; the date in the user's own notice always wins."""

    days: Annotated[int, Field(gt=0)] | None = None
    words: Statement


class ClockKind(KnowledgeModel):
    """A clock that runs from a day of the case, and which cases it runs for; the answer's own day is in the case.

    Attributes:
        name: what it is called, as a list of clocks and a calendar say it; ``{letter}`` stands for an exhibit's letter.
        days: how many days it runs from the arrival of the notice; none where the case or a paper says so.
        levels: the levels of enforcement it runs for; none means all.
        enforcements: those it runs for; none means all.
        channel: for whose orders it runs; none means all.
        line: what is said of each paper; braces stand for its age, the day of sending, its limit and its last day.
        words: what it means, and what can be done on its day.
    """

    name: Bilingual
    line: Bilingual | None = None
    days: Annotated[int, Field(gt=0)] | None = None
    levels: tuple[Level, ...] = ()
    enforcements: tuple[Slug, ...] = ()
    channel: Literal["seller", "amazon"] | None = None
    words: Statement


class Objection(Statement):
    """A reason for which appeals are refused, and how a case shows it.

    Attributes:
        routes: the routes on which it is raised; none means all.
        rows: the list of rows it is about.
        shown_by: a pattern of English words in a row that give rise to the objection.
        met_by: a pattern of English words of which a row of the list must hold some, or the objection stands.
        met_by_kind: the kind of corrective action of which there must be one, or the objection stands.
        papers: kinds of evidence of which one must be there, or the objection stands; beside ``raised_by`` the kinds
            whose papers alone are looked at.
        raised_by: rules whose findings give rise to the objection where they stand.
    """

    routes: tuple[Route, ...] = ()
    rows: Literal["root_causes", "corrective_actions", "preventive_measures", "exhibits"] | None = None
    shown_by: str = ""
    met_by: str = ""
    met_by_kind: ActionKind | None = None
    papers: tuple[Slug, ...] = ()
    raised_by: tuple[Words, ...] = ()


class Guidance(KnowledgeModel):
    """What all enforcements share, or those of a family; what is an enforcement's own comes first.

    Attributes:
        wants: what Amazon wants to see.
        leave_out: what not to send, and why.
        at_stake: what happens to money, stock and offers meanwhile.
        do_first: what to do in the first hour.
        do_not: what not to do in the first hour.
        not_ours: defects that are somebody else's, and the channel each belongs to.
        evidence: kinds of evidence, wanted or useful.
        questions: own ways of asking for a field.
        typical_causes: questions that help to find the cause.
        typical_actions: questions that help to remember what was done.
        containment: questions about what stops the harm at once, asked until an action does.
        read_across: questions about where else the same could happen, asked until an action says.
        typical_measures: questions that help to name the controls.
        refused_when: why appeals are refused.
        admission_traps: what not to admit, and what not to deny.
        submit: where to click.
    """

    wants: tuple[Statement, ...] = ()
    leave_out: tuple[Statement, ...] = ()
    at_stake: tuple[Statement, ...] = ()
    do_first: tuple[Statement, ...] = ()
    do_not: tuple[Statement, ...] = ()
    not_ours: tuple[Prompt, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    questions: tuple[QuestionOverride, ...] = ()
    typical_causes: tuple[Prompt, ...] = ()
    typical_actions: tuple[Prompt, ...] = ()
    containment: tuple[Prompt, ...] = ()
    read_across: tuple[Prompt, ...] = ()
    typical_measures: tuple[Prompt, ...] = ()
    refused_when: tuple[Objection, ...] = ()
    admission_traps: tuple[Statement, ...] = ()
    submit: tuple[Statement, ...] = ()


class Family(Guidance):
    """A family of enforcements.

    Attributes:
        order: its place in lists.
    """

    name: Bilingual
    order: int


class Enforcement(Guidance):
    """One kind of action by Amazon, and how it is answered.

    Attributes:
        order: its place within its family.
        title: what a letter calls it, where its name would say that it happened.
        typed_name: whether it stands for any that no other file knows, and goes by the name somebody types.
        send: what to send, told in a sentence or two before a word is drafted.
        notice_phrases: words of a notice that name it; "…" stands for some words in between.
        notice_hints: words of a notice that go with it, and with others as well.
        yields_to: enforcements that a notice is rather about where it names them, too.
        search: words people look it up by, besides its names and the notice's phrases.
    """

    slug: Slug
    name: Bilingual
    family: Slug
    order: int
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]
    routes: Annotated[tuple[Route, ...], Field(min_length=1)]
    plan_expected: bool
    counts: NounForms
    metrics: tuple[Slug, ...] = ()
    product_fields: tuple[Words, ...] = ()
    notice_phrases: tuple[Words, ...] = ()
    notice_hints: tuple[Words, ...] = ()
    yields_to: tuple[Slug, ...] = ()
    search: tuple[Words, ...] = ()
    title: Words | None = None
    typed_name: bool = False
    send: Statement
    clock: Clock

    @property
    def usual_route(self) -> Route:
        """The first of its routes that a letter answers; the first of all where none does."""
        return next((route for route in self.routes if ROUTES[route].letter), self.routes[0])


class FileTypes(KnowledgeModel):
    """Types of file, by suffix."""

    types: Annotated[tuple[Slug, ...], Field(min_length=1)]
    source: Words


class EvidenceKind(KnowledgeModel):
    """A kind of evidence.

    Attributes:
        name: what it is called.
        asked_as: patterns of the words by which notices ask for it.
        issued_by: who must have issued it: one of the suppliers, or anybody but the seller.
        refused: types of file that Amazon refuses for it.
        disqualifiers: what makes Amazon refuse one, whatever the enforcement.
        alternatives: what to do where it cannot be had.
        strength: whose record it is: somebody else's, the seller's own made as the work was done, or the seller's word.
        proves: what it can show; a purchase says nothing of a deed of the seller.
    """

    name: Bilingual
    asked_as: tuple[Words, ...] = ()
    issued_by: Literal["supplier", "another"] | None = None
    refused: FileTypes | None = None
    disqualifiers: tuple[Statement, ...] = ()
    alternatives: tuple[Statement, ...] = ()
    strength: Literal["others-record", "own-record", "own-word"]
    proves: Literal["anything", "purchase"] = "anything"


class Aliases(KnowledgeModel):
    """By which names a column of a report goes, or by which words its cells say one thing."""

    names: Annotated[tuple[Words, ...], Field(min_length=1)]


class ReportKey(KnowledgeModel):
    """A figure of Amazon's account health report, under the name the report gives it.

    Attributes:
        name: what it is called.
        group: the part of the Account Health page it stands in.
        metric: the rate of a case it is a reading of.
        enforcements: what Amazon may do on it, the likeliest first.
        unless: another figure that takes its place where the report has both.
    """

    name: Bilingual
    group: Literal["customer-service", "shipping", "policy", "account"]
    metric: Slug | None = None
    enforcements: tuple[Slug, ...] = ()
    unless: Words | None = None
    source: Words


class Marketplace(KnowledgeModel):
    """One of Amazon's stores."""

    country: Bilingual
    store: Words
    marketplace_id: Words
    domain: Words
    currency: Words
    zone: Words
    dates: Literal["month-first", "day-first"]


class RouteKind(KnowledgeModel):
    """A route, and where it is answered."""

    name: Bilingual
    files: FileTypes | None = None
    do: Bilingual
    source: Words


class Message(KnowledgeModel):
    """What a finding of a coded rule says."""

    family: Slug
    severity: Severity
    message: Bilingual
    why: Bilingual
    source: Words
    can_be_overruled: bool = True
