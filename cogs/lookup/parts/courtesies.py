"""Greetings and thanks: what answers them, and which texts hold nothing else. Pure."""

from __future__ import annotations

import re

from cogs.lookup import sentences
from cogs.lookup.explanations.explanation_clauses import ASKING
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.reading.clause_roles import WANTS, WANTS_THEMSELVES
from cogs.lookup.reading.clauses import asks, divided
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from db.record.text import normalise

# What stands before the place that somebody greets from.
_FROM = frozenset(map(normalise, "from of з із зі из с со від от".split()))
_LAUGHS = phrases("lol; haha*")
_THANKS = said_for("questions", "courtesies", "thanks")
_BEGINS_WITH_THANKS = LATE.compile(
    r"(?:(?:lol|ok|okay|oh|wow|great|cool|perfect|alright|well|ну|ок|окей|о|супер|ясно|зрозумило|понятно) )*"
    r"(?:many |big |so )?(?:thanks|thank|thx|tysm|cheers|appreciate|дяку\w*|спасиб\w*|пасиб\w*|благодар\w*)\b"
)
# "Пока, завтра на заседание", and not "пока нет решения".
_BEGINS_WITH_BYE = LATE.compile(
    r"\W*(?:(?:ну|ok|okay|well|alright|ладно|добре|гаразд|вс[её]|усе|так)\W+)*"
    r"(?:bye|goodbye|see you|see ya|cya|ttyl|пока|бувай(?:те)?|до (?:завтра|зустрічі|встречи|свидания|побачення))"
    r"(?: for now| then| всем| всім)?\s*(?:[,.!…–—]|$)",
    re.IGNORECASE,
)
_OF_ASKER = said_for("questions", "courtesies", "of_asker")
_WANTS = frozenset(map(normalise, WANTS | WANTS_THEMSELVES))
_BESIDE_THANKS = frozenset({Intent.GREETING, Intent.BOT, Intent.OWN})
# "Thanks, that's all I wanted": no list of all is asked for by it, nor what was said.
_THATS_ALL = said_for("questions", "courtesies", "thats_all")
_OF_THATS_ALL = frozenset({Intent.LIST, Intent.SAID})


def courtesy_for(question: Question) -> str:
    """What answers the thanks or the greeting in a text; empty where it has none."""
    if _THANKS.search(question.joined):
        return sentences.WELCOME
    return sentences.HELLO if Intent.GREETING in question.intents and _LAUGHS.search(question.joined) is None else ""


def only_greets(question: Question) -> bool:
    """Whether a text is a greeting from where somebody is, and asks for nothing: "greetings from Kyiv"."""
    asked = "?" in question.text or question.asks_for_something or question.has_any_of(ASKING)
    if asked or question.intents != {Intent.GREETING}:
        return False
    before = [question.words[mention.start - 1].norm for mention in question.mentions if mention.start]
    return bool(before) and len(before) == len(question.mentions) and _FROM.issuperset(before)


def only_thanks(question: Question) -> bool:
    """Whether a text begins with thanks and asks for nothing: "ok thanks, you beat our city's own website"; what is
    told of one's own plans may name a place: "thx, gonna quote that to the Charlotte council".
    """
    if "?" in question.text or question.standings or _BEGINS_WITH_THANKS.match(question.joined) is None:
        return False
    if _tells_of_asker(question):
        return True
    beside = _BESIDE_THANKS | _OF_THATS_ALL if _THATS_ALL.search(question.joined) else _BESIDE_THANKS
    return not (question.mentions or question.has_any_of(ASKING)) and question.intents <= beside


def only_leaves(question: Question) -> bool:
    """Whether a text takes leave and asks for nothing, wherever somebody goes: "bye for now, off to Dallas"."""
    leaves = "?" not in question.text and _BEGINS_WITH_BYE.match(question.text) is not None
    return leaves and not any(map(asks, divided(question)))


def _tells_of_asker(question: Question) -> bool:
    """Whether somebody tells of their own plans, and no clause asks or says what is wanted."""
    told = _OF_ASKER.search(question.joined) is not None and not question.has_any_of(_WANTS)
    return told and not any(map(asks, divided(question)))
