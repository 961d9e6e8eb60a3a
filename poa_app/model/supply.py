"""Which units the invoices of a product show, step by step up its supply chain.

A step is counted from the seller: step 1 is what the seller bought from its direct supplier, step 2 what that supplier
bought from its own, and so on. Units of two steps are the same goods bought twice, so they are never added.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from poa_app.model.case import Case
from poa_app.model.companies import bears, is_same
from poa_app.model.facts import Client, Exhibit, Product, Supplier
from poa_app.model.text import is_blank

_WORDS = ("invoice", "inv", "number", "no", "nr", "发票号码", "发票号", "发票", "编号", "号码")
_NUMBER_WORDS = re.compile(rf"^(?:{'|'.join(_WORDS)})+(?=.*\d)")


@dataclass(frozen=True)
class Step:
    """What the invoices of one step of a product's supply chain show.

    Attributes:
        number: 1 is the seller's own purchase.
        issuer: who sold at this step, where the case names it.
        buyer: who bought at this step; none is the seller.
        covered: units on the invoices that count.
        needed: units they must cover: those sold at step 1, above it those the step below bought.
        papers: the invoices that count, by row id.
        old_units: units on invoices that are too old to count.
        old_papers: those invoices, by row id.
    """

    number: int
    issuer: Supplier | None
    buyer: Supplier | None
    covered: int
    needed: int | None
    papers: tuple[str, ...]
    old_units: int
    old_papers: tuple[str, ...]

    @property
    def short(self) -> int:
        """Units that are needed and not covered."""
        return max((self.needed or 0) - self.covered, 0)


def chain(case: Case, product: Product) -> tuple[Supplier, ...]:
    """Follow a product from its direct supplier up to its maker; a ring ends where it closes."""
    suppliers = {supplier.id: supplier for supplier in case.suppliers}
    links: list[Supplier] = []
    at = product.supplier
    while at in suppliers and suppliers[at] not in links:
        links.append(suppliers[at])
        at = suppliers[at].buys_from
    return tuple(links)


def steps(
    case: Case, product: Product, papers: Collection[Exhibit], limit: int | None, twice: Collection[str] = ()
) -> tuple[Step, ...]:
    """Count the units of one product on its invoices, by step; steps above the first only where there are invoices.

    Args:
        case: the case.
        product: one of its products.
        papers: its exhibits that are invoices.
        limit: how many days before the notice an invoice may be issued; none is any number.
        twice: row ids of papers that repeat another and are not counted again.
    """
    links = chain(case, product)
    by_step: dict[int, list[Exhibit]] = {1: []}
    for paper in papers:
        concerns = paper.id not in twice and any(line.product == product.id for line in paper.covers)
        if at := step_of(case, product, paper) if concerns else None:
            by_step.setdefault(at, []).append(paper)
    found: list[Step] = []
    needed = product.sold if isinstance(product.sold, int) else None
    for at in sorted(by_step):
        old = [paper for paper in by_step[at] if is_older(case, paper, limit)]
        counted = [paper for paper in by_step[at] if paper not in old]
        covered = sum(units(paper, product) for paper in counted)
        found.append(
            Step(
                at, _link(links, at - 1), _link(links, at - 2), covered, needed, _ids(counted),
                sum(units(paper, product) for paper in old), _ids(old),
            )
        )  # fmt: skip
        needed = covered
    return tuple(found)


def step_of(case: Case, product: Product, paper: Exhibit) -> int | None:
    """Return the step of the chain a paper belongs to; none for one made out past its buyer to another company.

    The issuer decides. Where it is blank, unknown or outside the product's chain, the addressee does.
    """
    links = chain(case, product)
    issuer = next((place for place, link in enumerate(links) if bears(link, paper.issuer)), None)
    to = None if is_blank(paper.addressee) else party(case, paper.addressee)
    if issuer is not None:
        buyer = links[issuer - 1] if issuer else case.client
        return issuer + 1 if to is None or to == buyer else None
    if isinstance(to, Supplier):
        return links.index(to) + 2 if to in links else None
    if to is None and not links:
        return _depth(case, paper)
    return 1


def _depth(case: Case, paper: Exhibit) -> int:
    """Return the step of a paper by who buys from its issuer, while the product does not say whom it comes from."""
    at = next((supplier for supplier in case.suppliers if bears(supplier, paper.issuer)), None)
    depth, seen = 1, set[str]()
    while at and at.id not in seen:
        seen.add(at.id)
        at = next((supplier for supplier in case.suppliers if supplier.buys_from == at.id), None)
        depth += at is not None
    return depth


def party(case: Case, name: str | None) -> Client | Supplier | None:
    """Return the company of the case that bears a name: the seller, or one of the suppliers."""
    companies: tuple[Client | Supplier, ...] = (case.client, *case.suppliers)
    return next((one for one in companies if bears(one, name)), None)


def is_older(case: Case, paper: Exhibit, limit: int | None) -> bool:
    """Whether a paper is older, on the day of the notice, than the days allowed."""
    age = age_of(case, paper)
    return age is not None and limit is not None and age > limit


def age_of(case: Case, paper: Exhibit) -> int | None:
    """Return how many days before the notice a paper is dated, where both days are known."""
    received = case.notice.received
    if isinstance(paper.date, date) and isinstance(received, date):
        return (received - paper.date).days
    return None


def units(paper: Exhibit, product: Product) -> int:
    """Return the units of a product on a paper."""
    lines = (line.quantity for line in paper.covers if line.product == product.id)
    return sum(quantity for quantity in lines if isinstance(quantity, int))


def repeats(papers: Iterable[Exhibit], digests: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the row ids of papers that repeat an earlier one, each with that one's row id.

    One paper is repeated by the same number of the same issuer, by the same file name, or by a file of the same
    content.

    Args:
        papers: exhibits of one kind.
        digests: the SHA-256 of files by ``file_key``, where the contents are at hand.
    """
    by_file: dict[str, Exhibit] = {}
    by_number: dict[str, list[Exhibit]] = {}
    found: dict[str, str] = {}
    for paper in papers:
        number, files = _number(paper.number), _files(paper, digests or {})
        same = [one for one in by_number.get(number, ()) if number and _is_one_issuer(one, paper)]
        first = next((by_file[key] for key in files if key in by_file), same[0] if same else None)
        if first:
            found[paper.id] = first.id
        by_number.setdefault(number, []).append(first or paper)
        by_file |= {key: first or paper for key in files if key not in by_file}
    return found


def file_key(name: str | None) -> str:
    """Return a file's name as it is compared: without its folder, whatever its case."""
    return PurePosixPath((name or "").replace("\\", "/")).name.casefold().strip()


def _is_one_issuer(one: Exhibit, other: Exhibit) -> bool:
    return is_blank(one.issuer) or is_blank(other.issuer) or is_same(one.issuer, other.issuer)


def _files(paper: Exhibit, digests: Mapping[str, str]) -> tuple[str, ...]:
    key = file_key(paper.file)
    return tuple(name for name in (key, digests.get(key, "")) if name)


def is_same_number(one: str | None, other: str | None) -> bool:
    """Whether two numbers of papers are one, however they are spelled."""
    return _number(one) == _number(other)


def _number(number: str | None) -> str:
    plain = unicodedata.normalize("NFKC", number or "").casefold()
    return _NUMBER_WORDS.sub("", "".join(mark for mark in plain if mark.isalnum()))


def _ids(papers: Iterable[Exhibit]) -> tuple[str, ...]:
    return tuple(paper.id for paper in papers)


def _link(links: tuple[Supplier, ...], at: int) -> Supplier | None:
    return links[at] if 0 <= at < len(links) else None
