//! A module for people.

use subvent::explain::{Line, Role, Segment};

use super::{CiteShown, ParameterShown, RuleShown, Shown};
use crate::screen::{Screen, printable};

impl Shown {
    /// The module for people.
    pub(in crate::commands::rules) fn text(&self, screen: &Screen) -> String {
        let mut text = self.head(screen);
        text.push_str(&heading("Rules", self.rules.len(), screen));
        for rule in &self.rules {
            text.push_str(&rule.text(&self.module, screen));
        }
        if !self.without.is_empty() {
            text.push_str(&heading("Adopted rules that do not bind", self.without.len(), screen));
            for line in &self.without {
                text.push_str(&format!("  {}\n", printable(line)));
            }
        }
        if !self.parameters.is_empty() {
            text.push_str(&heading("Parameters", self.parameters.len(), screen));
            for parameter in &self.parameters {
                text.push_str(&parameter.text(&self.module, screen));
            }
        }
        if !self.calendars.is_empty() {
            text.push_str(&heading("Calendars", self.calendars.len(), screen));
            for calendar in &self.calendars {
                text.push_str(&calendar.text(&self.module, screen));
            }
        }
        if self.unverified > 0 {
            let noun = if self.unverified == 1 { "citation is" } else { "citations are" };
            let line = format!("\n{} {noun} not verified against the source.\n", self.unverified);
            text.push_str(&screen.paint(Role::Doubt, &line));
        }
        text
    }

    fn head(&self, screen: &Screen) -> String {
        let name = screen.paint(Role::Heading, &self.module);
        let mut text = format!("{name}  {}\n", printable(&self.title));
        if let Some(documentation) = &self.documentation {
            for line in documentation.lines() {
                text.push_str(&format!("  {}\n", screen.paint(Role::Quiet, line.trim())));
            }
        }
        let mut fact = |label: &str, value: &str| {
            if !value.is_empty() {
                text.push_str(&format!("  {label:<7} {}\n", printable(value)));
            }
        };
        fact("runs", self.runs.as_deref().unwrap_or_default());
        fact("checks", &self.checks.join(", "));
        fact("adopts", &self.adopts.join(", "));
        fact("sha256", &self.sha256);
        text
    }
}

fn heading(words: &str, count: usize, screen: &Screen) -> String {
    format!("\n{}\n", screen.paint(Role::Heading, &format!("{words} ({count})")))
}

impl RuleShown {
    fn text(&self, module: &str, screen: &Screen) -> String {
        let name = short(&self.rule, module);
        let mut line = Line { indent: 1, segments: Vec::new() };
        let mut add = |role, text: String| {
            line.segments.push(Segment { role, text });
        };
        if let Some(clause) = &self.clause {
            add(Role::Name, format!("{clause} "));
        }
        add(Role::Name, name.to_owned());
        add(Role::Text, format!("  {}", self.title));
        if !self.binds {
            add(Role::Quiet, " (does not bind)".to_owned());
        }
        let mut text = screen.painted_line(&line);
        for cite in &self.cite {
            text.push_str(&cite.text(screen));
        }
        text
    }
}

impl CiteShown {
    pub(super) fn text(&self, screen: &Screen) -> String {
        let mut words = self.source.clone();
        if let Some(place) = &self.place {
            words.push_str(&format!(", {place}"));
        }
        for quote in &self.quotes {
            words.push_str(&format!(": “{quote}”"));
        }
        let words = screen.paint(Role::Source, &words);
        if self.unverified {
            format!("      {words} {}\n", screen.paint(Role::Doubt, "[unverified]"))
        } else {
            format!("      {words}\n")
        }
    }
}

impl ParameterShown {
    fn text(&self, module: &str, screen: &Screen) -> String {
        let name = screen.paint(Role::Name, short(&self.parameter, module));
        let title = printable(self.title.as_deref().unwrap_or_default());
        let mut text = format!("  {}\n", format!("{name}  {title}").trim_end());
        let width = self.versions.iter().map(|v| v.in_force.chars().count()).max().unwrap_or(0);
        for version in &self.versions {
            let gap = " ".repeat(width.saturating_sub(version.in_force.chars().count()));
            let value = screen.paint(Role::Value, &version.value);
            text.push_str(&format!("    {}{gap}  {value}\n", version.in_force));
            for cite in &version.cite {
                text.push_str(&cite.text(screen));
            }
        }
        text
    }
}

/// A declaration's name without the module that is shown.
pub(super) fn short<'n>(path: &'n str, module: &str) -> &'n str {
    path.strip_prefix(module).and_then(|rest| rest.strip_prefix('.')).unwrap_or(path)
}
