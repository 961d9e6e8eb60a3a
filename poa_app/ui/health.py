"""``/healthz``: whether the app answers and its database can be read, for a program that watches over it."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor

from starlette.requests import Request
from starlette.responses import JSONResponse

from poa_app.desk.work import readable

PATIENCE = 2.0
"""Seconds after which the database counts as unreadable."""

_UNREADABLE = "The database cannot be read at this moment."


class Health:
    """Looks into the database on a thread of its own, one look at a time: no number of calls holds anything up."""

    def __init__(self) -> None:
        self._looking = ThreadPoolExecutor(max_workers=1, thread_name_prefix="health")
        self._look: Future[bool] | None = None

    async def answer(self, request: Request) -> JSONResponse:
        """Return 200, or 503 with a line that says why."""
        if await self._well():
            return JSONResponse({"status": "ok"})
        return JSONResponse({"status": "store", "detail": _UNREADABLE}, status_code=503)

    async def _well(self) -> bool:
        if self._look is None or self._look.done():
            self._look = self._looking.submit(readable)
        try:
            return await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(self._look)), PATIENCE)
        except TimeoutError:
            return False
