"""What senders do: open the form, hand in, look at their own, withdraw, answer."""

from __future__ import annotations

from typing import Any

import discord

from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import Option, Tone, button, container, picker, rows, safe
from cogs.kit.components import Layout, chosen, fields
from cogs.kit.failures import Refusal, Unsaved
from cogs.kit.replies import edit_own_or_send, send_private
from cogs.kit.router import handles
from cogs.kit.tip_route import OpenTip
from cogs.tips import file_sentences, routes, sentences
from cogs.tips.forms import answer_form, subject_in, tip_form
from cogs.tips.review_card import place_in_words
from cogs.tips.tip_input import EmptyTipError, TipInput, in_message, read_tip
from cogs.wording.english import clip
from cogs.wording.names import place_name, tie_name
from db.store import help_tasks, tip_files, tips
from db.store.tip_models import OPEN_STATES, NewTip, Tip, TipState
from db.store.tips import BlockedError, TooManyTipsError

# Heard by who deletes files that nobody is to see any more.
UNWANTED = "files_unwanted"
_MOST_SHOWN = 20
_LONGEST_NAME = 90


class TipIntake:
    """All that the sender of a tip sees and does. Only they see any of it."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot

    async def ask(self, interaction: Interaction, place: str = "", address: str = "") -> None:
        """Open the form, with a place and an address filled in."""
        self._require_editors()
        await interaction.response.send_modal(tip_form(interaction.user.id, "", place, address=address))

    async def ask_about_message(self, interaction: Interaction, message: discord.Message) -> None:
        """Open the form with what a message links to and speaks of."""
        self._require_editors()
        carriers: list[discord.Message | discord.MessageSnapshot] = [message, *message.message_snapshots]
        texts = [text for one in carriers for text in (one.content, *(embed.url or "" for embed in one.embeds))]
        address, place = in_message("\n".join(texts), self._bot.register)
        await interaction.response.send_modal(tip_form(interaction.user.id, "", place, address=address))

    @handles(OpenTip)
    async def from_card(self, interaction: Interaction, route: OpenTip) -> None:
        """Open the form, about the tie of a card."""
        self._require_editors()
        tie = self._bot.register.record.ties.get(route.tie)
        place = tie_name(tie, self._bot.register) if tie else self._place(route.place)
        form = tip_form(interaction.user.id, tie.id if tie else "", place, what=route.what)
        await interaction.response.send_modal(form)

    @handles(routes.SendTip)
    async def send(self, interaction: Interaction, route: routes.SendTip) -> None:
        """Keep what was typed, and say at once what comes of it."""
        self._require_editors()
        typed = {name: (*values, "")[0] for name, values in fields(interaction).items()}
        subject = subject_in(typed.get("what", ""))
        texts = (typed.get(name, "") for name in ("place", "date", "address", "words"))
        try:
            read = read_tip(
                TipInput(subject, *texts), route.tie, self._bot.register, self._bot.today, has_file=bool(route.file)
            )
        except EmptyTipError as error:
            raise Unsaved(sentences.SAYS_NOTHING) from error
        tip = await self._keep(interaction, read.tip, route.file)
        joined = tip.state is TipState.JOINED
        keys = [
            button(file_sentences.ADD_FILE, routes.AddFile(tip.id)),
            button(sentences.MY_TIPS, routes.MyTips()),
            button(sentences.WITHDRAW, routes.WithdrawTip(tip.id)),
        ]
        about = sentences.understood(safe(place_in_words(tip, self._bot.register)), tip.what, safe(tip.date))
        told = sentences.receipt(tip.id, about, read.notes, joined=joined)
        await send_private(interaction, Layout(container(told, *rows(keys), accent=Tone.DONE.value)))

    async def _keep(self, interaction: Interaction, new: NewTip, file: int) -> Tip:
        by, guild, now = interaction.user.id, interaction.guild_id, self._bot.clock()
        try:
            async with self._bot.database.transaction() as conn:
                tip = await tips.add(conn, tips.from_sender(new, by, guild), now)
                await help_tasks.end_with_tip(conn, new.tie, by, now)
                if file and tip is not None:
                    await tip_files.attach(conn, file, tip.id, sender=by)
        except (BlockedError, TooManyTipsError) as error:
            raise Unsaved(sentences.not_taken(error)) from error
        assert tip is not None
        return tip

    async def mine(self, interaction: Interaction) -> None:
        """What the person has handed in, with what became of it."""
        await send_private(interaction, await self._list(interaction.user.id))

    @handles(routes.MyTips)
    async def show_mine(self, interaction: Interaction, route: routes.MyTips) -> None:
        """The same, by a button."""
        await edit_own_or_send(interaction, await self._list(interaction.user.id))

    @handles(routes.ShowMyTip)
    async def show_one(self, interaction: Interaction, route: routes.ShowMyTip) -> None:
        """One of one's own, with what can be done about it."""
        tip = await self._own(interaction, int(chosen(interaction)[0]))
        await edit_own_or_send(interaction, await self.card(tip))

    @handles(routes.WithdrawTip)
    async def withdraw(self, interaction: Interaction, route: routes.WithdrawTip) -> None:
        """Take one's own tip back."""
        tip = await self._own(interaction, route.tip)
        async with self._bot.database.transaction() as conn:
            if not await tips.withdraw(conn, tip.id, sender=interaction.user.id, now=self._bot.clock()):
                raise Refusal(sentences.ALREADY_ENDED)
        self._bot.dispatch(UNWANTED)
        keys = rows([button(sentences.MY_TIPS, routes.MyTips())])
        await edit_own_or_send(interaction, Layout(container(sentences.WITHDRAWN, *keys)))

    @handles(routes.AnswerTip)
    async def ask_for_answer(self, interaction: Interaction, route: routes.AnswerTip) -> None:
        """Open the form for an answer."""
        tip = await self._own(interaction, route.tip)
        if tip.state is not TipState.ASKED:
            raise Refusal(sentences.NOT_ASKED)
        await interaction.response.send_modal(answer_form(tip.id, tip.question))

    @handles(routes.SaveAnswer)
    async def save_answer(self, interaction: Interaction, route: routes.SaveAnswer) -> None:
        """Put the answer beside the question."""
        text = " ".join(fields(interaction).get("answer", ()))
        async with self._bot.database.transaction() as conn:
            kept = await tips.answer(conn, route.tip, text, sender=interaction.user.id, now=self._bot.clock())
        if not kept:
            raise Unsaved(sentences.NOT_ASKED)
        await send_private(interaction, Layout(container(sentences.ANSWERED, accent=Tone.DONE.value)))

    def _place(self, place_id: str) -> str:
        """A place in words; one that is not on record is written ``name|state``."""
        known = self._bot.register.record.places.get(place_id)
        return place_name(known, self._bot.register) if known else place_id.replace("|", ", ")

    async def card(self, tip: Tip) -> Layout:
        """One's own tip, as its sender sees it."""
        state, reason = await self.state_of(tip)
        joined = tip.state is TipState.JOINED
        parts = [
            sentences.card_head(tip.id, safe(place_in_words(tip, self._bot.register)), tip.what, safe(tip.date)),
            sentences.state_for_sender(state, safe(reason), joined=joined),
            f"> {safe(clip(' '.join(tip.words.split()), 600))}" if tip.words else "",
            sentences.question_for_sender(safe(tip.question)) if tip.question else "",
            sentences.answer_of_sender(safe(tip.answer)) if tip.answer else "",
        ]
        keys = [button(sentences.MY_TIPS, routes.MyTips())]
        if tip.state is TipState.ASKED:
            keys.insert(0, button(sentences.ANSWER, routes.AnswerTip(tip.id), discord.ButtonStyle.primary))
        if state in OPEN_STATES | {TipState.CLAIMED, TipState.JOINED}:
            keys.append(button(file_sentences.ADD_FILE, routes.AddFile(tip.id)))
            keys.append(button(sentences.WITHDRAW, routes.WithdrawTip(tip.id)))
        return Layout(container(*parts, *rows(keys)))

    async def state_of(self, tip: Tip) -> tuple[TipState, str]:
        """How a tip stands, and why: a joined one stands as the one that it was joined to."""
        if tip.state is TipState.JOINED:
            head = await tips.get(self._bot.database, tip.joined_to or 0)
            if head is not None and head.state not in OPEN_STATES | {TipState.JOINED, TipState.WITHDRAWN}:
                return head.state, head.reason
        if tip.state is TipState.NEW and await tips.is_claimed(self._bot.database, tip, self._bot.clock()):
            return TipState.CLAIMED, ""
        return tip.state, tip.reason

    async def _list(self, person: int) -> Layout:
        found = await tips.of_sender(self._bot.database, person, _MOST_SHOWN)
        if not found:
            return Layout(container(sentences.NONE_OF_YOURS))
        lines, options = [], []
        for tip in found:
            name = clip(place_in_words(tip, self._bot.register), _LONGEST_NAME)
            state, _ = await self.state_of(tip)
            lines.append(sentences.my_tip(tip.id, safe(name), tip.what, state))
            options.append(Option(f"{tip.id} · {name}", str(tip.id)))
        frame: Any = container(f"### {sentences.MY_TIPS}\n" + "\n".join(lines))
        return Layout(frame, picker(options, routes.ShowMyTip(), sentences.CHOOSE_ONE))

    async def _own(self, interaction: Interaction, number: int) -> Tip:
        tip = await tips.get(self._bot.database, number)
        if tip is None or tip.sender != interaction.user.id:
            raise Refusal(sentences.NOT_YOURS)
        return tip

    def _require_editors(self) -> None:
        if self._bot.editor_role is None:
            raise Refusal(sentences.NO_EDITORS_YET)
