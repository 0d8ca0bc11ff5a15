"""Which of the names in a question are asked about, and what they come to. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from cogs.lookup.question import Question
from cogs.lookup.vocabulary import OF_TALKING
from db.record.mentions import Mention
from db.record.ordinary_words import is_ordinary
from db.record.register import Register
from db.record.resolver import Resolution, has_partner, match_names
from db.record.text import key

# So many words that are neither names nor of the vocabulary are talk of something else; of everyday words, fewer.
_TALK = 3
_EVERYDAY_TALK = 2


def resolve(question: Question, register: Register) -> Resolution:
    """Match the mentions of a question with each other, its states and its negations."""

    def is_talk(mention: Mention, others: Sequence[Mention]) -> bool:
        return _is_talk(mention, others, question, register)

    return match_names(question.mentions, question.all_states, question.excluded_states, register, is_talk)


def _is_talk(mention: Mention, others: Sequence[Mention], question: Question, register: Register) -> bool:
    """Whether a name stands in talk of something else, and is not asked about."""
    everyday = _everyday_words(mention, question, register)
    if has_partner(mention, others, register):
        return question.off_subject and everyday >= _EVERYDAY_TALK
    if mention.qualified:
        return everyday >= (1 if question.off_subject else _TALK) and not (question.on_subject or question.asks_of_ties)
    if mention.weak and not mention.places:
        return len(question.words) > _TALK
    if (
        question.on_subject
        or question.speakers
        or question.excluded_states
        or (question.asks_of_ties and not mention.weak)
    ):
        return False
    if mention.places and everyday >= (_EVERYDAY_TALK if question.asks_for_something else 1):
        return True
    return len(question.asides) >= (1 if mention.plain else _TALK if mention.places else _TALK - 1)


def _everyday_words(mention: Mention, question: Question, register: Register) -> int:
    """How many of the words that are left are everyday ones, and no part of the place's name or of a partner's."""
    ties = [tie for place in mention.places for tie in register.ties_of(place.id)]
    places = [register.place(name) for tie in ties for name in (tie.us, tie.ru)]
    own = {word for place in places for name in (place.name, *place.aliases) for word in key(name).split()}
    asides = {word.norm for word in question.words if word.raw in question.asides}
    left = (asides | _words_taken_for_names(question)) - OF_TALKING
    return sum(is_ordinary(word) and not any(OSA.distance(word, each) <= 1 for each in own) for word in left)


def _words_taken_for_names(question: Question) -> set[str]:
    """Everyday words that are names of places without a tie as well: "marathon"."""
    weak = [named for named in question.mentions if named.weak and not named.places]
    return {word.norm for named in weak for word in question.words[named.start : named.end]}
