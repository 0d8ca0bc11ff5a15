"""Classes of words of which threats are made, and where they stand in a sentence. Pure, but for reading them once.

They are data, one file a language in ``data/letters/menace``: who is meant, what is theirs, who would do it, harm,
weapons, death, fire and mishap, what a writer has seen, who stands behind them, how others fared. ``menace`` says which
of them have to meet, and how near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import tomli

from cogs.letters.templates import FOLDER

_TOKEN = re.compile(r"[\w'-]+")
_APART = re.compile(r"\s*,\s*")
_SHORTEST_STEM = 2
# So many words between two that belong together.
NEAR = 5
NEXT = 3
FAR = 9


class MenaceError(ValueError):
    """A file of words cannot be used. Its text names the file and what is wrong."""


@dataclass(frozen=True)
class MenaceWords:
    """One language's classes, by whole words, beginnings, and rows of both. ``endings`` are those of verbs that tell of
    what their speaker is still to do, where a language shows it so, and ``of_others`` of what others are, or ought to;
    ``before`` and ``after``: how far an owner stands from what is theirs.
    """

    single: Mapping[str, tuple[str, ...]]
    stems: Mapping[str, tuple[str, ...]]
    rows: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    endings: tuple[str, ...]
    of_others: tuple[str, ...]
    before: int
    after: int

    @cached_property
    def longest(self) -> int:
        """Of how many letters the longest beginning is."""
        return max(map(len, self.stems), default=0)

    def found_in(self, plain: str) -> Found:
        """Where each class stands in a sentence."""
        tokens = _TOKEN.findall(plain)
        places: dict[str, list[int]] = {}
        for at, token in enumerate(tokens):
            for name in self._classes(token):
                places.setdefault(name, []).append(at)
            for row, name in self._rows_at(tokens, at):
                places.setdefault(name, []).extend((at, at + len(row) - 1))
        return Found(places, tokens, self)

    def _classes(self, token: str) -> Iterator[str]:
        yield from self.single.get(token, ())
        for length in range(_SHORTEST_STEM, min(len(token), self.longest) + 1):
            yield from self.stems.get(token[:length], ())

    def _rows_at(self, tokens: Sequence[str], at: int) -> Iterator[tuple[tuple[str, ...], str]]:
        token = tokens[at]
        begun = (f"{token[:length]}*" for length in range(_SHORTEST_STEM, len(token) + 1))
        for row, name in (pair for key in (token, *begun) for pair in self.rows.get(key, ())):
            if len(row) <= len(tokens) - at and all(_fits(*pair) for pair in zip(row, tokens[at:], strict=False)):
                yield row, name


def _fits(wanted: str, token: str) -> bool:
    return token.startswith(wanted[:-1]) if wanted.endswith("*") else token == wanted


@dataclass(frozen=True)
class Found:
    """Where the classes stand in one sentence, by the numbers of its words."""

    places: Mapping[str, Sequence[int]]
    tokens: Sequence[str]
    words: MenaceWords

    def has(self, *names: str) -> bool:
        """Whether one of the classes is in the sentence."""
        return any(name in self.places for name in names)

    def at(self, *names: str) -> list[int]:
        """Where words of the classes stand."""
        return [at for name in names for at in self.places.get(name, ())]

    def near(self, first: Iterable[int], second: Iterable[int], before: int, after: int) -> list[int]:
        """The second ones that stand so near one of the first."""
        firsts = tuple(first)
        return [at for at in second if any(-before <= at - one <= after and at != one for one in firsts)]

    @cached_property
    def theirs(self) -> list[int]:
        """What is somebody's own, and is said to be: a person or animal, a house, a car, a way of living."""
        things = self.at("kin", "home", "ride", "living", "body")
        owned = self.near(self.at("your"), things, self.words.before, self.words.after)
        mine = set(self.near(self.at("mine"), things, self.words.before, 2))
        return [*(at for at in owned if at not in mine), *self.at("abode")]

    @cached_property
    def ways(self) -> list[int]:
        """What somebody does by habit."""
        return self.near(self.at("you"), self.at("routine"), self.words.before, self.words.after)

    @cached_property
    def ours(self) -> list[int]:
        """What is the writer's own, but for those who might stand behind them."""
        things = self.near(self.at("mine"), self.at("kin", "home", "ride", "living", "body"), self.words.before, 2)
        return [at for at in things if at not in set(self.at("others"))]

    @cached_property
    def seen(self) -> list[int]:
        """What a writer, or others, say that they know or have seen."""
        verbs = self.at("know")
        return verbs if self.words.endings else self.near(self.at("writer", "others"), verbs, 1, NEXT + 1)

    @cached_property
    def meant(self) -> list[int]:
        """Who is meant: somebody who is spoken to, or somebody of theirs."""
        kin = self.near(self.at("your"), self.at("kin", "body"), self.words.before, self.words.after)
        return [*self.at("you"), *kin]

    @cached_property
    def doomed(self) -> bool:
        """Whether somebody is told, wished or promised their end."""
        not_so = self.near(self.at("not"), self.at("survive"), 0, NEXT)
        deadly, must = [*self.at("deadly"), *not_so], self.at("must")
        # What a writer would do or not do is nobody else's end.
        says_so = set(self.at("writer"))
        will = self.near(self.meant, [at for at in must if at - 1 not in says_so], 0, 2)
        led = self.near(must, self.meant, 0, NEXT)
        if self.has("moral"):
            return False
        if self.has("doom") or self.near(self.at("endup"), deadly, NEXT, NEXT):
            return True
        if self.near(self.theirs, self.at("unlive"), NEXT, NEXT):
            return True
        lost = self.near(
            self.near(set(self.theirs) & set(self.at("kin")), self.at("not"), 0, NEXT), self.at("survive"), 0, 2
        )
        if lost:
            return True
        ended = self.near(set(self.theirs) & set(self.at("kin")), self.at("ends"), NEAR, NEAR)
        if self.near(ended, deadly, NEAR, NEAR):
            return True
        return bool(self.near(will, deadly, 0, NEXT + 1) or self.near(led, deadly, 0, NEXT + 2))

    @cached_property
    def deeds(self) -> list[int]:
        """Where somebody says that harm is going to be done."""
        return self._done("violent")

    @cached_property
    def deeds_of_others(self) -> list[int]:
        """Where it is said that others will, or should, do harm: of them it is told who suffers it, right beside."""
        return [at for at in self.at("violent") if self.tokens[at].endswith(self.words.of_others or ("\0",))]

    @cached_property
    def blows(self) -> list[int]:
        """The same of what hurts only a part of a body."""
        return self._done("injure")

    def _done(self, name: str) -> list[int]:
        verbs = self.at(name)
        doer = self.near(self.at("writer", "others"), self.at("will"), 0, NEAR)
        said = self.near([*doer, *self._led()], verbs, 0, NEAR)
        if self.words.endings:
            endings = self.words.endings if name == "violent" else (*self.words.endings, *self.words.of_others)
            said = [at for at in verbs if self.tokens[at].endswith(endings)]
        # An agreement may be torn up, and a plaque be broken.
        return [at for at in said if not self.near([at], self.at("public"), 0, NEXT)]

    def _led(self) -> list[int]:
        """Where "and I", "or we" lead to a verb without another word."""
        return [at for at in self.at("will") if self.tokens[at] in {"i", "we"}]


@cache
def words_of(code: str, folder: Path = FOLDER) -> MenaceWords:
    """The words of a language, read once. Raises MenaceError, and OSError for a file that cannot be read."""
    file = folder / "menace" / f"{code}.toml"
    try:
        told = tomli.loads(file.read_text(encoding="utf-8"))
        return _read(told["classes"], told["reach"])
    except (tomli.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, AttributeError) as error:
        raise MenaceError(f"{file.parent.name}/{file.name}: {error}") from None


def _read(classes: Mapping[str, str], reach: Mapping[str, int | str]) -> MenaceWords:
    single: dict[str, tuple[str, ...]] = {}
    stems: dict[str, tuple[str, ...]] = {}
    rows: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for name, text in classes.items():
        for entry in filter(None, _APART.split(" ".join(text.split()))):
            words = tuple(entry.split())
            if len(words) > 1:
                rows[words[0]] = (*rows.get(words[0], ()), (words, name))
            elif entry.endswith("*"):
                stems[entry[:-1]] = (*stems.get(entry[:-1], ()), name)
            else:
                single[entry] = (*single.get(entry, ()), name)
    endings, of_others = (tuple(str(reach[name]).split()) for name in ("endings", "of_others"))
    return MenaceWords(single, stems, rows, endings, of_others, int(reach["before"]), int(reach["after"]))
