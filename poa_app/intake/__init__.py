"""The one gate for foreign bytes."""
