"""Ids of the catalogue and the values its attributes take."""

from __future__ import annotations

from typing import NewType
from uuid import UUID

from comptoir.kernel.languages import Text

ProductId = NewType("ProductId", UUID)
VariantId = NewType("VariantId", UUID)
CategoryId = NewType("CategoryId", UUID)
BrandId = NewType("BrandId", UUID)
MediaId = NewType("MediaId", UUID)

AttributeValue = str | int | bool | Text | tuple[str, ...] | None
"""A typed value as kept: choice code(s), exact decimal as text for numbers and measures (in the attribute's unit),
a Text for translated texts, ISO 8601 for dates. Never a float."""
