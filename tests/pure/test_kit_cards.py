"""What any text becomes on a card: nothing that was typed or recorded turns into markup or a ping."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import discord
import pytest
from discord import ui
from hypothesis import given
from hypothesis import strategies as st

from cogs.kit import cards
from cogs.kit.card_actions import CardAction, CardActions
from cogs.kit.cards import (
    ROOM,
    Block,
    CardPage,
    Option,
    Paragraph,
    Tone,
    choices,
    cited,
    link,
    notice,
    numbered,
    pager,
    paginate,
    paragraph,
    safe,
)
from cogs.kit.components import Layout
from cogs.kit.routes import PressRoute, Reply
from cogs.wording.english import clip
from db.record.grades import Grade
from db.record.models import PartialDate, Source
from db.record.standings import Standing

MARKUP = "[](){}<>*_~|`#>-@!&:/\\ \n"
typed = st.text(alphabet=st.one_of(st.sampled_from(MARKUP), st.characters(codec="utf-8")), max_size=200)
pieces = st.lists(
    st.sampled_from(
        ["@everyone", "@here", "<@123456789012345678>", "<@&1>", "<#1>", "<t:1>", "**", "[a](http://b)", "`"]
    )
    | st.text(max_size=8),
    max_size=12,
).map("".join)

UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*[\[\]<*_~|`]")
PINGS = re.compile(r"@(everyone|here)\b|(?<!\\)<@[!&]?\d+>")


def source(number: int = 1, url: str = "https://example.org/page", **changed: Any) -> Source:
    """A source like those of the record."""
    fields: dict[str, Any] = {
        "id": f"source-{number}",
        "url": url,
        "title": f"Title {number}",
        "publisher": "The Paper",
        "published": PartialDate.parse("2022-04"),
        "grade": Grade.C,
    }
    return Source(**{**fields, **changed})


def without_addresses(text: str) -> str:
    """A text without what Discord takes for an address, in which nothing is markup."""
    return re.sub(r"https?://\S+", "", text)


@given(typed)
def test_a_typed_text_shows_as_it_is(text: str) -> None:
    shown = without_addresses(safe(text))
    assert not UNESCAPED.search(shown)
    assert not re.search(r"^\s*(#{1,3}|-#?|>)\s", shown, re.MULTILINE)


@given(pieces)
def test_a_typed_text_pings_nobody(text: str) -> None:
    assert not PINGS.search(safe(text))


@given(pieces)
def test_no_typed_text_becomes_a_link_beside_a_citation(text: str) -> None:
    shown = cited(f"{text} [1] {text}", [source()])
    links = re.findall(r"(?<!\\)\]\((.*?)\)", without_addresses(shown.replace("<https://example.org/page>", "<ours>")))
    assert set(links) <= {"<ours>"}


def test_plain_words_and_addresses_stay_as_they_are() -> None:
    text = "Said on 4 April 2022 (5–4), see https://example.org/a_b*c_d?x=1 - or don't."
    assert safe(text) == text


def test_a_list_is_escaped_where_it_stands_and_no_stroke_is_left_alone() -> None:
    assert safe("Why?\n\n- one\n  - two\n\n# three") == "Why?\n\n\\- one\n  \\- two\n\n\\# three"


def test_a_number_is_linked_to_its_source_and_one_without_a_source_stays_text() -> None:
    assert cited("kept [1] and [2]", [source()]) == r"kept [[1]](<https://example.org/page>) and \[2\]"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://x", "https://example.org/" + "a" * 600])
def test_an_address_that_discord_would_not_take_is_no_link(url: str) -> None:
    assert link("[1]", url) == "[1]"


def test_brackets_in_an_address_do_not_end_the_link() -> None:
    assert link("[1]", "https://e.org/a_(b)>c d") == "[[1]](<https://e.org/a_(b)%3Ec%20d>)"


def test_a_source_is_named_with_publisher_title_date_and_kind() -> None:
    told = numbered(3, source(3, grade=Grade.A))
    assert told.startswith("[[3]](<https://example.org/page>) The Paper: “Title 3”, April 2022 (A: resolution")


def test_state_media_and_a_title_of_ours_are_marked() -> None:
    marked = source(state_media=True, title_is_descriptive=True)
    assert "Russian state media" in numbered(1, marked)
    assert "Russian state media" in cards.brief(1, marked)
    assert "title in our words" in numbered(1, marked)
    assert "title in our words" not in numbered(1, source())


@given(st.text(max_size=300), st.integers(min_value=2, max_value=120))
def test_a_cut_text_is_never_longer_than_allowed(text: str, most: int) -> None:
    cut = clip(text, most)
    assert len(cut) <= most
    assert cut == text or cut.endswith("…")


def test_a_cut_never_leaves_half_a_citation() -> None:
    assert clip("one two three [12] four", 17) == "one two three…"


@given(st.text(alphabet=st.sampled_from("a*_[1] "), min_size=1, max_size=9000))
def test_a_paragraph_of_any_length_fits(text: str) -> None:
    told = paragraph(text, [source()])
    assert len(told.text) <= 1600
    assert told.cites <= {1}


blocks = st.lists(
    st.builds(
        lambda words, heading, standing: Block(
            tuple(paragraph(text, [source(n) for n in range(1, 31)]) for text in words), heading, standing
        ),
        st.lists(
            st.builds(
                lambda word, count, cites: f"{word} " * count + "".join(f"[{n}]" for n in cites),
                st.sampled_from(["word", "**bold**", "слово"]),
                st.integers(1, 120),
                st.lists(st.integers(1, 30), max_size=6),
            ),
            min_size=1,
            max_size=8,
        ),
        st.sampled_from(["", "Portland, Oregon – Khabarovsk, Russia"]),
        st.sampled_from([None, *Standing]),
    ),
    max_size=6,
)


def page_length(page: CardPage) -> int:
    """The characters of a page as it is shown."""
    return sum(len(block.text) + 2 for block in page.blocks) + sum(len(line) + 4 for line in page.sources)


@given(blocks)
def test_pages_fit_into_a_message_and_lose_no_paragraph(told: list[Block]) -> None:
    found = paginate(told, [source(n) for n in range(1, 31)])
    assert all(page_length(page) <= ROOM for page in found)
    shown = [part.text for page in found for block in page.blocks for part in block.paragraphs]
    assert shown == [part.text for block in told for part in block.paragraphs]


@given(blocks)
def test_a_page_names_the_sources_that_it_cites(told: list[Block]) -> None:
    known = [source(n) for n in range(1, 31)]
    for page in paginate(told, known):
        cites = {number for block in page.blocks for part in block.paragraphs for number in part.cites}
        assert list(page.sources) == [numbered(number, known[number - 1]) for number in sorted(cites)]


def test_a_heading_is_repeated_where_its_block_goes_on() -> None:
    long = Block(tuple(Paragraph("word " * 200) for _ in range(8)), "Portland, Oregon", Standing.ACTIVE)
    pages = paginate([long])
    assert len(pages) > 1
    assert all(page.blocks[0].text.startswith("-# ● **Active**\n### Portland, Oregon\n") for page in pages)


def ids(rows: Iterable[ui.ActionRow[Any]]) -> list[str]:
    """The custom ids in rows of buttons or selects."""
    return [
        item.custom_id
        for row in rows
        for item in row.children
        if isinstance(item, (ui.Button, ui.Select)) and item.custom_id
    ]


class Choose(PressRoute, name="choose", reply=Reply.IN_PLACE):
    """One of the choices."""

    place: str


class ChooseOneOf(PressRoute, name="choose-one", reply=Reply.IN_PLACE):
    """The choice in a select."""


class TurnTo(PressRoute, name="page", reply=Reply.IN_PLACE):
    """A page."""

    page: int


def test_a_few_choices_are_buttons_in_rows_of_five() -> None:
    rows = choices([Option(f"Place {n}", f"place-{n}") for n in range(7)], Choose, ChooseOneOf())
    assert [len(row.children) for row in rows] == [5, 2]
    assert ids(rows)[0] == "choose/1/place-0"


@pytest.mark.parametrize(
    "options", [[Option(f"Place {n}", f"place:{n}") for n in range(11)], [Option("long " * 10, "place:1")]]
)
def test_many_or_long_choices_are_one_select(options: list[Option]) -> None:
    rows = choices(options, Choose, ChooseOneOf())
    assert ids(rows) == ["choose-one/1"]


def test_no_more_than_twenty_five_choices_are_shown() -> None:
    [row] = choices([Option(f"Place {n}", f"place:{n}") for n in range(40)], Choose, ChooseOneOf())
    [select] = row.children
    assert isinstance(select, ui.Select)
    assert len(select.options) == 25


def test_one_page_has_no_pager_and_the_ends_of_several_are_closed() -> None:
    assert pager(0, 1, TurnTo) == []
    [first] = pager(0, 3, TurnTo)
    assert [getattr(item, "disabled", None) for item in first.children] == [True, False]
    [last] = pager(2, 3, TurnTo)
    assert [getattr(item, "disabled", None) for item in last.children] == [False, True]
    assert ids([first]) == ["page/1/0", "page/1/1"]
    assert ids([last]) == ["page/1/1", "page/1/3"]


def test_a_notice_is_a_layout_that_is_never_kept() -> None:
    shown = notice("Done.", tone=Tone.DONE, title="Recorded")
    assert isinstance(shown, Layout)
    assert shown.is_finished()
    [frame] = shown.children
    assert isinstance(frame, ui.Container)
    assert frame.accent_colour == Tone.DONE.value


def test_a_card_shows_the_buttons_in_the_order_added() -> None:
    actions = CardActions()
    actions.add(CardAction("History", Choose))
    actions.add(CardAction("Write a letter", Choose, style=discord.ButtonStyle.primary))
    assert [(item.label, item.custom_id) for item in actions.buttons("a--b")] == [
        ("History", "choose/1/a--b"),
        ("Write a letter", "choose/1/a--b"),
    ]


def test_a_very_long_beginning_in_bold_leaves_room_for_the_rest() -> None:
    told = cards.paragraph(" The rest.", (), "_bold_ " * 5_000)
    assert told.text.endswith(" The rest.")
    assert len(told.text) <= cards.TEXT_LIMIT
