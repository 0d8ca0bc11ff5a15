"""The pages of the public site but those of ties, and all of them in a row, each from the record and its template."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from heapq import nlargest

from cogs.pictures.timeline_picture import decisions
from cogs.site import addresses, data_files, sentences
from cogs.site.markup import paragraph, safe_address
from cogs.site.parts import SIDES, act_row, both, hearing_rows, listed_sources, quotation, retired_points, tie_row
from cogs.site.sheet import SHEET, SHEET_COLUMNS
from cogs.site.site import MOST_LISTED, Site, SitePage, point_order
from cogs.site.tie_page import tie_page
from cogs.wording import figure_sentences, points
from cogs.wording.figure_sentences import as_of
from cogs.wording.names import pair_name
from cogs.wording.petition import petition_address, petition_asks, petition_count, petition_signers
from cogs.wording.progress import TOLD_ORDER, figure_lines
from cogs.wording.sources import Citations
from cogs.wording.standing_text import last_searches
from db.record.act_kinds import ACT_KINDS
from db.record.authorities import AUTHORITIES
from db.record.derivation import acts_in_force, is_by_vote
from db.record.figures import Figures, figures
from db.record.grades import GRADES
from db.record.listings import only_wikipedia
from db.record.models import Act, Tie
from db.record.public_data import SCHEMA_VERSION, TABLES
from db.record.register import Register
from db.record.standings import Standing

# How many of the newest acts and coming hearings stand on the first page.
NEWEST_ACTS = 10


def all_pages(site: Site, alts: Mapping[str, str]) -> Iterator[SitePage]:
    """Every page. ``alts`` tells what is in each picture, by its path."""
    yield home(site, alts)
    yield all_ties(site)
    for code in site.states:
        yield state(site, code, alts)
    yield from (tie_page(site, tie) for tie in site.register.record.ties.values())
    yield sides(site)
    yield unknown(site)
    yield site.render("how.html", addresses.HOW, sentences.HOW, grades=GRADES, kinds=ACT_KINDS, authorities=AUTHORITIES)
    yield data(site)
    yield site.render("about.html", addresses.ABOUT, sentences.ABOUT, figures=_counted(site))
    yield site.render("privacy.html", addresses.PRIVACY, sentences.PRIVACY)
    yield site.render("terms.html", addresses.TERMS, sentences.TERMS)
    yield site.render("404.html", addresses.NOT_FOUND, sentences.NOT_FOUND)


def home(site: Site, alts: Mapping[str, str]) -> SitePage:
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
        decided_again=figure_sentences.decided_again(_decided_again(register)),
        counted=figure_sentences.counted_all(found, site.asof),
        levels=figure_sentences.levels_counted(found),
        ended=figure_sentences.ended_counted(figures(register, _standing(register, Standing.ENDED))),
        voted=figure_sentences.ended_by_vote(_ended_by_vote(register)),
        searched=last_searches(tuple(register.record.ties.values())),
        figures=_tiles(site, found),
        order=TOLD_ORDER,
        table=[(code, site.state_name(code), len(ties), register.counts(ties)) for code, ties in site.by_state.items()],
        totals=register.counts(),
        total=found.ties,
        listed=site.lists_all,
        sheet=SHEET,
        map_alt=alts.get(addresses.MAP_LIGHT, ""),
        time_alt=alts.get(addresses.TIME_LIGHT, ""),
        picture_alt=alts.get(addresses.MAP_TO_SHARE, ""),
        acts=[act_row(site, *found) for found in newest_acts(register)],
        hearings=hearing_rows(site, register.record.ties.values()),
        petition=asked,
        petition_link=(petition_address(petition).strong, safe_address(petition.url)) if petition else None,
        sources=listed_sources(citations.sources),
        feed=addresses.ALL_FEED,
    )


def all_ties(site: Site) -> SitePage:
    """Every tie by state; of a very large record the states alone."""
    groups = [
        (code, site.state_name(code), len(ties), [tie_row(site, tie) for tie in ties] if site.lists_all else [])
        for code, ties in site.by_state.items()
    ]
    total = figure_sentences.numbered(len(site.register.record.ties), "tie")
    return site.render(
        "ties.html",
        addresses.TIES,
        sentences.ALL_TIES,
        groups=groups,
        listed=site.lists_all,
        total=total,
        also=site.other_names,
    )


def state(site: Site, code: str, alts: Mapping[str, str]) -> SitePage:
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
        figures=_tiles(site, found, code),
        rows=[tie_row(site, tie) for tie in ties],
        hearings=hearing_rows(site, ties) if ties else [],
        shown=shown,
        slide=addresses.state_slide(code) if ties and site.has_tie_pictures else "",
        shown_alt=alts.get(shown, ""),
        picture=shown or addresses.MAP_TO_SHARE,
        picture_alt=alts.get(shown, ""),
        description=counted,
        feed=addresses.state_feed(code) if ties else "",
    )


def sides(site: Site) -> SitePage:
    """What named people said: of each side as many as of the other, with what was said against it."""
    record, citations = site.register.record, Citations(site.register.record.sources)
    found = {side: [point for point in record.points_in_use if point.side is side] for side in SIDES}
    ranked = {side: sorted(said, key=point_order) for side, said in found.items()}
    most = min(map(len, ranked.values()), default=0)
    told = {side: [quotation(site, point, citations, set()) for point in said[:most]] for side, said in ranked.items()}
    known = citations.sources
    return site.render(
        "sides.html",
        addresses.SIDES,
        sentences.SIDES,
        own_words=points.OWN_WORDS,
        sides=[
            (
                points.SIDES[side],
                len(ranked[side]),
                [
                    (addresses.act_anchor(point.id), both(pair, known))
                    for point, pair in zip(ranked[side], quoted, strict=False)
                ],
            )
            for side, quoted in told.items()
        ],
        retired=retired_points(site),
        sources=listed_sources(known),
    )


def unknown(site: Site) -> SitePage:
    """What the record does not know: ties of which nobody says whether they stand, and those nobody looked for."""
    register = site.register
    ties = register.record.ties.values()
    open_ = _standing(register, Standing.UNCONFIRMED)
    never = [tie for tie in ties if not tie.searches]
    return site.render(
        "unknown.html",
        addresses.UNKNOWN,
        sentences.UNKNOWN,
        open=[tie_row(site, tie) for tie in open_[:MOST_LISTED]],
        more_open=sentences.more_in_data(len(open_) - MOST_LISTED) if len(open_) > MOST_LISTED else "",
        never=[tie_row(site, tie) for tie in never[:MOST_LISTED]],
        more_never=sentences.more_in_data(len(never) - MOST_LISTED) if len(never) > MOST_LISTED else "",
        no_year=figure_sentences.numbered(sum(tie.since is None for tie in ties), "tie"),
        wikipedia=figure_sentences.numbered(sum(only_wikipedia(tie, register.record.sources) for tie in ties), "tie"),
        searched=last_searches(tuple(ties)),
        counted=figure_sentences.numbered(len(open_), "tie"),
    )


def data(site: Site) -> SitePage:
    """The files to work with, what their columns mean, and the feeds."""
    return site.render(
        "data.html",
        addresses.DATA,
        sentences.DATA,
        feed=addresses.ALL_FEED,
        files=data_files,
        sheet=SHEET,
        sheet_columns=SHEET_COLUMNS,
        tables=TABLES,
        schema=SCHEMA_VERSION,
        months=[(month, len(found)) for month, found in reversed(data_files.changes(site.register).items())],
        states=[(site.state_name(code), addresses.state_feed(code)) for code in site.by_state],
    )


def gone(site: Site, path: str, title: str, until: date | None) -> SitePage:
    """What stands at an address that has no page any more."""
    return site.render("gone.html", path, sentences.GONE, was=title, until=sentences.gone_since(until))


def newest_acts(register: Register) -> list[list[tuple[Tie, Act]]]:
    """The newest acts in force, the newest first; what one actor said or did on one day of several ties is one, and two
    acts of one tie are two.
    """
    together: dict[tuple[object, ...], list[tuple[Tie, Act]]] = defaultdict(list)
    for tie in register.record.ties.values():
        before = Counter[tuple[object, ...]]()
        for act in acts_in_force(tie.acts):
            what = act.date, act.kind, act.actor
            together[*what, before[what]].append((tie, act))
            before[what] += 1
    return nlargest(NEWEST_ACTS, together.values(), key=lambda found: (found[0][1].date.first, found[0][1].id))


def _tiles(site: Site, found: Figures, state: str = "") -> list[tuple[str, str, str]]:
    """Every standing's figure, and where its ties are listed; nowhere, if it has none or no page lists every tie."""
    return [
        (addresses.narrowed(standing, state) if site.lists_all and found.standings[standing] else "", count, more)
        for standing, (count, more) in zip(TOLD_ORDER, figure_lines(found), strict=False)
    ]


def _standing(register: Register, standing: Standing) -> list[Tie]:
    """The ties that stand so."""
    return [tie for tie in register.record.ties.values() if register.status(tie.id).standing is standing]


def _ended_by_vote(register: Register) -> list[str]:
    """The ties that a vote ended, by their names."""
    ended = _standing(register, Standing.ENDED)
    bases = ((tie, register.status(tie.id).basis) for tie in ended)
    return [pair_name(tie, register) for tie, basis in bases if basis is not None and is_by_vote(basis)]


def _decided_again(register: Register) -> list[str]:
    """The ties of which the timeline has more than one decision, by their names."""
    many = Counter(made.tie for made in decisions(register.record.ties.values()))
    return [pair_name(register.tie(tie), register) for tie, times in many.items() if times > 1]


def _counted(site: Site) -> str:
    """How much there is."""
    record = site.register.record
    ties = figure_sentences.numbered(len(record.ties), "tie")
    return f"{ties} and {figure_sentences.numbered(len(record.sources), 'source')}, {as_of(site.asof)}."
