//! `loket meeting import`: meetings from a calendar.

use clap::Args;

use crate::{
    api::meeting::MeetingDetail,
    cli::{
        call::{Call, Done},
        delivery::{self, Kind, Taken, Wish},
    },
    client::{Failure, Write},
    domain::{imported::Imported, text::SafeText},
    intake::{self, MeetingRow},
};

#[derive(Args)]
pub(in crate::cli) struct Import {
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    json: bool,
}

pub(super) fn import(call: &mut Call, arguments: &Import) -> Done {
    let session = if arguments.dry_run { None } else { Some(call.session()?) };
    let wish = Wish { files: &arguments.files, dry_run: arguments.dry_run, json: arguments.json };
    let kind = Kind { read: intake::meetings, at_a_time: 1, masks: |_| 0, called, column: intake::meeting_column };
    let [left, older] = ["left", "older"].map(|came| call.texts.get(&format!("cli-meeting-import-{came}")));
    delivery::run(call, &wish, &kind, |key, row: MeetingRow| {
        let (session, left, older) = (session.clone(), left.clone(), older.clone());
        async move {
            // A dry run never sends.
            let Some(session) = session else { return Err(Failure::NoToken) };
            let found: MeetingDetail = session.write(&Write::create_meeting(key, &row.new)).await?;
            let (number, came) = (found.item.number.to_string(), found.imported.unwrap_or(Imported::Created));
            let why = match came {
                Imported::Left => Some(left),
                Imported::Older => Some(older),
                Imported::Created | Imported::Updated | Imported::Unchanged => None,
            };
            let note = why.map(|why| format!("{number}: {why}"));
            Ok(Taken { number, came, masked: 0, note })
        }
    })
}

fn called(row: &MeetingRow) -> SafeText {
    let slot = row.new.facts.slots.first();
    let when = slot.map(|slot| {
        let (hour, minute) = crate::domain::zone::hour_minute(slot.starts_at);
        format!("{} {hour:02}:{minute:02} · ", crate::domain::zone::date_of(slot.starts_at))
    });
    SafeText::line(&format!("{}{}", when.unwrap_or_default(), row.name.raw()))
}
