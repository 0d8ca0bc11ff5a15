"""A letter in the browser, at a phone's width and at a desktop's: from the panel to the copy."""

from __future__ import annotations

from tests.browser.conftest import Chat

REASON = "My neighbor Halyna came here from Kharkiv with two children and one suitcase."


def test_a_letter_is_written_reviewed_and_copied(chat: Chat) -> None:
    chat.command("letter write", "Portland, Oregon – Khabarovsk, Russia")
    chat.expect("Usual office")
    chat.page.get_by_text("Write it in my words").last.click()
    form = chat.page.get_by_role("dialog").last
    form.locator("textarea").first.fill(REASON)
    form.get_by_role("button", name="Submit").click()
    chat.expect(REASON)
    chat.expect("Review")
    chat.picture(f"letter-{chat.page.viewport_size['width'] if chat.page.viewport_size else 0}")
    chat.page.get_by_role("button", name="Copy", exact=True).last.click()
    chat.expect("paste it into your own e-mail")
