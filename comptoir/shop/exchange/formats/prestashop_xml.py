"""PrestaShop: the XML texts of a demonstration shop: products, categories, option groups, one language a folder."""

from __future__ import annotations

from collections.abc import Iterator

from comptoir.shop.exchange.formats import Reading, Signature
from comptoir.shop.exchange.formats.shaping import Desk, said
from comptoir.shop.exchange.rules.codes import code_of
from comptoir.shop.exchange.rules.texts import plain, rich
from comptoir.shop.exchange.types import Item, ReadArticle, ReadCategory, ReadVariant, Severity, Trouble


class PrestaShopXml:
    """These files hold texts only: no price, no stock, no reference; the articles stay unpublished until they have."""

    code = "prestashop-xml"
    name = "PrestaShop (XML texts of the demonstration shop)"
    signatures = (
        Signature("products", frozenset({"entity_product"}), "xml"),
        Signature("categories", frozenset({"entity_category"}), "xml"),
    )

    def read(self, reading: Reading) -> Iterator[Item]:
        language = reading.language
        for part in reading.parts.get("categories", ()):
            for found in part.objects():
                if not isinstance(found, Trouble) and (name := plain(found[1].get("name", ""))):
                    yield ReadCategory(
                        code=code_of(found[1].get("link_rewrite") or name),
                        label={language: name[:250]},
                        description=said(language, rich(found[1].get("description", ""))),
                        slugs=said(language, found[1].get("link_rewrite", "")),
                    )
        for part in reading.parts.get("products", ()):
            desk = Desk(part.name, language)
            for found in part.objects():
                if isinstance(found, Trouble):
                    yield found
                    continue
                desk.line, fields = found
                code = desk.code(fields.get("id", "")) or code_of(fields.get("name", ""))
                if fields.get("") != "product":
                    desk.tell(Severity.ERROR, "not_an_article", given=str(fields.get(""))[:40])
                    yield from desk.drain()
                    continue
                yield from desk.drain()
                yield ReadArticle(
                    part=part.name,
                    line=desk.line,
                    code=code,
                    name=said(language, plain(fields.get("name", ""))),
                    variants=(ReadVariant(line=desk.line, sku=code),),
                    summary=said(language, plain(fields.get("description_short", ""))),
                    description=said(language, rich(fields.get("description", ""))),
                    seo_title=said(language, plain(fields.get("meta_title", ""))),
                    seo_description=said(language, plain(fields.get("meta_description", ""))),
                    slugs=said(language, fields.get("link_rewrite", "")),
                )


FORMAT = PrestaShopXml()
