"""Talking points that editors add and retire: told at once, confirmed where they are thin, taken back, exported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.dataset import faults_in, load_dataset
from db.record.models import Side, TalkingPoint
from db.record.toml_export import export_toml
from db.store import personal_data
from db.store.records import read_record
from db.store.synchronisation import synchronise
from preview import World
from tests.behaviour.editing_steps import take_role
from tests.world import NOW, labels, last, message_of, texts

pytestmark = pytest.mark.usefixtures("home")

PAGE: Mapping[str, Any] = {
    "page": "https://www.example-herald.com/mayor-on-vladivostok",
    "date": "5 March 2022",
    "title": "Mayor speaks on sister city",
    "publisher": "Example Herald",
    "grade": "C",
}
WORDS: Mapping[str, Any] = {
    "speaker": "Ada Example",
    "office_then": "then a member of the Juneau Assembly",
    "occasion": "Assembly meeting",
    "quote": "Our friends there did not choose this war.",
    "gist": "Said that the people of the partner city had not chosen the war.",
}
POINT = "example-2022-03"
RETIRED = "poe-2022-03"


async def enter(who: MemberActor, channel: ChannelHandle, words: Mapping[str, Any] = WORDS, **options: Any) -> Any:
    """The card of a talking point of Juneau's, or of what the options say."""
    typed = {"side": "keep", "said": "4 March 2022", "place": "Juneau, Alaska", **PAGE} | options
    chosen = {name: value for name, value in typed.items() if value != ""}
    form = await who.slash(channel, "record point", **chosen)
    return await who.submit_modal(form, dict(words))


async def told(who: MemberActor, channel: ChannelHandle, **options: Any) -> str:
    """What `/talking-points` answers."""
    return texts(await who.slash(channel, "talking-points", private=True, **options))


def point_of(bot: Tiewatch, name: str = POINT) -> TalkingPoint:
    """A talking point as the register has it."""
    return bot.register.record.talking_points[name]


async def test_a_point_is_seen_as_it_will_be_told_recorded_and_told_at_once(
    bot: Tiewatch, ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    card = await enter(ed, channel)
    said = texts(card)
    assert "For keeping the ties" in said
    assert "Ada Example, then a member of the Juneau Assembly, on 4 March 2022:" in said
    assert "“Our friends there did not choose this war.”" in said
    assert "Evidence: C, news report. One editor may record it." in said
    assert "Letters do not quote it." in said
    assert labels(message_of(card))[0] == "Record"
    done = await ed.click(message_of(card), label="Record")
    assert "What Ada Example said is told from now on" in texts(done)
    point = point_of(bot)
    assert (point.side, point.place, point.place_text) == (Side.KEEP, "juneau-ak", "Juneau, Alaska")
    assert "Ada Example" in await told(vera, channel, text="did not choose this war")
    assert "Ada Example" in texts(await vera.slash(channel, "search", text="Ada Example", private=True))


async def test_what_it_answers_names_it_in_turn_also_after_a_new_dataset(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle, tmp_path: Path
) -> None:
    offered = await ed.autocomplete(channel, "record point", "answers", "brothers and sisters", side="keep")
    (answered,) = [each["value"] for each in offered if each["name"].startswith("Volodymyr Zelenskyy")]
    card = await enter(ed, channel, answers=answered)
    assert "It answers Volodymyr Zelenskyy:" in texts(card)
    await ed.click(message_of(card), label="Record")
    assert POINT in point_of(bot, answered).answers
    assert point_of(bot).answers == (answered,)
    export_toml(await read_record(bot.database), tmp_path / "data")
    data = tmp_path / "data" / "talking_points.toml"
    assert f'id = "{POINT}"' in data.read_text(encoding="utf-8")
    assert POINT in load_dataset(tmp_path / "data").talking_points
    shipped = load_dataset()
    changed = {answered: replace(shipped.talking_points[answered], gist="Other words.")}
    await synchronise(bot.database, replace(shipped, talking_points={**shipped.talking_points, **changed}), NOW)
    after = await read_record(bot.database)
    assert after.talking_points[answered].gist == "Other words."
    assert POINT in after.talking_points[answered].answers
    assert not faults_in(after)


async def test_thin_evidence_takes_a_second_editor_who_may_send_it_back(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    card = await enter(ed, channel, grade="D")
    assert "a second editor has to confirm it" in texts(card)
    assert "Record" not in labels(message_of(card))
    await ed.click(message_of(card), label="Ask a second editor")
    assert POINT not in bot.register.record.talking_points
    desk = message_of(await eve.slash(channel, "queue"))
    assert "1 talking point" in texts(desk)
    card = await eve.click(desk, label="Begin with the first")
    assert "Entered by" in texts(card)
    form = await eve.click(message_of(card), label="Send back")
    back = await eve.submit_modal(form, {"why": "The page does not give the day."})
    assert "Sent back to" in texts(back)
    desk = message_of(await ed.slash(channel, "queue"))
    card = await ed.click(desk, label="Begin with the first")
    assert "The page does not give the day." in texts(card)
    card = await ed.submit_modal(
        await ed.click(message_of(card), label="When and where"), {"date": "March 2022", "place": "", "marks": []}
    )
    await ed.click(message_of(card), label="Ask a second editor")
    desk = message_of(await eve.slash(channel, "queue"))
    card = await eve.click(desk, label="Begin with the first")
    await eve.click(message_of(card), label="Confirm and record")
    point = point_of(bot)
    assert (str(point.date), point.place) == ("2022-03", None)


async def test_a_late_confirmation_of_other_words_is_refused(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    card = await enter(ed, channel, grade="D")
    await ed.click(message_of(card), label="Ask a second editor")
    desk = message_of(await eve.slash(channel, "queue"))
    seen = message_of(await eve.click(desk, label="Begin with the first"))
    desk = message_of(await ed.slash(channel, "queue"))
    mine = await ed.click(desk, label="Begin with the first")
    assert labels(message_of(mine))[0] == "Cancel"
    await ed.click(message_of(mine), label="Cancel")
    said = texts(last(await eve.click(seen, label="Confirm and record")))
    assert "This was canceled." in said
    assert POINT not in bot.register.record.talking_points


async def test_what_is_missing_is_said_and_what_was_typed_is_kept(ed: MemberActor, channel: ChannelHandle) -> None:
    long = " ".join(["word"] * 31)
    card = await enter(
        ed, channel, {**WORDS, "quote": long}, letters=True, said="soon", page="https://nowhere.example.net/x", title=""
    )
    said = texts(card)
    assert "The quotation has 31 words; at most 30 may be quoted." in said
    assert "soon" in said
    assert "The title is missing" in said
    assert labels(message_of(card))[0] == "What was said"
    form = await ed.click(message_of(card), label="What was said")
    card = await ed.submit_modal(form, {**WORDS, "quote": ""})
    assert "A letter can quote it only if there is a quotation" in texts(card)


async def test_the_same_words_of_the_same_person_are_refused(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    known = next(point for point in bot.register.record.points_in_use if point.quote)
    card = await enter(ed, channel, {**WORDS, "speaker": known.speaker, "quote": known.quote})
    assert f"The record has these words of {known.speaker} already." in texts(card)


async def test_undo_takes_a_point_and_its_source_out_again(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    before = await read_record(bot.database)
    card = await enter(ed, channel, answers="zelenskyy-2022-06-brothers")
    done = await ed.click(message_of(card), label="Record")
    await ed.click(message_of(done), label="Undo")
    after = await read_record(bot.database)
    assert after.talking_points == before.talking_points
    assert after.sources == before.sources
    assert POINT not in bot.register.record.talking_points


async def test_what_a_letter_quotes_is_retired_and_not_undone(
    bot: Tiewatch, ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    card = await enter(ed, channel, letters=True)
    assert "Letters may quote it." in texts(card)
    done = await ed.click(message_of(card), label="Record")
    await vera.slash(channel, "letter write", place="Juneau, Alaska")
    async with bot.database.transaction() as conn:
        await conn.execute("UPDATE letter_draft SET points = ?", (f'["{POINT}"]',))
    assert "used by now" in texts(last(await ed.click(message_of(done), label="Undo")))
    assert POINT in bot.register.record.talking_points
    await ed.slash(channel, "record retire", point=POINT, why="She never said it.")
    assert point_of(bot).retired == "She never said it."


async def test_a_retired_point_is_quoted_nowhere_stays_in_the_data_and_may_come_back(
    bot: Tiewatch, ed: MemberActor, vera: MemberActor, channel: ChannelHandle, tmp_path: Path
) -> None:
    speaker = point_of(bot, RETIRED).speaker
    assert speaker in await told(vera, channel, text=speaker)
    offered = await ed.autocomplete(channel, "record retire", "point", speaker)
    assert RETIRED in [each["value"] for each in offered]
    done = await ed.slash(channel, "record retire", point=RETIRED, why="He took it back on 1 May 2023.")
    assert "is no longer told" in texts(done)
    assert speaker not in await told(vera, channel, text=speaker)
    assert "No talking point in use fits" in texts(
        await ed.slash(channel, "record retire", point=RETIRED, why="Again.")
    )
    await synchronise(bot.database, load_dataset(), NOW)
    record = await read_record(bot.database)
    assert record.talking_points[RETIRED].retired == "He took it back on 1 May 2023."
    export_toml(record, tmp_path / "data")
    assert load_dataset(tmp_path / "data").talking_points == record.talking_points
    await ed.click(message_of(done), label="Undo")
    assert speaker in await told(vera, channel, text=speaker)
    assert (await read_record(bot.database)).talking_points == load_dataset().talking_points


async def test_others_are_refused_and_forgetting_withdraws_what_waits(
    bot: Tiewatch, world: World, ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    said = texts(await vera.slash(channel, "record retire", point=RETIRED, why="I do not like it."))
    assert "editor" in said
    assert point_of(bot, RETIRED).retired is None
    card = await enter(ed, channel, grade="D")
    await ed.click(message_of(card), label="Ask a second editor")
    assert "talking points you began to enter as an editor" in await personal_data.summary(bot.database, ed.id)
    async with bot.database.transaction() as conn:
        await personal_data.forget(conn, ed.id)
    (row,) = await bot.database.read("SELECT editor, state FROM point_draft")
    assert tuple(row) == (0, "cancelled")
    await take_role(bot, world, ed)
    form = texts(await ed.slash(channel, "record point", side="keep", said="2022", **PAGE))
    assert "editor" in form
