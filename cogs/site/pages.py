"""The pages of the public site, each from the record and its template."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from functools import cached_property, partial
from heapq import nlargest
from typing import Any
from urllib.parse import quote

import jinja2
from markupsafe import Markup

from cogs.site import addresses, data_files, sentences
from cogs.site.markup import environment, paragraph, plain, safe_address
from cogs.wording import figure_sentences, history, points
from cogs.wording.act_sentences import first_clause
from cogs.wording.blocks import Line
from cogs.wording.dates import when
from cogs.wording.figure_sentences import as_of
from cogs.wording.leads import standing_label
from cogs.wording.names import pair_name, tie_name
from cogs.wording.petition import petition_address, petition_asks, petition_count, petition_signers
from cogs.wording.progress import TOLD_ORDER, figure_lines, state_name
from cogs.wording.sentences import CHECK_THE_AGENDA, hearing_cancelled, hearing_to_come
from cogs.wording.sources import NO_DATE, Citations, best_copy, copy_label, kind_of_page
from cogs.wording.standing_text import founding, last_searches
from cogs.wording.status import row_standing, tie_status
from db.record.act_kinds import ACT_KINDS
from db.record.authorities import AUTHORITIES
from db.record.derivation import acts_in_force, newest_entry
from db.record.figures import figures
from db.record.grades import GRADES
from db.record.hearings import coming
from db.record.listings import only_wikipedia
from db.record.models import Act, Side, Source, TalkingPoint, Tie
from db.record.public_data import SCHEMA_VERSION, TABLES
from db.record.register import Register
from db.record.standings import STANDINGS, Standing

# How many of the newest acts and coming hearings stand on the first page.
NEWEST_ACTS = 10
MOST_HEARINGS = 20
# More ties than this are listed by state only, and of those that are not known so many.
MOST_LISTED = 1000
# Of each side on a tie's page.
POINTS_A_SIDE = 2
# So many ties have a picture each; in a larger record each state has one.
MOST_TIE_PICTURES = 1000
_SIDES = (Side.END, Side.KEEP)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: where it is, what it is called, what it holds."""

    path: str
    title: str
    html: str


@dataclass(frozen=True, slots=True)
class Shown:
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


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a history. ``wrong`` says why it no longer counts; ``to`` is the anchor of what took its place."""

    anchor: str
    told: Markup
    wrong: str = ""
    to: str = ""


@dataclass(frozen=True)
class Site:
    """What the pages are made from. ``address`` is where the site will be, with a slash behind it, or empty.

    ``kept`` are the kinds of things that the bot keeps about a person, in words. ``withdrawn`` has the days on which
    acts of a tie were last withdrawn, by the tie's id.
    """

    register: Register
    address: str = ""
    contact: str = ""
    draft_days: int = 30
    kept: Sequence[str] = ()
    withdrawn: Mapping[str, date] = field(default_factory=dict)
    _environment: jinja2.Environment = field(default_factory=environment, repr=False)

    @property
    def contact_link(self) -> str:
        """Where a press on the contact leads; empty where it is neither a page nor an address of mail."""
        if safe_address(self.contact):
            return self.contact
        return f"mailto:{quote(self.contact, safe='@')}" if "@" in self.contact else ""

    @cached_property
    def asof(self) -> date | None:
        """The record's day, by which all is told."""
        return newest_entry(self.register.record.ties.values())

    @property
    def today(self) -> date:
        """The same for what needs a day."""
        return self.asof or date.min

    @cached_property
    def by_state(self) -> Mapping[str, tuple[Tie, ...]]:
        """The ties of each state that has any, by postal code, in the order of the states' names."""
        found: dict[str, list[Tie]] = defaultdict(list)
        for tie in self.register.record.ties.values():
            found[self.register.state_of(tie)].append(tie)
        return {code: tuple(found[code]) for code in sorted(found, key=self.state_name)}

    @cached_property
    def states(self) -> tuple[str, ...]:
        """The postal codes of all states, those of the record without any included, by name."""
        return tuple(sorted({*self.register.record.states, *self.by_state}, key=self.state_name))

    @property
    def lists_all(self) -> bool:
        """Whether one page lists every tie."""
        return len(self.register.record.ties) <= MOST_LISTED

    @cached_property
    def has_tie_pictures(self) -> bool:
        """Whether each tie has a picture of its own."""
        return len(self.register.record.ties) <= MOST_TIE_PICTURES

    @cached_property
    def local_points(self) -> Mapping[str | None, tuple[TalkingPoint, ...]]:
        """What was said about each place, and about none: what stands on its own first, the oldest before others."""
        found: dict[str | None, list[TalkingPoint]] = defaultdict(list)
        for point in self.register.record.talking_points.values():
            found[point.place].append(point)
        return {place: tuple(sorted(said, key=_point_order)) for place, said in found.items()}

    def state_name(self, code: str) -> str:
        """A state by its name."""
        return state_name(self.register, code) or figure_sentences.ELSEWHERE

    def picture_of(self, tie: Tie) -> str:
        """The picture that is shared with a tie's page."""
        if self.has_tie_pictures:
            return addresses.tie_picture(tie.id)
        return addresses.state_picture(self.register.state_of(tie))

    def template(self, name: str) -> jinja2.Template:
        """A template by the name of its file."""
        return self._environment.get_template(name)

    def absolute(self, path: str) -> str:
        """The full address of a page, if the site's is known."""
        return self.address if path == addresses.HOME else f"{self.address}{quote(path)}"

    def _link(self, page: str, to: str) -> str:
        """How a page links to another; the one for what is not there, which any address may show, by the full path."""
        if page == addresses.NOT_FOUND:
            return f"{self.address or '/'}{quote(to, safe='/#')}"
        return addresses.from_page(page, to)

    def render(self, template: str, path: str, title: str, **context: Any) -> Page:
        """A page from its template, with what every page has."""
        usual: dict[str, Any] = {
            "description": sentences.WHAT_IT_IS,
            "picture": addresses.MAP_TO_SHARE,
            "picture_alt": "",
            "feed": "",
        }
        html = self.template(template).render(
            usual | context,
            site=self,
            path=path,
            title=title,
            head_title=sentences.page_title(title) if path != addresses.HOME else f"{sentences.NAME}: {title}",
            link=partial(self._link, path),
            at=addresses,
            absolute=self.absolute,
            asof=sentences.recorded_as_of(self.asof),
            words=sentences,
            standings=STANDINGS,
            check_the_agenda=CHECK_THE_AGENDA,
        )
        return Page(path, title, html)


def all_pages(site: Site, alts: Mapping[str, str]) -> Iterator[Page]:
    """Every page. ``alts`` tells what is in each picture, by its path."""
    yield home(site, alts)
    yield all_ties(site)
    for code in site.states:
        yield state(site, code, alts)
    yield from (tie_(site, tie) for tie in site.register.record.ties.values())
    yield sides(site)
    yield unknown(site)
    yield site.render("how.html", addresses.HOW, sentences.HOW, grades=GRADES, kinds=ACT_KINDS, authorities=AUTHORITIES)
    yield data(site)
    yield site.render("about.html", addresses.ABOUT, sentences.ABOUT, figures=_counted(site))
    yield site.render("privacy.html", addresses.PRIVACY, sentences.PRIVACY)
    yield site.render("terms.html", addresses.TERMS, sentences.TERMS)
    yield site.render("404.html", addresses.NOT_FOUND, sentences.NOT_FOUND)


def home(site: Site, alts: Mapping[str, str]) -> Page:
    """The first page: figures, map and table, newest acts, hearings, the petition."""
    register = site.register
    found = figures(register)
    citations = Citations(register.record.sources)
    petition = register.record.petition
    asked = []
    if petition is not None:
        told = (petition_asks(petition, citations.cite([petition.source])), petition_count(petition))
        asked = [paragraph(line, citations.sources) for line in (*told, petition_signers(petition))]
    return site.render(
        "home.html",
        addresses.HOME,
        figure_sentences.ended_of_all(found),
        counted=figure_sentences.counted_all(found, site.asof),
        searched=last_searches(tuple(register.record.ties.values())),
        figures=figure_lines(found),
        order=TOLD_ORDER,
        table=[(code, site.state_name(code), len(ties), register.counts(ties)) for code, ties in site.by_state.items()],
        totals=register.counts(),
        total=found.ties,
        listed=site.lists_all,
        map_alt=alts.get(addresses.MAP_LIGHT, ""),
        time_alt=alts.get(addresses.TIME_LIGHT, ""),
        picture_alt=alts.get(addresses.MAP_TO_SHARE, ""),
        acts=[_act_row(site, tie, act) for tie, act in newest_acts(register)],
        hearings=_hearings(site, register.record.ties.values()),
        petition=asked,
        petition_link=(petition_address(petition).strong, safe_address(petition.url)) if petition else None,
        sources=listed_sources(citations.sources),
        feed=addresses.ALL_FEED,
    )


def all_ties(site: Site) -> Page:
    """Every tie by state; of a very large record the states alone."""
    groups = [
        (code, site.state_name(code), len(ties), [_row(site, tie) for tie in ties] if site.lists_all else [])
        for code, ties in site.by_state.items()
    ]
    total = figure_sentences.numbered(len(site.register.record.ties), "tie")
    return site.render(
        "ties.html", addresses.TIES, sentences.ALL_TIES, groups=groups, listed=site.lists_all, total=total
    )


def state(site: Site, code: str, alts: Mapping[str, str]) -> Page:
    """A state with its ties; that it has none."""
    register, ties, name = site.register, site.by_state.get(code, ()), site.state_name(code)
    found = figures(register, ties)
    shown = addresses.state_picture(code) if ties else ""
    in_state = figure_sentences.counted_in_state(len(ties), name, site.asof)
    counted = in_state if ties else figure_sentences.no_tie_of(name, site.asof)
    return site.render(
        "state.html",
        addresses.state_page(code),
        figure_sentences.state_title(name, found),
        name=name,
        counted=counted,
        searched=last_searches(ties),
        figures=figure_lines(found),
        rows=[_row(site, tie) for tie in ties],
        hearings=_hearings(site, ties) if ties else [],
        shown=shown,
        shown_alt=alts.get(shown, ""),
        picture=shown or addresses.MAP_TO_SHARE,
        picture_alt=alts.get(shown, ""),
        description=counted,
        feed=addresses.state_feed(code) if ties else "",
    )


def tie_(site: Site, tie: Tie) -> Page:
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
    answer = block.lines[0]
    return site.render(
        "tie.html",
        addresses.tie_page(tie.id),
        tie_name(tie, register),
        standing=status.standing,
        shape=STANDINGS[status.standing].shape,
        label=label,
        answer=paragraph(answer, known),
        more=[paragraph(line, known) for line in block.lines[1:]],
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
        beside=[_row(site, other) for other in _beside(site, tie)],
        picture=site.picture_of(tie),
        picture_alt="",
        description=plain(answer),
        feed=addresses.tie_feed(tie.id),
    )


def sides(site: Site) -> Page:
    """What named people said: of each side as many as of the other, with what was said against it."""
    record, citations = site.register.record, Citations(site.register.record.sources)
    found = {side: [point for point in record.talking_points.values() if point.side is side] for side in _SIDES}
    ranked = {side: sorted(said, key=_point_order) for side, said in found.items()}
    most = min(map(len, ranked.values()), default=0)
    told = {side: [_quoted(site, point, citations, set()) for point in said[:most]] for side, said in ranked.items()}
    known = citations.sources
    return site.render(
        "sides.html",
        addresses.SIDES,
        sentences.SIDES,
        own_words=points.OWN_WORDS,
        sides=[
            (points.SIDES[side], len(ranked[side]), [_both(pair, known) for pair in quoted])
            for side, quoted in told.items()
        ],
        sources=listed_sources(known),
    )


def unknown(site: Site) -> Page:
    """What the record does not know: ties of which nobody says whether they stand, and those nobody looked for."""
    register = site.register
    ties = register.record.ties.values()
    open_ = [tie for tie in ties if register.status(tie.id).standing is Standing.UNCONFIRMED]
    never = [tie for tie in ties if not tie.searches]
    return site.render(
        "unknown.html",
        addresses.UNKNOWN,
        sentences.UNKNOWN,
        open=[_row(site, tie) for tie in open_[:MOST_LISTED]],
        more_open=sentences.more_in_data(len(open_) - MOST_LISTED) if len(open_) > MOST_LISTED else "",
        never=[_row(site, tie) for tie in never[:MOST_LISTED]],
        more_never=sentences.more_in_data(len(never) - MOST_LISTED) if len(never) > MOST_LISTED else "",
        no_year=figure_sentences.numbered(sum(tie.since is None for tie in ties), "tie"),
        wikipedia=figure_sentences.numbered(sum(only_wikipedia(tie, register.record.sources) for tie in ties), "tie"),
        searched=last_searches(tuple(ties)),
        counted=figure_sentences.numbered(len(open_), "tie"),
    )


def data(site: Site) -> Page:
    """The files to work with, what their columns mean, and the feeds."""
    return site.render(
        "data.html",
        addresses.DATA,
        sentences.DATA,
        feed=addresses.ALL_FEED,
        files=data_files,
        tables=TABLES,
        schema=SCHEMA_VERSION,
        months=[(month, len(found)) for month, found in reversed(data_files.changes(site.register).items())],
        states=[(site.state_name(code), addresses.state_feed(code)) for code in site.by_state],
    )


def gone(site: Site, path: str, title: str, until: date | None) -> Page:
    """What stands at an address that has no page any more."""
    return site.render("gone.html", path, sentences.GONE, was=title, until=sentences.gone_since(until))


def newest_acts(register: Register) -> list[tuple[Tie, Act]]:
    """The newest acts in force, the newest first."""
    every = ((tie, act) for tie in register.record.ties.values() for act in acts_in_force(tie.acts))
    return nlargest(NEWEST_ACTS, every, key=lambda found: (found[1].date.first, found[1].id))


def listed_sources(known: Sequence[Source]) -> list[Shown]:
    """Sources as a page lists them, numbered as they are cited."""
    return [
        Shown(
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


def _history(tie: Tie, citations: Citations) -> list[tuple[Entry, Line]]:
    """The acts in their order; of what no longer counts its own words, and apart from them why not."""
    by_whom = {act.replaces: act for act in tie.acts if act.replaces}
    entries = []
    for act in tie.acts:
        line = history.act_entry(replace(act, retracted=None), citations.cite(act.sources, most=9), corrected=False)
        later = by_whom.get(act.id)
        why = [history.CORRECTED] if later else []
        why += [history.withdrawn(act.retracted)] if act.retracted else []
        to = addresses.act_anchor(later.id) if later else ""
        entries.append((Entry(addresses.act_anchor(act.id), Markup(), " ".join(why), to), line))
    return entries


def _both_sides(site: Site, tie: Tie, citations: Citations) -> list[tuple[str, list[tuple[Line, Line | None]]]]:
    """What was said on each side, of this tie's places before others; of both sides as many, where both spoke."""
    local = [point for place in (tie.us, tie.ru) for point in site.local_points.get(place, ())]
    said = [*local, *site.local_points.get(None, ())]
    of = {side: [point for point in said if point.side is side] for side in _SIDES}
    most = min(POINTS_A_SIDE, *map(len, of.values()))
    if not most:
        return []
    # A reply that stands on the other side, or was told already, is not told again.
    told = {point.id for found in of.values() for point in found[:most]}
    return [
        (points.SIDES[side], [_quoted(site, point, citations, told) for point in found[:most]])
        for side, found in of.items()
    ]


def _quoted(site: Site, point: TalkingPoint, citations: Citations, told: set[str]) -> tuple[Line, Line | None]:
    """What somebody said, and what was said against it, if that is not ``told`` yet."""
    said = points.said(point, citations.cite([point.source]))
    reply = points.reply_to(site.register, point)
    if reply is None or reply.id in told:
        return said, None
    told.add(reply.id)
    return said, points.in_reply(reply, citations.cite([reply.source]))


def _both(pair: tuple[Line, Line | None], known: Sequence[Source]) -> tuple[Markup, Markup | str]:
    told, reply = pair
    return paragraph(told, known), paragraph(reply, known) if reply else ""


def _point_order(point: TalkingPoint) -> tuple[bool, int, str, str]:
    return not point.fits_letter, -len(point.answers), str(point.date or "9999"), point.id


def _beside(site: Site, tie: Tie) -> list[Tie]:
    """The other ties of the same places."""
    others = (*site.register.ties_of(tie.us), *site.register.ties_of(tie.ru))
    return [other for other in {found.id: found for found in others}.values() if other.id != tie.id][:10]


def _row(site: Site, tie: Tie) -> dict[str, Any]:
    """A tie in a list."""
    register = site.register
    standing = register.status(tie.id).standing
    return {
        "path": addresses.tie_page(tie.id),
        "name": pair_name(tie, register),
        "standing": standing,
        "shape": STANDINGS[standing].shape,
        "told": row_standing(tie, register),
    }


def _act_row(site: Site, tie: Tie, act: Act) -> dict[str, Any]:
    """An act in a list: when, of which tie, what."""
    return {
        "path": f"{addresses.tie_page(tie.id)}#{addresses.act_anchor(act.id)}",
        "name": pair_name(tie, site.register),
        "when": when(act.date),
        "kind": ACT_KINDS[act.kind].label,
        "told": first_clause(act),
    }


def _hearings(site: Site, ties: Iterable[Tie]) -> list[dict[str, str]]:
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


def _counted(site: Site) -> str:
    """How much there is."""
    record = site.register.record
    ties = figure_sentences.numbered(len(record.ties), "tie")
    return f"{ties} and {figure_sentences.numbered(len(record.sources), 'source')}, {as_of(site.asof)}."
