//! Calendars: each kind of day, its years, its names, and what is no day.

use super::super::ast::*;
use super::{codes, one, read};
use crate::quantity::calendar::{Church, DayRule, Nth};
use crate::quantity::{Date, Weekday};

const POLAND: &str = "\
calendar poland {
  title    pl \"Dni wolne\"  en \"Public holidays\"
  cite     act \"Art. 1\"
  covers   2014 to 2035
  includes other, days.more
  rest     saturday, Sunday
  rest     friday from 2017-01-01 to 2019
  holiday  1 January                     pl \"Nowy Rok\"  en \"New Year's Day\"
  holiday  24 December from 2025         pl \"Wigilia\"   cite act_2024 \"Art. 1\"
  holiday  easter + 1 day
  holiday  orthodox easter - 2 days to 2020
  holiday  saturday from 20 June from 2015
  holiday  wednesday before 23 November
  holiday  first monday of May
  holiday  last monday of August from 2014 to 2016
  holiday  2018-11-12                    pl \"Sto lat\"
  holiday  2024-12-24 to 2025-01-01
  cite     act \"Art. 2\"
  working  2020-05-02                    en \"instead of 1 May\"
}
";

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn poland() -> CalendarDecl {
    let ItemKind::Calendar(decl) = one(POLAND) else { panic!() };
    *decl
}

#[test]
fn a_calendar_has_all_its_clauses() {
    let decl = poland();
    assert_eq!(&*decl.name.value, "poland");
    assert_eq!(decl.title.unwrap().entries.len(), 2);
    assert_eq!(decl.covers.unwrap().value, (2014, 2035));
    let included: Vec<String> = decl.includes.iter().map(Path::text).collect();
    assert_eq!(included, ["other", "days.more"]);
    let rest: Vec<Weekday> = decl.rest[0].weekdays.iter().map(|day| day.value).collect();
    assert_eq!(rest, [Weekday::Sat, Weekday::Sun]);
    assert_eq!(decl.rest[1].validity.to.unwrap().value, date("2019-12-31"));
    assert_eq!(decl.working[0].days.value, (date("2020-05-02"), date("2020-05-02")));
    assert_eq!(decl.working[0].title.as_ref().unwrap().entries.len(), 1);
    // A citation on a line of its own is the calendar's.
    assert_eq!(decl.cite.len(), 2);
}

#[test]
fn a_holiday_is_a_day_of_each_year_or_listed() {
    let decl = poland();
    let days: Vec<HolidayDay> = decl.holidays.iter().map(|holiday| holiday.day.value).collect();
    let saturday = Weekday::Sat;
    let expected = [
        HolidayDay::Yearly(DayRule::Fixed { month: 1, day: 1 }),
        HolidayDay::Yearly(DayRule::Fixed { month: 12, day: 24 }),
        HolidayDay::Yearly(DayRule::Easter { church: Church::Western, offset: 1 }),
        HolidayDay::Yearly(DayRule::Easter { church: Church::Orthodox, offset: -2 }),
        HolidayDay::Yearly(DayRule::OnOrAfter { weekday: saturday, month: 6, day: 20 }),
        HolidayDay::Yearly(DayRule::Before { weekday: Weekday::Wed, month: 11, day: 23 }),
        HolidayDay::Yearly(DayRule::Nth { nth: Nth::At(1), weekday: Weekday::Mon, month: 5 }),
        HolidayDay::Yearly(DayRule::Nth { nth: Nth::Last, weekday: Weekday::Mon, month: 8 }),
        HolidayDay::Listed(date("2018-11-12"), date("2018-11-12")),
        HolidayDay::Listed(date("2024-12-24"), date("2025-01-01")),
    ];
    assert_eq!(days, expected);
}

#[test]
fn years_and_dates_say_when_a_line_stands() {
    let decl = poland();
    let ends = |at: usize| {
        let range = decl.holidays[at].validity;
        (range.from.map(|day| day.value), range.to.map(|day| day.value))
    };
    assert_eq!(ends(0), (None, None));
    assert_eq!(ends(1), (Some(date("2025-01-01")), None));
    assert_eq!(ends(3), (None, Some(date("2020-12-31"))));
    assert_eq!(ends(4), (Some(date("2015-01-01")), None));
    assert_eq!(ends(7), (Some(date("2014-01-01")), Some(date("2016-12-31"))));
    assert_eq!(decl.holidays[1].cite.len(), 1);
    assert_eq!(decl.holidays[0].title.as_ref().unwrap().entries.len(), 2);
}

#[test]
fn what_is_no_day_or_no_year_is_refused() {
    let code = |line: &str| codes(&read(&format!("calendar a {{\n  {line}\n}}\n")).1);
    let none = ["syntax::no_such_value"];
    assert_eq!(code("holiday 31 April"), none);
    assert_eq!(code("holiday monday from 30 February"), none);
    assert_eq!(code("holiday easter + 366 days"), none);
    assert_eq!(code("holiday easter + 99999999999 days"), none);
    assert_eq!(code("holiday 2023-02-29"), none);
    assert_eq!(code("holiday 2023-02-02 to 2023-02-01"), none);
    assert_eq!(code("holiday 1 May from 2025 to 2024"), none);
    assert_eq!(code("covers 2025 to 2024"), none);
    assert_eq!(code("covers 0 to 2024"), none);
    assert_eq!(code("covers 2000 to 99999"), none);
    assert_eq!(code("covers 1582"), none);
    assert_eq!(code("covers 2024\n  covers 2025"), ["syntax::repeated"]);
    assert_eq!(code("rest caturday"), ["syntax::unexpected"]);
    assert_eq!(code("holliday 1 May"), ["syntax::unknown_word"]);
}
