"""The one dated local fact of a letter, in a sentence a person would write, with its link. Pure.

Dates stand as the offices that are written to write them: ``April 4, 2022``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import assert_never

from cogs.letters.subject import spoken
from cogs.wording.english import full_stop
from db.record.act_kinds import ActKind
from db.record.authorities import AUTHORITIES, OF_THE_CITY, Role
from db.record.derivation import Status, has_word_of, last_search, search_since
from db.record.models import Act, Listing, PartialDate, Precision, Source, Tie
from db.record.months import MONTHS
from db.record.register import Register
from db.record.standings import Standing
from db.store.models import LetterFact

_DAY_FIRST = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?\b")
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


def dated(value: PartialDate) -> str:
    """A date as exactly as it is known: ``April 4, 2022``, ``April 2022``, ``2022``."""
    month = MONTHS[value.first.month - 1]
    if value.precision is Precision.DAY:
        return f"{month} {value.first.day}, {value.first.year}"
    return f"{month} {value.first.year}" if value.precision is Precision.MONTH else str(value.first.year)


def on_date(value: PartialDate) -> str:
    """A date with its preposition: ``on April 4, 2022``, ``in April 2022``."""
    return f"{'on' if value.precision is Precision.DAY else 'in'} {dated(value)}"


def day(value: date) -> str:
    """A day in words: ``April 4, 2022``."""
    return dated(PartialDate(value))


def local_fact(tie: Tie, register: Register) -> LetterFact:
    """The fact that a letter about this tie rests on, and the standing and act it follows from."""
    status = register.status(tie.id)
    sources = register.record.sources
    if status.basis is None:
        listing = max(tie.listings, key=_listed, default=None)
        text = _listing_sentence(listing, tie, register)
        return LetterFact(status.standing, None, text, _link(listing.sources if listing else (), sources))
    text = _american(_sentence(tie, status, status.basis))
    told = text if status.standing is Standing.ENDED else _with_search(text, tie, status.basis)
    return LetterFact(status.standing, status.basis.id, told, _link(status.basis.sources, sources))


def changed(frozen: LetterFact, tie: Tie, register: Register) -> bool:
    """Whether the tie stands on another act, or otherwise, than when the draft was built."""
    status = register.status(tie.id)
    return (frozen.standing, frozen.basis) != (status.standing, status.basis.id if status.basis else None)


def _sentence(tie: Tie, status: Status, act: Act) -> str:
    if status.against is not None:
        against = status.against
        return (
            f"Accounts differ: {_actor(act)} gave one {on_date(act.date)}, "
            f"and {_actor(against)} another {on_date(against.date)}."
        )
    told = _SENTENCE_END.split(act.summary)[0].split(";")[0]
    if _VERB_FIRST.match(told):
        return _woven(act, told)
    return _by_kind(tie, act)


def _woven(act: Act, told: str) -> str:
    """``On April 4, 2022, the Juneau Assembly voted down the resolution … .``"""
    actor = _TOLD_TO.sub("", _actor(act))
    comma = "," if "," in actor else ""
    vote = f" The vote was {act.vote}." if act.vote and act.vote not in told else ""
    told = _american(told).replace(f" {on_date(act.date)}", "", 1)
    sentence = f"{_capital(on_date(act.date))}, {actor}{comma} {told[0].lower()}{told[1:]}"
    return full_stop(sentence) + vote


def _by_kind(tie: Tie, act: Act) -> str:
    actor, when, by = _actor(act), on_date(act.date) + _comma(act.date), _bare(act)
    match act.kind:
        case ActKind.SUSPENDED:
            return f"The tie was suspended {when} by {full_stop(actor)}{_vote(act)}"
        case ActKind.ENDED:
            return f"The tie was ended {when} by {full_stop(actor)}{_vote(act)}"
        case ActKind.RESUMED:
            return f"The tie was resumed {when} by {full_stop(actor)}{_vote(act)}"
        case ActKind.DORMANT:
            return f"The tie was reported to be without contact {on_date(act.date)} ({by}); no formal ending was found."
        case ActKind.KEPT | ActKind.CONFIRMED:
            return _affirmed(tie, act)
        # These lead to no standing, so that no letter rests on one.
        case ActKind.ESTABLISHED | ActKind.PROPOSED | ActKind.STATEMENT:
            return f"The last word on record is from {dated(act.date)} ({by})."
        case _:
            assert_never(act.kind)


def _affirmed(tie: Tie, act: Act) -> str:
    """Who said that a tie stands, and when: an office, the city's own page, or somebody else."""
    by, role = _bare(act), AUTHORITIES[act.authority].role
    match role:
        case Role.OFFICE:
            told = f"The last word on record is from {dated(act.date)} ({by}), and it left the tie in place."
            return f"{told}{_vote(act)}"
        case Role.CITY:
            return f"The newest official mention of the tie that was found is from {_loosely(act.date)} ({by})."
        case Role.OUTSIDER:
            reported = f"The tie was last reported to stand {on_date(act.date)} ({by})"
            known = has_word_of(tie, OF_THE_CITY)
            return f"{reported}." if known else f"{reported}; no word from the local government itself was found."
        case _:
            assert_never(role)


def _vote(act: Act) -> str:
    return f" The vote was {act.vote}." if act.vote else ""


def _comma(value: PartialDate) -> str:
    """After a full date inside a sentence: ``April 4, 2022,``."""
    return "," if value.precision is Precision.DAY else ""


def _loosely(value: PartialDate) -> str:
    return f"{dated(value)} or later" if value.precision is Precision.YEAR else dated(value)


def _listing_sentence(listing: Listing | None, tie: Tie, register: Register) -> str:
    pair = f"{spoken(register.place(tie.us))} and {register.place(tie.ru).name}"
    found = last_search(tie)
    searched = f"A search of public sources {on_date(found.date)}{_comma(found.date)} found" if found else ""
    if listing is None:
        nothing = f"no page that says how {pair} stand today"
        return f"{searched} {nothing}." if searched else f"{_capital(nothing)} was found."
    page = f"A page from {dated(listing.date)}" if listing.date else "An undated page"
    comma = _comma(listing.date) if listing.date else ""
    looked = f"{searched} nothing" if searched else "Nothing is known"
    return f"{page}{comma} shows {pair} as partners. {looked} newer that says whether they still are."


def _listed(listing: Listing) -> date:
    return listing.date.last if listing.date else date.min


def _with_search(text: str, tie: Tie, act: Act) -> str:
    found = search_since(tie, act)
    if found is None:
        return text
    return f"{text} A search of public sources {on_date(found.date)}{_comma(found.date)} found no later decision."


def _link(ids: Iterable[str], sources: Mapping[str, Source]) -> str:
    known = [sources[name] for name in ids if name in sources and sources[name].url]
    best = min(known, key=lambda source: (source.state_media, source.grade), default=None)
    return best.url if best else ""


def _actor(act: Act) -> str:
    """The actor inside a sentence: a body with its article, a person or a paper as they are."""
    name = _bare(act)
    if name.startswith(_ORDINARY):
        return name[0].lower() + name[1:]
    first = name.split(",")[0]
    return f"the {name}" if _BODY.search(first) and not _BARE.match(first) else name


def _bare(act: Act) -> str:
    return _ORDER.sub(", by ", _ASIDE.sub("", act.actor))


def _american(text: str) -> str:
    return _DAY_FIRST.sub(lambda m: f"{m[2]} {m[1]}" + (f", {m[3]}" if m[3] else ""), text)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
