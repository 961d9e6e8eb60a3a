"""The store: cases, what they were, conflicts, files, summaries and preferences, in one database."""

from poa_app.store.probe import readable
from poa_app.store.records import CaseFile, Conflict, Listed, Removed, Revision, Stored, Summary
from poa_app.store.store import Store

__all__ = ["CaseFile", "Conflict", "Listed", "Removed", "Revision", "Store", "Stored", "Summary", "readable"]
