"""Three tasks of the Chinese operator that no browser walks again, as scripts of the Chinese screens."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ui import walk_texts as texts
from tests.ui.screen_walk import ScreenWalk, walks  # noqa: F401 - fixture
from tests.ui.sound_walk import holds, is_sound, left
from tests.ui.test_screens import store  # noqa: F401 - fixture

pytestmark = [pytest.mark.slow, pytest.mark.screens, pytest.mark.no_cover]

MOST_FIELDS = {2: 75, 3: 70, 4: 55}
"""Fields that each task may ask to be typed; the operator typed 82, 77 and 44, and the last ended in a draft."""

Walks = Callable[[str, str], ScreenWalk]
Report = Callable[[str, str, str], None]


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
        walk.fill(exhibit, title=f"VAT invoice {number}", date=day, number=code)
        walk.fill(exhibit, issuer="义乌青竹示例贸易有限公司", addressee="杭州云杉示例家居有限公司")
        for product, units in of:
            line = walk.add_line(exhibit)
            walk.choose(line, product=product.rpartition("/")[2])
            walk.fill(line, quantity=units)
    removal, *_ = walk.exhibits(
        ("removal-order", "11月22日", ""),
        ("refund-record", "11/23/2026", "Refunds of the 4 buyers"),
        ("screenshot", "2026.11.24", "Main picture before and after"),
        ("inspection-report", "11月26日", "QC report"),
    )[3:]
    walk.open_row(removal)
    walk.drafts(removal, title="230件的移除订单")
    papers = [one.rpartition("/")[2] for one in walk.rows("exhibits")]
    (cause,) = walk.rows("root_causes")
    walk.open_row(cause)
    walk.fill(
        cause,
        head="The package is changed",
        start="2026年9月15日",
        end="2026年11月21日",
        explains="4个",
        who="采购主管",
        why="1688供应商没有通知我们换包装\nwe did not check the goods before sending to FBA",
        unnoticed="We only look at the return rate every month.",
    )
    walk.drafts(cause, what="供应商换了绿色外箱，主图还是白色外箱，4个买家以为是假货")
    walk.choose(cause, exhibits=[papers[5]])
    of = [cause.rpartition("/")[2]]
    actions = walk.paste_lines("corrective_actions", texts.FAKE_ACTIONS_ZH)
    for action, how, proof in zip(actions, ("", "in Seller Central", ""), papers[3:6], strict=True):
        walk.open_row(action)
        if how:
            walk.fill(action, how=how)
        else:
            walk.drafts(action, how="在卖家后台创建移除订单" if action == actions[0] else "在卖家后台上传新图片")
        walk.choose(action, causes=of, exhibits=[proof])
    (measure,) = walk.rows("preventive_measures")
    walk.open_row(measure)
    walk.fill(
        measure,
        what="inspect 5 units and compare with the detail page",
        since="2026年11月25日",
        frequency="every batch before send to FBA",
        who="the QC",
        record="QC report",
    )
    walk.choose(measure, causes=of, exhibits=[papers[6]])
    walk.fill("", closing="Sorry for the trouble, please check the attachment invoices and reinstate our ASINs.")
    walk.fill("", letter_date="2026/11/28")
    walk.have_translated(texts.FAKE_ENGLISH)
    walk.follow(
        {
            "Product 2/sold": "850",
            "RC1/who": "purchasing manager",
            "RC1/why": "the supplier did not tell us that the package was changed\n"
            "we did not check the goods before sending to FBA",
            "CA1/who": "warehouse manager",
            "CA2/who": "customer service manager",
            "CA3/who": "operation staff",
            "Supplier 1/address": "18 Example Road, Yiwu, Zhejiang, China",
        }
    )
    letter = is_sound(
        walk, "Hangzhou Yunshan Example Home Co., Ltd.", "杭州云杉示例家居有限公司", "Zhou Min", "General Manager"
    )
    holds(
        letter,
        "From September 15 to November 21, the supplier changed to a green carton",
        "The supplier did not tell us that the package was changed; we did not check the goods",
        "On November 22 the warehouse manager removed all 230 units from FBA by removal order in Seller Central",
        "Units sold, 365 days: 1,102; Units invoiced: 1,200; Proof: Exhibits A and B",
        "Units sold, 365 days: 850; Units invoiced: 900; Proof: Exhibits A, B and C",
        "1. Invoices from our supplier issued in the last 365 days",
        "2. Root cause of the complaints",
        "3. Actions taken to resolve them",
        "4. Steps taken to prevent them going forward",
        "+86 579 5555 0146",
    )
    assert "exhibits.no-translation" in left(walk, "consider")
    walk.tell(report, MOST_FIELDS[2])


def test_an_order_defect_rate_on_two_sites(walks: Walks, report: Report) -> None:  # noqa: F811
    walk = walks("ZH 3 订单缺陷率", "zh")
    walk.begin(texts.DEFECT_NOTICE_ZH)
    walk.fill(
        "/client",
        legal_name="Dongguan Lanting Example Electronics Co., Ltd.",
        merchant_token="A1EXAMPLE52884",
        signatory="Fang Lei",
        signatory_title="法人",
    )
    walk.choose("", fulfilment="seller", marketplaces=["DE", "UK"])
    walk.fill("/notice", received="2026年11月26日")
    walk.take("/scope")
    walk.next("workbench")
    walk.fill("", opening="We did not managed our logistics and customer service well, this is our fault.")
    german, british = walk.rows("metrics")
    read = [(one.marketplace, str(one.then.value)) for one in walk.case.metrics]
    assert read == [("DE", "2.31"), ("UK", "2.04")]
    walk.open_row(german)
    walk.reading(german, "now", "0.61%", "5单", "815", "9月29日", "2026年11月27日")
    walk.open_row(british)
    walk.reading(british, "now", "0.75", "4", "533", "2026年9月29日", "2026年11月27日")
    walk.exhibits(
        ("order-list", "2026/11/26", "30 orders by cause"),
        ("refund-record", "2026/11/26", "Refund records of 30 orders"),
        ("settings-record", "2026/11/27", "Shipping template before and after"),
        ("log", "2026/11/27", "Message check sheet"),
    )
    papers = [one.rpartition("/")[2] for one in walk.rows("exhibits")]
    (first,) = walk.rows("root_causes")
    walk.open_row(first)
    walk.fill(
        first,
        head="Slow line to Germany",
        what="Our logistics staff choose a slow line without tracking, and 19 parcels was not delivered in time.",
        explains="18单",
        who="the logistics specialist",
        where="all orders sent from our Dongguan warehouse to Germany since 20 September 2026",
        start="2026年9月20日",
        end="2026.10.30",
        why="because the cheap line was selected, nobody compare the delivery time",
    )
    walk.choose(first, exhibits=[papers[0]])
    second = walk.add("root_causes")
    walk.fill(
        second,
        head="Buyer messages were not answered",
        explains="12单",
        who="customer service supervisor",
        start="2026年10月1日",
        end="2026年10月8日",
        unnoticed="customer service colleagues are off work during National Day holiday, so buyer messages is not "
        "replied in 24 hours.",
    )
    walk.drafts(second, what="国庆期间客服放假，买家消息没有人回复，11个订单被投诉", why="没有安排假期值班")
    walk.choose(second, exhibits=[papers[0]])
    one, two = (row.rpartition("/")[2] for row in (first, second))
    actions = walk.paste_lines("corrective_actions", texts.DEFECT_ACTIONS_ZH)
    for action, how, of, proof in zip(
        actions,
        ("by full refund in Seller Central and send apology message", "修改运费模板"),
        ([one, two], [one]),
        papers[1:3],
        strict=True,
    ):
        walk.open_row(action)
        walk.fill(action, how=how)
        walk.choose(action, causes=of, exhibits=[proof])
    (measure,) = walk.rows("preventive_measures")
    walk.open_row(measure)
    walk.fill(
        measure,
        what="reply all buyer messages and check the late parcels",
        since="2026年11月27日",
        frequency="每天9点和21点（北京时间）",
        who="the customer service supervisor",
        record="Feishu table 每日客服检查表",
    )
    walk.choose(measure, causes=[one, two], exhibits=[papers[3]])
    walk.fill("", closing="Please recover our account.", letter_date="2026年11月28日")
    walk.have_translated(texts.DEFECT_ENGLISH)
    assert "numbers.each-total" in {one.rule for one in walk.found()}
    for cause, count in ((first, "19"), (second, "11")):
        walk.open_row(cause)
        walk.fill(cause, explains=count)
    walk.follow(
        {
            "/client/signatory_title": "Legal Representative",
            "CA1/what": "refunded €412.60 and £96.00 to 30 buyers",
            "CA1/who": "customer service supervisor",
            "CA2/who": "logistics specialist",
            "CA2/how": "by editing the shipping template",
            "PM1/frequency": "at 9:00 and 21:00 Beijing time every day",
            "PM1/record": "the customer service check table in Feishu",
        }
    )
    letter = is_sound(
        walk,
        "Dongguan Lanting Example Electronics Co., Ltd.",
        "Germany",
        "National Day",
        "Feishu",
        "Fang Lei",
        "Legal Representative",
    )
    holds(
        letter,
        "19 of 822 orders on Amazon.de had an order defect: 2.31 percent",
        "11 of 540 orders on Amazon.co.uk had an order defect: 2.04 percent",
        "the order defect rate on Amazon.de was 0.61 percent (5 of 815 orders)",
        "the order defect rate on Amazon.co.uk was 0.75 percent (4 of 533 orders)",
        "On 26 November the customer service supervisor refunded €412.60 and £96.00 to 30 buyers",
        "On 27 November the logistics specialist changed the carrier of all 14 parcels to Germany to DHL Paket",
        "checks the late parcels at 9:00 and 21:00 Beijing time every day",
    )
    assert {"defects.uncounted", "form.apart"} <= left(walk, "consider")
    walk.tell(report, MOST_FIELDS[3])


def test_a_supply_chain_with_chinese_contacts(walks: Walks, report: Report) -> None:  # noqa: F811
    walk = walks("ZH 4 供应链验证", "zh")
    walk.begin(texts.CHAIN_NOTICE_ZH)
    walk.fill(
        "/client",
        legal_name="Ningbo Hongtu Example Kitchenware Co., Ltd.",
        local_name="宁波宏图示例厨具有限公司",
        merchant_token="A1EXAMPLE66402",
        signatory="Xu Hao",
        signatory_title="General Manager",
    )
    walk.choose("", fulfilment="amazon")
    walk.take("/scope")
    pan, lid = walk.rows("products")
    for product, name, sold in ((pan, "Cast iron pan", "1，240件"), (lid, "Glass lid", "600")):
        walk.open_row(product)
        walk.fill(product, name=name, sold=sold)
    walk.next("workbench")
    walk.fill("", opening="您好，我们提交所有发票和供应链文件。")
    trader = walk.add("suppliers")
    walk.choose(trader, role="trader")
    walk.fill(
        trader,
        name="Yongkang Tieyu Example Trading Co., Ltd.",
        local_name="永康铁羽示例贸易有限公司",
        phone="0579-5555-0188",
        address="永康市示例路6号",
        contact="王经理",
    )
    maker = walk.add("suppliers")
    walk.choose(maker, role="manufacturer")
    walk.fill(
        maker,
        name="Wuyi Gangyan Example Metalware Factory",
        phone="+86 579 5555 0190",
        address="9 Sample Road, Wuyi County, Jinhua, Zhejiang, China",
    )
    walk.open_row(trader)
    walk.choose(trader, buys_from=maker.rpartition("/")[2])
    for product in (pan, lid):
        walk.open_row(product)
        walk.choose(product, supplier=trader.rpartition("/")[2])
    for number, (day, code, of) in enumerate(
        (
            ("2025年10月9日", "EX25100009", ((pan, "800件"),)),
            ("2026年3月2日", "EX26030002", ((pan, "700件"), (lid, "700"))),
            ("2026年7月15日", "EX26070015", ((pan, "600"),)),
        ),
        1,
    ):
        exhibit = walk.add("exhibits")
        walk.choose(exhibit, kind="invoices")
        walk.fill(exhibit, title=f"VAT invoice {number}", date=day, number=code)
        walk.fill(exhibit, issuer="永康铁羽示例贸易有限公司", addressee="宁波宏图示例厨具有限公司")
        for product, units in of:
            line = walk.add_line(exhibit)
            walk.choose(line, product=product.rpartition("/")[2])
            walk.fill(line, quantity=units)
    letter_of_brand = walk.add("exhibits")
    walk.choose(letter_of_brand, kind="authorization-letter")
    walk.fill(
        letter_of_brand,
        title="品牌授权书",
        date="2026年1月5日",
        issuer="Wuyi Gangyan Example Metalware Factory",
        addressee="Ningbo Hongtu Example Kitchenware Co., Ltd.",
    )
    walk.fill("", closing="Please check the documents and reactivate our account.", letter_date="2026年11月28日")
    walk.settle()
    walk.settle()
    old = walk.rows("exhibits")[0]
    assert f"{old}/date" in {one.path for one in walk.found() if one.rule == "exhibits.too-old"}
    walk.open_row(old)
    walk.remove(old)
    walk.follow(
        {
            "/opening": "We send the invoices and the supply chain documents of both ASINs.",
            "Request 1/answer": "Exhibits A and B are the invoices of the last 365 days.",
            "Request 2/answer": "Exhibit C is the authorization letter of the brand owner.",
            "Request 3/answer": "See Annex 3.",
            "Supplier 1/contact": "Wang Jun",
            "Supplier 1/address": "6 Example Road, Yongkang, Zhejiang, China",
            "Exhibit 3/title": "Brand authorization letter",
        }
    )
    letter = is_sound(
        walk,
        "Ningbo Hongtu Example Kitchenware Co., Ltd.",
        "宁波宏图示例厨具有限公司",
        "Hongtu Kitchenware",
        "Annex",
        "Cast iron",
        "Glass lid",
        "Xu Hao",
        "General Manager",
    )
    holds(
        letter,
        "Exhibits A and B are the invoices of the last 365 days.",
        "Units sold, 365 days: 1,240; Units invoiced: 1,300; Proof: Exhibits A and B",
        "it is made by Wuyi Gangyan Example Metalware Factory (manufacturer)",
        "Issued by: Yongkang Tieyu Example Trading Co., Ltd. (永康铁羽示例贸易有限公司), to Ningbo Hongtu Example",
        "Wang Jun, 0579-5555-0188",
    )
    assert "800" not in letter
    assert "exhibits.no-translation" in left(walk, "consider")
    walk.tell(report, MOST_FIELDS[4])
