"""Which sentences say how a tie stands, and what is known besides. Pure.

Nearly every standing is old news, so a sentence says who said it and when, and never "is" for what was. Nothing is said
to be missing, or newest, that the record refutes. The sentences themselves stand in ``sentences``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from cogs.wording import act_phrases, age_sentences, beginning_sentences, hearing_sentences, page_sentences, sentences
from cogs.wording.act_sentences import act_sentence, act_told, beside, evidence_told, first_clause
from cogs.wording.blocks import Line
from cogs.wording.english import paragraph, untold
from cogs.wording.leads import Asked, act_asked_for, lead, stands_by_decision
from cogs.wording.names import body_of
from cogs.wording.sources import Citations
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import AUTHORITIES, OF_THE_CITY, VOTING, Authority, Role
from db.record.derivation import (
    INVASION,
    Freshness,
    Status,
    acts_after,
    acts_in_force,
    earlier_word,
    evidence,
    freshness,
    has_vote,
    last_search,
    search_since,
)
from db.record.listings import absent_since, is_sound, last_day, leading_pair, only_wikipedia, own_page
from db.record.models import Act, Listing, PartialDate, Source, Tie
from db.record.page_kinds import PageKind
from db.record.register import Register

_Sources = Mapping[str, Source]
# So many of the newest words are told of a tie of which nobody says whether it stands.
_MOST_WORDS = 2
# Those who neither run a tie in America nor speak for its place.
_NOT_OF_ITS_SIDE = frozenset({Authority.PARTNER, Authority.PRESS})
_OR_LATER = re.compile(r"\bor (?:after|later)\b")
_OF_A_DECISION = re.compile(r"\b(?:vote|voted|resolution|decision)\b", re.IGNORECASE)


def answer_lines(tie: Tie, register: Register, citations: Citations, asked: Asked = Asked.STATUS) -> tuple[Line, ...]:
    """The answer to what is asked of a tie, in its first words; then, where another act answers it, how it stands."""
    status = register.status(tie.id)
    sources = register.record.sources
    first = lead(tie, status, register, asked)
    act = act_asked_for(tie, status, asked)
    if act is None or _begins_with(act, _standing_told(tie, status, register, Citations(sources))):
        return (_line(first, _standing_told(tie, status, register, citations)),)
    told = act_told(act, citations.cite_best(act.sources), evidence(act, sources))
    standing = untold(paragraph(_standing_told(tie, status, register, citations)), told)
    return _line(first, (told,)), _line(lead(tie, status, register), (standing,))


def _begins_with(act: Act, told: Sequence[str]) -> bool:
    """Whether what is told of a standing begins with an act."""
    return paragraph(told).startswith(first_clause(act).removesuffix("."))


def standing_line(tie: Tie, register: Register, citations: Citations) -> Line:
    """How a tie stands, and what is newer: one paragraph, whose first words are bold."""
    status = register.status(tie.id)
    told = _standing_told(tie, status, register, citations)
    return _line(lead(tie, status, register), [*told, *newer(tie, status, citations), *last_looked(tie, status)])


def _line(strong: str, told: Sequence[str]) -> Line:
    return Line(f" {paragraph(told)}", strong)


def _standing_told(tie: Tie, status: Status, register: Register, citations: Citations) -> Sequence[str]:
    """What a standing follows from, a sentence each."""
    sources = register.record.sources
    if status.basis is None:
        return [*_unconfirmed(tie, register, citations)]
    if status.against is not None:
        one, other = (_disputed_word(act, sources, citations) for act in (status.basis, status.against))
        return [sentences.disputed(one, other)]
    return [*_decided(tie, status.basis, sources, citations), *_follows(tie, status.basis, citations)]


def _decided(tie: Tie, act: Act, sources: _Sources, citations: Citations) -> Iterator[str]:
    """The act that a standing follows from, and a word of more weight before it."""
    decision = stands_by_decision(tie, act) if ACT_KINDS[act.kind].leads_to and not ACT_KINDS[act.kind].lifts else None
    if decision is not None:
        yield act_told(decision, citations.cite_best(decision.sources))
        told = act_told(act, citations.cite_best(act.sources), evidence(act, sources))
        yield sentences.newest_word(act, told)
        return
    yield _told(act, sources, citations)
    before = _before(tie, act)
    if before is not None:
        yield sentences.before_that(before, act_sentence(before, _cite(before, citations)))
    elif act.kind not in {ActKind.KEPT, ActKind.CONFIRMED} or act.vote:
        return
    elif not has_vote(tie) and not _is_outsiders(act) and act.authority not in VOTING and not _speaks_of_vote(act):
        yield sentences.NO_VOTE_FOUND


def _before(tie: Tie, act: Act) -> Act | None:
    """An earlier word of more weight than an act by which a tie stands, or lies still; None if there is none."""
    if act.kind is ActKind.DORMANT and act.authority in _NOT_OF_ITS_SIDE:
        before = earlier_word(tie, act, frozenset(Authority) - _NOT_OF_ITS_SIDE)
        return before if before is not None and before.kind is ActKind.DORMANT else None
    if act.kind not in {ActKind.KEPT, ActKind.CONFIRMED} or act.vote:
        return None
    before = earlier_word(tie, act, OF_THE_CITY if _is_outsiders(act) else VOTING)
    return before if before is not None and (before.vote or ACT_KINDS[before.kind].leads_to) else None


def _is_outsiders(act: Act) -> bool:
    return AUTHORITIES[act.authority].role is Role.OUTSIDER


def _speaks_of_vote(act: Act) -> bool:
    """Whether an act's own words say themselves what vote or decision there was, or that there was none."""
    return act.said is not None and _OF_A_DECISION.search(act.said) is not None


def _told(act: Act, sources: _Sources, citations: Citations) -> str:
    """An act in its own words, or behind the word for how the tie stands in the usual ones, and what stands beside."""
    marks, found = citations.cite_act(act), evidence(act, sources)
    if act.said is not None:
        return act_told(act, marks, found)
    return paragraph([act_phrases.decided(act, marks), evidence_told(found), *beside(act)])


def _follows(tie: Tie, act: Act, citations: Citations) -> Iterator[str]:
    """What belongs to the standing: that no condition is on record, since when a tie was that was ended."""
    if act.kind is ActKind.SUSPENDED and not act.condition:
        yield sentences.NO_CONDITION
    if act.kind is ActKind.ENDED and tie.since is not None:
        yield founding(tie, citations)


def newer(tie: Tie, status: Status, citations: Citations) -> tuple[str, ...]:
    """What is on record after the act that decides, and decides nothing: the newest of it, and the newest proposal."""
    if status.basis is None or status.against is not None:
        return ()
    after = acts_after(tie, status.basis)
    proposed = [act for act in after[:-1] if act.kind is ActKind.PROPOSED][-1:]
    return tuple(
        act_phrases.decides_nothing(act, act_told(act, citations.cite_best(act.sources)))
        for act in (*proposed, *after[-1:])
    )


def last_looked(tie: Tie, status: Status) -> tuple[str, ...]:
    """What was found when somebody last looked, of a tie whose standing follows from an act."""
    if status.basis is None or status.against is not None:
        return ()
    found = search_since(tie, status.basis)
    if found is None:
        return (age_sentences.NOBODY_SEARCHED_SINCE,)
    if acts_after(tie, status.basis) or status.basis.kind is ActKind.SUSPENDED:
        return (age_sentences.no_later_decision_found(found.date),)
    return (age_sentences.nothing_newer_found(found.date),)


def age_of_word(tie: Tie, status: Status, today: date) -> tuple[str, ...]:
    """How old the word is that a standing rests on, unless it is current, or may be newer than it says."""
    newest = status.newest
    if newest is None or freshness(newest, today) is Freshness.CURRENT or _may_be_newer(newest):
        return ()
    is_newer_of_two = status.against is not None or _before(tie, newest) is not None
    return (age_sentences.age(newest, today, is_newer_of_two=is_newer_of_two),)


def _may_be_newer(act: Act) -> bool:
    """Whether an act's own words give the earliest day of a page only, so that nobody knows how old it is."""
    return act.said is not None and _OR_LATER.search(act.said) is not None


def _disputed_word(act: Act, sources: _Sources, citations: Citations) -> str:
    told = act_told(act, citations.cite_best(act.sources), evidence(act, sources))
    return sentences.disputed_word(act, told)


def _unconfirmed(tie: Tie, register: Register, citations: Citations) -> Iterator[str]:
    """What page shows the pair, the newest words, and that nothing says whether it stands."""
    sources = register.record.sources
    newest = [act for act in acts_in_force(tie.acts) if act.date.last >= INVASION][-_MOST_WORDS:]
    listing = leading_pair(tie, sources)
    if listing is not None:
        yield _shown(tie, listing, register, citations)
        if other := own_page(tie, listing, sources):
            yield page_sentences.shown_on_page(other, citations.cite_best(other.sources))
    for act in newest:
        yield act_told(act, citations.cite_best(act.sources))
        if act.said is None:
            yield act_phrases.in_full(act)
    found = last_search(tie)
    looked = age_sentences.searched(found.date if found else None)
    if newest or (listing is None and acts_in_force(tie.acts)):
        yield sentences.unconfirmed(looked)
    elif listing is not None:
        is_dated = listing.date is not None and not only_wikipedia(tie, sources)
        yield sentences.unconfirmed_since(looked, is_dated=is_dated)
    elif tie.since_source is not None:
        yield sentences.unconfirmed_but_for_its_year(looked, citations.cite([tie.since_source]))
    else:
        yield sentences.unconfirmed_without_page(looked)


def _shown(tie: Tie, listing: Listing, register: Register, citations: Citations) -> str:
    """What page shows the pair: nothing is told to show it that does not, and what is weak is told as what it is."""
    marks, sources = citations.cite_best(listing.sources), register.record.sources
    known = [sources[name] for name in listing.sources if name in sources]
    if only_wikipedia(tie, sources):
        return page_sentences.only_on_wikipedia(marks, body_of(tie, register))
    if is_sound(listing, sources):
        return page_sentences.shown_on_page(listing, marks)
    kind = known[0].page_kind if known else PageKind.OTHER
    return page_sentences.shown_on_weak_page(kind, listing, marks)


def absence(tie: Tie, register: Register, citations: Citations) -> str | None:
    """That a page names partners without this one, unless what the standing rests on is newer; None if none does."""
    sources = register.record.sources
    basis = register.status(tie.id).newest
    pair = leading_pair(tie, sources) if basis is None else None
    since = basis.date.first if basis else (pair and last_day(pair)) or date.min
    listing = absent_since(tie, since)
    return page_sentences.absent(listing, citations.cite_best(listing.sources)) if listing else None


def hearings(tie: Tie, today: date, citations: Citations) -> tuple[str, ...]:
    """A sentence for each hearing that is to come, or of which nothing later says what came of it."""
    acts = acts_in_force(tie.acts)
    last = max((act.date.last for act in acts), default=date.min)
    return tuple(_hearing(tie, act, today, citations) for act in acts if act.hearing and act.hearing > min(today, last))


def _hearing(tie: Tie, act: Act, today: date, citations: Citations) -> str:
    assert act.hearing is not None
    marks = _cite(act, citations)
    if act.hearing_cancelled:
        return hearing_sentences.hearing_cancelled(act, marks)
    if act.hearing < today:
        return hearing_sentences.hearing_unresolved(act, marks)
    if any(ACT_KINDS[later.kind].decides for later in acts_after(tie, act)):
        return hearing_sentences.hearing_before_decision(act, marks)
    return hearing_sentences.hearing_to_come(act, marks)


def founding(tie: Tie, citations: Citations) -> str:
    """When a tie was made, with its source; that it is not known, where it is not."""
    note = tie.since_note or ""
    if tie.since is None:
        return beginning_sentences.made_unknown(note)
    return beginning_sentences.made(tie.since, note, citations.cite([tie.since_source] if tie.since_source else []))


def _cite(act: Act, citations: Citations) -> str:
    return citations.cite_best(act.sources)


def last_searches(ties: Sequence[Tie]) -> str:
    """A sentence about the last search for news of each of some ties; an empty text if there are none."""
    return last_searches_of([search.date if (search := last_search(tie)) else None for tie in ties])


def last_searches_of(days: Sequence[PartialDate | None]) -> str:
    """The same from the days of the last searches; None for a tie that nobody has searched for."""
    found = [value for value in days if value is not None]
    if not found:
        return age_sentences.NOBODY_SEARCHED if days else ""
    never = len(days) - len(found)
    first, last = min(found, key=_first_day), max(found, key=_first_day)
    if first == last:
        return age_sentences.all_searched_but(first, never) if never else age_sentences.all_searched(first)
    return age_sentences.each_searched_but(first, last, never) if never else age_sentences.each_searched(first, last)


def _first_day(value: PartialDate) -> date:
    return value.first
