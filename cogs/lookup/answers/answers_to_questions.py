"""The answer to a text that asks: its questions, what it asks of each, of the rest and besides. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial

from cogs.lookup.answers.answer_builder import AnswerBuilder
from cogs.lookup.answers.follow_ups import needs_what_was_shown
from cogs.lookup.explanations import explanation_phrases
from cogs.lookup.explanations.concepts_said import look_for_concepts
from cogs.lookup.lists import list_sentences
from cogs.lookup.lists.measures import measure_asked
from cogs.lookup.lists.tallies import counted_asked
from cogs.lookup.model import Answer, Outcome
from cogs.lookup.parts.answer_draft import joined
from cogs.lookup.parts.matters import asks_for_a_matter
from cogs.lookup.people import roles_there, speakers
from cogs.lookup.people.people_there import seeks_somebody
from cogs.lookup.people.sayings import asks_who_stood_where
from cogs.lookup.places.disambiguate import resolve
from cogs.lookup.reading.apologies import without_apology
from cogs.lookup.reading.aspects import aspects_asked
from cogs.lookup.reading.place_of_asker import without_place_of_asker, without_the_asker_steps
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.quotation_marks import is_quoted
from cogs.lookup.reading.understanding import understand_steps
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.several_questions.asked_of_each import asked_of_each, with_details
from cogs.lookup.several_questions.exceptions import exceptions
from cogs.lookup.several_questions.halves import halves
from cogs.lookup.several_questions.second_questions import with_second_question
from cogs.lookup.several_questions.tails import head_and_tail, head_of_one, told_of_them
from cogs.lookup.several_questions.teller import Teller
from cogs.lookup.steps import Steps, at_once
from cogs.wording.sources import Citations
from db.record.register import Register

_SIDE_BY_SIDE = said_for("questions", "answer", "side_by_side")
# So many parts of one text are kept as they were read.
_PARTS = 16
_NOT_UNDERSTOOD = frozenset({Outcome.UNKNOWN, Outcome.OFF_TOPIC, Outcome.EMPTY})


def reader(register: Register, today: date) -> Callable[[str], Question]:
    """How any part of a text is read; one that was read is not read again, whoever asks for it."""
    return lru_cache(_PARTS)(partial(understood, register=register, today=today))


def understood(text: str, register: Register, today: date) -> Question:
    """What a text asks or claims, with whom it names of those whose words are on record."""
    return at_once(understood_steps(text, register, today))


def understood_steps(text: str, register: Register, today: date) -> Steps[Question]:
    """The same step by step."""
    asked = yield from without_the_asker_steps(without_apology(text))
    yield
    question = yield from understand_steps(asked, register.gazetteer, today)
    yield
    return speakers.with_speakers(without_place_of_asker(question), register)


def question_answer(question: Question, register: Register, today: date) -> Answer:
    """The answer to a text that asks, or whose claim is answered as a question is."""
    return at_once(question_answer_steps(question, register, today))


def question_answer_steps(question: Question, register: Register, today: date) -> Steps[Answer]:
    """The same step by step."""
    of_places = aspects_asked(question) or _asks_of_people_there(question) or _sets_side_by_side(question)
    if not question.on_subject and of_places:
        # What is asked of a place that is named by its meaning is of the subject, whatever its words.
        question = replace(question, on_subject=True)
    yield
    yield from look_for_concepts(question.joined)
    told_without = question.speakers or asks_for_a_matter(question) or explanation_phrases.phrased_by_words(question)
    if needs_what_was_shown(question) and not (told_without or is_quoted(question)):
        return Answer.saying(Outcome.UNKNOWN, list_sentences.NOTHING_TO_GO_ON_FROM)
    yield
    read = reader(register, today)
    together = counted_asked(question) or measure_asked(question)
    several = () if together else halves(question, read, register)
    if several and (found := _answered_in_turn(several, register, today)):
        return found
    yield
    teller = Teller(read, register, today)
    if found := _with_what_each_has(question, teller) or _with_its_tail(question, teller):
        return found
    if found := _with_exceptions(question, teller):
        return found
    yield
    resolved = resolve(question, register)
    yield
    found = yield from AnswerBuilder(register, today, question).to_steps(resolved)
    return with_second_question(question, found, teller)


def _sets_side_by_side(question: Question) -> bool:
    """Whether several places are set side by side and nothing else is spoken of: "windham and londonderry, same?"."""
    placed = [named for named in question.mentions if named.places and not (named.weak or named.plain)]
    return len(placed) > 1 and not question.off_subject and _SIDE_BY_SIDE.search(question.joined) is not None


def _asks_of_people_there(question: Question) -> bool:
    """Whether somebody at a place that is named is asked about, by their part or what they did, or who stood where."""
    if not any(mention.places for mention in question.mentions):
        return False
    sought = roles_there.role_asked(question) is not None or seeks_somebody(question)
    return sought or asks_who_stood_where(question)


def _with_what_each_has(question: Question, teller: Teller) -> Answer | None:
    """A list that a text asks for, with what it asks of each of those in its row; None where it does not."""
    asked = asked_of_each(question, teller.read)
    if asked is None:
        return None
    found = _answered(asked.head, teller)
    return with_details(found, asked)


def _with_exceptions(question: Question, teller: Teller) -> Answer | None:
    """A list that a text asks for without those it leaves out by who decided or spoke; None where it leaves none."""
    register, today = teller.register, teller.today
    asked = exceptions(question, teller.read, register, today)
    if asked is None:
        return None
    found = resolve(asked.asked, register)
    told = AnswerBuilder(register, today, asked.asked).to(replace(found, denied=found.denied | asked.denied))
    return told if told.outcome is Outcome.LIST and told.rows else None


def _with_its_tail(question: Question, teller: Teller) -> Answer | None:
    """A list that a text asks for, with what it asks at its end of those on it; None where it does not."""
    if head := head_of_one(question, teller.read):
        found = _answered(head, teller)
        return found if found.outcome is Outcome.LIST and found.rows else None
    asked = head_and_tail(question, teller.read)
    if asked is None:
        return None
    found = _answered(asked.head, teller)
    return told_of_them(found, asked.tail, teller.register, teller.today)


def _answered(question: Question, teller: Teller) -> Answer:
    return AnswerBuilder(teller.register, teller.today, question).to(resolve(question, teller.register))


def _answered_in_turn(questions: Sequence[Question], register: Register, today: date) -> Answer | None:
    """One answer to several questions of a text, in their order; what was said to one is not said again. None where
    one of them is not understood alone.
    """
    citations = Citations(register.record.sources)
    builders = [AnswerBuilder(register, today, question, citations) for question in questions]
    found = [reply.to(resolve(reply.question, register)) for reply in builders]
    return None if {reply.outcome for reply in found} & _NOT_UNDERSTOOD else joined(found)
