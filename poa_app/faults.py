"""The root of the tree of errors, its branch of databases and the reports; ``poa_app.errors`` draws the whole tree."""

from __future__ import annotations

NAME_LIMIT = 80
"""Characters shown of a name that somebody gave."""

REASON_LIMIT = 200
"""Characters shown of what another library says is wrong."""

SENTENCE_LIMIT = 2_000
"""Characters of a whole message, whatever it was made of."""


class PoaError(Exception):
    """The root: anything this program reports instead of failing with a traceback.

    Args:
        en: the sentence in English.
        zh: the same sentence in Chinese.
    """

    exit_code = 2

    def __init__(self, en: str, zh: str) -> None:
        self.en = short(en, SENTENCE_LIMIT)
        self.zh = short(zh, SENTENCE_LIMIT)
        super().__init__(self.en)

    def __str__(self) -> str:
        return self.en


def short(name: object, limit: int = NAME_LIMIT) -> str:
    """Return a name on one line, with the middle left out where it is long."""
    text = str(name)
    if len(text) > limit:
        head = limit // 2
        text = f"{text[:head]}…{text[head - limit + 1 :]}"
    return "".join(char if char.isprintable() else " " for char in text)


class InputError(PoaError, ValueError):
    """What was given cannot be used."""


class NotAReport(InputError):
    """A file that is not Amazon's account health report.

    Args:
        file: its name.
        reason: what is wrong with it, without its text.
        reason_zh: the same in Chinese.
    """

    def __init__(self, file: str, reason: str, reason_zh: str) -> None:
        file, reason, reason_zh = short(file), short(reason, REASON_LIMIT), short(reason_zh, REASON_LIMIT)
        super().__init__(
            f"{file}: is not a usable account health report ({reason});"
            " give the JSON of GET_V2_SELLER_PERFORMANCE_REPORT as Amazon sent it.",
            f"{file}：不是可用的账户状况报告（{reason_zh}）。"
            "请提供亚马逊返回的 GET_V2_SELLER_PERFORMANCE_REPORT 原始 JSON 文件。",
        )


class StoreFault(PoaError, OSError):
    """A database that cannot be used.

    Args:
        place: its file, or host and name.
        reason: what is wrong, without case text.
    """

    def __init__(self, place: str, reason: str) -> None:
        reason = short(reason, REASON_LIMIT)
        self._say(
            place,
            f"does not answer ({reason}); nothing was changed, try again in a moment",
            f"没有响应（{reason}）。未更改任何内容，请稍后重试",
        )

    def _say(self, place: str, en: str, zh: str) -> None:
        place = short(place)
        PoaError.__init__(self, f"database {place}: {en}.", f"数据库 {place}：{zh}。")


class WrongAddress(StoreFault):
    """An address under which no database can be used.

    Args:
        place: the address, without user and password.
        en: what is wrong with it, and what to do.
        zh: the same in Chinese.
    """

    def __init__(self, place: str, en: str, zh: str) -> None:
        self._say(place, en, zh)


class ReadOnlyStore(StoreFault):
    """A database that cannot be opened for writing."""

    def __init__(self, place: str) -> None:
        self._say(
            place,
            "cannot be written; nothing was changed, check the access rights of the file and its folder",
            "无法写入。未更改任何内容，请检查该文件及其文件夹的访问权限",
        )


class DiskFull(StoreFault):
    """A database without room for more."""

    def __init__(self, place: str) -> None:
        self._say(
            place,
            "the disk is full; nothing was changed, make room and try again",
            "磁盘已满。未更改任何内容，请腾出空间后重试",
        )


class CorruptStore(StoreFault):
    """A database that is damaged."""

    def __init__(self, place: str) -> None:
        self._say(
            place,
            "is damaged or is not a database of this program; keep it as it is and put the last backup in its place",
            "已损坏，或不是本程序的数据库。请保留原文件，并换上最近的备份",
        )


class DamagedFile(StoreFault):
    """A file in a database that no longer is what was put there.

    Args:
        place: the database.
        file: what the file is called.
    """

    def __init__(self, place: str, file: str) -> None:
        file = short(file)
        self._say(
            place,
            f"the file {file} has been damaged on the disk and is not given out; attach the original again",
            f"文件 {file} 在磁盘上已损坏，无法取出。请重新上传原始文件",
        )


class ForeignStore(StoreFault):
    """A database that another program has made."""

    def __init__(self, place: str) -> None:
        self._say(
            place,
            "belongs to another program; nothing was changed, name an empty database or a new file",
            "属于其他程序。未更改任何内容，请指定空数据库或新文件",
        )


class NewerStore(StoreFault):
    """A database that a later version has written."""

    def __init__(self, place: str) -> None:
        self._say(
            place,
            "was written by a newer version of this program; update the program",
            "由更新版本的程序写入。请先升级程序",
        )
