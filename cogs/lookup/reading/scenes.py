"""What somebody tells of themselves, or asks pardon for, in sentences before and behind what they ask. Pure.

Such a sentence is no part of the question, whatever it names: "I run a book club in Ohio. Which ended in 2022?". Unlike
a clause (``clause_roles``) it is left out only with all that is before or behind the question, and only where that can
be understood without it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.clause_roles import (
    ASKS,
    COURTESY,
    FILLERS,
    KNOWS,
    SHORTENED,
    TELLING,
    WANTS,
    WANTS_THEMSELVES,
    as_said,
    folded,
    of_subject,
)
from cogs.lookup.reading.intents import ASKED_STANDINGS
from cogs.lookup.reading.several_questions import begins_to_ask
from cogs.lookup.reading.vocabulary import said_for, words_for
from db.record.text import Token


def _words(of: str) -> frozenset[str]:
    return frozenset(map(folded, words_for("scenes", of).split("\n")))


_ENDS = LATE.compile(r"[.?!;…\n]|\s[–—-]\s|:\s")
_MARKED = LATE.compile(r"[”»\"'’)]*\s*\?")
_SIGNS_BEHIND = LATE.compile(r"[”»\"'’)]*\s*[?!.]*")
_QUOTED = LATE.compile(r"[“\"«„”»]")
_OPENED = LATE.compile(r"[“\"«„(]$")
_OF_THEMSELVES = _words("of_themselves")
_ROLES = _words("roles")
_BEGINS = _words("begins")
_APOLOGIES = said_for("scenes", "apologies")
_BRINGS = said_for("scenes", "brings")
# How a Cyrillic verb ends by which somebody tells what they do: "готую", "пишу", "збираємо".
_I_DO = LATE.compile(r"[а-яіїєґ]{2,}(?:[^оеєиі\W]ю|[жшчщдв]у|[^оеєиі\W]юс[ья]|[жшчщ]ус[ья]|емо|имо|ємо|їмо|аем|яем)")
# So many words from its beginning a sentence of somebody names them, or what asks at the latest asks.
_FIRST, _FIRST_ASKED = 3, 5
# What is asked has so many words; a longer text is no question with a sentence beside it.
_SHORTEST, _LONGEST = 3, 60


def without_courtesies(text: str, words: Sequence[Token]) -> str:
    """A text that asks something without the sentences at its beginning and its end that only greet, thank or ask
    pardon; the text itself where there are none.
    """
    return _without(_is_courtesy, text, words)


def without_scene(text: str, words: Sequence[Token]) -> str:
    """A text without the sentences at its beginning and its end in which somebody tells of themselves; the text itself
    where there are none, or where nothing else would be left.
    """
    return _without(_is_scene, text, words)


def _without(is_beside: Callable[[str, Sequence[Token]], bool], text: str, words: Sequence[Token]) -> str:
    if not _SHORTEST < len(words) <= _LONGEST:
        return text
    said = _sentences(text, words)
    first, last = 0, len(said)
    while first < last and is_beside(text, said[first]):
        first += 1
    while last > first and is_beside(text, said[last - 1]):
        last -= 1
    asked = [word for sentence in said[first:last] for word in sentence]
    if len(asked) < _SHORTEST or len(asked) == len(words):
        return text
    opened = _OPENED.search(text, 0, asked[0].start)
    signs = _SIGNS_BEHIND.match(text, asked[-1].end)
    return text[opened.start() if opened else asked[0].start : signs.end() if signs else asked[-1].end]


def _sentences(text: str, words: Sequence[Token]) -> list[Sequence[Token]]:
    """The sentences of a text, and what stands before and behind a colon or a dash."""
    starts = [0]
    for i in range(1, len(words)):
        between = text[words[i - 1].end : words[i].start]
        if between != " " and _ENDS.search(between) and not _is_shortened(between, words[i - 1]):
            starts.append(i)
    return [words[start:end] for start, end in zip(starts, [*starts[1:], len(words)], strict=True)]


def _is_shortened(between: str, before: Token) -> bool:
    return between.startswith(".") and (before.norm in SHORTENED or len(before.norm) == 1)


def asks_something(text: str, words: Sequence[Token]) -> bool:
    """Whether one of the sentences of a text asks or bids."""
    return any(_asks(text, sentence, _behind_fillers(sentence), _FIRST_ASKED) for sentence in _sentences(text, words))


def _is_courtesy(text: str, sentence: Sequence[Token]) -> bool:
    """Whether a sentence asks nothing, and only greets, thanks or asks pardon, and names nothing."""
    begun = _behind_fillers(sentence)
    if _asks(text, sentence, begun):
        return False
    if begun == len(sentence):
        return True
    said = " ".join([word.norm for word in sentence[begun:]])
    return COURTESY.match(said) is not None or _APOLOGIES.match(said) is not None


def _is_scene(text: str, sentence: Sequence[Token]) -> bool:
    """Whether a sentence asks nothing, and tells only of whoever asks."""
    if _is_courtesy(text, sentence):
        return True
    begun = _behind_fillers(sentence)
    if _asks(text, sentence, begun) or _QUOTED.search(text, sentence[0].start, sentence[-1].end + 1):
        return False
    joined = " ".join([word.norm for word in sentence])
    if KNOWS.match(joined):
        return True
    if _BRINGS.search(joined) or TELLING.search(joined) or any(it.search(joined) for it in ASKED_STANDINGS.values()):
        return False
    if any(as_said(word) in WANTS_THEMSELVES for word in sentence):
        # "We are a village and want to make friends with a town. How do we begin".
        return False
    first = sentence[begun : begun + _FIRST]
    names_themselves = any(as_said(word) in _OF_THEMSELVES for word in first)
    return names_themselves or (not of_subject(joined) and _tells_of_themselves(first))


def _tells_of_themselves(first: Sequence[Token]) -> bool:
    """Whether the first words of a sentence say what somebody does, without naming them."""
    said = [as_said(word) for word in first]
    if said[0] in _BEGINS or not _ROLES.isdisjoint(said):
        return True
    # A name in its accusative ends like such a verb: "Викинь Каліфорнію".
    return any(_I_DO.fullmatch(word.raw) for word in first) or _I_DO.fullmatch(said[0]) is not None


def _behind_fillers(sentence: Sequence[Token]) -> int:
    """The number of the first word of a sentence that fills no more."""
    return next((i for i, word in enumerate(sentence) if as_said(word) not in FILLERS), len(sentence))


def _asks(text: str, sentence: Sequence[Token], begun: int, within: int = _FIRST) -> bool:
    """Whether a sentence asks or bids, by its mark or by the first of its words that fill no more."""
    if _MARKED.match(text, sentence[-1].end):
        return True
    first = {as_said(word) for word in sentence[begun : begun + within]}
    return bool(first) and (begins_to_ask(sentence[begun:]) or not first.isdisjoint(ASKS | WANTS | WANTS_THEMSELVES))
