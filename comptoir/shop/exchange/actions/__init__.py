"""Door: bring catalogues in, take ours out."""

from comptoir.shop.exchange.actions.exporting import export_catalogue, write_template
from comptoir.shop.exchange.actions.forgetting import forget_runs
from comptoir.shop.exchange.actions.importing import import_files

__all__ = ["export_catalogue", "forget_runs", "import_files", "write_template"]
