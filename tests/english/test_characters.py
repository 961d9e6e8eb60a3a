"""What replaces the marks of Chinese typing reads as English, with its spaces."""

from __future__ import annotations

from poa_app.english.lint import lint
from poa_app.english.setting import Setting
from tests.each import for_each


def _mended(text: str) -> str:
    """Return a text with every fix that makes itself."""
    for match in reversed(lint(text, Setting())):
        if match.rule.startswith("characters.") and match.fixes and match.fixes[0].automatic:
            text = text[: match.start] + match.fixes[0].text + text[match.end :]
    return text


@for_each(
    ("typed", "mended"),
    [
        (
            "１、On 5 March 2026，we closed 1，140 offers（14 in all）。Then we stopped；see A：ok",
            "1. On 5 March 2026, we closed 1,140 offers (14 in all). Then we stopped; see A: ok",
        ),
        ("We met at 10：30 ，\nas agreed 。", "We met at 10:30,\nas agreed."),
        ("We waited……and wrote——again", "We waited...and wrote - again"),
        ("《Garden Lamp》was 「new」", '"Garden Lamp" was "new"'),
        ("①Label\n② Box, item ③", "1. Label\n2. Box, item (3)"),
        ("　　We wrote　in ３～５ days", "We wrote in 3-5 days"),
        ("100％ ok！Yes？No", "100% ok! Yes? No"),
        ("A＆B ＂safe＂, it＇s ＋8", 'A&B "safe", it\'s +8'),
        ("Our Аmаzon store", "Our Amazon store"),
        ("B0EX\u200bAMPL01", "B0EXAMPL01"),
        ("\uf0b7 Label\n\uf0a7 Box", "• Label\n• Box"),
        ("70℃", "70°C"),
    ],
)
def test_typed_marks_become_english(typed: str, mended: str) -> None:
    assert _mended(typed) == mended


def test_a_broken_sign_inside_a_line_is_not_replaced_by_a_guess() -> None:
    assert _mended("The \uf0b7 sheet") == "The \uf0b7 sheet"
