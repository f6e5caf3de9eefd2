import json
import logging

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from comptoir.kernel import logs


@pytest.fixture
def lines(capsys):
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    logs.configure(json=True)

    def read():
        return [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    yield read
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


def test_a_line_is_json_with_the_request_id(lines):
    logs.bind_request("abc123")
    structlog.get_logger("comptoir.test").info("cart opened", lines=3)
    (line,) = lines()
    assert (line["event"], line["lines"], line["level"], line["logger"]) == ("cart opened", 3, "info", "comptoir.test")
    assert line["request_id"] == "abc123"
    assert line["timestamp"].endswith("Z")


def test_lines_of_libraries_take_the_same_way(lines):
    logging.getLogger("somebody.else").warning("mail to %s failed", "zoe@example.fr")
    (line,) = lines()
    assert (line["event"], line["logger"]) == ("mail to … failed", "somebody.else")


def test_personal_data_and_secrets_are_masked_wherever_they_stand(lines):
    log = structlog.get_logger("comptoir.test")
    log.info(
        "asked by zoe@example.fr with ck_sec_0123456789abcdef",
        email="zoe@example.fr",
        cart_secret="s3cret",
        nested={"Authorization": "Bearer x", "note": "call +33 6 12 34 56 78"},
        several=["4970 1012 3456 7890", "ok"],
        job="0199a2b4-1111-7222-8333-444455556666",
    )
    (line,) = lines()
    assert line["event"] == "asked by … with ck_sec_…"
    assert (line["email"], line["cart_secret"]) == ("…", "…")
    assert line["nested"] == {"Authorization": "…", "note": "call …"}
    assert line["several"] == ["…", "ok"]
    assert line["job"] == "0199a2b4-1111-7222-8333-444455556666"


def test_a_traceback_is_masked_too(lines):
    try:
        raise ValueError("no such customer: zoe@example.fr")
    except ValueError:
        structlog.get_logger("comptoir.test").exception("failed")
    (line,) = lines()
    assert "ValueError: no such customer: …" in line["exception"]
    assert "zoe" not in str(line)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.tuples(inner)
    )
)
def test_masking_never_fails(value):
    logs.mask(value)
    logs.mask({"x": value})
