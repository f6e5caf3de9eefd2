"""Attach pictures and documents to articles; originals are kept, renditions are made from them afterwards."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, default_storage, storages
from django.db import transaction

from comptoir.kernel import clock
from comptoir.kernel.journal import Entry, record
from comptoir.kernel.languages import Text
from comptoir.kernel.outbox import emit
from comptoir.shop.catalogue.actions import renditions
from comptoir.shop.catalogue.errors import MediaNotFound, MediaRefused, ProductNotFound, TooManyDrafts, VariantNotFound
from comptoir.shop.catalogue.events import MediaAttached, ProductsChanged
from comptoir.shop.catalogue.locks import again_on_conflict, lock_products
from comptoir.shop.catalogue.models import Media, Variant
from comptoir.shop.catalogue.rules import vocabulary
from comptoir.shop.catalogue.rules.files import File, WrongFile, read_file, read_filename
from comptoir.shop.catalogue.types import MediaId, MediaUpload, ProductId

MOST_MEDIA = 100
MOST_AT_ONCE = 500


def attach_media(product: ProductId, upload: MediaUpload, *, actor: str) -> MediaId:
    """Attach a file to a product or one of its variants; the same bytes again only change `alt` and `position`.

    Takes JPEG, PNG, WebP, AVIF, GIF up to 20 MB and 50 megapixels, SVG up to 1 MB through an allowlist, PDF up to
    20 MB without active content; at most 100 files an article. The type is read from the bytes. Renditions follow in
    a job. Refuses `MediaRefused`, `ProductNotFound`, `VariantNotFound`.
    """
    return attach_many(((product, upload),), actor=actor)[0]


def attach_many(uploads: Sequence[tuple[ProductId, MediaUpload]], *, actor: str) -> tuple[MediaId, ...]:
    """Attach up to 500 files to their articles, as `attach_media` does, told by one event about all of them.

    All or none: a file refused leaves none attached. Refuses `TooManyDrafts` besides.
    """
    if len(uploads) > MOST_AT_ONCE:
        raise TooManyDrafts(count=len(uploads), limit=MOST_AT_ONCE)
    kept = [(product, upload, _keep_file(upload)) for product, upload in uploads]
    return again_on_conflict(lambda: _attach_all(kept, actor))


def _keep_file(upload: MediaUpload) -> dict[str, object]:
    try:
        file = read_file(upload.content)
    except WrongFile as wrong:
        raise MediaRefused(reason=wrong.reason, **wrong.facts) from None
    alt = _alt(upload.alt)
    digest = hashlib.sha256(file.content).hexdigest()
    # Named after its content and written before the row: a crash in between leaves a file, never a broken picture.
    # A photograph's original may say where it was taken: it goes where nothing is served from.
    store = storages["originals"] if file.kind == "picture" else default_storage
    path = _keep(store, file.content, file.extension)
    return _row(file, digest, path, alt)


def _attach_all(kept: Sequence[tuple[ProductId, MediaUpload, Mapping[str, object]]], actor: str) -> tuple[MediaId, ...]:
    lock_products(tuple(dict.fromkeys(product for product, *_ in kept)))
    changed: set[UUID] = set()
    attached = tuple(_attach(product, upload, said, actor=actor, changed=changed) for product, upload, said in kept)
    if changed:
        emit(ProductsChanged(products=tuple(sorted(changed))), about=f"product:{min(changed)}")
    return attached


def describe_media(media: MediaId, *, alt: Text | None = None, position: int | None = None, actor: str) -> None:
    """Change what a picture says to who cannot see it, or its place; refuses `MediaNotFound`."""
    wanted: dict[str, object] = {}
    if alt is not None:
        wanted["alt"] = _alt(alt)
    if position is not None:
        wanted["position"] = position
    with transaction.atomic():
        row = _locked_media(media)
        if _change(row, wanted, actor):
            emit(ProductsChanged(products=(row.product_id,)), about=f"product:{row.product_id}")


def remove_media(media: MediaId, *, actor: str) -> None:
    """Take a file off its article. The bytes stay in the store: another article may show them."""
    with transaction.atomic():
        row = _locked_media(media)
        said = {"original": row.original, "alt": row.alt, "position": row.position}
        Media.objects.filter(id=row.id).delete()
        record(Entry(actor, "media.removed", f"product:{row.product_id}", before=said))
        emit(ProductsChanged(products=(row.product_id,)), about=f"product:{row.product_id}")


def make_renditions(media: MediaId) -> int:
    """Make the renditions of a picture from its original; gives how many. Doing it again changes nothing.

    The bytes are made and stored outside any transaction; the row is written at the end.
    """
    row = Media.objects.filter(id=media, kind="picture").first()
    if row is None or row.renditions:
        return 0
    with storages["originals"].open(row.original) as stored:
        content = stored.read()
    made = [
        [_keep(default_storage, one.content, one.extension), one.width, one.height, one.mime]
        for one in renditions.render(content)
    ]
    with transaction.atomic():
        Media.objects.filter(id=media).update(renditions=made)
        emit(ProductsChanged(products=(row.product_id,)), about=f"product:{row.product_id}")
    return len(made)


def _alt(alt: Text) -> dict[str, str]:
    try:
        return vocabulary.read_label(alt, needed=False)
    except vocabulary.WrongWord as wrong:
        raise MediaRefused(reason=wrong.reason, **wrong.facts) from None


def _keep(store: Storage, content: bytes, extension: str) -> str:
    digest = hashlib.sha256(content).hexdigest()
    path = f"catalogue/{digest[:2]}/{digest}.{extension}"
    return path if store.exists(path) else store.save(path, ContentFile(content))


def _row(file: File, digest: str, path: str, alt: Mapping[str, str]) -> dict[str, object]:
    drawn = [[path, file.width, file.height, file.mime]] if file.kind == "drawing" else []
    return {
        "kind": file.kind,
        "digest": digest,
        "original": path,
        "mime": file.mime,
        "size": len(file.content),
        "width": file.width,
        "height": file.height,
        "alt": dict(alt),
        "renditions": drawn,
    }


def _attach(
    product: ProductId, upload: MediaUpload, said: Mapping[str, object], *, actor: str, changed: set[UUID]
) -> MediaId:
    if not lock_products((product,)):
        raise ProductNotFound(products=[str(product)])
    if upload.variant is not None and not Variant.objects.filter(id=upload.variant, product=product).exists():
        raise VariantNotFound(variant=str(upload.variant), product=str(product))
    held = Media.objects.filter(product=product, variant=upload.variant, digest=said["digest"]).first()
    if held is not None:
        if _change(held, {"alt": said["alt"], "position": upload.position}, actor):
            changed.add(product)
        return MediaId(held.id)
    if Media.objects.filter(product=product).count() >= MOST_MEDIA:
        raise MediaRefused(reason="too_many_files", limit=MOST_MEDIA)
    row = Media(
        product_id=product,
        variant_id=upload.variant,
        position=upload.position,
        filename=read_filename(upload.filename),
        made_at=clock.now(),
        **said,
    )
    row.save(force_insert=True)
    after = {"original": row.original, "alt": row.alt, "position": row.position}
    record(Entry(actor, "media.attached", f"product:{product}", after=after))
    changed.add(product)
    emit(MediaAttached(product=product, media=row.id, media_kind=row.kind), about=f"media:{row.id}")
    return MediaId(row.id)


def _locked_media(media: UUID) -> Media:
    row = Media.objects.filter(id=media).first()
    if row is None:
        raise MediaNotFound(media=str(media))
    lock_products((row.product_id,))
    return row


def _change(row: Media, wanted: Mapping[str, object], actor: str) -> bool:
    """Whether anything differed; whoever calls announces it."""
    differ = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    if not differ:
        return False
    before = {name: getattr(row, name) for name in differ}
    Media.objects.filter(id=row.id).update(**differ)
    record(Entry(actor, "media.changed", f"product:{row.product_id}", before=before, after=differ))
    return True
