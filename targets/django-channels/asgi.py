"""A shared whiteboard on Django Channels: one process, boards in the channel layer."""

import os

from channels.routing import ProtocolTypeRouter, URLRouter
from django.core.asgi import get_asgi_application
from django.urls import path

from consumer import BoardConsumer

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")

application = ProtocolTypeRouter(
    {
        "http": get_asgi_application(),
        "websocket": URLRouter([path("ws", BoardConsumer.as_asgi())]),
    }
)
