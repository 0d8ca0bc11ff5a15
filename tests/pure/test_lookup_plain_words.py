"""What is said in other words or in many is read as if it were said plainly, and only what its file says so of."""

from __future__ import annotations

import re

import pytest

from cogs.lookup.phrases.word_classes import spelt_out
from cogs.lookup.reading.plain_words import in_plain_words
from db.record.text import clean, tokens
from db.record.vocabulary import LANGUAGES, vocabulary

_SAID = (
    ("suspended with every hand up", "suspended unanimously"),
    ("where did nobody vote against it", "where did unanimously it"),
    ("без голосів проти: де призупинили", "одноголосно: де призупинили"),
    ("приостановили, все до единого подняли руки", "приостановили, единогласно"),
    ("ended over the objections of some members", "ended with a split vote"),
    ("paused with a stated way back", "paused with a condition"),
    ("paused with no stated way back", "paused with no condition"),
    ("no mayor involved, still suspended", "not by a mayor, still suspended"),
    ("приостановлены, мэр ни при чём", "приостановлены, без мэр"),
    ("neither a council nor a mayor ended it", "ended not by a mayor and not by a council"),
    ("cities twinned with Ukraine", "cities have a Ukrainian partner"),
)
# Near to what is reworded, and something else.
_LEFT = (
    "Nobody voted against it anywhere, right?",
    "ніхто ніде не голосував проти розриву, правда?",
    "was it put to a vote",
    "which mayors were involved",
    "until when is the petition open",
    "does one hand know what the other does",
    "the mayor and the council suspended it",
)


def plainly(text: str) -> str:
    """A text with its plain words, as a question is read."""
    return in_plain_words(clean(text), tokens(clean(text)))


@pytest.mark.parametrize(("said", "plain"), _SAID)
def test_it_is_read_plainly(said: str, plain: str) -> None:
    assert plainly(said) == plain


@pytest.mark.parametrize("text", _LEFT)
def test_what_says_something_else_is_left(text: str) -> None:
    assert plainly(text) == text


def test_what_is_quoted_is_left_and_the_rest_is_not() -> None:
    quoted = "“suspended with every hand up”, was that with every hand up?"
    assert plainly(quoted) == "“suspended with every hand up”, was that unanimously?"


def test_words_of_both_languages_are_read_in_the_one_they_stand_in() -> None:
    assert plainly("приостановлены, мэр ни при чём, это было") == "приостановлены, без мэр, это было"
    assert plainly("призупинені, мер ні до чого, це було") == "призупинені, без мер, це було"


def test_every_phrase_that_may_stand_anywhere_is_found() -> None:
    for row in vocabulary("plain_words")["row"]:
        if not {*row["where"]} & {"anywhere", "within_clause"}:
            continue
        for language in (it for it in LANGUAGES if it in row):
            for phrase in row[language]:
                before = "well" if "which" in row.get("unless", "").split() else "which"
                begins = "" if phrase.startswith("^") else f"{before}, "
                said = f"{begins}{_instance(spelt_out(phrase))}"
                assert plainly(said) != said, phrase


def _instance(phrase: str) -> str:
    """One text that a phrase stands for: the first of each group, without what may be missing."""
    text = re.sub(r"(?<=[\u0400-\u04ff])\*", "а", phrase)
    text = re.sub(r"\.\.\d |[\^$*]", "", text).replace("[", "(").replace("]", ")")
    while (group := re.search(r"\(([^()|]*)(?:\|[^()]*)?\)(\?)?", text)) is not None:
        text = text[: group.start()] + ("" if group[2] else group[1]) + text[group.end() :]
    return " ".join(re.sub(r"\w\?| \?", "", text).split())
