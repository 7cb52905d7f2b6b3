"""What is answered over HTTP."""

from django.http import HttpRequest, HttpResponse
from django.urls import path


async def health(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


urlpatterns = [path("health", health)]
