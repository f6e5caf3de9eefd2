"""The entry point of Celery workers: `celery -A comptoir.config.celery worker`."""

from __future__ import annotations

import os
from importlib import import_module

import django
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comptoir.config.settings")
django.setup()

if settings.PRODUCTION:
    import_module("comptoir.heads.cli.doctor").refuse_unsafe_settings()
app = import_module("comptoir.kernel.jobs.celery_backend").app
