"""Whatever is said to people is said in every language, with nothing left to fill in."""

from __future__ import annotations

import re

import pytest

from comptoir.config.translations import catalogues, read_catalogue, read_sentences


@pytest.mark.parametrize("catalogue", catalogues(), ids=lambda path: "/".join(path.parts[-5:-2]))
def test_every_sentence_is_translated_and_none_is_doubtful(catalogue):
    known, said = read_catalogue(catalogue), read_sentences(catalogue.parents[3])
    missing = []
    for message in said:
        if not message.id:
            continue
        translated = known.get(message.id)
        forms = () if translated is None else translated.string
        forms = forms if isinstance(forms, tuple) else (forms,)
        if not forms or not all(forms) or translated.fuzzy:
            missing.append(message.id)
    assert missing == []


@pytest.mark.parametrize("catalogue", catalogues(), ids=lambda path: "/".join(path.parts[-5:-2]))
def test_a_translation_keeps_every_blank_to_fill_in(catalogue):
    wrong = []
    for message in read_catalogue(catalogue):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        wanted = set(re.findall(r"%\(\w+\)s", ids[-1]))
        if any(set(re.findall(r"%\(\w+\)s", form)) - wanted for form in strings) or (
            wanted - set(re.findall(r"%\(\w+\)s", strings[-1]))
        ):
            wrong.append(message.id)
    assert wrong == []
