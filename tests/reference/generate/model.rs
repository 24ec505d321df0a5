//! What a generated programme declares: enough to write expressions over it and facts for it.

use super::super::chance::Chance;

/// The types of generated expressions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ty {
    Bool,
    Integer,
    Decimal,
    Percent,
    Points,
    /// An amount in this currency.
    Money(&'static str),
    /// An approximate amount.
    About(&'static str),
    Date,
    Month,
    Moment,
    Duration,
    Period,
    Text,
    /// An enum by its position.
    Enum(usize),
    /// A record by its position.
    Record(usize),
    /// A group: the type of its key, and of its items.
    Group(Box<Ty>, Box<Ty>),
    List(Box<Ty>),
}

impl Ty {
    /// The words of the type.
    pub fn words(&self, model: &Model) -> String {
        match self {
            Self::Bool => "bool".into(),
            Self::Integer => "integer".into(),
            Self::Decimal => "decimal".into(),
            Self::Percent => "percent".into(),
            Self::Points => "points".into(),
            Self::Money("PLN") => "money".into(),
            Self::Money(currency) => format!("money {currency}"),
            Self::About(currency) => format!("approximate money {currency}"),
            Self::Date => "date".into(),
            Self::Month => "month".into(),
            Self::Moment => "moment".into(),
            Self::Duration => "duration".into(),
            Self::Period => "period".into(),
            Self::Text => "text".into(),
            Self::Enum(id) => model.enums[*id].name.clone(),
            Self::Record(id) => model.records[*id].name.clone(),
            Self::Group(..) => unreachable!("groups have no written type"),
            Self::List(element) => format!("list of {}", element.words(model)),
        }
    }

    /// A list of this type.
    pub fn list(self) -> Self {
        Self::List(Box::new(self))
    }
}

/// An enum.
#[derive(Clone, Debug)]
pub struct EnumModel {
    pub name: String,
    pub members: Vec<String>,
    pub open: bool,
}

/// A field.
#[derive(Clone, Debug)]
pub struct FieldModel {
    pub name: String,
    pub ty: Ty,
    pub optional: bool,
    /// The value when it is left out, as written in the rules.
    pub default: Option<String>,
    /// The least and the greatest value, for numbers and amounts.
    pub low: Option<i64>,
    pub high: Option<i64>,
    /// The field identifies its record.
    pub key: bool,
    /// The field names a record by its key.
    pub reference: bool,
    pub assessed: bool,
}

/// A record.
#[derive(Clone, Debug)]
pub struct RecordModel {
    pub name: String,
    pub root: bool,
    pub includes: Vec<usize>,
    pub fields: Vec<FieldModel>,
}

/// A parameter, a table or a definition that can be read.
#[derive(Clone, Debug)]
pub struct ValueModel {
    pub name: String,
    /// The record that it is for.
    pub receiver: Option<usize>,
    /// What it takes.
    pub takes: Vec<Ty>,
    pub ty: Ty,
    /// It may be absent.
    pub optional: bool,
    /// It has no value on some days.
    pub gap: bool,
}

/// A rule or preference.
#[derive(Clone, Debug)]
pub struct RuleModel {
    pub name: String,
    pub record: usize,
    pub preference: bool,
    pub group: Option<String>,
}

/// A table of exchange rates.
#[derive(Clone, Debug)]
pub struct RatesModel {
    pub name: String,
    /// It has rates by day.
    pub days: bool,
}

/// All that is declared so far.
#[derive(Clone, Default, Debug)]
pub struct Model {
    pub enums: Vec<EnumModel>,
    pub records: Vec<RecordModel>,
    /// Readings: a name and its choices.
    pub readings: Vec<(String, Vec<String>)>,
    pub values: Vec<ValueModel>,
    pub rates: Vec<RatesModel>,
    pub rules: Vec<RuleModel>,
}

impl Model {
    /// The record that proposals are.
    pub fn root(&self) -> usize {
        self.records.iter().position(|record| record.root).expect("a programme has a root")
    }

    /// The fields of a record, those of included records first.
    pub fn fields(&self, record: usize) -> Vec<FieldModel> {
        let included = self.records[record].includes.iter().flat_map(|id| self.fields(*id));
        included.chain(self.records[record].fields.iter().cloned()).collect()
    }

    /// Whether a record is another or includes it.
    pub fn is_or_includes(&self, outer: usize, inner: usize) -> bool {
        let includes = &self.records[outer].includes;
        outer == inner || includes.iter().any(|record| self.is_or_includes(*record, inner))
    }
}

/// The words of a number in hundredths.
pub fn hundredths(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let (whole, rest) = (number.abs() / 100, number.abs() % 100);
    match rest {
        0 => format!("{sign}{whole}"),
        rest if rest % 10 == 0 => format!("{sign}{whole}.{}", rest / 10),
        rest => format!("{sign}{whole}.{rest:02}"),
    }
}

/// Amounts and numbers in hundredths that often meet each other.
pub fn number(chance: &mut Chance, low: Option<i64>, high: Option<i64>) -> i64 {
    const USUAL: [i64; 12] = [0, 100, 200, 300, 500, 1000, 1050, 2000, 2525, 5000, 10_000, 33];
    for _ in 0..20 {
        let number = match chance.percent(80) {
            true => chance.pick(&USUAL).copied().unwrap_or_default(),
            false => chance.between(-300, 20_000),
        };
        if low.is_none_or(|low| number >= low) && high.is_none_or(|high| number <= high) {
            return number;
        }
    }
    low.or(high).unwrap_or_default()
}

/// Whole numbers that often meet each other.
pub fn integer(chance: &mut Chance, low: Option<i64>, high: Option<i64>) -> i64 {
    let (low, high) = (low.unwrap_or(-2), high.unwrap_or(8));
    if low > high { low } else { chance.between(low, high) }
}

/// A day among few, with odd ones at the ends of months.
pub fn day(chance: &mut Chance) -> i64 {
    use super::super::calendar::day_of;
    const USUAL: [(i64, i64, i64); 10] = [
        (2023, 1, 1),
        (2023, 6, 15),
        (2023, 12, 31),
        (2024, 1, 31),
        (2024, 2, 29),
        (2024, 5, 1),
        (2024, 5, 2),
        (2024, 12, 31),
        (2025, 1, 1),
        (2026, 3, 30),
    ];
    if chance.percent(85) {
        let (year, month, day) = *chance.pick(&USUAL).expect("days");
        day_of(year, month, day)
    } else {
        chance.between(day_of(2021, 1, 1), day_of(2028, 12, 31))
    }
}

/// Texts that often begin alike.
pub const TEXTS: [&str; 6] = ["", "a", "ab", "abc", "b", "ząb"];
