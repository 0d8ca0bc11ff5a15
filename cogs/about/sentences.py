"""What /help, /about and /privacy say. Pure: Discord's markdown, of our own words and of numbers only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cogs.kit.help import Topic
from cogs.wording.english import paragraph, plural, series
from cogs.wording.standing_text import last_searches
from db.record.grades import GRADES
from db.record.register import Register
from db.record.standings import STANDINGS, Standing
from db.record.values import value
from db.store.backup_retention import MONTHS

EXAMPLES = (
    "is Portland still paired with Khabarovsk?",
    "which ties in New England?",
    "what was suspended in 2023?",
    "what can I do?",
)
_WHAT = (
    "I say how sister-city ties between the United States and Russia stand: what was decided or said, by whom, "
    "on what day, and where you can read it yourself."
)
_RULES = (
    "Every standing follows from dated acts, each with a page that you can open. What is not known, I call not known: "
    f"*unconfirmed* means that a tie is {STANDINGS[Standing.UNCONFIRMED].meaning} Suspended is not ended, "
    "a headline never outranks its article, and one official's wish is not a council's decision. "
    "Russian state media are labeled."
)
GEONAMES = "[GeoNames](<https://www.geonames.org/>), under [CC BY 4.0](<https://creativecommons.org/licenses/by/4.0/>)"
WHAT_I_CAN_DO = "What I can do for you"
ORGANIZERS_SEE_MORE = "-# Organizers, who hold Manage Server, see more commands here in their own server."
NOTHING_IS_KEPT = "Nothing is kept about you."
KEPT_ABOUT_YOU = "Kept about you"
ALL_THAT_IS_KEPT = "All that is kept about you:"
NOBODY_ELSE_CAN_READ = (
    "-# No other member and no editor can read your drafts here; whoever runs the bot has them in the database and its "
    "backups. No letter text or name goes into a log, a figure or an error report. "
    "`/privacy export` gives you everything as a file, `/privacy forget` deletes it."
)
WHAT_IS_DELETED = (
    "This deletes your drafts, what is noted of sent letters, your watches and reminders, the words and files of your "
    "tips, and takes your id off whatever stays (the record's acts, a server's settings). It cannot be undone."
)
OUT_OF_REACH = (
    "-# Out of its reach: what you copied, downloaded or sent; messages that you posted in channels; and the "
    f"operator's backups, in which your data stays until they are replaced, the last of them after {MONTHS} months."
)
NOTHING_WAS_DELETED = "Nothing was deleted."
ALL_IS_DELETED = f"Done. Nothing is kept about you any longer, except in backups for up to {MONTHS} months."


def deleted_but(left: Iterable[str]) -> str:
    """What is deleted, and what stays though it names the person."""
    return f"Done. This alone stays: {series(left)}."


NOTHING_TO_DELETE = "Nothing was kept about you, so there was nothing to delete."
SOMEBODY_ELSES_BUTTON = "This button is somebody else's."


@value
class HelpLine:
    """One line of /help: where it stands, the command as something to click on, and what one does with it."""

    topic: Topic
    command: str
    summary: str


def greeting(name: str) -> str:
    """How to ask without any command. ``name`` is the bot's mention."""
    asked = "\n".join(f"- *{question}*" for question in EXAMPLES)
    return f"Write to me directly, or name me in a message ({name}), and ask in plain words. For example:\n{asked}"


def in_a_menu(name: str) -> str:
    """Where an entry of the menu of messages is found."""
    return f"hold or right-click a message, Apps, **{name}**"


def kept_for(days: int) -> str:
    """How long things are kept; ``days`` is that of drafts."""
    return f"-# Drafts are deleted {days} days after their last change; what is noted of sent letters after a year."


def sections(entries: Iterable[HelpLine], *, for_editor: bool) -> list[str]:
    """The entries under their topics, in the order of the topics, an editor's own first; a topic without entries is
    left out.
    """
    listed = list(entries)
    shown = []
    for topic in sorted(Topic, key=lambda one: for_editor and one is not Topic.EDIT):
        lines = [f"- {entry.command} – {entry.summary}" for entry in listed if entry.topic is topic]
        if lines:
            shown.append("\n".join([f"**{topic}**", *lines]))
    return shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Where more of the bot is, as far as whoever runs it says.

    ``contact`` is where its people can be reached, ``site`` the address of the public page, ``source`` that of the
    project's files, ``invite`` the link that adds it to a server.
    """

    contact: str | None = None
    site: str | None = None
    source: str | None = None
    invite: str | None = None


def about(register: Register, version: str, links: Links) -> list[str]:
    """What the bot is, what it knows, by what rules, whom it thanks."""
    invite, site, source = links.invite, links.site, links.source
    return [
        f"### Tiewatch {version}\n{paragraph([_WHAT, _add_me(invite) if invite else ''])}",
        paragraph([_record(register), f"To read and to download: <{site}>." if site else ""]),
        f"**How I know**\n{_RULES}",
        _grades(),
        _correction(links.contact),
        *([_made_of(source)] if source else []),
        f"-# Place names, positions and populations: {GEONAMES}. Outlines of the states: U.S. Census Bureau.",
    ]


def _made_of(source: str) -> str:
    """Where the bot's own source and the guide to letter templates can be read; ``source`` ends with a slash."""
    guide = f"[How letter templates are written](<{source}docs/templates.md>)"
    return f"**What I am made of**\nFree software: [read my source](<{source}>). For organizers: {guide}."


def _add_me(invite: str) -> str:
    return f"[Add me to your server]({invite}), where you hold Manage Server."


def _record(register: Register) -> str:
    counts = register.counts()
    told = series(
        f"{known.shape} {counts[standing]} {known.word}" for standing, known in STANDINGS.items() if counts[standing]
    )
    counted = f"Of {plural(sum(counts.values()), 'tie')}: {told or 'none yet'}."
    return f"**The record**\n{paragraph([counted, last_searches(tuple(register.record.ties.values()))])}"


def _grades() -> str:
    told = " · ".join(f"**{grade}** {known.meaning}" for grade, known in GRADES.items())
    return f"**The letter beside a source**\n{told}"


def _correction(contact: str | None) -> str:
    if contact:
        told = (
            "`/tip send` tells the editors, with a link to where you read it. "
            f"The people who run me can be reached here: {contact}."
        )
    else:
        told = "`/tip send` tells the editors, with a link to where you read it."
    put_right = "What turns out wrong is put right, including where I announced it."
    return f"**If something is wrong or out of date**\n{told} {put_right}"
