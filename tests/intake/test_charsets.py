"""Text without a name of its characters, or under a wrong one, is read or refused, never shown as other characters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.intake.charsets import UnknownCharset, decode
from tests.each import for_each

TEXTS = {
    ("gbk", "gb18030"): [
        "Your late shipment rate is 5.2%. 您的账户 镕",
        "您的账户已被停用",
        "尊敬的卖家：您好，我们已经停用您的卖家账户，因为您的迟发率为5.2%，超过了4%的目标。请在72小时内提交行动计划。",
        "Dear 王先生, your account is deactivated.",
    ],
    ("big5", "cp950"): [
        "Your rate is 5.2%. 您的帳戶",
        "您的賣家帳戶已停用，請提交行動計畫。",
        "尊敬的賣家，我們已停用您的帳戶。",
    ],
    ("shift_jis", "cp932", "euc_jp", "iso2022_jp"): [
        "Your rate 5.2%. アカウント停止",
        "お客様の出品者アカウントは停止されました。改善計画書を提出してください。",
    ],
    ("cp1252",): [
        "Your “late” rate – 5.2 %",
        "Sehr geehrter Verkäufer, Ihr Konto wurde gesperrt – bitte antworten Sie.",
        "Señor, su cuenta está suspendida",
        "Günther Müller GmbH",
    ],
    ("cp949",): ["판매자 계정이 정지되었습니다."],
}
WRITTEN = [(text, codec) for codecs, texts in TEXTS.items() for codec in codecs for text in texts]


def _read(content: bytes, named: str | None = None) -> str | None:
    try:
        return decode(content, named)
    except UnknownCharset:
        return None


@for_each(("text", "codec"), WRITTEN)
def test_text_is_read_or_refused_and_most_of_it_read(text: str, codec: str) -> None:
    assert _read(text.encode(codec)) in (text, None)
    assert _read(text.encode(codec), codec) == text


def test_nearly_all_of_them_are_read_without_a_name() -> None:
    assert sum(_read(text.encode(codec)) == text for text, codec in WRITTEN) >= 0.9 * len(WRITTEN)


@for_each("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@for_each("text", [text for texts in TEXTS.values() for text in texts])
def test_unicode_is_read_whole(text: str, codec: str) -> None:
    assert decode(text.encode(codec)) == text


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_read(codec: str) -> None:
    assert decode("Your rate is 5.2%. 您的账户".encode(codec)) == "Your rate is 5.2%. 您的账户"


@for_each("named", ["utf-8", "us-ascii", "iso-8859-1", "nonsense", ""])
def test_a_wrong_name_does_not_make_other_characters(named: str) -> None:
    assert decode("尊敬的卖家：您的账户已停用，请提交行动计划。".encode("gbk"), named) == (
        "尊敬的卖家：您的账户已停用，请提交行动计划。"
    )


@settings(max_examples=500, derandomize=True)
@given(st.binary(max_size=300), st.sampled_from([None, "gbk", "utf-7", "hz", "idna", "rot13", "base64", "x" * 99]))
def test_any_bytes_are_read_or_refused(content: bytes, named: str | None) -> None:
    read = _read(content, named)
    assert read is None or isinstance(read, str)
