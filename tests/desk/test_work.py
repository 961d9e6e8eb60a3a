"""Work on stored cases: the board by urgency, undo step by step, and the answers a manager gives to findings."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from poa_app.desk import check_case, create, work
from poa_app.errors import BadValue, NotACase, NotJson, StaleReference, UnknownCase
from poa_app.model.case import Case, Draft
from poa_app.model.facts import Violation
from poa_app.model.paths import edit, get
from poa_app.model.row_edits import add_row, move_row, remove_row
from poa_app.model.text import FIELD_REFUSED
from poa_app.store import Store, Stored

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DAY = NOW.date()


def test_a_view_tells_the_exhibits_whose_files_are_not_kept(store: Store, kept: Stored, today: date) -> None:
    seen = work.view(store, kept.id, today)
    assert (seen.id, seen.case, seen.clashes) == (kept.id, kept.case, ())
    missing = [one.path for one in seen.findings if one.rule == "exhibits.file-missing"]
    assert missing == [f"/exhibits/{one.id}/file" for one in kept.case.exhibits if one.file]
    with pytest.raises(UnknownCase):
        work.view(store, "nobody000000", today)


def _opening(store: Store, id: str, words: str) -> None:
    work.change(store, id, lambda case: edit(case, "/opening", words), "/opening")


def test_undo_pressed_twice_goes_two_steps_back(store: Store) -> None:
    made = store.create(Case(opening="0"))
    for words in "123":
        _opening(store, made.id, words)
    undone, seen = None, []
    while undone := work.undo(store, made.id, undone):
        seen.append(store.load(made.id).case.opening)
    assert seen == ["2", "1", "0"]


def test_typing_between_two_presses_starts_anew(store: Store) -> None:
    made = store.create(Case(opening="0"))
    for words in "123":
        _opening(store, made.id, words)
    undone = work.undo(store, made.id, work.undo(store, made.id, None))
    _opening(store, made.id, "new")
    undone = work.undo(store, made.id, undone)
    assert store.load(made.id).case.opening == "1"
    assert undone


def test_a_case_nobody_changed_has_nothing_to_undo(store: Store, kept: Stored) -> None:
    assert work.undo(store, kept.id, None) is None
    assert store.load(kept.id) == kept
    with pytest.raises(UnknownCase):
        work.undo(store, "nobody000000", None)


def test_undo_brings_back_a_removed_row_with_all_that_pointed_to_it(store: Store, kept: Stored) -> None:
    path = f"/root_causes/{kept.case.root_causes[0].id}"
    work.change(store, kept.id, lambda case: remove_row(case, path), "/root_causes")
    assert store.load(kept.id).case != kept.case
    work.undo(store, kept.id, None)
    assert store.load(kept.id).case == kept.case


def test_a_change_to_a_row_that_is_gone_is_told_in_one_sentence(store: Store, kept: Stored) -> None:
    for edit_gone in (
        lambda case: edit(case, "/root_causes/gone00/what", "x"),
        lambda case: move_row(case, "/root_causes/gone00", 1),
        lambda case: add_row(case, "/exhibits/gone00/covers")[0],
    ):
        with pytest.raises(StaleReference):
            work.change(store, kept.id, edit_gone, "/root_causes")
    assert store.load(kept.id) == kept


def test_a_change_no_field_can_hold_is_told_in_one_sentence(store: Store, kept: Stored) -> None:
    with pytest.raises(BadValue) as refused:
        _opening(store, kept.id, "x" * (FIELD_REFUSED + 1))
    assert "more than 1048576 bytes in one field" in refused.value.en
    assert store.load(kept.id) == kept


def test_a_finding_is_overruled_with_a_reason(late_shipment: Case, today: date) -> None:
    cause = late_shipment.root_causes[0]
    case = edit(late_shipment, f"/root_causes/{cause.id}/what", f"{cause.what} We didn't see it.")
    found = next(one for one in _found(case, today) if one.can_be_overruled and cause.id in one.path)
    past = work.overrule(case, found, "The client's own words")
    assert past.overruled[-1].reason == "The client's own words"
    assert found not in _found(past, today)
    assert len(_found(past, today)) < len(_found(case, today))


def _found(case: Case, today: date) -> tuple[work.Finding, ...]:
    return work.CaseState(case, today).findings


def test_a_point_that_does_not_apply_leaves_the_checklist(late_shipment: Case, today: date) -> None:
    case = late_shipment.model_copy(update={"exhibits": late_shipment.exhibits[1:]})
    point = next(one for one in _found(case, today) if one.rule == "completeness.evidence")
    answered = work.with_not_applicable(case, point.path, "No such list exists")
    assert answered.not_applicable[-1].reason == "No such list exists"
    assert point.path not in {one.path for one in _found(answered, today) if one.family == "completeness"}


def test_one_tick_attests_every_action(late_shipment: Case) -> None:
    undone = tuple(one.model_copy(update={"done": None}) for one in late_shipment.corrective_actions)
    case = work.attest_all(late_shipment.model_copy(update={"corrective_actions": undone}))
    assert [one.done for one in case.corrective_actions] == [True] * len(undone)
    assert work.attest_all(Case()) == Case()


def test_a_draft_is_kept_changed_and_cleared_beside_its_field() -> None:
    case = work.with_draft(Case(drafts=(Draft(path="/closing", text="此致"),)), "/opening", "尊敬的团队")
    assert work.draft_of(case, "/opening") == "尊敬的团队"
    case = work.with_draft(case, "/opening", "您好")
    assert [draft.text for draft in case.drafts] == ["此致", "您好"]
    case = work.with_draft(case, "/opening", "  ")
    assert work.draft_of(case, "/opening") == ""
    assert work.draft_of(case, "/closing") == "此致"


def test_the_sheet_lights_only_the_open_row(late_shipment: Case) -> None:
    for kind in ("root_causes", "corrective_actions", "preventive_measures"):
        open_row = f"/{kind}/{get(late_shipment, f'/{kind}')[0].id}"
        made = work.letter_preview(work.CaseState(late_shipment, DAY), open_row, "en")
        assert made
        lit = re.findall(r'<(\w+) class="[^"]*\blit\b[^"]*">(.*?)</\1>', made[1])
        assert lit
        for _, words in lit:
            assert f'data-path="{open_row}/' in words
        assert made[1].count(" lit") + made[1].count('"lit') == len(lit)


def test_the_sheet_lights_nothing_when_no_row_is_open(late_shipment: Case) -> None:
    made = work.letter_preview(work.CaseState(late_shipment, DAY), None, "en")
    assert made
    assert made[0]
    assert 'lit"' not in made[1]


def test_a_route_without_a_letter_has_no_sheet() -> None:
    case = Case(violations=(Violation(id="viol01", route="retraction"),))
    assert work.letter_preview(work.CaseState(case, DAY), None, "en") is None
    assert work.CaseState(case, DAY).letter("short") is None


def test_a_proposed_passage_is_put_together_from_the_rows_own_fields(late_shipment: Case) -> None:
    action = late_shipment.corrective_actions[0].model_copy(update={"passage": None, "who": "the night picker"})
    case = late_shipment.model_copy(update={"corrective_actions": (action,)})
    assert "the night picker" in work.CaseState(case, DAY).proposed(f"/corrective_actions/{action.id}")


def test_a_proposed_passage_names_what_is_missing_in_the_readers_language(late_shipment: Case) -> None:
    action = late_shipment.corrective_actions[0].model_copy(update={"passage": None, "who": None})
    state = work.CaseState(late_shipment.model_copy(update={"corrective_actions": (action,)}), DAY)
    path = f"/corrective_actions/{action.id}"
    assert "[Who did it: missing]" in state.proposed(path)
    assert "[待填：责任人]" in state.proposed(path, "zh")


def test_a_case_goes_out_as_a_file_and_comes_in_again(store: Store, kept: Stored) -> None:
    made = work.import_case(store, work.export_case(store, kept.id), "case.json")
    assert made.id != kept.id
    assert made.case == kept.case


@pytest.mark.parametrize(("content", "refused"), [(b"no", NotJson), (b"{}", NotACase)])
def test_a_file_that_is_no_case_brings_none(store: Store, content: bytes, refused: type[Exception]) -> None:
    with pytest.raises(refused):
        work.import_case(store, content, "case.json")
    assert store.listed() == ()


@pytest.mark.parametrize(("language", "mark"), [("en", "[Opening: missing]"), ("zh", "[待填：开头]")])
def test_the_sheet_names_what_is_missing_in_the_readers_language(late_shipment: Case, language: str, mark: str) -> None:
    made = work.letter_preview(work.CaseState(edit(late_shipment, "/opening", None), DAY), None, language)
    assert made
    assert mark in made[1]


def test_the_chinese_sheet_names_no_gap_in_english() -> None:
    made = work.letter_preview(work.CaseState(create("late-shipment-rate"), DAY), None, "zh")
    assert made
    gaps = re.findall(r'class="gap"[^>]*>([^<]*)<', made[1])
    assert len(gaps) > 10
    assert [
        gap for gap in gaps if not gap.startswith("[待填：") or re.search("What|When|Where|Who|Why|How|missing", gap)
    ] == []


def test_a_letter_that_is_sent_names_what_is_missing_in_english(late_shipment: Case) -> None:
    letter = work.CaseState(edit(late_shipment, "/opening", None), DAY).letter("short")
    assert letter
    assert [run.text for run in letter.runs() if run.gap] == ["[Opening: missing]"]


def test_does_not_apply_is_offered_only_where_the_letter_can_do_without(late_shipment: Case, today: date) -> None:
    metric = late_shipment.metrics[0]
    case = late_shipment
    for path in ("/fulfilment", "/opening", "/client/signatory", f"/metrics/{metric.id}/now/value"):
        case = edit(case, path, None)
    case = edit(edit(case, "/preventive_measures", ()), f"/metrics/{metric.id}/now_passage", None)
    offered = work.CaseState(case, today).waivable
    assert offered == {"/fulfilment", f"/metrics/{metric.id}/now/value"}


def test_overruling_twice_keeps_one_reason(late_shipment: Case, today: date) -> None:
    case = edit(late_shipment, "/opening", "We can't ship.")
    found = next(one for one in _found(case, today) if one.rule == "contractions.cannot")
    twice = work.overrule(work.overrule(case, found, "First."), found, "Second.")
    assert [one.reason for one in twice.overruled] == ["Second."]


def test_one_press_mends_all_of_a_kind_and_leaves_what_changed_meanwhile(late_shipment: Case, today: date) -> None:
    rows = [f"/corrective_actions/{row.id}/result" for row in late_shipment.corrective_actions[:2]]
    case = late_shipment
    for path in rows:
        case = edit(case, path, "It didn't fail and it didn't stop")
    found = tuple(one for one in check_case(case, today) if one.family == "contraction")
    assert len(found) == 4
    changed = edit(case, rows[1], "It stopped")
    mended = work.mended(changed, found)
    assert [get(mended, path) for path in rows] == ["It did not fail and it did not stop", "It stopped"]
