"""Django settings, read from the environment (`COMPTOIR_*`), safe by default. `comptoir doctor` checks them."""

from __future__ import annotations

from pathlib import Path

from comptoir.config import environment as env

PACKAGE = Path(__file__).resolve().parent.parent
HOME = Path(env.text("HOME", "var")).resolve()
PROFILE = env.text("PROFILE", "development")  # development | demo | production
PRODUCTION = PROFILE == "production"

DEBUG = False
# "unset" is refused by serve, worker and web, which say what to do; an empty one would be a traceback.
SECRET_KEY = env.text("SECRET_KEY", "unset" if PRODUCTION else "development-only-not-a-secret-" + "0" * 24)
ALLOWED_HOSTS = list(env.words("HOSTS", ("127.0.0.1", "localhost", "[::1]") if not PRODUCTION else ()))
ORIGIN = env.text("ORIGIN", f"http://127.0.0.1:{env.port()}")  # public address of the storefront, no slash at the end
WEB_PROCESSES = env.whole("WEB_PROCESSES", 1)
CHANNEL = env.text("CHANNEL", "web")  # the channel that this process's storefront sells on

INSTALLED_APPS = [
    "comptoir.kernel",
    "comptoir.shop.catalogue",
    "comptoir.shop.inventory",
    "comptoir.shop.customers",
    "comptoir.shop.pricing",
    "comptoir.shop.shelf",
    "comptoir.shop.search",
    "comptoir.shop.cart",
    "comptoir.shop.exchange",
    "comptoir.heads.ui",
    "comptoir.heads.storefront",
    "comptoir.heads.api",
]
MIDDLEWARE: list[str] = ["comptoir.heads.ui.middleware.FrontDoor"]
ROOT_URLCONF = "comptoir.config.urls.all"
WSGI_APPLICATION = "comptoir.config.wsgi.application"
COMPTOIR_WIRING = "comptoir.config.wiring"

COMPTOIR_BROKER_URL = env.text("BROKER_URL")  # amqp:// or redis:// of Celery; empty: jobs are polled in the database
_BACKEND = "celery_backend.CeleryBackend" if COMPTOIR_BROKER_URL else "backend.DatabaseBackend"
TASKS = {"default": {"BACKEND": f"comptoir.kernel.jobs.{_BACKEND}", "QUEUES": []}}

DATABASES = {"default": env.database(env.text("DATABASE_URL"), HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": env.text("REDIS_URL")}
    if env.text("REDIS_URL")
    # Buckets of limits and answers of a day; by itself Django keeps 300, and one flood forgets them all.
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 3_000}}
}

TEMPLATES: list[dict[str, object]] = [  # one environment per language: a template never asks which one it speaks
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "NAME": language,
        "APP_DIRS": True,
        "OPTIONS": {"environment": f"comptoir.heads.ui.environment.{language}"},
    }
    for language in ("fr", "en", "es")
]
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English"), ("es", "Español")]
LOCALE_PATHS: list[str] = []

CART_COOKIE = "__Host-cart" if ORIGIN.startswith("https:") else "cart"  # whose cart, for pages of our own
API_RATE = env.whole("API_RATE", 1_200)  # requests a minute, per key or address; 0 sets no limit
TRUSTED_PROXIES = env.whole("TRUSTED_PROXIES", 0)  # proxies in front, whose X-Forwarded-For is believed

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
MERCHANT_NAME = env.text("MERCHANT_NAME", "Comptoir")  # shown until the merchant's file gives a name
MERCHANT_FILE = env.text("MERCHANT_FILE", str(HOME / "merchant.toml"))  # his words and identity: heads/ui/merchant.py
PAGE_MEMORY = env.whole("PAGE_MEMORY", 400)  # whole public pages kept in each web process; 0 keeps none
MEDIA_URL = "/media/"
MEDIA_ROOT = HOME / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # What came out of a camera, with where and when it was taken: kept, never served.
    "originals": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": HOME / "originals"},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
SEARCH_ROOT = HOME / "search"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
