"""The doctor finds what is unsafe and says what to do."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from comptoir.heads.cli.doctor import command
from comptoir.kernel.safety import Settings, judge

SAFE = Settings(
    production=True,
    secret_key="q7Jx2mZp0Ls9Rt4Vb8Nc6Kd1Hf5Gw3Ty-uIoPaSdFgHjKlZxCvBnM",
    hosts=("www.example.fr",),
    origin="https://www.example.fr",
    debug=False,
    database="postgresql",
    web_processes=4,
    shared_cache=True,
)


def test_safe_settings_are_left_alone():
    assert judge(SAFE) == ()


@pytest.mark.parametrize(
    ("change", "setting"),
    [
        ({"secret_key": ""}, "COMPTOIR_SECRET_KEY"),
        ({"secret_key": "a" * 60}, "COMPTOIR_SECRET_KEY"),
        ({"hosts": ()}, "COMPTOIR_HOSTS"),
        ({"hosts": ("*",)}, "COMPTOIR_HOSTS"),
        ({"origin": "http://www.example.fr"}, "COMPTOIR_ORIGIN"),
        ({"debug": True}, "DEBUG"),
        ({"shared_cache": False}, "COMPTOIR_REDIS_URL"),
    ],
)
def test_production_refuses_each_unsafe_setting_by_its_name(change, setting):
    assert [(one.setting, one.unsafe) for one in judge(replace(SAFE, **change))] == [(setting, True)]


def test_outside_production_the_same_findings_are_advice():
    found = judge(replace(SAFE, production=False, hosts=()))
    assert [(one.setting, one.unsafe) for one in found] == [("COMPTOIR_HOSTS", False)]


@pytest.mark.django_db
def test_the_doctor_prints_the_remedies():
    told = CliRunner().invoke(command, [])
    assert "COMPTOIR_SECRET_KEY" in told.output
    assert "→ Set 50 random characters" in told.output
    assert "is up to date" in told.output


def test_the_bill_of_materials_names_django_with_its_version():
    bill = json.loads(CliRunner().invoke(command, ["--sbom"]).output)
    assert bill["specVersion"] == "1.6"
    assert [one["purl"] for one in bill["components"] if one["name"].lower() == "django"] == ["pkg:pypi/django@5.2.19"]


@pytest.mark.django_db
def test_the_doctor_looks_at_events_jobs_stock_and_law():
    told = CliRunner().invoke(command, []).output
    assert "Events are told in time (0 waiting)." in told
    assert "No background job has failed." in told
    assert "Search answers from 0 indexes (0 articles, 0 waiting)." in told
    assert "Every stock number is the sum of its movements." in told
