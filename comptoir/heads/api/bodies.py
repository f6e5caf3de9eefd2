"""Reads JSON bodies into frozen types, strictly, and says where a value is wrong by a JSON pointer (RFC 6901)."""

from __future__ import annotations

import re
from typing import TypeVar

import msgspec
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.http.request import UnreadablePostError

from comptoir.heads.api.errors import BodyTooLarge, BodyUnreadable, MediaTypeRefused, ParametersRefused
from comptoir.heads.api.problems import Fault

MOST = 65_536
_WHERE = re.compile(r"(?P<what>.*) - at `\$(?P<path>[^`]*)`\Z", re.DOTALL)
_STEP = re.compile(r"\.([^.\[]+)|\[([^\]]*)\]")
_KINDS = {"application/json", ""}

T = TypeVar("T")


def read_body(request: HttpRequest, wanted: type[T]) -> T:
    """The body as a `wanted`. Refuses MediaTypeRefused, BodyTooLarge, BodyUnreadable, ParametersRefused."""
    kind = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind not in _KINDS:
        raise MediaTypeRefused(wanted="application/json")
    raw = _read(request)
    if b"\\u0000" in raw:
        raise ParametersRefused(errors=[Fault(pointer="", detail="A text must not hold the character U+0000.")])
    try:
        return msgspec.json.decode(raw, type=wanted)
    except msgspec.ValidationError as error:
        raise ParametersRefused(errors=[_fault(str(error))]) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BodyUnreadable() from error


def _read(request: HttpRequest) -> bytes:
    told = request.META.get("CONTENT_LENGTH") or "0"
    if told.isdecimal() and int(told) > MOST:
        raise BodyTooLarge(most=MOST)
    try:
        raw = request.body
    except RequestDataTooBig as error:
        raise BodyTooLarge(most=MOST) from error
    except UnreadablePostError as error:
        raise BodyUnreadable() from error
    if len(raw) > MOST:
        raise BodyTooLarge(most=MOST)
    return raw


def _fault(message: str) -> Fault:
    match = _WHERE.match(message)
    if match is None:
        return Fault(pointer="", detail=message)
    steps = [name or index for name, index in _STEP.findall(match["path"])]
    pointer = "".join("/" + step.replace("~", "~0").replace("/", "~1") for step in steps)
    return Fault(pointer=pointer, detail=match["what"])
