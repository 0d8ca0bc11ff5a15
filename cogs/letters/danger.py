"""Threats in what a writer typed, told from hard words and from testimony; and words that insult a people. Pure.

A threat is known by its parts and not by a list of sentences: who is meant; harm, or knowing where, whom or when; a
condition. The rules are for English, Ukrainian and Russian. What is quoted, or told of others, is testimony.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum

from cogs.letters import concern, menace
from cogs.letters.danger_parts import LANGUAGES, Parts, languages
from cogs.letters.menace import Menace
from cogs.letters.style_checks import SENTENCE
from db.record.lazy_pattern import LazyPattern
from db.record.values import value

# What stands in quotation marks was said by somebody; up to a page of it.
_QUOTED = re.compile(r"“[^“”]{1,600}”|„[^„“”]{1,600}[“”]|«[^«»]{1,600}»|\"[^\"\n]{1,600}\"|‘[^‘’\n]{3,600}’(?!\w)")
_HIDDEN = re.compile(r"[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
# Figures in place of letters, inside a word.
_FIGURES = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "@": "a", "$": "s"})
_DISGUISED = re.compile(r"\b(?=\w*[a-z])(?=[\w@$]*[01345@$])[a-z01345@$]{3,12}\b")
_APOSTROPHES = re.compile("[’ʼ`´‘]")
# Written without its apostrophe, as "wont" for "won't".
_CLIPPED = re.compile(r"\b(wo|ca|do|does|did|is|are|was|were|would|could|should|have|has)nt\b")
_LATIN = re.compile("[a-z]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
# Letters and small words that only one of the two languages has.
_ONLY_IN = {
    "uk": re.compile(r"[іїєґ]|\b(?:та|що|як|це|не ви|дуже|прошу вас)\b"),
    "ru": re.compile(
        r"[ыэъ]|\b(?:и|с|что|как|они|спасибо|уже|если|мне|нас|его|когда|только|меня|тебя|себя|вашем|вашей|моей|нашей|она|он|нет|есть|почему|где|кто|еще|город\w*|или|чтобы|дети|детей)\b"
    ),
}
# A blank to be filled in is nobody's.
_BLANK = re.compile(r"[<\[{][^<>\[\]{}]{1,60}[>\]}]")
_SENTENCE_ENDS = re.compile(r"[.!?…\n]")
# So far before and behind a quotation it is said whose it is.
_AROUND = 90
_LONGEST = 700
_STEP = 500


# In so many sentences that follow one another, signs are put together.
_WINDOWS = (2, 3, 4)
# What threatens only together.
_TOGETHER = (
    frozenset({"whose", "hint"}),
    frozenset({"whose", "weak", "limit"}),
    frozenset({"whose", "weak", "means"}),
    frozenset({"whose", "weak", "seen"}),
    frozenset({"whose", "seen", "limit"}),
    frozenset({"means", "hint"}),
    frozenset({"limit", "hint"}),
)


class DangerKind(StrEnum):
    """What a passage is: it stops the draft, or it is asked about once."""

    THREAT = "threat"
    TESTIMONY = "testimony"


@value
class DangerPassage:
    """A passage of what was typed, as it was typed."""

    kind: DangerKind
    text: str


def is_threat(text: str) -> bool:
    """Whether a text threatens somebody: then it is neither stored nor shown again."""
    return threatens(passages(text))


def threatens(found: Iterable[DangerPassage]) -> bool:
    """Whether one of the passages of a text is a threat."""
    return any(passage.kind is DangerKind.THREAT for passage in found)


def testimony(text: str) -> str:
    """The first passage that would be a threat if the writer said it of their own; empty if there is none."""
    return testified(passages(text))


def testified(found: Iterable[DangerPassage]) -> str:
    """The same of the passages of a text."""
    return next((passage.text for passage in found if passage.kind is DangerKind.TESTIMONY), "")


def doubtful(text: str) -> str:
    """The first sentence that an office may take for a threat; empty if there is none."""
    return next(iter(doubts(text)), "")


def doubts(text: str) -> list[str]:
    """The sentences that an office may take for a threat, as they speak of somebody's home, people, ways or end.

    None is refused, and each is held back: who means well can say it otherwise, or say what it means.
    """
    own = _BLANK.sub("…", without_quotations(text))
    sentences = [found.group().strip() for found in SENTENCE.finditer(own)]
    plain = [_plain(sentence) for sentence in sentences]
    known = {at for at, found in enumerate(plain) if any(_may_threaten(found, parts) for parts in _languages_of(found))}
    for parts in _written_in(" ".join(plain)):
        known |= _of_concern(plain, parts)
    known |= {at for at, meant in enumerate(_menaces(plain)) if meant}
    return [sentences[at] for at in sorted(known)]


def _of_concern(plain: Sequence[str], parts: Parts) -> frozenset[int]:
    apart, kind = (parts.told, parts.unreal, parts.war), (parts.political, parts.shared)
    judged = [
        concern.Sentence(
            text,
            _has_any(text, apart) or menace.is_figure(text, parts.menace),
            _has_any(text, kind),
            bool(parts.shared.search(text)),
            menace.is_calm(text, parts.menace),
        )
        for text in plain
    ]
    return concern.doubtful(judged, parts.concern)


def _menaces(plain: Sequence[str]) -> list[Menace]:
    """How each of the sentences is meant, in the language that makes most of it."""
    whole = " ".join(plain)
    by_language = [
        menace.judged([_told(sentence, parts) for sentence in plain], parts.menace) for parts in _written_in(whole)
    ]
    return [max(meant) for meant in zip(*by_language, strict=True)]


def _told(plain: str, parts: Parts) -> menace.Told:
    return menace.Told(
        plain,
        elsewhere=bool(parts.told.search(plain)),
        war=bool(parts.war.search(plain)),
        unreal=bool(parts.unreal.search(plain)),
        political=bool(parts.political.search(plain)),
        shared=bool(parts.shared.search(plain)),
    )


def passages(text: str) -> Iterator[DangerPassage]:
    """The passages of a text that threaten, or that tell of a threat."""
    told = [quoted.group() for quoted in _QUOTED.finditer(text) if _is_dangerous(quoted.group())]
    own = _QUOTED.sub(lambda found: "…" if _is_dangerous(found.group()) else f" {found.group()[1:-1]} ", text)
    sentences = [piece for found in SENTENCE.finditer(own) for piece in _pieces(found.group().strip())]
    menaces = _menaces([_plain(sentence) for sentence in sentences])
    for sentence, meant in zip(sentences, menaces, strict=False):
        if meant is Menace.THREAT:
            yield DangerPassage(DangerKind.THREAT, sentence)
    for sentence in (*sentences, *_together(sentences, 2)):
        yield from _judged(sentence, _threatens, told)
    for sentence in (*sentences, *(several for size in _WINDOWS for several in _together(sentences, size))):
        yield from _judged(sentence, _hints, told)
    yield from (DangerPassage(DangerKind.TESTIMONY, passage) for passage in told)


def _together(sentences: Sequence[str], size: int) -> Iterator[str]:
    """Sentences that follow one another, so many at a time."""
    return (
        " ".join(sentences[at : at + size]) for at in range(max(len(sentences) - size, 0) + 1) if len(sentences) > 1
    )


def _judged(sentence: str, threatens: Callable[[str, Parts], bool], told: list[str]) -> Iterator[DangerPassage]:
    plain = _plain(sentence)
    for parts in _languages_of(plain):
        if threatens(plain, parts):
            if parts.told.search(plain):
                told.append(sentence)
            else:
                yield DangerPassage(DangerKind.THREAT, sentence)


def without_quotations(text: str) -> str:
    """A text without what stands in quotation marks, which somebody else said."""
    return _QUOTED.sub("…", text)


def says_who(text: str, passage: str) -> bool:
    """Whether a passage stands in quotation marks, and it is said right before or behind it who said it."""
    at = text.find(passage)
    if at < 0 or not _QUOTED.fullmatch(passage):
        return False
    before, behind = text[max(at - _AROUND, 0) : at], text[at + len(passage) :][:_AROUND]
    around = _plain(f"{_SENTENCE_ENDS.split(before)[-1]} … {_SENTENCE_ENDS.split(behind)[0]}")
    return any(parts.told.search(around) for parts in _languages_of(around))


def slur(text: str, words: frozenset[str]) -> str:
    """A sentence with a word that insults people for what they are, or that calls them beasts; empty if there is none.

    What is quoted, or told of others, is no word of the writer's.
    """
    for found in SENTENCE.finditer(_QUOTED.sub("…", text)):
        plain = _plain(found.group())
        spoken = _languages_of(plain)
        is_told = any(parts.told.search(plain) for parts in spoken)
        insults = any(parts.slur.search(plain) or menace.insults(plain, parts.menace) for parts in spoken)
        if (insults or words & set(re.findall(r"[^\W\d_]+", plain))) and not is_told:
            return found.group().strip()
    return ""


def _pieces(sentence: str) -> Iterator[str]:
    """A sentence, or, of one without an end, pieces that overlap, so that nothing takes long."""
    yield from (sentence[start : start + _LONGEST] for start in range(0, len(sentence), _STEP))


def _is_dangerous(text: str) -> bool:
    plain = _plain(text)
    return any(_threatens(plain, parts) or _hints(plain, parts) for parts in _languages_of(plain))


def _languages_of(plain: str) -> tuple[Parts, ...]:
    """The languages whose letters a text has: the patterns of the others could find nothing in it, and take long."""
    scripts = {"en": _LATIN, "uk": _CYRILLIC, "ru": _CYRILLIC}
    return tuple(parts for code, parts in zip(LANGUAGES, languages(), strict=True) if scripts[code].search(plain))


def _written_in(plain: str) -> tuple[Parts, ...]:
    """The languages in which a text may be written: Ukrainian and Russian by the letters that only one of them has."""
    others = {"uk": "ru", "ru": "uk"}
    known = {code for code, letters in _ONLY_IN.items() if letters.search(plain)}
    return tuple(
        parts
        for code, parts in zip(LANGUAGES, languages(), strict=True)
        if parts in _languages_of(plain) and (code in known or others.get(code) not in known)
    )


def _hints(plain: str, parts: Parts) -> bool:
    """Whether what threatens by none of itself comes together: whose, how weak, by what means, until when, a hint."""
    found = {name for name, pattern in parts.signs.items() if pattern.search(plain)}
    if not any(together <= found for together in _TOGETHER) or menace.is_figure(plain, parts.menace):
        return False
    return not (parts.shared.search(plain) or parts.unreal.search(plain) or parts.war.search(plain))


def _may_threaten(plain: str, parts: Parts) -> bool:
    others = (parts.told, parts.unreal, parts.war, parts.shared, parts.political)
    if not parts.doubt.search(plain) or _has_any(plain, others) or menace.is_calm(plain, parts.menace):
        return False
    if menace.is_figure(plain, parts.menace):
        return False
    return not concern.is_kindly(plain, parts.concern)


def _has_any(plain: str, patterns: Sequence[LazyPattern]) -> bool:
    return any(pattern.search(plain) for pattern in patterns)


def _threatens(plain: str, parts: Parts) -> bool:
    if not parts.meant.search(plain) or parts.unreal.search(plain) or menace.is_figure(plain, parts.menace):
        return False
    if parts.harm.search(plain):
        return True
    if parts.war.search(plain):
        return False
    if not parts.told.search(plain) and concern.intends(plain, parts.concern):
        return True
    knows = parts.private.search(plain) and not parts.shared.search(plain)
    if (knows and not menace.is_neighborly(plain, parts.menace)) or parts.ominous.search(plain):
        return True
    if parts.political.search(plain):
        return False
    if parts.harsh.search(plain):
        return True
    return bool(parts.fear.search(plain) and parts.own.search(plain) and parts.condition.search(plain))


def _plain(text: str) -> str:
    """A text in small letters, with plain apostrophes and blanks, and without what hides a word."""
    found = _APOSTROPHES.sub("'", _HIDDEN.sub("", text[:_LONGEST])).casefold().replace("ё", "е")
    found = _CLIPPED.sub(r"\1n't", found)
    found = found.replace("won't", "will not").replace("can't", "cannot").replace("i'm", "i am")
    found = found.replace("n't", " not").replace("'ll", " will").replace("'re", " are")
    found = found.replace("'ve", " have").replace("'d ", " would ")
    return " ".join(_DISGUISED.sub(lambda word: word.group().translate(_FIGURES), found).split())
