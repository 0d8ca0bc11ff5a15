"""What a folder of the site holds, as it says itself: the builder knows by it what is its own, and what was there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, field
from pathlib import Path
from typing import Any

from db.record.values import value

NAME = "tiewatch-site.json"
_MAKER = "tiewatch"
_VERSION = 1


class SiteError(Exception):
    """The site could not be built. ``str()`` of it is one line: what is wrong, and the remedy."""


@value
class Gone:
    """A page that is no more: what it was called, and the record's day on which it last stood there."""

    title: str
    until: str


@value
class SiteManifest:
    """What a folder holds: pages by their titles, other files, pictures by what is drawn in them, pages that are gone.

    ``asof`` is the record's day, or empty.
    """

    asof: str = ""
    pages: Mapping[str, str] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    pictures: Mapping[str, str] = field(default_factory=dict)
    gone: Mapping[str, Gone] = field(default_factory=dict)

    def as_json(self) -> str:
        """The manifest as it is written into the folder."""
        return json.dumps({"made_by": _MAKER, "version": _VERSION, **asdict(self)}, ensure_ascii=False, indent=0) + "\n"


def read_manifest(folder: Path) -> SiteManifest:
    """What a folder holds; nothing, if it is missing or empty. Raises SiteError for a folder that is not the site's."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return SiteManifest()
    try:
        table = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return _from_table(table)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SiteError(
            f"{folder}: the site was not written to this folder before, and it is not empty; choose another one"
        ) from error


def _from_table(table: Mapping[str, Any]) -> SiteManifest:
    if table["made_by"] != _MAKER or table["version"] != _VERSION:
        raise ValueError("of another program, or of another version")
    return SiteManifest(
        asof=str(table["asof"]),
        pages=dict(table["pages"]),
        files=tuple(table["files"]),
        pictures=dict(table["pictures"]),
        gone={path: Gone(**found) for path, found in table["gone"].items()},
    )
