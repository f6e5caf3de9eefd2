"""Articles that must be rebuilt from a moment on: a dated price begins, or words they are written with changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from uuid import UUID

import msgspec
from django.db import transaction

from comptoir.kernel import clock
from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.catalogue.types import Attribute, Brand, Channel, CustomField, Family, Option
from comptoir.shop.inventory import queries as inventory
from comptoir.shop.inventory.types import Place
from comptoir.shop.shelf.actions.rebuilding import CHUNK, rebuild
from comptoir.shop.shelf.models import Article, Placement, WordPrint

Word = Attribute | Option | Family | Brand | Channel | CustomField | Place


def refresh_due(*, most: int = 2_000) -> int:
    """Rebuild articles whose moment has come, the longest awaited first, at most `most`. How many were gone through."""
    done = 0
    while done < most:
        due = Article.objects.filter(due_at__lte=clock.now()).order_by("due_at", "id")[:CHUNK]
        waiting: dict[str, list[UUID]] = {}
        for channel, product in due.values_list("channel", "product"):
            waiting.setdefault(channel, []).append(product)
        if not waiting:
            break
        for channel, products in waiting.items():
            rebuild(products, channel=channel)
            done += len(products)
    return done


def mark_due_below(categories: Sequence[UUID]) -> int:
    """Everything shown in these categories and below must be rebuilt. How many articles."""
    placed = Placement.objects.filter(department__category__in=categories).values("article")
    return Article.objects.filter(id__in=placed).update(due_at=clock.now())


def mark_all_due() -> int:
    """Every article must be rebuilt: a VAT rate was stated anew. How many articles."""
    return Article.objects.update(due_at=clock.now())


def heed_vocabulary(noun: str, codes: Sequence[str]) -> int:
    """These words were written: when one that articles may already say has changed, mark them all to be rebuilt.

    A new word, a new choice of a word, changes nothing that is written. How many articles were marked.
    """
    wanted = {code: _prints(word) for code, word in _words(noun, codes)}
    with transaction.atomic():
        known = dict(WordPrint.objects.filter(noun=noun, code__in=wanted).values_list("code", "prints"))
        WordPrint.objects.bulk_create(
            [WordPrint(noun=noun, code=code, prints=prints) for code, prints in wanted.items()],
            update_conflicts=True,
            unique_fields=["noun", "code"],
            update_fields=["prints"],
        )
        changed = [code for code, prints in wanted.items() if _differs(known.get(code, {}), prints)]
        if not changed:
            return 0
        articles = Article.objects.filter(channel__in=changed) if noun == "channel" else Article.objects.all()
        return articles.update(due_at=clock.now())


def _words(noun: str, codes: Iterable[str]) -> list[tuple[str, Word]]:
    readers: Mapping[str, Callable[[], Sequence[Word]]] = {
        "attribute": catalogue.list_attributes,
        "option": catalogue.list_options,
        "family": catalogue.list_families,
        "brand": catalogue.list_brands,
        "channel": catalogue.list_channels,
        "custom_field": catalogue.list_custom_fields,
        "place": inventory.list_places,
    }
    asked = set(codes)
    return [(word.code, word) for word in readers[noun]() if word.code in asked] if noun in readers else []


def _differs(known: Mapping[str, str], prints: Mapping[str, str]) -> bool:
    return any(prints.get(part) != digest for part, digest in known.items())


def _prints(word: Word) -> dict[str, str]:
    """A digest of the word itself and of each of its parts, so that a part added is not a word changed."""
    facts = msgspec.to_builtins(word)
    parts = {
        f"{name}:{part.get('code') or part.get('attribute')}": part
        for name in ("choices", "values", "attributes")
        for part in facts.pop(name, ())
    }
    return {part: _digest(said) for part, said in {"": facts, **parts}.items()}


def _digest(facts: object) -> str:
    return hashlib.blake2b(msgspec.json.encode(facts, order="deterministic"), digest_size=8).hexdigest()
