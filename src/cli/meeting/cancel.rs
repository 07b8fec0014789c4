//! `loket meeting cancel` and `reinstate`: a meeting that does not go on, and one that goes on after all.

use clap::Args;

use super::{Meant, page, seen};
use crate::{
    api::{
        cancellation::{CancelMeeting, ReinstateMeeting},
        meeting::MeetingDetail,
        problem::exit,
    },
    cli::{
        call::{Call, Done, wait},
        signal::{Key, sent},
    },
    client::Write,
};

#[derive(Args)]
pub(in crate::cli) struct Cancel {
    #[command(flatten)]
    meeting: Meant,
    #[arg(long, value_name = "REASON")]
    reason: String,
    #[arg(long, value_name = "candidates|next|LET-N", default_value = "candidates")]
    to: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Reinstate {
    #[command(flatten)]
    meeting: Meant,
    #[arg(long, value_name = "REASON", default_value = "")]
    reason: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn cancel(call: &mut Call, arguments: &Cancel) -> Done {
    let body = CancelMeeting { reason: arguments.reason.as_str().into(), to: arguments.to.clone() };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let now: MeetingDetail = wait(async {
        let found = session.meeting(arguments.meeting.text()).await?;
        sent(key, session.write(&Write::cancel_meeting(key, seen(&found), &body))).await
    })??;
    page::meeting(call, &now, arguments.json)?;
    let went = now.item.cancellation.as_ref().map(|cancelled| page::went(cancelled, &call.texts)).unwrap_or_default();
    call.say("cli-meeting-cancelled", &[("number", now.item.number.to_string().into()), ("went", went.into())]);
    Ok(exit::DONE)
}

pub(super) fn reinstate(call: &mut Call, arguments: &Reinstate) -> Done {
    let body = ReinstateMeeting { reason: arguments.reason.as_str().into() };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let (now, went, back) = wait(async {
        let found = session.meeting(arguments.meeting.text()).await?;
        let went: Vec<_> = found.item.cancellation.iter().flat_map(|cancelled| &cancelled.went).map(|gone| gone.item).collect();
        let now: MeetingDetail = sent(key, session.write(&Write::reinstate_meeting(key, seen(&found), &body))).await?;
        let agenda = session.agenda(&now.item.id.to_string()).await?;
        let back = agenda.items.iter().filter(|entry| went.contains(&entry.item.id)).count();
        Ok::<_, crate::cli::call::Stop>((now, went.len(), back))
    })??;
    page::meeting(call, &now, arguments.json)?;
    let values = [("number", now.item.number.to_string().into()), ("back", back.into()), ("went", went.into())];
    let was_fixed = now.item.edition.is_some();
    call.say(if was_fixed { "cli-meeting-reinstated" } else { "cli-meeting-reinstated-concept" }, &values);
    Ok(exit::DONE)
}
