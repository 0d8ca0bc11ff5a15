"""Which sentences say how a tie stands, and what is known besides. Pure.

Nearly every standing is old news, so a sentence says who said it and when, and never "is" for what was. Nothing is said
to be missing, or newest, that the record refutes. The sentences themselves stand in ``sentences``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import assert_never

from cogs.wording import sentences
from cogs.wording.blocks import Line
from cogs.wording.sources import Citations
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import AUTHORITIES, OF_THE_CITY, VOTING, Role
from db.record.derivation import (
    INVASION,
    acts_after,
    acts_in_force,
    earlier_word,
    has_vote,
    has_word_of,
    is_weak_evidence,
    last_search,
    search_since,
)
from db.record.grades import GRADES
from db.record.listings import absent_since, is_sound, last_day, leading_pair, only_wikipedia
from db.record.models import Act, Source, Tie
from db.record.page_kinds import PageKind
from db.record.register import Register

_Sources = Mapping[str, Source]


def standing_line(tie: Tie, register: Register, citations: Citations) -> Line:
    """How a tie stands: a paragraph, whose first words are bold."""
    status = register.status(tie.id)
    sources = register.record.sources
    if status.basis is None:
        return _unconfirmed(tie, sources, citations)
    if status.against is not None:
        one, other = (_disputed_word(act, sources, citations) for act in (status.basis, status.against))
        return sentences.disputed(one, other)
    act = status.basis
    first = _decided(tie, act, sources, citations)
    return first.followed_by(*_follows(tie, act, citations), *_newer(tie, act, citations))


def _decided(tie: Tie, act: Act, sources: _Sources, citations: Citations) -> Line:
    """The act that a standing follows from: whose it is must show, for a vote and a word must not read alike."""
    marks, thin = citations.cite(act.sources), is_weak_evidence(act, sources)
    word = sentences.attribution(act, marks, thin=thin)
    match act.kind:
        case ActKind.SUSPENDED:
            return sentences.suspended(word)
        case ActKind.ENDED:
            return sentences.ended(word)
        case ActKind.DORMANT:
            return sentences.without_contact(act, marks, thin=thin)
        case ActKind.RESUMED:
            return sentences.resumed(word)
        case ActKind.KEPT if act.vote or act.authority in VOTING:
            return sentences.kept(word)
        case ActKind.KEPT:
            return sentences.not_cut(word, _vote_before(tie, act, citations), voted=has_vote(tie))
        case ActKind.CONFIRMED:
            return _confirmed(tie, act, word, sources, citations)
        # No standing follows from these.
        case ActKind.ESTABLISHED | ActKind.PROPOSED | ActKind.STATEMENT:
            return sentences.recorded_as(act, word)
        case _:
            assert_never(act.kind)


def _confirmed(tie: Tie, act: Act, word: str, sources: _Sources, citations: Citations) -> Line:
    """Whose word it is that a tie stands, and what the city or its council had said before."""
    role = AUTHORITIES[act.authority].role
    if role is Role.OUTSIDER:
        earlier = _earlier(earlier_word(tie, act, OF_THE_CITY), citations)
        return sentences.said_to_stand(word, earlier, silent=not has_word_of(tie, OF_THE_CITY))
    before, voted = _vote_before(tie, act, citations), has_vote(tie)
    match role:
        case Role.OFFICE:
            return sentences.not_cut(word, before, voted=voted)
        case Role.CITY if _has_own_paper(act, sources):
            marks, thin = citations.cite(act.sources), is_weak_evidence(act, sources)
            return sentences.active_on_own_page(act, marks, before, thin=thin, voted=voted)
        case Role.CITY:
            return sentences.said_to_stand_by_city(word, before, voted=voted)
        case _:
            assert_never(role)


def _vote_before(tie: Tie, act: Act, citations: Citations) -> str:
    """The council's word before an act's; empty where none is on record, or no vote is."""
    return _earlier(earlier_word(tie, act, VOTING), citations) if has_vote(tie) else ""


def _earlier(act: Act | None, citations: Citations) -> str:
    return sentences.earlier_attribution(act, _cite(act, citations)) if act else ""


def _has_own_paper(act: Act, sources: _Sources) -> bool:
    """Whether what the city says is read on its own page or in its papers, and not only in a report of it."""
    return any(GRADES[sources[name].grade].own_paper for name in act.sources if name in sources)


def _follows(tie: Tie, act: Act, citations: Citations) -> Iterator[str]:
    """What belongs to the standing: the condition of a suspension, how long a tie stood that was ended."""
    if act.kind is ActKind.SUSPENDED:
        yield sentences.condition(act.condition) if act.condition else sentences.NO_CONDITION
    if act.kind is ActKind.ENDED and tie.since is not None:
        yield sentences.had_stood_since(tie.since, citations.cite([tie.since_source] if tie.since_source else []))


def _newer(tie: Tie, act: Act, citations: Citations) -> Iterator[str]:
    """What is on record after the act that decides, and what was found when somebody last looked."""
    after = acts_after(tie, act)
    if after:
        yield sentences.decides_nothing(after[-1], _cite(after[-1], citations))
    found = search_since(tie, act)
    if found is None:
        yield sentences.NOBODY_SEARCHED_SINCE
    elif after or act.kind is ActKind.SUSPENDED:
        yield sentences.no_later_decision_found(found.date)
    else:
        yield sentences.nothing_newer_found(found.date)


def _disputed_word(act: Act, sources: _Sources, citations: Citations) -> str:
    return sentences.disputed_word(act, citations.cite(act.sources), thin=is_weak_evidence(act, sources))


def _unconfirmed(tie: Tie, sources: _Sources, citations: Citations) -> Line:
    """What page shows the pair, that nothing says whether it stands, and the newest word that decides nothing."""
    first = _shown(tie, sources, citations)
    newer = [act for act in acts_in_force(tie.acts) if act.date.last >= INVASION]
    return first.followed_by(*(sentences.said_besides(act, citations.cite(act.sources)) for act in newer[-1:]))


def _shown(tie: Tie, sources: _Sources, citations: Citations) -> Line:
    """What page shows the pair: nothing is told to show it that does not, and what is weak is told as what it is."""
    found = last_search(tie)
    looked = sentences.searched(found.date if found else None)
    listing = leading_pair(tie, sources)
    if listing is None:
        return sentences.unconfirmed(looked) if acts_in_force(tie.acts) else sentences.unconfirmed_without_page(looked)
    marks = citations.cite(listing.sources, most=2)
    if only_wikipedia(tie, sources):
        return sentences.unconfirmed_on_wikipedia(marks, looked)
    if is_sound(listing, sources):
        return sentences.unconfirmed_on_page(listing.date, marks, looked)
    kind = next((sources[name].page_kind for name in listing.sources if name in sources), PageKind.OTHER)
    return sentences.unconfirmed_on_weak_page(kind, listing.date, marks, looked)


def absence(tie: Tie, register: Register, citations: Citations) -> str | None:
    """That a page names partners without this one, unless what the standing rests on is newer; None if none does."""
    sources = register.record.sources
    basis = register.status(tie.id).newest
    pair = leading_pair(tie, sources) if basis is None else None
    since = basis.date.first if basis else (pair and last_day(pair)) or date.min
    listing = absent_since(tie, since)
    return sentences.absent(listing, citations.cite(listing.sources, most=2)) if listing else None


def hearings(tie: Tie, today: date, citations: Citations) -> tuple[str, ...]:
    """A sentence for each hearing that is to come, or of which nothing later says what came of it."""
    acts = acts_in_force(tie.acts)
    last = max((act.date.last for act in acts), default=date.min)
    return tuple(
        _hearing(tie, act, act.hearing, today, citations)
        for act in acts
        if act.hearing and act.hearing > min(today, last)
    )


def _hearing(tie: Tie, act: Act, hearing: date, today: date, citations: Citations) -> str:
    marks = _cite(act, citations)
    if hearing < today:
        return sentences.hearing_unresolved(act, hearing, marks)
    if any(ACT_KINDS[later.kind].decides for later in acts_after(tie, act)):
        return sentences.hearing_before_decision(act, hearing, marks)
    return sentences.hearing_to_come(act, hearing, marks)


def founding(tie: Tie, citations: Citations) -> str:
    """When a tie was made, with its source; that it is not known, where it is not."""
    note = tie.since_note or ""
    if tie.since is None:
        return sentences.made_unknown(note)
    return sentences.made(tie.since, note, citations.cite([tie.since_source] if tie.since_source else []))


def _cite(act: Act, citations: Citations) -> str:
    return citations.cite(act.sources, most=2)


def last_searches(ties: Sequence[Tie]) -> str:
    """A sentence about the last search for news of each of some ties; an empty text if there are none."""
    found = sorted((search.date for tie in ties if (search := last_search(tie))), key=lambda value: value.first)
    if not found:
        return sentences.NOBODY_SEARCHED if ties else ""
    never = len(ties) - len(found)
    if found[0] == found[-1]:
        return sentences.all_searched_but(found[0], never) if never else sentences.all_searched(found[0])
    return sentences.each_searched_but(found[0], never) if never else sentences.each_searched(found[0])
