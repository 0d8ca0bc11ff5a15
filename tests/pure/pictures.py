"""What the tests of pictures share: that nothing on a picture collides, and what is told of it."""

from __future__ import annotations

import re

from cogs.pictures.scene import Box, Mark, Scene
from db.record.standings import STANDINGS, Standing


def boxes(scene: Scene) -> list[Box]:
    """The room of all that is written."""
    return [label.box for label in scene.labels]


def assert_nothing_collides(scene: Scene) -> None:
    """No text on a text, none on a sign, no sign on another, and all on the picture."""
    edges = Box(0, 0, scene.width, scene.height)
    texts = boxes(scene)
    for label in scene.labels:
        assert not label.most or label.width <= 1.25 * label.most, f"too small to read: {label}"
    for number, box in enumerate(texts):
        assert edges.holds(box), scene.labels[number]
        assert not [other for other in texts[number + 1 :] if box.meets(other)], scene.labels[number]
        assert not [mark for mark in scene.marks if inner(mark).meets(box)], scene.labels[number]
    for number, mark in enumerate(scene.marks):
        assert edges.holds(inner(mark)), mark
        for other in scene.marks[number + 1 :]:
            apart = ((mark.at[0] - other.at[0]) ** 2 + (mark.at[1] - other.at[1]) ** 2) ** 0.5
            assert apart >= mark.radius + other.radius - 0.01, (mark, other)


def inner(mark: Mark) -> Box:
    """A sign without the corners of its box."""
    (x, y), r = mark.at, mark.radius * 0.8
    return Box(x - r, y - r, x + r, y + r)


def told(alt: str) -> dict[Standing, int]:
    """The counts that a text gives."""
    return {
        standing: int(found[1].replace(",", ""))
        for standing in Standing
        if (found := re.search(rf"([\d,]+) {STANDINGS[standing].word}", alt))
    }
