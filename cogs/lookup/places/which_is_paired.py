"""Which of several places that a question sets side by side is paired with another that it names. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cogs.lookup.history.which_first import asks_for_order
from cogs.lookup.places import place_sentences
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import words_for
from cogs.wording.blocks import TextBlock
from cogs.wording.leads import standing_label
from cogs.wording.names import short_name
from cogs.wording.status import standing_word
from db.record.mentions import Mention
from db.record.models import Country, Tie
from db.record.register import Register
from db.record.text import normalise

# "Since when is Dallas or Houston with Saratov", "why": more is asked than which.
_MORE_ASKED = frozenset({
    Intent.CLAIM, Intent.REASONS, Intent.WHEN, Intent.SAID, Intent.STORY, Intent.COUNT, Intent.VOTE, Intent.BOTH_SIDES,
    Intent.FOUNDED, Intent.BEGINNING,
})  # fmt: skip
_OR = frozenset(map(normalise, words_for("questions", "which_is_paired", "or").split("\n")))


def which_is_paired_part(question: Question, register: Register) -> TextBlock | None:
    """Which of some places is paired with another that is named, where that alone is asked: "is Houston or Dallas with
    Tyumen"; None elsewhere.
    """
    named = [it for it in question.mentions if it.known and not it.negated]
    if len(named) <= 2 or not _sets_one_beside_another(named, question) or _asks_more(question):
        return None
    american = [it for it in named if it.countries == {Country.US} or _means_america(it)]
    russian = [it for it in named if it not in american and Country.RU in it.countries]
    if len(american) + len(russian) < len(named) or 1 not in (len(american), len(russian)):
        return None
    one, several = (russian[0], american) if len(russian) == 1 else (american[0], russian)
    if not one.places:
        return None
    paired = [(it, ties) for it in several if (ties := _ties_between(one, it, register))]
    others = [_name(it, register) for it in several if not _ties_between(one, it, register)]
    with_standing = [_with_standing(it, ties, register) for it, ties in paired]
    told = place_sentences.which_is_paired(_name(one, register), with_standing, others)
    return TextBlock.saying(told)


def _sets_one_beside_another(named: Sequence[Mention], question: Question) -> bool:
    """Whether "or" stands between two names, with a preposition at most."""
    words = question.words
    between = ([word.norm for word in words[one.end : other.start]] for one, other in pairwise(named))
    return any(len(each) <= 2 and not _OR.isdisjoint(each) for each in between)


def _asks_more(question: Question) -> bool:
    asked = question.standings or question.period or question.narrowing.kinds or question.speakers
    return bool(asked or question.intents & _MORE_ASKED) or asks_for_order(question)


def _means_america(mention: Mention) -> bool:
    return any(place.country is Country.US for place in mention.places)


def _ties_between(one: Mention, other: Mention, register: Register) -> list[Tie]:
    theirs = {place.id for place in other.places}
    return [tie for place in one.places for tie in register.ties_of(place.id) if {tie.us, tie.ru} & theirs]


def _with_standing(mention: Mention, ties: Sequence[Tie], register: Register) -> tuple[str, str]:
    """A place by its name, with how its tie stands in a word."""
    places = {place.id for place in mention.places}
    own = next(register.place(end) for end in (ties[0].us, ties[0].ru) if end in places)
    label = standing_label(register.status(ties[0].id))
    return short_name(own, register), standing_word(ties[0], register, label)


def _name(mention: Mention, register: Register) -> str:
    """A place by its full name; by the name as it was typed, where that fits several."""
    alone = len(mention.known) == 1 or len(mention.places) == 1
    return short_name(mention.known[0], register) if alone else mention.typed
