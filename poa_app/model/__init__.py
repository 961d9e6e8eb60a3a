"""The words of the program as types: Case, Appeal, Letter, Finding."""
