"""Amazon's account health report on the *Notice* screen: taken in, seen against its targets, taken over into the case.

The report itself stays in the session; only what is taken over becomes part of the case. (``ui/health.py`` is something
else: whether the app answers.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from poa_app.desk import health, notices
from poa_app.desk.health import Shown, SiteHealth
from poa_app.desk.health_takeover import When, fill, fillable, held, reading_of, row_of, take
from poa_app.desk.work import View
from poa_app.errors import PoaError
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.ui import session, show
from poa_app.ui.labels import GRADES, enforcement_name, row_code
from poa_app.ui.markup import badge, bold, coloured, gray, icon, lines, put, small
from poa_app.ui.pictures import target_bar
from poa_app.ui.words import Reader

MOST_MEGABYTES = 25

_GROUPS = {
    "customer-service": "Customer service performance",
    "shipping": "Shipping performance",
    "policy": "Policy compliance",
}
_WHEN: dict[When, str] = {"then": "in the notice", "now": "now"}
_COLOURS = {"meets": "green", "missed": "red", "no-data": "gray"}
_ACCOUNT_COLOURS = {"normal": "green", "at-risk": "orange", "deactivated": "red", "suspended": "red", None: "gray"}


@dataclass(frozen=True)
class _Kept:
    """What a session keeps of a case's report.

    Attributes:
        number: of the box for the next file, since each takes one.
        name: of the file.
        report: what it says.
        refused: why the last file was not taken.
    """

    number: int = 0
    name: str = ""
    report: health.HealthReport | None = None
    refused: PoaError | None = None


def health_report(reader: Reader, view: View) -> None:
    """Show the box for a report, folded until there is one, and the report held against its targets."""
    kept = _kept(view.id)
    words = reader.say("Import Amazon's account health report")
    is_open = kept.report is not None or kept.refused is not None
    with show.expander(words, expanded=is_open, icon=":material/monitor_heart:", key=f"health{view.id}"):
        key = f"healthfile{view.id}{kept.number}"
        show.file_uploader(
            reader.say("Drop the report here: the JSON of GET_V2_SELLER_PERFORMANCE_REPORT"),
            key=key,
            max_upload_size=MOST_MEGABYTES,
            on_change=_take_in,
            args=(view.id, key),
        )
        if kept.refused:
            show.error(reader.error_text(kept.refused), icon=":material/error:")
        if kept.report:
            _report(reader, view, kept.name, kept.report)


def _kept(id: str) -> _Kept:
    kept: _Kept = st.session_state.get("health_reports", {}).get(id, _Kept())
    return kept


def _keep(id: str, kept: _Kept) -> None:
    st.session_state.setdefault("health_reports", {})[id] = kept


def _take_in(id: str, key: str) -> None:
    """Read an uploaded report; one that cannot be used leaves the one before in its place."""
    given, kept = st.session_state.get(key), _kept(id)
    if given is None:
        return
    try:
        report = health.read(given.getvalue(), given.name)
    except PoaError as error:
        _keep(id, replace(kept, number=kept.number + 1, refused=error))
        return
    _keep(id, _Kept(kept.number + 1, given.name, report))


def _report(reader: Reader, view: View, name: str, report: health.HealthReport) -> None:
    sites = health.health(report, view.case)
    absent = [code for code in view.case.marketplaces if code not in {site.code for site in sites}]
    if absent:
        show.warning(
            reader.say("The report has nothing on {sites}.", sites=reader.comma.join(absent)), icon=":material/info:"
        )
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"healthtop{view.id}"):
        site = _chosen(reader, view, sites)
        when = _when(reader, view)
        count = len(fillable(view.case, sites, when))
        if count:
            show.button(
                reader.say("Fill {n} unanswered", n=count),
                key=f"healthfill{view.id}",
                icon=":material/download_done:",
                on_click=_fill,
                args=(view.id, sites, when),
            )
    show.markdown(small(gray(reader.say("The report shows the days it names. Compare them with those of the notice."))))
    _state(reader, name, site)
    for group in ("customer-service", "shipping"):
        _rates(reader, view, site, when, group)
    left, right = st.columns(2, gap="medium")
    with left:
        _violations(reader, site)
    with right:
        _pointers(reader, view, site)
    _rest(reader, view, site)


def _when(reader: Reader, view: View) -> When:
    """Ask which reading of a rate a figure is: at first the notice's, once that is there the present one."""
    chosen: When | None = show.segmented_control(
        reader.say("Take figures over as they were"),
        list(_WHEN),
        default="now" if any(row.then.value is not None for row in view.case.metrics) else "then",
        format_func=lambda one: reader.say(_WHEN[one]),
        required=True,
        key=f"healthwhen{view.id}",
    )
    return chosen or "then"


def _chosen(reader: Reader, view: View, sites: Sequence[SiteHealth]) -> SiteHealth:
    if len(sites) == 1:
        return sites[0]
    names = {site.site.marketplace_id: site for site in sites}
    chosen = show.segmented_control(
        reader.say("Marketplace of the report"),
        list(names),
        default=next(iter(names)),
        format_func=lambda id: names[id].name,
        required=True,
        key=f"healthsite{view.id}{_kept(view.id).number}",
    )
    return names.get(chosen, sites[0])


def _state(reader: Reader, name: str, site: SiteHealth) -> None:
    """Show how the account stands on a site."""
    account, rating = site.site.account, site.site.rating
    colour = {"great": "green", "warned": "red"}.get(rating or "", "gray")
    score = str(site.site.score) if site.site.score is not None else ""
    told = (
        bold(site.name),
        badge(_ACCOUNT_COLOURS[account], reader.localized(health.ACCOUNTS[account])),
        badge(colour, put(reader.localized(health.RATINGS[rating]), score, by=" ")),
        gray(name),
    )
    show.markdown(small(put(*told, by=" ")))
    if not site.is_of_case:
        show.markdown(small(gray(reader.say("Not a site of this case: nothing is taken over from here."))))


def _rates(reader: Reader, view: View, site: SiteHealth, when: When, group: str) -> None:
    held_here = [one for one in site.rates if one.known and one.known.group == group]
    if not held_here:
        return
    show.markdown(bold(reader.say(_GROUPS[group])))
    with st.container(gap="xxsmall", key=f"health{group}{view.id}"):
        for shown in held_here:
            _rate(reader, view, site, shown, when)


def _rate(reader: Reader, view: View, site: SiteHealth, shown: Shown, when: When) -> None:
    measure, target = shown.figure.measure, shown.target
    missed = shown.verdict == "missed"
    name, bar, verdict, over = st.columns([30, 34, 18, 18], vertical_alignment="center")
    with name:
        value = bold(shown.value or reader.say("no data"))
        value = coloured("red", value) if missed else value
        show.markdown(lines(put(reader.localized(shown.name), value, by=" "), small(gray(_window(reader, shown)))))
    with bar:
        if measure is not None and target is not None and shown.verdict != "no-data":
            target_bar(float(measure), float(target), shown.condition, missed)
    with verdict:
        mark = badge(_COLOURS[shown.verdict], reader.localized(health.VERDICTS[shown.verdict]))
        show.markdown(small(put(mark, _aim(reader, shown), by=" ")))
    with over:
        if site.is_of_case:
            _take_over(reader, view, site, shown, when)
    for flag in shown.flags:
        show.markdown(small(coloured("orange", put(icon("warning"), reader.localized(flag), by=" "))))


def _aim(reader: Reader, shown: Shown) -> str:
    aim = reader.localized(shown.aim)
    return aim if shown.is_own_target or shown.target is None else reader.say("{aim}, by policy", aim=aim)


def _window(reader: Reader, shown: Shown) -> str:
    start, end = shown.figure.start, shown.figure.end
    days = reader.say("{n} days", n=(end - start).days + 1) if start and end and end >= start else ""
    return put(shown.counts, days, shown.period, by=" · ")


def _take_over(reader: Reader, view: View, site: SiteHealth, shown: Shown, when: When) -> None:
    reading = reading_of(shown)
    if reading is None:
        return
    row, there = row_of(view.case, shown, site), held(view.case, shown, site, when)
    if row and there == reading:
        name = row_code(reader, view.case, f"/metrics/{row.id}")
        show.markdown(small(coloured("green", put(icon("check"), reader.say("stands in {row}", row=name), by=" "))))
        return
    show.button(
        reader.say("Take over {value}", value=shown.value or shown.counts),
        key=f"healthtake{view.id}{site.site.marketplace_id}{shown.place}",
        type="tertiary",
        icon=":material/input:",
        on_click=_take,
        args=(reader, view.id, site, shown, when),
    )
    if row and there:
        name = row_code(reader, view.case, f"/metrics/{row.id}")
        before = "" if there.value is None else f"{there.value} %"
        show.markdown(
            small(gray(reader.say("in place of {value} in {row}", value=before or reader.say("what stands"), row=name)))
        )


def _take(reader: Reader, id: str, site: SiteHealth, shown: Shown, when: When) -> None:
    made: list[str] = []

    def taken(case: Case) -> Case:
        case, path = take(case, shown, site, when)
        made.append(path)
        return case

    if session.change(id, taken, "/metrics") and made[-1]:
        row = row_code(reader, session.store().load(id).case, made[-1])
        st.session_state.notice_message = reader.say(
            "{value} stands in {row} now, on the workbench.", value=shown.value, row=row
        )


def _fill(id: str, sites: tuple[SiteHealth, ...], when: When) -> None:
    session.change(id, lambda case: fill(case, sites, when), "/metrics")


def _violations(reader: Reader, site: SiteHealth) -> None:
    """Show the counts of violations as a table, and the warnings."""
    if site.violations:
        show.markdown(bold(reader.say(_GROUPS["policy"])))
        counts = [
            badge("orange" if one.is_bad else "gray", one.value or reader.say("no data"))
            if one.is_bad
            else one.value or "–"
            for one in site.violations
        ]
        show.table(
            {
                reader.say("Kind"): [reader.localized(one.name) for one in site.violations],
                reader.say("Count"): counts,
                reader.say("Target"): [reader.localized(one.aim) for one in site.violations],
            }
        )
        for one in site.violations:
            for flag in one.flags:
                told = put(icon("warning"), bold(reader.localized(one.name)), reader.localized(flag), by=" ")
                show.markdown(small(coloured("orange", told)))


def _pointers(reader: Reader, view: View, site: SiteHealth) -> None:
    """Show which enforcements a site's figures point to, each with the way to what is known of it."""
    show.markdown(bold(reader.say("What this points to")))
    if not site.pointers:
        show.markdown(small(gray(reader.say("Nothing in the figures of this site misses its target."))))
    open_row = next((one.id for one in view.case.violations if not one.enforcement), "")
    with st.container(gap="xxsmall", key=f"healthpoints{view.id}"):
        for number, pointer in enumerate(site.pointers):
            grade = reader.say(GRADES[knowledge().sources[pointer.source].grade])
            show.markdown(small(put(reader.localized(pointer.because), gray(put("(", grade, ")")), by=" ")))
            with st.container(horizontal=True, gap="xsmall", key=f"healthpoint{number}{view.id}"):
                for slug in pointer.enforcements:
                    _enforcement(reader, view, slug, open_row, f"{view.id}{number}{slug}")


def _enforcement(reader: Reader, view: View, slug: str, open_row: str, key: str) -> None:
    """Show the way to an enforcement: into the handbook, or into the case while that has none yet."""
    name = enforcement_name(reader, slug)
    if not open_row:
        mark = ":material/check:" if slug in view.case.enforcements else ":material/menu_book:"
        if show.button(name, key=f"book{key}", type="tertiary", icon=mark):
            _read(slug)
        return
    ways = {"choose": reader.say("Choose it for this case"), "read": reader.say("Read it in the handbook")}
    way = show.menu_button(
        name,
        list(ways),
        format_func=ways.__getitem__,
        key=f"way{key}",
        type="tertiary",
        on_click=_choose,
        args=(view.id, open_row, slug, f"way{key}"),
    )
    if way == "read":
        _read(slug)


def _choose(id: str, row: str, slug: str, key: str) -> None:
    if st.session_state.get(key) == "choose":
        path = f"/violations/{row}/enforcement"
        session.change(id, lambda case: notices.choose_enforcement(case, row, slug), path)


def _read(slug: str) -> None:
    st.session_state["handbook-words"], st.session_state["handbook-slug"] = "", slug
    session.go("handbook")


def _rest(reader: Reader, view: View, site: SiteHealth) -> None:
    """Show what has no data, what was not read, and every figure once more as a table."""
    rest = []
    if not site.rates and not site.violations:
        rest.append(reader.say("The report has no figures of this site."))
    elif site.no_data:
        rest.append(reader.say("No data: {names}", names=" · ".join(reader.localized(one) for one in site.no_data)))
    if site.site.unread:
        rest.append(reader.say("Not read, since unknown here: {names}", names=" · ".join(site.site.unread)))
    for words in rest:
        show.markdown(small(gray(words)))
    if site.rates:
        with show.expander(reader.say("The rates as a table"), icon=":material/table:", key=f"healthtable{view.id}"):
            show.table(
                {
                    reader.say("Rate"): [reader.localized(one.name) for one in site.rates],
                    reader.say("Value"): [_value_and_counts(reader, one) for one in site.rates],
                    reader.say("Target"): [
                        put(_aim(reader, one), reader.localized(health.VERDICTS[one.verdict]), by=" · ")
                        for one in site.rates
                    ],
                    reader.say("Period (UTC)"): [one.period or reader.say("no data") for one in site.rates],
                }
            )


def _value_and_counts(reader: Reader, shown: Shown) -> str:
    return put(shown.value or reader.say("no data"), shown.counts, by=" · ")
