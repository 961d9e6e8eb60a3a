"""The way past a finding that the manager answers for: overrule it, say it does not apply, or name a name."""

from __future__ import annotations

from poa_app.desk import own_words, work
from poa_app.desk.work import View
from poa_app.model.case import Case
from poa_app.model.finding import Finding
from poa_app.ui import session, show
from poa_app.ui.markup import gray, small
from poa_app.ui.words import Reader


def overrule(reader: Reader, view: View, found: tuple[Finding, ...]) -> None:
    """Offer to overrule findings of one rule, or to say that a point does not apply."""
    finding = found[0]
    if finding.family == "completeness" and finding.rule not in ("completeness.missing", "completeness.evidence"):
        return
    if finding.family == "completeness" and finding.path not in view.state.waivable:
        return
    if finding.family != "completeness" and not finding.can_be_overruled:
        return
    name = reader.say("Does not apply") if finding.family == "completeness" else reader.say("Overrule")
    key = f"over{view.id}{finding.key}"
    with show.popover(name, type="tertiary", key=f"pop{key}"):
        reason = show.text_input(reader.say("Reason (kept with the case)"), key=key)
        show.button(
            name,
            key=f"do{key}",
            disabled=not reason.strip(),
            on_click=_overrule,
            args=(reader, view.id, found, reason),
        )
        if len(found) == 1:
            _own_word(reader, view, finding)


def _overrule(reader: Reader, id: str, found: tuple[Finding, ...], reason: str) -> None:
    if found[0].family == "completeness":
        session.change(id, lambda case: work.with_not_applicable(case, found[0].path, reason), "/not_applicable")
        return

    def overruled(case: Case) -> Case:
        for finding in found:
            case = work.overrule(case, finding, reason)
        return case

    session.change(id, overruled, "/overruled")


def _own_word(reader: Reader, view: View, finding: Finding) -> None:
    """Offer to keep the words in question as a name of the client, which no rule judges from then on."""
    name = own_words.name_in(view.case, finding)
    if not name:
        return
    key = f"own{view.id}{finding.key}"
    show.markdown(small(gray(reader.say("Or, if it is a name or a brand, exactly as it is written:"))))
    given = show.text_input(reader.say("Name or brand"), value=name, key=key, max_chars=own_words.LONGEST)
    show.button(
        reader.say("Add it to the client's words"),
        key=f"add{key}",
        icon=":material/add:",
        disabled=not (given or "").strip(),
        on_click=_keep_word,
        args=(view.id, given),
    )


def _keep_word(id: str, name: str) -> None:
    session.change(id, lambda case: own_words.with_own_word(case, name), "/client/own_words")
