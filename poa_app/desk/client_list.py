"""What the client still has to send, as a Chinese list to copy: what, why, what disqualifies it, by when."""

from __future__ import annotations

from datetime import datetime

from poa_app.desk.clock import clock
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.finding import Finding

_FROM_CLIENT = ("client", "metrics", "products", "exhibits", "suppliers", "corrective_actions", "preventive_measures")
"""Parts of a case whose gaps only the client can fill."""


def request_list(case: Case, findings: tuple[Finding, ...], now: datetime) -> str:
    """Write the list of what is still needed from the client.

    Args:
        case: the case.
        findings: what its check found.
        now: this moment, with its zone.
    """
    due = clock(case, now)
    lines = [f"【{case.client.store or '店铺'}】申诉资料清单"]
    if due:
        at = due.due.astimezone(now.tzinfo)
        lines.append(f"请在 {at.year}年{at.month}月{at.day}日 {at:%H:%M} 之前提供（亚马逊的截止时间，请尽量提前）。")
    needed = [*_evidence(case, findings), *_gaps(findings)]
    lines += ["", *(needed or ["目前没有需要客户补充的资料。"])]
    lines += ["", "所有文件请提供原件扫描或原始导出，不要修改、拼接或重新制作；确实无法提供的，请直接说明原因。"]
    return "\n".join(lines)


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


def _gaps(findings: tuple[Finding, ...]) -> list[str]:
    """List the other gaps only the client can fill, each with its reason."""
    needed = [
        finding
        for finding in findings
        if finding.rule in ("completeness.missing", "completeness.not-done", "exhibits.quantity-short")
        and finding.path.split("/")[1] in _FROM_CLIENT
    ]
    if not needed:
        return []
    return [
        "",
        "还需要确认的内容：",
        *(f"- {finding.message_zh}（{finding.why_zh.rstrip('。')}）" for finding in needed),
    ]
