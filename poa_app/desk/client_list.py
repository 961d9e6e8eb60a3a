"""What the client still has to send, as a Chinese list to copy: what, why, what disqualifies it, by when."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from poa_app.desk.clock import Clock, clock
from poa_app.desk.work import draft_of
from poa_app.desk.zones import zone_name
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.finding import Finding
from poa_app.model.paths import get, index_of, pattern, steps
from poa_app.model.text import is_blank

_FROM_CLIENT = ("client", "metrics", "products", "exhibits", "suppliers", "corrective_actions", "preventive_measures")
"""Parts of a case whose gaps only the client can fill."""

_OURS = {"head", "causes", "kind", "title", "shows", "letter", "metric", "target", "note", "passage", "now_passage"}
"""Fields of those parts that the agency fills in by itself."""

_NAMED_BY = {
    "metrics": ("metric",),
    "products": ("name", "asin"),
    "suppliers": ("name",),
    "exhibits": ("title", "kind"),
    "corrective_actions": ("what",),
    "preventive_measures": ("what",),
}
"""The fields whose words tell a client which row is meant, the clearest first."""

_MATCHED = "亚马逊用它把申诉与账户对应起来。"
_SIGNED = "申诉信须由能代表公司的人签署。"
_FIGURES = "亚马逊会核算这些数字。"
_DONE = "亚马逊只认可已经完成、有据可查的措施。"
_RUNNING = "亚马逊要看到措施已经在执行。"
_SUPPLY = "亚马逊会联系并核实供应商。"
_PAPER = "亚马逊按文件上的信息核实。"
_COVERED = "发票数量须覆盖销量。"

_ASKED = {
    "/client/store": ("卖家后台显示的店铺名称是什么？", _MATCHED),
    "/client/legal_name": ("公司的英文或拼音名称是什么？请与账户信息一致。", "名称与账户或发票不一致会被拒。"),
    "/client/local_name": ("营业执照上的公司中文全称是什么？", "发票抬头是中文时，要与这个名称一致。"),
    "/client/merchant_token": ("卖家记号（Merchant Token）是什么？请从账户信息中复制。", _MATCHED),
    "/client/signatory": ("由谁签署申诉信？请提供姓名拼音。", _SIGNED),
    "/client/signatory_title": ("签署人是什么职务？", _SIGNED),
    "/metrics/*/then": ("通知中的数值、问题订单数、订单总数和统计周期起止日期分别是什么？", _FIGURES),
    "/metrics/*/now": ("目前的数值、问题订单数、订单总数和统计周期起止日期分别是什么？", _FIGURES),
    "/products": ("通知涉及哪些商品？请提供 ASIN。", "通知中的每个 ASIN 都要回应。"),
    "/products/*/asin": ("ASIN 是什么？", "通知中的每个 ASIN 都要回应。"),
    "/products/*/sold": ("收到通知前 365 天内售出多少件？", _COVERED),
    "/products/*/supplier": ("从哪家供应商采购？", "供应链从直接供应商开始追溯。"),
    "/suppliers": ("从哪些供应商采购？请逐级列到生产商。", "亚马逊会核实供应链的每一环。"),
    "/suppliers/*/name": ("供应商的英文或拼音名称是什么？请与发票一致。", _SUPPLY),
    "/suppliers/*/local_name": ("供应商营业执照上的中文全称是什么？请与发票一致。", _SUPPLY),
    "/suppliers/*/role": ("是生产商、品牌方、经销商、批发商还是贸易商？", "供应链须追溯到生产商。"),
    "/suppliers/*/buys_from": ("这家供应商从哪里进货？", "供应链须追溯到生产商。"),
    "/suppliers/*/contact": ("由哪位联系人确认采购？", _SUPPLY),
    "/suppliers/*/phone": ("有人接听的电话是多少？", _SUPPLY),
    "/suppliers/*/email": ("邮箱是什么？", _SUPPLY),
    "/suppliers/*/address": ("详细地址是什么？", _SUPPLY),
    "/suppliers/*/website": ("网站是什么？", _SUPPLY),
    "/exhibits": ("有哪些文件可以作为证据？", "没有证据的说法会被忽略。"),
    "/exhibits/*/file": ("请提供文件。", "申诉信提到的文件须一并提交。"),
    "/exhibits/*/translation": ("请提供这份文件的英文译文（另存一份，不要改动原件）。", "审核员看英文。"),
    "/exhibits/*/date": ("文件上的日期是哪天？", "文件日期决定是否有效。"),
    "/exhibits/*/number": ("文件上的编号是什么？", _PAPER),
    "/exhibits/*/issuer": ("由哪家公司出具？", _PAPER),
    "/exhibits/*/addressee": ("抬头是哪家公司？", _PAPER),
    "/exhibits/*/covers": ("包含哪些 ASIN，各多少件？", _COVERED),
    "/corrective_actions": ("收到通知后，已经完成了哪些整改？", _DONE),
    "/corrective_actions/*/what": ("已经做了什么？", _DONE),
    "/corrective_actions/*/date": ("哪天完成的？", _DONE),
    "/corrective_actions/*/who": ("由哪个岗位完成？", "申诉信要写明责任岗位，不写姓名。"),
    "/corrective_actions/*/where": ("在哪里做的，覆盖哪些商品或订单？", "措施须覆盖出问题的范围。"),
    "/corrective_actions/*/how": ("具体怎么做的？", "写清做法，审核员才会相信已经完成。"),
    "/corrective_actions/*/exhibits": ("有什么凭证（截图、记录、单据）？", _DONE),
    "/corrective_actions/*/done": ("是否已完成？请给出完成日期和凭证。", "亚马逊会以“措施未落实”为由拒绝。"),
    "/preventive_measures": ("现在靠哪些做法防止问题再次发生？", _RUNNING),
    "/preventive_measures/*/what": ("现在具体做什么？", _RUNNING),
    "/preventive_measures/*/since": ("从哪天开始执行？", _RUNNING),
    "/preventive_measures/*/frequency": ("多久执行一次，在什么时间？", "“定期”之类的说法无法核实。"),
    "/preventive_measures/*/who": ("由哪个岗位负责？", "申诉信要写明责任岗位，不写姓名。"),
    "/preventive_measures/*/deputy": ("责任人不在时，由哪个岗位代替？", "休假时措施也要有人执行。"),
    "/preventive_measures/*/where": ("在哪里执行，覆盖哪些商品或订单？", "措施须覆盖出问题的范围。"),
    "/preventive_measures/*/record": ("每次执行留下什么记录？", "记录能证明措施在执行。"),
    "/preventive_measures/*/exhibits": ("有什么凭证（截图、记录、单据）？", _RUNNING),
}
"""What a client is asked, and what for, by the kind of field; a field not here is asked for by its label."""

_BEIJING = ZoneInfo("Asia/Shanghai")


def request_list(case: Case, findings: tuple[Finding, ...], now: datetime) -> str:
    """Write the list of what is still needed from the client.

    Args:
        case: the case.
        findings: what its check found.
        now: this moment, with its zone.
    """
    due = clock(case, now)
    head = f"【{case.client.store or '店铺'}】申诉资料清单"
    if isinstance(due, Clock):
        ends = " = ".join(_moment(due.due.astimezone(zone)) for zone in (_BEIJING, due.due.tzinfo))
        head += f"\n亚马逊的截止时间：{ends}。请尽量提前提供。"
    gaps = _gaps(case, findings)
    parts = [
        head,
        "\n".join(_evidence(case, findings)),
        "\n".join(["还需要确认的内容：", *gaps] if gaps else []),
    ]
    if not any(parts[1:]):
        parts.append("目前没有需要客户补充的资料。")
    parts.append("所有文件请提供原件扫描件或原始导出文件，不要修改、拼接或重新制作；确实无法提供的，请直接说明原因。")
    return "\n\n".join(filter(None, parts))


def _moment(at: datetime) -> str:
    return f"{zone_name(at.tzinfo, 'zh')} {at.year}年{at.month}月{at.day}日 {at:%H:%M}"


def _evidence(case: Case, findings: tuple[Finding, ...]) -> list[str]:
    known = knowledge()
    wanted = {finding.path.rsplit("/", 1)[-1] for finding in findings if finding.rule == "completeness.evidence"}
    lines: list[str] = []
    for slug in case.enforcements:
        for one in known.enforcements[slug].evidence if slug in known.enforcements else ():
            if one.kind not in wanted:
                continue
            lines.append(f"{len(lines) + 1}. {known.evidence[one.kind].name.zh}")
            lines[-1] += f"\n   用途：{one.why.zh}"
            if one.disqualifiers:
                lines[-1] += (
                    "\n   以下不可用：" + "；".join(item.zh.rstrip("。；") for item in one.disqualifiers) + "。"
                )
            if one.alternatives:
                lines[-1] += "\n   确实没有时：" + "；".join(item.zh.rstrip("。；") for item in one.alternatives) + "。"
    return lines


def _gaps(case: Case, findings: tuple[Finding, ...]) -> list[str]:
    """Ask for the other gaps only the client can fill, each with what it is for."""
    undone = {finding.path.removesuffix("/done") for finding in findings if finding.rule == "completeness.not-done"}
    lines = []
    for finding in findings:
        row, _, field = finding.path.rpartition("/")
        if finding.path.split("/")[1] not in _FROM_CLIENT:
            continue
        if finding.rule == "exhibits.quantity-short":
            lines.append(_line(finding.message_zh, finding.why_zh))
        elif finding.rule in ("completeness.missing", "completeness.not-done") and not (
            field in _OURS or (row in undone and field in ("date", "exhibits"))
        ):
            lines.append(_question(case, finding))
    return list(dict.fromkeys(lines))


def _question(case: Case, finding: Finding) -> str:
    """Ask for one field; the figures of one reading of a metric, and the lines of one paper, are asked for at once."""
    kind = pattern(finding.path)
    label = knowledge().questions[kind].label.zh
    key = re.sub(r"/(then|now|covers)/.*", r"/\1", kind)
    question, use = _ASKED.get(key, (f"{label}？", finding.why_zh))
    return _line(f"{_row(case, finding.path)}：{question}" if "/*" in kind else question, use)


def _row(case: Case, path: str) -> str:
    """Name the row a field belongs to by its own words, by its number as long as it has none."""
    part, own = steps(path)[:2]
    known, rows = knowledge(), get(case, f"/{part}")
    at = index_of(rows, own)
    names = {slug: one.name.zh for table in (known.metrics, known.evidence) for slug, one in table.items()}
    held = (draft_of(case, f"/{part}/{own}/what"), *(getattr(rows[at], field) for field in _NAMED_BY[part]))
    words = next((" ".join(text.split()) for text in held if not is_blank(text)), "")
    return f"{known.places[part].zh}“{names.get(words, words)}”" if words else f"{known.places[part].zh} {at + 1}"


def _line(question: str, use: str) -> str:
    return f"- {question}\n  用途：{use}"
