"""What the client still has to send, as a list to copy, in English or Chinese."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from poa_app.desk.clock import Clock, clock
from poa_app.desk.work import draft_of
from poa_app.desk.zones import is_same_clock, zone_name
from poa_app.knowledge import knowledge
from poa_app.knowledge.asked import enforcements_of
from poa_app.knowledge.schema import Bilingual
from poa_app.model.case import Case
from poa_app.model.fields import owner_of
from poa_app.model.finding import Finding
from poa_app.model.paths import get, index_of, pattern, steps
from poa_app.model.text import is_blank

_WORDS = {
    "store": Bilingual(en="your store", zh="店铺"),
    "head": Bilingual(en="Documents and facts for the appeal of {store}", zh="【{store}】申诉资料清单"),
    "due": Bilingual(
        en="Amazon's deadline: {ends}. Please send everything well before it.",
        zh="亚马逊的截止时间：{ends}。请尽量提前提供。",
    ),
    "use": Bilingual(en="What it is for: {use}", zh="用途：{use}"),
    "not": Bilingual(en="Not accepted: {items}.", zh="以下不可用：{items}。"),
    "else": Bilingual(en="If it does not exist: {items}.", zh="确实没有时：{items}。"),
    "file": Bilingual(en="Please send this file.", zh="请发来这份文件。"),
    "use-file": Bilingual(en="It goes to Amazon together with the letter.", zh="随申诉信一起提交给亚马逊。"),
    "confirm": Bilingual(en="Also to be confirmed:", zh="还需要确认的内容："),
    "nothing": Bilingual(en="Nothing is needed from you at the moment.", zh="目前没有需要客户补充的资料。"),
    "how": Bilingual(
        en="Please send scans of the originals or the original exports. Do not alter, join or remake anything; where"
        " something cannot be provided, tell us why.",
        zh="所有文件请提供原件扫描件或原始导出文件，不要修改、拼接或重新制作；确实无法提供的，请直接说明原因。",
    ),
    "row": Bilingual(en="{kind} “{name}”", zh="{kind}“{name}”"),
    "of": Bilingual(en="{row}: {question}", zh="{row}：{question}"),
    "label": Bilingual(en="{label}?", zh="{label}？"),
}
"""The list's own sentences."""

_BEIJING = ZoneInfo("Asia/Shanghai")


def request_list(case: Case, findings: tuple[Finding, ...], now: datetime, language: str) -> str:
    """Return the list of what is still needed from the client.

    Args:
        case: the case.
        findings: what its check found.
        now: this moment, in the reader's zone.
        language: of the list, ``en`` or ``zh``.
    """
    return _List(case, findings, now, language).text()


class _List:
    """One list under construction."""

    def __init__(self, case: Case, findings: tuple[Finding, ...], now: datetime, language: str) -> None:
        self.case = case
        self.findings = findings
        self.now = now
        self.language = language

    def text(self) -> str:
        evidence, gaps = self.evidence(), self.gaps()
        parts = [
            self.head(),
            "\n".join(evidence),
            "\n".join([self.say("confirm"), *gaps] if gaps else []),
        ]
        if not any(parts[1:]):
            parts.append(self.say("nothing"))
        parts.append(self.say("how"))
        return "\n\n".join(filter(None, parts))

    def say(self, key: str, **values: str) -> str:
        return self.of(_WORDS[key]).format_map(values) if values else self.of(_WORDS[key])

    def of(self, words: Bilingual) -> str:
        return words.in_language(self.language)

    def head(self) -> str:
        head = self.say("head", store=self.case.client.store or self.say("store"))
        due = clock(self.case, self.now)
        if not isinstance(due, Clock):
            return head
        zones = [_BEIJING, due.due.tzinfo] if self.language == "zh" else [due.due.tzinfo, self.now.tzinfo]
        if is_same_clock(zones[0], zones[1], due.due):
            zones = zones[:1]
        ends = " = ".join(self.moment(due.due.astimezone(zone)) for zone in zones)
        return f"{head}\n{self.say('due', ends=ends)}"

    def moment(self, at: datetime) -> str:
        zone = zone_name(at.tzinfo, self.language)
        if self.language == "zh":
            return f"{zone} {at.year}年{at.month}月{at.day}日 {at:%H:%M}"
        return f"{at.day} {at:%B %Y, %H:%M} {zone}"

    def evidence(self) -> list[str]:
        """Return the evidence still missing, each with why, what will not do, and what else would."""
        known = knowledge()
        wanted = {
            finding.path.rsplit("/", 1)[-1] for finding in self.findings if finding.rule == "completeness.evidence"
        }
        asked = [one for each in enforcements_of(self.case, known) for one in each.evidence if one.kind in wanted]
        lines = []
        for number, one in enumerate(asked, 1):
            lines.append(f"{number}. {self.of(known.evidence[one.kind].name)}")
            lines.append(f"   {self.say('use', use=self.of(one.why))}")
            for key, items in (("not", one.disqualifiers), ("else", one.alternatives)):
                if items:
                    joined = ("；" if self.language == "zh" else "; ").join(
                        self.of(item).rstrip("。；.;") for item in items
                    )
                    lines.append(f"   {self.say(key, items=joined)}")
        return lines

    def gaps(self) -> list[str]:
        """Return questions for the other gaps only the client can fill, each with what the answer is for."""
        undone = {
            finding.path.removesuffix("/done") for finding in self.findings if finding.rule == "completeness.not-done"
        }
        lines = []
        for finding in self.findings:
            row, _, field = finding.path.rpartition("/")
            if finding.rule == "exhibits.quantity-short":
                lines.append(self.line(*self.words_of(finding)))
            elif finding.rule == "exhibits.no-file":
                lines.append(self.line(self.of_row(finding.path, self.say("file")), self.say("use-file")))
            elif finding.rule in ("completeness.missing", "completeness.not-done") and not (
                owner_of(finding.path) == "agency" or (row in undone and field in ("date", "exhibits"))
            ):
                lines.append(self.question(finding))
        return list(dict.fromkeys(lines))

    def question(self, finding: Finding) -> str:
        """Ask for one field; the figures of a reading, and the lines of a paper, are asked for at once."""
        known, kind = knowledge(), pattern(finding.path)
        own = known.client_questions.get(re.sub(r"/(then|now|covers)/.*", r"/\1", kind))
        if own:
            question, use = self.of(own.ask), self.of(own.use)
        else:
            question, use = self.say("label", label=self.of(known.questions[kind].label)), self.words_of(finding)[1]
        return self.line(self.of_row(finding.path, question), use)

    def of_row(self, path: str, question: str) -> str:
        """Say beside a question which row it is asked of, where the path leads into one."""
        return self.say("of", row=self.row(path), question=question) if "/*" in pattern(path) else question

    def row(self, path: str) -> str:
        """Name the row a field belongs to by its own words, by its number as long as it has none."""
        part, own = steps(path)[:2]
        known, rows = knowledge(), get(self.case, f"/{part}")
        at = index_of(rows, own)
        names = {slug: self.of(one.name) for table in (known.metrics, known.evidence) for slug, one in table.items()}
        spec = rows[at].spec
        held = [getattr(rows[at], field) for field in spec.named_by or spec.head]
        if self.language == "zh":
            held.insert(0, draft_of(self.case, f"/{part}/{own}/what"))
        words = next((" ".join(text.split()) for text in held if not is_blank(text)), "")
        kind = self.of(known.rows[part].name)
        return self.say("row", kind=kind, name=names.get(words, words)) if words else f"{kind} {at + 1}"

    def words_of(self, finding: Finding) -> tuple[str, str]:
        return (finding.message_zh, finding.why_zh) if self.language == "zh" else (finding.message, finding.why)

    def line(self, question: str, use: str) -> str:
        return f"- {question}\n  {self.say('use', use=use)}"
