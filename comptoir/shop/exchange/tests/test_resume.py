"""kill -9 at any moment: the same command goes on and ends with the same catalogue."""

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
HEADER = "ID,Type,SKU,Name,Published,Stock,Regular price,Categories,Parent,Attribute 1 name,Attribute 1 value(s)\n"


def catalogue(path, count):
    rows = (
        f"{n},simple,S{n},Quincaille {n},1,{n % 9},{5 + n % 90}.{n % 10}0,Rayon {n % 7},,Teinte,T{n % 9}\n"
        for n in range(count)
    )
    path.write_text(HEADER + "".join(rows), encoding="utf-8")


def shop(home):
    environment = {**os.environ, "COMPTOIR_HOME": str(home), "COMPTOIR_DATABASE_URL": "", "PYTHONPATH": str(ROOT)}
    environment["DJANGO_SETTINGS_MODULE"] = "comptoir.config.settings"
    return environment


def run(environment, *words):
    subprocess.run(
        [sys.executable, *words], env=environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, timeout=120
    )


def cursor(home):
    """How far the import says it is; -1 before it has said anything."""
    try:
        with contextlib.closing(sqlite3.connect(f"file:{home}/comptoir.sqlite3?mode=ro", uri=True)) as connection:
            found = connection.execute("SELECT max(cursor) FROM exchange_importrun").fetchone()[0]
    except sqlite3.OperationalError:
        return -1
    return -1 if found is None else found


def kill_past(threshold, process, home, wait):
    """Kill the process some moment after its cursor passes a threshold; whether it was still there."""
    while cursor(home) < threshold:
        if process.poll() is not None:
            return False
        time.sleep(0.005)
    time.sleep(wait)
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def test_an_import_killed_again_and_again_ends_with_the_same_catalogue(tmp_path):
    book, home = tmp_path / "woo.csv", tmp_path / "killed"
    catalogue(book, 1500)
    command = ("-m", "comptoir", "import", str(book))
    (tmp_path / "quiet").mkdir()
    quiet, killed = shop(tmp_path / "quiet"), shop(home)
    run(quiet, "-m", "django", "migrate", "-v0")
    shutil.copytree(tmp_path / "quiet", home)
    run(quiet, *command)
    chance = random.Random()
    kills = 0
    for threshold in (0, chance.randrange(1, 500), chance.randrange(500, 1000)):
        process = subprocess.Popen([sys.executable, *command], env=killed, cwd=ROOT, stdout=subprocess.DEVNULL)
        kills += kill_past(threshold, process, home, chance.uniform(0, 0.2))
    run(killed, *command)
    assert kills >= 2
    exports = []
    for environment, name in ((quiet, "quiet.zip"), (killed, "killed.zip")):
        run(environment, "-m", "comptoir", "export", str(tmp_path / name))
        exports.append((tmp_path / name).read_bytes())
    assert exports[0] == exports[1]
