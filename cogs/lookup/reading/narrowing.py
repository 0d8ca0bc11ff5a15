"""What a question narrows and sorts a list by, read from its words. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cogs.lookup.model import ConditionOf, How, SortBy, SortOrder, Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.leaving_words import LEAVING_OUT
from cogs.lookup.phrases.patterns import Phrases, PhraseTable, phrases
from cogs.lookup.phrases.phrase_reader import PhraseReader
from cogs.lookup.reading.asked_filters import (
    AS_OF,
    AVERAGE,
    BY_GRADE,
    BY_WORD,
    CAME_TO_NOTHING,
    CHANGED,
    COMPARE,
    COUNTED_PLACES,
    COUNTED_RUSSIAN,
    COUNTED_STATES,
    FATES,
    HALVES,
    HEARING,
    HEARING_TO_COME,
    LACKING,
    LEFT,
    OF_KNOWN,
    OR_NOTHING,
    PAST_HEARING,
    RANKS,
    REMINDS,
    RESTS,
    SHARE,
    SUMS,
    THEN,
    VOTED_AGAINST_ENDING,
    WITH_A_RUSSIAN,
    WITHOUT_TIES,
)
from cogs.lookup.reading.asked_kinds import ASKED_HOW, ASKED_KINDS, DECIDED
from cogs.lookup.reading.asked_numbers import read_age, read_most, so_many_of
from cogs.lookup.reading.asked_people import BIG, SMALL, read_people
from cogs.lookup.reading.asked_sorting import ASKED_SORTS, GREATEST, LEAST
from cogs.lookup.reading.asked_traits import ASKED_TRAITS
from cogs.lookup.reading.conditions_asked import means_a_condition, names_examples, topics_asked, words_of_conditions
from cogs.lookup.reading.kinds_of_places import kind_of_place_asked
from cogs.lookup.reading.leaving_out import left_out_before, not_wanted_behind, words_leaving_out
from cogs.lookup.reading.meanings import Meant
from cogs.lookup.reading.orders_meant import order_meant
from cogs.lookup.reading.traits_meant import (
    MAY_BE_DENIED,
    OPPOSITES,
    kinds_not_meant,
    of_the_side_meant,
    with_those_meant,
)
from cogs.lookup.reading.vocabulary import words_for
from cogs.lookup.reading.votes import counted_vote
from db.record.act_kinds import ActKind

# "First the endings, then the suspensions" says in which order they are to be told, and not what was done first.
_LISTED_IN_TURN = phrases(words_for("lists", "narrowing", "listed_in_turn"))
# "Who pulled back then" is no second step.
_AT_THAT_TIME = phrases(words_for("lists", "narrowing", "at_that_time"))
# "In 2023 or later" bounds a time.
_LATER_THAN_THEN = LATE.compile(r"\blater (?:than|in)\b|\b\d{4}(?: \w+)? (?:or|and) later\b|\b(?:or|and) later$")
_ON_WHOSE_MOTION = phrases(words_for("lists", "narrowing", "on_whose_motion"))
_AGAINST_RUSSIA = phrases(words_for("lists", "narrowing", "against_russia"))
_NOBODY_AGAINST = re.compile(
    r"\b(?:nobody|no one|noone|none of (?:them|the members)|not one member|нихт|никт) (?:\w+ ){0,2}?"
    r"(?:voted|voting|голосува\w*|проголосува\w*|голосова\w*|проголосова\w*|бул|бил) (?:against|прот)\b"
    r"(?! (?:keep|the keep))"
)
# "Out of the total, not out of the Chamber list": what a share is not taken of.
_NOT_OF_A_LIST = phrases(words_for("lists", "narrowing", "not_of_a_list"))
# How a place votes for presidents is no vote on a tie.
_OF_AN_ELECTION = phrases(words_for("lists", "narrowing", "of_an_election"))
_MAY_BE = LATE.compile(
    r"\b(?:could|can|may|might|would|will|should|theyd|hed|shed|itd|wed"
    r"|(?:offer|promis|want|hop|plan|intend)\w* to|(?:ready|willing) to) "
    r"(?:be )?(?:resum|restor|reinstat|lift|reviv|renew)"
    r"|\b(?:обеща|обиця|готов|собира|збира|планир|плану|хоч|хоти|намер|намир|може|могут|сможе)\w* (?:\w+ ){0,2}"
    r"(?:вернут|возобнов|видновит|повернут|восстанов)"
    r"|\b(?:clos|near|наиближч|ближ|ближе|близьк|близк|ближаиш)\w* (?:всего |всих )?(?:to |to being |до |к )"
    r"(?:resum|restor|reinstat|lift|видновл|возобновл|восстановл|повернен)"
)
# A number of people is named, beside which a list may be sorted by them.
_COUNTS_PEOPLE = LATE.compile(
    r"\b(?:over|under|above|below|than|least|понад|бильше?|больше?|свыше|менше?|меньше?|до|вид|от) "
    r"(?:a |an |one |\d[\d ]*)?"
    r"(?:\d+|million|thousand|mln|k|мильион\w*|миллион\w*|тис\w*|тыс\w*)\b"
)
_NOT_SEARCHED = LATE.compile(r"\b(?:not|never|havent|hasnt|nobody|no one) (?:\w+ ){0,3}(?:searched|checked|looked)\b")
_UNSORTABLE = LATE.compile(
    r"\b(?:(?:alphabet\w*|sort\w*|order\w*) (?:\w+ ){0,2}(?:by|of) (?:the )?"
    r"(russian (?:cit(?:y|ies)|names?|places?|partners?))\b"
    r"|(?:sort|order|rank|arrange|group)(?:ed|d)?(?: \w+){0,3} by (?:the |their )?((?:how )?\w+)"
    r"|((?:easi|hard|rich|poor|cold|warm|close|near|far|furth|high|low|safe|strong|weak|strang|hot|loud|fast|slow|prett|ugl|busi"
    r"|wealth|happi|friendl|tall|deep|cheap)\w*est"
    r"|most (?:popular|active|important|famous|beautiful|expensive|controversial|liberal|conservative|democratic"
    r"|republican|influential|dangerous|visited|loved|hated|successful|corrupt)))\b"
)
# What a list may be said to be sorted by, that it can be sorted by, or is anyway.
_SORTABLE = frozenset(
    "name names state states alphabet alphabetically alphabetical date dates year years age founding size population "
    "act acts search last newest latest oldest time standing region hearing hearings number inhabitants".split()
)
_DENIES = LATE.compile(
    rf"\b(?:{LEAVING_OUT}|not|no|never|arent|isnt|werent|wasnt|dont have|havent|hasnt|hadnt|didnt"
    r"|dont|doesnt|drop|remove|ditch|виключ\w*|исключ\w*|пропусти\w*|убра\w*|прибра\w*|откин\w*|видкин\w*"
    r"|не) "
    r"(?:(?:resting|based|named|listed|the|a|an|any|on|of|just|only|those|ones|that|which|who|were|was|are|by|with|in|from"
    r"|тех|тих|те|ти|що|яки|что|котор\w*|жодн\w*|никак\w*|нияк\w*|одн\w*|един\w*|single|formal|actual|real|public"
    r"|recorded|one|mean|use|used|need|needed|take|took|hold|held|get|got|involve|go through|council|city) ){0,5}$"
)
# Beside the Russian partner a Ukrainian one is asked for: "кто кроме российского имеет и украинского".
_BESIDE_THE_RUSSIAN = LATE.compile(
    r"\b(?:кром|крим|окрим|помимо|besides|apart from|in addition to|other than)"
    r" (?:the |a |its |their )?(?:росс|росии|russian)"
)
_WITH_RUSSIAN_ONES = LATE.compile(
    r"\b(?:with|have|has|having|got|keep|keeps|мають|мае|имеют|имеет|с|з|из|зи) (?:\w+ ){0,1}"
    r"(?:two|2|three|3|several|multiple|many|a few|more than one|кильк\w*|декильк\w*|нескольк\w*|двома|двум|дв\w{1,3}"
    r"|бильш\w* одн\w*|больш\w* одн\w*) (?:\w+ )?(?:russian|росииськ|россииск)"
)
_STILL_SAID = LATE.compile(r"\bstill said to (?:\w+ )?(?:stand|exist|be)\b")
_HAS_NONE = LATE.compile(
    r"\b(?:not|no|never|dont|doesnt|didnt|havent|hasnt|without|не|без|нет|нема|нияк\w*|жодн\w*|никак\w*) "
    r"(?:(?:name|names|state|states|say|says|give|gives|mention|mentions|contain|contains|include|includes|specify|list"
    r"|називают\w*|назива\w*|называют\w*|називает\w*|указ\w*|вказ\w*|став\w*|пропис\w*|мист\w*|содерж\w*|озвуч\w*"
    r"|передбач\w*|предусм\w*|зазнач\w*|визнач\w*|говор\w*|оговар\w*) )?"
    r"(?:(?:lifting|exit|return|written|explicit|formal|clear|named|given|known|specific|fixed|public|such|strings"
    r"|attached|published|official|precise|single|особ\w*|читк\w*|конкретн\w*|четк\w*|явн\w*|писан\w*"
    r"|dates?|deadlines?|дат\w*|срок\w*|строк\w*|терм\w*|or|nor|чи|або|или|ни|ани"
    r"|have|has|had|having|set|come|with|any|a|the|stated|мают|маэ|мае|имеют|имеет|було|было|жодн\w*) ){0,3}$"
)
_OUTVOTED = {Trait.SPLIT, Trait.ABSTAINED}
_IS_NONE = LATE.compile(
    r" (?:\w+ )?(?:нет|нема\w*|нем|видсутн\w*|отсутств\w*|not (?:given|stated|named|set|known|on record)|missing|absent"
    r"|не (?:указан|назван|прописан|вказан|зазначен|оговорен|обозначен|визначен)\w*)\b"
)
_BY = LATE.compile(r"\s+by\b")
_DENIED_WITHIN = LATE.compile(r"\b(?:no|not|without|any)\b(?<!any)")
_KINDS = {asked: kind for kind, asked in ASKED_KINDS.items()}
_HOW = {asked: how for how, asked in ASKED_HOW.items()}
_TRAITS = {asked: trait for trait, asked in ASKED_TRAITS.items()}
_SORTS = {asked: sort for sort, asked in ASKED_SORTS.items()}
# What is asked or is not, by the field that tells it.
_FLAGS: Mapping[str, Phrases] = {
    "left": LEFT,
    "share": SHARE,
    "changed": CHANGED,
    "as_of": AS_OF,
    "hearing": HEARING,
    "to_come": HEARING_TO_COME,
    "past": PAST_HEARING,
    "compares": COMPARE,
    "counts_states": COUNTED_STATES,
    "counts_russian": COUNTED_RUSSIAN,
    "counts_places": COUNTED_PLACES,
    "without_ties": WITHOUT_TIES,
    "decided": DECIDED,
    "ranks": RANKS,
    "then": THEN,
    "fates": FATES,
    "halves": HALVES,
    "lacking": LACKING,
    "by_word": BY_WORD,
    "rests": RESTS,
    "of_known": OF_KNOWN,
    "by_grade": BY_GRADE,
    "average": AVERAGE,
    "sums": SUMS,
}
# "The 3 ties that were ended most recently" are so many of a list in its order.
_LATEST_ONES = phrases(words_for("lists", "narrowing", "latest_ones"))
# "Suspended after a public hearing" asks for none that is to come.
_OF_HEARINGS = frozenset({"hearing", "to_come", "past"})
_HELD = phrases(words_for("lists", "narrowing", "held"))
_Sort = tuple[SortBy, SortOrder]
_A_PAIR = 2
_NOT_BY = LATE.compile(
    r"(?:не|ни|not|no|without|без) (?:by |a |the |any )*"
    r"(?:council|mayor|governor|commission|рад|совет|мер|губернатор)\w*"
)
_TOGETHER = PhraseTable({asked: asked for asked in (*_KINDS, *_HOW, *_TRAITS, *_SORTS, *_FLAGS.values(), BIG, SMALL)})


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a question narrows a list by, besides places, standings, deciders, levels and times.

    ``by_order``: its order is known by its meaning, which leaves its words to nothing else.
    ``unsortable`` are the words that a list is to be sorted by and cannot be. ``understood`` are all words that were
    read, ``kind_words`` those for kinds of act, ``sort_words`` those for an order and
    ``trait_words`` those for what is so of a tie.
    """

    kinds: tuple[ActKind, ...] = ()
    how: How | None = None
    traits: tuple[Trait, ...] = ()
    not_so: tuple[Trait, ...] = ()
    sort: tuple[SortBy, SortOrder] | None = None
    most: int = 0
    over: int = 0
    under: int = 0
    older: int = 0
    younger: int = 0
    left: bool = False
    share: bool = False
    changed: bool = False
    as_of: bool = False
    hearing: bool = False
    to_come: bool = False
    past: bool = False
    compares: bool = False
    counts_states: bool = False
    counts_russian: bool = False
    counts_places: bool = False
    without_ties: bool = False
    decided: bool = False
    ranks: bool = False
    both_ends: bool = False
    then: bool = False
    fates: bool = False
    halves: bool = False
    lacking: bool = False
    by_word: bool = False
    rests: bool = False
    of_known: bool = False
    by_grade: bool = False
    average: bool = False
    sums: bool = False
    unvoted: bool = False
    failed: bool = False
    by_meaning: bool = False
    by_order: bool = False
    not_searched: bool = False
    conditions: tuple[ConditionOf, ...] = ()
    vote: str = ""
    unsortable: tuple[str, ...] = ()
    understood: frozenset[str] = frozenset()
    sort_words: frozenset[str] = frozenset()
    trait_words: frozenset[str] = frozenset()
    kind_words: frozenset[str] = frozenset()

    @property
    def narrows(self) -> bool:
        """Whether anything was read that makes a list of its own."""
        return bool(
            self.kinds or self.traits or self.sort or self.over or self.under or self.left or self.hearing or self.most
            or self.not_so or self.older or self.younger or self.by_grade or self.average or self.vote
        )  # fmt: skip


NOTHING_NARROWED = Narrowing()


def read_narrowing(joined: str, meant: Sequence[Meant] = ()) -> Narrowing:
    """What normalised words narrow a list by, by phrases and by what is ``meant``."""
    reader = _reader(joined)
    vote, counted = counted_vote(reader.joined)
    if vote:
        reader.leave_out(counted)
    joined = reader.joined
    left = {*joined.split()}
    meant = [each for each in meant if each.words <= left and not _denies_a_decider(each)]
    waits = means_a_condition(joined) and all(each.says is not Trait.CHANGED_COURSE for each in meant)
    kinds = _kinds(reader, meant, waits=waits)
    kind_words = frozenset(reader.understood)
    how = reader.all_of(_HOW)
    before = frozenset(reader.understood)
    sorts, by_order = _orders(reader, meant)
    sort_words = frozenset(reader.understood) - before
    if sort_words and sort_words <= _words_of_traits(meant):
        # "Some outdated list is all the proof": nothing is to be sorted by age.
        sorts, sort_words = (), frozenset[str]()
    most, rank = read_most(reader)
    if not most and (number := so_many_of(joined)) and (sorts or _LATEST_ONES.search(joined)):
        most, rank = number, rank if sorts else (SortBy.ACT, SortOrder.NEWEST)
    over, under = read_people(reader) if _COUNTS_PEOPLE.search(joined) or not _by_size(sorts) else (0, 0)
    older, younger = read_age(reader)
    unsortable = () if by_order else tuple(_unsortable(reader))
    searches = by_order and sorts[0][0] is SortBy.SEARCHED
    not_searched = not searches and _NOT_SEARCHED.search(joined) is not None
    of_kind, words_of_kind = kind_of_place_asked(joined)
    if not (reader.found_anything or not_searched or waits or meant or most or of_kind):
        return NOTHING_NARROWED
    before = frozenset(reader.understood)
    traits = tuple(trait for trait in _traits(reader) if trait is not Trait.NEVER_SEARCHED or not sorts)
    reader.understood.update(words_of_kind)
    traits = (*(it for it in traits if it not in _ALL_KINDS_OF_PLACES), of_kind) if of_kind else traits
    topics = tuple(each.says for each in meant if isinstance(each.says, ConditionOf) and not each.denied)
    waits = waits or bool(topics)
    topics = () if topics and names_examples(joined) else topics
    if waits:
        traits = traits if {Trait.CONDITION, Trait.NO_CONDITION} & {*traits} else (*traits, Trait.CONDITION)
        reader.understood.update(words_of_conditions(joined))
        reader.understood.update(*(each.words for each in meant if each.says in topics))
    not_so = tuple(trait for trait in traits if trait in MAY_BE_DENIED and _is_not_so(trait, joined))
    said = (traits, not_so)
    traits, not_so = with_those_meant(traits, not_so, meant)
    traits = of_the_side_meant(traits, meant)
    if VOTED_AGAINST_ENDING.search(joined) and not ASKED_TRAITS[Trait.UNANIMOUS].search(joined):
        # "Not for, but against suspending": no word on how many.
        traits = tuple(it for it in traits if it is not Trait.UNANIMOUS)
    by_meaning = bool(topics) or said != (traits, not_so) or any(each.says in traits for each in meant)
    if over or under:
        # "Bigger than a million": than so many people, and than no other place.
        traits = tuple(it for it in traits if it not in {Trait.RUSSIAN_LARGER, Trait.US_LARGER})
    reader.understood.update(*(each.words for each in meant if each.says in {*traits, *not_so}))
    trait_words = frozenset(reader.understood) - before
    # "That Wikipedia alone mentions": nobody decided alone there. What is counted is no mere vote.
    not_how = {How.WORD if Trait.ONLY_WIKIPEDIA in traits else None, How.VOTE if vote else None}
    how = tuple(it for it in how if it not in not_how)
    held = _HELD.search(joined) is not None
    flags = {name: reader.has(asked) for name, asked in _FLAGS.items() if not (held and name in _OF_HEARINGS)}
    flags["lacking"] = flags["lacking"] and OR_NOTHING.search(joined) is None
    if len(how) > 1 and flags["compares"]:
        # "More suspended by vote or by word": each is counted.
        how, flags["by_word"] = (), True
    if any(it.search(joined) for it in (_LISTED_IN_TURN, _AT_THAT_TIME, _LATER_THAN_THEN)):
        flags["then"] = False
        traits = tuple(trait for trait in traits if trait is not Trait.CHANGED_COURSE)
    flags["counts_states"] = flags["counts_states"] and of_kind not in {Trait.OF_CITY, Trait.NOT_OF_STATE}
    # "Left it to a future decision" asks for no hearing.
    coming = flags.get("to_come", False) and Trait.CONDITION not in traits and REMINDS.search(joined) is None
    flags["to_come"] = coming
    flags["hearing"] = coming or (flags.get("hearing", False) and Trait.CONDITION not in traits)
    return Narrowing(
        **flags,
        kinds=kinds,
        how=_how(how, joined),
        unvoted=How.VOTE in how and _is_denied(ASKED_HOW[How.VOTE], joined),
        traits=tuple(trait for trait in traits if trait not in not_so),
        not_so=not_so,
        sort=sorts[0] if sorts else rank,
        both_ends=any(order is LEAST and (sort, GREATEST) in sorts for sort, order in sorts),
        most=most,
        over=over,
        under=under,
        older=older,
        younger=younger,
        failed=ActKind.PROPOSED in kinds and CAME_TO_NOTHING.search(joined) is not None,
        not_searched=not_searched,
        conditions=(topics_asked(joined) or topics) if Trait.CONDITION in traits else (),
        vote=vote,
        unsortable=unsortable,
        understood=frozenset(reader.understood),
        kind_words=kind_words,
        sort_words=sort_words,
        trait_words=trait_words,
        by_meaning=by_meaning,
        by_order=by_order,
    )


def _denies_a_decider(meant: Meant) -> bool:
    """Whether what denies a condition denies who decided: "ухвалені не радою, з умовою"."""
    return meant.says is Trait.NO_CONDITION and any(_NOT_BY.match(it.string, it.start()) for it in meant.said)


def _reader(joined: str) -> PhraseReader:
    """What reads the words of a question, without those by which no list of ties is narrowed."""
    reader = PhraseReader(joined, _TOGETHER)
    reader.drop(_NOT_OF_A_LIST)
    reader.drop(_OF_AN_ELECTION)
    if _COUNTS_PEOPLE.search(joined) and "ukrain" not in joined and "украин" not in joined:
        # "Cities of over a million with a Russian partner": their people are counted, and not the partner's.
        reader.drop(WITH_A_RUSSIAN)
    return reader


def _most_said_first(sorts: Sequence[_Sort], joined: str) -> tuple[_Sort, ...]:
    """The orders that are asked for, the age of ties first where it is said more often than that of acts: in
    "найстаріша розірвана, найстаріша призупинена" the last words alone may mean the oldest suspension.
    """
    if len(sorts) < _A_PAIR or sorts[0][0] is not SortBy.ACT:
        return tuple(sorts)
    number = {sort: len([*ASKED_SORTS[sort].finditer(joined)]) for sort in sorts}
    return tuple(sorted(sorts, key=lambda sort: -number[sort] if sort[0] is SortBy.FOUNDED else -number[sorts[0]]))


def _orders(reader: PhraseReader, meant: Sequence[Meant]) -> tuple[tuple[_Sort, ...], bool]:
    """The orders that are asked for, and whether the first is known by its meaning."""
    sorts = _most_said_first(reader.all_of(_SORTS), reader.joined)
    order = order_meant(sorts, meant, reader.joined)
    if order is None:
        return sorts, False
    reader.understood.update(order.words)
    return (order.says, *(sort for sort in sorts if sort != order.says)), True


def _by_size(sorts: Sequence[tuple[SortBy, SortOrder]]) -> bool:
    return any(sort is SortBy.SIZE for sort, _ in sorts)


def _words_of_traits(meant: Sequence[Meant]) -> frozenset[str]:
    return frozenset(word for each in meant if isinstance(each.says, Trait) for word in each.words)


def _kinds(reader: PhraseReader, meant: Sequence[Meant], *, waits: bool) -> tuple[ActKind, ...]:
    """The kinds of act that are asked for, without those that the question's other words take for something else.

    ``waits``: ties are asked for by what their suspension waits for.
    """
    joined = reader.joined
    done = {each.says: each for each in meant if isinstance(each.says, ActKind) and not each.denied}
    reader.understood.update(*(each.words for each in done.values()))
    kinds = tuple(dict.fromkeys((*reader.all_of(_KINDS), *done)))
    so = {each.says for each in meant}
    lifting = waits or any(isinstance(it, ConditionOf) for it in so)
    lifting = lifting or any(it in so or reader.has(ASKED_TRAITS[it]) for it in (Trait.CONDITION, Trait.NO_CONDITION))
    out = {*kinds_not_meant(meant), *([ActKind.RESUMED] if lifting or _MAY_BE.search(joined) else [])}
    if _AGAINST_RUSSIA.search(joined) or _NOBODY_AGAINST.search(joined):
        # Who voted against Russia kept nothing, nor did those of whom nobody voted against.
        out.add(ActKind.KEPT)
    if _ON_WHOSE_MOTION.search(joined) or reader.has(ASKED_TRAITS[Trait.MAYORS_MOTION]):
        # On whose motion it was ended: the endings are asked for, whose rows name who moved them.
        out.add(ActKind.PROPOSED)
    if Trait.NO_WORD in so or ASKED_TRAITS[Trait.NO_WORD].search(joined):
        # Who refuses to say anything has decided nothing.
        out.add(ActKind.KEPT)
    against = VOTED_AGAINST_ENDING.search(joined) is not None
    if against and ActKind.KEPT not in kinds:
        kinds = (*kinds, ActKind.KEPT)
    if (_OUTVOTED & so or ASKED_TRAITS[Trait.SPLIT].search(joined)) and not against:
        # Who was outvoted kept nothing: "where did even one member vote no".
        out.add(ActKind.KEPT)
    if Trait.NO_ACT in so or ASKED_TRAITS[Trait.NO_ACT].search(joined):
        out.update(ActKind)
    if _STILL_SAID.search(joined):
        # "Those still said to stand" are the active ones, whoever says so.
        out.add(ActKind.CONFIRMED)
    kept = [*ASKED_KINDS[ActKind.KEPT].finditer(joined)]
    if kept and all(_LEFT_OUT_THOSE.search(joined, 0, it.start()) for it in kept):
        # "The mayors who suspended, not the ones who kept it".
        out.add(ActKind.KEPT)
    kinds = tuple(kind for kind in kinds if kind not in out)
    # Who was asked and refused: the refusal is what is asked for.
    return tuple(kind for kind in kinds if kind is not ActKind.PROPOSED or ActKind.KEPT not in kinds)


def _how(found: tuple[How, ...], joined: str) -> How | None:
    """How it was decided; where a vote is ruled out, "not by vote", by somebody's word."""
    if found and found[0] is How.VOTE and _is_denied(ASKED_HOW[How.VOTE], joined):
        return How.WORD
    return found[0] if found else None


def _is_not_so(trait: Trait, joined: str) -> bool:
    if trait is Trait.CHANGED_COURSE:
        # "Said no at first and then flipped": the "no" is what was changed.
        return _is_ruled_out(trait, joined)
    beside = trait is Trait.UKRAINIAN_PARTNER and _BESIDE_THE_RUSSIAN.search(joined) is not None
    left_out = trait not in OPPOSITES and _is_left_out(trait, joined)
    return not beside and (left_out or _is_denied(ASKED_TRAITS[trait], joined))


def _is_denied(asked: Phrases, joined: str) -> bool:
    """Whether a trait is ruled out wherever it is said: "not counties", "have no Ukrainian partner"."""
    return all(
        _DENIES.search(joined[: match.start()]) or _DENIED_WITHIN.search(match.group())
        for match in asked.finditer(joined)
    )


def _has_none(asked: Phrases, joined: str) -> bool:
    """Whether what is asked for is denied, a few words before or behind: "не мають умов", "у кого условий нет"."""
    return all(
        _HAS_NONE.search(joined[: match.start()]) or _IS_NONE.match(joined, match.end())
        for match in asked.finditer(joined)
    )


def _is_left_out(trait: Trait, joined: str) -> bool:
    """Whether the ties that have a trait are to be left out: "leave out those with no condition"."""
    found = [*ASKED_TRAITS[trait].finditer(joined)]
    return bool(found) and all(_goes(match) for match in found)


def _goes(match: re.Match[str]) -> bool:
    """Whether what is found is to be left out, by a word before it or behind it."""
    return left_out_before(match.string, match.start()) is not None or not_wanted_behind(match.string, match.end())


def _is_ruled_out(trait: Trait, joined: str) -> bool:
    """Whether the ties that have a trait are ruled out wherever it is said: "without the state governments"."""
    return all(_DENIES.search(joined[: match.start()]) for match in ASKED_TRAITS[trait].finditer(joined))


def _are_without(trait: Trait, joined: str) -> bool:
    """Whether those without it are to be left out: "except those with no condition"."""
    found = (left_out_before(joined, match.start()) for match in ASKED_TRAITS[trait].finditer(joined))
    return any(between is not None and between[1] for between in found)


def _traits(reader: PhraseReader) -> tuple[Trait, ...]:
    """The traits asked for; of one and its opposite the narrower wording, which stands first in the table."""
    found = reader.all_of(_TRAITS)
    if Trait.HEADLINES in found:
        found = tuple(trait for trait in found if trait is not Trait.CHANGED_COURSE)
    if Trait.GRADE_E in found:
        found = tuple(trait for trait in found if trait is not Trait.ONLY_WIKIPEDIA)
    if Trait.SPLIT in found and VOTED_AGAINST_ENDING.search(reader.joined):
        found = tuple(trait for trait in found if trait is not Trait.SPLIT)
    if Trait.UNDECIDED in found and _is_by_somebody(reader.joined):
        # "Not decided by a mayor" was decided by others.
        found = tuple(trait for trait in found if trait is not Trait.UNDECIDED)
    if {Trait.UNDECIDED, Trait.UNANIMOUS} <= {*found}:
        # Where nothing was decided, nothing was decided unanimously: "no yes and no no".
        found = tuple(trait for trait in found if trait is not Trait.UNANIMOUS)
    if Trait.DOCUMENTED in found:
        found = tuple(trait for trait in found if trait not in _OF_DOCUMENTS)
    if {Trait.SPLIT, Trait.UNANIMOUS} <= {*found} and _is_all_within(Trait.SPLIT, Trait.UNANIMOUS, reader.joined):
        # "No dissent" is no dissent.
        found = tuple(trait for trait in found if trait is not Trait.SPLIT)
    found = _of_kinds_of_places(found, reader.joined)
    out = _is_left_out(Trait.CONDITION, reader.joined)
    if Trait.CONDITION in found and not out and _has_none(ASKED_TRAITS[Trait.CONDITION], reader.joined):
        found = (*(trait for trait in found if trait is not Trait.CONDITION), Trait.NO_CONDITION)
    found = _without_left_out(found, reader)
    if {Trait.NO_WORD, Trait.NOT_ON_2022_LIST} <= {*found}:
        # "Nothing except the Chamber's list" leaves out no list.
        on_it = (Trait.ON_2022_LIST if trait is Trait.NOT_ON_2022_LIST else trait for trait in found)
        found = tuple(dict.fromkeys(on_it))
    opposite = {
        Trait.CONDITION: Trait.NO_CONDITION,
        Trait.UNANIMOUS: Trait.SPLIT,
        Trait.ON_2022_LIST: Trait.NOT_ON_2022_LIST,
        Trait.UNDECIDED: Trait.NO_WORD,
        # "No strings, no end date": all without a condition, whatever word they chose.
        Trait.INDEFINITE: Trait.NO_CONDITION,
    }
    # "Cities with two Russian partners": who has so many is meant, and not the partners.
    of_both = (Trait.SEVERAL, Trait.SEVERAL_RUSSIAN)
    goes, stays = of_both[::-1] if _WITH_RUSSIAN_ONES.search(reader.joined) else of_both
    double = {goes: stays}
    return tuple(trait for trait in found if (opposite | double).get(trait) not in found)


def _is_by_somebody(joined: str) -> bool:
    """Whether every lack of a decision is one by somebody who is named: "not decided by a mayor"."""
    return all(_BY.match(joined, it.end()) for it in ASKED_TRAITS[Trait.UNDECIDED].finditer(joined))


def _is_all_within(trait: Trait, other: Trait, joined: str) -> bool:
    """Whether a trait is only said as part of the words for another: "dissent" in "no dissent"."""
    whole = [match.span() for match in ASKED_TRAITS[other].finditer(joined)]
    said = (match.span() for match in ASKED_TRAITS[trait].finditer(joined))
    return all(any(first <= start and end <= last for first, last in whole) for start, end in said)


def _of_kinds_of_places(found: Sequence[Trait], joined: str) -> tuple[Trait, ...]:
    """The traits, of those that say of what kind a place is only what is meant: states, counties, both, no cities."""
    found = tuple(found)
    if Trait.OF_COUNTY in found and _OF_COUNTY_BODIES.search(joined):
        # "No city or county council" asks for no counties.
        found = tuple(trait for trait in found if trait is not Trait.OF_COUNTY)
    if any(_TOWNS.search(match.group()) for match in _KINDS_OF_PLACES.finditer(joined)):
        # "Every municipality, county or state": all that there are.
        found = tuple(trait for trait in found if trait not in {*_OF_PLACES, Trait.NOT_OF_CITY})
    if Trait.OF_COUNTY in found and Trait.OF_STATE in found:
        found = (*found, Trait.NOT_OF_CITY)
    elif Trait.OF_STATE in found or (Trait.OF_COUNTY in found and _STATES.search(joined) is None):
        found = tuple(trait for trait in found if trait is not Trait.NOT_OF_CITY)
    if Trait.OF_STATE in found and _OF_TIES_THERE.search(joined):
        # "Which three states have the most unconfirmed", "the whole state clean, nothing active" ask for no ties of
        # states themselves.
        found = tuple(trait for trait in found if trait is not Trait.OF_STATE)
    if Trait.NOT_OF_CITY in found and _TOWNS_ALONE.search(joined):
        # "Towns, not cities" are no states or counties.
        found = tuple(trait for trait in found if trait is not Trait.NOT_OF_CITY)
    if Trait.OF_STATE in found and _NOT_CITIES.search(joined):
        # "Whole states only, not cities".
        found = tuple(trait for trait in found if trait is not Trait.NOT_OF_STATE)
    if Trait.NO_PLAIN_CITY in found:
        found = tuple(trait for trait in found if trait not in {*_OF_PLACES, Trait.NOT_OF_CITY})
    if Trait.NOT_OF_CITY in found:
        found = tuple(trait for trait in found if trait not in _OF_PLACES)
    return found


def _without_left_out(found: Sequence[Trait], reader: PhraseReader) -> tuple[Trait, ...]:
    """The traits with the opposite of each that is to be left out: "leave out those with no condition"."""
    joined = reader.joined
    left_out = {
        trait
        for trait in found
        if trait in OPPOSITES and _is_left_out(trait, joined) and not _are_without(trait, joined)
    }
    if Trait.OF_STATE in found and _is_ruled_out(Trait.OF_STATE, joined):
        left_out.add(Trait.OF_STATE)
    reader.understood.update(words_leaving_out(joined) if left_out else ())
    return tuple(dict.fromkeys(OPPOSITES[trait] if trait in left_out else trait for trait in found))


# An order, minutes and a city's own page are documents.
_OF_DOCUMENTS = frozenset({Trait.EXECUTIVE_ORDER, Trait.GRADE_A, Trait.GRADE_B})
_OF_COUNTY_BODIES = LATE.compile(
    r"\b(?:county|borough|окружн\w*) (?:council|commission|board|legislat|executive|official|government|рад|совет)"
)
_TOWNS = LATE.compile(r"\b(?:cit|town|municip|village|мист|город|громад)")
_KIND_OF_PLACE = (
    r"(?:cit(?:y|ies)|citys|towns?|municipalit\w+|villages?|count(?:y|ies)|boroughs?|states?"
    r"|мист\w*|город\w*|громад\w*|округ\w*|штат\w*)"
)
# Kinds of places in a row: "cities, counties and states".
_KINDS_OF_PLACES = LATE.compile(
    rf"\b(?<!not )(?<!no ){_KIND_OF_PLACE} (?:{_KIND_OF_PLACE} )*(?:and|or|чи|або|та|и|или|и) (?:an? |any |every )?"
    r"(?:count(?:y|ies)|boroughs?|states?|cit(?:y|ies)|citys|towns?|округ\w*|штат\w*|мист\w*|город\w*)\b"
)
_NOT_CITIES = LATE.compile(r"\b(?:not|no|never|не|ни|без) (?:of |for |the |any )?(?:cities|citys|towns|мист|город)\b")
_TOWNS_ALONE = LATE.compile(
    r"\b(?:towns?|villages?|містечк\w*|городк\w*|мистечк\w*) (?:and |but |а )?(?:not|не) (?:the )?(?:cit|мист|город)"
)
_LEFT_OUT_THOSE = LATE.compile(
    r"\b(?:not|except|excluding|without|minus|skip|leave out|besides|не|крим|кром|окр(?:им)?|без)"
    r" (?:the |any |all )?(?:ones|those|mayors|councils|cities|тих|тех|ти|те) (?:who|that|which|що|хто|кто|котор|яки) $"
)
# How the ties in states stand, and none of states themselves.
_OF_TIES_THERE = LATE.compile(
    r"\bstates (?:have|has|with|had|hold|lead|got) (?:\w+ )?(?:most|fewest|more|least)\b"
    r"|\bштат\w* (?:\w+ ){0,2}(?:наибильш\w*|наибол\w*|бильш\w*|больш\w*)"
    r"|\b(?:(?:whole|entire) states?|states? (?:as a whole|entirely|completely)) (?:\w+ ){0,2}"
    r"(?:clean|clear|free|done|finished|out|rid|without|with no|where|nothing|has no|have no)\b"
)
_STATES = LATE.compile(r"\b(?:states?|штат\w*)\b")
_OF_PLACES = frozenset({Trait.OF_COUNTY, Trait.OF_STATE, Trait.NOT_OF_STATE})
_ALL_KINDS_OF_PLACES = _OF_PLACES | {Trait.NOT_OF_CITY, Trait.OF_CITY, Trait.NO_PLAIN_CITY}


def _unsortable(reader: PhraseReader) -> Iterator[str]:
    for match in _UNSORTABLE.finditer(reader.joined):
        word = match[1] or match[2] or match[3]
        if word not in _SORTABLE and not any(p.search(match[0]) for p in ASKED_SORTS.values()):
            reader.understood.update(match.group().split())
            yield word
