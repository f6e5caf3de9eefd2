"""Contradictions: what a sheet says against itself or against another one. Each closes the publish gate."""

from comptoir.shop.catalogue.rules.contradictions.finding import find

__all__ = ["find"]
