"""The WSGI entry point of every web process."""

from __future__ import annotations

import os
from importlib import import_module

from django.conf import settings
from django.urls import get_resolver

from comptoir.config.bodies import WholeBodies
from comptoir.config.files import with_files
from comptoir.config.requests import build_application
from comptoir.kernel import logs
from comptoir.kernel.processes import leave_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comptoir.config.settings")
leave_with_parent()
logs.configure(json=settings.PRODUCTION)
django_application = build_application()
if settings.PRODUCTION:
    import_module("comptoir.heads.cli.doctor").refuse_unsafe_settings()
routes = get_resolver().url_patterns  # heads are loaded now, not on the first visitor's time
application = with_files(
    WholeBodies(django_application),
    static=(settings.STATIC_URL, settings.STATIC_ROOT),
    media=(settings.MEDIA_URL, settings.MEDIA_ROOT),
)
