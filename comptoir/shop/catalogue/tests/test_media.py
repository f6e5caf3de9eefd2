"""Media: what is taken, what is refused, what is made of it."""

from __future__ import annotations

import pytest
from django.core.files.storage import default_storage, storages
from PIL import Image

from comptoir.kernel import jobs, outbox
from comptoir.kernel.models import OutboxEvent
from comptoir.shop.catalogue import actions, queries
from comptoir.shop.catalogue.errors import MediaRefused, VariantNotFound
from comptoir.shop.catalogue.types import MediaUpload
from tests.builders import catalogue as build
from tests.builders.races import run_together

pytestmark = pytest.mark.django_db
ACTOR = build.ACTOR


@pytest.fixture(autouse=True)
def _own_store(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_a_picture_gets_renditions_in_three_formats_never_wider_than_itself():
    product = build.a_product()
    build.a_picture(product.id, size=(700, 350))
    outbox.relay_all()
    jobs.run_all()
    (media,) = queries.list_media([product.id])[product.id]
    assert (media.kind, media.mime, media.width, media.height) == ("picture", "image/png", 700, 350)
    assert [(one.width, one.height, one.mime) for one in media.renditions] == [
        (width, height, mime)
        for width, height in ((160, 80), (320, 160), (640, 320), (700, 350))
        for mime in ("image/avif", "image/webp", "image/jpeg")
    ]
    for one in media.renditions:
        with default_storage.open(one.path) as file, Image.open(file) as image:
            assert image.size == (one.width, one.height)
            assert dict(image.getexif()) == {}


def test_an_original_is_kept_where_nothing_is_served_from():
    product = build.a_product()
    build.a_picture(product.id)
    outbox.relay_all()
    jobs.run_all()
    (media,) = queries.list_media([product.id])[product.id]
    assert storages["originals"].exists(media.original)
    assert not default_storage.exists(media.original)
    assert media.original.split("/")[-1].split(".")[0] not in "".join(one.path for one in media.renditions)


def test_the_same_picture_twice_is_one_picture():
    product = build.a_product()
    first = build.a_picture(product.id)
    assert build.a_picture(product.id, alt={"fr": "Rouge"}, position=3) == first
    (media,) = queries.list_media([product.id])[product.id]
    assert (media.alt, media.position) == ({"fr": "Rouge"}, 3)


def test_a_drawing_is_its_own_rendition():
    product = build.a_product()
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><circle r="5" onclick="x()"/></svg>'
    actions.attach_media(product.id, MediaUpload(filename="x.svg", content=svg), actor=ACTOR)
    (media,) = queries.list_media([product.id])[product.id]
    assert [(one.path, one.width, one.height, one.mime) for one in media.renditions] == [
        (media.original, 400, 300, "image/svg+xml")
    ]
    with default_storage.open(media.original) as file:
        assert b"onclick" not in file.read()


def test_many_drawings_are_attached_together_or_not_at_all_and_told_once():
    first, second = build.a_product("P-1"), build.a_product("P-2")
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="%d"/></svg>'
    upload = [MediaUpload(filename=f"{r}.svg", content=drawing % r) for r in (1, 2, 3)]
    outbox.relay_all()
    wrong = MediaUpload(filename="no.svg", content=b"<svg")
    with pytest.raises(MediaRefused):
        actions.attach_many(((first.id, upload[0]), (second.id, wrong)), actor="system:test")
    assert queries.list_media([first.id]).get(first.id, ()) == ()
    told = OutboxEvent.objects.filter(kind__endswith="ProductsChanged").count()
    wanted = ((first.id, upload[0]), (second.id, upload[1]), (first.id, upload[2]))
    made = actions.attach_many(wanted, actor="system:test")
    assert actions.attach_many(wanted, actor="system:test") == made
    assert [media.id for media in queries.list_media([first.id])[first.id]] == [made[0], made[2]]
    assert OutboxEvent.objects.filter(kind__endswith="ProductsChanged").count() == told + 1


def test_a_file_is_what_its_bytes_say():
    product = build.a_product()
    upload = MediaUpload(filename="photo.jpg", content=b"MZ\x90\x00 not a picture")
    with pytest.raises(MediaRefused) as refused:
        actions.attach_media(product.id, upload, actor=ACTOR)
    assert refused.value.facts["reason"] == "unknown_type"
    assert queries.list_media([product.id]) == {}


def test_a_variant_of_another_article_takes_no_picture_here():
    other = build.a_product("P-2")
    product = build.a_product("P-1")
    with pytest.raises(VariantNotFound):
        build.a_picture(product.id, variant=other.variants[0].id)


def test_a_removed_picture_is_no_longer_listed_and_its_bytes_stay():
    product = build.a_product()
    media = build.a_picture(product.id)
    (kept,) = queries.list_media([product.id])[product.id]
    actions.remove_media(media, actor=ACTOR)
    assert queries.list_media([product.id]) == {}
    assert storages["originals"].exists(kept.original)


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_the_same_picture_attached_by_many_at_once_is_one():
    product = build.a_product()
    ids = run_together(5, lambda _: build.a_picture(product.id))
    assert len(set(ids)) == 1
    assert len(queries.list_media([product.id])[product.id]) == 1
