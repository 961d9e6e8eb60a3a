"""What was read of the papers, beside their files.

Revision ID: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table; a file kept before is read when its paper is next looked at."""
    op.create_table(
        "paper_texts",
        sa.Column("sha256", sa.String(64), sa.ForeignKey("files.sha256", ondelete="CASCADE"), primary_key=True),
        sa.Column("reader", sa.String(16), nullable=False),
        sa.Column("fault", sa.String(16), nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
    )
