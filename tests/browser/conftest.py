"""The preview in a real browser: `python bot.py` as a newcomer starts it, and Debian's Chromium looking at it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from cogs.kit.settings import ROOT

CHROMIUM = Path("/usr/bin/chromium")
PICTURES = ROOT / "out"
FLAGS = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync "
    "--no-first-run --disable-quic"
).split()
SECONDS_TO_START = 60


@dataclass(frozen=True, slots=True)
class Chat:
    """The chat page, in words of what a person does there."""

    page: Page

    @property
    def timeline(self) -> Locator:
        """The messages."""
        return self.page.locator("#channel-timeline")

    def view_as(self, name: str) -> None:
        """Become another member."""
        self.page.locator("#viewer-picker").select_option(label=name)

    def command(self, name: str, *values: str) -> None:
        """Choose a command, fill in its options in their order, and send it."""
        self.begin(name, *values)
        self.page.keyboard.press("Enter")

    def begin(self, name: str, *values: str) -> None:
        """Choose a command and fill in its options in their order."""
        box = self.page.locator("#channel-composer-input")
        box.click()
        box.type(f"/{name}")
        self.page.wait_for_timeout(300)
        self.page.keyboard.press("Enter")
        for value in values:
            self.page.wait_for_timeout(300)
            self.page.keyboard.type(value)

    def expect(self, text: str) -> Locator:
        """Wait until the messages hold a text; where it stands last."""
        found = self.timeline.get_by_text(text).last
        found.wait_for(timeout=20_000)
        return found

    def jump_to_latest(self) -> None:
        """Scroll to the end of the messages."""
        self.timeline.evaluate("element => { element.scrollTop = element.scrollHeight }")
        self.page.wait_for_timeout(300)

    def picture(self, name: str) -> Path:
        """Save what the window shows as a picture in `out/`."""
        PICTURES.mkdir(exist_ok=True)
        self.jump_to_latest()
        path = PICTURES / f"{name}.png"
        self.page.screenshot(path=path)
        return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. Without it the tests are skipped, but on a build machine they fail.

    It ends with its module: while playwright runs, no other test may start an event loop.
    """
    if not CHROMIUM.exists():
        what = "the preview and the public page were not looked at in a browser"
        reason = f"{what}: Debian's package chromium is not installed"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(browser: Browser) -> Iterator[str]:
    """The address that `python bot.py` prints without a token. It must end well when it is told to stop."""
    process = subprocess.Popen(
        [sys.executable, "bot.py", "preview", "--port", "0"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield _printed_address(process)
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=20)
        assert process.returncode == 0, errors
        assert "Traceback" not in errors
    finally:
        process.kill()


@pytest.fixture(params=[390, 1280], ids=["phone", "desktop"])
def chat(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Chat]:
    """The chat page at a phone's width and at a desktop's."""
    page = browser.new_page(viewport={"width": request.param, "height": 900})
    page.goto(address)
    yield Chat(page)
    page.close()


def _printed_address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    until = time.monotonic() + SECONDS_TO_START
    for line in process.stdout:
        if found := re.search(r"http://127\.0\.0\.1:\d+/\S*", line):
            return found.group()
        if time.monotonic() > until:
            break
    raise AssertionError(f"no address was printed: {process.communicate(timeout=20)}")
