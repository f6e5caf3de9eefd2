"""Every room has its README, which names what it tells and hears."""

from __future__ import annotations

from comptoir.kernel.events import Event
from tests.architecture.house import PACKAGE, ROOMS, modules


def test_every_room_has_its_readme():
    assert [room for room in sorted(ROOMS) if not (PACKAGE / "shop" / room / "README.md").exists()] == []


def test_every_event_is_named_in_the_readme_of_the_room_that_tells_it():
    import importlib

    missing = []
    for module in modules():
        if module.room and module.part == "events":
            told = (PACKAGE / "shop" / module.room / "README.md").read_text(encoding="utf-8")
            for thing in vars(importlib.import_module(module.name)).values():
                is_event = isinstance(thing, type) and issubclass(thing, Event) and thing is not Event
                if is_event and thing.__name__ not in told:
                    missing.append(thing.kind())
    assert missing == []
