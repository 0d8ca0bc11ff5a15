"""What the bot says later about a letter: one reminder, and a word when the record changed under a draft."""

from __future__ import annotations

from datetime import timedelta

from discord import ui

from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import button, container, safe
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.kit.replies import edit_or_send
from cogs.letters import kept_letters, refusals, sending_sentences, sentences
from cogs.letters.draft_service import DraftService
from cogs.letters.routes import NoteAnswer, ShowLetter
from cogs.letters.sending_sentences import OUTCOMES, UNANSWERED
from cogs.letters.subject import subject_title
from cogs.outbox import OutgoingMessage, delivery_button, outbox_of
from db.record.values import value
from db.store import deliveries, letter_drafts, sent_letters
from db.store.database import stamp
from db.store.delivery_models import Delivery, DeliveryKind, Target
from db.store.letter_models import LetterOutcome, SentLetter


@value
class LetterReminderPayload:
    """The id of the letter that was sent."""

    letter: str


@value
class ChangedPayload:
    """The id of the draft under which the record changed."""

    draft: str


REMINDER = DeliveryKind("letter_reminder", LetterReminderPayload)
CHANGED = DeliveryKind("letter_changed", ChangedPayload)
WAIT = timedelta(days=14)


async def own(bot: TiewatchBot, interaction: Interaction, letter_id: str) -> SentLetter:
    """A letter that this person sent. Raises Refusal for one that is unknown or somebody else's."""
    found = await sent_letters.get(bot.database, letter_id)
    if found is None:
        raise Refusal(refusals.LETTER_FORGOTTEN)
    if found.writer != interaction.user.id:
        raise Refusal(refusals.SOMEBODY_ELSES_LETTER)
    return found


async def remind(bot: TiewatchBot, sent: SentLetter) -> None:
    """Promise one message in two weeks. Asked again, the first promise stands; what was answered is not asked about."""
    if sent.outcome not in UNANSWERED:
        return
    at = bot.clock() + WAIT
    async with bot.database.transaction() as conn:
        if not await sent_letters.remind(conn, sent.id, at):
            return
        to = Target("user", sent.writer)
        row = REMINDER.new(to, sent.id, stamp(at), payload=LetterReminderPayload(sent.id), not_before=at)
        await deliveries.enqueue(conn, [row], bot.clock())


async def do_not_remind(bot: TiewatchBot, sent: SentLetter) -> None:
    """Take the promise back."""
    if sent.remind_at is None:
        return
    async with bot.database.transaction() as conn:
        await sent_letters.do_not_remind(conn, sent.id)
        await deliveries.cancel(conn, REMINDER.key(sent.id, stamp(sent.remind_at)), bot.clock())


class FollowUps:
    """Writes the messages when their turn comes, and looks for drafts that the record has left behind."""

    def __init__(self, drafts: DraftService) -> None:
        self.drafts = drafts
        self.bot = drafts.bot

    def register(self) -> None:
        """Tell the outbox who writes these messages."""
        outbox = outbox_of(self.bot)
        outbox.register(REMINDER, self.render_reminder, on_press=self.pressed)
        outbox.register(CHANGED, self.render_changed, on_press=self.pressed)

    async def render_reminder(self, delivery: Delivery) -> OutgoingMessage | None:
        """The reminder; nothing if the letter is forgotten, answered, or no reminder is wanted any more."""
        sent = await sent_letters.get(self.bot.database, REMINDER.read(delivery).letter)
        if sent is None or sent.outcome not in UNANSWERED or sent.remind_at is None:
            return None
        subject = safe(subject_title(sent.tie, sent.place, self.bot.register))
        told = sending_sentences.reminder(sent.sent_at.date(), subject, await self.drafts.form_of(sent))
        outcomes = [LetterOutcome.AGREED, LetterOutcome.DECLINED, LetterOutcome.ACKNOWLEDGED]
        buttons = [button(OUTCOMES[item], NoteAnswer(sent.id, item)) for item in outcomes]
        return OutgoingMessage(
            Layout(
                container(
                    f"{told}\n-# {sending_sentences.ONLY_REMINDER}",
                    ui.ActionRow(*buttons, delivery_button(delivery, OUTCOMES[LetterOutcome.SILENT], "silent")),
                )
            )
        )

    async def render_changed(self, delivery: Delivery) -> OutgoingMessage | None:
        """The word that a tie has changed under a draft; nothing if the draft is gone or was brought up to date."""
        draft = await letter_drafts.get(self.bot.database, CHANGED.read(delivery).draft)
        if draft is None or not draft.tell or not (changed := self.drafts.changed(draft)):
            return None
        subject = safe(kept_letters.subject_of(draft, self.bot.register))
        return OutgoingMessage(
            Layout(
                container(
                    sentences.changed_since_you_began(subject, safe(changed)),
                    ui.ActionRow(
                        button("Open the draft", ShowLetter(draft.id)),
                        delivery_button(delivery, "Do not tell me again", "enough"),
                    ),
                )
            )
        )

    async def pressed(self, interaction: Interaction, delivery: Delivery, action: str) -> None:
        """The button of either message that carries its delivery's id."""
        if interaction.user.id != delivery.to.id:
            raise Refusal(refusals.SOMEBODY_ELSES_LETTER)
        if action == "silent":
            sent = await own(self.bot, interaction, REMINDER.read(delivery).letter)
            async with self.bot.database.transaction() as conn:
                await sent_letters.answer(conn, sent.id, LetterOutcome.SILENT)
            told = sending_sentences.NO_ANSWER_NOTED
        else:
            draft = await self.drafts.own(interaction, CHANGED.read(delivery).draft)
            await self.drafts.change(draft, {"tell": 0})
            told = sending_sentences.WILL_NOT_TELL
        await edit_or_send(interaction, Layout(container(told)))

    async def tie_changed(self, tie_id: str) -> None:
        """Put a word into the outbox for each writer who asked for one and whose draft no longer fits the record."""
        drafts = [
            draft for draft in await letter_drafts.to_tell(self.bot.database, tie_id) if self.drafts.changed(draft)
        ]
        if not drafts:
            return
        basis = self.bot.register.status(tie_id).basis
        since = basis.id if basis else ""
        rows = [
            CHANGED.new(Target("user", draft.writer), draft.id, since, payload=ChangedPayload(draft.id))
            for draft in drafts
        ]
        async with self.bot.database.transaction() as conn:
            await deliveries.enqueue(conn, rows, self.bot.clock())
