"""How long spelling takes in a process that has just started, and how much memory it holds: reported, not gated."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from poa_app.english import spelling

LETTER = Path(__file__).parent.parent / "goldens" / "late-shipment-rate-short.txt"

PROGRAM = """
import json, sys, time
from pathlib import Path
from poa_app.english import spelling

def timed(text):
    start = time.perf_counter()
    spelling.check_now(text, frozenset())
    return (time.perf_counter() - start) * 1e3

def memory():
    status = Path("/proc/self/status")  # the system's figure of the highest use counts that of the parent, too
    lines = status.read_text().splitlines() if status.exists() else ["VmRSS: 0"]
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024

letter, warm = Path(sys.argv[1]).read_text(encoding="utf-8"), sys.argv[2] == "warm"
before = memory()
if warm:
    spelling.warm_up()
    timed("This sentence waits until the sample has been read.")
first = timed(letter)
edited = timed(letter.replace("orders", "parcels", 1))
print(json.dumps({"first": first, "edited": edited, "same": timed(letter), "memory": memory() - before}))
"""


@pytest.mark.skipif(not spelling.available(), reason="harper-py is not installed")
@pytest.mark.parametrize("start", ["cold", "warm"])
def test_the_first_letter_of_a_process(start: str, report: Callable[[str, str, str], None]) -> None:
    ran = subprocess.run([sys.executable, "-c", PROGRAM, LETTER, start], capture_output=True, text=True, check=True)
    took = json.loads(ran.stdout)
    report(f"spelling, first letter, {start} start", f"{took['first']:.0f} ms", "150 ms when warm")
    report(f"spelling, one word edited, {start} start", f"{took['edited']:.1f} ms", "40 ms")
    report(f"spelling, nothing edited, {start} start", f"{took['same']:.1f} ms", "10 ms")
    report(f"spelling, memory, {start} start", f"{took['memory']:.0f} MB", "250 MB")
    assert took["same"] < took["first"]
