"""A shared whiteboard on FastAPI behind nginx: one process, boards in memory."""

from fastapi import FastAPI, Response, WebSocket

from boards import Boards
from connection import serve

app = FastAPI(openapi_url=None)
boards = Boards()


@app.get("/health")
async def health() -> Response:
    return Response()


@app.websocket("/ws")
async def board(websocket: WebSocket) -> None:
    await websocket.accept()
    await serve(websocket, boards)
