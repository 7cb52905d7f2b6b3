"""A shared whiteboard on FastAPI: several uvicorn workers, joined by Redis."""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response, WebSocket
from redis.exceptions import RedisError

from boards import Boards
from connection import serve
from one_channel import OneChannel
from one_stream import OneStream
from sharded_boards import ShardedBoards
from style import CHANNELS

REDIS_URL = os.environ.get("REDIS_URL", "redis://127.0.0.1:6379")
WORKERS = int(os.environ.get("WORKERS", "1"))

BOARDS = {
    "board": Boards,
    "sharded": ShardedBoards,
    "one": OneChannel,
    "streams": OneStream,
}[CHANNELS]

log = logging.getLogger("uvicorn.error")


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with BOARDS.connect(REDIS_URL) as boards:
        app.state.boards = boards
        delivering = asyncio.create_task(boards.deliver())
        delivering.add_done_callback(stop_worker_if_failed)
        # One line a worker: uvicorn itself says only at level info that it has replaced one.
        print(f"worker {os.getpid()} is ready", file=sys.stderr, flush=True)
        yield
        delivering.cancel()


def stop_worker_if_failed(delivering: asyncio.Task[None]) -> None:
    """A worker that no longer hears Redis must not keep members; uvicorn replaces it."""
    if not delivering.cancelled():
        log.critical("Redis is lost", exc_info=delivering.exception())
        signal.raise_signal(signal.SIGTERM)


app = FastAPI(openapi_url=None, lifespan=lifespan)


@app.get("/health")
async def health(request: Request) -> Response:
    """Ready when all workers are, so that the first connections spread over all of them."""
    try:
        ready = await request.app.state.boards.workers() >= WORKERS
    except RedisError:
        ready = False
    return Response(status_code=200 if ready else 503)


@app.websocket("/ws")
async def board(websocket: WebSocket) -> None:
    await websocket.accept()
    await serve(websocket, websocket.app.state.boards)
