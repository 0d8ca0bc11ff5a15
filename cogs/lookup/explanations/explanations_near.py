"""The explanations that may be meant where none is surely asked for, or beside one that is. Pure."""

from __future__ import annotations

from collections.abc import Collection

from cogs.lookup.explanations.explanation_fit import is_of_another_subject, is_of_the_other_country, subject_of
from cogs.lookup.explanations.explanation_likeness import (
    ENOUGH_TO_OFFER,
    FAR_AHEAD,
    LIKE,
    LITTLE_OF_SUBJECT,
    MOST_NEAR,
    MOST_OFFERED,
    THE_SAME,
)
from cogs.lookup.explanations.explanation_phrases import phrased_by_words
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from db.record.dataset.explanations import shipped
from db.record.explanations import Explanation, meaning
from db.record.text import normalise

# Beside an answer that a question is only like, another is told in short that is at least so like, by so little less;
# beside one that words of the record alone led to, one that is at least so like.
_ENOUGH_BESIDE, _NEARLY_AS_LIKE, _LIKE_BESIDE_WORDS = 0.45, 0.1, 0.46
# So like, and so far ahead of any other, and an answer is told before a list that did not take in what asks for it.
_BEFORE_A_LIST, _AHEAD_OF_OTHERS = 0.55, 0.12
# So like is an answer about the bot that is told to a question which is surely about it.
_THE_BOT, _ENOUGH_OF_THE_BOT = "bot", 0.42
# So like, and it may be what is meant; so like, beside the question which place is meant.
MAY_BE_MEANT, MAY_BE_MEANT_FOR_A_PLACE = 0.45, 0.4


def is_near(question: Question, enough: float = MAY_BE_MEANT) -> bool:
    """Whether an answer is so like a question that it may be meant, if not surely."""
    words = [word.norm for word in question.words]
    found = shipped().nearest(words, enough, 1)
    return bool(found) and (found[0].explanation.subject != "petition" or Intent.PETITION in question.intents)


def nearest(question: Question) -> list[Explanation]:
    """The answers whose ways of asking are most like a question that was not understood, by what they share.

    Where it is known what the question is about, those about that are the first.
    """
    words = [word.norm for word in question.words]
    found = [each.explanation for each in shipped().nearest(words, ENOUGH_TO_OFFER, 3 * MOST_OFFERED)]
    about = subject_of(question)
    if about:
        within = [each.explanation for each in shipped().nearest(words, LITTLE_OF_SUBJECT, MOST_OFFERED, about)]
        found = [*within, *(each for each in found if each.subject == about and each not in within)] or found
    unnamed = about == "petition" or not (about or question.on_subject or question.mentions)
    return [each for each in found if unnamed or each.subject != "petition"][:MOST_OFFERED]


def nearest_of_the_bot(question: Question) -> Explanation | None:
    """The answer about the bot that is most like a question about it, by whatever it shares; None for another one."""
    named = question.mentions or question.all_states or question.speakers or question.off_subject
    if named or subject_of(question) != _THE_BOT:
        return None
    found = shipped().nearest([word.norm for word in question.words], _ENOUGH_OF_THE_BOT, 1, _THE_BOT)
    return found[0].explanation if found else None


def others_meant(question: Question, told: Explanation) -> list[Explanation]:
    """The answers that a question is nearly as like as the one that was told of it, the nearest first.

    None, where that one is asked for word for word; where by a phrase of its own, only what is liker by far.
    """
    words = [word.norm for word in question.words]
    own = shipped().find(words, among=shipped().topics([told.id]))
    if told.small_talk or (own is not None and own.likeness >= THE_SAME):
        return []
    like = own.likeness if own else 0.0
    phrased = phrased_by_words(question) is told
    enough = max(LIKE, like + FAR_AHEAD) if phrased else max(_ENOUGH_BESIDE, (like or LIKE) - _NEARLY_AS_LIKE)
    found = shipped().nearest(words, enough, MOST_NEAR + 1)
    return [each.explanation for each in found if each.explanation is not told][:MOST_NEAR]


def meant_by_words(question: Question, words: Collection[str]) -> list[Explanation]:
    """The answers like a question that is answered by something else, which those of its words ask for that were not
    taken in; with no such words, the ones that are much like it.
    """
    norms = [word.norm for word in question.words]
    found = shipped().nearest(norms, _ENOUGH_BESIDE if words else _LIKE_BESIDE_WORDS, MOST_OFFERED)
    left = {meaning(normalise(word)) for word in words}
    fit = [each for each in found if not left or left & each.telling]
    return [it.explanation for it in fit if not is_of_another_subject(it.explanation, question)][:MOST_NEAR]


def asked_by_words(question: Question, words: Collection[str], *, unlisted: bool) -> Explanation | None:
    """The answer that a question is like, by far, and that these of its words ask for, which a list did not take in.

    ``unlisted``: there is no list, and less is enough.
    """
    enough = _ENOUGH_BESIDE if unlisted else _BEFORE_A_LIST
    found = shipped().find((word.norm for word in question.words), enough, within=_AHEAD_OF_OTHERS, telling=1)
    if found is None or found.ahead < _AHEAD_OF_OTHERS or found.explanation.small_talk:
        return None
    if is_of_another_subject(found.explanation, question) or is_of_the_other_country(found):
        return None
    return found.explanation if found.telling & {meaning(normalise(word)) for word in words} else None


def told_by_words(question: Question, words: Collection[str]) -> Explanation | None:
    """The answer most like a question, if it is asked for by one of these words of it, which nobody on record said."""
    found = shipped().nearest([word.norm for word in question.words], ENOUGH_TO_OFFER, MOST_OFFERED)
    asked = {meaning(normalise(word)) for word in words}
    return next((each.explanation for each in found if asked & each.telling), None)
