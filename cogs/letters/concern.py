"""What an office may take for a threat, by classes of words that come together. Pure, but for reading them once.

``danger`` stops what is a threat beyond doubt; here is mostly what is asked about once and never refused. The words are
data, one file a language in ``data/letters/concern``: who is spoken to, harm, what is somebody's own (house, people,
body, ways), what befalls, what a writer boasts of. To them come hints: how a writer knows of it, what may go wrong with
it, advice for it, sayings, who stands behind the writer. A sentence is doubtful when classes meet in it, or in it and
its neighbour, and hardly ever beside a kind word; it threatens when a writer says that they are going to do somebody
harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

import tomli

from cogs.letters.templates import FOLDER
from db.record.lazy_pattern import LazyPattern
from db.record.values import value

_TOKEN = re.compile(r"[\w'-]+")
_APART = re.compile(r"\s*,\s*")

# Classes that make a sentence doubtful when all of them are in it.
_TOGETHER = (
    frozenset({"you", "harm"}),
    frozenset({"bound"}),
    frozenset({"you", "mishap"}),
    frozenset({"you", "boast"}),
    frozenset({"habit"}),
    frozenset({"you", "place"}),
    frozenset({"you", "coming", "weak"}),
    frozenset({"menace"}),
    frozenset({"menacing"}),
    frozenset({"they", "mishap"}),
    frozenset({"coming", "harm"}),
    frozenset({"armed", "mishap"}),
    frozenset({"own_thing"}),
    frozenset({"acts_on"}),
    frozenset({"fate"}),
    frozenset({"thou", "future"}),
    frozenset({"spoken", "whereabouts"}),
    frozenset({"file"}),
)
# The same of two sentences that follow one another, where the first or the second speaks to somebody.
_NEARBY = (
    frozenset({"spoken", "armed"}),
    frozenset({"spoken", "boast"}),
    frozenset({"spoken", "whereabouts"}),
    frozenset({"spoken", "weak", "watch"}),
)
# Hints: what is somebody's own, how the writer knows of it, what may go wrong with it, advice for it, sayings, backers.
# They may speak of a vote, which is often what they are about; but not of what the two have in common, or kindly.
_HINTS = (
    frozenset({"you", "private", "peril"}),
    frozenset({"you", "private", "aware"}),
    frozenset({"private", "advise", "peril"}),
    frozenset({"private", "advise", "you"}),
    frozenset({"private", "advise", "aware"}),
    frozenset({"anyone"}),
    frozenset({"you", "access"}),
    frozenset({"own_thing", "clock"}),
    frozenset({"habit", "clock"}),
    frozenset({"greets"}),
    frozenset({"private", "wish", "peril"}),
)
# Hints by themselves, also where the two have something in common.
_OUTRIGHT = frozenset({"advised", "backers", "omen"})
_HINTS_NEARBY = (
    frozenset({"spoken", "private", "peril"}),
    frozenset({"spoken", "aware", "private", "advise"}),
)
# What is no less doubtful for speaking of votes, courts and offices, or of what both have in common.
_PLAIN_HARM = frozenset({"harm", "menace", "menacing", "armed", "boast", "acts_on", "fate", "thou", "whereabouts"})
# The same beside a kind word: who is thanked or wished well may hear of boys and of patience.
_HARM_THOUGH_KIND = _PLAIN_HARM - {"boast"}


# What is doubtful in a calm sentence, too.
_NEVER_CALM = (_PLAIN_HARM - {"acts_on"}) | {"deed", "habit", "omen", "access"}


class ConcernError(ValueError):
    """A file of words cannot be used. Its text names the file and what is wrong."""


@value
class WordClass:
    """Words of one meaning: whole ones, beginnings, and several in a row."""

    words: frozenset[str]
    stems: tuple[str, ...]
    rows: tuple[str, ...]

    def is_in(self, tokens: Sequence[str], padded: str) -> bool:
        """Whether one of them is in a text, given by its words and with a blank before and behind each."""
        if not self.words.isdisjoint(tokens) or any(row in padded for row in self.rows):
            return True
        return bool(self.stems) and any(token.startswith(self.stems) for token in tokens)


@value
class ConcernWords:
    """One language's words.

    ``neutral`` is left out first: what is said of every office, and figures of speech. ``ours`` tells of the writer's
    own people or of the war, ``future`` of what is still to come. ``patterns`` and ``classes`` are the classes;
    ``whole`` are those that are looked for before anything is left out.
    """

    neutral: LazyPattern
    ours: LazyPattern
    future: LazyPattern
    whole: Mapping[str, LazyPattern]
    patterns: Mapping[str, LazyPattern]
    classes: Mapping[str, WordClass]

    @property
    def all_patterns(self) -> tuple[LazyPattern, ...]:
        """All patterns, to be looked at one by one."""
        return (self.neutral, self.ours, self.future, *self.whole.values(), *self.patterns.values())

    def classes_of(self, plain: str) -> frozenset[str]:
        """The classes whose words are in a sentence in small letters."""
        text = self.neutral.sub(" … ", plain)
        tokens = _TOKEN.findall(text)
        padded = f" {' '.join(tokens)} "
        found = {name for name, words in self.classes.items() if words.is_in(tokens, padded)}
        found |= {name for name, pattern in self.patterns.items() if pattern.search(text)}
        found |= {name for name, pattern in self.whole.items() if pattern.search(plain)}
        return frozenset(found | ({"future"} if self.future.search(plain) else set()))


@value
class Sentence:
    """A sentence in small letters, and what else is known of it.

    ``elsewhere``: it is told of others, unreal, or of the war. ``kind``: it is of votes and courts, or of what the two
    have in common, where a house or a family is named without menace. ``shared``: it is of the latter.
    """

    plain: str
    elsewhere: bool
    kind: bool
    shared: bool
    calm: bool = False


@cache
def words_of(code: str, folder: Path = FOLDER) -> ConcernWords:
    """The words of a language, read once. Raises ConcernError, and OSError for a file that cannot be read."""
    file = folder / "concern" / f"{code}.toml"
    try:
        told = tomli.loads(file.read_text(encoding="utf-8"))
        return ConcernWords(
            _pattern(told["apart"]["neutral"]),
            _pattern(told["apart"]["ours"]),
            _pattern(told["apart"]["future"]),
            {name: _pattern(texts) for name, texts in told["whole"].items()},
            {name: _pattern(texts) for name, texts in told["patterns"].items()},
            {name: _class(text) for name, text in told["classes"].items()},
        )
    except (tomli.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, AttributeError) as error:
        raise ConcernError(f"{file.parent.name}/{file.name}: {error}") from None


def _pattern(texts: Sequence[str]) -> LazyPattern:
    return LazyPattern(rf"\b(?:{'|'.join(texts)})")


def _class(text: str) -> WordClass:
    """A class of a list with commas between: ``word``, ``stem*`` or ``several words``."""
    entries = [entry for entry in _APART.split(" ".join(text.split())) if entry]
    return WordClass(
        frozenset(entry for entry in entries if " " not in entry and not entry.endswith("*")),
        tuple(entry[:-1] for entry in entries if " " not in entry and entry.endswith("*")),
        tuple(f" {entry} " if not entry.endswith("*") else f" {entry[:-1]}" for entry in entries if " " in entry),
    )


def doubtful(sentences: Sequence[Sentence], words: ConcernWords) -> frozenset[int]:
    """Which of the sentences may be taken for a threat, by their numbers."""
    found = [words.classes_of(sentence.plain) for sentence in sentences]
    asked = [
        at
        for at, sentence in enumerate(sentences)
        if not sentence.elsewhere and not (sentence.calm and found[at].isdisjoint(_NEVER_CALM))
    ]
    by_itself = (at for at in asked if _is_doubtful(sentences[at], found[at], words))
    hinting = (at for at in asked if _hints(sentences[at], found[at], words))
    known = frozenset(chain(by_itself, hinting))
    # Where one is doubtful by itself, what stands beside it is not so for that.
    others = [at for at in asked if known.isdisjoint((at, *_neighbours(at, len(sentences))))]
    beside = (at for at in others if _nearby(sentences, found, at) or _hints_nearby(sentences, found, at))
    return known | frozenset(beside)


def is_kindly(plain: str, words: ConcernWords) -> bool:
    """Whether a sentence in small letters is said with good will: thanks, wishes, what the two have done together."""
    return bool(words.whole["kindly"].search(plain))


def intends(plain: str, words: ConcernWords) -> bool:
    """Whether a sentence in small letters says that its writer is going to do somebody harm."""
    found = words.whole["intends"].search(plain)
    if found is None:
        return False
    classes = words.classes_of(plain[found.start() :])
    does = "deed" in classes or {"acts_on", "harm"} <= classes
    return does and not classes.isdisjoint({"you", "bound"})


def _is_doubtful(sentence: Sentence, found: frozenset[str], words: ConcernWords) -> bool:
    meeting = [together for together in _TOGETHER if together <= found]
    if "kindly" in found:
        meeting = [together for together in meeting if together & _HARM_THOUGH_KIND]
    elif sentence.kind:
        meeting = [together for together in meeting if together & _PLAIN_HARM]
    if not meeting:
        return False
    if "menace" in found:
        return True
    return not words.ours.search(sentence.plain) or bool(words.future.search(sentence.plain))


def _nearby(sentences: Sequence[Sentence], found: Sequence[frozenset[str]], at: int) -> bool:
    """Whether a sentence is doubtful for what stands beside it."""
    return any(
        together <= found[at] | found[beside] and not sentences[beside].elsewhere
        for beside in _neighbours(at, len(sentences))
        for together in _NEARBY
    )


def _hints(sentence: Sentence, found: frozenset[str], words: ConcernWords) -> bool:
    if "kindly" in found:
        return False
    if not _OUTRIGHT.isdisjoint(found):
        return True
    if "vague_omen" in found and not sentence.kind:
        return True
    if sentence.shared or words.ours.search(sentence.plain):
        return False
    return any(together <= found for together in _HINTS)


def _hints_nearby(sentences: Sequence[Sentence], found: Sequence[frozenset[str]], at: int) -> bool:
    return any(
        together <= found[at] | found[beside]
        for beside in _neighbours(at, len(sentences))
        if not sentences[beside].elsewhere
        and not any(sentences[each].shared or "kindly" in found[each] for each in (at, beside))
        for together in _HINTS_NEARBY
    )


def _neighbours(at: int, count: int) -> Iterator[int]:
    yield from (beside for beside in (at - 1, at + 1) if 0 <= beside < count)
