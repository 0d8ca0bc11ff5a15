"""The answer to what a text says that somebody did, or charges a partner with, whom no tie's acts are of. Pure."""

from __future__ import annotations

from datetime import date

from cogs.lookup import searching
from cogs.lookup.answers.answer_builder import AnswerBuilder
from cogs.lookup.answers.answers_to_questions import reader
from cogs.lookup.claims import claim_sentences
from cogs.lookup.claims.charges import Charge, charges_claimed
from cogs.lookup.claims.claimed_of_actors import ClaimOfActor, claim_of_actor
from cogs.lookup.claims.claimed_speeches import beside_his_speech
from cogs.lookup.explanations import explanation_phrases
from cogs.lookup.explanations.explanation_parts import figures_now, further
from cogs.lookup.model import Answer, Outcome
from cogs.lookup.places.disambiguate import resolve
from cogs.lookup.reading.question import Question
from cogs.lookup.several_questions.second_questions import with_second_question
from cogs.lookup.several_questions.teller import Teller
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import paragraph
from db.record.dataset.explanations import shipped
from db.record.passages import FoundPassage, PassageKind
from db.record.register import Register

# So many ties are told in full beside it.
_MOST_TIES = 2
# Whether one may write a charge in a letter is another answer.
_IN_A_LETTER = "claims-in-letter"


def on_actor(question: Question, register: Register, today: date) -> Answer | None:
    """A verdict before all else on what somebody who is no place is said to have done, or on a charge that the record
    only quotes; None for another text.
    """
    charges = charges_claimed(question)
    if charges and not _asks_of_a_letter(question):
        return _on_charges(question, charges, register, today)
    claim = claim_of_actor(question)
    return _on_claim(question, claim, register, today) if claim else None


def _asks_of_a_letter(question: Question) -> bool:
    phrased = explanation_phrases.phrased_by_words(question)
    return phrased is not None and phrased.id == _IN_A_LETTER


def _on_charges(question: Question, charges: tuple[Charge, ...], register: Register, today: date) -> Answer:
    """Whose word a charge is, whether he named the place, and how the ties stand of whose partners it is."""
    reply = AnswerBuilder(register, today, question)
    _tell(reply, "", [charge.told for charge in charges])
    said = [register.record.talking_points[charge.point] for charge in charges]
    words = [FoundPassage(PassageKind.POINT, point.id, point.place, 1.0) for point in said]
    reply.parts.append(searching.passages_part(words, (), register, reply.citations))
    if beside := [*beside_his_speech(question, register)]:
        reply.parts.append(TextBlock(tuple(map(Line, beside))))
    for name in dict.fromkeys(name for charge in charges for name in charge.ties):
        reply.add_tie(register.tie(name))
    return _with_rest(reply, question, register, today)


def _on_claim(question: Question, claim: ClaimOfActor, register: Register, today: date) -> Answer:
    reply = AnswerBuilder(register, today, question)
    _tell(reply, claim.verdict, [claim.told])
    for tie in resolve(question, register).paired[:_MOST_TIES]:
        reply.add_tie(tie)
    return _with_rest(reply, question, register, today)


def _tell(reply: AnswerBuilder, verdict: str, names: list[str]) -> None:
    """A verdict and what is on file for it, under no title of its own: it is told of what the text says."""
    lines = []
    for name in dict.fromkeys(names):
        if explanation := shipped().by_id(name):
            marks = reply.citations.cite(explanation.sources, most=len(explanation.sources))
            told = f"{explanation.told(figures_now(reply.register))}{marks}"
            lines.append(Line(paragraph([verdict, told])))
            reply.choices += further(explanation, reply.register)
    reply.parts.append(TextBlock(tuple(lines), claim_sentences.CLAIMS))
    reply.outcomes.append(Outcome.SUBJECT)


def _with_rest(reply: AnswerBuilder, question: Question, register: Register, today: date) -> Answer:
    """The answer with what a text asks besides."""
    return with_second_question(question, reply.done(), Teller(reader(register, today), register, today))
