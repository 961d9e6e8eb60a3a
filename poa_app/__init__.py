"""A desk for writing Plan-of-Action appeals to Amazon: notice, case, findings, appeal, letter, file."""

__version__ = "0.1.0"
