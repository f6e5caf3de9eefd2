"""Rules of the catalogue: tables and properties, no database."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comptoir.shop.catalogue.rules import gtin, legal, slugs, texts, tree, values
from comptoir.shop.catalogue.types import Attribute, AttributeKind, Choice


@pytest.mark.parametrize(
    ("given_text", "read"),
    [
        ("3000000002476", "3000000002476"),
        ("3 000000 002476", "3000000002476"),
        ("96385074", "96385074"),
        ("036000291452", "036000291452"),
        ("00036000291452", "00036000291452"),
    ],
)
def test_a_gtin_is_read_as_long_as_it_was_given(given_text, read):
    assert gtin.read_gtin(given_text) == read


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("3000000002477", "check_digit"),
        ("12345", "length"),
        ("300000000247X", "digits"),
        ("", "digits"),
        ("9783161484", "length"),
        ("٣٠٠٠٠٠٠٠٠٢٤٧٦", "digits"),
    ],
)
def test_what_is_not_a_gtin_says_why(wrong, why):
    with pytest.raises(gtin.WrongGtin, match=why):
        gtin.read_gtin(wrong)


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_every_writing_of_a_gtin_has_the_same_key(number):
    digits = f"{number:012d}"
    check = (10 - sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10) % 10
    read = gtin.read_gtin(f"{digits}{check}")
    spelled = gtin.writings(read)
    assert read in spelled
    assert {gtin.key(one) for one in spelled} == {gtin.key(read)}


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Étagère en chêne massif", "etagere-en-chene-massif"),
        ("L'œuf à la coque", "l-oeuf-a-la-coque"),
        ("Câble USB-C 2 m (lot de 3)", "cable-usb-c-2-m-lot-de-3"),
        ("Señor Ñandú", "senor-nandu"),
        ("Straße  —  Größe", "strasse-grosse"),
        ("日本語", ""),
        ("  --  ", ""),
        ("Surface 3 m²", "surface-3-m2"),
    ],
)
def test_slugs_are_plain_words(text, slug):
    assert slugs.make_slug(text) == slug


@given(st.text(max_size=400))
def test_a_slug_made_is_empty_or_fit_for_an_address(text):
    slug = slugs.make_slug(text)
    assert slug == "" or slugs.is_slug(slug)
    assert len(slug) <= slugs.LONGEST
    assert slugs.make_slug(slug) == slug


def test_a_long_slug_is_cut_between_words():
    assert slugs.make_slug("abcdefghi " * 12) == "-".join(["abcdefghi"] * 8)


def test_a_reserved_word_is_never_a_slug():
    assert slugs.candidates("panier", "P 1", "0a1b") == ("panier-p-1", "panier-0a1b")
    assert slugs.candidates("", "", "0a1b") == ("0a1b",)


@pytest.mark.parametrize(
    ("given_value", "kept"),
    [("24.50", "24.5"), ("24,5", "24.5"), ("-0", "0"), ("1e3", "1000"), (7, "7"), (" 12 ", "12"), ("0.10", "0.1")],
)
def test_a_number_has_one_spelling(given_value, kept):
    assert values.read_decimal(given_value) == kept


@pytest.mark.parametrize("wrong", [1.5, True, "", "douze", "NaN", "Infinity", "1e40", "0.00000000001", None, []])
def test_what_is_not_an_exact_number_is_refused(wrong):
    with pytest.raises(values.WrongValue):
        values.read_decimal(wrong)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9))
def test_a_number_keeps_its_value_and_reads_back_the_same(number):
    kept = values.read_decimal(str(number))
    assert Decimal(kept) == number
    assert values.read_decimal(kept) == kept


def _attribute(kind: AttributeKind, **said):
    return values.reader(Attribute("a", kind, {"fr": "a"}, **said))


COLOURS = (Choice("red", {"fr": "Rouge"}), Choice("blue", {"fr": "Bleu"}))


@pytest.mark.parametrize(
    ("read", "value", "kept"),
    [
        (_attribute(AttributeKind.MEASURE, unit="g"), "2,5 kg", "2500"),
        (_attribute(AttributeKind.MEASURE, unit="cm"), "24 in", "60.96"),
        (_attribute(AttributeKind.MEASURE, unit="in"), "24", "24"),
        (_attribute(AttributeKind.FLAG), "true", True),
        (_attribute(AttributeKind.CHOICE, choices=COLOURS), "red", "red"),
        (_attribute(AttributeKind.CHOICES, choices=COLOURS), ["blue", "red", "blue"], ("blue", "red")),
        (_attribute(AttributeKind.DAY), "2026-02-28", "2026-02-28"),
        (_attribute(AttributeKind.TEXT), {"fr": " a  b ", "en": ""}, {"fr": "a b"}),
        (_attribute(AttributeKind.WORD), "  ", None),
    ],
)
def test_a_value_is_kept_as_its_attribute_types_it(read, value, kept):
    assert read(value) == kept


@pytest.mark.parametrize(
    ("read", "value", "reason"),
    [
        (_attribute(AttributeKind.MEASURE, unit="g"), "2 m", "not_a_measure"),
        (_attribute(AttributeKind.FLAG), 1, "not_a_flag"),
        (_attribute(AttributeKind.CHOICE, choices=COLOURS), "green", "not_a_choice"),
        (_attribute(AttributeKind.CHOICES, choices=COLOURS), "red", "not_choices"),
        (_attribute(AttributeKind.DAY), "2026-02-30", "not_a_day"),
        (_attribute(AttributeKind.TEXT), "bonjour", "not_a_text_per_language"),
        (_attribute(AttributeKind.TEXT), {"français": "bonjour"}, "not_a_language"),
        (_attribute(AttributeKind.WORD), "x" * 501, "text_too_long"),
        (_attribute(AttributeKind.WORD), 5, "not_a_word"),
    ],
)
def test_a_value_of_another_type_says_why(read, value, reason):
    with pytest.raises(values.WrongValue) as wrong:
        read(value)
    assert wrong.value.reason == reason


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<p onclick='x()'>Bon<script>alert(1)</script></p>", "<p>Bon</p>"),
        ('<a href="javascript:x()">y</a>', '<a rel="noopener nofollow">y</a>'),
        ("<img src=x onerror=alert(1)>Texte", "Texte"),
        ("Sel & poivre", "Sel &amp; poivre"),
        ("<style>p{}</style><b>gras</b>", "<b>gras</b>"),
        ("Sans balise", "Sans balise"),
        ("nul\x00 et retour\x08", "nul et retour"),
    ],
)
def test_descriptions_hold_only_what_the_allowlist_names(markup, kept):
    assert texts.clean_html(markup) == kept


@given(st.text(max_size=300))
def test_cleaning_twice_is_cleaning_once(text):
    once = texts.clean_html(text)
    assert texts.clean_html(once) == once
    plain = texts.clean_plain(text)
    assert texts.clean_plain(plain) == plain


def _ids(count: int) -> list[UUID]:
    return [UUID(int=place + 1) for place in range(count)]


def test_paths_run_from_the_root():
    root, child, grandchild, other = _ids(4)
    parents = {grandchild: child, child: root, root: None, other: None}
    assert tree.paths(parents) == {
        root: (root,),
        child: (root, child),
        grandchild: (root, child, grandchild),
        other: (other,),
    }
    assert tree.subtree(tree.paths(parents), {child}) == {child, grandchild}


def test_a_cycle_is_found_wherever_it_is():
    first, second, third, outside = _ids(4)
    with pytest.raises(tree.Cycle):
        tree.paths({outside: None, first: third, second: first, third: second})


def test_a_tree_has_at_most_fifteen_levels():
    chain = _ids(16)
    parents = {node: chain[place - 1] if place else None for place, node in enumerate(chain)}
    with pytest.raises(tree.TooDeep):
        tree.paths(parents)
    assert len(tree.paths(dict(list(parents.items())[:15]))) == 15


@given(st.lists(st.integers(min_value=-1, max_value=30), min_size=1, max_size=31))
def test_every_path_ends_with_its_node_and_follows_its_parent(choices):
    ids = _ids(len(choices))
    parents = {ids[i]: ids[choice] if 0 <= choice < i else None for i, choice in enumerate(choices)}
    for node, path in tree.paths(parents, deepest=None).items():
        above = parents[node]
        assert path[-1] == node
        assert path[:-1] == (tree.paths(parents, deepest=None)[above] if above else ())


MAKER = {"manufacturer_name": "Atelier", "manufacturer_address": "1 rue du Port, Brest", "manufacturer_email": "a@b.fr"}


def _missing(regimes, said, met=frozenset(), language="fr"):
    return [(gap.field, gap.law) for gap in legal.gaps(regimes, said, frozenset(met), language)]


def test_gps_1_an_offer_names_its_maker_shows_and_identifies_the_article():
    assert _missing(("gpsr",), {}) == [
        ("manufacturer_name", "GPS-1"),
        ("manufacturer_address", "GPS-1"),
        ("manufacturer_email", "GPS-1"),
        ("manufacturer_country", "GPS-1"),
        ("picture", "GPS-1"),
        ("identifier", "GPS-1"),
    ]
    assert _missing(("gpsr",), MAKER | {"manufacturer_country": "FR"}, {"picture", "identifier"}) == []


def test_gps_1_a_maker_outside_the_union_has_a_responsible_person_inside():
    said = MAKER | {"manufacturer_country": "CN"}
    assert _missing(("gpsr",), said, {"picture", "identifier"}) == [
        ("responsible_name", "GPS-1"),
        ("responsible_address", "GPS-1"),
        ("responsible_email", "GPS-1"),
    ]


def test_foo_1_allergens_are_said_even_when_there_are_none():
    said = {field: {"fr": "oui"} for field in ("food_name", "ingredients", "storage", "nutrition")}
    said |= {"operator_name": "Conserverie", "operator_address": "Brest"}
    assert _missing(("food",), said, {"net_quantity"}) == [("allergens", "FOO-1")]
    assert _missing(("food",), said | {"allergens": ("none",)}, {"net_quantity"}) == []
    assert _missing(("food",), said | {"allergens": ("none",)}, {"net_quantity"}, "en") == [
        (field, "FOO-1") for field in ("food_name", "ingredients", "storage", "nutrition")
    ]


@pytest.mark.parametrize(
    ("regime", "said", "missing"),
    [
        ("unit_price", {}, [("net_quantity", "PRI-14")]),
        ("repairability", {}, [("repairability_index", "IDX-1")]),
        ("repairability", {"repairability_index": "8.4"}, []),
        ("eco_participation", {"producer_idu": "FR1"}, [("eco_participation_minor", "ECO-1")]),
        ("alcohol", {"minimum_age": "18"}, [("alcohol_percent", "FOO-1")]),
        ("age", {}, [("minimum_age", "AGE-1")]),
        ("guarantee", {}, [("guarantee_months", "GUA-1")]),
        ("textile", {"composition": {"fr": "100 % coton"}}, []),
    ],
)
def test_each_regime_asks_for_its_fields(regime, said, missing):
    assert _missing((regime,), said) == missing


def test_a_brand_says_what_the_article_does_not():
    blocks = legal.blocks(("gpsr",), {"manufacturer_name": "Autre"}, MAKER)
    assert [(line.field, line.value, line.inherited) for line in blocks[0].lines] == [
        ("manufacturer_name", "Autre", False),
        ("manufacturer_address", "1 rue du Port, Brest", True),
        ("manufacturer_email", "a@b.fr", True),
    ]


@pytest.mark.parametrize(
    ("code", "value"),
    [("allergens", ("water",)), ("repairability_index", "eight"), ("energy_class", "H"), ("unknown_thing", "x")],
)
def test_a_legal_value_is_typed(code, value):
    with pytest.raises(values.WrongValue):
        legal.read_field(code, value)
