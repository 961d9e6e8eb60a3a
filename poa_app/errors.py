"""Everything that can go wrong, as one tree.

PoaError
├── InputError (ValueError)        what was given cannot be used; exit code 2
│   ├── UnreadableFile (OSError)   a file that is missing, a folder, or not ours to read
│   ├── TooLarge                   more bytes than a case file may have
│   │   └── TooPacked              an archive that holds more than is unpacked
│   ├── TooMany                    a list with more entries than are worked through
│   ├── NotJson                    bytes that are not UTF-8 JSON
│   ├── NotACase                   JSON that is not one of our cases
│   ├── NotAReport                 a file that is not the account health report of Amazon
│   ├── NewerCase                  a case written by a later version of this program
│   ├── UnknownName                an unknown enforcement, template or section
│   ├── UnknownCase                an id that no case in the store has
│   ├── StaleReference                       a row, file or revision that somebody has removed meanwhile
│   ├── BadArchive                 a zip that is no case with its files
│   ├── BadEvidence                a file that is not evidence, or not what its name says
│   ├── NoText                     a file out of which no text can be read
│   ├── UnknownCharacters          a text whose character set cannot be told for sure
│   ├── TooLong                    a notice that is longer than any
│   ├── OverLimit                  a file that takes more time or memory to read than one may
│   ├── BadValue                   a value that its field cannot hold
│   └── BadOutput (OSError)        a place that cannot be written, or a suffix we do not write
├── StoreFault (OSError)           a database that cannot be used; exit code 2
│   ├── WrongAddress               an address under which no database can be used
│   ├── ReadOnlyStore              one that cannot be opened for writing
│   ├── DiskFull                  one without room for more
│   ├── CorruptStore                  one that is damaged
│   ├── DamagedFile                one that holds a file otherwise than it was put there
│   ├── ForeignStore               one that another program has made
│   └── NewerStore                 one that a later version of this program has written
├── PortInUse (OSError)            something else listens where the app should; exit code 1
├── NotOwnAddress (OSError)        an address to listen on that this machine does not have; exit code 1
├── TemplateFault (ValueError)     a template of ours, or the user's, that cannot be rendered; exit code 2
├── KnowledgeFault (ValueError)    a data file that does not fit its schema; exit code 2
└── Incomplete                     the case still has points that block; exit code 1

Each message is one sentence that says what, where and what to do, in English (``str(error)``) and in Chinese
(``error.zh``). No message holds text of the case beyond a file name or an identifier, and no name more than 80
characters.
"""

from __future__ import annotations

from collections.abc import Iterable

from poa_app.faults import (
    REASON_LIMIT,
    CorruptStore,
    DamagedFile,
    DiskFull,
    ForeignStore,
    InputError,
    NewerStore,
    NotAReport,
    PoaError,
    ReadOnlyStore,
    StoreFault,
    WrongAddress,
    short,
)

__all__ = [
    "BadArchive", "BadEvidence", "BadOutput", "BadValue", "CorruptStore", "DamagedFile", "DiskFull", "ForeignStore",
    "Incomplete", "InputError", "KnowledgeFault", "NewerCase", "NewerStore", "NoText", "NotACase", "NotAReport",
    "NotJson", "NotOwnAddress", "OverLimit", "PoaError", "PortInUse", "ReadOnlyStore", "StaleReference", "StoreFault",
    "TemplateFault", "TooLarge", "TooLong", "TooMany", "TooPacked", "UnknownCase", "UnknownCharacters", "UnknownName",
    "UnreadableFile", "WrongAddress", "short",
]  # fmt: skip


class UnreadableFile(InputError, OSError):
    """A file that is missing, is a folder, or may not be read."""

    def __init__(self, file: str, reason: str) -> None:
        file, reason = short(file), short(reason, REASON_LIMIT)
        super().__init__(
            f"{file}: cannot be read ({reason}); check the name and the access rights.",
            f"{file}：无法读取（{reason}）。请检查文件名和访问权限。",
        )


class TooLarge(InputError):
    """More bytes than are accepted."""

    def __init__(self, where: str, size: int, limit: int) -> None:
        where = short(where)
        super().__init__(
            f"{where}: {size:,} bytes is more than the {limit:,} accepted; remove what does not belong there.",
            f"{where}：{size:,} 字节，超过上限 {limit:,} 字节。请删去不属于这里的内容。",
        )


class TooPacked(TooLarge):
    """An archive that holds more than is unpacked.

    Args:
        where: its name.
        found: what it holds, and how much of that is accepted.
        found_zh: the same in Chinese.
    """

    def __init__(self, where: str, found: str, found_zh: str) -> None:
        where = short(where)
        InputError.__init__(
            self,
            f"{where}: {found}, as no ordinary document does; give the original, or print it as PDF.",
            f"{where}：{found_zh}，不像普通文档。请提供原始文件，或另存为 PDF。",
        )


class TooMany(InputError):
    """A list with more entries than are worked through; an empty name means all lists of the case together."""

    def __init__(self, file: str, where: str, count: int, limit: int) -> None:
        file, where = short(file), short(where)
        super().__init__(
            f"{file}: {count:,} entries in {where or 'all its lists'} are more than the {limit:,} accepted;"
            " keep what the letter needs, or make a second case.",
            f"{file}：{where or '全部列表'} 共 {count:,} 条，超过上限 {limit:,} 条。"
            "请只留申诉信用得到的，或另建一个案件。",
        )


class NotJson(InputError):
    """Bytes that are not UTF-8 JSON."""

    def __init__(self, file: str, line: int | None, reason: str) -> None:
        file, reason = short(file), short(reason, REASON_LIMIT)
        at = f", line {line}" if line else ""
        at_zh = f"，第 {line} 行" if line else ""
        super().__init__(
            f"{file}{at}: is not a JSON file ({reason}); open a case that this program saved.",
            f"{file}{at_zh}：不是 JSON 文件（{reason}）。请打开本程序保存的案件。",
        )


class NotACase(InputError):
    """JSON that is not a case.

    Args:
        file: its name.
        where: the place in it.
        reason: what is wrong there, without case text.
    """

    def __init__(self, file: str, where: str, reason: str) -> None:
        file, where, reason = short(file), short(where), short(reason, REASON_LIMIT)
        super().__init__(
            f"{file}: is not a usable case, at {where}: {reason}; mend that place or start with 'poa new'.",
            f"{file}：不是可用的案件，位置 {where}：{reason}。请修改该处，或用 poa new 新建。",
        )
        self.where = where
        self.reason = reason


class NewerCase(InputError):
    """A case written by a later version."""

    def __init__(self, file: str, version: int, known: int) -> None:
        file, given = short(file), short(version)
        super().__init__(
            f"{file}: was saved by a newer version of this program (format {given}, this one reads up to {known});"
            " update the program.",
            f"{file}：由更新版本的程序保存（格式 {given}，本程序最高支持 {known}）。请先升级程序。",
        )


class UnknownName(InputError):
    """A name that nothing here bears."""

    def __init__(self, kind: str, kind_zh: str, name: str, known: tuple[str, ...], file: str | None = None) -> None:
        name = f"'{short(name)}'"
        start = f"{short(file)}: " if file else ""
        start_zh = f"{short(file)}：" if file else ""
        super().__init__(
            f"{start}there is no {kind} {name}; choose one of: {', '.join(known)}.",
            f"{start_zh}没有名为 {name} 的{kind_zh}。可选：{'、'.join(known)}。",
        )


class BadOutput(InputError, OSError):
    """A place that cannot be written, or a suffix we do not write."""

    def __init__(self, file: str, reason: str, reason_zh: str) -> None:
        file, reason = short(file), short(reason, REASON_LIMIT)
        super().__init__(
            f"{file}: cannot be written ({reason}); nothing was saved, choose another place.",
            f"{file}：无法写入（{reason_zh}）。未保存任何内容，请另选位置。",
        )


class UnknownCase(InputError):
    """An id that no case in the store bears; it is not repeated, since it may be anything."""

    def __init__(self) -> None:
        super().__init__(
            "there is no case at this address, or it has been deleted; open the case from the list under Cases.",
            "此地址没有案件，或案件已被删除。请从案件列表中打开。",
        )


class StaleReference(InputError):
    """Something that was there when it was shown, and is no longer."""

    def __init__(self, what: str, what_zh: str) -> None:
        super().__init__(
            f"this {what} is no longer there; nothing was changed, reload the page.",
            f"该{what_zh}已不存在。未更改任何内容，请刷新页面。",
        )


class BadArchive(InputError):
    """A zip that is not a case with its files.

    Args:
        file: its name.
        reason: what is wrong with it.
        reason_zh: the same in Chinese.
    """

    def __init__(self, file: str, reason: str, reason_zh: str) -> None:
        file, reason, reason_zh = short(file), short(reason, REASON_LIMIT), short(reason_zh, REASON_LIMIT)
        super().__init__(
            f"{file}: is not a usable case archive ({reason}); nothing was taken in, export the case again.",
            f"{file}：不是可用的案件压缩包（{reason_zh}）。未导入任何内容，请重新导出该案件。",
        )


class BadEvidence(InputError):
    """A file of a kind that is not accepted, or that holds something else than its name says.

    Args:
        file: its name.
        accepted: the kinds that are accepted there.
        holds: what it holds, where that is known.
    """

    def __init__(self, file: str, accepted: Iterable[str], holds: str | None = None) -> None:
        file, kinds = short(file), ", ".join(accepted)
        if holds:
            super().__init__(
                f"{file}: it holds {holds}, which is not what its name says; accepted here: {kinds}.",
                f"{file}：实际内容是 {holds}，与文件名不符。此处接受：{kinds}。",
            )
        else:
            super().__init__(
                f"{file}: not a file of a kind accepted here, or damaged; give the original as one of {kinds}.",
                f"{file}：此处不接受这类文件，或文件已损坏。请提供原始文件，格式为：{kinds}。",
            )


class NoText(InputError):
    """A file out of which no text can be read.

    Args:
        file: its name.
    """

    def __init__(self, file: str) -> None:
        file = short(file)
        super().__init__(
            f"{file}: no text can be read out of it, as out of a scan or a locked file; paste the words instead.",
            f"{file}：读不出文字，可能是扫描件或加密文件。请改为粘贴文字。",
        )


class UnknownCharacters(InputError):
    """A text whose character set cannot be told for sure.

    Args:
        file: its name.
        guess: the character set it looks like.
    """

    def __init__(self, file: str, guess: str) -> None:
        file, guess = short(file), short(guess)
        super().__init__(
            f"{file}: its characters cannot be told for sure ({guess}); save it as UTF-8, or paste the words instead.",
            f"{file}：无法确定文字编码（{guess}）。请另存为 UTF-8，或改为粘贴文字。",
        )


class TooLong(InputError):
    """A notice that is longer than any; it is not cut.

    Args:
        file: its name.
        found: how long it is.
        found_zh: the same in Chinese.
    """

    def __init__(self, file: str, found: str, found_zh: str) -> None:
        file = short(file)
        super().__init__(
            f"{file}: it holds {found}, more than a notice does; paste the part that Amazon wrote to you.",
            f"{file}：{found_zh}，远超一封通知的长度。请只粘贴亚马逊发来的部分。",
        )


class OverLimit(InputError):
    """A file that takes more time or memory to read than one may.

    Args:
        file: its name.
    """

    def __init__(self, file: str) -> None:
        file = short(file)
        super().__init__(
            f"{file}: reading it takes more than 2 seconds or 200 MB; paste the words instead.",
            f"{file}：读取超过 2 秒或 200 MB。请改为粘贴文字。",
        )


class BadValue(InputError):
    """A value that its field cannot hold.

    Args:
        path: the field.
        reason: what is wrong, without case text.
    """

    def __init__(self, path: str, reason: str) -> None:
        path, reason = short(path), short(reason, REASON_LIMIT)
        super().__init__(
            f"{path}: cannot hold this value ({reason}); nothing was changed, enter another.",
            f"{path}：该字段不能保存这样的值（{reason}）。未更改任何内容，请换一个值。",
        )


class PortInUse(PoaError, OSError):
    """Something else listens where the app should."""

    exit_code = 1

    def __init__(self, host: str, port: int) -> None:
        host = short(host)
        super().__init__(
            f"{host}:{port} is taken by another program; stop it, or choose another port with '--port'.",
            f"{host}:{port} 已被其他程序占用。请关闭该程序，或用 --port 换一个端口。",
        )


class NotOwnAddress(PoaError, OSError):
    """An address to listen on that this machine does not have."""

    exit_code = 1

    def __init__(self, host: str) -> None:
        host = short(host)
        super().__init__(
            f"{host} is no address of this machine; leave '--host' out, or use '--host 0.0.0.0' for the whole network.",
            f"{host} 不是本机的地址。请去掉 --host，或用 --host 0.0.0.0 对整个网络开放。",
        )


class TemplateFault(PoaError, ValueError):
    """A template that cannot be rendered.

    Args:
        file: the template's path below ``templates/``.
        line: line in that file, counted from 1, or None where it cannot be told.
        reason: what is wrong, without case text.
    """

    def __init__(self, file: str, line: int | None, reason: str) -> None:
        shown, reason = short(file), short(reason, REASON_LIMIT)
        at = f", line {line}" if line else ""
        at_zh = f"，第 {line} 行" if line else ""
        super().__init__(
            f"template {shown}{at}: {reason}; mend the template.", f"模板 {shown}{at_zh}：{reason}。请修改模板。"
        )
        self.file = file
        self.line = line


class KnowledgeFault(PoaError, ValueError):
    """A data file that does not fit its schema."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        file, key, reason = short(file), short(key), short(reason, REASON_LIMIT)
        super().__init__(f"{file}, {key}: {reason}; mend the data file.", f"{file}，{key}：{reason}。请修改数据文件。")


class Incomplete(PoaError):
    """The case still has points that block a clean letter."""

    exit_code = 1

    def __init__(self, file: str, count: int) -> None:
        file = short(file)
        points, them = ("point blocks", "it") if count == 1 else ("points block", "them")
        super().__init__(
            f"{file}: {count} {points} the letter; 'poa check' lists {them}, '--draft' prints with gaps.",
            f"{file}：还有 {count} 个必改项。用 poa check 查看，或加 --draft 输出带缺口的草稿。",
        )
