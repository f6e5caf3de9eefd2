"""The entry point of Celery workers: `celery -A comptoir.config.celery worker`."""

from __future__ import annotations

import os
from importlib import import_module

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comptoir.config.settings")
django.setup()

app = import_module("comptoir.kernel.jobs.celery_backend").app
