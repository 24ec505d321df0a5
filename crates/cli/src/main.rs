//! The `subvent` command: a thin program around the library.
//!
//! In: arguments, files, standard input. Out: results on standard output, everything else on
//! standard error, and an exit status that follows the verdict (see [`exit`]). What rules mean,
//! how a proposal is read and how a report is worded is the library's business; this program
//! finds files, draws problems and prints. Each command has a file of its own under
//! [`commands`].

mod annotation;
mod arguments;
mod commands;
mod draw;
mod exit;
mod failure;
mod input;
mod rates;
mod screen;
mod target;
mod workspace;

use std::process::ExitCode;

use clap::Parser as _;

use arguments::{Arguments, Command};
use screen::Screen;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let screen = Screen::new(arguments.color);
    let done = match &arguments.command {
        Command::Check(options) => commands::check::run(options, &screen),
        Command::Explain(options) => commands::explain::run(options, &screen),
        Command::Test(options) => commands::test::run(options, &screen),
        Command::Lint(options) => commands::lint::run(options, &screen),
        Command::Rules(options) => commands::rules::run(options, &screen),
        Command::New(options) => commands::new::run(options, &screen),
        Command::Completions(options) => commands::completions::run(options, &screen),
    };
    match done {
        Ok(exit) => exit.into(),
        Err(failure) => {
            failure.show(&screen);
            exit::Exit::Unusable.into()
        }
    }
}
