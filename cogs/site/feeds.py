"""Feeds of what changed (Atom, RFC 4287): of all ties, of a state, of a tie.

An entry is an act with all that corrected it: it keeps its id when it is corrected or withdrawn, says what was wrong,
and counts as updated on that day. Ids name no address, so that a site may move without telling everything anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nlargest
from urllib.parse import quote

from cogs.site import addresses, sentences
from cogs.site.site import Site
from cogs.wording import history
from cogs.wording.act_sentences import act_told
from cogs.wording.names import pair_name, tie_name
from cogs.wording.sources import best_sources, source_line
from db.record.act_kinds import ACT_KINDS
from db.record.derivation import lineage
from db.record.models import Act, Source, Tie

NEWEST = 50
_MOST_SOURCES = 3
# A name that nobody can own: ids stay the same wherever the site is, whoever runs it.
_TAG = "tag:tiewatch.invalid,2026:"


@dataclass(frozen=True, slots=True)
class Entry:
    """An act as a feed tells it. ``link`` is the full address if the site's is known, else one from the feed."""

    id: str
    title: str
    link: str
    published: date
    updated: date
    summary: Sequence[str]


def feeds(site: Site) -> Iterator[tuple[str, str]]:
    """Every feed by its path."""
    newest = nlargest(NEWEST, _acts_of(site.register.record.ties.values()), key=lambda item: _rank(site, *item))
    yield addresses.ALL_FEED, _feed(site, addresses.ALL_FEED, sentences.FEED_OF_ALL, addresses.HOME, newest)
    for code, ties in site.by_state.items():
        path, to = addresses.state_feed(code), addresses.state_page(code)
        found = nlargest(NEWEST, _acts_of(ties), key=lambda item: _rank(site, *item))
        yield path, _feed(site, path, sentences.feed_of(site.state_name(code)), to, found)
    for tie in site.register.record.ties.values():
        path, to = addresses.tie_feed(tie.id), addresses.tie_page(tie.id)
        found = sorted(_acts_of([tie]), key=lambda item: _rank(site, *item), reverse=True)
        yield path, _feed(site, path, sentences.feed_of(tie_name(tie, site.register)), to, found)


def _acts_of(ties: Iterable[Tie]) -> Iterator[tuple[Tie, Act]]:
    return ((tie, act) for tie in ties for act in _current(tie))


def _current(tie: Tie) -> Iterator[Act]:
    """The acts that no other corrects, withdrawn ones too."""
    replaced = {act.replaces for act in tie.acts}
    return (act for act in tie.acts if act.id not in replaced)


def _feed(site: Site, path: str, title: str, to: str, found: Sequence[tuple[Tie, Act]]) -> str:
    entries = [_entry(site, path, tie, act) for tie, act in found]
    updated = max((entry.updated for entry in entries), default=site.asof)
    return site.template("feed.atom").render(
        id=f"{_TAG}{path.removesuffix('.atom')}",
        title=sentences.page_title(title),
        author=sentences.NAME,
        subtitle=sentences.WHAT_IT_IS,
        myself=site.absolute(path) if site.address else "",
        page=_address(site, path, to),
        updated=updated or date.min,
        entries=entries,
    )


def _entry(site: Site, path: str, tie: Tie, act: Act) -> Entry:
    names = lineage(act.id, tie.acts)
    first = next(known for known in tie.acts if known.id == names[-1])
    told = (
        history.withdrawn(act.retracted) if act.retracted else "",
        history.corrects(act.replaces_why) if act.replaces_why else "",
        act_told(act),
        *(source_line(source) for source in _sources(site, act)),
    )
    kind = ACT_KINDS[act.kind].label
    title = f"{pair_name(tie, site.register)}: {kind}"
    return Entry(
        f"{_TAG}act/{quote(names[-1])}",
        sentences.entry_title(title, corrected=len(names) > 1, withdrawn=act.retracted is not None),
        _address(site, path, f"{addresses.tie_page(tie.id)}#{addresses.act_anchor(act.id)}"),
        _came(first),
        _changed(site, tie, act),
        [text for text in told if text],
    )


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
