"""Values, codes, texts and cells: read exactly or not at all, written so that they come back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from comptoir.shop.exchange.rules.codes import code_of
from comptoir.shop.exchange.rules.escape import escape_cell, unescape_cell
from comptoir.shop.exchange.rules.packing import column_parts, join, pack, split, unpack
from comptoir.shop.exchange.rules.texts import is_html, literal_breaks, plain, rich, shorten
from comptoir.shop.exchange.rules.values import is_unclear, number_text, read_decimal, read_flag, read_gtin, scaled


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("12", "12"),
        ("12,50", "12.50"),
        ("12.50 €", "12.50"),
        ("1 234,50", "1234.50"),
        ("1\u202f234,50 EUR", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("$-3.5", "-3.5"),
        ("1'000.00", "1000.00"),
        (".5", "0.5"),
        ("41.806020", "41.806020"),
    ],
)
def test_an_amount_is_read_as_people_write_it(written, number):
    assert read_decimal(written) == Decimal(number)


@pytest.mark.parametrize("written", ["", "abc", "12,3,4", "1.2.3", "--3", "١٢", "NaN", "inf", "1e999", "9" * 60])
def test_what_is_no_number_is_not_guessed(written):
    assert read_decimal(written) is None


def test_an_amount_that_may_be_read_two_ways_is_told():
    assert is_unclear("1,234")
    assert not is_unclear("0,234")
    assert not is_unclear("1,23")


@given(st.text(max_size=60))
def test_reading_a_number_never_breaks(text):
    read_decimal(text)
    read_gtin(text)
    scaled(text, 1000)


@pytest.mark.parametrize(("word", "flag"), [("1", True), ("Oui", True), ("no", False), ("0", False), ("maybe", None)])
def test_yes_and_no_are_read_in_several_languages(word, flag):
    assert read_flag(word) is flag


@given(st.sampled_from((8, 12, 13, 14)).flatmap(lambda width: st.text("0123456789", min_size=width, max_size=width)))
def test_gtins_are_those_that_the_catalogue_takes(digits):
    assert (read_gtin(digits) == digits) == (ean.is_valid(digits) and bool(digits.strip("0")))


def test_a_gtin_is_taken_only_when_its_check_digit_holds():
    assert read_gtin("4006381333931") == "4006381333931"
    assert read_gtin("4 006381 333931") == "4006381333931"
    assert read_gtin("36000291452") == "036000291452"  # a spreadsheet ate the leading zero of a UPC-A
    assert read_gtin("4006381333930") is None
    assert read_gtin("0000000000000") is None


def test_sizes_become_whole_grams_and_millimetres():
    assert scaled("0,068", 1000) == 68
    assert scaled("0", 1000) is None
    assert scaled("9999999999", 1000) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9))
def test_a_number_is_written_so_that_it_reads_the_same(number):
    assert read_decimal(number_text(number)) == number


@given(st.text(max_size=40))
def test_a_cell_is_escaped_so_that_no_spreadsheet_runs_it_and_comes_back_as_it_was(text):
    written = escape_cell(text)
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert unescape_cell(written) == text


def test_an_apostrophe_that_begins_a_word_is_left_alone():
    assert escape_cell("'s-Hertogenbosch") == "'s-Hertogenbosch"
    assert unescape_cell("'s-Hertogenbosch") == "'s-Hertogenbosch"
    assert escape_cell("=1+1") == "'=1+1"


@given(st.text(max_size=200))
def test_the_same_words_always_give_the_same_short_code(words):
    code = code_of(words)
    assert code == code_of(words)
    assert 1 <= len(code) <= 60
    assert code.replace("_", "").isalnum()


def test_codes_keep_what_can_be_read_and_tell_the_rest_apart():
    assert code_of("Œuvre d'été") == "oeuvre_d_ete"
    assert code_of("日本") != code_of("中国")
    assert code_of("a" * 100) != code_of("a" * 99 + "b")


def test_html_is_kept_in_descriptions_and_taken_out_of_names():
    assert rich("<p>A &amp; B</p>") == "<p>A &amp; B</p>"
    assert rich("one\n\ntwo <3") == "<p>one</p><p>two &lt;3</p>"
    assert rich("<p>&nbsp;</p>") == ""
    assert plain("<b>Caf&eacute;</b><br>noir") == "Café noir"
    assert is_html("5 < 6") is False


def test_literal_line_ends_become_true_ones():
    assert literal_breaks("a\\nb") == "a\nb"
    assert shorten("un deux trois", 9) == "un deux…"


@given(st.lists(st.text(min_size=1, max_size=10).map(str.strip).filter(bool), max_size=5))
def test_a_list_in_a_cell_comes_back(words):
    assert list(split(join(words))) == words


@given(st.dictionaries(st.text(min_size=1, max_size=8).map(str.strip).filter(bool), st.text(min_size=1, max_size=12)))
def test_values_packed_in_a_cell_come_back(cells):
    assert unpack(pack(cells)) == cells


def test_a_column_may_name_its_language():
    assert column_parts("care@fr") == ("care", "fr")
    assert column_parts("care") == ("care", "")
    assert column_parts("mail@home") == ("mail@home", "")
