"""Which room answers which address."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.urls")),
    path("", include("dugnad.hall.urls")),
    path("processes/", include("dugnad.processes.urls")),
]
