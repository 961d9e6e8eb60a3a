"""When a file was taken out of its case.

Revision ID: 0002
"""

import json
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the column, and mark the files that no exhibit names any more."""
    op.add_column("case_files", sa.Column("removed", MOMENT))
    links = sa.table(
        "case_files",
        sa.column("number", sa.Integer),
        sa.column("case_id"),
        sa.column("name"),
        sa.column("removed", MOMENT),
    )
    cases = sa.table("cases", sa.column("id"), sa.column("content"))
    connection = op.get_bind()
    owned = sa.select(links.c.number, links.c.name, cases.c.content).join(cases, cases.c.id == links.c.case_id)
    unnamed = [row.number for row in connection.execute(owned).all() if row.name not in _named(row.content)]
    for number in unnamed:
        connection.execute(sa.update(links).where(links.c.number == number).values(removed=datetime.now(UTC)))


def _named(content: str) -> set[str]:
    try:
        exhibits = json.loads(content).get("exhibits", ())
        return {str(one.get("file")) for one in exhibits}
    except (ValueError, AttributeError, TypeError):
        return set()
