"""What is asked and said of a sentence that may be taken for a threat, when its writer says what it means. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from db.record.fact_tables import complete


class Meaning(StrEnum):
    """As what a writer wants such a sentence to be understood."""

    TOLD = "told"
    FIGURE = "figure"
    KIND = "kind"


LABELS: Mapping[Meaning, str] = complete(
    Meaning,
    {
        Meaning.TOLD: "What somebody else said or did",
        Meaning.FIGURE: "A way of speaking, or hard words on a decision",
        Meaning.KIND: "Meant kindly",
    },
)
TO_THINK_OF: Mapping[Meaning, str] = complete(
    Meaning,
    {
        Meaning.TOLD: (
            "If somebody else said or did it, others know so only when the letter says it: put it in quotation marks, "
            "and say who said it to whom."
        ),
        Meaning.FIGURE: (
            "Others read or hear it without what you told me, and an office may call the police before it asks. Plain "
            "words say the same, and are safer."
        ),
        Meaning.KIND: (
            "From somebody they do not know, words about their home, their family or their ways can frighten people, "
            "however kindly they are meant. It may be better to leave them out."
        ),
    },
)
TOO_SHORT = "Please say in a sentence of your own what it means, and to whom it is said."
IN_DOUBT = (
    "What you told me reads as a threat itself, so the letter stays held back until the sentence is changed. "
    "Nobody has been told, and what you typed was not kept. Hard words about what an office did are fine."
)
IS_CHANGED = "That sentence is no longer in your words, so nothing is held back for it."


def should_it_stand(sentence: str, meaning: Meaning, told: str) -> str:
    """The second card: the sentence, what its writer said of it, and what speaks for changing it."""
    return (
        f"### Should this stand?\n“{sentence}”\n**You told me:** {told}\n{TO_THINK_OF[meaning]} The choice is yours: "
        "the letter is taken as your word. What you told me is not kept."
    )
