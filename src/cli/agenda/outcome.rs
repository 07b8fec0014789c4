//! `loket agenda decide` and `commit`: what was decided at the meeting, and what a body promised there.

use chrono::NaiveDate;
use clap::Args;

use super::{items::changed, which::Which};
use crate::{
    api::{
        arrangement::{ArrangementDetail, NewArrangement},
        meeting::{AgendaItemDetail, NewLetDecision},
        problem::exit,
    },
    cli::{
        arrangement::{Wish, due_from, wished},
        call::{Call, Done, Stop, wait},
        signal::{Key, sent, typed_text},
        values::{body, day},
    },
    client::Write,
    domain::{
        arrangement::ArrangementKind,
        commitment::{CommitmentFacts, CommitmentSource},
        meeting::LetDecisionFacts,
        text::RawText,
    },
};

#[derive(Args)]
pub(in crate::cli) struct Decide {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "-")]
    text: String,
    #[arg(long = "body", value_name = "CODE", required = true)]
    bodies: Vec<String>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    legal_room: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Commit {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "-")]
    text: String,
    #[arg(long, value_name = "CODE")]
    body: String,
    #[arg(long, value_name = "FUNCTION", default_value = "")]
    person: String,
    #[arg(long, value_name = "FUNCTION", default_value = "")]
    to: String,
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Option<NaiveDate>,
    #[arg(long, value_name = "DATE|LENGTH", value_parser = wished)]
    due: Wish,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn decide(call: &mut Call, arguments: &Decide) -> Done {
    let facts = LetDecisionFacts {
        text: typed_text(call, "--text", &arguments.text)?,
        bodies: arguments.bodies.iter().map(|given| body(given)).collect(),
        legal_room: arguments.legal_room.as_str().into(),
    };
    let new = NewLetDecision { facts };
    let write = |key, found: &AgendaItemDetail| Write::record_decision(key, found.item.id, &new);
    changed(call, &arguments.which, &arguments.key, write, "cli-agenda-decided", arguments.json)
}

pub(super) fn commit(call: &mut Call, arguments: &Commit) -> Done {
    let text = typed_text(call, "--text", &arguments.text)?;
    let (session, key) = (call.session()?, arguments.key.of(call));
    // Promised at the meeting, also when it is recorded later.
    let on = match arguments.on {
        Some(on) => on,
        None => wait(async {
            let today = session.me().await?.today;
            let found = arguments.which.read(call, &session).await?;
            let Some(number) = found.meeting_number else { return Ok::<_, Stop>(today) };
            let meeting = session.meeting(&number.to_string()).await?.item;
            Ok(meeting.facts.last_day_of(found.item.facts.slot).map_or(today, |day| day.min(today)))
        })??,
    };
    let due = due_from(call, &arguments.due, Some(on))?;
    let now: ArrangementDetail<CommitmentFacts> = wait(async {
        let found = arguments.which.read(call, &session).await?;
        let no = |key| Stop::Said(key, vec![], exit::USAGE);
        let signal = found.item.signal.ok_or_else(|| no("cli-agenda-no-case"))?;
        let meeting = found.meeting_number.ok_or_else(|| no("cli-agenda-no-meeting"))?;
        let facts = CommitmentFacts {
            text,
            organisation: body(&arguments.body),
            person: arguments.person.as_str().into(),
            to: arguments.to.as_str().into(),
            source: Some(CommitmentSource::AgendaItem { meeting, item: found.item.id, on }),
            due,
            evidence: RawText::default(),
        };
        let new = NewArrangement { signal: signal.to_string(), facts, imported_from: None };
        sent(key, session.write(&Write::record_arrangement(key, ArrangementKind::Commitment, &new))).await
    })??;
    if arguments.json {
        call.print_json(&now)?;
    }
    let day = call.texts.day(now.item.facts.due.on);
    call.say("cli-commitment-recorded", &[("day", day.into()), ("id", now.item.id.to_string().into())]);
    Ok(exit::DONE)
}
