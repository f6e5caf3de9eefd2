"""The table of units: code, dimension, exact ratio to the dimension's first unit, and the words people use."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Final


class Dimension(StrEnum):
    """What a unit measures; amounts convert within one dimension only."""

    MASS = "mass"
    VOLUME = "volume"
    LENGTH = "length"
    AREA = "area"
    DENSITY = "density"  # mass per area: paper, cloth
    POWER = "power"
    ENERGY = "energy"
    CHARGE = "charge"
    VOLTAGE = "voltage"
    CURRENT = "current"
    RESISTANCE = "resistance"
    FREQUENCY = "frequency"
    ROTATION = "rotation"
    MEMORY = "memory"
    BITRATE = "bitrate"
    TIME = "time"
    CALENDAR = "calendar"  # months and years: no fixed number of days
    TEMPERATURE = "temperature"
    PRESSURE = "pressure"
    TORQUE = "torque"
    SPEED = "speed"
    FLOW = "flow"
    ANGLE = "angle"
    LIGHT = "light"
    ILLUMINANCE = "illuminance"
    LUMINANCE = "luminance"
    SOUND = "sound"
    PIXELS = "pixels"
    RESOLUTION = "resolution"
    COUNT = "count"
    PAGES = "pages"
    PRINT_SPEED = "print_speed"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. An amount a of it is `a * ratio + offset` of the dimension's reference unit.

    `words` are the spellings accepted besides `code` and the symbols, without accents, singular and plural;
    `symbols` maps a language to what is written after a number ("" serves the other languages), "one|several" where
    they differ.
    """

    code: str
    dimension: Dimension
    ratio: Fraction
    words: tuple[str, ...] = ()
    symbols: dict[str, str] = field(default_factory=dict)
    offset: Fraction = Fraction(0)
    glued: bool = False

    def symbol(self, language: str, *, singular: bool = False) -> str:
        written = self.symbols.get(language) or self.symbols.get("") or self.code
        one, _, several = written.partition("|")
        return one if singular else several or one


def _unit(code: str, dimension: Dimension, ratio: str, words: str = "", **symbols: str) -> Unit:
    named = {("" if language == "any_" else language): symbol for language, symbol in symbols.items()}
    return Unit(code, dimension, Fraction(ratio), tuple(words.split()), named)


_D = Dimension
_INCH = Fraction("0.0254")

UNITS: Final[tuple[Unit, ...]] = (
    _unit("kg", _D.MASS, "1", "kilo kilos kilogramme kilogrammes kilogram kilograms kilogramo kilogramos kgs"),
    _unit("g", _D.MASS, "0.001", "gr grs gramme grammes gram grams gramo gramos"),
    _unit("mg", _D.MASS, "0.000001", "milligramme milligrammes milligram milligrams miligramo miligramos"),
    _unit("t", _D.MASS, "1000", "tonne tonnes tonelada toneladas"),
    _unit("oz", _D.MASS, "0.028349523125", "once onces ounce ounces onza onzas"),
    _unit("lb", _D.MASS, "0.45359237", "lbs livre livres pound pounds libra libras"),
    _unit("l", _D.VOLUME, "1", "litre litres liter liters litro litros lt", any_="l", en="L"),
    _unit("dl", _D.VOLUME, "0.1", "decilitre decilitres deciliter deciliters decilitro decilitros", en="dL"),
    _unit("cl", _D.VOLUME, "0.01", "centilitre centilitres centiliter centiliters centilitro centilitros", en="cL"),
    _unit("ml", _D.VOLUME, "0.001", "millilitre millilitres milliliter milliliters mililitro mililitros", en="mL"),
    _unit("hl", _D.VOLUME, "100", "hectolitre hectolitres hectolitro hectolitros", en="hL"),
    _unit("m3", _D.VOLUME, "1000", "m³ metre-cube metres-cubes", any_="m³"),
    _unit("cm3", _D.VOLUME, "0.001", "cm³ cc", any_="cm³"),
    _unit("floz", _D.VOLUME, "0.0295735295625", "fl-oz fl.oz", any_="fl oz"),
    _unit("gal", _D.VOLUME, "3.785411784", "gallon gallons galon galones"),
    _unit("m", _D.LENGTH, "1", "metre metres meter meters metro metros"),
    _unit("dm", _D.LENGTH, "0.1", "decimetre decimetres"),
    _unit("cm", _D.LENGTH, "0.01", "centimetre centimetres centimeter centimeters centimetro centimetros cms"),
    _unit("mm", _D.LENGTH, "0.001", "millimetre millimetres millimeter millimeters milimetro milimetros"),
    _unit("um", _D.LENGTH, "0.000001", "µm micron microns micrometre micrometres", any_="µm"),
    _unit("nm", _D.LENGTH, "0.000000001", "nanometre nanometres"),
    _unit("km", _D.LENGTH, "1000", "kilometre kilometres kilometer kilometers kilometro kilometros"),
    _unit("in", _D.LENGTH, "0.0254", "pouce pouces inch inches pulgada pulgadas po", fr="pouce|pouces",
          es="pulgada|pulgadas"),
    _unit("ft", _D.LENGTH, "0.3048", "pied pieds foot feet pie pies", fr="pied|pieds", es="pie|pies"),
    _unit("yd", _D.LENGTH, "0.9144", "yard yards yarda yardas"),
    _unit("mi", _D.LENGTH, "1609.344", "mile miles"),
    _unit("m2", _D.AREA, "1", "m² metre-carre metres-carres", any_="m²"),
    _unit("cm2", _D.AREA, "0.0001", "cm²", any_="cm²"),
    _unit("mm2", _D.AREA, "0.000001", "mm²", any_="mm²"),
    _unit("ha", _D.AREA, "10000", "hectare hectares hectarea hectareas"),
    _unit("g/m2", _D.DENSITY, "1", "g/m² gsm", any_="g/m²"),
    _unit("W", _D.POWER, "1", "watt watts vatio vatios"),
    _unit("kW", _D.POWER, "1000", "kilowatt kilowatts kilovatio kilovatios"),
    _unit("hp", _D.POWER, "735.49875", "ch cv chevaux cheval"),
    _unit("VA", _D.POWER, "1"),
    _unit("Wh", _D.ENERGY, "3600", "watt-heure watt-heures wattheure wattheures"),
    _unit("kWh", _D.ENERGY, "3600000", "kilowatt-heure kilowattheure kilowattheures"),
    _unit("J", _D.ENERGY, "1", "joule joules julio julios"),
    _unit("kJ", _D.ENERGY, "1000", "kilojoule kilojoules"),
    _unit("kcal", _D.ENERGY, "4184", "kilocalorie kilocalories kilocaloria kilocalorias"),
    _unit("mAh", _D.CHARGE, "0.001", "milliampere-heure"),
    _unit("Ah", _D.CHARGE, "1", "ampere-heure"),
    _unit("V", _D.VOLTAGE, "1", "volt volts voltio voltios"),
    _unit("kV", _D.VOLTAGE, "1000"),
    _unit("mV", _D.VOLTAGE, "0.001"),
    _unit("A", _D.CURRENT, "1", "ampere amperes amp amps amperio amperios"),
    _unit("mA", _D.CURRENT, "0.001", "milliampere milliamperes"),
    _unit("ohm", _D.RESISTANCE, "1", "ohms Ω ohmio ohmios", any_="Ω"),
    _unit("kohm", _D.RESISTANCE, "1000", "kΩ", any_="kΩ"),
    _unit("Hz", _D.FREQUENCY, "1", "hertz hercio hercios"),
    _unit("kHz", _D.FREQUENCY, "1000", "kilohertz"),
    _unit("MHz", _D.FREQUENCY, "1000000", "megahertz"),
    _unit("GHz", _D.FREQUENCY, "1000000000", "gigahertz"),
    _unit("rpm", _D.ROTATION, "1", "tr/min tours/min trs/min", any_="rpm", fr="tr/min"),
    _unit("B", _D.MEMORY, "1", "octet octets byte bytes", fr="o"),
    _unit("KB", _D.MEMORY, "1000", "ko kilooctet kilooctets kilobyte kilobytes", any_="kB", fr="ko"),
    _unit("MB", _D.MEMORY, "1000000", "mo megaoctet megaoctets megabyte megabytes", fr="Mo"),
    _unit("GB", _D.MEMORY, "1000000000", "go gigaoctet gigaoctets gigabyte gigabytes gig", fr="Go"),
    _unit("TB", _D.MEMORY, "1000000000000", "to teraoctet teraoctets terabyte terabytes", fr="To"),
    _unit("KiB", _D.MEMORY, "1024", "kio", fr="Kio"),
    _unit("MiB", _D.MEMORY, "1048576", "mio", fr="Mio"),
    _unit("GiB", _D.MEMORY, "1073741824", "gio", fr="Gio"),
    _unit("kbit/s", _D.BITRATE, "1000", "kbps kb/s"),
    _unit("Mbit/s", _D.BITRATE, "1000000", "mbps mb/s"),
    _unit("Gbit/s", _D.BITRATE, "1000000000", "gbps gb/s"),
    _unit("s", _D.TIME, "1", "sec secs seconde secondes second seconds segundo segundos"),
    _unit("ms", _D.TIME, "0.001", "milliseconde millisecondes millisecond milliseconds"),
    _unit("min", _D.TIME, "60", "mn minute minutes minuto minutos mins"),
    _unit("h", _D.TIME, "3600", "heure heures hour hours hora horas hrs hr"),
    _unit("d", _D.TIME, "86400", "jour jours day days dia dias", fr="j"),
    _unit("week", _D.TIME, "604800", "weeks semaine semaines semana semanas", fr="sem.", en="wk", es="sem."),
    _unit("month", _D.CALENDAR, "1", "months mois mes meses", fr="mois", en="month|months", es="mes|meses"),
    _unit("year", _D.CALENDAR, "12", "years an ans annee annees ano anos yr yrs", fr="an|ans", en="year|years",
          es="año|años"),
    Unit("degC", _D.TEMPERATURE, Fraction(1), ("°C", "celsius", "degc"), {"": "°C"}, Fraction("273.15")),
    Unit("degF", _D.TEMPERATURE, Fraction(5, 9), ("°F", "fahrenheit"), {"": "°F"}, Fraction("459.67") * Fraction(5, 9)),
    _unit("K", _D.TEMPERATURE, "1", "kelvin kelvins"),
    _unit("bar", _D.PRESSURE, "100000", "bars bares"),
    _unit("mbar", _D.PRESSURE, "100", "millibar millibars"),
    _unit("Pa", _D.PRESSURE, "1", "pascal pascals"),
    _unit("hPa", _D.PRESSURE, "100", "hectopascal hectopascals"),
    _unit("kPa", _D.PRESSURE, "1000"),
    Unit("psi", _D.PRESSURE, Fraction("4.4482216152605") / (_INCH * _INCH)),
    _unit("Nm", _D.TORQUE, "1", "n.m n·m newton-metre newton-metres", any_="N·m"),
    Unit("km/h", _D.SPEED, Fraction(1000, 3600), ("kmh", "kph")),
    _unit("m/s", _D.SPEED, "1"),
    Unit("l/min", _D.FLOW, Fraction(1, 60000), ("lpm",)),
    Unit("l/h", _D.FLOW, Fraction(1, 3600000)),
    Unit("m3/h", _D.FLOW, Fraction(1, 3600), ("m³/h",), {"": "m³/h"}),
    Unit("deg", _D.ANGLE, Fraction(1), ("°", "degre", "degres", "degree", "degrees", "grado", "grados"), glued=True,
         symbols={"": "°"}),
    _unit("lm", _D.LIGHT, "1", "lumen lumens lumenes"),
    _unit("lx", _D.ILLUMINANCE, "1", "lux"),
    _unit("cd/m2", _D.LUMINANCE, "1", "cd/m² nits nit", any_="cd/m²"),
    _unit("dB", _D.SOUND, "1", "db(a) dba decibel decibels decibelio decibelios"),
    _unit("px", _D.PIXELS, "1", "pixel pixels pixeles"),
    _unit("MP", _D.PIXELS, "1000000", "mpx megapixel megapixels megapixeles", fr="Mpx"),
    _unit("dpi", _D.RESOLUTION, "1", "ppp ppi", fr="ppp", es="ppp"),
    _unit("piece", _D.COUNT, "1", "pieces pcs pce pces pc pieza piezas unite unites unit units unidad unidades",
          fr="pièce|pièces", en="piece|pieces", es="pieza|piezas"),
    _unit("pair", _D.COUNT, "2", "pairs paire paires par pares", fr="paire|paires", en="pair|pairs", es="par|pares"),
    _unit("dozen", _D.COUNT, "12", "douzaine douzaines dozens docena docenas",
          fr="douzaine|douzaines", en="dozen", es="docena|docenas"),
    _unit("page", _D.PAGES, "1", "pages feuille feuilles sheet sheets pagina paginas hoja hojas", fr="page|pages",
          en="page|pages", es="página|páginas"),
    _unit("ppm", _D.PRINT_SPEED, "1", "pages/min", any_="ppm"),
    Unit("%", _D.SHARE, Fraction(1, 100), ("pourcent", "percent", "pct")),
)  # fmt: skip

BY_CODE: Final[dict[str, Unit]] = {unit.code: unit for unit in UNITS}
