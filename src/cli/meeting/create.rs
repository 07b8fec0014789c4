//! `loket meeting create` and `change`.

use chrono::NaiveTime;
use clap::Args;

use super::{Meant, page, seen};
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
        meeting::{MeetingFacts, PAPERS_DAYS, Slot},
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
    #[arg(long, value_name = "TEXT", default_value = "")]
    place: String,
    #[arg(long, value_name = "ADDR", default_value = "")]
    video: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    chair: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    secretary: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    confidentiality: String,
    #[arg(long, value_name = "N", default_value_t = PAPERS_DAYS)]
    papers_days: u16,
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
    #[arg(long, value_name = "TEXT")]
    place: Option<String>,
    #[arg(long, value_name = "ADDR")]
    video: Option<String>,
    #[arg(long, value_name = "TEXT")]
    chair: Option<String>,
    #[arg(long, value_name = "TEXT")]
    secretary: Option<String>,
    #[arg(long, value_name = "TEXT")]
    confidentiality: Option<String>,
    #[arg(long, value_name = "N")]
    papers_days: Option<u16>,
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
    let facts = MeetingFacts {
        slots: arguments.slots.clone(),
        place: arguments.place.as_str().into(),
        video: arguments.video.as_str().into(),
        chair: arguments.chair.as_str().into(),
        secretary: arguments.secretary.as_str().into(),
        confidentiality: arguments.confidentiality.as_str().into(),
        papers_days: arguments.papers_days,
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
    let said = |text: &Option<String>| text.as_deref().map(Into::into);
    let patch = MeetingPatch {
        slots: Some(arguments.slots.clone()).filter(|slots| !slots.is_empty()),
        place: said(&arguments.place),
        video: said(&arguments.video),
        chair: said(&arguments.chair),
        secretary: said(&arguments.secretary),
        confidentiality: said(&arguments.confidentiality),
        papers_days: arguments.papers_days,
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
