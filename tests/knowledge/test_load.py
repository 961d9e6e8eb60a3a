"""The data files load, hold together, and a fault in one of them is told by file and key."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, get_args, get_origin

import pytest
import tomli
from pydantic import BaseModel, TypeAdapter

import poa_app
import poa_app.knowledge
from poa_app.errors import KnowledgeFault
from poa_app.knowledge import Knowledge, Question, knowledge, read_folder
from poa_app.knowledge.metric_schema import MetricKind
from poa_app.knowledge.schema import Bilingual, QuestionOverride
from poa_app.model.case import Case
from poa_app.model.text import Count, Date
from poa_app.phrases.reading import reading
from tests.each import for_each

SHIPPED = Path(poa_app.knowledge.__file__).parent
KNOWN = knowledge()
FILES = sorted(path.relative_to(SHIPPED) for path in SHIPPED.rglob("*.toml"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the data files, to break."""
    return shutil.copytree(SHIPPED, tmp_path / "knowledge", ignore=shutil.ignore_patterns("*.py", "__pycache__"))


_parsed = cache(tomli.loads)


@pytest.fixture(autouse=True)
def parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse a text once: of a folder with a fault, all files but one are as they were."""
    monkeypatch.setattr(tomli, "loads", _parsed)


def _change(file: Path, pattern: str, words: str) -> None:
    text = file.read_text(encoding="utf-8")
    changed, count = re.subn(pattern, words, text, count=1, flags=re.MULTILINE)
    assert count == 1
    file.write_text(changed, encoding="utf-8")


def _fault(folder: Path) -> str:
    with pytest.raises(KnowledgeFault) as fault:
        read_folder(folder)
    for said in (fault.value.en, fault.value.zh):
        assert said.isprintable()
    assert fault.value.zh.endswith("请修改数据文件。")
    return str(fault.value)


def test_the_copied_files_say_the_same(folder: Path) -> None:
    assert read_folder(folder) == KNOWN


def test_a_changed_file_gives_another_version(folder: Path) -> None:
    assert read_folder(folder).version == KNOWN.version
    with (folder / "shared.toml").open("a", encoding="utf-8") as file:
        file.write("\n# read again\n")
    assert read_folder(folder).version != KNOWN.version


@for_each("table", Knowledge.model_fields)
def test_every_table_holds_something(table: str) -> None:
    assert getattr(KNOWN, table)


@contextmanager
def _holding(path: Path, content: bytes) -> Iterator[None]:
    """Put other content into a file while the block lasts."""
    held = path.read_bytes()
    path.write_bytes(content)
    try:
        yield
    finally:
        path.write_bytes(held)


@pytest.mark.slow
@for_each("file", FILES, ids=str)
def test_a_broken_file_is_told_by_its_name_and_line(folder: Path, file: Path) -> None:
    held = (folder / file).read_bytes()
    lines = held.count(b"\n")
    with _holding(folder / file, held + b"\n= broken\n"):
        said = _fault(folder)
    assert said.startswith(f"{file.name}, the file: ")
    assert f"line {lines + 2}" in said


@pytest.mark.slow
@for_each("file", FILES, ids=str)
def test_a_file_that_is_not_utf_8_is_told_by_its_name(folder: Path, file: Path) -> None:
    held = (folder / file).read_bytes()
    with _holding(folder / file, "# \u4e2d\u6587".encode("gb18030") + b"\n" + held):
        assert _fault(folder).startswith(f"{file.name}, the file: ")


@pytest.mark.slow
@for_each("file", [file for file in FILES if len(file.parts) == 1], ids=str)
def test_a_file_that_is_gone_is_told_by_its_name(folder: Path, file: Path) -> None:
    aside = folder.parent / file.name
    (folder / file).rename(aside)
    try:
        assert _fault(folder).startswith(f"{file}, the file: ")
    finally:
        aside.rename(folder / file)


@pytest.mark.slow
@for_each("file", FILES, ids=str)
def test_a_key_nobody_knows_is_told_by_file_and_key(folder: Path, file: Path) -> None:
    with _holding(folder / file, b'unheard_of = "x"\n' + (folder / file).read_bytes()):
        said = _fault(folder)
    assert said.startswith(f"{file.name}, ")
    assert "unheard_of" in said.split(":")[0]


HEARSAY = (r'^source = ".*"$', 'source = "hearsay"')
LATE = "enforcements/late-shipment-rate.toml"
FAULTS: list[tuple[str, str, str, str]] = [
    (LATE, *HEARSAY, "send.source: nothing is known under 'hearsay'"),
    (LATE, r'^kind = "order-list"$', 'kind = "gossip"', "evidence: nothing is known under 'gossip'"),
    (LATE, r"^metrics = .*$", 'metrics = ["charm"]', "metrics: nothing is known under 'charm'"),
    (LATE, r'^field = "/opening"$', 'field = "/overture"', "questions: nothing is known under '/overture'"),
    (LATE, r"^routes = .*$", 'routes = ["prayer"]', "late-shipment-rate.routes.0: Input should be"),
    (LATE, r"^routes = .*$", "routes = []", "late-shipment-rate.routes: Tuple should have at least 1"),
    (LATE, r"^plan_expected = .*$", "", "late-shipment-rate.plan_expected: Field required"),
    (LATE, r"^(name = \{ en = \"[^\"]*\").*$", r"\1 }", "late-shipment-rate.name.zh: Field required"),
    ("metrics.toml", r"^marketplaces = .*$", 'marketplaces = ["XX"]', "differences: nothing is known under 'XX'"),
    ("metrics.toml", *HEARSAY, "source: nothing is known under 'hearsay'"),
    ("metrics.toml", r'^direction = ".*"$', 'direction = "sideways"', "late-shipment-rate.direction: Input should be"),
    ("routes.toml", *HEARSAY, "plan-of-action.source: nothing is known under 'hearsay'"),
    ("messages.toml", *HEARSAY, "completeness.missing.source: nothing is known under 'hearsay'"),
    ("messages.toml", r'^severity = ".*"$', 'severity = "deadly"', "completeness.missing.severity: Input should be"),
    ("rules/dates.toml", *HEARSAY, "source: nothing is known under 'hearsay'"),
    ("questions.toml", r'^form = ".*"$', 'form = "haiku"', "form: Input should be"),
    ("questions.toml", r"^why = \{.*$", "", "/client/store.why: Field required"),
    ("marketplaces.toml", r'^dates = ".*"$', 'dates = "year-first"', "US.dates: Input should be"),
    ("sources/general.toml", r'^grade = ".*"$', 'grade = "Z"', "amazon-help-appeal.grade: Input should be"),
    ("clocks.toml", *HEARSAY, "answer.words.source: nothing is known under 'hearsay'"),
    (
        "clocks.toml",
        r"^enforcements = .*$",
        'enforcements = ["gossip"]',
        "nothing is known under 'gossip'",
    ),
    ("clocks.toml", r"^days = .*$", "days = 0", "money.days: Input should be greater than 0"),
    ("places.toml", r"^client = .*$", 'client = "Client"', "client: Input should be"),
    ("tells.toml", r"^ip-patent = .*$", 'ip-patent = ["! gossip"]', "! gossip: nothing is known under 'gossip'"),
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "pattern", "words", "said"), FAULTS, ids=[f"{one[0]}: {one[3][:50]}" for one in FAULTS]
)
def test_a_fault_is_told_by_file_and_key(folder: Path, file: str, pattern: str, words: str, said: str) -> None:
    _change(folder / file, pattern, words)
    told = _fault(folder)
    assert told.startswith(f"{Path(file).name}, ")
    assert said in told


def test_a_rule_without_examples_does_not_load(folder: Path) -> None:
    (folder / "rules" / "bare.toml").write_text(
        '[bare]\nfamily = "grammar"\nseverity = "fix"\nscope = ["letter"]\nsource = "design"\npattern = "x"\n'
        'message = { en = "x", zh = "x" }\nwhy = { en = "x", zh = "x" }\nbad = []\ngood = ["y"]\n'
    )
    assert _fault(folder).startswith("bare.toml, bare.bare.bad: ")


def test_a_file_name_that_is_no_slug_is_told(folder: Path) -> None:
    shutil.copy(folder / "enforcements" / "late-shipment-rate.toml", folder / "enforcements" / "Copy of it.toml")
    assert _fault(folder).startswith("Copy of it.toml, Copy of it.slug: ")


def test_a_copied_file_is_enough_for_a_new_enforcement(folder: Path) -> None:
    shutil.copy(
        folder / "enforcements" / "late-shipment-rate.toml", folder / "enforcements" / "early-shipment-rate.toml"
    )
    known = read_folder(folder)
    assert set(known.enforcements) == {*KNOWN.enforcements, "early-shipment-rate"}
    assert known.enforcements["early-shipment-rate"].slug == "early-shipment-rate"


def test_the_command_lists_an_enforcement_whose_file_was_copied(tmp_path: Path) -> None:
    package = shutil.copytree(Path(poa_app.__file__).parent, tmp_path / "poa_app")
    slugs = package / "knowledge" / "enforcements"
    shutil.copy(slugs / "late-shipment-rate.toml", slugs / "early-shipment-rate.toml")
    command = [sys.executable, "-m", "poa_app", "enforcements", "--json"]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    listed = [json.loads(line)["slug"] for line in ran.stdout.splitlines()]
    assert set(listed) == {*KNOWN.enforcements, "early-shipment-rate"}
    assert len(listed) == len(KNOWN.enforcements) + 1


def _fields(model: type[BaseModel], path: str = "") -> Iterator[str]:
    for name, info in model.model_fields.items():
        kinds = (info.annotation, *get_args(info.annotation))
        parts = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)]
        several = get_origin(info.annotation) is tuple
        if several or not parts:
            yield f"{path}/{name}"
        for part in parts:
            yield from _fields(part, f"{path}/{name}/*" if several else f"{path}/{name}")


OURS = ("/poa_case", "/client/id", "/drafts", "/not_applicable", "/overruled")
"""What the program keeps, or notes beside a question; all else is filled by its user."""
ASKED = [path for path in _fields(Case) if not path.startswith(OURS) and not path.endswith("/*/id")]


@for_each("path", ASKED)
def test_a_field_is_asked_for_in_both_languages_with_a_reason(path: str) -> None:
    question = KNOWN.questions[path]
    for both in (question.label, question.ask, question.why):
        assert both.en.isascii() or set(re.findall(r"[^\x00-\x7f]", both.en)) <= set("“”’–")
        assert re.search(r"[\u4e00-\u9fff]|^ASIN$", both.zh)


def test_every_question_asks_for_a_field_there_is() -> None:
    clauses = {f"{path}/*" for path in _fields(Case)}
    assert set(KNOWN.questions) <= {*ASKED, *clauses}


QUESTIONS: list[tuple[str, str, Question | QuestionOverride]] = [
    *(("", path, question) for path, question in KNOWN.questions.items()),
    *((slug, asked.field, asked) for slug, one in KNOWN.enforcements.items() for asked in one.questions),
]


def _asked(wanted: Callable[[str, Question | QuestionOverride], object]) -> list[Any]:
    """Return the questions, and how enforcements ask them, that want something of their example."""
    chosen = [one for one in QUESTIONS if wanted(one[1], one[2])]
    return [pytest.param(path, question, id=f"{slug}{path}") for slug, path, question in chosen]


@for_each(("path", "question"), _asked(lambda path, _: KNOWN.questions[path].form))
def test_the_example_of_a_question_is_read_for_certain(path: str, question: Question | QuestionOverride) -> None:
    form = KNOWN.questions[path].form
    assert form
    assert question.example
    assert reading(form, question.example).certain


@for_each(("path", "question"), _asked(lambda _, question: "YYYY-MM-DD" in question.ask.en))
def test_the_example_of_a_day_is_a_day(path: str, question: Question | QuestionOverride) -> None:
    assert isinstance(TypeAdapter(Date).validate_python(question.example), date), path


@for_each(("path", "question"), _asked(lambda _, question: question.ask.en.startswith("Count ")))
def test_the_example_of_a_count_is_a_whole_number(path: str, question: Question | QuestionOverride) -> None:
    assert isinstance(TypeAdapter(Count).validate_python(question.example), int), path


@for_each("slug", KNOWN.enforcements)
def test_an_enforcement_asks_once_for_a_field_of_the_same_cases(slug: str) -> None:
    asked = KNOWN.enforcements[slug].questions
    fields = [(one.field, one.marketplaces, one.channel, one.parts) for one in asked]
    assert len(set(fields)) == len(fields)


def _named(value: Any, wanted: Callable[[str], bool]) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from [item] if wanted(key) else _named(item, wanted)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _named(item, wanted)


def test_every_statement_has_a_source_that_exists() -> None:
    cited = set(_named(KNOWN.model_dump(exclude={"sources"}), lambda key: key == "source"))
    assert len(cited) > 30
    assert cited <= set(KNOWN.sources)


@for_each("name", KNOWN.sources)
def test_a_source_says_where_it_can_be_read(name: str) -> None:
    source = KNOWN.sources[name]
    assert re.match(r"https?://", source.address) or source.grade == "J"
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", source.read)


def test_every_kind_of_evidence_of_an_enforcement_can_name_its_own_fields_only() -> None:
    exhibit = {path.rsplit("/", 1)[-1] for path in _fields(Case) if path.startswith("/exhibits/*")}
    product = {path.rsplit("/", 1)[-1] for path in _fields(Case) if path.startswith("/products/*")}
    for one in KNOWN.enforcements.values():
        assert set(one.product_fields) <= product
        assert {name for evidence in one.evidence for name in evidence.fields} <= exhibit


def test_chinese_words_have_their_own_punctuation() -> None:
    words = list(_named(KNOWN.model_dump(), lambda key: key == "zh"))
    assert len(words) > 500
    assert [text for text in words if re.search(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]", text)] == []


@for_each("name", KNOWN.messages)
def test_a_message_is_filled_in_with_the_same_in_both_languages(name: str) -> None:
    message = KNOWN.messages[name].message
    fields = [{field for _, field, _, _ in Formatter().parse(text) if field} for text in (message.en, message.zh)]
    assert fields[0] == {field.removesuffix("_zh") for field in fields[1]}


def _metric(direction: str) -> MetricKind:
    shipped = KNOWN.metrics["late-shipment-rate"].model_dump()
    return MetricKind.model_validate({**shipped, "direction": direction})


@pytest.mark.parametrize(("value", "met"), [(3.99, True), (4.0, False), (4.01, False), (0, True)])
def test_under_a_target_is_strictly_under_it(value: float, met: bool) -> None:
    assert _metric("under").met_by(value, 4) is met


@pytest.mark.parametrize(("value", "met"), [(94.99, False), (95.0, True), (95.01, True), (100, True)])
def test_at_least_a_target_may_be_the_target(value: float, met: bool) -> None:
    assert _metric("at-least").met_by(value, 95) is met


def test_the_targets_are_those_amazon_states() -> None:
    targets = {slug: (metric.direction, metric.target) for slug, metric in KNOWN.metrics.items()}
    assert targets == {
        "late-shipment-rate": ("under", 4),
        "order-defect-rate": ("under", 1),
        "cancellation-rate": ("under", 2.5),
        "valid-tracking-rate": ("at-least", 95),
        "on-time-delivery-rate": ("at-least", 90),
        "invoice-defect-rate": ("under", 5),
    }


def test_the_marketplaces_of_differences_exist() -> None:
    named = {code for metric in KNOWN.metrics.values() for one in metric.differences for code in one.marketplaces}
    assert named
    assert named <= set(KNOWN.marketplaces)


def test_no_two_marketplaces_share_an_id() -> None:
    ids = [one.marketplace_id for one in KNOWN.marketplaces.values()]
    assert len(set(ids)) == len(ids)


def test_a_text_is_said_in_the_language_asked_for() -> None:
    both = Bilingual(en="one", zh="\u4e00")
    assert (both.in_language("zh"), both.in_language("en"), both.in_language("fr")) == ("\u4e00", "one", "one")


def test_the_files_are_read_once() -> None:
    assert knowledge() is KNOWN


def test_every_list_has_a_short_name_of_its_own_in_both_languages() -> None:
    for language in ("en", "zh"):
        names = [words.code.in_language(language) for words in KNOWN.rows.values()]
        assert all(name.count("{n}") == 1 for name in names)
        assert len(set(names)) == len(names)
