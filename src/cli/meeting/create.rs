//! `loket meeting create` and `change`.

use chrono::NaiveTime;
use clap::Args;

use super::{
    Meant,
    held::{Held, HeldOtherwise, said},
    page, seen,
};
use crate::{
    api::{
        meeting::{MeetingDetail, MeetingPatch, NewMeeting},
        problem::exit,
    },
    cli::{
        call::{Call, Done, wait},
        signal::{Key, sent},
    },
    client::Write,
    domain::{
        meeting::{MeetingFacts, Slot},
        zone,
    },
};

#[derive(Args)]
pub(in crate::cli) struct Create {
    #[arg(long = "slot", value_name = "DATE HH:MM-HH:MM", value_parser = slot, required = true)]
    slots: Vec<Slot>,
    #[arg(long, value_name = "LET-N")]
    number: Option<String>,
    #[arg(long, requires = "number")]
    far_number: bool,
    #[command(flatten)]
    held: Held,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Change {
    #[command(flatten)]
    meeting: Meant,
    #[arg(long = "slot", value_name = "DATE HH:MM-HH:MM", value_parser = slot)]
    slots: Vec<Slot>,
    #[command(flatten)]
    held: HeldOtherwise,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

/// A day and two times: `26-11-2026 13:30-15:00`. An end before the beginning is on the next day.
fn slot(text: &str) -> Result<Slot, String> {
    let read = || {
        let (day, times) = text.trim().split_once(' ')?;
        let (from, until) = times.trim().split_once('-')?;
        let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").ok();
        Slot::on(zone::read_date(day)?, time(from)?, time(until)?).ok()
    };
    read().ok_or_else(String::new)
}

pub(super) fn create(call: &mut Call, arguments: &Create) -> Done {
    let held = &arguments.held;
    let facts = MeetingFacts {
        slots: arguments.slots.clone(),
        place: held.place.as_str().into(),
        video: held.video.as_str().into(),
        chair: held.chair.as_str().into(),
        secretary: held.secretary.as_str().into(),
        confidentiality: held.confidentiality.as_str().into(),
        papers_days: held.papers_days,
    };
    let (number, far_number) = (arguments.number.clone(), arguments.far_number);
    let new = NewMeeting { number, far_number, facts, imported_from: None, stamp: None };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let now: MeetingDetail = wait(sent(key, session.write(&Write::create_meeting(key, &new))))??;
    page::meeting(call, &now, arguments.json)?;
    call.say("cli-meeting-created", &[("number", now.item.number.to_string().into())]);
    Ok(exit::DONE)
}

pub(super) fn change(call: &mut Call, arguments: &Change) -> Done {
    let held = &arguments.held;
    let patch = MeetingPatch {
        slots: Some(arguments.slots.clone()).filter(|slots| !slots.is_empty()),
        place: said(&held.place),
        video: said(&held.video),
        chair: said(&held.chair),
        secretary: said(&held.secretary),
        confidentiality: said(&held.confidentiality),
        papers_days: held.papers_days,
    };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let now: MeetingDetail = wait(async {
        let found = session.meeting(arguments.meeting.text()).await?;
        sent(key, session.write(&Write::patch_meeting(key, seen(&found), &patch))).await
    })??;
    page::meeting(call, &now, arguments.json)?;
    call.say("cli-meeting-changed", &[("number", now.item.number.to_string().into())]);
    Ok(exit::DONE)
}
