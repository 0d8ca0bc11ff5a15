"""Whether a question is about the people in it, and not only about a place. Pure."""

from __future__ import annotations

from itertools import pairwise

from cogs.lookup.people.sayings import QUOTES, VERBS_OF_SAYING
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for, words_for
from db.record.text import normalise

TITLES = frozenset("""
    mayor governor gov president councilmember councilor councillor councilman councilwoman commissioner senator mr mrs
    ms dr ald alderman ambassador chairman chair мер мера мером мэр губернатор президент посол
""".split())  # fmt: skip
_OF_THE_ASKER = said_for("questions", "about_people", "of_the_asker")
# What somebody does with words who does not only say something.
_VERBS_OF_SPEAKING = frozenset(map(normalise, words_for("questions", "about_people", "verbs_of_speaking").splitlines()))
_TURNED_TO = said_for("questions", "about_people", "turned_to")
_ABOUT_A_PERSON = said_for("questions", "about_people", "about_a_person")
_WHO_THEY_ARE = said_for("questions", "about_people", "who_they_are")
_ASIDE = said_for("questions", "about_people", "aside")
_THEIR_WORDS = said_for("questions", "about_people", "their_words")


def asks_of_person(question: Question) -> bool:
    if QUOTES.search(question.joined) or Intent.SAID in question.intents:
        return True
    return _ABOUT_A_PERSON.search(question.joined) is not None


def asks_of_speaker(question: Question) -> bool:
    """Whether the people named are asked about, and not only a reason to ask about a place; or why they did it."""
    people = any(speaker.is_person for speaker in question.speakers)
    asked = asks_of_person(question) or (people and Intent.REASONS in question.intents)
    if not question.speakers or _is_said_aside(question):
        return False
    return asked or says_they_spoke(question) or _owns_something(question)


def _owns_something(question: Question) -> bool:
    """Whether something of somebody named is asked about: "Kramer's preferred outcome"."""
    surnames = {name for speaker in question.speakers if speaker.is_person for name in speaker.surnames}
    return any(word.norm in surnames and word.raw.endswith(("'s", "’s")) for word in question.words[:-1])


def _is_said_aside(question: Question) -> bool:
    """Whether the people are named only in what is set against the question: "why keep it, though Arenas insisted"."""
    found = _ASIDE.search(question.joined)
    if found is None or not any(mention.places for mention in question.mentions):
        return False
    before = found.string[: found.start()].split()
    return not any(name in before for speaker in question.speakers for name in speaker.surnames)


def asks_who_turned_to(question: Question) -> bool:
    """Whether it is asked who wrote to, asked or pressed the one person who is named: "who wrote to Byron Brown"."""
    if len(question.speakers) != 1 or not question.speakers[0].is_person:
        return False
    words = question.joined.split()
    at = next((i for i, word in enumerate(words) if word in question.speakers[0].surnames), 0)
    while at and words[at - 1] in question.speakers[0].firsts:
        at -= 1
    return _TURNED_TO.search(" ".join(words[:at])) is not None


def says_they_spoke(question: Question) -> bool:
    """Whether a text says of somebody who is named that they said something: "Zelenskyy blamed San Jose for it"."""
    words = question.joined.split()
    surnames = {name for speaker in question.speakers for name in speaker.surnames}
    return any(
        name in surnames and (behind in VERBS_OF_SAYING or behind in _VERBS_OF_SPEAKING)
        for name, behind in pairwise(words)
    )


def asks_who_somebody_is(question: Question) -> bool:
    """Whether it is asked who the people named are, beside whatever else."""
    return bool(question.speakers) and _WHO_THEY_ARE.search(question.joined) is not None


def asks_what_they_did(question: Question) -> bool:
    """Whether somebody named is who did what is asked, and who asks wants to do nothing: "what did Governor Reynolds
    ask for", "коли виступив Бестпітч".
    """
    named = any(speaker.is_person for speaker in question.speakers)
    return named and _OF_THE_ASKER.search(question.joined) is None


def asks_what_they_said(question: Question) -> bool:
    """Whether a person's own words are asked for beside a quotation: "what did Zelenskyy say about “brothers”"."""
    return _THEIR_WORDS.search(question.joined) is not None
