"""Every field is described once, by its annotation and its type, and the description fits."""

from __future__ import annotations

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.fields import field_at, fields, kind_of, owner_of, row_types
from poa_app.model.paths import leaves, pattern
from poa_app.model.routes import EVERY
from tests.each import for_each

WITH_CHOICES = [field for field in fields().values() if field.spec.choices]


def test_every_field_of_every_example_is_described(example: Case) -> None:
    paths = [path for path, _ in leaves(example)]
    assert len(paths) > 100
    for path in paths:
        assert pattern(path).startswith(field_at(path).path)


@for_each(
    ("path", "kind"),
    [
        ("/letter_date", "date"),
        ("/notice/received_time", "time"),
        ("/deadline/zone", "zone"),
        ("/products/prod01/sold", "count"),
        ("/metrics/metr01/then/value", "rate"),
        ("/products/prod01/asin", "code"),
        ("/identifiers/numb01/value", "code"),
        ("/opening", None),
        ("/exhibits/invoices", None),
        ("/nowhere", None),
    ],
)
def test_a_fields_type_says_what_it_holds(path: str, kind: str | None) -> None:
    assert kind_of(path) == kind


@for_each(
    ("path", "owner"),
    [
        ("/client/store", "client"),
        ("/exhibits/exhi01/file", "client"),
        ("/exhibits/exhi01/covers/line01/quantity", "client"),
        ("/exhibits/invoices", "client"),
        ("/exhibits/exhi01/title", "agency"),
        ("/corrective_actions/acti01/who", "client"),
        ("/corrective_actions/acti01/causes", "agency"),
        ("/root_causes/caus01/why", "agency"),
        ("/opening", "agency"),
        ("/notice/requests/requ01/words", "agency"),
    ],
)
def test_a_field_says_who_can_answer_it_or_its_row_does(path: str, owner: str) -> None:
    assert owner_of(path) == owner


def test_what_is_part_of_something_that_never_prints_never_prints() -> None:
    assert not field_at("/deadline/due").prints
    assert not field_at("/earlier_appeals/earl01/text").prints
    assert field_at("/client/store").prints
    assert not field_at("/client/id").prints


def test_choices_come_from_the_type_or_from_a_table_of_the_data_files() -> None:
    assert field_at("/violations/viol01/stage").options == (
        *("first", "rejected", "more-information", "reinstated", "final", "none"),
    )
    assert WITH_CHOICES
    for field in WITH_CHOICES:
        assert getattr(knowledge(), field.spec.choices or "")


def test_a_field_refers_to_a_list_there_is() -> None:
    referring = [field for field in fields().values() if field.spec.refers_to]
    assert len(referring) >= 8
    assert {field.spec.refers_to for field in referring} <= set(row_types())


def test_a_field_no_letter_can_do_without_cannot_be_waived() -> None:
    kept = {field.path for field in fields().values() if not field.spec.can_be_waived}
    assert {"/violations", "/root_causes", "/letter_date", "/corrective_actions/*/done"} <= kept


def test_fields_typed_as_sentences_may_have_a_chinese_draft() -> None:
    drafted = {field.path for field in fields().values() if field.has_draft}
    assert {"/root_causes/*/what", "/root_causes/*/why", "/preventive_measures/*/record"} <= drafted
    assert not drafted & {"/client/store", "/letter_date", "/corrective_actions/*/who", "/products/*/asin"}


def test_every_required_field_is_required_by_known_routes() -> None:
    required = [field for field in fields().values() if field.spec.required_by]
    assert len(required) > 50
    assert all(field.spec.required_by <= EVERY for field in required)
