"""What crosses the catalogue's door: frozen facts about articles."""

from __future__ import annotations

from comptoir.shop.catalogue.types.articles import (
    Media,
    NetQuantity,
    Product,
    ProductStatus,
    Rendition,
    SlugHit,
    Variant,
)
from comptoir.shop.catalogue.types.drafts import (
    DraftProblem,
    MediaUpload,
    ProductDraft,
    Upserted,
    VariantDraft,
)
from comptoir.shop.catalogue.types.ids import (
    AttributeValue,
    BrandId,
    CategoryId,
    MediaId,
    ProductId,
    VariantId,
)
from comptoir.shop.catalogue.types.quality import (
    LegalBlock,
    LegalFieldView,
    LegalLine,
    RegimeView,
    SheetFault,
    SheetQuality,
)
from comptoir.shop.catalogue.types.sellable import Sellable
from comptoir.shop.catalogue.types.vocabulary import (
    Attribute,
    AttributeKind,
    Brand,
    BrandDraft,
    Category,
    CategoryDetails,
    CategoryDraft,
    Channel,
    Choice,
    CustomField,
    Family,
    FamilyAttribute,
    Option,
)

__all__ = [
    "Attribute",
    "AttributeKind",
    "AttributeValue",
    "Brand",
    "BrandDraft",
    "BrandId",
    "Category",
    "CategoryDetails",
    "CategoryDraft",
    "CategoryId",
    "Channel",
    "Choice",
    "CustomField",
    "DraftProblem",
    "Family",
    "FamilyAttribute",
    "LegalBlock",
    "LegalFieldView",
    "LegalLine",
    "Media",
    "MediaId",
    "MediaUpload",
    "NetQuantity",
    "Option",
    "Product",
    "ProductDraft",
    "ProductId",
    "ProductStatus",
    "RegimeView",
    "Rendition",
    "Sellable",
    "SheetFault",
    "SheetQuality",
    "SlugHit",
    "Upserted",
    "Variant",
    "VariantDraft",
    "VariantId",
]
