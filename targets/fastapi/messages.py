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
    wants_history: bool


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
    if not is_text(board_id):
        raise BadMessage("boardId is missing or no text")
    user_id = message.get("userId")
    if message.get("type") == "join" and not is_text(user_id):
        raise BadMessage("userId is missing or no text")
    return Message(message.get("type"), board_id, user_id, message.get("history") is True)


def is_text(value: object) -> bool:
    """JSON can write half of a surrogate pair, which no text frame can carry."""
    if not isinstance(value, str):
        return False
    return value.isascii() or not any("\ud800" <= character <= "\udfff" for character in value)


def joined(message: Message) -> str:
    return to_json(type="joined", boardId=message.board_id, userId=message.user_id)


def history(message: Message, messages: str) -> str:
    """Takes a JSON array of the board's messages."""
    return f'{{"type":"history","boardId":{to_json_value(message.board_id)},"messages":{messages}}}'


def error(reason: str) -> str:
    return to_json(type="error", reason=reason)


def to_json(**fields: object) -> str:
    return to_json_value(fields)


def to_json_value(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
