"""How an act is told, how sure its date is, and what its pages are: the forms that need not be sent."""

from __future__ import annotations

from typing import Any

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.models import Confidence, DateBasis
from db.record.page_kinds import PageKind
from tests.behaviour.editing_steps import JUNEAU, NEWS, SUSPENDED, TIE, act_fields, act_of, enter, record_it
from tests.behaviour.editing_steps import standing as standing_of
from tests.world import buttons, labels, message_of, selects, texts

pytestmark = pytest.mark.usefixtures("home")

SAID = "On 20 November 2026 Juneau's assembly suspended its own support; the tie was expressly not dissolved."
COPY = {**NEWS, "address": "https://www.example-tribune.com/juneau", "publisher": "Tribune of Example"}
HEARD: dict[str, Any] = {"said": SAID, "date_basis": ["reported"], "date_note": "", "confidence": []}
OWN: dict[str, Any] = {"page_kind": [], "country": "", "marks": [], "mirror_of": ""}


async def say(who: MemberActor, card: Any, **typed: Any) -> Any:
    """The card after the form *Wording for readers*."""
    form = await who.click(message_of(card), label="Wording for readers")
    return await who.submit_modal(form, HEARD | typed)


async def describe(who: MemberActor, card: Any, number: int = 1, **typed: Any) -> Any:
    """The card after the form *Kind of page* of a source."""
    form = await who.click(message_of(card), label="Kind of page")
    if form.modal is None:
        (select,) = selects(form)
        form = await who.select(message_of(form), [str(number)], custom_id=select.custom_id)
    return await who.submit_modal(form, OWN | typed)


async def test_an_act_is_recorded_with_a_sentence_of_its_own(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    card = await say(ed, await enter(ed, channel), confidence=["low"])
    assert (
        f"Readers are told: “{SAID} The vote: 9–0. The suspension is to last until Russian troops have left Ukraine.”"
        in texts(card)
    )
    await ed.click(message_of(card), label="Record quietly")
    act = act_of(bot, SUSPENDED)
    assert (act.said, act.date_basis, act.confidence) == (SAID, DateBasis.REPORTED, Confidence.LOW)


async def test_the_card_has_the_usual_sentence_where_an_act_has_none_of_its_own(
    ed: MemberActor, channel: ChannelHandle
) -> None:
    until = "The suspension is to last until Russian troops have left Ukraine."
    usual = f"Suspended by the Juneau Assembly on 20 November 2026, 9–0. {until}"
    assert f"Readers are told: “{usual}”" in texts(await enter(ed, channel))


async def test_a_sentence_that_breaks_a_rule_is_named_and_kept(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    card = await say(ed, await enter(ed, channel), said="In November the assembly suspended it.")
    said = texts(card)
    assert 'must give the date of the act, as "20 November 2026"' in said
    assert "Told in these words: In November the assembly suspended it." in said
    assert "Record quietly" not in labels(card)
    assert "Record quietly" in labels(await say(ed, card))


async def test_an_uncertain_date_needs_its_note_for_readers(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    card = await say(ed, await enter(ed, channel), date_basis=["meeting"])
    assert "needs a sentence for readers on why" in texts(card)
    card = await say(ed, card, date_basis=["meeting"], date_note="The outcome of the meeting was not seen.")
    assert "The outcome of the meeting was not seen." in texts(card)
    await ed.click(message_of(card), label="Record quietly")
    act = act_of(bot, SUSPENDED)
    assert (act.date_basis, act.date_note) == (DateBasis.MEETING, "The outcome of the meeting was not seen.")


async def test_a_correction_carries_the_sentence_over_and_says_that_it_may_need_changing(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    card = await say(ed, await enter(ed, channel))
    await ed.click(message_of(card), label="Record quietly")
    form = await ed.slash(channel, "record correct", place=JUNEAU, act=SUSPENDED, why="A word was wrong.")
    card = await ed.submit_modal(form, act_fields(summary="Suspended its own support of the tie."))
    assert "told in the words of the act that it replaces, which may need changing too" in texts(card)
    await ed.click(message_of(card), label="Correct quietly")
    assert act_of(bot, f"{SUSPENDED}-2").said == SAID


async def test_a_corrected_kind_is_not_told_in_the_old_words(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    card = await say(ed, await enter(ed, channel))
    await ed.click(message_of(card), label="Record quietly")
    options = {"place": JUNEAU, "act": SUSPENDED, "why": "It was an ending.", "kind": "ended"}
    form = await ed.slash(channel, "record correct", **options)
    card = await ed.submit_modal(form, act_fields("ended", summary="Voted to end the tie."))
    assert "Its own sentence is still that of the act which this corrects" in texts(card)
    assert "Correct quietly" not in labels(card)
    primary = [button.label for button in buttons(card) if button.style.name == "primary"]
    assert primary == ["Wording for readers"]
    card = await say(ed, card, said="")
    assert "The sentence that it had of its own is left out" in texts(card)
    await ed.click(message_of(card), label="Correct quietly")
    assert act_of(bot, f"{TIE}.20261120.ended").said is None


async def test_what_a_page_is_begins_with_what_address_and_record_tell(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    page = {**NEWS, "address": "https://www.ktoo.org/2026/11/21/assembly", "publisher": ""}
    card = await enter(ed, channel, page)
    assert "is taken as a broadcaster (US), to be cited in letters." in texts(card)
    await ed.click(await enter(ed, channel, page, kind="statement"), label="Record quietly")
    source = bot.register.source_of_page(page["address"])
    assert source is not None
    assert (source.page_kind, source.country, source.citable_in_letter) == (PageKind.BROADCASTER, "US", True)


async def test_what_a_page_is_can_be_said_and_is_held_to_the_rules_of_the_dataset(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    card = await enter(ed, channel, NEWS, kind="statement")
    assert "No kind was given" in texts(card)
    refused = await describe(ed, card, page_kind=["newspaper"], country="RU", marks=["citable"])
    assert "a page that is not known to be American is never cited in a letter" in texts(refused)
    card = await describe(ed, refused, page_kind=["newspaper"], country="ru", marks=[])
    assert "is taken as a Russian outlet (RU)." in texts(card)
    await ed.click(message_of(card), label="Record quietly")
    source = bot.register.source_of_page(NEWS["address"])
    assert source is not None
    assert (source.page_kind, source.country) == (PageKind.RUSSIAN_OUTLET, "RU")


async def test_equal_titles_are_asked_about_and_a_copy_counts_once(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    card = await enter(ed, channel, NEWS, COPY)
    assert "have the same title, or nearly the same publisher. Is it one text, or one outlet?" in texts(card)
    assert "Record quietly" not in labels(card)
    card = await describe(ed, card, 2, text_of=["1"])
    said = texts(card)
    assert "one report, all with the text of Example Herald." in said
    assert "with the text of Example Herald" in said
    assert "That is less than grade A, or B, or two independent C" in said
    assert "Record quietly" not in labels(card)


async def test_equal_titles_of_two_reports_count_as_two_once_that_was_said(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    card = await describe(ed, await enter(ed, channel, NEWS, COPY), 2, text_of=[])
    assert "Evidence: C, C. That carries a change of standing" in texts(card)
    assert "Record quietly" in labels(card)


@pytest.mark.parametrize(
    "address",
    [
        f"{NEWS['address']}?fbclid=x",
        f"{NEWS['address']}/amp",
        f"https://web.archive.org/web/20261122000000/{NEWS['address']}",
    ],
)
async def test_one_article_entered_twice_is_one_source(address: str, ed: MemberActor, channel: ChannelHandle) -> None:
    card = await enter(ed, channel, NEWS, {**NEWS, "address": address, "publisher": "The Herald of Example"})
    assert "Sources 1 and 2 that you entered are one page, so they are one source." in texts(card)
    assert "Record quietly" not in labels(card)


async def test_pages_of_one_outlet_are_one_report_whatever_the_spelling_of_its_name(
    ed: MemberActor, channel: ChannelHandle
) -> None:
    other = {"address": "https://example-herald.com/later", "title": "A later report", "publisher": "Herald, The"}
    card = await enter(ed, channel, NEWS, {**NEWS, **other})
    assert "one report, of one outlet under several names." in texts(card)
    assert "Record quietly" not in labels(card)


async def test_a_hearing_can_be_moved_in_a_form_of_its_own(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    card = await enter(ed, channel, kind="proposed")
    form = await ed.click(card, label="The hearing")
    card = message_of(await ed.submit_modal(form, {"hearing": "8 December 2026"}))
    assert "Hearing: 8 December 2026" in texts(card)


async def test_a_decision_on_one_report_can_be_recorded_as_said(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    before = standing_of(bot)
    card = await say(ed, await enter(ed, channel, NEWS))
    form = await ed.click(message_of(card), label="Record as a statement only")
    typed = {"actor": "Mayor of Juneau", "authority": ["mayor"], "summary": "Said that the tie is on hold.", "vote": ""}
    card = await ed.submit_modal(form, typed)
    assert "**Statement** · 20 November 2026 · Mayor of Juneau" in texts(card)
    await ed.click(message_of(card), label="Record quietly")
    act = act_of(bot, f"{TIE}.20261120.statement")
    assert (act.said, act.condition, act.summary) == (None, None, "Said that the tie is on hold.")
    assert standing_of(bot) is before


async def test_a_page_that_the_record_has_is_not_described_anew(ed: MemberActor, channel: ChannelHandle) -> None:
    await record_it(ed, channel)
    form = await ed.slash(channel, "record correct", place=JUNEAU, act=SUSPENDED, why="A word was wrong.")
    card = await ed.submit_modal(form, act_fields(summary="Suspended the tie."))
    assert "Kind of page" not in labels(card)
