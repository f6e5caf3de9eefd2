"""Light stems: number and gender, and no more, so that two words of different meaning stay two."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from comptoir.shop.search.rules.lexis import lexis

_FRENCH = {
    "eaux": "eau", "aux": "al", "eux": "eu", "oux": "ou", "trice": "teur", "euse": "eu", "elle": "el", "enne": "en",
    "onne": "on", "ette": "et", "ive": "if", "ere": "er", "ante": "ant", "ente": "ent", "ale": "al", "ine": "in",
    "oire": "oir", "ite": "it", "ate": "at", "aude": "aud", "onde": "ond", "ande": "and", "erte": "ert", "ee": "e",
    "ue": "u",
}  # fmt: skip
_FRENCH_ENDINGS = tuple(sorted(_FRENCH, key=len, reverse=True))
_SHORTEST_ROOT = {"eaux": 0, "aux": 1, "eux": 1, "oux": 1, "erte": 1, "oire": 1}
_SPANISH_FEMININE = ("ad", "id", "os", "ic", "iv", "in", "er", "an")


def _french(word: str) -> str:
    singular = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    if singular in lexis("fr").invariable:
        return singular
    for ending in _FRENCH_ENDINGS:
        root = singular.removesuffix(ending)
        if (
            root != singular
            and len(root) >= _SHORTEST_ROOT.get(ending, 2)
            and not (ending == "ue" and root[-1] in "qg")
        ):
            return root + _FRENCH[ending]
    return singular


def _english(word: str) -> str:
    word = _without_tense(_english_singular(word))
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def _english_singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_tense(word: str) -> str:
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) > 3 and any(vowel in root for vowel in "aeiouy"):
            return root[:-1] if root[-1] == root[-2] and root[-1] not in "lsz" else root
    return word


def _spanish(word: str) -> str:
    singular = _spanish_singular(word) if word.endswith("s") else word
    if len(singular) > 4 and singular.endswith("a") and singular[:-1].endswith(_SPANISH_FEMININE):
        return singular[:-1] + "o"
    return singular


def _spanish_singular(word: str) -> str:
    if word.endswith("ces") and len(word) > 4:
        return word[:-3] + "z"
    if word.endswith("es") and len(word) > 4 and word[-3] in "lnrdjsy":
        return word[:-2]
    return word[:-1] if word[-2] in "aeiou" else word


def _same(word: str) -> str:
    return word


_STEMMERS: Mapping[str, Callable[[str], str]] = {"fr": _french, "en": _english, "es": _spanish}


@lru_cache(maxsize=65_536)
def stem(word: str, language: str) -> str:
    """The light stem of one folded word: "velos" -> "velo", "chevaux" -> "cheval", "mice" -> "mous".

    A word with a digit is a code and stays as it is; a language we have no stems for keeps its words.
    """
    if not word.isalpha():
        return word
    known = lexis(language)
    word = known.irregular.get(word, word)
    if len(word) <= 3 or word in known.invariable:
        return word if language != "en" else _english_end(word)
    return _STEMMERS.get(language, _same)(word)


def _english_end(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("e") else word
