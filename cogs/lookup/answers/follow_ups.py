"""Questions that go on from what was shown: "and in Maine?", "which of them was first?". Pure.

What was shown is read from the card itself: its custom ids carry a list's filter or the ids of its ties, its first
heading says what it explains. Nothing is stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from datetime import date

from cogs.lookup.history.intervals import asks_how_long
from cogs.lookup.lists.list_filter import list_filter
from cogs.lookup.lists.sorting import SORTS, in_order, sort_of
from cogs.lookup.lists.standings_listed import kinds_of
from cogs.lookup.model import Look, SortOrder, TargetKind, TieFilter
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import Phrases
from cogs.lookup.reading.intents import DECIDERS, STRONG_SUBJECT, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.routes import Choose, ListFile, ListPage
from cogs.lookup.sentences import WHICH_ONE
from cogs.lookup.ukraine.ukraine_asked import names_ukraine
from db.record.authorities import Authority
from db.record.dataset.explanations import shipped
from db.record.models import Country, Place, PlaceKind, Tie
from db.record.register import Register
from db.record.standings import Standing
from db.record.text import key
from db.record.values import value

# So many ties of a card can be gone on from; a card with more is a list.
MOST_TIES = 3
_BEGINS = said_for("follow_ups", "begins")
_REFERS = said_for("follow_ups", "refers")
_OF_THEM = said_for("follow_ups", "of_them")
_ASKS = said_for("follow_ups", "asks")
# "Of these partnerships" may be all of them.
_OF_THE_TIES = said_for("follow_ups", "of_the_ties")
# "The newest news on any of these" is asked of all ties.
ANY_OF_THEM = said_for("follow_ups", "any_of_them")
_OF_SEVERAL = frozenset({Intent.LIST, Intent.COUNT})
_OF_ALL = frozenset({Intent.LATEST, Intent.EARLIEST, Intent.FOUNDED, Intent.BEGINNING})
_DECIDING = (Authority.COUNCIL, Authority.MAYOR, Authority.STATE, Authority.ASSOCIATION)
# So many words, without a name of a place, are said of what was shown.
MOST_ALONE = 6
# So many name nothing but a state: "in Ohio".
_MOST_OF_A_STATE = 3
# What each of these says changes a list; the rest of it is as it was.
_CHANGED_BY = (
    "authorities", "how", "levels", "traits", "over", "under", "text", "outside", "not_so", "conditions",
    "russian_over", "russian_under", "made_since", "made_until",
)  # fmt: skip
# What stands before a question that goes on: "and why", "а чому".
_LEADS = LATE.compile(r"^(?:(?:and|but|so|ok|okay|then|well|а|и|і|й|та|але|но|ну|то) )+")
# What is put right of the question before: "no i meant how many are there".
_NOT_THAT = re.compile(
    r"^\W*(?:(?:no|nope|sorry|wait|нет|ні|не)\b\W*)*"
    r"(?:i (?:mean|meant)|то есть|тобто|я (?:про|о|об|имела? в ?виду|ма(?:в|ла) на увазі))\b[\s,:–—-]*(?=\S)",
    re.IGNORECASE,
)
# The same at the end: "Tallahassee, sorry", "the state I mean".
_NOT_THAT_BEFORE = re.compile(
    r"(?<=\w)[\s,.:–—-]+(?:i (?:mean|meant)|i was thinking of|име(?:ю|л|ла) в ?виду|ма(?:ю|в|ла) на увазі|sorry"
    r"|my bad|my mistake|вибач(?:те)?|перепрошую|извини(?:те)?|простите)\W*$",
    re.IGNORECASE,
)
# How a custom id ends that is of a tie, whichever it is: under answers, announcements and reminders alike.
_OF_TIE = LATE.compile(r"/([a-z0-9-]+--[a-z0-9-]+)$")
# Ties in general: what names them goes on from no tie that was shown.
_OF_TIES = said_for("follow_ups", "of_ties")
_WHAT_ABOUT = said_for("follow_ups", "what_about")
# The same list once more, or how many are on it.
_SAME = said_for("follow_ups", "same_list")
# Such ties as were explained.
_SUCH = said_for("follow_ups", "such")
SOURCES = said_for("follow_ups", "sources")
MORE = said_for("follow_ups", "more")
BOTH = said_for("follow_ups", "both")
TALK = said_for("follow_ups", "talk")
MEANING_OF_IT = said_for("follow_ups", "meaning_of_it")
_WHICH_OF_TWO = said_for("follow_ups", "other")
# A time that only what was said before tells.
THAT_TIME = said_for("follow_ups", "that_time")
IN_ORDER = said_for("follow_ups", "in_order")
_ANOTHER = said_for("follow_ups", "another")
_STATE = said_for("follow_ups", "the_state")
_RUSSIAN_ONE = said_for("follow_ups", "russian_one")
_AMERICAN_ONE = said_for("follow_ups", "american_one")
_ORDINALS = tuple(said_for("follow_ups", name) for name in ("first", "second", "third"))
_LAST = said_for("follow_ups", "final")
WHO_SAYS = said_for("follow_ups", "who_says")
LOOKED = said_for("follow_ups", "looked")
WHICH_OLDER = said_for("follow_ups", "which_older")
REST = said_for("follow_ups", "rest")
EACH = said_for("follow_ups", "each")
_OBJECTS = said_for("follow_ups", "objects")
# An objection has at most so many words.
_LONGEST_OBJECTION = 18
# What is asked for beside what was shown, and not in its place.
_TOO = said_for("follow_ups", "too")


# What refers to what was shown by all of its few words.
_REFERRING = (*_ORDINALS, _LAST, SOURCES, MORE, BOTH, WHO_SAYS, LOOKED, REST, _SAME, _STATE, _WHICH_OF_TWO)


@value
class ShownCard:
    """What a card showed: the filter of its list, and its ties if they are few; what it ``offered`` for "which one?",
    ids of ties and places; the id of what it ``explained``, or its ``heading`` if that is another.
    """

    filter: TieFilter | None = None
    ties: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    explained: str = ""
    heading: str = ""


def shown_by(custom_ids: Iterable[str], options: Iterable[str] = (), heading: str = "") -> ShownCard:
    """What the custom ids of a card carry; ``options`` are the values of its selects, ``heading`` its first one."""
    found: TieFilter | None = None
    ties: dict[str, None] = {}
    choices = [choice for choice in map(_choice, options) if choice]
    for custom_id in custom_ids:
        turned, file = ListPage.read(custom_id), ListFile.read(custom_id)
        found = found or (turned.filter if turned else file.filter if file else None)
        if chosen := Choose.read(custom_id):
            choices.append(chosen)
        elif of_tie := _OF_TIE.search(custom_id):
            ties[of_tie[1]] = None
    explained = _explained_under(heading)
    offered = tuple(dict.fromkeys(it.target for it in choices if it.kind is not TargetKind.ANSWER))
    if heading == WHICH_ONE:
        return ShownCard(offered=offered)
    if found is None and not (ties or heading):
        ties |= {choice.target: None for choice in choices if choice.kind is TargetKind.TIE}
    few = tuple(ties) if len(ties) <= MOST_TIES else ()
    return ShownCard(found, few, explained=explained, heading="" if explained else heading)


def _choice(value: str) -> Choose | None:
    try:
        return Choose.of(value)
    except ValueError:
        return None


def _explained_under(heading: str) -> str:
    """The id of the explanation whose topic is this heading; empty where none is."""
    return next((each.id for each in shipped().all if each.topic == heading), "") if heading else ""


def without_correction(text: str) -> str:
    """A text without what says that another question was meant: "no, i meant how many are there"."""
    return _NOT_THAT_BEFORE.sub("", _NOT_THAT.sub("", text, count=1), count=1)


def refers_back(question: Question) -> bool:
    """Whether a question may go on from what was shown before."""
    if refers_back_by_words(question.joined):
        return True
    if names_another(question):
        return True
    if question.states_within and len(question.words) <= _MOST_OF_A_STATE and Intent.EVERYTHING not in question.intents:
        return True
    alone = not question.mentions and not question.states and len(question.words) <= MOST_ALONE
    about = (
        asks_how_long(question)
        or question.intents - {Intent.GREETING}
        or question.asks_for_something
        or decides(question)
    )
    return alone and (asks(question) or bool(about) or question.text.rstrip().endswith("?"))


def refers_back_by_words(joined: str) -> bool:
    """The same by normalised words alone: what has more than ``MOST_ALONE`` of them does by nothing else."""
    if _BEGINS.match(joined) is not None or _REFERS.search(joined) is not None:
        return True
    bare = _LEADS.sub("", joined)
    return joined.count(" ") < MOST_ALONE and any(it.search(bare) for it in _REFERRING)


def objects(question: Question) -> bool:
    """Whether a text says of what was shown that it is not so: "that's not what I read, the Tribune said severed"."""
    named = any(mention.places for mention in question.mentions) or question.all_states or question.speakers
    if named or len(question.words) > _LONGEST_OBJECTION or question.intents & _OF_SEVERAL:
        return False
    return bool(question.standings or question.narrowing.kinds) and _OBJECTS.search(question.joined) is not None


def asks(question: Question) -> bool:
    """Whether a text begins as a question does that names nothing: "when?", "who decided?", "а чому"."""
    return _ASKS.match(_LEADS.sub("", question.joined)) is not None


def decides(question: Question) -> bool:
    """Whether a text speaks of who decides: a council, a mayor."""
    return any(decider.search(question.joined) for decider in DECIDERS.values())


def is_what_about(question: Question) -> bool:
    """Whether a text goes on to something else, and asks no more of it: "what about Maine"."""
    return _WHAT_ABOUT.match(_LEADS.sub("", question.joined)) is not None


def names_ties(question: Question) -> bool:
    """Whether a text names ties, cities or mayors as such: "which cities ended"."""
    return _OF_TIES.search(question.joined) is not None


def names_some_of_them(question: Question) -> bool:
    """Whether some of those that were shown are meant: "how many of them"."""
    return _OF_THEM.search(question.joined) is not None


def names_another(question: Question) -> str:
    """The postal code of the state in which another place of the name that was shown is meant: "no, the Minnesota
    one"; empty where none is.
    """
    states = question.all_states
    only_state = len(states) == 1 and not any(mention.places for mention in question.mentions)
    return states[0] if only_state and _ANOTHER.search(question.joined) else ""


def is_of_the_state(question: Question) -> bool:
    """Whether the state is asked about in which what was shown lies: "and the state?"."""
    return says(_STATE, question)


def is_of_what_was_shown(question: Question) -> bool:
    """Whether a text that names no place is said of ties that were shown, and asks for no list of its own."""
    named = any(mention.places for mention in question.mentions) or question.all_states or question.abroad
    if named:
        return False
    if names_some_of_them(question):
        return True
    if names_ties(question):
        return False
    counts = Intent.COUNT in question.intents and bool(question.standings)
    if refers_back_by_words(question.joined):
        return True
    return not (counts or question.narrowing.sort) and refers_back(question)


def says(what: Phrases, question: Question) -> bool:
    """Whether a text says something, whatever leads in: "and the source?"."""
    return what.search(_LEADS.sub("", question.joined)) is not None


def asks_for_the_same(question: Question) -> bool:
    """Whether the same ties are asked for once more, or how many they are: "how many is that", "names?"."""
    return says(_SAME, question)


def asks_for_such(question: Question) -> bool:
    """Whether the ties are asked for of which something was explained: "which ones are like that"."""
    return says(_SAME, question) or says(_SUCH, question)


def asks_for_the_other(question: Question) -> bool:
    """Whether the other of two is meant: "the other one", "інший"."""
    return says(_WHICH_OF_TWO, question)


def number_picked(question: Question) -> int | None:
    """Which of what was shown a question picks, counted from 0, and -1 for the last; None where it picks none."""
    if says(_LAST, question):
        return -1
    return next((number for number, ordinal in enumerate(_ORDINALS) if says(ordinal, question)), None)


def picked(offered: Sequence[str], question: Question, register: Register) -> list[str]:
    """Those of several places or ties that were offered which a question picks: by their number, by a place or state
    that it names or rules out, all where it says both; none where it picks none.
    """
    if says(BOTH, question):
        return list(offered)
    for number, ordinal in enumerate(_ORDINALS[: len(offered)]):
        if says(ordinal, question):
            return [offered[number]]
    for country, said in ((Country.RU, _RUSSIAN_ONE), (Country.US, _AMERICAN_ONE)):
        of_country = [it for it in offered if it in register.record.places and register.place(it).country is country]
        if 0 < len(of_country) < len(offered) and says(said, question):
            return of_country
    of_places = {target: _place_offered(target, register) for target in offered}
    named = {place.id for it in question.mentions if not it.negated for place in it.places}
    left_out = {place.id for it in question.mentions if it.negated for place in it.places}
    out = {*question.excluded_states}
    kept = [it for it, place in of_places.items() if place.id not in left_out and place.state not in out]
    states = {*question.all_states}
    kept = [it for it in kept if not states or of_places[it].state in states]
    kept = [it for it in kept if not named or of_places[it].id in named]
    kinds = {place.kind for place in of_places.values()}
    asked = [kind for kind in kinds if len(kinds) > 1 and _names_kind(kind, question.joined)]
    kept = [it for it in kept if not asked or of_places[it].kind in asked]
    return kept if len(kept) < len(offered) else []


def _place_offered(target: str, register: Register) -> Place:
    """The American place of what was offered, or the Russian one where that is it."""
    return register.place(register.tie(target).us if target in register.record.ties else target)


def _names_kind(kind: PlaceKind, joined: str) -> bool:
    """Whether a text means places of a kind, and does not rule them out."""
    return re.search(rf"(?<!not )(?<!not the )(?<!no )\b{kind.value}\b", joined) is not None


def needs_what_was_shown(question: Question) -> bool:
    """Whether a question cannot be answered but from what was shown before."""
    if _OF_THE_TIES.search(question.joined) or Intent.BY_STATE in question.intents or question.narrowing.narrows:
        return False
    if question.intents & _OF_ALL and ANY_OF_THEM.search(question.joined):
        return False
    says_which = question.mentions or question.all_states or question.standings or question.period or question.levels
    says_which = says_which or question.authorities
    if says_which or names_ukraine(question.joined):
        return False
    them = _OF_THEM.search(question.joined)
    # "How many ties are there, and how many of them …": who they are stands before.
    return them is not None and STRONG_SUBJECT.search(question.joined[: them.start()]) is None


def the_rest(shown: TieFilter) -> TieFilter | None:
    """The filter of those that are not on a list: the same ties, not so; None where it is not clear what they are.

    Of a list that is narrowed by two traits the rest lack either of them, which no filter says.
    """
    if shown.kinds or shown.authorities or shown.how or shown.not_so or len(shown.traits) > 1:
        return None
    if shown.traits:
        return replace(shown, traits=(), not_so=shown.traits)
    if shown.standings:
        return replace(shown, standings=tuple(it for it in Standing if it not in shown.standings))
    return replace(shown, states=(), outside=shown.states) if shown.states and not shown.outside else None


def part_of_a_name(question: Question) -> frozenset[str]:
    """The words of a short text that may be a part of a place's name: "the Heights", "Shaker"; empty where it names a
    place with a tie.
    """
    if len(question.words) > MOST_ALONE or any(it.places and not it.negated for it in question.mentions):
        return frozenset()
    untied = (word for it in question.mentions if not it.places for word in key(it.typed).split())
    return frozenset(untied) or frozenset(key(word) for word in question.asides)


def with_part_of_name(ties: Iterable[Tie], said: Set[str], register: Register) -> list[Tie]:
    """Those of some ties in the names of whose places all these words stand."""
    return [tie for tie in ties if said <= {word for place in (tie.us, tie.ru) for word in _words_of(place, register)}]


def _words_of(place: str, register: Register) -> set[str]:
    known = register.place(place)
    return {word for name in (known.name, *known.aliases) for word in key(name).split()}


def narrowed(shown: TieFilter, question: Question, today: date) -> TieFilter | None:
    """The filter of a list as a question changes it; None if the question names nothing that a list is changed by."""
    denied = frozenset(place.id for named in question.mentions if named.negated for place in named.places)
    if not question.standings:
        # "In how many of those did a council decide" is asked of those that stand so.
        question = replace(question, standings=shown.standings)
    new = list_filter(question, today, denied)
    changed = shown
    if new.states or new.region:
        changed = replace(changed, states=new.states, where=new.where, region=new.region, without=())
    changed = _looking(changed, new, question)
    for name in _CHANGED_BY:
        if value := getattr(new, name):
            changed = replace(changed, **{name: value})
    if new.without:
        changed = replace(changed, without=tuple(dict.fromkeys((*changed.without, *new.without))))
    if new.order is not SortOrder.RECORD and not (new.since or new.until):
        changed = replace(changed, order=new.order, sort=new.sort, founded=changed.founded or new.founded)
    if changed == shown and not (new.most or new.share):
        deciders = tuple(it for it in _DECIDING if it in DECIDERS and DECIDERS[it].search(question.joined))
        return replace(shown, authorities=deciders) if deciders else None
    return replace(changed, most=new.most, share=new.share)


def _looking(shown: TieFilter, new: TieFilter, question: Question) -> TieFilter:
    """What a changed list looks at: what the question says of standings, acts and times, the rest as it was."""
    if new.standings or new.kinds or new.look is Look.HEARINGS:
        timed = new.since or new.until or new.as_of
        both = _TOO.search(question.joined) is not None and not (new.kinds or shown.kinds)
        standings = tuple(dict.fromkeys((*shown.standings, *new.standings))) if both else new.standings
        since, until = (new.since, new.until) if timed or new.look is Look.BEHIND else (shown.since, shown.until)
        return replace(
            shown, standings=standings, kinds=new.kinds, look=new.look, since=since, until=until, as_of=new.as_of
        )
    if not (new.since or new.until):
        return shown
    kinds = shown.kinds or kinds_of(shown.standings)
    if not kinds:
        return replace(shown, since=new.since, until=new.until, look=new.look if not shown.standings else shown.look)
    return replace(shown, since=new.since, until=new.until, look=Look.ACTS, kinds=kinds, standings=())


def among_shown(ties: Sequence[Tie], question: Question, register: Register) -> list[Tie]:
    """Those of several ties that were shown which a question tells apart by a place or state, named or ruled out: "the
    Alaskan one", "not San Diego"; none where it names others, or none.
    """
    left_out = {place.id for named in question.mentions if named.negated for place in named.places}
    named = {place.id for named in question.mentions if not named.negated for place in named.places}
    out, states = set(question.excluded_states), question.all_states
    kept = [tie for tie in ties if not {tie.us, tie.ru} & left_out and register.state_of(tie) not in out]
    kept = [tie for tie in kept if not states or register.state_of(tie) in states]
    kept = [tie for tie in kept if not named or {tie.us, tie.ru} & named]
    return kept if len(kept) < len(ties) else []


def ranked(ties: Sequence[Tie], question: Question, today: date, register: Register) -> tuple[Tie, str] | None:
    """The first of some ties by what a question sorts by, and the sentence on it; None if it sorts by nothing."""
    new = list_filter(question, today)
    if new.order is SortOrder.RECORD or len(ties) < 2:
        return None
    chosen = replace(TieFilter(), order=new.order, sort=new.sort, founded=new.founded, look=new.look, kinds=new.kinds)
    found = in_order(ties, chosen, register)
    return (found[0], SORTS[sort_of(chosen)].first(found[0], chosen, register)) if found else None
