import csv
import gzip
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import holidays as library
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comptoir.kernel import calendar
from comptoir.kernel.calendar import Zone

OFFICIAL = Path(__file__).resolve().parents[3] / "../shared/data/geo/fr_jours_feries.csv.gz"
OFFICIAL_ZONES = {
    "Métropole": Zone.METROPOLE,
    "Alsace-Moselle": Zone.ALSACE_MOSELLE,
    "Guadeloupe": Zone.GUADELOUPE,
    "Guyane": Zone.GUYANE,
    "Martinique": Zone.MARTINIQUE,
    "Mayotte": Zone.MAYOTTE,
    "Nouvelle-Calédonie": Zone.NOUVELLE_CALEDONIE,
    "La Réunion": Zone.REUNION,
    "Polynésie Française": Zone.POLYNESIE,
    "Saint-Barthélémy": Zone.SAINT_BARTHELEMY,
    "Saint-Martin": Zone.SAINT_MARTIN,
    "Wallis-et-Futuna": Zone.WALLIS_ET_FUTUNA,
    "Saint-Pierre-et-Miquelon": Zone.SAINT_PIERRE_ET_MIQUELON,
}
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
ZONES = st.sampled_from(list(Zone))


def codes(year, zone=Zone.METROPOLE):
    return {f"{one.day:%m-%d}": one.code for one in calendar.list_holidays(year, zone)}


@pytest.mark.data
@pytest.mark.skipif(not OFFICIAL.exists(), reason="the data of ../shared are not here")
def test_holidays_are_those_of_the_state_from_2006_to_2031():
    with gzip.open(OFFICIAL, "rt", encoding="utf-8") as file:
        official = {
            (OFFICIAL_ZONES[zone], row["date"]) for row in csv.DictReader(file) for zone in row["zones"].split("|")
        }
    ours = {
        (zone, str(one.day))
        for zone in Zone
        for year in range(2006, 2032)
        for one in calendar.list_holidays(year, zone)
    }
    assert ours == official


@pytest.mark.parametrize("year", range(2008, 2060))
def test_the_mainland_agrees_with_the_holidays_package(year):
    assert {one.day for one in calendar.list_holidays(year)} == set(library.country_holidays("FR", years=year))


def test_the_year_2026_on_the_mainland():
    assert codes(2026) == {
        "01-01": "new_year",
        "04-06": "easter_monday",
        "05-01": "labour_day",
        "05-08": "victory_1945",
        "05-14": "ascension",
        "05-25": "whit_monday",
        "07-14": "bastille_day",
        "08-15": "assumption",
        "11-01": "all_saints",
        "11-11": "armistice_1918",
        "12-25": "christmas",
    }


def test_alsace_moselle_has_two_more():
    assert codes(2026, Zone.ALSACE_MOSELLE).items() - codes(2026).items() == {
        ("04-03", "good_friday"),
        ("12-26", "saint_stephen"),
    }


@pytest.mark.parametrize(
    ("zone", "year", "day"),
    [
        (Zone.MAYOTTE, 2026, "04-27"),
        (Zone.MARTINIQUE, 2026, "05-22"),
        (Zone.GUADELOUPE, 2026, "05-27"),
        (Zone.SAINT_MARTIN, 2017, "05-27"),
        (Zone.SAINT_MARTIN, 2018, "05-28"),
        (Zone.GUYANE, 2026, "06-10"),
        (Zone.SAINT_BARTHELEMY, 2026, "10-09"),
        (Zone.REUNION, 2026, "12-20"),
    ],
)
def test_overseas_keeps_the_day_of_abolition(zone, year, day):
    assert codes(year, zone).items() - codes(year).items() == {(day, "abolition")}


def test_two_holidays_may_fall_on_one_day():
    assert [one.code for one in calendar.list_holidays(2008) if one.day == date(2008, 5, 1)] == [
        "ascension",
        "labour_day",
    ]
    assert calendar.is_holiday(date(2008, 5, 1))


def test_every_holiday_has_a_name_in_three_languages():
    for zone in Zone:
        for one in calendar.list_holidays(2026, zone):
            assert set(one.label) == {"fr", "en", "es"}


@pytest.mark.parametrize(
    ("postcode", "zone"),
    [
        ("75001", Zone.METROPOLE),
        ("20000", Zone.METROPOLE),
        ("67000", Zone.ALSACE_MOSELLE),
        ("57000", Zone.ALSACE_MOSELLE),
        ("97110", Zone.GUADELOUPE),
        ("97133", Zone.SAINT_BARTHELEMY),
        ("97150", Zone.SAINT_MARTIN),
        ("97400", Zone.REUNION),
        ("98800", Zone.NOUVELLE_CALEDONIE),
        ("98600", Zone.WALLIS_ET_FUTUNA),
        ("", Zone.METROPOLE),
    ],
)
def test_a_postcode_tells_the_zone(postcode, zone):
    assert calendar.zone_of_postcode(postcode) is zone


def test_working_days_step_over_weekends_and_holidays():
    thursday = date(2026, 4, 2)
    assert calendar.add_working_days(thursday, 2) == date(2026, 4, 7)
    assert calendar.add_working_days(thursday, 2, Zone.ALSACE_MOSELLE) == date(2026, 4, 8)
    assert calendar.add_working_days(thursday, 2, saturdays=True) == date(2026, 4, 4)
    assert calendar.add_working_days(date(2026, 4, 7), -2) == thursday
    assert calendar.add_working_days(date(2026, 4, 5), 0) == date(2026, 4, 5)
    assert calendar.count_working_days(thursday, date(2026, 4, 7)) == 3


@given(DAYS, st.integers(1, 60), ZONES, st.booleans())
def test_n_working_days_later_there_were_n_working_days(day, count, zone, saturdays):
    later = calendar.add_working_days(day, count, zone, saturdays=saturdays)
    assert calendar.is_working_day(later, zone, saturdays=saturdays)
    assert calendar.count_working_days(day + timedelta(days=1), later, zone, saturdays=saturdays) == count


@pytest.mark.parametrize(
    ("event", "days", "end"),
    [
        (date(2026, 11, 2), 14, date(2026, 11, 16)),
        (date(2026, 11, 7), 14, date(2026, 11, 23)),  # ends on a Saturday
        (date(2026, 12, 11), 14, date(2026, 12, 28)),  # ends on Christmas, a Friday
        (date(2026, 10, 18), 14, date(2026, 11, 2)),  # ends on All Saints, a Sunday
        (date(2027, 5, 3), 14, date(2027, 5, 18)),  # ends on Whit Monday
    ],
)
def test_a_period_that_ends_on_a_day_off_is_prolonged(event, days, end):
    assert calendar.end_of_period(event, days) == end


@given(DAYS, st.integers(0, 400), ZONES)
def test_a_period_never_ends_early_nor_more_than_five_days_late(event, days, zone):
    end = calendar.end_of_period(event, days, zone)
    assert 0 <= (end - event).days - days <= 5
    assert calendar.is_working_day(end, zone)


def test_days_begin_in_paris_whatever_the_season():
    assert calendar.start_of_day(date(2026, 1, 7)) == datetime(2026, 1, 6, 23, tzinfo=UTC)
    assert calendar.start_of_day(date(2026, 7, 7)) == datetime(2026, 7, 6, 22, tzinfo=UTC)
    assert calendar.day_in_paris(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)) == date(2027, 1, 1)
    assert calendar.start_of_hour(date(2026, 1, 7), 8) == datetime(2026, 1, 7, 7, tzinfo=UTC)


def test_days_of_clock_change_last_23_and_25_hours():
    spring, autumn = date(2026, 3, 29), date(2026, 10, 25)
    assert calendar.end_of_day(spring) - calendar.start_of_day(spring) == timedelta(hours=23)
    assert calendar.end_of_day(autumn) - calendar.start_of_day(autumn) == timedelta(hours=25)


@given(st.integers(0, 3_000_000_000))
def test_every_moment_is_within_its_day(seconds):
    moment = datetime.fromtimestamp(seconds, UTC)
    day = calendar.day_in_paris(moment)
    assert calendar.start_of_day(day) <= moment < calendar.end_of_day(day)


def test_a_moment_without_zone_is_a_bug():
    with pytest.raises(ValueError, match="time zone"):
        calendar.day_in_paris(datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None))


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -13, date(2024, 12, 15)),
    ],
)
def test_months_keep_the_day_when_the_month_has_it(day, months, then):
    assert calendar.add_months(day, months) == then
