"""Feeds: what anyone may know of a process, for feed readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import override

from dugnad.hall.notices import NOTICES
from dugnad.processes.queries.following import public_entries, published_process

if TYPE_CHECKING:
    from django.http import HttpRequest


def show_feed(request: HttpRequest, process_id: int) -> HttpResponse:
    """Give the public news of a published process as Atom, in the language of the process."""
    process = get_object_or_404(published_process(process_id))
    page = f"{settings.PUBLIC_URL}{process.address}"
    feed = Atom1Feed(
        title=process.title, link=page, description=process.purpose, language=process.language,
        author_name=process.place.name, feed_url=f"{settings.PUBLIC_URL}{request.path}", feed_guid=page,
    )  # fmt: skip
    with override(process.language):
        for entry in public_entries(process.pk, NOTICES):
            notice = NOTICES[entry.verb]
            feed.add_item(
                title=notice.sentence(entry), link=f"{settings.PUBLIC_URL}{notice.page(entry)}",
                description="", unique_id=f"urn:dugnad:{entry.hash}", pubdate=entry.at, updateddate=entry.at,
            )  # fmt: skip
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
