"""The people and bodies of the record: who said, proposed or decided something, and where it stands. Pure.

Names are read from the record's own fields: who acted, who spoke, and who is named with an office in what is said of an
act. ``data/vocabulary/people.toml`` adds how else they are written, and the bodies that are more than one place's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import tomli
from rapidfuzz import process
from rapidfuzz.distance import OSA

from db.record.derivation import acts_in_force
from db.record.models import Act, Record, TalkingPoint, Tie
from db.record.paths import DATA
from db.record.text import Token, fold, key, sound
from db.record.values import value

_TITLE = (
    r"(?:(?:Deputy|Vice|City|County|Town|Council|State|Chief|Communications|Press) )*"
    r"(?:Mayor|Governor|Gov\.|President|Councilmember|Councilor|Councilman|Councilwoman|Commissioner|Supervisor|Executive|"
    r"Officer|Ald\.|Senator|Representative|Ambassador|Secretary)"
)
_FIRST = r"(?:[A-Z]\.(?:[A-Z]\.)?|[A-ZÀ-Ž][a-zà-ž]+)"
_LAST = r"[A-ZÀ-Ž][a-zà-ž]*(?:[A-ZÀ-Ž][a-zà-ž]+)?"
_NAME = rf"{_FIRST}(?: {_FIRST})??(?: {_LAST})"
_TITLED = re.compile(rf"\b(?P<office>{_TITLE}) (?P<name>{_NAME})(?=['’,.;: )]|$)")
# Who acted, with the office behind: "Anatoly Lokot, mayor of Novosibirsk".
_WITH_ROLE = re.compile(rf"^(?P<name>{_NAME}), (?P<office>(?:[a-z]|Head|Mayor|Governor|President)[^;]*)")
_PERSON = re.compile(rf"{_NAME}(?: {_LAST})?")
_NO_NAME = frozenset("Council City Board Association Committee Commission Assembly Department Sister League".split())
_SHORTEST_SURNAME = 3
# A misspelt surname is recognised from so many letters on, and two letters off from so many.
_SHORTEST_MISSPELT, _LONG = 6, 9


@value
class Appearance:
    """One entry in which somebody stands: an act of a tie or, without one, a talking point. ``office`` is as it was."""

    id: str
    tie: str | None
    office: str | None


@value
class Speaker:
    """A person or body of the record. ``names`` are normalised; the last word of a person's is the surname."""

    name: str
    names: tuple[str, ...]
    is_person: bool
    appearances: tuple[Appearance, ...] = ()

    @property
    def firsts(self) -> frozenset[str]:
        """The normalised first names of a person; none of a body's."""
        return frozenset(name.split()[0] for name in self.names if " " in name) if self.is_person else frozenset()

    @property
    def surnames(self) -> frozenset[str]:
        """The normalised words by which a person is called without the first name; none of a body's."""
        return frozenset(name.split()[-1] for name in self.names) if self.is_person else frozenset()


@value
class FoundSpeaker:
    """Somebody found in a text, from word ``start`` to ``end`` (exclusive). ``full``: by more than a surname."""

    start: int
    end: int
    speaker: Speaker
    full: bool


@value
class _Known:
    name: str
    also: tuple[str, ...] = ()
    body: bool = False


_TABLE = tomli.loads((DATA / "vocabulary" / "people.toml").read_text(encoding="utf-8"))


def _known(table: Iterable[Mapping[str, Any]]) -> dict[str, _Known]:
    known = [_Known(each["name"], tuple(each.get("also", ())), each.get("body", False)) for each in table]
    return {key(each.name): each for each in known}


_KNOWN: Mapping[str, _Known] = _known(_TABLE["speaker"])
# What else a name is written as, to the name as the record has it.
_ALSO = {key(other): name for name, each in _KNOWN.items() for other in each.also}
# How the record writes the surnames of people that are written otherwise here, as words to search for.
SURNAMES_IN_ENGLISH: Mapping[str, tuple[str, ...]] = {
    key(other).split()[-1]: (name.split()[-1],)
    for name, each in _KNOWN.items()
    for other in each.also
    if not each.body and key(other).split()[-1] != key(name).split()[-1]
}
# People in public life, by their normalised surnames: they are asked about, whether or not the record has them.
PUBLIC: Mapping[str, str] = {key(name): person for person, names in _TABLE["public"].items() for name in names}
del _TABLE  # all is made from it


# Somebody named behind the office: "the then Governor of Washington, Jay Inslee".
_OFFICE_HELD = re.compile(r"\bGovernor of [A-Z][\w. ]*, (?P<name>[A-Z]\w+(?: [A-Z][\w.]*)+)$")


class People:
    """Everybody whom the record names, by any of their names."""

    def __init__(self, record: Record) -> None:
        self._speakers: dict[str, Speaker] = {}
        self._of_tie: dict[str, list[tuple[str, Appearance]]] = {}
        for point in record.points_in_use:
            for name, appearance, person in _of_point(point):
                self._add(name, appearance, person)
        for tie in record.ties.values():
            self._add_tie(tie)
        self._index()

    def replace(self, tie: Tie) -> None:
        """Put what a tie's acts say of people in the place of what was known from them."""
        for name, appearance in self._of_tie.pop(tie.id, ()):
            held = self._speakers[name]
            left = tuple(found for found in held.appearances if found != appearance)
            self._speakers[name] = replace(held, appearances=left)
        self._add_tie(tie)
        self._index()

    def _add_tie(self, tie: Tie) -> None:
        for act in acts_in_force(tie.acts):
            for name, appearance, person in _of_act(act, tie):
                self._add(name, appearance, person)
                self._of_tie.setdefault(tie.id, []).append((key(name), appearance))

    def _add(self, name: str, appearance: Appearance, person: bool) -> None:
        named = _ALSO.get(key(name), key(name))
        held = self._speakers.get(named)
        if held is None:
            known = _KNOWN.get(named)
            names = (named, *map(key, known.also)) if known else (named,)
            held = Speaker(known.name if known else name, names, person)
        self._speakers[named] = replace(held, appearances=(*held.appearances, appearance))

    def _index(self) -> None:
        self._by_name: dict[str, Speaker] = {}
        self._by_surname: dict[str, Speaker] = {}
        self._by_sound: dict[str, Speaker] = {}
        for speaker in self._speakers.values():
            if not speaker.appearances:
                continue
            for name in speaker.names:
                self._by_name[name] = speaker
            for surname in speaker.surnames:
                if len(surname) >= _SHORTEST_SURNAME:
                    self._by_surname.setdefault(surname, speaker)
                    self._by_sound.setdefault(sound(surname), speaker)
        self._firsts = frozenset(name.partition(" ")[0] for name in self._by_name)
        self._longest = max((len(name.split()) for name in self._by_name), default=0)

    def all(self) -> list[Speaker]:
        """Everybody, in the order in which the record first names them."""
        return [speaker for speaker in self._speakers.values() if speaker.appearances]

    def find(self, words: Sequence[Token]) -> list[FoundSpeaker]:
        """Everybody named in a text, left to right, the longest name first; a surname alone counts, in any script."""
        out: list[FoundSpeaker] = []
        i = 0
        while i < len(words):
            norm = words[i].norm
            may_be = norm in self._by_surname or norm in self._firsts or words[i].cyrillic
            found = self._at(words, i) if may_be else None
            if found is not None:
                out.append(found)
            i = found.end if found else i + 1
        return out

    def like(self, norm: str) -> Speaker | None:
        """The person whose surname a normalised word is nearly: one letter off, of long ones two; None for nobody."""
        if len(norm) < _SHORTEST_MISSPELT:
            return None
        allowed = 1 if len(norm) < _LONG else 2
        found = process.extractOne(norm, self._by_surname.keys(), scorer=OSA.distance, score_cutoff=allowed)
        return self._by_surname[found[0]] if found and found[0][0] == norm[0] else None

    def _at(self, words: Sequence[Token], i: int) -> FoundSpeaker | None:
        longest = self._longest if words[i].norm in self._firsts else 0
        for end in range(min(len(words), i + longest), i, -1):
            name = " ".join(word.norm for word in words[i:end])
            if speaker := self._by_name.get(name):
                return FoundSpeaker(i, end, speaker, full=end > i + 1 or not speaker.is_person)
        word = words[i].norm
        found = self._by_surname.get(word) or (self._sounding_like(words[i]) if words[i].cyrillic else None)
        return FoundSpeaker(i, i + 1, found, full=False) if found else None

    def _sounding_like(self, word: Token) -> Speaker | None:
        """Whose surname sounds as a Cyrillic word does, with its ending or without: "Стефаніні" ends in none."""
        spoken = fold(word.raw.lower())
        found = self._by_sound.get(sound(word.norm)) or self._by_sound.get(sound(spoken.replace("оу", "о")))
        return found if found or spoken == word.norm else self._by_sound.get(sound(spoken))


def _of_point(point: TalkingPoint) -> Iterator[tuple[str, Appearance, bool]]:
    person = _PERSON.fullmatch(point.speaker) is not None and _is_person(point.speaker)
    yield point.speaker, Appearance(point.id, None, point.office_then), person
    # Who speaks for somebody: "Press secretary to Mayor Todd Gloria".
    for titled in _TITLED.finditer(point.office or ""):
        yield titled["name"], Appearance(point.id, None, None), True
    told = " ".join(filter(None, (point.office_then, point.gist, point.lead, point.occasion)))
    for named in (*_TITLED.finditer(point.office_then or ""), *_OFFICE_HELD.finditer(point.office_then or "")):
        if key(named["name"]) != key(point.speaker):
            yield named["name"], Appearance(point.id, None, None), True
    for body in _bodies_in(told):
        if key(body) != key(point.speaker):
            yield body, Appearance(point.id, None, None), False


def _of_act(act: Act, tie: Tie) -> Iterator[tuple[str, Appearance, bool]]:
    found: dict[str, str | None] = {}
    role = _WITH_ROLE.match(act.actor)
    if role and _is_person(role["name"]) and not _TITLED.match(act.actor):
        found[role["name"]] = role["office"]
    for text in filter(None, (act.actor, act.said, act.summary)):
        for titled in _TITLED.finditer(text):
            found.setdefault(titled["name"], titled["office"])
    for name, office in found.items():
        yield name, Appearance(act.id, tie.id, office), True
    for body in _bodies_in(" ".join(filter(None, (act.actor, act.said, act.summary)))):
        yield body, Appearance(act.id, tie.id, None), False


def _is_person(name: str) -> bool:
    return not set(name.split()) & _NO_NAME


def _bodies_in(text: str) -> Iterable[str]:
    folded = f" {key(text)} "
    return [each.name for name, each in _KNOWN.items() if each.body and f" {name} " in folded]
