"""Which of the names in a question are asked about, and what they come to. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.lookup.question import Question
from db.record.mentions import Mention
from db.record.register import Register
from db.record.resolver import Resolution, has_partner, match_names

# So many words that are neither names nor of the vocabulary are talk of something else.
_TALK = 3


def resolve(question: Question, register: Register) -> Resolution:
    """Match the mentions of a question with each other, its states and its negations."""

    def is_talk(mention: Mention, others: Sequence[Mention]) -> bool:
        return _is_talk(mention, others, question, register)

    return match_names(question.mentions, question.all_states, question.excluded_states, register, is_talk)


def _is_talk(mention: Mention, others: Sequence[Mention], question: Question, register: Register) -> bool:
    """Whether a name stands in talk of something else, and is not asked about."""
    if mention.qualified or has_partner(mention, others, register):
        return False
    if mention.weak and not mention.places:
        return len(question.words) > _TALK
    if question.on_subject or (question.asks_for_something and not mention.weak):
        return False
    return len(question.asides) >= (1 if mention.plain else _TALK if mention.places else _TALK - 1)
