"""The first tables.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

CASE = sa.String(12)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "cases",
        sa.Column("id", CASE, primary_key=True),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("client", sa.Text),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("created", MOMENT, nullable=False),
        sa.Column("saved", MOMENT, nullable=False),
        sa.Column("trashed", MOMENT),
    )
    op.create_index("cases_by_saved", "cases", ["saved"])
    op.create_table(
        "revisions",
        sa.Column("case_id", CASE, sa.ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("made", MOMENT, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("passed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "clashes",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("case_id", CASE, sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("mine", sa.LargeBinary, nullable=False),
        sa.Column("made", MOMENT, nullable=False),
    )
    op.create_index("clashes_by_case", "clashes", ["case_id"])
    op.create_table(
        "files",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "case_files",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("case_id", CASE, sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
        sa.Column("sha256", sa.String(64), sa.ForeignKey("files.sha256"), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
    )
    op.create_index("case_files_by_case", "case_files", ["case_id"])
    op.create_index("case_files_by_content", "case_files", ["sha256"])
    op.create_table(
        "clients",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("saved", MOMENT, nullable=False),
    )
    op.create_table(
        "settings", sa.Column("key", sa.Text, primary_key=True), sa.Column("value", sa.Text, nullable=False)
    )
