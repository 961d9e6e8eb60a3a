"""Work on stored cases: one case in view, and every change to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from pydantic import ValidationError

from poa_app.desk.evidence import absent, digests
from poa_app.desk.exchange import export_case, import_case
from poa_app.desk.letters import check_case
from poa_app.errors import BadValue, Gone
from poa_app.intake.case_file import parse_case, write_case
from poa_app.knowledge import knowledge
from poa_app.model.appeal import LETTER_ROUTES
from poa_app.model.case import Case, Draft, NotApplicable, Overruling
from poa_app.model.finding import Finding
from poa_app.model.letter import Letter
from poa_app.model.paths import leaves
from poa_app.model.waivers import group_of, may_be_waived
from poa_app.render import letter as letters
from poa_app.render.page import html_of
from poa_app.resources import folder
from poa_app.store import Clash, Store, Stored, readable
from poa_app.store.values import put, value_at

__all__ = [
    "Store",
    "Stored",
    "View",
    "attest_all",
    "change",
    "differing",
    "draft_of",
    "examined",
    "export_case",
    "held_form",
    "import_case",
    "letter_of",
    "not_applicable",
    "open_store",
    "overrule",
    "proposed",
    "readable",
    "sheet",
    "undo",
    "view",
    "with_draft",
]


def open_store() -> Store:
    """Open the store at its own place, or where the environment says."""
    return Store.open()


@dataclass(frozen=True)
class View:
    """One case in work, with everything a screen shows of it."""

    stored: Stored
    findings: tuple[Finding, ...]
    clashes: tuple[Clash, ...]

    @property
    def has_letter(self) -> bool:
        """Whether a letter answers the enforcement; other routes are gone on Seller Central itself."""
        return not self.case.route or self.case.route in LETTER_ROUTES

    @cached_property
    def waivable(self) -> frozenset[str]:
        """The open points of the checklist that may be answered with "does not apply"."""
        return waivable(self.case, self.findings)

    @property
    def id(self) -> str:
        """The case's id."""
        return self.stored.id

    @property
    def case(self) -> Case:
        """The case as it stands."""
        return self.stored.case


def view(store: Store, id: str, today: date) -> View:
    """Open a case for work.

    Raises:
        UnknownCase: no case bears that id.
    """
    stored = store.load(id)
    missing, kept = absent(store, id, stored.case), digests(store, id)
    return View(stored, examined(write_case(stored.case), today, missing, kept), store.clashes(id))


@lru_cache(maxsize=256)
def examined(
    content: bytes,
    today: date,
    missing: frozenset[str] = frozenset(),
    digests: frozenset[tuple[str, str]] = frozenset(),
) -> tuple[Finding, ...]:
    """Check a case once for each of its states, and for the files kept with it."""
    return check_case(parse_case(content, "case"), today, missing=missing, digests=dict(digests))


def waivable(case: Case, findings: tuple[Finding, ...]) -> frozenset[str]:
    """Return the open points of the checklist that "does not apply" can answer: the letter prints no gap without them.

    All are tried at once, since a letter leaves a clause out only once its field is waived.
    """
    paths = [one.path for one in findings if one.rule in ("completeness.missing", "completeness.evidence")]
    paths = [path for path in paths if may_be_waived(path)]
    if not paths:
        return frozenset()
    tried = case
    for path in paths:
        tried = not_applicable(tried, path, "tried")
    letters_of_route = (letter_of(tried, template, draft=True) for template in ("short", "full"))
    gaps = {run.path for made in letters_of_route if made for run in made.runs() if run.gap}
    return frozenset(path for path in paths if path not in gaps)


def undo(store: Store, id: str, undone: tuple[int, int] | None) -> tuple[int, int] | None:
    """Take back the last change of a case, or, pressed again, the one before it.

    Args:
        store: where the case is.
        id: the case.
        undone: what the last undo gave, if there was one.

    Returns:
        The newest revision and the one whose state it has; none where nothing is left to take back.
    """
    numbers = [revision.number for revision in store.revisions(id)]
    at = undone[1] if undone and numbers and numbers[0] == undone[0] else numbers[0]
    before = [number for number in numbers if number < at]
    if not before:
        return None
    return store.revert(id, before[0]).revision, before[0]


def differing(before: Case, after: Case) -> tuple[str, ...]:
    """List the fields in which two states of a case differ, those that are gone last."""
    old, new = dict(leaves(before)), dict(leaves(after))
    changed = (path for path, value in new.items() if path not in old or old[path] != value)
    return (*changed, *(path for path in old if path not in new))


def letter_of(case: Case, template: str, draft: bool, gap_language: str = "en") -> Letter | None:
    """Write a case as a letter to look at, or none where its route is not answered by one."""
    if case.route and case.route not in LETTER_ROUTES:
        return None
    return letters.compose(case, knowledge(), folder("templates"), template, draft, gap_language)


def sheet(case: Case, draft: bool, lit: str | None, language: str) -> tuple[str, str] | None:
    """Return the title of the short letter and its blocks as HTML, with one row's words lit.

    Args:
        case: the case.
        draft: whether points still block.
        lit: path of the row whose words are lit.
        language: in which blank fields are named; the letter itself is English.
    """
    letter = letter_of(case, "short", draft, language)
    return (letter.title, "".join(html_of(block, lit) for block in letter.blocks)) if letter else None


def proposed(case: Case, path: str) -> str:
    """Propose the passage of a row from its slots, as text."""
    runs = letters.passage(case, knowledge(), folder("templates"), path)
    return "".join(run.text for run in runs)


def change(store: Store, id: str, edit: Callable[[Case], Case], path: str) -> Stored:
    """Change a case in one step that is kept or not at all.

    Raises:
        UnknownCase: no case bears that id.
        Gone: what was to be changed has been removed meanwhile.
        BadValue: a field cannot hold what it was given.
    """
    try:
        return store.change(id, edit, path)
    except KeyError:
        raise Gone("row", "条目") from None
    except ValidationError as error:
        reason = error.errors(include_url=False, include_input=False)[0]["msg"]
        raise BadValue(path, reason[:1].lower() + reason[1:]) from None


def held_form(case: Case, path: str, value: Any) -> Any:
    """Return what a case holds, in JSON form, of a value given to a field; the value itself where it cannot hold it."""
    try:
        return value_at(put(case, path, value), path)
    except (BadValue, KeyError):
        return value


def draft_of(case: Case, path: str) -> str:
    """Give the Chinese draft beside a field."""
    return next((draft.text for draft in case.drafts if draft.path == path), "")


def with_draft(case: Case, path: str, text: str) -> Case:
    """Keep, change or clear the Chinese draft beside a field."""
    others = tuple(draft for draft in case.drafts if draft.path != path)
    mine = (Draft(path=path, text=text),) if text.strip() else ()
    return case.model_copy(update={"drafts": (*others, *mine)})


def overrule(case: Case, finding: Finding, reason: str) -> Case:
    """Overrule a finding with a reason; a second reason takes the place of the first."""
    rule, path, words = finding.identity
    others = tuple(one for one in case.overruled if (one.rule, one.path, one.words) != (rule, path, words))
    mine = Overruling(rule=rule, path=path, reason=reason, words=words)
    return case.model_copy(update={"overruled": (*others, mine)})


def not_applicable(case: Case, path: str, reason: str) -> Case:
    """Answer a point of the checklist, or the group it belongs to, with "does not apply", and why."""
    path = group_of(path)
    others = tuple(one for one in case.not_applicable if one.path != path)
    return case.model_copy(update={"not_applicable": (*others, NotApplicable(path=path, reason=reason))})


def attest_all(case: Case) -> Case:
    """Confirm for every corrective action that it has been done."""
    done: list[Any] = [action.model_copy(update={"done": True}) for action in case.corrective_actions]
    return case.model_copy(update={"corrective_actions": tuple(done)})
