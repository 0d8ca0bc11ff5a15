"""Files of senders: taken at once, cleaned, posted again in the review channel, and deleted there when unwanted."""

from __future__ import annotations

import asyncio
import hashlib
import io
import logging
from datetime import timedelta

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
from cogs.tips.tip_input import tie_of
from cogs.wording.names import tie_name
from db.store import tip_files, tips
from db.store.drafts import read_home
from db.store.editing_models import HomeServer
from db.store.tip_models import OPEN_STATES, Tip, TipState
from db.store.tips import BlockedError, TooManyTipsError

log = logging.getLogger(__name__)

# So many files a person may send in so many seconds, good or not: each is fetched and looked through.
FILES, FILES_SECONDS = 6, 600
_GONE = 404
# How far the bot's clock and Discord's may differ, and how many messages since then are looked through.
_CLOCKS_DIFFER = timedelta(minutes=10)
MOST_LOOKED_THROUGH = 500


class TipFiles:
    """What happens to files. The bot keeps where it posted one, its type, size and hash; the file stays on Discord."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot
        self._deleting = False
        self._under_way: set[int] = set()
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
            for file in await tip_files.not_known(self._bot.database):
                await self._look_for(file)
            found = await tip_files.unwanted(self._bot.database, self._bot.clock())
            return sum([await self._delete(file) for file in found])
        finally:
            self._deleting = False

    async def _look_for(self, file: tip_files.TipFile) -> None:
        """Find out whether a file was posted before the bot died; if that cannot be read now, it is later."""
        if file.id in self._under_way:
            return
        channel = self._bot.get_partial_messageable(file.channel)
        since = discord.Object(discord.utils.time_snowflake(file.created_at - _CLOCKS_DIFFER))
        me = self._bot.user.id if self._bot.user else 0
        try:
            async for message in channel.history(limit=MOST_LOOKED_THROUGH, after=since, oldest_first=True):
                names = {attachment.filename for attachment in message.attachments}
                if message.author.id == me and file.name in names:
                    await self._note(file.id, message.id)
                    return
        except discord.HTTPException as error:
            if error.status != _GONE:
                log.warning("A file cannot be looked for yet", extra={"file": file.id, "why": error.status})
                return
        except NETWORK_ERRORS as error:
            log.warning("A file cannot be looked for yet", extra={"file": file.id, "why": type(error).__name__})
            return
        await self._forget(file.id)

    async def _note(self, file: int, message: int) -> None:
        async with self._bot.database.transaction() as conn:
            await tip_files.posted(conn, file, message)

    async def _forget(self, file: int) -> None:
        async with self._bot.database.transaction() as conn:
            await tip_files.remove(conn, file)

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
        await self._forget(file.id)
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
        return await self._put_before_editors(interaction.user.id, clean, tip), note

    async def _put_before_editors(self, by: int, clean: CleanFile, tip: int | None) -> int:
        """Post a file in the review channel; its number. It is noted before, so that one whose message was not noted
        any more, as when the bot dies just then, is looked for by its name.
        """
        home = await read_home(self._bot.database)
        if home is None:
            raise Refusal(sentences.NO_EDITORS_YET)
        async with self._bot.database.transaction() as conn:
            file = await tip_files.add(
                conn,
                sender=by,
                tip=tip,
                channel=home.review_channel,
                kind=clean.type,
                size=len(clean.data),
                digest=hashlib.sha256(clean.data).hexdigest(),
                now=self._bot.clock(),
            )
        self._under_way.add(file.id)
        try:
            await self._note(file.id, await self._post(home, clean, file))
        finally:
            self._under_way.discard(file.id)
        return file.id

    async def _cleaned(self, data: bytes) -> tuple[CleanFile, str]:
        """A file as it is posted, and what its sender should know of it. Raises FileError."""
        clean = await asyncio.to_thread(clean_file, data)
        if clean.type is not FileType.PDF:
            return clean, file_sentences.FREED
        async with self._one_at_a_time:
            freed = await asyncio.to_thread(pdf_properties.freed, clean.data)
        if freed is None or len(freed) > MOST_BYTES:
            return clean, file_sentences.TITLE_STAYS
        return await asyncio.to_thread(clean_file, freed), file_sentences.FREED

    async def _post(self, home: HomeServer, clean: CleanFile, file: tip_files.TipFile) -> int:
        """Post a file in the review channel; the id of the message. Raises Refusal."""
        shown: ui.Item[Layout] = (
            ui.File(f"attachment://{file.name}")
            if clean.type is FileType.PDF
            else ui.MediaGallery(
                discord.MediaGalleryItem(f"attachment://{file.name}", description=file_sentences.ALT_TEXT)
            )
        )
        layout = Layout(container(file_sentences.posted(file.tip, clean.type, file.size), shown))
        try:
            channel = self._bot.get_partial_messageable(home.review_channel, guild_id=home.guild)
            sent = await channel.send(view=layout, file=discord.File(io.BytesIO(clean.data), file.name))
        except (discord.HTTPException, *NETWORK_ERRORS) as error:
            log.warning("A file could not be put before the editors", extra={"why": type(error).__name__})
            raise Refusal(file_sentences.NOT_POSTED) from error
        return sent.id
