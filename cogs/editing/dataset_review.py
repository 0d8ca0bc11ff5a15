"""What a newer dataset changed, as cards in the editors' channel: announced or skipped, by the first press."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import discord
from discord import ui

from cogs.editing import impact_sentences, review_sentences, sentences
from cogs.editing.commit import announcement_to_correct
from cogs.editing.routes import AnnounceChange, AnnounceSkipped, ChangeRoute, SkipChange
from cogs.kit.access import person, require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import Tone, accent, button, container, numbered, rows, rule, safe
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.kit.replies import edit_or_send
from cogs.kit.router import handles
from cogs.outbox import OutgoingMessage, delivery_button
from cogs.wording.dates import when
from cogs.wording.english import clip, paragraph, series
from cogs.wording.names import tie_name
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.derivation import acts_in_force, derive
from db.record.models import Act, DateBasis, PartialDate, Tie
from db.record.standings import STANDINGS
from db.record.values import value
from db.store import audit, deliveries
from db.store.announcement_models import Announcement, AnnouncementKind
from db.store.announcements import announce, audience_of, last_about, of_act
from db.store.dataset_changes import newest_about, pending_changes, read_change, settle_change
from db.store.delivery_models import Delivery, DeliveryKind, Target
from db.store.drafts import read_home
from db.store.editing_models import AuditAction, ChangeKind, ChangeState, DatasetChange
from db.store.records import read_tie
from db.store.subscription_models import Audience

_DID = {ChangeState.ANNOUNCED: AuditAction.ANNOUNCED_CHANGE, ChangeState.SKIPPED: AuditAction.SKIPPED_CHANGE}
_PLAIN_FIELDS = ("date", "kind", "actor", "authority", "summary", "vote", "condition", "hearing", "sources")
_SHOWN_FIELDS = {name: name.capitalize() for name in _PLAIN_FIELDS} | {
    "said": "Told in its own words",
    "date_basis": "How sure the date is",
    "date_note": "Note on the date",
    "retracted": "Withdrawn",
    "hearing_time": "Time of the hearing",
    "hearing_zone": "Time zone of the hearing",
    "hearing_place": "Place of the hearing",
    "hearing_speak": "How to speak at the hearing",
    "hearing_agenda": "Agenda of the hearing",
    "hearing_cancelled": "The hearing is canceled",
}


@value
class DatasetReviewPayload:
    """The id of the change that waits for a decision."""

    change: int


DATASET_REVIEW = DeliveryKind("dataset", DatasetReviewPayload)


class DatasetReview:
    """The changes that a dataset brought, each already in the record."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot

    async def post_pending(self) -> int:
        """Put a card for every undecided change into the review channel, once each; how many are undecided."""
        home = await read_home(self._bot.database)
        pending = await pending_changes(self._bot.database)
        if home is None or not pending:
            return len(pending)
        place = Target("channel", home.review_channel, home.guild)
        async with self._bot.database.transaction() as conn:
            for change in pending:
                payload = DatasetReviewPayload(change.id)
                row = DATASET_REVIEW.new(place, change.id, home.review_channel, payload=payload)
                await deliveries.enqueue(conn, [row], self._bot.clock())
        return len(pending)

    async def render(self, delivery: Delivery) -> OutgoingMessage | None:
        """The card of a change for the outbox; nothing once it is decided."""
        change = await read_change(self._bot.database, DATASET_REVIEW.read(delivery).change)
        if change is None or change.state is not ChangeState.PENDING:
            return None
        card = await self.card(change)
        card.add_item(ui.ActionRow(delivery_button(delivery, "Look again")))
        return OutgoingMessage(card)

    async def pressed(self, interaction: Interaction, delivery: Delivery, action: str) -> None:
        """Show a change as it now is."""
        await self.look(interaction, DATASET_REVIEW.read(delivery).change)

    async def look(self, interaction: Interaction, number: int) -> None:
        """Show a change as it now is. Raises Refusal for whoever may not, or comes too late."""
        await interaction.response.send_message(view=await self.pending_card(interaction, number), ephemeral=True)

    async def pending_card(self, interaction: Interaction, number: int) -> Layout:
        """The card of a change that waits. Raises Refusal for whoever may not, or comes too late."""
        return await self.card(await self._in_state(interaction, number, ChangeState.PENDING))

    @handles(AnnounceChange, SkipChange)
    async def settle(self, interaction: Interaction, route: ChangeRoute) -> None:
        """Announce a change, or put it away. Raises Refusal for whoever may not, or comes too late."""
        change = await self._in_state(interaction, route.change, ChangeState.PENDING)
        state = ChangeState.ANNOUNCED if isinstance(route, AnnounceChange) else ChangeState.SKIPPED
        told = await self._decide(change, state, interaction.user.id)
        late = state is ChangeState.SKIPPED and await self._news(change, self._bot.register.tie(change.tie)) is not None
        await edit_or_send(interaction, self._closed(change, told, late=late))

    @handles(AnnounceSkipped)
    async def announce_skipped(self, interaction: Interaction, route: AnnounceSkipped) -> None:
        """Announce what was put away. Raises Refusal for whoever may not, or if it was announced meanwhile."""
        change = await self._in_state(interaction, route.change, ChangeState.SKIPPED)
        told = await self._decide(change, ChangeState.ANNOUNCED, interaction.user.id)
        await edit_or_send(interaction, self._closed(change, told, late=False))

    async def _in_state(self, interaction: Interaction, number: int, state: ChangeState) -> DatasetChange:
        require_editor(interaction)
        change = await read_change(self._bot.database, number)
        if change is None:
            raise Refusal("This change is no longer kept.")
        if change.state is not state:
            raise Refusal(_decided(change))
        return change

    async def _decide(self, change: DatasetChange, state: ChangeState, by: int) -> str:
        now = self._bot.clock()
        reached: Audience | None = None
        async with self._bot.database.transaction() as conn:
            if not await settle_change(conn, change.id, state, by, change.state):
                raise Refusal("Somebody else was faster: this was already decided.")
            if state is ChangeState.ANNOUNCED:
                news = await self._news(change, await read_tie(conn, change.tie))
                if news is None:
                    raise Refusal(review_sentences.OVERTAKEN)
                reached = await announce(conn, news, state=self._state(change), now=now)
            await audit.write(
                conn,
                at=now,
                who=by,
                did=_DID[state],
                subject=change.tie,
                before=change.before_standing,
                after=change.after_standing,
            )
        if reached == Audience(0, 0) and change.what is not ChangeKind.TOLD:
            return review_sentences.decided_unheard(person(by))
        if reached is None:
            return review_sentences.skipped_by(change.what, person(by))
        return review_sentences.announced_by(change.what, person(by), reached)

    async def card(self, change: DatasetChange) -> Layout:
        """A change with what it did, whom an announcement would reach, and the buttons that decide."""
        register = self._bot.register
        tie = register.tie(change.tie)
        act = next((act for act in tie.acts if act.id == change.act), None)
        head = f"### {review_sentences.CHANGED_BY_DATASET[change.what]}\n**{safe(tie_name(tie, register))}**"
        items: list[Any] = [head]
        if change.before_standing is not change.after_standing:
            items.append(_standings(change))
        if act is not None:
            items += [rule(), _act(act)]
            sources = [register.record.sources[name] for name in act.sources if name in register.record.sources]
            items.append("\n".join(f"-# {numbered(i, source)}" for i, source in enumerate(sources[:4], 1)))
        if change.before is not None:
            items.append(_difference(change))
        news = await self._news(change, tie)
        found = await audience_of(self._bot.database, news, state=self._state(change)) if news else None
        items += [rule(), _reach_note(change, found, stands=act in acts_in_force(tie.acts))]
        return Layout(container(*items, accent=accent(change.after_standing)), *rows(_buttons(change, found)))

    def _closed(self, change: DatasetChange, told: str, *, late: bool) -> Layout:
        register = self._bot.register
        name = safe(tie_name(register.tie(change.tie), register))
        text = f"### {review_sentences.DECIDED}\n**{name}**\n{_standings(change)}\n{told}"
        again = rows([button("Announce after all", AnnounceSkipped(change.id))]) if late else []
        return Layout(container(text, accent=Tone.DONE.value), *again)

    async def _news(self, change: DatasetChange, tie: Tie) -> Announcement | None:
        """What can be announced of a change: that a standing moved, by an act that still stands or was withdrawn, and
        that nobody was told of; or what mends an announcement that is wrong; None if nothing can, or no more.
        """
        act = next((act for act in tie.acts if act.id == change.act), None)
        if act is None:
            return None
        if change.what is ChangeKind.TOLD:
            return await self._mend(change, tie, act)
        if change.before_standing is change.after_standing or await of_act(self._bot.database, act.id):
            return None
        if not _plain(change.after).get("retracted"):
            stands = act in acts_in_force(tie.acts)
            return _announcement(change, act, AnnouncementKind.CHANGE, change.at) if stands else None
        last = await last_about(self._bot.database, tie.id)
        if last is not None and last.after is change.after_standing:
            return None
        return _announcement(change, act, AnnouncementKind.RETRACTION, change.at)

    async def _mend(self, change: DatasetChange, tie: Tie, act: Act) -> Announcement | None:
        """The correction or retraction of what was announced; None if an editor has mended or withdrawn it since."""
        withdrawn = act.retracted is not None
        if not withdrawn and act not in acts_in_force(tie.acts):
            return None
        wrong = await announcement_to_correct(self._bot.database, act.id, tie)
        if wrong is None or wrong.kind is AnnouncementKind.RETRACTION or _covers(wrong, change):
            return None
        kind = AnnouncementKind.RETRACTION if withdrawn else AnnouncementKind.CORRECTION
        # What is told is the act as it is by now, so one correction covers every change of it.
        newest = await newest_about(self._bot.database, act.id)
        mend = _announcement(change, act, kind, self._bot.clock())
        after = derive(tie).standing
        before = change.before_standing if change.before_standing is not change.after_standing else after
        return replace(mend, before=before, after=after, corrects=wrong.id, change=newest)

    def _state(self, change: DatasetChange) -> str:
        return self._bot.register.state_of(self._bot.register.tie(change.tie))


def _decided(change: DatasetChange) -> str:
    return review_sentences.decided_already(change.state, person(change.decided_by))


_GO = {
    ChangeKind.STANDING: "Announce",
    ChangeKind.ACT: "Announce",
    ChangeKind.TOLD: "Correct what was announced",
}


def _announcement(change: DatasetChange, act: Act, kind: AnnouncementKind, at: datetime) -> Announcement:
    return Announcement(
        id=f"dataset.{change.id}",
        kind=kind,
        tie_id=change.tie,
        act_id=act.id,
        before=change.before_standing,
        after=change.after_standing,
        corrects=None,
        recorded_at=at,
        act_kind=act.kind,
    )


def _covers(mend: Announcement, change: DatasetChange) -> bool:
    """Whether what was announced last has a change in it already."""
    return mend.recorded_at > change.at if mend.change is None else mend.change >= change.id


def _standings(change: DatasetChange) -> str:
    before, after = STANDINGS[change.before_standing], STANDINGS[change.after_standing]
    return sentences.standing_moves(before.sign, after.sign)


def _act(act: Act) -> str:
    vote = f"\nVote: {safe(act.vote)}" if act.vote else ""
    return f"**{ACT_KINDS[act.kind].label}** · {when(act.date)} · {safe(act.actor)}\n{safe(act.summary)}{vote}"


def _reach_note(change: DatasetChange, found: Audience | None, *, stands: bool) -> str:
    told = change.what is ChangeKind.TOLD
    if found is not None:
        goes_to = review_sentences.correction_goes_to(found) if told else impact_sentences.if_announced(found)
        return paragraph([goes_to, review_sentences.NOTHING_SENT_BEFORE])
    if told:
        return review_sentences.MENDED_ALREADY
    if change.before_standing is change.after_standing:
        return review_sentences.NO_STANDING_MOVED
    if not stands and not _plain(change.after).get("retracted"):
        return review_sentences.NO_ACT_BEHIND
    return review_sentences.TOLD_ALREADY


def _buttons(change: DatasetChange, found: Audience | None) -> list[ui.Button[Any]]:
    skip = button("Skip" if found else "Seen", SkipChange(change.id))
    loud = button(_GO[change.what], AnnounceChange(change.id), discord.ButtonStyle.primary)
    return [loud, skip] if found else [skip]


def _difference(change: DatasetChange) -> str:
    """The fields in which the two versions of an act differ."""
    before, after = _plain(change.before), _plain(change.after)
    lines = [
        review_sentences.field_changed(word, safe(clip(_said(name, before), 250)), safe(clip(_said(name, after), 250)))
        for name, word in _SHOWN_FIELDS.items()
        if before.get(name) != after.get(name)
    ]
    return clip("\n".join(lines), 1800) or f"-# {review_sentences.NOT_IN_MESSAGES}"


def _plain(text: str | None) -> Mapping[str, Any]:
    found = json.loads(text or "{}")
    return found if isinstance(found, dict) else {}


def _said(name: str, act: Mapping[str, Any]) -> str:
    value = act.get(name)
    if name == "date_basis":
        return sentences.DATE_BASES[DateBasis(str(value or DateBasis.REPORTED))]
    if value in (None, "", []):
        return "nothing"
    if name == "date":
        return when(PartialDate.parse(str(value)))
    if name == "kind":
        return ACT_KINDS[ActKind(str(value))].label
    return series(map(str, value)) if isinstance(value, list) else str(value)
