"""kill -9 at any moment: the same command goes on and ends with the same catalogue."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
HEADER = "ID,Type,SKU,Name,Published,Stock,Regular price,Categories,Parent,Attribute 1 name,Attribute 1 value(s)\n"


def catalogue(path, count):
    rows = (
        f"{n},simple,S{n},Article de quincaillerie {n},1,{n % 9},{5 + n % 90}.{n % 10}0,Rayon {n % 7},,Teinte,T{n % 12}\n"
        for n in range(count)
    )
    path.write_text(HEADER + "".join(rows), encoding="utf-8")


def shop(home):
    home.mkdir()
    environment = {**os.environ, "COMPTOIR_HOME": str(home), "COMPTOIR_DATABASE_URL": "", "PYTHONPATH": str(ROOT)}
    environment["DJANGO_SETTINGS_MODULE"] = "comptoir.config.settings"
    run(environment, "-m", "django", "migrate", "-v0")
    return environment


def run(environment, *words):
    subprocess.run(
        [sys.executable, *words], env=environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, timeout=120
    )


def test_an_import_killed_again_and_again_ends_with_the_same_catalogue(tmp_path):
    book = tmp_path / "woo.csv"
    catalogue(book, 3000)
    command = ("-m", "comptoir", "import", str(book))
    quiet, killed = shop(tmp_path / "quiet"), shop(tmp_path / "killed")
    began = time.monotonic()
    run(quiet, *command)
    whole = time.monotonic() - began
    chance, kills = random.Random(20261122), 0
    for _ in range(5):
        process = subprocess.Popen([sys.executable, *command], env=killed, cwd=ROOT, stdout=subprocess.DEVNULL)
        try:
            process.wait(timeout=whole * chance.uniform(0.35, 0.8))
            break
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            kills += 1
    run(killed, *command)
    assert kills >= 1
    exports = []
    for environment, name in ((quiet, "quiet.zip"), (killed, "killed.zip")):
        run(environment, "-m", "comptoir", "export", str(tmp_path / name))
        exports.append((tmp_path / name).read_bytes())
    assert exports[0] == exports[1]
