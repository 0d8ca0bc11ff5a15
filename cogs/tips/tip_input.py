"""From what a sender typed to a tip: which tie it is about, and what makes two reports one."""

from __future__ import annotations

import re
from datetime import date

from cogs.tips import sentences
from cogs.wording.date_parsing import EntryError, order_read, read_any
from cogs.wording.dates import day, span, when
from cogs.wording.names import tie_name
from cogs.wording.period_parsing import read_period
from cogs.wording.tie_search import search_ties
from db.record.models import PartialDate, Precision, Tie
from db.record.pages import AddressError, page_of, read_address
from db.record.register import Register
from db.record.values import value
from db.store.tip_models import TIP_SUBJECTS, NewTip, TipSubject

LONGEST_WORDS = 2000
LONGEST_TYPED = 4000
_LONGEST_PLACE = 200
_LONGEST_DATE = 100
_ADDRESS = re.compile(r"https?://[^\s<>|\])]+", re.IGNORECASE)
_DISCORD = re.compile(
    r"https?://(?:[^/@?#]*\.)?(?:discord(?:app)?\.(?:com|net)|discord\.gg)\.?(?::\d+)?(?:[/?#]|$)", re.IGNORECASE
)


class EmptyTipError(ValueError):
    """Nothing was said that an editor could look at."""


@value
class TipInput:
    """The five fields of the form, as typed."""

    what: TipSubject
    place: str
    date: str
    address: str
    words: str


@value
class ReadTip:
    """The tip, without its sender, and what the sender should know of how it was read, a sentence each."""

    tip: NewTip
    notes: tuple[str, ...] = ()


def read_tip(typed: TipInput, tie_id: str, register: Register, today: date, *, has_file: bool = False) -> ReadTip:
    """Read a form that was opened for a tie, or for none. Raises EmptyTipError where words and address are missing.

    An address that nobody else could open is kept among the words, so nothing that was typed is lost.
    """
    tie = tie_of(typed.place, tie_id, register)
    address, note = _address(typed.address)
    words = typed.words if address or not typed.address else "\n".join(filter(None, (typed.words, typed.address)))
    if not address and not words:
        raise EmptyTipError
    found = tie.id if tie else ""
    tip = NewTip(
        typed.what,
        found,
        " ".join(typed.place.split())[:_LONGEST_PLACE],
        _date_kept(typed.date, today),
        address,
        words[:LONGEST_TYPED],
        page_of(address) if address else None,
        _event(typed, found, today),
    )
    if not note and not address and not has_file and not _ADDRESS.search(words):
        note = sentences.OFFICES_HAVE_PAGES if typed.what is TipSubject.OFFICE else sentences.NOTHING_TO_CHECK
    return ReadTip(tip, (note,) if note else ())


def tie_of(place: str, tie_id: str, register: Register) -> Tie | None:
    """The tie that is meant: the one the form was opened for, unless another place was typed; None if not just one."""
    opened = register.record.ties.get(tie_id)
    if opened is not None and place.strip() in {"", tie_name(opened, register)}:
        return opened
    found = search_ties(place, register).ties
    if opened is not None and opened in found:
        return opened
    return found[0] if len(found) == 1 else None


def in_message(text: str, register: Register) -> tuple[str, str]:
    """The first address of a page in a message, and the name of the one tie that it speaks of; empty where none is."""
    found = [address.rstrip(".,;:!?’”\"'") for address in _ADDRESS.findall(text)]
    address = next((each for each in found if _address(each)[0]), "")
    ties = search_ties(_ADDRESS.sub(" ", text)[:_LONGEST_PLACE], register).ties
    return address, tie_name(ties[0], register) if len(ties) == 1 else ""


def dated(typed: str, today: date) -> PartialDate | None:
    """A date as typed, or None if it cannot be read."""
    try:
        return read_any(typed, today) if typed.strip() else None
    except EntryError:
        return None


def _date_kept(typed: str, today: date) -> str:
    """A date so that it means the same to every editor on every day: *yesterday*, or a month in Ukrainian, as that day.

    As typed where figures may be read in two ways, and with its day where it cannot be read, or is a period alone, as
    *in spring* is.
    """
    text = " ".join(typed.split())[:_LONGEST_DATE]
    value = dated(text, today)
    if value is None and (period := read_period(text, today)):
        return sentences.period_as_said(span(*period), text, day(today))
    if value is None:
        return sentences.date_as_said(text, day(today)) if text else ""
    return text if order_read(text) else when(value)


def _address(typed: str) -> tuple[str, str]:
    """The address of a public page, or why it is kept among the words."""
    text = typed.strip()
    if not text:
        return "", ""
    if _DISCORD.match(text if "://" in text else f"https://{text}"):
        return "", sentences.LINK_TO_DISCORD
    if "://" not in text and "." in text:
        text = f"https://{text}"
    try:
        return read_address(text), ""
    except AddressError:
        return "", sentences.ADDRESS_AS_WORDS


def _event(typed: TipInput, tie: str, today: date) -> str | None:
    value = dated(typed.date, today)
    if not tie or TIP_SUBJECTS[typed.what].act is None or value is None or value.precision is not Precision.DAY:
        return None
    return f"{tie} {typed.what} {value}"
