"""What the shelf says no to."""

from __future__ import annotations

from comptoir.kernel.errors import InvalidInput, NotFound, Refusal


class ArticleNotShown(NotFound):
    """No article of that slug, id or SKU is on show on this channel."""

    code = "shelf.article_not_shown"


class CategoryNotShown(NotFound):
    """No category of that slug or code is on this channel."""

    code = "shelf.category_not_shown"


class SlugMoved(Refusal):
    """The page moved for good; facts: `slug`, where it is now. Heads answer 301."""

    code = "shelf.slug_moved"
    status = 301

    def __init__(self, *, slug: str) -> None:
        super().__init__(slug=slug)
        self.slug = slug


class CursorUnreadable(InvalidInput):
    """The `after` of a listing was not given by this shelf for this order."""

    code = "shelf.cursor_unreadable"
