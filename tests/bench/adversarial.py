"""Texts that somebody may send to hold the bot: each of up to 6,000 characters, and none may take long."""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random

from cogs.lookup.intents import Intent
from cogs.lookup.vocabulary import of_all_languages
from db.record.models import Record
from db.record.text import MAX_LENGTH

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
    "sorting": "sort by size and by name, ",
}


def adversarial(record: Record) -> Mapping[str, str]:
    """The texts, by what they try; the same ones each time."""
    random = Random(SEED)
    others = [place.name for place in record.other_places]
    own = [place.name for place in record.places.values()]
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
    }
    made |= {name: text * (1 + MAX_LENGTH // len(text)) for name, text in REPEATED.items()}
    return {name: text[:MAX_LENGTH] for name, text in made.items()}


def _words_of_phrases() -> list[str]:
    """The words by which questions are recognised, without the signs of their notation."""
    asked = (phrase for intent in Intent for phrase in of_all_languages("asks", intent))
    subjects = of_all_languages("subject")
    return [word for phrase in (*asked, *subjects) for word in re.findall(r"[^\W\d_]+", phrase)]


def _word(random: Random, letters: str, length: int) -> str:
    return "".join(random.choice(letters) for _ in range(length))
