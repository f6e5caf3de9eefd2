"""The gallery's address, in development only."""

from __future__ import annotations

from django.urls import path

from comptoir.heads.ui.gallery import show_gallery

urlpatterns = [path("", show_gallery, name="gallery")]
