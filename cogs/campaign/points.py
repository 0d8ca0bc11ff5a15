"""What named people said on both sides, in equal number, each with what was said against it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cogs.campaign import guide_sentences as sentences
from cogs.campaign.where import Where
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.points import in_reply, quotable, reply_to, said
from cogs.wording.sources import Citations
from db.record.models import Side, TalkingPoint
from db.record.register import Register
from db.record.text import key
from db.record.values import value

# Of each side on a page where both are shown, and of one side alone.
PER_SIDE = 2
PER_PAGE = 4
_SIDES = (Side.END, Side.KEEP)


@value
class PageOfPoints:
    """A page of points, counted from 0, and how many pages there are; ``points`` are those that a letter may quote."""

    block: TextBlock
    page: int
    pages: int
    points: tuple[TalkingPoint, ...] = ()


def chosen(register: Register, where: Where | None, side: Side | None, text: str) -> dict[Side, list[TalkingPoint]]:
    """The points of each side that fit, those first that stand on their own and are answered, the oldest before others.

    ``text`` is looked for in what was said, in who said it and where.
    """
    sides = (side,) if side else _SIDES
    wanted = key(text)
    found = [
        point
        for point in register.record.points_in_use
        if point.side in sides and _is_of(point, where, register) and wanted in _searched(point)
    ]
    found.sort(key=lambda point: (not point.fits_letter, -len(point.answers), str(point.date or "9999")))
    return {each: [point for point in found if point.side is each] for each in sides}


def page_of(register: Register, found: dict[Side, list[TalkingPoint]], page: int, citations: Citations) -> PageOfPoints:
    """A page: of two sides as many of the one as of the other, and of one that stands alone all there is."""
    alone = len([points for points in found.values() if points]) < 2
    longest = max(map(len, found.values()), default=0) if alone else min(map(len, found.values()))
    size = PER_PAGE if alone else PER_SIDE
    pages = max(1, -(-longest // size))
    page = max(0, min(page, pages - 1))
    lines: list[Line] = []
    told: list[TalkingPoint] = []
    for side, points in found.items():
        shown = points[page * size : min(longest, (page + 1) * size)]
        told += shown
        lines += _side(register, side, shown, len(points), citations) if shown else _none(side, found)
    if not alone and page == pages - 1:
        lines += [Line(text) for side, points in found.items() if (text := _left_out(side, len(points) - longest))]
    if not any(found.values()):
        lines = [Line(sentences.NOTHING_SAID)]
    return PageOfPoints(TextBlock(tuple(lines), sentences.BOTH_SIDES), page, pages, _quotable(register, told))


def _side(
    register: Register, side: Side, shown: Sequence[TalkingPoint], of: int, citations: Citations
) -> Iterator[Line]:
    yield Line("", sentences.shown_of(side, len(shown), of))
    for point in shown:
        yield said(point, citations.cite([point.source]))
        reply = reply_to(register, point)
        if reply is not None:
            yield in_reply(reply, citations.cite([reply.source]))


def _quotable(register: Register, told: Sequence[TalkingPoint]) -> tuple[TalkingPoint, ...]:
    """What a letter may quote, of what is told and of the replies to it."""
    replies = (reply for point in told if (reply := reply_to(register, point)) is not None)
    return tuple(point for point in dict.fromkeys((*told, *replies)) if quotable(point, register))


def _none(side: Side, found: dict[Side, list[TalkingPoint]]) -> list[Line]:
    return [Line(sentences.none_of_side(side))] if len(found) > 1 and not found[side] else []


def _left_out(side: Side, more: int) -> str:
    return sentences.more_of_side(side, more) if more > 0 else ""


def _is_of(point: TalkingPoint, where: Where | None, register: Register) -> bool:
    if where is None:
        return True
    place = register.record.places.get(point.place or "")
    return place is not None and (place.id in where.places or (place.state or "") in where.states)


def _searched(point: TalkingPoint) -> str:
    parts = (point.speaker, point.office_then, point.office, point.place_text, point.gist, point.quote, point.occasion)
    return key(" ".join(part for part in parts if part))
