"""The template that a merchant downloads: every table with its columns, and an invented lamp to overwrite."""

from __future__ import annotations

from collections.abc import Mapping

from comptoir.shop.exchange.rules.tables import Cells

TABLES: Mapping[str, tuple[Cells, ...]] = {
    "channels": (
        {
            "channel": "web",
            "name": "Boutique en ligne",
            "currency": "EUR",
            "country": "FR",
            "languages": "fr|en|es",
            "price_mode": "gross",
        },
    ),
    "places": (
        {"place": "warehouse", "kind": "warehouse", "name": "Dépôt", "sells_online": "1", "address": "city=Nantes"},
    ),
    "attributes": (
        {"attribute": "material", "kind": "choice", "facet": "1", "searchable": "1", "label.fr": "Matière"},
        {"attribute": "height", "kind": "measure", "unit": "cm", "searchable": "0", "label.fr": "Hauteur"},
    ),
    "choices": (
        {"attribute": "material", "choice": "zinc", "label.fr": "Zinc", "label.en": "Zinc"},
        {"attribute": "material", "choice": "oak", "label.fr": "Chêne", "label.en": "Oak"},
    ),
    "options": (
        {"option": "colour", "value": "", "label.fr": "Couleur", "label.en": "Colour"},
        {"option": "colour", "value": "green", "label.fr": "Vert", "label.en": "Green"},
        {"option": "colour", "value": "cream", "label.fr": "Crème", "label.en": "Cream"},
    ),
    "custom_fields": ({"custom_field": "shelf", "public": "0", "label.fr": "Rayonnage"},),
    "families": ({"family": "lamps", "regimes": "gpsr", "label.fr": "Lampes", "label.en": "Lamps"},),
    "family_attributes": (
        {"family": "lamps", "attribute": "material", "required": "1"},
        {"family": "lamps", "attribute": "height", "required": "0"},
    ),
    "brands": (
        {
            "brand": "atelier_brume",
            "name": "Atelier Brume",
            "legal": "manufacturer_name=Atelier Brume\nmanufacturer_address=1 quai des Essais, Nantes\n"
            "manufacturer_email=bonjour@example.com\nmanufacturer_country=FR",
        },
    ),
    "categories": (
        {"category": "home", "parent": "", "position": "0", "label.fr": "Maison", "label.en": "Home"},
        {"category": "lights", "parent": "home", "position": "0", "label.fr": "Luminaires", "label.en": "Lights"},
    ),
    "products": (
        {
            "code": "LAMP-1",
            "sku": "LAMP-1-G",
            "family": "lamps",
            "brand": "atelier_brume",
            "categories": "lights",
            "status": "active",
            "channels": "web",
            "tax_class": "standard",
            "options": "colour",
            "name.fr": "Lampe de bureau Brume",
            "name.en": "Brume desk lamp",
            "summary.fr": "Une lampe en zinc qui se répare.",
            "description.fr": "<p>Bras articulé, douille E27, interrupteur sur le câble.</p>",
            "attr.material": "zinc",
            "attr.height": "42.5",
            "option.colour": "green",
            "price.web": "89.00",
            "stock.warehouse": "12",
            "weight_g": "1400",
        },
        {
            "code": "LAMP-1",
            "sku": "LAMP-1-C",
            "option.colour": "cream",
            "price.web": "89.00",
            "stock.warehouse": "3",
            "weight_g": "1400",
        },
    ),
    "prices": (),
}
