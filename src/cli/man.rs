//! `loket man`: the manual page, or a page for each command in a folder.

use std::path::{Path, PathBuf};

use clap::{Args, Command};
use clap_mangen::Man;

use crate::api::problem::exit;

use super::{
    call::{Call, Done, Stop},
    help,
};

#[derive(Args)]
pub(super) struct Arguments {
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let command = help::command(&call.texts);
    let Some(folder) = &arguments.folder else {
        let page = page(command).map_err(|error| not_written(Path::new("-"), &error))?;
        call.print_block(String::from_utf8_lossy(&page).trim_end())?;
        return Ok(exit::DONE);
    };
    std::fs::create_dir_all(folder).map_err(|error| not_written(folder, &error))?;
    write(folder, "loket".into(), command)?;
    let keys = folder.join("loket-keys.7");
    std::fs::write(&keys, super::keys::page(call)).map_err(|error| not_written(&keys, &error))?;
    let settings = folder.join("loket.toml.5");
    std::fs::write(&settings, super::config::page(&call.texts)).map_err(|error| not_written(&settings, &error))?;
    call.say("cli-man-written", &[("folder", folder.display().to_string().into())]);
    Ok(exit::DONE)
}

fn write(folder: &Path, name: String, command: Command) -> Result<(), Stop> {
    for sub in command.get_subcommands() {
        write(folder, format!("{name}-{}", sub.get_name()), sub.clone())?;
    }
    let path = folder.join(format!("{name}.1"));
    let written = page(command.name(name)).and_then(|page| std::fs::write(&path, page));
    written.map_err(|error| not_written(&path, &error))
}

fn page(command: Command) -> std::io::Result<Vec<u8>> {
    let mut page = vec![];
    Man::new(command).render(&mut page)?;
    Ok(page)
}

fn not_written(path: &Path, error: &std::io::Error) -> Stop {
    let values = vec![("file", path.display().to_string().into()), ("detail", error.to_string().into())];
    Stop::Said("cli-file-not-written", values, exit::NOTHING)
}
