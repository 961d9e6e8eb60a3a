"""What a notice asks for heads its answer, in the words of whoever answers."""

from __future__ import annotations

from poa_app.phrases.request_headings import asked
from tests.each import for_each


@for_each(
    ("words", "heading"),
    [
        ("the root cause(s) of the issue", "Root causes of the issue"),
        ("The actions you have taken to resolve the issue.", "Actions we have taken to resolve the issue"),
        ("Contact information for your supplier", "Contact information for our supplier"),
        ("explain why you were reported in error", "Why we were reported in error"),
        ("Please tell us how these units reached the buyers", "How these units reached the buyers"),
        (
            "submit an appeal explaining how your account has not been used to engage in fraudulent activity",
            "How our account has not been used to engage in fraudulent activity",
        ),
        (
            "Provide an invoice or letter of authorization from the manufacturer",
            "Invoice or letter of authorization from the manufacturer",
        ),
        ("Please send us copies of your invoices", "Copies of our invoices"),
        ("Upload the last two bills once more before Nov 15", "Upload the last two bills once more before Nov 15"),
        ("Verify your business address and telephone number", "Verify your business address and telephone number"),
        ("Send a revised plan again", "Send a revised plan again"),
        ("Where do you store your inventory?", "Where do you store your inventory?"),
    ],
)
def test_a_request_becomes_the_heading_of_its_answer(words: str, heading: str) -> None:
    assert asked(words) == heading
