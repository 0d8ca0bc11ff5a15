"""What stands among a writer's words and is no reason: a letter's frame, blanks to fill in, orders to the bot. Pure.

Each function gives the words that show it, as they were typed, or an empty text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cogs.letters.no_reason_patterns import (
    CLOSING,
    CLOSING_WITH_NAME,
    FILLER,
    GREETING,
    HEADER,
    INSTRUCTION,
    LINK,
    NO_REQUEST,
    PLACEHOLDER,
    REQUEST,
    WHOLLY,
)
from cogs.letters.style_checks import SENTENCE, WORD
from cogs.letters.subject import LetterSubject
from db.record.models import Country, Place
from db.record.register import Register
from db.record.text import key

# The frame of a letter: what stands above and below the words.
_MOST_ABOVE = 12
_MOST_BELOW = 6
_SHORT_LINE = 90


# Told of others, or denied: no request of the writer's own.

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхї", "фівапролджє", "фывапролджэ", "ячсмитьбю", "1234567890")
_FEWEST_WORDS = 3
_KEYBOARD = 4
_CAPITALIZED = re.compile(r"[^\W\d_][\w'’ʼ.-]*(?:[ \u00a0][^\W\d_][\w'’ʼ.-]*){0,3}")
_MOST_WORDS = 900
# Said of a government as often as of the city.
_GOVERNMENTS = frozenset({"moscow", "washington"})


def without_frame(text: str) -> str:
    """The words without the greeting, subject, closing and name around them; the same text where there are none."""
    lines = text.split("\n")
    begin, end = _begin(lines), _end(lines)
    if begin >= end:
        return text
    kept = "\n".join(lines[begin:end]).strip()
    return kept or text


def frame(text: str) -> str:
    """The greeting, subject or closing of a whole letter."""
    if without_frame(text) == text:
        return ""
    lines = text.split("\n")
    begin, end = _begin(lines), _end(lines)
    outside = [line.strip() for line in (*lines[:begin], *lines[end:]) if line.strip()]
    return next((line for line in outside if GREETING.match(line) or _closes(line)), outside[0] if outside else "")


def _begin(lines: list[str]) -> int:
    """Where the words begin: behind the greeting, or behind lines such as "Subject:"."""
    head = [line.strip() for line in lines[:_MOST_ABOVE]]
    for number, line in enumerate(head):
        if len(line) > _SHORT_LINE and not GREETING.match(line):
            break
        if GREETING.match(line) and not line.endswith((".", "?")) and len(line) <= _SHORT_LINE:
            return number + 1
    found = 0
    for number, line in enumerate(head):
        if line and not HEADER.match(line):
            break
        found = number + 1 if line else found
    return found


def _end(lines: list[str]) -> int:
    """Where the words end: before the closing and the name under it."""
    for number in range(len(lines) - 1, max(len(lines) - 1 - 2 * _MOST_BELOW, 0) - 1, -1):
        below = [line for line in lines[number + 1 :] if line.strip()]
        if len(below) > _MOST_BELOW or any(len(line) > _SHORT_LINE for line in below):
            break
        if number and _closes(lines[number].strip()):
            return number
    return len(lines)


def _closes(line: str) -> bool:
    return bool(CLOSING.match(line) or CLOSING_WITH_NAME.match(line))


def placeholder(text: str) -> str:
    """A blank that nobody filled in."""
    found = PLACEHOLDER.search(text)
    return found.group() if found else ""


def placeholder_in_name(text: str) -> str:
    """The same in a field of one line, where the words for it alone are one."""
    return placeholder(text) or (text if WHOLLY.fullmatch(text.strip()) else "")


def instruction(text: str) -> str:
    """A sentence that tells the bot what to write."""
    for found in SENTENCE.finditer(text):
        sentence = found.group().strip(" \n()[]*")
        if INSTRUCTION.match(sentence):
            return sentence
    return ""


def request(text: str) -> str:
    """A sentence that asks the office for something: the letter already does."""
    for found in SENTENCE.finditer(text):
        sentence = found.group().strip()
        if REQUEST.search(sentence) and not NO_REQUEST.search(sentence):
            return sentence
    return ""


def nothing(text: str) -> str:
    """A text that says nothing: a word or two, keys pressed at random, a test."""
    stripped = text.strip()
    words = WORD.findall(stripped)
    if not stripped:
        return ""
    is_mash = any(_is_of_one_row(word.casefold()) for word in words) and len(words) <= _KEYBOARD
    is_same = len(words) > 1 and len({word.casefold() for word in words}) == 1
    return stripped if len(words) < _FEWEST_WORDS or is_mash or is_same or FILLER.fullmatch(stripped) else ""


def _is_of_one_row(word: str) -> bool:
    """Whether a word has four keys of a keyboard's row on end."""
    runs = (word[i : i + _KEYBOARD] for i in range(len(word) - _KEYBOARD + 1))
    return any(run in row or run[::-1] in row for run in runs for row in _ROWS)


def link(text: str) -> str:
    """The address of a page."""
    found = LINK.search(text)
    return found.group() if found else ""


def foreign_pair(text: str, subject: LetterSubject, register: Register) -> str:
    """Another pair's names, both, where the letter's own partner is not named: ``San Diego and Vladivostok``."""
    named = list(_named(text, register))
    own = {subject.tie.us, subject.tie.ru, *(tie.ru for tie in subject.twins)} if subject.tie else {subject.place_id}
    if subject.tie and any(place.id in own and place.country is Country.RU for place in named):
        return ""
    american = [place for place in named if place.country is Country.US and place.id not in own]
    russian = [place for place in named if place.country is Country.RU]
    for us in american:
        for ru in russian:
            if register.tie_between(us.id, ru.id):
                return f"{us.name} and {ru.name}"
    return ""


def other_place(text: str, subject: LetterSubject, register: Register) -> str:
    """Another place that a letter seems to be meant for: ``Mayor of Gainesville``, ``Gainesville City Council``."""
    for place in _named(text, register):
        if place.country is not Country.US or place.id == subject.place_id or place.name == subject.place:
            continue
        name = re.escape(place.name)
        office = (
            rf"\b(?:mayor|council|commission|city|citizens|residents?|people|government) of {name}\b"
            rf"|\b{name}(?:'s|’s)? (?:city|town|common|county)? ?(?:council|commission|mayor|assembly|board)\b"
        )
        if found := re.search(office, text, re.IGNORECASE):
            return found.group()
    return ""


def _named(text: str, register: Register) -> Iterator[Place]:
    """The places of the register that a text names with a capital."""
    seen: set[str] = set()
    words = re.findall(r"[^\s,.;:!?()“”\"«»–—]+", text)[:_MOST_WORDS]
    for start, first in enumerate(words):
        if not first[:1].isupper():
            continue
        for size in (3, 2, 1):
            name = " ".join(words[start : start + size])
            bare = re.sub(r"(?:'s|’s|s')$", "", name)
            for item in register.gazetteer.exact(key(bare)):
                if isinstance(item, Place) and item.id not in seen and key(bare) not in _GOVERNMENTS:
                    seen.add(item.id)
                    yield item
