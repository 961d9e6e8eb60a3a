"""What a hand does on the screens reaches the store, and what the store holds comes back, without a browser."""

from __future__ import annotations

import pytest

from poa_app.desk import notices, work
from poa_app.desk.evidence import open_example
from poa_app.model.case import Case
from poa_app.model.facts import EarlierAppeal
from poa_app.model.paths import edit, get
from poa_app.store import Store, Stored
from poa_app.ui.words import Reader
from tests.notice.letters import ANSWER, APPEAL, NOTICE
from tests.ui.page import EXAMPLES, LATE, PDF, Page
from tests.ui.test_screens import APP, stands, store  # noqa: F401 - fixture

pytestmark = [pytest.mark.slow, pytest.mark.screens]


@pytest.fixture
def made(store: Store) -> Stored:  # noqa: F811
    """The late-shipment example with its exhibits, in the store."""
    return open_example(store, LATE)


def test_a_new_case_is_begun_from_the_board(store: Store) -> None:  # noqa: F811
    page = Page("board")
    page.press("New case")
    (one,) = store.listed()
    assert [violation.stage for violation in one.case.violations] == ["first"]


def test_an_example_opens_as_a_case_of_ones_own(store: Store) -> None:  # noqa: F811
    page = Page("board")
    page.press("Open an example")
    chosen = page.find("button", "Late shipment rate")
    page.test.session_state["dialog"] = "examples"  # a browser runs the dialog alone, and so finds it open still
    chosen.click()
    page.run()
    (one,) = store.listed()
    assert one.case.enforcements == ("late-shipment-rate",)


def test_a_case_is_copied_thrown_away_and_taken_out_again(store: Store, made: Stored) -> None:  # noqa: F811
    page = Page("board")
    page.choose("More", "copy")
    assert len(store.listed()) == 2
    page.choose("More", "trash")
    (gone,) = store.listed(trashed=True)
    page.press("Take out")
    assert (len(store.listed()), store.listed(trashed=True)) == (2, ())
    store.trash(gone.id)
    page.run()
    page.press("Delete for good")
    assert store.listed(trashed=True) == ()


def test_the_board_is_narrowed_by_words(store: Store, made: Stored) -> None:  # noqa: F811
    store.create(edit(Case(), "/client/store", "Quite Another Example Shop"))
    page = Page("board")
    page.find("text_input", "Search").set_value("quite another")
    page.run()
    assert "Quite Another Example Shop" in page.said()
    assert made.case.client.store not in page.said()
    page.find("text_input", "Search").set_value("nobody")
    page.run()
    assert "No case matches" in page.said()


def test_a_field_is_saved_when_it_is_left_and_undone(store: Store, made: Stored) -> None:  # noqa: F811
    page = Page("workbench", made.id)
    page.type("/opening", "We write about the late shipments.")
    assert store.load(made.id).case.opening == "We write about the late shipments."
    page.press("Undo")
    assert store.load(made.id).case.opening == made.case.opening
    assert "Undone: Opening" in page.said()


def test_a_row_is_added_moved_and_removed(store: Store, made: Stored) -> None:  # noqa: F811
    page = Page("workbench", made.id)
    before = [row.id for row in made.case.corrective_actions]
    page.press("Add a corrective action")
    new = store.load(made.id).case.corrective_actions[-1]
    assert [row.id for row in store.load(made.id).case.corrective_actions] == [*before, new.id]
    page.choose(f"Arrange CA{len(before) + 1}", "up")
    assert store.load(made.id).case.corrective_actions[-2].id == new.id
    page.choose(f"Arrange CA{len(before)}", "remove")
    assert [row.id for row in store.load(made.id).case.corrective_actions] == before


def test_several_rows_are_removed_at_once_and_come_back(store: Store, made: Stored) -> None:  # noqa: F811
    page = Page("workbench", made.id)
    before = [row.id for row in made.case.corrective_actions]
    page.test.session_state[f"removing{made.id}/corrective_actions"] = True  # as a press on "Remove rows" does
    page.run()
    page.pick("Rows to remove from Corrective actions", [f"/corrective_actions/{row}" for row in before[:2]])
    page.press("Remove 2 rows")
    assert [row.id for row in store.load(made.id).case.corrective_actions] == before[2:]
    page.press("Undo")
    assert [row.id for row in store.load(made.id).case.corrective_actions] == before


def test_a_passage_is_rewritten_and_goes_back_to_the_proposal(store: Store, made: Stored) -> None:  # noqa: F811
    row = next(one for one in made.case.corrective_actions if one.passage)
    path = f"/corrective_actions/{row.id}"
    page = Page("workbench", made.id, row=path)
    page.press("Go back to the proposed passage")
    assert get(store.load(made.id).case, f"{path}/passage") is None
    page.press("Rewrite")
    assert get(store.load(made.id).case, f"{path}/passage")


def test_pasted_lines_become_rows(store: Store, made: Stored) -> None:  # noqa: F811
    page = Page("workbench", made.id)
    key = f"lines{made.id}/preventive_measures"
    next(one for one in page.test.get("text_area") if one.key == key).set_value("1. Daily count\n2. Second scan")
    page.run()
    next(one for one in page.test.get("button") if one.key == f"make{key}").click()
    page.run()
    added = store.load(made.id).case.preventive_measures[-2:]
    assert [row.what for row in added] == ["Daily count", "Second scan"]


def test_a_changed_deed_is_no_longer_confirmed_and_says_since_when(store: Store, made: Stored) -> None:  # noqa: F811
    row = made.case.corrective_actions[0]
    path = f"/corrective_actions/{row.id}"
    page = Page("workbench", made.id, row=path)
    page.type(f"{path}/how", "By hand, one parcel at a time.")
    assert get(store.load(made.id).case, f"{path}/done") is None
    assert "because the text changed" in page.said()
    check = Page("check", made.id)
    check.press("Confirm that all")
    assert all(one.done for one in store.load(made.id).case.corrective_actions)


def test_a_finding_is_overruled_and_a_gap_waived_with_a_reason(store: Store, made: Stored) -> None:  # noqa: F811
    case = edit(edit(made.case, "/opening", "We can't ship."), "/fulfilment", None)
    id = store.create(case).id
    page = Page("check", id)
    for rule, words in (("contractions.cannot", "Overrule"), ("completeness.missing", "Does not apply")):
        found = next(one for one in work.view(store, id, Reader().today()).findings if one.rule == rule)
        key = f"over{id}{found.key}"
        next(one for one in page.test.get("text_input") if one.key == key).set_value("The client's own words")
        page.run()
        button = next(one for one in page.test.get("button") if one.key == f"do{key}")
        assert button.label == words
        button.click()
        page.run()
    held = store.load(id).case
    assert [one.rule for one in held.overruled] == ["contractions.cannot"]
    assert [one.path for one in held.not_applicable][-1] == "/fulfilment"


def test_a_safe_fix_is_put_in_place_of_the_words_it_mends(store: Store, made: Stored) -> None:  # noqa: F811
    id = store.create(edit(made.case, "/opening", "We can't ship.")).id
    page = Page("workbench", id)
    page.press("Use “cannot”")
    assert store.load(id).case.opening == "We cannot ship."


def test_the_next_gap_opens_its_row_and_asks_for_its_field(store: Store, made: Stored) -> None:  # noqa: F811
    row = made.case.preventive_measures[0]
    path = f"/preventive_measures/{row.id}"
    id = store.create(edit(made.case, f"{path}/record", None)).id
    page = Page("workbench", id)
    page.press("Next gap")
    assert page.test.session_state["open_row"] == path
    assert page.test.session_state["guided_to"] == f"{path}/record"


def test_two_texts_of_one_field_are_told_and_one_is_chosen(store: Store, made: Stored) -> None:  # noqa: F811
    store.save(made.id, "/opening", made.case.opening, "Theirs.")
    store.save(made.id, "/opening", made.case.opening, "Mine.")
    page = Page("workbench", made.id)
    assert "changed elsewhere while you typed" in page.said()
    page.press("Keep mine")
    assert store.load(made.id).case.opening == "Mine."
    assert store.clashes(made.id) == ()


def test_an_exhibits_file_is_taken_opened_replaced_and_removed(store: Store, made: Stored) -> None:  # noqa: F811
    row = made.case.exhibits[0]
    path = f"/exhibits/{row.id}"
    page = Page("workbench", made.id, row=path)
    page.press("Open file Exhibit A")
    page.upload("Replace it by another file. File of Exhibit A", "scan.pdf", PDF, "application/pdf")
    assert get(store.load(made.id).case, f"{path}/file") == "scan.pdf"
    page.press("Remove scan.pdf")
    assert get(store.load(made.id).case, f"{path}/file") is None
    page.upload("File of Exhibit A", "notes.exe", b"MZ\x90\x00", "application/octet-stream")
    assert get(store.load(made.id).case, f"{path}/file") is None
    assert [one for one in page.test.error if "notes.exe" in one.value]


def test_a_file_attached_by_mistake_is_deleted_for_good(store: Store, made: Stored) -> None:  # noqa: F811
    row = made.case.exhibits[0]
    page = Page("workbench", made.id, row=f"/exhibits/{row.id}")
    names = {file.name for file in store.files(made.id)}
    assert row.file in names
    page.press(f"Delete for good: {row.file}")
    assert {file.name for file in store.files(made.id)} == names - {row.file}


def test_a_proof_is_added_from_the_row_that_wants_one(store: Store, made: Stored) -> None:  # noqa: F811
    row = made.case.corrective_actions[0]
    path = f"/corrective_actions/{row.id}/exhibits"
    id = store.create(edit(made.case, path, ())).id
    page = Page("workbench", id, row=path.rpartition("/")[0])
    page.press("Add an exhibit for CA1")
    (proof,) = get(store.load(id).case, path)
    assert page.test.session_state["open_row"] == f"/exhibits/{proof}"


def test_units_of_a_product_are_entered_on_an_invoice(store: Store) -> None:  # noqa: F811
    made = open_example(store, EXAMPLES / "supply-chain-verification.json")
    row = next(one for one in made.case.exhibits if one.covers)
    path = f"/exhibits/{row.id}"
    page = Page("workbench", made.id, row=path)
    page.press("Add units of a product")
    line = get(store.load(made.id).case, f"{path}/covers")[-1]
    page.type(f"{path}/covers/{line.id}/quantity", "120")
    assert get(store.load(made.id).case, f"{path}/covers")[-1].quantity == 120
    page.press(f"Remove Exhibit A Line {len(row.covers) + 1}")
    assert get(store.load(made.id).case, f"{path}/covers") == row.covers


def test_a_supplier_is_added_where_none_can_be_chosen(store: Store) -> None:  # noqa: F811
    made = open_example(store, EXAMPLES / "supply-chain-verification.json")
    case = edit(edit(made.case, "/suppliers", ()), "/products", made.case.products[:1])
    id = store.create(edit(case, f"/products/{case.products[0].id}/supplier", None)).id
    page = Page("workbench", id, row=f"/products/{case.products[0].id}")
    page.press("Add a supplier for Product 1")
    held = store.load(id).case
    assert [supplier.id for supplier in held.suppliers] == [held.products[0].supplier]


def test_a_finished_draft_is_split_into_rows(store: Store, made: Stored) -> None:  # noqa: F811
    page = Page("workbench", made.id)
    draft = "Root causes\n\nThe rota ended on Fridays.\n\nCorrective actions\n\nWe shipped the parcels."
    next(one for one in page.test.get("text_area") if one.key == f"plan-text{made.id}").set_value(draft)
    page.run()
    page.press("Split it into rows")
    assert store.load(made.id).case.root_causes[-1].passage == "The rota ended on Fridays."


def test_the_notice_is_read_from_a_file_and_an_invoice_asks_first(store: Store, made: Stored) -> None:  # noqa: F811
    page = Page("notice", made.id)
    words = b"Dear seller,\nYour account has been deactivated because of your late shipment rate.\nAmazon"
    page.upload("drop the notice here", "notice.txt", words, "text/plain")
    assert "has been deactivated because of" in (store.load(made.id).case.notice.text or "")
    paper = b"COMMERCIAL INVOICE\nInvoice No. 77\nBill to: Example\nQuantity 20\nUnit price 3.00\nTotal 60.00\n"
    count = len(made.case.exhibits)
    page.upload("drop the notice here", "paper.txt", paper, "text/plain")
    page.press("Keep it as an exhibit")
    assert store.load(made.id).case.exhibits[count].file == "paper.txt"
    page.upload("drop the notice here", "paper.txt", paper, "text/plain")
    page.press("Leave it out")
    assert len(store.load(made.id).case.exhibits) == count + 1


def test_an_enforcement_brings_its_route_and_its_metrics(store: Store) -> None:  # noqa: F811
    page = Page("board")
    page.press("New case")
    (one,) = store.listed()
    page = Page("notice", one.id)
    page.type("/enforcement", "late-shipment-rate")
    held = store.load(one.id).case
    assert (held.route, [metric.metric for metric in held.metrics]) == ("plan-of-action", ["late-shipment-rate"])
    assert len(held.root_causes) == 1


def test_the_route_the_notice_asks_for_is_chosen_and_told(store: Store) -> None:  # noqa: F811
    asks = "Buyers say that your items are used. Please send us a plan of action."
    case = notices.take_text(notices.begin(), asks)
    case = notices.choose_enforcement(case, case.violations[0].id, "used-sold-as-new")
    (violation,) = case.violations
    made = store.create(case)
    page = Page("notice", made.id)
    assert any("asks for this route: Plan of action" in one.value for one in page.test.markdown)
    store.change(made.id, lambda case: edit(case, f"/violations/{violation.id}/route", "questionnaire"), "/violations")
    page.run()
    assert any("asks for another route: Plan of action" in one.value for one in page.test.markdown)


def test_a_chinese_draft_is_kept_beside_its_field(store: Store, made: Stored) -> None:  # noqa: F811
    row = made.case.root_causes[0]
    path = f"/root_causes/{row.id}"
    page = Page("workbench", made.id, row=path)
    page.type(f"底稿{path}/what", "周五没有排班")
    assert work.draft_of(store.load(made.id).case, f"{path}/what") == "周五没有排班"


def test_the_language_changes_words_and_nothing_entered(store: Store, made: Stored) -> None:  # noqa: F811
    page = Page("workbench", made.id)
    page.find("button_group", "Language").set_value("zh")
    page.run()
    assert "工作台" in page.said() or "撰写" in page.said()
    assert store.load(made.id) == made
    assert store.get_setting("language") == "zh"


def test_a_case_goes_out_of_the_board_as_a_file_and_comes_in_again(store: Store, made: Stored) -> None:  # noqa: F811
    page = Page("board")
    page.choose("More", "export")
    assert "The case with its exhibits, as a file" in [one.label for one in page.test.get("download_button")]
    page.press("Import")
    page.test.session_state["dialog"] = "import"
    page.upload(
        "A case that this program exported", "case.poa.zip", work.export_case(store, made.id), "application/zip"
    )
    assert len(store.listed()) == 2
    assert len({one.case for one in store.listed()}) == 1


def test_a_file_that_is_no_case_is_refused_in_one_sentence(store: Store) -> None:  # noqa: F811
    page = Page("board")
    page.test.session_state["dialog"] = "import"
    page.run()
    page.test.session_state["dialog"] = "import"
    page.upload("A case that this program exported", "case.json", b"{}", "application/json")
    assert store.listed() == ()
    assert [one for one in page.test.error if "case.json" in one.value]


def test_what_another_tab_has_changed_is_named(store: Store, made: Stored) -> None:  # noqa: F811
    page = Page("workbench", made.id)
    row = made.case.preventive_measures[1]
    store.save(made.id, f"/preventive_measures/{row.id}/who", row.who, "the night lead")
    page.run()
    assert "Changed elsewhere" in page.said()
    assert "PM2" in page.said()


def test_several_files_are_told_apart_corrected_and_taken_at_once(store: Store) -> None:  # noqa: F811
    id = store.create(notices.begin()).id
    page = Page("notice", id)
    given = [("notice.txt", NOTICE), ("our-appeal.txt", APPEAL), ("answer.txt", ANSWER)]
    box = page.find("file_uploader", "drop the notice here")
    box.set_value([(name, words.encode(), "text/plain") for name, words in given])
    page.run()
    assert not store.load(id).case.notice.text
    page.press("Take all over")
    held = store.load(id).case
    assert held.notice.text == NOTICE.strip()
    (row,) = held.earlier_appeals
    assert (row.text, row.answer) == (APPEAL.strip(), ANSWER.strip())
    assert row.wanting == ("root-causes", "preventive-measures")


def test_a_refusal_pasted_below_the_notice_is_taken_with_one_press(store: Store) -> None:  # noqa: F811
    id = store.create(notices.take_text(notices.begin(), f"{NOTICE}\n{ANSWER}")).id
    page = Page("notice", id)
    page.press("Take these over")
    (row,) = store.load(id).case.earlier_appeals
    assert row.wanting == ("root-causes", "preventive-measures")
    assert not [one for one in page.test.button if one.label == "Take these over"]


def test_an_earlier_appeal_is_put_on_the_workbench(store: Store, made: Stored) -> None:  # noqa: F811
    row = EarlierAppeal(id="earli1", text=APPEAL, answer=ANSWER)
    id = store.create(edit(made.case, "/earlier_appeals", (row,))).id
    page = Page("notice", id, row="/earlier_appeals/earli1")
    page.press("Take over what the answer asks more of")
    assert store.load(id).case.earlier_appeals[0].wanting == ("root-causes", "preventive-measures")
    page.press("Put it on the workbench")
    passages = [one.passage or "" for one in store.load(id).case.corrective_actions]
    assert any("bought the labels of 30 open orders" in one for one in passages)
