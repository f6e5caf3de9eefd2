from __future__ import annotations

import pytest

from comptoir.heads.storefront import freshness
from tests.builders import shopfront


@pytest.fixture
def shop(db):
    """The small shop of `builders.shopfront`: variant ids by SKU."""
    freshness.memory.clear()
    return shopfront.open_shopfront()


@pytest.fixture
def own(client):
    """A browser: it says of each request that it comes from our own pages."""
    client.defaults["HTTP_SEC_FETCH_SITE"] = "same-origin"
    return client
