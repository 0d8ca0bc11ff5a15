"""What a letter is about, in the words that it uses: the office, the place, the partner, the tie. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cogs.wording.names import pair_name, place_name
from db.record.levels import LEVELS
from db.record.models import OtherPlace, Place, PlaceKind, Recipient, Tie
from db.record.register import Register
from db.record.standings import Standing

_COUNCILS = (
    (re.compile(r"\bCouncil\b"), "the council"),
    (re.compile(r"\bGeneral Assembly\b"), "the General Assembly"),
    (re.compile(r"\bAssembly\b"), "the assembly"),
    (re.compile(r"\bBoard\b"), "the board"),
    (re.compile(r"\bCommission\b"), "the commission"),
)
_LIVING = frozenset({"active", "friendship", "partner"})
_OF_NAMESAKES = re.compile(r" \([^)]*\)")
_LAST_STATE = re.compile(r" \([^)]*\)$|, [A-Z]\w+$")


@dataclass(frozen=True, slots=True)
class LetterSubject:
    """A letter's subject. ``tie``, ``partner`` and ``standing`` are empty where no tie is on record.

    ``place`` is what one says in a letter ("Portland"), ``full`` its full name; ``ukraine`` is a Ukrainian partner that
    the place has, as far as known, and empty otherwise.
    """

    place: str
    full: str
    recipients: tuple[Recipient, ...]
    kind: PlaceKind = PlaceKind.CITY
    tie: Tie | None = None
    noun: str = ""
    partner: str = ""
    standing: Standing | None = None
    ukraine: str = ""
    place_id: str = ""


def subject_of_tie(tie_id: str, register: Register) -> LetterSubject:
    """The scene of a letter about a tie. Raises KeyError for an unknown one."""
    tie = register.tie(tie_id)
    place = register.place(tie.us)
    return LetterSubject(
        place=spoken(place),
        full=place_name(place, register),
        recipients=place.recipients or (_usual(place.name, place.kind),),
        kind=place.kind,
        tie=tie,
        noun=LEVELS[tie.level].noun,
        partner=register.place(tie.ru).name,
        standing=register.status(tie_id).standing,
        ukraine=next(_partners(place, register), ""),
        place_id=place.id,
    )


def subject_of_place(key: str, register: Register) -> LetterSubject:
    """The scene of a general letter about a place without a tie, by ``key_of``. Raises KeyError for an unknown one."""
    name, _, state = key.partition("|")
    for place in register.record.other_places:
        if place.name == name and place.state == state:
            return LetterSubject(place.name, place_name(place, register), (_usual(place.name, PlaceKind.CITY),))
    raise KeyError(key)


def key_of(place: OtherPlace) -> str:
    """What a draft remembers of a place that is not in the register."""
    return f"{place.name}|{place.state}"


def salutation(recipient: Recipient) -> str:
    """``Dear Mayor and Members of the Portland City Council,``; never a person's name."""
    title = _title(recipient)
    body = _OF_NAMESAKES.sub("", recipient.body)
    if body.startswith("Office of"):
        return f"Dear {title},"
    if body.startswith(title):
        return f"Dear {body},"
    return f"Dear {title} and Members of the {body},"


def body_of(recipient: Recipient) -> str:
    """Who decides, inside a sentence: ``the Portland City Council``, ``your office``."""
    return "your office" if recipient.body.startswith("Office of") else f"the {_OF_NAMESAKES.sub('', recipient.body)}"


def council_of(recipient: Recipient) -> str:
    """The same in a word: ``the council``."""
    return next((short for pattern, short in _COUNCILS if pattern.search(recipient.body)), body_of(recipient))


def office_name(recipient: Recipient) -> str:
    """An office without what only tells it from its namesakes: ``Mayor of Portland``."""
    return _LAST_STATE.sub("", recipient.office)


def addressee(recipient: Recipient) -> tuple[str, ...]:
    """The lines of the address block: the office and, unless it is the office's own, the body."""
    office, body = office_name(recipient), _OF_NAMESAKES.sub("", recipient.body)
    if body.startswith("Office of"):
        return (office,)
    if body.startswith(_title(recipient)):
        return (body,)
    _, _, whole = office.partition(" of the ")
    if whole and body.endswith(whole):
        return (f"{_title(recipient)} and Members of the {body}",)
    return (office, f"and the {body}")


def addressed(recipient: Recipient) -> str:
    """The same inside a sentence: ``the Mayor of Portland and the Portland City Council``."""
    return f"the {' '.join(addressee(recipient))}"


def _title(recipient: Recipient) -> str:
    title, of, _ = recipient.office.partition(" of ")
    return title if of else " ".join(title.split()[-2:])


def spoken(place: Place) -> str:
    """A place's name inside a sentence: ``the Tri-Cities``."""
    takes_article = place.kind is PlaceKind.BOROUGH or place.name.endswith("Cities")
    return f"the {place.name}" if takes_article else place.name


def _usual(name: str, kind: PlaceKind) -> Recipient:
    if kind is PlaceKind.STATE:
        return Recipient(f"Governor of {name}", f"Office of the Governor of {name}")
    return Recipient(f"Mayor of {name}", f"{name} City Council")


def _partners(place: Place, register: Register) -> Iterator[str]:
    for tie in register.ukraine_ties_of(place.id):
        if tie.status in _LIVING and not (tie.weak or tie.ua_crimea or tie.ua_note):
            yield tie.ua_name


def subject_title(tie_id: str | None, place: str, register: Register) -> str:
    """A tie, or a place without one, for a list."""
    tie = register.record.ties.get(tie_id or "")
    if tie is None:
        name, _, code = place.partition("|")
        state = register.record.states.get(code)
        return f"{name}, {state.name}" if state else name
    return pair_name(tie, register)
