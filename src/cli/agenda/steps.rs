//! `loket agenda ready`, `fix`, `hold`, `publish`, `confirm`, `reject` and `withdraw`: from concept to sent.
//!
//! Confirming takes two steps: the first shows exactly who gets what, the second confirms what has that hash.

use clap::Args;

use super::page;
use crate::{
    api::{
        confirmation,
        meeting::{AgendaDetail, FixAgenda, MeetingDetail, PublishMeeting},
        problem::exit,
    },
    cli::{
        call::{Call, Done, Stop, wait},
        meeting::{Meant, clock, seen, told},
        signal::{Key, sent},
    },
    client::{SeenMeeting, Session, Write},
    domain::{
        confirmation::Confirmation,
        ids::{ConfirmationId, IdempotencyKey},
        meeting::{Publication, PublishedItem},
        organisation,
        text::SafeText,
    },
    locale::Texts,
};

#[derive(Args)]
pub(in crate::cli) struct Ready {
    #[command(flatten)]
    meeting: Meant,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Fix {
    #[command(flatten)]
    meeting: Meant,
    #[arg(long, value_name = "N")]
    seen: Option<i64>,
    #[arg(long, value_name = "REASON", default_value = "")]
    despite: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Hold {
    #[command(flatten)]
    meeting: Meant,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Publish {
    #[command(flatten)]
    meeting: Meant,
    #[arg(long, value_name = "LET-N")]
    number: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Confirm {
    #[command(flatten)]
    meeting: Meant,
    #[arg(long, value_name = "HASH")]
    hash: Option<String>,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Decline {
    #[command(flatten)]
    meeting: Meant,
    #[arg(long, value_name = "REASON", default_value = "")]
    reason: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

/// What is missing in each item, and who cannot be there; nothing is: exit code 0.
pub(super) fn ready(call: &mut Call, arguments: &Ready) -> Done {
    let session = call.session()?;
    let found: AgendaDetail = wait(session.agenda(arguments.meeting.text()))??;
    if arguments.json {
        let rows = found
            .items
            .iter()
            .map(|entry| serde_json::json!({ "item": entry.item.id, "number": entry.times.number, "missing": entry.missing }));
        call.print_json(&serde_json::json!({ "items": rows.collect::<Vec<_>>(), "clashes": found.clashes }))?;
    } else {
        page::agenda(call, &found)?;
    }
    let unready = found.items.iter().filter(|entry| !entry.missing.is_empty()).count();
    if unready == 0 && found.clashes.is_empty() {
        call.say("cli-agenda-all-ready", &[]);
        return Ok(exit::DONE);
    }
    call.say("cli-agenda-some-unready", &[("count", unready.into()), ("clashes", found.clashes.len().into())]);
    Ok(exit::NOTHING)
}

pub(super) fn fix(call: &mut Call, arguments: &Fix) -> Done {
    let write = |key, found: &MeetingDetail| {
        let agenda_version = arguments.seen.unwrap_or(found.item.agenda_version);
        Write::fix_agenda(key, seen(found), &FixAgenda { agenda_version, reason: arguments.despite.as_str().into() })
    };
    changed(call, arguments.meeting.text(), &arguments.key, write, "cli-agenda-fixed", arguments.json)
}

/// Notes that a meeting was held, or takes that back.
pub(super) fn hold(call: &mut Call, arguments: &Hold, is_back: bool) -> Done {
    let write = |key, found: &MeetingDetail| match is_back {
        true => Write::unhold_meeting(key, seen(found)),
        false => Write::hold_meeting(key, seen(found)),
    };
    let said = if is_back { "cli-agenda-unheld" } else { "cli-agenda-held" };
    changed(call, arguments.meeting.text(), &arguments.key, write, said, arguments.json)
}

pub(super) fn publish(call: &mut Call, arguments: &Publish) -> Done {
    let body = PublishMeeting { number: arguments.number.clone() };
    let write = |key, found: &MeetingDetail| Write::publish_meeting(key, seen(found), &body);
    changed(call, arguments.meeting.text(), &arguments.key, write, "cli-agenda-publish-proposed", arguments.json)
}

fn changed(
    call: &mut Call,
    meeting: &str,
    key: &Key,
    write: impl Fn(IdempotencyKey, &MeetingDetail) -> Write,
    said: &'static str,
    json: bool,
) -> Done {
    let (session, key) = (call.session()?, key.of(call));
    let now: MeetingDetail = wait(async {
        let found = session.meeting(meeting).await?;
        sent(key, session.write(&write(key, &found))).await
    })??;
    told(call, &now, json)?;
    let version = now.item.edition.map_or(0, |edition| i64::from(edition.number));
    call.say(said, &[("number", now.item.number.to_string().into()), ("version", version.into())]);
    Ok(exit::DONE)
}

pub(super) fn confirm(call: &mut Call, arguments: &Confirm) -> Done {
    let (session, key) = (call.session()?, arguments.key.of(call));
    let (waits, _) = wait(waiting(&session, arguments.meeting.text()))??;
    let Some(hash) = &arguments.hash else {
        if arguments.json {
            call.print_json(&waits)?;
        } else {
            let text = shown(&waits, &call.texts);
            call.print_block(&text)?;
        }
        let values = [("meeting", arguments.meeting.text().into()), ("hash", waits.hash.as_str().into())];
        call.say("cli-agenda-confirm-so", &values);
        return Ok(exit::DONE);
    };
    let settled: Confirmation = wait(sent(key, session.write(&Write::confirm(key, waits.id, hash))))??;
    said(call, &settled, arguments.json)
}

pub(super) fn decline(
    call: &mut Call,
    arguments: &Decline,
    write: fn(IdempotencyKey, ConfirmationId, &confirmation::Decline) -> Write,
) -> Done {
    let (session, key) = (call.session()?, arguments.key.of(call));
    let body = confirmation::Decline { reason: arguments.reason.as_str().into() };
    let settled: Confirmation = wait(async {
        let (waits, _) = waiting(&session, arguments.meeting.text()).await?;
        sent(key, session.write(&write(key, waits.id, &body))).await
    })??;
    said(call, &settled, arguments.json)
}

async fn waiting(session: &Session, meeting: &str) -> Result<(Confirmation, SeenMeeting), Stop> {
    let found = session.meeting(meeting).await?;
    let seen = seen(&found);
    let nothing = || Stop::Said("cli-agenda-nothing-waits", vec![("number", meeting.into())], exit::NOTHING);
    Ok((found.confirmation.ok_or_else(nothing)?, seen))
}

fn said(call: &mut Call, settled: &Confirmation, json: bool) -> Done {
    if json {
        call.print_json(settled)?;
        return Ok(exit::DONE);
    }
    let action = call.texts.get(&format!("confirmed-action-{}", settled.action));
    let key = format!("cli-agenda-settled-{}", settled.state);
    let text = call.texts.with(&key, &[("action", action.into())]);
    call.print(&SafeText::line(&text))?;
    Ok(exit::DONE)
}

/// Exactly who gets what, in words; the canonical text itself when it is of a form this program does not know.
fn shown(waits: &Confirmation, texts: &Texts) -> String {
    let Ok(publication) = serde_json::from_str::<Publication>(&waits.shown) else { return waits.shown.clone() };
    let action = texts.get(&format!("confirmed-action-{}", publication.action));
    let mut lines = vec![format!("{}  {action}  v{}", publication.meeting, publication.edition_number)];
    for recipient in &publication.recipients {
        let to = recipient.to.iter().map(|one| format!("{} {} {}", one.function.line(), one.name.line(), one.mail.line()));
        let to: Vec<String> = to.map(|one| one.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        lines.push(format!("{}  {}", organisation::shown(recipient.organisation.as_str()), to.join("; ")));
        recipient.items.iter().for_each(|item| lines.extend(item_lines(item, texts)));
    }
    lines.join("\n")
}

fn item_lines(item: &PublishedItem, texts: &Texts) -> Vec<String> {
    let what = match &item.title {
        Some(title) => format!("{} {}", item.signal_number.map(|number| number.short()).unwrap_or_default(), title.line()),
        None => texts.get("cli-agenda-withheld"),
    };
    let mut lines = vec![format!("  {:>2}  {}  {}", item.number, clock(item.starts_at), what.trim())];
    lines.extend(item.decisions.iter().map(|made| format!("      {}", made.text.line())));
    lines
}
