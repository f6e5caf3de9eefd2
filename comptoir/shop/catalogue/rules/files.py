"""Files handed in: what they really are, read from their bytes, and which are taken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from comptoir.shop.catalogue.rules import svg

MOST_BYTES = 20_000_000
MOST_PIXELS = 50_000_000
FORMATS = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "AVIF": "image/avif", "GIF": "image/gif"}
EXTENSIONS = {
    "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/avif": "avif", "image/gif": "gif",
    "image/svg+xml": "svg", "application/pdf": "pdf",
}  # fmt: skip
_UNREADABLE = (OSError, ValueError, SyntaxError, EOFError, OverflowError, MemoryError)
_TOO_LARGE = (Image.DecompressionBombError, Image.DecompressionBombWarning)
_ACTIVE_PDF = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA|SubmitForm|ImportData)\b")
_FILENAME = re.compile(r"[^\w.\- ]+")


class WrongFile(ValueError):
    """A file is not taken: `reason` and facts."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


@dataclass(frozen=True, slots=True)
class File:
    """A file that is taken: kind "picture", "drawing" or "document"; `content` is what is kept."""

    kind: str
    mime: str
    content: bytes
    width: int | None = None
    height: int | None = None

    @property
    def extension(self) -> str:
        return EXTENSIONS[self.mime]


def read_file(content: bytes) -> File:
    """What the bytes are, whatever their name says. Raises `WrongFile`: empty, over 20 MB, over 50 megapixels, of a
    type not taken (JPEG, PNG, WebP, AVIF, GIF, SVG, PDF are), damaged, or hostile."""
    if not content:
        raise WrongFile("empty_file")
    if len(content) > MOST_BYTES:
        raise WrongFile("file_too_large", bytes=len(content), limit=MOST_BYTES)
    if content.startswith(b"%PDF-"):
        return _read_pdf(content)
    if content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _read_svg(content)
    return _read_picture(content)


def _read_pdf(content: bytes) -> File:
    if b"%%EOF" not in content[-2048:]:
        raise WrongFile("damaged_file", mime="application/pdf")
    if _ACTIVE_PDF.search(content):
        raise WrongFile("active_document", mime="application/pdf")
    return File("document", "application/pdf", content)


def _read_svg(content: bytes) -> File:
    try:
        drawing = svg.clean(content)
    except svg.HostileSvg as hostile:
        raise WrongFile(str(hostile)) from None
    return File("drawing", "image/svg+xml", drawing.content, drawing.width, drawing.height)


def _read_picture(content: bytes) -> File:
    try:
        with Image.open(BytesIO(content), formats=tuple(FORMATS)) as image:
            mime = FORMATS[image.format or ""]
            width, height = image.size
            _check_pixels(width, height)
            turned = image.getexif().get(0x0112, 1) in {5, 6, 7, 8}
            # Decoding now: a file that cannot be drawn is refused to who sends it, not to a job later.
            image.load()
    except _TOO_LARGE:
        raise WrongFile("too_many_pixels", limit=MOST_PIXELS) from None
    except UnidentifiedImageError:
        raise WrongFile("unknown_type") from None
    except WrongFile:
        raise
    except _UNREADABLE:
        raise WrongFile("damaged_file") from None
    return File("picture", mime, content, *((height, width) if turned else (width, height)))


def _check_pixels(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise WrongFile("too_many_pixels", pixels=width * height, limit=MOST_PIXELS)
    if width < 1 or height < 1:
        raise WrongFile("damaged_file")


def read_filename(name: str) -> str:
    """A name fit to be shown and stored: no path, no control character, at most 120 characters."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return _FILENAME.sub("_", last).strip(" .")[-120:] or "file"
