"""Days as the law counts them: in Europe/Paris, with the public holidays of each part of France. Pure.

Our own table rather than the `holidays` package: that one mixes custom with law overseas (Schoelcher, Mi-Carême),
drops the Whit Mondays of 2006 and 2007, and costs 19 MB of memory. Tests compare us with it and with the State's list.
"""

from comptoir.kernel.calendar.days import (
    PARIS,
    add_months,
    add_working_days,
    count_working_days,
    day_in_paris,
    end_of_day,
    end_of_period,
    is_working_day,
    next_working_day,
    start_of_day,
    start_of_hour,
)
from comptoir.kernel.calendar.holidays import (
    LABELS,
    Holiday,
    Zone,
    find_holiday,
    is_holiday,
    list_holidays,
    zone_of_postcode,
)

__all__ = [
    "LABELS",
    "PARIS",
    "Holiday",
    "Zone",
    "add_months",
    "add_working_days",
    "count_working_days",
    "day_in_paris",
    "end_of_day",
    "end_of_period",
    "find_holiday",
    "is_holiday",
    "is_working_day",
    "list_holidays",
    "next_working_day",
    "start_of_day",
    "start_of_hour",
    "zone_of_postcode",
]
