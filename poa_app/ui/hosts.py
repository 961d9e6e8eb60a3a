"""Under which names the program answers, and what it says about that when it starts."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterable
from urllib.parse import urlsplit

EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - addresses to compare with, not to listen on
OWN_MACHINE = ("localhost", "127.0.0.1", "::1")

_ELSEWHERE = {
    socket.AF_INET: ("192.0.2.1", "10.255.255.254", "172.31.255.254", "192.168.255.254"),
    socket.AF_INET6: ("2001:db8::1",),
}
"""Addresses elsewhere. Nothing is sent to them: the system only says by which of its own it would be reached."""

_OPEN = {
    "en": "Anyone on this network can open it and read every case; the connection is not encrypted.",
    "zh": "同一网络里的任何人都能打开并看到全部案件；连接没有加密。",
}


def host_name(header: str) -> str | None:
    """Return the name in a Host header, without its port; none where the header is malformed."""
    try:
        parts = urlsplit(f"//{header}")
        port = parts.port
    except ValueError:
        return None
    name = (parts.hostname or "").rstrip(".")
    written = f"[{parts.hostname}]" if ":" in name else parts.hostname or ""
    whole = (written, f"{written}:{port}", f"{written}:")
    return name if name and header.lower() in whole and re.fullmatch(r"[a-z0-9._:-]+", name) else None


def is_own_machine(host: str) -> bool:
    """Whether an address to listen on is reached from this machine alone."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def own_addresses(family: socket.AddressFamily = socket.AF_INET) -> list[str]:
    """Return the addresses by which other machines reach this one."""
    found: dict[str, None] = {}
    for there in _ELSEWHERE[family]:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((there, 9))
            except OSError:
                continue
            found[str(probe.getsockname()[0])] = None
    return [address for address in found if not is_own_machine(address) and address not in EVERYWHERE]


def names_allowed(host: str, more: Iterable[str]) -> frozenset[str]:
    """Return the names under which the program answers.

    Args:
        host: address to listen on.
        more: names its user has allowed.
    """
    names = [*OWN_MACHINE, *more]
    if host in EVERYWHERE:
        names += [*own_addresses(), *own_addresses(socket.AF_INET6), *_own_names()]
    elif not is_own_machine(host):
        names += [host, *_own_names()]
    else:
        names.append(host)
    return frozenset(name.lower().rstrip(".") for name in names)


def _own_names() -> list[str]:
    name = socket.gethostname()
    return [name, name if name.endswith(".local") else f"{name}.local"]


def address(host: str, port: int) -> str:
    """Return the address of the page on a host, as it is typed into a browser."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def announcement(host: str, port: int, more: Iterable[str], language: str) -> list[str]:
    """Return the lines that the program says when it starts: where it is opened, and by whom it can be.

    Args:
        host: address to listen on.
        port: port to listen on.
        more: names its user has allowed.
        language: ``en`` or ``zh``.
    """
    if host not in EVERYWHERE:
        shown = [host]
    else:
        family = socket.AF_INET6 if host == "::" else socket.AF_INET
        shown = own_addresses(family) or [socket.gethostname()]
    lines = [address(one, port) for one in dict.fromkeys([*shown, *more])]
    return lines if is_own_machine(host) else [*lines, _OPEN["zh" if language == "zh" else "en"]]
