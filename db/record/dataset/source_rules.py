"""What must hold for what is said of a source: its grade, kind and country, and whether a letter may cite it."""

from __future__ import annotations

import re

from db.record.dataset.texts import Note
from db.record.grades import GRADES, STATE_MEDIA_AT_BEST
from db.record.models import ArchivedCopy, Source
from db.record.page_kinds import PAGE_KINDS
from db.record.pages import AddressError, read_address

_CITED_IN = "US"
_COUNTRY = re.compile(r"[A-Z]{2}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def check_source(source: Source, note: Note) -> None:
    """Note the faults of a source as (entry, field, message)."""
    if source.state_media and not GRADES[source.grade].state_media:
        note(source.id, "grade", f"state media are {STATE_MEDIA_AT_BEST} at best, not {source.grade}")
    if source.country is not None and not _COUNTRY.fullmatch(source.country):
        note(source.id, "country", f'"{source.country}" is no country\'s code; write two capitals, such as "US"')
    wanted = PAGE_KINDS[source.page_kind].country
    if wanted is not None and source.country != wanted:
        note(source.id, "country", f'a {source.page_kind} is of the country "{wanted}"')
    if source.citable_in_letter and (why := _never_cited(source)):
        note(source.id, "citable_in_letter", f"{why} is never cited in a letter; leave the field out")

    for copy in source.copies:
        _check_copy(source, copy, note)
    if len({copy.url for copy in source.copies}) < len(source.copies):
        note(source.id, "copy", "two copies have one address")


def _check_copy(source: Source, copy: ArchivedCopy, note: Note) -> None:
    try:
        read_address(copy.url)
    except AddressError as error:
        note(source.id, "copy.url", str(error))
    if copy.sha256 is not None and not _SHA256.fullmatch(copy.sha256):
        note(source.id, "copy.sha256", "must be 64 digits and small letters from a to f")
    if copy.size is not None and copy.size <= 0:
        note(source.id, "copy.size", "must be the file's size in bytes")


def is_citable(source: Source) -> bool:
    """Whether a letter may cite a source, as far as the rule goes: its address may still be one not to be printed."""
    return not _never_cited(source)


def _never_cited(source: Source) -> str:
    if source.state_media:
        return "a page of state media"
    if source.country != _CITED_IN:
        return "a page that is not known to be American"
    if not PAGE_KINDS[source.page_kind].cited:
        return f"a page of the kind {source.page_kind}"
    return f"a page of grade {source.grade}" if GRADES[source.grade].copied else ""
