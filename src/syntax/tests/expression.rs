//! The shape of expressions: precedence, associativity and every form.

use super::super::ast::*;
use super::read;
use super::show::show;

/// The value of `define x = …`.
fn value(text: &str) -> Expr {
    let (parsed, problems) = read(&format!("define x = {text}\n"));
    assert!(problems.is_empty(), "{text}: {:?}", problems.iter().next());
    match parsed.module.items.first().map(|item| &item.kind) {
        Some(ItemKind::Define(define)) => define.versions[0].value.clone(),
        other => panic!("{text}: {other:?}"),
    }
}

fn shape(text: &str) -> String {
    show(&value(text))
}

#[track_caller]
fn has_shape(text: &str, expected: &str) {
    assert_eq!(shape(text), expected, "{text}");
}

#[test]
fn operators_bind_as_the_table_says() {
    has_shape("a or b and not c is d", "[a Or [b And [Not [c is d]]]]");
    has_shape("not a and b", "[[Not a] And b]");
    has_shape("a + b <= c - d * e", "[[a Add b] AtMost [c Subtract [d Multiply e]]]");
    has_shape("a - b - c", "[[a Subtract b] Subtract c]");
    has_shape("a / b / c", "[[a Divide b] Divide c]");
    has_shape("a / 15% of b", "[a Divide [15% Of b]]");
    has_shape("10% of 20% of b", "[10% Of [20% Of b]]");
    has_shape("15% of a + b", "[[15% Of a] Add b]");
    has_shape("-a * -3", "[[Negate a] Multiply [Negate 3]]");
    has_shape("(a or b) and c", "[([a Or b]) And c]");
    has_shape("a or b or c", "[[a Or b] Or c]");
}

#[test]
fn what_the_law_does_to_a_sum_binds_looser_than_the_sum() {
    has_shape("a + b rounded down to 0.01", "[[a Add b] rounded down to 0.01]");
    has_shape("a rounded half up to a multiple of 3 EUR", "[a rounded half up to 3.00 EUR]");
    has_shape("a rounded half down to 1", "[a rounded half down to 1]");
    has_shape("a rounded half even to 1", "[a rounded half even to 1]");
    has_shape("a rounded up to 1", "[a rounded up to 1]");
    has_shape("a rounded towards zero to 1", "[a rounded towards zero to 1]");
    has_shape("a rounded away from zero to 1", "[a rounded away from zero to 1]");
    has_shape("d + 1 month end of month", "[[d Add 1 month] end of month]");
    has_shape("d - 3 years next month", "[[d Subtract 3 years] next month]");
    has_shape("a.b default 0 when absent", "[a.b default 0 Absent]");
    has_shape("p default 1 when not in force", "[p default 1 NotInForce]");
    has_shape("max(a) default 1 when none", "[max(a) default 1 None]");
    has_shape("x reduced by 5% rounded up to 1", "[[x reduced by 5%] rounded up to 1]");
    has_shape(
        "d in (g - 3 years end of month) to g",
        "[d in [([[g Subtract 3 years] end of month]) to g]]",
    );
}

#[test]
fn comparisons_have_two_sides() {
    has_shape("a before b", "[a Before b]");
    has_shape("a after b", "[a After b]");
    has_shape("a < b", "[a Less b]");
    has_shape("a > b", "[a Greater b]");
    has_shape("a is not b", "[a is not b]");
    has_shape("a is present", "[a is Present]");
    has_shape("a is not absent", "[a is not Absent]");
    has_shape("a is known", "[a is Known]");
    has_shape("a is present.b", "[a is present.b]");
    has_shape("a is other \"kiosk\"", "[a is other \"kiosk\"]");
    has_shape("a in [b, c]", "[a in [b, c]]");
    has_shape("a not in open [b, c,]", "[a not in open [b, c]]");
    has_shape("a in open", "[a in open]");
    has_shape("p overlaps q", "[p overlaps q]");
    has_shape("p within q", "[p within q]");
    has_shape("a within 5% of b + c", "[a within 5% of [b Add c]]");
    has_shape("a within slack of b", "[a within slack of b]");
    has_shape("a within 100 EUR of b", "[a within 100.00 EUR of b]");
    has_shape("p lasts at most 48 months", "[p lasts AtMost 4 years]");
    has_shape("p lasts exactly 2 years", "[p lasts Exactly 2 years]");
    has_shape("p lasts at least 60 days", "[p lasts AtLeast 60 days]");
    has_shape("l includes any of [a]", "[l includes Any [a]]");
    has_shape("l includes all of m", "[l includes All m]");
    has_shape("l includes none of m", "[l includes None m]");
    has_shape("t starts with \"a\"", "[t starts with \"a\"]");
}

#[test]
fn periods_may_be_open() {
    has_shape("2024-04-01 to 2028-03-31", "[2024-04-01 to 2028-03-31]");
    has_shape("a to open", "[a to open]");
    has_shape("open to b", "[open to b]");
    has_shape("(y for y in 2022 to 2025)", "(y for y in [2022 to 2025] where -)");
}

#[test]
fn operands_take_what_follows_them() {
    has_shape("a.b.c(d).e", "a.b.c(d).e");
    has_shape("p on 2024-01-31", "[p on 2024-01-31]");
    has_shape("p on a.b + c", "[[p on a.b] Add c]");
    has_shape("a in EUR at inforeuro on g.d", "[a in EUR at inforeuro on g.d]");
    has_shape("a.b with evidence documented", "[a.b with evidence documented]");
    has_shape("a.from + a.`when`", "[a.from Add a.when]");
}

#[test]
fn literals_are_exact() {
    has_shape("1_000.50", "1000.5");
    has_shape("7.5%", "7.5%");
    has_shape("10 percentage points", "10 percentage points");
    has_shape("300_000 EUR", "300000.00 EUR");
    has_shape("about 600_000 PLN", "about 600000.00 PLN");
    has_shape("2024-01", "2024-01");
    has_shape("2024-05-01 12:00", "2024-05-01 12:00");
    has_shape("10 working days", "10 working days");
    has_shape("2 weeks", "14 days");
    has_shape("\"a \\\"b\\\" {c}\"", "\"a \\\"b\\\" {c}\"");
    has_shape("[yes, no]", "[yes, no]");
}

#[test]
fn calls_take_values_elements_or_both() {
    has_shape("min(a, b)", "min(a, b)");
    has_shape("sum(c.a for c in cs where c.b)", "sum(c.a for c in cs where c.b)");
    has_shape("sum(x for c in cs for x in c.xs)", "sum(x for c in cs for x in c.xs where -)");
    has_shape("count(c in cs where c.a is b)", "count(c in cs where [c.a is b])");
    has_shape("count(c in cs)", "count(c in cs where -)");
    has_shape("count(cs)", "count(cs)");
    has_shape("f(c in cs)", "f([c in cs])");
    has_shape("f()", "f()");
    has_shape("deadline(3 months after d)", "deadline(3 months after d)");
    has_shape("a before deadline", "[a Before deadline]");
    has_shape(
        "deadline(n before d + 1 day by m.c under PL) < e",
        "[deadline(n before [d Add 1 day] by m.c under PL) Less e]",
    );
    has_shape(
        "deadline(half a month after d under SE by c)",
        "deadline(half a month after d by c under SE)",
    );
    has_shape("deadline(2 months and a half after d)", "deadline(2 months and a half after d)");
    has_shape("deadline(48 hours after m)", "deadline(48 hours after m)");
    has_shape("deadline(2 weeks after m)", "deadline(2 weeks after m)");
    has_shape("deadline(2 weeks + 1 day after m)", "deadline([14 days Add 1 day] after m)");
    has_shape("x is a", "[x is a]");
    has_shape("x is not a working day by c or y", "[[x is not a working day by c] Or y]");
    has_shape("working days in (a to b) by c - 1", "[working days in ([a to b]) by c Subtract 1]");
    has_shape(
        "d + 10 working days by match x { a -> b  otherwise -> c } default d when absent",
        "[[[d Add 10 working days] by match x {a -> b;  -> c}] default d Absent]",
    );
}

#[test]
fn forms_over_lists() {
    has_shape("distinct (a.b for a in as_)", "[distinct (a.b for a in as_ where -)]");
    has_shape("group x in l by x.key", "[group x in l by x.key]");
    has_shape("the p in l where p.lead", "[the p in l where p.lead]");
    has_shape(
        "the p in l where p.role is lead default q when none",
        "[[the p in l where [p.role is lead]] default q None]",
    );
    has_shape(
        "the p in l where p.n is max(p.m) default 0 when none",
        "[the p in l where [p.n is [max(p.m) default 0 None]]]",
    );
    has_shape("first of l by date default q when none", "[[First of l by date] default q None]");
    has_shape("first of l by date", "[First of l by date]");
    has_shape("last of x in l by x.date", "[Last of x in l by x.date]");
    has_shape(
        "carry s from a through y in l by y.d as if y.b then s else c",
        "[carry s from a through y in l by y.d as [if y.b then s else c]]",
    );
    has_shape(
        "linked with u through l in ls either way where l.votes > 50%",
        "[linked with u through l in ls either=true where [l.votes Greater 50%]]",
    );
    has_shape(
        "linked with u through l in ls one way",
        "[linked with u through l in ls either=false where -]",
    );
    has_shape("exactly 1 of p in ps where p.lead", "[Exactly 1 of p in ps where p.lead]");
    has_shape("at least 2 of [a, b, c]", "[AtLeast 2 of [a, b, c]]");
    has_shape("at most n of p in ps", "[AtMost n of p in ps where -]");
}

#[test]
fn forms_that_choose() {
    has_shape("if a then b else c + d", "[if a then b else [c Add d]]");
    has_shape(
        "match x { a, b -> 1\n    c -> 2, otherwise -> -3 }",
        "match x {a, b -> 1; c -> 2;  -> [Negate 3]}",
    );
    has_shape(
        "choose { 1 when a\n    2 when b or c\n    otherwise 3 }",
        "choose {1 when a; 2 when [b Or c]; 3}",
    );
    has_shape("choose { 1 when a }", "choose {1 when a; open}");
}

#[test]
fn parts_of_dates_and_periods() {
    has_shape("year of d", "[Year of d]");
    has_shape("month of start of p", "[Month of [Start of p]]");
    has_shape("end of p", "[End of p]");
    has_shape("first day of m + 1 day", "[[FirstDay of m] Add 1 day]");
    has_shape("last day of m", "[LastDay of m]");
    has_shape("days in p", "[DaysIn of p]");
    has_shape("1 July of year of d", "[1.7 of [Year of d]]");
    has_shape("overlap of p and (a to b)", "[overlap of p and ([a to b])]");
    has_shape("holds cpr.land and points of quality >= 60", {
        "[[holds cpr.land] And [[points of quality] AtLeast 60]]"
    });
}

#[test]
fn words_of_forms_are_names_elsewhere() {
    for name in [
        "year",
        "month",
        "start",
        "end",
        "first",
        "last",
        "days",
        "group",
        "the",
        "points",
        "carry",
        "linked",
        "holds",
        "distinct",
        "exactly",
        "about",
        "overlap",
        "open",
        "other",
        "present",
        "title",
        "message",
        "any",
        "all",
        "otherwise",
        "record",
        "table",
        "test",
        "key",
    ] {
        has_shape(&format!("{name} + b.{name}"), &format!("[{name} Add b.{name}]"));
    }
}

#[test]
fn spans_are_the_words_without_space_or_comments() {
    let text = "define x = a + b   # the sum\n\n";
    let (parsed, _) = read(text);
    let item = &parsed.module.items[0];
    assert_eq!(text.get(item.span.range()), Some("define x = a + b"));
    let sum = value("a  +  f( b ) # c\n  rounded up to 1   # d");
    let ExprKind::Rounded { operand, .. } = &sum.kind else { panic!("{sum:?}") };
    assert_eq!((operand.span.start, operand.span.end), (11, 23));
}
