import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from comptoir.kernel import law
from comptoir.kernel.law import parameters

TODAY = date(2026, 11, 22)
RULES = Path(__file__).resolve().parents[3] / "../shared/reference/law-fr-eu.md"


@pytest.mark.parametrize(
    ("key", "day", "value"),
    [
        ("omnibus.prior_days", date(2022, 5, 28), 30),
        ("promo_cap.other_pgc", date(2025, 4, 15), Decimal("0.34")),
        ("promo_cap.other_pgc", date(2025, 4, 16), Decimal("0.40")),
        ("promo_cap.food", date(2028, 4, 15), Decimal("0.34")),
        ("withdrawal.days", TODAY, 14),
        ("withdrawal.function_required", date(2026, 6, 19), True),
        ("guarantee.repair_months", TODAY, 6),
        ("oss.threshold_eur", TODAY, 10000),
    ],
)
def test_a_value_is_the_one_in_force_that_day(key, day, value):
    assert law.value(key, day) == value
    assert type(law.value(key, day)) is type(value)


def test_before_its_first_day_and_after_its_last_a_rule_is_not_in_force():
    assert not law.in_force("omnibus.prior_days", date(2022, 5, 27))
    assert not law.in_force("promo_cap.food", date(2028, 4, 16))
    with pytest.raises(law.NotInForce):
        law.value("omnibus.prior_days", date(2022, 5, 27))


def test_a_moment_counts_in_paris():
    last_night = datetime(2026, 6, 18, 21, 59, tzinfo=UTC)
    assert not law.in_force("withdrawal.function_required", last_night)
    assert law.in_force("withdrawal.function_required", last_night + timedelta(minutes=1))


def test_an_unknown_parameter_is_a_bug():
    with pytest.raises(KeyError, match="zorglub"):
        law.value("zorglub", TODAY)


def test_rules_to_verify_are_listed_with_the_reason():
    reasons = {(one.parameter.key, one.why) for one in law.list_concerns(TODAY)}
    assert ("guarantee.repair_months", "doubtful") in reasons
    assert not any(key == "withdrawal.days" for key, _ in reasons)


def test_the_end_of_a_rule_warns_before_and_after():
    def why(day):
        return {one.parameter.key: one.why for one in law.list_concerns(day)}.get("promo_cap.food")

    assert why(date(2027, 11, 22)) is None
    assert why(date(2027, 12, 17)) == "ends"
    assert why(date(2028, 4, 16)) == "ended"


def test_a_value_with_a_successor_does_not_warn():
    assert "ended" not in {
        one.why for one in law.list_concerns(TODAY) if one.parameter.in_force_from == date(2024, 3, 1)
    }


def test_what_was_not_checked_for_a_year_is_stale():
    year_later = {one.parameter.key: one.why for one in law.list_concerns(TODAY + timedelta(days=366))}
    assert year_later["withdrawal.days"] == "stale"


def test_every_row_says_where_it_comes_from():
    for row in law.list_parameters():
        assert re.fullmatch(r"[a-z0-9_]+\.[a-z0-9_]+", row.key), row
        assert re.fullmatch(r"[A-Z0-9]{3}-\d+", row.rule), row
        assert len(row.source) > 8, row
        assert row.last_check <= TODAY, row
        assert not isinstance(row.value, float), row


def test_two_values_on_one_day_are_refused(monkeypatch, tmp_path):
    row = (
        "[[parameter]]\nkey='a.b'\nrule='SOL-1'\nvalue=1\nin_force_from={}\nsource='somewhere'\nlast_check=2026-01-01\n"
    )
    (tmp_path / "x.toml").write_text(row.format("2026-01-01") + row.format("2027-01-01"))
    monkeypatch.setattr(parameters, "__file__", str(tmp_path / "parameters.py"))
    with pytest.raises(ValueError, match=r"a\.b has two values on 2027-01-01"):
        parameters.read_law.__wrapped__()


@pytest.mark.data
@pytest.mark.skipif(not RULES.exists(), reason="the reference of ../shared is not here")
def test_every_row_quotes_a_rule_that_exists():
    known = set(re.findall(r"\*\*([A-Z0-9]{3}-\d+)\*\*", RULES.read_text(encoding="utf-8")))
    assert {row.rule for row in law.list_parameters()} <= known
