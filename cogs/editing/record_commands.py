"""/record: what editors write down of a tie, a place, a page, the petition and the talking points."""

from __future__ import annotations

from collections.abc import Iterable

from discord import app_commands
from discord.app_commands import Choice, Range
from discord.ext import commands

from cogs.editing import forms, sentences
from cogs.editing.autocomplete import suggest_acts, suggest_places
from cogs.editing.command_options import one_tie, page_named, ties_and_act, ties_fitting
from cogs.editing.draft_flow import DraftFlow
from cogs.editing.parsing import TEXTS
from cogs.editing.petition_entry import PetitionEntry
from cogs.editing.place_entry import PlaceEntry, suggest_sides
from cogs.editing.point_flow import PointFlow
from cogs.editing.quick_entries import QuickEntries
from cogs.editing.record_additions import RecordAdditions, TieEntry
from cogs.kit.access import require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import safe
from cogs.kit.failures import Refusal
from cogs.kit.help import Topic, help_extras
from cogs.wording.date_parsing import keep_date
from cogs.wording.names import place_name
from cogs.wording.points import SIDES
from cogs.wording.tie_search import Suggestion, search_ties, suggest_ties
from db.record.levels import LEVELS, Level
from db.record.models import OTHER_SIDE, Country, PlaceKind
from db.record.pages import LONGEST_ADDRESS
from db.record.shows import SHOWS, Shows
from db.store.draft_models import DraftTask, PointInput

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


class RecordCommands(
    commands.GroupCog, group_name="record", group_description="Write down what happened to a tie (for editors)"
):
    """The commands; what follows from each is with what they hand it to."""

    def __init__(
        self,
        bot: TiewatchBot,
        flow: DraftFlow,
        quick_entries: QuickEntries,
        additions: RecordAdditions,
        petition_entry: PetitionEntry,
        points: PointFlow,
    ) -> None:
        self.bot = bot
        self._flow = flow
        self._quick_entries = quick_entries
        self._additions = additions
        self._petition_entry = petition_entry
        self._points = points
        super().__init__()

    @app_commands.command(
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
        await self._flow.begin(interaction, DraftTask.RECORD, ties, None, kind=kind.value, date=kept, vote=vote or "")

    @app_commands.command(
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
        await self._flow.begin(interaction, DraftTask.CORRECT, ties, found, **typed)

    @app_commands.command(
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
        await self._flow.begin(interaction, DraftTask.RETRACT, ties, found, why=why)

    @app_commands.command(
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
        await self._quick_entries.searched(interaction, one_tie(place, self.bot.register), where, note or "")

    @app_commands.command(
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
        await self._quick_entries.recipient(interaction, us.pop(), office, page, body or "")

    @app_commands.command(
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
        await self._additions.place(interaction, typed)

    @app_commands.command(
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
        await self._additions.tie(interaction, TieEntry(us, ru, Level(level.value), entered, says or "", since))

    @app_commands.command(
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
        await self._additions.listing(interaction, one_tie(place, self.bot.register), Shows(shows.value), says, entered)

    @app_commands.command(
        name="note",
        description="Write what readers should know of a tie, and what only editors should",
        extras=help_extras(Topic.EDIT, "write what readers or editors should know of a tie"),
    )
    @app_commands.describe(place=_WHICH_PLACE)
    async def note(self, interaction: Interaction, place: _Place) -> None:
        """Open the form for the notes of a tie."""
        require_editor(interaction)
        await self._additions.ask_notes(interaction, one_tie(place, self.bot.register))

    @app_commands.command(
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
        await self._petition_entry.note(interaction, count, goal, date)

    @app_commands.command(
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
        await self._points.begin(interaction, typed)

    @app_commands.command(
        name="retire",
        description="Take a talking point out of use: it is quoted nowhere from then on, and stays in the data",
        extras=help_extras(Topic.EDIT, "take a talking point out of use"),
    )
    @app_commands.describe(point="The talking point", why="Why it is no longer told; shown in the data")
    async def retire(self, interaction: Interaction, point: str, why: _Reason) -> None:
        """Take a talking point out of use."""
        require_editor(interaction)
        await self._points.retire(interaction, point, why)

    @app_commands.command(
        name="history",
        description="See what editors decided about a tie, and when",
        extras=help_extras(Topic.EDIT, "see who decided what about a tie"),
    )
    @app_commands.describe(place=_WHICH_PLACE)
    async def history(self, interaction: Interaction, place: _Place) -> None:
        """Show what editors decided."""
        require_editor(interaction)
        await self._quick_entries.history(interaction, one_tie(place, self.bot.register))

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
        return _offered(self._points.suggest(typed))

    @point.autocomplete("answers")
    async def _suggest_answered(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        side = OTHER_SIDE.get(interaction.namespace.side)
        return _offered(self._points.suggest(typed, side))

    @point.autocomplete("place")
    async def _suggest_place_of_point(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        return _offered(suggest_sides(typed, Country.US, self.bot.register))

    @place.autocomplete("place")
    @place.autocomplete("seat")
    async def _suggest_known(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        return _offered(self._additions.suggest_known(typed))

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
