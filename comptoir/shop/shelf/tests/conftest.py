from __future__ import annotations

import pytest

from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.shelf import actions
from comptoir.shop.shelf.tests import shop


@pytest.fixture
def laid(db):
    """The small shop on the shelf: ids of its products by code, of its variants by SKU."""
    shop.lay_words()
    lamp = shop.add(shop.LAMP, {"LAMP-1": 4_990})
    scarf = shop.add(shop.SCARF, {"SCARF-R": 2_500, "SCARF-B": 3_000})
    skus = catalogue.find_variants_by_sku(["LAMP-1", "SCARF-R", "SCARF-B"])
    shop.receive(skus["LAMP-1"], 20)
    shop.receive(skus["SCARF-B"], 2, place="lyon", reference="R2")
    actions.rebuild([lamp, scarf])
    return {"LAMP": lamp, "SCARF": scarf, **skus}
