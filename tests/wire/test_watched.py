"""A running bot shows how it is, tells systemd, and ends with one line where only its operator can help."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import main
from cogs.operations.monitor import signs_file
from cogs.operations.signs import Signs, judge
from tests.wire.double import Double, Refusal
from tests.wire.fanout import prepare, record, stop_cleanly
from tests.wire.process import Launcher

SECONDS_TO_END = 10.0


def signs(launcher: Launcher) -> Signs:
    """The signs that the bot wrote last."""
    return Signs.from_json(signs_file(launcher.database).read_text(encoding="utf-8"))


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[socket.socket]:
    """What hears what systemd is told."""
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.setblocking(False)
        yield listening


def heard(supervisor: socket.socket) -> list[str]:
    """All that was told since it was last asked."""
    said = []
    while True:
        try:
            said.append(supervisor.recv(100).decode())
        except BlockingIOError:
            return said


async def test_a_running_bot_is_well_and_says_so(
    double: Double, launcher: Launcher, supervisor: socket.socket, tmp_path: Path
) -> None:
    """Also after it has looked through its whole database."""
    fan_out = await prepare(double, launcher.database, 2)
    launcher.settings["NOTIFY_SOCKET"] = str(tmp_path / "notify")
    said: list[str] = []
    async with launcher.started() as bot:

        def is_told() -> bool:
            said.extend(heard(supervisor))
            return "WATCHDOG=1" in said[said.index("READY=1") + 1 :][1:] if "READY=1" in said else False

        await double.until(lambda: is_told() or not bot.running, "systemd is told", 60)
        assert bot.running, bot.output
        assert fan_out.settled()
        assert "WATCHDOG=1" in said
        found = signs(launcher)
        assert found.ready
        assert found.pid == bot.process.pid
        assert [sign for sign in judge(found, datetime.now(UTC)) if not sign.ok] == []
        await stop_cleanly(bot)
    assert heard(supervisor)[-1] == "STOPPING=1"


@pytest.mark.parametrize(("code", "said"), [(4004, "DISCORD_TOKEN"), (4013, "intents"), (4014, "intents")])
async def test_what_discord_refuses_for_good_is_one_line_and_78(
    double: Double, launcher: Launcher, code: int, said: str
) -> None:
    async with launcher.started() as bot:
        before = len(bot.output.splitlines())
        await double.gateway.close(code)
        assert await bot.ended(SECONDS_TO_END) == 78
        told = [line for line in bot.output.splitlines()[before:] if not line.startswith("20")]
        assert [said in line for line in told] == [True]
        assert "Traceback" not in bot.output


async def test_a_token_that_is_revoked_while_the_gateway_stays_is_one_line_and_78(
    double: Double, fast: Launcher
) -> None:
    double.log.expect(401)
    fan_out = await prepare(double, fast.database, 1)
    async with fast.started() as bot:
        await double.until(fan_out.settled, "the first is sent", 30)
        for path in ("/channels/*", "/users/*"):
            double.faults.add("*", path, Refusal(401, 0))
        await record(double, fast.database, fan_out.channels, 2)
        assert await bot.ended(60) == 78
        told = [line for line in bot.output.splitlines() if not line.startswith("20")]
        assert ["DISCORD_TOKEN" in line for line in told] == [True]


async def test_told_to_it_reads_its_settings_again(
    double: Double, launcher: Launcher, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TIEWATCH_DATABASE", str(launcher.database))
    assert main(["reload"]) == 1
    async with launcher.started() as bot:
        await double.until(lambda: signs_file(launcher.database).exists() and signs(launcher).ready, "it is up", 40)
        assert main(["health"]) == 0
        assert main(["reload"]) == 0
        await double.until(lambda: "Settings taken over" in bot.output, "it says so", 20)
        await stop_cleanly(bot)
    assert main(["reload"]) == 1
    assert capsys.readouterr().err.count("No bot runs on") == 2
