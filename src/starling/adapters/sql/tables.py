"""The tables of the history database; what they look like now, after the last migration."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

HEAD = "0001"
"""The last migration in ``migrations/``."""

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

STORIES = Table(
    "stories",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("slug", String, nullable=False, unique=True),
)

VERSIONS = Table(
    "versions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("story_id", Integer, ForeignKey("stories.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("seen", String, nullable=False),
    Column("event", String, nullable=False),
    Column("at", String, nullable=False),
    UniqueConstraint("story_id", "number"),
    CheckConstraint("number >= 1", name="number_from_one"),
    CheckConstraint("event IN ('seen', 'saved', 'deleted', 'restored')", name="known_event"),
)
