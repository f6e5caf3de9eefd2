"""The API's own refusals in words: what happened, what to do; the rooms' are in the table that every head shares."""

from __future__ import annotations

from comptoir.heads.ui import refusals
from comptoir.heads.ui.words import mark, say
from comptoir.kernel.errors import Refusal

_SAID: dict[str, tuple[str, str]] = {
    "api.route_not_found": (
        mark("There is nothing at this address."),
        mark("The addresses that exist are listed at /api/v1/."),
    ),
    "api.method_refused": (
        mark("This address does not know that method."),
        mark("Use one of the methods given in the Allow header."),
    ),
    "api.not_acceptable": (
        mark("This address only answers in JSON."),
        mark("Send Accept: application/json, or no Accept header."),
    ),
    "api.media_type_refused": (
        mark("The body is not JSON."),
        mark("Send it as application/json. Nothing was changed."),
    ),
    "api.body_too_large": (
        mark("The body is longer than any request needs."),
        mark("Send less at a time. Nothing was changed."),
    ),
    "api.body_unreadable": (
        mark("The body is not well-formed JSON."),
        mark("Correct it and send it again. Nothing was changed."),
    ),
    "api.parameters_refused": (
        mark("A value cannot be taken."),
        mark("Each one is listed under errors. Nothing was changed."),
    ),
    "api.address_unreadable": (
        mark("The address holds a character that no address may."),
        mark("Remove it and ask again."),
    ),
    "api.key_needed": (
        mark("A page of another site needs a publishable key."),
        mark("Ask the merchant for one and send it in the Comptoir-Key header."),
    ),
    "api.origin_refused": (
        mark("This key may not be used from this site."),
        mark("Ask the merchant to add your site to the key."),
    ),
    "api.scope_missing": (
        mark("This key may not do this."),
        mark("Ask the merchant for a key with the scope named under facts."),
    ),
    "api.cross_site_write": (
        mark("A page of another site may not write with the shopper's cookie."),
        mark("Send the cart's secret in the Cart-Secret header. Nothing was changed."),
    ),
    "api.too_many_requests": (
        mark("Too many requests in a short time."),
        mark("Wait as many seconds as the Retry-After header says, then go on."),
    ),
    "api.secret_needed": (
        mark("No cart secret came with the request."),
        mark("Open a cart and send its secret in the Cart-Secret header."),
    ),
    "api.idempotency_key_busy": (
        mark("The same Idempotency-Key is being answered right now."),
        mark("Wait a second and ask again: the answer will be the same."),
    ),
    "api.idempotency_key_reused": (
        mark("This Idempotency-Key was used for another request."),
        mark("Take a new key for each thing to do. Nothing was changed."),
    ),
    "api.broken": (
        mark("Something is broken on our side."),
        mark("Nothing was changed. Try again later; if it lasts, tell the merchant the X-Request-Id."),
    ),
    "api.busy": (
        mark("The shop cannot answer right now."),
        mark("Nothing was changed. Try again in a moment."),
    ),
}

CODES = tuple(_SAID)


def sentences(code: str) -> tuple[str, str]:
    """What is said of one of the API's own codes, in English."""
    return _SAID[code]


def refusal_words(refusal: Refusal, language: str) -> tuple[str, str]:
    """(what happened, what to do) in `language`."""
    if refusal.code in _SAID:
        title, detail = _SAID[refusal.code]
        return say(language, title), say(language, detail)
    words = refusals.refusal_words(refusal, language)
    return words.title, words.remedy
