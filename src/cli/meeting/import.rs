//! `loket meeting import`: meetings from a calendar.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
};

use clap::Args;

use crate::{
    api::meeting::{MeetingDetail, MeetingList},
    cli::{
        call::{Call, Done, wait},
        delivery::{self, Kind, Taken, Wish},
    },
    client::{Failure, Session, Write},
    domain::{Instant, imported::Imported, meeting::MeetingState, text::SafeText, zone},
    intake::{self, MeetingRow},
};

/// Meetings that are asked for at a time.
const PAGE_MOST: u32 = 200;

/// What a calendar counts as among where meetings came from.
const CALENDAR: &str = "calendar";

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
    let said: Arc<Mutex<BTreeSet<String>>> = Arc::default();
    let done = delivery::run(call, &wish, &kind, |key, row: MeetingRow| {
        let (session, left, older) = (session.clone(), left.clone(), older.clone());
        if let (Some(from), Ok(mut said)) = (&row.new.imported_from, said.lock()) {
            said.insert(from.reference.raw().to_owned());
        }
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
    })?;
    let said = said.lock().map(|said| said.clone()).unwrap_or_default();
    if let (Some(session), false) = (session, said.is_empty())
        && let Ok(gone) = wait(gone(&session, &said, call.now()))?
        && !gone.is_empty()
    {
        call.say("cli-meeting-import-gone", &[("count", gone.len().into()), ("numbers", gone.join(", ").into())]);
    }
    Ok(done)
}

/// Coming concepts that came from an event of this file that comes back, at a time the file no longer has: who moved the whole
/// series would find them beside the new ones.
async fn gone(session: &Session, said: &BTreeSet<String>, now: Instant) -> Result<Vec<String>, Failure> {
    let events: BTreeSet<&str> = said.iter().map(|reference| event_of(reference).unwrap_or(reference)).collect();
    let mut list = MeetingList { from: Some(zone::date_of(now)), limit: Some(PAGE_MOST), ..MeetingList::default() };
    let mut gone = vec![];
    loop {
        let page = session.meetings(&list).await?;
        for row in page.items.iter().filter(|row| row.state == MeetingState::Concept) {
            let meeting = session.meeting(&row.number.to_string()).await?.item;
            let Some(from) = meeting.imported_from.map(|from| from.source) else { continue };
            let reference = from.reference.raw();
            let is_of_file = event_of(reference).is_some_and(|event| events.contains(event));
            if from.system == CALENDAR && is_of_file && !said.contains(reference) {
                gone.push(row.number.to_string());
            }
        }
        list.after = page.next;
        if list.after.is_none() {
            return Ok(gone);
        }
    }
}

/// The UID in the reference of one time of an event that comes back.
fn event_of(reference: &str) -> Option<&str> {
    let (event, moment) = reference.rsplit_once('/')?;
    let is_moment = moment.len() >= 8 && moment.chars().all(|one| one.is_ascii_digit() || matches!(one, 'T' | 'Z'));
    is_moment.then_some(event)
}

fn called(row: &MeetingRow) -> SafeText {
    let slot = row.new.facts.slots.first();
    let when = slot.map(|slot| {
        let (hour, minute) = crate::domain::zone::hour_minute(slot.starts_at);
        format!("{} {hour:02}:{minute:02} · ", crate::domain::zone::date_of(slot.starts_at).format("%d-%m-%Y"))
    });
    SafeText::line(&format!("{}{}", when.unwrap_or_default(), row.name.raw()))
}
