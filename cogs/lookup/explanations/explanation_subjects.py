"""Which explanation is asked for where it is known what it is about: the bot, the petition, both sides. Pure."""

from __future__ import annotations

from collections.abc import Collection

from cogs.lookup.explanations.explanation_clauses import whole_and_clauses
from cogs.lookup.explanations.explanation_fit import is_of_the_other_country
from cogs.lookup.explanations.explanation_likeness import (
    LIKE_OF_SUBJECT,
    LIKENESS,
    LITTLE_OF_SUBJECT,
    MOST_NEAR,
    MOST_OFFERED,
    THE_SAME,
)
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from db.record.dataset.explanations import shipped
from db.record.explanations import Explanation, FoundExplanation, meaning
from db.record.values import value

# Left out one by one, five of six ways of asking about the petition that are so far ahead come to their own answer.
_PETITION_AHEAD = 0.05
# So much where only one telling word of a subject's answer is in the question.
ON_ONE = 0.62


@value
class _Subject:
    """A subject of several answers: what a question asks that is about it, and the words that all of those share.

    So much of a likeness is ``enough``, where it is so far ``ahead`` of that to any other answer about the subject.
    """

    name: str
    intents: frozenset[Intent]
    shared: frozenset[str]
    enough: float = LIKE_OF_SUBJECT
    ahead: float = 0.0


# Left out one by one, nine of ten ways of asking about the bot that are so far ahead come to their own answer, and
# half of those that are not.
_SUBJECTS = (
    _Subject("bot", frozenset({Intent.BOT}), frozenset({"=you", "=be", "=bot"}), 0.3, 0.1),
    _Subject("act", frozenset({Intent.ACT}), frozenset({"=city", "=council", "=mayor"}), 0.3, 0.1),
    _Subject("petition", frozenset({Intent.PETITION}), frozenset({"=petition", "=sign", "=signature"})),
    _Subject(
        "sides",
        frozenset({Intent.KEEP_CASE, Intent.END_CASE, Intent.BOTH_SIDES, Intent.ARGUING}),
        frozenset({"=argument", "=answer", "=people", "=council", "=mayor", "=war"}),
    ),
)


def asked_of_subject(
    question: Question, enough: float | None = None, only: Collection[str] | None = None, on_one: float = ON_ONE
) -> Explanation | None:
    """The answer about a subject of the question that is most like it, by more than the words of the subject.

    ``enough``: how like it must be, if not as the subject has it, and ``on_one``, by one telling word; ``only``: about
    one of these subjects.
    """
    for subject in _SUBJECTS:
        if (only is not None and subject.name not in only) or (
            subject.name == "bot" and (question.abroad or question.all_states)
        ):
            continue
        if subject.intents & question.intents and (subject.name == "petition" or not question.mentions):
            found = _like_of(subject, question, enough, on_one)
            if found is not None:
                return found.explanation
    return None


def _like_of(subject: _Subject, question: Question, enough: float | None, on_one: float) -> FoundExplanation | None:
    """The answer about a subject that a question, or a clause of it, is most like, if it is so by far enough."""
    needed = subject.enough if enough is None else enough
    if question.asks_of_ties and subject.ahead:
        needed = max(needed, LIKE_OF_SUBJECT)
    # What narrows a list tells of no answer: "how many pairs did you check only once".
    untold = subject.shared | ({meaning(word) for word in question.of_lists} if question.asks_of_ties else set())
    found = [
        each
        for number, text in enumerate(whole_and_clauses(question))
        if (each := shipped().find(text, needed, subject.name, within=max(subject.ahead, _PETITION_AHEAD)))
        and not is_of_the_other_country(each)
        and (number == 0 or subject.name != "petition" or each.telling & subject.shared)
        and (len(each.telling - untold) > 1 or (each.telling - untold and _is_sure_by_one_word(each, subject, on_one)))
        and (each.ahead >= subject.ahead or each.likeness >= THE_SAME)
    ]
    return max(found, key=LIKENESS, default=None)


def _is_sure_by_one_word(found: FoundExplanation, subject: _Subject, on_one: float) -> bool:
    """Whether one telling word beside those of the subject is enough: of the petition, where no other is nearly so."""
    return found.likeness >= on_one or (subject.name == "petition" and found.ahead >= _PETITION_AHEAD)


def near_of_subject(question: Question, subject: str) -> list[Explanation]:
    """The answers about a subject that share more with a question than the words of that subject, the nearest first."""
    shared = next(each.shared for each in _SUBJECTS if each.name == subject)
    words = [word.norm for word in question.words]
    found = shipped().nearest(words, LITTLE_OF_SUBJECT, MOST_OFFERED, subject)
    return [each.explanation for each in found if each.telling - shared][:MOST_NEAR]
