"""`/ui` while developing: every component in every state, to be looked at and photographed."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from comptoir.heads.ui.environment import ICONS, render
from comptoir.kernel.languages import LANGUAGES

SHADES = ("paper", "card", "ink", "ink-2", "line", "green", "green-soft", "brick", "brick-soft", "gold", "gold-soft")


@dataclass(frozen=True, slots=True)
class Step:
    """A price or a step of the way, as the components take them."""

    gross: int = 0
    highest: int = 0
    unit_price: int = 0
    unit: str = ""
    label: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    value: str
    label: str
    count: int = 0
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    code: str
    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A card's article, made up."""

    name: str
    summary: str
    stock: str
    step: Step | None
    lang: str = "fr"
    brand: str = "Atelier du Sillon"
    currency: str = "EUR"
    picture: None = None

    def price_at(self, at: int) -> Step | None:
        del at
        return self.step


@dataclass(frozen=True, slots=True)
class Fault:
    id: str
    message: str


ARTICLES = (
    Article("Arrosoir zinc 9 litres", "Vert sapin, bec laiton", "in", Step(gross=4200)),
    Article("Sabot Youn", "Semelle tilleul, du 36 au 46", "low", Step(gross=6930, highest=7990)),
    Article("Savon noir", "À l’huile d’olive", "out", Step(gross=990, unit_price=990, unit="l")),
    Article("A name found only in English, and rather a long one", "", "in", None, lang="en", brand=""),
)
FACET = Group("attr.matter", "Matière", (Value("zinc", "Zinc", 12, chosen=True), Value("osier", "Osier", 1204)))
PAGES = [(1, "?page=1"), (0, ""), (6, "?page=6"), (7, "?page=7"), (8, "?page=8"), (0, ""), (40, "?page=40")]
WAY = (Step(label="Accueil", href="/"), Step(label="Jardin", href="/rayon/jardin"), Step(label="Arrosoir zinc"))
FACTS = (("Matière", "Zinc"), ("Contenance", "9 l"), ("Origine", "Loire-Atlantique"))


def show_gallery(request: HttpRequest) -> HttpResponse:
    """Every component in every state, in one of the languages (`?in=es`)."""
    language = request.GET.get("in", LANGUAGES[0])
    html = render(
        "ui/gallery.html",
        language if language in LANGUAGES else LANGUAGES[0],
        shades=SHADES,
        icons=sorted(path.stem for path in ICONS.glob("*.svg") if "-" not in path.stem),
        articles=ARTICLES,
        steps=[article.step for article in ARTICLES if article.step],
        facet_group=FACET,
        pages=PAGES,
        way=WAY,
        lines=FACTS,
        faults=[Fault("email", "Il manque l’@."), Fault("postcode", "Il faut cinq chiffres.")],
        media_url=settings.MEDIA_URL,
        kinds=("info", "done", "warn", "wrong"),
        buttons=("", "act", "commit", "small", "quiet"),
        sample="Le vif zéphyr jubile sur les kumquats du clown gracieux",
    )
    return HttpResponse(html)
