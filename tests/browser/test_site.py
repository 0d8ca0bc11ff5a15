"""The public page in a real browser: for screen readers and keyboards, on a phone, in the dark, without scripts."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from cogs.kit.settings import ROOT
from cogs.site import addresses
from cogs.site.build import build_site
from cogs.site.site import Site
from db.record.register import Register
from tests.browser.conftest import PICTURES
from tests.pure.site_pages import with_acts

TIE = "portland-or--khabarovsk"
GONE = "houston-tx--moscow"
WIDTHS = (390, 768, 1200)
MAIN = (addresses.HOME, addresses.TIES, addresses.tie_page(TIE), addresses.state_page("OR"), addresses.DATA)
OTHERS = (
    *(addresses.HOW, addresses.UNKNOWN, addresses.SIDES, addresses.ABOUT, addresses.PRIVACY, addresses.TERMS),
    *(addresses.state_page("ID"), addresses.tie_page("juneau-ak--vladivostok"), addresses.tie_page(GONE)),
)


# Where `make vnu` puts the checker of the W3C, which needs Java.
CHECKER = ROOT / "out" / "vnu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


class Quiet(SimpleHTTPRequestHandler):
    """Hands out files, and says nothing."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the library's
        """Say nothing."""


@pytest.fixture(scope="module")
def folder(frozen_register: Register, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an entry that was corrected, one that was withdrawn, and a page that is gone."""
    made: Path = tmp_path_factory.mktemp("browser") / "site"
    tie = frozen_register.record.ties[TIE]
    first = tie.acts[-1]
    newer = replace(first, id=f"{first.id}-2", replaces=first.id, replaces_why="The day was wrong")
    other = replace(first, id=f"{first.id}-3", retracted="It was about another city")
    register = with_acts(frozen_register, tie, *tie.acts, newer, other)
    build_site(Site(frozen_register), made)
    without = {name: known for name, known in register.record.ties.items() if name != GONE}
    left = Register(replace(register.record, ties=without))
    build_site(Site(left, "https://example.org/ties/", "mail@example.org", kept=("watches",)), made)
    return made


@pytest.fixture(scope="module")
def site(browser: Browser, folder: Path) -> Iterator[str]:
    """Its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> str:
    """The reader's ground."""
    return str(request.param)


def opened(browser: Browser, width: int, theme: str = "light", *, scripts: bool = True) -> Page:
    """A window of a width, on a ground."""
    scheme: Any = theme
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=scripts
    )
    return context.new_page()


def faults(page: Page) -> list[str]:
    """What axe finds wrong with a page, with what it concerns."""
    found = Axe().run(page).response["violations"]
    return [f"{fault['id']}: {[node['html'][:120] for node in fault['nodes'][:3]]}" for fault in found]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_main_pages_can_be_used_by_everybody_at_every_width(
    browser: Browser, site: str, width: int, theme: str
) -> None:
    page = opened(browser, width, theme)
    for path in MAIN:
        page.goto(f"{site}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert faults(page) == [], path
    PICTURES.mkdir(exist_ok=True)
    page.goto(f"{site}{addresses.tie_page(TIE)}")
    page.screenshot(path=PICTURES / f"site-{width}-{theme}.png")
    page.context.close()


def test_so_can_the_other_pages(browser: Browser, site: str, theme: str) -> None:
    page = opened(browser, WIDTHS[0], theme)
    for path in OTHERS:
        page.goto(f"{site}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[0], path
        assert faults(page) == [], path
    page.context.close()


def test_the_table_of_states_fits_a_phone(browser: Browser, site: str) -> None:
    page = opened(browser, WIDTHS[0])
    page.goto(site)
    table = page.locator(".scroll")
    assert table.evaluate("part => part.scrollWidth <= part.clientWidth")
    assert page.locator("p.narrow").is_visible()
    page.set_viewport_size({"width": WIDTHS[2], "height": 900})
    assert not page.locator("p.narrow").is_visible()
    page.context.close()


def test_the_list_is_narrowed_while_somebody_types(browser: Browser, site: str) -> None:
    page = opened(browser, WIDTHS[1])
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}{addresses.TIES}")
    page.get_by_label("Place, state or word").fill("oregon khabarovsk")
    assert page.locator(".ties li:visible").count() == 1
    assert page.get_by_role("status").inner_text() == "1 tie fits."
    assert page.locator(".group:visible").count() == 1
    page.get_by_label("Place, state or word").fill("")
    page.get_by_label("How it stands").select_option("suspended")
    shown = page.locator(".ties li:visible")
    assert shown.count() == page.locator(".ties li[data-standing=suspended]").count() > 0
    assert errors == []
    page.context.close()


def test_a_newcomer_finds_a_city_from_the_first_page(browser: Browser, site: str) -> None:
    page = opened(browser, WIDTHS[0])
    page.goto(site)
    page.get_by_label("Your city or state").fill("portland oregon")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ties.html?q=portland+oregon")
    shown = page.locator(".ties li:visible")
    assert shown.count() == 1
    shown.get_by_role("link").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Portland, Oregon – Khabarovsk, Russia"
    page.context.close()


def test_without_scripts_everything_is_there_but_the_filter(browser: Browser, site: str) -> None:
    page = opened(browser, WIDTHS[0], scripts=False)
    page.goto(f"{site}{addresses.TIES}")
    assert not page.get_by_label("Place, state or word").is_visible()
    assert page.locator(".ties li:visible").count() == page.locator(".ties li").count() > 10
    page.goto(f"{site}{addresses.tie_page(TIE)}")
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.locator(".lead").is_visible()
    page.context.close()


def test_a_keyboard_comes_to_the_content_and_to_the_sources(browser: Browser, site: str) -> None:
    page = opened(browser, WIDTHS[2])
    page.goto(f"{site}{addresses.tie_page(TIE)}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.wait_for_url("**#content")
    page.locator("a.cite").first.press("Enter")
    page.wait_for_url("**#source-1")
    assert page.locator("#source-1").is_visible()
    page.context.close()


def test_nothing_is_loaded_from_elsewhere(browser: Browser, site: str) -> None:
    page = opened(browser, WIDTHS[2])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    refused: list[str] = []
    page.on("response", lambda response: refused.append(response.url) if response.status >= 400 else None)
    for path in MAIN:
        page.goto(f"{site}{path}")
    assert asked
    assert not [url for url in asked if not url.startswith(site)]
    assert refused == []
    page.context.close()


def test_the_html_is_as_the_standard_has_it(folder: Path) -> None:
    java = shutil.which("java")
    if java is None or not CHECKER.exists():
        reason = "the HTML was not checked against the standard: Java, or what `make vnu` installs, is not there"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    command = [java, "-jar", str(CHECKER), "--skip-non-html", "--format", "text", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    style = [java, "-jar", str(CHECKER), "--css", str(folder / addresses.STYLE)]
    assert subprocess.run(style, capture_output=True, text=True, check=False).returncode == 0
