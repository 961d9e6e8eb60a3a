"""Reads the words out of a foreign file in a process of its own, so that no file can eat the time or memory of the app.

``python -m poa_app.intake.reading KIND`` reads the file from its input and answers with one line of JSON: ``text``, or
``fault`` with ``guess`` where the characters cannot be told.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from typing import Any

TIME_LIMIT = 2.0
"""Seconds of the processor one file may take, loading what reads it included; other work beside it does not count."""

MEMORY_LIMIT = 200_000_000
"""Bytes one file may take to read, besides the program itself."""

_LEAST = 1.0
"""Seconds left for reading on a machine so slow that loading the readers has taken them."""

_WAIT = 10.0
"""Seconds more by the clock for a machine that has other work to do."""

_LOOK = 0.05
"""Seconds between two looks at what was taken."""

_OUT_OF_TIME = 75
"""Exit code of a process that took too long."""


def read_apart(content: bytes, kind: str) -> dict[str, Any]:
    """Return the words of a file, or what is wrong with it.

    Args:
        content: the file.
        kind: ``eml``, ``html``, ``pdf``, ``docx``, or ``paper`` for a PDF whose lines are wanted as they are printed.

    Returns:
        ``{"text": ...}``, or ``{"fault": ...}``: ``limit`` (time or memory), ``pages``, ``locked`` (a paper alone),
        ``charset`` (with ``guess``) or ``broken``.
    """
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(  # noqa: S603 - our own module; the file comes by its input
            [sys.executable, "-m", __name__, kind],
            input=content, capture_output=True, timeout=TIME_LIMIT + _WAIT, env=surroundings, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return {"fault": "limit"}
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError:  # it was ended before it could answer
        return {"fault": "limit"}
    return answer


def _answer(content: bytes, kind: str) -> dict[str, Any]:
    from poa_app.intake.charsets import UnknownCharset  # noqa: PLC0415 - loaded before the limits hold
    from poa_app.intake.mail import mail_words  # noqa: PLC0415
    from poa_app.intake.page import page_words  # noqa: PLC0415
    from poa_app.intake.pdf import LockedPdf, TooManyPages, paper_words, pdf_words  # noqa: PLC0415
    from poa_app.intake.word_text import TooPackedPart, word_text  # noqa: PLC0415

    _limit()
    try:
        readers = {"eml": mail_words, "html": page_words, "pdf": pdf_words, "docx": word_text, "paper": paper_words}
        return {"text": readers[kind](content)}
    except UnknownCharset as error:
        return {"fault": "charset", "guess": error.guess}
    except TooManyPages:
        return {"fault": "pages"}
    except LockedPdf:
        return {"fault": "locked"}
    except (MemoryError, TooPackedPart):
        return {"fault": "limit"}
    except Exception:
        return {"fault": "broken"}


def _limit() -> None:
    """Let this process end by itself once it has taken more than a file may."""
    ends = max(TIME_LIMIT, time.process_time() + _LEAST)
    threading.Thread(target=_end_at, args=(ends,), daemon=True).start()
    try:
        import resource  # noqa: PLC0415 - not on Windows, where time alone is bounded
    except ImportError:
        return
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            own = int(file.read().split()[0]) * resource.getpagesize()
    except OSError:  # no such thing on macOS
        return
    resource.setrlimit(resource.RLIMIT_AS, (own + MEMORY_LIMIT, own + MEMORY_LIMIT))


def _end_at(seconds: float) -> None:
    """End this process once it has had so much of the processor."""
    while time.process_time() < seconds:
        time.sleep(_LOOK)
    os._exit(_OUT_OF_TIME)


if __name__ == "__main__":
    print(json.dumps(_answer(sys.stdin.buffer.read(), sys.argv[1])), flush=True)  # noqa: T201
    os._exit(0)
