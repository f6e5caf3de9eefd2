"""Tables of the catalogue, one file per idea."""

from comptoir.shop.catalogue.models.article import Placement, Product, Publication, Variant
from comptoir.shop.catalogue.models.media import Media
from comptoir.shop.catalogue.models.score import SheetScore
from comptoir.shop.catalogue.models.slug import Slug
from comptoir.shop.catalogue.models.tree import Category, CategoryLink
from comptoir.shop.catalogue.models.vocabulary import Attribute, Brand, Channel, CustomField, Family, Option

__all__ = [
    "Attribute",
    "Brand",
    "Category",
    "CategoryLink",
    "Channel",
    "CustomField",
    "Family",
    "Media",
    "Option",
    "Placement",
    "Product",
    "Publication",
    "SheetScore",
    "Slug",
    "Variant",
]
