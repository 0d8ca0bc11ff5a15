"""The site as a folder: written beside the one that is there, and put in its place when it is whole.

Whatever interrupts a build, the folder is the old one or the new one. The same record makes the same files.
"""

from __future__ import annotations

import fcntl
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from cogs.pictures.credit import Credit
from cogs.pictures.drawing import PictureError, fingerprint, png
from cogs.pictures.scene import Picture
from cogs.pictures.subjects import FigurePicture, TiePicture, View
from cogs.pictures.themes import Shape, Theme
from cogs.site import addresses, data_files
from cogs.site.feeds import feeds
from cogs.site.manifest import NAME, Gone, SiteError, SiteManifest, read_manifest
from cogs.site.markup import TEMPLATES
from cogs.site.pages import all_pages, gone
from cogs.site.sheet import SHEET, sheet
from cogs.site.site import Site
from db.record.public_data import TABLES
from db.record.values import value

# Which of the templates' folder are files of the site as they are.
_AS_THEY_ARE = (addresses.STYLE, addresses.SCRIPT, addresses.ICON)

# The map and the timeline, as the first page shows them on either ground, on a phone, and for a slide.
_FIGURES = (
    ((addresses.MAP_LIGHT, addresses.TIME_LIGHT), Theme.LIGHT, Shape.FULL),
    ((addresses.MAP_DARK, addresses.TIME_DARK), Theme.DARK, Shape.FULL),
    ((addresses.MAP_PHONE_LIGHT, addresses.TIME_PHONE_LIGHT), Theme.LIGHT, Shape.PHONE),
    ((addresses.MAP_PHONE_DARK, addresses.TIME_PHONE_DARK), Theme.DARK, Shape.PHONE),
    ((addresses.MAP_SLIDE_LIGHT, addresses.TIME_SLIDE_LIGHT), Theme.LIGHT, Shape.SLIDE),
    ((addresses.MAP_SLIDE_DARK, addresses.TIME_SLIDE_DARK), Theme.DARK, Shape.SLIDE),
)


@value
class Built:
    """What a build made: how many pages, and how many pictures were drawn anew, out of how many."""

    pages: int
    drawn: int
    pictures: int


@dataclass(slots=True)
class _Writer:
    """Writes files below a folder, and remembers them."""

    folder: Path
    pages: dict[str, str] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)
    gone: dict[str, Gone] = field(default_factory=dict)

    def write(self, path: str, data: bytes) -> None:
        """Write one file."""
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)

    def file(self, path: str, data: bytes) -> None:
        """Write a file that is no page."""
        self.write(path, data)
        self.files.append(path)

    def pieces(self, path: str, pieces: Iterable[str]) -> None:
        """Write a file that may be large, piece by piece."""
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("w", encoding="utf-8", newline="") as out:
            out.writelines(pieces)
        self.files.append(path)

    def knows(self, path: str) -> bool:
        """Whether something was written there."""
        return path in self.pages or path in self.pictures or path in self.gone or (self.folder / path).exists()


def build_site(site: Site, folder: Path) -> Built:
    """Write the site into a folder, made if missing.

    Raises SiteError where the folder is another's, cannot be written or is being written by another build, and where
    the disk is full; the folder then is as it was.
    """
    folder = folder.resolve()
    try:
        with _only_build(folder):
            _clear_up(folder)
            before = read_manifest(folder)
            beside = Path(mkdtemp(prefix=_prefix(folder), dir=folder.parent))
            try:
                made = _write_all(site, _Writer(beside / "site"), before, folder)
                _switch(beside, folder)
            finally:
                shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise SiteError(
            f"{folder}: the site cannot be written ({error.strerror}) and is as it was; "
            "free some space, let this user write the folder and the one above it, or choose another"
        ) from error
    except sqlite3.Error as error:
        raise SiteError(f"{folder}: the SQLite file cannot be written ({error}); the site is as it was") from error
    except PictureError as error:
        raise SiteError(f"{folder}: a picture cannot be drawn ({error}); the site is as it was") from error
    return made


def _write_all(site: Site, writer: _Writer, before: SiteManifest, old: Path) -> Built:
    alts, drawn = {}, 0
    for path, draw in _pictures(site):
        picture = draw()
        alts[path] = picture.alt
        drawn += _put_picture(writer, path, picture, before, old)
    for page in all_pages(site, alts):
        writer.write(page.path, page.html.encode())
        writer.pages[page.path] = page.title
    for name in _AS_THEY_ARE:
        writer.file(name, (TEMPLATES / name).read_bytes())
    for path, text in feeds(site):
        writer.file(path, text.encode())
    if site.address:
        shown = [site.absolute(path) for path in writer.pages if path != addresses.NOT_FOUND]
        writer.file(addresses.SITEMAP, site.template("sitemap.xml").render(pages=shown).encode())
    _write_data(site, writer)
    _keep_addresses(site, writer, before, old)
    manifest = SiteManifest(
        asof=site.asof.isoformat() if site.asof else "",
        pages=writer.pages,
        files=tuple(sorted(writer.files)),
        pictures=writer.pictures,
        gone=writer.gone,
    )
    writer.write(NAME, manifest.as_json().encode())
    return Built(len(writer.pages), drawn, len(writer.pictures))


def _write_data(site: Site, writer: _Writer) -> None:
    register = site.register
    writer.pieces(SHEET, sheet(site))
    writer.pieces(data_files.JSON_FILE, data_files.as_json(register, site.asof))
    for table in TABLES:
        writer.pieces(data_files.csv_file(table), data_files.as_csv(table, register))
    data_files.write_sqlite(register, writer.folder / data_files.SQLITE_FILE)
    writer.files.append(data_files.SQLITE_FILE)
    writer.file(data_files.DICTIONARY, data_files.dictionary(site.asof).encode())
    writer.file(data_files.LICENSE_FILE, data_files.license_text().encode())
    page = site.absolute(addresses.HOME) if site.address else ""
    writer.file(addresses.HEARINGS, data_files.hearings_calendar(register, page))
    months = data_files.changes(register)
    writer.file(data_files.CHANGES, data_files.months_json(months).encode())
    for month, found in months.items():
        writer.file(data_files.month_file(month), data_files.month_json(month, found).encode())


def _pictures(site: Site) -> Iterator[tuple[str, Callable[[], Picture]]]:
    """Every picture by its path, laid out only when it is its turn."""
    for paths, theme, shape in _FIGURES:
        for path, view in zip(paths, View, strict=True):
            yield path, _figures(site, view, "", theme, shape)
    yield addresses.MAP_TO_SHARE, _figures(site, View.MAP, "", Theme.LIGHT, Shape.SHARE)
    for code in site.by_state:
        yield addresses.state_picture(code), _figures(site, View.MAP, code, Theme.LIGHT, Shape.SHARE)
    if site.has_tie_pictures:
        yield from _for_each(site)


def _for_each(site: Site) -> Iterator[tuple[str, Callable[[], Picture]]]:
    """A slide of each state, and each tie for a post and for a slide."""
    for code in site.by_state:
        yield addresses.state_slide(code), _figures(site, View.MAP, code, Theme.LIGHT, Shape.SLIDE)
    for tie in site.register.record.ties.values():
        for path, shape in ((addresses.tie_picture(tie.id), Shape.SHARE), (addresses.tie_slide(tie.id), Shape.SLIDE)):
            yield path, partial(TiePicture(tie.id, Theme.LIGHT, shape, _credit(site)).draw, site.register)


def _figures(site: Site, view: View, state: str, theme: Theme, shape: Shape) -> Callable[[], Picture]:
    """The figures of all states or of one."""
    return partial(FigurePicture(view, state, theme, shape, _credit(site)).draw, site.register)


def _credit(site: Site) -> Credit:
    return Credit(page=site.address)


def _put_picture(writer: _Writer, path: str, picture: Picture, before: SiteManifest, old: Path) -> bool:
    """Write a picture; the one that is there, if it shows the same. Whether it was drawn anew."""
    shows = fingerprint(picture)
    kept = old / path
    fresh = before.pictures.get(path) != shows or not kept.is_file()
    writer.write(path, png(picture) if fresh else kept.read_bytes())
    writer.pictures[path] = shows
    return fresh


def _keep_addresses(site: Site, writer: _Writer, before: SiteManifest, old: Path) -> None:
    """Let no address vanish: a page that is no more is told of in its place, another file stays as it last was."""
    left = {path: Gone(title, before.asof) for path, title in before.pages.items()}
    for path, was in {**before.gone, **left}.items():
        if path not in writer.pages:
            writer.write(path, gone(site, path, was.title, _day(was.until)).html.encode())
            writer.gone[path] = was
    for path in (*before.files, *before.pictures):
        if not writer.knows(path) and (old / path).is_file():
            writer.file(path, (old / path).read_bytes())


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _switch(beside: Path, folder: Path) -> None:
    """Put the new folder in the place of the old one."""
    _let_all_read(beside / "site")
    aside = _aside(folder)
    if folder.exists():
        folder.rename(aside)
    (beside / "site").rename(folder)
    shutil.rmtree(aside, ignore_errors=True)


def _let_all_read(folder: Path) -> None:
    """What a running bot writes is for its own user alone; a web server is another one."""
    for place in (folder, *folder.rglob("*")):
        place.chmod(0o755 if place.is_dir() else 0o644)


def _clear_up(folder: Path) -> None:
    """Put right what an interrupted build left: the old folder back in its place, nothing half-written beside it."""
    aside = _aside(folder)
    if aside.exists() and not folder.exists():
        aside.rename(folder)
    for left in folder.parent.glob(f"{_prefix(folder)}*"):
        shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _only_build(folder: Path) -> Iterator[None]:
    """Keep other builds of the folder away while the context lasts; the lock ends with the process."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_name(f".{folder.name}.lock").open("ab") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise SiteError(f"{folder}: another build is writing it; wait for that one, then try again") from error
        yield


def _prefix(folder: Path) -> str:
    return f".{folder.name}.new-"


def _aside(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.old")
