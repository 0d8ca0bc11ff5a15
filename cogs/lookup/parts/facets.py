"""What is told first of ties of which one thing is asked: who urged it, what the city itself said, who answered. Pure.

The thing that is asked is an aspect; by which sentences of the record it is told stands in
``data/vocabulary/facets.toml``, whose head says what the fields are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import cache

from cogs.lookup import search_sentences
from cogs.lookup.people.roles_there import SIDE_OF_ACT
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.aspects import Aspect
from cogs.wording.act_phrases import done, moved_by, names_mover
from cogs.wording.act_sentences import act_sentence, act_told
from cogs.wording.english import full_stop, paragraph, sentences_in
from cogs.wording.leads import own_word_of
from cogs.wording.page_sentences import shown_on_page
from cogs.wording.sources import Citations
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import OF_THE_CITY, Authority
from db.record.derivation import INVASION, acts_in_force
from db.record.grades import Grade
from db.record.models import OTHER_SIDE, Act, Side, TalkingPoint, Tie
from db.record.register import Register
from db.record.shows import Shows
from db.record.standings import Standing
from db.record.text import key
from db.record.values import value
from db.record.vocabulary import vocabulary

# Who speaks for the government of a place, and not for its clubs.
_OFFICIAL = LATE.compile(
    r"^(?!.*(?:association|committee of|society|sister.cit)).*\b(?:mayor|council|city|commissioner)\b", re.IGNORECASE
)
_NAME = LATE.compile(r"[A-Z][\w’'-]+")
# So much of a sentence stands in another that says the same.
_MOSTLY = 0.7
# The publisher's country of a page of an American place.
_HOME = "US"
_NO_OTHER_WORD = "Beside that page no word of the place's own government on this tie is on record here."
# So many sentences are told of a tie.
_MOST = 4


@value
class Facet:
    """By what it is known which sentences of the record tell of what is asked, and what is said where none does."""

    tells: re.Pattern[str]
    kinds: frozenset[ActKind]
    own: frozenset[Authority]
    opposed: bool
    vote: bool
    noted: bool
    partner: bool
    last: bool
    newest: bool
    decided: bool
    moved: bool
    elsewhere: bool
    unconfirmed: bool
    none: str


@cache
def _facets() -> dict[Aspect, Facet]:
    return {
        Aspect(name): Facet(
            re.compile(row["tells"], re.IGNORECASE),
            frozenset(map(ActKind, row.get("kinds", ()))),
            OF_THE_CITY if row.get("own", False) else frozenset(),
            row.get("opposed", False),
            row.get("vote", False),
            row.get("noted", False),
            row.get("partner", False),
            row.get("last", False),
            row.get("newest", False),
            row.get("decided", False),
            row.get("moved", False),
            row.get("elsewhere", False),
            row.get("unconfirmed", False),
            row["none"],
        )
        for name, row in vocabulary("facets").items()
    }


def make_ready() -> None:
    """Read what is told first, if that is not done yet."""
    _facets()


def facets_asked(aspects: Set[Aspect]) -> list[Facet]:
    """Those of some aspects that are told from the sentences of the record, in the order of the table."""
    return [facet for aspect, facet in _facets().items() if aspect in aspects]


def beside_its_clubs(facet: Facet) -> Facet:
    """The same where a word of the place's sister-city club is asked about as well: "city hall or the volunteers"."""
    return replace(facet, own=facet.own | {Authority.ASSOCIATION}) if facet.own else facet


def told_first(facet: Facet, tie: Tie, register: Register, citations: Citations) -> list[str]:
    """What the record of a tie tells of what is asked, each with the numbers of its sources; nothing where it tells
    nothing.
    """
    acts = sorted(acts_in_force(tie.acts), key=lambda act: act.date.last, reverse=facet.newest)
    behind = [act for act in acts if act.kind in facet.kinds] if facet.last else []
    told = [who_decided(tie, register, citations)] if facet.decided else []
    told += [each for act in acts if act not in behind for each in _of_act(facet, act, citations)]
    told += [_of_point(point, citations) for point in _points(facet, tie, register)]
    told += [each for act in behind for each in _of_act(facet, act, citations)]
    told += _of_notes(facet, tie, acts)
    told = told if any(told) else [*_of_own_pages(facet, tie, register, citations)]
    return list(dict.fromkeys(filter(None, told)))[:_MOST]


def _of_own_pages(facet: Facet, tie: Tie, register: Register, citations: Citations) -> Iterator[str]:
    """What pages of the American place's own government that name the pair show, where it said nothing else."""
    for listing in tie.listings if facet.own else ():
        sources = [register.record.sources[each] for each in listing.sources]
        own = [each.id for each in sources if each.grade is Grade.B and each.country == _HOME]
        if listing.shows is Shows.PAIR and own:
            yield paragraph([shown_on_page(listing, citations.cite(own)), _NO_OTHER_WORD])


def is_lacking(facet: Facet, ties: Sequence[Tie]) -> bool:
    """Whether no act of some ties is of a kind that is asked for, nor was any done on somebody's motion."""
    acts = [act for tie in ties for act in acts_in_force(tie.acts) if act.authority is not Authority.PARTNER]
    return bool(facet.kinds) and not any(act.kind in facet.kinds or moved_by(act) for act in acts)


def lacks_it(facet: Facet, ties: Sequence[Tie], register: Register) -> str:
    """What is said where nothing of it is on record; nothing where that a tie is unconfirmed is what is asked."""
    told = facet.unconfirmed and any(register.status(tie.id).standing is Standing.UNCONFIRMED for tie in ties)
    return "" if told else facet.none


def who_decided(tie: Tie, register: Register, citations: Citations) -> str:
    """By whom what was last decided on a tie was done; empty where nothing was decided."""
    decided = (act for act in reversed(acts_in_force(tie.acts)) if ACT_KINDS[act.kind].decides)
    act = next(decided, None)
    if act is None:
        return ""
    marks = citations.cite(act.sources)
    # What was done is told in its own words where reports differ on it.
    return act_sentence(act, marks) if own_word_of(register.status(tie.id)) else full_stop(done(act, marks))


def _of_act(facet: Facet, act: Act, citations: Citations) -> Iterator[str]:
    """What an act tells of it: the whole of it, the sentences that do, or by whose motion or advice it was done."""
    of_partner = act.authority is Authority.PARTNER
    if of_partner and not facet.partner:
        return
    own = act.authority in facet.own or (facet.partner and of_partner)
    said = [each for each in sentences_in(act.said or "") if facet.tells.search(each)]
    more = [each for each in sentences_in(act.summary) if facet.tells.search(each)]
    if (own and act.date.last >= INVASION) or act.kind in facet.kinds:
        yield _whole(act, citations.cite(act.sources))
    elif said:
        marks = citations.cite(act.sources)
        yield act_sentence(act, marks) if paragraph(said) == act.said else f"{paragraph(said)}{marks}"
        if beyond := [each for each in more if _adds(paragraph(said), each)]:
            yield search_sentences.why_of_act(act, paragraph(beyond), marks)
    elif more:
        yield search_sentences.why_of_act(act, paragraph(more), citations.cite(act.sources))
    elif (facet.tells.search(act.actor) and not facet.decided) or (facet.kinds and names_mover(act)):
        yield full_stop(done(act, citations.cite(act.sources)))


def _adds(said: str, more: str) -> bool:
    """Whether a sentence says in good part something that another does not."""
    words, told = key(more).split(), {*key(said).split()}
    return sum(word in told for word in words) < _MOSTLY * len(words)


def _whole(act: Act, marks: str) -> str:
    """An act in its own sentence; with who acted in full, where that leaves out the last who is named."""
    told = act_told(act, marks)
    named = _NAME.findall(act.actor)
    if named and named[-1] not in told:
        return search_sentences.why_of_act(act, act.summary, marks)
    beyond = [each for each in sentences_in(act.summary) if act.said and _adds(told, each)]
    return paragraph([told, *beyond])


def _points(facet: Facet, tie: Tie, register: Register) -> Iterator[TalkingPoint]:
    """What people of the place said that tells of it, or was said against what was decided."""
    voted = (act.kind for act in reversed(acts_in_force(tie.acts)) if act.vote and act.kind in SIDE_OF_ACT)
    decided = SIDE_OF_ACT.get(next(voted, ActKind.STATEMENT), Side.CONTEXT)
    against = OTHER_SIDE.get(decided) if facet.opposed else None
    for point in register.record.points_in_use:
        official = facet.own and _OFFICIAL.search(f"{point.speaker} {point.office_then or ''}") is not None
        if point.place == tie.us and (official or point.side is against or facet.tells.search(point.gist)):
            yield point


def _of_point(point: TalkingPoint, citations: Citations) -> str:
    line = search_sentences.found_point(point, citations.cite([point.source]))
    return f"{line.strong}{line.text}"


def _of_notes(facet: Facet, tie: Tie, acts: Sequence[Act]) -> Iterator[str]:
    if facet.noted:
        notes = (tie.note or "", *(act.date_note or "" for act in acts))
        yield from (each for note in notes for each in sentences_in(note) if facet.tells.search(each))
