"""The table of refusals: code -> what happened and what to do, in English, for the catalogues to translate."""

from __future__ import annotations

from comptoir.heads.ui.words import mark

UNCHANGED = mark("Nothing was changed. Correct it and send it again.")
RELOAD = mark("Nothing was changed. Reload the page and try again.")
LOOK_AGAIN = mark("It may have been moved or withdrawn. Search for it, or start again from the home page.")
SEE_LIST = mark("Nothing was changed. Choose one from the list.")
FEWER = mark("Nothing was changed. Ask for fewer, in several times if need be.")
WRITE_TO_US = mark("Nothing was changed. If you think it should be possible, write to us.")
OTHER_CODE = mark("Nothing was changed. Choose another one.")

UNKNOWN = (mark("This could not be done."), mark("Nothing was changed. Go back and try again."))

SAID: dict[str, tuple[str, str]] = {
    "kernel.refused": UNKNOWN,
    "kernel.not_found": (mark("What you are looking for is not here."), LOOK_AGAIN),
    "kernel.invalid_input": (mark("A value could not be read."), UNCHANGED),
    "kernel.not_allowed": (mark("This is not open to you."), WRITE_TO_US),
    "kernel.job_not_found": (mark("This work is finished and forgotten, or never was."), SEE_LIST),
    "kernel.unknown_switch": (mark("There is no switch of that name."), SEE_LIST),
    "kernel.unknown_key": (
        mark("This key opens nothing."),
        mark("It may have been revoked. Ask the merchant for a new one."),
    ),
    "kernel.key_not_found": (mark("There is no such key."), SEE_LIST),
    "money.currency_mismatch": (mark("Two amounts are not in the same currency."), RELOAD),
    "money.unreadable_amount": (
        mark("An amount could not be read."),
        mark("Write it with figures, for instance 12.50, and send it again."),
    ),
    "units.unknown_unit": (mark("This unit of measure is not known."), SEE_LIST),
    "units.incommensurable": (mark("These two units do not measure the same thing."), UNCHANGED),
    "units.unreadable_measure": (
        mark("A measure could not be read."),
        mark("Write a number and its unit, for instance 2 kg, and send it again."),
    ),
    "catalogue.category_not_found": (mark("There is no such department."), SEE_LIST),
    "catalogue.channel_not_found": (mark("There is no such sales channel."), SEE_LIST),
    "catalogue.product_not_found": (mark("There is no such article."), LOOK_AGAIN),
    "catalogue.variant_not_found": (mark("This choice of the article does not exist."), SEE_LIST),
    "catalogue.media_not_found": (mark("This picture is not here."), LOOK_AGAIN),
    "catalogue.slug_owner_not_found": (mark("Nothing has this address."), LOOK_AGAIN),
    "catalogue.drafts_refused": (mark("Some articles cannot be taken as they are."), UNCHANGED),
    "catalogue.too_many_drafts": (mark("That is too many articles at once."), FEWER),
    "catalogue.word_refused": (mark("This word of the catalogue cannot be taken."), UNCHANGED),
    "catalogue.kind_in_use": (
        mark("Articles already hold values of this kind."),
        mark("Nothing was changed. Empty those values first, or make a new attribute."),
    ),
    "catalogue.choice_in_use": (
        mark("Articles still hold this choice."),
        mark("Nothing was changed. Give them another choice first."),
    ),
    "catalogue.category_cycle": (mark("A department cannot stand below itself."), OTHER_CODE),
    "catalogue.tree_too_deep": (mark("Departments would be too many levels deep."), OTHER_CODE),
    "catalogue.media_refused": (
        mark("This file cannot be taken."),
        mark("Nothing was kept of it. Send a JPEG, PNG, WebP, AVIF or SVG picture, or a PDF, within the size stated."),
    ),
    "catalogue.slug_refused": (mark("This address cannot be given."), OTHER_CODE),
    "customers.unknown_customer": (mark("There is no such customer."), LOOK_AGAIN),
    "customers.unreadable_email": (
        mark("This is not an e-mail address."),
        mark("Check what stands before and after the @, and send it again."),
    ),
    "customers.unreadable_consent": (mark("This choice could not be recorded."), RELOAD),
    "inventory.unknown_place": (mark("There is no such shop or warehouse."), SEE_LIST),
    "inventory.unknown_receipt": (mark("There is no such receipt of goods."), SEE_LIST),
    "inventory.not_enough_stock": (
        mark("There are fewer pieces left than you asked for."),
        mark("Nothing was changed. Ask for fewer, or choose another article."),
    ),
    "inventory.not_promised": (mark("More pieces were given back than had been set aside."), UNCHANGED),
    "inventory.quantity_out_of_range": (mark("This number of pieces cannot be taken."), UNCHANGED),
    "inventory.too_many_at_once": (mark("That is too many lines at once."), FEWER),
    "inventory.receipt_conflict": (
        mark("This delivery note is already recorded, with other contents."),
        mark("Nothing was changed. Compare the two before recording it under another reference."),
    ),
    "inventory.receipt_unreadable": (mark("This receipt of goods is not complete."), UNCHANGED),
    "inventory.place_unreadable": (mark("This shop or warehouse is not complete."), UNCHANGED),
    "pricing.no_price": (
        mark("This article has no price yet."),
        mark("It cannot be bought today. Write to us to be told."),
    ),
    "pricing.missing_tax_rate": (
        mark("The VAT of this article is not known for this country."),
        mark("It cannot be bought until it is. Write to us to be told."),
    ),
    "pricing.unknown_tax_class": (mark("There is no such VAT class."), SEE_LIST),
    "pricing.amount_out_of_range": (mark("This price cannot be taken."), UNCHANGED),
    "pricing.unknown_price_mode": (mark("A price is with VAT or without, nothing else."), UNCHANGED),
    "pricing.currency_not_of_channel": (mark("This price is not in the currency of the channel."), UNCHANGED),
    "pricing.history_is_written": (
        mark("The prices of the past are written and stay as they are."),
        mark("Nothing was changed. Choose a later date."),
    ),
    "pricing.too_many_at_once": (mark("That is too many prices at once."), FEWER),
    "pricing.rate_out_of_range": (mark("A VAT rate is between 0 and 100."), UNCHANGED),
    "shelf.article_not_shown": (mark("This article is not on show here."), LOOK_AGAIN),
    "shelf.category_not_shown": (mark("This department is not on show here."), LOOK_AGAIN),
    "shelf.slug_moved": (mark("This page has moved."), LOOK_AGAIN),
    "shelf.cursor_unreadable": (
        mark("This place in the list could not be found again."),
        mark("Start the list again from its first page."),
    ),
    "search.page_too_far": (
        mark("The list does not go that far."),
        mark("Choose filters, another order or one more word to find what you are looking for."),
    ),
    "search.synonym_unusable": (mark("These words cannot be made to mean the same."), UNCHANGED),
    "search.index_being_built": (
        mark("The search is already being put in order."),
        mark("It will be done without you. Look again in a few minutes."),
    ),
    "cart.not_found": (
        mark("This cart is no longer here."),
        mark("It was emptied, or not touched for 90 days. Put the article in a new one."),
    ),
    "cart.line_not_found": (
        mark("This line is no longer in your cart."),
        mark("It was removed, perhaps in another tab. What you see below is what is in it now."),
    ),
    "cart.changed": (
        mark("Your cart changed in another tab."),
        mark("What you see below is what is in it now. Do it again if it is still right."),
    ),
    "cart.not_for_sale": (
        mark("This article cannot be bought any more."),
        mark("It was withdrawn, or has no price today. Your cart is as it was."),
    ),
    "cart.quantity_out_of_range": (
        mark("This number of pieces cannot be taken."),
        mark("Your cart is as it was. Ask for a whole number, from 1 to 999."),
    ),
    "exchange.unreadable_file": (
        mark("This file cannot be read."),
        mark("Nothing was imported. Open it where it was made and save it again as CSV or XLSX."),
    ),
    "exchange.file_too_large": (
        mark("This file is too large."),
        mark("Nothing was imported. Cut it into several files."),
    ),
    "exchange.packed_too_tightly": (
        mark("This file unpacks to far more than it weighs."),
        mark("Nothing was imported. Send it as it is, not packed."),
    ),
    "exchange.unknown_format": (
        mark("The columns of this file are not those of a format we know."),
        mark("Nothing was imported. Start from our template, or say which format it is."),
    ),
    "exchange.mixed_formats": (
        mark("These files come from different platforms."),
        mark("Nothing was imported. Import those of one platform at a time."),
    ),
    "exchange.too_many_faults": (
        mark("So many lines cannot be read that the file is not what it says."),
        mark("What was imported before it stopped is kept. Read the report, correct the file, start again."),
    ),
    "exchange.import_taken_over": (
        mark("Another process is already doing this import."),
        mark("It goes on without you. Its report will be in the same place."),
    ),
    "exchange.unknown_run": (mark("There is no such import."), SEE_LIST),
    "exchange.cell_too_long": (
        mark("A text is too long for a cell of a workbook."),
        mark("Nothing was written. Export as CSV instead."),
    ),
    "cart.full": (
        mark("Your cart is full."),
        mark("Your cart is as it was. Remove a line, then add this article."),
    ),
}
