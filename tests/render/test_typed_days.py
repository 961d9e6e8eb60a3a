"""Days and numbers typed within a row's words print as the letter's readers write them, where they mean one thing."""

from __future__ import annotations

from datetime import date
from typing import Any

from poa_app.model.case import Case
from poa_app.model.facts import Exhibit, Metric, Notice, Request
from poa_app.model.rows import CorrectiveAction, RootCause
from poa_app.phrases.typed_numbers import in_english
from poa_app.render.typed_days import as_written
from poa_app.render.wording import Dates
from tests.each import for_each


def _result(typed: str, dates: Dates, opening: str | None = None) -> str | None:
    case = Case(opening=opening, corrective_actions=(CorrectiveAction(id="actio1", result=typed),))
    return as_written(case, dates).corrective_actions[0].result


@for_each(
    ("typed", "said"),
    [
        ("removed them 11/16", "removed them on November 16"),
        ("removed on 11/16, all of them", "removed on November 16, all of them"),
        ("240 bags arrived 11/22, 148 did not", "240 bags arrived on November 22, 148 did not"),
        ("arrived at our 3PL in Ontario 11/22", "arrived at our 3PL in Ontario on November 22"),
        ("Amazon answered 11/13.", "Amazon answered on November 13."),
        ("checked all pages 11/16-11/20", "checked all pages from November 16 to 20"),
        ("from 11/28 to 12/3 nothing was sent", "from November 28 to December 3 nothing was sent"),
        ("the 2 comments of 10/20 said expired", "the 2 comments of October 20 said expired"),
        ("batch L2511 (best before 11/20)", "batch L2511 (best before November 20)"),
        ("labels printed 11/1-11/9 had the wrong day", "labels printed from November 1 to 9 had the wrong day"),
        ("packing stopped 10/3, 10/4, 10/5", "packing stopped on October 3, October 4, October 5"),
        ("from October 9 02:00 to 10/12 10:40", "from October 9 02:00 to October 12 10:40"),
        ("Monday 11/9 nobody looked", "Monday November 9 nobody looked"),
        ("the last one left 11/7", "the last one left on November 7"),
        ("the other comes 11/23", "the other comes on November 23"),
        ("since 11/9 every label is read", "since November 9 every label is read"),
        ("done on 2026-11-14", "done on November 14, 2026"),
        ("done on 11/14/2026", "done on November 14, 2026"),
    ],
)
def test_a_day_prints_by_its_month_where_readers_write_the_month_first(typed: str, said: str) -> None:
    assert _result(typed, "month-first") == said


@for_each(
    ("typed", "said"),
    [
        ("stock got over on 20/09", "stock got over on 20 September"),
        ("uploaded from 11.11. to 12.11.", "uploaded from 11 to 12 November."),
        ("could not upload since 4.10. as it had expired", "could not upload since 4 October as it had expired"),
        ("the 7 were uploaded on 13.11.", "the 7 were uploaded on 13 November."),
        ("all orders since 1.7. were checked", "all orders since 1 July were checked"),
        ("signed on 24.11.2026", "signed on 24 November 2026"),
        ("they confirmed by mail 17.11 that it is so", "they confirmed by mail 17 November that it is so"),
        ("since 3.09 it stopped 3", "since 3 September it stopped 3"),
        ("the rate fell from 2.12 to 1.10", "the rate fell from 2.12 to 1.10"),
        ("it rose by 1.10 in May", "it rose by 1.10 in May"),
        ("the price went from 3.09 EUR to 4.12 EUR", "the price went from 3.09 EUR to 4.12 EUR"),
        ("it fell to 1.10%", "it fell to 1.10%"),
        ("since version 2.11 it runs", "since version 2.11 it runs"),
    ],
)  # fmt: skip
def test_a_day_prints_before_its_month_where_readers_write_it_so(typed: str, said: str) -> None:
    assert _result(typed, "day-first") == said


@for_each(
    "typed",
    [
        "9/12 of the cartons were open",
        "all packers scored 9/10.",
        "staffed 24/7 since then",
        "a 3/4 inch screw",
        "updated to version 7.2. It works",
        "12/14 passed",
        "order 113-1111111/22 was sent",
        "see https://example.com/11/16",
        "rows 3/4 were read",
        "it fell from 11/16% to nothing",
    ],
)
def test_what_is_no_day_stays_as_typed(typed: str) -> None:
    assert _result(typed, "month-first") == typed


def test_two_numbers_that_could_be_either_day_stay_for_a_shop_of_europe() -> None:
    assert _result("sent on 06/11", "day-first") == "sent on 06/11"


def test_the_writers_own_habit_elsewhere_in_the_case_tells_which_day_is_meant() -> None:
    assert _result("sent on 06/11", "day-first", "Stock got over on 20/09.") == "sent on 6 November"
    assert _result("sent on 06/11", "day-first", "It was sent on 10/20.") == "sent on 11 June"
    assert _result("sent on 06/11", "month-first", "Stock got over on 20/09.") == "sent on November 6"


def test_days_in_a_rates_note_and_in_an_exhibits_title_are_told_as_in_rows() -> None:
    metric = Metric(id="metri1", note="last late order is 11/5, from 11/6 to 11/13 none")
    exhibit = Exhibit(id="exhib1", title="Carrier emails 9/21 and 10/2")
    cause = RootCause(id="cause1", unnoticed=("the last review was 10/2",))
    told = as_written(Case(metrics=(metric,), exhibits=(exhibit,), root_causes=(cause,)), "day-first")
    assert told.metrics[0].note == "last late order is 5 November, from 6 to 13 November none"
    assert told.exhibits[0].title == "Carrier emails on 21 September and 2 October"
    assert told.root_causes[0].unnoticed == ("the last review was 2 October",)


def test_a_case_without_figures_is_the_same_case() -> None:
    case = Case(opening="The fault was ours.")
    assert as_written(case, "month-first") is case


@for_each(
    ("typed", "said"),
    [
        ("total 18.204,50 EUR", "total 18,204.50 EUR"),
        ("above 1.000 EUR", "above 1,000 EUR"),
        ("EUR 204,90 are open", "EUR 204.90 are open"),
        ("€ 1.000", "€ 1,000"),
        ("1.930 orders were checked", "1,930 orders were checked"),
        ("below 2,5 %", "below 2.5 %"),
        ("1.204.500 units", "1,204,500 units"),
        ("41单 were late", "41 orders were late"),
        ("1单", "1 order"),
    ],
)
def test_a_number_of_one_meaning_prints_as_english_writes_it(typed: str, said: str) -> None:
    assert in_english(typed) == said


@for_each(
    "typed",
    ["1.250 meters of cable", "version 2.104 runs", "rows 2,5 and 7", "1.250 kg", "$4.50", "1,204 orders", "取消了6单"],
)
def test_a_number_that_may_be_english_already_stays(typed: str) -> None:
    assert in_english(typed) == typed


def _case_of_europe(**rows: Any) -> Case:
    return Case(letter_date=date(2026, 11, 20), notice=Notice(received=date(2026, 11, 5)), **rows)


@for_each(
    ("row", "said"),
    [
        ({"what": "Lot 2404 was sent to FBA on 12/8", "start": date(2026, 8, 12)}, "on 12 August"),
        ({"what": "the pick-up did not come on 5/10, 6/10 and 12/10", "start": date(2026, 10, 3),
          "end": date(2026, 11, 1)}, "on 5 October, 6 October and 12 October"),
        ({"what": "since 7/3 the page was wrong", "start": date(2026, 3, 7), "end": date(2026, 5, 2)},
         "since 7 March the page was wrong"),
        ({"what": "since 7/3 the page was wrong", "start": date(2026, 7, 3), "end": date(2026, 9, 2)},
         "since 3 July the page was wrong"),
        ({"what": "late from 1/10-8/10", "start": date(2026, 10, 1), "end": date(2026, 10, 8)}, "late from 1 to 8 Oct"),
        ({"what": "the file of 5/10 was used until 8/10", "start": date(2026, 10, 5), "end": date(2026, 10, 8)},
         "the file of 5 October was used until 8 October"),
        ({"what": "a score of 5/10", "start": date(2026, 10, 5), "end": date(2026, 10, 8)}, "a score of 5/10"),
        ({"what": "since 7/3 the page was wrong"}, "since 7/3 the page was wrong"),
        ({"what": "sent on 28.10. and on 2/11"}, "sent on 28 October and on 2 November"),
    ],
)  # fmt: skip
def test_the_days_of_a_row_tell_in_which_order_they_were_typed(row: dict[str, Any], said: str) -> None:
    case = _case_of_europe(root_causes=(RootCause(id="cause1", **row),))
    assert said in str(as_written(case, "day-first").root_causes[0].what)


@for_each(
    ("result", "said"),
    [
        ("sent on 11/12 and 13/11", "sent on 11 December and 13 November"),
        ("all delivered on 12/11", "all delivered on 12 November"),
        ("all delivered on 11/12", "all delivered on 12 November"),
        ("best before 12/11", "best before 12/11"),
        ("all delivered on 6/11", "all delivered on 6/11"),
        ("all delivered on 9/8", "all delivered on 9/8"),
        ("212 units came back 14.11., the rest did not", "212 units came back on 14 November, the rest did not"),
        ("212 units came back 14.11.", "212 units came back on 14 November."),
        ("the label weighs 8.5.", "the label weighs 8.5."),
    ],
)
def test_a_day_still_ahead_of_the_letter_is_not_that_of_a_deed(result: str, said: str) -> None:
    case = _case_of_europe(corrective_actions=(CorrectiveAction(id="actio1", result=result),))
    assert said in str(as_written(case, "day-first").corrective_actions[0].result)


@for_each(
    ("answer", "said"),
    [
        ("We sold nothing there.\n- 11/04 Kyra signed the receipt\n- 11/06 (noon) the IT firm came",
         "- November 4 Kyra signed the receipt\n- November 6 (noon) the IT firm came"),
        ("He wrote in the mail 11/12 only this", "He wrote in the mail November 12 only this"),
        ("On Monday 11/9 nobody looked", "On Monday November 9 nobody looked"),
        ("packing stopped totally 11/3, 11/4 and 11/5", "totally November 3, November 4 and November 5"),
        ("it went off at 11/12 10:40", "November 12 10:40"),
        ("the second of 11/06 named the laptop", "the second of November 6 named"),
        ("he changed it the evening of 11/10", "the evening of November 10"),
        ("the factory changed it at 8/8 and told us by Wechat 8/10", "at August 8 and told us by Wechat on August 10"),
        ("- 3/4 of the cartons were whole", "- 3/4 of the cartons were whole"),
        ("- 9/12 cartons arrived", "- 9/12 cartons arrived"),
        ("7/7 refunded", "7/7 refunded"),
        ("the lens is 1/2 inch wide", "the lens is 1/2 inch wide"),
    ],
)  # fmt: skip
def test_the_days_of_an_answer_print_as_those_of_a_row(answer: str, said: str) -> None:
    asked = Request(id="reque1", words="Tell us what happened by 11/09.", answer=f"On 10/27 I wrote. {answer}")
    written = as_written(Case(notice=Notice(requests=(asked,))), "month-first").notice.requests[0]
    assert said in str(written.answer)
    assert written.words == asked.words
