import contextlib
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comptoir.kernel.units import (
    Incommensurable,
    Measure,
    UnknownUnit,
    UnreadableMeasure,
    convert,
    find_unit,
    format_measure,
    list_units,
    parse,
    parse_each,
    parse_number,
    spot,
    to_decimal,
    write_amount,
)

AMOUNTS = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**6)
UNITS = st.sampled_from(list_units())


def read(text, **kwargs):
    return [(measure.text(), measure.unit) for measure in parse_each(text, **kwargs)]


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("2 kg", "2", "kg"),
        ("0,75 l", "0.75", "l"),
        ("24 pouces", "24", "in"),
        ("1 pouce", "1", "in"),
        ('24"', "24", "in"),
        ("24''", "24", "in"),
        ("24″", "24", "in"),
        ("27 inches", "27", "in"),
        ("27 pulgadas", "27", "in"),
        ("1 500 ml", "1500", "ml"),
        ("1\u202f500\u00a0ml", "1500", "ml"),
        ("1.5kg", "1.5", "kg"),
        ("1.234,5 g", "1234.5", "g"),
        ("1,234.5 g", "1234.5", "g"),
        ("1.500.000 lm", "1500000", "lm"),
        ("-18 °C", "-18", "degC"),
        ("90°", "90", "deg"),
        ('3 1/2"', "3.5", "in"),
        ("½ litre", "0.5", "l"),
        ("2½ kg", "2.5", "kg"),
        (",5 l", "0.5", "l"),
        ("8 Go", "8", "GB"),
        ("8 gb", "8", "GB"),
        ("230v", "230", "V"),
        ("2,4 GHz", "2.4", "GHz"),
        ("1 fl oz", "1", "floz"),
        ("1 200 tr/min", "1200", "rpm"),
        ("5 m²", "5", "m2"),
        ("12 m³", "12", "m3"),
        ("20 pièces", "20", "piece"),
        ("2 años", "2", "year"),
        ("175-ml", "175", "ml"),
        ("80 g/m²", "80", "g/m2"),
        ("300 cd/m2", "300", "cd/m2"),
    ],
)
def test_a_measure_reads_as_people_write_it(text, amount, unit):
    assert read(text) == [(amount, unit)]


def test_dimensions_share_the_last_unit_or_keep_their_own():
    assert read("30 x 40 cm") == [("30", "cm"), ("40", "cm")]
    assert read("30×40×5mm") == [("30", "mm"), ("40", "mm"), ("5", "mm")]
    assert read("30 cm x 2 m") == [("30", "cm"), ("2", "m")]


def test_a_bare_number_takes_the_unit_of_its_column():
    assert parse("1 250", unit="g") == Measure(Fraction(1250), "g")
    assert parse("1,2 kg", unit="g") == Measure(Fraction(6, 5), "kg")


@pytest.mark.parametrize(
    "text", ["", "kg", "2", "2 zorglubs", "deux kg", "1/0 kg", "2 kg!", "1e5 kg", "9" * 300 + " kg"]
)
def test_what_is_not_one_measure_is_refused(text):
    with pytest.raises(UnreadableMeasure):
        parse(text)


def test_a_list_of_measures_is_not_one_measure():
    with pytest.raises(UnreadableMeasure):
        parse("30 x 40 cm")


@pytest.mark.parametrize(
    ("amount", "source", "target", "result"),
    [
        ("1", "in", "mm", Fraction("25.4")),
        ("1", "lb", "g", Fraction("453.59237")),
        ("16", "oz", "lb", Fraction(1)),
        ("75", "cl", "l", Fraction("0.75")),
        ("1", "kWh", "kJ", Fraction(3600)),
        ("1", "TB", "GB", Fraction(1000)),
        ("1", "GiB", "MiB", Fraction(1024)),
        ("2", "year", "month", Fraction(24)),
        ("-40", "degC", "degF", Fraction(-40)),
        ("100", "degC", "degF", Fraction(212)),
        ("0", "K", "degC", Fraction("-273.15")),
        ("36", "km/h", "m/s", Fraction(10)),
        ("2", "dozen", "piece", Fraction(24)),
    ],
)
def test_conversion_is_exact(amount, source, target, result):
    assert convert(Decimal(amount), source, target) == result


def test_litres_do_not_become_kilograms():
    with pytest.raises(Incommensurable) as refusal:
        convert(1, "l", "kg")
    assert refusal.value.facts == {"source": "l", "target": "kg"}


def test_an_unknown_unit_is_refused_and_a_float_is_a_bug():
    with pytest.raises(UnknownUnit):
        find_unit("zorglub")
    with pytest.raises(TypeError):
        convert(0.1, "kg", "g")


@given(AMOUNTS, UNITS, st.data())
def test_there_and_back_changes_nothing(amount, unit, data):
    other = data.draw(st.sampled_from(list_units(unit.dimension)))
    assert convert(convert(amount, unit.code, other.code), other.code, unit.code) == amount


@given(st.decimals(min_value=0, max_value=10**9, places=4), UNITS)
def test_what_is_written_with_a_code_reads_back(amount, unit):
    assert parse(f"{amount:f} {unit.code}") == Measure(Fraction(amount), unit.code)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6))
def test_decimal_text_is_exact(amount):
    assert Fraction(write_amount(Fraction(amount))) == Fraction(amount)
    assert to_decimal(Fraction(amount)) == amount


def test_a_third_is_written_to_fifteen_digits():
    assert write_amount(Fraction(1, 3)) == "0.333333333333333"


@given(st.text(max_size=60))
def test_any_text_is_read_refused_or_left_alone(text):
    spot(text)
    for reader in (parse_each, parse_number):
        with contextlib.suppress(UnreadableMeasure):
            reader(text)


def test_every_spelling_leads_to_its_own_unit():
    for unit in list_units():
        for word in unit.words:
            assert parse(f"3 {word}").unit == unit.code, word


@pytest.mark.parametrize(
    ("text", "said", "measures"),
    [
        ("sac croquettes 2kg chien", ["2kg"], [("2", "kg")]),
        ("écran 24 pouces 4k", ["24 pouces"], [("24", "in")]),
        ("moniteur 27in", ["27in"], [("27", "in")]),
        ("toile 30x40cm", ["30x40cm"], [("30", "cm"), ("40", "cm")]),
        ("pack 6 x 33 cl", ["6 x 33 cl"], [("33", "cl")]),
        ("iPhone 15 128 Go", ["128 Go"], [("128", "GB")]),
        ("bidon 1 500 ml", ["1 500 ml"], [("1500", "ml")]),
        ("stylo 2 in 1", [], []),
        ("3 livres de cuisine", [], []),
        ("USB 3 A mâle", [], []),
        ("chargeur 3A", ["3A"], [("3", "A")]),
    ],
)
def test_measures_are_spotted_in_free_text(text, said, measures):
    spotted = spot(text)
    assert [text[one.start : one.end] for one in spotted] == said
    assert [(each.text(), each.unit) for one in spotted for each in one.measures] == measures


def test_measures_are_said_in_the_language_of_the_reader():
    inches = Measure(Fraction(24), "in")
    assert format_measure(inches, "fr") == "24\u00a0pouces"
    assert format_measure(inches, "en") == "24\u00a0in"
    assert format_measure(inches, "es") == "24\u00a0pulgadas"
    assert format_measure(Measure(Fraction(8), "GB"), "fr") == "8\u00a0Go"
    assert format_measure(Measure(Fraction(8), "GB"), "en") == "8\u00a0GB"
    assert format_measure(Measure(Fraction(3, 4), "l"), "fr") == "0,75\u00a0l"
    assert format_measure(Measure(Fraction(1500), "ml"), "fr") == "1\u202f500\u00a0ml"
    assert format_measure(Measure(Fraction(1500), "ml"), "en") == "1,500\u00a0mL"
    assert format_measure(Measure(Fraction(90), "deg"), "fr") == "90°"
    assert format_measure(Measure(Fraction(1, 3), "kg"), "fr", decimals=2) == "0,33\u00a0kg"


def test_one_piece_is_singular():
    assert format_measure(Measure(Fraction(1), "year"), "fr") == "1\u00a0an"
    assert format_measure(Measure(Fraction(3, 2), "in"), "fr") == "1,5\u00a0pouce"
    assert format_measure(Measure(Fraction(2), "year"), "fr") == "2\u00a0ans"
    assert format_measure(Measure(Fraction(1), "piece"), "en") == "1\u00a0piece"
    assert format_measure(Measure(Fraction(0), "piece"), "en") == "0\u00a0pieces"
