"""What the catalogue says no to."""

from __future__ import annotations

from comptoir.kernel.errors import Refusal


class CategoryNotFound(Refusal):
    """No category has this code. Facts: `code`."""

    code = "catalogue.category_not_found"
    status = 404


class ChannelNotFound(Refusal):
    """No channel has this code. Facts: `code`."""

    code = "catalogue.channel_not_found"
    status = 404


class ProductNotFound(Refusal):
    """No product has this id. Facts: `products`."""

    code = "catalogue.product_not_found"
    status = 404


class VariantNotFound(Refusal):
    """The variant is not one of this product. Facts: `variant`, `product`."""

    code = "catalogue.variant_not_found"
    status = 404


class MediaNotFound(Refusal):
    """No media has this id. Facts: `media`."""

    code = "catalogue.media_not_found"
    status = 404


class SlugOwnerNotFound(Refusal):
    """Nothing of this kind has this id. Facts: `kind`, `id`."""

    code = "catalogue.slug_owner_not_found"
    status = 404


class DraftsRefused(Refusal):
    """Nothing was written. Facts: `problems`, each {index, draft, reason, field, facts}."""

    code = "catalogue.drafts_refused"
    status = 422


class TooManyDrafts(Refusal):
    """More was handed in at once than one call takes. Facts: `count`, `limit`."""

    code = "catalogue.too_many_drafts"
    status = 422


class WordRefused(Refusal):
    """A word of the vocabulary cannot be taken. Facts: `noun`, `code`, `reason` and what is wrong."""

    code = "catalogue.word_refused"
    status = 422


class KindInUse(Refusal):
    """An attribute's kind or unit cannot change while articles hold values of it. Facts: `code`, `was`, `wanted`."""

    code = "catalogue.kind_in_use"


class ChoiceInUse(Refusal):
    """A choice cannot go while articles hold it. Facts: `noun`, `code`, `choice`."""

    code = "catalogue.choice_in_use"


class CategoryCycle(Refusal):
    """A category cannot be put below itself. Facts: `code`, `parent`."""

    code = "catalogue.category_cycle"


class TreeTooDeep(Refusal):
    """The tree would be deeper than it may be. Facts: `code`, `depth`, `limit`."""

    code = "catalogue.tree_too_deep"


class MediaRefused(Refusal):
    """A file cannot be taken. Facts: `reason` and the limit it passes."""

    code = "catalogue.media_refused"
    status = 422


class SlugRefused(Refusal):
    """A slug cannot be taken. Facts: `slug`, `reason`."""

    code = "catalogue.slug_refused"
    status = 422
