"""The answer to a question: from free text, or from a choice, to an ``Answer``. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cogs.lookup import blocks, searching, sentences
from cogs.lookup.answer_builder import AnswerBuilder
from cogs.lookup.answer_draft import joined
from cogs.lookup.blocks import ways_back
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
from cogs.lookup.claims.claimed_speeches import beside_his_speech, other_side, words_of
from cogs.lookup.claims.statements import Statement, before_what_to_answer, may_state, statement_in, without_opening
from cogs.lookup.claims.verdicts import verdict_steps, verdicts
from cogs.lookup.courtesies import only_leaves, only_thanks
from cogs.lookup.disambiguate import resolve
from cogs.lookup.distress import distress_answer, distress_steps
from cogs.lookup.explanations import explanation_phrases
from cogs.lookup.explanations.argued import look_for_concepts
from cogs.lookup.follow_ups import needs_what_was_shown
from cogs.lookup.halves import halves
from cogs.lookup.history.which_first import asks_which_of_two
from cogs.lookup.lists import list_sentences
from cogs.lookup.lists.asked_of_each import asked_of_each, with_details
from cogs.lookup.lists.exceptions import exceptions
from cogs.lookup.lists.lists import chosen_ties, list_part
from cogs.lookup.lists.measures import measure_asked
from cogs.lookup.lists.tallies import counted_asked
from cogs.lookup.matters import asks_for_a_matter
from cogs.lookup.model import Answer, AnswerChoice, Outcome, TargetKind, TieFilter
from cogs.lookup.people import roles_there, speakers
from cogs.lookup.people.people_there import seeks_somebody
from cogs.lookup.people.sayings import REBUT, REBUTTAL, WHOSE, asks_who_stood_where
from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.reading.aspects import Aspect, aspects_asked
from cogs.lookup.reading.clauses import asks_throughout
from cogs.lookup.reading.in_a_word import said_in_a_word
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.languages import with_word_for_the_asker
from cogs.lookup.reading.latin_letters import written_back
from cogs.lookup.reading.others_abroad import is_of_others_alone
from cogs.lookup.reading.place_of_asker import without_place_of_asker, without_the_asker_steps
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.quotation_marks import in_quotes, is_quoted
from cogs.lookup.reading.understanding import only_names, read_words, understand_steps
from cogs.lookup.reading.vocabulary import words_for
from cogs.lookup.repairs import with_repairs_told
from cogs.lookup.respelt import respelt
from cogs.lookup.second_questions import Teller, with_second_question
from cogs.lookup.steps import Steps, at_once
from cogs.lookup.tails import head_and_tail, head_of_one, told_of_them
from cogs.lookup.ukraine.ukraine import names_ukrainians_alone
from cogs.lookup.ukraine.ukraine_asked import is_of_ukraine_alone
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.sources import Citations
from db.record.dataset.explanations import shipped
from db.record.passages import FoundPassage, PassageKind
from db.record.register import Register
from db.record.resolver import find_places
from db.record.text import clean, tokens

# A text with more letters than this is checked by *Check this claim* alone: each of its parts costs time.
_LONGEST_CLAIM = 1_500
# Places of both countries are a pair, of which no answer on file is.
_BOTH_SIDES = 2
# What states a number is held against the record, whatever else its words ask for.
_NUMBERS = re.compile(r"\d")
_OF_MANY = frozenset({"most", "few", "none"})
# "Every vote I read about was unanimous. Was there a single one that split?" asks for those that did.
_ASKS_FOR_SUCH = re.compile(
    r"[.!?;] (?:and |but |so )?(?:(?:was|were|is|are) there|чи (?:є|була?|було|були)|(?:есть|был[аио]?) ли)\b",
    re.IGNORECASE,
)
_ASKS_WHEN = phrases(words_for("questions", "answer", "asks_when"))
_SIDE_BY_SIDE = phrases(words_for("questions", "answer", "side_by_side"))
_NOT_UNDERSTOOD = frozenset({Outcome.UNKNOWN, Outcome.OFF_TOPIC, Outcome.EMPTY})


def answer(text: str, register: Register, today: date) -> Answer:
    """The answer to a free question, in any wording. Any text is accepted; beyond 6,000 characters it is cut.

    To a question in Ukrainian or Russian it begins with a sentence in that language. What somebody writes who seems to
    be at an end or in danger is answered with that alone, here and wherever a text is answered.
    """
    return at_once(answer_steps(text, register, today))


def answer_steps(text: str, register: Register, today: date) -> Steps[Answer]:
    """The same step by step: of a long text it takes longer than the event loop may be held."""
    cleaned = clean(text)
    if back := written_back(cleaned, tokens(cleaned), register.gazetteer):
        text = cleaned = back.text
    if distressed := (yield from distress_steps(text)):
        return distressed
    yield
    meant = said_in_a_word(cleaned)
    question = yield from _understood_steps(meant or text, register, today)
    yield
    found = yield from _answered_steps(question, register, today)
    if again := respelt(question, found, register.gazetteer):
        yield
        question = replace((yield from _understood_steps(again[0], register, today)), repairs=(again[1],))
        yield
        found = yield from _answered_steps(question, register, today)
    # The words as they were typed tell the language: what is read in their place may be of another.
    found = with_repairs_told(found, question)
    if back:
        found = with_repairs_told(found, replace(question, repairs=(back.repair,)))
    return with_word_for_the_asker(found, tokens(cleaned))


def _understood(text: str, register: Register, today: date) -> Question:
    return at_once(_understood_steps(text, register, today))


def _understood_steps(text: str, register: Register, today: date) -> Steps[Question]:
    asked = yield from without_the_asker_steps(text)
    question = yield from understand_steps(asked, register.gazetteer, today)
    yield
    return speakers.with_speakers(without_place_of_asker(question), register)


def _answered_steps(question: Question, register: Register, today: date) -> Steps[Answer]:
    if not question.words:
        return _plain(Outcome.EMPTY, sentences.NO_QUESTION)
    claims = asks_nothing(question) or Intent.CLAIM in question.intents
    if claims and (found := _of_what_was_said(question, register, today)):
        return found
    yield
    if _tells_to_ask(question) or only_thanks(question) or only_leaves(question):
        return (yield from _asked_steps(question, register, today))
    if is_of_others_alone(question) or _counts_ukrainians(question):
        # What towns abroad are said to have done, or how many partners there are in Ukraine, is not held against the
        # ties with Russia.
        return (yield from _asked_steps(question, register, today))
    yield
    if found := _with_what_to_answer(question, register, today):
        return found
    statement = _statement(question)
    if statement is None:
        stated = _stated(question, register, today)
        yield
        return stated or (yield from _asked_steps(question, register, today))
    question = _claimed(statement.text, question, register, today)
    found = _checked(question, register, today) or _asked(question, register, today)
    return _with_what_was_not_checked(found, question) if statement.alone else found


def _counts_ukrainians(question: Question) -> bool:
    """Whether something is said of ties with Ukraine: "Odesa has four", "not one ended with Ukrainians"."""
    return is_of_ukraine_alone(question) or (names_ukrainians_alone(question) and bool(numbers(question)))


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


def _of_what_was_said(question: Question, register: Register, today: date) -> Answer | None:
    """Whose words a text gives as its own or as another's, or for which side somebody spoke whom it has on the other;
    None for neither.
    """
    if own := words_of(question, register):
        point, claimed = own
        citations = Citations(register.record.sources)
        told = TextBlock((Line(claim_sentences.words_on_record(point.speaker, claimed)),))
        said = FoundPassage(PassageKind.POINT, point.id, point.place, 1.0)
        shown = searching.passages_part([said], (), register, citations)
        return Answer(Outcome.SUBJECT, (told, shown), citations.sources)
    if other := other_side(question, register):
        found = _asked(question, register, today)
        return replace(found, parts=(TextBlock((Line(other),)), *found.parts))
    if beside := [*beside_his_speech(question, register)]:
        found = _asked(question, register, today)
        return replace(found, parts=(TextBlock(tuple(map(Line, beside))), *found.parts))
    return None


def _with_what_to_answer(question: Question, register: Register, today: date) -> Answer | None:
    """The verdicts on what somebody is told to say of how many ties, where it is asked what to answer them, before the
    arguments; None for another text.
    """
    said = before_what_to_answer(question.text)
    first = _understood(said, register, today) if said else None
    if first is None or not ((first.standings and QUANTIFIERS.found(first.joined)) or next(numbers(first), None)):
        return None
    statement = statement_in(first)
    found = verdicts(statement.text, register, today, asked=_claimed(statement.text, first, register, today))
    if found is None:
        return None
    citations = Citations(register.record.sources)
    citations.cite((source.id for source in found.sources), most=len(found.sources))
    rest = AnswerBuilder(register, today, question, citations).to(resolve(question, register))
    rest = rest if rest.outcome is Outcome.SUBJECT else replace(rest, parts=())
    return replace(found, parts=(*found.parts, *rest.parts), sources=citations.sources)


def _stated(question: Question, register: Register, today: date) -> Answer | None:
    """The verdicts on a text that only says something, before the list that its words fit; None for another text."""
    if len(question.text) > _LONGEST_CLAIM or _asks_what_is_on_file(question):
        return None
    if not is_bare_statement(question):
        return _stated_first(question, register, today)
    claimed = _claimed(question.text, question, register, today)
    found = verdicts(question.text, register, today, asked=claimed)
    if found is None:
        return None
    return _checked(claimed, register, today) if found.about else _with_list(found, question, register, today)


def _stated_first(question: Question, register: Register, today: date) -> Answer | None:
    """The verdicts on what a text says before it asks something that no answer is on file for, which is then named."""
    said, asks = statement_before(question.text)
    if not said or explanation_phrases.phrased_by_words(question):
        return None
    first = _understood(said, register, today)
    found = _stated(first, register, today) if is_bare_statement(first) else None
    if found is None or found.about:
        return None
    return replace(found, parts=(*found.parts, TextBlock((Line(sentences.not_taken_up(asks)),))))


def _with_list(found: Answer, question: Question, register: Register, today: date) -> Answer:
    """Verdicts of no tie alone, before the list of those that a text is of, if it is of such as make a list."""
    if says_when_made(question) or (len(question.authorities) > 1 and says_none(question)):
        # "No council" rules councils out of a list.
        return found
    citations = Citations(register.record.sources)
    citations.cite((source.id for source in found.sources), most=len(found.sources))
    listed = without_quantities(question)
    rest = AnswerBuilder(register, today, listed, citations).to(resolve(listed, register))
    return replace(rest, parts=(*found.parts, *rest.parts)) if rest.outcome is Outcome.LIST else found


def _asked(question: Question, register: Register, today: date) -> Answer:
    """The answer to a text that asks, or whose claim is answered as a question is."""
    return at_once(_asked_steps(question, register, today))


def _asked_steps(question: Question, register: Register, today: date) -> Steps[Answer]:
    of_places = aspects_asked(question) or _asks_of_people_there(question) or _sets_side_by_side(question)
    if not question.on_subject and of_places:
        # What is asked of a place that is named by its meaning is of the subject, whatever its words.
        question = replace(question, on_subject=True)
    yield
    yield from look_for_concepts(question.joined)
    told_without = question.speakers or asks_for_a_matter(question) or explanation_phrases.phrased_by_words(question)
    if needs_what_was_shown(question) and not (told_without or is_quoted(question)):
        return _plain(Outcome.UNKNOWN, list_sentences.NOTHING_TO_GO_ON_FROM)
    yield
    together = counted_asked(question) or measure_asked(question)
    several = () if together else halves(question, lambda part: _understood(part, register, today), register)
    if several and (found := _answered_in_turn(several, register, today)):
        return found
    yield
    if found := _with_what_each_has(question, register, today) or _with_its_tail(question, register, today):
        return found
    if found := _with_exceptions(question, register, today):
        return found
    yield
    resolved = resolve(question, register)
    yield
    found = yield from AnswerBuilder(register, today, question).to_steps(resolved)
    teller = Teller(lambda part: _understood(part, register, today), register, today)
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


def _with_what_each_has(question: Question, register: Register, today: date) -> Answer | None:
    """A list that a text asks for, with what it asks of each of those in its row; None where it does not."""
    asked = asked_of_each(question, lambda part: _understood(part, register, today))
    if asked is None:
        return None
    found = AnswerBuilder(register, today, asked.head).to(resolve(asked.head, register))
    return with_details(found, asked)


def _with_exceptions(question: Question, register: Register, today: date) -> Answer | None:
    """A list that a text asks for without those it leaves out by who decided or spoke; None where it leaves none."""
    asked = exceptions(question, lambda part: _understood(part, register, today), register, today)
    if asked is None:
        return None
    found = resolve(asked.asked, register)
    told = AnswerBuilder(register, today, asked.asked).to(replace(found, denied=found.denied | asked.denied))
    return told if told.outcome is Outcome.LIST and told.rows else None


def _with_its_tail(question: Question, register: Register, today: date) -> Answer | None:
    """A list that a text asks for, with what it asks at its end of those on it; None where it does not."""
    if head := head_of_one(question, lambda part: _understood(part, register, today)):
        found = AnswerBuilder(register, today, head).to(resolve(head, register))
        return found if found.outcome is Outcome.LIST and found.rows else None
    asked = head_and_tail(question, lambda part: _understood(part, register, today))
    if asked is None:
        return None
    found = AnswerBuilder(register, today, asked.head).to(resolve(asked.head, register))
    return told_of_them(found, asked.tail, register, today)


def _answered_in_turn(questions: Sequence[Question], register: Register, today: date) -> Answer | None:
    """One answer to several questions of a text, in their order; what was said to one is not said again. None where
    one of them is not understood alone.
    """
    citations = Citations(register.record.sources)
    builders = [AnswerBuilder(register, today, question, citations) for question in questions]
    found = [reply.to(resolve(reply.question, register)) for reply in builders]
    return None if {reply.outcome for reply in found} & _NOT_UNDERSTOOD else joined(found)


def _statement(question: Question) -> Statement | None:
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
    opened = bool(countries) and without_opening(question.joined) != question.joined
    counts = opened or _says_of_how_many(question) or next(numbers(question), None) or _NUMBERS.search(question.text)
    return general is not None and not counts


def _says_of_how_many(question: Question) -> bool:
    """Whether a text says how all, most or none of the ties stand: "більшість міст розірвала"."""
    return bool(question.standings) and not _OF_MANY.isdisjoint(QUANTIFIERS.found(question.joined))


def _claimed(statement: str, question: Question, register: Register, today: date) -> Question:
    """What a text that is to be checked claims, without who tells it and what is asked about it."""
    claimed = question if statement == question.text else _understood(statement, register, today)
    # "What made Eugene flip? They kept it, then dropped it, right": why is asked beside what is claimed.
    return replace(claimed, intents=claimed.intents | {Intent.CLAIM} | (question.intents & {Intent.REASONS}))


def _checked(question: Question, register: Register, today: date) -> Answer | None:
    """The verdicts on a text that is to be checked; on one tie alone, they stand before how it stands."""
    found = verdicts(question.text, register, today, asked=question)
    if found is not None and Intent.PETITION in question.intents:
        # Besides its number of signatures, what is said of the petition is on file.
        citations = Citations(register.record.sources)
        citations.cite((source.id for source in found.sources), most=len(found.sources))
        rest = AnswerBuilder(register, today, question, citations).to(resolve(question, register))
        return replace(rest, parts=(*found.parts, *rest.parts))
    if found is None or not found.about:
        return found
    if len(found.about) > 1:
        return replace(found, outcome=Outcome.TIE)
    reply = AnswerBuilder(register, today, question)
    reply.citations.cite((source.id for source in found.sources), most=len(found.sources))
    reply.parts += found.parts
    tie = register.tie(found.about[0])
    reply.add_tie(tie)
    reply.add_particulars([tie])
    return reply.done()


def _with_what_was_not_checked(found: Answer, question: Question) -> Answer:
    """An answer on ties that a claim is of, with the words of it of which it says nothing, before all else."""
    if found.outcome not in {Outcome.TIE, Outcome.SUBJECT} or not found.ties:
        return found
    left = not_checked(question, found.parts)
    first = (TextBlock((Line(claim_sentences.not_checked(left)),)),) if left else ()
    return replace(found, parts=(*first, *found.parts))


def answer_about(places: str, text: str, register: Register, today: date) -> Answer:
    """The answer to a question that names no place, asked of these, named before it as one would; a sentence in the
    asker's language is in that of the question itself.
    """
    cleaned = clean(text)
    if back := written_back(cleaned, tokens(cleaned), register.gazetteer):
        text = back.text
    if distressed := distress_answer(text):
        return distressed
    question = _understood(f"{places}: {text}", register, today)
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
    question = yield from _understood_steps(text, register, today)
    yield
    return (yield from _answered_steps(question, register, today))


def place_text_answer(typed: str, register: Register, today: date) -> Answer:
    """How the ties stand of the place that a text names. Any text is accepted; what else it says is passed over."""
    if distressed := distress_answer(typed):
        return distressed
    found = find_places(typed, register)
    if not found.names.words:
        return _plain(Outcome.EMPTY, sentences.NO_PLACE)
    question = only_names(clean(typed), found.names)
    return AnswerBuilder(register, today, question).to_places(found.resolution)


def tie_answer(tie_id: str, register: Register, today: date) -> Answer:
    """How one tie stands. Raises KeyError for an unknown id."""
    reply = AnswerBuilder(register, today)
    reply.add_tie(register.tie(tie_id))
    return reply.done()


def place_answer(place_id: str, register: Register, today: date) -> Answer:
    """How the ties of one place of the register stand. Raises KeyError for an unknown id."""
    reply = AnswerBuilder(register, today)
    reply.add_place(register.place(place_id))
    return reply.done()


def history_answer(tie_id: str, register: Register) -> Answer:
    """All acts, listings and searches of a tie, with their sources. Raises KeyError for an unknown id."""
    citations = Citations(register.record.sources)
    told = blocks.history_parts(register.tie(tie_id), register, citations)
    return Answer(Outcome.TIE, told, citations.sources)


def sources_answer(tie_id: str, register: Register) -> Answer:
    """The sources of a tie's acts and listings, as the answer's sources. Raises KeyError for an unknown id."""
    tie = register.tie(tie_id)
    citations = Citations(register.record.sources)
    citations.cite([tie.since_source] if tie.since_source else [])
    for act in tie.acts:
        citations.cite(act.sources, most=len(act.sources))
    for listing in tie.listings:
        citations.cite(listing.sources, most=len(listing.sources))
    told = blocks.sources_part(tie, register, citations)
    return Answer(Outcome.TIE, (told,), citations.sources)


def list_answer(chosen: TieFilter, register: Register) -> Answer:
    """The ties that fit a filter; a list may be empty."""
    ties = chosen_ties(chosen, register)
    return Answer(Outcome.LIST, (list_part(chosen, register),), rows=tuple(tie.id for tie in ties), filter=chosen)


def open_choice(choice: AnswerChoice, register: Register, today: date) -> Answer:
    """What stands behind a button of a "which one?". Raises KeyError for an id that is gone from the record."""
    if choice.kind is TargetKind.TIE:
        told = tie_answer(choice.target, register, today)
        return replace(told, choices=(*told.choices, *ways_back(register.tie(choice.target), register)))
    if choice.kind is TargetKind.ANSWER:
        return explained_answer(choice.target, register, today)
    return place_answer(choice.target, register, today)


def explained_answer(name: str, register: Register, today: date) -> Answer:
    """An explanation. Raises KeyError for an unknown id."""
    explanation = shipped().by_id(name)
    if explanation is None:
        raise KeyError(name)
    reply = AnswerBuilder(register, today)
    reply.explain(explanation)
    return reply.done()


def _plain(outcome: Outcome, text: str) -> Answer:
    return Answer(outcome, (TextBlock((Line(text),)),))
