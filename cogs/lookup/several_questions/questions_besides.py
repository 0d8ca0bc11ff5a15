"""What a text asks besides what its answer tells: answers on file, a place of its own, which of the ties told. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cogs.lookup.explanations.explanation_parts import explanation_part, still_holds
from cogs.lookup.explanations.explanation_phrases import phrased_by_words
from cogs.lookup.explanations.topics_meant import topic_of
from cogs.lookup.lists.list_rules import asks_for_list
from cogs.lookup.model import Answer, Outcome
from cogs.lookup.places.disambiguate import resolve
from cogs.lookup.reading.asked_intents import asks_who_signed_something
from cogs.lookup.reading.clauses import tells
from cogs.lookup.reading.languages import tongue_of
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.several_questions import begins_to_ask
from cogs.lookup.several_questions.halves import like_on_file, refers_before
from cogs.lookup.several_questions.tails import which_of_them
from cogs.lookup.several_questions.teller import Teller
from cogs.wording.blocks import TextBlock
from cogs.wording.sources import Citations
from db.record.dataset.explanations import shipped
from db.record.explanations import Explanation
from db.record.text import normalise

# A question by itself has so many words.
_SHORTEST = 3
# Of so many ties that are told one by one it may be asked which are so.
_FEWEST_TIES, _MOST_TIES = 2, 3
_BOT = "bot"
# Of the bot, the petition and taking part it is not asked of a tie.
_OF_USE = frozenset({_BOT, "act", "petition"})


@dataclass(frozen=True, slots=True)
class _Beside:
    """An answer to a text, and what the questions are told with that it leaves out; its sources are cited on from."""

    found: Answer
    citations: Citations
    teller: Teller


def with_questions_besides(typed: Sequence[str], found: Answer, teller: Teller) -> Answer:
    """An answer to a text with those of its questions, as ``typed``, that it does not tell and that need nothing of the
    others: the first stands before it, the others behind it.
    """
    citations = Citations(teller.register.record.sources)
    citations.cite([source.id for source in found.sources], len(found.sources))
    beside = _Beside(found, citations, teller)
    first, *others = [teller.read(each) for each in typed]
    before = [*_on_file(first, beside)] if _asks_by_itself(first) and _is_phrased(first) else []
    before += [part for other in others for part in _which_of_those_told(other, beside)]
    behind = [part for other in others for part in _by_itself(other, beside)]
    if not (before or behind):
        return found
    return replace(found, parts=(*before, *found.parts, *behind), sources=citations.sources)


def _by_itself(question: Question, beside: _Beside) -> Iterator[TextBlock]:
    if not _asks_by_itself(question):
        return
    told = [*_on_file(question, beside)] or [*_on_its_own_place(question, beside)]
    yield from told


def _asks_by_itself(question: Question) -> bool:
    asks = begins_to_ask(question.words) or question.text.rstrip().endswith("?")
    return asks and len(question.words) >= _SHORTEST and not question.off_subject


def _on_file(question: Question, beside: _Beside) -> Iterator[TextBlock]:
    """The answer on file to a question that names no place with a tie and asks for no list; beside an answer on a tie,
    of which it may be asked, only one on how to take part or to use the bot.
    """
    register = beside.teller.register
    if question.speakers or any(mention.places for mention in question.mentions):
        return
    explanation = _explanation(question)
    if explanation is None or explanation.topic in {part.heading for part in beside.found.parts}:
        return
    of_use = explanation.subject in _OF_USE and _is_phrased(question)
    if beside.found.outcome is Outcome.TIE and (not of_use or asks_who_signed_something(question.joined)):
        return
    if not still_holds(explanation, register) or asks_for_list(question, resolve(question, register), register):
        return
    tongue = tongue_of(question.words)
    first_steps = explanation.first_steps(tongue.code) if tongue else ""
    yield explanation_part(explanation, register, beside.citations, first_steps)


def _is_phrased(question: Question) -> bool:
    """Whether a question asks for an answer on file by its words, and refers to nothing."""
    return phrased_by_words(question) is not None and not refers_before(question)


def _explanation(question: Question) -> Explanation | None:
    """The answer on file that a question asks for; where it refers to what is before it, only on how to use the bot."""
    phrased, topic = phrased_by_words(question), topic_of(question)
    if phrased is None and refers_before(question):
        return None
    found = phrased or (shipped().by_id(topic) if topic else None) or like_on_file(question)
    if found is None or found.small_talk:
        return None
    of_use = found.subject == _BOT or bool(found.commands and found.subject != "sides")
    return found if of_use or not refers_before(question) else None


def _on_its_own_place(question: Question, beside: _Beside) -> Iterator[TextBlock]:
    """The answer to a question on a place that the answer tells nothing of."""
    if not question.mentions or any(tells(normalise(word)) for word in question.asides):
        return
    if any(mention.weak or mention.negated for mention in question.mentions):
        return
    answered = beside.teller.tell(question, beside.citations)
    if answered.outcome not in {Outcome.TIE, Outcome.NO_TIE} or {*answered.ties} & {*beside.found.ties}:
        return
    headings = {part.heading for part in beside.found.parts}
    if not any(part.heading in headings for part in answered.parts if part.heading):
        yield from answered.parts


def _which_of_those_told(question: Question, beside: _Beside) -> Iterator[TextBlock]:
    """Which of a few ties that are told one by one are as is asked of them: "and did either drop it"."""
    ties = beside.found.ties
    asked = question.standings and refers_before(question) and not question.mentions
    if beside.found.outcome is not Outcome.TIE or not asked or not _FEWEST_TIES <= len(ties) <= _MOST_TIES:
        return
    told = which_of_them(ties, question, beside.teller.register, beside.teller.today)
    if told:
        yield TextBlock.saying(told)
