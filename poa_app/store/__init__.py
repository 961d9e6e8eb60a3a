"""The store: cases, what they were, clashes, files, clients and settings, in one database."""

from poa_app.store.probe import readable
from poa_app.store.records import Clash, Listed, Removed, Revision, Stored
from poa_app.store.store import Store

__all__ = ["Clash", "Listed", "Removed", "Revision", "Store", "Stored", "readable"]
