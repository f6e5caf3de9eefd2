"""What the demo shop says, in TOML files that a merchant could read, and how they are read."""

from comptoir.demo.content.articles import Article, Choice, FamilyFile, FuturePrice, list_families
from comptoir.demo.content.house import (
    AttributeEntry,
    BrandEntry,
    OptionEntry,
    PlaceEntry,
    Tree,
    list_brands,
    list_places,
    read_merchant,
    read_tree,
    read_vocabulary,
    say,
)

__all__ = [
    "Article",
    "AttributeEntry",
    "BrandEntry",
    "Choice",
    "FamilyFile",
    "FuturePrice",
    "OptionEntry",
    "PlaceEntry",
    "Tree",
    "list_brands",
    "list_families",
    "list_places",
    "read_merchant",
    "read_tree",
    "read_vocabulary",
    "say",
]
