"""Articles that waited for their pictures: shown once these are attached, for the gate may ask for one."""

from __future__ import annotations

from collections.abc import Sequence

from comptoir.shop.catalogue import actions as catalogue
from comptoir.shop.catalogue import queries
from comptoir.shop.catalogue.types import ProductId, SheetFault
from comptoir.shop.exchange.actions.chunks import Written, tell_gate
from comptoir.shop.exchange.types import ReadArticle


def show_articles(articles: Sequence[ReadArticle], *, actor: str) -> Written:
    """Show articles where the file wants them and they are not shown yet; what closes the gate is told.

    Idempotent. An article that is not there, its draft having been refused, is left alone.
    """
    written = Written(actor)
    codes = queries.find_products_by_code([article.code for article in articles])
    shown = {product.id: set(product.channels) for product in queries.load_products(list(codes.values()))}
    known = {channel.code for channel in queries.list_channels()}
    waiting: list[tuple[ReadArticle, ProductId, set[str]]] = []
    for article in articles:
        product = codes.get(article.code)
        wanted = known & set(article.channels or ())
        if product is not None and wanted - shown[product]:
            waiting.append((article, product, wanted))
    held: dict[ProductId, dict[str, tuple[SheetFault, ...]]] = {}
    for channel in sorted(known):
        some = [product for _, product, wanted in waiting if channel in wanted - shown[product]]
        for product, faults in catalogue.publish_products(some, channel, actor=actor) if some else ():
            held.setdefault(product, {})[channel] = faults
    for article, product, wanted in waiting:
        faults_of = held.get(product, {})
        written.add("published" if wanted - set(faults_of) else "kept_unpublished")
        tell_gate(article, article.code, faults_of, written)
    return written
