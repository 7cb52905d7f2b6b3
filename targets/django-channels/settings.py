"""What Django is told: neither a database nor sessions, templates or static files."""

import os
import secrets

ROOT_URLCONF = "urls"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
INSTALLED_APPS = ["channels"]
MIDDLEWARE: list[str] = []
# Django demands one; nothing here is signed with it.
SECRET_KEY = secrets.token_urlsafe()

CHANNEL_LAYERS = {
    "default": {
        "BACKEND": "channels.layers.InMemoryChannelLayer",
        "CONFIG": {
            # How many messages may wait for one connection. The layer drops what comes above that.
            "capacity": int(os.environ.get("CAPACITY", "3000")),
            # In seconds. Otherwise the layer takes a member from its boards after a day.
            "group_expiry": 365 * 24 * 3600,
        },
    }
}
