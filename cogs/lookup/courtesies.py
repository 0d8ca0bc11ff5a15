"""Greetings and thanks: what answers them, and which texts hold nothing else. Pure."""

from __future__ import annotations

import re

from cogs.lookup import sentences
from cogs.lookup.explanations.explanation_clauses import ASKING
from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import words_for
from db.record.text import normalise

# What stands before the place that somebody greets from.
_FROM = frozenset(map(normalise, "from of з із зі из с со від от".split()))
_LAUGHS = phrases("lol; haha*")
_THANKS = phrases(words_for("questions", "courtesies", "thanks"))
_BEGINS_WITH_THANKS = re.compile(
    r"(?:(?:lol|ok|okay|oh|wow|great|cool|perfect|alright|well|ну|ок|окей|о|супер|ясно|зрозумило|понятно) )*"
    r"(?:many |big |so )?(?:thanks|thank|thx|tysm|cheers|дяку\w*|спасиб\w*|пасиб\w*|благодар\w*)\b"
)
_BESIDE_THANKS = frozenset({Intent.GREETING, Intent.BOT, Intent.OWN})
# "Thanks, that's all I wanted": no list of all is asked for by it, nor what was said.
_THATS_ALL = phrases(words_for("questions", "courtesies", "thats_all"))
_OF_THATS_ALL = frozenset({Intent.LIST, Intent.SAID})


def courtesy_for(question: Question) -> str:
    """What answers the thanks or the greeting in a text; empty where it has none."""
    if _THANKS.search(question.joined):
        return sentences.WELCOME
    return sentences.HELLO if Intent.GREETING in question.intents and _LAUGHS.search(question.joined) is None else ""


def only_greets(question: Question) -> bool:
    """Whether a text is a greeting from where somebody is, and asks for nothing: "greetings from Kyiv"."""
    asks = "?" in question.text or question.asks_for_something or question.has_any_of(ASKING)
    if asks or question.intents != {Intent.GREETING}:
        return False
    before = [question.words[mention.start - 1].norm for mention in question.mentions if mention.start]
    return bool(before) and len(before) == len(question.mentions) and _FROM.issuperset(before)


def only_thanks(question: Question) -> bool:
    """Whether a text begins with thanks and asks for nothing: "ok thanks, you beat our city's own website"."""
    asks = "?" in question.text or question.standings or question.has_any_of(ASKING) or question.mentions
    beside = _BESIDE_THANKS | _OF_THATS_ALL if _THATS_ALL.search(question.joined) else _BESIDE_THANKS
    return not asks and question.intents <= beside and _BEGINS_WITH_THANKS.match(question.joined) is not None
