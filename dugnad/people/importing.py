"""A logo somebody uploads, made safe: measured before it is opened, re-encoded, its metadata gone."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

if TYPE_CHECKING:
    from typing import Any

    from django.core.files.uploadedfile import UploadedFile
    from django_stubs_ext import StrOrPromise

MAX_BYTES = 2 * 1024 * 1024
MAX_SIDE = 4000  # pixels, before it is made smaller
SHOWN_SIDE = 800  # pixels kept


def read_logo(upload: UploadedFile[Any]) -> tuple[str, bytes]:
    """Give the picture re-encoded, with its file ending; PNG stays PNG, JPEG stays JPEG.

    Raises:
        ValidationError: at the field `logo`, when it is too large, or not a PNG or JPEG picture.
    """
    if (upload.size or 0) > MAX_BYTES:
        raise _no(_("The picture is larger than 2 MB. Choose a smaller one."))
    data = upload.read()
    if b"<svg" in data[:2000].lower() or str(upload.name).lower().endswith((".svg", ".svgz")):
        raise _no(_("SVG pictures can carry programs and are not accepted. Save the logo as PNG."))
    return _encode(_open(data))


def _open(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
            if max(picture.size) > MAX_SIDE:
                raise _no(_("The picture is wider or higher than 4000 pixels."))
            picture.load()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, Warning) as error:
        raise _no(_("This is not a PNG or JPEG picture that can be read.")) from error
    return picture


def _encode(picture: Image.Image) -> tuple[str, bytes]:
    kind, mode, ending = ("PNG", "RGBA", "png") if picture.format == "PNG" else ("JPEG", "RGB", "jpg")
    upright = ImageOps.exif_transpose(picture).convert(mode)
    upright.thumbnail((SHOWN_SIDE, SHOWN_SIDE))
    bare = Image.frombytes(mode, upright.size, upright.tobytes())  # pixels only: no place, camera or comment
    out = BytesIO()
    bare.save(out, kind, optimize=True)
    return ending, out.getvalue()


def _no(sentence: StrOrPromise) -> ValidationError:
    return ValidationError({"logo": sentence})
