"""Persons, places, organisations, milieux, and roles in a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from datetime import date


class Milieu(models.TextChoices):
    """The nine milieux that seed 002 names (rule A-11)."""

    LOCAL_BUSINESS = "local_business", _("Local business")
    FOUNDERS = "founders", _("Founders")
    LOCAL_CONSULTANTS = "local_consultants", _("Local consultants")
    HIGHER_EDUCATION = "higher_education", _("Regional colleges and universities")
    VOLUNTARY = "voluntary", _("Voluntary organisations")
    ADMINISTRATION = "administration", _("Municipal administration")
    EXECUTIVE_COMMITTEE = "executive_committee", _("Executive committee")
    INNOVASJON_NORGE = "innovasjon_norge", _("Innovasjon Norge")
    EMIGRATED = "emigrated", _("People who have moved away")


class RoleKind(models.TextChoices):
    """The parts people play in a place or a process."""

    ADMINISTRATOR = "administrator", _("Administrator")
    EDITOR = "editor", _("Project manager")
    PROJECT_OWNER = "project_owner", _("Project owner")
    STEERING_GROUP = "steering_group", _("Steering group member")
    PROGRAMME_BOARD = "programme_board", _("Programme board member")
    COUNCIL_SECRETARY = "council_secretary", _("Council secretary")
    COUNTY_ADVISER = "county_adviser", _("County adviser")
    IN_ADVISER = "in_adviser", _("Innovasjon Norge adviser")
    PROJECT_GROUP = "project_group", _("Project group member")
    COMMITTEE = "committee", _("Committee member")
    CONSULTANT = "consultant", _("Hired consultant")
    ORGANISER = "organiser", _("Organiser across municipalities")


class PlaceQuerySet(models.QuerySet["Place"]):
    """How one asks for places."""

    def municipalities(self) -> PlaceQuerySet:
        """Only municipalities, by name."""
        return self.filter(kind=Place.Kind.MUNICIPALITY).order_by("name")


class Place(models.Model):
    """A municipality, a county or Danish region, or an area of several municipalities."""

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", _("Municipality")
        COUNTY = "county", _("County or region")
        AREA = "area", _("Several municipalities")

    class Country(models.TextChoices):
        NORWAY = "no", _("Norway")
        DENMARK = "dk", _("Denmark")

    kind = models.CharField(max_length=20, choices=Kind)
    country = models.CharField(max_length=2, choices=Country)
    code = models.CharField(max_length=8, blank=True)  # official; blank for an area of several
    name = models.CharField(max_length=120)
    latitude = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    longitude = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    county = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="municipalities")
    members = models.ManyToManyField("self", symmetrical=False, related_name="areas")
    is_active = models.BooleanField(default=False)  # works with Dugnad here
    colour = models.CharField(max_length=7, default="#1b5e7d")
    logo = models.ImageField(upload_to="logos", blank=True)
    language = models.CharField(max_length=2, default="nb")
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=30, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "kind", "code"], condition=~Q(code=""), name="place_code_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class PersonQuerySet(models.QuerySet["Person"]):
    """How one asks for persons; also what Django's sign-in asks."""

    def get_by_natural_key(self, email: str) -> Person:
        """Find by e-mail address, whatever the case."""
        return self.get(email__iexact=email)


class Person(AbstractBaseUser):
    """Someone with a part in the work. No password: sign-in is by e-mailed code, passkey or OIDC."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    language = models.CharField(max_length=2, blank=True)
    milieu = models.CharField(max_length=30, choices=Milieu, blank=True)
    organisation = models.ForeignKey(
        "Organisation", on_delete=models.SET_NULL, null=True, blank=True, related_name="people"
    )
    is_active = models.BooleanField(default=True)
    wants_mail = models.BooleanField(default=True)
    wants_digest = models.BooleanField(default=False)
    created_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["name", "email"]
        constraints = [models.UniqueConstraint(Lower("email"), name="person_email_once")]

    def __str__(self) -> str:
        return gettext("Erased person") if self.erased_at else self.name or self.email


class Organisation(models.Model):
    """A firm, association or public body, with the milieu it belongs to."""

    name = models.CharField(max_length=160)
    number = models.CharField(max_length=12, blank=True)
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="organisations"
    )
    milieu = models.CharField(max_length=30, choices=Milieu, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["number"], condition=~Q(number=""), name="organisation_number_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class PlaceRoleQuerySet(models.QuerySet["PlaceRole"]):
    """How one asks for roles."""

    def on(self, day: date) -> PlaceRoleQuerySet:
        """Those that hold on this day."""
        return self.filter(Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day))

    def holding_in(self, place_id: int) -> PlaceRoleQuerySet:
        """Those that hold in this place: its own, its county's, its area's, and the whole installation's."""
        return self.filter(
            Q(place=None) | Q(place=place_id) | Q(place__municipalities=place_id) | Q(place__members=place_id)
        ).distinct()


class PlaceRole(models.Model):
    """A person's part in a place, with dates; without a place it holds for the whole installation."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="place_roles")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, blank=True, related_name="roles")
    kind = models.CharField(max_length=20, choices=RoleKind)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    objects = PlaceRoleQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "person__name"]


class Consent(models.Model):
    """What a person has agreed to, in the words they saw, until they withdraw it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=60)
    wording = models.TextField()
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-given_at"]
