"""The demo shop made by the same actions that a merchant's clicks call: nothing here writes a row by itself."""

from comptoir.demo.building.whole import Built, build_shop

__all__ = ["Built", "build_shop"]
