"""What editors see of what is watched; nothing is fetched here: no setting of a test turns that on."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.link_states import Link, LinkState
from db.record.models import ArchivedCopy
from db.store import councils, feeds, links, tips
from db.store.drafts import open_drafts_of, read_draft
from db.store.records import read_record
from db.store.tip_models import NewTip, TipSubject
from db.store.watched_models import QUIET_AFTER, TOLD_AFTER, ReadingOutcome, SourceReading
from preview import World
from tests.behaviour.editing_steps import set_up
from tests.world import NOW, Shown, last, message_of, selects, texts

TODAY = NOW.date()


async def keep_gone(bot: Tiewatch, *sources: str) -> None:
    """Keep the links of these sources as gone."""
    async with bot.database.transaction() as conn:
        for name in sources:
            source = bot.register.record.sources[name]
            gone = Link(name, source.url, LinkState.GONE, 3, TODAY, TODAY, TODAY, "the site says so (404)")
            await links.save(conn, gone)


async def test_only_editors_see_what_is_watched(
    bot: Tiewatch, world: World, vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    assert "Only editors" in texts(await vera.slash(channel, "watching show"))
    assert "Only editors" in texts(await vera.slash(channel, "watching links"))
    said = texts(await ed.slash(channel, "watching show"))
    assert "does not look at pages by itself" in said
    assert "none has been looked at yet" in said


async def test_without_the_setting_nothing_is_fetched(bot: Tiewatch) -> None:
    cog: Any = bot.get_cog("Watching")
    assert cog.fetcher is None
    assert not cog.rounds.is_running()


async def test_a_broken_link_is_settled_by_an_editor_and_stays_so(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    assert "No link waits" in texts(await ed.slash(channel, "watching links"))
    await keep_gone(bot, "abc7chicago-20220302", "59-20220623")
    shown = await ed.slash(channel, "watching links")
    assert "**2 links** wait for an editor" in texts(shown)
    assert "gone since 28 November 2026" in texts(shown)
    (choice,) = selects(shown)
    after = last(await ed.select(message_of(shown), ["59-20220623"], custom_id=choice.custom_id))
    assert "It is settled" in texts(after)
    assert "**1 link** waits for an editor" in texts(after)
    found = await links.read_link(bot.database, "59-20220623")
    assert found is not None
    assert found.settled


async def test_a_broken_link_stands_in_the_queue_and_is_settled_there(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    await keep_gone(bot, "abc7chicago-20220302")
    shown = await ed.slash(channel, "queue", show="link")
    assert "Sources that no longer answer" in texts(shown)
    (choice,) = selects(shown)
    card = last(await ed.select(message_of(shown), [choice.options[0].value], custom_id=choice.custom_id))
    assert "Chicago suspends sister city relationship with Moscow" in texts(card)
    assert "Chicago, Illinois – Moscow" in texts(card)
    assert "No copy of this page is on record" in texts(card)
    after = last(await ed.click(message_of(card), label="I have dealt with it"))
    assert "It is settled" in texts(after)
    found = await links.read_link(bot.database, "abc7chicago-20220302")
    assert found is not None
    assert found.settled


async def test_a_copy_that_an_editor_adds_stands_beside_its_source(
    bot: Tiewatch, world: World, ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    page = f"https://web.archive.org/web/20220303101500/{bot.register.record.sources['abc7chicago-20220302'].url}"
    said = texts(await ed.slash(channel, "watching copy", source="abc7chicago-20220302", address=page))
    assert "It is on record: [copy of 3 March 2022]" in said
    shown = await vera.slash(channel, "status", place="Chicago")
    assert "copy of 3 March 2022" in texts(last(await vera.click(message_of(shown), label="Sources")))
    assert (await read_record(bot.database)).sources["abc7chicago-20220302"].copies == (
        ArchivedCopy(page, date(2022, 3, 3)),
    )


async def test_a_file_is_kept_in_the_review_channel_by_hash_and_size(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    body = b"%PDF-1.7 a scan"
    file = ("scan.pdf", body)
    said = texts(await ed.slash(channel, "watching copy", source="abc7chicago-20220302", file=file, taken="2022-03-03"))
    assert "It is on record" in said
    (copy,) = bot.register.record.sources["abc7chicago-20220302"].copies
    assert (copy.sha256, copy.size) == (hashlib.sha256(body).hexdigest(), len(body))
    assert copy.url.startswith("https://discord.com/channels/")


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"address": "https://web.archive.org/web/20220303101500/https://other.example/"}, "a copy of another page"),
        ({"address": "https://archive.ph/AbCdE"}, "What day is the copy from"),
        ({"address": "https://archive.ph/AbCdE", "taken": "2022"}, "could not be read"),
        ({"address": "https://archive.ph/AbCdE", "taken": "2027-01-01"}, "a future date"),
        ({"address": "http://127.0.0.1/copy", "taken": "2022-03-03"}, "not a public web site"),
        ({}, "one of the two"),
    ],
)
async def test_what_is_no_copy_is_refused(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle, options: dict[str, str], why: str
) -> None:
    await set_up(world)
    assert why in texts(await ed.slash(channel, "watching copy", source="abc7chicago-20220302", **options))
    assert not bot.register.record.sources["abc7chicago-20220302"].copies


async def test_a_link_that_stands_otherwise_by_now_is_not_settled(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    await keep_gone(bot, "59-20220623")
    shown = await ed.slash(channel, "watching links")
    found = await links.read_link(bot.database, "59-20220623")
    assert found is not None
    async with bot.database.transaction() as conn:
        await links.save(conn, replace(found, state=LinkState.ALIVE))
    (choice,) = selects(shown)
    assert "has changed since" in texts(
        last(await ed.select(message_of(shown), ["59-20220623"], custom_id=choice.custom_id))
    )


FEED = "https://juneauindependent.com/feed"


async def test_an_editor_lists_a_feed_sees_it_and_takes_it_off(
    bot: Tiewatch, world: World, ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    assert "Only editors" in texts(await vera.slash(channel, "watching feed", address=FEED))
    assert "Only editors" in texts(await vera.slash(channel, "watching stop", what=FEED))
    said = texts(await ed.slash(channel, "watching feed", address=FEED, covers="Juneau"))
    assert "It is about Juneau, Alaska." in said
    assert "Its first reading yields nothing" in said
    assert "It was listed before" in texts(await ed.slash(channel, "watching feed", address=FEED))
    (feed,) = await feeds.all_feeds(bot.database)
    assert (feed.address, feed.covers) == (FEED, ())
    assert "juneauindependent.com](<https://juneauindependent.com/feed>): never read yet" in texts(
        await ed.slash(channel, "watching show")
    )
    assert "no longer read" in texts(await ed.slash(channel, "watching stop", what=FEED))
    assert "not on the list" in texts(await ed.slash(channel, "watching stop", what=FEED))
    assert not await feeds.all_feeds(bot.database)


@pytest.mark.parametrize(
    ("address", "covers", "why"),
    [
        ("http://127.0.0.1/feed", None, "not a public web site"),
        ("ftp://paper.example/feed", None, "must start with https"),
        (FEED, "Atlantis", "names no place on record"),
    ],
)
async def test_what_is_no_feed_is_not_listed(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle, address: str, covers: str | None, why: str
) -> None:
    await set_up(world)
    options = {"covers": covers} if covers else {}
    assert why in texts(await ed.slash(channel, "watching feed", address=address, **options))
    assert not await feeds.all_feeds(bot.database)


async def test_a_feed_that_fails_for_a_week_waits_in_the_queue(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    await ed.slash(channel, "watching feed", address=FEED)
    (feed,) = await feeds.all_feeds(bot.database)
    failed = SourceReading().went(ReadingOutcome.UNREADABLE, "what came is not a feed", bot.clock() - TOLD_AFTER)

    async def opened() -> Shown:
        async with bot.database.transaction() as conn:
            await feeds.save(conn, replace(feed, reading=failed))
        shown = await ed.slash(channel, "queue", show="watched")
        (choice,) = selects(shown)
        return last(await ed.select(message_of(shown), [choice.options[0].value], custom_id=choice.custom_id))

    card = await opened()
    assert "not read since 21 November 2026: what came is not a feed" in texts(card)
    after = last(await ed.click(message_of(card), label="Go on trying"))
    assert "It is tried once a day" in texts(after)
    assert "none" in texts(await ed.slash(channel, "queue", show="watched"))
    gone = last(await ed.click(message_of(await opened()), label="Stop reading it"))
    assert "no longer read" in texts(gone)
    assert not await feeds.all_feeds(bot.database)


async def test_a_feed_in_which_nothing_new_comes_for_long_waits_in_the_queue_until_an_editor_says_it_is_right(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    await ed.slash(channel, "watching feed", address=FEED)
    (feed,) = await feeds.all_feeds(bot.database)
    silent = SourceReading(spoke_at=bot.clock() - QUIET_AFTER).went(ReadingOutcome.EMPTY, "", bot.clock())
    async with bot.database.transaction() as conn:
        await feeds.save(conn, replace(feed, reading=silent))
    assert "nothing new since 29 September 2026" in texts(await ed.slash(channel, "watching show"))
    shown = await ed.slash(channel, "queue", show="watched")
    (choice,) = selects(shown)
    card = last(await ed.select(message_of(shown), [choice.options[0].value], custom_id=choice.custom_id))
    assert "Gone quiet" in texts(card)
    assert "nothing new since 29 September 2026" in texts(card)
    assert "It is read on" in texts(last(await ed.click(message_of(card), label="It is fine as it is")))
    assert "none" in texts(await ed.slash(channel, "queue", show="watched"))
    (known,) = await feeds.all_feeds(bot.database)
    assert known.reading.silence_known
    again = known.reading.spoke(bot.clock())
    assert again.is_quiet(bot.clock() + QUIET_AFTER), "it spoke since, so it is told of again"


async def test_an_editor_has_the_agendas_of_a_council_read(
    bot: Tiewatch, world: World, ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    options = {"place": "Juneau", "platform": "legistar", "client": "juneau"}
    assert "Only editors" in texts(await vera.slash(channel, "watching council", **options))
    assert "once a night, by Legistar" in texts(await ed.slash(channel, "watching council", **options))
    assert "Agendas of Juneau, Alaska](<https://juneau.legistar.com/Calendar.aspx>): never read yet" in texts(
        await ed.slash(channel, "watching show")
    )
    assert "no longer read" in texts(await ed.slash(channel, "watching stop", what="council-juneau-ak"))
    assert not await councils.all_councils(bot.database)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"client": "evil.example/x"}, "not the name of a council with Legistar"),
        ({"platform": "granicus"}, "It looks like “juneau/2”"),
        ({"place": "Atlantis"}, "names no place on record"),
        ({"place": "Oregon"}, "Name one U.S. place"),
    ],
)
async def test_what_is_no_council_is_not_listed(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle, changed: dict[str, str], why: str
) -> None:
    await set_up(world)
    options = {"place": "Juneau", "platform": "legistar", "client": "juneau"} | changed
    assert why in texts(await ed.slash(channel, "watching council", **options))
    assert not await councils.all_councils(bot.database)


async def test_a_meeting_found_on_an_agenda_becomes_a_proposal_with_its_hearing(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    found = NewTip(
        TipSubject.PROPOSED,
        tie="juneau-ak--vladivostok",
        date="2026-12-03",
        address="https://juneau.legistar.com/MeetingDetail.aspx?ID=7",
        words="“Assembly”, a meeting on 3 December 2026. Words that matched: “Vladivostok”.",
        machine="Agendas of Juneau, Alaska",
        title="Assembly, meeting of 3 December 2026",
    )
    async with bot.database.transaction() as conn:
        assert await tips.add(conn, found, bot.clock())
    listed = message_of(await ed.slash(channel, "queue"))
    card = last(await ed.click(listed, label="Begin with the first"))
    assert "Words that matched: “Vladivostok”" in texts(card)
    begun = message_of(await ed.click(message_of(card), label="Record an act"))
    assert "no date yet\nHearing: 2026-12-03" in texts(begun)
    assert "Source: Assembly, meeting of 3 December 2026" in texts(begun)
    assert "The title is missing" not in texts(begun), "what a machine knows of its page is not typed again"
    (number,) = await open_drafts_of(bot.database, ed.id)
    draft = await read_draft(bot.database, number)
    assert draft is not None
    assert (draft.kind, draft.date, draft.hearing) == ("proposed", "", "2026-12-03")
