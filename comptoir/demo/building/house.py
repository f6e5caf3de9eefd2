"""What the merchant says of himself, and the pictures of his house, put where the storefront reads them."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from comptoir.demo.content import read_merchant
from comptoir.demo.drawings import house


def furnish_house() -> None:
    """Store the house's drawings and write the merchant's file, unless they are there already."""
    mark, front = _keep("mark", house.mark()), _keep("front", house.front())
    departments = {code: _keep(code, house.department(code)) for code in house.DEPARTMENTS}
    said = read_merchant() + _pictures(mark, front, departments).encode()
    _put(Path(settings.MERCHANT_FILE), said)


def _keep(name: str, drawing: str) -> str:
    """Named after its content, like every picture of the catalogue, so that browsers may keep it for ever."""
    path = f"house/{name}-{sha256(drawing.encode()).hexdigest()[:16]}.svg"
    _put(Path(settings.MEDIA_ROOT) / path, drawing.encode())
    return path


def _put(path: Path, content: bytes) -> None:
    if not path.exists() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _pictures(mark: str, front: str, departments: Mapping[str, str]) -> str:
    lines = "\n".join(f'{code} = "{path}"' for code, path in departments.items())
    return f'\n[pictures]\nmark = "{mark}"\nfront = "{front}"\n\n[pictures.departments]\n{lines}\n'
