"""Logs: structured, one line per fact, JSON in production, with the request id, and no personal data."""

from __future__ import annotations

import logging
import logging.config
import re
import sys
from collections.abc import Mapping, MutableMapping
from typing import Any

import structlog

PRIVATE_KEYS = re.compile(
    r"secret|password|passwd|token|authorization|cookie|csrf|api_?key|e?mail|phone|address|iban|card_number|"
    r"first_?name|last_?name|full_?name|birth",
    re.IGNORECASE,
)
# Begins where a run of such letters begins, and never looks back: time stays in proportion to what strangers write.
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+")
SECRETS = re.compile(r"\bck_(pub|sec)_[A-Za-z0-9_-]{8,}")
LONG_DIGITS = re.compile(r"(?<![\w-])\+?\d(?:[ .-]?\d){9,18}(?![\w-])")
MASK = "…"


def mask_text(text: str) -> str:
    """`text` without mail addresses, API keys, phone or card numbers."""
    text = MAIL.sub(MASK, text) if "@" in text else text
    text = SECRETS.sub(rf"ck_\1_{MASK}", text) if "ck_" in text else text
    return LONG_DIGITS.sub(MASK, text)


def mask(value: Any, key: str = "") -> Any:
    """`value` as it may be logged: what is kept under a private key is hidden whole, texts are cleaned."""
    if key and PRIVATE_KEYS.search(key):
        return MASK if value else value
    if isinstance(value, str):
        return mask_text(value)
    if isinstance(value, Mapping):
        return {name: mask(inner, str(name)) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [mask(inner) for inner in value]
    return value


def mask_event(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """structlog processor: masks every field of a line."""
    for key, value in event.items():
        if key not in {"timestamp", "level", "logger"}:
            event[key] = mask(value, key)
    return event


class StandardError(logging.Handler):
    """Writes to whatever the standard error is now: programs and tests replace it, and close what they put there."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            sys.stderr.write(f"{self.format(record)}\n")
        except (OSError, ValueError):
            self.handleError(record)


def configure(*, json: bool, level: str = "INFO") -> None:
    """Send every log line, ours and libraries', through one chain to the standard error."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    ending: list[Any] = [structlog.processors.format_exc_info, mask_event]
    renderer: Any = structlog.processors.JSONRenderer(ensure_ascii=False, default=str)
    if not json:
        renderer = structlog.dev.ConsoleRenderer(colors=False)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": shared,
        "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *ending, renderer],
    }
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"line": formatter},
            "handlers": {"stderr": {"()": StandardError, "formatter": "line"}},
            "root": {"handlers": ["stderr"], "level": level},
            "loggers": {"django": {"handlers": [], "propagate": True}, "django.server": {"handlers": []}},
        }
    )


def bind_request(request_id: str) -> None:
    """Put the request id on every line of this request."""
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=request_id)
