"""The shops, and the pages that say who sells and how: what the merchant has filled in, and what is still missing."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from comptoir.heads.storefront.frame import plain_head, render_page
from comptoir.heads.storefront.freshness import Page, public_page
from comptoir.heads.storefront.places import list_shops
from comptoir.heads.ui.words import mark, say

TITLES = {
    "contact": mark("Contact"),
    "terms": mark("Terms of sale"),
    "legal": mark("Legal notice"),
    "privacy": mark("Personal data"),
}
SUMMARIES = {
    "shops": mark("Addresses, telephone numbers and opening hours of our shops."),
    "contact": mark("How to write to us or call us: a person answers."),
    "terms": mark("Guarantees, the right to change your mind, and who to turn to if we cannot agree."),
    "legal": mark("Who sells, who publishes and who hosts this shop."),
    "privacy": mark("What this shop keeps about you, for how long, and what it never does."),
}


@public_page
def show_shops(request: HttpRequest, language: str) -> Page:
    """Where the shops are."""
    del request
    head = plain_head(say(language, mark("Our shops")), "shops", description=say(language, SUMMARIES["shops"]))
    return Page(render_page("storefront/shops.html", language, head, shops=list_shops()), "shops")


def _plain(name: str) -> Callable[..., HttpResponse]:
    def show(request: HttpRequest, language: str) -> Page:
        del request
        head = plain_head(say(language, TITLES[name]), name, description=say(language, SUMMARIES[name]))
        return Page(render_page(f"storefront/{name}.html", language, head), name)

    return public_page(show)


show_contact = _plain("contact")
show_terms = _plain("terms")
show_legal = _plain("legal")
show_privacy = _plain("privacy")
