from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comptoir.shop.search.errors import PageTooFar
from comptoir.shop.search.rules.analysis import gtin_key, index_text, joined_forms, read
from comptoir.shop.search.rules.article import Article, describe, plain
from comptoir.shop.search.rules.bounds import bound, pages
from comptoir.shop.search.rules.folding import MAX_TYPED, clip, compact, fold
from comptoir.shop.search.rules.heads import name_run, naming_shares
from comptoir.shop.search.rules.question import WORDS_MOST, understand
from comptoir.shop.search.rules.spelling import build_lexicon
from comptoir.shop.search.rules.stems import stem
from comptoir.shop.search.rules.synonyms import SynonymRow, build_thesaurus
from comptoir.shop.search.types import Ask

NONE = build_thesaurus((), "xx")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "vélo vélos"),
        ("fr", "cheval chevaux"),
        ("fr", "bateau bateaux"),
        ("fr", "bijou bijoux"),
        ("fr", "jeu jeux"),
        ("fr", "vert verte verts vertes"),
        ("fr", "blanc blanche blancs blanches"),
        ("fr", "gris grise grises"),
        ("fr", "sportif sportive sportifs"),
        ("fr", "tapis"),
        ("fr", "noir noire noirs noires"),
        ("fr", "bleu bleue bleus"),
        ("fr", "travail travaux"),
        ("fr", "petit petite petits"),
        ("en", "mouse mice"),
        ("en", "battery batteries"),
        ("en", "box boxes"),
        ("en", "case cases"),
        ("en", "charge charging charged"),
        ("en", "knife knives"),
        ("en", "dress dresses"),
        ("es", "mesa mesas"),
        ("es", "color colores"),
        ("es", "luz luces"),
        ("es", "rojo roja rojos rojas"),
        ("es", "recargado recargada recargadas"),
    ],
)
def test_number_and_gender_make_one_word(language, words):
    assert len({stem(fold(word), language) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "port", "porte"),
        ("fr", "tapis", "tape"),
        ("fr", "cart", "carte"),
        ("fr", "souris", "sourire"),
        ("fr", "gant", "gang"),
        ("fr", "vis", "vie"),
        ("en", "glass", "glasses"),
        ("en", "news", "new"),
        ("es", "puerto", "puerta"),
        ("es", "caso", "casa"),
    ],
)
def test_words_of_another_meaning_stay_apart(language, one, other):
    assert stem(one, language) != stem(other, language)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("2 kg", "2kg"),
        ("2 kg", "2000 g"),
        ("24 pouces", '24"'),
        ("24 pouces", "24”"),
        ("24 pouces", "24 inches"),
        ("24 pouces", "24''"),
        ("500 ml", "0,5 l"),
        ("500 ml", "50 cl"),
        ("0.5 l", "0,5 L"),
        ('15.6"', "39.6 cm"),
    ],
)
def test_a_measure_is_the_same_however_it_is_written(left, right):
    (one,), (other,) = read(left, "fr"), read(right, "fr")
    assert one.measure
    assert one.token == other.token


def test_measures_that_differ_stay_apart():
    assert read("24 pouces", "fr")[0].token != read("27 pouces", "fr")[0].token


def test_an_indexed_measure_keeps_its_number():
    assert index_text("Écran 24 pouces", "fr").split()[:2] == ["ecran", "24"]


def test_a_code_is_no_measure():
    assert "cb315" in index_text("CB315-3H-C5JS", "en").split()
    assert not any(word.measure for word in read("CB315-3H-C5JS", "en"))


@pytest.mark.parametrize(
    "text", ["L'Œuf d'été", "l’oeuf d’ete", "L‘OEUF ÉTÉ", "œuf\u00a0été", "o\u0153uf e\u0301te\u0301"[1:]]
)
def test_ligatures_accents_apostrophes_and_case_make_no_difference(text):
    assert [word.token for word in read(text, "fr")] == ["oeuf", "ete"]


def test_a_soft_hyphen_parts_nothing_and_a_control_character_does():
    assert fold("vé\u00adlo") == "velo"
    assert fold("vé\x00lo") == "ve lo"


@pytest.mark.parametrize(("title", "typed"), [("PIXMA MG5750", "mg-5750"), ("PIXMA MG-5750", "mg5750")])
def test_a_model_number_is_found_split_or_joined(title, typed):
    words = read(title, "fr")
    indexed = {*index_text(title, "fr").split(), *joined_forms(words, "fr")}
    question = understand(typed, "fr", NONE)
    assert {"mg5750", "5750"} <= indexed
    assert {slot.token for slot in question.slots} <= indexed or {joined for *_, joined in question.pairs} <= indexed


def test_compounds_are_found_in_one_word_and_in_two():
    assert "smartwatch" in set(joined_forms(read("Smart watch", "en"), "en"))


@pytest.mark.parametrize(
    ("code", "key"),
    [("4549292050110", "4549292050110"), ("0012345678905", "12345678905"), ("012345678905", "12345678905"),
     ("45-49292 050110", "4549292050110"), ("ABC", ""), ("123", ""), ("²³", "")],
)  # fmt: skip
def test_barcodes_meet_with_or_without_their_leading_zero(code, key):
    assert gtin_key(code) == key


@pytest.mark.parametrize(
    ("language", "title", "brand", "head"),
    [
        ("en", "Laptop case", "", "case"),
        ("en", "Battery for laptops", "", "battery"),
        ("en", 'Targus CN31 notebook case 40.6 cm (16") Black', "Targus", "case"),
        ("en", "Case Logic VNA-216 notebook case 40.6 cm", "Case Logic", "case"),
        ("en", "HP 255 G7 Notebook Silver 39.6 cm", "HP", "notebook"),
        ("fr", "Housse pour ordinateur portable", "", "housse"),
        ("fr", "Lampe de bureau noire", "", "lampe"),
        ("es", "Funda para portátil", "", "funda"),
    ],
)
def test_the_head_of_a_title_is_what_the_article_is(language, title, brand, head):
    run = name_run(read(title, language), read(brand, language), language)
    assert run[-1] == stem(head, language)


def test_which_words_name_things_is_learned_from_the_shop():
    shares = naming_shares({"case": (55, 98), "laptop": (1, 98), "rare": (1, 1)})
    assert shares == {"case": 0.55, "laptop": 0.01, "rare": 1 / 3}


def test_light_words_are_kept_and_not_required():
    question = understand("la lampe de bureau", "fr", NONE)
    assert [slot.shown for slot in question.required] == ["lampe", "bureau"]
    assert [slot.shown for slot in question.slots] == ["la", "lampe", "de", "bureau"]


def test_without_binds_to_the_word_that_follows():
    (pasta, without) = understand("pâtes sans gluten", "fr", NONE).slots
    assert pasta.token == stem("pates", "fr")
    assert (without.alternatives[0].tokens, without.alternatives[0].bound) == (("sans", "gluten"), True)


def test_only_light_words_are_a_question_too():
    assert [slot.shown for slot in understand("de la", "fr", NONE).required] == ["de", "la"]


def test_synonyms_hold_both_ways_or_one_and_over_several_words():
    known = build_thesaurus(
        [SynonymRow("sabot", ("mule de jardin",)), SynonymRow("cadeau", ("bougie",), both_ways=False)], "xx"
    )
    assert known.at(("sabot",), 0) == (1, (("mule", "de", "jardin"),))
    assert known.at(("mule", "de", "jardin"), 0) == (3, (("sabot",),))
    assert known.at(("cadeau",), 0) == (1, (("bougie",),))
    assert known.at(("bougie",), 0) == (1, ())


def test_a_question_keeps_its_own_word_first_and_its_synonyms_lighter():
    known = build_thesaurus([SynonymRow("sabot", ("mule",))], "fr")
    (slot,) = understand("sabots", "fr", known).slots
    assert [(one.tokens, one.weight) for one in slot.alternatives] == [(("sabot",), 1.0), (("mule",), 0.6)]


def test_the_nearest_words_are_at_one_error_two_when_long():
    lexicon = build_lexicon({word: (word, count) for word, count in
                             (("velo", 9), ("vela", 2), ("imprimante", 3), ("lampe", 1))})  # fmt: skip

    def near(word):
        return [lexicon.words[place] for place in lexicon.nearest(word)]

    assert near("vlo") == ["velo"]
    assert near("velu") == ["velo", "vela"]
    assert near("evlo") == ["velo"]
    assert near("inprimente") == ["imprimante"]
    assert near("lumpo") == []


def test_words_continue_by_how_many_articles_say_them():
    lexicon = build_lexicon({"velo": ("velo", 5), "velours": ("velours", 7), "vase": ("vase", 9)})
    assert [lexicon.words[place] for place in lexicon.continue_word("vel", 5)] == ["velours", "velo"]


def test_an_article_is_described_field_by_field():
    told = describe(
        Article(
            name="Casque de vélo", brand="Giro", summary="Léger", description="<p>Pour <b>tous</b></p>",
            categories=("Cycles", "Casques"), kinds=("Casques",), facts=(("Type", "Urbain"), ("Couleur", "Rouges")),
            codes=("GI-100",), gtins=("0012345678905",),
        ),
        "fr",
    )  # fmt: skip
    assert told.fields["title"] == "casque de velo"
    assert told.fields["head"] == "casque"
    assert told.fields["kind"] == "casque urbain"
    assert told.fields["attrs"] == "urbain rouge"
    assert told.fields["body"] == "leger pour tous"
    assert told.exact == ("gi100", "12345678905")


def test_hostile_html_takes_no_time_to_read():
    assert len(plain("<" * 200_000)) <= 200_000
    assert plain("a<script>b</script>&nbsp;c").split() == ["a", "b", "c"]


def test_bounds_are_said():
    asked = bound(Ask("web", "fr", words="é" * 900, page=0, size=900, filters={"b": ("2", "1"), "a": ("x",), "e": ()}))
    assert (len(asked.words), asked.page, asked.size) == (MAX_TYPED, 1, 48)
    assert asked.filters == {"a": ("x",), "b": ("1", "2")}
    assert (pages(0, 24), pages(25, 24), pages(10**6, 24)) == (1, 2, 100)
    with pytest.raises(PageTooFar):
        bound(Ask("web", "fr", page=51, size=48))


@given(st.text(max_size=400), st.sampled_from(["fr", "en", "es", "de"]))
def test_any_text_can_be_read_and_asked(text, language):
    question = understand(text, language, NONE)
    assert len(question.slots) <= WORDS_MOST
    assert not set(" \t\n").intersection("".join(slot.token for slot in question.slots))
    assert all(slot.token for slot in question.slots)
    assert len(clip(text)) <= MAX_TYPED
    index_text(text, language)
    compact(text)
