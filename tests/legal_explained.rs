//! How a legal period was counted, in the words of a report.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test fails by panicking")]

use subvent::eval::RuleOutcome;
use subvent::pack::Memory;
use subvent::{AsOf, Rules};

const RULES: &str = r#"
programme {
  languages en, pl, ro, sv
  checks    Notice
}

calendar brussels {
  title   en "Offices in Brussels"  pl "Urzędy w Brukseli"
  covers  2020 to 2030
  holiday easter + 1 day    en "Easter Monday"  pl "Poniedziałek Wielkanocny"
  holiday easter + 50 days  en "Whit Monday"    pl "Drugi dzień Zielonych Świątek"
  holiday 25 December
}

facts Notice {
  told_on:  date
  answered: date
}

rule months   for Notice { require answered <= deadline(2 months after told_on by brussels) }
rule short    for Notice { require answered <= deadline(2 days after told_on by brussels) }
rule half     for Notice { require answered <= deadline(1 month and a half after told_on by brussels) }
rule weeks    for Notice { require answered <= deadline(2 weeks before told_on) }
rule romanian for Notice { require answered <= deadline(10 days after told_on by brussels under RO) }
rule swedish  for Notice { require answered <= deadline(3 working days after told_on by brussels under SE) }
rule worked   for Notice { require answered is a working day by brussels }
"#;

/// The lines of the derivation of a rule that say how something was counted.
fn counted(told_on: &str, rule: &str, language: &str) -> Vec<String> {
    let rules = Rules::load(&Memory::new().with("page", RULES), "page").unwrap();
    let facts = format!("$as_of: 2024-05-01\ntold_on: {told_on}\nanswered: 2024-12-25\n");
    let proposal = rules.facts_from_yaml("notice.yaml", &facts).unwrap();
    let report = rules.check_step_by_step(&proposal, AsOf::new(proposal.as_of().unwrap()));
    let report = report.in_language(language);
    let evaluation = report.evaluation().unwrap();
    let checked = rules.pack().checked();
    let named = |outcome: &&RuleOutcome| &*checked.rules[outcome.rule.index()].name == rule;
    let outcome = evaluation.outcomes.iter().find(named).unwrap();
    let text = report.derivation(outcome).to_string();
    let lines = text.lines().map(str::trim);
    let from = lines.skip_while(|line| !line.starts_with("deadline(") && !line.ends_with(" = no"));
    from.skip(1).take_while(|line| !line.contains(" = ")).map(str::to_owned).collect()
}

/// Two months of 31 October 2022 end with the year, on a Saturday; Monday 2 January is worked.
#[test]
fn a_month_without_the_day_and_a_weekend() {
    let english = counted("2022-10-31", "months", "en");
    assert_eq!(
        english,
        [
            "counted under Regulation (EEC, Euratom) No 1182/71",
            "the day of the event, 2022-10-31, does not count",
            "months end on the day with the same number: 2022-12-31",
            "2022-12-31 is a Saturday",
            "2023-01-01 is a Sunday",
            "so the period runs to the end of the next working day: 2023-01-02",
            "calendar: Offices in Brussels",
        ]
    );
    let polish = counted("2024-12-31", "months", "pl");
    assert_eq!(
        polish,
        [
            "podstawa liczenia terminu: rozporządzenie (EWG, Euratom) nr 1182/71",
            "dzień zdarzenia, 31.12.2024, nie wlicza się do terminu",
            "w tym miesiącu nie ma dnia 31, więc termin kończy się w ostatnim dniu miesiąca: 28.02.2025",
            "kalendarz: Urzędy w Brukseli",
        ]
    );
}

/// 31 May 2020 was a Sunday and 1 June Whit Monday.
#[test]
fn a_holiday_has_its_name() {
    assert_eq!(
        counted("2020-03-31", "months", "en")[3..],
        [
            "2020-05-31 is a Sunday",
            "2020-06-01 is a holiday: Whit Monday",
            "so the period runs to the end of the next working day: 2020-06-02",
            "calendar: Offices in Brussels",
        ]
    );
    assert_eq!(
        counted("2020-03-31", "months", "pl")[4],
        "01.06.2020 to dzień wolny od pracy: Drugi dzień Zielonych Świątek"
    );
}

/// Good Friday is worked in Brussels by this calendar; Easter Monday is not.
#[test]
fn two_working_days_are_named() {
    assert_eq!(
        counted("2024-03-29", "short", "sv"),
        [
            "beräknat enligt förordning (EEG, Euratom) nr 1182/71",
            "dagen för händelsen, 2024-03-29, räknas inte",
            "den sista dagen är 2024-03-31",
            "2024-03-31 är en söndag",
            "2024-04-01 är en helgdag: Easter Monday",
            "så fristen löper till utgången av nästa arbetsdag: 2024-04-02",
            "en frist på två dagar eller mer omfattar minst två arbetsdagar, så den löper till utgången av den andra: 2024-04-03",
            "kalender: Offices in Brussels",
        ]
    );
}

#[test]
fn half_months_weeks_and_free_days() {
    assert_eq!(
        counted("2024-01-31", "half", "ro"),
        [
            "temeiul calculului: Regulamentul (CEE, Euratom) nr. 1182/71",
            "ziua evenimentului, 31.01.2024, nu se ia în calcul",
            "luna nu are ziua 31, deci termenul se împlinește în ultima ei zi: 29.02.2024",
            "jumătatea de lună are 15 zile: 15.03.2024",
            "calendar: Offices in Brussels",
        ]
    );
    assert_eq!(
        counted("2024-06-16", "weeks", "en"),
        [
            "counted under Regulation (EEC, Euratom) No 1182/71",
            "the day of the event, 2024-06-16, does not count",
            "weeks end on the same day of the week: 2024-06-02",
            "the period is counted backwards, so nothing moves its last day: 2024-06-02",
        ]
    );
    assert_eq!(
        counted("2024-06-03", "romanian", "ro")[..3],
        [
            "temeiul calculului: Codul civil român, art. 2551–2556",
            "ziua evenimentului, 03.06.2024, nu se ia în calcul",
            "nu se ia în calcul nici prima, nici ultima zi: 14.06.2024",
        ]
    );
    assert_eq!(
        counted("2024-12-20", "swedish", "sv")[2..],
        ["bara arbetsdagar räknas: 2024-12-27", "kalender: Offices in Brussels",]
    );
}

#[test]
fn a_day_that_is_not_worked_has_its_reason() {
    assert_eq!(
        counted("2024-01-31", "worked", "en"),
        ["2024-12-25 is a holiday", "calendar: Offices in Brussels"]
    );
}
