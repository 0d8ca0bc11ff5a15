"""Links that are gone or lead elsewhere, as work for editors: in `/queue`, and in the list of `/watching links`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time

from cogs.kit.access import require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.components import Layout, chosen
from cogs.kit.failures import Refusal
from cogs.kit.replies import edit_or_send, edit_own_or_send
from cogs.kit.router import handles
from cogs.kit.work_queue import WorkItem, WorkKind, Worth, with_keys
from cogs.watching import sentences, views
from cogs.watching.routes import LinkSettled, SettleLink
from cogs.wording.names import tie_name
from db.record.link_states import Link
from db.store import links, work_claims

KIND = "link"


class LinkWork:
    """The links that wait for an editor, and what an editor does about one."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot

    def register(self) -> None:
        """Add the links to what waits for editors."""
        noun, title = sentences.LINK_NOUN, sentences.BROKEN_LINKS
        self._bot.work_queue.add(WorkKind(KIND, title, noun, self._count, self._rows, self._card))

    def close(self) -> None:
        """Take them away again."""
        self._bot.work_queue.remove(KIND)

    async def broken(self) -> list[Link]:
        """The links that wait, the longest first."""
        known = await links.links_of(self._bot.database, self._bot.register.record.sources.values())
        return sorted(
            (link for link in known if link.broken), key=lambda link: (link.since or link.looked_on, link.source)
        )

    async def card_of_all(self, before: str = "") -> Layout:
        """The list of all that wait, and the way to settle each."""
        return views.links_card(await self.broken(), self._bot.register.record.sources, before)

    async def _count(self) -> int:
        return len(await self.broken())

    async def _rows(self, most: int) -> Sequence[WorkItem]:
        sources = self._bot.register.record.sources
        return [
            WorkItem(
                link.source,
                views.source_name(sources[link.source]),
                sentences.link_state(link),
                Worth.UPKEEP,
                _moment(link),
            )
            for link in (await self.broken())[:most]
        ]

    async def _card(self, interaction: Interaction, item: str) -> Layout:
        link = await self._waiting(item)
        register = self._bot.register
        ties = [
            tie_name(tie, register)
            for tie in register.record.ties.values()
            if any(link.source in act.sources for act in tie.acts)
        ]
        return views.link_card(link, register.record.sources[link.source], ties)

    @handles(SettleLink)
    async def settle_chosen(self, interaction: Interaction, route: SettleLink) -> None:
        """Note that an editor has dealt with a link of the list, and show what is left."""
        require_editor(interaction)
        await self._settle(chosen(interaction)[0])
        await edit_own_or_send(interaction, await self.card_of_all(sentences.SETTLED))

    @handles(LinkSettled)
    async def settle_open(self, interaction: Interaction, route: LinkSettled) -> None:
        """Note that an editor has dealt with the link that is open in the queue."""
        require_editor(interaction)
        await self._settle(route.source)
        await edit_or_send(interaction, with_keys(views.settled_card(), KIND, route.source))

    async def _settle(self, source: str) -> None:
        link = await self._waiting(source)
        async with self._bot.database.transaction() as conn:
            await links.settle(conn, link)
            await work_claims.release(conn, KIND, source)

    async def _waiting(self, source: str) -> Link:
        link = await links.read_link(self._bot.database, source)
        known = self._bot.register.record.sources.get(source)
        if link is None or not link.broken or known is None or known.url != link.address:
            raise Refusal(sentences.STANDS_OTHERWISE)
        return link


def _moment(link: Link) -> datetime:
    day = link.since or link.looked_on
    assert day is not None
    return datetime.combine(day, time(), UTC)
