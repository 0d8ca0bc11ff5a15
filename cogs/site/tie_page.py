"""The page of a tie: the answer first, then its history, both sides, and all its sources."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from cogs.site import addresses, sentences
from cogs.site.markup import paragraph, plain
from cogs.site.parts import SIDES, listed_sources, quotation, tie_row
from cogs.site.site import Site, SitePage
from cogs.wording import history, points
from cogs.wording.blocks import Line
from cogs.wording.english import full_stop
from cogs.wording.leads import standing_label
from cogs.wording.names import tie_name
from cogs.wording.sources import Citations
from cogs.wording.standing_text import founding
from cogs.wording.status import tie_status
from db.record.listings import only_wikipedia
from db.record.models import Tie
from db.record.standings import STANDINGS
from db.record.values import value

# Of each side on a tie's page.
POINTS_A_SIDE = 2


@value
class HistoryEntry:
    """An entry of a history. ``more`` is what else the record says of it; ``wrong`` says why it no longer counts;
    ``to`` is the anchor of what took its place.
    """

    anchor: str
    told: Markup
    more: str = ""
    wrong: str = ""
    to: str = ""


def tie_page(site: Site, tie: Tie) -> SitePage:
    """A tie: the answer first, then its history, both sides, and all its sources."""
    register = site.register
    citations = Citations(register.record.sources)
    block = tie_status(tie, register, site.today, citations)
    entries = _history(tie, citations)
    pages = [history.listing_entry(item, citations.cite(item.sources, most=9)) for item in tie.listings]
    if only_wikipedia(tie, register.record.sources):
        pages.insert(0, Line(history.ONLY_WIKIPEDIA))
    looked = [history.search_entry(search) for search in tie.searches] or [Line(history.NEVER_SEARCHED)]
    said = _both_sides(site, tie, citations)
    beginning = history.beginning(founding(tie, citations))
    known = citations.sources
    code = register.state_of(tie)
    status, label = register.status(tie.id), standing_label(register.status(tie.id))
    answer = _without(label, block.lines[0])
    return site.render(
        "tie.html",
        addresses.tie_page(tie.id),
        tie_name(tie, register),
        standing=status.standing,
        shape=STANDINGS[status.standing].shape,
        label=label,
        level=sentences.of_level(tie.level),
        answer=paragraph(answer, known),
        more=[paragraph(line, known) for line in block.lines[1:]],
        own_words=points.OWN_WORDS,
        beginning=paragraph(beginning, known),
        entries=[replace(entry, told=paragraph(line, known)) for entry, line in entries],
        wrong=sum(bool(entry.wrong) for entry, _ in entries),
        pages=[paragraph(line, known) for line in pages],
        searches=[paragraph(line) for line in looked],
        sides=[
            (heading, [(paragraph(a, known), paragraph(b, known) if b else "") for a, b in q]) for heading, q in said
        ],
        sources=listed_sources(known),
        state=(code, site.state_name(code)),
        beside=[tie_row(site, other) for other in _beside(site, tie)],
        picture=site.picture_of(tie),
        slide=addresses.tie_slide(tie.id) if site.has_tie_pictures else "",
        picture_alt="",
        description=plain(block.lines[0]),
        feed=addresses.tie_feed(tie.id),
    )


def _without(label: str, answer: Line) -> Line:
    """The answer as it stands below the label of its standing: the same words are not said twice."""
    return Line(answer.text.lstrip()) if answer.strong == full_stop(label) else answer


def _history(tie: Tie, citations: Citations) -> list[tuple[HistoryEntry, Line]]:
    """The acts in their order; of what no longer counts its own words, and apart from them why not."""
    by_whom = {act.replaces: act for act in tie.acts if act.replaces}
    entries = []
    for act in tie.acts:
        line = history.brief_entry(act, citations.cite(act.sources, most=9))
        more = history.act_rest(act) if act.said else ""
        later = by_whom.get(act.id)
        why = history.no_longer_counts(act, replaced=later is not None)
        to = addresses.act_anchor(later.id) if later else ""
        entries.append((HistoryEntry(addresses.act_anchor(act.id), Markup(), more, why, to), line))
    return entries


def _both_sides(site: Site, tie: Tie, citations: Citations) -> list[tuple[str, list[tuple[Line, Line | None]]]]:
    """What was said on each side, of this tie's places before others; of both sides as many, where both spoke."""
    local = [point for place in (tie.us, tie.ru) for point in site.local_points.get(place, ())]
    said = [*local, *site.local_points.get(None, ())]
    of = {side: [point for point in said if point.side is side] for side in SIDES}
    most = min(POINTS_A_SIDE, *map(len, of.values()))
    if not most:
        return []
    # A reply that stands on the other side, or was told already, is not told again.
    told = {point.id for found in of.values() for point in found[:most]}
    return [
        (points.SIDES[side], [quotation(site, point, citations, told) for point in found[:most]])
        for side, found in of.items()
    ]


def _beside(site: Site, tie: Tie) -> list[Tie]:
    """The other ties of the same places."""
    others = (*site.register.ties_of(tie.us), *site.register.ties_of(tie.ru))
    return [other for other in {found.id: found for found in others}.values() if other.id != tie.id][:10]
