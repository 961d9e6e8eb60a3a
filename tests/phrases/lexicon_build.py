"""Make ``lexicon.tsv`` out of LemmInflect's word forms: ``pip install ".[lexicon]"``, then run this file.

The program ships the file and needs neither LemmInflect nor NumPy.
Source: LemmInflect 0.2.3 (MIT licence, Brad Jascob), whose forms come from the SPECIALIST Lexicon of the United States
National Library of Medicine, free to use.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

from poa_app.phrases.lexicon import LEXICON

HEADER = """\
# Word forms, made by tests/phrases/lexicon_build.py from LemmInflect 0.2.3
# (MIT licence, Brad Jascob; after the SPECIALIST Lexicon).
# verb: base, past, participle, gerund, third person; noun: singular, plural; adj and adv: the word.
"""
TRADE_VERBS = {
    "bag": "polybag poly-bag", "board": "onboard", "box": "unbox",
    "check": "double-check cross-check spot-check recheck",
    "code": "barcode", "count": "recount", "grade": "downgrade", "inspect": "reinspect", "label": "relabel",
    "list": "delist relist unlist whitelist blacklist", "mail": "email e-mail", "measure": "remeasure",
    "pack": "repack unpack", "package": "repackage", "print": "reprint", "qualify": "requalify", "read": "proofread",
    "sell": "oversell resell", "send": "resend re-send", "ship": "dropship reship re-ship", "sign": "countersign",
    "stamp": "timestamp", "stock": "restock", "test": "retest", "time": "re-time", "train": "retrain",
    "weigh": "reweigh", "wrap": "shrink-wrap", "write": "rewrite", "calculate": "recalculate", "activate": "reactivate",
}  # fmt: skip
"""Verbs of the trade that the lexicon may lack, by the verb they go like."""


TRADE_NOUNS = """
template dropdown handover repricer barcode inbox storefront reseller waybill username plugin bot lab website freelancer
app checkout dropshipper wholesaler variation screenshot workflow tracker
"""
"""Nouns of the trade that the lexicon may lack; each has an -s in the plural."""


def main() -> None:
    """Write the file anew."""
    words = list(_words())
    nouns = {base for kind, base, *_ in words if kind == "noun"}
    words += [("noun", noun, _plural(noun)) for noun in TRADE_NOUNS.split() if noun not in nouns]
    known = {(kind, base): forms for kind, base, *forms in reversed(words)}
    for model, built in TRADE_VERBS.items():
        for verb in built.split():
            prefix = verb.removesuffix(model)
            if ("verb", verb) not in known:
                words.append(("verb", verb, *(prefix + form for form in known["verb", model])))
    lines = ("\t".join(word) for word in sorted(words, key=lambda word: word[:2]))
    LEXICON.write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")


def _plural(noun: str) -> str:
    return f"{noun}es" if noun.endswith("x") else f"{noun}s"


def _words() -> Iterator[tuple[str, ...]]:
    import lemminflect  # noqa: PLC0415 - needed to build only

    table = Path(lemminflect.__file__).parent / "resources" / "infl_lu.csv.gz"
    with gzip.open(table, "rt", encoding="utf-8") as file:
        for base, kind, *forms in csv.reader(file):
            if base.islower() and base.replace("-", "").isalpha() and base.isascii():
                for one in _alternatives(kind, [form.split("/") for form in forms]):
                    yield kind, base, *one


def _alternatives(kind: str, forms: list[list[str]]) -> Iterator[tuple[str, ...]]:
    """List a word's forms, the usual spelling first: canceled, then cancelled."""
    match kind:
        case "verb":
            past, participle, gerund, third = forms
            participle = participle if participle[0] else past
            for one in range(max(map(len, (past, participle, gerund, third)))):
                yield tuple(form[min(one, len(form) - 1)] for form in (past, participle, gerund, third))
        case "noun":
            yield from ((form,) for form in forms[0])
        case _:
            yield ()


if __name__ == "__main__":
    main()
