"""Findings over words on the screens: marked in their text, mended one by one and by family, overruled, or a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from poa_app.desk import state, work
from poa_app.knowledge import knowledge
from poa_app.model.finding import Finding, Fix
from poa_app.model.paths import edit, get
from poa_app.store import Store, Stored
from poa_app.ui.words import CATALOGUE, Reader
from tests.ui.page import Page
from tests.ui.test_interactions import made  # noqa: F401 - fixture
from tests.ui.test_screens import APP, stands, store  # noqa: F401 - fixture

pytestmark = [pytest.mark.slow, pytest.mark.screens]

MANY = "We didn't pack it since it wasn't due, and the log hasn't ended and it doesn't print. They're <b>late</b>."


def with_opening(store: Store, made: Stored, words: str) -> str:  # noqa: F811
    """Store the example with another opening, and return its id."""
    return store.create(edit(made.case, "/opening", words)).id


def over_words(store: Store, id: str, path: str = "/opening") -> list[Finding]:  # noqa: F811
    """Return the contractions found in a field."""
    found = work.view(store, id, Reader().today()).findings
    return [one for one in found if one.path == path and one.family == "contraction"]


def marked(page: Page) -> list[str]:
    """Return the texts in which words are marked, as HTML."""
    return [one.proto.body for one in page.test.get("html") if '<div lang="en" class="poa-words">' in one.proto.body]


def labels(page: Page) -> list[str]:
    """Return what the buttons of a page say."""
    return [one.label for one in page.test.get("button")]


def test_the_text_stands_once_with_its_words_marked_and_stays_text(store: Store, made: Stored) -> None:  # noqa: F811
    page = Page("workbench", with_opening(store, made, MANY))
    (text,) = marked(page)
    assert text.count("<mark") == 5
    assert '<mark class="fix">didn&#x27;t</mark><sup>①</sup>' in text
    assert '<mark class="fix">They&#x27;re</mark><sup>②</sup>' in text
    assert "&lt;b&gt;late" in text
    assert "4 places: didn't, wasn't, hasn't, doesn't" in page.said()
    assert page.said().count("formal English does not use contractions") == 1


def test_all_places_of_a_rule_and_all_of_a_family_are_mended_at_once(store: Store, made: Stored) -> None:  # noqa: F811
    id = with_opening(store, made, MANY)
    page = Page("workbench", id)
    page.press("Mend all 4")
    text = store.load(id).case.opening or ""
    assert text.startswith(
        "We did not pack it since it was not due, and the log has not ended and it does not print. They're"
    )
    page = Page("workbench", with_opening(store, made, MANY))
    page.press("Mend all 5: contractions")
    assert "She does not" not in page.said()
    assert marked(page) == []


def test_where_two_expansions_are_possible_the_writer_chooses(
    store: Store,  # noqa: F811
    made: Stored,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    id = with_opening(store, made, "We can't ship.")
    fixes = (Fix(text="cannot"), Fix(text="could not"))
    one = over_words(store, id)[0].model_copy(update={"fixes": fixes})
    monkeypatch.setattr(state, "run_checks", lambda context: (one,) if "can't" in context.case.opening else ())
    state.state_of.cache_clear()
    page = Page("workbench", id)
    assert [words.strip() for words in labels(page) if words.startswith("Use ")] == ["Use “cannot”", "Use “could not”"]
    page.press("Use “could not”")
    assert store.load(id).case.opening == "We could not ship."


def test_a_family_of_a_row_is_mended_in_all_its_fields(store: Store, made: Stored) -> None:  # noqa: F811
    row = f"/root_causes/{made.case.root_causes[0].id}"
    case = edit(edit(made.case, f"{row}/passage", "We can't ship."), f"{row}/where", "where it isn't dry")
    id = store.create(case).id
    page = Page("workbench", id, row=row)
    page.press("Mend all 2: contractions")
    held = store.load(id).case
    assert (get(held, f"{row}/passage"), get(held, f"{row}/where")) == ("We cannot ship.", "where it is not dry")


def test_the_answers_of_a_chain_are_marked_each_by_itself(store: Store, made: Stored) -> None:  # noqa: F811
    row = f"/root_causes/{made.case.root_causes[0].id}"
    id = store.create(edit(made.case, f"{row}/why", ("It wasn't read.", "Nobody looked.", "It isn't a duty."))).id
    page = Page("workbench", id, row=row)
    assert [text.count("<mark") for text in marked(page)] == [1, 1]
    page.press("Use “is not”")
    assert get(store.load(id).case, f"{row}/why") == ("It wasn't read.", "Nobody looked.", "It is not a duty.")


def test_all_of_a_family_are_mended_from_the_check(store: Store, made: Stored) -> None:  # noqa: F811
    row = f"/root_causes/{made.case.root_causes[0].id}"
    case = edit(edit(made.case, "/opening", "We can't ship，or pack，it."), f"{row}/passage", "It isn't dry.")
    id = store.create(case).id
    page = Page("check", id)
    page.press("Mend all 2: contractions")
    page.press("Mend all 2: characters and marks")
    held = store.load(id).case
    assert (held.opening, get(held, f"{row}/passage")) == ("We cannot ship, or pack, it.", "It is not dry.")


def test_a_rule_that_fires_often_is_one_point_of_the_check(store: Store, made: Stored) -> None:  # noqa: F811
    page = Page("check", with_opening(store, made, MANY))
    told = [str(one.value) for one in page.test.get("markdown") if "Opening: Write" in str(one.value)]
    assert len(told) == 2
    assert "4 places: didn't" in told[0]


def test_many_places_are_overruled_together_and_come_back_one_by_one(store: Store, made: Stored) -> None:  # noqa: F811
    id = with_opening(store, made, "It isn't. He didn't. We weren't. They don't.")
    page = Page("workbench", id)
    key = f"over{id}{over_words(store, id)[0].key}"
    next(one for one in page.test.get("text_input") if one.key == key).set_value("The buyer's own words")
    page.run()
    next(one for one in page.test.get("button") if one.key == f"do{key}").click()
    page.run()
    assert over_words(store, id) == []
    assert len(store.load(id).case.overruled) == 4
    page.type("/opening", "It isn't. He didn't go. We weren't. They don't.")
    assert [one.quote for one in over_words(store, id)] == ["didn't"]


def test_a_name_joins_the_clients_words_and_can_be_taken_out(store: Store, made: Stored) -> None:  # noqa: F811
    id = with_opening(store, made, "We sold Don't Starve in May. We don't sell it.")
    page = Page("workbench", id)
    assert len([words for words in labels(page) if words == "Add it to the client's words"]) == 1
    page.press("Add it to the client's words")
    assert store.load(id).case.client.own_words == ("Don't Starve",)
    assert [one.quote for one in over_words(store, id)] == ["don't"]
    notice = Page("notice", id)
    assert notice.field("/client/own_words").value == "Don't Starve"
    notice.type("/client/own_words", "")
    assert store.load(id).case.client.own_words == ()
    assert len(over_words(store, id)) == 2


def test_the_check_says_which_rules_ran_and_never_that_there_are_no_errors(store: Store, made: Stored) -> None:  # noqa: F811
    page = Page("check", made.id)
    (folded,) = [one.label for one in page.test.get("expander") if one.label.startswith("Checked")]
    assert "contractions" in folded
    assert "Spelling and general grammar" in page.said()
    assert "no error" not in page.said().lower()
    for path in (CATALOGUE, *Path(CATALOGUE).parents[1].rglob("*.py")):
        assert "no error" not in path.read_text(encoding="utf-8").lower(), path
    assert "没有错误" not in CATALOGUE.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_handbook_lists_the_rules_by_family(store: Store, language: str) -> None:  # noqa: F811
    page = AppTest.from_file(str(APP), default_timeout=90)
    page.session_state["language"] = language
    page.session_state["rulescontraction"] = True
    page.switch_page("screens/handbook.py")
    page.run()
    stands(page)
    name = knowledge().rule_families["contraction"].in_language(language)
    assert [one.label for one in page.get("expander") if one.label.startswith(name)]
    said = "\n".join(str(one.value) for one in page.get("markdown"))
    assert "contractions.cannot" in said
    assert "characters.chinese" not in said
