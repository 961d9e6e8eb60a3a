from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from poa_app.desk.state import CaseState
from poa_app.errors import TemplateFault, UnknownName
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Product, Violation
from poa_app.model.letter import Paragraph, lines_of
from poa_app.model.paths import edit, get, leaves, pattern
from poa_app.model.printed_fields import printed_fields
from poa_app.model.rows import CorrectiveAction, PreventiveMeasure, RootCause
from poa_app.render.letter import UNDATED, compose, gap_words, passage, templates
from poa_app.resources import folder
from tests.each import for_each


def rows_with_passages(case: Case) -> list[str]:
    return [
        f"/{kind}/{row.id}"
        for kind in ("root_causes", "corrective_actions", "preventive_measures")
        for row in getattr(case, kind)
    ]


def said(runs) -> str:
    return "".join(run.text for run in runs)


@pytest.mark.parametrize("route", ["plan-of-action", "documents"])
def test_every_letter_route_has_a_short_and_a_full_letter(route):
    assert {"short", "full"} <= set(templates(folder("templates"), route))


def test_an_unknown_template_is_told_with_those_there_are(late_shipment, write):
    with pytest.raises(UnknownName, match=r"no template 'long'; choose one of: full, short"):
        write(late_shipment, "long")


def test_a_letter_bears_title_author_date_and_template(late_shipment, write):
    letter = write(late_shipment, "short", draft=False)
    assert letter.title == "Plan of Action: Late shipment rate, Amazon.com"
    assert letter.author == late_shipment.client.store
    assert letter.dated == late_shipment.letter_date
    assert letter.template == "plan-of-action/short"
    assert not letter.draft


@pytest.mark.parametrize("day", [None, "some day in November"])
def test_a_letter_without_a_date_is_filed_under_a_fixed_one(late_shipment, write, day):
    assert write(edit(late_shipment, "/letter_date", day)).dated == UNDATED


def test_an_empty_case_gives_a_letter_of_gaps(write):
    letter = write(Case(), "short")
    gaps = [run.text for run in letter.runs() if run.gap]
    assert len(gaps) >= 10
    assert all(re.fullmatch(r"\[.+: missing\]", gap) for gap in gaps)


def test_a_gap_prints_its_label_in_brackets(late_shipment, write):
    letter = write(edit(late_shipment, "/opening", None))
    label = knowledge().questions["/opening"].label.en
    assert [run.text for run in letter.runs() if run.gap] == [f"[{label}: missing]"]


@for_each(
    ("path", "words"),
    [
        ("/root_causes/a1b2c3/what", "[{/root_causes/*/what}: missing]"),
        ("/root_causes/a1b2c3", "[{/root_causes}: missing]"),
        ("/exhibits", "[{/exhibits}: missing]"),
        ("/no_such_field", "[no such field: missing]"),
    ],
)
def test_a_gap_is_named_by_its_field_or_list_never_by_a_row_id(path, words):
    labels = {f"{{{kind}}}": question.label.en for kind, question in knowledge().questions.items()}
    expected = re.sub(r"\{.*\}", lambda found: labels[found[0]], words)
    assert gap_words(path, knowledge()) == expected


def test_no_gap_of_any_letter_shows_a_row_id(write):
    case = Case(
        violations=(Violation(id="viol01", route="documents"),),
        products=(Product(id="produ1"),),
        root_causes=(RootCause(id="cause1"),),
        corrective_actions=(CorrectiveAction(id="actio1"),),
        preventive_measures=(PreventiveMeasure(id="measu1"),),
    )
    for route in ("documents", "plan-of-action"):
        for template in ("short", "full"):
            words = said(write(edit(case, "/violations/viol01/route", route), template).runs())
            assert not re.search("produ1|cause1|actio1|measu1", words)


def test_a_passage_that_was_written_prints_instead_of_the_slots(late_shipment, write):
    path = f"{rows_with_passages(late_shipment)[0]}/passage"
    letter = write(edit(late_shipment, path, "In our own words."), "short")
    assert ("In our own words.", path) in [(run.text, run.path) for run in letter.runs()]


@pytest.mark.parametrize("kind", ["root_causes", "corrective_actions", "preventive_measures"])
def test_a_proposed_passage_tells_the_slots_and_knows_them(late_shipment, kind):
    row = getattr(late_shipment, kind)[0]
    runs = passage(late_shipment, knowledge(), folder("templates"), f"/{kind}/{row.id}")
    told = {run.path: run.text for run in runs if run.path}
    assert row.what.lower()[-12:] in told[f"/{kind}/{row.id}/what"].lower()
    assert said(runs).endswith(".")


def test_a_proposed_passage_is_what_an_unwritten_one_prints(late_shipment, write):
    for path in rows_with_passages(late_shipment):
        case = edit(late_shipment, f"{path}/passage", None)
        proposed = said(passage(case, knowledge(), folder("templates"), path))
        assert proposed in "\n".join(said(line) for line in write(case, "short").lines())


def test_a_proposal_shows_what_it_lacks(late_shipment):
    path = rows_with_passages(late_shipment)[0]
    runs = passage(edit(late_shipment, f"{path}/who", None), knowledge(), folder("templates"), path)
    assert [run.path for run in runs if run.gap] == [f"{path}/who"]


def test_a_proposal_for_a_row_that_is_gone_is_refused(late_shipment):
    with pytest.raises((KeyError, ValueError)):
        passage(late_shipment, knowledge(), folder("templates"), "/root_causes/gone01")


def test_every_path_in_an_examples_letter_leads_into_its_case(example, write):
    for template in ("short", "full"):
        for run in write(example, template).runs():
            if run.path is not None:
                get(example, run.path)


def test_the_notice_and_the_managers_notes_do_not_print(example, write):
    inside = [example.notice.text, *(draft.text for draft in example.drafts)]
    inside += [appeal.text for appeal in example.earlier_appeals]
    for template in ("short", "full"):
        letter = said(write(example, template).runs())
        assert not any(text in letter for text in inside if text)


def test_the_short_letter_holds_every_word_of_the_passages(example, write):
    runs = [run.text for run in write(example, "short").runs()]
    for path, value in leaves(example):
        if path.endswith("/passage") and value and example.route == "plan-of-action":
            assert value in runs


def test_a_template_with_an_element_left_open_is_told_by_name(late_shipment, folder_with):
    root = folder_with(plan_of_action__short="<p>{{ scope }}")
    with pytest.raises(TemplateFault, match=r"plan-of-action/short\.html\.j2: an element is not closed"):
        compose(late_shipment, knowledge(), root, "short", draft=True)


def test_a_house_template_may_begin_without_a_title(late_shipment, folder_with):
    root = folder_with(plan_of_action__short="<ul><li>{{ scope }}</li></ul>")
    assert compose(late_shipment, knowledge(), root, "short", draft=True).title == "short"


def one_of_each_kind(case: Case) -> Iterator[str]:
    """List one filled field of each kind that prints."""
    kinds: dict[str, str] = {}
    for path, _ in printed_fields(case):
        kinds.setdefault(pattern(path), path)
    return iter(kinds.values())


def emptied(case: Case, path: str) -> Case:
    """Blank a field; where it is one of a list, take it out."""
    rows, _, place = path.rpartition("/")
    held = get(case, rows)
    if isinstance(held, tuple):
        return edit(case, rows, tuple(one for at, one in enumerate(held) if str(at) != place))
    return edit(case, path, None)


@pytest.mark.slow
@pytest.mark.exhaustive
def test_a_letter_that_is_not_a_draft_has_no_gap_whatever_is_left_blank(example):
    for path in one_of_each_kind(example):
        state = CaseState(emptied(example, path), example.letter_date)
        gaps = {run.path for template in ("short", "full") for run in state.letter(template).runs() if run.gap}
        assert state.counts.blocking or not gaps, path


def test_a_blank_answer_among_others_leaves_no_gap(example, write):
    for path, _ in leaves(example):
        if re.search(r"/(why|unnoticed)/\d+$", path):
            assert not any(run.gap for run in write(edit(example, path, " "), "full").runs() if run.path == path)


def test_paragraph_manners_are_the_templates_own(late_shipment, write):
    manners = {block.manner for block in write(late_shipment, "full").blocks if isinstance(block, Paragraph)}
    assert {"told", "numbered", "closing", "signature", "dated"} <= manners


@pytest.mark.parametrize("template", ["short", "full"])
@pytest.mark.parametrize(
    ("warned", "after", "prints"),
    [
        ("2026-07-03", None, "You warned us on July 3, 2026."),
        (None, "We moved the cut-off to 16:00", "We moved the cut-off to 16:00."),
        ("2026-07-03", "Nobody checked it.", "You warned us on July 3, 2026. Nobody checked it."),
    ],
    ids=["the day", "what was done", "both"],
)
def test_an_earlier_warning_is_told_after_the_opening(late_shipment, write, template, warned, after, prints):
    case = edit(edit(late_shipment, "/notice/warned", warned), "/notice/warned_after", after)
    told = [said(line) for block in write(case, template).blocks for line in lines_of(block)]
    assert prints in told
