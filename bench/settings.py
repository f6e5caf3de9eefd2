"""Comptoir's own settings plus the floors: an empty view and a static file under the same server and middleware."""

from __future__ import annotations

from comptoir.config.settings import *

ROOT_URLCONF = "bench.urls"
