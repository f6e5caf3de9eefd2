"""Door: every write of the catalogue, one file per family of verbs."""

from comptoir.shop.catalogue.actions.media import (
    attach_many,
    attach_media,
    describe_media,
    make_renditions,
    remove_media,
)
from comptoir.shop.catalogue.actions.products import upsert_products
from comptoir.shop.catalogue.actions.publication import (
    publish_products,
    recheck_products,
    score_sheets,
    withdraw_products,
)
from comptoir.shop.catalogue.actions.slugs import change_slug
from comptoir.shop.catalogue.actions.tree import define_categories, define_category, move_category, rebuild_tree
from comptoir.shop.catalogue.actions.vocabulary import (
    define_attribute,
    define_attributes,
    define_brand,
    define_brands,
    define_channel,
    define_custom_field,
    define_families,
    define_family,
    define_option,
)

__all__ = [
    "attach_many",
    "attach_media",
    "change_slug",
    "define_attribute",
    "define_attributes",
    "define_brand",
    "define_brands",
    "define_categories",
    "define_category",
    "define_channel",
    "define_custom_field",
    "define_families",
    "define_family",
    "define_option",
    "describe_media",
    "make_renditions",
    "move_category",
    "publish_products",
    "rebuild_tree",
    "recheck_products",
    "remove_media",
    "score_sheets",
    "upsert_products",
    "withdraw_products",
]
