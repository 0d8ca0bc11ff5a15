"""The settings: one table, read from the environment, refused as a whole with one line a fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from cogs.kit.schedule import WeeklyTime
from db.record.near_misses import near_miss
from db.record.values import value

ROOT = Path(__file__).resolve().parents[2]
MONDAY = WeeklyTime.parse("monday 15:00")
PREFIX = "TIEWATCH_"
OFF = "off"
LOG_FORMATS = ("text", "json")
LOG_LEVELS = ("debug", "info", "warning", "error")
SWITCH = ("on", "off")
NO_CONTACT = "TIEWATCH_FETCH: needs TIEWATCH_CONTACT, so that sites know whom to ask about the bot."

_TOKEN = re.compile(r"[A-Za-z0-9_-]{17,}\.[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{20,}")
_CONTACT = re.compile(r"https?://\S{4,190}|[^\s@<>]{1,64}@[^\s@<>]{4,120}")
_SITE = re.compile(r"https?://[A-Za-z0-9.-]{1,190}(?::\d{1,5})?(?:/[A-Za-z0-9._~/-]{0,190})?")
_ARCHIVE_KEYS = re.compile(r"[A-Za-z0-9]{8,64}:[A-Za-z0-9]{8,64}")
_SNOWFLAKE = re.compile(r"[1-9]\d{14,19}")


class SettingsError(Exception):
    """Settings that cannot be used. ``faults`` has one line each: the name, and what is allowed."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@value
class Setting:
    """One row of the table. ``read`` makes the value of a text or raises ValueError; ``allowed`` says what it takes."""

    name: str
    field: str
    default: str
    doc: str
    allowed: str
    read: Callable[[str], object]


def _token(text: str) -> str:
    if not _TOKEN.fullmatch(text):
        raise ValueError
    return text


def _file(text: str) -> Path:
    path = ROOT / text
    if text.endswith("/") or path.is_dir():
        raise ValueError
    return path


def _folder(text: str) -> Path | None:
    return None if text.lower() == OFF else Path(text)


def _server(text: str) -> int:
    if not _SNOWFLAKE.fullmatch(text):
        raise ValueError
    return int(text)


def _level(text: str) -> str:
    if text.lower() not in LOG_LEVELS:
        raise ValueError
    return text.lower()


def _pace(text: str) -> float:
    rate = float(text)
    if not 0 <= rate <= 50:
        raise ValueError
    return rate


def _sweep(text: str) -> float:
    seconds = float(text)
    if not 1 <= seconds <= 3600:
        raise ValueError
    return seconds


def _days(text: str) -> int:
    days = int(text)
    if not 1 <= days <= 365:
        raise ValueError
    return days


def _contact(text: str) -> str:
    if not _CONTACT.fullmatch(text):
        raise ValueError
    return text


def _site_folder(text: str) -> Path:
    path = ROOT / text
    if path.is_file():
        raise ValueError
    return path


def _site_address(text: str) -> str:
    if not _SITE.fullmatch(text):
        raise ValueError
    return f"{text.rstrip('/')}/"


def _keys(text: str) -> str:
    if not _ARCHIVE_KEYS.fullmatch(text):
        raise ValueError
    return text


def _switch(text: str) -> bool:
    if text.lower() not in SWITCH:
        raise ValueError
    return text.lower() == "on"


def _format(text: str) -> str:
    if text.lower() not in LOG_FORMATS:
        raise ValueError
    return text.lower()


def _port(text: str) -> int:
    port = int(text)
    if not 1 <= port <= 65535:
        raise ValueError
    return port


TABLE: tuple[Setting, ...] = (
    Setting(
        "DISCORD_TOKEN",
        "token",
        "",
        "The bot's token, from the page Bot of your application in Discord's developer portal. Needed by `run` only.",
        "the bot's token as the developer portal shows it once (three parts with dots between), "
        "not the client secret, the public key or the application id",
        _token,
    ),
    Setting(
        "TIEWATCH_DATABASE",
        "database",
        "tiewatch.sqlite3",
        "The database file; a relative path starts at the project's folder. "
        "It is created if missing; its folder is not.",
        "the path of a file",
        _file,
    ),
    Setting(
        "TIEWATCH_BACKUPS",
        "backups",
        "backups",
        "The folder for the backup of each day; a relative path starts at the database's folder. off for none.",
        "the path of a folder, or off",
        _folder,
    ),
    Setting(
        "TIEWATCH_HOME_SERVER",
        "home_server",
        "",
        "The id of the server where editors work. Without it nothing can be recorded; lookups work all the same.",
        "a server's id, a number of 15 to 20 digits (Discord: right click on the server, Copy Server ID)",
        _server,
    ),
    Setting(
        "TIEWATCH_LOG_LEVEL",
        "log_level",
        "info",
        "How much is written to the log (standard error).",
        "one of " + ", ".join(LOG_LEVELS),
        _level,
    ),
    Setting(
        "TIEWATCH_LOG_FORMAT",
        "log_format",
        "text",
        "How a line of the log is written: text for people, json for programs.",
        "one of " + ", ".join(LOG_FORMATS),
        _format,
    ),
    Setting(
        "TIEWATCH_METRICS",
        "metrics",
        "",
        "The port of this machine on which Prometheus finds figures, such as 9108. Without it there are none.",
        "a port, a number from 1 to 65535",
        _port,
    ),
    Setting(
        "TIEWATCH_DIGEST",
        "digest",
        "monday 15:00",
        "When the weekly digest is sent, in UTC.",
        "a day and a full hour, such as monday 15:00",
        WeeklyTime.parse,
    ),
    Setting(
        "TIEWATCH_PACE",
        "pace",
        "48.5",
        "How many requests a second the bot makes at most, apart from answers to people. Discord allows 50.",
        "a number from 0 (no limit of our own) to 50",
        _pace,
    ),
    Setting(
        "TIEWATCH_SWEEP",
        "sweep",
        "15",
        "How often the bot looks for messages that wait for another attempt, in seconds.",
        "a number from 1 to 3600",
        _sweep,
    ),
    Setting(
        "TIEWATCH_DRAFT_DAYS",
        "draft_days",
        "30",
        "For how many days a letter draft is kept after its last change. Then it is deleted.",
        "a whole number of days from 1 to 365",
        _days,
    ),
    Setting(
        "TIEWATCH_CONTACT",
        "contact",
        "",
        "Where people can tell you what is wrong in the record; shown by /about, beside letters, on the public page.",
        "a link, such as an invite to your server, or an e-mail address",
        _contact,
    ),
    Setting(
        "TIEWATCH_SITE_FOLDER",
        "site_folder",
        "",
        "The folder of the public page, which the bot then writes anew after changes and once a day; a relative path "
        "starts at the project's folder. Without it only `python bot.py site FOLDER` writes one.",
        "the path of a folder; the one above it must be writable",
        _site_folder,
    ),
    Setting(
        "TIEWATCH_SITE_ADDRESS",
        "site_address",
        "",
        "Where the public page is on the web. Cards and /about then link to it, and its feeds and pictures name it.",
        "an address such as https://example.org/tiewatch/",
        _site_address,
    ),
    Setting(
        "TIEWATCH_SOURCE_ADDRESS",
        "source_address",
        "",
        "The address at which the files of this project can be read. /about then links to it, and to the guide to "
        "letter templates (docs/templates.md).",
        "an address such as https://example.org/tiewatch/src/branch/main/",
        _site_address,
    ),
    Setting(
        "TIEWATCH_FETCH",
        "fetch",
        "off",
        "Whether the bot itself looks at pages: whether sources still answer, and what is watched. It tells every site "
        "your contact, so TIEWATCH_CONTACT is needed for it.",
        "one of " + ", ".join(SWITCH),
        _switch,
    ),
    Setting(
        "TIEWATCH_ARCHIVE_KEYS",
        "archive_keys",
        "",
        "The two keys of an account at archive.org (https://archive.org/account/s3.php), with which the bot may ask "
        "the Wayback Machine for a copy of a page. Without them it only looks for copies that are there.",
        "the access key and the secret key with a colon between",
        _keys,
    ),
)


@value
class Settings:
    """The settings in use. An unset one has its default; the secret ones never show in a printed form."""

    token: str | None = field(default=None, repr=False)
    database: Path = ROOT / "tiewatch.sqlite3"
    home_server: int | None = None
    log_level: str = "info"
    digest: WeeklyTime = MONDAY
    pace: float = 48.5
    sweep: float = 15.0
    draft_days: int = 30
    contact: str | None = None
    site_folder: Path | None = None
    site_address: str | None = None
    source_address: str | None = None
    fetch: bool = False
    archive_keys: str | None = field(default=None, repr=False)
    backups: Path | None = Path("backups")
    log_format: str = "text"
    metrics: int | None = None

    @property
    def backup_folder(self) -> Path | None:
        """Where the backup of each day goes; None for none."""
        return self.database.parent / self.backups if self.backups else None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Settings:
        """Read the settings from names and texts; an empty text means the default.

        Raises SettingsError with every fault: a value that is not allowed, or a name that is no setting.
        """
        values: dict[str, object] = {}
        faults = [_unknown(name) for name in sorted(environ) if name.startswith(PREFIX) and name not in _NAMES]
        for setting in TABLE:
            text = environ.get(setting.name, "").strip()
            if not text:
                continue
            try:
                values[setting.field] = setting.read(text)
            except ValueError:
                faults.append(f"{setting.name}: must be {setting.allowed}.")
        if values.get("fetch") and not values.get("contact"):
            faults.append(NO_CONTACT)
        if faults:
            raise SettingsError(tuple(faults))
        return cls(**values)  # type: ignore[arg-type]


# What a running bot takes over by `reload`; all else is read once, at the start.
RELOADED = ("log_level", "digest", "draft_days", "contact")


def reloaded(running: Settings, read: Settings) -> tuple[Settings, tuple[str, ...]]:
    """The running settings with what may change while the bot runs, and the names of those that differ and may not."""
    taken: dict[str, Any] = {name: getattr(read, name) for name in RELOADED}
    new = replace(running, **taken)
    rest = tuple(setting.name for setting in TABLE if getattr(new, setting.field) != getattr(read, setting.field))
    return new, rest


_NAMES = frozenset(setting.name for setting in TABLE)


def _unknown(name: str) -> str:
    near = near_miss(name.removeprefix(PREFIX), [known.removeprefix(PREFIX) for known in _NAMES])
    if near:
        return f"{name}: is not a setting. Did you mean {PREFIX}{near}?"
    return f"{name}: is not a setting. Please remove it; the README lists every setting."
