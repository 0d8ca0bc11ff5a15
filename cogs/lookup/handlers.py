"""What the buttons of a lookup's card do. Nothing is remembered: every card is made again from its custom id.

A card that is public is changed only for the person who asked; anybody else gets an answer of their own, in private.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import discord
from discord import ui
from discord.ext import commands

from cogs.kit.access import is_direct, posts_publicly
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import container
from cogs.kit.components import Layout, chosen, components_in
from cogs.kit.failures import Refusal
from cogs.kit.router import handles
from cogs.kit.sharing import SharedList
from cogs.lookup import sentences
from cogs.lookup.answers.answers_to_choices import history_answer, list_answer, open_choice, sources_answer
from cogs.lookup.lists.csv_export import file_name, ties_csv
from cogs.lookup.model import Answer, AnswerChoice
from cogs.lookup.routes import (
    Choose,
    ChooseOneOf,
    HistoryPage,
    ListFile,
    ListPage,
    OpenTie,
    PostCheck,
    Remove,
    SearchPage,
    ShareList,
    ShareListAs,
    SourcesPage,
    TieHistory,
    TieSources,
)
from cogs.lookup.searching import search_record
from cogs.lookup.views import PRIVATE, CardContext, Cards

FILES = 3
FILES_SECONDS = 60.0


class LookupHandlers:
    """The handlers of the lookups' buttons and selects."""

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        self._files: commands.CooldownMapping[Interaction] = commands.CooldownMapping(
            commands.Cooldown(FILES, FILES_SECONDS), lambda press: press.user.id
        )

    @handles(TieHistory)
    async def open_history(self, interaction: Interaction, route: TieHistory) -> None:
        """History, in private."""
        await _show(interaction, self._history(route.tie, 0))

    @handles(TieSources)
    async def open_sources(self, interaction: Interaction, route: TieSources) -> None:
        """Sources, in private."""
        await _show(interaction, self._sources(route.tie, 0))

    @handles(HistoryPage)
    async def turn_history(self, interaction: Interaction, route: HistoryPage) -> None:
        """Another page of a history."""
        await interaction.response.edit_message(view=self._history(route.tie, route.page))

    @handles(SourcesPage)
    async def turn_sources(self, interaction: Interaction, route: SourcesPage) -> None:
        """Another page of a tie's sources."""
        await interaction.response.edit_message(view=self._sources(route.tie, route.page))

    @handles(ListPage)
    async def turn_list(self, interaction: Interaction, route: ListPage) -> None:
        """Another page of a list."""
        await self._change(interaction, list_answer(route.filter, self.bot.register), route.page)

    @handles(SearchPage)
    async def turn_search(self, interaction: Interaction, route: SearchPage) -> None:
        """Another page of a search."""
        self._must_know(*route.search.ties)
        found = search_record(route.search, route.page, self.bot.register)
        await self._put(interaction, lambda context: self._cards().search(found, route.search, context))

    @handles(ListFile)
    async def csv(self, interaction: Interaction, route: ListFile) -> None:
        """A list as a file, to the person alone."""
        wait = self._files.update_rate_limit(interaction, self.bot.clock().timestamp())
        if wait is not None:
            raise Refusal(sentences.too_many_files(FILES, round(wait) + 1))
        register = self.bot.register
        ties = [register.tie(tie_id) for tie_id in list_answer(route.filter, register).rows]
        made = await asyncio.to_thread(ties_csv, ties, register)
        name = file_name(self.bot.today)
        card = Layout(container(sentences.FILE_OF_A_LIST, ui.File(f"attachment://{name}")))
        file = discord.File(io.BytesIO(made), name)
        await interaction.response.send_message(view=card, file=file, ephemeral=not is_direct(interaction))

    @handles(ShareList)
    async def share(self, interaction: Interaction, route: ShareList) -> None:
        """A list as a picture, to the person alone."""
        await self._share(interaction, ShareListAs(filter=route.filter), fresh=True)

    @handles(ShareListAs)
    async def share_as(self, interaction: Interaction, route: ShareListAs) -> None:
        """The same on other ground, in the other shape, or with the server's name."""
        await self._share(interaction, route, fresh=False)

    async def _share(self, interaction: Interaction, route: ShareListAs, *, fresh: bool) -> None:
        answer = list_answer(route.filter, self.bot.register)
        if not answer.rows:
            raise Refusal(sentences.NOTHING_TO_SHARE)
        (part,) = answer.parts
        await self.bot.sharing.share(interaction, SharedList(part.lines[0].text, answer.rows), route, fresh=fresh)

    @handles(Choose)
    async def choose(self, interaction: Interaction, route: Choose) -> None:
        """An answer to "which one?", in the place of the question."""
        await self._change(interaction, self._chosen(route))

    @handles(ChooseOneOf)
    async def choose_one_of(self, interaction: Interaction, route: ChooseOneOf) -> None:
        """The same, where the answers are many."""
        await self._change(interaction, self._chosen(Choose.of(chosen(interaction)[0])))

    @handles(OpenTie)
    async def open(self, interaction: Interaction, route: OpenTie) -> None:
        """A tie out of a list, beside the list."""
        await _show(interaction, self._cards().answer(self._chosen(Choose.of(chosen(interaction)[0]))))

    @handles(Remove)
    async def remove(self, interaction: Interaction, route: Remove) -> None:
        """Take a public answer away, for the person who asked."""
        if route.asker != interaction.user.id:
            raise Refusal(sentences.NOT_YOURS)
        with suppress(discord.NotFound):
            await interaction.delete_original_response()

    @handles(PostCheck)
    async def post(self, interaction: Interaction, route: PostCheck) -> None:
        """Post a private check for everybody, as it stands, with who asked and about which message."""
        if not posts_publicly(interaction) or interaction.message is None:
            raise Refusal(sentences.MAY_NOT_POST)
        claim = f"https://discord.com/channels/{interaction.guild_id or '@me'}/{interaction.channel_id}/{route.claim}"
        said = f"-# {sentences.asked_to_check(f'<@{interaction.user.id}>', f'[a message](<{claim}>)')}"
        await interaction.response.edit_message(view=Layout(*_with_instead(interaction.message, [])))
        remove = CardContext(asker=interaction.user.id).buttons()
        public = Layout(ui.TextDisplay(said), *_with_instead(interaction.message, remove))
        await interaction.followup.send(view=public)

    def _cards(self) -> Cards:
        return Cards(self.bot.register, self.bot.actions)

    def _history(self, tie_id: str, page: int) -> Layout:
        self._must_know(tie_id)
        return self._cards().history(history_answer(tie_id, self.bot.register), tie_id, page)

    def _sources(self, tie_id: str, page: int) -> Layout:
        self._must_know(tie_id)
        return self._cards().sources(sources_answer(tie_id, self.bot.register), tie_id, page)

    def _must_know(self, *tie_ids: str) -> None:
        if not self.bot.register.record.ties.keys() >= set(tie_ids):
            raise Refusal(sentences.GONE)

    def _chosen(self, choice: Choose) -> Answer:
        try:
            return open_choice(AnswerChoice("", choice.kind, choice.target), self.bot.register, self.bot.today)
        except KeyError:
            raise Refusal(sentences.GONE) from None

    async def _change(self, interaction: Interaction, found: Answer, page: int = 0) -> None:
        """Put an answer in the place of the card that was pressed; beside it, if the card is another person's."""
        await self._put(interaction, lambda context: self._cards().answer(found, context, page))

    async def _put(self, interaction: Interaction, made: Callable[[CardContext], Layout]) -> None:
        context = context_of(interaction.message)
        if context.asker not in {None, interaction.user.id}:
            await _show(interaction, made(PRIVATE))
            return
        await interaction.response.edit_message(view=made(context))


def context_of(message: discord.Message | None) -> CardContext:
    """What stands around the card in a message, read from its own buttons."""
    ids = [component.custom_id for component in components_in(message.components if message else ())]
    asker = next(filter(None, map(Remove.read, ids)), None)
    claim = next(filter(None, map(PostCheck.read, ids)), None)
    return CardContext(asker.asker if asker else None, claim.claim if claim else None)


def _with_instead(message: discord.Message, buttons: Sequence[ui.Button[Any]]) -> list[ui.Item[Any]]:
    """The parts of the same card, with these buttons instead of Post here."""
    shown = ui.LayoutView.from_message(message)
    for row in list(shown.walk_children()):
        if isinstance(row, ui.ActionRow):
            _replace_post(row, buttons)
    return list(shown.children)


def _replace_post(row: ui.ActionRow[Any], buttons: Sequence[ui.Button[Any]]) -> None:
    posts = [item for item in row.children if isinstance(item, ui.Button) and is_post(item.custom_id)]
    for item in posts:
        row.remove_item(item)
        for button in buttons:
            row.add_item(button)
    if not row.children and isinstance(row.parent, ui.Container):
        row.parent.remove_item(row)


def is_post(custom_id: str | None) -> bool:
    """Whether this is the id of a button Post here."""
    return custom_id is not None and PostCheck.read(custom_id) is not None


async def _show(interaction: Interaction, card: Layout) -> None:
    """A card beside the one that was pressed, to the person alone."""
    await interaction.response.send_message(view=card, ephemeral=not is_direct(interaction))
