"""The tasks of both walks that the browser does not walk again, as scripts of the screens: what was typed, once more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.sound_letter import MOST_WORDS, faults
from tests.pdfs import pdf
from tests.ui import walk_texts as texts
from tests.ui.screen_walk import ScreenWalk, walks  # noqa: F401 - fixture
from tests.ui.test_screens import store  # noqa: F401 - fixture

pytestmark = [pytest.mark.slow, pytest.mark.screens]

TABLE = ("ASIN", "Product", "Units", "Proof", "Exhibits", "Role", "Contact", "Address", "Company")
"""Names of columns, which begin with a capital after the mark that parts them."""

EN_2 = ("Tamarack Trail Outfitters", "Larkspur Example Wholesale", "Joan Vickery", "Owner", "Manage", "Tacoma", "Avenue")

MOST_FIELDS_EN_2 = 60
"""Fields an authenticity case may ask to be typed; the newcomer typed about 91."""

Walks = Callable[[str, str], ScreenWalk]
Report = Callable[[str, str, str], None]


def is_sound(walk: ScreenWalk, *names: str) -> str:
    """Assert that the letter could be sent: nothing blocks, nothing is broken, it is short enough; return it."""
    assert walk.found() == []
    letter = walk.letter()
    assert faults(letter, names) == []
    assert len(letter.split()) < MOST_WORDS
    return letter


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
    letter = is_sound(walk, *TABLE, *EN_2)
    walk.tell(report, MOST_FIELDS_EN_2)


def test_two_asins_with_chinese_invoices(walks: Walks, report: Report) -> None:  # noqa: F811
    walk = walks("ZH 2 真实性投诉", "zh")
    walk.begin(texts.FAKE_NOTICE_ZH)
    walk.fill(
        "/client",
        legal_name="Hangzhou Yunshan Example Home Co., Ltd.",
        local_name="杭州云杉示例家居有限公司",
        merchant_token="A1EXAMPLE40933",
        signatory="Zhou Min",
        signatory_title="General Manager",
    )
    walk.choose("", fulfilment="amazon")
    walk.fill("", affected="4个")
    walk.take("/scope")
    basket, tray = walk.rows("products")
    for product, name, sold in ((basket, "Bamboo storage basket", "1,102件"), (tray, "Bamboo tray", "约850件")):
        walk.open_row(product)
        walk.fill(product, name=name, sold=sold)
    walk.next("workbench")
    walk.fill("", opening="Our products are all authentic, we never sell fake products.")
    supplier = walk.add("suppliers")
    walk.choose(supplier, role="trader")
    walk.fill(
        supplier,
        name="Yiwu Qingzhu Example Trading Co., Ltd.",
        local_name="义乌青竹示例贸易有限公司",
        phone="+86 579 5555 0146",
        address="浙江省义乌市示例路18号",
    )
    for number, (day, code, of) in enumerate(
        (
            ("2026年1月12日", "EX24330011", ((basket, "700件"), (tray, "400"))),
            ("2026年4月20日", "EX24330047", ((basket, "500件"), (tray, "300"))),
            ("2026年8月6日", "EX24330102", ((tray, "200件"),)),
        ),
        1,
    ):
        exhibit = walk.add("exhibits")
        walk.choose(exhibit, kind="invoices")
        walk.fill(exhibit, title=f"采购发票{number}", date=day, number=code)
        walk.fill(exhibit, issuer="义乌青竹示例贸易有限公司", addressee="杭州云杉示例家居有限公司")
        for product, units in of:
            line = walk.add_line(exhibit)
            walk.choose(line, product=product.rpartition("/")[2])
            walk.fill(line, quantity=units)
    walk.exhibits(
        ("removal-order", "11月22日", "FBA移除订单"),
        ("refund-record", "11/23/2026", "Refunds of the 4 buyers"),
        ("screenshot", "2026.11.24", "Main picture before and after"),
        ("inspection-report", "11月26日", "QC report"),
    )
    papers = [one.rpartition("/")[2] for one in walk.rows("exhibits")]
    causes = walk.rows("root_causes")
    print(causes, [f.message for f in walk.found()])
    cause = causes[0]
    walk.open_row(cause)
    walk.fill(
        cause,
        head="The package is changed",
        start="2026年9月15日",
        end="11月21日",
        explains="4个",
        who="采购主管",
        why="1688供应商没有通知我们换包装\nwe did not check the goods before sending to FBA",
        unnoticed="We only look at the return rate every month.",
    )
    walk.drafts(cause, what="供应商换了绿色外箱，主图还是白色外箱，4个买家以为是假货")
    walk.choose(cause, exhibits=[papers[5]])
    of = [cause.rpartition("/")[2]]
    actions = walk.paste_lines("corrective_actions", texts.FAKE_ACTIONS_ZH)
    for action, how, proof in zip(actions, ("创建移除订单", "in Seller Central", ""), papers[3:6], strict=True):
        walk.open_row(action)
        if how:
            walk.fill(action, how=how)
        walk.choose(action, causes=of, exhibits=[proof])
    (measure,) = walk.rows("preventive_measures")
    walk.open_row(measure)
    walk.fill(
        measure,
        what="inspect 5 units and compare with the detail page",
        since="11月25日",
        frequency="every batch before send to FBA",
        who="the QC",
        record="QC report",
    )
    walk.choose(measure, causes=of, exhibits=[papers[6]])
    walk.fill("", closing="Sorry for the trouble, please check the attachment invoices and reinstate our ASINs.")
    walk.fill("", letter_date="2026/11/28")
    walk.settle()
    print(walk.hand_over())
    walk.follow({})
    letter = is_sound(walk, *TABLE, *EN_2)
    walk.tell(report, MOST_FIELDS_EN_2)


def test_an_order_defect_rate_on_two_sites(walks: Walks, report: Report) -> None:  # noqa: F811
    walk = walks("ZH 3 订单缺陷率", "zh")
    walk.begin(texts.DEFECT_NOTICE_ZH)
    print(walk.case.model_dump(exclude_defaults=True, exclude={"notice": {"text"}}))


def test_a_supply_chain_with_chinese_contacts(walks: Walks, report: Report) -> None:  # noqa: F811
    walk = walks("ZH 4 供应链验证", "zh")
    walk.begin(texts.CHAIN_NOTICE_ZH)
    print(walk.case.model_dump(exclude_defaults=True, exclude={"notice": {"text"}}))
