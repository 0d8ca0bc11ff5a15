"""Which ties a claim takes in, and what is said of them beside it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import dropwhile, takewhile

from cogs.lookup.claims import claim_sentences
from cogs.lookup.claims.claim_parts import Clause
from cogs.lookup.claims.claimed_speeches import says_whom_zelenskyy_named
from cogs.lookup.lists import list_sentences
from cogs.lookup.lists.beside_the_list import of_no_known_vote
from cogs.lookup.lists.filters import fitting
from cogs.lookup.lists.list_filter import list_filter
from cogs.lookup.lists.standings_listed import NOT_ENDED
from cogs.lookup.model import How, Look, SortBy, SortOrder, TieFilter, Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from cogs.wording.names import pair_name
from db.record.act_kinds import CUTTING, ActKind
from db.record.authorities import Authority
from db.record.levels import Level
from db.record.models import Tie
from db.record.register import Register
from db.record.standings import Standing

_VOTES_AGAINST = said_for("questions", "claimed_ties", "votes_against")
_UNTOUCHED = said_for("questions", "claimed_ties", "untouched")
# "No state has ended its own" is of the ties of states themselves; "in every state", of those that lie there.
_OF_STATES_THEMSELVES = LATE.compile(
    r"(?<!in )(?<!of )(?<!from )\b(?:no|not (?:one|a single)|every|each|all|only|first|last|sole|жод\w+|уси|вси|кож\w+"
    r"|перш\w*|останн\w*|един\w*|ни один|все|перв\w*|последн\w*|единственн\w*)"
    r" (?:us |american |u s |single |the |американськ\w* |американск\w* )*(?:states?|штат\w*)\b"
)
# "The first city to end its own" is held against no state and no county.
_OF_CITIES_ALONE = LATE.compile(
    r"\b(?:only|first|last|sole|перш\w*|останн\w*|един\w*|перв\w*|последн\w*|единственн\w*)"
    r" (?:u s |[a-z]+ |американськ\w* |американск\w* )?(?:cit(?:y|ies)|towns?|мист\w*|город\w*)\b"
)
# Nouns of acts; verbs of theirs speak of places: "all cities suspended".
_ACTS = LATE.compile(
    r"suspensions?|endings?|terminations?|ruptures?|breakups?|призупинен(?:ня|ь|ням|нях)|розрив(?:и|ів|у|ам)?"
    r"|приостанов(?:ки|ок|ка|кам)|приостановлени\w*|разрыв(?:ы|ов|а|ам)?|расторжен\w*|припинен(?:ня|ь)"
)
_FEW_BEHIND = 4
_SMALL = frozenset({"of", "the", "these", "those"})
# "Every single one that ended": what stands before the standing of those that a claim is of.
_ONES = frozenset(
    "one ones single last tie pair city town place partnership relationship побратимств пар из з тех тих".split()
)
_WHICH = frozenset("that which who що хто котор что кто".split())
_WERE = frozenset({"has", "have", "had", "was", "were", "is", "are", "been", "got", "actually", "ever", "вже", "уже"})
_TIES = LATE.compile(r"ties|ones|partnerships|relationships|pairs|cities|towns|twins|связ\w*|звяз\w*|мист\w*|город\w*")
# "All city ties of the state": not those of the state itself.
_CITY_TIES = LATE.compile(
    r"\b(?:all|every|each|most|no|все|всех|уси|вси|кожн\w*|кажд\w*|жодн\w*)(?: of)?(?: the| its| their)?"
    r" (?:city|municipal|local|town|городск\w*|миськ\w*|мисцев\w*|муниципальн\w*)"
    r" (?:ties|twin\w*|partner\w*|побрат\w*|связ\w*|звяз\w*|зв\w*)\b"
)
# "Governors have ended state ties": those of states, and not those of their cities.
_STATE_TIES = LATE.compile(
    r"\b(?:sister )?state (?:ties|twins|twinnings|partnerships|relationships|agreements|level ties)\b"
)
_OF_A_KIND = frozenset({Trait.OF_COUNTY, Trait.OF_CITY, Trait.OF_STATE})
# So many ties are named where a claim takes in more than it should.
MOST_NAMED = 8
ORDERS = {"first": SortOrder.OLDEST, "last": SortOrder.NEWEST}
RANKS = {
    "oldest": (SortBy.FOUNDED, SortOrder.OLDEST),
    "youngest": (SortBy.FOUNDED, SortOrder.NEWEST),
    "biggest": (SortBy.SIZE, SortOrder.NEWEST),
    "smallest": (SortBy.SIZE, SortOrder.OLDEST),
}
# When something was done, by the speech to the mayors.
_WHEN_HE_SPOKE = LATE.compile(
    r"\b(?:after|since|before|once|when|until|till|by the time) (?:\w+ ){0,2}zelen"
    r"|\b(?:писл|посл|кол|когд|док|пок|як|перед|щоин)(?: \w+){0,3} зелен"
)


def without_denials(question: Question) -> Question:
    """What is said not to be so of all, without its "not": "не всі міста" denies no cities and no endings."""
    traits = tuple(it for it in question.narrowing.traits if it not in {Trait.NOT_OF_CITY, Trait.NOT_OF_STATE})
    return replace(question, excluded_standings=(), narrowing=replace(question.narrowing, traits=traits))


def not_ended_of(chosen: TieFilter, register: Register) -> Sequence[Tie]:
    """The ties that may stand, where a claim is of those that do: all that are not ended."""
    if chosen.standings != (Standing.ACTIVE,) or chosen.kinds:
        return ()
    return fitting(replace(chosen, standings=NOT_ENDED), register)


def that_may_stand(chosen: TieFilter) -> TieFilter:
    """A filter of ties that were kept as one of those that stand: what was never decided on may stand as well."""
    if chosen.kinds != (ActKind.KEPT,):
        return chosen
    return replace(chosen, look=Look.BEHIND, kinds=(), standings=(Standing.ACTIVE,))


def as_standing(chosen: TieFilter) -> TieFilter:
    """A filter of a part of all ties that were kept, as one of those that stand: "most cities kept theirs" says how it
    is with all, of whom few decided so.
    """
    limited = chosen.since or chosen.until or chosen.authorities or chosen.how
    return chosen if limited else that_may_stand(chosen)


def names_acts(question: Question, quantity: str) -> bool:
    """Whether the words behind a quantity are of acts, and not of places: "each of the 20 suspensions"."""
    words = question.words
    said = quantity.casefold().split()
    ends = [i + 1 for i, word in enumerate(words) if said and said[-1] in {word.norm, word.raw.casefold()}]
    behind = (word.raw.casefold() for word in words[ends[0] : ends[0] + _FEW_BEHIND]) if ends else ()
    return any(_ACTS.fullmatch(raw) for raw in behind)


def names_such_ties(question: Question, quantity: str) -> bool:
    """Whether the words behind a quantity are ties that stand in some way: "most suspended ties have no condition",
    "every one that ended was ended by a council".
    """
    words = question.words
    said = quantity.casefold().split()
    ends = [i + 1 for i, word in enumerate(words) if said and said[-1] in {word.norm, word.raw.casefold()}]
    behind = [word for word in words[ends[0] :] if word.norm not in _SMALL] if ends else []
    if len(behind) > 1 and behind[0].norm in question.claimed and _TIES.fullmatch(behind[1].norm):
        return True
    return _stand_behind_which([word.norm for word in behind], question.claimed)


def _stand_behind_which(behind: Sequence[str], claimed: Collection[str]) -> bool:
    """Whether words are of those that stand in some way: "one that ended", "ties which were suspended"."""
    of_ties = [*takewhile(lambda word: word in _ONES or _TIES.fullmatch(word), behind)]
    which = [*takewhile(_WHICH.__contains__, behind[len(of_ties) :])]
    said = dropwhile(_WERE.__contains__, behind[len(of_ties) + len(which) :])
    return bool(which) and next(said, "") in claimed


def claimed_filter(clause: Clause, today: date) -> TieFilter:
    """The ties that a claim takes in, without the names in it."""
    question = _as_meant(clause)
    of_states = clause.quantifier[0] == "only" and not clause.ties_named
    within = question.states_within if of_states else question.states_within or question.all_states
    chosen = replace(list_filter(question, today), states=within, where="", most=0, share=False, without=())
    if speaks_of_lost_votes(clause):
        # A vote against a cut kept a tie: of those that stand most were never voted on.
        kept = TieFilter(states=chosen.states, kinds=(ActKind.KEPT,), look=Look.ACTS, order=SortOrder.RECORD)
        return replace(kept, since=chosen.since, until=chosen.until, authorities=(Authority.COUNCIL,))
    if clause.quantifier[0] in ORDERS and not (chosen.standings or chosen.kinds):
        chosen = replace(chosen, standings=(), kinds=CUTTING, look=Look.ACTS)
    elif clause.says_that_some_acted:
        # "Mayors never acted alone": not of those on which nothing was decided.
        traits = tuple(it for it in chosen.traits if it is not Trait.UNDECIDED)
        chosen = replace(chosen, standings=(Standing.SUSPENDED, Standing.ENDED), kinds=(), traits=traits)
        if chosen.since or chosen.until:
            # "Nobody did anything after 2022": what was done then.
            chosen = replace(chosen, standings=(), kinds=CUTTING, look=Look.ACTS, founded=False)
    if _WHEN_HE_SPOKE.search(question.joined):
        # "Everyone dropped it after Zelensky called them out": a time, and no ties that he named.
        chosen = replace(chosen, traits=tuple(it for it in chosen.traits if it is not Trait.NAMED_IN_SPEECH))
    chosen = _of_those_meant(chosen, clause)
    if clause.quantifier[0] in RANKS:
        # Among which it is the oldest or the largest, its other words say.
        return that_may_stand(replace(chosen, states=question.all_states if clause.ties_named else within))
    return replace(chosen, order=SortOrder.RECORD)


def _as_meant(clause: Clause) -> Question:
    """What a claim says, without the denials that are but its way of saying "none" and "not all"."""
    question = clause.question
    if clause.is_quantity_denied:
        question = without_denials(question)
    if clause.denies_others and not question.narrowing.kinds:
        # "Not one did not" is how Russian and Ukrainian say that none did.
        question = replace(question, excluded_standings=())
    if clause.quantifier[0] == "none" and (narrowing := question.narrowing).unvoted:
        # "No council voted to keep it": that there was such a vote is what is denied.
        traits = tuple(it for it in narrowing.traits if it is not Trait.NO_VOTE)
        question = replace(question, narrowing=replace(narrowing, unvoted=False, traits=traits, how=How.VOTE))
    if clause.quantifier[0] == "none" and _UNTOUCHED.search(question.joined):
        # "None was touched" is of those that were, and not of those that stand.
        question = replace(question, standings=(Standing.SUSPENDED, Standing.ENDED), excluded_standings=())
    return question


def _of_those_meant(chosen: TieFilter, clause: Clause) -> TieFilter:
    """A filter of the ties of states alone, of cities alone, or named in a speech, where a claim is of those."""
    question = clause.question
    if clause.quantifier[0] == "none" and (kinds := tuple(it for it in chosen.not_so if it in _OF_A_KIND)):
        # "No county has ended its own" is of counties, and of nothing else.
        chosen = replace(chosen, traits=(*chosen.traits, *kinds), not_so=())
    if not chosen.traits and says_whom_zelenskyy_named(question):
        chosen = replace(chosen, traits=(Trait.NAMED_IN_SPEECH,))
    of_states = _OF_STATES_THEMSELVES.search(question.joined) or _STATE_TIES.search(question.joined)
    if not chosen.levels and of_states:
        chosen = replace(chosen, levels=(Level.SISTER_STATE,))
    alone = clause.quantifier[0] in {*ORDERS, "only"} and _OF_CITIES_ALONE.search(question.joined)
    if not chosen.traits and (alone or _CITY_TIES.search(question.joined)):
        chosen = replace(chosen, traits=(Trait.OF_CITY,))
    return chosen


def told_besides(chosen: TieFilter, register: Register) -> Iterator[str]:
    """What belongs beside a count: those suspended, beside the ended ones, and of which no vote itself is on record."""
    if unknown := of_no_known_vote(chosen, fitting(chosen, register), register):
        yield unknown
    if chosen.standings == (Standing.ENDED,) or chosen.kinds == (ActKind.ENDED,):
        besides = replace(chosen, standings=(Standing.SUSPENDED,), look=Look.BEHIND, kinds=(), share=False)
        besides = replace(besides, authorities=(), how=None)
        suspended = fitting(besides, register)
        if suspended:
            yield claim_sentences.suspended_besides(len(suspended))
        if replace(besides, standings=()) == TieFilter():
            yield list_sentences.all_ties(len(register.record.ties), register.counts())


def names_of(fits: Sequence[Tie], register: Register, most: int = MOST_NAMED) -> Iterator[str]:
    if 0 < len(fits) <= most:
        yield claim_sentences.they_are([pair_name(tie, register) for tie in fits])


def speaks_of_lost_votes(clause: Clause) -> bool:
    """Whether a claim is of votes against something: not all who voted so are in a tie's newest act."""
    return _VOTES_AGAINST.search(clause.question.joined) is not None
