"""Texts against the article: prices in titles, batteries of what takes none, another language than announced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from comptoir.shop.catalogue.rules.contradictions.words import About, about, each, fault, fold, words
from comptoir.shop.catalogue.rules.sheets import Sheet
from comptoir.shop.catalogue.rules.texts import plain_words
from comptoir.shop.catalogue.types import SheetFault

_PRICE_WORDS = re.compile(
    r"\b(?:promos?|promotions?|soldes?|destockage|remises?|pas chere?s?|moins chere?s?|prix (?:casse|mini|bas|choc)s?"
    r"|offre speciale|bon plan|livraison (?:gratuite|offerte)|gratuite?s?|cheap(?:est)?|best price|on sale"
    r"|discount(?:ed)?|free (?:shipping|delivery)|clearance|special offer|ofertas?|rebajas|descuentos?|gratis"
    r"|envio gratuito|barato)\b"
)
_PRICE = re.compile(
    r"(?:-\s?\d{1,2}\s?%(?!\s*(?:de |d.|of |less |sucre|sel|fat|sugar|salt|mat)))"
    r"|(?:\d+(?:[.,]\d{2})?\s?(?:€|euros\b))|(?:[€$£]\s?\d)",
    re.IGNORECASE,
)
_NO_BATTERIES = re.compile(
    r"\b(?:piles? non (?:fourni|inclus|comprise?)\w*|(?:sans|vendue? sans|livree? sans) piles?"
    r"|batter(?:y|ies) not (?:included|supplied)|without batter(?:y|ies)"
    r"|pilas? no (?:incluid|suministrad)\w*|no incluye pilas?)\b"
)
_POWERED = re.compile(
    r"\b(?:piles?|batter\w+|accus?|pilas?|baterias?|electri\w*|electronic\w*|electronique\w*|led|jouets?|toys?"
    r"|juguetes?|lampes?|lamps?|radio|horloge|clock|telecommande|remote|mouse|souris|keyboard|clavier|camera"
    r"|appareil photo|montre|tv|tele\w+|ecran|monitor|video|audio|casque|enceinte|bluetooth|ordinateur|computer"
    r"|printer|imprimante|phone|smartphone|balance|thermomet\w+|jeux?|games?)\b"
)

_COMMON: Mapping[str, frozenset[str]] = {
    "fr": each(
        "le la les des du une et est pour avec dans sur vous votre vos nous qui que ne pas plus ce cette ces "
        "sont aux au par ses sa son leur ou il elle"
    ),
    "en": each(
        "the and of with for your you is are this that from it its to in can has have be will our or their "
        "which these by an all more"
    ),
    "es": each(
        "el los las una y es para con en su sus por que del se al lo como mas esta este estos son tu o sin "
        "muy desde cuando tiene"
    ),
    "de": each(
        "der die das und ist mit fur von den dem ein eine sie auf zu im nicht auch des werden oder als wird "
        "bei zum zur durch konnen ihre"
    ),
    "it": each(
        "il lo gli della delle di e per con un una che del nel sono alla dei anche piu come da questo questa "
        "si le nella grazie"
    ),
}
_WORDS_READ = 80
_WORDS_NEEDED = 12
_SURE = 6


def price_words(sheet: Sheet, language: str) -> Iterator[SheetFault]:
    """A price or a sales word in a title: it outlives the offer, and the law wants prices where prices are."""
    title = sheet.product.name.get(language, "")
    found = _PRICE_WORDS.search(fold(title)) or _PRICE.search(title)
    if found is not None:
        yield fault("price_words_in_title", f"name.{language}", words=found.group(0))


def batteries(sheet: Sheet, language: str) -> Iterator[SheetFault]:
    """ "Batteries not included" on an article that takes none, as far as its family and attributes tell."""
    texts = {column: getattr(sheet.product, column).get(language, "") for column in ("name", "summary", "description")}
    for column, text in texts.items():
        found = _NO_BATTERIES.search(fold(plain_words(text))) if text else None
        if found is not None and not _takes_batteries(sheet):
            yield fault("batteries_of_what_takes_none", f"{column}.{language}", words=found.group(0))
            return


def _takes_batteries(sheet: Sheet) -> bool:
    codes = {one.attribute for one in sheet.family.attributes} | set(sheet.product.attributes)
    if any(About.BATTERY in about(sheet.attributes[code]) for code in codes if code in sheet.attributes):
        return True
    named = " ".join(
        (sheet.family.code.replace("_", " "), *sheet.family.label.values(), *codes, *sheet.product.name.values())
    )
    return _POWERED.search(fold(named.replace("_", " "))) is not None


def wrong_language(sheet: Sheet, language: str) -> Iterator[SheetFault]:
    """A text that is plainly in another language than the one it is filed under."""
    if language not in _COMMON:
        return
    for column in ("name", "summary", "description"):
        text = getattr(sheet.product, column).get(language, "")
        spoken = spoken_language(text) if text else None
        if spoken is not None and spoken != language:
            yield fault("text_in_another_language", f"{column}.{language}", spoken=spoken)


def spoken_language(text: str) -> str | None:
    """The language a text is surely in, by its commonest words; None when it is short or could be another."""
    read = words(plain_words(text[:1500]))[:_WORDS_READ]
    if len(read) < _WORDS_NEEDED:
        return None
    counts = sorted(((sum(1 for word in read if word in common), language) for language, common in _COMMON.items()))
    (second, _), (first, language) = counts[-2:]
    return language if first >= _SURE and first >= 3 * second and first * 6 >= len(read) else None
