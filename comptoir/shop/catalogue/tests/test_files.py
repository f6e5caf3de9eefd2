"""Files handed in: what is taken, cleaned, or refused with a reason."""

from __future__ import annotations

import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from comptoir.shop.catalogue.actions import renditions
from comptoir.shop.catalogue.rules import svg
from comptoir.shop.catalogue.rules.files import MOST_BYTES, WrongFile, read_file, read_filename

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30">'


def _clean(body: str, head: str = HEAD) -> str:
    return svg.clean(f"{head}{body}</svg>".encode()).content.decode()


def _picture(size=(40, 30), image_format="PNG", mode="RGB", **options) -> bytes:
    buffer = BytesIO()
    Image.new(mode, size, "red").save(buffer, format=image_format, **options)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("body", "gone"),
    [
        ("<script>alert(1)</script>", "alert"),
        ('<circle r="1" onload="alert(1)"/>', "alert"),
        ('<circle r="1" ONCLICK="alert(1)"/>', "alert"),
        ('<a href="javascript:alert(1)"><circle r="1"/></a>', "alert"),
        ('<image href="https://evil.example/x.png"/>', "evil"),
        ('<use href="https://evil.example/x.svg#a"/>', "evil"),
        ('<use xlink:href="data:image/svg+xml;base64,AAAA"/>', "data:"),
        ('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>', "foreignObject"),
        ('<set attributeName="href" to="javascript:alert(1)"/>', "alert"),
        ('<animate attributeName="href" values="javascript:alert(1)"/>', "alert"),
        ("<style>@import url(https://evil.example/x.css);</style>", "evil"),
        ("<style>circle{background:url(https://evil.example/x)}</style>", "evil"),
        ("<style>c{background:u\\72l(https://evil.example/x)}</style>", "evil"),
        ('<rect style="fill:url(https://evil.example/x)"/>', "evil"),
        ('<rect fill="url(https://evil.example/x#a)"/>', "evil"),
        ('<rect style="background:u&#92;72l(//evil.example/x)"/>', "evil"),
        ("<iframe src='https://evil.example'/>", "evil"),
        ("<?xml-stylesheet href='https://evil.example/x.css'?>", "evil"),
        ("<handler xmlns='http://www.w3.org/2001/xml-events'>alert(1)</handler>", "alert"),
        ('<feImage href="https://evil.example/x"/>', "evil"),
        ("<!-- evil -->", "evil"),
    ],
)
def test_nothing_that_acts_or_fetches_is_left_of_a_drawing(body, gone):
    cleaned = _clean(f"{body}<rect width='3'/>")
    assert gone not in cleaned
    assert '<rect width="3"' in cleaned


def test_a_drawing_keeps_its_shapes_paints_and_words():
    body = (
        '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
        "<style>.a{fill:red}</style>"
        '<g class="a" transform="scale(2)"><path d="M0 0h3z" fill="url(#g)"/><use xlink:href="#g"/></g>'
        '<text x="1">Bol <tspan>bleu</tspan> et blanc</text>'
    )
    cleaned = _clean(body)
    for kept in ('id="g"', ".a{fill:red}", 'fill="url(#g)"', '<use href="#g"', "Bol <tspan>bleu</tspan> et blanc"):
        assert kept in cleaned
    assert svg.clean(cleaned.encode()).content.decode() == cleaned


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>', "svg_declares_entities"),
        (b'<!DOCTYPE svg SYSTEM "file:///etc/passwd"><svg/>', "svg_declares_entities"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>", "svg_unreadable"),
        (b"<html><body/></html>", "not_an_svg"),
        (b"<svg viewBox='0 0 1 1'/>", "not_an_svg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg_without_size"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 5'/>", "svg_without_size"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1e9 5'/>", "svg_without_size"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 nan 5'/>", "svg_without_size"),
        (f"{HEAD}{'<g>' * 61}{'</g>' * 61}</svg>".encode(), "svg_too_complex"),
        (f"{HEAD}{'<g/>' * 20_000}</svg>".encode(), "svg_too_complex"),
        (f'{HEAD}<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></svg>'.encode(), "svg_refers_to_itself"),
        (f"{HEAD}{' ' * 1_000_000}</svg>".encode(), "svg_too_large"),
    ],
)
def test_a_hostile_drawing_is_refused(content, reason):
    with pytest.raises(WrongFile) as wrong:
        read_file(content)
    assert wrong.value.reason == reason


def test_a_drawing_that_copies_copies_is_refused():
    levels = ['<g id="l0"><circle r="1"/></g>']
    levels += [f'<g id="l{i}">' + f'<use href="#l{i - 1}"/>' * 10 + "</g>" for i in range(1, 8)]
    with pytest.raises(svg.HostileSvg, match="svg_too_complex"):
        _clean("".join(levels))


def test_a_long_chain_of_references_is_refused():
    links = "".join(f'<g id="l{i}"><use href="#l{i + 1}"/></g>' for i in range(5_000))
    with pytest.raises(svg.HostileSvg, match="svg_too_complex"):
        _clean(links)


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40.4 30">', (40, 30)),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5,-5,200,100">', (200, 100)),
        ('<svg xmlns="http://www.w3.org/2000/svg" width="64px" height="48">', (64, 48)),
    ],
)
def test_a_drawing_has_the_size_of_its_view_box(head, size):
    drawing = svg.clean(f"{head}</svg>".encode())
    assert (drawing.width, drawing.height) == size


@given(st.binary(max_size=300))
def test_any_bytes_are_taken_or_refused_with_a_reason(content):
    for head in (b"", b"<svg", b"\x89PNG\r\n\x1a\n", b"%PDF-", b"\xff\xd8", b"GIF89a"):
        with suppress(WrongFile):
            read_file(head + content)


def _png_header(width: int, height: int) -> bytes:
    """A PNG that says it is enormous and holds almost nothing."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty_file"),
        (b"x" * (MOST_BYTES + 1), "file_too_large"),
        (_png_header(60_000, 60_000), "too_many_pixels"),
        (_png_header(8_000, 8_000), "too_many_pixels"),
        (_png_header(10_000, 10_000), "too_many_pixels"),
        (_png_header(100, 100), "damaged_file"),
        (_picture()[:60], "damaged_file"),
        (b"GIF89a", "unknown_type"),
        (b"BM" + b"\0" * 60, "unknown_type"),
        (b"PK\x03\x04 a zip", "unknown_type"),
        (b"%PDF-1.7 no end", "damaged_file"),
        (b"%PDF-1.7 /OpenAction << /S /JavaScript /JS (x) >> %%EOF", "active_document"),
    ],
)
def test_a_wrong_file_says_why(content, reason):
    with pytest.raises(WrongFile) as wrong:
        read_file(content)
    assert wrong.value.reason == reason


@pytest.mark.parametrize(
    ("image_format", "mime"),
    [
        ("PNG", "image/png"),
        ("JPEG", "image/jpeg"),
        ("WEBP", "image/webp"),
        ("AVIF", "image/avif"),
        ("GIF", "image/gif"),
    ],
)
def test_pictures_are_known_by_their_bytes(image_format, mime):
    file = read_file(_picture(image_format=image_format))
    assert (file.kind, file.mime, file.width, file.height) == ("picture", mime, 40, 30)


def test_a_document_is_kept_as_it_is():
    content = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n%%EOF\n"
    file = read_file(content)
    assert (file.kind, file.mime, file.content, file.width) == ("document", "application/pdf", content, None)


def test_a_picture_taken_sideways_stands_upright_and_forgets_where():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Secret camera"
    content = _picture((400, 200), "JPEG", exif=exif)
    file = read_file(content)
    assert (file.width, file.height) == (200, 400)
    for one in renditions.render(content):
        assert (one.width, one.height) in {(160, 320), (200, 400)}
        assert b"Secret" not in one.content
        with Image.open(BytesIO(one.content)) as image:
            assert image.size == (one.width, one.height)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "RGB"])
def test_every_mode_of_picture_has_renditions(mode):
    buffer = BytesIO()
    Image.new(mode, (10, 10)).save(buffer, format="JPEG" if mode == "CMYK" else "PNG")
    assert [(one.width, one.mime) for one in renditions.render(buffer.getvalue())] == [
        (10, "image/avif"),
        (10, "image/webp"),
        (10, "image/jpeg"),
    ]


@pytest.mark.parametrize(
    ("width", "made"), [(100, (100,)), (160, (160,)), (700, (160, 320, 640, 700)), (4000, (160, 320, 640, 1280))]
)
def test_a_picture_is_never_made_larger(width, made):
    assert renditions.widths(width) == made


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("photo été.jpg", "photo été.jpg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\a\\b.png", "b.png"),
        ("\x00<x>", "_x_"),
        ("", "file"),
    ],
)
def test_a_file_name_is_only_a_name(name, kept):
    assert read_filename(name) == kept
