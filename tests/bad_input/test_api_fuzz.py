"""Whatever is sent to any operation of the API, it answers as its document says, and never breaks."""

from __future__ import annotations

import pytest
import schemathesis
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from comptoir.config.wsgi import application
from comptoir.shop.cart import actions as carts
from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.shelf import actions as shelf
from comptoir.shop.shelf.tests import shop

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
    unsupported_method,
]
EXAMPLES = 10

document = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


@pytest.fixture
def _one_connection():
    """As Django's own test client does: a request must not close the connection that holds the test's transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def known(db, _one_connection, settings):
    """A small shop, an open cart with lines, and the true values that a lucky asker would send."""
    settings.API_RATE = 0
    cache.clear()
    shop.lay_words()
    products = [shop.add(shop.LAMP, {"LAMP-1": 4_990}), shop.add(shop.SCARF, {"SCARF-R": 2_500, "SCARF-B": 3_000})]
    skus = catalogue.find_variants_by_sku(["LAMP-1", "SCARF-B"])
    shop.receive(skus["LAMP-1"], 20)
    shelf.rebuild(products)
    secret = carts.open_cart("web", "fr").secret
    line = carts.add_line(secret, skus["LAMP-1"], 2).line
    return {
        "Cart-Secret": secret,
        "variant": str(skus["LAMP-1"]),
        "line": str(line),
        "slug": "lampe-d-etabli",
        "sku": "SCARF-B",
        "article": str(products[0]),
        "code": "lighting",
        "language": "fr",
    }


BOUNDED = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@document.parametrize()
@BOUNDED
def test_the_api_never_breaks_and_answers_as_told(case, known):
    case.call_and_validate(checks=[*CHECKS, negative_data_rejection])


@document.parametrize()
@BOUNDED
def test_nor_when_the_asker_knows_true_ids_and_secrets(case, known):
    for name in set(case.path_parameters or ()) & known.keys():
        case.path_parameters[name] = known[name]
    case.headers = {**(case.headers or {}), "Cart-Secret": known["Cart-Secret"]}
    if isinstance(case.body, dict) and "variant" in case.body:
        case.body["variant"] = known["variant"]
    case.call_and_validate(checks=CHECKS)
