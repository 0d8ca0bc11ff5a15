"""What people ask, in the three kinds that cost differently: right names, mistyped names, no names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from db.record.models import Place, Record, Tie

SEED = 1986
ABOUT_A_TIE = (
    "is {us} still paired with {ru}?",
    "{us} and {ru}",
    "Is {us}, {state} still a sister city of {ru}?",
    "when did {us} end its tie with {ru}",
    "who decided about {ru} and {us}, {state}",
    "status {us}",
    "hey, I live near {us} and my neighbour says that they still have that partnership with {ru}, is that true",
)
WITHOUT_A_NAME = (
    "what is a sister city?",
    "what can I do?",
    "how many ties are suspended?",
    "which cities ended theirs since 2023",
    "ties in the Pacific Northwest",
    "list all in Oregon",
    "what does the other side say?",
    "where is the petition",
    "tell me a joke about penguins and the weather tomorrow",
    "asdf qwerty zxcvbn lorem ipsum dolor sit amet consectetur",
    "are there any ties left at all or did everybody leave after the invasion, I have been wondering for weeks",
    "",
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def questions(record: Record, kind: str, number: int) -> list[str]:
    """So many questions of one kind, the same ones each time. Raises KeyError for an unknown kind."""
    random = Random(SEED)
    ties = list(record.ties.values())
    make = KINDS[kind]
    return [make(record, ties, random) for _ in range(number)]


def typed(record: Record, kind: str, number: int) -> list[str]:
    """So many beginnings of names, as autocomplete gets them. Raises KeyError for an unknown kind."""
    random = Random(SEED)
    names = [place.name for place in record.places.values()]
    return [_beginning(random.choice(names), kind, random) for _ in range(number)]


def _beginning(name: str, kind: str, random: Random) -> str:
    begun = name[: random.randint(1, len(name))]
    return {"right names": begun, "mistyped names": misspelt(begun, random), "no names": random.choice(WITHOUT_A_NAME)}[
        kind
    ]


def misspelt(text: str, random: Random) -> str:
    """The text with a letter swapped, doubled, left out or replaced."""
    if len(text) < 3:
        return text
    at = random.randrange(1, len(text) - 1)
    changes: tuple[Callable[[], str], ...] = (
        lambda: text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        lambda: text[:at] + text[at] + text[at:],
        lambda: text[:at] + text[at + 1 :],
        lambda: text[:at] + random.choice(LETTERS) + text[at + 1 :],
    )
    return random.choice(changes)()


def _filled(record: Record, tie: Tie, random: Random, name: Callable[[Place], str]) -> str:
    us, ru = record.places[tie.us], record.places[tie.ru]
    state = record.states[us.state].name if us.state else ""
    return random.choice(ABOUT_A_TIE).format(us=name(us), ru=name(ru), state=state)


def _right(record: Record, ties: list[Tie], random: Random) -> str:
    return _filled(record, random.choice(ties), random, lambda place: place.name)


def _mistyped(record: Record, ties: list[Tie], random: Random) -> str:
    return _filled(record, random.choice(ties), random, lambda place: misspelt(place.name, random))


def _nameless(record: Record, ties: list[Tie], random: Random) -> str:
    return random.choice(WITHOUT_A_NAME)


KINDS: Mapping[str, Callable[[Record, list[Tie], Random], str]] = {
    "right names": _right,
    "mistyped names": _mistyped,
    "no names": _nameless,
}
