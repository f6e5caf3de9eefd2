"""Renditions of a picture: fixed widths, modern formats with a JPEG to fall back on, nothing left of its metadata."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

WIDTHS = (160, 320, 640, 1280)
ENCODINGS: tuple[tuple[str, str, str, dict[str, int | bool]], ...] = (
    ("AVIF", "avif", "image/avif", {"quality": 58, "speed": 8}),
    ("WEBP", "webp", "image/webp", {"quality": 78, "method": 4}),
    ("JPEG", "jpg", "image/jpeg", {"quality": 82, "optimize": True, "progressive": True}),
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """One rendition, its bytes included."""

    width: int
    height: int
    extension: str
    mime: str
    content: bytes


def widths(width: int) -> tuple[int, ...]:
    """Widths to make for a picture this wide: never wider than itself, its own when it is narrower than the widest."""
    smaller = tuple(one for one in WIDTHS if one < width)
    return smaller if width > WIDTHS[-1] else (*smaller, width)


def render(content: bytes) -> tuple[Rendered, ...]:
    """Every rendition of a picture that `files.read_file` took, smallest first; upright (EXIF), in sRGB."""
    with Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP", "AVIF", "GIF")) as image:
        upright = _srgb(ImageOps.exif_transpose(image))
    made = []
    for width in widths(upright.width):
        height = max(1, round(upright.height * width / upright.width))
        sized = upright if width == upright.width else upright.resize((width, height), Image.Resampling.LANCZOS)
        for encoding, extension, mime, options in ENCODINGS:
            ready = _opaque(sized) if encoding == "JPEG" else sized
            buffer = BytesIO()
            ready.save(buffer, format=encoding, **options)
            made.append(Rendered(width, height, extension, mime, buffer.getvalue()))
    return tuple(made)


def _srgb(image: Image.Image) -> Image.Image:
    """Colours as screens expect them; a profile that cannot be read is left aside."""
    mode = "RGBA" if image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info else "RGB"
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "CMYK"}:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            turned = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            turned = None
        if turned is not None:
            image = turned
    plain = image.convert(mode)
    plain.info = {}
    plain.getexif().clear()
    return plain


def _opaque(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white
