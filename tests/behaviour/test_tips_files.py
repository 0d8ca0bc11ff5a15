"""Scans and photos with tips: posted in the review channel, freed of where they were taken, deleted when unwanted."""

from __future__ import annotations

from typing import Any

import discord
import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.store import tip_files
from preview import World
from tests.behaviour.editing_steps import JUNEAU
from tests.behaviour.tips_steps import TIP, hand_in, open_first
from tests.pure.test_tips_files import MAKER, WHERE, chunk, document, jpeg, pdf, png, zipped
from tests.world import last, message_of, texts

pytestmark = pytest.mark.usefixtures("home")


def files_in(channel: ChannelHandle) -> list[discord.Message]:
    """The messages of a channel that hold a file."""
    return [message for message in channel.history() if message.attachments]


def photo_of(size: int) -> bytes:
    """A PNG file of so many bytes."""
    around = len(png(chunk(b"iCCP", b"")))
    return png(chunk(b"iCCP", bytes(size - around)))


async def fails(bot: Tiewatch, what: str | None) -> None:
    """Let what is written about files fail, or no longer."""
    async with bot.database.transaction() as conn:
        await conn.execute("DROP TRIGGER IF EXISTS full")
        if what is not None:
            await conn.execute(f"CREATE TRIGGER full BEFORE {what} ON tip_file BEGIN SELECT RAISE(ABORT, 'full'); END")


async def add_file(who: MemberActor, receipt: Any, name: str, data: bytes) -> Any:
    """The answer to a file that is added by the button of a receipt."""
    form = await who.click(message_of(receipt), label="Add a scan or photo")
    return await who.submit_modal(form, {"file": (name, data)})


async def test_a_photo_is_posted_again_without_where_it_was_taken(
    vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    receipt = await hand_in(vera, channel)
    said = texts(await add_file(vera, receipt, "IMG_1.jpg", jpeg()))
    assert "with the editors now" in said
    assert "What it said of who made it, and of where and when, was taken out." in said
    (posted,) = files_in(channel)
    assert "A file for tip 1" in texts(posted)
    data = await posted.attachments[0].read()
    assert WHERE not in data
    assert data.startswith(b"\xff\xd8")
    assert str(posted.id) in texts(await open_first(ed, channel))


async def test_a_photo_alone_is_told_of_as_that(vera: MemberActor, ed: MemberActor, channel: ChannelHandle) -> None:
    await add_file(vera, await hand_in(vera, channel, address=""), "IMG_1.jpg", jpeg())
    assert "No page was given, only what was sent in" in texts(await open_first(ed, channel))


async def test_a_file_may_come_first_and_its_tip_after(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    taken = await vera.slash(channel, "tip send", place=JUNEAU, file=("minutes.pdf", pdf(b"minutes")))
    form = await vera.click(message_of(taken), label="Write the tip")
    await vera.submit_modal(form, {**TIP, "place": JUNEAU})
    (file,) = await tip_files.of_tip(bot.database, 1)
    assert (file.type, file.size) == ("pdf", len(pdf(b"minutes")))


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("minutes.pdf", zipped(), "only pictures"),
        ("photo.jpg", b"<html>not a photo</html>", "only pictures"),
        ("photo.jpg", jpeg()[:-2], "only pictures"),
        ("large.png", photo_of(8 * 1024 * 1024 + 1), "larger than 8 MB"),
    ],
    ids=["a PDF that is a ZIP", "no photo", "half a photo", "too large"],
)
async def test_what_is_not_what_it_seems_is_not_taken(
    vera: MemberActor, channel: ChannelHandle, name: str, data: bytes, told: str
) -> None:
    assert told in texts(last(await add_file(vera, await hand_in(vera, channel), name, data)))
    assert files_in(channel) == []


async def test_a_file_of_8_mib_is_taken_whole(vera: MemberActor, channel: ChannelHandle) -> None:
    """One byte more is not, as above."""
    data = photo_of(8 * 1024 * 1024)
    assert "with the editors now" in texts(await add_file(vera, await hand_in(vera, channel), "scan.png", data))
    (posted,) = files_in(channel)
    assert await posted.attachments[0].read() == data


async def test_a_pdf_is_posted_without_its_maker_and_where_that_cannot_be_done_its_sender_is_told(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    receipt = await hand_in(vera, channel)
    assert "could not be freed" not in texts(await add_file(vera, receipt, "letter.pdf", document()))
    (posted,) = files_in(channel)
    assert MAKER.encode() not in await posted.attachments[0].read()
    said = texts(await add_file(vera, receipt, "locked.pdf", document(password="x")))
    assert "could not be freed of its own title and author" in said
    assert "was taken out" not in said


MINE, ANOTHER = jpeg(scan=b"\x01mine"), jpeg(scan=b"\x01another")


async def looked_for(bot: Tiewatch) -> None:
    """What a start does about files."""
    cog: Any = bot.get_cog("Tips")
    await cog.files.delete_unwanted()


@pytest.mark.expects_errors
async def test_a_file_that_was_posted_and_not_noted_is_found_again(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    """As when the bot dies between the two; whoever sends it in again leaves one."""
    receipt = await hand_in(vera, channel)
    await fails(bot, "UPDATE")
    await add_file(vera, receipt, "a.jpg", MINE)
    assert len(files_in(channel)) == 1
    assert await tip_files.of_tip(bot.database, 1) == ()
    await fails(bot, None)
    await looked_for(bot)
    (found,) = await tip_files.of_tip(bot.database, 1)
    assert [found.message] == [message.id for message in files_in(channel)]
    await fails(bot, "UPDATE")
    await add_file(vera, receipt, "b.jpg", ANOTHER)
    await fails(bot, None)
    await add_file(vera, receipt, "b.jpg", ANOTHER)
    assert len(files_in(channel)) == 3
    await looked_for(bot)
    first, second = files_in(channel)
    assert [file.message for file in await tip_files.of_tip(bot.database, 1)] == [first.id, second.id]


@pytest.mark.expects_errors
async def test_a_file_that_cannot_be_noted_is_not_posted(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    receipt = await hand_in(vera, channel)
    await fails(bot, "INSERT")
    await add_file(vera, receipt, "a.jpg", MINE)
    assert files_in(channel) == []


async def test_a_file_that_was_never_posted_is_forgotten(
    bot: Tiewatch, env: Env, vera: MemberActor, channel: ChannelHandle
) -> None:
    receipt = await hand_in(vera, channel)
    env.inject_error("POST", f"/channels/{channel.id}/messages", status=500, code=0)
    assert "could not be handed to the editors" in texts(last(await add_file(vera, receipt, "a.jpg", MINE)))
    await looked_for(bot)
    assert await bot.database.read("SELECT 1 FROM tip_file") == []


async def test_a_tip_has_at_most_three_files(vera: MemberActor, channel: ChannelHandle) -> None:
    receipt = await hand_in(vera, channel)
    for _ in range(3):
        await add_file(vera, receipt, "a.pdf", pdf())
    assert "There are 3 files already" in texts(last(await add_file(vera, receipt, "a.pdf", pdf())))


async def test_whoever_asks_to_be_forgotten_leaves_no_file(
    bot: Tiewatch, vera: MemberActor, olga: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    await add_file(vera, await hand_in(vera, channel), "a.pdf", pdf(b"mine"))
    await add_file(olga, await hand_in(olga, channel), "a.pdf", pdf(b"theirs"))
    assert len(files_in(channel)) == 2
    asked = await vera.slash(channel, "privacy forget")
    await vera.click(message_of(asked), label="Delete everything")
    (left,) = files_in(channel)
    assert await left.attachments[0].read() == pdf(b"theirs")
    card = texts(await open_first(ed, channel))
    assert f"<@{vera.id}>" not in card
    assert "1 person who asked to be forgotten" in card


async def test_a_withdrawn_tip_takes_its_file_with_it(vera: MemberActor, channel: ChannelHandle) -> None:
    receipt = await hand_in(vera, channel)
    await add_file(vera, receipt, "a.pdf", pdf())
    await vera.click(message_of(receipt), label="Withdraw")
    assert files_in(channel) == []


async def test_a_review_channel_that_is_gone_keeps_the_tip_and_says_so(
    bot: Tiewatch, env: Env, world: World, vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    elsewhere = env.guild.create_text_channel("elsewhere")
    review = env.guild.create_text_channel("review")
    await world.olga.slash(elsewhere, "setup", role=world.editors, channel=review)
    found = bot.get_channel(review.id)
    assert isinstance(found, discord.TextChannel)
    await found.delete()
    receipt = await hand_in(vera, elsewhere)
    assert "Thank you" in texts(receipt)
    refused = await add_file(vera, receipt, "a.pdf", pdf())
    assert "could not be handed to the editors" in texts(last(refused))
    assert "Tip 1" in texts(await open_first(ed, elsewhere))


async def test_six_files_in_ten_minutes_are_looked_at_and_no_more(vera: MemberActor, channel: ChannelHandle) -> None:
    receipt = await hand_in(vera, channel)
    for _ in range(6):
        assert "only pictures" in texts(last(await add_file(vera, receipt, "a.pdf", zipped())))
    assert "6 files in 10 minutes" in texts(last(await add_file(vera, receipt, "a.pdf", pdf())))
