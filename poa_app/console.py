"""What a terminal adds to the commands: one line for a wrong call, and an end in order when nothing can be printed."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Literal, NoReturn, TextIO

import typer
from typer.core import TyperGroup

from poa_app.errors import PoaError, short

Language = Literal["en", "zh"]


def language() -> Language:
    """Return the language of the machine."""
    place = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "zh" if place.lower().startswith("zh") else "en"


def said(error: PoaError, lang: str) -> str:
    """Return an error's sentence in a language."""
    return error.zh if lang == "zh" else error.en


def stop(error: PoaError, lang: str) -> NoReturn:
    """Print an error's sentence and end with its exit code."""
    tell(said(error, lang))
    raise typer.Exit(error.exit_code)


class Commands(TyperGroup):
    """The commands; whatever ends one early is told in one line, never by a traceback."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command and end the program with its exit code."""
        words = list(sys.argv[1:] if args is None else args)
        try:
            code = super().main(words, prog_name, complete_var, False, windows_expand_args, **extra)
            sys.stdout.flush()
        except typer.TyperException as error:
            code = _told(_wrong_call(error), words)
        except PoaError as error:
            code = _told(error, words)
        except OSError as error:
            code = _unprinted(error, words)
        sys.exit(code if isinstance(code, int) else 0)


def _told(error: PoaError, words: Sequence[str]) -> int:
    tell(said(error, _asked(words)))
    return error.exit_code


def _asked(words: Sequence[str]) -> str:
    """Return the language asked for, be the call otherwise wrong."""
    for word, after in zip(words, (*words[1:], ""), strict=True):
        if word == "--lang" and after in ("en", "zh"):
            return after
    given = os.environ.get("POA_LANG", "")
    return given if given in ("en", "zh") else language()


def _unprinted(error: OSError, words: Sequence[str]) -> int:
    """End in order when standard output is full or closed; whoever closed it on purpose needs no word."""
    _let_go(sys.stdout)
    if error.errno == errno.EPIPE:
        return 1
    place, reason = short(error.filename or "standard output"), short((error.strerror or "no access").lower())
    return _told(
        PoaError(
            f"{place}: cannot be written ({reason}); what was printed is not complete, send it elsewhere.",
            f"{place}：无法写入（{reason}）。已输出的内容不完整，请改输出到别处。",
        ),
        words,
    )


def tell(sentence: str) -> None:
    """Print a sentence on standard error, if anybody takes it."""
    try:
        typer.echo(sentence, err=True)
    except OSError:
        _let_go(sys.stderr)


def _let_go(stream: TextIO) -> None:
    """Lead a stream nobody takes from into nothing, so that Python's last flush does not fail too."""
    with suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)


def _wrong_call(error: typer.TyperException) -> PoaError:
    """Put a wrong call into one sentence."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "poa"
    en, zh = _fault_of(error)
    return PoaError(f"{command}: {en}; see '{command} --help'.", f"{command}：{zh}。用法见 {command} --help。")


def _fault_of(error: Any) -> tuple[str, str]:
    """Return in English and Chinese what is wrong with a call."""
    hint = short(error.param.get_error_hint() if getattr(error, "param", None) else "")
    match type(error).__name__:
        case "MissingParameter":
            return f"{hint} is missing", f"缺少 {hint}"
        case "NoSuchOption":
            return f"there is no option {short(error.option_name)}", f"没有选项 {short(error.option_name)}"
        case "BadParameter":
            reason = short(error.message.removeprefix("Value error, ").rstrip("."), 200)
            return f"{hint} cannot be used, {reason}", f"{hint} 的值不能用，{_in_chinese(reason)}"
        case _:
            message = short(error.format_message().rstrip("."), 200)
            return message[:1].lower() + message[1:], _in_chinese(message)


_CHINESE = (
    (r"No such command '(.*)'.*", r"没有命令 '\1'"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", r"多余的参数 \1"),
    (r"Option '(.*)' requires an argument", r"选项 '\1' 缺少值"),
    (r".* is not one of (.*)", r"只能是 \1"),
    (r".*valid integer.*", "应为整数"),
    (r".*less than or equal to (\d+)", r"最大为 \1"),
    (r".*greater than or equal to (\d+)", r"最小为 \1"),
)
"""What Typer says of a wrong call, with the same in Chinese."""


def _in_chinese(message: str) -> str:
    for english, chinese in _CHINESE:
        found = re.fullmatch(english, message)
        if found:
            return found.expand(chinese)
    return f"用法有误（{message}）"
