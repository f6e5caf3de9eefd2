from __future__ import annotations

import pytest
from django.core.cache import cache

from comptoir.kernel.keys import KeyKind, create_key
from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.shelf import actions
from comptoir.shop.shelf.tests import shop

SITE = "https://head.example"


@pytest.fixture(autouse=True)
def _empty_buckets():
    cache.clear()


@pytest.fixture
def laid(db):
    """The shelf's small shop, with ids by code and by SKU."""
    shop.lay_words()
    lamp = shop.add(shop.LAMP, {"LAMP-1": 4_990})
    scarf = shop.add(shop.SCARF, {"SCARF-R": 2_500, "SCARF-B": 3_000})
    skus = catalogue.find_variants_by_sku(["LAMP-1", "SCARF-R", "SCARF-B"])
    shop.receive(skus["LAMP-1"], 20)
    shop.receive(skus["SCARF-B"], 2, place="lyon", reference="R2")
    actions.rebuild([lamp, scarf])
    return {"LAMP": lamp, "SCARF": scarf, **skus}


@pytest.fixture
def key(db):
    """A publishable key for `SITE`."""
    made = create_key(
        KeyKind.PUBLISHABLE,
        "A head",
        scopes=["catalogue:read", "search:read", "cart:write"],
        channel="web",
        origins=[SITE],
        actor="staff:1",
    )
    return made.token
