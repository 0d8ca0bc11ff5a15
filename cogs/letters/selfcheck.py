"""What `python bot.py check` says of the letters: templates, and what a review goes by. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from cogs.letters.danger_parts import PartsError, languages
from cogs.letters.guide_languages import GuideLanguage
from cogs.letters.guides import GuideError, guide_in
from cogs.letters.requests import requests_for
from cogs.letters.review import phrases
from cogs.letters.template_check import dry_run
from cogs.letters.templates import Template, TemplateError, load
from db.record.standings import Standing

FOLDER = "letters"
_LISTS = ("swearing", "insults", "slurs", "stock")


def check_letters(data: Path) -> list[str]:
    """The faults of the letter templates and word lists of a dataset's folder, one line each."""
    folder = data / FOLDER
    try:
        found = load(folder)
    except TemplateError as error:
        return [f"{FOLDER}/{fault}" for fault in error.faults]
    return [*_trials(found), *_missing(found), *_lists(folder), *_dangers(folder), *_guides(folder)]


def _trials(found: tuple[Template, ...]) -> Iterator[str]:
    for template in found:
        try:
            dry_run(template)
        except TemplateError as error:
            yield from (f"{FOLDER}/{template.key}.txt: {fault}" for fault in error.faults)


def _missing(found: tuple[Template, ...]) -> Iterator[str]:
    for standing in (*Standing, None):
        for ask in requests_for(standing):
            if not any(template.fits(ask, standing) for template in found):
                yield f"{FOLDER}: no template for the ask “{ask}” where the standing is {standing or 'none'}"


def _dangers(folder: Path) -> Iterator[str]:
    """The parts of which threats are made: each file is there, and each pattern can be read."""
    try:
        for parts in languages(folder):
            for pattern in parts.patterns:
                pattern.search("")
    except PartsError as error:
        yield f"{FOLDER}/{error}"
    except re.error as error:
        yield f"{FOLDER}/danger or {FOLDER}/concern: a pattern cannot be read: {error}"
    except OSError as error:
        lost = Path(error.filename)
        yield f"{FOLDER}/{lost.parent.name}/{lost.name}: cannot be read; restore it"


def _guides(folder: Path) -> Iterator[str]:
    for language in GuideLanguage:
        try:
            guide_in(language, folder)
        except GuideError as error:
            yield f"{FOLDER}/{error}"
        except OSError:
            yield f"{FOLDER}/guide/{language}.toml: cannot be read; restore it"


def _lists(folder: Path) -> Iterator[str]:
    for name in _LISTS:
        try:
            if not phrases(name, folder):
                yield f"{FOLDER}/words/{name}.txt: the list is empty; restore it"
        except (OSError, UnicodeDecodeError):
            yield f"{FOLDER}/words/{name}.txt: cannot be read; restore it"
