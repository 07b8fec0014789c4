//! `loket agenda export`: a paper of a meeting, made by the server for the secretariat or for one body, as a file; the invitations of a
//! body; or all there is to send, in a new folder.

use std::{
    fs::OpenOptions,
    io::Write,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use clap::Args;

use super::{parcel, which::id_of};
use crate::{
    api::{paper::PaperWanted, problem::exit},
    cli::{
        call::{Call, Done, Stop, wait},
        meeting::Meant,
    },
    domain::{
        meeting::{Meeting, MeetingState},
        text::SafeText,
    },
};

#[derive(Args)]
pub(in crate::cli) struct Export {
    #[command(flatten)]
    meeting: Meant,
    #[arg(long, value_name = "FORMAT", value_parser = ["md", "html", "pdf", "ics", "txt"], default_value = "html")]
    format: String,
    #[arg(long, value_name = "PAPER", value_parser = ["agenda", "decisions", "pack"], default_value = "agenda")]
    paper: String,
    #[arg(long, value_name = "ID|48/3", conflicts_with = "paper")]
    item: Option<String>,
    #[arg(long = "for", value_name = "BODY")]
    reader: Option<String>,
    #[arg(long, conflicts_with_all = ["paper", "item", "reader"])]
    all: bool,
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

pub(super) fn export(call: &mut Call, arguments: &Export) -> Done {
    if arguments.all {
        return parcel::all(call, arguments.meeting.text(), &arguments.format, &arguments.out);
    }
    if let (Some(code), None, "ics") = (&arguments.reader, &arguments.item, arguments.format.as_str()) {
        return parcel::invitations(call, arguments.meeting.text(), code, &arguments.out);
    }
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
            person: None,
            format: Some(arguments.format.clone()),
            lang: Some(call.texts.language().code().to_owned()),
        };
        Ok::<_, Stop>(session.paper(arguments.meeting.text(), &wanted).await?)
    })??;
    save(call, &arguments.out, &bytes)?;
    let found = wait(session.meeting(arguments.meeting.text()))??;
    tell_unsent(call, &found.item, arguments.paper == "decisions");
    Ok(exit::DONE)
}

/// Says of what is fixed that it was not sent, so that nobody gives it away too soon.
pub(super) fn tell_unsent(call: &mut Call, meeting: &Meeting, of_decisions: bool) {
    let Some(edition) = meeting.edition.filter(|_| !meeting.changed_since_fixed()) else { return };
    match (meeting.state, of_decisions) {
        (MeetingState::Fixed, false) if !edition.sent => {
            call.say("cli-agenda-export-unsent", &[("version", i64::from(edition.number).into())]);
        }
        (MeetingState::Fixed | MeetingState::Held, true) => call.say("cli-agenda-export-unsent-decisions", &[]),
        _ => {}
    }
}

/// Writes a new file and says so.
pub(in crate::cli) fn save(call: &mut Call, path: &Path, bytes: &[u8]) -> Result<(), Stop> {
    write_new(path, bytes).map_err(|error| not_written(path, &error))?;
    call.say("cli-agenda-export-written", &[("file", SafeText::line(&path.display().to_string()).into())]);
    Ok(())
}

pub(super) fn not_written(path: &Path, error: &std::io::Error) -> Stop {
    let (file, detail) = (SafeText::line(&path.display().to_string()), SafeText::line(&error.to_string()));
    Stop::Said("cli-agenda-export-not-written", vec![("file", file.into()), ("detail", detail.into())], exit::INPUT)
}

/// A file of its owner's alone; one that is there already stays as it is.
fn write_new(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
