"""Texts that somebody may send to hold the bot: each of up to 6,000 characters, and none may take long."""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random

from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.vocabulary import of_all_languages
from db.record.models import Record
from db.record.months import MONTHS
from db.record.text import MAX_LENGTH
from tests.bench.questions import misspelt

SEED = 22
LATIN = "abcdefghijklmnopqrstuvwxyz"
CYRILLIC = "абвгдежзийклмнопрстуфхцчшщыьэюяґєії"
# What is said over and over, by what it tries.
REPEATED = {
    "places and states": "in Moscow in Iowa ",
    "one place": "Moscow ",
    "one state": "or Iowa ",
    "a shared name": "Portland ",
    "a shared name in Cyrillic": "портланд ",
    "states after commas": "Oregon, OR, ",
    "postal codes": "OR WA CA ",
    "a standing": "cut ",
    "a standing denied": "not cut ",
    "standings and states": "suspended in Ohio not in Texas ",
    "what is ruled out": "not except other than Moscow ",
    "questions": "how many of which who when why ",
    "times": "since 2022 between 2022 and ",
    "statements": "20 cities ended it. ",
    "mentions": "<@",
    "times of Discord": "<t",
    "commands of Discord": "</",
    "marks": "<a ",
    "a letter that becomes eighteen": "\ufdfa ",
    "letters": "a b ",
    "numbers": "1 ",
    "abbreviations": "a.",
    "apostrophes": "o'",
    "stops": ".",
    "addresses": "http://",
    "combining marks": "a\u0301\u0302",
    "Chinese": "莫斯科",
    "Arabic": "موسكو ",
    "pictures": "😀",
    "small words": "the ",
    "what asks again": "and what about them? ",
    "ways of asking": "who said how many of the cities have not yet ended what they did and why ",
    "where somebody lives": "I live in Iowa, I am from Ohio. Native, voter, ",
    "sorting": "sort by size and by name, ",
    "ties of a state": "one Portland, Oregon and ",
    "a tie in Cyrillic": "Портленд и Хабаровск до сих пор побратимы или нет ",
    "times of all kinds": "between May 2022 and June 2023, before March 2024, after 2021, ",
    "short quotations": '"a b c" ',
    "a quotation without an end": "“Chicago ",
    "quoted claims": '"Dallas ended its tie with Saratov" is that true? ',
    "claims of numbers": "20 cities cut ties, 8 of 106 ended, 5-4 vote. ",
    "claims of all": "All ties were suspended. None of the ties ended. Few ended it. Every tie is unconfirmed. ",
    "votes": "5-4 ",
    "people": "Mayor Lightfoot said and Zelensky said ",
    "places elsewhere": "Poland Germany France Lima, Peru Kyiv Minsk Tbilisi in Paris, France ",
    "beginnings of names": "New York San Saint Fort Los Las El North South ",
    "names with marks": "Pörtländ Mòscòw ",
    "names of two scripts": "Рortland Моsсow Сhicago ",
    "names that were parted": "port land khaba rovsk ",
    "names on lines": "Portland\nKhabarovsk\n",
    "ages and sizes": "older than 20 years bigger than 100 000 people ",
    "what is said of a tie": "hey, I live near San Jose and they say that it ended with Yekaterinburg, is that true? ",
}


def adversarial(record: Record) -> Mapping[str, str]:
    """The texts, by what they try; the same ones each time."""
    random = Random(SEED)
    others = [place.name for place in record.other_places]
    own = [place.name for place in record.places.values()]
    tied = [record.places[name].name for tie in record.ties.values() for name in (tie.us, tie.ru)]
    made = {
        "names without a tie": " ".join(random.sample(others, 600)),
        "names of the record": ", ".join(random.sample(own, len(own)) * 4),
        "a list of towns": f"are these still twinned with Russia: {', '.join(random.sample(others, 19))}",
        "words of 490 letters": " ".join(_word(random, LATIN, 490) for _ in range(12)),
        "words that are none": " ".join(_word(random, LATIN, 7) for _ in range(750)),
        "words that are none, in Cyrillic": " ".join(_word(random, CYRILLIC, 7) for _ in range(750)),
        "a name behind many an or": f"{'or ' * 1996}Portland",
        "the words of phrases": " ".join(random.sample(_words_of_phrases(), 900)),
        "a number without an end": f"last {'9' * 4301} days",
        "tied places": " ".join(random.sample(tied, min(len(tied), 500)) * 3),
        "pairs": ". ".join(_pairs(record)),
        "tied places, mistyped": " ".join(misspelt(name, random) for name in tied * 5),
        "places without a tie, mistyped": " ".join(misspelt(name, random) for name in random.sample(others, 900)),
        "mistyped with capitals": ", ".join(misspelt(name, random).title() for name in tied * 5),
        "months and years": " ".join(f"{random.choice(MONTHS)} {random.randint(1980, 2030)}" for _ in range(600)),
        "the first words of phrases": " ".join(word for word in _first_words(random) for _ in range(2)),
        "names of states": " ".join(state.name for state in record.states.values()) * 6,
        "codes of states": " ".join(f"in {code}," for code in record.states) * 40,
    }
    made |= {name: text * (1 + MAX_LENGTH // len(text)) for name, text in REPEATED.items()}
    return {name: text[:MAX_LENGTH] for name, text in made.items()}


def _pairs(record: Record) -> list[str]:
    return [f"{record.places[tie.us].name} and {record.places[tie.ru].name}" for tie in record.ties.values()][:400]


def _first_words(random: Random) -> list[str]:
    """The first word of each phrase by which questions are recognised."""
    asked = (phrase for intent in Intent for phrase in of_all_languages("asks", intent))
    words = [found.group() for phrase in asked if (found := re.search(r"[^\W\d_]+", phrase))]
    return random.sample(words, len(words))


def _words_of_phrases() -> list[str]:
    """The words by which questions are recognised, without the signs of their notation."""
    asked = (phrase for intent in Intent for phrase in of_all_languages("asks", intent))
    subjects = of_all_languages("subject")
    return [word for phrase in (*asked, *subjects) for word in re.findall(r"[^\W\d_]+", phrase)]


def _word(random: Random, letters: str, length: int) -> str:
    return "".join(random.choice(letters) for _ in range(length))
