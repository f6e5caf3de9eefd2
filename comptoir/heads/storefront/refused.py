"""A refusal as a page: moved for good, not found with a search beside it, or said plainly with what to do."""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from comptoir.heads.storefront.frame import Head, render_page
from comptoir.heads.ui.environment import render
from comptoir.heads.ui.refusals import refusal_words
from comptoir.heads.ui.words import FIRST, language_of_path, mark, say
from comptoir.kernel.errors import NotAllowed, Refusal

_MOVED = "shelf.slug_moved"


def answer_refusal(request: HttpRequest, language: str, refusal: Refusal) -> HttpResponse:
    """The page for any refusal that a view did not put into its own page."""
    if refusal.code == _MOVED:
        return _moved(request, str(refusal.facts["slug"]))
    if refusal.status == 404:
        return not_found_page(request, language)
    words = refusal_words(refusal, language)
    head = Head(title=words.title, addresses={}, indexed=False)
    return _alone(render_page("storefront/refused.html", language, head, words=words), refusal.status)


def not_found_page(request: HttpRequest, language: str) -> HttpResponse:
    """404: says so, searches for the words of the address, and shows the departments."""
    words = request.path.rstrip("/").rpartition("/")[2].replace("-", " ").replace("_", " ")[:80]
    head = Head(title=say(language, mark("This page is not here")), addresses={}, indexed=False)
    return _alone(render_page("storefront/not_found.html", language, head, words=words), 404)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler404: no address of ours matches."""
    del exception
    return not_found_page(request, language_of_path(request.path))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler403."""
    del exception
    return answer_refusal(request, language_of_path(request.path), NotAllowed())


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler400: a host, a form or an address that cannot be read."""
    del request, exception
    page = render("ui/unreadable.html", FIRST)
    return HttpResponse(page, status=400, headers={"Cache-Control": "no-store"})


def _moved(request: HttpRequest, slug: str) -> HttpResponse:
    query = request.META.get("QUERY_STRING", "")
    folder = request.path.rpartition("/")[0]
    return HttpResponsePermanentRedirect(f"{folder}/{quote(slug)}{'?' + query if query else ''}")


def _alone(html: str, status: int) -> HttpResponse:
    return HttpResponse(html, status=status, headers={"Cache-Control": "no-store"})
