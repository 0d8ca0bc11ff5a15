"""Files of senders: taken at once, cleaned, posted again in the review channel, and deleted there when unwanted."""

from __future__ import annotations

import asyncio
import hashlib
import io
import logging

import discord
from discord import ui
from discord.ext import commands

from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import Tone, button, container, rows
from cogs.kit.components import Layout, uploads
from cogs.kit.failures import NETWORK_ERRORS, Refusal
from cogs.kit.replies import defer, edit_or_send, send_private
from cogs.kit.router import handles
from cogs.tips import file_sentences, forms, pdf_properties, routes, sentences
from cogs.tips.files import MOST_BYTES, MOST_FILES, CleanFile, FileError, FileType, clean_file
from cogs.tips.typed import tie_of
from cogs.wording.names import tie_name
from db.store import tip_files, tips
from db.store.drafts import read_home
from db.store.tip_models import OPEN_STATES, Tip, TipState
from db.store.tips import BlockedError, TooManyTipsError

log = logging.getLogger(__name__)

# So many files a person may send in so many seconds, good or not: each is fetched and looked through.
FILES, FILES_SECONDS = 6, 600
_GONE = 404


class TipFiles:
    """What happens to files. The bot keeps where it posted one, its type, size and hash; the file stays on Discord."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot
        self._deleting = False
        self._one_at_a_time = asyncio.Lock()
        self._sent: commands.CooldownMapping[Interaction] = commands.CooldownMapping(
            commands.Cooldown(FILES, FILES_SECONDS), lambda interaction: interaction.user.id
        )

    async def begin(self, interaction: Interaction, file: discord.Attachment, place: str) -> None:
        """Take a file that came with the command, and offer the form for its tip."""
        if self._bot.editor_role is None:
            raise Refusal(sentences.NO_EDITORS_YET)
        await defer(interaction, fresh=True)
        by = interaction.user.id
        try:
            async with self._bot.database.transaction() as conn:
                await tips.require_room(conn, by, interaction.guild_id, self._bot.clock())
        except (BlockedError, TooManyTipsError) as error:
            raise Refusal(sentences.not_taken(error)) from error
        if await tip_files.number_waiting(self._bot.database, by) >= MOST_FILES:
            raise Refusal(file_sentences.too_many_files(MOST_FILES))
        number, note = await self._take(interaction, file, None)
        tie = tie_of(place, "", self._bot.register)
        write = routes.WriteTip(number, tie.id if tie else "")
        keys = rows([button(file_sentences.WRITE_TIP, write, discord.ButtonStyle.primary)])
        frame = container(file_sentences.TAKEN_FIRST, note, *keys, accent=Tone.DONE.value)
        await edit_or_send(interaction, Layout(frame))

    @handles(routes.WriteTip)
    async def write(self, interaction: Interaction, route: routes.WriteTip) -> None:
        """Open the form for the tip of a file."""
        tie = self._bot.register.record.ties.get(route.tie)
        place = tie_name(tie, self._bot.register) if tie else ""
        form = forms.tip_form(interaction.user.id, tie.id if tie else "", place, file=route.file)
        await interaction.response.send_modal(form)

    @handles(routes.AddFile)
    async def ask(self, interaction: Interaction, route: routes.AddFile) -> None:
        """Ask for a file."""
        await self._own_open(interaction, route.tip)
        await interaction.response.send_modal(forms.file_form(route.tip))

    @handles(routes.SaveFile)
    async def save(self, interaction: Interaction, route: routes.SaveFile) -> None:
        """Take a file for a tip that was handed in."""
        tip = await self._own_open(interaction, route.tip)
        if len(await tip_files.of_tip(self._bot.database, tip.id)) >= MOST_FILES:
            raise Refusal(file_sentences.too_many_files(MOST_FILES))
        (file,) = uploads(interaction).get("file", ()) or (None,)
        if file is None:
            raise Refusal(file_sentences.NO_FILE)
        _, note = await self._take(interaction, file, tip.id)
        await send_private(interaction, Layout(container(file_sentences.TAKEN, note, accent=Tone.DONE.value)))

    async def delete_unwanted(self) -> int:
        """Delete what nobody is to see any more, where it was posted; how many. What cannot be deleted now is later."""
        if self._deleting:
            return 0
        self._deleting = True
        try:
            found = await tip_files.unwanted(self._bot.database, self._bot.clock())
            return sum([await self._delete(file) for file in found])
        finally:
            self._deleting = False

    async def _delete(self, file: tip_files.TipFile) -> bool:
        channel = self._bot.get_partial_messageable(file.channel)
        try:
            await channel.get_partial_message(file.message).delete()
        except discord.HTTPException as error:
            if error.status != _GONE:
                log.warning("A file cannot be deleted yet", extra={"file": file.id, "why": error.status})
                return False
        except NETWORK_ERRORS as error:
            log.warning("A file cannot be deleted yet", extra={"file": file.id, "why": type(error).__name__})
            return False
        async with self._bot.database.transaction() as conn:
            await tip_files.remove(conn, file.id)
        return True

    async def _own_open(self, interaction: Interaction, number: int) -> Tip:
        tip = await tips.get(self._bot.database, number)
        if tip is None or tip.sender != interaction.user.id:
            raise Refusal(sentences.NOT_YOURS)
        if tip.state not in OPEN_STATES | {TipState.JOINED}:
            raise Refusal(file_sentences.TIP_ENDED)
        return tip

    async def _take(self, interaction: Interaction, file: discord.Attachment, tip: int | None) -> tuple[int, str]:
        """Take the bytes while Discord's address of them lives, and put them before the editors; the file's number, and
        what its sender should know of it.
        """
        if self._sent.update_rate_limit(interaction, self._bot.clock().timestamp()) is not None:
            raise Refusal(file_sentences.too_fast(FILES, FILES_SECONDS // 60))
        if file.size > MOST_BYTES:
            raise Refusal(file_sentences.TOO_LARGE)
        try:
            data = await file.read()
        except (discord.HTTPException, *NETWORK_ERRORS) as error:
            raise Refusal(file_sentences.NOT_READ) from error
        if len(data) > MOST_BYTES:
            raise Refusal(file_sentences.TOO_LARGE)
        try:
            clean, note = await self._cleaned(data)
        except FileError as error:
            raise Refusal(file_sentences.NO_SUCH_FILE) from error
        digest = hashlib.sha256(clean.data).hexdigest()
        channel, message = await self._post(clean, tip)
        async with self._bot.database.transaction() as conn:
            number = await tip_files.add(
                conn,
                sender=interaction.user.id,
                tip=tip,
                channel=channel,
                message=message,
                kind=clean.type,
                size=len(clean.data),
                digest=digest,
                now=self._bot.clock(),
            )
        return number, note

    async def _cleaned(self, data: bytes) -> tuple[CleanFile, str]:
        """A file as it is posted, and what its sender should know of it. Raises FileError."""
        clean = await asyncio.to_thread(clean_file, data)
        if clean.type is not FileType.PDF:
            return clean, ""
        async with self._one_at_a_time:
            freed = await asyncio.to_thread(pdf_properties.freed, clean.data)
        if freed is None or len(freed) > MOST_BYTES:
            return clean, file_sentences.TITLE_STAYS
        return await asyncio.to_thread(clean_file, freed), ""

    async def _post(self, clean: CleanFile, tip: int | None) -> tuple[int, int]:
        """Post a file in the review channel; the ids of the channel and the message."""
        home = await read_home(self._bot.database)
        if home is None:
            raise Refusal(sentences.NO_EDITORS_YET)
        name = f"tip-{tip or 'new'}.{clean.type}"
        shown: ui.Item[Layout] = (
            ui.File(f"attachment://{name}")
            if clean.type is FileType.PDF
            else ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{name}", description=file_sentences.ALT_TEXT))
        )
        layout = Layout(container(file_sentences.posted(tip, clean.type, len(clean.data)), shown))
        try:
            channel = self._bot.get_partial_messageable(home.review_channel, guild_id=home.guild)
            sent = await channel.send(view=layout, file=discord.File(io.BytesIO(clean.data), name))
        except (discord.HTTPException, *NETWORK_ERRORS) as error:
            log.warning("A file could not be put before the editors", extra={"why": type(error).__name__})
            raise Refusal(file_sentences.NOT_POSTED) from error
        return home.review_channel, sent.id
