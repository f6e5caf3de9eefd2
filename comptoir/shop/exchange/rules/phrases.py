"""What a report says of each fact, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping

_LOOK = "Nothing to do if it is right; else mend the line and import again."
_MEND = "Mend this line and import the file again: what is already there is recognised."

PHRASES: Mapping[str, tuple[str, str]] = {
    # The file
    "encoding_found": ("The file is written in {encoding}.", "Nothing to do."),
    "encoding_mixed": ("{bytes} byte(s) of Windows-1252 in a UTF-8 file were read as such.", "Look at accented words."),
    "file_left_aside": ("No known kind of file of this platform: left aside.", "Check that it belongs to the import."),
    "currency_assumed": (
        "The file names no currency: amounts are taken as {currency}.",
        "Give --currency to state it.",
    ),
    "mode_assumed": ("The file does not say whether prices include tax: taken as {mode}.", "Give --gross or --net."),
    "regimes_assumed": (
        "{families} new families ask for no legal field (--regimes none).",
        "Set the legal regimes of each family before selling: the publish gate then asks for what the law wants.",
    ),
    "channel_made": (
        "The channel {channel} was missing: made, in {currency}, for {languages}.",
        "Check its name, country and languages.",
    ),
    "place_made": ("The place {place} was missing: made as a warehouse.", "Check its name and address."),
    "pictures_not_fetched": (
        "{articles} articles name pictures by address; none is fetched by an import.",
        "The addresses are kept in the custom field source_pictures: attach the files.",
    ),
    # Lines
    "line_too_long": ("The line is too long to be one.", "Look for a missing line end, then import again."),
    "nul_in_line": ("The line holds NUL bytes.", "Export the file again from its source."),
    "quote_never_closed": ("A quotation mark opened here is never closed.", "Close or double the quotation mark."),
    "too_many_cells": ("{found} cells where the header has {expected}.", "Quote the cell that holds the separator."),
    "too_few_cells": ("{found} cells where the header has {expected}.", "A line was cut, or a cell lacks its quotes."),
    "empty_extra_cells": ("{found} cells where the header has {expected}; the last are empty: read.", "Nothing to do."),
    "missing_last_cells": ("{found} cells where the header has {expected}: the last taken as empty.", _LOOK),
    "cells_outside_table": ("Cells outside the table are not read.", "Give the column a name in the first row."),
    "not_json": ("The line is not JSON.", _MEND),
    "not_an_object": ("The line is JSON, but not an object.", _MEND),
    "word_unnamed": ("The column {field} is empty: there is no telling what the line is about.", _MEND),
    # Articles
    "not_an_article": ("Not an article: {given}.", _LOOK),
    "no_product_id": ("No product id.", _MEND),
    "no_handle": ("No handle.", _MEND),
    "no_sku": ("No SKU nor reference.", _MEND),
    "no_name": ("No name.", _MEND),
    "code_twice": ("The code {code} is already an earlier article of this file.", "Give each article its own code."),
    "sku_twice": ("The SKU {sku} is already used earlier in this file.", "Give each variant its own SKU."),
    "article_twice": ("{product} comes twice (first on line {first}): the last is taken.", _LOOK),
    "status_unknown": ("{given} is no status (draft, active, archived): kept as it is.", _MEND),
    "number_not_taken": ("{field}: {given} is no number: left out.", _MEND),
    "date_not_taken": ("{given} is no date and time (2026-11-22T08:00:00+01:00): taken as now.", _MEND),
    "variant_twice": ("{sku}: the same choice is told twice: the first is taken.", "Remove one of the two lines."),
    "sku_renamed": ("{given} names two variants: the second becomes {sku}.", "Give each variant its own SKU."),
    "variant_without_article": ("This variant's article is not in the files.", "Import it together with its products."),
    "variant_missing": ("The variant {sku} is named but not in the file.", "Export the article with its variants."),
    "variable_without_variants": ("Variants are announced but none is there.", "Export the article with its variants."),
    "option_left_open": (
        "Not every variant says its {option}: the option is left out.",
        "Make one variant per value if shoppers must choose it.",
    ),
    "grouped_not_taken": (
        "{sku}: a group of articles is not an article.",
        "Its members are imported; make a category.",
    ),
    "bundle_not_taken": ("{sku}: bundles are not imported.", "Make it an article with its own SKU and stock."),
    "external_not_taken": ("{sku}: an article sold elsewhere is not imported.", "Nothing to do."),
    "gift_card_as_article": ("A gift card is imported as an ordinary article.", "Do not publish it as it is."),
    "hidden_kept_unpublished": ("Hidden at its source: kept unpublished.", "Publish it when it may be seen."),
    "code_shortened": ("The code {given} is longer than 64 characters: shortened.", _LOOK),
    "text_shortened": ("{field} is longer than {limit} characters: shortened.", _LOOK),
    "gtin_wrong": (
        "{given} is not a GTIN: its check digit or length is wrong; left out.",
        "Copy it from the packaging.",
    ),
    "attribute_unknown": ("The attribute {attribute} is not known: left out.", "Define it, or allow the import to."),
    "value_not_taken": ("{given} is no value of {attribute} ({kind}): left out.", _MEND),
    "stock_unreadable": ("{given} is no number of pieces: not counted.", _MEND),
    "stock_negative": ("{given} pieces: counted as 0.", "Count the shelf."),
    "stock_fraction": ("{given} pieces: only whole ones are counted.", _LOOK),
    # Prices
    "price_missing": ("{sku}: no price: kept unpublished.", "Set a price, then publish."),
    "price_absurd": (
        "{amount} is above {ceiling}: kept unpublished, no price set.",
        "Check it, or raise --price-ceiling.",
    ),
    "price_unreadable": ("{given} is no amount: no price set.", _MEND),
    "price_unclear": ("{given} may be read two ways: no price set.", "Write it with two decimals."),
    "price_not_positive": ("{amount} is no price to sell at: none set.", _MEND),
    "price_rounded": ("{amount} has more decimals than the currency: rounded.", "Nothing to do."),
    "price_in_other_currency": ("Priced in {currencies} only: no price set.", "Give --currency, or set a price."),
    "currency_of_channel_differs": (
        "The price is not in the currency of {channel}: none set.",
        "Import to its channel.",
    ),
    "channel_unknown": ("The channel {channel} does not exist: no price set.", "Make the channel first."),
    "promotion_not_taken": (
        "A reduced price stands beside the price: promotions are not imported.",
        "Declare it as an operation, with its dates and its reference price.",
    ),
    # Pictures
    "picture_missing": (
        "{article}: the file {file} is not beside the tables.",
        "Import the whole .zip or folder of the export, with its media folder.",
    ),
    "picture_differs": (
        "{article}: {file} is not the file that the table describes: left out.",
        "Empty its digest in the table to take the file as it is.",
    ),
    "picture_refused": ("{article}: {file}: {reason}: not attached.", "Save the picture again in a usual format."),
    "picture_without_article": ("{article}: no such article or variant for {file}.", _MEND),
    # What the other rooms say
    "draft_refused": ("{article}: {field}: {reason}.", _MEND),
    "word_refused": ("{noun} {word}: {reason}.", "Correct it at its source, or define it by hand, then import again."),
    "gate_closed": ("Not published: {fault} ({field}).", "Complete the sheets, then publish them."),
    "stock_refused": ("The pieces of this article were not counted: {reason}.", "Count them by hand."),
    "price_refused": ("The prices of this article were not set: {reason}.", "Set them by hand."),
}


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"


def phrase(code: str, facts: Mapping[str, object]) -> tuple[str, str]:
    """The sentence and the remedy of a fact, its facts filled in; the bare code for a fact of a third-party format."""
    message, remedy = PHRASES.get(code, (code.replace("_", " ").capitalize() + ".", _LOOK))
    return message.format_map(_Facts(facts)), remedy


def general(code: str) -> tuple[str, str]:
    """The same without the facts of one line."""
    message, remedy = PHRASES.get(code, (code.replace("_", " ").capitalize() + ".", _LOOK))
    return message, remedy
