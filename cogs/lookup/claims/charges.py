"""What somebody said of a Russian partner that the record only quotes, where a text says it or asks if it is so. Pure.

No such charge is told as so: it stands with who said it, and that nothing here establishes it. Which they are stands in
``data/vocabulary/charges.toml``.
"""

from __future__ import annotations

from functools import cache

from cogs.lookup.claims.claimed_of_actors import claims_or_asks_whether
from cogs.lookup.phrases.patterns import Phrases, any_of
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from db.record.values import value
from db.record.vocabulary import vocabulary


@value
class Charge:
    """One row of ``data/vocabulary/charges.toml``; its head says what the fields are."""

    said: Phrases
    beside: Phrases
    told: str
    point: str
    ties: tuple[str, ...]


@cache
def _charges() -> tuple[Charge, ...]:
    return tuple(
        Charge(any_of(row["said"]), any_of(row["beside"]), row["told"], row["point"], tuple(row["ties"]))
        for row in vocabulary("charges").values()
    )


def charges_in(question: Question) -> tuple[Charge, ...]:
    """The charges whose words a text has."""
    joined = question.joined
    return tuple(it for it in _charges() if it.said.search(joined) and it.beside.search(joined))


def charges_claimed(question: Question) -> tuple[Charge, ...]:
    """The charges that a text makes, or asks the truth of; what the petition says of them is another answer."""
    asks_for_words = Intent.SAID in question.intents and Intent.CLAIM not in question.intents
    if not claims_or_asks_whether(question) or asks_for_words or Intent.PETITION in question.intents:
        return ()
    return charges_in(question)
