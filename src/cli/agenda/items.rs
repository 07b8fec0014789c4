//! `loket agenda show`, `item`, `candidates`, `propose`, `drop`, `add`, `write`, `minutes`, `move` and `remove`.

use std::path::PathBuf;

use clap::Args;

use super::{
    page,
    which::{Which, id_of},
};
use crate::{
    api::{
        meeting::{self as api, AgendaItemDetail, AgendaItemPatch, MoveItem, NewAgendaItem, NewCandidate},
        problem::exit,
    },
    cli::{
        call::{Call, Done, Stop, wait},
        json::Items,
        meeting::Meant,
        signal::{Key, sent, typed_json, typed_text},
    },
    client::{self, Session},
    domain::{
        ids::{AgendaItemId, IdempotencyKey},
        text::RawText,
    },
};

#[derive(Args)]
pub(in crate::cli) struct Show {
    #[command(flatten)]
    meeting: Meant,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Item {
    #[command(flatten)]
    which: Which,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Candidates {
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Propose {
    #[arg(value_name = "NUMBER", required = true)]
    number: Vec<String>,
    #[arg(long, value_name = "-", default_value = "")]
    question: String,
    #[arg(long, value_name = "REASON", default_value = "")]
    reason: String,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct TakeOff {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "REASON", default_value = "")]
    reason: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Add {
    #[command(flatten)]
    meeting: Meant,
    #[arg(long, value_name = "NUMBER", required_unless_present = "title")]
    signal: Option<String>,
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    #[arg(long, value_name = "N")]
    minutes: Option<u16>,
    #[arg(long, value_name = "N")]
    slot: Option<u16>,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Write {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "FILE")]
    fields: Option<PathBuf>,
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    #[arg(long, value_name = "TEXT")]
    presenter: Option<String>,
    #[arg(long, value_name = "N")]
    slot: Option<u16>,
    #[arg(long, value_name = "-", default_value = "", conflicts_with_all = ["facts", "question", "perspective"])]
    stalemate: String,
    #[arg(long, value_name = "-", default_value = "", conflicts_with_all = ["question", "perspective"])]
    facts: String,
    #[arg(long, value_name = "-", default_value = "", conflicts_with = "perspective")]
    question: String,
    #[arg(long, value_name = "-", default_value = "")]
    perspective: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Minutes {
    #[command(flatten)]
    which: Which,
    #[arg(value_name = "N")]
    minutes: u16,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Move {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "LET-N")]
    meeting: Option<String>,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

/// Where; at the end, before what closes the meeting, unless said otherwise.
#[derive(Args)]
pub(in crate::cli) struct Place {
    #[arg(long, value_name = "ID|48/3")]
    after: Option<String>,
    #[arg(long, conflicts_with = "after")]
    first: bool,
}

impl Place {
    async fn after(&self, call: &Call, session: &Session) -> Result<Option<AgendaItemId>, crate::cli::call::Stop> {
        match &self.after {
            Some(typed) => id_of(typed, call, session).await.map(Some),
            None => Ok(None),
        }
    }
}

pub(super) fn show(call: &mut Call, arguments: &Show) -> Done {
    let session = call.session()?;
    let found = wait(session.agenda(arguments.meeting.text()))??;
    match arguments.json {
        true => call.print_json(&found)?,
        false => page::agenda(call, &found)?,
    }
    Ok(exit::DONE)
}

pub(super) fn item(call: &mut Call, arguments: &Item) -> Done {
    let session = call.session()?;
    let found = wait(arguments.which.read(call, &session))??;
    page::item(call, &found, arguments.json)?;
    Ok(exit::DONE)
}

pub(super) fn candidates(call: &mut Call, arguments: &Candidates) -> Done {
    let session = call.session()?;
    let found = wait(session.candidates())??.items;
    if arguments.json {
        call.print_json(&Items { items: &found })?;
    } else if !found.is_empty() {
        page::candidates(call, &found)?;
    }
    if found.is_empty() {
        call.say("cli-agenda-no-candidates", &[]);
        return Ok(exit::NOTHING);
    }
    Ok(exit::DONE)
}

/// Proposes each case; one that is refused keeps no other from being proposed, and each is told.
pub(super) fn propose(call: &mut Call, arguments: &Propose) -> Done {
    let question = typed_text(call, "--question", &arguments.question)?;
    let session = call.session()?;
    let (mut made, mut worst): (Vec<AgendaItemDetail>, u8) = (vec![], exit::DONE);
    for number in &arguments.number {
        let facts = AgendaItemPatch { decision_asked: written(&question), ..AgendaItemPatch::default() };
        let new = NewCandidate { signal: number.clone(), facts, reason: arguments.reason.as_str().into() };
        let key = call.key();
        match wait(sent(key, session.write::<AgendaItemDetail>(&client::Write::propose_candidate(key, &new))))? {
            Ok(detail) => {
                call.say("cli-agenda-proposed", &[("number", number.as_str().into())]);
                made.push(detail);
            }
            Err(stop) => {
                call.say("cli-agenda-not-proposed", &[("number", number.as_str().into())]);
                worst = worst.max(call.end(Err(stop)));
            }
        }
    }
    if arguments.json {
        call.print_json(&Items { items: &made })?;
    }
    Ok(worst)
}

pub(super) fn take_off(call: &mut Call, arguments: &TakeOff, is_candidate: bool) -> Done {
    let body = api::TakeOff { reason: arguments.reason.as_str().into() };
    let said = |now: &AgendaItemDetail| match (is_candidate, now.item.dropped) {
        (true, _) => "cli-agenda-dropped",
        (false, true) => "cli-agenda-removed-standing",
        (false, false) => "cli-agenda-removed",
    };
    let write = |key, item: &AgendaItemDetail| match is_candidate {
        true => client::Write::drop_candidate(key, item.item.id, &body),
        false => client::Write::take_off_agenda_item(key, item.item.id, &body),
    };
    let now = written_so(call, &arguments.which, &arguments.key, write, arguments.json)?;
    call.say(said(&now), &[]);
    Ok(exit::DONE)
}

pub(super) fn add(call: &mut Call, arguments: &Add) -> Done {
    let (session, key) = (call.session()?, arguments.key.of(call));
    let facts = AgendaItemPatch {
        title: arguments.title.as_deref().map(RawText::from),
        minutes: arguments.minutes,
        slot: arguments.slot,
        ..AgendaItemPatch::default()
    };
    let now: AgendaItemDetail = wait(async {
        let meeting = session.meeting(arguments.meeting.text()).await?.item.id;
        let after = arguments.place.after(call, &session).await?;
        let new = NewAgendaItem { signal: arguments.signal.clone(), facts, after, first: arguments.place.first };
        sent(key, session.write(&client::Write::add_agenda_item(key, meeting, &new))).await
    })??;
    page::item(call, &now, arguments.json)?;
    call.say("cli-agenda-added", &[("id", now.item.id.to_string().into())]);
    Ok(exit::DONE)
}

pub(super) fn write(call: &mut Call, arguments: &Write) -> Done {
    let mut patch: AgendaItemPatch = match &arguments.fields {
        Some(file) => typed_json(call, file)?,
        None => AgendaItemPatch::default(),
    };
    let texts = [
        ("--stalemate", &arguments.stalemate, &mut patch.stalemate),
        ("--facts", &arguments.facts, &mut patch.facts),
        ("--question", &arguments.question, &mut patch.decision_asked),
        ("--perspective", &arguments.perspective, &mut patch.perspective),
    ];
    for (option, given, field) in texts {
        let text = typed_text(call, option, given)?;
        *field = written(&text).or(field.take());
    }
    patch.title = arguments.title.as_deref().map(RawText::from).or(patch.title);
    patch.presenter = arguments.presenter.as_deref().map(RawText::from).or(patch.presenter);
    patch.slot = arguments.slot.or(patch.slot);
    patched(call, &arguments.which, &arguments.key, &patch, arguments.json)
}

pub(super) fn minutes(call: &mut Call, arguments: &Minutes) -> Done {
    let patch = AgendaItemPatch { minutes: Some(arguments.minutes), ..AgendaItemPatch::default() };
    patched(call, &arguments.which, &arguments.key, &patch, arguments.json)
}

pub(super) fn move_item(call: &mut Call, arguments: &Move) -> Done {
    let (session, key) = (call.session()?, arguments.key.of(call));
    let now: AgendaItemDetail = wait(async {
        let id = arguments.which.id(call, &session).await?;
        let after = arguments.place.after(call, &session).await?;
        let place = MoveItem { meeting: arguments.meeting.clone(), after, first: arguments.place.first };
        sent(key, session.write(&client::Write::move_agenda_item(key, id, &place))).await
    })??;
    page::item(call, &now, arguments.json)?;
    let meeting = now.meeting_number.map(|number| number.to_string()).unwrap_or_default();
    call.say("cli-agenda-moved", &[("meeting", meeting.into())]);
    Ok(exit::DONE)
}

fn patched(call: &mut Call, which: &Which, key: &Key, patch: &AgendaItemPatch, json: bool) -> Done {
    let write = |key, found: &AgendaItemDetail| client::Write::patch_agenda_item(key, found.item.id, found.item.version, patch);
    changed(call, which, key, write, "cli-agenda-written", json)
}

/// Reads an item, sends what changes it, and tells what came of it.
pub(super) fn changed(
    call: &mut Call,
    which: &Which,
    key: &Key,
    write: impl Fn(IdempotencyKey, &AgendaItemDetail) -> client::Write,
    said: &'static str,
    json: bool,
) -> Done {
    written_so(call, which, key, write, json)?;
    call.say(said, &[]);
    Ok(exit::DONE)
}

/// Reads an item, sends what changes it, and shows it as it is then.
fn written_so(
    call: &mut Call,
    which: &Which,
    key: &Key,
    write: impl Fn(IdempotencyKey, &AgendaItemDetail) -> client::Write,
    json: bool,
) -> Result<AgendaItemDetail, Stop> {
    let (session, key) = (call.session()?, key.of(call));
    let now: AgendaItemDetail = wait(async {
        let found = which.read(call, &session).await?;
        sent(key, session.write(&write(key, &found))).await
    })??;
    page::item(call, &now, json)?;
    Ok(now)
}

fn written(text: &RawText) -> Option<RawText> {
    (!text.is_blank()).then(|| text.clone())
}
