"""A place in its own name, colour and logo."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from dugnad.kit.verdicts import Refused
from dugnad.people.commands import edit_place
from dugnad.people.importing import read_logo
from dugnad.people.models import RoleKind
from tests import make

pytestmark = pytest.mark.django_db
WRITTEN = {"name": "Fjordvik kommune", "colour": "#0B5D66", "language": "nn"}


def _upload(kind="PNG", size=(40, 30), name="logo.png", **options):
    out = BytesIO()
    Image.new("RGB", size, "#0b5d66").save(out, kind, **options)
    return SimpleUploadedFile(name, out.getvalue())


def test_a_place_gets_its_name_colour_language_and_logo(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    fjordvik = make.place()
    edit_place(fjordvik, **WRITTEN, logo=read_logo(_upload()), by=make.administrator(), at=make.AT)
    fjordvik.refresh_from_db()
    assert (fjordvik.name, fjordvik.colour, fjordvik.language) == ("Fjordvik kommune", "#0b5d66", "nn")
    assert Image.open(fjordvik.logo.path).size == (40, 30)


def test_an_administrator_of_the_place_may_and_who_leads_a_process_there_may_not():
    fjordvik, lars, per = make.place(), make.person(), make.person()
    make.place_role(person=lars, kind=RoleKind.ADMINISTRATOR, place=fjordvik)
    make.place_role(person=per, kind=RoleKind.EDITOR, place=fjordvik)
    edit_place(fjordvik, **WRITTEN, by=lars, at=make.AT)
    with pytest.raises(Refused, match="Only an administrator may do this"):
        edit_place(fjordvik, **WRITTEN, by=per, at=make.AT)


@pytest.mark.parametrize("colour", ["red", "#12345", "#12345g", "", "javascript:"])
def test_what_is_not_a_colour_is_refused(colour):
    with pytest.raises(Refused, match="Write the colour as #"):
        edit_place(make.place(), **{**WRITTEN, "colour": colour}, by=make.administrator(), at=make.AT)


def test_a_logo_loses_what_it_told_about_camera_and_place():
    exif = Image.Exif()
    exif[0x010F] = "Camera maker"
    exif[0x8825] = {1: "N", 2: (69.0, 5.0, 0.0)}
    ending, content = read_logo(_upload("JPEG", name="logo.jpg", exif=exif, comment=b"secret"))
    assert ending == "jpg"
    assert dict(Image.open(BytesIO(content)).getexif()) == {}
    assert b"Camera maker" not in content
    assert b"secret" not in content


def test_a_large_logo_is_made_smaller_with_its_shape_kept():
    _ending, content = read_logo(_upload(size=(3200, 1600)))
    assert Image.open(BytesIO(content)).size == (800, 400)


@pytest.mark.parametrize(
    ("upload", "sentence"),
    [
        (SimpleUploadedFile("logo.png", b"x" * (5 * 1024 * 1024)), "The picture is larger than 2 MB."),
        (SimpleUploadedFile("logo.svg", b"<svg onload='x()'/>"), "SVG pictures can carry programs"),
        (SimpleUploadedFile("logo.png", b"<?xml version='1.0'?><SVG/>"), "SVG pictures can carry programs"),
        (SimpleUploadedFile("logo.png", b"not a picture"), "This is not a PNG or JPEG picture"),
        (SimpleUploadedFile("logo.png", b""), "This is not a PNG or JPEG picture"),
        (_upload("GIF", name="logo.gif"), "This is not a PNG or JPEG picture"),
        (_upload(size=(4001, 10)), "wider or higher than 4000 pixels"),
        (_upload(size=(14000, 14000)), "(wider or higher than 4000|not a PNG or JPEG)"),
    ],
    ids=["5 MB", "svg", "svg in disguise", "text", "empty", "gif", "too wide", "bomb"],
)
def test_what_is_no_fit_logo_is_refused_with_a_sentence(upload, sentence):
    with pytest.raises(ValidationError, match=sentence):
        read_logo(upload)
