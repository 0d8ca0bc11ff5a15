"""Whether a text is of what towns of other countries did, and of no American ones. Pure."""

from __future__ import annotations

from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from db.record.elsewhere import Abroad
from db.record.models import Country
from db.record.text import normalise

_AMERICA = said_for("questions", "others_abroad", "america")
# What a country's name stands beside where its towns are meant: "British towns", "міста Польщі".
_PLACES = tuple(
    normalise(word)
    for word in (
        "city", "cities", "town", "council", "municipalit", "mayor", "place", "commune", "village",
        "міст", "город", "рад", "совет", "мер", "мэр", "громад",
    )
)  # fmt: skip
_NEAR = 2


def is_of_others_alone(question: Question) -> bool:
    """Whether towns abroad are spoken of, and no place with a tie, no state and not America."""
    if not question.abroad or question.all_states or _AMERICA.search(question.joined):
        return False
    if any(mention.places and Country.US in mention.countries for mention in question.mentions):
        return False
    cities = sum(each.is_city for each in question.abroad)
    # One with a Russian place is a pair of theirs: "Cheltenham? … it was cut from Sochi".
    paired = cities and any(mention.places for mention in question.mentions)
    # Several cities abroad are meant themselves, and not where somebody is who tells of others.
    return cities > 1 or bool(paired) or any(_is_of_towns(question, each) for each in question.abroad)


def _is_of_towns(question: Question, country: Abroad) -> bool:
    near = (
        question.words[max(0, country.start - _NEAR) : country.start]
        + question.words[country.end : country.end + _NEAR]
    )
    return not country.is_city and any(word.norm.startswith(_PLACES) for word in near)
