from __future__ import annotations

import pytest

from comptoir.heads.storefront.facets import name_facets
from comptoir.shop.search.types import FacetGroup, FacetValue


def group(code, label, *values):
    return FacetGroup(code, label, tuple(FacetValue(value, value, 3, chosen=False) for value in values))


@pytest.mark.parametrize(
    ("language", "name", "value"),
    [
        ("fr", "Disponibilité", "En stock"),
        ("en", "Availability", "In stock"),
        ("es", "Disponibilidad", "Disponible"),
    ],
)
def test_availability_is_said_in_words_and_what_is_sold_out_is_not_offered(language, name, value):
    (shown,) = name_facets((group("stock", "", "in", "out"),), language)
    assert (shown.label, [each.label for each in shown.values]) == (name, [value])


def test_what_is_sold_out_stays_removable_for_who_chose_it():
    chosen = FacetGroup(
        "stock", "", (FacetValue("in", "in", 3, chosen=False), FacetValue("out", "out", 1, chosen=True))
    )
    (shown,) = name_facets((chosen,), "fr")
    assert [each.label for each in shown.values] == ["En stock", "Épuisé pour le moment"]


def test_two_filters_of_the_same_name_are_told_apart_by_their_values():
    pots, pans = group("attr.pot", "Diamètre", "14 cm", "18 cm", "24 cm"), group("attr.pan", "Diamètre", "20 cm")
    shown = name_facets((pots, pans, group("attr.matter", "Matière", "zinc")), "fr")
    assert [each.label for each in shown] == ["Diamètre (14 cm, 18 cm…)", "Diamètre (20 cm)", "Matière"]


def test_a_filter_without_a_value_left_is_not_shown():
    assert name_facets((group("stock", "", "out"),), "fr") == ()
