"""What a board keeps for newcomers."""

import os
from collections import deque

MOST_CHARS = int(os.environ.get("HISTORY", 0))
"""How many characters of its last messages; 0 keeps none."""


class History:
    """The last messages of a board, as many as fit."""

    def __init__(self) -> None:
        self._texts: deque[str] = deque()
        self._chars = 0

    def add(self, text: str) -> None:
        self._texts.append(text)
        self._chars += len(text)
        while self._chars > MOST_CHARS:
            self._chars -= len(self._texts.popleft())

    def to_json(self) -> str:
        """A JSON array of them, the oldest first."""
        return f"[{','.join(self._texts)}]"
