"""In what a plain server differs from one for production."""

import os

CHOICES_BY_STYLE = {
    "production": {"CHANNELS": "board", "OUTBOX": "each"},
    "plain": {"CHANNELS": "one", "OUTBOX": "none"},
}

STYLE = os.environ.get("STYLE", "production")


def choice(name: str) -> str:
    chosen = os.environ.get(name, "style")
    return CHOICES_BY_STYLE[STYLE][name] if chosen == "style" else chosen


CHANNELS = choice("CHANNELS")
"""In Redis: one a board, of plain or of sharded Pub/Sub; or one for all, or one stream for all."""

OUTBOX = choice("OUTBOX")
"""Whether each member has one, or whoever has a text waits for the member that it goes to."""
