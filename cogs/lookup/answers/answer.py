"""The answer to a free text, whether it asks or claims something. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cogs.lookup import sentences
from cogs.lookup.answers.answer_builder import AnswerBuilder
from cogs.lookup.answers.answers_to_claims import (
    of_what_was_said,
    on_bare_statement,
    on_statement,
    statement_to_check,
    with_what_to_answer,
)
from cogs.lookup.answers.answers_to_questions import question_answer_steps, reader, understood, understood_steps
from cogs.lookup.answers.asked_alone import stands_alone
from cogs.lookup.answers.distress import distress_answer, distress_steps
from cogs.lookup.claims.claimed_numbers import numbers
from cogs.lookup.claims.verdicts import verdict_steps
from cogs.lookup.model import Answer, Outcome
from cogs.lookup.parts.courtesies import only_leaves, only_thanks
from cogs.lookup.people.sayings import REBUTTAL, WHOSE
from cogs.lookup.places.repairs import with_repairs_told
from cogs.lookup.places.respelt import respelt
from cogs.lookup.reading.aspects import Aspect, aspects_asked
from cogs.lookup.reading.in_a_word import said_in_a_word
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.languages import with_word_for_the_asker
from cogs.lookup.reading.latin_letters import WrittenBack, written_back
from cogs.lookup.reading.others_abroad import is_of_others_alone
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.scenes import asks_something, without_courtesies, without_scene
from cogs.lookup.reading.understanding import only_names, read_words
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.several_questions.questions_left_out import (
    is_answered_alone,
    may_be_left_out,
    questions_alone,
    with_questions_left_out,
)
from cogs.lookup.steps import Steps, at_once
from cogs.lookup.ukraine.ukraine import is_ukrainian, names_ukrainians_alone
from cogs.lookup.ukraine.ukraine_asked import is_of_ukraine_alone
from db.record.register import Register
from db.record.resolver import find_places
from db.record.text import clean, tokens

_ASKS_WHEN = said_for("questions", "answer", "asks_when")
_WHO_HAS = said_for("questions", "answer", "who_has")


def answer(text: str, register: Register, today: date) -> Answer:
    """The answer to a free question, in any wording. Any text is accepted; beyond 6,000 characters it is cut.

    To a question in Ukrainian or Russian it begins with a sentence in that language. What somebody writes who seems to
    be at an end or in danger is answered with that alone, here and wherever a text is answered.
    """
    return at_once(answer_steps(text, register, today))


def answer_steps(text: str, register: Register, today: date) -> Steps[Answer]:
    """The same step by step: of a long text it takes longer than the event loop may be held."""
    back = _written_back(text, register)
    text = back.text if back else text
    cleaned = clean(text)
    if distressed := (yield from distress_steps(text)):
        return distressed
    yield
    meant = said_in_a_word(cleaned)
    asked = meant or without_courtesies(cleaned, tokens(cleaned))
    question = yield from understood_steps(asked, register, today)
    yield
    question, found = yield from _answered_without_scene_steps(question, "" if meant else asked, register, today)
    if again := respelt(question, found, register):
        yield
        question = replace((yield from understood_steps(again[0], register, today)), repairs=(again[1],))
        yield
        found = yield from _answered_steps(question, register, today)
    yield
    found = yield from _with_questions_left_out_steps(question, found, register, today)
    # The words as they were typed tell the language: what is read in their place may be of another.
    found = with_repairs_told(found, question)
    if back:
        found = with_repairs_told(found, replace(question, repairs=(back.repair,)))
    return with_word_for_the_asker(found, tokens(cleaned))


def _answered_without_scene_steps(
    whole: Question, text: str, register: Register, today: date
) -> Steps[tuple[Question, Answer]]:
    """What a text asks, without the sentences in which somebody tells of themselves, and the answer to that; all of it
    where it has none, or where the rest is not understood without them.
    """
    asked = without_scene(text, tokens(text))
    if asked is text:
        return whole, (yield from _answered_steps(whole, register, today))
    question = yield from understood_steps(asked, register, today)
    yield
    alone = stands_alone(question, whole, text, register)
    first, second = (question, whole) if alone else (whole, question)
    found = yield from _answered_steps(first, register, today)
    if found.outcome.found or not (alone or (question.mentions and asks_something(question.text, question.words))):
        return first, found
    yield
    instead = yield from _answered_steps(second, register, today)
    return (second, instead) if instead.outcome.found else (first, found)


def _with_questions_left_out_steps(question: Question, found: Answer, register: Register, today: date) -> Steps[Answer]:
    """An answer with those of a text's questions that it does not tell."""
    alone = questions_alone(question, reader(register, today))
    answers: list[Answer | None] = []
    for each in reversed(alone):
        yield
        # What comes first is told most often, and told besides only where all others are sure.
        needed = each is not alone[0] or not found.outcome.found or all(map(is_answered_alone, alone[1:], answers))
        is_open = needed and may_be_left_out(each, found, register)
        answers.insert(0, (yield from _answered_steps(each, register, today)) if is_open else None)
    return with_questions_left_out(found, alone, answers, register) if any(answers) else found


def _written_back(text: str, register: Register) -> WrittenBack | None:
    cleaned = clean(text)
    return written_back(cleaned, tokens(cleaned), register.gazetteer)


def _answered_steps(question: Question, register: Register, today: date) -> Steps[Answer]:
    if not question.words:
        return Answer.saying(Outcome.EMPTY, sentences.NO_QUESTION)
    if found := of_what_was_said(question, register, today):
        return found
    yield
    if _claims_nothing(question):
        return (yield from question_answer_steps(question, register, today))
    yield
    if found := with_what_to_answer(question, register, today):
        return found
    if statement := statement_to_check(question):
        return on_statement(statement, question, register, today)
    found = on_bare_statement(question, register, today)
    yield
    return found or (yield from question_answer_steps(question, register, today))


def _claims_nothing(question: Question) -> bool:
    """Whether nothing that a text says is held against the ties with Russia: neither what it tells to ask, or to thank,
    nor what towns abroad are said to have done, or who and how many partners there are in Ukraine.
    """
    of_telling = _tells_to_ask(question) or only_thanks(question) or only_leaves(question)
    return of_telling or is_of_others_alone(question) or _counts_ukrainians(question) or _asks_who_has(question)


def _counts_ukrainians(question: Question) -> bool:
    """Whether something is said of ties with Ukraine: "Odesa has four", "not one ended with Ukrainians"."""
    return is_of_ukraine_alone(question) or (names_ukrainians_alone(question) and bool(numbers(question)))


def _asks_who_has(question: Question) -> bool:
    """Whether a text asks whose partner a Ukrainian place is, whatever it says besides: "who has Odesa? There's one in
    Texas too, right".
    """
    tied = any(mention.places for mention in question.mentions)
    return not tied and any(map(is_ukrainian, question.mentions)) and _WHO_HAS.search(question.joined) is not None


def _tells_to_ask(question: Question) -> bool:
    """Whether a text tells what happened to ask for its days, or what was said to ask who answered, or sets two words
    for it side by side: "First they said no to pausing Irkutsk, then they did. Dates?", "ended, or only suspended?".
    Nothing is claimed.
    """
    if WHOSE.search(question.joined) and REBUTTAL.search(question.joined):
        return True
    aspects = aspects_asked(question)
    for_its_days = Aspect.COURSE in aspects and _ASKS_WHEN.search(question.joined) is not None
    return for_its_days or (Aspect.ONE_OR_OTHER in aspects and Intent.CLAIM not in question.intents)


def answer_about(places: str, text: str, register: Register, today: date) -> Answer:
    """The answer to a question that names no place, asked of these, named before it as one would; a sentence in the
    asker's language is in that of the question itself.
    """
    back = _written_back(text, register)
    text = back.text if back else text
    if distressed := distress_answer(text):
        return distressed
    question = understood(f"{places}: {text}", register, today)
    found = with_repairs_told(at_once(_answered_steps(question, register, today)), question)
    own = replace(question, words=tuple(read_words(clean(text), register.gazetteer)))
    return with_word_for_the_asker(found, own.words)


def claim_answer(text: str, register: Register, today: date) -> Answer:
    """What the record says of a text that claims something: a line on each of several claims, else as to a question.

    Who asks need not be who wrote it, so nothing is said in the text's language.
    """
    return at_once(claim_answer_steps(text, register, today))


def claim_answer_steps(text: str, register: Register, today: date) -> Steps[Answer]:
    """The same step by step: of a long text it takes longer than the event loop may be held."""
    if distressed := (yield from distress_steps(text)):
        return distressed
    yield
    found = yield from verdict_steps(text, register, today)
    if found is not None:
        return found
    question = yield from understood_steps(text, register, today)
    yield
    return (yield from _answered_steps(question, register, today))


def place_text_answer(typed: str, register: Register, today: date) -> Answer:
    """How the ties stand of the place that a text names. Any text is accepted; what else it says is passed over."""
    if distressed := distress_answer(typed):
        return distressed
    found = find_places(typed, register)
    if not found.names.words:
        return Answer.saying(Outcome.EMPTY, sentences.NO_PLACE)
    question = only_names(clean(typed), found.names)
    return AnswerBuilder(register, today, question).to_places(found.resolution)
