"""What a site's robots.txt asks of programs, by RFC 9309. Pure."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

# RFC 9309 asks for at least 500 KiB to be read.
MOST_BYTES = 500 * 1024
LONGEST_DELAY = 60.0


class Rules:
    """What a site asks of one program, which is named as it names itself."""

    def __init__(self, agent: str, parser: RobotFileParser | None, *, otherwise: bool) -> None:
        self._agent = agent
        self._parser = parser
        self._otherwise = otherwise

    @classmethod
    def of_answer(cls, agent: str, status: int, text: str) -> Rules:
        """The rules by an answer: those it holds; none where there is no such page; all is barred by an error."""
        if 200 <= status < 300:
            parser = RobotFileParser()
            parser.parse(text[:MOST_BYTES].splitlines())
            return cls(agent, parser, otherwise=True)
        return cls(agent, None, otherwise=status < 500)

    def allow(self, address: str) -> bool:
        """Whether an address of the site may be read."""
        return self._parser.can_fetch(self._agent, address) if self._parser else self._otherwise

    @property
    def delay(self) -> float:
        """How many seconds the site wants between two requests; 0 where it does not say, and at most a minute."""
        asked = self._parser.crawl_delay(self._agent) if self._parser else None
        return min(float(asked), LONGEST_DELAY) if asked else 0.0
