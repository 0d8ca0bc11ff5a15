"""`python bot.py export` and `site`: the record as files for others."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from cogs.kit.settings import Settings
from cogs.site.build import build_site
from cogs.site.manifest import SiteError
from cogs.site.site import Site
from cogs.terminal.console import FAILED, OK, complain, environment, refuse
from cogs.terminal.known_record import record_in, record_to_publish
from db.record.register import Register
from db.record.toml_export import export_toml
from db.store import personal_data

_NO_ADDRESS = "TIEWATCH_SITE_ADDRESS is not set: feeds and shared links cannot name where the page is"
_NO_CONTACT = "TIEWATCH_CONTACT is not set: the pages name no way to report an error but the bot in Discord"
_NO_SITE_FOLDER = "Name the folder to write (python bot.py site FOLDER), or set TIEWATCH_SITE_FOLDER"


def export(options: argparse.Namespace) -> int:
    """`export`: the record in the database, work of editors included, in the layout of `data/`, to be reviewed."""
    settings = Settings.from_environment(environment())
    record = asyncio.run(record_in(settings.database)).record
    try:
        export_toml(record, options.folder)
    except OSError as error:
        complain(f"{options.folder}: cannot be written ({error.strerror}); choose another folder")
        return FAILED
    print(f"{len(record.ties)} ties written to {options.folder}")
    return OK


def site(options: argparse.Namespace) -> int:
    """`site`: the record as a public page, a folder of files for any web server."""
    settings = Settings.from_environment(environment())
    folder: Path | None = options.folder or settings.site_folder
    if folder is None:
        return refuse([_NO_SITE_FOLDER])
    known = record_to_publish(settings.database)
    kept = tuple(dict.fromkeys(kept.what for kept in personal_data.PEOPLE))
    made = Site(
        Register(known.record),
        address=settings.site_address or "",
        contact=settings.contact or "",
        draft_days=settings.draft_days,
        kept=kept,
        withdrawn=known.withdrawn,
    )
    try:
        built = build_site(made, folder)
    except SiteError as error:
        complain(str(error))
        return FAILED
    print(f"{built.pages} pages written to {folder}; {built.drawn} of {built.pictures} pictures drawn anew")
    print(known.told)
    for setting, missing in ((made.address, _NO_ADDRESS), (made.contact, _NO_CONTACT)):
        if not setting:
            print(missing)
    return OK
