"""Letters as they are kept: drafts, versions, what came of those that were sent, and templates, as values. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from db.record.standings import Standing
from db.record.values import value

# What of a letter is counted.
BEGUN = "begun"
SENT = "sent"


@value
class LetterFact:
    """What a draft was built on: the standing, the act behind it, and how the letter says so. ``link`` may be empty.

    ``text`` begins with the coming hearing that the letter names, if there was one.
    """

    standing: Standing | None = None
    basis: str | None = None
    text: str = ""
    link: str = ""


@value
class LetterDraft:
    """A draft as it is stored. ``place`` is a place id, or ``name|STATE`` for one without a tie; ``tie`` may be None.

    ``connection`` and the texts are empty where nothing was said; ``begun`` tells whether anything was typed. ``kept``
    are the marks of findings that the writer chose to leave as they are; ``form`` is what is written.
    """

    id: str
    writer: int
    server: int | None
    place: str
    tie: str | None
    ask: str
    recipient: int = 0
    template: str = ""
    title: str = ""
    connection: str = ""
    reason: str = ""
    respect: str = ""
    name: str = ""
    neighborhood: str = ""
    fair: bool = False
    points: tuple[str, ...] = ()
    fact: LetterFact = LetterFact()
    tell: bool = False
    begun: bool = False
    sent: datetime | None = None
    kept: tuple[str, ...] = ()
    form: str = "letter"
    version: int = 1
    created_at: datetime | None = None
    changed_at: datetime | None = None


@value
class LetterVersion:
    """What a draft's writer had typed before a change, by the names of the draft's fields."""

    number: int
    words: Mapping[str, str]
    saved_at: datetime


class LetterOutcome(StrEnum):
    """What became of a sent letter."""

    AGREED = "agreed"
    DECLINED = "declined"
    ACKNOWLEDGED = "acknowledged"
    SILENT = "silent"


@value
class SentLetter:
    """A letter that its writer says they sent. ``id`` is that of its draft, which may be gone."""

    id: str
    writer: int
    server: int | None
    place: str
    tie: str | None
    template: str
    recipient: str
    sent_at: datetime
    outcome: LetterOutcome | None
    remind_at: datetime | None


@value
class LetterCount:
    """How often something happened in a month (``2026-11``) with letters about a tie (or a place without one)."""

    tie: str
    month: str
    what: str
    number: int


@value
class StoredTemplate:
    """A server's own template: its name there, and the text of its file."""

    name: str
    text: str


@value
class TemplateChange:
    """What was done to a server's own template: the text before and after, None where there was none."""

    id: int
    name: str
    before: str | None
    after: str | None
