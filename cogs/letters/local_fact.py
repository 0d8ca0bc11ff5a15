"""The one dated local fact of a letter, in a sentence a person would write, with its link. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from cogs.letters import sentences
from cogs.letters.letter_dates import american, on_date
from cogs.letters.subject import spoken
from cogs.wording.english import paragraph, small
from db.record.act_kinds import ActKind
from db.record.authorities import AUTHORITIES, OF_THE_CITY, Role
from db.record.derivation import Status, has_word_of, last_search, search_since
from db.record.listings import is_sound, leading_pair, only_wikipedia
from db.record.models import Act, Listing, Source, Tie
from db.record.page_kinds import PageKind
from db.record.register import Register
from db.record.standings import Standing
from db.store.models import LetterFact

_SENTENCE_END = re.compile(r"(?<=[a-z0-9)”%]{2}\.) (?=[A-Z“])")
_VERB_FIRST = re.compile(r"(?:[A-Z][a-z]+ed|Said|Wrote|Told|Made|Sent|Kept|Chose|Took|Gave|Put)\b(?! (?:by|as)\b)")
_BODY = re.compile(
    r"\b(?:Council|Commission|Assembly|Board|Committee|Department|Association|Alliance|City of|State of)\b"
)
_ASIDE = re.compile(r" \([^)]*\)")
_ORDER = re.compile(r", (?=Executive Order|Resolution|Order)")
_TOLD_TO = re.compile(r", to [^,]+$")
_BARE = re.compile(r"(?:The|Mayor|Governor|Deputy|President|Councilmember)\b")
_ORDINARY = ("Remaining ", "Members ", "Volunteers ", "Residents ")


def local_fact(tie: Tie, register: Register) -> LetterFact:
    """The fact that a letter about this tie rests on, and the standing and act it follows from."""
    status = register.status(tie.id)
    sources = register.record.sources
    if status.basis is None:
        listing = leading_pair(tie, sources)
        text = paragraph(_listed(listing, tie, register))
        return LetterFact(status.standing, None, text, _link(listing.sources if listing else (), sources))
    told = american(paragraph(_acted(tie, status, status.basis)))
    if status.standing is not Standing.ENDED and (found := search_since(tie, status.basis)):
        told = paragraph([told, sentences.no_later_decision_found(found.date)])
    return LetterFact(status.standing, status.basis.id, told, _link(status.basis.sources, sources))


def changed(frozen: LetterFact, tie: Tie, register: Register) -> bool:
    """Whether the tie stands on another act, or otherwise, than when the draft was built."""
    status = register.status(tie.id)
    return (frozen.standing, frozen.basis) != (status.standing, status.basis.id if status.basis else None)


def _acted(tie: Tie, status: Status, act: Act) -> Iterator[str]:
    """The act that the standing follows from: in the record's own words where they begin with what was done."""
    if status.against is not None:
        other = status.against
        yield sentences.accounts_differ(_actor(act), act.date, _actor(other), other.date)
        return
    told = _SENTENCE_END.split(act.summary)[0].split(";")[0]
    if not _VERB_FIRST.match(told):
        yield from _by_kind(tie, act)
        return
    # The date is said once, where the sentence begins.
    did = american(told).replace(f" {on_date(act.date)}", "", 1)
    yield sentences.on_day_actor_did(act.date, _TOLD_TO.sub("", _actor(act)), did)
    if act.vote and act.vote not in told:
        yield sentences.vote_was(act.vote)


def _by_kind(tie: Tie, act: Act) -> Iterator[str]:
    match act.kind:
        case ActKind.SUSPENDED:
            yield sentences.was_suspended(act.date, _actor(act))
        case ActKind.ENDED:
            yield sentences.was_ended(act.date, _actor(act))
        case ActKind.RESUMED:
            yield sentences.was_resumed(act.date, _actor(act))
        case ActKind.DORMANT:
            yield sentences.without_contact(act.date, _bare(act))
            return
        case ActKind.KEPT | ActKind.CONFIRMED:
            yield from _affirmed(tie, act)
            return
        # These lead to no standing, so that no letter rests on one.
        case ActKind.ESTABLISHED | ActKind.PROPOSED | ActKind.STATEMENT:
            yield sentences.last_word(act.date, _bare(act))
            return
        case _:
            assert_never(act.kind)
    if act.vote:
        yield sentences.vote_was(act.vote)


def _affirmed(tie: Tie, act: Act) -> Iterator[str]:
    """Who said that a tie stands, and when: an office, the city's own page, or somebody else."""
    by, role = _bare(act), AUTHORITIES[act.authority].role
    match role:
        case Role.OFFICE:
            yield sentences.last_word_left_it(act.date, by)
            if act.vote:
                yield sentences.vote_was(act.vote)
        case Role.CITY:
            yield sentences.newest_official_mention(act.date, by)
        case Role.OUTSIDER:
            yield sentences.last_reported(act.date, by, silent=not has_word_of(tie, OF_THE_CITY))
        case _:
            assert_never(role)


def _listed(listing: Listing | None, tie: Tie, register: Register) -> Iterator[str]:
    """The newest page that shows the tie, and what a search found."""
    us, ru = spoken(register.place(tie.us)), register.place(tie.ru).name
    found = last_search(tie)
    if listing is None:
        yield sentences.no_page_found(us, ru, found.date) if found else sentences.no_page_says(us, ru)
        return
    if only_wikipedia(tie, register.record.sources):
        yield sentences.only_wikipedia(us, ru)
        yield sentences.nothing_found(found.date) if found else sentences.NOTHING_KNOWN
        return
    yield sentences.page_shows(us, ru, _kind(listing, register.record.sources), listing.date)
    yield sentences.nothing_newer_found(found.date) if found else sentences.NOTHING_NEWER


def _kind(listing: Listing, sources: Mapping[str, Source]) -> PageKind:
    """What to call the page of a listing: a page, or what it is where that is no more than a blog or a copied list."""
    if is_sound(listing, sources):
        return PageKind.OTHER
    return next((sources[name].page_kind for name in listing.sources if name in sources), PageKind.OTHER)


def _link(ids: Iterable[str], sources: Mapping[str, Source]) -> str:
    known = [sources[name] for name in ids if name in sources and _may_be_cited(sources[name])]
    best = min(known, key=lambda source: (source.state_media, source.grade), default=None)
    return best.url if best else ""


def _may_be_cited(source: Source) -> bool:
    """Whether a letter may give a source's address: not where the record says what the page is, and that it may not."""
    is_undescribed = source.page_kind is PageKind.OTHER and source.country is None and not source.state_media
    return source.citable_in_letter or is_undescribed


def _actor(act: Act) -> str:
    """The actor inside a sentence: a body with its article, a person or a paper as they are."""
    name = _bare(act)
    if name.startswith(_ORDINARY):
        return small(name)
    first = name.split(",")[0]
    return f"the {name}" if _BODY.search(first) and not _BARE.match(first) else name


def _bare(act: Act) -> str:
    return _ORDER.sub(", by ", _ASIDE.sub("", act.actor))
