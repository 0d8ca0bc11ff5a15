"""A copy of a source that an editor names, or keeps as a file: `/watching copy`."""

from __future__ import annotations

import hashlib
import io
import logging
from datetime import date

import discord

from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.failures import NETWORK_ERRORS, Refusal
from cogs.watching import sentences
from db.record.models import ArchivedCopy, PartialDate, Source
from db.record.pages import AddressError, archived_on, page_of, read_address
from db.store import audit, copies
from db.store.drafts import read_home
from db.store.editing_models import AuditAction

log = logging.getLogger(__name__)

LARGEST_FILE = 8 * 1024 * 1024
# What a file is, by its first bytes: what a paper is kept as.
_KINDS = ((b"%PDF-", "pdf"), (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"))


def read_copy(source: Source, address: str, typed_day: str, today: date) -> ArchivedCopy:
    """The copy that an editor names. Raises Refusal with what is wrong, and what to do."""
    try:
        url = read_address(address)
        is_other = page_of(url) != page_of(source.url)
    except AddressError as error:
        raise Refusal(str(error)) from None
    taken = _day(typed_day) or archived_on(url)
    if archived_on(url) is not None and is_other:
        raise Refusal(sentences.COPY_OF_ANOTHER)
    if taken is None:
        raise Refusal(sentences.COPY_WITHOUT_DAY)
    if taken > today:
        raise Refusal(sentences.COPY_OF_TOMORROW)
    return ArchivedCopy(url, taken)


def _day(typed: str) -> date | None:
    if not typed:
        return None
    try:
        found = PartialDate.parse(typed.strip())
    except ValueError:
        raise Refusal(sentences.DAY_NOT_READ) from None
    if found.first != found.last:
        raise Refusal(sentences.DAY_NOT_READ)
    return found.first


async def keep_file(bot: TiewatchBot, source: Source, file: discord.Attachment, taken: date) -> ArchivedCopy:
    """Post a file in the review channel, where it stays; the copy that it is. Raises Refusal."""
    if file.size > LARGEST_FILE:
        raise Refusal(sentences.FILE_TOO_LARGE)
    home = await read_home(bot.database)
    channel = bot.get_channel(home.review_channel) if home else None
    if not isinstance(channel, discord.TextChannel):
        raise Refusal(sentences.NO_REVIEW_CHANNEL)
    try:
        body = await file.read()
        ending = next((ending for start, ending in _KINDS if body.startswith(start)), None)
        if ending is None:
            raise Refusal(sentences.FILE_OF_ANOTHER_KIND)
        digest = hashlib.sha256(body).hexdigest()
        kept = discord.File(io.BytesIO(body), f"{source.id}.{ending}")
        message = await channel.send(sentences.file_kept(source.id, digest), file=kept)
    except (discord.HTTPException, *NETWORK_ERRORS) as error:
        log.info("A copy could not be kept", extra={"why": type(error).__name__})
        raise Refusal(sentences.FILE_NOT_KEPT) from error
    return ArchivedCopy(message.jump_url, taken, digest, len(body))


async def add(interaction: Interaction, source: Source, copy: ArchivedCopy) -> None:
    """Add a copy to the record, with who did it."""
    bot = interaction.client
    async with bot.database.transaction() as conn:
        changed = await copies.add_copy(conn, source.id, copy)
        await audit.write(
            conn,
            at=bot.clock(),
            who=interaction.user.id,
            did=AuditAction.ADDED_COPY,
            subject=source.id,
            before=None,
            after=f"{copy.url} of {copy.taken}",
        )
    bot.register.replace_source(changed)


def sources_like(typed: str, bot: TiewatchBot) -> list[Source]:
    """The sources that a text means: the one of an id or address, or all whose title and publisher hold every word."""
    record = bot.register.record
    exact = record.sources.get(typed.strip()) or bot.register.source_of_page(typed.strip())
    if exact is not None:
        return [exact]
    words = typed.casefold().split()
    return [
        source
        for source in record.sources.values()
        if all(word in f"{source.publisher} {source.title} {source.url}".casefold() for word in words)
    ]
