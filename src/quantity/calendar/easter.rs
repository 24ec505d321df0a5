//! Easter Sunday of the Western and the Orthodox churches, as a day of the Gregorian calendar.

use crate::quantity::Date;

/// Whose Easter.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Church {
    /// By the Gregorian reckoning of 1582.
    Western,
    /// By the Julian reckoning, as the Orthodox churches keep it.
    Orthodox,
}

/// The first whole year of the Gregorian calendar.
pub const FIRST_YEAR: i32 = 1583;

/// The last year that a date may have.
pub const LAST_YEAR: i32 = 9999;

/// Easter Sunday of a Gregorian year from 1583 to 9999; none for other years.
///
/// ```
/// use subvent::quantity::Date;
/// use subvent::quantity::calendar::{Church, easter};
/// assert_eq!(easter(2024, Church::Western), Date::parse("2024-03-31"));
/// assert_eq!(easter(2024, Church::Orthodox), Date::parse("2024-05-05"));
/// ```
#[must_use]
pub fn easter(year: i32, church: Church) -> Option<Date> {
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return None;
    }
    match church {
        Church::Western => western(year),
        Church::Orthodox => orthodox(year),
    }
}

/// The anonymous Gregorian computus (Meeus, Jones, Butcher).
fn western(year: i32) -> Option<Date> {
    let golden = year % 19;
    let (century, rest) = (year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * late + 114;
    Date::new(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?)
}

/// Meeus's Julian computus; the day is then written in the Gregorian calendar.
fn orthodox(year: i32) -> Option<Date> {
    let full_moon = (19 * (year % 19) + 15) % 30;
    let to_sunday = (2 * (year % 4) + 4 * (year % 7) - full_moon + 34) % 7;
    let days = full_moon + to_sunday + 114;
    // The Julian calendar is behind by 10 days in 1583, and by one more after each century year
    // that is no leap year in the Gregorian calendar.
    let behind = i64::from(year / 100 - year / 400 - 2);
    let same_name = Date::new(year, u32::try_from(days / 31).ok()?, 1)?;
    same_name.add_days(i64::from(days % 31) + behind).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Western Easter as the almanacs have it (United States Census Bureau, Easter dates;
    /// Royal Observatory Greenwich for the extremes).
    #[test]
    fn western_easter_of_the_almanacs() {
        let known = [
            "1818-03-22",
            "1943-04-25",
            "1954-04-18",
            "1961-04-02",
            "1981-04-19",
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2016-03-27",
            "2020-04-12",
            "2023-04-09",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2035-03-25",
            "2038-04-25",
            "2049-04-18",
            "2076-04-19",
            "2285-03-22",
        ];
        for text in known {
            let date = Date::parse(text).unwrap();
            assert_eq!(easter(date.year(), Church::Western), Some(date), "{text}");
        }
    }

    /// Orthodox Easter in the Gregorian calendar, as the Greek and Romanian churches publish it.
    #[test]
    fn orthodox_easter_of_the_almanacs() {
        let known = [
            "1983-05-08",
            "2000-04-30",
            "2005-05-01",
            "2010-04-04",
            "2016-05-01",
            "2017-04-16",
            "2018-04-08",
            "2019-04-28",
            "2020-04-19",
            "2021-05-02",
            "2022-04-24",
            "2023-04-16",
            "2024-05-05",
            "2025-04-20",
            "2026-04-12",
            "2027-05-02",
            "2030-04-28",
        ];
        for text in known {
            let date = Date::parse(text).unwrap();
            assert_eq!(easter(date.year(), Church::Orthodox), Some(date), "{text}");
        }
    }

    #[test]
    fn easter_is_a_sunday_in_every_year_and_never_outside_the_years_of_dates() {
        for year in FIRST_YEAR..=LAST_YEAR {
            for church in [Church::Western, Church::Orthodox] {
                let day = easter(year, church).unwrap();
                assert_eq!(day.weekday(), chrono::Weekday::Sun, "{year} {church:?}");
                assert_eq!(day.year(), year);
            }
        }
        assert_eq!(easter(1582, Church::Western), None);
        assert_eq!(easter(10_000, Church::Orthodox), None);
    }
}
