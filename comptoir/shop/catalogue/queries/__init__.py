"""Door: reads of the catalogue, one file per noun."""

from comptoir.shop.catalogue.queries.drafts import (
    check_drafts,
)
from comptoir.shop.catalogue.queries.media import (
    find_file_fault,
    list_media,
    load_original,
)
from comptoir.shop.catalogue.queries.products import (
    count_products,
    find_products_by_code,
    find_products_of_variants,
    find_variants_by_sku,
    list_product_ids,
    list_products_in,
    list_products_of,
    load_products,
)
from comptoir.shop.catalogue.queries.quality import (
    judge_sheets,
    list_legal_blocks,
    list_regimes,
    list_scores,
    list_weakest_sheets,
)
from comptoir.shop.catalogue.queries.sellables import list_sellables
from comptoir.shop.catalogue.queries.slugs import (
    resolve_slug,
)
from comptoir.shop.catalogue.queries.tree import (
    find_category,
    list_categories,
    list_descendants,
)
from comptoir.shop.catalogue.queries.vocabulary import (
    find_channel,
    list_attributes,
    list_brands,
    list_channels,
    list_custom_fields,
    list_families,
    list_options,
)

__all__ = [
    "check_drafts",
    "count_products",
    "find_category",
    "find_channel",
    "find_file_fault",
    "find_products_by_code",
    "find_products_of_variants",
    "find_variants_by_sku",
    "judge_sheets",
    "list_attributes",
    "list_brands",
    "list_categories",
    "list_channels",
    "list_custom_fields",
    "list_descendants",
    "list_families",
    "list_legal_blocks",
    "list_media",
    "list_options",
    "list_product_ids",
    "list_products_in",
    "list_products_of",
    "list_regimes",
    "list_scores",
    "list_sellables",
    "list_weakest_sheets",
    "load_original",
    "load_products",
    "resolve_slug",
]
