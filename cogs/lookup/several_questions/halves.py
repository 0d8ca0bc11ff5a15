"""Several questions in one text, one of which stands alone beside another about what is named. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from cogs.lookup.explanations.argued import argument_of
from cogs.lookup.explanations.explaining import explanation_of
from cogs.lookup.explanations.explanation_phrases import phrased_by_words
from cogs.lookup.explanations.stances import stances_asked
from cogs.lookup.explanations.topics_meant import topic_of
from cogs.lookup.lists.list_rules import asks_for_list
from cogs.lookup.people.about_people import asks_who_somebody_is
from cogs.lookup.people.sayings import REBUT
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.places.disambiguate import resolve
from cogs.lookup.reading.asked_intents import asks_who_signed_something
from cogs.lookup.reading.clauses import SHORTEST, asks, begins_anew, divided
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_in_all, words_in_all
from cogs.lookup.ukraine.ukraine_asked import ukraine_asked
from db.record.dataset.explanations import shipped
from db.record.explanations import Explanation
from db.record.register import Register
from db.record.text import Token, normalise

# "How many are there", "has any mayor done it alone" refer to nothing.
_REFERS_TO_NOTHING = {"there": frozenset("is are was were".split()), "it": frozenset("do done doing".split())}
# "Are any left or did all leave" is one question.
_OR = frozenset(map(normalise, "or чи або или".split()))
_ENDS_SENTENCE = frozenset((*".?!;", ""))
# Behind "and" these ask on of what was asked before.
_GOES_ON = frozenset("is are was were has have".split())
_PETITION = "petition"
# What is asked for with the number of all ties.
_ALL = "all"
# A longer text tells of more than it asks.
_MOST_WORDS = 45
QUOTED = LATE.compile(r"[“\"«„][^“”\"«»„]*[”\"»“]|(?<!\w)'[^']*'(?!\w)")
_OPENING = LATE.compile(r"[“\"«„]$")
# The mark of a question, behind a quotation or not.
_MARKED = LATE.compile(r"[”»\"'’)]*\?")
# Before the place that is asked about besides a list, and how that begins or ends.
_SEPARATES = LATE.compile(r"[.?!;:]\s+|,\s+|\s[–—-]\s+")
_AT_THE_END = ",;-–— "
_ASKS_ALSO = LATE.compile(
    r"(?:and|what about|how about|is|did|does|has|also|и|а|і|й|та|чи|правда|а также|також)\s",
    re.IGNORECASE,
)
_ALSO = LATE.compile(
    r"\b(?:too|as well|also|one of them|among them|on it|in it|тоже|также|в их числе|теж|також|серед них)\s*\?+$",
    re.IGNORECASE,
)
_REFERS = words_in_all("clauses", "refers")
_JOINS = words_in_all("clauses", "joins")
# What a clause needs that asks of more than what was named: "how many cities", "what does … mean", "the petition".
_GENERAL = said_in_all("clauses", "general")
_OF_MANY = frozenset({Intent.COUNT, Intent.LIST, Intent.EARLIEST, Intent.LATEST})
# So like a way of asking for an answer on file is a clause that asks for it.
_LIKE = 0.7


def halves(question: Question, read: Callable[[str], Question], register: Register) -> list[Question]:
    """The questions of a text in their order, where one on what is named stands beside one that needs nothing of it;
    none where it is one question. ``read`` reads a text as a question.
    """
    if len(question.words) > _MOST_WORDS:
        return []
    found = _halves(question, read, register)
    return [] if _leave_a_name_open(found, question) else found


def _leave_a_name_open(found: Sequence[Question], question: Question) -> bool:
    """Whether a name fits more places in one question of a text than in the whole text: what settles it stands in
    another, "is Portland still paired? the one in Oregon".
    """
    settled = {it.typed: len(it.places) for it in question.mentions if it.places}
    return any(len(it.places) > settled.get(it.typed, len(it.places)) for each in found for it in each.mentions)


def _halves(question: Question, read: Callable[[str], Question], register: Register) -> list[Question]:
    if not question.mentions or (question.speakers and not any(it.places for it in question.mentions)):
        return _each_alone(question, read, register)
    if listed := _list_and_one_more(question, read, register):
        return listed
    if len(question.words) < SHORTEST * 2:
        return []
    clauses = [*divided(question)]
    # What is left out of a list is asked of nothing: "and are dormant now, aside from Albany".
    surely = [mention for mention in question.mentions if not (mention.weak or mention.plain or mention.negated)]
    named = {i for mention in surely for i in range(mention.start, mention.end)}
    places = {id(question.words[i]) for i in named}
    candidates = [clause for clause in clauses if _is_alone(question, clause, places) and begins_anew(question, clause)]
    others = [clause for clause in clauses if clause not in candidates]
    if not candidates or not any(_asks_of(question, clause, places) for clause in others):
        return []
    alone = {}
    for number, clause in enumerate(clauses):
        if clause in candidates and _is_general(own := read(_text(question, [clause])), register):
            alone[number] = own
    if not alone:
        return []
    others = [clause for number, clause in enumerate(clauses) if number not in alone]
    rest = read(_text(question, others))
    rest = replace(rest, on_subject=rest.on_subject or question.on_subject)
    order = [number if number in alone else -1 for number in range(len(clauses))]
    return [alone.get(number, rest) for number in dict.fromkeys(key for key, _ in groupby(order))]


def _each_alone(question: Question, read: Callable[[str], Question], register: Register) -> list[Question]:
    """The questions of a text that names no place, where each needs nothing of the others; empty elsewhere.

    One of them at most asks for a list: two are told by how they stand in one.
    """
    if len(question.words) < SHORTEST * 2:
        return []
    clauses = [*divided(question)]
    asking = [clause for clause in clauses if _is_asked(question, clause)]
    if not 2 <= len(asking) == len(clauses) or not all(_begins(question, clause) for clause in clauses):
        return []
    if stances_asked(question) or Intent.BOTH_SIDES in question.intents or QUOTED.search(question.text):
        return []
    found: list[Question] = []
    topics: list[str] = []
    for clause in asking:
        own = read(_text(question, [clause]))
        topic = _topic(own, register)
        if topic is None or (refers_before(own) and not (topics and "" not in topics and own.on_subject)):
            # "Who may sign it? And who began it": both are of the petition.
            own = read(f"{_text(question, [clause])} ({_PETITION})") if Intent.PETITION in question.intents else own
            topic = _topic(own, register) if Intent.PETITION in own.intents else None
        if topic is None or topic in topics or not (_says_enough(clause) or Intent.PETITION in own.intents):
            return []
        found.append(own)
        topics.append(topic)
    whole = phrased_by_words(question)
    of_standings = sum(bool(own.standings) for own in found)
    in_one = of_standings > 1 or (whole is not None and whole.id not in topics)
    return [] if in_one else found


def _begins(question: Question, clause: Sequence[Token]) -> bool:
    """Whether a clause begins a question of its own: "and is still active" goes on from the one before it."""
    before = question.text[: clause[0].start].rstrip()[-1:]
    if clause[0].norm in _OR and before not in _ENDS_SENTENCE:
        return False
    goes_on = clause[0].norm in _JOINS and clause[1:] and clause[1].norm in _GOES_ON
    return begins_anew(question, clause) and not goes_on


def _says_enough(clause: Sequence[Token]) -> bool:
    """Whether a clause has words enough to ask by itself, beside the one that joins it."""
    return len(clause) - (clause[0].norm in _JOINS) >= SHORTEST


def _topic(question: Question, register: Register) -> str | None:
    """What a clause asks for that names no place: the id of an answer on file, a word for the number of all ties, empty
    for another list; None for none of these.
    """
    if question.off_subject:
        return None
    told = phrased_by_words(question) or explanation_of(question) or like_on_file(question)
    if told is not None:
        return None if told.small_talk else told.id
    if topic := topic_of(question):
        return topic
    if asks_who_somebody_is(question):
        return question.speakers[0].name
    asked = question.intents & _OF_MANY or question.narrowing.sort
    listed = asked and (question.asks_of_ties or question.on_subject or question.narrowing.sort)
    if not (listed and asks_for_list(question, resolve(question, register), register)):
        return None
    # "How many ties total and how many can't you vouch for": all, and those of some kind.
    narrowing = question.narrowing
    of_some = question.standings or question.period or question.all_states or narrowing.narrows or narrowing.understood
    return "" if of_some or Intent.COUNT not in question.intents else _ALL


def _list_and_one_more(question: Question, read: Callable[[str], Question], register: Register) -> list[Question]:
    """A list that a text asks for, and behind it the question about a place that is named there alone: "all where
    volunteers decided. Rochester too?"; empty where it is none.
    """
    named = min((it.start for it in question.mentions if it.places and not it.negated), default=0)
    if named < SHORTEST:
        return []
    before = question.text[: question.words[named].start]
    cut = max((match.end() for match in _SEPARATES.finditer(before)), default=0)
    first, second = question.text[:cut].rstrip(_AT_THE_END), question.text[cut:].strip()
    if not cut or not (_ASKS_ALSO.match(second) or _ALSO.search(second)):
        return []
    head, tail = read(first), read(second)
    if any(it.places and not it.negated for it in head.mentions) or len(head.words) < SHORTEST:
        return []
    if not (tail.mentions and asks_for_list(head, resolve(head, register), register)):
        return []
    return [head, replace(tail, on_subject=tail.on_subject or question.on_subject)]


def _is_alone(question: Question, clause: Sequence[Token], places: set[int]) -> bool:
    """Whether a clause asks something and names no place."""
    asked = _says_enough(clause) and _is_asked(question, clause)
    return asked and not any(id(word) in places for word in clause)


def _asks_of(question: Question, clause: Sequence[Token], places: set[int]) -> bool:
    """Whether a clause asks of what it names."""
    return _is_asked(question, clause) and any(id(word) in places for word in clause)


def _is_asked(question: Question, clause: Sequence[Token]) -> bool:
    """Whether a clause asks: by its first word, or by its mark."""
    return asks(clause) or _MARKED.match(question.text, clause[-1].end) is not None


def asks_in_general(question: Question) -> bool:
    """Whether words ask of more than what was named, and refer to nothing of it."""
    return _GENERAL.search(question.joined) is not None and not (question.mentions or refers_before(question))


def _is_general(question: Question, register: Register) -> bool:
    """Whether a clause asks for an answer on file, for ties of all places or of a state, or for those with Ukraine.

    What refers to what was named is none of these, but for how to use the bot: "and how do I report news about it".
    """
    if question.mentions or question.off_subject or asks_who_signed_something(question.joined):
        # Behind a tie that is named it is not asked who signed a petition that is not.
        return False
    phrased = phrased_by_words(question)
    asked = question.all_states or _GENERAL.search(question.joined) or ukraine_asked(question, register)
    answers = phrased is not None and REBUT.search(question.joined) is not None
    if not (asked or answers or topic_of(question) or argument_of(question)):
        return False
    if refers_before(question):
        told = phrased or like_on_file(question)
        return told is not None and told.subject != "sides" and bool(told.subject == "bot" or told.commands)
    explained = phrased or explanation_of(question) or like_on_file(question)
    if explained is not None:
        return not explained.small_talk
    if ukraine_asked(question, register):
        return True
    found = resolve(question, register)
    counted = question.intents & _OF_MANY and (question.asks_of_ties or question.on_subject)
    return bool((question.all_states or counted) and asks_for_list(question, found, register))


def refers_before(question: Question) -> bool:
    """Whether a question refers to what was named before it, by a word that stands in no quotation."""
    quoted = [match.span() for match in QUOTED.finditer(question.text)]
    words = [word for word in question.words if not any(start < word.start < end for start, end in quoted)]
    before = (None, *words)
    return any(
        word.norm in _REFERS and not (last is not None and last.norm in _REFERS_TO_NOTHING.get(word.norm, ()))
        for last, word in zip(before, words, strict=False)
    )


def like_on_file(question: Question) -> Explanation | None:
    """The answer on file that a question asks for as nearly as it may be asked."""
    found = shipped().find((word.norm for word in question.words), _LIKE)
    return found.explanation if found else None


def _text(question: Question, clauses: Sequence[Sequence[Token]]) -> str:
    """Some clauses of a text as typed, without the words that join them to what is before."""
    return ". ".join(_as_typed(question, clause) for clause in clauses)


def _as_typed(question: Question, clause: Sequence[Token]) -> str:
    joins = clause[0].norm in _JOINS and len(clause) > 1 and clause[0] is not question.words[0]
    first = 1 if joins else 0
    start, end = clause[first].start, clause[-1].end
    opened = _OPENING.search(question.text, 0, start)
    marked = _MARKED.match(question.text, end)
    return question.text[opened.start() if opened else start : marked.end() if marked else end]
