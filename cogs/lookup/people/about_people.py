"""Whether a question is about the people in it, and not only about a place. Pure."""

from __future__ import annotations

from cogs.lookup.people.sayings import QUOTES
from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import words_for

TITLES = frozenset("""
    mayor governor gov president councilmember councilor councillor councilman councilwoman commissioner senator mr mrs
    ms dr ald alderman ambassador chairman chair мер мера мером мэр губернатор президент посол
""".split())  # fmt: skip
_ABOUT_A_PERSON = phrases(words_for("questions", "about_people", "about_a_person"))
_WHO_THEY_ARE = phrases(words_for("questions", "about_people", "who_they_are"))
_THEIR_WORDS = phrases(words_for("questions", "about_people", "their_words"))


def asks_of_person(question: Question) -> bool:
    if QUOTES.search(question.joined) or Intent.SAID in question.intents:
        return True
    return _ABOUT_A_PERSON.search(question.joined) is not None


def asks_of_speaker(question: Question) -> bool:
    """Whether the people named are asked about, and not only a reason to ask about a place; or why they did it."""
    people = any(speaker.is_person for speaker in question.speakers)
    return bool(question.speakers) and (asks_of_person(question) or (people and Intent.REASONS in question.intents))


def asks_who_somebody_is(question: Question) -> bool:
    """Whether it is asked who the people named are, beside whatever else."""
    return bool(question.speakers) and _WHO_THEY_ARE.search(question.joined) is not None


def asks_what_they_said(question: Question) -> bool:
    """Whether a person's own words are asked for beside a quotation: "what did Zelenskyy say about “brothers”"."""
    return _THEIR_WORDS.search(question.joined) is not None
