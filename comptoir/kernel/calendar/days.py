"""Counting days: working days, periods that the law prolongs, and where a day begins in Paris."""

from __future__ import annotations

import calendar as gregorian
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from comptoir.kernel.calendar.holidays import Zone, is_holiday

PARIS = ZoneInfo("Europe/Paris")
SATURDAY, SUNDAY = 5, 6
ONE_DAY = timedelta(days=1)


def is_working_day(day: date, zone: Zone = Zone.METROPOLE, *, saturdays: bool = False) -> bool:
    """Neither Sunday nor public holiday, nor Saturday unless `saturdays` (jours ouvrables rather than ouvrés)."""
    weekday = day.weekday()
    if weekday == SUNDAY or (weekday == SATURDAY and not saturdays):
        return False
    return not is_holiday(day, zone)


def next_working_day(day: date, zone: Zone = Zone.METROPOLE, *, saturdays: bool = False) -> date:
    """`day` itself if it is a working day, else the first one after it."""
    while not is_working_day(day, zone, saturdays=saturdays):
        day += ONE_DAY
    return day


def add_working_days(day: date, count: int, zone: Zone = Zone.METROPOLE, *, saturdays: bool = False) -> date:
    """The `count`-th working day after `day`, which itself does not count; before it when negative; 0 is `day`."""
    step = ONE_DAY if count > 0 else -ONE_DAY
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day, zone, saturdays=saturdays):
            day += step
    return day


def count_working_days(first: date, last: date, zone: Zone = Zone.METROPOLE, *, saturdays: bool = False) -> int:
    """How many working days from `first` to `last`, both included."""
    span = (last - first).days + 1
    return sum(is_working_day(first + timedelta(days=n), zone, saturdays=saturdays) for n in range(span))


def end_of_period(event: date, days: int, zone: Zone = Zone.METROPOLE) -> date:
    """The last day of a period of `days` days set off by something that happened on `event`.

    The day of the event does not count; a period that ends on a Saturday, Sunday or public holiday is prolonged to
    the next working day (code de la consommation L221-19, regulation 1182/71 article 3; WDR-1).
    """
    return next_working_day(event + timedelta(days=days), zone)


def add_months(day: date, months: int) -> date:
    """The same day `months` later (negative: earlier), or the last of the month when it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, gregorian.monthrange(year, month)[1]))


def day_in_paris(moment: datetime) -> date:
    """The date in Paris at `moment` (aware)."""
    if moment.tzinfo is None:
        raise ValueError("a moment without time zone has no date in Paris")
    return moment.astimezone(PARIS).date()


def start_of_day(day: date) -> datetime:
    """The first moment of `day` in Paris, in UTC."""
    return start_of_hour(day, 0)


def end_of_day(day: date) -> datetime:
    """The first moment after `day` in Paris, in UTC: `moment < end_of_day(day)` is "on that day at the latest"."""
    return start_of_day(day + ONE_DAY)


def start_of_hour(day: date, hour: int, minute: int = 0) -> datetime:
    """That time of day in Paris, in UTC (soldes begin at 8:00)."""
    return datetime.combine(day, time(hour, minute), PARIS).astimezone(UTC)
