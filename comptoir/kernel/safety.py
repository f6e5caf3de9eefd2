"""What production refuses: settings that would harm the merchant or his customers, with the remedy for each. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

SECRET_KEY_LENGTH = 50


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that can be unsafe. `origin` is the storefront's public address."""

    production: bool
    secret_key: str
    hosts: tuple[str, ...]
    origin: str
    debug: bool
    database: str  # "sqlite" or "postgresql"
    web_processes: int
    shared_cache: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """`setting` is the environment variable; `unsafe` ones stop a production start, others are advice."""

    setting: str
    unsafe: bool
    why: str
    remedy: str


def judge(settings: Settings) -> tuple[Finding, ...]:
    """Every finding, the unsafe first. Outside production the same findings are advice."""
    found = [finding for rule in RULES if (finding := rule(settings)) is not None]
    if not settings.production:
        found = [Finding(one.setting, unsafe=False, why=one.why, remedy=one.remedy) for one in found]
    return tuple(sorted(found, key=lambda finding: not finding.unsafe))


def _secret_key(settings: Settings) -> Finding | None:
    key = settings.secret_key
    if len(key) >= SECRET_KEY_LENGTH and len(set(key)) >= 10 and not key.startswith("development-only"):
        return None
    why = "Links sent by mail and signed cookies could be forged with a missing, short or public secret key."
    remedy = "Set 50 random characters: python -c 'import secrets; print(secrets.token_urlsafe(50))'"
    return Finding("COMPTOIR_SECRET_KEY", unsafe=True, why=why, remedy=remedy)


def _hosts(settings: Settings) -> Finding | None:
    if settings.hosts and "*" not in settings.hosts:
        return None
    why = "Without a list of host names, anybody can make the shop write links to another site."
    return Finding("COMPTOIR_HOSTS", unsafe=True, why=why, remedy="List the shop's host names, separated by commas.")


def _origin(settings: Settings) -> Finding | None:
    if settings.origin.startswith("https://") and not settings.origin.endswith("/"):
        return None
    why = "Carts and pages would travel unencrypted, and writes could not be tied to the shop's own pages."
    remedy = "Set the public https address of the storefront, without a slash at the end: https://www.example.fr"
    return Finding("COMPTOIR_ORIGIN", unsafe=True, why=why, remedy=remedy)


def _debug(settings: Settings) -> Finding | None:
    if not settings.debug:
        return None
    why = "Error pages would show code, settings and customers' data to anybody."
    return Finding("DEBUG", unsafe=True, why=why, remedy="Leave DEBUG off; errors are in the log.")


def _database(settings: Settings) -> Finding | None:
    if settings.database == "postgresql" or settings.web_processes <= 1:
        return None
    why = "SQLite lets one process write at a time: with several web processes buyers will wait for each other."
    remedy = "Use postgresql://... or one web process with more threads."
    return Finding("COMPTOIR_DATABASE_URL", unsafe=False, why=why, remedy=remedy)


def _cache(settings: Settings) -> Finding | None:
    if settings.shared_cache or settings.web_processes <= 1:
        return None
    why = "Each web process would count rate limits apart: a visitor gets as many tries as there are processes."
    remedy = "Set redis://... (Redis or Valkey)."
    return Finding("COMPTOIR_REDIS_URL", unsafe=True, why=why, remedy=remedy)


RULES: tuple[Callable[[Settings], Finding | None], ...] = (_secret_key, _hosts, _origin, _debug, _database, _cache)
