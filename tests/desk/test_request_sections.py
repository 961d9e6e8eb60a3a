"""A question of Amazon is answered in the section it asks for, whether or not it calls that by its name."""

from __future__ import annotations

from poa_app.desk.request_sections import in_english, section_of
from poa_app.knowledge import knowledge
from tests.each import for_each

QUESTIONS = {
    "root-causes": [
        "The root cause(s) of the issue",
        "why the invoices were missing",
        "how they came to be in the wrong category",
        "Tell us how the labels got on the wrong boxes",
        "未及时上传发票的原因",
        "请说明为什么会晚发货",
        "How units that were not new reached buyers",
    ],
    "corrective-actions": [
        "The actions you have taken to resolve the issue",
        "what you have put right",
        "how you removed the reviews that were bought",
        "How did you handle the stock that is left?",
        "已采取的措施",
        "which listings you have moved",
        "the steps you took for each complaint",
    ],
    "preventive-measures": [
        "The steps you have taken to prevent it going forward",
        "what you have put in place so that invoices are uploaded on time",
        "what you will do so that products are classified properly",
        "How do you inspect returns before they are sold as new?",
        "今后如何处理退货",
        "The steps that will keep the rate at 90% or above",
        "controls against further violations",
        "How often you will check prices",
    ],
    "documents": ["Copies of invoices from the last 365 days", "the tracking number", "供应商的联系方式"],
    "other": [
        "Addresses of your other online stores",
        "How your account has not violated the policy",
        "Where are your goods stored?",
    ],
}


@for_each(("section", "words"), [(section, words) for section, asked in QUESTIONS.items() for words in asked])
def test_a_question_goes_to_its_section(section: str, words: str) -> None:
    assert section_of(words, knowledge()) == section


@for_each(
    ("words", "english"),
    [
        ("why the invoices were missing", "why the invoices were missing"),
        ("已采取的纠正措施", ""),
        ("供应商发票，证明您是商品的登记卖家", "Invoice"),
        ("供应商的联系方式，包括姓名、电话号码、地址和网站", "Supplier contact details"),
        ("其他网店的地址", "其他网店的地址"),
    ],
)
def test_a_question_in_chinese_heads_its_answer_in_english(words: str, english: str) -> None:
    assert in_english(words, knowledge()) == english
