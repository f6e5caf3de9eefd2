"""The storefront head: the shop as a visitor walks through it."""

from pathlib import Path

from django.apps import AppConfig

from comptoir.heads.ui.apps import STYLES
from comptoir.heads.ui.assets import declare

HERE = Path(__file__).parent


class StorefrontConfig(AppConfig):
    name = "comptoir.heads.storefront"
    label = "storefront"

    def ready(self) -> None:
        declare("shop.css", *STYLES, HERE / "css" / "shop.css", HERE / "css" / "sheet.css", HERE / "css" / "cart.css")
        declare("shop.js", HERE / "js" / "shop.js")
