"""The bodies of letter templates: ``{{ name }}`` and ``{% if name %}``, read by Jinja2. Pure.

A body is refused from its parse tree if it holds anything else, so that nothing in it can loop, grow or reach an
attribute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import jinja2
from jinja2 import nodes

from cogs.letters.template_fields import FLAGS, NAMES, REQUIRED, TemplateFault
from cogs.wording.english import series

_MOST_TAGS = 200
_MOST_DEEP = 20
_TOO_DEEP = "cannot be read: too many brackets or conditions inside one another"
# Lines that hold nothing but conditions leave no line behind.
_TAG_LINE = re.compile(r"^[ \t]*((?:\{%(?:(?!%\}).)*%\}[ \t]*)+)(?:\n|\Z)", re.MULTILINE)
_ENVIRONMENT = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=False)  # noqa: S701 - plain text


def body_faults(body: str) -> Iterator[TemplateFault]:
    """What is wrong with a body, by the lines of the body."""
    if body.count("{%") + body.count("{{") > _MOST_TAGS:
        yield TemplateFault(1, f"more than {_MOST_TAGS} fields; a letter needs a handful")
        return
    try:
        tree = _ENVIRONMENT.parse(body)
    except jinja2.TemplateSyntaxError as error:
        yield TemplateFault(error.lineno or 1, f"cannot be read: {error.message}")
        return
    except ValueError:
        yield TemplateFault(1, "cannot be read: a number in it is too long")
        return
    except RecursionError:
        yield TemplateFault(1, _TOO_DEEP)
        return
    if _depth(tree) > _MOST_DEEP:
        yield TemplateFault(1, _TOO_DEEP)
        return
    used: set[str] = set()
    refused = list(_node_faults(tree.body, used))
    yield from refused
    # What stands inside something refused was not looked at.
    for name in () if refused else REQUIRED:
        if name not in used:
            yield TemplateFault(1, f"the text must use {{{{ {name} }}}}")


@lru_cache(maxsize=256)
def compiled(body: str) -> jinja2.Template:
    """A sound body, ready to be filled; one that was made before is remembered."""
    return _ENVIRONMENT.from_string(_TAG_LINE.sub(r"\1", body))


def _depth(tree: nodes.Node) -> int:
    """How many conditions stand inside one another."""
    deepest, ahead = 0, [(child, 0) for child in tree.iter_child_nodes()]
    while ahead:
        node, depth = ahead.pop()
        inside = depth + isinstance(node, nodes.If)
        deepest = max(deepest, inside)
        ahead += [(child, inside) for child in node.iter_child_nodes()]
    return deepest


def _node_faults(found: Sequence[nodes.Node], used: set[str]) -> Iterator[TemplateFault]:
    for node in found:
        if isinstance(node, nodes.Output):
            yield from _output_faults(node, used)
        elif isinstance(node, nodes.If) and isinstance(node.test, nodes.Name) and not node.elif_:
            yield from _unknown(node.test, {**NAMES, **FLAGS})
            yield from _node_faults([*node.body, *node.else_], used)
        else:
            yield _refused(node)


def _output_faults(output: nodes.Output, used: set[str]) -> Iterator[TemplateFault]:
    for node in output.nodes:
        if isinstance(node, nodes.Name):
            used.add(node.name)
            yield from _unknown(node, NAMES)
        elif not isinstance(node, nodes.TemplateData):
            yield _refused(node)


def _unknown(node: nodes.Name, known: Mapping[str, str]) -> Iterator[TemplateFault]:
    if node.name in known:
        return
    if node.name in FLAGS:
        yield TemplateFault(node.lineno, f"“{node.name}” can only be used in {{% if {node.name} %}}")
        return
    yield TemplateFault(node.lineno, f"unknown name “{node.name}”; known are {series(known)}")


def _refused(node: nodes.Node) -> TemplateFault:
    kind = type(node).__name__
    return TemplateFault(
        node.lineno or 1, f"only {{{{ name }}}} and {{% if name %}} may be used here, not this ({kind})"
    )
