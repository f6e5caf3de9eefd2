"""Door: bring catalogues in, take ours out."""

from comptoir.shop.exchange.actions.importing import import_files

__all__ = ["import_files"]
