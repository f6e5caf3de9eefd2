"""French public holidays (code du travail L3133-1, L3134-13 for Alsace-Moselle, L3422-2 and law 83-550 overseas)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final

from comptoir.kernel.languages import Text


class Zone(StrEnum):
    """A part of France with its own public holidays."""

    METROPOLE = "metropole"
    ALSACE_MOSELLE = "alsace-moselle"
    GUADELOUPE = "guadeloupe"
    MARTINIQUE = "martinique"
    GUYANE = "guyane"
    REUNION = "reunion"
    MAYOTTE = "mayotte"
    SAINT_BARTHELEMY = "saint-barthelemy"
    SAINT_MARTIN = "saint-martin"
    NOUVELLE_CALEDONIE = "nouvelle-caledonie"
    POLYNESIE = "polynesie"
    WALLIS_ET_FUTUNA = "wallis-et-futuna"
    SAINT_PIERRE_ET_MIQUELON = "saint-pierre-et-miquelon"


@dataclass(frozen=True, slots=True)
class Holiday:
    """One public holiday; `code` leads to its name in `LABELS`."""

    day: date
    code: str

    @property
    def label(self) -> Text:
        return LABELS[self.code]


def _text(fr: str, en: str, es: str) -> Text:
    return {"fr": fr, "en": en, "es": es}


LABELS: Final[Mapping[str, Text]] = {
    "new_year": _text("Jour de l’an", "New Year’s Day", "Año Nuevo"),
    "good_friday": _text("Vendredi saint", "Good Friday", "Viernes Santo"),
    "easter_monday": _text("Lundi de Pâques", "Easter Monday", "Lunes de Pascua"),
    "labour_day": _text("Fête du Travail", "Labour Day", "Fiesta del Trabajo"),
    "victory_1945": _text("Victoire de 1945", "Victory Day 1945", "Victoria de 1945"),
    "ascension": _text("Ascension", "Ascension Day", "Ascensión"),
    "whit_monday": _text("Lundi de Pentecôte", "Whit Monday", "Lunes de Pentecostés"),
    "bastille_day": _text("Fête nationale", "Bastille Day", "Fiesta nacional de Francia"),
    "assumption": _text("Assomption", "Assumption Day", "Asunción"),
    "all_saints": _text("Toussaint", "All Saints’ Day", "Todos los Santos"),
    "armistice_1918": _text("Armistice de 1918", "Armistice Day 1918", "Armisticio de 1918"),
    "christmas": _text("Noël", "Christmas Day", "Navidad"),
    "saint_stephen": _text("Saint-Étienne", "Saint Stephen’s Day", "San Esteban"),
    "abolition": _text("Abolition de l’esclavage", "Abolition of Slavery", "Abolición de la esclavitud"),
}

_FIXED: Final = (
    (1, 1, "new_year"),
    (5, 1, "labour_day"),
    (5, 8, "victory_1945"),
    (7, 14, "bastille_day"),
    (8, 15, "assumption"),
    (11, 1, "all_saints"),
    (11, 11, "armistice_1918"),
    (12, 25, "christmas"),
)
_AFTER_EASTER: Final = ((1, "easter_monday"), (39, "ascension"), (50, "whit_monday"))
_ABOLITION: Final = {  # month and day by the year from which they hold
    Zone.MAYOTTE: ((1983, 4, 27),),
    Zone.MARTINIQUE: ((1983, 5, 22),),
    Zone.GUADELOUPE: ((1983, 5, 27),),
    Zone.SAINT_MARTIN: ((1983, 5, 27), (2018, 5, 28)),
    Zone.GUYANE: ((1983, 6, 10),),
    Zone.SAINT_BARTHELEMY: ((1983, 10, 9),),
    Zone.REUNION: ((1983, 12, 20),),
}
_BY_POSTCODE: Final = {
    "97133": Zone.SAINT_BARTHELEMY,
    "97150": Zone.SAINT_MARTIN,
    "57": Zone.ALSACE_MOSELLE,
    "67": Zone.ALSACE_MOSELLE,
    "68": Zone.ALSACE_MOSELLE,
    "971": Zone.GUADELOUPE,
    "972": Zone.MARTINIQUE,
    "973": Zone.GUYANE,
    "974": Zone.REUNION,
    "975": Zone.SAINT_PIERRE_ET_MIQUELON,
    "976": Zone.MAYOTTE,
    "977": Zone.SAINT_BARTHELEMY,
    "978": Zone.SAINT_MARTIN,
    "986": Zone.WALLIS_ET_FUTUNA,
    "987": Zone.POLYNESIE,
    "988": Zone.NOUVELLE_CALEDONIE,
}


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Oudin's method)."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return date(year, 3, 28) + timedelta(days=moon - weekday)


@lru_cache(maxsize=512)
def _by_day(year: int, zone: Zone) -> Mapping[date, tuple[str, ...]]:
    sunday = easter(year)
    found = [(date(year, month, day), code) for month, day, code in _FIXED]
    found += [(sunday + timedelta(days=after), code) for after, code in _AFTER_EASTER]
    if zone is Zone.ALSACE_MOSELLE:  # Good Friday: where there is a Protestant church, that is in most towns
        found += [(sunday - timedelta(days=2), "good_friday"), (date(year, 12, 26), "saint_stephen")]
    dated = [(month, day) for since, month, day in _ABOLITION.get(zone, ()) if since <= year]
    found += [(date(year, month, day), "abolition") for month, day in dated[-1:]]
    by_day: dict[date, tuple[str, ...]] = {}
    for day, code in sorted(found):
        by_day[day] = (*by_day.get(day, ()), code)
    return by_day


def list_holidays(year: int, zone: Zone = Zone.METROPOLE) -> tuple[Holiday, ...]:
    """The public holidays of a year, in order; two may fall on one day (1 May 2008)."""
    return tuple(Holiday(day, code) for day, codes in _by_day(year, zone).items() for code in codes)


def find_holiday(day: date, zone: Zone = Zone.METROPOLE) -> Holiday | None:
    """The public holiday that falls on `day`, if any."""
    codes = _by_day(day.year, zone).get(day)
    return Holiday(day, codes[0]) if codes else None


def is_holiday(day: date, zone: Zone = Zone.METROPOLE) -> bool:
    """Whether `day` is a public holiday there."""
    return day in _by_day(day.year, zone)


def zone_of_postcode(postcode: str) -> Zone:
    """The zone of a French postcode; Saint-Barthélemy and Saint-Martin by their whole code."""
    for length in (5, 3, 2):
        zone = _BY_POSTCODE.get(postcode[:length])
        if zone is not None:
            return zone
    return Zone.METROPOLE
