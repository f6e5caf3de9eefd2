"""What stands around every page: title, languages, menu, merchant, structured data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
from django.conf import settings

from comptoir.heads.storefront.links import everywhere, paths
from comptoir.heads.storefront.surround import find_surround
from comptoir.heads.ui.environment import Drawing, render
from comptoir.heads.ui.formats import LANGUAGE_NAMES, spaced
from comptoir.heads.ui.merchant import find_merchant
from comptoir.heads.ui.words import FIRST
from comptoir.kernel.languages import pick
from comptoir.shop.shelf import queries as shelf

JsonObject = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way from the home page to here; the last one has no address."""

    label: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page says of itself. `addresses`: its path in each of its languages. `indexed`: by search engines."""

    title: str
    addresses: Mapping[str, str]
    description: str = ""
    indexed: bool = True
    crumbs: tuple[Step, ...] = ()
    structured: tuple[JsonObject, ...] = ()
    picture: str = ""
    department: str = ""  # code of the menu's entry that this page stands under
    query: str = ""  # kept when the language is changed


def render_page(template: str, language: str, head: Head, *, searched: str = "", **context: object) -> str:
    """A whole page, `searched` in its search field. The place of the welcome-back banner is left marked."""
    merchant = find_merchant()
    menu = shelf.list_menu(settings.CHANNEL, language)
    around = find_surround(language, head.department, merchant, menu)
    return render(
        template,
        language,
        head=head,
        paths=paths(language),
        menu=around.departments,
        merchant=merchant,
        above=around.head(searched),
        below=around.foot,
        say=lambda text: spaced(pick(text, language, FIRST), language),
        origin=settings.ORIGIN,
        media_url=settings.MEDIA_URL,
        canonical=settings.ORIGIN + head.addresses.get(language, paths(language).home),
        tongues=_tongues(head),
        structured=Drawing("".join(_script(data) for data in (*head.structured, *_crumb_list(head)))),
        **context,
    )


def plain_head(title: str, name: str, *, indexed: bool = True, description: str = "") -> Head:
    """The head of a page that has one address per language and no deeper place."""
    return Head(
        title=title, addresses=everywhere(name), indexed=indexed, description=description, crumbs=(Step(title),)
    )


def _tongues(head: Head) -> list[tuple[str, str, str, bool]]:
    """(code, name, address, exists) of each language; where a page is missing, its home page."""
    query = f"?{head.query}" if head.query else ""
    return [
        (
            code,
            name,
            head.addresses[code] + query if code in head.addresses else paths(code).home,
            code in head.addresses,
        )
        for code, name in LANGUAGE_NAMES.items()
    ]


def _script(data: JsonObject) -> str:
    text = msgspec.json.encode(data).decode()
    text = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return f'<script type="application/ld+json">{text}</script>'


def _crumb_list(head: Head) -> tuple[JsonObject, ...]:
    if len(head.crumbs) < 2:
        return ()
    steps = [
        {"@type": "ListItem", "position": position, "name": step.label}
        | ({"item": settings.ORIGIN + step.href} if step.href else {})
        for position, step in enumerate(head.crumbs, start=1)
    ]
    return ({"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": steps},)
