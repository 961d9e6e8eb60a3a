"""Every screen stands, in both languages and on every route, and shows the findings of every rule; and part by part."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import poa_app
import poa_app.ui
from poa_app.desk import letters, notices, state, work
from poa_app.desk.evidence import open_example
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.finding import Finding
from poa_app.model.paths import edit, get
from poa_app.model.routes import ROUTES
from poa_app.store import Store
from tests.check.conftest import TODAY, papers, plan  # noqa: F401 - fixtures
from tests.check.pairs.building import DEEDS
from tests.check.pairs.every_pair import PAIRS

pytestmark = [pytest.mark.slow, pytest.mark.screens]

APP = Path(poa_app.ui.__file__).with_name("app.py")
SCREENS = ("board", "notice", "workbench", "check")
WRONG = ("Something went wrong", "程序出错")


@pytest.fixture
def store(tmp_path: Path, empty_database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store of the app, empty."""
    shutil.copy(empty_database, tmp_path / "poa.db")
    monkeypatch.setenv("POA_HOME", str(tmp_path))
    monkeypatch.delenv("POA_DATABASE_URL", raising=False)
    st.cache_resource.clear()
    state.state_of.cache_clear()
    opened = work.open_store()
    yield opened
    opened.close()
    st.cache_resource.clear()
    state.state_of.cache_clear()


@pytest.fixture(scope="module")
def found(plan: Case, papers: Case, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Finding]:  # noqa: F811
    """One real finding of every rule, of those on cases and of those on texts."""
    beside = tmp_path_factory.mktemp("empty")
    one: dict[str, Finding] = {}
    for pair in PAIRS:
        case = papers if pair.base == "papers" else plan
        for path, value in pair.bad.items():
            case = edit(case, path, value(get(case, path)) if callable(value) else value)
            if path.startswith(DEEDS) and path != f"{DEEDS}/done":
                case = edit(case, f"{DEEDS}/done", True)
        for finding in letters.check_case(case, TODAY, beside=beside, papers=pair.says):
            one.setdefault(finding.rule, finding)
    for name, rule in knowledge().rules.items():
        words = {"message": rule.message.en, "message_zh": rule.message.zh, "why": rule.why.en, "why_zh": rule.why.zh}
        more = {"rule": name, "family": rule.family, "severity": rule.severity, "quote": rule.bad[0].quote, **words}
        one.setdefault(name, one["completeness.missing"].model_copy(update={**more, "start": None, "end": None}))
    return one


def twice(found: dict[str, Finding], case: Case) -> tuple[Finding, ...]:
    """Return two findings of every rule, at one field and about other words."""
    return tuple(
        finding.model_copy(
            update={"path": finding.path if _is_there(case, finding.path) else "/opening", "words": words}
        )
        for finding in found.values()
        for words in ("one", "another")
    )


def _is_there(case: Case, path: str) -> bool:
    try:
        get(case, path)
    except (KeyError, StopIteration):
        return False
    return True


def on_route(route: str, plan: Case, papers: Case) -> Case:  # noqa: F811
    """Return a small complete case on a route."""
    if route == "documents":
        return papers
    return edit(plan, f"/violations/{plan.violations[0].id}/route", route)


def run(screen: str, id: str, language: str, findings: bool = True) -> AppTest:
    """Run a screen as a reader would open it, everything switched on."""
    page = AppTest.from_file(str(APP), default_timeout=90)
    page.session_state["language"] = language
    page.session_state["guidance"] = page.session_state["drafts"] = True
    page.session_state["findings_shown"] = findings
    if screen != "board":
        page.query_params["case"] = id
        page.switch_page(f"screens/{screen}.py")
    return page.run()


def stands(page: AppTest) -> None:
    """Assert that nothing on a page has failed."""
    assert [one.value for one in page.exception] == []
    assert [one.value for one in page.error if any(words in one.value for words in WRONG)] == []


def buttons(page: AppTest) -> list[str]:
    """Return what the buttons of a page say, those that download among them."""
    return [str(one.proto.label) for kind in ("button", "download_button") for one in page.get(kind)]


MAIN = {
    "board": ("New case", "新建案件"),
    "notice": ("Next: workbench", "下一步：工作台"),
    "workbench": ("Next: check", "下一步：检查"),
    "check": ("The case with its exhibits, as a file", "备份/发给同事（案件文件，含附件）"),
}
"""A button that each screen has, in both languages."""

EXAMPLES = sorted((Path(poa_app.__file__).parents[1] / "examples").glob("*.json"))


SHOWN = [*((screen, True) for screen in SCREENS), ("notice", False), ("workbench", False)]
"""Each screen with the findings of its fields; board and check have no fields, and so nothing to switch off."""
SHOWN_IDS = [f"{screen}, findings {'on' if shown else 'off'}" for screen, shown in SHOWN]


def test_each_rule_is_there_twice(found: dict[str, Finding], plan: Case) -> None:  # noqa: F811
    of_the_letter = {"letter.gap", "letter.empty-section", "letter.characters"}
    assert set(knowledge().messages) - of_the_letter <= set(found)
    assert set(knowledge().rules) <= set(found)
    doubled = twice(found, plan)
    assert len({(one.rule, one.path, one.words) for one in doubled}) == 2 * len(found)
    assert len({one.key for one in doubled}) == 2 * len(found)


def share(found: dict[str, Finding], route: str) -> dict[str, Finding]:
    """Return the rules of which a route shows the findings: together the routes show all, each on every screen."""
    routes = list(knowledge().routes)
    return dict(list(found.items())[routes.index(route) :: len(routes)])


def test_every_rule_is_shown_on_a_route(found: dict[str, Finding]) -> None:
    assert {rule for route in knowledge().routes for rule in share(found, route)} == set(found)


@pytest.mark.no_cover
@pytest.mark.parametrize(("screen", "findings"), SHOWN, ids=SHOWN_IDS)
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("route", list(knowledge().routes))
def test_a_screen_stands_where_rules_have_fired_twice(
    screen: str,
    route: str,
    language: str,
    findings: bool,
    store: Store,
    found: dict[str, Finding],
    plan: Case,  # noqa: F811
    papers: Case,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = on_route(route, plan, papers)
    monkeypatch.setattr(state, "run_checks", lambda context: twice(share(found, route), case))
    page = run(screen, store.create(case).id, language, findings)
    stands(page)
    assert MAIN[screen][language == "zh"] in buttons(page)
    drafts = sum("DRAFT" in words for words in buttons(page))
    assert drafts == (screen == "check" and ROUTES[route].letter)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(
    "file", sorted((Path(poa_app.__file__).parents[1] / "examples").glob("*.json")), ids=lambda f: f.stem
)
def test_a_screen_stands_on_every_example(file: Path, screen: str, language: str, store: Store) -> None:
    stands(run(screen, open_example(store, file).id, language))


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_stands_on_an_empty_case(screen: str, store: Store) -> None:
    for case in (Case(), notices.begin()):
        stands(run(screen, store.create(case).id, "zh"))


PARTS = [
    ("board", "poa_app.ui.pictures.clocks"),
    ("board", "poa_app.ui.labels.choice"),
    ("notice", "poa_app.ui.uploads.box_of"),
    ("notice", "poa_app.ui.deadline.note"),
    ("workbench", "poa_app.ui.letter_preview.letter_preview"),
    ("workbench", "poa_app.ui.rows.rows"),
    ("check", "poa_app.ui.matrix.matrix"),
    ("check", "poa_app.ui.clock_list.clock_list"),
    ("check", "poa_app.ui.paper_says.unread"),
    ("check", "poa_app.ui.pictures.metric_bars"),
    ("check", "poa_app.ui.kept_files.files_of_case"),
    ("check", "poa_app.desk.client_requests.request_list"),
]


@pytest.mark.parametrize(("screen", "part"), PARTS)
def test_a_part_that_fails_leaves_the_rest_standing_and_logs_no_words(
    screen: str,
    part: str,
    store: Store,
    plan: Case,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fails(*given: Any, **more: Any) -> None:
        raise RuntimeError("words of the case")

    monkeypatch.setattr(part, fails)
    with caplog.at_level(logging.ERROR, logger="poa_app"):
        page = run(screen, store.create(plan).id, "en")
    assert [one.value for one in page.exception] == []
    assert any(WRONG[0] in one.value for one in page.error)
    assert MAIN[screen][0] in buttons(page)
    assert "words of the case" not in caplog.text
    assert "RuntimeError" in caplog.text
