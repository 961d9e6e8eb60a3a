"""Everything that can go wrong, as one tree.

PoaError
├── InputError (ValueError)        what was given cannot be used; exit code 2
│   ├── UnreadableFile (OSError)   a file that is missing, a folder, or not ours to read
│   ├── TooLarge                   more bytes than a case file may have
│   ├── NotJson                    bytes that are not UTF-8 JSON
│   ├── NotACase                   JSON that is not one of our cases
│   ├── NewerCase                  a case written by a later version of this program
│   ├── UnknownName                an enforcement, template or section nobody has heard of
│   └── BadOutput (OSError)        a place that cannot be written, or a suffix we do not write
├── TemplateFault (ValueError)     a template of ours, or the user's, that cannot be rendered; exit code 2
├── KnowledgeFault (ValueError)    a data file that does not fit its schema; exit code 2
└── Incomplete                     the case still has points that block; exit code 1

Each message is one sentence that says what, where and what to do, in English (``str(error)``) and in Chinese
(``error.zh``). No message holds text of the case beyond a file name or an identifier.
"""

from __future__ import annotations


class PoaError(Exception):
    """The root: anything this program reports instead of failing with a traceback.

    Args:
        en: the sentence in English.
        zh: the same sentence in Chinese.
    """

    exit_code = 2

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.en = en
        self.zh = zh

    def __str__(self) -> str:
        return self.en


class InputError(PoaError, ValueError):
    """What was given cannot be used."""


class UnreadableFile(InputError, OSError):
    """A file that is missing, is a folder, or may not be read."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(
            f"{file}: cannot be read ({reason}); check the name and the access rights.",
            f"{file}：无法读取（{reason}）。请检查文件名和访问权限。",
        )


class TooLarge(InputError):
    """More bytes than are accepted."""

    def __init__(self, where: str, size: int, limit: int) -> None:
        super().__init__(
            f"{where}: {size:,} bytes is more than the {limit:,} accepted; remove what does not belong there.",
            f"{where}：{size:,} 字节，超过上限 {limit:,} 字节。请删去不属于这里的内容。",
        )


class NotJson(InputError):
    """Bytes that are not UTF-8 JSON."""

    def __init__(self, file: str, line: int | None, reason: str) -> None:
        at = f", line {line}" if line else ""
        at_zh = f"，第 {line} 行" if line else ""
        super().__init__(
            f"{file}{at}: is not a JSON file ({reason}); open a case that this program saved.",
            f"{file}{at_zh}：不是 JSON 文件（{reason}）。请打开本程序保存的案件。",
        )


class NotACase(InputError):
    """JSON that is not a case."""

    def __init__(self, file: str, where: str, reason: str) -> None:
        super().__init__(
            f"{file}: is not a usable case, at {where}: {reason}; mend that place or start with 'poa new'.",
            f"{file}：不是可用的案件，位置 {where}：{reason}。请修改该处，或用 poa new 新建。",
        )


class NewerCase(InputError):
    """A case written by a later version."""

    def __init__(self, file: str, version: int, known: int) -> None:
        super().__init__(
            f"{file}: was saved by a newer version of this program (format {version}, this one reads up to {known});"
            " update the program.",
            f"{file}：由更新版本的程序保存（格式 {version}，本程序最高支持 {known}）。请先升级程序。",
        )


class UnknownName(InputError):
    """A name that nothing here bears."""

    def __init__(self, kind: str, kind_zh: str, name: str, known: tuple[str, ...], file: str | None = None) -> None:
        start = f"{file}: " if file else ""
        start_zh = f"{file}：" if file else ""
        super().__init__(
            f"{start}there is no {kind} {name!r}; choose one of: {', '.join(known)}.",
            f"{start_zh}没有名为 {name!r} 的{kind_zh}。可选：{'、'.join(known)}。",
        )


class BadOutput(InputError, OSError):
    """A place that cannot be written, or a suffix we do not write."""

    def __init__(self, file: str, reason: str, reason_zh: str) -> None:
        super().__init__(
            f"{file}: cannot be written ({reason}); nothing was saved, choose another place.",
            f"{file}：无法写入（{reason_zh}）。未保存任何内容，请另选位置。",
        )


class TemplateFault(PoaError, ValueError):
    """A template that cannot be rendered.

    Args:
        file: the template's path below ``templates/``.
        line: line in that file, counted from 1, or None where it cannot be told.
        reason: what is wrong, without case text.
    """

    def __init__(self, file: str, line: int | None, reason: str) -> None:
        at = f", line {line}" if line else ""
        at_zh = f"，第 {line} 行" if line else ""
        super().__init__(
            f"template {file}{at}: {reason}; mend the template.", f"模板 {file}{at_zh}：{reason}。请修改模板。"
        )
        self.file = file
        self.line = line


class KnowledgeFault(PoaError, ValueError):
    """A data file that does not fit its schema."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}, {key}: {reason}; mend the data file.", f"{file}，{key}：{reason}。请修改数据文件。")


class Incomplete(PoaError):
    """The case still has points that block a clean letter."""

    exit_code = 1

    def __init__(self, file: str, count: int) -> None:
        points, them = ("point blocks", "it") if count == 1 else ("points block", "them")
        super().__init__(
            f"{file}: {count} {points} the letter; 'poa check' lists {them}, '--draft' prints with gaps.",
            f"{file}：还有 {count} 个阻断项。用 poa check 查看，或加 --draft 输出带缺口的草稿。",
        )
