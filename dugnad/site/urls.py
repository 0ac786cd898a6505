"""Which room answers which address."""

from django.urls import include, path

urlpatterns = [
    path(
        "", include("dugnad.hall.urls")
    ),  # first: it stands before allauth where passwords would be asked for
    path("account/", include("allauth.urls")),
    path("people/", include("dugnad.people.urls")),
    path("processes/", include("dugnad.processes.urls")),
    path("processes/", include("dugnad.gatherings.urls")),
    path("processes/", include("dugnad.voices.urls")),
    path("plans/", include("dugnad.plans.urls")),
]

handler500 = "dugnad.hall.pages.frame.fail"
