"""A small house for the kernel's own tests: two events, reactions that write rows, one switch."""

from uuid import UUID

from comptoir.kernel import journal
from comptoir.kernel.events import Event
from comptoir.kernel.models import JournalEntry
from comptoir.kernel.outbox import emit
from comptoir.kernel.switch_cards import EventsWhenOff, SwitchCard


class PebbleThrown(Event, frozen=True):
    pebble: UUID
    size: int = 1
    rings: tuple[int, ...] = ()


class WaveArrived(Event, frozen=True):
    size: int


class LeafFell(Event, frozen=True):
    """Nobody listens to this one."""


failures: dict[str, Exception] = {}


def _note(who, said):
    journal.record(journal.Entry("system:test", who, str(said)))


def make_waves(event: PebbleThrown) -> None:
    _note("waves", event.size)
    if "waves" in failures:
        raise failures["waves"]
    emit(WaveArrived(size=event.size), about="pond")


def count_pebbles(event: PebbleThrown) -> None:
    assert isinstance(event.pebble, UUID)
    assert isinstance(event.rings, tuple)
    _note("count", event.size)


def wet_feet(event: WaveArrived) -> None:
    _note("feet", event.size)


def noted(who):
    return [
        int(about) for about in JournalEntry.objects.filter(verb=who).order_by("id").values_list("about", flat=True)
    ]


REACTIONS = {PebbleThrown: (make_waves, count_pebbles), WaveArrived: (wet_feet,)}
SWITCHES = (
    SwitchCard("pond", "gardener", "No pond.", rooms=("tests",), events=EventsWhenOff.KEPT),
    SwitchCard("fountain", "gardener", "No fountain.", rooms=("tests",), events=EventsWhenOff.DROPPED),
    SwitchCard("lights", "gardener", "Dark.", default=False),
)
