"""What should not become public is seen, whose it is, and what only looks like it is left alone."""

from __future__ import annotations

import pytest

from cogs.letters import private_data


@pytest.mark.parametrize(
    "text",
    [
        "my case number is IOE0955555555 and the paper ends in spring",
        "Receipt EAC2190012345.",
        "my passport no. FE123456",
        "A123456789",
        "my social security number 123-45-6789",
        "номер справи: справа № 1234567",
    ],
)
def test_the_number_of_a_paper_is_seen(text: str) -> None:
    assert private_data.paper_number(text)


@pytest.mark.parametrize("text", ["In case 12 people come.", "Resolution 3077", "ZIP 97217-1234", "AR 2023-120"])
def test_other_numbers_are_no_papers(text: str) -> None:
    assert not private_data.paper_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ask Councilmember Pruitt why, she lives at 2210 Almond Ct, the blue house.",
        "The mayor's cell is 925-555-0162.",
        "Her home address is 12 Oak St. and everybody should go there.",
    ],
)
def test_where_another_lives_is_seen(text: str) -> None:
    assert private_data.of_another(text)


@pytest.mark.parametrize(
    "text",
    [
        "I live at 2210 Almond Ct.",
        "My home is 14 Elm Terrace.",
        "The shelter is at 500 Main Street.",
        "You can call me at 918-555-0143, my mother said.",
        "She lives in Kharkiv.",
    ],
)
def test_ones_own_address_is_ones_own(text: str) -> None:
    assert not private_data.of_another(text)


def test_children_listed_with_their_ages_are_seen() -> None:
    assert private_data.children("Mrs. Lindqvist's 8th grade (Tyler 13, Mai 14, Sofia 13)")
    assert private_data.children("Ann (12) and Ben (14)")
    assert not private_data.children("Founded June 13, 2014")
    assert not private_data.children("Ann Smith")


def test_an_extension_is_seen() -> None:
    assert private_data.extension("M. Archuleta, Public Works, ext. 5-0117")
    assert not private_data.extension("the extension of the war")
