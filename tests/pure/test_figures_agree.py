"""Cards, pictures, the digest, answers, the public page and its files tell the same figures of any record, at once."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO

import pytest

from cogs.announcements import summary_rows
from cogs.announcements.digest import gather
from cogs.campaign.progress import progress_texts
from cogs.lookup.answers.answer import answer
from cogs.lookup.render_text import as_text
from cogs.pictures.shared_text import figures_text
from cogs.pictures.subjects import FigurePicture, View
from cogs.pictures.themes import Shape, Theme
from cogs.site import addresses, data_files
from cogs.site.pages import home
from cogs.site.sheet import sheet
from cogs.site.site import Site
from cogs.wording.progress import TOLD_ORDER
from db.record.act_kinds import ActKind
from db.record.figures import all_figures, figures
from db.record.models import PartialDate, Record
from db.record.public_data import TABLES
from db.record.register import Register
from db.record.standings import STANDINGS, Standing
from db.store.subscription_models import DigestMode, Preferences, Subscription
from tests.bench.synthetic import grown
from tests.pure.site_pages import Read

pytestmark = pytest.mark.slow

TODAY = date(2026, 11, 28)
NOW = datetime(2026, 11, 28, tzinfo=UTC)
THEN = datetime(2022, 2, 24, tzinfo=UTC)
CHANNEL = Subscription(
    id=1,
    guild=1,
    channel=1,
    set_by=None,
    set_at=THEN,
    preferences=Preferences(digest=DigestMode.ONLY),
    digest_until=THEN,
    digest_seq=0,
    earlier=None,
    ended=None,
    ended_at=None,
    paused_at=None,
    paused_why=None,
)


def counts_in(told: str) -> dict[Standing, int]:
    """How many ties of each standing a text tells of; a standing that it leaves out has none."""
    found = {standing: re.search(rf"(?<![\d,])([\d,]+) {STANDINGS[standing].word}\b", told) for standing in Standing}
    return {standing: int(match[1].replace(",", "")) if match else 0 for standing, match in found.items()}


def from_the_digest(register: Register) -> dict[Standing, int]:
    """What a weekly digest of all states tells of the whole; a week in which a word became stale has one."""
    made = gather(CHANNEL, (), (), register, since=THEN, until=NOW)
    assert made is not None
    _, (totals,) = summary_rows.digest_rows(made, register)
    return counts_in(totals)


def from_the_site(register: Register) -> list[dict[Standing, int]]:
    """The tiles of the first page, and the last row of its table."""
    page = Read()
    page.feed(home(Site(register), {}).html)
    cells = [int(cell.text.replace(",", "")) for cell in page.all("td", "number")[-len(TOLD_ORDER) :]]
    return [counts_in(" ".join(tile.text for tile in page.all("strong"))), dict(zip(TOLD_ORDER, cells, strict=True))]


def from_the_files(register: Register) -> list[dict[Standing, int]]:
    """The table of ties, and the sheet for people by the rows of the same ties."""
    rows = csv.DictReader(StringIO("".join(data_files.as_csv(TABLES[0], register)), newline=""))
    counted = Counter(row["standing"] for row in rows)
    lines = csv.DictReader(StringIO("".join(sheet(Site(register))).removeprefix("\ufeff"), newline=""))
    pages = {line["Page"] for line in lines}
    assert pages == {addresses.tie_page(tie) for tie in register.record.ties}
    return [{standing: counted[standing] for standing in Standing}]


def from_the_pictures(register: Register) -> list[dict[Standing, int]]:
    """What each map tells to those who do not see it, and its signs."""
    found = []
    for shape in Shape:
        picture = FigurePicture(View.MAP, "", Theme.LIGHT, shape).draw(register)
        drawn = Counter(register.status(tie).standing for mark in picture.scene.marks for tie in mark.ties)
        found += [counts_in(picture.alt), {standing: drawn[standing] for standing in Standing}]
    return found


@pytest.fixture(params=["as it ships", "one ended since", "thirty ties", "two thousand"])
def register(request: pytest.FixtureRequest, record: Record) -> Register:
    """Records that differ."""
    if request.param == "one ended since":
        tie = record.ties["portland-or--khabarovsk"]
        ended = replace(tie.acts[-1], id="new", kind=ActKind.ENDED, date=PartialDate.parse("2026-11-27"))
        return Register(replace(record, ties={**record.ties, tie.id: replace(tie, acts=(*tie.acts, ended))}))
    if request.param == "thirty ties":
        return Register(replace(record, ties=dict(list(record.ties.items())[:30])))
    return Register(grown(record, 2000) if request.param == "two thousand" else record)


def test_all_that_tells_the_figures_tells_the_same(register: Register) -> None:
    right = dict(figures(register).standings)
    assert sum(right.values()) == len(register.record.ties)
    card = progress_texts(register, "", TODAY)
    ended = f"{right[Standing.ENDED]:,} of {len(register.record.ties):,} ties with Russia have ended"
    explained, asked = all_figures(register), as_text(answer("how many ties are there?", register, TODAY), register)
    told = {
        "card": [counts_in(" ".join(count for count, _ in card.figures))],
        "pictures": from_the_pictures(register),
        "digest": [from_the_digest(register)],
        "answer": [counts_in(asked.partition("\n")[0])],
        "explanations": [{standing: explained[str(standing)] for standing in Standing}],
        "to be copied": [counts_in(figures_text(register, "")) | {Standing.ENDED: right[Standing.ENDED]}],
        "site": from_the_site(register),
        "files": from_the_files(register),
    }
    assert {where: found for where, every in told.items() for found in every if found != right} == {}
    for title in (card.title, figures_text(register, ""), home(Site(register), {}).title):
        assert title.startswith(ended)
