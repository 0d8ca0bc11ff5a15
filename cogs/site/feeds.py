"""Feeds of what came on record (Atom, RFC 4287): of all ties, of a state, of a tie.

A feed has the newest entries, and leads to an archive of each year with all of them, or has all and says so (RFC 5005).

An entry is an act with all that corrected it: it keeps its id when it is corrected or withdrawn, says what was wrong,
and counts as updated on that day. Ids name no address, so that a site may move without telling everything anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import quote

from cogs.site import addresses, sentences
from cogs.site.site import Site
from cogs.wording import history
from cogs.wording.act_phrases import in_full
from cogs.wording.act_sentences import act_told
from cogs.wording.names import pair_name, tie_name
from cogs.wording.sources import best_sources, source_line
from db.record.act_kinds import ACT_KINDS
from db.record.derivation import lineage
from db.record.models import Act, Source, Tie
from db.record.values import value

NEWEST = 50
_MOST_SOURCES = 3
# A name that nobody can own: ids stay the same wherever the site is, whoever runs it.
_TAG = "tag:tiewatch.invalid,2026:"


@value
class FeedEntry:
    """An act as a feed tells it. ``link`` is the full address if the site's is known, else one from the feed."""

    id: str
    title: str
    link: str
    published: date
    updated: date
    summary: Sequence[str]


@value
class _About:
    """What a feed is about: its own path, its title and the page it belongs to.

    ``before`` and ``after`` are the archives next to it, by their paths; ``archive`` is that of an archive itself.
    """

    path: str
    title: str
    to: str
    before: str = ""
    after: str = ""
    archive: str = ""


def feeds(site: Site) -> Iterator[tuple[str, str]]:
    """Every feed by its path, each with what is archived of it."""
    ties = site.register.record.ties.values()
    yield from _with_archives(site, _About(addresses.ALL_FEED, sentences.FEED_OF_ALL, addresses.HOME), ties)
    for code, found in site.by_state.items():
        title, to = sentences.feed_of(site.state_name(code)), addresses.state_page(code)
        yield from _with_archives(site, _About(addresses.state_feed(code), title, to), found)
    for tie in ties:
        title, to = sentences.feed_of(tie_name(tie, site.register)), addresses.tie_page(tie.id)
        about = _About(addresses.tie_feed(tie.id), title, to)
        yield about.path, _feed(site, about, _ranked(site, [tie]))


def _with_archives(site: Site, about: _About, ties: Iterable[Tie]) -> Iterator[tuple[str, str]]:
    """A feed; if it is cut to the newest, then with an archive of each year, in which all of that year stands."""
    every = _ranked(site, ties)
    if len(every) <= NEWEST:
        yield about.path, _feed(site, about, every)
        return
    years: dict[int, list[tuple[Tie, Act]]] = defaultdict(list)
    for tie, act in every:
        years[_came(_first(tie, act)).year].append((tie, act))
    chain = [addresses.feed_archive(about.path, year) for year in sorted(years)]
    yield about.path, _feed(site, replace(about, before=chain[-1]), every[:NEWEST])
    for number, year in enumerate(sorted(years)):
        earlier, later = (*chain[number - 1 : number], ""), (*chain[number + 1 : number + 2], "")
        archive = replace(about, archive=chain[number], before=earlier[0], after=later[0])
        yield archive.archive, _feed(site, archive, years[year])


def _ranked(site: Site, ties: Iterable[Tie]) -> list[tuple[Tie, Act]]:
    return sorted(_acts_of(ties), key=lambda item: _rank(site, *item), reverse=True)


def _acts_of(ties: Iterable[Tie]) -> Iterator[tuple[Tie, Act]]:
    return ((tie, act) for tie in ties for act in _current(tie))


def _current(tie: Tie) -> Iterator[Act]:
    """The acts that no other corrects, withdrawn ones too."""
    replaced = {act.replaces for act in tie.acts}
    return (act for act in tie.acts if act.id not in replaced)


def _feed(site: Site, about: _About, found: Sequence[tuple[Tie, Act]]) -> str:
    path = about.archive or about.path
    entries = [_entry(site, path, tie, act) for tie, act in found]
    updated = max((entry.updated for entry in entries), default=site.asof)
    links = {
        "current": about.path if about.archive else "",
        "prev-archive": about.before,
        "next-archive": about.after,
    }
    return site.template("feed.atom").render(
        id=f"{_TAG}{about.path.removesuffix('.atom')}",
        title=sentences.page_title(about.title),
        author=sentences.NAME,
        subtitle=sentences.WHAT_IT_IS,
        myself=site.absolute(path) if site.address else "",
        page=_address(site, path, about.to),
        updated=updated or date.min,
        links=[(rel, _address(site, path, to)) for rel, to in links.items() if to],
        is_archive=bool(about.archive),
        is_complete=not about.archive and not about.before,
        entries=entries,
    )


def _entry(site: Site, path: str, tie: Tie, act: Act) -> FeedEntry:
    first = _first(tie, act)
    told = (
        history.withdrawn(act.retracted) if act.retracted else "",
        history.corrects(act.replaces_why) if act.replaces_why else "",
        act_told(act),
        in_full(act) if act.said is None else "",
        history.hearing_was_set(act) if act.hearing else "",
        *(source_line(source) for source in _sources(site, act)),
    )
    kind = ACT_KINDS[act.kind].label
    title = f"{pair_name(tie, site.register)}: {kind}"
    return FeedEntry(
        f"{_TAG}act/{quote(first.id)}",
        sentences.entry_title(title, corrected=first is not act, withdrawn=act.retracted is not None),
        _address(site, path, f"{addresses.tie_page(tie.id)}#{addresses.act_anchor(act.id)}"),
        _came(first),
        _changed(site, tie, act),
        [text for text in told if text],
    )


def _first(tie: Tie, act: Act) -> Act:
    """The act that this one, and what stood between, put right; itself if it corrects none."""
    name = lineage(act.id, tie.acts)[-1]
    return next(known for known in tie.acts if known.id == name)


def _sources(site: Site, act: Act) -> Sequence[Source]:
    known = site.register.record.sources
    return best_sources(known[name] for name in act.sources if name in known)[:_MOST_SOURCES]


def _rank(site: Site, tie: Tie, act: Act) -> tuple[date, str]:
    return _changed(site, tie, act), act.id


def _came(act: Act) -> date:
    """When an act came on record; of what came with the first record, its own first possible day."""
    return act.recorded_on or act.date.first


def _changed(site: Site, tie: Tie, act: Act) -> date:
    """When what is told of an act last changed. The day of a withdrawal is known where the editors' log has it."""
    withdrawn = site.withdrawn.get(tie.id) if act.retracted else None
    return max(_came(act), withdrawn or date.min)


def _address(site: Site, feed: str, to: str) -> str:
    if not site.address:
        return addresses.from_page(feed, to)
    path, hash_, anchor = to.partition("#")
    return f"{site.absolute(path)}{hash_}{quote(anchor)}"
