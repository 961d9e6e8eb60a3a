from __future__ import annotations

from poa_app.store import Store


def test_settings_are_remembered(store: Store) -> None:
    assert store.get_setting("language") is None
    store.set_setting("language", "zh")
    store.set_setting("language", "en")
    store.set_setting("guidance", "")
    store.close()
    assert (store.get_setting("language"), store.get_setting("guidance")) == ("en", "")
