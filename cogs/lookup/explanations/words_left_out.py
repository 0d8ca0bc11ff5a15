"""What of a question its answer does not take in: words of which an explanation knows nothing. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from cogs.lookup.explanations.explanation_phrases import phrased_by_words
from cogs.lookup.reading.harmless import is_harmless
from cogs.lookup.reading.in_english import in_english
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import OF_TALKING
from cogs.wording.blocks import TextBlock, text_of
from db.record.dataset.explanations import shipped
from db.record.explanations import Explanation
from db.record.ordinary_words import is_common
from db.record.text import normalise

# Where so much of what a question says is unknown to the answer, and only a clause of it is like a way of asking, it
# may be another question.
_MAY_BE_ANOTHER = 0.5
_LIKE_AS_A_WHOLE = 0.6
# A word is in an answer, whatever its ending, by so many letters of its beginning.
_BEGINNING = 5
_MOST_NAMED = 3


def words_left_out(question: Question, explanation: Explanation, told: Iterable[TextBlock]) -> list[str]:
    """The words of a question that make it doubtful whether an explanation answers it, as typed; none where it does.

    ``told`` is what the whole answer says: what stands there was taken in.
    """
    if _is_surely(question, explanation):
        return []
    typed = {normalise(word): word for word in (*question.asides, *(_typed(question, question.claimed)))}
    says = [norm for norm in typed if not (is_common(norm) or norm in OF_TALKING)]
    unknown = shipped().unknown_to(explanation.id, says)
    left = [norm for norm in not_in(told, unknown) if not is_harmless(typed[norm])]
    if not left or len(left) < _MAY_BE_ANOTHER * len(says):
        return []
    return [typed[norm] for norm in left[:_MOST_NAMED]]


def not_in(told: Iterable[TextBlock], words: Iterable[str]) -> list[str]:
    """The words that do not stand in what is told, whatever their endings, nor do English ones that mean the same."""
    asked = [*words]
    text = text_of(told) if asked else ""
    return [word for word in asked if not any(it[:_BEGINNING] in text for it in (normalise(word), *in_english(word)))]


def _is_surely(question: Question, explanation: Explanation) -> bool:
    """Whether the explanation is asked for by a phrase of its own, or by the question as a whole."""
    if phrased_by_words(question) is explanation:
        return True
    told = shipped().topics([explanation.id])
    whole = shipped().find((word.norm for word in question.words), _LIKE_AS_A_WHOLE, among=told)
    return whole is not None


def _typed(question: Question, norms: Collection[str]) -> Iterator[str]:
    return (word.raw for word in question.words if word.norm in norms)
