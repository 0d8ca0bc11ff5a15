"""What was said goes into a letter: one that was begun, or a new one to the city that is chosen."""

from __future__ import annotations

from dataclasses import replace

from discord import ButtonStyle

from cogs.kit.bot import Interaction
from cogs.kit.cards import button, container, rows, safe
from cogs.kit.components import Layout, chosen, fields
from cogs.kit.failures import Refusal
from cogs.kit.point_route import UsePoint
from cogs.kit.replies import send_private
from cogs.kit.router import handles
from cogs.letters import quotations, refusals, routes, sentences
from cogs.letters.forms import place_form
from cogs.letters.handlers import LetterHandlers
from cogs.letters.quotations import MOST_POINTS
from cogs.letters.requests import Request, requests_for
from cogs.letters.subject import subject_of_tie
from cogs.wording.names import tie_name
from cogs.wording.points import quotable
from cogs.wording.tie_search import search_ties
from db.record.models import TalkingPoint, Tie
from db.store import letter_drafts
from db.store.letter_models import LetterDraft

_MOST_TIES = 5


class PointHandlers:
    """The handlers of one bot."""

    def __init__(self, letters: LetterHandlers) -> None:
        self.letters = letters
        self.drafts = letters.drafts
        self.bot = letters.bot

    @handles(UsePoint)
    async def use(self, interaction: Interaction, route: UsePoint) -> None:
        """Quote what was chosen in the newest letter that may hold it; else ask for which city, under the quotation."""
        point = self._point(next(iter(chosen(interaction)), ""))
        if not quotable(point, self.bot.register):
            raise Refusal(refusals.POINT_NOT_FOR_LETTERS)
        draft = await self._newest(interaction, point)
        if draft is not None:
            await self._quote(interaction, draft, point)
            return
        ties = self.bot.register.ties_of(point.place) if point.place else ()
        if point.place and not ties:
            raise Refusal(refusals.POINT_DOES_NOT_FIT)
        if len(ties) == 1:
            await self._begin(interaction, ties[0].id, point)
            return
        await send_private(interaction, self._where(point, ties))

    @handles(routes.AskWhere)
    async def ask_where(self, interaction: Interaction, route: routes.AskWhere) -> None:
        """Ask for which city the letter is."""
        await interaction.response.send_modal(place_form(self._point(route.point).id))

    @handles(routes.SayWhere)
    async def say_where(self, interaction: Interaction, route: routes.SayWhere) -> None:
        """Begin a letter to the city that was typed, or show which of several may be meant."""
        point = self._point(route.point)
        found = search_ties("".join(fields(interaction).get("place", ())), self.bot.register)
        if not found.ties:
            raise Refusal(refusals.NO_TIE_FOR_POINT)
        if len(found.ties) == 1:
            await self._begin(interaction, found.ties[0].id, point)
            return
        await send_private(interaction, self._where(point, found.ties))

    @handles(routes.QuoteInNew)
    async def quote_in_new(self, interaction: Interaction, route: routes.QuoteInNew) -> None:
        """Begin a letter about a tie with what was said in it."""
        await self._begin(interaction, route.tie, self._point(route.point))

    def _point(self, name: str) -> TalkingPoint:
        point = self.bot.register.record.talking_points.get(name)
        if point is None:
            raise Refusal(refusals.POINT_IS_GONE)
        return point

    def _where(self, point: TalkingPoint, ties: tuple[Tie, ...]) -> Layout:
        """The quotation as a letter has it, and for which city it may be."""
        register = self.bot.register
        offered = [
            button(tie_name(tie, register)[:80], routes.QuoteInNew(point.id, tie.id)) for tie in ties[:_MOST_TIES]
        ]
        if point.place is None:
            offered.append(button(sentences.CHOOSE_CITY, routes.AskWhere(point.id), ButtonStyle.primary))
        told = safe(quotations.quotation(point, register))
        return Layout(container(sentences.QUOTED_SO, told, sentences.FOR_WHICH_CITY, *rows(offered)))

    async def _newest(self, interaction: Interaction, point: TalkingPoint) -> LetterDraft | None:
        """The person's newest letter that may quote a point."""
        for draft in await letter_drafts.of_writer(self.bot.database, interaction.user.id):
            if draft.sent is None and self.drafts.expires(draft) > self.bot.clock() and self._may_quote(draft, point):
                return draft
        return None

    async def _begin(self, interaction: Interaction, tie: str, point: TalkingPoint) -> None:
        """A new letter about a tie with the point; a panel of the same tie in which nothing was typed is used again."""
        register = self.bot.register
        if tie not in register.record.ties:
            raise Refusal(refusals.PLACE_GONE)
        subject = subject_of_tie(tie, register)
        if point not in quotations.offered(subject, requests_for(subject.standing)[0], register):
            raise Refusal(refusals.POINT_DOES_NOT_FIT)
        place = register.tie(tie).us
        async with self.bot.database.snapshot() as conn:
            untouched = await letter_drafts.untouched(conn, interaction.user.id, place, tie)
        earlier = await letter_drafts.get(self.bot.database, untouched) if untouched else None
        draft = await self.drafts.begin(interaction, tie=tie)
        await self._quote(interaction, replace(draft, points=earlier.points) if earlier else draft, point)

    async def _quote(self, interaction: Interaction, draft: LetterDraft, point: TalkingPoint) -> None:
        points = tuple(dict.fromkeys((*draft.points, point.id)))
        if len(points) > MOST_POINTS:
            raise Refusal(refusals.points_full(MOST_POINTS))
        draft = await self.drafts.choose_points(draft, points)
        await send_private(interaction, await self.letters.card(interaction, draft, f"{sentences.POINT_IS_IN}\n"))

    def _may_quote(self, draft: LetterDraft, point: TalkingPoint) -> bool:
        try:
            subject = self.drafts.subject(draft)
        except Refusal:
            return False
        return point in quotations.offered(subject, Request(draft.ask), self.bot.register)
