"""An article as written becomes the draft that the catalogue takes."""

from __future__ import annotations

from collections.abc import Mapping

from stdnum import ean

from comptoir.demo.building.words import CHANNEL
from comptoir.demo.content import Article, Choice, list_families, say
from comptoir.demo.content.articles import Kin
from comptoir.shop.catalogue.types import AttributeValue, NetQuantity, ProductDraft, ProductStatus, VariantDraft

_NUTRITION = {
    "fr": (
        "Énergie {0} kJ / {1} kcal ; matières grasses {2} g, dont acides gras saturés {3} g ; glucides {4} g, "
        "dont sucres {5} g ; protéines {6} g ; sel {7} g (pour 100 g ou 100 ml)."
    ),
    "en": (
        "Energy {0} kJ / {1} kcal; fat {2} g, of which saturates {3} g; carbohydrate {4} g, of which sugars {5} g; "
        "protein {6} g; salt {7} g (per 100 g or 100 ml)."
    ),
    "es": (
        "Valor energético {0} kJ / {1} kcal; grasas {2} g, de las cuales saturadas {3} g; hidratos de carbono {4} g, "
        "de los cuales azúcares {5} g; proteínas {6} g; sal {7} g (por 100 g o 100 ml)."
    ),
}


def list_drafts() -> tuple[ProductDraft, ...]:
    """The draft of every article, in the order of the files."""
    return tuple(
        _draft(article, file.family, f"{place:02d}{rank:03d}")
        for place, file in enumerate(list_families(), start=1)
        for rank, article in enumerate(file.articles, start=1)
    )


def sku_of(article: Article, choice: Choice) -> str:
    """`SAB-CAO-VERT-39`: the article's, then what the variant is picked by."""
    return "-".join((article.sku, *(value.upper() for value in choice.picks)))


def gtin_of(number: str, rank: int) -> str:
    """A GTIN-13 of the range that shops keep for themselves (20 to 29), with its check digit."""
    digits = f"20{number}{rank:02d}".ljust(12, "0")
    return digits + ean.calc_check_digit(digits)


def _draft(article: Article, family: Kin, number: str) -> ProductDraft:
    return ProductDraft(
        code=article.code,
        family=family.code,
        name=article.say(0),
        summary=article.say(1),
        description={language: f"<p>{text}</p>" for language, text in article.say(2).items()},
        seo_description={language: _snippet(text) for language, text in article.say(2).items()},
        variants=_variants(article, number),
        brand=article.brand,
        categories=article.categories,
        attributes=_typed(article.attributes),
        legal=_legal(article, family),
        options=article.options,
        tax_class=article.tax_class or family.tax_class,
        status=ProductStatus(article.status),
        channels=(CHANNEL,) if article.status == "active" else (),
    )


def _variants(article: Article, number: str) -> tuple[VariantDraft, ...]:
    return tuple(
        VariantDraft(
            sku=sku_of(article, choice),
            gtin=gtin_of(number, rank),
            options=dict(zip(article.options, choice.picks, strict=True)),
            attributes=_typed(choice.attributes),
            weight_g=choice.weight or article.weight,
            net_quantity=_net(choice.net or article.net),
            position=rank,
        )
        for rank, choice in enumerate(article.choices)
    )


def _net(net: tuple[str, str] | None) -> NetQuantity | None:
    return NetQuantity(*net) if net else None


def _typed(values: Mapping[str, AttributeValue | list[str]]) -> dict[str, AttributeValue]:
    return {code: tuple(value) if isinstance(value, list) else value for code, value in values.items()}


def _legal(article: Article, family: Kin) -> dict[str, AttributeValue]:
    said = _typed({**family.legal, **article.legal})
    if article.food:
        names = ("food_name", "ingredients", "storage", "origin")
        said |= {name: say(text) for name, text in zip(names, article.food, strict=True)}
        said |= {"allergens": article.allergens, "nutrition": _nutrition(article.nutrition)}
    if article.composition:
        said |= {"composition": say(article.composition), "care": say(article.care)}
    return {name: value for name, value in said.items() if name not in article.without_legal}


def _nutrition(values: tuple[str, ...]) -> dict[str, str]:
    with_commas = tuple(value.replace(".", ",") for value in values)
    return {
        language: sentence.format(*(values if language == "en" else with_commas))
        for language, sentence in _NUTRITION.items()
    }


def _snippet(text: str) -> str:
    """The first sentences that fit what search engines show."""
    kept = text[:155]
    return text if len(text) <= 155 else kept[: kept.rfind(" ")].rstrip(" ,;:.") + "…"
