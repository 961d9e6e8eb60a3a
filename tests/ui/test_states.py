"""What a screen says of how a case stands, and what a press on it leaves in the store; without a browser."""

from __future__ import annotations

from html import escape

import pytest

from poa_app.desk import notices, work
from poa_app.desk.evidence import open_example
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Violation
from poa_app.model.paths import edit
from poa_app.model.rows import RootCause
from poa_app.store import Store
from poa_app.ui.words import Reader, chinese
from tests.browser.walk_texts import LATE_NOTICE
from tests.ui.page import LATE, Page
from tests.ui.test_screens import run, store  # noqa: F401 - fixture

pytestmark = [pytest.mark.slow, pytest.mark.screens]

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


def said_in(language: str, words: str) -> str:
    """Return words of the interface in a language."""
    return chinese()[words] if language == "zh" else words


@LANGUAGES
def test_an_empty_board_says_how_to_begin(store: Store, language: str) -> None:  # noqa: F811
    store.trash(store.create(Case()).id)
    words = "No case yet. Begin with the notice Amazon sent, or open an example to see a finished one."
    assert said_in(language, words) in [str(one.value) for one in run("board", "", language).get("markdown")]


@LANGUAGES
def test_nothing_left_is_said_without_a_promise(store: Store, language: str) -> None:  # noqa: F811
    kept = open_example(store, LATE)
    page = run("check", kept.id, language)
    words = "No rule found anything left to mend. Read the letter once as a stranger would, then download it."
    assert said_in(language, words) in [str(one.value) for one in page.success]
    taken = [one.proto for one in page.get("download_button")]
    (word,) = (one for one in taken if one.label == said_in(language, "Letter as Word"))
    assert not word.disabled


@LANGUAGES
def test_a_letter_with_points_left_says_how_many_before_it_is_downloaded(store: Store, language: str) -> None:  # noqa: F811
    kept = open_example(store, LATE)
    id = store.create(kept.case).id  # without the exhibits' files
    page = run("check", id, language)
    asked = [one.proto.popover.label for one in page.get("popover")]
    many = len([one for one in work.view(store, id, Reader().today()).findings if one.severity == "fix"])
    assert many > 5
    assert said_in(language, "Letter as Word: {n} to mend").format(n=many) in asked


def test_a_value_that_cannot_be_read_is_told_beneath_its_field_with_findings_off(store: Store) -> None:  # noqa: F811
    page = Page("notice", store.create(Case()).id, findings=False)
    assert "Nothing entered yet" not in page.said()
    page.type("/notice/received", "Nov 23")
    assert "“Nov 23” names no year. Write 2026-11-23 if that is the day." in page.said()
    page.find("button", "Use “2026-11-23”").click()
    page.run()
    assert "names no year" not in page.said()
    assert "Nothing entered yet" not in page.said()


def test_findings_are_switched_on_and_off_where_the_notice_is(store: Store) -> None:  # noqa: F811
    page = Page("notice", store.create(Case()).id)
    assert "Nothing entered yet" in page.said()
    page.find("toggle", "Findings").set_value(False)
    page.run()
    assert "Nothing entered yet" not in page.said()
    assert store.get_setting("findings_shown") == "off"


def test_a_row_goes_by_its_passage_where_that_is_all_it_holds(store: Store) -> None:  # noqa: F811
    words = "The office confirmed orders once a day."
    id = store.create(Case(root_causes=(RootCause(id="cause1", passage=words),))).id
    assert f"RC1** {words}" in " ".join(one.label for one in Page("workbench", id).test.get("expander"))


def test_words_are_mended_on_check_with_one_press(store: Store) -> None:  # noqa: F811
    cause = RootCause(id="cause1", passage="Nobody checked, and we didn't notice.")
    id = store.create(edit(Case(root_causes=(cause,)), "/opening", "The failure wasn't the carrier's.")).id
    page = Page("check", id)
    page.press("Use “did not” RC1")
    assert store.load(id).case.root_causes[0].passage == "Nobody checked, and we did not notice."
    page.press("Use “was not” Opening")
    assert store.load(id).case.opening == "The failure was not the carrier's."
    assert not [one for one in page.test.get("button") if "did not" in one.label]


def test_a_chain_is_read_back_and_an_answer_alone_is_not(store: Store) -> None:  # noqa: F811
    cause = RootCause(id="cause1", why=("the list was kept by hand", "no rule named who keeps it"), unnoticed=("luck",))
    page = Page("workbench", store.create(Case(root_causes=(cause,))).id, row="/root_causes/cause1")
    assert "no rule named who keeps it → therefore the list was kept by hand" in page.said()
    assert page.said().count("Read back") == 1


def test_check_counts_what_it_lists(store: Store) -> None:  # noqa: F811
    id = store.create(Case(root_causes=(RootCause(id="cause1"),), violations=(Violation(id="viol01"),))).id
    page = Page("check", id)
    blocking = work.view(store, id, Reader().today()).state.counts.blocking
    assert blocking > 3
    assert f"Blocks sending: {blocking}" in page.said()
    assert f"{blocking} to complete" in page.said()
    assert f"{blocking} gaps" in page.said()


def test_the_board_is_narrowed_by_an_asin(store: Store) -> None:  # noqa: F811
    kept = open_example(store, LATE)
    store.create(edit(Case(), "/client/store", "Quiet Example Lamps"))
    page = Page("board")
    page.find("text_input", "Search").set_value("B0EXMPLG01")
    page.run()
    assert str(kept.case.client.store) in page.said()
    assert "Quiet Example Lamps" not in page.said()


def test_emptying_the_trash_deletes_removed_files_too(store: Store) -> None:  # noqa: F811
    made = open_example(store, LATE)
    row = f"/exhibits/{made.case.exhibits[0].id}"
    store.change(made.id, lambda case: edit(case, f"{row}/file", None), f"{row}/file")
    assert len(store.removed_files(made.id)) == 1
    page = Page("board")
    page.press("Delete for good")
    assert store.removed_files(made.id) == ()


@LANGUAGES
def test_guidance_says_what_to_enter_why_and_gives_an_example(store: Store, language: str) -> None:  # noqa: F811
    case = notices.begin()
    case = notices.choose_enforcement(case, case.violations[0].id, "late-shipment-rate")
    cause = f"/root_causes/{case.root_causes[0].id}"
    case = edit(case, f"{cause}/why", ("the sheet was not read", "it was a human error"))
    id = store.create(case).id
    page = run("workbench", id, language)
    page.session_state["open_row"] = f"/corrective_actions/{case.corrective_actions[0].id}"
    page.run()
    question = knowledge().questions["/corrective_actions/*/who"]
    assert escape(question.ask.in_language(language)) in "\n".join(one.proto.body for one in page.get("html"))
    key = f"{id}/corrective_actions/{case.corrective_actions[0].id}/who"
    (who,) = (one for one in page.get("text_input") if one.key == key)
    assert question.example in who.placeholder
    page.session_state["open_row"] = cause
    page.run()
    said = "\n".join(str(one.value) for one in page.get("markdown")).replace("\\", "")
    told = said_in(language, "therefore")
    assert f"it was a human error → {told} the sheet was not read" in said
    assert ("追问停在了个人" if language == "zh" else "Ask once more") in said


def test_what_is_unticked_of_a_reading_stays_out(store: Store) -> None:  # noqa: F811
    id = store.create(notices.begin()).id
    page = Page("notice", id)
    page.type("/notice/text", LATE_NOTICE)
    next(one for one in page.test.get("checkbox") if str(one.key).endswith("/affected")).uncheck()
    page.run()
    page.press("Take over what is ticked")
    held = store.load(id).case
    assert (held.marketplaces, held.affected) == (("US",), None)
