"""Stories and their versions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
rebuild_caches = False


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "stories",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("slug", sa.String, nullable=False),
        sa.UniqueConstraint("slug", name="uq_stories_slug"),
    )
    op.create_table(
        "versions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "story_id",
            sa.Integer,
            sa.ForeignKey("stories.id", name="fk_versions_story_id"),
            nullable=False,
        ),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("seen", sa.String, nullable=False),
        sa.Column("event", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.UniqueConstraint("story_id", "number", name="uq_versions_story_id_number"),
        sa.CheckConstraint("number >= 1", name="ck_versions_number_from_one"),
        sa.CheckConstraint(
            "event IN ('seen', 'saved', 'deleted', 'restored')", name="ck_versions_known_event"
        ),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("versions")
    op.drop_table("stories")
