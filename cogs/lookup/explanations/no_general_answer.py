"""When the ties themselves are asked for, and no explanation on file, though words of one are there. Pure."""

from __future__ import annotations

from cogs.lookup.answers.follow_ups import ANY_OF_THEM
from cogs.lookup.explanations import explanation_phrases
from cogs.lookup.history import stories, which_first
from cogs.lookup.history.beside_events import sets_against_the_speech
from cogs.lookup.history.intervals import asks_how_long
from cogs.lookup.lists.asked_list import GROUP, OF_PLACES, asks_for_all_places
from cogs.lookup.model import SortBy, Trait
from cogs.lookup.people.sayings import REBUT, asks_for_both
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import any_of
from cogs.lookup.reading.framing import is_where_the_asker_is
from cogs.lookup.reading.heads import heads_with_standing
from cogs.lookup.reading.intents import SEVERAL, Intent
from cogs.lookup.reading.leaving_out import words_leaving_out
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.understanding import ITS_STATE
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.times.eras import reckons_from_the_speech
from db.record.act_kinds import ActKind
from db.record.models import Country
from db.record.vocabulary import vocabulary

# Who of these changed their mind is told by name, and not by tie.
_OFFICIALS = said_for("questions", "no_general_answer", "officials")
# How the topics of answers begin that say what a word means.
_DEFINES = ("What a ", "What an ")
# When each of two things was done is asked: what changed are ties, and no minds.
_WITH_DATES = said_for("questions", "no_general_answer", "with_dates")
# Who thought otherwise later; who took up a tie again is another question.
_OF_CHANGES = "changed-side"
# What is the least sure: of ties that stand in some way, those that rest on little are asked for.
_OF_WEAKNESS = "weakest"
# What begins so asks for a list: "mayors who ended it rather than paused it".
_BEGINS_A_LIST = LATE.compile(
    r"(?:(?:please|pls|just|all|the|any|list|show|me|of|give|name) )*"
    r"(?:mayors|councils|commissions|governors|cities|citys|towns|places|ties|pairs|partnerships|suspensions|endings|those|ones|states)"
    r" (?:who|that|which|where|whose|with|cut|suspended|ended|active)\b"
)
_BEGINS_A_LIST_CYRILLIC = said_for("questions", "no_general_answer", "begins_a_list_cyrillic")
# Who has a Ukrainian partner.
_HAVING = any_of(vocabulary("ukraine")["having"])
# Who did something, and what: "хто саме призупинив".
_WHO = LATE.compile(r"\b(?:хто|кто|who)(?: (?:сам|именн|точн|вже|уже|all|exactly|actually|really|просто|прост))* (\w+)")
# What a sister state is.
_OF_STATES = "sister-state"
_BY_SIZE = frozenset({SortBy.SIZE, SortBy.RUSSIAN_SIZE})


def means_no_general_answer(question: Question, *, listed: bool) -> bool:
    """Whether the ties, or a list of them, are asked for by how a question is put, and no answer on file."""
    if _asks_of_a_time_there(question) or _is_of_places_alone(question):
        return True
    changed = Trait.CHANGED_COURSE in question.narrowing.traits and asks_how_long(question)
    if listed and (changed or question.narrowing.without_ties):
        return True
    if Intent.BY_STATE in question.intents:
        # "В каком штате побратимов больше всего" asks for no meaning of a sister state.
        phrased = explanation_phrases.phrased(question)
        if phrased is None or phrased.id == _OF_STATES:
            return True
    phrased = explanation_phrases.phrased(question) if listed else None
    if listed and phrased is None and (question.by_meaning or heads_with_standing(question)):
        return True
    if phrased is not None and explanation_phrases.asks_for_ties_instead(phrased, question):
        return True
    if _asks_for_a_narrow_list(question, listed=listed) or _tells_of_a_change(question):
        return True
    if listed and (_asks_for_an_end_of_all(question) or leaves_out_behind(question) or _asks_who_stands_so(question)):
        return True
    of_state = listed and question.all_states
    if of_state and (ITS_STATE.search(question.joined) or asks_for_all_places(question)):
        return True
    of_any = listed and ANY_OF_THEM.search(question.joined) is not None
    return of_any and explanation_phrases.phrased_by_words(question) is None


def _asks_of_a_time_there(question: Question) -> bool:
    """Whether it is asked of a place that is named how long something took, or in what order it happened."""
    if not any(mention.places for mention in question.mentions) or _is_of_the_bot(question):
        return False
    timed = asks_how_long(question) or reckons_from_the_speech(question.joined) or sets_against_the_speech(question)
    return bool(timed or which_first.asks_for_order(question) or stories.asks_what_changed(question))


def _is_of_the_bot(question: Question) -> bool:
    """Whether something is asked of the bot by its words, whatever happens there: "warn me when Eugene flips"."""
    phrased = explanation_phrases.phrased_by_words(question)
    return phrased is not None and phrased.subject == "bot" and phrased.of_place


def _is_of_places_alone(question: Question) -> bool:
    """Whether places are asked about that have answers of their own, cities abroad or one's Ukrainian partners, and no
    answer on file by its words.
    """
    of_places = _is_of_cities_abroad(question) or _asks_for_ukrainians_of_one(question)
    return of_places and explanation_phrases.phrased_by_words(question) is None


def _is_of_cities_abroad(question: Question) -> bool:
    """Whether what one city abroad decided is asked, or several are asked about, and none is where the asker is."""
    cities = [each for each in question.abroad if each.is_city]
    if question.mentions or question.all_states or not (len(cities) > 1 or (cities and question.standings)):
        return False
    return not any(is_where_the_asker_is(question.words, each.start, question.joined) for each in cities)


def _asks_for_ukrainians_of_one(question: Question) -> bool:
    """Whether it is asked if an American place that is named has Ukrainians: "do we have a Ukrainian sister"."""
    named = any(Country.US in mention.countries for mention in question.mentions)
    return named and Intent.UKRAINE in question.intents and _HAVING.search(question.joined) is not None


def ranks_by_size(question: Question) -> bool:
    """Whether the largest of some places is asked for, and no argument: "the biggest that has not acted"."""
    narrowing = question.narrowing
    return bool(narrowing.traits and narrowing.sort and narrowing.sort[0] in _BY_SIZE)


def asks_for_all_of_both_sides(question: Question) -> bool:
    """Whether all that both sides say is asked for, and no one argument by its own words."""
    joined = question.joined
    if REBUT.search(joined) or explanation_phrases.phrased_by_words(question):
        return False
    return asks_for_both(question)


def _asks_for_a_narrow_list(question: Question, *, listed: bool) -> bool:
    """Whether a list is asked for by how its ties stand and what else is so of them, and no answer by its words."""
    narrowing, phrased = question.narrowing, explanation_phrases.phrased_by_words(question)
    if listed and ranks_by_size(question):
        return True
    if phrased is not None:
        told = OF_PLACES.search(question.joined) or _WITH_DATES.search(question.joined)
        if listed and question.standings and phrased.topic.startswith(_DEFINES):
            # "Which of the states ended its sister-state tie first": the ties are asked for, and no meaning.
            return bool(question.intents & {Intent.EARLIEST, Intent.LATEST, Intent.COUNT})
        of_places = Trait.CHANGED_COURSE in narrowing.traits and told
        if phrased.id == _OF_WEAKNESS:
            return listed and bool(narrowing.traits and question.standings)
        then = narrowing.then and _OFFICIALS.search(question.joined) is None
        of_ties = ActKind.RESUMED in narrowing.kinds or of_places or then
        return listed and phrased.id == _OF_CHANGES and bool(of_ties)
    several = question.standings or SEVERAL.search(question.joined)
    asked = question.intents & {Intent.LIST, Intent.COUNT}
    said = asked and question.standings and question.authorities
    # "Назвіть п'ятірку найбільших міст, де зв'язок чинний" asks for no meaning of the word.
    largest = narrowing.most and narrowing.sort and question.standings
    begins = _BEGINS_A_LIST.match(question.joined) or _BEGINS_A_LIST_CYRILLIC.search(question.joined)
    return listed and bool((several and narrowing.traits) or said or largest or begins)


def _asks_for_an_end_of_all(question: Question) -> bool:
    """Whether the newest or the first of all is asked for, and no answer by its words: "latest thing you know"."""
    ends = question.intents & {Intent.LATEST, Intent.EARLIEST}
    of_all = bool(ends) and GROUP.search(question.joined) is not None
    return of_all and explanation_phrases.phrased_by_words(question) is None


def leaves_out_behind(question: Question) -> bool:
    """Whether a word for how ties stand begins a text and some of these are left out: "активні, окрім тих, де …"."""
    first = question.words[0].norm if question.words else ""
    stands = any(first in words for words in question.said.values())
    return stands and bool(words_leaving_out(question.joined))


def _asks_who_stands_so(question: Question) -> bool:
    """Whether it is asked who ended or suspended it, by that word right behind: "хто саме порвав", "тех, кто вышел"."""
    said = frozenset[str]().union(*question.said.values())
    behind = {match[1] for match in _WHO.finditer(question.joined)}
    return not behind.isdisjoint(said) and explanation_phrases.phrased(question) is None


def _tells_of_a_change(question: Question) -> bool:
    """Whether it is asked of a place that is named how it came to decide otherwise: what happened there is told."""
    named = any(mention.places for mention in question.mentions)
    return named and Trait.CHANGED_COURSE in question.narrowing.traits and not question.speakers
