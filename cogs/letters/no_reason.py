"""What stands among a writer's words and is no reason: a letter's frame, blanks to fill in, orders to the bot. Pure.

Each function gives the words that show it, as they were typed, or an empty text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cogs.letters.no_reason_patterns import (
    ACCUSES,
    BETWEEN_THEM,
    CAMPAIGN,
    CHATBOT_CLOSING,
    CHATBOT_OPENING,
    CLOSING,
    CLOSING_WITH_NAME,
    FILLER,
    GREETING,
    HEADER,
    INSTRUCTION,
    INSTRUCTION_INSIDE,
    LINK,
    MAYBE_SPOKEN,
    MERE_REQUEST,
    NO_REQUEST,
    OTHER_TIE,
    OTHERS_WANT_MORE,
    PAUSES,
    PLACEHOLDER,
    REQUEST,
    SPOKEN_MARK,
    STILL_ENDS,
    WANTS_MORE,
    WANTS_TO_KNOW,
    WHOLLY,
)
from cogs.letters.style_checks import SENTENCE, WORD
from cogs.letters.subject import LetterSubject
from db.record.lazy_pattern import LazyPattern
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
_FEWEST_MARKS = 2
_KEYBOARD = 4
# What is pressed at random shows within so many letters.
_LONGEST_WORD = 64
_NEARLY_ALL = 0.8
_FILLER_ANYWHERE = re.compile(r"\blorem ipsum\b|\b(?:test|тест)(?:[ ,.]+(?:test|тест)\b)+", re.IGNORECASE)
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
    """Where the words begin: behind a chatbot's opening, the greeting, or lines such as "Subject:"."""
    head = [line.strip() for line in lines[:_MOST_ABOVE]]
    for number, line in enumerate(head):
        if len(line) > _SHORT_LINE and not GREETING.match(line):
            break
        if GREETING.match(line) and not line.endswith((".", "?")) and len(line) <= _SHORT_LINE:
            return number + 1
    found = 0
    for number, line in enumerate(head):
        if line and not HEADER.match(line) and not CHATBOT_OPENING.match(line):
            break
        found = number + 1 if line else found
    return found


def _end(lines: list[str]) -> int:
    """Where the words end: before the closing and the name under it, or before a chatbot's last words."""
    written = [number for number, line in enumerate(lines) if line.strip()]
    if len(written) > 1 and CHATBOT_CLOSING.match(lines[written[-1]].strip()):
        return _end(lines[: written[-1]])
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
        if INSTRUCTION.match(sentence) or INSTRUCTION_INSIDE.search(sentence):
            return sentence
    return ""


def chatbot(text: str) -> str:
    """A line that a chatbot says around the letter that it wrote."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if lines and CHATBOT_OPENING.match(lines[0]) and len(lines) > 1:
        return lines[0]
    return next((line for line in lines[-2:] if CHATBOT_CLOSING.match(line) and len(lines) > 1), "")


def pauses(text: str) -> str:
    """A sentence that asks for an end for a time only."""
    return _sentence(text, PAUSES)


def only_wants_to_know(text: str) -> str:
    """A sentence that asks to be told how the tie stands, of words that ask for nothing more; else empty."""
    sentences = [found.group() for found in SENTENCE.finditer(text)]
    if any(WANTS_MORE.search(each) and not OTHERS_WANT_MORE.search(each) for each in sentences):
        return ""
    return _sentence(text, WANTS_TO_KNOW)


def still_ends(text: str) -> str:
    """A sentence that asks for an end, as if there had been none."""
    return _sentence(text, STILL_ENDS)


def accuses(text: str) -> str:
    """A sentence that accuses somebody of what is against the law."""
    return _sentence(text, ACCUSES)


def between_them(text: str) -> str:
    """A sentence on something private between the writer and somebody of the office."""
    return _sentence(text, BETWEEN_THEM)


def spoken_marks(text: str) -> tuple[str, ...]:
    """Marks that were spoken and stand as words, each once: ``comma``, ``question mark``; one alone may be a word."""
    sure = [found.group() for found in SPOKEN_MARK.finditer(text)]
    maybe = [found.group() for found in MAYBE_SPOKEN.finditer(text)] if sure else []
    found = tuple(dict.fromkeys(mark.casefold() for mark in (*sure, *maybe)))
    return found if len(sure) + len(maybe) >= _FEWEST_MARKS else ()


def campaign(text: str) -> str:
    """Words of an election campaign."""
    return _sentence(text, CAMPAIGN)


def request(text: str) -> str:
    """A sentence that asks the office for something: the letter already does."""
    for found in SENTENCE.finditer(text):
        sentence = found.group().strip()
        if REQUEST.search(sentence) and not NO_REQUEST.search(sentence) and not instruction(sentence):
            return sentence
    return ""


def _sentence(text: str, wanted: LazyPattern) -> str:
    return next((found.group().strip() for found in SENTENCE.finditer(text) if wanted.search(found.group())), "")


def nothing(text: str) -> str:
    """A text that says nothing: a word or two, keys pressed at random, a test."""
    stripped = text.strip()
    words = WORD.findall(stripped)
    if not stripped:
        return ""
    is_mash = any(_is_of_one_row(word.casefold()) for word in words) and len(words) <= _KEYBOARD
    if mashed(stripped):
        return stripped
    if MERE_REQUEST.fullmatch(" ".join(words)):
        return stripped
    is_same = len(words) > 1 and len({word.casefold() for word in words}) == 1
    return stripped if len(words) < _FEWEST_WORDS or is_mash or is_same or FILLER.fullmatch(stripped) else ""


def mashed(text: str) -> str:
    """A word of keys pressed at random, or filler, wherever it stands; empty if there is none."""
    if found := _FILLER_ANYWHERE.search(text):
        return found.group()
    return next((word for word in WORD.findall(text) if _is_mash(word[:_LONGEST_WORD].casefold())), "")


def _is_mash(word: str) -> bool:
    """Whether nearly all of a word is runs of keys of one row of letters."""
    runs = (at for at in range(len(word) - _KEYBOARD + 1) if _is_of_one_row(word[at : at + _KEYBOARD]))
    pressed = {at + key for at in runs for key in range(_KEYBOARD)}
    return word.isalpha() and len(pressed) >= _NEARLY_ALL * len(word) > 0


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


def names_its_own(text: str, subject: LetterSubject, register: Register) -> bool:
    """Whether the words name the letter's own place, with a capital: what else they name may stand beside it."""
    return any(place.id == subject.place_id for place in _named(text, register))


def other_tie(text: str, subject: LetterSubject, register: Register) -> str:
    """Another partner of the letter's own place, where its tie is spoken of."""
    own = {subject.tie.id, *(tie.id for tie in subject.twins)} if subject.tie else set()
    for tie in register.ties_of(subject.place_id) if own else ():
        name = re.escape(register.place(tie.ru).name)
        spoken = rf"\b{name}(?:'s|’s)? (?:\w+ )?{OTHER_TIE}\b|\b{OTHER_TIE} (?:\w+ )?(?:with|to|of) {name}\b"
        if tie.id not in own and re.search(spoken, text, re.IGNORECASE):
            return register.place(tie.ru).name
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
    whole = re.findall(r"[^\s,.;:!?()“”\"«»–—]+", text)[:_MOST_WORDS]
    # Two names joined by a hyphen are a pair; one may have a hyphen of its own.
    words = [*whole, *(part for word in whole if "-" in word for part in word.split("-") if part)]
    runs = (
        words[start : start + size] for start, first in enumerate(words) if first[:1].isupper() for size in (3, 2, 1)
    )
    for run in runs:
        name = key(re.sub(r"(?:'s|’s|s')$", "", " ".join(run)))
        for item in register.gazetteer.exact(name):
            if isinstance(item, Place) and item.id not in seen and name not in _GOVERNMENTS:
                seen.add(item.id)
                yield item
