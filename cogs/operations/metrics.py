"""Figures for Prometheus, off by default: on this machine alone, and without a name, an id or a text in them.

They are made from the signs that the bot writes down anyway, so a look at them asks nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from cogs.kit.bot import Requests
from cogs.operations.signs import Signs

ADDRESS = "127.0.0.1"
PREFIX = "tiewatch"
# The ages, by the field of the signs: what is told of each.
AGES = {
    "gateway": "Seconds since Discord was last heard, if only answering a heartbeat.",
    "request": "Seconds since the last request to Discord that succeeded.",
    "swept": "Seconds since the outbox last looked for what waits.",
    "oldest_unsent": "Seconds for which the oldest message waits that is due and that nothing stands against.",
    "backup": "Seconds since the last backup.",
}


class SignsCollector(Collector):
    """What is told at each look. ``signs`` gives the newest, or None before the first."""

    def __init__(self, signs: Callable[[], Signs | None], requests: Requests, clock: Callable[[], datetime]) -> None:
        self._signs = signs
        self._requests = requests
        self._clock = clock

    def collect(self) -> Iterator[Metric]:
        """All figures as they are now."""
        counted = CounterMetricFamily(
            f"{PREFIX}_requests", "Requests to Discord, by the first digit of the answer.", labels=["answer"]
        )
        for answer, number in sorted(self._requests.counts.copy().items()):
            counted.add_metric([f"{answer}xx"], number)
        yield counted
        signs = self._signs()
        if signs is None:
            return
        now = self._clock()
        yield GaugeMetricFamily(f"{PREFIX}_ready", "1 if the bot answers.", value=int(signs.ready))
        yield GaugeMetricFamily(f"{PREFIX}_held", "1 if a restore holds all sending.", value=int(signs.held))
        yield GaugeMetricFamily(f"{PREFIX}_servers", "Servers that the bot is in.", value=signs.servers)
        if signs.room is not None:
            yield GaugeMetricFamily(f"{PREFIX}_disk_free_bytes", "What fits on the database's disk.", value=signs.room)
        waiting = GaugeMetricFamily(f"{PREFIX}_outbox", "Messages that are not sent yet, by state.", labels=["state"])
        for state, number in sorted(signs.waiting.items()):
            waiting.add_metric([state], number)
        yield waiting
        for name, told in AGES.items():
            at: datetime | None = getattr(signs, name)
            if at is not None:
                age = (now - at).total_seconds()
                yield GaugeMetricFamily(f"{PREFIX}_{name}_age_seconds", told, value=max(age, 0.0))


def serve(collector: SignsCollector, port: int) -> Callable[[], None]:
    """Tell the figures to whoever asks on this machine; what ends that. Raises OSError for a port that is taken."""
    registry = CollectorRegistry()
    registry.register(collector)
    server, _ = start_http_server(port, addr=ADDRESS, registry=registry)

    def end() -> None:
        server.shutdown()
        server.server_close()

    return end
