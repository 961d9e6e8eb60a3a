"""What the board shows of each case, and the texts of notices beside them; clients, which nothing showed, go.

A case saved by an earlier version keeps its notice within until it is saved again.

Revision ID: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table, which the board fills when it is next opened, and drop what is unused."""
    op.drop_column("cases", "client")
    op.drop_table("clients")
    op.create_table(
        "summaries",
        sa.Column("case_id", sa.String(12), sa.ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("rules", sa.String(64), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("blocking", sa.Integer, nullable=False),
        sa.Column("to_fix", sa.Integer, nullable=False),
        sa.Column("permille", sa.Integer, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("client", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("due", sa.DateTime(timezone=True)),
        sa.Column("is_unread", sa.Integer, nullable=False),
    )
    op.create_index("summaries_by_due", "summaries", ["is_unread", "due"])
    op.create_table(
        "notice_texts",
        sa.Column("case_id", sa.String(12), sa.ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("text", sa.LargeBinary, nullable=False),
    )
