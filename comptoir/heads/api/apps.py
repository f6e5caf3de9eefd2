"""The API head: the shop as a program reads and writes it."""

from pathlib import Path

from django.apps import AppConfig

from comptoir.heads.ui.apps import STYLES
from comptoir.heads.ui.assets import declare


class ApiConfig(AppConfig):
    name = "comptoir.heads.api"
    label = "api"

    def ready(self) -> None:
        declare("api.css", *STYLES, Path(__file__).parent / "css" / "api.css")
