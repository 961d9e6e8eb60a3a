"""The command line: ``poa`` starts the app, every other command works without it."""

from poa_app.cli import cases, exchange, language, readings  # each adds its commands
from poa_app.cli.app import app, main

__all__ = ["app", "cases", "exchange", "language", "main", "readings"]
