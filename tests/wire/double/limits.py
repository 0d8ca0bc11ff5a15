"""Rate limits as Discord keeps them: one window for everything, and one a route and channel (topics/rate-limits)."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, field

ROUNDING = 0.0005
NOT_COUNTED = ("/interactions/", "/webhooks/")


@dataclass(frozen=True, slots=True)
class Limit:
    """So many requests in so many seconds."""

    requests: int
    seconds: float


@dataclass(slots=True)
class Window:
    """A window opens with its first request and forgets when its time is over."""

    limit: Limit
    opened: float = float("-inf")
    used: int = 0

    def take(self, now: float) -> bool:
        """Count a request; False if the window is full."""
        if now - self.opened >= self.limit.seconds:
            self.opened, self.used = now, 0
        if self.used >= self.limit.requests:
            return False
        self.used += 1
        return True

    def left(self, now: float) -> float:
        """Seconds until the window forgets."""
        return max(0.0, self.opened + self.limit.seconds - now)


@dataclass(frozen=True, slots=True)
class Verdict:
    """``retry_after`` is None for a request that may pass. ``headers`` go with the answer either way."""

    headers: dict[str, str]
    retry_after: float | None = None
    everywhere: bool = False


ROUTES = {
    "POST /channels/{channel}/messages": Limit(5, 5.0),
    "PATCH /channels/{channel}/messages/{message}": Limit(5, 5.0),
    "DELETE /channels/{channel}/messages/{message}": Limit(5, 1.0),
    "GET /channels/{channel}/messages": Limit(5, 1.0),
    "POST /channels/{channel}/messages/{message}/crosspost": Limit(10, 3600.0),
    "POST /users/@me/channels": Limit(10, 10.0),
}


@dataclass(slots=True)
class Limits:
    """The limits in force. A test may raise them; ``everywhere`` is Discord's fifty a second."""

    everywhere: Window = field(default_factory=lambda: Window(Limit(50, 1.0)))
    routes: dict[str, Limit] = field(default_factory=lambda: dict(ROUTES))
    _buckets: dict[tuple[str, str], Window] = field(default_factory=dict)

    def lift(self) -> None:
        """No limits but those of the routes with an hour's window, for tests of something else."""
        self.everywhere = Window(Limit(1_000_000, 1.0))
        self.routes = {name: limit for name, limit in ROUTES.items() if limit.seconds > 60}

    def ask(self, name: str, path: str, major: str, now: float) -> Verdict:
        """Whether a request of the route ``name`` for the channel ``major`` may pass now."""
        if path.startswith(NOT_COUNTED):
            return Verdict({})
        limit = self.routes.get(name)
        bucket = self._buckets.setdefault((name, major), Window(limit)) if limit else None
        if bucket and not bucket.take(now):
            return Verdict(_headers(name, bucket, now), bucket.left(now))
        if not self.everywhere.take(now):
            return Verdict(_global_headers(), self.everywhere.left(now), everywhere=True)
        return Verdict(_headers(name, bucket, now) if bucket else {})


def throttled(retry_after: float, *, everywhere: bool, via: bool = True) -> dict[str, str]:
    """The headers of a 429 over those of its bucket."""
    headers = {"Retry-After": str(int(retry_after) + 1), "X-RateLimit-Scope": "global" if everywhere else "user"}
    if everywhere:
        headers["X-RateLimit-Global"] = "true"
    return {**headers, "Via": "1.1 google"} if via else headers


def _headers(name: str, bucket: Window, now: float) -> dict[str, str]:
    left = bucket.left(now) + ROUNDING
    return {
        "X-RateLimit-Bucket": hashlib.md5(name.encode(), usedforsecurity=False).hexdigest(),
        "X-RateLimit-Limit": str(bucket.limit.requests),
        "X-RateLimit-Remaining": str(bucket.limit.requests - bucket.used),
        "X-RateLimit-Reset": f"{time.time() + left:.3f}",
        "X-RateLimit-Reset-After": f"{left:.3f}",
    }


def _global_headers() -> dict[str, str]:
    return {"X-RateLimit-Global": "true"}
