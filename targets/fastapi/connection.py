"""Serves one connection until it closes."""

import asyncio

from fastapi import WebSocket

from boards import Boards
from member import Member
from messages import BadMessage, error, joined, parse_message


async def serve(websocket: WebSocket, boards: Boards) -> None:
    """Returns when the peer has gone or was cut; an error of either direction is raised."""
    member = Member(websocket)
    receiving = asyncio.create_task(receive(websocket, member, boards))
    try:
        await asyncio.wait((receiving, member.sending), return_when=asyncio.FIRST_COMPLETED)
    finally:
        await end(receiving, member.sending)


async def receive(websocket: WebSocket, member: Member, boards: Boards) -> None:
    joined_boards: set[str] = set()
    try:
        while (frame := await websocket.receive())["type"] == "websocket.receive":
            text = frame.get("text")
            try:
                message = parse_message(text)
            except BadMessage as refused:
                await member.send(error(str(refused)))
                continue
            if message.type == "join":
                boards.join(message.board_id, member)
                joined_boards.add(message.board_id)
                await member.send(joined(message))
            else:
                await boards.publish(message.board_id, text)
    finally:
        for board_id in joined_boards:
            boards.leave(board_id, member)


async def end(*tasks: asyncio.Future[None]) -> None:
    """Ends both directions, and raises what one of them failed with."""
    for task in tasks:
        task.cancel()
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(result, Exception):
            raise result
