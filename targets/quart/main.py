"""A shared whiteboard on Quart: one process, boards in memory."""

from quart import Quart

from boards import Boards
from connection import serve

app = Quart(__name__, static_folder=None)
boards = Boards()


@app.get("/health")
async def health() -> str:
    return ""


@app.websocket("/ws")
async def board() -> None:
    await serve(boards)
