//! Enums, records, parameters, tables and definitions.

use super::super::calendar::{day_of, show};
use super::body::{Scope, Writer};
use super::model::{EnumModel, FieldModel, RecordModel, TEXTS, Ty, ValueModel};
use super::source::level;

/// The days on which versions begin.
const TURNS: [(i64, i64, i64); 4] = [(2022, 1, 1), (2023, 7, 1), (2024, 5, 1), (2025, 1, 1)];

fn turn(at: usize) -> String {
    let (year, month, day) = TURNS[at];
    show(day_of(year, month, day))
}

/// A last day that leaves a gap before the next version.
fn early(at: usize) -> String {
    let (year, month, day) = TURNS[at];
    show(day_of(year, month, day) + 90)
}

impl Writer {
    /// An enum.
    pub fn declare_enum(&mut self) -> String {
        let name = self.name("Kind");
        let open = self.chance.percent(15);
        let members: Vec<String> = (0..2 + self.chance.below(3)).map(|_| self.name("m")).collect();
        let text =
            format!("{}enum {name} {{ {} }}", if open { "open " } else { "" }, members.join(", "));
        self.model.enums.push(EnumModel { name, members, open });
        text
    }

    /// A type of a single value.
    fn scalar(&mut self) -> Ty {
        let enums = self.model.enums.len();
        if enums > 0 && self.chance.percent(18) {
            return Ty::Enum(self.chance.below(enums));
        }
        const TYPES: [Ty; 16] = [
            Ty::Bool,
            Ty::Bool,
            Ty::Integer,
            Ty::Integer,
            Ty::Decimal,
            Ty::Percent,
            Ty::Points,
            Ty::Money("PLN"),
            Ty::Money("PLN"),
            Ty::Money("EUR"),
            Ty::Date,
            Ty::Date,
            Ty::Month,
            Ty::Moment,
            Ty::Text,
            Ty::Period,
        ];
        self.chance.pick(&TYPES).cloned().unwrap_or(Ty::Bool)
    }

    fn field(&mut self, ty: Ty) -> FieldModel {
        let name = self.name("f");
        let optional = self.chance.percent(20);
        let mut field = FieldModel {
            name,
            ty,
            optional,
            default: None,
            low: None,
            high: None,
            key: false,
            reference: false,
            assessed: self.chance.percent(8),
        };
        let number = matches!(field.ty, Ty::Integer | Ty::Decimal | Ty::Money(_) | Ty::Percent);
        if number && self.chance.percent(50) {
            field.low = Some(0);
        }
        if number && self.chance.percent(15) {
            field.high = Some(if field.ty == Ty::Integer { 6 } else { 10_000 });
        }
        if !optional && self.chance.percent(12) {
            field.default = match &field.ty {
                Ty::Bool => Some(self.chance.word(&["yes", "no"]).to_owned()),
                Ty::Integer => Some("3".to_owned()),
                Ty::Enum(id) => self.model.enums[*id].members.first().cloned(),
                _ => None,
            };
        }
        field
    }

    fn field_text(&self, field: &FieldModel) -> String {
        let mut text = format!("  {}{}: ", if field.key { "key " } else { "" }, field.name);
        text += &match (&field.ty, field.reference) {
            (Ty::Record(record), true) => format!("key of {}", self.model.records[*record].name),
            (ty, _) => ty.words(&self.model),
        };
        if field.optional {
            text += "?";
        }
        if let Some(default) = &field.default {
            text += &format!(" = {default}");
        }
        let bound = |bound: i64| match &field.ty {
            _ if bound == 0 => "0".to_owned(),
            Ty::Money(currency) => format!("{} {currency}", super::model::hundredths(bound)),
            Ty::Percent => format!("{}%", super::model::hundredths(bound)),
            Ty::Decimal => super::model::hundredths(bound),
            _ => bound.to_string(),
        };
        if let Some(low) = field.low {
            text += &format!(" at least {}", bound(low));
        }
        if let Some(high) = field.high {
            text += &format!(" at most {}", bound(high));
        }
        if field.assessed {
            text += " assessed";
        }
        text
    }

    fn record_text(&mut self, record: RecordModel, invariant: bool) -> String {
        let word = if record.root { "facts" } else { "record" };
        let mut lines: Vec<String> = record
            .includes
            .iter()
            .map(|id| format!("  include {}", self.model.records[*id].name))
            .collect();
        lines.extend(record.fields.iter().map(|field| self.field_text(field)));
        let head = format!("{word} {} {{", record.name);
        self.model.records.push(record);
        if invariant {
            let scope = Scope { receiver: Some(self.model.records.len() - 1), ..Scope::default() };
            let condition = self.expression(&Ty::Bool, &scope, 2);
            lines.push(format!("  warn {}", condition.text));
        }
        format!("{head}\n{}\n}}", lines.join("\n"))
    }

    fn fields(&mut self, count: usize) -> Vec<FieldModel> {
        (0..count)
            .map(|_| {
                let ty = self.scalar();
                self.field(ty)
            })
            .collect()
    }

    /// A record of single values.
    pub fn declare_record(&mut self, stem: &str, least: usize) -> (usize, String) {
        let name = self.name(stem);
        let count = least + self.chance.below(3);
        let fields = self.fields(count);
        let record = RecordModel { name, root: false, includes: Vec::new(), fields };
        let invariant = self.chance.percent(6);
        let text = self.record_text(record, invariant);
        (self.model.records.len() - 1, text)
    }

    /// A line of a list: single values and perhaps a record or a list inside.
    pub fn declare_line(&mut self, inner: usize) -> (usize, String) {
        let name = self.name("Line");
        let mut fields = vec![];
        for ty in [Ty::Money("PLN"), Ty::Bool] {
            let field = self.field(ty);
            fields.push(FieldModel { optional: false, ..field });
        }
        let count = 2 + self.chance.below(3);
        fields.extend(self.fields(count));
        if self.chance.percent(35) {
            let field = self.field(Ty::Record(inner));
            fields.push(FieldModel { assessed: false, ..field });
        }
        if self.chance.percent(25) {
            let ty = if self.chance.percent(50) { Ty::Integer } else { Ty::Record(inner) };
            let field = self.field(ty.list());
            fields.push(FieldModel { optional: false, assessed: false, ..field });
        }
        let record = RecordModel { name, root: false, includes: Vec::new(), fields };
        let text = self.record_text(record, false);
        (self.model.records.len() - 1, text)
    }

    /// Records with a key, and links between them.
    pub fn declare_links(&mut self) -> (usize, usize, Vec<String>) {
        let (keyed, partner) = {
            let name = self.name("Partner");
            let mut fields = self.fields(1);
            fields.iter_mut().for_each(|field| field.assessed = false);
            let mut key = self.field(Ty::Text);
            key = FieldModel { key: true, optional: false, default: None, assessed: false, ..key };
            fields.insert(0, key);
            let record = RecordModel { name, root: false, includes: Vec::new(), fields };
            let text = self.record_text(record, false);
            (self.model.records.len() - 1, text)
        };
        let name = self.name("Link");
        let mut fields = Vec::new();
        for end in ["from", "to"] {
            let field = self.field(Ty::Record(keyed));
            let name = end.to_owned();
            fields.push(FieldModel {
                name,
                optional: false,
                reference: true,
                assessed: false,
                ..field
            });
        }
        fields.extend(self.fields(1));
        let record = RecordModel { name, root: false, includes: Vec::new(), fields };
        let link = self.record_text(record, false);
        (keyed, self.model.records.len() - 1, vec![partner, link])
    }

    /// The facts of a proposal.
    pub fn declare_root(
        &mut self,
        base: Option<usize>,
        inner: usize,
        line: usize,
        links: Option<(usize, usize)>,
    ) -> String {
        let name = self.name("Project");
        let mut fields = Vec::new();
        let mut types = vec![
            Ty::Bool,
            Ty::Bool,
            Ty::Integer,
            Ty::Decimal,
            Ty::Percent,
            Ty::Money("PLN"),
            Ty::Money("PLN"),
            Ty::Money("EUR"),
            Ty::Date,
            Ty::Date,
            Ty::Period,
            Ty::Moment,
            Ty::Text,
            Ty::Month,
            Ty::Points,
            Ty::About("PLN"),
        ];
        types.extend((0..self.model.enums.len()).map(Ty::Enum));
        for ty in types {
            if self.chance.percent(75) {
                fields.push(self.field(ty));
            }
        }
        // What every expression can fall back on.
        for ty in [Ty::Bool, Ty::Money("PLN"), Ty::Date, Ty::Record(line).list()] {
            let field = self.field(ty);
            fields.push(FieldModel { optional: false, ..field });
        }
        fields.push(self.field(Ty::Record(inner)));
        if self.chance.percent(50) {
            let scalar = self.scalar();
            let ty = if matches!(scalar, Ty::Moment | Ty::Period) { Ty::Integer } else { scalar };
            fields.push(self.field(ty.list()));
        }
        if let Some((keyed, link)) = links {
            for ty in [Ty::Record(keyed).list(), Ty::Record(link).list()] {
                let field = self.field(ty);
                fields.push(FieldModel { optional: false, assessed: false, ..field });
            }
            let field = self.field(Ty::Record(keyed));
            fields.push(FieldModel { optional: false, reference: true, assessed: false, ..field });
        }
        let includes = base.into_iter().collect();
        let record = RecordModel { name, root: true, includes, fields };
        let invariant = self.chance.percent(10);
        self.record_text(record, invariant)
    }

    /// The type of a parameter, table or definition.
    fn value_type(&mut self) -> Ty {
        const TYPES: [Ty; 10] = [
            Ty::Money("PLN"),
            Ty::Money("PLN"),
            Ty::Percent,
            Ty::Integer,
            Ty::Bool,
            Ty::Date,
            Ty::Decimal,
            Ty::Duration,
            Ty::Text,
            Ty::Money("EUR"),
        ];
        let enums = self.model.enums.len();
        if enums > 0 && self.chance.percent(12) {
            return Ty::Enum(self.chance.below(enums));
        }
        self.chance.pick(&TYPES).cloned().unwrap_or(Ty::Bool)
    }

    fn constant(&mut self, ty: &Ty) -> String {
        self.literal(ty).map(|code| code.at(level::SUM)).unwrap_or_default()
    }

    fn remember(&mut self, name: &str, receiver: Option<usize>, takes: Vec<Ty>, ty: Ty, gap: bool) {
        let name = name.to_owned();
        self.model.values.push(ValueModel { name, receiver, takes, ty, optional: false, gap });
    }

    /// A parameter: plain or by key, with or without dates.
    pub fn declare_parameter(&mut self) -> String {
        let name = self.name("p");
        let ty = self.value_type();
        let words = ty.words(&self.model);
        if self.chance.percent(20) {
            let value = self.constant(&ty);
            self.remember(&name, None, Vec::new(), ty, false);
            return format!("parameter {name}: {words} = {value}");
        }
        let key = match self.chance.percent(35) && !self.model.enums.is_empty() {
            true => Some(self.chance.below(self.model.enums.len())),
            false => None,
        };
        let first = self.chance.below(2);
        let second = first + 1 + self.chance.below(2);
        let gap = self.chance.percent(25);
        let ends = self.chance.percent(25);
        let mut lines = Vec::new();
        for (at, from) in [first, second].into_iter().enumerate() {
            let to = match at {
                0 if gap => format!(" to {}", early(first)),
                1 if ends => " to 2026-12-31".to_owned(),
                _ => String::new(),
            };
            let validity = format!("from {}{to}", turn(from));
            lines.push(match key {
                None => format!("  {} {validity}", self.constant(&ty)),
                Some(id) => format!("  {validity} {{ {} }}", self.rows_by_member(id, &ty)),
            });
        }
        let unknown = !ends && self.chance.percent(10);
        if unknown {
            lines.push("  unknown after 2026-06-30".to_owned());
        }
        let params = match key {
            Some(id) => format!("({}: {})", self.name("k"), self.model.enums[id].name),
            None => String::new(),
        };
        let takes = key.map(Ty::Enum).into_iter().collect();
        self.remember(&name, None, takes, ty, gap || ends || first > 0);
        format!("parameter {name}{params}: {words} {{\n{}\n}}", lines.join("\n"))
    }

    fn rows_by_member(&mut self, id: usize, ty: &Ty) -> String {
        let declared = self.model.enums[id].clone();
        let mut rows: Vec<String> = Vec::new();
        let count = declared.members.len();
        for (at, member) in declared.members.iter().enumerate() {
            let last = at + 1 == count && (declared.open || self.chance.percent(30));
            let pattern = if last { "otherwise" } else { member };
            rows.push(format!("{pattern} -> {}", self.constant(ty)));
        }
        rows.join(", ")
    }

    /// A table: a grid over two enums, rows of conditions, or thresholds.
    pub fn declare_table(&mut self) -> String {
        let name = self.name("t");
        let ty = self.value_type();
        let closed: Vec<usize> =
            (0..self.model.enums.len()).filter(|id| !self.model.enums[*id].open).collect();
        match self.chance.below(3) {
            0 if !closed.is_empty() && !matches!(ty, Ty::Enum(_) | Ty::Period) => {
                let (a, b) =
                    (*self.chance.pick(&closed).unwrap(), *self.chance.pick(&closed).unwrap());
                self.grid(&name, ty, a, b)
            }
            1 => self.conditions(&name, ty),
            _ => self.thresholds(&name, ty),
        }
    }

    fn grid(&mut self, name: &str, ty: Ty, a: usize, b: usize) -> String {
        let (rows, columns) = (self.model.enums[a].clone(), self.model.enums[b].clone());
        let mut lines = vec![format!("    | {}", columns.members.join(" | "))];
        for row in &rows.members {
            let cells: Vec<String> = columns.members.iter().map(|_| self.constant(&ty)).collect();
            lines.push(format!("  {row} | {}", cells.join(" | ")));
        }
        let keys = [self.name("k"), self.name("k")];
        let head = format!(
            "table {name}({}: {}, {}: {}): {}",
            keys[0],
            rows.name,
            keys[1],
            columns.name,
            ty.words(&self.model)
        );
        self.remember(name, None, vec![Ty::Enum(a), Ty::Enum(b)], ty, false);
        format!("{head} {{\n{}\n}}", lines.join("\n"))
    }

    fn conditions(&mut self, name: &str, ty: Ty) -> String {
        let (amount, flag) = (self.name("k"), self.name("k"));
        let bound = self.chance.word(&["10 PLN", "100 PLN", "20 PLN"]);
        let rows = [
            format!("  {amount} < {bound}, any -> {}", self.constant(&ty)),
            format!("  {amount} >= {bound}, yes -> {}", self.constant(&ty)),
            format!("  {amount} >= {bound}, no -> {}", self.constant(&ty)),
        ];
        let words = ty.words(&self.model);
        self.remember(name, None, vec![Ty::Money("PLN"), Ty::Bool], ty, false);
        format!("table {name}({amount}: money, {flag}: bool): {words} {{\n{}\n}}", rows.join("\n"))
    }

    fn thresholds(&mut self, name: &str, ty: Ty) -> String {
        let key = self.name("k");
        let mut rows: Vec<String> = Vec::new();
        for bound in [0, 2, 5] {
            rows.push(format!("  from {bound} -> {}", self.constant(&ty)));
        }
        rows.push(format!("  otherwise -> {}", self.constant(&ty)));
        let words = ty.words(&self.model);
        let dated = self.chance.percent(30);
        self.remember(name, None, vec![Ty::Integer], ty, dated);
        let body = rows.join("\n");
        if dated {
            let from = turn(1);
            return format!(
                "table {name}({key}: integer): {words} {{\n  from {from} {{\n{body}\n  }}\n}}"
            );
        }
        format!("table {name}({key}: integer): {words} {{\n{body}\n}}")
    }

    /// A definition, with exceptions and versions.
    pub fn declare_definition(&mut self) -> String {
        let result = self.chance.percent(25);
        let name = self.name("d");
        let ty = self.value_type();
        let receiver = match self.chance.percent(80) || result {
            true if result => Some(self.model.root()),
            true => Some(self.chance.below(self.model.records.len())),
            false => None,
        };
        let mut takes = Vec::new();
        let mut params = Vec::new();
        let mut scope = Scope {
            receiver,
            values: self.model.values.len(),
            undecided: self.chance.percent(20),
            ..Scope::default()
        };
        if !result && self.chance.percent(30) {
            for _ in 0..1 + self.chance.below(2) {
                let (name, ty) = (self.name("a"), self.value_type());
                params.push(format!("{name}: {}", ty.words(&self.model)));
                scope = scope.with(&name, &ty);
                takes.push(ty);
            }
        }
        let mut head = format!("{} {name}", if result { "result" } else { "define" });
        if !params.is_empty() {
            head += &format!("({})", params.join(", "));
        }
        if let Some(record) = receiver {
            head += &format!(" for {}", self.model.records[record].name);
        }
        head += &format!(": {}", ty.words(&self.model));
        if self.chance.percent(15) {
            let date = self.leaf(&Ty::Date, &scope).text;
            head += &format!(" as of {date}");
        }
        let mut gap = false;
        let body = if self.chance.percent(25) {
            gap = self.chance.percent(30);
            self.versions(&ty, &scope, gap)
        } else {
            format!(
                " = {}{}",
                self.expression(&ty, &scope, 3).text,
                self.exceptions(&ty, &scope, 1)
            )
        };
        self.remember(&name, receiver, takes, ty, gap);
        format!("{head}{body}")
    }

    fn versions(&mut self, ty: &Ty, scope: &Scope, gap: bool) -> String {
        let second = 1 + self.chance.below(3);
        let until = if gap { " to 2022-12-31" } else { "" };
        let one = self.expression(ty, scope, 2).text;
        let two = self.expression(ty, scope, 2).text;
        let exceptions = self.exceptions(ty, scope, 1);
        format!(
            " {{\n  {one} from 2020-01-01{until}\n  {two} from {}{exceptions}\n}}",
            turn(second)
        )
    }

    fn exceptions(&mut self, ty: &Ty, scope: &Scope, depth: u8) -> String {
        let mut text = String::new();
        while self.chance.percent(30) {
            let value = self.expression(ty, scope, 2).text;
            let condition = self.expression(&Ty::Bool, scope, 2).text;
            text += &format!("\n    except {value} when {condition}");
            if self.chance.percent(15) {
                text += &format!(" from {}", turn(1));
            }
            if depth > 0 {
                let inner = self.exceptions(ty, scope, depth - 1);
                if !inner.is_empty() {
                    text += &format!(" {{{inner}\n    }}");
                }
            }
        }
        text
    }

    /// A reading, decided or not.
    pub fn declare_reading(&mut self) -> String {
        let name = self.name("reading");
        let choices: Vec<String> = (0..2).map(|_| self.name("way")).collect();
        let state = match self.chance.percent(50) {
            true => format!("decided {}", choices[0]),
            false => "undecided".to_owned(),
        };
        let text = format!("reading {name} {{ {} }} {state}", choices.join(", "));
        self.model.readings.push((name, choices));
        text
    }

    /// A text of the small set.
    pub fn some_text(&mut self) -> &'static str {
        self.chance.word(&TEXTS)
    }
}
