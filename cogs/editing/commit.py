"""A draft becomes part of the record: act, sources, audit, announcement and deliveries in one transaction."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

import aiosqlite

from cogs.editing.draft_validation import CheckedDraft, check_draft
from cogs.editing.impact import Impact, preview_act, preview_retraction, why_second
from cogs.kit.bot import TiewatchBot
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.derivation import acts_in_force, lineage
from db.record.models import Source, Tie
from db.record.register import Register
from db.record.standings import Standing
from db.record.values import value
from db.store import audit
from db.store.announcement_models import Announcement, AnnouncementKind
from db.store.announcements import announce, corrections_of, last_about, of_act
from db.store.database import Database
from db.store.draft_models import ActDraft, DraftState, DraftTask
from db.store.drafts import mark_recorded, move_draft
from db.store.editing_models import AuditAction
from db.store.records import add_act, add_source, read_tie, retract_act
from db.store.subscription_models import Audience

# The fields that make a draft a proposal in place of a decision, and a statement in place of a word that it stands.
AS_PROPOSED: Mapping[str, str] = {"kind": ActKind.PROPOSED, "condition": "", "disputes": "", "said": ""}
AS_STATEMENT: Mapping[str, str] = {"kind": ActKind.STATEMENT, "condition": "", "disputes": ""}
# The same where it is entered anew who said what, so that the sentence written for the decision goes too.
SAID_ANEW: Mapping[str, str] = {**AS_STATEMENT, "said": ""}
_DID = {
    DraftTask.RECORD: AuditAction.RECORDED,
    DraftTask.CORRECT: AuditAction.CORRECTED,
    DraftTask.RETRACT: AuditAction.WITHDREW,
}


class Changed(Exception):
    """The tie or the draft is no longer as the editor saw it, so it has to be looked at again."""


class Taken(Exception):
    """Somebody was faster: the draft is no longer in the state it was shown in."""


@value
class Recorded:
    """What came of it. ``reach`` is None if nothing was announced."""

    tie: Tie
    reach: Audience | None


def impact_of(draft: ActDraft, tie: Tie, checked: CheckedDraft) -> Impact | None:
    """What the draft would do to the tie; None while it is incomplete or its act no longer counts."""
    if draft.task is DraftTask.RETRACT:
        target = next((act for act in acts_in_force(tie.acts) if act.id == draft.target), None)
        return preview_retraction(tie, target, draft.why) if target else None
    return preview_act(tie, checked.act, draft.follows) if checked.act else None


def version_token(tie: Tie, draft: ActDraft) -> str:
    """A short mark of a tie's acts and of what was typed, by which it shows whether either changed since."""
    typed = replace(draft, state=DraftState.OPEN, decided_by=None)
    acts = [(act.id, act.retracted) for act in tie.acts]
    return f"{zlib.crc32(repr((acts, typed)).encode()):08x}"


async def announcement_for(database: Database, draft: ActDraft, impact: Impact, now: datetime) -> Announcement | None:
    """The announcement that fits: what mends it where the wrong act was announced, else a change or a vote; or None."""
    act = impact.act
    wrong = await announcement_to_correct(database, draft.target, impact.tie)
    kind = _kind(draft, impact, wrong)
    if kind is None:
        return None
    return Announcement(
        id=f"{act.id}.retracted" if draft.task is DraftTask.RETRACT else act.id,
        kind=kind,
        tie_id=impact.tie.id,
        act_id=act.id,
        before=impact.before.standing,
        after=impact.after.standing,
        corrects=wrong.id if wrong else None,
        recorded_at=now,
        act_kind=act.kind,
    )


async def announcement_afterwards(database: Database, draft: ActDraft, tie: Tie) -> Announcement | None:
    """What can be announced of a draft that was recorded quietly, as of its day; None if nothing can, or no more."""
    act = next((act for act in tie.acts if act.id == draft.act), None)
    entry = next((entry for entry in await audit.entries_about(database, tie.id) if entry.draft == draft.id), None)
    if draft.state is not DraftState.DONE or draft.announcement is not None or act is None or entry is None:
        return None
    withdraws = draft.task is DraftTask.RETRACT
    if not withdraws and (act not in acts_in_force(tie.acts) or await of_act(database, act.id)):
        return None
    before, after = Standing(entry.before or ""), Standing(entry.after or "")
    moves = before is not after
    if not moves and (withdraws or not ACT_KINDS[act.kind].is_news):
        return None
    changed = AnnouncementKind.RETRACTION if withdraws else AnnouncementKind.CHANGE
    return Announcement(
        id=f"{act.id}.retracted" if withdraws else act.id,
        kind=changed if moves else AnnouncementKind.VOTE,
        tie_id=tie.id,
        act_id=act.id,
        before=before,
        after=after,
        corrects=None,
        recorded_at=entry.at,
        act_kind=act.kind,
    )


async def announce_afterwards(bot: TiewatchBot, draft: ActDraft) -> Audience | None:
    """Announce what was recorded quietly, once; whom it reaches, or None if there is nothing to announce any more."""
    async with bot.database.transaction() as conn:
        tie = await read_tie(conn, draft.tie)
        news = await announcement_afterwards(bot.database, draft, tie)
        if news is None:
            return None
        reach = await announce(conn, news, state=bot.register.state_of(tie), now=bot.clock())
        await mark_recorded(conn, draft.id, act=draft.act, announcement=news.id)
    return reach


async def announcement_to_correct(database: Database, act_id: str, tie: Tie) -> Announcement | None:
    """The announcement that is mended: that of an act, or else of what it replaced, or else the last that mended it."""
    for name in lineage(act_id, tie.acts):
        found = await of_act(database, name)
        if found is not None:
            return (found, *await corrections_of(database, found.id))[-1]
    return None


async def requires_announcement(database: Database, impact: Impact, news: Announcement) -> bool:
    """Whether there is no quiet way: it mends what was announced, or takes away the standing that was told last."""
    if news.is_correction or not (impact.is_correction and impact.moves):
        return news.is_correction
    last = await last_about(database, impact.tie.id)
    return last is not None and last.after is impact.before.standing


def _kind(draft: ActDraft, impact: Impact, wrong: Announcement | None) -> AnnouncementKind | None:
    if wrong is not None:
        return AnnouncementKind.RETRACTION if draft.task is DraftTask.RETRACT else AnnouncementKind.CORRECTION
    if draft.task is DraftTask.RETRACT:
        return AnnouncementKind.RETRACTION if impact.moves else None
    if impact.moves:
        return AnnouncementKind.CHANGE
    return AnnouncementKind.VOTE if ACT_KINDS[impact.act.kind].is_news else None


async def record(bot: TiewatchBot, draft: ActDraft, *, by: int, aloud: bool, seen: str) -> Recorded:
    """Record a draft and, if ``aloud``, announce it; the register then has it.

    What was announced wrongly is mended in any case, and a standing that was told last is not taken away in silence.
    Raises Changed, Taken, and DatabaseError; nothing is changed then.
    """
    now = bot.clock()
    async with bot.database.transaction() as conn:
        tie = await read_tie(conn, draft.tie)
        if version_token(tie, draft) != seen:
            raise Changed
        checked = check_draft(draft, tie, bot.register, now.date())
        impact = impact_of(draft, tie, checked)
        if impact is None or (by == draft.editor and why_second(impact, cited_sources(impact, checked, bot.register))):
            raise Changed
        if not await move_draft(conn, draft.id, since=draft.state, to=DraftState.DONE, by=by, at=now):
            raise Taken
        news = await announcement_for(bot.database, draft, impact, now)
        if news is not None and not aloud and not await requires_announcement(bot.database, impact, news):
            news = None
        await _write(conn, draft, checked, impact, by=by, now=now)
        reach = await announce(conn, news, state=bot.register.state_of(tie), now=now) if news else None
        await mark_recorded(conn, draft.id, act=impact.act.id, announcement=news.id if news else None)
        if bot.work_queue.end_with_draft is not None:
            await bot.work_queue.end_with_draft(conn)
        tie = await read_tie(conn, draft.tie)
    bot.register.replace_tie(tie, checked.new)
    bot.dispatch("tie_changed", tie.id)
    return Recorded(tie, reach)


def cited_sources(impact: Impact, checked: CheckedDraft, register: Register) -> Mapping[str, Source]:
    """What the tie's acts cite as they would be, by id: the record's sources and the draft's own."""
    new = {source.id: source for source in checked.new}
    cited = (name for act in impact.tie.acts for name in act.sources)
    return {name: source for name in cited if (source := new.get(name) or register.record.sources.get(name))}


async def _write(
    conn: aiosqlite.Connection,
    draft: ActDraft,
    checked: CheckedDraft,
    impact: Impact,
    *,
    by: int,
    now: datetime,
) -> None:
    if draft.task is DraftTask.RETRACT:
        await retract_act(conn, draft.target, draft.why, by=by)
    else:
        for source in checked.new:
            await add_source(conn, source, by=by)
        await add_act(conn, draft.tie, impact.act, impact.position, by=by)
    await audit.write(
        conn,
        at=now,
        who=by,
        did=_DID[draft.task],
        subject=draft.tie,
        before=impact.before.standing,
        after=impact.after.standing,
        draft=draft.id,
    )
