"""What is said in many words is read as if it were said plainly, and only what its file says so of."""

from __future__ import annotations

import re

import pytest

from cogs.lookup.reading.rewordings import plainly
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
# What stands in phrases besides words and groups, and what is put there: what may not stand near, skipped words, marks.
_SIMPLER = (
    (r"\(\?<?![^()]*(?:\([^()]*\)[^()]*)*\)", ""), (r"\(\?=", "("),
    (r"\.\.\d |\{\d,\d\}|\$", ""), (r"\{([^}]*)\}", r"(\1)"),
    (r"\\x27", "'"), (r"\[([^\]])[^\]]*\]", r"\1"), (r"\\w\+", "word"), (r"\\\.", "."), (r"[*+]", ""),
)  # fmt: skip


@pytest.mark.parametrize(("said", "plain"), _SAID)
def test_it_is_read_plainly(said: str, plain: str) -> None:
    assert plainly(said) == plain


@pytest.mark.parametrize("text", _LEFT)
def test_what_says_something_else_is_left(text: str) -> None:
    assert plainly(text) == text


def test_every_phrase_is_looked_for() -> None:
    """That what a phrase says has a part without which none of its table is looked for."""
    for table in vocabulary("rewordings").values():
        for language in (it for it in LANGUAGES if it in table):
            for phrase in (*table[language]["said"], *table[language].get("within", ())):
                said = f"which, {_instance(phrase)}"
                assert plainly(said) != said, phrase


def _instance(phrase: str) -> str:
    """One text that a phrase stands for: the first of each group, without what may be missing."""
    text = phrase
    for what, instead in _SIMPLER:
        text = re.sub(what, instead, text)
    while (group := re.search(r"\(([^()|]*)(?:\|[^()]*)?\)(\?)?", text)) is not None:
        text = text[: group.start()] + ("" if group[2] else group[1]) + text[group.end() :]
    return " ".join(re.sub(r"[^\w\s.]?\?", "", re.sub(r"(\w)\?| \?", r"\1", text)).split())
