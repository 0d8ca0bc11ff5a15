"""The first thing a newcomer runs, seen as they see it."""

from __future__ import annotations

from playwright.sync_api import Locator

from tests.browser.conftest import Chat

HEADLINE = "is Portland still paired with Khabarovsk?"


def lies_within(shown: Locator, width: float) -> bool:
    """Whether something is shown from its left to its right edge."""
    box = shown.bounding_box()
    return box is not None and box["x"] >= 0 and box["x"] + box["width"] <= width


def test_the_first_message_says_what_to_try_and_what_is_not_the_bots(chat: Chat) -> None:
    chat.expect("is Portland still paired with Khabarovsk?")
    chat.expect("Not the bot's")


def test_the_headline_question_is_answered_with_places_standing_and_sources(chat: Chat) -> None:
    width = chat.page.evaluate("window.innerWidth")
    chat.expect("This is Tiewatch")
    chat.command("ask", HEADLINE)
    heading = chat.expect("Portland, Oregon – Khabarovsk, Russia")
    chat.expect("searched")
    chat.picture(f"ask-{width}")
    assert lies_within(heading, width)
    assert chat.page.evaluate("document.documentElement.scrollWidth") <= width
    assert chat.timeline.get_by_role("button", name="Sources").last.is_visible()
    assert chat.timeline.get_by_role("link").count() >= 1


def test_a_button_on_the_answer_answers(chat: Chat) -> None:
    chat.view_as("Olga")
    chat.command("ask", HEADLINE)
    chat.expect("Portland, Oregon – Khabarovsk, Russia")
    chat.timeline.get_by_role("button", name="History").last.click()
    chat.expect("Only you can see this")


def test_a_refusal_reads_as_an_answer_and_not_as_a_fault_of_the_bot(chat: Chat) -> None:
    chat.expect("This is Tiewatch")
    chat.begin("letter write", "Qwxzrtpl")
    chat.page.get_by_text("No options match").wait_for()
    chat.page.keyboard.press("Enter")
    chat.expect("I know no American place by that name")
    width = chat.page.evaluate("window.innerWidth")
    chat.picture(f"refusal-{width}")
    assert chat.page.get_by_text("Action outcome uncertain").count() == 0
    chat.command("about")
    chat.expect("How I know")
