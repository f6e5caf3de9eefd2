"""The ui head: what every page-making head shares."""

from pathlib import Path

from django.apps import AppConfig

from comptoir.heads.ui.assets import declare

STYLES = tuple(Path(__file__).parent / "css" / name for name in ("tokens.css", "base.css", "components.css"))


class UiConfig(AppConfig):
    name = "comptoir.heads.ui"
    label = "ui"

    def ready(self) -> None:
        declare("mark.svg", Path(__file__).parent / "icons" / "mark-shop.svg")
        declare("ui.css", *STYLES, Path(__file__).parent / "css" / "gallery.css")
