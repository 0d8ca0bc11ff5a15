"""The dated local fact of a letter: what the record says, in its own sentences, and where that is read. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import assert_never

from cogs.letters import fact_sentences, hearing_words
from cogs.letters.letter_dates import on_date
from cogs.letters.subject import spoken
from cogs.wording.act_sentences import date_doubt, letter_sentence
from cogs.wording.dates import month_first, when
from cogs.wording.english import paragraph, small
from db.record.act_kinds import ActKind
from db.record.authorities import AUTHORITIES, VOTING, Authority, Role
from db.record.derivation import INVASION, Status, acts_in_force, earlier_word, last_search, search_since
from db.record.grades import GRADES
from db.record.listings import absent_since, is_sound, last_day, leading_pair, only_wikipedia
from db.record.models import Act, Listing, Precision, Source, Tie
from db.record.page_kinds import PageKind
from db.record.register import Register
from db.record.standings import Standing
from db.record.values import value
from db.store.letter_models import LetterFact

_Sources = Mapping[str, Source]

_SENTENCE_END = re.compile(r"(?<=[a-z0-9)”%]{2}\.) (?=[A-Z“])")
_VERB_FIRST = re.compile(r"(?:[A-Z][a-z]+ed|Said|Wrote|Told|Made|Sent|Kept|Chose|Took|Gave|Put)\b(?! (?:by|as)\b)")
_BODY = re.compile(
    r"\b(?:Council|Commission|Assembly|Board|Committee|Department|Association|Alliance|City of|State of)\b"
)
_ASIDE = re.compile(r" \([^)]*\)")
_ORDER = re.compile(r", (?=Executive Order|Resolution|Order)")
_BY_WHAT = re.compile(r", (?:by|on|in) ")
_TOLD_TO = re.compile(r", to [^,]+$")
_BARE = re.compile(r"(?:The|Mayor|Governor|Deputy|President|Councilmember)\b")
_ORDINARY = ("Remaining ", "Members ", "Volunteers ", "Residents ")


def local_fact(tie: Tie, register: Register) -> LetterFact:
    """The fact that a letter about this tie rests on, and the standing and act it follows from."""
    status = register.status(tie.id)
    sources = register.record.sources
    if status.basis is None:
        return LetterFact(status.standing, None, *_unconfirmed(tie, register))
    origin = _origin(status.basis.sources, sources)
    text = paragraph([*_decided(tie, status, status.basis), origin.words, *_searched(tie, status, status.basis)])
    return LetterFact(status.standing, status.basis.id, text, origin.link)


def fact_with_hearing(tie: Tie, register: Register, today: date) -> LetterFact:
    """The same, and before it the hearing that is to come on a proposal of the place's own office."""
    fact = local_fact(tie, register)
    return replace(fact, text=paragraph([hearing_words.hearing_sentence(_hearing(tie, register, today)), fact.text]))


def _hearing(tie: Tie, register: Register, today: date) -> Act | None:
    return hearing_words.to_name(tie, register.place(tie.us), today)


def hearing_changed(frozen: LetterFact, tie: Tie, register: Register, today: date) -> bool:
    """Whether another hearing is to come than the one that the draft names, or none."""
    now = _hearing(tie, register, today)
    return hearing_words.hearing_sentence(hearing_words.named(frozen.text, tie)) != hearing_words.hearing_sentence(now)


def changed(frozen: LetterFact, tie: Tie, register: Register) -> bool:
    """Whether the tie stands on another act, or otherwise, than when the draft was built."""
    status = register.status(tie.id)
    return (frozen.standing, frozen.basis) != (status.standing, status.basis.id if status.basis else None)


def _decided(tie: Tie, status: Status, act: Act) -> Iterator[str]:
    """The act that a standing follows from; before it the council's own vote, where somebody else had the last word."""
    if status.against is not None:
        yield fact_sentences.ACCOUNTS_DIFFER
        yield from act_sentences(act)
        yield from act_sentences(status.against)
        return
    voted = earlier_word(tie, act, VOTING) if status.standing is Standing.ACTIVE else None
    if voted is not None and voted.vote and not act.vote:
        yield from act_sentences(voted)
    yield from act_sentences(act)


def act_sentences(act: Act) -> Iterator[str]:
    """An act as a letter tells it: the record's own sentence if it has one, the doubt of its date, its condition."""
    yield from [letter_sentence(act)] if act.said else _usual(act)
    # A month or a year says by itself that no day is known, and an act's own wording may say it.
    if act.date.precision is Precision.DAY and date_doubt(act):
        yield fact_sentences.day_in_doubt(act.date_basis)
    if act.condition and act.kind is ActKind.SUSPENDED:
        yield fact_sentences.condition_on_record(month_first(act.condition))


def _searched(tie: Tie, status: Status, act: Act) -> Iterator[str]:
    found = search_since(tie, act)
    if found and status.standing is not Standing.ENDED:
        yield fact_sentences.no_later_decision_found(found.date)


def _usual(act: Act) -> Iterator[str]:
    """An act without a sentence of its own: by its summary where that begins with what was done, else by its kind."""
    done = _SENTENCE_END.split(act.summary)[0].split(";")[0]
    if not _VERB_FIRST.match(done):
        yield from _by_kind(act)
        return
    # The date is said once, where the sentence begins.
    did = month_first(done).replace(f" {on_date(act.date)}", "", 1)
    yield fact_sentences.on_day_actor_did(act.date, _TOLD_TO.sub("", _actor(act)), did)
    if act.vote and act.vote not in done:
        yield fact_sentences.vote_was(act.vote)


def _by_kind(act: Act) -> Iterator[str]:
    yield _what_was_done(act)
    if act.vote:
        yield fact_sentences.vote_was(act.vote)


def _what_was_done(act: Act) -> str:
    match act.kind:
        case ActKind.SUSPENDED:
            return fact_sentences.was_suspended(act.date, _decider(act))
        case ActKind.ENDED:
            return fact_sentences.was_ended(act.date, _decider(act))
        case ActKind.RESUMED:
            return fact_sentences.was_resumed(act.date, _decider(act))
        case ActKind.DORMANT:
            return fact_sentences.without_contact(act.date, _bare(act))
        case ActKind.KEPT | ActKind.CONFIRMED:
            return _affirmed(act)
        case ActKind.ESTABLISHED | ActKind.PROPOSED | ActKind.STATEMENT:
            return fact_sentences.word_on_record(act.date, _bare(act))
        case _:
            assert_never(act.kind)


def _affirmed(act: Act) -> str:
    """Who said that a tie stands, and when: an office, the city's own page, or somebody else."""
    by, role = _bare(act), AUTHORITIES[act.authority].role
    match role:
        case Role.OFFICE:
            return fact_sentences.last_word_left_it(act.date, by)
        case Role.CITY:
            return fact_sentences.newest_official_mention(act.date, by)
        case Role.OUTSIDER:
            return fact_sentences.last_reported(act.date, by)
        case _:
            assert_never(role)


def _unconfirmed(tie: Tie, register: Register) -> tuple[str, str]:
    """What shows the two as partners, what was said of them here, and that nobody says whether the tie stands; a link.

    The older of page and word comes first, and the link is that of the page, if there is one.
    """
    us, ru = spoken(register.place(tie.us)), register.place(tie.ru).name
    sources = register.record.sources
    listing = leading_pair(tie, sources)
    words = [act for act in acts_in_force(tie.acts) if _is_word_of_this_side(act)][-1:]
    said: list[tuple[date, str]] = []
    links: list[str] = []
    if listing is not None:
        named = (
            fact_sentences.only_wikipedia(us, ru) if only_wikipedia(tie, sources) else _page(listing, us, ru, sources)
        )
        said.append((last_day(listing), named))
        links.append(_origin(listing.sources, sources).link)
    for act in words:
        origin = _origin(act.sources, sources)
        said.append((act.date.last, paragraph([*act_sentences(act), origin.words])))
        links.append(origin.link)
    if absence := absent_since(tie, last_day(listing) if listing else INVASION):
        said.append((last_day(absence), fact_sentences.page_tells(absence.date, month_first(absence.says))))
    text = paragraph([*(sentence for _, sentence in sorted(said)), _nothing_says(tie, us, ru, known=bool(links))])
    return text, next(filter(None, links), "")


def _nothing_says(tie: Tie, us: str, ru: str, *, known: bool) -> str:
    """That nobody says whether the tie stands; ``known`` tells whether anything names the two at all."""
    found = last_search(tie)
    if known:
        return fact_sentences.nothing_says_it_stands(found.date) if found else fact_sentences.NOTHING_SAYS_IT_STANDS
    return fact_sentences.no_page_found(us, ru, found.date) if found else fact_sentences.no_page_says(us, ru)


def _is_word_of_this_side(act: Act) -> bool:
    """Whether an act is since the invasion, and of somebody who can be asked about it here."""
    return act.date.last >= INVASION and act.authority is not Authority.PARTNER


def _page(listing: Listing, us: str, ru: str, sources: _Sources) -> str:
    """The page that shows the two as partners: whose it is, or what it is where it is copied together.

    A sentence of the record that tells the day says of what it is. Of a list that a page printed, "as of" would make
    that page a witness of how things stood on the day.
    """
    known = [sources[name] for name in listing.sources if name in sources]
    if not is_sound(listing, sources):
        kind = next((source.page_kind for source in known), PageKind.OTHER)
        return fact_sentences.weak_page_names(us, ru, kind, listing.date)
    if listing.date is not None and when(listing.date) in listing.says:
        return fact_sentences.page_tells(listing.date, month_first(listing.says))
    return fact_sentences.page_names(us, ru, _whose(min(known, key=_rank)), listing.date)


def _whose(source: Source) -> str:
    return fact_sentences.whose(source.publisher, source.page_kind, state_media=source.state_media)


@value
class _Origin:
    """Where a fact is read: the link that a letter may give, or, where there is none, a sentence that names it."""

    link: str = ""
    words: str = ""


def _origin(ids: Iterable[str], sources: _Sources) -> _Origin:
    known = sorted((sources[name] for name in ids if name in sources), key=_rank)
    citable = next((source for source in known if may_be_cited(source)), None)
    if citable is not None:
        return _Origin(link=citable.url)
    return _Origin(words=named_in_words(known[0])) if known else _Origin()


def named_in_words(source: Source) -> str:
    """Where something is read, without a link: the outlet and the day; of a copied text the outlet that wrote it."""
    if source.mirror_of:
        return fact_sentences.reported_by(fact_sentences.outlet(source.mirror_of), None)
    return fact_sentences.reported_by(_whose(source), source.published)


def may_be_cited(source: Source) -> bool:
    """Whether a letter may give a source's address.

    One that an editor entered without saying what its page is may be, unless it is a tip, a copy or a state medium.
    """
    is_undescribed = source.page_kind is PageKind.OTHER and source.country is None
    is_weak = source.state_media or GRADES[source.grade].copied or GRADES[source.grade].unchecked
    return source.citable_in_letter or (is_undescribed and not is_weak and source.mirror_of is None)


def _rank(source: Source) -> tuple[bool, str]:
    return source.state_media, source.grade


def _actor(act: Act) -> str:
    """The actor inside a sentence: a body with its article, a person or a paper as they are."""
    name = _bare(act)
    if name.startswith(_ORDINARY):
        return small(name)
    first = name.split(",")[0]
    return f"the {name}" if _BODY.search(first) and not _BARE.match(first) else name


def _decider(act: Act) -> str:
    """The same without by what paper or on whose word, where that stands behind the name."""
    return _BY_WHAT.split(_actor(act))[0]


def _bare(act: Act) -> str:
    return _ORDER.sub(", by ", _ASIDE.sub("", act.actor))
