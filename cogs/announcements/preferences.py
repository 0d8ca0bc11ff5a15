"""What an organizer chooses for a channel, each wish in one table: how it is asked for, read and said. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Any

from cogs.announcements import subscription_words
from cogs.wording.english import paragraph, series
from cogs.wording.names import state_names
from db.record.near_misses import near_miss
from db.record.register import Register
from db.record.standings import STANDINGS, Standing
from db.record.states import read_states
from db.record.text import clean, key, noise
from db.record.values import value
from db.store.subscription_models import DigestMode, Preferences

ALL = frozenset({"all", "any", "every", "everything", "everywhere", "no filter", "all states", "all standings"})
_ALL = "all"
_NONE = frozenset({"none", "no", "nothing", "no standing", "no standings"})

_STANDING_BETWEEN = re.compile(r"[,;:/&+\n]|\band\b|\bor\b|\s+", re.IGNORECASE)


class NotUnderstood(Exception):
    """A filter that was not understood. ``str()`` of it names what, and says what may be written."""


def states_of(typed: str, register: Register) -> tuple[str, ...]:
    """The postal codes meant by ``OR, WA, California`` or ``Pacific Northwest``; none for *all*.

    Raises NotUnderstood, naming every part that is no state and no part of the country.
    """
    if not typed.strip() or key(clean(typed)) in ALL | {"none"}:
        return ()
    read = read_states(typed, register)
    if unknown := (*noise(typed), *read.unknown):
        raise _not_understood(subscription_words.states_not_understood, unknown, subscription_words.HOW_TO_WRITE_STATES)
    if not read.codes:
        nothing = [clean(typed).strip()]
        raise _not_understood(subscription_words.states_not_understood, nothing, subscription_words.HOW_TO_WRITE_ALL)
    return read.codes


def standings_of(typed: str) -> tuple[Standing, ...]:
    """The standings meant by ``ended, suspended``; none for *all*. Raises NotUnderstood, naming what is no standing."""
    if not typed.strip() or key(clean(typed)) in ALL:
        return ()
    if key(clean(typed)) in _NONE:
        raise NotUnderstood(
            paragraph([subscription_words.NO_STANDING, subscription_words.how_to_write_standings(Standing)])
        )
    found = dict(_named(_words(clean(typed))))
    unknown = [*noise(typed), *(name for name, standing in found.items() if standing is None)]
    if unknown:
        remedy = paragraph([subscription_words.how_to_write_standings(Standing), subscription_words.HOW_TO_WRITE_ALL])
        raise _not_understood(subscription_words.standings_not_understood, unknown, remedy)
    if not found:
        nothing = [clean(typed).strip()]
        raise _not_understood(subscription_words.standings_not_understood, nothing, subscription_words.HOW_TO_WRITE_ALL)
    return tuple(dict.fromkeys(standing for standing in found.values() if standing))


@value
class Choice:
    """A value to choose: how it is written, what the form offers, and what is said of a channel that has it."""

    written: str
    offered: str
    said: str


@value
class Wish:
    """One thing that is chosen for a channel.

    ``name`` is that of its field in ``Preferences``, of its option in the commands and of its place in the form;
    ``option`` describes the option, ``form_label`` and ``form_hint`` its place in the form, which those that are
    ``is_ticked``, each yes or no, share; one without a ``form_label`` is chosen by the commands alone. ``label`` stands
    before what is said of it. What has no ``choices`` is written freely: ``read`` reads it and raises NotUnderstood,
    ``write`` writes it as somebody would, ``say`` says it.
    """

    name: str
    label: str
    option: str
    form_label: str = ""
    form_hint: str | None = None
    longest: int = 0
    choices: Mapping[Any, Choice] = field(default_factory=dict)
    is_ticked: bool = False
    read: Callable[[str, Register], Any] = lambda typed, _: typed
    write: Callable[[Any], str] = str
    say: Callable[[Any, Register], str] = lambda value, _: str(value)

    def value(self, written: str, register: Register) -> Any:
        """What was written. Raises NotUnderstood."""
        known = (value for value, choice in self.choices.items() if choice.written == written)
        return next(known, None) if self.choices else self.read(written, register)

    def written(self, preferences: Preferences) -> str:
        """What a channel gets, as somebody would write it."""
        value = getattr(preferences, self.name)
        return self.choices[value].written if self.choices else self.write(value)

    def said(self, preferences: Preferences, register: Register) -> str:
        """What a channel gets, in words."""
        value = getattr(preferences, self.name)
        return self.choices[value].said if self.choices else self.say(value, register)


def _say_states(codes: Sequence[str], register: Register) -> str:
    return series(sorted(state_names(codes, register))) or _ALL


def _name_standings(standings: Sequence[Standing]) -> str:
    return series(STANDINGS[standing].word for standing in standings) or _ALL


def _ticked(name: str, *, label: str, option: str, offered: str) -> Wish:
    """A wish that is yes or no, ticked in the form beside others."""
    choices = {True: Choice("yes", offered, "yes"), False: Choice("no", "No", "no")}
    return Wish(name, label, option, form_label=offered, choices=choices, is_ticked=True)


# Whom it pings is a role, which only the commands can name.
WISHES = (
    Wish(
        "states",
        label="States",
        option="Only these states, such as: OR, WA, California, New England. Empty: all",
        form_label="States",
        form_hint="Names, abbreviations or parts of the country, with commas. Write all for every state",
        longest=400,
        read=states_of,
        write=lambda codes: series(codes) or _ALL,
        say=_say_states,
    ),
    Wish(
        "standings",
        label="New standings",
        option="Only changes to these, such as: ended, suspended. Empty: all",
        form_label="New standings",
        form_hint="Such as ended, suspended. Write all for every standing",
        longest=200,
        read=lambda typed, _: standings_of(typed),
        write=_name_standings,
        say=lambda standings, _: _name_standings(standings),
    ),
    Wish(
        "votes",
        label="Proposals, hearings and votes to keep a tie",
        option="Proposals, hearings and votes to keep a tie as well. Yes if left out",
        form_label="Proposals, hearings and kept votes",
        choices={True: Choice("yes", "Yes", "yes"), False: Choice("no", "No", "no")},
    ),
    Wish(
        "digest",
        label="Weekly digest",
        option="A weekly digest: besides the announcements, in place of them, or not",
        form_label="Weekly digest",
        choices={
            DigestMode.OFF: Choice("off", "No digest", "no"),
            DigestMode.ALSO: Choice("also", "A digest besides each announcement", "yes, besides each announcement"),
            DigestMode.ONLY: Choice(
                "only", "A digest in place of single announcements", "yes, in place of single announcements"
            ),
        },
    ),
    _ticked(
        "reminders",
        label="Reminders of hearings",
        option="Reminders 7 days, 1 day and 2 hours before a hearing. No if left out",
        offered="Reminders of hearings",
    ),
    _ticked(
        "events",
        label="Events of hearings",
        option="A server event for each hearing that has a time. No if left out",
        offered="Events of hearings in the server",
    ),
    _ticked(
        "milestones",
        label="Milestones of the petition",
        option="Milestones of the petition, each once. No if left out",
        offered="Milestones of the petition",
    ),
)


def read_wishes(old: Preferences, written: Mapping[str, str], register: Register) -> Preferences:
    """The old preferences with what was written, by the names of the wishes; what was left out stays.

    Raises NotUnderstood with all that was not read, a line for each wish.
    """
    given: dict[str, Any] = {}
    wrong = []
    for wish in WISHES:
        if wish.name not in written:
            continue
        try:
            given[wish.name] = wish.value(written[wish.name], register)
        except NotUnderstood as error:
            wrong.append(str(error))
    if wrong:
        raise NotUnderstood("\n".join(wrong))
    return replace(old, **given)


def in_words(preferences: Preferences, register: Register) -> tuple[tuple[str, str], ...]:
    """What a channel gets, each thing with its label, as plain text; the role is left to whoever can name it."""
    return tuple((wish.label, wish.said(preferences, register)) for wish in WISHES)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in _STANDING_BETWEEN.split(text.casefold()) if word)


# A standing's word, its label and what else it is called, in words: a label has several.
_STANDING_NAMES = {
    _words(name): standing for standing, known in STANDINGS.items() for name in (known.word, known.label, *known.typed)
}
_SINGLE_WORDS = {name[0]: standing for name, standing in _STANDING_NAMES.items() if len(name) == 1}
_MOST_WORDS = max(map(len, _STANDING_NAMES))


def _named(words: tuple[str, ...]) -> Iterator[tuple[str, Standing | None]]:
    """Each name among the words, the longest that fits, with its standing; None for a word that names none."""
    at = 0
    while at < len(words):
        lengths = range(min(_MOST_WORDS, len(words) - at), 0, -1)
        name = next((words[at : at + length] for length in lengths if words[at : at + length] in _STANDING_NAMES), None)
        yield (" ".join(name), _STANDING_NAMES[name]) if name else (words[at], _mistyped(words[at]))
        at += len(name or words[at : at + 1])


def _mistyped(word: str) -> Standing | None:
    near = near_miss(word, _SINGLE_WORDS, 0.75)
    return _SINGLE_WORDS[near] if near else None


def _not_understood(worded: Callable[[Iterable[str]], str], pieces: Sequence[str], remedy: str) -> NotUnderstood:
    with_all = any(key(piece) in ALL for piece in pieces)
    alone = subscription_words.ALL_STANDS_ALONE if with_all else ""
    return NotUnderstood(paragraph([worded(dict.fromkeys(pieces)), alone, remedy]))
