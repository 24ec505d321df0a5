//! Legal periods and calendars against a count of single days that is written from the laws and
//! shares nothing with the library, and against cases that the laws and the courts decide.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    dead_code,
    unreachable_pub,
    reason = "a test fails by panicking, and its modules are its own"
)]

#[path = "reference/calendar.rs"]
mod calendar;
#[path = "reference/legal.rs"]
mod legal;

use std::sync::LazyLock;

use legal::{DAYS, Law};
use proptest::prelude::*;
use subvent::quantity::calendar::{
    Calendar, Church, DayRule, HolidayDays, Nth, Plan, Span, easter,
};
use subvent::quantity::deadline::{Direction, Length, Regime, Step, Term, deadline, hours};
use subvent::quantity::{Date, Duration, Fault, Moment, Period, Weekday};

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn day(date: Date) -> i64 {
    calendar::of_date(date)
}

fn date_of(day: i64) -> Option<Date> {
    Date::from_day_number(i32::try_from(day - DAYS.0 + 1).ok()?)
}

/// A calendar in lines that a child could go through.
#[derive(Clone, Debug, Default)]
struct Lines {
    years: (i64, i64),
    /// Days of the week, Monday as 0, from a year on.
    rest: Vec<(i64, i64)>,
    /// Month and day, from a year to a year.
    fixed: Vec<(i64, i64, (i64, i64))>,
    listed: Vec<i64>,
    working: Vec<i64>,
}

impl Lines {
    fn calendar(&self) -> Calendar {
        let weekdays = [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
            Weekday::Sat,
            Weekday::Sun,
        ];
        let first = |year: i64| Date::new(i32::try_from(year).unwrap(), 1, 1);
        let last = |year: i64| Date::new(i32::try_from(year).unwrap(), 12, 31);
        let mut plan = Plan::default();
        for (weekday, from) in &self.rest {
            let weekday = weekdays[usize::try_from(*weekday).unwrap()];
            plan.rest.push((weekday, Span { from: first(*from), to: None }));
        }
        for (month, day, (from, to)) in &self.fixed {
            let (month, day) = (u8::try_from(*month).unwrap(), u8::try_from(*day).unwrap());
            let rule = HolidayDays::Yearly(DayRule::Fixed { month, day });
            plan.holidays.push((rule, Span { from: first(*from), to: last(*to) }));
        }
        for day in &self.listed {
            let date = date_of(*day).unwrap();
            plan.holidays.push((HolidayDays::Listed(date, date), Span::default()));
        }
        let dates = self.working.iter().filter_map(|day| date_of(*day));
        plan.working.extend(dates.map(|date| (date, date)));
        let (from, to) = self.years;
        let years = (i32::try_from(from).unwrap(), i32::try_from(to).unwrap());
        Calendar::new(0, years, &plan).unwrap()
    }

    /// The day of the week, Monday as 0. 1 January 1970 was a Thursday.
    fn weekday(day: i64) -> i64 {
        (day + 3).rem_euclid(7)
    }

    /// Whether a day is worked in the sense of a law, or by the calendar alone.
    fn works(&self, day: i64, law: Option<Law>) -> Option<bool> {
        let (year, month, of_month) = calendar::civil(day);
        if year < self.years.0 || self.years.1 < year {
            return None;
        }
        let weekday = Self::weekday(day);
        let swapped = self.working.contains(&day);
        let rests = self.rest.iter().any(|(rest, from)| *rest == weekday && *from <= year);
        let holiday = self.listed.contains(&day)
            || self.fixed.iter().any(|(m, d, (from, to))| {
                (*m, *d) == (month, of_month) && *from <= year && year <= *to
            });
        let (saturday, sunday) = (weekday == 5, weekday == 6);
        let by_calendar = (rests || holiday) && !swapped;
        Some(!match law {
            None => by_calendar,
            Some(Law::Eu) => saturday || sunday || by_calendar,
            // A Saturday counts since 2017, whatever the calendar says of it.
            Some(Law::Pl) if saturday && year < 2017 => holiday && !swapped,
            Some(Law::Pl) => saturday || sunday || by_calendar,
            Some(Law::Se) => {
                let eve = matches!((month, of_month), (12, 24) | (12, 31))
                    || (month == 6 && weekday == 4 && (19..=25).contains(&of_month));
                saturday || sunday || by_calendar || eve
            }
            Some(Law::Ro) => (saturday || sunday || rests || holiday) && !swapped,
        })
    }
}

fn lines() -> impl Strategy<Value = Lines> {
    let years = (1990_i64..2030).prop_flat_map(|from| (Just(from), from..from + 12));
    let rest = prop::collection::vec((0_i64..7, 1985_i64..2035), 0..4);
    let fixed = prop::collection::vec(
        (1_i64..13, 1_i64..29, (1990_i64..2035).prop_flat_map(|y| (Just(y), y..2040))),
        0..14,
    );
    let some_days = |count| prop::collection::vec(7_300_i64..25_000, 0..count);
    (years, rest, fixed, some_days(8), some_days(6)).prop_map(
        |(years, rest, fixed, listed, working)| Lines { years, rest, fixed, listed, working },
    )
}

/// A calendar and a day of its years, near its edges now and then.
fn calendar_and_day() -> impl Strategy<Value = (Lines, i64)> {
    lines().prop_flat_map(|lines| {
        let first = calendar::day_of(lines.years.0, 1, 1);
        let last = calendar::day_of(lines.years.1, 12, 31);
        (Just(lines), first - 40..last + 40)
    })
}

fn term() -> impl Strategy<Value = legal::Term> {
    let law = prop::sample::select(vec![Law::Eu, Law::Pl, Law::Se, Law::Ro]);
    let months = prop_oneof![3 => Just(0_i64), 3 => 0_i64..40, 1 => -2_i64..1];
    let weeks = prop_oneof![3 => Just(0_i64), 1 => 0_i64..9];
    let days = prop_oneof![2 => Just(0_i64), 3 => 0_i64..40];
    let working_days = prop_oneof![3 => Just(0_i64), 2 => 0_i64..40];
    (months, any::<bool>(), weeks, days, working_days, any::<bool>(), law).prop_map(
        |(months, half, weeks, days, working_days, backwards, law)| legal::Term {
            months,
            half_month: half && months % 3 == 1,
            weeks,
            days,
            working_days,
            backwards,
            law,
        },
    )
}

fn regime(law: Law) -> Regime {
    match law {
        Law::Eu => Regime::Eu,
        Law::Pl => Regime::Pl,
        Law::Se => Regime::Se,
        Law::Ro => Regime::Ro,
    }
}

fn ours(term: &legal::Term) -> Term {
    let duration =
        Duration { months: term.months, days: term.days, working_days: term.working_days };
    let length =
        Length { half_month: term.half_month, weeks: term.weeks, ..Length::from(duration) };
    let direction = if term.backwards { Direction::Before } else { Direction::After };
    Term { length, direction, regime: regime(term.law) }
}

/// The last years that there are.
static LATE: LazyLock<Calendar> =
    LazyLock::new(|| Calendar::new(0, (9900, 9999), &Plan::default()).unwrap());

const LAWS: [Option<Law>; 5] = [None, Some(Law::Eu), Some(Law::Pl), Some(Law::Se), Some(Law::Ro)];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_period_ends_where_the_days_say((lines, event) in calendar_and_day(), term in term()) {
        let Some(start) = date_of(event) else { return Ok(()) };
        let works = |day: i64| lines.works(day, Some(term.law));
        let expected = legal::last_day(event, &term, &works);
        let found = deadline(start, &ours(&term), Some(&lines.calendar()), None);
        prop_assert_eq!(found.as_ref().ok().map(|end| day(*end)), expected, "{:?}", found);
    }

    #[test]
    fn a_calendar_knows_its_days((lines, at) in calendar_and_day(), n in -60_i64..60, more in 0_i64..400) {
        let calendar = lines.calendar();
        let start = date_of(at).unwrap();
        for law in LAWS {
            let known = calendar.is_working(start, law.map(regime)).ok();
            prop_assert_eq!(known, lines.works(at, law));
            let why = calendar.closed(start, law.map(regime)).ok();
            prop_assert_eq!(why.map(|why| why.is_none()), lines.works(at, law));
            let end = date_of(at + more).unwrap();
            let counted: Option<i64> =
                (at..=at + more).map(|day| lines.works(day, law).map(i64::from)).sum();
            prop_assert_eq!(calendar.count(start, end, law.map(regime)).ok(), counted);
            let away = calendar.nth_after(start, n, law.map(regime)).ok().map(day);
            prop_assert_eq!(away, nth(&lines, at, n, law));
        }
    }

    #[test]
    fn a_deadline_never_falls_on_a_day_that_is_not_worked((lines, event) in calendar_and_day(), term in term()) {
        let forward = legal::Term { backwards: false, ..term };
        let calendar = lines.calendar();
        if let Ok(end) = deadline(date_of(event).unwrap(), &ours(&forward), Some(&calendar), None) {
            prop_assert_eq!(calendar.is_working(end, Some(regime(term.law))), Ok(true));
            prop_assert!(day(end) >= event);
        }
    }

    #[test]
    fn a_later_event_never_ends_earlier((lines, event) in calendar_and_day(), gap in 0_i64..70, term in term()) {
        let calendar = lines.calendar();
        let end = |event: i64| deadline(date_of(event).unwrap(), &ours(&term), Some(&calendar), None);
        if let (Ok(earlier), Ok(later)) = (end(event), end(event + gap)) {
            prop_assert!(earlier <= later);
        }
    }

    #[test]
    fn what_lies_between_two_events_that_can_be_counted_can_be_counted(
        (lines, event) in calendar_and_day(),
        gap in 0_i64..200,
        share in 0_i64..200,
        term in term(),
    ) {
        let calendar = lines.calendar();
        let end = |event: i64| deadline(date_of(event).unwrap(), &ours(&term), Some(&calendar), None);
        if end(event).is_ok() && end(event + gap).is_ok() {
            prop_assert!(end(event + share.min(gap)).is_ok());
        }
    }

    #[test]
    fn the_steps_lead_to_the_end((lines, event) in calendar_and_day(), term in term()) {
        let calendar = lines.calendar();
        let start = date_of(event).unwrap();
        let mut steps = Vec::new();
        let noted = deadline(start, &ours(&term), Some(&calendar), Some(&mut steps));
        prop_assert_eq!(noted, deadline(start, &ours(&term), Some(&calendar), None));
        let Ok(end) = noted else { return Ok(()) };
        prop_assert_eq!(steps.first(), Some(&Step::EventDay(start)));
        let last = steps.iter().rev().find_map(|step| match *step {
            Step::EventDay(day) | Step::SameNumber(day) | Step::HalfMonth(day)
            | Step::SameWeekday(day) | Step::Days(day) | Step::FreeDays(day)
            | Step::WorkingDays(day) | Step::Next(day) | Step::TwoWorkingDays(day)
            | Step::Unshifted(day) | Step::LastOfMonth { day, .. } => Some(day),
            Step::Closed { .. } => None,
        });
        prop_assert_eq!(last, Some(end));
        for step in &steps {
            if let Step::Closed { day, .. } = step {
                prop_assert_eq!(calendar.is_working(*day, Some(regime(term.law))), Ok(false));
            }
        }
    }

    #[test]
    fn days_there_and_back((lines, at) in calendar_and_day(), n in 1_i64..80) {
        // From a working day, n working days on and n back is the day itself.
        let calendar = lines.calendar();
        let start = date_of(at).unwrap();
        if calendar.is_working(start, None) == Ok(true)
            && let Ok(there) = calendar.nth_after(start, n, None)
        {
            prop_assert_eq!(calendar.nth_after(there, -n, None), Ok(start));
            prop_assert_eq!(calendar.count(start, there, None), Ok(n + 1));
        }
    }

    #[test]
    fn nothing_panics_at_the_ends_of_time(
        number in prop_oneof![1_i32..400, 3_651_600_i32..3_652_060, any::<i32>()],
        months in any::<i64>(),
        weeks in any::<i64>(),
        days in any::<i64>(),
        working_days in any::<i64>(),
        half_month in any::<bool>(),
    ) {
        let calendar = &*LATE;
        let Some(event) = Date::from_day_number(number) else { return Ok(()) };
        for regime in Regime::ALL {
            for direction in [Direction::After, Direction::Before] {
                let length = Length { months, half_month, weeks, days, working_days };
                let _ = deadline(event, &Term { length, direction, regime }, Some(calendar), None);
            }
        }
        let _ = calendar.nth_after(event, working_days, None);
        let moment = Moment::parse(&format!("{event} 23:59")).unwrap();
        let _ = hours(moment, days, Direction::After);
        let _ = hours(moment, days, Direction::Before);
    }
}

/// The n-th working day after a day, one after the other.
fn nth(lines: &Lines, day: i64, n: i64, law: Option<Law>) -> Option<i64> {
    let (mut at, mut left) = (day, n.abs());
    while left > 0 {
        at += n.signum();
        left -= i64::from(lines.works(at, law)?);
    }
    Some(at)
}

fn weekends(years: (i32, i32)) -> Calendar {
    Calendar::new(0, years, &Plan::default()).unwrap()
}

fn end_of(event: &str, length: Length, regime: Regime, calendar: &Calendar) -> String {
    let term = Term { length, direction: Direction::After, regime };
    deadline(date(event), &term, Some(calendar), None).unwrap().to_string()
}

fn months(count: i64) -> Length {
    Length::from(Duration::from_months(count))
}

fn days(count: i64) -> Length {
    Length::from(Duration::from_days(count))
}

/// Article 3(2)(c) of the Regulation: the same date, or the last day of a month without it.
#[test]
fn months_end_on_the_date_of_the_event() {
    let calendar = weekends((2020, 2030));
    let end = |event| end_of(event, months(1), Regime::Eu, &calendar);
    assert_eq!(end("2023-01-31"), "2023-02-28");
    assert_eq!(end("2024-01-31"), "2024-02-29");
    assert_eq!(end("2023-02-28"), "2023-03-28");
    // 30 March 2024 is a Saturday and 31 March a Sunday; Monday 1 April is worked here.
    assert_eq!(end("2024-02-29"), "2024-03-29");
    assert_eq!(end("2024-02-28"), "2024-03-28");
    assert_eq!(end("2024-01-30"), "2024-02-29");
}

/// Case C-171/03 (Toeters and Verberk): a period in months ends on the day that has the number of
/// the day of the event. Two months of 14 October end on 14 December, and not on the 13th.
#[test]
fn the_day_of_the_event_gives_the_number() {
    let calendar = weekends((1999, 2030));
    assert_eq!(end_of("1999-10-14", months(2), Regime::Eu, &calendar), "1999-12-14");
    assert_eq!(end_of("2024-05-14", Length::from_weeks(1), Regime::Eu, &calendar), "2024-05-21");
    assert_eq!(end_of("2021-05-14", months(36), Regime::Eu, &calendar), "2024-05-14");
}

#[test]
fn an_event_and_a_span_differ_at_the_end_of_february() {
    let calendar = weekends((2020, 2030));
    assert_eq!(end_of("2021-02-28", months(36), Regime::Eu, &calendar), "2024-02-28");
    let span = Period::span_end(date("2021-03-01"), &Duration::from_months(36)).unwrap();
    assert_eq!(span, date("2024-02-29"));
}

/// Article 3(4): a period that ends on Sunday 31 December 2023 moves over New Year's Day. The
/// validity of an act that ends that day is a date, which nothing moves (Article 4).
#[test]
fn a_period_that_ends_on_the_last_sunday_of_2023_moves() {
    let new_year = HolidayDays::Yearly(DayRule::Fixed { month: 1, day: 1 });
    let plan = Plan { holidays: vec![(new_year, Span::default())], ..Plan::default() };
    let calendar = Calendar::new(0, (2023, 2024), &plan).unwrap();
    for regime in Regime::ALL {
        let end = end_of("2023-10-31", months(2), regime, &calendar);
        assert_eq!(end, "2024-01-02", "{regime}");
    }
}

/// Article 3(5): a period of two days over a weekend. Friday's second day is a Sunday; Monday is
/// its first working day and Tuesday its second.
#[test]
fn two_days_hold_two_working_days() {
    let calendar = weekends((2024, 2024));
    let end = |length, regime| end_of("2024-05-10", length, regime, &calendar);
    assert_eq!(end(days(1), Regime::Eu), "2024-05-13");
    assert_eq!(end(days(2), Regime::Eu), "2024-05-14");
    assert_eq!(end(days(3), Regime::Eu), "2024-05-14");
    assert_eq!(end(days(2), Regime::Pl), "2024-05-13");
    assert_eq!(end(days(4), Regime::Eu), "2024-05-14");
    assert_eq!(end_of("2024-05-11", days(2), Regime::Eu, &calendar), "2024-05-14");
}

/// Article 115 of the Polish Civil Code names Saturdays since 1 January 2017.
#[test]
fn saturdays_move_a_polish_period_since_2017() {
    let calendar = weekends((2016, 2017));
    assert_eq!(end_of("2016-12-30", days(1), Regime::Pl, &calendar), "2016-12-31");
    assert_eq!(end_of("2017-01-06", days(1), Regime::Pl, &calendar), "2017-01-09");
}

/// Section 2 of the Swedish Act (1930:173) names three eves. Midsummer Eve of 2024 was 21 June.
#[test]
fn the_swedish_eves_move_a_period() {
    let calendar = weekends((2024, 2025));
    let end = |event| end_of(event, days(1), Regime::Se, &calendar);
    assert_eq!(end("2024-06-20"), "2024-06-24");
    assert_eq!(end("2024-12-23"), "2024-12-25");
    assert_eq!(end("2024-12-30"), "2025-01-01");
    assert_eq!(end_of("2024-06-20", days(1), Regime::Pl, &calendar), "2024-06-21");
}

/// Article 2553 of the Romanian Civil Code: neither the first nor the last day counts. Ten free
/// days after Monday 3 June 2024 lie before Friday 14 June.
#[test]
fn romanian_days_are_free_days() {
    let calendar = weekends((2024, 2024));
    assert_eq!(end_of("2024-06-03", days(10), Regime::Ro, &calendar), "2024-06-14");
    assert_eq!(end_of("2024-06-03", Length::from_weeks(2), Regime::Ro, &calendar), "2024-06-17");
    let half = months(1).and_a_half();
    assert_eq!(end_of("2024-06-03", half, Regime::Ro, &calendar), "2024-07-18");
}

#[test]
fn a_period_backwards_stays_where_it_ends() {
    let term = |length| Term { length, direction: Direction::Before, regime: Regime::Eu };
    let back = |event, length| deadline(date(event), &term(length), None, None);
    assert_eq!(back("2024-06-16", Length::from_weeks(3)), Ok(date("2024-05-26")));
    assert_eq!(back("2024-03-31", months(1)), Ok(date("2024-02-29")));
    let five = Length::from(Duration::from_working_days(5));
    assert_eq!(back("2024-06-16", five), Err(Fault::NeedsCalendar));
}

/// Article 3(1) and (2)(a): the hour of the event does not count.
#[test]
fn hours_run_from_the_next_full_hour() {
    let end = |event: &str, count, direction| {
        hours(Moment::parse(event).unwrap(), count, direction).unwrap().unwrap().to_string()
    };
    assert_eq!(end("2024-05-31 16:20", 48, Direction::After), "2024-06-02 17:00");
    assert_eq!(end("2024-05-31 16:00", 1, Direction::After), "2024-05-31 18:00");
    assert_eq!(end("2024-05-31 23:59", 0, Direction::After), "2024-06-01 00:00");
    assert_eq!(end("2024-05-31 16:20", 17, Direction::Before), "2024-05-30 23:00");
    let unknown = Moment::parse("2024-05-31").unwrap();
    assert_eq!(hours(unknown, 48, Direction::After), Ok(None));
}

#[test]
fn a_day_outside_the_calendar_is_a_fault() {
    let calendar = weekends((2024, 2024));
    let outside =
        |day: &str| Fault::OutsideCalendar { calendar: 0, date: date(day), from: 2024, to: 2024 };
    let term = |length| Term { length, direction: Direction::After, regime: Regime::Eu };
    let end = |event, length| deadline(date(event), &term(length), Some(&calendar), None);
    assert_eq!(end("2024-12-30", months(1)), Err(outside("2025-01-30")));
    let ten = Length::from(Duration::from_working_days(10));
    assert_eq!(end("2024-12-20", ten), Err(outside("2025-01-01")));
    assert_eq!(end("2023-12-30", ten), Err(outside("2023-12-31")));
    // The days before the calendar do not matter where two working days are known.
    assert_eq!(end("2023-12-01", months(2)), Ok(date("2024-02-01")));
}

/// The Swedish, British and German rules for days that move, in years whose almanacs are known.
#[test]
fn days_that_move() {
    let fall = |rule: DayRule, year| rule.day_of(year).unwrap().to_string();
    let all_saints = DayRule::OnOrAfter { weekday: Weekday::Sat, month: 10, day: 31 };
    assert_eq!(fall(all_saints, 2024), "2024-11-02");
    assert_eq!(fall(all_saints, 2026), "2026-10-31");
    let repentance = DayRule::Before { weekday: Weekday::Wed, month: 11, day: 23 };
    assert_eq!(fall(repentance, 2022), "2022-11-16");
    assert_eq!(fall(repentance, 2024), "2024-11-20");
    let nth = |nth, weekday, month| DayRule::Nth { nth, weekday, month };
    assert_eq!(fall(nth(Nth::At(1), Weekday::Mon, 5), 2023), "2023-05-01");
    assert_eq!(fall(nth(Nth::Last, Weekday::Mon, 8), 2023), "2023-08-28");
    assert_eq!(nth(Nth::At(5), Weekday::Mon, 2).day_of(2024), None);
    assert_eq!(fall(nth(Nth::At(5), Weekday::Thu, 2), 2024), "2024-02-29");
    let leap = DayRule::Fixed { month: 2, day: 29 };
    assert_eq!(leap.day_of(2023), None);
}

/// Easter by the tables of the computus: golden number, epact and Sunday letter of the Gregorian
/// reform, and the Julian table for the Orthodox churches.
#[test]
fn easter_by_the_tables() {
    for year in 1583..=9999_i64 {
        let expected = western_by_the_tables(year);
        let year = i32::try_from(year).unwrap();
        assert_eq!(day(easter(year, Church::Western).unwrap()), expected, "{year}");
    }
    for year in 1583..=9999_i64 {
        let expected = orthodox_by_the_tables(year);
        let year = i32::try_from(year).unwrap();
        assert_eq!(day(easter(year, Church::Orthodox).unwrap()), expected, "{year}");
    }
}

/// The Sunday after the ecclesiastical full moon on or after 21 March.
fn western_by_the_tables(year: i64) -> i64 {
    let golden = year % 19 + 1;
    let century = year / 100 + 1;
    let solar = 3 * century / 4 - 12;
    let lunar = (8 * century + 5) / 25 - 5;
    let mut epact = (11 * golden + 20 + lunar - solar).rem_euclid(30);
    if epact == 24 || (epact == 25 && golden > 11) {
        epact += 1;
    }
    let mut moon = 44 - epact;
    if moon < 21 {
        moon += 30;
    }
    sunday_after(calendar::day_of(year, 3, 1) + moon - 1)
}

/// The Sunday after the Julian full moon, which repeats every 19 years.
fn orthodox_by_the_tables(year: i64) -> i64 {
    // Julian dates of the full moons by the golden number: from 21 March, 18 April the latest.
    const MOONS: [i64; 19] =
        [36, 25, 44, 33, 22, 41, 30, 49, 38, 27, 46, 35, 24, 43, 32, 21, 40, 29, 48];
    let moon = MOONS[usize::try_from(year % 19).unwrap()];
    // 1 March of the Julian calendar is day 0 of its year; count from 1 March of year 0.
    let julian = 365 * year + year.div_euclid(4);
    // 1 March 2000 of the Julian calendar was 14 March of the Gregorian one.
    let anchor = calendar::day_of(2000, 3, 14) - (365 * 2000 + 500);
    sunday_after(anchor + julian + moon - 1)
}

fn sunday_after(day: i64) -> i64 {
    day + 7 - (day + 4).rem_euclid(7)
}
