"""The shape of what advisers note."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from dugnad.voices.rules import MOST_LETTERS


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Your note"), max_length=MOST_LETTERS, widget=forms.Textarea(attrs={"rows": 8})
    )
    is_shared = forms.BooleanField(
        label=_("Share it with those who lead the process and with the other advisers"),
        required=False,
        help_text=_("Without it, nobody but you can read the note."),
    )
