"""Pictures of an import: attached once its articles are there, in transactions of their own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from comptoir.kernel.errors import Refusal
from comptoir.kernel.languages import Text
from comptoir.shop.catalogue import actions as catalogue
from comptoir.shop.catalogue import queries
from comptoir.shop.catalogue.types import MediaUpload, Product, ProductId, VariantId
from comptoir.shop.exchange.actions.chunks import Written
from comptoir.shop.exchange.formats.reading import limits
from comptoir.shop.exchange.formats.reading.album import Album
from comptoir.shop.exchange.types import ReadPicture, Severity, Trouble

AT_ONCE = 250
_HELD_BYTES = 32_000_000  # of files in memory at a time, one picture more at most
_Owner = tuple[ProductId, VariantId | None]
# The article is None where a dry run would make it: its file is judged all the same.
_Upload = tuple[ReadPicture, ProductId | None, MediaUpload]


@dataclass(slots=True)
class _Batch:
    """Files read and not yet written."""

    uploads: list[_Upload] = field(default_factory=list)
    size: int = 0


def attach_pictures(pictures: Sequence[ReadPicture], album: Album, *, actor: str, dry_run: bool) -> Written:
    """Attach what is not attached yet; a file that is there with the same words and place is not even read.

    Idempotent, so that a run cut short begins its pictures again. A dry run reads and judges every new file and
    keeps none. What cannot be attached is told, each picture on its own.
    """
    written = Written(actor)
    batch = _Batch()
    for picture, product, upload in _news(pictures, album, written, dry_run=dry_run):
        batch.uploads.append((picture, product, upload))
        batch.size += len(upload.content)
        if batch.size >= _HELD_BYTES:
            _write(batch, written, dry_run=dry_run)
            batch = _Batch()
    _write(batch, written, dry_run=dry_run)
    return written


def _news(pictures: Sequence[ReadPicture], album: Album, written: Written, *, dry_run: bool) -> Iterator[_Upload]:
    owners = _find_owners(pictures)
    held = _held({owner[0] for owner in owners.values()})
    for picture in pictures:
        owner = owners.get(id(picture))
        if owner is None and not dry_run:
            _tell(picture, "picture_without_article", written)
        elif owner is None or held.get((owner, picture.digest)) != (picture.alt, picture.position):
            content = _load(picture, album, written)
            if content is not None:
                product, variant = owner or (None, None)
                upload = MediaUpload(
                    filename=picture.filename,
                    content=content,
                    alt=picture.alt,
                    variant=variant,
                    position=picture.position,
                )
                yield picture, product, upload


def _find_owners(pictures: Sequence[ReadPicture]) -> dict[int, _Owner]:
    """The article, and the variant where one is named, that each picture hangs on; those not found are left out."""
    codes = queries.find_products_by_code(list({one.code for one in pictures if one.code}))
    products = {product.id: product for product in queries.load_products(list(codes.values()))}
    found: dict[int, _Owner] = {}
    for picture in pictures:
        if picture.code in codes and (product := products.get(codes[picture.code])):
            if not picture.of_variant:
                found[id(picture)] = (product.id, None)
            elif variant := _variant(picture, product):
                found[id(picture)] = (product.id, variant)
    return found


def _variant(picture: ReadPicture, product: Product) -> VariantId | None:
    if picture.sku:
        return next((one.id for one in product.variants if one.sku == picture.sku), None)
    return next((one.id for one in product.variants if dict(one.options) == dict(picture.options)), None)


def _held(products: set[ProductId]) -> Mapping[tuple[_Owner, str], tuple[Text, int]]:
    return {
        ((product, one.variant), one.digest): (dict(one.alt), one.position)
        for product, media in queries.list_media(sorted(products)).items()
        for one in media
    }


def _load(picture: ReadPicture, album: Album, written: Written) -> bytes | None:
    content = album.load(picture.file)
    if content is None:
        _tell(picture, "picture_missing", written)
        return None
    whole = len(content) <= limits.PICTURE_BYTES
    if whole and picture.digest and hashlib.sha256(content).hexdigest() != picture.digest:
        _tell(picture, "picture_differs", written)
        return None
    return content


def _write(batch: _Batch, written: Written, *, dry_run: bool) -> None:
    if dry_run:
        for picture, _, upload in batch.uploads:
            if fault := queries.find_file_fault(upload.content):
                _tell(picture, "picture_refused", written, reason=fault)
            else:
                written.add("pictures")
        return
    try:
        _attach(batch, written)
    except Refusal as refusal:
        if len(batch.uploads) == 1:
            reason = str(refusal.facts.get("reason", refusal.code))
            _tell(batch.uploads[0][0], "picture_refused", written, reason=reason)
        else:
            for one in batch.uploads:
                _write(_Batch([one]), written, dry_run=False)


def _attach(batch: _Batch, written: Written) -> None:
    uploads = [(product, upload) for _, product, upload in batch.uploads if product is not None]
    catalogue.attach_many(uploads, actor=written.actor)
    written.add("pictures", len(uploads))


def _tell(picture: ReadPicture, code: str, written: Written, *, reason: str = "") -> None:
    facts: dict[str, str | int] = {"article": picture.code[:64], "file": picture.file[:80], "reason": reason[:60]}
    written.troubles.append(Trouble(picture.part, picture.line, Severity.ERROR, code, facts))
