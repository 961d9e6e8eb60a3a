"""What a template sees of a case: JSON types and fields, nothing that could reach further."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from poa_app.knowledge import Knowledge
from poa_app.knowledge.asked import contacts_asked, enforcements_of, rows_asked, units_asked
from poa_app.knowledge.invoice_coverage import age_limit, coverage
from poa_app.model import exhibits, sections, supply
from poa_app.model.base import Row
from poa_app.model.case import Case
from poa_app.model.facts import Client, Exhibit, Metric, Reading, Supplier, Violation
from poa_app.model.rows import CorrectiveAction, RootCause
from poa_app.model.supply import Step
from poa_app.model.text import is_blank
from poa_app.model.waivers import is_waived
from poa_app.phrases import things
from poa_app.phrases.request_headings import asked
from poa_app.phrases.text import capitalised, is_foreign, tidy
from poa_app.render import wording
from poa_app.render.cause import cause_words
from poa_app.render.cells import is_ordinary, put_in_cells
from poa_app.render.company_words import as_company
from poa_app.render.control_lines import controls_told
from poa_app.render.deed import deed_words
from poa_app.render.defects import defect_words
from poa_app.render.exhibit_lines import add_exhibit_lines
from poa_app.render.field import Field
from poa_app.render.measure import measure_words
from poa_app.render.open_points import add_open_points
from poa_app.render.opening import own_sentences, reason_given
from poa_app.render.order_list import order_groups, timeline
from poa_app.render.particulars import particulars
from poa_app.render.people import in_latin
from poa_app.render.repeats import said_once
from poa_app.render.sentences import Telling
from poa_app.render.typed_days import as_written

Shown = dict[str, Any]


def context(case: Case, known: Knowledge) -> Shown:
    """Build what the templates of every letter may use.

    Args:
        case: the case as it stands.
        known: names of enforcements, metrics, evidence and marketplaces.
    """
    return _Builder(case, known).build()


class _Builder:
    def __init__(self, case: Case, known: Knowledge) -> None:
        self.known = known
        first = known.marketplaces.get(case.marketplaces[0]) if case.marketplaces else None
        self.dates: wording.Dates = first.dates if first else "month-first"
        self.exhibits = exhibits.exhibit_labels(case)
        self.case = case = said_once(as_written(as_company(in_latin(case)), self.dates), self.exhibits, self.dates)
        self.causes = sections.cause_labels(case)
        self.products = {product.id: product.asin or "" for product in case.products}
        self.suppliers = {supplier.id: supplier.name or "" for supplier in case.suppliers}
        enforcement = known.enforcements.get(case.enforcements[0]) if case.enforcements else None
        self.counts = enforcement.counts if enforcement else None
        self.steps = coverage(case, known)
        self.limit = age_limit(case, known)

    def build(self) -> Shown:
        shown = self.part(self.case, "", "")
        shown["stores"] = self.names("/marketplaces", [self.store(code) for code in self.case.marketplaces])
        shown["enforcements"] = self.names("/violations", map(self.violation, self.case.violations))
        shown |= own_sentences(self.case) | reason_given(self.case, self.counts)
        shown["references"] = self.references(shown["identifiers"])
        shown["waived"] = [one.path for one in self.case.not_applicable if is_waived(self.case, one.path)]
        shown["sections"] = [self.section(*one) for one in enumerate(sections.asked(self.case), 1)]
        shown["affected_count"] = self.counted(self.case.affected, "/affected")
        for row, cause in zip(shown["root_causes"], self.case.root_causes, strict=True):
            row["label"] = Field(self.causes[row["id"]], f"/root_causes/{row['id']}")
            said = self.counted(cause.explains, row["explains"].path)
            row["count"] = Field("", said.path) if wording.is_told(said, cause.head or "") else said
        for row in shown["products"]:
            self.add_coverage(row)
            row["chain"] = self.chain(row["id"])
        shown["contacts_wanted"] = contacts_asked(self.case, self.known) and not self.contacts_told()
        shown["annexes"] = self.annexes()
        covered = any(section["name"] == "documents" for section in shown["sections"])
        shown["sold_above"] = self.case.route_spec.is_plan and not covered
        shown["units_wanted"] = units_asked(self.case, self.known) or any(
            "sold" in one.product_fields for one in enforcements_of(self.case, self.known)
        )
        shown["covered_products"] = [row for row in shown["products"] if shown["units_wanted"] or row["invoiced"]]
        add_exhibit_lines(self.case, shown, self.exhibits)
        telling = Telling(self.case, self.dates)
        self.add_sentences(shown, telling)
        add_open_points(self.case, shown, telling, self.counted)
        shown |= controls_told(shown["preventive_measures"])
        self.add_matrix(shown)
        shown["order_groups"] = order_groups(self.case, shown["root_causes"])
        shown["timeline"] = timeline(self.case, self.dates)
        return shown

    def annexes(self) -> list[str]:
        """Name the annexes of a letter of papers, in order: what is wanted, and what was entered."""
        wanted = "suppliers" in rows_asked(self.case, self.known) or units_asked(self.case, self.known)
        sold = any(product.sold is not None for product in self.case.products)
        return [
            *(["coverage"] if wanted or sold else []),
            *(["supply-chain"] if wanted or any(product.supplier for product in self.case.products) else []),
            *(["contacts"] if wanted or self.case.suppliers else []),
            "exhibits",
        ]

    def add_sentences(self, shown: Shown, telling: Telling) -> None:
        """Make the words of every row ready for their sentences, in the order in which they print."""
        makers: dict[str, Callable[[Telling, Any, Shown, str], Shown]] = {
            "root_causes": cause_words,
            "corrective_actions": deed_words,
            "preventive_measures": measure_words,
        }
        for kind, make in makers.items():
            pairs = list(zip(shown[kind], getattr(self.case, kind), strict=True))
            if kind == "corrective_actions":
                pairs.sort(key=lambda pair: _as_told(pair[1]))
                shown[kind] = [row for row, _ in pairs]
            for row, part in pairs:
                path = f"/{kind}/{row['id']}"
                row["said"] = make(telling, part, row, path)
                row["wording"] = f"passages/{kind.replace('_', '-')}/{row['said']['shape']}.html.j2"
                if "how" in row:
                    row["has_how"] = not is_waived(self.case, f"{path}/how")
                if "head" in row:
                    self.add_heading(row, part, kind)
                put_in_cells(row, part)
                row["place"] = row["where"] if row["where"] else row["place"]

    def add_heading(self, row: Shown, part: Any, kind: str) -> None:
        """Make the heading of a row ready, and say whether it is one that its sentence does not repeat."""
        row["headed"] = bool(row["passage"]) or not things.is_repeated(part.head or "", part.what or "")
        often = (getattr(part, "frequency", None) or "") if not row["passage"] else ""
        words = things.heading(row["head"], kind == "preventive_measures", often)
        row["heading"] = Field(words, f"/{kind}/{row['id']}/head")
        row["head"] = row["heading"] if row["head"] and is_ordinary(part.head) else row["head"]

    def shown(self, value: Any, path: str, kind: str) -> Any:
        """Turn a part of the case into dictionaries, lists and fields; its kind is its path with rows as ``*``."""
        if value is None:
            return Field("", path)  # most fields of most rows
        if isinstance(value, BaseModel):
            return self.part(value, path, kind)
        if isinstance(value, tuple):
            return self.several(value, path, kind)
        return Field(self.words(value, kind), path)

    def part(self, part: BaseModel, path: str, kind: str) -> Shown:
        shown = {
            name: self.shown(getattr(part, name), f"{path}/{name}", f"{kind}/{name}")
            for name in type(part).model_fields
        }
        if "start" in shown and "end" in shown:
            shown["begin"] = Field(self.begin(part), f"{path}/start")
            shown["one_day"] = (
                isinstance(part, Reading | RootCause) and part.start is not None and part.start == part.end
            )
        if isinstance(part, Reading):
            shown["none"] = part.denominator == 0
        if isinstance(part, Row):
            shown["id"] = part.id
            rows = path.rsplit("/", 2)[1]
            if "where" in shown:
                shown["place"] = (
                    shown["where"] if shown["where"] else Field(capitalised(self.case.scope or ""), "/scope")
                )
            if isinstance(part, Metric):
                shown |= self.metric_words(part, path) | defect_words(part, shown["parts"], self.known)
            if rows == "exhibits":
                shown["letter"] = Field(self.exhibits[part.id], path)
            if isinstance(part, Exhibit):
                for name in exhibits.FILES:
                    shown[name] = Field(exhibits.given_name(self.case, part, name), f"{path}/{name}")
                for name in ("issuer", "addressee"):
                    shown[name] = Field(self.on_paper(shown[name]), f"{path}/{name}")
                shown["particulars"] = particulars(part, shown, path)
        return shown

    def begin(self, part: Any) -> str:
        """Return the first day of a range as text; its year is left to the last day where both have the same."""
        if isinstance(part.start, date) and isinstance(part.end, date) and part.start.year == part.end.year:
            return wording.short_day(part.start, self.dates)
        return self.words(part.start, "")

    def several(self, values: tuple[Any, ...], path: str, kind: str) -> Any:
        """Turn a list into one; what is blank in it is left out, and links to rows become one field."""
        match path.rsplit("/", 1)[-1]:
            case "orders" if path == "/orders":
                return []  # thousands may be there; what prints of them is made by render/order_list.py
            case "causes":
                named = sorted((self.causes[row] for row in values if row in self.causes), key=_by_length)
                return Field(wording.with_noun("cause", "causes", named), path)
            case "exhibits" if path != "/exhibits":
                named = sorted((self.exhibits[row] for row in values if row in self.exhibits), key=_by_length)
                return Field(wording.with_noun("Exhibit", "Exhibits", named), path)
            case "why" if all(map(is_blank, values)):
                return [Field("", path)]
        return [
            self.shown(value, f"{path}/{value.id if isinstance(value, Row) else place}", f"{kind}/*")
            for place, value in enumerate(values)
            if not is_blank(value)
        ]

    def words(self, value: Any, kind: str) -> str:
        """Return a value as a letter prints it."""
        match value:
            case None:
                return ""
            case bool():
                return "yes" if value else "no"
            case date():
                return wording.day(value, self.dates)
            case Decimal():
                return wording.number(value)
            case int():
                return wording.count(value)
        return self.named(str(value), kind)

    def named(self, value: str, kind: str) -> str:
        match kind:
            case "/marketplaces/*" | "/metrics/*/marketplace":
                return self.store(value)
            case "/violations/*/enforcement":
                return self.enforcement(value)
            case "/metrics/*/metric":
                return self.known.metrics[value].name.en if value in self.known.metrics else value
            case "/exhibits/*/kind":
                return self.known.evidence[value].name.en if value in self.known.evidence else value
            case "/products/*/supplier" | "/suppliers/*/buys_from":
                return self.suppliers.get(value, "")
            case "/exhibits/*/covers/*/product":
                return self.products.get(value, "")
            case "/suppliers/*/role" | "/identifiers/*/kind" | "/fulfilment":
                return _PLAIN.get(value, value)
        return value

    def store(self, code: str) -> str:
        return self.known.marketplaces[code].store if code in self.known.marketplaces else code

    def violation(self, row: Violation) -> str:
        """Return what a violation is called: one that no data file knows goes by the name that was typed."""
        known = self.known.enforcements.get(row.enforcement or "")
        return tidy(row.name or "") if known and known.typed_name else self.enforcement(row.enforcement or "")

    def enforcement(self, slug: str) -> str:
        known = self.known.enforcements.get(slug)
        return (known.title or known.name.en) if known else slug

    def names(self, path: str, names: Iterable[str]) -> Field:
        return Field(wording.listed([name for name in dict.fromkeys(names) if not is_blank(name)]), path)

    def section(self, number: int, section: tuple[Any, ...]) -> Shown:
        name, requests = section
        answered = [self.shown(request, f"/notice/requests/{request.id}", "/notice/requests/*") for request in requests]
        for request in answered:
            request["heading"] = Field(asked(request["words"]), request["words"].path)
        return {"number": number, "name": name, "requests": answered}

    def counted(self, number: Any, path: str) -> Field:
        if not isinstance(number, int) or not self.counts:
            return Field("" if number is None else str(number), path)
        noun = self.counts.one if number == 1 else self.counts.many
        return Field(f"{wording.count(number)} {noun}", path)

    def metric_words(self, part: Metric, path: str) -> Shown:
        known = self.known.metrics.get(part.metric or "")
        words = {
            "name": known.name.en if known else part.metric or "",
            "population": known.population.many if known else "",
            "defect": (known.defect.one if part.then.numerator == 1 else known.defect.many) if known else "",
            "aim": known.direction.replace("-", " ") if known else "",
        }
        noted = things.note(part.note or "")
        told: Shown = {"note_joins": noted.joins, "noted": Field(noted.text, f"{path}/note")}
        told |= {f"has_{one}": not is_waived(self.case, f"{path}/{one}") for one in ("then", "now")}
        return {key: Field(value, f"{path}/metric") for key, value in words.items()} | told

    def contacts_told(self) -> bool:
        """Whether an answer to a request already gives a telephone number of a supplier."""
        answers = " ".join(request.answer or "" for request in self.case.notice.requests)
        return any(supplier.phone and supplier.phone in answers for supplier in self.case.suppliers)

    def add_coverage(self, row: Shown) -> None:
        """Add what the invoices of a product cover, step by step up its chain; units of two steps are never added."""
        own, *above = (self.step(row, step) for step in self.steps[row["id"]])
        row |= own
        row["steps"] = above

    def step(self, row: Shown, step: Step) -> Shown:
        """Return what the invoices of one step cover, what is short, and which papers are too old to count."""
        path = f"/products/{row['id']}" if step.papers or step.old_papers else "/exhibits"
        said = wording.count(step.covered) if step.papers or step.old_papers else ""
        old = self.proof(step.old_papers)
        return {
            "invoiced": Field(said, path),
            "proof": Field(self.proof(step.papers) or (old and "none"), path),
            "short": Field(wording.count(step.short) if step.short and said else "", path),
            "needed": Field("" if step.needed is None else wording.count(step.needed), path),
            "old": Field(wording.count(step.old_units) if step.old_papers else "", path),
            "old_proof": Field(old, path),
            "old_limit": Field(str(self.limit or ""), path),
            "issuer": self.company(step.issuer),
            "buyer": self.company(step.buyer),
        }

    def proof(self, papers: Iterable[str]) -> str:
        named = sorted((self.exhibits[paper] for paper in papers), key=_by_length)
        return wording.with_noun("Exhibit", "Exhibits", named)

    def company(self, supplier: Supplier | None) -> Field:
        name = (supplier.name or supplier.local_name or "") if supplier else ""
        return Field(name, f"/suppliers/{supplier.id}/name" if supplier else "/suppliers")

    def on_paper(self, typed: str) -> str:
        """Return a company as a paper names it; one named in its own script alone has its English name before it."""
        company = supply.party(self.case, typed) if is_foreign(typed) else None
        english = (company.legal_name if isinstance(company, Client) else company.name) if company else None
        return typed if not english or is_foreign(english) or english in typed else f"{english} ({typed})"

    def references(self, rows: list[Shown]) -> list[Shown]:
        """Group the numbers the notice or the letter refers to by their kind, in the order of the kinds."""
        held = {row.id: row for row in self.case.identifiers}
        groups: dict[str, list[Field]] = {}
        for row in rows:
            if row["value"] and row["value"] != (self.case.notice.reference or ""):
                groups.setdefault(_REFERENCES.get(held[row["id"]].kind or "", "References"), []).append(row["value"])
        return [
            {"name": name if len(values) > 1 else name.removesuffix("s"), "numbers": values}
            for name, values in groups.items()
        ]

    def chain(self, product: str) -> list[Shown]:
        """Follow a product from who the client buys from up to its maker."""
        suppliers = {supplier.id: supplier for supplier in self.case.suppliers}
        at = next(row.supplier for row in self.case.products if row.id == product)
        links: list[Shown] = []
        while at in suppliers and len(links) < len(suppliers):
            links.append(self.shown(suppliers[at], f"/suppliers/{at}", "/suppliers/*"))
            at = suppliers[at].buys_from
        return links

    def add_matrix(self, shown: Shown) -> None:
        """Line up, for each cause, the actions that answer it and the measures that block it."""
        numbers = {name: number for number, (name, _) in enumerate(sections.asked(self.case), 1)}
        for kind in ("corrective_actions", "preventive_measures"):
            start = numbers.get("corrective-actions" if kind == "corrective_actions" else "preventive-measures", 0)
            for place, row in enumerate(shown[kind], 1):
                row["label"] = Field(f"{start}.{place}", f"/{kind}/{row['id']}")
        for cause, row in zip(self.case.root_causes, shown["root_causes"], strict=True):
            proof = set(cause.exhibits)
            for kind in ("corrective_actions", "preventive_measures"):
                linked = {one.id: one for one in getattr(self.case, kind) if cause.id in one.causes}
                row[kind] = [one for one in shown[kind] if one["id"] in linked]
                proof.update(exhibit for one in linked.values() for exhibit in one.exhibits)
            named = sorted((self.exhibits[one] for one in proof if one in self.exhibits), key=_by_length)
            path = f"/root_causes/{cause.id}" if named else f"/root_causes/{cause.id}/exhibits"
            row["proof"] = Field(wording.with_noun("Exhibit", "Exhibits", named), path)


def _as_told(row: CorrectiveAction) -> tuple[date, bool]:
    """Return where an action stands among others: by its day, and on one day first what stopped the harm.

    Those without a day stay last, in the order of the case.
    """
    return row.date if isinstance(row.date, date) else date.max, row.kind != "containment"


def _by_length(letter: str) -> tuple[int, str]:
    return len(letter), letter


_REFERENCES = {
    "order": "Order IDs",
    "shipment": "Shipment IDs",
    "complaint": "Complaint IDs",
    "case": "Case IDs",
    "sku": "SKUs",
}
_PLAIN = {
    "seller": "seller-fulfilled",
    "amazon": "Fulfillment by Amazon",
    "both": "seller-fulfilled and Fulfillment by Amazon",
    "order": "order ID",
    "shipment": "shipment ID",
    "complaint": "complaint ID",
    "case": "case ID",
    "sku": "SKU",
    "brand-owner": "brand owner",
}
