"""What several pages show alike: sources, rows of ties and acts, hearings, what was said with its reply."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time
from typing import Any

from markupsafe import Markup

from cogs.site import addresses, sentences
from cogs.site.markup import paragraph, safe_address
from cogs.site.site import Site
from cogs.wording import points
from cogs.wording.act_sentences import dated_in_short, row_in_full
from cogs.wording.blocks import Line
from cogs.wording.dates import when
from cogs.wording.hearing_sentences import hearing_cancelled, hearing_to_come
from cogs.wording.names import pair_name
from cogs.wording.sources import NO_DATE, Citations, best_copy, copy_label, kind_of_page
from cogs.wording.status import row_and_condition
from db.record.act_kinds import ACT_KINDS
from db.record.hearings import coming
from db.record.models import Act, Side, Source, TalkingPoint, Tie
from db.record.standings import STANDINGS
from db.record.values import value

MOST_HEARINGS = 20
SIDES = (Side.END, Side.KEEP)


@value
class ShownSource:
    """A source as a page lists it. ``url`` is empty for an address that may not be linked to; ``copy`` is an archived
    copy, by its label and its address, or None.
    """

    number: int
    url: str
    title: str
    quoted: bool
    publisher: str
    dated: str
    grade: str
    kind: str
    copy: tuple[str, str] | None


def listed_sources(known: Sequence[Source]) -> list[ShownSource]:
    """Sources as a page lists them, numbered as they are cited."""
    return [
        ShownSource(
            number,
            safe_address(source.url),
            source.title,
            not source.title_is_descriptive,
            source.publisher,
            when(source.published) if source.published else NO_DATE,
            str(source.grade),
            kind_of_page(source),
            _copy(source),
        )
        for number, source in enumerate(known, 1)
    ]


def _copy(source: Source) -> tuple[str, str] | None:
    """The archived copy to name beside a source, if it is on the web."""
    copy = best_copy(source)
    return (copy_label(copy), copy.url) if copy and safe_address(copy.url) else None


def quotation(site: Site, point: TalkingPoint, citations: Citations, told: set[str]) -> tuple[Line, Line | None]:
    """What somebody said, and what was said against it, if that is not ``told`` yet."""
    said = points.said(point, citations.cite([point.source]))
    reply = points.reply_to(site.register, point)
    if reply is None or reply.id in told:
        return said, None
    told.add(reply.id)
    return said, points.in_reply(reply, citations.cite([reply.source]))


def retired_points(site: Site) -> list[tuple[str, str]]:
    """What is told no more: the anchor that each keeps, and whose words of which day, and why; not the words."""
    return [
        (addresses.act_anchor(point.id), sentences.told_no_more(point.speaker, point.date, point.retired))
        for point in site.register.record.talking_points.values()
        if point.retired is not None
    ]


def both(pair: tuple[Line, Line | None], known: Sequence[Source]) -> tuple[Markup, Markup | str]:
    told, reply = pair
    return paragraph(told, known), paragraph(reply, known) if reply else ""


def tie_row(site: Site, tie: Tie) -> dict[str, Any]:
    """A tie in a list."""
    register = site.register
    standing = register.status(tie.id).standing
    return {
        "path": addresses.tie_page(tie.id),
        "name": pair_name(tie, register),
        "also": " ".join((*register.place(tie.us).aliases, *register.place(tie.ru).aliases)),
        "standing": standing,
        "shape": STANDINGS[standing].shape,
        "told": row_and_condition(tie, register),
    }


def act_row(site: Site, first: tuple[Tie, Act], *others: tuple[Tie, Act]) -> dict[str, Any]:
    """An act in a list: when, of which tie, what; and of which other ties the same was said."""
    tie, act = first
    return {
        "path": _place_of(tie, act),
        "name": pair_name(tie, site.register),
        "others": [(_place_of(known, other), pair_name(known, site.register)) for known, other in others],
        "when": dated_in_short(act),
        "kind": ACT_KINDS[act.kind].label,
        "told": row_in_full(act),
    }


def _place_of(tie: Tie, act: Act) -> str:
    return f"{addresses.tie_page(tie.id)}#{addresses.act_anchor(act.id)}"


def hearing_rows(site: Site, ties: Iterable[Tie]) -> list[dict[str, str]]:
    """The hearings that were to come on the record's day, cancelled ones too, each with its tie's page."""
    moment = datetime.combine(site.today, time(), UTC)
    return [
        {
            "path": addresses.tie_page(hearing.tie.id),
            "name": pair_name(hearing.tie, site.register),
            "told": (hearing_cancelled if hearing.is_cancelled else hearing_to_come)(hearing.act, ""),
        }
        for hearing in coming(site.register, moment, ties)[:MOST_HEARINGS]
    ]
