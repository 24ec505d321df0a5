//! What `check` and `explain` share: the rules and the date for a proposal.

use std::collections::BTreeMap;

use subvent::data::{DataLimits, read_json, read_yaml};
use subvent::diagnostic::{Code, Diagnostic, Diagnostics};
use subvent::pack::{Format, Loader as _, peek};
use subvent::text::{Source, SourceMap};
use subvent::{AsOf, Proposal, Report, Rules};

use crate::arguments::ProposalOptions;
use crate::failure::Failure;
use crate::input::Input;
use crate::screen::Screen;
use crate::target;
use crate::workspace::Workspace;

/// Loads programmes, each once, and reads proposals.
pub(crate) struct Desk<'o> {
    options: &'o ProposalOptions,
    screen: &'o Screen,
    workspace: Workspace,
    loaded: BTreeMap<String, Option<Rules>>,
}

/// A proposal that can be checked, with its rules and its date.
pub(crate) struct Opened {
    /// The rules.
    pub(crate) rules: Rules,
    /// What came of reading it: the proposal with its date, or the report on why it is invalid.
    pub(crate) read: Result<(Proposal, AsOf), Box<Report>>,
}

impl<'o> Desk<'o> {
    /// A desk in the current project.
    ///
    /// # Errors
    /// When the project's own file cannot be used.
    pub(crate) fn new(options: &'o ProposalOptions, screen: &'o Screen) -> Result<Self, Failure> {
        let workspace = Workspace::find(&options.rules)?;
        Ok(Self { options, screen, workspace, loaded: BTreeMap::new() })
    }

    /// Reads a proposal against its programme.
    ///
    /// # Errors
    /// When the file cannot be read, or no programme can be found or used.
    pub(crate) fn open(&mut self, input: &Input) -> Result<Opened, Failure> {
        let text = input.read()?;
        let rules = self.rules(input, &text)?;
        let read = match rules.facts(input.format, &input.name, &text) {
            Ok(proposal) => match self.options.as_of.or(proposal.as_of().map(AsOf::new)) {
                Some(as_of) => Ok((proposal, as_of)),
                None => Err(no_date(&input.name)),
            }?,
            Err(problems) => {
                let report = Report::invalid(&rules, &problems, self.options.as_of);
                return Ok(Opened { read: Err(Box::new(self.spoken(report))), rules });
            }
        };
        Ok(Opened { rules, read: Ok(read) })
    }

    /// A report in the language asked for.
    pub(crate) fn spoken(&self, report: Report) -> Report {
        match &self.options.lang {
            Some(tag) => report.in_language(tag),
            None => report,
        }
    }

    /// The rules of a proposal: those the caller names, else those it names itself, else those
    /// that the project names for it.
    fn rules(&mut self, input: &Input, text: &str) -> Result<Rules, Failure> {
        let said = || peek(input.format, text).programme.map(|name| name.value);
        let by_project = || {
            let path = input.path.as_deref()?;
            self.workspace.programme_of(path).map(str::to_owned)
        };
        let wanted = self.options.programme.clone().or_else(said).or_else(by_project);
        let Some(wanted) = wanted else {
            return Err(unreadable(input, text).unwrap_or_else(|| self.no_programme(&input.name)));
        };
        match self.loaded.get(&wanted) {
            Some(Some(rules)) => return Ok(rules.clone()),
            Some(None) => {
                return Err(Failure::new(format!(
                    "`{}` cannot be checked: its rules `{wanted}` cannot be used",
                    input.name
                )));
            }
            None => {}
        }
        let loaded = self.load(&wanted);
        self.loaded.insert(wanted, loaded.as_ref().ok().cloned());
        loaded
    }

    /// Loads a module by its path, or by that of its file.
    fn load(&self, wanted: &str) -> Result<Rules, Failure> {
        let (module, loader) = if wanted.ends_with(".subvent") {
            let target = target::file(wanted.as_ref(), &self.workspace)?;
            (target.module.clone(), target.loader(&self.workspace))
        } else {
            (wanted.to_owned(), self.workspace.loader())
        };
        let rules = Rules::load(&loader, &module).map_err(|problems| Failure::from(&problems))?;
        crate::rates::supplied(rules, &self.options.rates, self.screen)
    }

    fn no_programme(&self, name: &str) -> Failure {
        let loader = self.workspace.loader();
        let is_programme = |module: &String| {
            let source = loader.load(module).ok().flatten();
            source.is_some_and(|source| source.text().lines().any(|line| line == "programme {"))
        };
        let known = loader.modules();
        let example = known.iter().find(|module| is_programme(module));
        let example = example.map_or("pl.ferc.priority_2", String::as_str);
        Failure::new(format!("`{name}` does not say which rules apply to it")).help(format!(
            "write `$programme: {example}` at its top, or give `--programme {example}`; \
             `subvent rules` lists all programmes"
        ))
    }
}

/// Why a file that names no programme cannot be read at all, where that is so.
fn unreadable(input: &Input, text: &str) -> Option<Failure> {
    let source = Source::new(input.name.as_str(), text);
    let mut sources = SourceMap::new();
    let id = sources.add(source);
    let limits = DataLimits::default();
    let (_, mut problems) = match input.format {
        Format::Yaml => read_yaml(id, text, &limits),
        Format::Json => read_json(id, text, &limits),
    };
    problems.sort();
    problems.has_errors().then(|| Failure::Problems(problems.located(&sources).collect()))
}

/// Nobody says on which date a proposal is assessed.
fn no_date(name: &str) -> Failure {
    let problem = Diagnostic::error(
        Code::PACK_NO_DATE,
        format!("there is no date of assessment for `{name}`"),
    )
    .help("write `$as_of: 2024-05-01` at its top, or give `--as-of 2024-05-01`");
    let mut problems = Diagnostics::new();
    problems.push(problem);
    Failure::Problems(problems.located(&SourceMap::new()).collect())
}
