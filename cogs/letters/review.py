"""The review under a draft: what might be better, and how to mend it. All is advice but a threat or a slur. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import dropwhile
from pathlib import Path

from cogs.letters import sentences, style_checks
from cogs.letters.compose import Connection, Letter
from cogs.letters.style_checks import SENTENCE, WORD
from cogs.letters.templates import FOLDER
from db.store.models import LetterDraft

SHORTEST = 150
LONGEST = 300
ALIKE = 0.6
VERY_ALIKE = 0.8

_SHINGLE = 4
_QUOTED = 160
_REQUEST = re.compile(
    r"\b(?:i|we) (?:ask|urge|demand|request|call on|beg|want|would like) "
    r"(?:you|the (?:mayor|council|city|board|governor))\b"
    r"|\b(?:will|would|could|can|won't) (?:you|the (?:mayor|council|city|board|commission|governor))\b[^.!\n]*\?"
    r"|(?:^|[.!?]\s+)please (?:end|cut|suspend|vote|drop|cancel|put|remove|stop|take|sign|keep|support)\b",
    re.IGNORECASE | re.MULTILINE,
)
# What may stand between "you" and the word that insults: "you are nothing but a coward".
_BETWEEN = frozenset("are were all a an the just such nothing but bunch lot of really bloody damn".split())
_TO_YOU = frozenset({"you", "you're", "youre"})
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w/.-])(?:\+?\d{1,3}[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w-])|\+\d{10,14}\b"
)
_STREET = re.compile(
    r"\b\d{1,6}[A-Za-z]? (?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.? )?(?:[A-Z0-9][\w'’]*\.? ){1,4}"
    r"(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Ln|Lane|Dr|Drive|Ct|Court|Pl|Place|Way|Ter|Terrace|Cir|Circle|Pkwy|Hwy)\b"
    r"|\b(?:вул\.|вулиця|вулиці|ул\.|улица|просп\.|проспект) ?[^\n,]{2,40},? ?(?:буд\.|д\.)? ?\d+",
)
_PRIVATE = ((_STREET, sentences.STREET_ADDRESS), (_PHONE, sentences.PHONE_NUMBER), (_EMAIL, sentences.MAIL_ADDRESS))


class Mend(StrEnum):
    """What mends a finding: the button that stands beside it."""

    WORDS = "words"
    ABOUT = "about"
    REFRESH = "refresh"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. ``blocks`` is true for what keeps a letter from being exported."""

    text: str
    mend: Mend = Mend.NONE
    blocks: bool = False


def review(
    draft: LetterDraft, letter: Letter, *, changed: str = "", alike: float = 0.0, lacking: Sequence[str] | None = ()
) -> tuple[Finding, ...]:
    """What there is to say about a draft, the gravest first.

    ``changed`` says how the tie stands now, if that is not what the draft was built on. ``alike`` is the share of the
    writer's own words that an earlier letter of the server has. ``lacking`` are the characters that a PDF cannot show;
    None if there can be no PDF.
    """
    own = own_words(draft)
    return (
        *_blocked(own),
        *_changed(changed),
        *_private(draft),
        *_missing(draft),
        *_length(letter),
        *_asks(own),
        *_alike(alike),
        *_swearing(own),
        *_manner(draft),
        *_lacking(lacking),
        *_connection(draft),
        *_unsigned(draft),
    )


def blocked(draft: LetterDraft) -> tuple[Finding, ...]:
    """The findings that keep a draft from being exported."""
    return tuple(_blocked(own_words(draft)))


def own_words(draft: LetterDraft) -> str:
    """All that the writer typed of the letter itself."""
    return "\n".join(part for part in (draft.reason, draft.respect, draft.name, draft.neighborhood) if part)


def shingles(draft: LetterDraft) -> frozenset[int]:
    """Hashes of every run of four words of the writer's reason and respect; empty for fewer than four words.

    Only these are kept, to tell a text that was passed around; the words cannot be read from them.
    """
    words = _words(f"{draft.reason}\n{draft.respect}")
    runs = (" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))
    return frozenset(_hash(run, draft.server) for run in runs)


def _hash(run: str, server: int | None) -> int:
    digest = hashlib.blake2b(run.encode(), digest_size=8, key=str(server or 0).encode()).digest()
    return int.from_bytes(digest, "big", signed=True)


def _words(text: str) -> list[str]:
    return [word.casefold().replace("’", "'").replace("ʼ", "'") for word in WORD.findall(text)]


@cache
def phrases(name: str, folder: Path = FOLDER) -> tuple[tuple[str, ...], ...]:
    """The phrases of a word list, each as its words. Lines that begin with # are remarks."""
    lines = (folder / "words" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(_words(line)) for line in lines if line.strip() and not line.startswith("#"))


def _sentences_with(text: str, lists: Iterable[str]) -> Iterator[str]:
    wanted = [phrase for name in lists for phrase in phrases(name)]
    for found in SENTENCE.finditer(text):
        padded = f" {' '.join(_words(found.group()))} "
        if any(f" {' '.join(phrase)} " in padded for phrase in wanted):
            yield _short(found.group())


def _short(sentence: str) -> str:
    told = " ".join(sentence.split())
    return told if len(told) <= _QUOTED else f"{told[:_QUOTED]}…"


def _blocked(own: str) -> Iterator[Finding]:
    for sentence in dict.fromkeys(_sentences_with(own, ["threats", "slurs"])):
        yield Finding(sentences.threatens(sentence), Mend.WORDS, blocks=True)


def _changed(changed: str) -> Iterator[Finding]:
    if changed:
        yield Finding(sentences.changed_since_begun(changed), Mend.REFRESH)


def _missing(draft: LetterDraft) -> Iterator[Finding]:
    if not draft.reason:
        yield Finding(sentences.REASON_MISSING, Mend.WORDS)


def _length(letter: Letter) -> Iterator[Finding]:
    if letter.words < SHORTEST:
        yield Finding(sentences.too_short(letter.words, SHORTEST, LONGEST), Mend.WORDS)
    if letter.words > LONGEST:
        yield Finding(sentences.too_long(letter.words, SHORTEST, LONGEST), Mend.WORDS)


def _asks(own: str) -> Iterator[Finding]:
    found = next((sentence for sentence in SENTENCE.findall(own) if _REQUEST.search(sentence.strip())), None)
    if found is not None:
        yield Finding(sentences.asks_too(_short(found)), Mend.WORDS)


def _alike(alike: float) -> Iterator[Finding]:
    if alike >= VERY_ALIKE:
        yield Finding(sentences.NEARLY_ALIKE, Mend.WORDS)
    elif alike >= ALIKE:
        yield Finding(sentences.MUCH_ALIKE, Mend.WORDS)


def _swearing(own: str) -> Iterator[Finding]:
    found = next(_sentences_with(own, ["swearing"]), None)
    if found is not None:
        yield Finding(sentences.swears(found), Mend.WORDS)


def _manner(draft: LetterDraft) -> Iterator[Finding]:
    own = f"{draft.reason}\n\n{draft.respect}"
    insult = next((_short(found) for found in SENTENCE.findall(own) if _insults_you(_words(found))), "")
    if insult:
        yield Finding(sentences.insults(insult), Mend.WORDS)
    elif (found := style_checks.shouted(own)) and not blocked(draft):
        yield Finding(sentences.shouts(_short(found)), Mend.WORDS)
    if found := style_checks.repeated(own):
        yield Finding(sentences.repeats(_short(found)), Mend.WORDS)
    if found := style_checks.endless(own):
        yield Finding(sentences.no_word(_short(found)), Mend.WORDS)
    for text, mend in ((own, Mend.WORDS), (_about(draft), Mend.ABOUT)):
        if found := style_checks.marks(text):
            yield Finding(sentences.no_formats(found), mend)
    if found := style_checks.unfinished(own):
        yield Finding(sentences.unfinished(_short(found)), Mend.WORDS)


def _insults_you(words: Sequence[str]) -> bool:
    """Whether a sentence calls its reader something; to say the same of others is no insult."""
    bad = phrases("insults")
    padded = f" {' '.join(words)} "
    if any(len(phrase) > 1 and f" {' '.join(phrase)} " in padded for phrase in bad):
        return True
    called = {phrase[0] for phrase in bad if len(phrase) == 1}
    for at, word in enumerate(words):
        following = dropwhile(_BETWEEN.__contains__, words[at + 1 :])
        if word in _TO_YOU and next(following, "") in called:
            return True
    return False


def _private(draft: LetterDraft) -> Iterator[Finding]:
    for text, mend in ((f"{draft.reason}\n{draft.respect}", Mend.WORDS), (_about(draft), Mend.ABOUT)):
        for pattern, told in _PRIVATE:
            if pattern.search(text):
                yield Finding(told, mend)


def _about(draft: LetterDraft) -> str:
    return f"{draft.name}\n{draft.neighborhood}"


def _lacking(lacking: Sequence[str] | None) -> Iterator[Finding]:
    if lacking is None:
        yield Finding(sentences.NO_PDF)
    if lacking:
        yield Finding(sentences.not_in_pdf(lacking[:12]))


def _connection(draft: LetterDraft) -> Iterator[Finding]:
    if not draft.connection:
        yield Finding(sentences.NO_CONNECTION, Mend.WORDS)
    elif draft.connection != Connection.RESIDENT:
        yield Finding(sentences.NOT_A_RESIDENT)


def _unsigned(draft: LetterDraft) -> Iterator[Finding]:
    if not (draft.name or draft.neighborhood) and draft.connection in {"", Connection.NONE}:
        yield Finding(sentences.UNSIGNED, Mend.ABOUT)
