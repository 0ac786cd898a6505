"""Figures of the analysis: typed, taken in from a file, fetched from official statistics, taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dugnad.kit.pages import acted, show_form, who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.plans import commands
from dugnad.plans.forms.figures import ColumnsForm, FetchForm, SeriesForm, UploadForm, series_words
from dugnad.plans.importing import pending
from dugnad.plans.importing.figures import ColumnMap, guess_columns, read_figures, year_headings
from dugnad.plans.importing.statistics import tables_for
from dugnad.plans.pages.analysis import back_to
from dugnad.plans.pages.ground import act, around, confirm, find_analysis
from dugnad.plans.queries import figures as queries
from dugnad.plans.rules.grounds import may_edit_analysis
from dugnad.plans.tasks import fetch_figures

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from dugnad.papers.tables import ReadTable
    from dugnad.plans.importing.figures import Reading
    from dugnad.plans.models import Analysis, Fetch


def _find_open(request: HttpRequest, process_id: int) -> Analysis:
    analysis = find_analysis(request, process_id)
    enforce(may_edit_analysis(analysis, **who_and_when(request)))
    return analysis


def _at_figures(process_id: int) -> str:
    return f"{back_to(process_id)}#figures"


def set_figures(request: HttpRequest, process_id: int) -> HttpResponse:
    """Type one series of figures."""
    analysis = _find_open(request, process_id)
    form = SeriesForm(request.POST or None)
    return act(
        request, analysis.process, form,
        lambda _data: commands.set_figures(analysis, figures=form.figures(), **who_and_when(request)),
        back=_at_figures(process_id), done=_("The figures are saved."), title=_("Type figures"),
        label=_("Save the figures"), hold=True, template="plans/figures_series.html",
    )  # fmt: skip


def _find_series(request: HttpRequest, analysis: Analysis) -> tuple[str, list[Any]]:
    name = request.GET.get("series", "")
    rows = queries.series_rows(analysis, name)
    if not rows:
        raise Http404
    return name, rows


def write_series(request: HttpRequest, process_id: int) -> HttpResponse:
    """Change a series: its name, unit, source and values; an emptied row goes."""
    analysis = _find_open(request, process_id)
    name, rows = _find_series(request, analysis)
    form = SeriesForm(request.POST or None, rows=len(rows), initial=series_words(rows))
    return act(
        request, analysis.process, form,
        lambda _data: commands.write_series(
            analysis, series=name, figures=form.figures(), **who_and_when(request)
        ),
        back=_at_figures(process_id), done=_("The figures are saved."), title=name,
        label=_("Save the figures"), hold=True, template="plans/figures_series.html",
    )  # fmt: skip


def remove_series(request: HttpRequest, process_id: int) -> HttpResponse:
    """Take a series out, after asking once."""
    analysis = _find_open(request, process_id)
    name, rows = _find_series(request, analysis)
    said = ngettext("%(count)s figure goes with it.", "%(count)s figures go with it.", len(rows))
    return confirm(
        request, analysis.process,
        lambda _revision: commands.remove_series(analysis, series=name, **who_and_when(request)),
        revision=1, back=_at_figures(process_id), done=_("Taken out."),
        title=_("Take “%(series)s” out?") % {"series": name}, points=[said % {"count": len(rows)}],
    )  # fmt: skip


def upload_figures(request: HttpRequest, process_id: int) -> HttpResponse:
    """Take a file in; what its columns hold is asked next."""
    analysis = _find_open(request, process_id)
    form = UploadForm(request.POST or None, request.FILES or None)
    key = pending.key_of(analysis, who_and_when(request)["by"])
    if acted(request, form, lambda data: pending.keep(key, data["file"])):
        return redirect("plans:map_figures", process_id)
    return show_form(request, "plans/figures_upload.html", form, **around(analysis.process))


def map_figures(request: HttpRequest, process_id: int) -> HttpResponse:
    """Ask which column holds what, try every row without writing, and write all of them or none."""
    analysis = _find_open(request, process_id)
    key = pending.key_of(analysis, who_and_when(request)["by"])
    table = pending.look_at(key)
    if table is None:
        messages.warning(request, _("Choose the file once more."))
        return redirect("plans:upload_figures", process_id)
    form = _columns_form(request, table)
    reading = _read(form, table)
    if "confirmed" in request.POST and reading and _taken_in(request, analysis, form, reading):
        pending.forget(key)
        return redirect(_at_figures(process_id))
    context = around(analysis.process, table=table, sample=table.rows[:5], reading=reading)
    return show_form(request, "plans/figures_map.html", form, **context)


def _columns_form(request: HttpRequest, table: ReadTable) -> ColumnsForm:
    years = bool(year_headings(table))
    guessed = guess_columns(table)
    return ColumnsForm(request.POST or None, headings=table.headings, has_years=years, initial=guessed)


def _read(form: ColumnsForm, table: ReadTable) -> Reading | None:
    if not form.is_bound or not form.is_valid():
        return None
    return read_figures(table, ColumnMap(**form.columns()))


def _taken_in(request: HttpRequest, analysis: Analysis, form: ColumnsForm, reading: Reading) -> bool:
    """Write all rows, unless one is bad or there is none; say how many."""
    if reading.bad or not reading.figures:
        return False
    counts: list[tuple[int, int]] = []
    who = who_and_when(request)
    if not acted(
        request,
        form,
        lambda _data: counts.append(commands.set_figures(analysis, figures=reading.figures, **who)),
    ):
        return False
    added, changed = counts[0]
    words = {"added": added, "changed": changed}
    messages.success(request, _("Taken in: %(added)s new figures, %(changed)s changed.") % words)
    return True


def fetch_statistics(request: HttpRequest, process_id: int) -> HttpResponse:
    """Choose official tables; a job fetches them for the process's municipality."""
    analysis = _find_open(request, process_id)
    tables = tables_for(analysis.process.place.country)
    choices = [(table.key, f"{table.title} ({table.code})") for table in tables]
    form = FetchForm(request.POST or None, tables=choices)
    asked: list[Fetch] = []
    if acted(request, form, lambda data: asked.append(_ask(request, analysis, data["tables"]))):
        fetch_figures.enqueue(fetch_id=asked[0].pk)
        return redirect(_at_figures(process_id))
    return show_form(request, "plans/figures_fetch.html", form, **around(analysis.process, tables=tables))


def _ask(request: HttpRequest, analysis: Analysis, tables: list[str]) -> Fetch:
    return commands.fetch_statistics(analysis, tables=tables, **who_and_when(request))


def show_progress(request: HttpRequest, process_id: int) -> HttpResponse:
    """Give the fragment that says how far the fetch has come."""
    analysis = find_analysis(request, process_id)
    progress = queries.latest_fetch(analysis, at=who_and_when(request)["at"])
    context = around(analysis.process, analysis=analysis, progress=progress, has_come=True)
    return render(request, "plans/figures_progress.html", context)
