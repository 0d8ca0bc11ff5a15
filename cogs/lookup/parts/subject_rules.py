"""Which subjects a question is answered about beside its ties: an ordered table, every row applied in turn. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

from cogs.lookup.explanations import explanation_phrases, glossary
from cogs.lookup.people.sayings import asks_for_both
from cogs.lookup.reading.intents import WHYS, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.subjects_asked import SUBJECT_INTENTS, subjects_of
from cogs.lookup.ukraine.ukraine import names_ukrainians_alone
from db.record.standings import Standing
from db.record.values import value

_CASES = frozenset({Intent.END_CASE, Intent.KEEP_CASE})
_STANDING_WORDS = frozenset(f"word-{standing.value}" for standing in Standing)
_GENERAL = frozenset({Intent.MEANING, Intent.ABOUT})


@dataclass(slots=True)
class SubjectsAsked:
    """What a question may be answered about, as far as the rules have come, and what its answer says already."""

    question: Question
    asked: Set[Intent]
    few_ties_told: bool
    says_something: bool
    one_argument_told: bool


@value
class SubjectRule:
    """One row: where ``when`` holds, subjects are added or left out. ``example`` is a question that needs it."""

    when: Callable[[SubjectsAsked], bool]
    example: str
    drops: frozenset[Intent] = frozenset()
    adds: frozenset[Intent] = frozenset()


def _asks_what_a_standing_means(question: Question) -> bool:
    """Whether a phrase asks for the meaning of a standing: "why do you keep saying unconfirmed"."""
    asked = explanation_phrases.phrased_by_words(question)
    return asked is not None and asked.id in _STANDING_WORDS


SUBJECT_RULES: Sequence[SubjectRule] = (
    SubjectRule(
        lambda it: bool(it.question.asides) and not (it.question.on_subject or glossary.knows(it.question.joined)),
        "what is the meaning of life",
        drops=frozenset({Intent.MEANING}),
    ),
    SubjectRule(
        lambda it: Intent.BOTH_SIDES in it.asked and not it.asked & _CASES, "what are the arguments?", adds=_CASES
    ),
    SubjectRule(
        lambda it: bool(it.asked & {Intent.BOTH_SIDES, *_CASES}) and asks_for_both(it.question),
        "arguments for and against in Akron",
        adds=_CASES,
    ),
    SubjectRule(
        lambda it: it.one_argument_told and Intent.BOTH_SIDES not in it.asked,
        "any mayor who went from defending to dropping",
        drops=_CASES,
    ),
    SubjectRule(
        lambda it: (
            not it.few_ties_told
            and bool(it.question.intents & WHYS)
            and any(named.places for named in it.question.mentions)
        ),
        "why hasn't Portland ended it",
        drops=_CASES,
    ),
    SubjectRule(
        lambda it: bool(it.question.speakers),
        "Що каже МЗС України, скільки міст розірвали",
        drops=frozenset({Intent.UKRAINE}),
    ),
    SubjectRule(
        lambda it: it.says_something and names_ukrainians_alone(it.question),
        "we're shopping for a Ukrainian partner and someone floated Irpin. who already has it",
        drops=frozenset({Intent.UKRAINE}),
    ),
    SubjectRule(
        lambda it: _asks_what_a_standing_means(it.question),
        "why do you keep saying unconfirmed instead of yes or no??",
        drops=_CASES,
    ),
    SubjectRule(
        lambda it: bool(it.question.speakers) or it.few_ties_told,
        "why keep the tie in San Jose, what do they say?",
        drops=_CASES,
    ),
    SubjectRule(
        lambda it: it.says_something or bool(it.asked & SUBJECT_INTENTS),
        "how recent is this petition",
        drops=_GENERAL,
    ),
    SubjectRule(
        lambda it: Intent.ABOUT in it.asked and bool(it.question.standings),
        "how do you decide whether a tie is active or unconfirmed",
        adds=_GENERAL,
    ),
)


def subjects(question: Question, *, few_ties_told: bool, says_something: bool, one_argument_told: bool) -> Set[Intent]:
    """The subjects that are told of, without those that only the words of another question look like.

    ``few_ties_told``: what was said for and against in their places stands there. ``says_something``: any part does.
    ``one_argument_told``: who said what to the one argument that is asked about stands there.
    """
    asked = subjects_of(question) | (question.intents & {Intent.MEANING, Intent.ABOUT, Intent.BY_STATE})
    it = SubjectsAsked(question, asked, few_ties_told, says_something, one_argument_told)
    for rule in SUBJECT_RULES:
        if rule.when(it):
            it.asked = (it.asked | rule.adds) - rule.drops
    return it.asked
