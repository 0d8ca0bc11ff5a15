"""The answer to a text that claims something: what the record has of it, beside what the text asks. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from cogs.lookup import searching, sentences
from cogs.lookup.answers.answer_builder import AnswerBuilder
from cogs.lookup.answers.answers_on_actors import on_actor
from cogs.lookup.answers.answers_to_questions import question_answer, understood
from cogs.lookup.claims import claim_sentences
from cogs.lookup.claims.bare_statements import (
    is_bare_statement,
    says_none,
    says_when_made,
    statement_before,
    without_quantities,
)
from cogs.lookup.claims.claim_parts import QUANTIFIERS
from cogs.lookup.claims.claim_rest import not_checked
from cogs.lookup.claims.claimed_acts import asks_nothing
from cogs.lookup.claims.claimed_numbers import numbers
from cogs.lookup.claims.claimed_of_partners import is_of_russia
from cogs.lookup.claims.claimed_speeches import beside_his_speech, other_side, words_of
from cogs.lookup.claims.others_counts import COUNTS
from cogs.lookup.claims.statements import Statement, before_what_to_answer, may_state, statement_in, without_opening
from cogs.lookup.claims.verdicts import verdicts
from cogs.lookup.explanations import explanation_phrases
from cogs.lookup.explanations.explanation_fit import brings_news
from cogs.lookup.history.which_first import asks_which_of_two
from cogs.lookup.model import Answer, Outcome
from cogs.lookup.parts.words_first import asks_for_words
from cogs.lookup.people.sayings import REBUT, WHOSE
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.places.disambiguate import resolve
from cogs.lookup.reading.clauses import asks_throughout
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.quotation_marks import in_quotes
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.sources import Citations
from db.record.passages import FoundPassage, PassageKind
from db.record.register import Register

# A text with more letters than this is checked by *Check this claim* alone: each of its parts costs time.
_LONGEST_CLAIM = 1_500
# Places of both countries are a pair, of which no answer on file is.
_BOTH_SIDES = 2
# What states a number is held against the record, whatever else its words ask for.
_NUMBERS = LATE.compile(r"\d")
_COUNT = re.compile(r"\b\d+\b")
_OF_MANY = frozenset({"most", "few", "none"})
# "Every vote I read about was unanimous. Was there a single one that split?" asks for those that did.
_ASKS_FOR_SUCH = LATE.compile(
    r"[.!?;] (?:and |but |so )?(?:(?:was|were|is|are) there|чи (?:є|була?|було|були)|(?:есть|был[аио]?) ли)\b",
    re.IGNORECASE,
)


def of_what_was_said(question: Question, register: Register, today: date) -> Answer | None:
    """What somebody is said to have done whose acts are of no tie, whose words a text gives as its own or as
    another's, or for which side somebody spoke whom it has on the other; None for neither.
    """
    if found := on_actor(question, register, today):
        return found
    if not (asks_nothing(question) or Intent.CLAIM in question.intents):
        return None
    if own := words_of(question, register):
        point, claimed = own
        citations = Citations(register.record.sources)
        told = TextBlock.saying(claim_sentences.words_on_record(point.speaker, claimed))
        said = FoundPassage(PassageKind.POINT, point.id, point.place, 1.0)
        shown = searching.passages_part([said], (), register, citations)
        return Answer(Outcome.SUBJECT, (told, shown), citations.sources)
    if other := other_side(question, register):
        found = question_answer(question, register, today)
        return found.behind(TextBlock.saying(other))
    beside = [] if asks_for_words(question) else [*beside_his_speech(question, register)]
    if beside:
        found = question_answer(question, register, today)
        return found.behind(TextBlock(tuple(map(Line, beside))))
    return None


def with_what_to_answer(question: Question, register: Register, today: date) -> Answer | None:
    """The verdicts on what somebody is told to say of how many ties, where it is asked what to answer them, before the
    arguments; None for another text.
    """
    said = before_what_to_answer(question.text)
    first = understood(said, register, today) if said else None
    if first is None or not ((first.standings and QUANTIFIERS.found(first.joined)) or next(numbers(first), None)):
        return None
    statement = statement_in(first)
    found = verdicts(statement.text, register, today, asked=_claimed(statement.text, first, register, today))
    if found is None:
        return None
    reply = _after(found, register, today, question)
    rest = reply.to(resolve(question, register))
    told = rest.parts if rest.outcome is Outcome.SUBJECT else ()
    return replace(found, parts=(*found.parts, *told), sources=reply.citations.sources)


def _after(found: Answer, register: Register, today: date, question: Question) -> AnswerBuilder:
    """The answer to a question that stands below verdicts: its sources are numbered after theirs."""
    reply = AnswerBuilder(register, today, question)
    reply.citations.cite((source.id for source in found.sources), most=len(found.sources))
    return reply


def statement_to_check(question: Question) -> Statement | None:
    """What a text claims that is to be checked; None where it does not, or where an answer on file is for it."""
    if len(question.text) > _LONGEST_CLAIM or not may_state(question) or REBUT.search(without_opening(question.joined)):
        return None
    if _ASKS_FOR_SUCH.search(question.text):
        return None
    if (
        asks_throughout(question)
        or asks_which_of_two(question)
        or (in_quotes(question) and WHOSE.search(question.joined))
    ):
        return None
    found = statement_in(question)
    if not (found.told or Intent.CLAIM in question.intents):
        return None
    return None if _asks_what_is_on_file(question) else found


def _asks_what_is_on_file(question: Question) -> bool:
    """Whether an answer on file is for what a text asks or says, and no number of it is to be checked."""
    countries = {place.country for mention in question.mentions for place in mention.places}
    general = explanation_phrases.phrased_by_alone(question) if len(countries) < _BOTH_SIDES else None
    general = general or (None if countries else explanation_phrases.phrased_by_words(question))
    if (general is not None and general.id == COUNTS and _sets_counts_apart(question)) or brings_news(question):
        return True
    opened = bool(countries) and without_opening(question.joined) != question.joined
    counts = opened or _says_of_how_many(question) or next(numbers(question), None) or _NUMBERS.search(question.text)
    return general is not None and not counts


def _sets_counts_apart(question: Question) -> bool:
    """Whether a text gives two counts, each as somebody's own: "the other list says 69 and you 106"."""
    return not question.standings and len(set(_COUNT.findall(question.text))) > 1


def _says_of_how_many(question: Question) -> bool:
    """Whether a text says how all, most or none of the ties stand: "більшість міст розірвала"."""
    return bool(question.standings) and not _OF_MANY.isdisjoint(QUANTIFIERS.found(question.joined))


def on_bare_statement(question: Question, register: Register, today: date) -> Answer | None:
    """The verdicts on a text that only says something, before the list that its words fit; None for another text."""
    if len(question.text) > _LONGEST_CLAIM:
        return None
    is_bare = is_bare_statement(question)
    if not (is_bare or statement_before(question.text)[0]) or _asks_what_is_on_file(question):
        # Most texts say nothing before they ask: of those it need not be known what is on file.
        return None
    if not is_bare:
        return _on_statement_before(question, register, today)
    claimed = _claimed(question.text, question, register, today)
    found = verdicts(question.text, register, today, asked=claimed)
    if found is None:
        return None
    return _checked(claimed, register, today) if found.about else _with_list(found, question, register, today)


def _on_statement_before(question: Question, register: Register, today: date) -> Answer | None:
    """The verdicts on what a text says before it asks something that no answer is on file for, which is then named."""
    said, asks = statement_before(question.text)
    if not said or explanation_phrases.phrased_by_words(question):
        return None
    first = understood(said, register, today)
    found = on_bare_statement(first, register, today) if is_bare_statement(first) else None
    if found is None or found.about:
        return None
    return found.before(TextBlock.saying(sentences.not_taken_up(asks)))


def _with_list(found: Answer, question: Question, register: Register, today: date) -> Answer:
    """Verdicts of no tie alone, before the list of those that a text is of, if it is of such as make a list."""
    if says_when_made(question) or (len(question.authorities) > 1 and says_none(question)):
        # "No council" rules councils out of a list.
        return found
    listed = without_quantities(question)
    rest = _after(found, register, today, listed).to(resolve(listed, register))
    return rest.behind(*found.parts) if rest.outcome is Outcome.LIST else found


def on_statement(statement: Statement, question: Question, register: Register, today: date) -> Answer:
    """The verdicts on what a text claims, else the answer to it as to a question; with what of it was not checked."""
    question = _claimed(statement.text, question, register, today)
    found = _checked(question, register, today) or question_answer(question, register, today)
    return _with_what_was_not_checked(found, question) if statement.alone else found


def _claimed(statement: str, question: Question, register: Register, today: date) -> Question:
    """What a text that is to be checked claims, without who tells it and what is asked about it."""
    claimed = question if statement == question.text else understood(statement, register, today)
    # "What made Eugene flip? They kept it, then dropped it, right": why is asked beside what is claimed.
    return replace(claimed, intents=claimed.intents | {Intent.CLAIM} | (question.intents & {Intent.REASONS}))


def _checked(question: Question, register: Register, today: date) -> Answer | None:
    """The verdicts on a text that is to be checked; on one tie alone, they stand before how it stands."""
    found = verdicts(question.text, register, today, asked=question)
    if found is not None and Intent.PETITION in question.intents:
        # Besides its number of signatures, what is said of the petition is on file.
        rest = _after(found, register, today, question).to(resolve(question, register))
        return rest.behind(*found.parts)
    if found is None or not found.about:
        return found
    if len(found.about) > 1:
        return replace(found, outcome=Outcome.TIE)
    if is_of_russia(question):
        # What the American side did, and when, is not what is claimed.
        plain = question.intents - {Intent.CLAIM}
        question = replace(question, intents=plain, standings=(), claimed=frozenset(), period=None)
    reply = _after(found, register, today, question)
    reply.parts += found.parts
    tie = register.tie(found.about[0])
    reply.add_tie(tie)
    reply.add_particulars([tie])
    return reply.done()


def _with_what_was_not_checked(found: Answer, question: Question) -> Answer:
    """An answer on ties that a claim is of, with the words of it of which it says nothing: right behind the verdicts,
    or first where there are none.
    """
    if found.outcome not in {Outcome.TIE, Outcome.SUBJECT} or not found.ties:
        return found
    left = not_checked(question, found.parts)
    if not left:
        return found
    at = 1 + max((i for i, part in enumerate(found.parts) if part.heading == claim_sentences.CLAIMS), default=-1)
    told = TextBlock.saying(claim_sentences.not_checked(left))
    return replace(found, parts=(*found.parts[:at], told, *found.parts[at:]))
