"""Messages, drafts, tables, invoices and reports as people paste them: what is found, and what must not be."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from poa_app.desk import affected_orders, create
from poa_app.desk.draft_import import read_draft, take_draft
from poa_app.desk.paste_import import paste_lines
from poa_app.desk.pasted_lines import lines
from poa_app.desk.work import draft_of
from poa_app.facts.invoices import invoice_facts
from poa_app.facts.told import told_lines
from poa_app.facts.told_fact import Told
from poa_app.intake.notice_file import read_notice
from poa_app.model.case import Case
from poa_app.model.facts import Notice
from tests.each import for_each

FOLDER = Path(__file__).resolve().parent


def _all(name: str, rows: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))[rows]
    return found


def _name(one: dict[str, Any]) -> str:
    return str(one.get("name") or one.get("text"))[:40]


KINDS = {"person": "name", "percent": "percentage", "case": "code"}


def _is(told: Told, fact: str) -> bool:
    """Whether a fact that was found is the one that is meant; of several readings the likeliest counts."""
    kind, _, value = fact.partition(" ")
    if told.kind != KINDS.get(kind, kind):
        return False
    if kind == "money":
        return told.value == value.split()[0]
    return told.values[0].lower() == value.lower() or (kind == "role" and told.value.lower() == value.lower())


@for_each("one", _all("client_messages", "message"), ids=_name)
def test_the_facts_of_a_clients_message(one: dict[str, Any]) -> None:
    found = [told for line in told_lines("msg001", one["text"], one["anchor"], one["anchor"]) for told in line.facts]
    missed = [fact for fact in one["facts"] if not any(_is(told, fact) for told in found)]
    wrong = [fact for fact in one["never"] if any(_is(told, fact) and not told.about for told in found)]
    assert (missed, wrong) == ([], []), [(told.kind, *told.values) for told in found]


@for_each("one", _all("drafts", "draft"), ids=_name)
def test_each_paragraph_of_a_draft_goes_where_it_belongs(one: dict[str, Any]) -> None:
    paragraphs = read_draft(one["text"])
    faults = []
    for part in ("opening", "root_causes", "corrective_actions", "preventive_measures"):
        said = [paragraph.text for paragraph in paragraphs if paragraph.part == part]
        right = one.get(part.replace("_", "-"), [])
        if len(said) != len(right) or not all(a.startswith(b) for a, b in zip(said, right, strict=True)):
            faults.append((part, said))
    taken = take_draft(create("late-shipment-rate"), paragraphs)
    if one.get("signatory", taken.client.signatory) != taken.client.signatory:
        faults.append(("signatory", [str(taken.client.signatory)]))
    if one.get("date", taken.letter_date) != taken.letter_date:
        faults.append(("date", [str(taken.letter_date)]))
    assert faults == []


NAMES = {"done_on": "date", "who_name": "name", "owner": "who"}


@for_each("one", _all("tables", "table"), ids=_name)
def test_the_columns_of_pasted_rows(one: dict[str, Any]) -> None:
    rows = one["section"].replace("-", "_")
    start = Case(notice=Notice(received=one["anchor"]), marketplaces=(one["site"],))
    case = paste_lines(start, f"/{rows}", one["text"])
    held = getattr(case, rows)
    assert len(held) == len(one["rows"]), [row.model_dump(exclude_defaults=True) for row in held]
    faults = []
    for row, right in zip(held, one["rows"], strict=True):
        for slot, value in right.items():
            name = NAMES.get(slot, slot)
            said = (
                draft_of(case, f"/{rows}/{row.id}/what").partition("\n")[0] if slot == "draft" else getattr(row, name)
            )
            loose = value.endswith(" ~")
            if str(said or "") != value and not (loose and said and not isinstance(said, date)):
                faults.append((name, str(said), value))
    assert faults == []


@for_each("one", _all("invoices", "invoice"), ids=_name)
def test_what_the_text_of_an_invoice_says(one: dict[str, Any]) -> None:
    said = invoice_facts(one["text"])
    got = {
        "number": said.number,
        "date": said.days[0] if len(said.days) == 1 else "",
        "issuer": said.issuer,
        "buyer": said.buyer,
        "quantities": [int(line.units or 0) for line in said.lines],
    }
    left = [key for key in one.get("unread", []) if not got[key]]
    assert {key: (got[key], one[key]) for key in got if got[key] != one[key] and key not in left} == {}


@for_each("one", _all("defect_reports", "report"), ids=_name)
def test_the_orders_of_a_defect_report(one: dict[str, Any]) -> None:
    table = affected_orders.opened(one["text"].encode(), "report.csv")
    columns = affected_orders.proposed(table)
    days, _ = affected_orders.order_of_days(table, columns)
    found = affected_orders.read(table, columns, days)
    assert [f"{row.get('order')} {row.get('channel', '-')} {row.get('ordered', '-')}" for row in found.orders] == one[
        "orders"
    ], found.faults


@for_each("one", _all("mails", "mail"), ids=_name)
def test_the_words_of_a_mail(one: dict[str, Any]) -> None:
    text = read_notice(one["raw"].lstrip().encode(), "notice.eml")
    assert [words for words in one["holds"] if words not in text] == []
    assert [words for words in [*one["apart"], *one["lacks"]] if words in text] == []


@for_each(
    ("text", "encoding"),
    [(one["text"], encoding) for one in _all("mails", "encoded") for encoding in one["encodings"]],
)
def test_a_text_in_each_of_its_character_sets(text: str, encoding: str) -> None:
    try:
        raw = text.encode(encoding)
    except UnicodeEncodeError:
        return
    assert read_notice(raw, "notice.txt") == text


@for_each("one", _all("mails", "lines"), ids=_name)
def test_the_marks_of_a_list_are_no_words(one: dict[str, Any]) -> None:
    assert list(lines(one["text"])) == one["rows"]
