"""What a letter is about, in the words that it uses: the office, the place, the partner, the tie. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cogs.wording.english import listed
from cogs.wording.names import pair_name, place_name
from db.record.act_kinds import CUTTING, ActKind
from db.record.authorities import Authority
from db.record.levels import LEVELS
from db.record.models import Act, Country, OtherPlace, Place, PlaceKind, Recipient, Tie
from db.record.register import Register
from db.record.standings import Standing
from db.record.text import key as name_key
from db.record.values import value

_COUNCILS = (
    (re.compile(r"\bCouncil\b"), "the council"),
    (re.compile(r"\bGeneral Assembly\b"), "the General Assembly"),
    (re.compile(r"\bAssembly\b"), "the assembly"),
    (re.compile(r"\bBoard\b"), "the board"),
    (re.compile(r"\bCommission\b"), "the commission"),
    (re.compile(r"\bTown Meeting\b"), "the town meeting"),
    (re.compile(r"\bLegislature\b"), "the legislature"),
)
OWN_OFFICE = "your office"
# Whose act ended or suspended a tie can end it, or take it up again.
_ALONE = frozenset({Authority.MAYOR, Authority.STATE})
# How a tie with Ukraine is told of that goes on.
LIVING = frozenset({"active", "friendship", "partner"})
_OF_NAMESAKES = re.compile(r" \([^)]*\)")
_LAST_STATE = re.compile(r" \([^)]*\)$|, [A-Z]\w+$")


@value
class LetterSubject:
    """A letter's subject. ``tie``, ``partner`` and ``standing`` are empty where no tie is on record.

    ``place`` is what one says in a letter ("Portland"), ``full`` its full name, ``named`` the shorter of the two that
    leaves no doubt which place it is; ``ukraine`` is a Ukrainian partner that the place has, as far as known, and empty
    otherwise. ``twins`` are ties of the same place that the same act put where ``tie`` is: one letter is about all.
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
    named: str = ""
    twins: tuple[Tie, ...] = ()
    towns: tuple[str, ...] = ()


def subject_of_tie(tie_id: str, register: Register) -> LetterSubject:
    """The scene of a letter about a tie. Raises KeyError for an unknown one."""
    tie = register.tie(tie_id)
    place = register.place(tie.us)
    twins = _twins(tie, register)
    recipients = place.recipients or (_usual(place.name, place.kind),)
    return LetterSubject(
        place=spoken(place),
        full=place_name(place, register),
        named=_with_state(place, register) if _is_shared(place.name, register) else spoken(place),
        recipients=recipients,
        kind=place.kind,
        tie=tie,
        twins=twins,
        towns=tuple(_town(item, place, register) for item in recipients),
        noun=f"{LEVELS[tie.level].noun}s" if twins else LEVELS[tie.level].noun,
        partner=listed(register.place(each.ru).name for each in (tie, *twins)),
        standing=register.status(tie_id).standing,
        ukraine=next(_partners(place, register), ""),
        place_id=place.id,
    )


def subject_of_place(key: str, register: Register) -> LetterSubject:
    """The scene of a general letter about a place without a tie, by ``key_of``. Raises KeyError for an unknown one."""
    name, _, state = key.partition("|")
    for place in (*register.gazetteer.exact(name_key(name)), *register.record.places.values()):
        if isinstance(place, Place | OtherPlace) and place.name == name and place.state == state:
            full, shared = place_name(place, register), _is_shared(place.name, register)
            recipients = (_usual(place.name, PlaceKind.CITY),)
            named, towns = (full, (full,)) if shared else (place.name, ())
            return LetterSubject(place.name, full, recipients, named=named, towns=towns)
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


def spoken_greeting(recipient: Recipient) -> str:
    """The same at a meeting, at any hour: ``Hello, Mayor and Members of the Portland City Council.``"""
    return f"Hello, {salutation(recipient).removeprefix('Dear ').rstrip(',')}."


def body_of(recipient: Recipient) -> str:
    """Who decides, inside a sentence: ``the Portland City Council``, ``your office``."""
    return OWN_OFFICE if recipient.body.startswith("Office of") else f"the {_OF_NAMESAKES.sub('', recipient.body)}"


def council_of(recipient: Recipient) -> str:
    """The same in a word: ``the council``."""
    return next((short for pattern, short in _COUNCILS if pattern.search(recipient.body)), body_of(recipient))


def decider(recipient: Recipient, basis: Act | None) -> str:
    """Who is asked to decide: the body; beside it a mayor who suspended or ended the tie; a governor who did, alone."""
    title, body = _title(recipient), body_of(recipient)
    if basis is None or basis.kind not in CUTTING or basis.authority not in _ALONE or body == OWN_OFFICE:
        return body
    return f"the {title}" if basis.authority is Authority.STATE else f"the {title} or {body}"


def office_title(recipient: Recipient) -> str:
    """An office inside a sentence, where it is not written to: ``the Governor``."""
    return f"the {_title(recipient)}"


def decider_in_short(recipient: Recipient, basis: Act | None) -> str:
    """The same in a word or two: ``the council``, ``the Mayor or the council``."""
    return decider(recipient, basis).replace(body_of(recipient), council_of(recipient))


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


def address_block(subject: LetterSubject, number: int) -> tuple[str, ...]:
    """The lines of the address block of one of a letter's offices: with town and state, where others share the name."""
    towns = subject.towns[number : number + 1]
    return (*addressee(subject.recipients[number]), *(town for town in towns if town))


def addressed(recipient: Recipient) -> str:
    """The same inside a sentence: ``the Mayor of Portland and the Portland City Council``."""
    return f"the {' '.join(addressee(recipient))}"


def _title(recipient: Recipient) -> str:
    title, of, _ = recipient.office.partition(" of ")
    return title if of else " ".join(title.split()[-2:])


def _with_state(place: Place, register: Register) -> str:
    """A place's full name inside a sentence: ``the Tri-Cities, Tennessee``."""
    article = spoken(place).removesuffix(place.name)
    return f"{article}{place_name(place, register)}"


def spoken(place: Place) -> str:
    """A place's name inside a sentence: ``the Tri-Cities``."""
    takes_article = place.kind is PlaceKind.BOROUGH or place.name.endswith("Cities")
    return f"the {place.name}" if takes_article else place.name


def _twins(tie: Tie, register: Register) -> tuple[Tie, ...]:
    """The other ties of a place that were suspended by the same act, so that one letter can ask about all of them."""
    basis = register.status(tie.id).basis
    if basis is None or basis.kind is not ActKind.SUSPENDED:
        return ()
    others = [other for other in register.ties_of(tie.us) if other.id != tie.id and other.level is tie.level]
    return tuple(other for other in others if _is_same_act(register.status(other.id).basis, basis))


def _is_same_act(one: Act | None, other: Act) -> bool:
    return one is not None and (one.date, one.kind, one.actor, one.summary) == (
        *(other.date, other.kind, other.actor, other.summary),
    )


def _is_shared(name: str, register: Register) -> bool:
    """Whether another American place, a state, or a partner in Russia has this name too."""
    known = [item for item in register.gazetteer.exact(name_key(name)) if isinstance(item, Place | OtherPlace)]
    states = {item.state for item in known if item.country is Country.US}
    return len(states) > 1 or any(item.country is Country.RU for item in known)


def _town(recipient: Recipient, place: Place, register: Register) -> str:
    """The town of an office with its state: of a metro, whose name is not the town's, each; else a shared name."""
    state = place_name(place, register).rpartition(", ")[2]
    if place.kind is PlaceKind.METRO:
        town = office_name(recipient).partition(" of ")[2]
        return f"{town}, {state}" if town else ""
    return f"{place.name}, {state}" if place.kind is PlaceKind.CITY and _is_shared(place.name, register) else ""


def _usual(name: str, kind: PlaceKind) -> Recipient:
    if kind is PlaceKind.STATE:
        return Recipient(f"Governor of {name}", f"Office of the Governor of {name}")
    return Recipient(f"Mayor of {name}", f"{name} City Council")


def _partners(place: Place, register: Register) -> Iterator[str]:
    for tie in register.ukraine_ties_of(place.id):
        if tie.status in LIVING and not (tie.weak or tie.ua_crimea or tie.ua_note):
            yield tie.ua_name


def subject_title(tie_id: str | None, place: str, register: Register) -> str:
    """A tie, or a place without one, for a list."""
    tie = register.record.ties.get(tie_id or "")
    if tie is None:
        name, _, code = place.partition("|")
        state = register.record.states.get(code)
        return f"{name}, {state.name}" if state else name
    return pair_name(tie, register)
