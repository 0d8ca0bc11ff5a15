"""What messages have in common: what each is made of, and the sentences that several kinds of them say. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from cogs.announcements import sentences
from cogs.wording.blocks import Line
from cogs.wording.leads import standing_label
from cogs.wording.sources import Citations
from db.record.models import Act, Source, Tie
from db.record.register import Register
from db.record.standings import STANDINGS, Standing
from db.record.values import value
from db.store.announcement_models import Announcement

LATE = timedelta(days=1)


@value
class Message:
    """One message: a title, the tie by its full name, paragraphs, sources (the first is ``[1]``), and small print.

    ``standing`` is the new one that it tells; None where it tells none.
    """

    title: str
    name: str
    standing: Standing | None
    paragraphs: tuple[Line, ...]
    sources: tuple[Source, ...] = ()
    notes: tuple[str, ...] = ()


def contradicts(item: Announcement, act: Act, tie: Tie, cited: Citations) -> Iterator[Line]:
    """The word on record that an act disputes, where that made the tie disputed."""
    other = next((known for known in tie.acts if known.id == act.disputes), None)
    if other is not None and item.after is Standing.DISPUTED:
        yield sentences.contradicts(other, item.recorded_at.date(), cited.cite_best(other.sources))


def stands_now(tie: Tie, register: Register, now: datetime) -> Line:
    status = register.status(tie.id)
    sign = f"{STANDINGS[status.standing].shape} {standing_label(status)}"
    return sentences.stands_now(sign, now.date())


def sent_late(item: Announcement, now: datetime) -> tuple[str, ...]:
    return (sentences.sent_late(item.recorded_at.date()),) if now - item.recorded_at >= LATE else ()
