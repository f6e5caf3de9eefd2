"""What the API itself says no to, before any room is asked."""

from __future__ import annotations

from comptoir.kernel.errors import InvalidInput, NotAllowed, NotFound, Refusal


class RouteNotFound(NotFound):
    """There is nothing at this address."""

    code = "api.route_not_found"


class MethodRefused(Refusal):
    """This address does not know that method; facts: `allowed`."""

    code = "api.method_refused"
    status = 405


class NotAcceptable(Refusal):
    """The asker takes no JSON."""

    code = "api.not_acceptable"
    status = 406


class MediaTypeRefused(Refusal):
    """A body that is not JSON; facts: `wanted`."""

    code = "api.media_type_refused"
    status = 415


class BodyTooLarge(Refusal):
    """A body longer than any request needs; facts: `most` in bytes."""

    code = "api.body_too_large"
    status = 413


class BodyUnreadable(Refusal):
    """A body that is not well-formed JSON."""

    code = "api.body_unreadable"
    status = 400


class ParametersRefused(InvalidInput):
    """Something sent cannot be taken; facts: `errors`, each with a `pointer` (body) or a `parameter`, and `reason`."""

    code = "api.parameters_refused"


class AddressUnreadable(Refusal):
    """A path or a query that holds a character that no address may."""

    code = "api.address_unreadable"
    status = 400


class KeyNeeded(Refusal):
    """A page of another site asks without a publishable key."""

    code = "api.key_needed"
    status = 401


class OriginRefused(NotAllowed):
    """The key does not list the site that asks; facts: `origin`."""

    code = "api.origin_refused"


class ScopeMissing(NotAllowed):
    """The key may not do this; facts: `scope`."""

    code = "api.scope_missing"


class CrossSiteWrite(NotAllowed):
    """A write that brings the storefront's cookie from another site."""

    code = "api.cross_site_write"


class TooManyRequests(Refusal):
    """The bucket is empty; facts: `retry_after_s`."""

    code = "api.too_many_requests"
    status = 429


class SecretNeeded(Refusal):
    """No cart secret came with the request."""

    code = "api.secret_needed"
    status = 401


class KeyBusy(Refusal):
    """The same Idempotency-Key is being answered right now."""

    code = "api.idempotency_key_busy"
    status = 409


class KeyReused(Refusal):
    """The same Idempotency-Key came with another request."""

    code = "api.idempotency_key_reused"
    status = 422


class Broken(Refusal):
    """A bug of ours: journalled, nothing was changed."""

    code = "api.broken"
    status = 500


class Busy(Refusal):
    """The database does not answer; nothing was changed."""

    code = "api.busy"
    status = 503
