"""The review under a draft: what might be better, and how to mend it. Nearly all of it is advice. Pure.

A threat never comes this far: it is refused where it is typed, and only a draft from before can hold one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import dropwhile
from pathlib import Path

from cogs.letters import danger, no_reason, review_sentences, style_checks, writer
from cogs.letters.compose import Connection, Letter
from cogs.letters.forms_of_letter import FORMS, LetterForm
from cogs.letters.style_checks import SENTENCE, WORD
from cogs.letters.subject import LetterSubject
from cogs.letters.templates import FOLDER
from db.record.register import Register
from db.store.models import LetterDraft

ALIKE = 0.6
VERY_ALIKE = 0.8
# Of so few words nothing is said of likeness: a few could be tried until they are told to be somebody's.
FEWEST_SHINGLES = 25
FEWEST_SHARED = 15

_SHINGLE = 4
_QUOTED = 160
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
_PRIVATE = (
    (_STREET, review_sentences.STREET_ADDRESS),
    (_PHONE, review_sentences.PHONE_NUMBER),
    (_EMAIL, review_sentences.MAIL_ADDRESS),
)


class Mend(StrEnum):
    """What mends a finding: the button that stands beside it."""

    WORDS = "words"
    ABOUT = "about"
    REFRESH = "refresh"
    FRAME = "frame"
    KEEP = "keep"
    OTHER_SIDE = "other side"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. ``blocks`` is true for what keeps a letter from being exported.

    What is asked about once has a ``mark``: it is not asked again of a draft that keeps the mark.
    """

    text: str
    mend: Mend = Mend.NONE
    blocks: bool = False
    mark: str = ""


def review(
    draft: LetterDraft,
    letter: Letter,
    subject: LetterSubject,
    register: Register,
    *,
    changed: str = "",
    alike: float = 0.0,
    lacking: Sequence[str] | None = (),
) -> tuple[Finding, ...]:
    """What there is to say about a draft, the gravest first.

    ``changed`` says how the tie stands now, if that is not what the draft was built on. ``alike`` is the share of the
    writer's own words that an earlier letter of the server has. ``lacking`` are the characters that a PDF cannot show;
    None if there can be no PDF.
    """
    own = own_words(draft)
    found = (
        *_held_back(draft, subject, register),
        *_changed(changed),
        *_asked_once(draft),
        *_frame(draft),
        *_private(draft),
        *_missing(draft),
        *_looked_after(draft, letter, subject),
        *_no_reason(draft, subject, register),
        *_length(draft, letter, FORMS[LetterForm(draft.form)].shortest, FORMS[LetterForm(draft.form)].longest),
        *_asks(draft),
        *_alike(alike),
        *_swearing(own),
        *_manner(draft),
        *_lacking(lacking),
        *_connection(draft),
        *_unsigned(draft),
    )
    return tuple(finding for finding in found if not finding.mark or finding.mark not in draft.kept)


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


def _mark(kind: str, sentence: str) -> str:
    """What a draft remembers of a finding that was answered: its kind, and a hash of the words."""
    return f"{kind}:{hashlib.blake2b(' '.join(_words(sentence)).encode(), digest_size=6).hexdigest()}"


def _held_back(draft: LetterDraft, subject: LetterSubject, register: Register) -> Iterator[Finding]:
    """What keeps a letter from being exported: a threat from before they were refused, a blank, another pair."""
    if danger.is_threat(own_words(draft)):
        yield Finding(review_sentences.THREATENS, Mend.WORDS, blocks=True)
    words = f"{draft.reason}\n{draft.respect}"
    if found := no_reason.placeholder(words):
        yield Finding(review_sentences.to_be_filled_in(_short(found)), Mend.WORDS, blocks=True)
    about = (no_reason.placeholder_in_name(text) for text in (draft.name, draft.neighborhood))
    if found := next(filter(None, about), ""):
        yield Finding(review_sentences.to_be_filled_in(_short(found)), Mend.ABOUT, blocks=True)
    if found := no_reason.foreign_pair(words, subject, register):
        yield Finding(review_sentences.other_pair(found, subject.place, subject.partner), Mend.WORDS, blocks=True)


def _asked_once(draft: LetterDraft) -> Iterator[Finding]:
    """Words that may well stand, but are asked about once."""
    words = own_words(draft)
    if found := danger.slur(words, _slurs()):
        yield Finding(review_sentences.slur(_short(found)), Mend.KEEP, mark=_mark("slur", found))
    if found := danger.testimony(words):
        yield Finding(review_sentences.testimony(_short(found)), Mend.KEEP, mark=_mark("told", found))


@cache
def _slurs() -> frozenset[str]:
    return frozenset(word for phrase in phrases("slurs") for word in phrase)


def _frame(draft: LetterDraft) -> Iterator[Finding]:
    if found := no_reason.frame(draft.reason):
        yield Finding(review_sentences.has_frame(_short(found)), Mend.FRAME)


def _no_reason(draft: LetterDraft, subject: LetterSubject, register: Register) -> Iterator[Finding]:
    """What stands among the words and is no reason."""
    words = f"{draft.reason}\n{draft.respect}"
    if found := no_reason.instruction(words):
        yield Finding(review_sentences.tells_the_bot(_short(found)), Mend.WORDS)
    if found := no_reason.other_place(words, subject, register):
        yield Finding(review_sentences.names_another_office(found, subject.place), Mend.WORDS)
    if found := no_reason.nothing(draft.reason):
        yield Finding(review_sentences.says_nothing(_short(found)), Mend.WORDS)
    if found := no_reason.link(words):
        yield Finding(review_sentences.has_link(_short(found)), Mend.WORDS)


def _looked_after(draft: LetterDraft, letter: Letter, subject: LetterSubject) -> Iterator[Finding]:
    """What the writer's own words ask to be careful with."""
    words = f"{draft.reason}\n{draft.respect}"
    if writer.under_age(words):
        yield Finding(review_sentences.UNDER_AGE, Mend.KEEP, mark="under age")
    if writer.unnamed(words):
        told = review_sentences.UNNAMED_BUT_SIGNED if draft.name else review_sentences.UNNAMED
        yield Finding(told, Mend.ABOUT if draft.name else Mend.KEEP, mark="" if draft.name else "unnamed")
    if writer.grief(words):
        yield Finding(review_sentences.GRIEF, Mend.KEEP, mark="grief")
    if writer.keeps(draft.reason):
        yield Finding(review_sentences.WANTS_TO_KEEP, Mend.OTHER_SIDE)
    yield from _languages(draft, letter)
    yield from _other_connection(draft, subject)


def _languages(draft: LetterDraft, letter: Letter) -> Iterator[Finding]:
    others = [code for code in writer.languages_of(draft.reason) if code != letter.language]
    if not others:
        return
    name = writer.LANGUAGE_NAMES[others[0]]
    is_translated = letter.language in writer.languages_of(draft.reason)
    told = review_sentences.translated(name) if is_translated else review_sentences.other_language(name)
    yield Finding(told, Mend.KEEP, mark=f"language:{others[0]}")


def _other_connection(draft: LetterDraft, subject: LetterSubject) -> Iterator[Finding]:
    """A connection that fits what the writer says better than the one that was chosen."""
    if writer.from_ukraine(draft.reason) and draft.connection in {"", Connection.NONE, Connection.VISITOR}:
        yield Finding(review_sentences.WRITES_FROM_UKRAINE, Mend.WORDS)
    elif writer.several(draft.reason) and draft.connection != Connection.GROUP:
        yield Finding(review_sentences.WRITES_TOGETHER, Mend.WORDS)
    elif writer.works_in(draft.reason, subject.place) and draft.connection in {"", Connection.NONE, Connection.VISITOR}:
        yield Finding(review_sentences.WORKS_THERE, Mend.WORDS)


def _changed(changed: str) -> Iterator[Finding]:
    if changed:
        yield Finding(review_sentences.changed_since_begun(changed), Mend.REFRESH)


def _missing(draft: LetterDraft) -> Iterator[Finding]:
    if not draft.reason:
        yield Finding(review_sentences.REASON_MISSING, Mend.WORDS)


def _length(draft: LetterDraft, letter: Letter, shortest: int, longest: int) -> Iterator[Finding]:
    # Who grieves has been told that it may be short.
    if letter.words < shortest and not writer.grief(draft.reason):
        yield Finding(review_sentences.too_short(letter.words, shortest, longest), Mend.WORDS)
    if letter.words > longest:
        yield Finding(review_sentences.too_long(letter.words, shortest, longest), Mend.WORDS)


def _asks(draft: LetterDraft) -> Iterator[Finding]:
    if found := no_reason.request(f"{no_reason.without_frame(draft.reason)}\n{draft.respect}"):
        yield Finding(review_sentences.asks_too(_short(found)), Mend.WORDS)


def _alike(alike: float) -> Iterator[Finding]:
    if alike >= VERY_ALIKE:
        yield Finding(review_sentences.NEARLY_ALIKE, Mend.WORDS)
    elif alike >= ALIKE:
        yield Finding(review_sentences.MUCH_ALIKE, Mend.WORDS)


def _swearing(own: str) -> Iterator[Finding]:
    found = next(_sentences_with(own, ["swearing"]), None)
    if found is not None:
        yield Finding(review_sentences.swears(found), Mend.WORDS)


def _manner(draft: LetterDraft) -> Iterator[Finding]:
    own = f"{draft.reason}\n\n{draft.respect}"
    insult = next((_short(found) for found in SENTENCE.findall(own) if _insults_you(_words(found))), "")
    if insult:
        yield Finding(review_sentences.insults(insult), Mend.WORDS)
    elif found := style_checks.shouted(own):
        yield Finding(review_sentences.shouts(_short(found)), Mend.WORDS)
    if found := style_checks.repeated(own):
        yield Finding(review_sentences.repeats(_short(found)), Mend.WORDS)
    if found := style_checks.endless(own):
        yield Finding(review_sentences.no_word(_short(found)), Mend.WORDS)
    for text, mend in ((own, Mend.WORDS), (_about(draft), Mend.ABOUT)):
        if found := style_checks.marks(text):
            yield Finding(review_sentences.no_formats(found), mend)
    if found := style_checks.unfinished(own):
        yield Finding(review_sentences.unfinished(_short(found)), Mend.WORDS)


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
        yield Finding(review_sentences.NO_PDF)
    if lacking:
        yield Finding(review_sentences.not_in_pdf(lacking[:12]))


_OUTSIDE: Mapping[str, str] = {
    Connection.NONE: review_sentences.NOT_A_RESIDENT,
    Connection.UKRAINE: review_sentences.FROM_UKRAINE,
    Connection.ABROAD: review_sentences.FROM_ABROAD,
    Connection.GROUP: review_sentences.FROM_A_GROUP,
}


def _connection(draft: LetterDraft) -> Iterator[Finding]:
    if not draft.connection:
        yield Finding(review_sentences.NO_CONNECTION, Mend.WORDS)
    elif told := _OUTSIDE.get(draft.connection):
        yield Finding(told, Mend.KEEP, mark=f"connection:{draft.connection}")


_SAYS_NOTHING = frozenset({"", Connection.NONE, Connection.ABROAD})


def _unsigned(draft: LetterDraft) -> Iterator[Finding]:
    is_bare = not (draft.name or draft.neighborhood) and draft.connection in _SAYS_NOTHING
    if is_bare and not writer.unnamed(draft.reason):
        yield Finding(review_sentences.UNSIGNED, Mend.ABOUT)
