"""The category tree: whole whatever is moved, its closure always that of its parents."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comptoir.kernel.models import JournalEntry
from comptoir.shop.catalogue import actions, queries
from comptoir.shop.catalogue.errors import CategoryCycle, CategoryNotFound, TreeTooDeep, WordRefused
from comptoir.shop.catalogue.models import Category, CategoryLink
from comptoir.shop.catalogue.rules import tree
from comptoir.shop.catalogue.types import CategoryDraft
from tests.builders import catalogue as build
from tests.builders.races import run_together

ACTOR = build.ACTOR


def assert_whole() -> None:
    """No cycle, and the closure is exactly what the parents say."""
    paths = tree.paths(dict(Category.objects.values_list("id", "parent_id")))
    wanted = {(above, node, len(path) - 1 - place) for node, path in paths.items() for place, above in enumerate(path)}
    assert set(CategoryLink.objects.values_list("ancestor_id", "descendant_id", "depth")) == wanted


def _codes() -> list[tuple[str, int]]:
    return [(one.code, len(one.path)) for one in queries.list_categories()]


@pytest.mark.django_db
def test_the_tree_is_listed_parents_first_in_their_order():
    build.a_category("shoes", position=2)
    build.a_category("bags", position=1)
    build.a_category("boots", parent="shoes", position=1)
    build.a_category("sandals", parent="shoes", position=0)
    assert _codes() == [("bags", 1), ("shoes", 1), ("sandals", 2), ("boots", 2)]
    boots = queries.find_category("boots")
    assert boots.path == (queries.find_category("shoes").id, boots.id)
    assert_whole()


@pytest.mark.django_db
def test_a_batch_may_name_children_before_their_parents():
    drafts = [
        CategoryDraft(code="c", label={"fr": "C"}, parent="b"),
        CategoryDraft(code="b", label={"fr": "B"}, parent="a"),
        CategoryDraft(code="a", label={"fr": "A"}),
    ]
    actions.define_categories(drafts, actor=ACTOR)
    assert _codes() == [("a", 1), ("b", 2), ("c", 3)]
    written = JournalEntry.objects.count()
    actions.define_categories(drafts, actor=ACTOR)
    assert JournalEntry.objects.count() == written
    assert_whole()


@pytest.mark.django_db
def test_moving_a_branch_moves_all_below_it():
    for code, parent in (("a", None), ("b", "a"), ("c", "b"), ("d", None)):
        build.a_category(code, parent=parent)
    actions.move_category("b", parent="d", position=3, actor=ACTOR)
    assert _codes() == [("a", 1), ("d", 1), ("b", 2), ("c", 3)]
    assert set(queries.list_descendants(queries.find_category("d").id)) == {
        queries.find_category(code).id for code in "dbc"
    }
    assert_whole()


@pytest.mark.django_db
def test_a_category_never_stands_below_itself():
    for code, parent in (("a", None), ("b", "a"), ("c", "b")):
        build.a_category(code, parent=parent)
    for parent in ("a", "c"):
        with pytest.raises(CategoryCycle):
            actions.move_category("a", parent=parent, position=0, actor=ACTOR)
    with pytest.raises(CategoryNotFound):
        actions.move_category("a", parent="nowhere", position=0, actor=ACTOR)
    assert_whole()


@pytest.mark.django_db
def test_a_tree_has_a_deepest_level():
    build.a_category("l1")
    for level in range(2, 16):
        build.a_category(f"l{level}", parent=f"l{level - 1}")
    with pytest.raises(TreeTooDeep):
        build.a_category("l16", parent="l15")
    assert_whole()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [{"code": ""}, {"label": {}}, {"label": {"fr": "x" * 251}}, {"label": {"french": "a"}}, {"slugs": {"fr": "A B"}}],
)
def test_a_wrong_category_is_refused(wrong):
    with pytest.raises(WordRefused):
        actions.define_categories([CategoryDraft(**({"code": "a", "label": {"fr": "a"}} | wrong))], actor=ACTOR)


@pytest.mark.django_db
def test_a_lost_closure_is_rebuilt_from_the_parents():
    build.a_category("a")
    build.a_category("b", parent="a")
    CategoryLink.objects.all().delete()
    assert actions.rebuild_tree(actor=ACTOR) == 3
    assert_whole()


@pytest.mark.django_db
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.integers(0, 5), st.integers(-1, 5)), max_size=12))
def test_no_series_of_moves_breaks_the_tree(moves):
    for code in range(6):
        build.a_category(f"n{code}", parent=None)
    for node, parent in moves:
        try:
            actions.move_category(f"n{node}", parent=f"n{parent}" if parent >= 0 else None, position=0, actor=ACTOR)
        except CategoryCycle:
            continue
    assert_whole()


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_moves_at_the_same_time_never_make_a_cycle():
    codes = [f"n{place}" for place in range(8)]
    for code in codes:
        build.a_category(code)

    def move(person: int) -> None:
        choices = random.Random(person)
        for _ in range(6):
            node, parent = choices.sample(codes, 2)
            try:
                actions.move_category(node, parent=parent, position=0, actor=ACTOR)
            except CategoryCycle:
                continue

    assert run_together(8, move) == [None] * 8
    assert_whole()


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_the_same_new_category_defined_by_many_is_one():
    ids = run_together(6, lambda _: build.a_category("new"))
    assert set(ids) == {queries.find_category("new").id}
    assert_whole()
