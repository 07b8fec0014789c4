//! `loket agenda export`: a paper of a meeting, made by the server for the secretariat or for one body, as a file.

use std::{
    fs::OpenOptions,
    io::Write,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use clap::Args;

use super::which::id_of;
use crate::{
    api::{paper::PaperWanted, problem::exit},
    cli::call::{Call, Done, Stop, wait},
    domain::text::SafeText,
};

#[derive(Args)]
pub(in crate::cli) struct Export {
    #[arg(long, value_name = "LET-N")]
    meeting: String,
    #[arg(long, value_name = "FORMAT", value_parser = ["md", "html", "pdf", "ics", "txt"], default_value = "html")]
    format: String,
    #[arg(long, value_name = "PAPER", value_parser = ["agenda", "decisions", "pack"], default_value = "agenda")]
    paper: String,
    #[arg(long, value_name = "ID|48/3", conflicts_with = "paper")]
    item: Option<String>,
    #[arg(long = "for", value_name = "BODY")]
    reader: Option<String>,
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

pub(super) fn export(call: &mut Call, arguments: &Export) -> Done {
    let session = call.session()?;
    let bytes = wait(async {
        let item = match &arguments.item {
            Some(item) => Some(id_of(item, call, &session).await?),
            None => None,
        };
        let wanted = PaperWanted {
            paper: Some(if item.is_some() { "item".to_owned() } else { arguments.paper.clone() }),
            item,
            reader: arguments.reader.clone(),
            format: Some(arguments.format.clone()),
            lang: Some(call.texts.language().code().to_owned()),
        };
        Ok::<_, Stop>(session.paper(&arguments.meeting, &wanted).await?)
    })??;
    write_new(&arguments.out, &bytes).map_err(|error| {
        let detail = SafeText::line(&error.to_string());
        let file = SafeText::line(&arguments.out.display().to_string());
        Stop::Said("cli-agenda-export-not-written", vec![("file", file.into()), ("detail", detail.into())], exit::INPUT)
    })?;
    call.say("cli-agenda-export-written", &[("file", SafeText::line(&arguments.out.display().to_string()).into())]);
    Ok(exit::DONE)
}

/// A file of its owner's alone; one that is there already stays as it is.
fn write_new(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
