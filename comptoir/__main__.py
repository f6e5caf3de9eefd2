"""`comptoir`, the installed command (also `python -m comptoir`)."""

from __future__ import annotations

import os


def main() -> None:
    """Run the command line with Comptoir's settings unless others are named."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comptoir.config.settings")
    # Settings must be named before anything of Django loads.
    from comptoir.heads.cli.main import cli

    cli()


if __name__ == "__main__":
    main()
