"""What a question narrows and sorts a list by, read from its words. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cogs.lookup.model import ConditionOf, How, SortBy, SortOrder, Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import Phrases, PhraseTable
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
    WITH_A_RUSSIAN,
    WITHOUT_TIES,
)
from cogs.lookup.reading.asked_kinds import ASKED_HOW, DECIDED
from cogs.lookup.reading.asked_numbers import read_age, read_most, so_many_of
from cogs.lookup.reading.asked_people import BIG, SMALL, read_people
from cogs.lookup.reading.asked_sorting import ASKED_SORTS, GREATEST, LEAST
from cogs.lookup.reading.conditions_asked import means_a_condition, topics_asked
from cogs.lookup.reading.kinds_of_places import kind_of_place_asked
from cogs.lookup.reading.kinds_said import KINDS, kinds_said
from cogs.lookup.reading.meanings import Meant
from cogs.lookup.reading.orders_meant import order_meant
from cogs.lookup.reading.traits_said import TRAITS, is_denied, read_traits
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.reading.votes import counted_vote
from db.record.act_kinds import ActKind
from db.record.values import value

# "First the endings, then the suspensions" says in which order they are to be told, and not what was done first.
_LISTED_IN_TURN = said_for("lists", "narrowing", "listed_in_turn")
# "Who pulled back then" is no second step.
_AT_THAT_TIME = said_for("lists", "narrowing", "at_that_time")
# "In 2023 or later" bounds a time.
_LATER_THAN_THEN = LATE.compile(r"\blater (?:than|in)\b|\b\d{4}(?: \w+)? (?:or|and) later\b|\b(?:or|and) later$")
# "Out of the total, not out of the Chamber list": what a share is not taken of.
_NOT_OF_A_LIST = said_for("lists", "narrowing", "not_of_a_list")
# "На сколько больше городов приостановили, чем разорвали": more of them, and no big ones.
_MORE_CITIES = said_for("lists", "narrowing", "more_cities")
# How a place votes for presidents is no vote on a tie.
_OF_AN_ELECTION = said_for("lists", "narrowing", "of_an_election")
# A number of people is named, beside which a list may be sorted by them.
_COUNTS_PEOPLE = LATE.compile(
    r"\b(?:over|under|above|below|than|least|понад|бильше?|больше?|свыше|менше?|меньше?|до|вид|от) "
    r"(?:a |an |one |\d[\d ]*)?"
    r"(?:\d+|million|thousand|mln|k|мильион\w*|миллион\w*|тис\w*|тыс\w*)\b"
    r"|\b(?:мил(?:ь|л)?[ий]онник)"
)
_NOT_SEARCHED = LATE.compile(r"\b(?:not|never|havent|hasnt|nobody|no one) (?:\w+ ){0,3}(?:searched|checked|looked)\b")
_UNSORTABLE = LATE.compile(
    r"\b(?:(?:alphabet\w*|sort\w*|order\w*) (?:\w+ ){0,2}(?:by|of) (?:the )?"
    r"(russian (?:cit(?:y|ies)|names?|places?|partners?))\b"
    r"|(?:sort|order|rank|arrange|group)(?:ed|d)?(?: \w+){0,3} by (?:the |their )?((?:how )?\w+)"
    r"|((?:easi|hard|rich|poor|cold|warm|close|near|far|furth|high|low|safe|strong|weak|strang|hot|loud|fast|slow|prett|ugl|busi"
    r"|wealth|happi|friendl|tall|deep|cheap)\w*est"
    r"|most (?:popular|active(?! (?:ties|ones|links|pairs|partnerships|sister))|important|famous|beautiful|expensive"
    r"|controversial|liberal|conservative|democratic|republican|influential|dangerous|visited|loved|hated|successful|corrupt)"
    r"|(?:most|fewest) (?:yes |no |aye |nay )?votes|(?:больш|меньш|бильш) всег голос|(?:наибильш|наименш) голос))\b"
)
# What a list may be said to be sorted by, that it can be sorted by, or is anyway.
_SORTABLE = frozenset(
    "name names months month state states alphabet alphabetically alphabetical date dates year years age founding size "
    "population act acts search last newest latest oldest time standing region hearing hearings number "
    "inhabitants".split()
)
# "Alphabetical by Russian city" is by no name of an American one.
_SORTED_BY_MORE = [asked for (by, _), asked in ASKED_SORTS.items() if by is not SortBy.NAME]
_HOW = {asked: how for how, asked in ASKED_HOW.items()}
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
_LATEST_ONES = said_for("lists", "narrowing", "latest_ones")
# "Suspended after a public hearing" asks for none that is to come.
_OF_HEARINGS = frozenset({"hearing", "to_come", "past"})
_HELD = said_for("lists", "narrowing", "held")
# "The Russian side is the smaller town": than its partner, and no small town.
_OF_BOTH_SIDES = frozenset({Trait.RUSSIAN_LARGER, Trait.US_LARGER})
_NOT_ALONE = frozenset({Trait.ONLY_WIKIPEDIA, Trait.MAYORS_MOTION})
_Sort = tuple[SortBy, SortOrder]
_OLDEST_ACT, _NEWEST_ACT = (SortBy.ACT, LEAST), (SortBy.ACT, GREATEST)
_BY_DATE = LATE.compile(r"(?: ?(?:by date|за дат\w*|по дат\w*))+")
_A_WORD_MORE = 10
_NOT_BY = LATE.compile(
    r"(?:не|ни|not|no|without|без) (?:by |a |the |any )*"
    r"(?:council|mayor|governor|commission|рад|совет|мер|губернатор)\w*"
)
_TOGETHER = PhraseTable({asked: asked for asked in (*KINDS, *_HOW, *TRAITS, *_SORTS, *_FLAGS.values(), BIG, SMALL)})


@value
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


def read_narrowing(joined: str, meant: Sequence[Meant]) -> Narrowing:
    """What normalised words narrow a list by, by phrases and by what is ``meant``."""
    reader = _reader(joined)
    vote, counted = counted_vote(reader.joined)
    if vote:
        reader.leave_out(counted)
    joined = reader.joined
    left = {*joined.split()}
    meant = [each for each in meant if each.words <= left and not _denies_a_decider(each)]
    waits = means_a_condition(joined) and all(each.says is not Trait.CHANGED_COURSE for each in meant)
    kinds = kinds_said(reader, meant, waits=waits)
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
    sized = _by_size(sorts) or any(each.says in _OF_BOTH_SIDES for each in meant)
    counts_more = _MORE_CITIES.search(joined) is not None
    over, under = read_people(reader) if not counts_more and (_COUNTS_PEOPLE.search(joined) or not sized) else (0, 0)
    older, younger = read_age(reader)
    unsortable = () if by_order else tuple(_unsortable(reader))
    sorts = tuple(it for it in sorts if it[0] is not SortBy.NAME) if unsortable else sorts
    searches = by_order and sorts[0][0] is SortBy.SEARCHED
    not_searched = not searches and _NOT_SEARCHED.search(joined) is not None
    of_kind, words_of_kind = kind_of_place_asked(joined)
    if not (reader.found_anything or not_searched or waits or meant or most or of_kind):
        return NOTHING_NARROWED
    ties = read_traits(
        reader, meant, (of_kind, words_of_kind), by_order=bool(sorts), by_people=bool(over or under), waits=waits
    )
    traits = ties.so
    # "That Wikipedia alone mentions": nobody decided alone there. What is counted is no mere vote.
    # "The mayor himself proposed it, and the council decided": nor did he decide alone.
    not_how = {How.WORD if _NOT_ALONE & {*traits} else None, How.VOTE if vote else None}
    how = tuple(it for it in how if it not in not_how)
    flags = _flags(reader, traits)
    if len(how) > 1 and flags["compares"]:
        # "More suspended by vote or by word": each is counted.
        how, flags["by_word"] = (), True
    if _names_no_second_step(joined):
        traits = tuple(trait for trait in traits if trait is not Trait.CHANGED_COURSE)
    flags["counts_states"] = flags["counts_states"] and of_kind not in {Trait.OF_CITY, Trait.NOT_OF_STATE}
    return Narrowing(
        **flags,
        kinds=kinds,
        how=_how(how, joined),
        unvoted=How.VOTE in how and is_denied(ASKED_HOW[How.VOTE], joined),
        traits=tuple(trait for trait in traits if trait not in ties.not_so),
        not_so=ties.not_so,
        sort=sorts[0] if sorts else rank,
        both_ends=any(order is LEAST and (sort, GREATEST) in sorts for sort, order in sorts),
        most=most,
        over=over,
        under=under,
        older=older,
        younger=younger,
        failed=ActKind.PROPOSED in kinds and CAME_TO_NOTHING.search(joined) is not None,
        not_searched=not_searched,
        conditions=(topics_asked(joined) or ties.topics) if Trait.CONDITION in traits else (),
        vote=vote,
        unsortable=unsortable,
        understood=frozenset(reader.understood),
        kind_words=kind_words,
        sort_words=sort_words,
        trait_words=ties.words,
        by_meaning=ties.by_meaning,
        by_order=by_order,
    )


def _flags(reader: PhraseReader, traits: Sequence[Trait]) -> dict[str, bool]:
    """What else is asked, or is not, by the field that tells it."""
    joined = reader.joined
    held = _HELD.search(joined) is not None
    flags = {name: reader.has(asked) for name, asked in _FLAGS.items() if not (held and name in _OF_HEARINGS)}
    flags["lacking"] = flags["lacking"] and OR_NOTHING.search(joined) is None
    flags["then"] = flags["then"] and not _names_no_second_step(joined)
    # "Left it to a future decision" asks for no hearing.
    coming = flags.get("to_come", False) and Trait.CONDITION not in traits and REMINDS.search(joined) is None
    flags["to_come"] = coming
    flags["hearing"] = coming or (flags.get("hearing", False) and Trait.CONDITION not in traits)
    return flags


def _names_no_second_step(joined: str) -> bool:
    """Whether a word for what comes later tells of no second step."""
    return any(it.search(joined) for it in (_LISTED_IN_TURN, _AT_THAT_TIME, _LATER_THAN_THEN))


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
    if len(sorts) < 2 or sorts[0][0] is not SortBy.ACT:
        return tuple(sorts)
    number = {sort: len([*ASKED_SORTS[sort].finditer(joined)]) for sort in sorts}
    return tuple(sorted(sorts, key=lambda sort: -number[sort] if sort[0] is SortBy.FOUNDED else -number[sorts[0]]))


def _orders(reader: PhraseReader, meant: Sequence[Meant]) -> tuple[tuple[_Sort, ...], bool]:
    """The orders that are asked for, and whether the first is known by its meaning."""
    sorts = _most_said_first(reader.all_of(_SORTS), reader.joined)
    if {_OLDEST_ACT, _NEWEST_ACT} <= {*sorts} and _BY_DATE.fullmatch(_said_of(_OLDEST_ACT, reader.joined)):
        # "By date, newest on top": by date alone says nothing of which comes first.
        sorts = tuple(sort for sort in sorts if sort != _OLDEST_ACT)
    order = order_meant(sorts, meant, reader.joined)
    if order is None:
        return sorts, False
    reader.understood.update(order.words)
    return (order.says, *(sort for sort in sorts if sort != order.says)), True


def _said_of(sort: _Sort, joined: str) -> str:
    """The words by which an order is asked for, one after the other."""
    return " ".join(match.group() for match in ASKED_SORTS[sort].finditer(joined))


def _by_size(sorts: Sequence[tuple[SortBy, SortOrder]]) -> bool:
    return any(sort is SortBy.SIZE for sort, _ in sorts)


def _words_of_traits(meant: Sequence[Meant]) -> frozenset[str]:
    return frozenset(word for each in meant if isinstance(each.says, Trait) for word in each.words)


def _how(found: tuple[How, ...], joined: str) -> How | None:
    """How it was decided; where a vote is ruled out, "not by vote", by somebody's word."""
    if found and found[0] is How.VOTE and is_denied(ASKED_HOW[How.VOTE], joined):
        return How.WORD
    return found[0] if found else None


def _unsortable(reader: PhraseReader) -> Iterator[str]:
    for match in _UNSORTABLE.finditer(reader.joined):
        word = match[1] or match[2] or match[3]
        # "Grouped by how it stands": what follows is of the order as well.
        said = reader.joined[match.start() : match.end() + _A_WORD_MORE]
        if word not in _SORTABLE and not any(p.search(said) for p in _SORTED_BY_MORE):
            reader.understood.update(match.group().split())
            yield word
