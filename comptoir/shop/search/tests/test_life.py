"""The life of an index: it follows the shelf, is swapped whole, and mends itself while the shop goes on."""

from __future__ import annotations

import json
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
import time_machine
from structlog.testing import capture_logs
from tantivy import Query

from comptoir.kernel import clock, outbox
from comptoir.kernel.models import Job, JobStatus
from comptoir.shop.catalogue import actions as catalogue
from comptoir.shop.search import actions, jobs, queries
from comptoir.shop.search.engines import repair
from comptoir.shop.search.engines import tantivy as engine
from comptoir.shop.search.engines.index import reading, schema
from comptoir.shop.search.engines.index.errors import IndexUnavailable
from comptoir.shop.search.engines.index.folders import Pointer, home, point, read_pointer, writing
from comptoir.shop.search.errors import IndexBeingBuilt
from comptoir.shop.search.models import WaitingArticle
from comptoir.shop.search.tests import shop
from comptoir.shop.search.types import Ask

FRESH = next(draft for draft, *_ in shop.ARTICLES if draft.code == "CASQUE")


def folder(language="fr"):
    place = home("web", language)
    return place / read_pointer(place).folder


def segments():
    return [path for path in folder().iterdir() if path.suffix in {".idx", ".term", ".store", ".fast", ".pos"}]


def follow():
    """Let the events be told and the waiting articles be written, now rather than in half a second."""
    shop.settle()
    actions.apply_changes("web")


def test_a_new_article_is_found_and_a_withdrawn_one_is_not(indexed, find, at_once):
    product = shop.add(
        replace(FRESH, code="TROTT", name={"fr": "Trottinette"}, variants=(shop.VariantDraft(sku="TR"),)), 9_900, 1
    )
    follow()
    assert find("trottinettes") == ["TROTT"]
    catalogue.withdraw_products([product], "web", actor="system:test")
    follow()
    assert find("trottinettes") == []
    assert WaitingArticle.objects.count() == 0


def test_a_changed_name_and_price_are_found_by_the_new_ones_only(indexed, find, at_once):
    tureen = next(draft for draft, *_ in shop.ARTICLES if draft.code == "SOUPE")
    shop.add(replace(tureen, name={"fr": "Bol à punch"}), 1_234, 0)
    follow()
    assert find("bol punch")[0] == "SOUPE"
    assert find("autruche") == []
    assert find(price_min=1_234, price_max=1_234) == ["SOUPE"]


def test_changes_are_written_together_by_one_job(indexed):
    actions.apply_changes("web")
    shop.add(replace(FRESH, name={"fr": "Casque intégral"}), 4_600, 0)
    shop.add(replace(FRESH, name={"fr": "Casque jet"}), 4_700, 0)
    outbox.relay_all()
    assert WaitingArticle.objects.count() == 1
    assert Job.objects.filter(task__endswith="update_index", status=JobStatus.READY).count() == 1


def test_reindexing_again_changes_nothing_and_leaves_one_version(indexed, find, at_once):
    before, held = find("vélo"), folder()
    assert actions.reindex() == 3 * 13
    assert find("vélo") == before
    assert folder() != held
    assert [path.name for path in home("web", "fr").iterdir() if path.is_dir()] == [folder().name]


def test_progress_is_told(indexed):
    told = []

    def note(done, total=None, message=""):
        told.append((done, total))

    actions.reindex(progress=note)
    assert told[-1] == (39, 39)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_what_changes_while_a_version_is_built_is_in_it(indexed, find, at_once, monkeypatch):
    written = actions.rebuilding._write_all

    def meanwhile(pen, channel, language, progress):
        done = written(pen, channel, language, progress)
        if language == "fr":
            shop.add(replace(FRESH, name={"fr": "Heaume"}), 4_500, 0)
            follow()
        return done

    monkeypatch.setattr(actions.rebuilding, "_write_all", meanwhile)
    actions.reindex()
    assert find("heaume") == ["CASQUE"]


def test_a_rebuilding_that_dies_leaves_the_index_in_use(indexed, find, at_once, monkeypatch):
    held = folder()

    def die(*said):
        raise KeyboardInterrupt

    monkeypatch.setattr(actions.rebuilding, "put_articles", die)
    with pytest.raises(KeyboardInterrupt):
        actions.reindex()
    assert (folder(), find("casque")[0]) == (held, "CASQUE")
    monkeypatch.undo()
    actions.reindex()
    assert find("casque")[0] == "CASQUE"


def test_two_rebuildings_at_once_are_refused(indexed):
    with writing(home("web", "fr"), name="rebuild"), pytest.raises(IndexBeingBuilt) as refused:
        actions.rebuild_index("web", "fr")
    assert refused.value.facts == {"channel": "web", "language": "fr"}


def delete_everything():
    shutil.rmtree(home("web", "fr"))


def delete_the_postings():
    for path in segments():
        if path.suffix == ".idx":
            path.unlink()


def cut_every_file():
    for path in segments():
        with path.open("r+b") as stream:
            stream.truncate(path.stat().st_size // 2)


def empty_every_file():
    for path in segments():
        path.write_bytes(b"")


def write_garbage():
    for path in segments():
        path.write_bytes(b"\xde\xad\xbe\xef" * (path.stat().st_size // 4 + 1))


def flip_one_byte():
    path = max(segments(), key=lambda one: one.stat().st_size)
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 0xFF
    path.write_bytes(bytes(content))


def spoil_the_list():
    (folder() / "meta.json").write_text("{")
    segments()[0].touch()


def spoil_the_pointer():
    (home("web", "fr") / "current.json").write_text("not json")


def delete_the_labels():
    (folder() / "labels.json").unlink()
    reading.forget_views()


def go_back_to_older_fields():
    """As left by a version whose articles had no fast price field: whole, but not to be asked our questions."""
    place, held = home("web", "fr"), folder()
    meta = json.loads((held / "meta.json").read_bytes())
    meta["schema"] = [field for field in meta["schema"] if field["name"] != "price"]
    (held / "meta.json").write_text(json.dumps(meta))
    point(place, Pointer(held.name, read_pointer(place).generation + 1, schema.fingerprint()))


def go_back_to_an_older_version():
    pointer = read_pointer(home("web", "fr"))
    point(home("web", "fr"), Pointer(pointer.folder, pointer.generation, "older"))


def go_back_to_before_fingerprints():
    pointer = read_pointer(home("web", "fr"))
    told = {"folder": pointer.folder, "generation": pointer.generation, "version": 1}
    (home("web", "fr") / "current.json").write_text(json.dumps(told))


DAMAGES = (
    go_back_to_older_fields,
    go_back_to_an_older_version,
    go_back_to_before_fingerprints,
    delete_everything,
    delete_the_postings,
    cut_every_file,
    empty_every_file,
    write_garbage,
    flip_one_byte,
    spoil_the_list,
    spoil_the_pointer,
    delete_the_labels,
)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("opened", [True, False], ids=["while open", "before opening"])
def test_a_damaged_index_answers_all_the_same_and_mends_itself(indexed, find, browse, at_once, *, damage, opened):
    if opened:
        assert find("casque")[0] == "CASQUE"
    damage()
    if not opened:
        reading.forget_views()
    assert find("casque")[0] == "CASQUE"
    assert browse(category="cycles").total == 3
    with pytest.raises(IndexUnavailable):
        reading.find_view("web", "fr")
    shop.settle()
    assert reading.find_view("web", "fr").searcher.num_docs == 13
    assert find("csque")[0] == "CASQUE"


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_rebuilt_before_anybody_searches(indexed, damage):
    assert jobs.check_indexes.call() == 0
    damage()
    assert queries.list_unsound() == (("web", "fr"),)
    jobs.check_indexes.enqueue()
    shop.settle()
    assert queries.list_unsound() == ()
    assert reading.find_view("web", "fr").searcher.num_docs == 13


def test_an_index_that_fails_only_when_asked_is_rebuilt_too(indexed, find, at_once, monkeypatch):
    held = folder()

    def trip(*_):
        raise ValueError("no such field")

    with monkeypatch.context() as broken:
        broken.setattr(engine, "filter_queries", trip)
        assert find("casque")[0] == "CASQUE"
        shop.settle()
    assert folder() != held
    assert find("csque")[0] == "CASQUE"


def test_a_shop_without_jobs_says_so_once_a_minute_and_not_at_each_search(store, find, monkeypatch):
    monkeypatch.setattr(repair, "_asked", {})
    monkeypatch.setattr(repair, "_said", {})
    with capture_logs() as logs, time_machine.travel(clock.now(), tick=False):
        for _ in range(5):
            assert find("casque vélo")[0] == "CASQUE"
    told = [line for line in logs if line["event"] == "search_index_down"]
    assert [line["language"] for line in told] == ["fr"]
    assert "comptoir worker" in told[0]["remedy"]
    monkeypatch.setattr(repair, "SAY_EVERY_S", 0.0)
    monkeypatch.setattr(repair, "ASK_EVERY_S", 0.0)
    with capture_logs() as logs:
        find("casque vélo")
    assert [line["event"] for line in logs] == ["search_index_down"]


def test_the_state_of_each_index_is_told(indexed, at_once):
    actions.apply_changes("web")
    states = {one.language: one for one in queries.list_index_states()}
    assert set(states) == {"fr", "en", "es"}
    fr = states["fr"]
    assert (fr.channel, fr.engine, fr.articles, fr.waiting, fr.why) == ("web", "index", 13, 0, "")
    assert (fr.generation, 0 <= fr.age_s < 600) == (read_pointer(home("web", "fr")).generation, True)
    shop.add(replace(FRESH, name={"fr": "Heaume"}), 4_500, 0)
    outbox.relay_all()
    delete_everything()
    states = {one.language: one for one in queries.list_index_states()}
    assert (states["fr"].engine, states["fr"].waiting, states["fr"].why) == ("plain", 1, "no index at web.fr")
    assert (states["en"].engine, states["en"].waiting) == ("index", 1)


def test_a_change_heard_by_a_damaged_index_has_it_rebuilt(indexed, find, at_once):
    write_garbage()
    shop.add(replace(FRESH, name={"fr": "Heaume"}), 4_500, 0)
    outbox.relay_all()
    assert actions.apply_changes("web") == ("fr",)
    actions.rebuild_index("web", "fr", unless_sound=True)
    assert find("heaume") == ["CASQUE"]


def test_a_shop_without_an_index_answers_and_has_one_built(store, find, at_once):
    assert find("casque vélo")[0] == "CASQUE"
    shop.settle()
    assert reading.find_view("web", "fr").searcher.num_docs == 13


def test_searching_while_changes_and_rebuildings_happen_never_fails(indexed, at_once):
    stop, wrong = threading.Event(), []

    def search():
        while not stop.is_set():
            view = reading.find_view("web", "fr")
            cycles = Query.term_query(view.schema, "by_category", "cycles", index_option="basic")
            if len(view.searcher.search(cycles, 5).hits) != 3:
                wrong.append(view.pointer)

    with ThreadPoolExecutor(2) as pool:
        searches = [pool.submit(search) for _ in range(2)]
        for price in range(4_500, 4_504):
            shop.add(replace(FRESH, name={"fr": f"Casque {price}"}), price, 0)
            follow()
            actions.rebuild_index("web", "fr")
        stop.set()
    assert [one.result() for one in searches] == [None, None]
    assert wrong == []


def test_a_sound_index_is_not_rebuilt_for_a_repair_asked_for_twice(indexed):
    held = folder()
    assert actions.rebuild_index("web", "fr", unless_sound=True) == 0
    assert folder() == held


def test_codes_with_strange_letters_have_folders_of_their_own(settings):
    names = {home(code, "fr").name for code in ("a/b", "a.b", "..", "a_b", "é")}
    assert len(names) == 5
    assert all(home(code, "fr").parent == settings.SEARCH_ROOT for code in ("a/b", ".."))


def test_answers_are_remembered_until_the_index_changes(indexed, at_once):
    def ask():
        return queries.browse(Ask("web", "fr", category="cycles"), at=clock.now()).total

    assert ask() == 3
    shop.add(replace(FRESH, code="TROTT", variants=(shop.VariantDraft(sku="TR"),)), 9_900, 1)
    follow()
    assert ask() == 4


def test_the_generation_turns_when_the_index_does_and_only_then(indexed, at_once):
    before = queries.generation("web", "fr")
    assert queries.generation("web", "fr") == before != 0
    shop.add(replace(FRESH, name={"fr": "Heaume"}), 4_500, 0)
    follow()
    after = queries.generation("web", "fr")
    assert after != before
    actions.rebuild_index("web", "fr")
    assert queries.generation("web", "fr") not in {before, after}
    delete_everything()
    assert queries.generation("web", "fr") == 0
