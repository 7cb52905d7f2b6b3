"""What a frame asks for."""

import json
from dataclasses import dataclass

MAX_MESSAGE_BYTES = 64 * 1024
"""uvicorn closes the connection of a longer one, unless it was started with another limit."""


class BadMessage(Exception):
    """A frame that the contract does not allow; its text is the reason that the sender is told."""


@dataclass(frozen=True, slots=True)
class Message:
    type: object
    board_id: str
    user_id: str | None


def parse_message(text: str | None) -> Message:
    """Takes a frame's text, None for a binary frame. Raises BadMessage."""
    if text is None:
        raise BadMessage("binary frames are not allowed")
    # No character has more than four bytes.
    if len(text) > MAX_MESSAGE_BYTES // 4 and len(text.encode()) > MAX_MESSAGE_BYTES:
        raise BadMessage("over 64 KiB")
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        raise BadMessage("malformed JSON") from None
    if not isinstance(message, dict):
        raise BadMessage("not a JSON object")
    board_id = message.get("boardId")
    if not isinstance(board_id, str):
        raise BadMessage("boardId is missing")
    user_id = message.get("userId")
    if message.get("type") == "join" and not isinstance(user_id, str):
        raise BadMessage("userId is missing")
    return Message(message.get("type"), board_id, user_id)


def joined(message: Message) -> str:
    return to_json(type="joined", boardId=message.board_id, userId=message.user_id)


def error(reason: str) -> str:
    return to_json(type="error", reason=reason)


def to_json(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
