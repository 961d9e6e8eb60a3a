from __future__ import annotations

from typing import Any

from poa_app.model.case import Case
from poa_app.model.facts import Client
from poa_app.store import Store


def names(store: Store) -> list[str | None]:
    return [client.store for _, client in store.clients()]


def test_clients_come_from_cases(store: Store, clock: Any) -> None:
    case = store.create(Case(client=Client(store="Banyan Home")))
    store.create(Case(client=Client(legal_name="No store name yet")))
    clock.on(hours=1)
    store.create(Case(client=Client(store=" banyan home ", legal_name="Banyan Ltd.")))
    store.create(Case(client=Client(store="Acacia")))
    (first, acacia), (second, banyan) = store.clients()
    assert (acacia.store, banyan.legal_name) == ("Acacia", "Banyan Ltd.")
    assert (acacia.id, banyan.id) == (first, second)
    clock.on(hours=1)
    store.save(case.id, "/client/store", "Banyan Home", "Banyan Garden")
    assert names(store) == ["Acacia", "Banyan Garden", " banyan home "]
    store.trash(case.id)
    assert names(store) == ["Acacia", " banyan home "]


def test_a_saved_client_is_one_with_its_cases(store: Store) -> None:
    store.create(Case(client=Client(store="Acacia")))
    ((derived, client),) = store.clients()
    assert store.save_client(client.model_copy(update={"signatory": "Shen"})) == derived
    assert store.clients() == ((derived, Client(id=derived, store="Acacia", signatory="Shen")),)
    assert store.save_client(Client(store="ACACIA", signatory="Li")) == derived
    assert store.save_client(Client(id=derived, store="Acacia Home")) == derived
    store.create(Case(client=Client(id=derived, store="Acacia")))
    assert names(store) == ["Acacia Home"]


def test_clients_without_a_name_stay_apart(store: Store) -> None:
    assert store.save_client(Client(legal_name="One")) != store.save_client(Client(legal_name="Two"))
    assert len(store.clients()) == 2


def test_settings_are_remembered(store: Store) -> None:
    assert store.recall("language") is None
    store.remember("language", "zh")
    store.remember("language", "en")
    store.remember("guidance", "")
    store.close()
    assert (store.recall("language"), store.recall("guidance")) == ("en", "")
