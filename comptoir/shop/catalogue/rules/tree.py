"""The category tree: paths from parents, and the moves that would break it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

DEEPEST = 15
"""Most levels, the root being the first."""

Parents = Mapping[UUID, UUID | None]


class Cycle(ValueError):
    """Following parents from this node comes back to it."""

    def __init__(self, node: UUID) -> None:
        super().__init__(str(node))
        self.node = node


class TooDeep(ValueError):
    """This node would stand below the deepest level."""

    def __init__(self, node: UUID, depth: int) -> None:
        super().__init__(str(node))
        self.node = node
        self.depth = depth


def paths(parents: Parents, *, deepest: int | None = DEEPEST) -> dict[UUID, tuple[UUID, ...]]:
    """Each node's path, from its root to itself. Raises `Cycle` or `TooDeep`; a parent unknown makes a root."""
    found: dict[UUID, tuple[UUID, ...]] = {}
    for node in parents:
        climb = [node]
        seen = {node}
        above = parents[node]
        while above is not None and above in parents and above not in found:
            if above in seen:
                raise Cycle(node)
            climb.append(above)
            seen.add(above)
            above = parents[above]
        path = found.get(above, ()) if above is not None else ()
        for step in reversed(climb):
            path = (*path, step)
            found[step] = path
            if deepest is not None and len(path) > deepest:
                raise TooDeep(step, len(path))
    return found


def subtree(paths_now: Mapping[UUID, tuple[UUID, ...]], tops: Collection[UUID]) -> set[UUID]:
    """These nodes and everything below them."""
    wanted = set(tops)
    return {node for node, path in paths_now.items() if not wanted.isdisjoint(path)}
