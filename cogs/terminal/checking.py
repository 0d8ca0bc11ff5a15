"""`python bot.py check`: the settings, the dataset and what else ships, and links if asked for."""

from __future__ import annotations

import argparse
import asyncio
from datetime import UTC, datetime
from pathlib import Path

from discord.utils import utcnow

from cogs.fetching import Fetcher
from cogs.kit.settings import Settings, SettingsError
from cogs.letters.selfcheck import check_letters
from cogs.terminal.console import FAULTS, NO_HOME, NO_TOKEN, OK, environment, refuse
from cogs.terminal.private_files import readable_by_others
from cogs.watching import by_hand, sentences
from db.record.dataset import DatasetError, future_dates, idle_places, load_dataset
from db.record.dataset.explanations import check_explanations, lapsed, read_explanations
from db.record.figures import all_figures
from db.record.register import Register
from db.record.values import value


@value
class Findings:
    """What a check found: what is good to know, and what has to be mended, a line each."""

    notes: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def check(options: argparse.Namespace) -> int:
    """`check`: the settings, the dataset and what else ships, without Discord or a database; links if asked for."""
    letters = Findings(faults=tuple(check_letters(options.data)))
    found = (check_settings(), check_dataset(options.data), letters)
    faults = [fault for findings in found for fault in findings.faults]
    for line in (*(note for findings in found for note in findings.notes), *faults):
        print(line)
    print(f"faults: {len(faults)}" if faults else "No faults.", flush=True)
    if options.links and not faults:
        return check_links(options.data)
    return FAULTS if faults else OK


def check_links(data: Path) -> int:
    """`check --links`: look at the page of every source, and tell how each stands; a database keeps it."""
    settings = Settings.from_environment(environment())
    if settings.contact is None:
        return refuse([sentences.NO_CONTACT])
    contact = settings.contact

    async def look() -> tuple[str, ...]:
        async with Fetcher(contact, utcnow) as fetcher:
            shipped = load_dataset(data).sources
            return await by_hand.check_links(fetcher, settings.database, shipped, utcnow())

    for line in asyncio.run(look()):
        print(line)
    return OK


def check_settings() -> Findings:
    """What is to be said of the settings."""
    try:
        settings = Settings.from_environment(environment())
    except SettingsError as error:
        return Findings(faults=error.faults)
    missing = {NO_TOKEN: settings.token is None, NO_HOME: settings.home_server is None}
    open_to_all = (
        f"{file}: others on this machine can read it; chmod 600 {file}" for file in readable_by_others(settings)
    )
    told = (*(told for told, is_so in missing.items() if is_so), *open_to_all)
    return Findings(notes=tuple(f"note: {line}" for line in told))


def check_dataset(data: Path) -> Findings:
    """What is to be said of the dataset; dates in the future and places in no tie are faults."""
    try:
        record = load_dataset(data)
    except DatasetError as error:
        return Findings(faults=tuple(map(str, error.faults)))
    counted = f"{data.name}: {len(record.ties)} ties, {len(record.places)} places, {len(record.sources)} sources"
    figures = all_figures(Register(record))
    found = (
        *future_dates(record, datetime.now(UTC).date()),
        *idle_places(record),
        *check_explanations(data, record, figures),
    )
    lost = lapsed(read_explanations(data), figures)
    notes = (f"answers: “{name}” no longer holds; the record answers in its place" for name in lost)
    return Findings((counted, *notes), tuple(map(str, found)))
