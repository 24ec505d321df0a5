//! `subvent rules`

mod list;
mod module;

use clap::Args;
use subvent::Rules;

use crate::arguments::{Format, RuleOptions};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::screen::Screen;
use crate::target::targets;
use crate::workspace::Workspace;

/// List programmes and packs; or the rules, parameters and citations of one.
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// A module, or its file. Default: list all modules
    #[arg(value_name = "MODULE")]
    module: Option<String>,
    #[command(flatten)]
    rules: RuleOptions,
    /// The language of titles: en, pl, ro, sv. Default: the programme's first
    #[arg(long, value_name = "LANG")]
    lang: Option<String>,
    /// How results are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Prints the list, or one module.
pub(crate) fn run(options: &Options, screen: &Screen) -> Result<Exit, Failure> {
    let workspace = Workspace::find(&options.rules)?;
    let Some(wanted) = &options.module else {
        let (entries, failed) = list::entries(&workspace);
        screen.result(&match options.format {
            Format::Json => json(&entries)?,
            Format::Text => list::text(&entries, screen),
        });
        for problems in &failed {
            Failure::from(problems).show(screen);
        }
        return Ok(if failed.is_empty() { Exit::Fine } else { Exit::Unusable });
    };
    let targets = targets(&[wanted.into()], &workspace)?;
    let [target] = targets.as_slice() else {
        return Err(Failure::new("one module at a time can be shown"));
    };
    let rules = Rules::load(&target.loader(&workspace), &target.module)
        .map_err(|problems| Failure::from(&problems))?;
    let language = options.lang.as_deref().unwrap_or(rules.pack().language());
    let shown = module::Shown::new(&rules, language);
    screen.result(&match options.format {
        Format::Json => json(&shown)?,
        Format::Text => shown.text(screen),
    });
    Ok(Exit::Fine)
}

fn json(value: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string_pretty(value)
        .map(|text| text + "\n")
        .map_err(|error| Failure::new(format!("the list cannot be written: {error}")))
}
