"""The mail that asks whether somebody really wants to follow a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from dugnad.processes.notices.letters import absolute, write_letter

if TYPE_CHECKING:
    from django.core.mail import EmailMultiAlternatives

    from dugnad.processes.models import Follower


def letter_of_confirmation(follower: Follower) -> EmailMultiAlternatives:
    """Ask the owner of the address; who does nothing hears no more."""
    address = absolute(reverse("processes:confirm_following", args=[follower.token]))
    return write_letter(
        "confirm", to=follower.email, language=follower.language, process=follower.process, address=address
    )
