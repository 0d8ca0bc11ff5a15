"""The pictures of the documentation: the preview in Debian's Chromium, as people use it, and the public page.

``make doc-pictures`` writes ask.png, recording.png and the others into docs/.

What it records is made up, and gone with the preview.
"""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, FloatRect, Locator, Page, sync_playwright

from cogs.kit.settings import ROOT
from cogs.site.build import build_site
from cogs.site.site import Site
from db.record.dataset import load_dataset
from db.record.register import Register
from tests.browser.conftest import CHROMIUM, FLAGS, Chat

QUESTION = "is Portland still paired with Khabarovsk?"
WIDE, HIGH = 1280, 1600
SITE_WIDE, SITE_HIGH = 1200, 1000
# For what the page does by itself after a key or a press.
PAUSE = 1500


@dataclass(frozen=True, slots=True)
class Author:
    """Takes the pictures of messages, into a folder."""

    chat: Chat
    folder: Path

    @property
    def page(self) -> Page:
        """The window."""
        return self.chat.page

    @property
    def messages(self) -> Locator:
        """The messages, the oldest first."""
        return self.chat.timeline.locator("article.channel-message")

    def take(self, name: str, last: int = 1) -> None:
        """Save the last messages, so many, as one picture."""
        self.chat.jump_to_latest()
        # Away from the messages: what is under the pointer has a bar of its own.
        self.page.mouse.move(5, 5)
        self.page.wait_for_timeout(PAUSE)
        shown = [box for box in (message.bounding_box() for message in self.messages.all()[-last:]) if box]
        self.page.screenshot(path=self.folder / f"{name}.png", clip=_around(shown))

    def become(self, name: str) -> None:
        """Look at the channel as another member; the page then begins anew, and what is typed too early is lost."""
        self.chat.view_as(name)
        self.page.wait_for_timeout(2 * PAUSE)

    def press(self, label: str) -> None:
        """Press a button of the newest message that has it."""
        self.chat.timeline.get_by_role("button", name=label, exact=True).last.click()
        self.page.wait_for_timeout(PAUSE)

    def choose(self, typed: str) -> None:
        """Type a part of what an option of a command may be, and take the first that fits."""
        self.page.keyboard.type(typed)
        self.page.wait_for_timeout(PAUSE)
        self.page.keyboard.press("Enter")
        self.page.wait_for_timeout(PAUSE)

    def submit(self, choice: str = "", **typed: str) -> None:
        """Fill in the form that is open, and send it. ``choice`` is taken in its select."""
        form = self.page.get_by_role("dialog").last
        form.wait_for()
        for name, text in typed.items():
            form.locator(f"[name={name}]").fill(text)
        if choice:
            form.get_by_text("Select an option").click()
            self.page.get_by_role("option", name=re.compile(choice)).first.click()
        form.get_by_role("button", name="Submit").click()
        form.wait_for(state="hidden")
        self.page.wait_for_timeout(PAUSE)


def _around(boxes: list[FloatRect]) -> FloatRect:
    """The smallest part of the window that holds some of its parts."""
    left, top = min(box["x"] for box in boxes), min(box["y"] for box in boxes)
    right, bottom = max(box["x"] + box["width"] for box in boxes), max(box["y"] + box["height"] for box in boxes)
    return {"x": left, "y": top, "width": min(676, right - left), "height": bottom - top}


def ask(author: Author) -> None:
    """The headline question, as a volunteer asks it."""
    author.chat.command("ask", QUESTION)
    author.chat.expect("Portland, Oregon – Khabarovsk, Russia")
    author.take("ask")


def diagnose(author: Author) -> None:
    """What an organizer is told of a channel in which nothing is missing."""
    author.become("Olga")
    author.chat.begin("announcements diagnose")
    author.choose("")
    author.page.get_by_role("button", name="Send").last.click()
    author.chat.expect("Read Message History")
    author.take("diagnosis")


def record(author: Author) -> None:
    """A suspension that is made up: its preview, and its announcement."""
    author.become("Ed")
    author.chat.begin("record act")
    for typed in ("Juneau", "Suspended", "20 November 2026"):
        author.choose(typed)
    author.submit(
        "Council",
        actor="Juneau Assembly",
        summary="Voted to suspend the sister-city tie.",
        vote="9–0",
        condition="until Russian troops have left Ukraine",
    )
    author.press("Add the source")
    author.submit(
        "^A",
        address="https://juneau.org/minutes/20261120.pdf",
        title="Minutes of 20 November 2026",
        publisher="City and Borough of Juneau",
        published="20 November 2026",
    )
    author.chat.expect("Record this act?")
    author.take("recording")
    author.press("Record and announce")
    author.chat.expect("Changed: suspended, not ended")
    author.take("announced")


def correct(author: Author) -> None:
    """The correction of that, and what it did to the announcement."""
    author.chat.begin("record correct")
    for typed in ("Juneau", "It was a vote of 8 to 1."):
        author.choose(typed)
    author.messages.last.get_by_text("Choose the act").click()
    author.page.get_by_role("option", name="Suspended").last.click()
    author.submit(vote="8–1")
    author.press("Correct and announce")
    author.chat.expect("The message above said")
    author.take("corrected", last=2)


@contextmanager
def preview() -> Iterator[str]:
    """The address of a preview that runs as long as the context lasts."""
    command = [sys.executable, "bot.py", "preview", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield next(
                found[0] for line in process.stdout if (found := re.search(r"http://127\.0\.0\.1:\d+/\S*", line))
            )
        finally:
            process.send_signal(signal.SIGTERM)


def public_page(browser: Browser, folder: Path) -> None:
    """The first page of the site."""
    with TemporaryDirectory() as made:
        build_site(Site(Register(load_dataset())), Path(made) / "site")
        page = browser.new_page(viewport={"width": SITE_WIDE, "height": SITE_HIGH})
        page.goto((Path(made) / "site" / "index.html").as_uri())
        page.screenshot(path=folder / "site.png")
        page.close()


def main(folder: Path) -> None:
    """Take all pictures."""
    with sync_playwright() as playwright, preview() as address:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        public_page(browser, folder)
        page = browser.new_page(viewport={"width": WIDE, "height": HIGH})
        page.goto(address)
        author = Author(Chat(page), folder)
        author.chat.expect("This is Tiewatch")
        for take in (ask, diagnose, record, correct):
            take(author)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs")
