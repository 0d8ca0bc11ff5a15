"""Who writes, as far as their own words tell: what a letter should be careful with for their sake. Pure.

Nothing is concluded about a person but what they wrote; each function gives the words that show it, or an empty text.
"""

from __future__ import annotations

import re
from collections import Counter

from cogs.letters import writer_patterns
from cogs.letters.style_checks import SENTENCE, WORD
from cogs.letters.writer_patterns import (
    AS_ONE,
    AS_SEVERAL,
    AT_RISK,
    AT_THE_FRONT,
    DIED,
    DISTRESS,
    DYING,
    FROM_UKRAINE,
    GRIEF,
    GROUP,
    HELP_TO_SPEAK,
    KEEPS,
    LAST_NAME,
    NOT_KEEPS,
    OLD,
    SEVERAL_NAMES,
    UNNAMED,
    WANTS_FACTS,
    WANTS_RESOLUTION,
    WORK_RISK,
    YOUNG,
)
from db.record.lazy_pattern import LazyPattern

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_CYRILLIC_RUN = re.compile(r"[\u0400-\u04ff][\u0400-\u04ff'’ -]{2,80}")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN = re.compile(r"[ыэъёЫЭЪЁ]")
_SCRIPTS = (
    (re.compile(r"[\u0590-\u05ff]"), "he"),
    (re.compile(r"[\u0600-\u06ff]"), "ar"),
    (re.compile(r"[\u0370-\u03ff]"), "el"),
    (re.compile(r"[\u10a0-\u10ff]"), "ka"),
    (re.compile(r"[\u3040-\u30ff]"), "ja"),
    (re.compile(r"[\uac00-\ud7af]"), "ko"),
    (re.compile(r"[\u4e00-\u9fff]"), "zh"),
)
# Small words by which a language in Latin letters is known.
_SMALL_WORDS = {
    "en": frozenset("the and of to is that my was for with they have this are it we you not".split()),
    "es": frozenset("que los las para por con una del está pero mi nos como más ellos muy el ella su hay fue".split()),
    "de": frozenset("und nicht ich der die das mit ist wir sie auch mein eine auf für dass".split()),
    "fr": frozenset("que nous est les pas pour dans une mon avec ils des mais très cette".split()),
    "pl": frozenset("nie się jest że moja mój dla przez jak był była ale oraz nasz z na w i".split()),
    "pt": frozenset("que não para com uma meu minha eles mas muito está dos das nós".split()),
    "it": frozenset("che non per con una mio mia sono loro della molto questo gli anche".split()),
}
LANGUAGE_NAMES = {
    "en": "English",
    "uk": "Ukrainian",
    "ru": "Russian",
    "es": "Spanish",
    "de": "German",
    "fr": "French",
    "pl": "Polish",
    "pt": "Portuguese",
    "it": "Italian",
    "he": "Hebrew",
    "ar": "Arabic",
    "el": "Greek",
    "ka": "Georgian",
    "ja": "Japanese",
    "ko": "Korean",
    "zh": "Chinese",
}
_FEWEST = 4
# Their stop ends no sentence: "We are Ms. Ortiz's ninth-grade class."
_TITLES = re.compile(r"\b(Mr|Mrs|Ms|Dr|Rev|Fr|Sr|St)\.")


def under_age(text: str) -> str:
    """That the writer is younger than 18."""
    return _sentence(_TITLES.sub(r"\1", text), YOUNG, OLD)


def unnamed(text: str) -> str:
    """That the writer asks not to be named."""
    return _sentence(text, UNNAMED)


def gives_no_last_name(asked: str, name: str) -> bool:
    """Whether only the last name is to be left out, and the name that stands there has none: ``Ann``, ``Ann B.``."""
    parts = name.split()
    bare = len(parts) == 1 or (len(parts) == 2 and len(parts[1].rstrip(".")) == 1)
    return bool(name) and bare and bool(LAST_NAME.search(asked))


def grief(text: str) -> str:
    """That the writer has lost somebody, or lived through war."""
    for paragraph in text.split("\n"):
        if found := GRIEF.search(paragraph) or DIED.search(paragraph):
            return found.group()
    return ""


def dying(text: str) -> str:
    """That the writer has not long to live."""
    return _sentence(text, DYING)


def distress(text: str) -> str:
    """That the writer seems to be at an end."""
    return _sentence(text, DISTRESS)


def at_risk(text: str) -> str:
    """That somebody may be in danger whom the letter tells of."""
    return _sentence(text, AT_RISK)


def at_the_front(text: str) -> str:
    """That the writer is where the war is fought, and says where."""
    return _sentence(text, AT_THE_FRONT)


def work_risk(text: str) -> str:
    """That the writer fears for their work."""
    return _sentence(text, WORK_RISK)


def needs_help_to_speak(text: str) -> str:
    """That the writer does not hear, or cannot well speak before others."""
    return _sentence(text, HELP_TO_SPEAK)


def wants_facts(text: str) -> str:
    """That the writer wants facts, and no letter."""
    return found.group() if (found := WANTS_FACTS.search(text)) else ""


def wants_resolution(text: str) -> str:
    """That the writer wants a text to be voted on."""
    return _sentence(text, WANTS_RESOLUTION)


def speaks_as_several(reason: str, name: str) -> bool:
    """Whether two people or more sign, and their words say "we" and never "I"."""
    signs = bool(SEVERAL_NAMES.search(name))
    return signs and bool(AS_SEVERAL.search(reason)) and not AS_ONE.search(reason)


def keeps(text: str) -> str:
    """That the writer wants the tie to be kept."""
    return _sentence(text, KEEPS, NOT_KEEPS)


def several(text: str) -> str:
    """That several people write."""
    return _sentence(text, GROUP)


def from_ukraine(text: str) -> str:
    """That the writer is in Ukraine."""
    return _sentence(text, FROM_UKRAINE)


def works_in(text: str, place: str) -> str:
    """That the writer works or studies in a place."""
    return _sentence(text, writer_patterns.works_in(place))


def language_of(text: str) -> str:
    """The code of a text's language, as far as its letters and small words tell; empty for a few words."""
    words = [word.casefold() for word in WORD.findall(text)]
    if len(words) < _FEWEST:
        return ""
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    for script, code in _SCRIPTS:
        if len(script.findall(text)) > max(cyrillic, latin):
            return code
    if cyrillic > latin:
        return "ru" if len(_RUSSIAN.findall(text)) > len(_UKRAINIAN.findall(text)) else "uk"
    counts = Counter({code: sum(word in small for word in words) for code, small in _SMALL_WORDS.items()})
    best, hits = counts.most_common(1)[0]
    return best if best == "en" or (hits >= _FEWEST and hits > 2 * counts["en"]) else "en"


def languages_inside(text: str) -> tuple[str, ...]:
    """The languages of a text's sentences, each once, in their order; of a few words none is told.

    A sentence that has no letter by which Ukrainian and Russian differ is in the language of what stands around it, and
    so is one without a small word of English in a text of another language in Latin letters.
    """
    whole = language_of(text)
    sentences = (sentence.group() for sentence in SENTENCE.finditer(text))
    found = (whole if _is_of_the_whole(sentence, whole) else language_of(sentence) for sentence in sentences)
    return tuple(dict.fromkeys(code for code in found if code))


def _is_of_the_whole(sentence: str, whole: str) -> bool:
    return _may_be_either(sentence, whole) or _has_no_english(sentence, whole)


def _has_no_english(sentence: str, whole: str) -> bool:
    """Whether a sentence in Latin letters, of a text in such a language, has none of the small words of English."""
    if whole not in _SMALL_WORDS or whole == "en" or _CYRILLIC.search(sentence):
        return False
    return _SMALL_WORDS["en"].isdisjoint(word.casefold() for word in WORD.findall(sentence))


def _may_be_either(sentence: str, whole: str) -> bool:
    is_told_by_letters = _RUSSIAN.search(sentence) or _UKRAINIAN.search(sentence)
    return whole in {"uk", "ru"} and language_of(sentence) in {"uk", "ru"} and not is_told_by_letters


def languages_of(text: str) -> tuple[str, ...]:
    """The languages of a text's paragraphs, each once, in their order."""
    found = (language_of(paragraph) for paragraph in re.split(r"\n\s*\n", text))
    return tuple(dict.fromkeys(code for code in found if code))


def words_in_cyrillic(text: str) -> str:
    """Words in Cyrillic letters inside a sentence in Latin ones, as they stand there; empty if there are none."""
    for sentence in SENTENCE.finditer(text):
        found = sentence.group()
        if len(_LATIN.findall(found)) > len(_CYRILLIC.findall(found)) and (run := _CYRILLIC_RUN.search(found)):
            return run.group().strip()
    return ""


def _sentence(text: str, wanted: LazyPattern, but: LazyPattern | None = None) -> str:
    for found in SENTENCE.finditer(text):
        sentence = found.group().strip()
        if wanted.search(sentence) and not (but and but.search(sentence)):
            return sentence
    return ""
