//! `subvent new`

use std::fs;
use std::path::PathBuf;

use clap::Args;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::screen::Screen;

/// Make a directory with a programme to start from.
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// The directory; it must be empty or not exist yet
    #[arg(value_name = "DIR")]
    directory: PathBuf,
}

/// The files of a new project, by their paths in it.
const FILES: [(&str, &str); 3] = [
    ("subvent.toml", include_str!("../../template/subvent.toml")),
    ("rules/my/programme.subvent", include_str!("../../template/programme.subvent")),
    ("proposals/example.yaml", include_str!("../../template/example.yaml")),
];

/// Writes the files.
pub(crate) fn run(options: &Options, screen: &Screen) -> Result<Exit, Failure> {
    let directory = &options.directory;
    let shown = directory.display();
    let is_empty = match fs::read_dir(directory) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
        Err(error) => return Err(Failure::new(format!("`{shown}`: {error}"))),
    };
    if !is_empty {
        return Err(Failure::new(format!("`{shown}` is not empty"))
            .help("choose a directory that does not exist yet; nothing was written"));
    }
    for (name, text) in FILES {
        let path = directory.join(name);
        let written = path.parent().map_or(Ok(()), fs::create_dir_all);
        written
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| Failure::new(format!("`{}`: {error}", path.display())))?;
    }
    screen.result(&format!(
        "A programme to start from is in {shown}:\n\n  \
         rules/my/programme.subvent  the rules, with their tests\n  \
         proposals/example.yaml      a proposal\n  \
         subvent.toml                which rules apply to which proposals\n\n\
         Try:\n\n  \
         cd {shown}\n  \
         subvent test\n  \
         subvent check proposals/example.yaml\n"
    ));
    Ok(Exit::Fine)
}
