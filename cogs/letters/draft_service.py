"""Where drafts are opened, read and changed for the person who wrote them, and for nobody else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any, ParamSpec, TypeVar

import aiosqlite

from cogs.kit.access import is_member
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.failures import Refusal
from cogs.letters import compose, export, hearing_words, local_fact, refusals, sentences, templates
from cogs.letters.compose import Letter
from cogs.letters.export import ExportError
from cogs.letters.findings import Finding
from cogs.letters.forms_of_letter import LetterForm
from cogs.letters.maker import Maker
from cogs.letters.requests import Request, requests_for
from cogs.letters.shingles import FEWEST_SHARED, FEWEST_SHINGLES, shingles
from cogs.letters.subject import LetterSubject, subject_of_place, subject_of_tie
from cogs.letters.templates import Template, TemplateError
from db.record.models import Tie
from db.record.values import value
from db.store import letter_drafts, letter_templates, sent_letters
from db.store.letter_models import BEGUN, LetterDraft, LetterFact, LetterVersion, SentLetter

P = ParamSpec("P")
T = TypeVar("T")

# A server's own templates have keys that no file name can have.
OWN = "server/"
# A file is made in some milliseconds, and many are asked for at once: two thirds of that time are left to commands.
_RESTS = 2.0


@value
class DraftView:
    """A draft, and all that follows from it today: the letter, its request, the review, the templates that fit."""

    draft: LetterDraft
    subject: LetterSubject
    letter: Letter
    request: str
    template: Template
    templates: tuple[Template, ...]
    findings: tuple[Finding, ...]
    changed: str
    versions: tuple[LetterVersion, ...] = ()


class DraftService:
    """Drafts for one bot."""

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        self._shipped: tuple[Template, ...] = ()
        self._maker = Maker(rests=_RESTS)
        # Apart from the files, so that no review waits for one: and one thread, that gives way to the event loop.
        self._reader = Maker("reviews")

    def expires(self, draft: LetterDraft) -> datetime:
        """When a draft is deleted if nothing is changed."""
        return (draft.changed_at or self.bot.clock()) + timedelta(days=self.bot.settings.draft_days)

    async def begin(self, interaction: Interaction, *, tie: str | None = None, place: str = "") -> LetterDraft:
        """A new draft about a tie, or about a place without one; an untouched one of the same person is used again.

        Raises Refusal for an unknown tie or place, and for a person with too many drafts.
        """
        register = self.bot.register
        try:
            subject = subject_of_tie(tie, register) if tie else subject_of_place(place, register)
        except KeyError:
            raise Refusal(refusals.PLACE_GONE) from None
        fact = local_fact.fact_with_hearing(subject.tie, register, self.bot.today) if subject.tie else LetterFact()
        writer = interaction.user.id
        key = subject.place_id or place
        server = interaction.guild_id if is_member(interaction) else None
        first = requests_for(subject.standing)[0]
        made = LetterDraft(letter_drafts.new_id(), writer, server, key, tie, first, fair=False, fact=fact)
        async with self.bot.database.transaction() as conn:
            await _require_room(conn, writer)
            # Under the id of the earlier one, so that two presses at one moment give two panels of one draft.
            if earlier := await letter_drafts.untouched(conn, writer, key, tie):
                await letter_drafts.delete(conn, earlier, writer)
                made = replace(made, id=earlier)
            await letter_drafts.add(conn, made, self.bot.clock())
        return await self.own(interaction, made.id)

    async def own(self, interaction: Interaction, draft_id: str) -> LetterDraft:
        """The person's own draft. Raises Refusal for one that is gone, expired, or somebody else's."""
        found = await letter_drafts.get(self.bot.database, draft_id)
        if found is None or self.expires(found) <= self.bot.clock():
            raise Refusal(refusals.DRAFT_GONE)
        if found.writer != interaction.user.id:
            raise Refusal(refusals.SOMEBODY_ELSES_DRAFT)
        return found

    async def change(self, draft: LetterDraft, values: Mapping[str, object]) -> LetterDraft:
        """Change fields of a draft and give it back as it then is. Raises Refusal if it is gone."""
        async with self.bot.database.transaction() as conn:
            done = await letter_drafts.change(conn, draft.id, draft.writer, values, self.bot.clock())
        return await self._again(draft, done)

    async def choose_points(self, draft: LetterDraft, points: tuple[str, ...]) -> LetterDraft:
        """Choose the talking points of a draft."""
        async with self.bot.database.transaction() as conn:
            done = await letter_drafts.set_points(conn, draft.id, draft.writer, points, self.bot.clock())
        return await self._again(draft, done)

    async def keep(self, draft: LetterDraft, mark: str) -> LetterDraft:
        """Leave as it is what a finding asked about once."""
        kept = tuple(dict.fromkeys((*draft.kept, mark)))
        async with self.bot.database.transaction() as conn:
            done = await letter_drafts.keep_as_it_is(conn, draft.id, draft.writer, kept, self.bot.clock())
        return await self._again(draft, done)

    async def restore(self, draft: LetterDraft, number: int) -> LetterDraft:
        """Give a draft the words of an earlier version; what it has is kept as one. Raises Refusal if that is gone."""
        found = next((each for each in await self.versions(draft) if each.number == number), None)
        if found is None:
            raise Refusal(refusals.NO_VERSION)
        now = self.bot.clock()
        async with self.bot.database.transaction() as conn:
            await letter_drafts.add_version(conn, draft, now)
            done = await letter_drafts.change(conn, draft.id, draft.writer, found.words, now)
        return await self._again(draft, done)

    async def versions(self, draft: LetterDraft) -> list[LetterVersion]:
        """What a draft's writer had typed before each change, the newest first."""
        return await letter_drafts.versions(self.bot.database, draft.id)

    async def note_taken_out(self, draft: LetterDraft) -> None:
        """Remember by hashes what words were taken out, so that a letter that is passed around is known again."""
        async with self.bot.database.transaction() as conn:
            await letter_drafts.set_shingles(conn, draft, shingles(draft))

    async def refresh(self, draft: LetterDraft) -> LetterDraft:
        """Build a draft on how its tie stands today, with an ask that fits."""
        if draft.tie is None:
            return draft
        tie = self.bot.register.tie(draft.tie)
        fact = local_fact.fact_with_hearing(tie, self.bot.register, self.bot.today)
        fitting = compose.fitting_requests(replace(draft, fact=fact), self.subject(draft))
        ask = draft.ask if draft.ask in fitting else fitting[0]
        async with self.bot.database.transaction() as conn:
            done = await letter_drafts.set_fact(conn, draft.id, draft.writer, fact, ask, self.bot.clock())
        return await self._again(draft, done)

    async def save_words(
        self, draft: LetterDraft, values: Mapping[str, object], version: int
    ) -> tuple[LetterDraft, bool]:
        """Save what was typed. If the draft was changed since the form was opened, as a second draft: (draft, True).

        Raises Refusal for a person with too many drafts, and DatabaseError; then nothing was saved.
        """
        words = {**values, "begun": 1}
        now = self.bot.clock()
        template = (await self.fitting(draft))[0].key
        async with self.bot.database.transaction() as conn:
            if not draft.begun:
                await _require_room(conn, draft.writer)
            if draft.begun and draft.version == version and _differs(draft, values):
                await letter_drafts.add_version(conn, draft, now)
            kept = await letter_drafts.change(conn, draft.id, draft.writer, words, now, version=version)
            target = draft if kept else replace(draft, id=letter_drafts.new_id())
            if not kept:
                await _require_room(conn, draft.writer)
                await letter_drafts.add(conn, target, now)
                await self._copy(conn, draft, target, words, now)
            if kept and not draft.begun:
                await sent_letters.count(conn, draft.server, draft.tie or draft.place, template, BEGUN, now)
        return await self._again(target, True), not kept

    async def _copy(
        self,
        conn: aiosqlite.Connection,
        draft: LetterDraft,
        target: LetterDraft,
        words: Mapping[str, object],
        now: datetime,
    ) -> None:
        """Give a second draft what the first one holds besides the words."""
        about = {
            name: getattr(draft, name) for name in ("connection", "name", "neighborhood", "respect", "reason", "fair")
        }
        await letter_drafts.change(conn, target.id, target.writer, {**about, **words}, now)
        await letter_drafts.set_points(conn, target.id, target.writer, draft.points, now)

    async def _again(self, draft: LetterDraft, done: bool) -> LetterDraft:
        found = await letter_drafts.get(self.bot.database, draft.id) if done else None
        if found is None:
            raise Refusal(refusals.DRAFT_GONE)
        return found

    async def fitting(self, draft: LetterDraft) -> tuple[Template, ...]:
        """The templates for a draft's ask and standing: the server's own first, then those that ship."""
        own = await self.of_server(draft.server) if draft.server is not None else ()
        known = (*own, *await self.shipped())
        return tuple(template for template in known if template.fits(_ask(draft), draft.fact.standing, draft.form))

    async def text_until(self, sent: SentLetter) -> datetime | None:
        """When the text of what was sent is deleted; None if it is gone."""
        draft = await letter_drafts.get(self.bot.database, sent.id)
        if draft is None or (until := self.expires(draft)) <= self.bot.clock():
            return None
        return until

    async def form_of(self, sent: SentLetter) -> LetterForm:
        """What was sent: by its draft, or, once that is gone, by its template; a letter where neither is known."""
        if draft := await letter_drafts.get(self.bot.database, sent.id):
            return LetterForm(draft.form)
        own = await self.of_server(sent.server) if sent.server is not None else ()
        known = (*own, *await self.shipped())
        return next((template.form for template in known if template.key == sent.template), LetterForm.LETTER)

    async def shipped(self) -> tuple[Template, ...]:
        """The templates that come with the bot. They are read with the first letter, in a thread, and what reads them
        is loaded there: nobody's answer waits for it. Raises TemplateError for a faulty one, as ``check`` does.
        """
        if not self._shipped:
            self._shipped = await asyncio.to_thread(templates.load)
        return self._shipped

    async def of_server(self, server: int) -> tuple[Template, ...]:
        """A server's own templates; one that an update of the rules has made invalid is passed over."""
        await self.shipped()  # and with them what reads templates
        found = []
        for stored in await letter_templates.of_server(self.bot.database, server):
            try:
                found.append(templates.parse(stored.text, OWN + stored.name))
            except TemplateError:
                continue
        return tuple(found)

    def subject(self, draft: LetterDraft) -> LetterSubject:
        """What a draft is about. Raises Refusal if the record no longer knows its place."""
        try:
            return compose.subject_of(draft, self.bot.register)
        except KeyError:
            raise Refusal(refusals.PLACE_GONE) from None

    async def read(self, draft: LetterDraft) -> DraftView:
        """The letter of a draft, and its review. Raises Refusal if the record no longer knows its place."""
        subject = self.subject(draft)
        fitting = await self.fitting(draft)
        template = next((item for item in fitting if item.key == draft.template), compose.pick(draft, fitting))
        letter = compose.compose(draft, subject, template, self.bot.register, self.bot.today)
        changed = self.changed(draft)
        # In a thread of its own: a long text takes longer than others should wait for an answer.
        look = partial(
            _reviewed,
            *(draft, letter, subject, self.bot.register),
            changed=changed,
            alike=await self._alike(draft),
            lacking=await self._lacking(draft.writer, letter),
        )
        findings = await self._reader.run(draft.writer, look)
        request = compose.values(draft, subject, self.bot.register, self.bot.today)["ask"]
        versions = tuple(await self.versions(draft)) if draft.begun else ()
        return DraftView(draft, subject, letter, request, template, fitting, findings, changed, versions)

    async def _lacking(self, writer: int, letter: Letter) -> tuple[str, ...] | None:
        """What a PDF would leave out; None if there can be no PDF. Found once for each text."""
        if export.is_plain(letter.text):
            return ()
        try:
            return await self._maker.once(writer, letter.text, partial(export.lacking, letter))
        except ExportError:
            return None

    async def make(self, writer: int, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do what takes long, such as a file, off the event loop, one at a time for a person."""
        return await self._maker.run(writer, partial(work, *args, **kwargs))

    def changed(self, draft: LetterDraft) -> str:
        """How the tie of a draft stood and stands now, or that its hearing is another; an empty text if neither."""
        if draft.tie is None or draft.tie not in self.bot.register.record.ties:
            return ""
        tie = self.bot.register.tie(draft.tie)
        if not local_fact.changed(draft.fact, tie, self.bot.register):
            return self._hearing_changed(draft, tie)
        status = self.bot.register.status(draft.tie)
        was = next((act for act in tie.acts if act.id == draft.fact.basis), None)
        then = sentences.standing_of(draft.fact.standing, was.date if was else None)
        now = sentences.standing_of(status.standing, status.basis.date if status.basis else None)
        return sentences.fact_corrected(now) if then == now else sentences.fact_changed(then, now)

    def _hearing_changed(self, draft: LetterDraft, tie: Tie) -> str:
        if not local_fact.hearing_changed(draft.fact, tie, self.bot.register, self.bot.today):
            return ""
        heard = hearing_words.to_name(tie, self.bot.register.place(tie.us), self.bot.today)
        return sentences.hearing_is_set(heard.hearing) if heard and heard.hearing else sentences.HEARING_IS_OVER

    async def _alike(self, draft: LetterDraft) -> float:
        mine = shingles(draft)
        if draft.server is None or len(mine) < FEWEST_SHINGLES:
            return 0.0
        shared = await letter_drafts.most_shared(self.bot.database, draft, mine)
        return shared / len(mine) if shared >= FEWEST_SHARED else 0.0


def _reviewed(*parts: Any, **about: Any) -> tuple[Finding, ...]:
    """What ``review`` says. It loads with the first letter, in the thread that reads it."""
    from cogs.letters.review import review

    return review(*parts, **about)


async def _require_room(conn: aiosqlite.Connection, writer: int) -> None:
    if await letter_drafts.is_full(conn, writer):
        raise Refusal(refusals.too_many_letters(letter_drafts.MOST_DRAFTS))


def _ask(draft: LetterDraft) -> Request:
    return Request(draft.ask)


def _differs(draft: LetterDraft, values: Mapping[str, object]) -> bool:
    """Whether what was typed changes what a draft's writer can have back."""
    return any(name in values and values[name] != getattr(draft, name) for name in letter_drafts.TYPED)
