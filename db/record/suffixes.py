"""Which part of a host is its owner's: by the public suffix list, as the package ``publicsuffixlist`` ships it. Pure.

The package's own reader keeps 10,000 rules as texts, for 1.2 MiB in every process; here they are a row of hashes,
80 KB. Names of other scripts in their second spelling are not known: a host under such an ending ("xn--p1ai") is told
by its last label, as every ending is that the list does not have.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import publicsuffixlist


def registered(host: str) -> str:
    """The part of a host in small letters that somebody registered: the public suffix and the label before it. A host
    that is no more than a public suffix is its own.
    """
    labels = host.split(".")
    return ".".join(labels[-1 - _public(labels) :])


def _public(labels: Sequence[str]) -> int:
    """How many of the labels, from the last, are a public suffix: by the longest rule, and one if there is none."""
    for start in range(len(labels)):
        name, count = ".".join(labels[start:]), len(labels) - start
        if _is_rule(f"!{name}"):
            return count - 1
        if _is_rule(f"*.{name}"):
            return count + bool(start)
        if _is_rule(name):
            return count
    return 1


def _is_rule(text: str) -> bool:
    rules, wanted = _rules(), hash(text)
    place = bisect_left(rules, wanted)
    return place < len(rules) and rules[place] == wanted


@cache
def _rules() -> array[int]:
    """The rules, each as its hash in this process: of 64 bits, so that no two of them are ever the same."""
    return array("q", sorted(map(hash, _read())))


def _read() -> Iterator[str]:
    text = Path(publicsuffixlist.PSLFILE).read_text(encoding="utf-8").lower()
    return (line.split()[0] for line in text.splitlines() if line and not line.isspace() and line[:2] != "//")
