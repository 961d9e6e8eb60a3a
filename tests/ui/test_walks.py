"""The newcomer's task that no browser walks again, as a script of the screens; its letter is read at the end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.pdfs import pdf
from tests.ui import walk_texts as texts
from tests.ui.screen_walk import ScreenWalk, walks  # noqa: F401 - fixture
from tests.ui.sound_walk import holds, is_sound, left
from tests.ui.test_screens import store  # noqa: F401 - fixture

pytestmark = [pytest.mark.slow, pytest.mark.screens, pytest.mark.no_cover]

MOST_FIELDS = 50
"""Fields an authenticity case may ask to be typed; the newcomer typed about 91."""

Walks = Callable[[str, str], ScreenWalk]
Report = Callable[[str, str, str], None]


def test_two_asins_and_three_invoices(walks: Walks, report: Report) -> None:  # noqa: F811
    walk = walks("EN 2 authenticity", "en")
    walk.begin(texts.FAKE_NOTICE)
    walk.fill(
        "/client",
        legal_name="Tamarack Trail Outfitters LLC",
        merchant_token="A5EXAMPLE61187",
        signatory="Joan Vickery",
        signatory_title="Owner",
    )
    walk.choose("", fulfilment="amazon")
    walk.take("/scope")
    walk.fill("", affected="5 complaints")
    walk.fill("/notice", received="Nov 20, 2026")
    mug, plate = walk.rows("products")
    for product, name, sold in ((mug, "Steel camping mug", "412 units"), (plate, "Enamel camping plate", "288")):
        walk.open_row(product)
        walk.fill(product, name=name, sold=sold)
    walk.next("workbench")
    walk.fill("", opening="We are sorry. The failures were in our own listing pictures and in our check of deliveries.")
    supplier = walk.add("suppliers")
    walk.choose(supplier, role="wholesaler")
    walk.fill(
        supplier,
        name="Larkspur Example Wholesale LLC",
        phone="+1 253 555 0164",
        address="77 Sample Avenue, Tacoma, WA 98402",
        website="larkspur-wholesale.example",
    )
    for number, (paper, of) in enumerate(zip(texts.PAPERS, ((mug,), (plate,), (mug, plate)), strict=True), 1):
        exhibit = walk.add("exhibits")
        walk.choose(exhibit, kind="invoices")
        walk.fill(exhibit, title=f"Supplier invoice {number}")
        walk.upload(exhibit, f"invoice {number}.pdf", pdf(paper))
        walk.take_from_paper(exhibit, *of)
    walk.exhibits(
        ("removal-order", "Nov 20, 2026", "Removal order of 118 units"),
        ("settings-record", "11/23/2026", "Pictures of both detail pages before and after"),
        ("refund-record", "11/24/2026", "Refunds of the 5 buyers"),
        ("log", "Nov 27, 2026", "Delivery and return check log"),
    )
    papers = [one.rpartition("/")[2] for one in walk.rows("exhibits")]
    (cause,) = walk.rows("root_causes")
    walk.open_row(cause)
    walk.fill(
        cause,
        head="The pictures showed an old sleeve",
        what="Our supplier changed the printed sleeve in August and both detail pages still showed the old one.",
        start="August 17, 2026",
        end="Nov 20, 2026",
        explains="5",
        who="the catalog specialist",
        where="on the detail pages of both ASINs",
        why="Nobody passed the new sleeve on to the listing team. There was no step for it in our purchasing process.",
        unnoticed="We never read the return comments, only the return rate.",
    )
    walk.choose(cause, exhibits=[papers[4]])
    causes = [cause.rpartition("/")[2]]
    actions = walk.paste_lines("corrective_actions", texts.FAKE_ACTIONS)
    hows = ("By removal order.", "By uploading new pictures in Seller Central.", "in Manage Orders")
    for action, how, proof in zip(actions, hows, papers[3:6], strict=True):
        walk.open_row(action)
        walk.fill(action, how=how)
        walk.tick(f"{action}/done")
        walk.choose(action, causes=causes, exhibits=[proof])
    measures = walk.paste_lines("preventive_measures", texts.FAKE_MEASURES)
    for measure, often, record in zip(
        measures, ("Every time a delivery arrives", "Every Monday"), ("receiving sheet", "return log"), strict=True
    ):
        walk.open_row(measure)
        walk.fill(measure, frequency=often, record=record)
        walk.choose(measure, causes=causes, exhibits=[papers[6]])
    walk.fill("", closing="Please reinstate both of our listings.", letter_date="11/28/2026")
    walk.follow({})
    letter = is_sound(
        walk, "Tamarack Trail Outfitters", "Joan Vickery", "Owner", "Manage Orders", "Larkspur Example Wholesale LLC"
    )
    holds(
        letter,
        "The pictures showed an old sleeve (5 complaints). Our supplier changed the printed sleeve in August",
        "on the detail pages of both ASINs",
        "responsible: catalog specialist",
        "On November 20 the operations manager closed both offers and recalled all 118 units from FBA",
        "The warehouse lead compares one unit of each delivery with the detail page (cause 1.1).",
        "Since: November 24, every time a delivery arrives.",
        "Units sold, 365 days: 412; Units invoiced: 500; Proof: Exhibits A and C",
        "Units sold, 365 days: 288; Units invoiced: 360; Proof: Exhibits B and C",
        "Also asked: Contact information of our supplier",
        "+1 253 555 0164",
        "larkspur-wholesale.example",
    )
    assert "exhibits.no-file" in left(walk, "fix")
    walk.tell(report, MOST_FIELDS)
