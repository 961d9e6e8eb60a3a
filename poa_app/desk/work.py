"""Work on stored cases: one case in view, and every change to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import ValidationError

from poa_app.desk import spelling
from poa_app.desk.evidence import digests, missing_files
from poa_app.desk.exchange import export_case, import_case
from poa_app.desk.paper_reading import ReadPaper, by_exhibit, facts_by_key, read_papers, unread
from poa_app.desk.spelling import Spelling
from poa_app.desk.state import CaseState, Version, state_of, with_not_applicable
from poa_app.errors import BadValue, StaleReference
from poa_app.model.case import Case, Draft, Overruling
from poa_app.model.finding import Finding
from poa_app.model.paths import edit, get, leaves
from poa_app.render.page import html_of
from poa_app.store import CaseFile, Conflict, Store, Stored, readable
from poa_app.store.values import set_value, value_at

__all__ = [
    "CaseState",
    "Store",
    "Stored",
    "View",
    "attest_all",
    "change",
    "differing",
    "draft_of",
    "export_case",
    "held_form",
    "import_case",
    "letter_preview",
    "mended",
    "open_store",
    "overrule",
    "readable",
    "stored_state",
    "undo",
    "view",
    "with_draft",
    "with_not_applicable",
]


def open_store() -> Store:
    """Open the store at its own place, or where the environment says."""
    return Store.open()


@dataclass(frozen=True)
class View:
    """One case in work, with everything a screen shows of it.

    Attributes:
        stored: the case as it stands in the store.
        state: what follows from it today.
        files: the files kept with it.
        clashes: what was typed while somebody else changed the field.
        papers: what its papers say, by the row id of their exhibit.
        unread: files of its invoices that nobody has read yet.
        spelling: what is said of its spelling and general grammar so far.
    """

    stored: Stored
    state: CaseState
    files: tuple[CaseFile, ...]
    clashes: tuple[Conflict, ...]
    papers: Mapping[str, ReadPaper] = field(default_factory=dict)
    unread: tuple[CaseFile, ...] = ()
    spelling: Spelling = field(default_factory=Spelling)

    @property
    def id(self) -> str:
        """The case's id."""
        return self.stored.id

    @property
    def case(self) -> Case:
        """The case as it stands."""
        return self.stored.case

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What its check found, and then what is said of its spelling and general grammar."""
        return (*self.state.findings, *self.spelling.findings)


def view(store: Store, id: str, today: date) -> View:
    """Open a case for work.

    Raises:
        UnknownCase: there is no case with that id.
    """
    stored, files, clashes = store.load_for_editing(id)
    read = read_papers(store, files)
    state = stored_state(stored, files, today, read)
    papers, left = by_exhibit(stored.case, files, read), unread(stored.case, files, read)
    told = spelling.of_case(state, (id, stored.revision, stored.saved, today))
    return View(stored, state, files, clashes, papers, left, told)


def stored_state(stored: Stored, files: tuple[CaseFile, ...], today: date, read: Mapping[str, ReadPaper]) -> CaseState:
    """Return what follows from a stored case, its files and what was read of them on a day."""
    missing, kept = missing_files(stored.case, files), digests(files)
    return state_of(
        Version(stored.id, stored.revision, stored.saved, today, missing, kept, facts_by_key(files, read), stored.case)
    )


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


def letter_preview(state: CaseState, highlighted: str | None, language: str) -> tuple[str, str] | None:
    """Return the title of the short letter and its blocks as HTML; none where no letter answers the case.

    Args:
        state: the case.
        highlighted: path of the row whose words are highlighted.
        language: in which blank fields are named; the letter itself is English.
    """
    letter = state.letter("short", language)
    return (letter.title, "".join(html_of(block, highlighted) for block in letter.blocks)) if letter else None


def change(store: Store, id: str, edit: Callable[[Case], Case], path: str) -> Stored:
    """Change a case in one step that is kept or not at all.

    Raises:
        UnknownCase: there is no case with that id.
        StaleReference: what was to be changed has been removed meanwhile.
        BadValue: a field cannot hold what it was given.
    """
    try:
        return store.change(id, edit, path)
    except KeyError:
        raise StaleReference("row", "条目") from None
    except ValidationError as error:
        reason = error.errors(include_url=False, include_input=False)[0]["msg"]
        raise BadValue(path, reason[:1].lower() + reason[1:]) from None


def held_form(case: Case, path: str, value: Any) -> Any:
    """Return what a case holds, in JSON form, of a value given to a field; the value itself where it cannot hold it."""
    try:
        return value_at(set_value(case, path, value), path)
    except (BadValue, KeyError):
        return value


def draft_of(case: Case, path: str) -> str:
    """Return the Chinese draft beside a field."""
    return next((draft.text for draft in case.drafts if draft.path == path), "")


def with_draft(case: Case, path: str, text: str) -> Case:
    """Keep, change or clear the Chinese draft beside a field."""
    mine = {path: text.strip() and text}
    held = {
        draft.path: draft.text for draft in case.drafts
    } | mine  # a draft keeps its place: it is handed over by number
    return case.model_copy(update={"drafts": tuple(Draft(path=at, text=said) for at, said in held.items() if said)})


def overrule(case: Case, finding: Finding, reason: str) -> Case:
    """Overrule a finding with a reason; a second reason takes the place of the first."""
    rule, path, words = finding.identity
    others = tuple(one for one in case.overruled if (one.rule, one.path, one.words) != (rule, path, words))
    mine = Overruling(rule=rule, path=path, reason=reason, words=words)
    return case.model_copy(update={"overruled": (*others, mine)})


def mended(case: Case, findings: tuple[Finding, ...]) -> Case:
    """Put the safe fix of each finding in place of the words it quotes; a field that changed meanwhile is left alone.

    Args:
        case: the case as it stands.
        findings: of any rules and fields.
    """
    for finding in sorted(findings, key=lambda one: one.start or 0, reverse=True):
        held = get(case, finding.path)
        start, end = finding.start, finding.end
        if not finding.fixes or not isinstance(held, str) or start is None or held[start:end] != finding.quote:
            continue
        case = edit(case, finding.path, held[:start] + finding.fixes[0].text + held[end:])
    return case


def attest_all(case: Case) -> Case:
    """Confirm for every corrective action that it has been done."""
    done: list[Any] = [action.model_copy(update={"done": True}) for action in case.corrective_actions]
    return case.model_copy(update={"corrective_actions": tuple(done)})
