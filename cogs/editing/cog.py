"""Editors' commands, in the home server only: /record, /queue, /setup."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import time

import discord
from discord import app_commands
from discord.app_commands import Choice, Range
from discord.ext import commands, tasks

from cogs.editing import dataset_review, forms, second_review, sentences
from cogs.editing.autocomplete import suggest_acts, suggest_places
from cogs.editing.command_options import one_tie, page_named, ties_and_act, ties_fitting
from cogs.editing.dataset_review import DatasetReview
from cogs.editing.draft_decisions import DraftDecisions
from cogs.editing.draft_flow import DraftFlow
from cogs.editing.home_setup import HomeSetup
from cogs.editing.outbox_notices import OutboxNotices
from cogs.editing.parsing import TEXTS
from cogs.editing.petition_entry import PetitionEntry
from cogs.editing.place_entry import PlaceEntry, suggest_sides
from cogs.editing.point_flow import PointFlow
from cogs.editing.queue import Queue
from cogs.editing.quick_entries import QuickEntries
from cogs.editing.record_additions import RecordAdditions, TieEntry
from cogs.kit.access import is_organizer, require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import safe
from cogs.kit.failures import Refusal
from cogs.kit.help import Topic, help_extras
from cogs.outbox import outbox_of
from cogs.wording.date_parsing import keep_date
from cogs.wording.names import place_name
from cogs.wording.points import SIDES
from cogs.wording.tie_search import Suggestion, search_ties, suggest_ties
from db.record.levels import LEVELS, Level
from db.record.models import OTHER_SIDE, Country, PlaceKind
from db.record.pages import LONGEST_ADDRESS
from db.record.shows import SHOWS, Shows
from db.store.draft_models import DraftTask, PointInput

log = logging.getLogger(__name__)

_MOST_SIGNATURES = 100_000_000
_Place = Range[str, 1, 200]
_Date = Range[str, 0, 100]
_Vote = Range[str, 1, TEXTS["vote"].most]
_Why = Range[str, TEXTS["why"].least, TEXTS["why"].most]
_Where = Range[str, TEXTS["where"].least, TEXTS["where"].most]
_Note = Range[str, TEXTS["note"].least, TEXTS["note"].most]
_Office = Range[str, TEXTS["office"].least, TEXTS["office"].most]
_KINDS = [Choice(name=words[:100], value=kind) for kind, words in forms.kinds()]
_Reason = Range[str, TEXTS["retired"].least, TEXTS["retired"].most]
_Seat = Range[str, 0, 200]
_Address = Range[str, 8, LONGEST_ADDRESS]
_Says = Range[str, TEXTS["says"].least, TEXTS["says"].most]
_Title = Range[str, TEXTS["title"].least, TEXTS["title"].most]
_Publisher = Range[str, TEXTS["publisher"].least, TEXTS["publisher"].most]
_LEVELS = [Choice(name=known.noun, value=level) for level, known in LEVELS.items()]
_SHOWS = [Choice(name=f"It {known.label}", value=shows) for shows, known in SHOWS.items()]
_POINT_SIDES = [Choice(name=words, value=side) for side, words in SIDES.items()]
_GRADES = [Choice(name=words[:100], value=grade) for grade, words in forms.grades()]
# The options of a command that say what a page is; all may be left out if the record has it.
_PAGE = {
    "date": "The date that the page shows",
    "title": "Its title, unless the record has the page",
    "publisher": "Its publisher, unless the record has pages of the site",
    "grade": "How good it is as evidence, unless the record has the page",
    "kind": "What kind of page it is, if address and grade do not tell",
}
_WHICH_PLACE = "The tie, or one of its places"


class Editing(commands.Cog):
    """The commands, and what answers the presses that follow from them."""

    record = app_commands.Group(name="record", description="Write down what happened to a tie (for editors)")

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        self.flow = DraftFlow(bot)
        self.dataset_changes = DatasetReview(bot)
        self.quick_entries = QuickEntries(bot)
        self.additions = RecordAdditions(bot)
        self.petition_entry = PetitionEntry(bot)
        self.points = PointFlow(bot, self.additions)
        self.queue_list = Queue(bot, self.flow, self.dataset_changes)
        self.decisions = DraftDecisions(bot, self.flow, self.queue_list.open_beside)
        self.home_setup = HomeSetup(bot, self.flow.second, self.dataset_changes)

    async def cog_load(self) -> None:
        """Take the presses, the notices, and the editor role that was chosen earlier."""
        await self.home_setup.read()
        for handlers in (
            self.flow,
            self.decisions,
            self.dataset_changes,
            self.queue_list,
            self.quick_entries,
            self.additions,
            self.petition_entry,
            self.points,
        ):
            self.bot.router.add_handlers(handlers)
        second = self.flow.second
        changes = self.dataset_changes
        outbox = outbox_of(self.bot)
        outbox.register(
            second_review.SECOND_REVIEW, second.render, on_press=second.pressed, before_render=second.claim_ping
        )
        outbox.register(second_review.SENT_BACK, second.render_sent_back, on_press=second.pressed_sent_back)
        outbox.register(dataset_review.DATASET_REVIEW, changes.render, on_press=changes.pressed)
        OutboxNotices(self.bot).register()
        self.queue_list.register()
        self.points.register()
        self.bot.work_queue.begin_act = self.flow.begin_entry
        self.bot.work_queue.note_search = self.quick_entries.note_search
        self.reminders.start()

    async def cog_unload(self) -> None:
        """Stop what runs beside."""
        self.reminders.cancel()
        self.decisions.close()
        self.queue_list.close()
        self.points.close()
        self.bot.work_queue.begin_act = None
        self.bot.work_queue.note_search = None

    @tasks.loop(time=[time(hour) for hour in range(24)])
    async def reminders(self) -> None:
        """Look at every full hour whether the editors are to hear of what has waited long. Survives every error."""
        try:
            if self.bot.is_up():
                await self.queue_list.remind()
        except Exception:
            log.exception("Nobody could be told of what has waited long; it is tried again in an hour")

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Put what the dataset changed before the editors, and say in the log what waits for whom."""
        if self.bot.editor_role is None:
            log.warning("Nobody is an editor yet; somebody with Manage Server has to use /setup in the home server")
        pending = await self.dataset_changes.post_pending()
        if pending:
            log.info("Changes by the dataset wait for the editors", extra={"count": pending})

    @record.command(
        name="act",
        description="Record an act: what was done or said about a tie, when, and by whom",
        extras=help_extras(Topic.EDIT, "record what happened to a tie"),
    )
    @app_commands.describe(
        place=_WHICH_PLACE,
        kind="What kind of act it was",
        date="When: 4 April 2022, April 2022 or 2022; 4/5/2022 is read month first",
        vote="The vote, if there was one: 5–4 against suspending",
    )
    @app_commands.choices(kind=_KINDS)
    async def act(
        self, interaction: Interaction, place: _Place, kind: Choice[str], date: _Date, vote: _Vote | None = None
    ) -> None:
        """Record an act."""
        require_editor(interaction)
        kept = keep_date(date, self.bot.today)
        ties = ties_fitting(place, self.bot.register)
        await self.flow.begin(interaction, DraftTask.RECORD, ties, None, kind=kind.value, date=kept, vote=vote or "")

    @record.command(
        name="correct",
        description="Put another act in the place of a wrong one; what was announced is mended where it was said",
        extras=help_extras(Topic.EDIT, "correct what was recorded wrongly"),
    )
    @app_commands.describe(
        place=_WHICH_PLACE,
        why="What was wrong; it is shown with the correction",
        act="The act to correct",
        date="The right date, if that was wrong",
        kind="The right kind, if that was wrong",
    )
    @app_commands.choices(kind=_KINDS)
    async def correct(
        self,
        interaction: Interaction,
        place: _Place,
        why: _Why,
        act: str = "",
        date: _Date = "",
        kind: Choice[str] | None = None,
    ) -> None:
        """Correct an act."""
        require_editor(interaction)
        kept = keep_date(date, self.bot.today) if date else ""
        ties, found = ties_and_act(place, act, self.bot.register)
        typed = {"why": why, "date": kept, "kind": kind.value if kind else ""}
        await self.flow.begin(interaction, DraftTask.CORRECT, ties, found, **typed)

    @record.command(
        name="retract",
        description="Withdraw an act that should not be on record; what was announced is mended where it was said",
        extras=help_extras(Topic.EDIT, "withdraw an act that never happened"),
    )
    @app_commands.describe(
        place=_WHICH_PLACE, why="Why it is withdrawn; it is shown with the retraction", act="The act to withdraw"
    )
    async def retract(self, interaction: Interaction, place: _Place, why: _Why, act: str = "") -> None:
        """Withdraw an act."""
        require_editor(interaction)
        ties, found = ties_and_act(place, act, self.bot.register)
        await self.flow.begin(interaction, DraftTask.RETRACT, ties, found, why=why)

    @record.command(
        name="searched",
        description="Note that you looked for news of a tie today and found nothing newer",
        extras=help_extras(Topic.EDIT, "note that you looked for news and where"),
    )
    @app_commands.describe(
        place=_WHICH_PLACE, where="Where you looked: council minutes, local papers", note="More on it"
    )
    async def searched(self, interaction: Interaction, place: _Place, where: _Where, note: _Note | None = None) -> None:
        """Note a search without news."""
        require_editor(interaction)
        await self.quick_entries.searched(interaction, one_tie(place, self.bot.register), where, note or "")

    @record.command(
        name="recipient",
        description="Note the official page of an office that letters go to, checked today",
        extras=help_extras(Topic.EDIT, "note the page of an office that letters go to"),
    )
    @app_commands.describe(
        place="The U.S. place",
        office="The office, never a person's name: Mayor",
        page="The office's own page",
        body="The body it belongs to, for a new office: City Council",
    )
    async def recipient(
        self, interaction: Interaction, place: _Place, office: _Office, page: str, body: _Office | None = None
    ) -> None:
        """Note the page of an office."""
        require_editor(interaction)
        us = {tie.us for tie in ties_fitting(place, self.bot.register)}
        if len(us) > 1:
            register = self.bot.register
            names = [safe(place_name(register.place(name), register)) for name in sorted(us)[:8]]
            raise Refusal(sentences.several_places(names))
        await self.quick_entries.recipient(interaction, us.pop(), office, page, body or "")

    @record.command(
        name="place",
        description="Add a place to the record, before a tie of it is added",
        extras=help_extras(Topic.EDIT, "add a place, before a tie of it is added"),
    )
    @app_commands.describe(
        place="A known place, chosen from the list; or the name of a county or region, with kind and seat",
        kind="What it is. City if left out",
        seat="If it is not a city: a known town in it, for the coordinates",
        region="For a Russian city: its region",
        office="The office that letters go to; for a city, the mayor if left out",
        body="The body of that office",
        names="Other names that people type, with commas between them",
    )
    async def place(
        self,
        interaction: Interaction,
        place: _Place,
        kind: PlaceKind = PlaceKind.CITY,
        seat: _Seat = "",
        region: _Seat = "",
        office: _Office | None = None,
        body: _Office | None = None,
        names: _Place | None = None,
    ) -> None:
        """Add a place."""
        require_editor(interaction)
        typed = PlaceEntry(place, kind, seat, region, office or "", body or "", names or "")
        await self.additions.place(interaction, typed)

    @record.command(
        name="tie",
        description="Add a tie that is not on record, with the page that names it",
        extras=help_extras(Topic.EDIT, "add a tie that is not on record"),
    )
    @app_commands.describe(
        us="The U.S. place",
        ru="The Russian place",
        level="What kind of tie",
        page="The address of a page that names both as partners",
        says="What the page says, in a sentence of ours",
        since="Since which year, if the page says so",
        **_PAGE,
    )
    @app_commands.choices(level=_LEVELS, grade=_GRADES)
    async def tie(
        self,
        interaction: Interaction,
        us: _Place,
        ru: _Place,
        level: Choice[str],
        page: _Address,
        says: _Says | None = None,
        since: int | None = None,
        date: str = "",
        title: _Title | None = None,
        publisher: _Publisher | None = None,
        grade: Choice[str] | None = None,
        kind: str = "",
    ) -> None:
        """Add a tie."""
        require_editor(interaction)
        entered = page_named(page, date, title, publisher, grade, kind)
        await self.additions.tie(interaction, TieEntry(us, ru, Level(level.value), entered, says or "", since))

    @record.command(
        name="listing",
        description="Add a page that lists a tie, or leaves it out; it decides nothing",
        extras=help_extras(Topic.EDIT, "add a page that lists a tie, and what it shows"),
    )
    @app_commands.describe(
        place=_WHICH_PLACE,
        shows="What the page shows",
        says="What the page says, in a sentence of ours",
        page="The address of the page",
        **_PAGE,
    )
    @app_commands.choices(shows=_SHOWS, grade=_GRADES)
    async def listing(
        self,
        interaction: Interaction,
        place: _Place,
        shows: Choice[str],
        says: _Says,
        page: _Address,
        date: str = "",
        title: _Title | None = None,
        publisher: _Publisher | None = None,
        grade: Choice[str] | None = None,
        kind: str = "",
    ) -> None:
        """Add what a page lists."""
        require_editor(interaction)
        entered = page_named(page, date, title, publisher, grade, kind)
        await self.additions.listing(interaction, one_tie(place, self.bot.register), Shows(shows.value), says, entered)

    @record.command(
        name="note",
        description="Write what readers should know of a tie, and what only editors should",
        extras=help_extras(Topic.EDIT, "write what readers or editors should know of a tie"),
    )
    @app_commands.describe(place=_WHICH_PLACE)
    async def note(self, interaction: Interaction, place: _Place) -> None:
        """Open the form for the notes of a tie."""
        require_editor(interaction)
        await self.additions.ask_notes(interaction, one_tie(place, self.bot.register))

    @record.command(
        name="petition",
        description="Note what the petition's page shows; a milestone is told to the channels that want it",
        extras=help_extras(Topic.EDIT, "note how many have signed the petition"),
    )
    @app_commands.describe(
        count="How many signatures its page shows",
        goal="The goal that its page shows. As before if left out",
        date="The day on which you looked. Today if left out",
    )
    async def petition(
        self,
        interaction: Interaction,
        count: Range[int, 1, _MOST_SIGNATURES],
        goal: Range[int, 1, _MOST_SIGNATURES] | None = None,
        date: _Date = "",
    ) -> None:
        """Note how many have signed."""
        require_editor(interaction)
        await self.petition_entry.note(interaction, count, goal, date)

    @record.command(
        name="point",
        description="Add what a named person said, for either side, with the page on which it is read",
        extras=help_extras(Topic.EDIT, "add what somebody said for or against a tie"),
    )
    @app_commands.describe(
        side="Which side it speaks for",
        page="The address of the page on which it is read",
        said="When it was said: 4 April 2022, April 2022 or 2022",
        place="The U.S. place it is about, if it is about one",
        answers="Which point of the other side it answers",
        letters="Whether the words stand on their own without misleading, so that letters may quote them",
        **_PAGE,
    )
    @app_commands.choices(side=_POINT_SIDES, grade=_GRADES)
    async def point(
        self,
        interaction: Interaction,
        side: Choice[str],
        page: _Address,
        said: _Date,
        place: _Place | None = None,
        answers: str = "",
        letters: bool = False,
        date: str = "",
        title: _Title | None = None,
        publisher: _Publisher | None = None,
        grade: Choice[str] | None = None,
        kind: str = "",
    ) -> None:
        """Add a talking point."""
        require_editor(interaction)
        entered = page_named(page, date, title, publisher, grade, kind)
        typed = PointInput(
            side.value,
            entered.source,
            entered.kind or "",
            keep_date(said, self.bot.today),
            place or "",
            answers,
            letters,
        )
        await self.points.begin(interaction, typed)

    @record.command(
        name="retire",
        description="Take a talking point out of use: it is quoted nowhere from then on, and stays in the data",
        extras=help_extras(Topic.EDIT, "take a talking point out of use"),
    )
    @app_commands.describe(point="The talking point", why="Why it is no longer told; shown in the data")
    async def retire(self, interaction: Interaction, point: str, why: _Reason) -> None:
        """Take a talking point out of use."""
        require_editor(interaction)
        await self.points.retire(interaction, point, why)

    @record.command(
        name="history",
        description="See what editors decided about a tie, and when",
        extras=help_extras(Topic.EDIT, "see who decided what about a tie"),
    )
    @app_commands.describe(place=_WHICH_PLACE)
    async def history(self, interaction: Interaction, place: _Place) -> None:
        """Show what editors decided."""
        require_editor(interaction)
        await self.quick_entries.history(interaction, one_tie(place, self.bot.register))

    @app_commands.command(
        name="queue",
        description="See what waits for an editor, what matters most first, and go through it",
        extras=help_extras(Topic.EDIT, "see what waits for an editor"),
    )
    @app_commands.describe(show="Only what waits of one kind. All if left out")
    async def queue(self, interaction: Interaction, show: str = "") -> None:
        """Show what waits for an editor."""
        await self.queue_list.show(interaction, show)

    @queue.autocomplete("show")
    async def _suggest_kinds(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        wanted = typed.casefold()
        kinds = [kind for kind in self.bot.work_queue.kinds if wanted in kind.title.casefold()]
        return [Choice(name=kind.title[:100], value=kind.name) for kind in kinds[:25]]

    @app_commands.command(
        name="setup",
        description="Choose who edits the record, and where editors are asked",
        extras=help_extras(Topic.EDIT, "choose the editor role and the review channel"),
    )
    @app_commands.describe(
        role="Who may edit the record",
        channel="Where editors are asked",
        ping="Ping the role when new work or a second editor is needed, at most once an hour. No if left out",
    )
    @app_commands.default_permissions(manage_guild=True)
    async def setup_home(
        self, interaction: Interaction, role: discord.Role, channel: discord.TextChannel, ping: bool = False
    ) -> None:
        """Choose the home of the editors."""
        if not is_organizer(interaction) or interaction.guild_id != self.bot.settings.home_server:
            raise Refusal("This needs Manage Server in the home server.")
        await self.home_setup.choose(interaction, role, channel, ping=ping)

    @act.autocomplete("place")
    @correct.autocomplete("place")
    @retract.autocomplete("place")
    @searched.autocomplete("place")
    @history.autocomplete("place")
    @listing.autocomplete("place")
    @note.autocomplete("place")
    async def _suggest_ties(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        return [Choice(name=found.label, value=found.value) for found in suggest_ties(typed, self.bot.register)]

    @retire.autocomplete("point")
    async def _suggest_points(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        return _offered(self.points.suggest(typed))

    @point.autocomplete("answers")
    async def _suggest_answered(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        side = OTHER_SIDE.get(interaction.namespace.side)
        return _offered(self.points.suggest(typed, side))

    @point.autocomplete("place")
    async def _suggest_place_of_point(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        return _offered(suggest_sides(typed, Country.US, self.bot.register))

    @place.autocomplete("place")
    @place.autocomplete("seat")
    async def _suggest_known(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        return _offered(self.additions.suggest_known(typed))

    @tie.autocomplete("us")
    async def _suggest_us(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        return _offered(suggest_sides(typed, Country.US, self.bot.register))

    @tie.autocomplete("ru")
    async def _suggest_ru(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        return _offered(suggest_sides(typed, Country.RU, self.bot.register))

    @tie.autocomplete("kind")
    @listing.autocomplete("kind")
    @point.autocomplete("kind")
    async def _suggest_page_kinds(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        wanted = typed.casefold()
        return [Choice(name=words, value=kind) for kind, words in forms.page_kinds() if wanted in words.casefold()]

    @recipient.autocomplete("place")
    async def _suggest_places(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        return [Choice(name=found.label, value=found.value) for found in suggest_places(typed, self.bot.register)]

    @correct.autocomplete("act")
    @retract.autocomplete("act")
    async def _suggest_acts(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        ties = search_ties(str(interaction.namespace.place or ""), self.bot.register).ties
        return [Choice(name=found.label, value=found.value) for found in suggest_acts(typed, ties)]

    @recipient.autocomplete("office")
    async def _suggest_offices(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        places = {tie.us for tie in search_ties(str(interaction.namespace.place or ""), self.bot.register).ties}
        known = {found.office for name in places for found in self.bot.register.place(name).recipients}
        return [
            Choice(name=name[:100], value=name[:100]) for name in sorted(known) if typed.casefold() in name.casefold()
        ]


def _offered(found: Iterable[Suggestion]) -> list[Choice[str]]:
    return [Choice(name=each.label, value=each.value) for each in found]


async def setup(bot: TiewatchBot) -> None:
    """Add the editors' commands to the home server; without one ``bot.py`` loads none of this."""
    assert bot.settings.home_server is not None
    await bot.add_cog(Editing(bot), guild=discord.Object(bot.settings.home_server))
