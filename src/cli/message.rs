//! `loket message`: messages about a case, written, looked through, let go and taken back. Addresses and words come from a pipe or a file: what
//! stands in the arguments is in the list of processes.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{
    call::{Call, Done, Stop, wait},
    message_text,
    signal::{Key, Number, sent, typed_json, typed_text},
    table,
    values::codes,
};
use crate::{
    api::{
        message::{MessageDetail, MessagePatch, NewMessage},
        problem::exit,
    },
    client::Write,
    domain::{
        Instant,
        ids::{MessageId, OfficerId},
        message::{Message, MessageFacts, MessageKind, MessageRecipient, MessageState, RecipientRole},
        officer::Officer,
        text::SafeText,
        zone,
    },
    locale::Texts,
};

#[derive(Subcommand)]
pub(super) enum Command {
    List(List),
    Show(Show),
    Write(Box<Draft>),
    Acknowledge(Acknowledge),
    Change(Change),
    Discard(Discard),
    Send(Send),
    TakeBack(TakeBack),
}

#[derive(Args)]
pub(super) struct List {
    #[command(flatten)]
    number: Number,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Show {
    #[arg(value_name = "ID")]
    id: MessageId,
    #[arg(long, conflicts_with = "json")]
    text: bool,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Draft {
    #[command(flatten)]
    number: Number,
    #[arg(long, value_name = "KIND", value_parser = codes!(MessageKind), default_value = "free")]
    kind: MessageKind,
    #[arg(long, value_name = "TEXT", default_value = "")]
    subject: String,
    #[arg(long, value_name = "-", default_value = "")]
    text: String,
    #[arg(long, value_name = "ID")]
    officer: Option<OfficerId>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["subject", "text", "officer"])]
    json_input: Option<PathBuf>,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Acknowledge {
    #[command(flatten)]
    number: Number,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Change {
    #[arg(value_name = "ID")]
    id: MessageId,
    #[arg(long, value_name = "TEXT")]
    subject: Option<String>,
    #[arg(long, value_name = "-", default_value = "")]
    text: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Discard {
    #[arg(value_name = "ID")]
    id: MessageId,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Send {
    #[arg(value_name = "ID")]
    id: MessageId,
    #[arg(long)]
    looked: bool,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct TakeBack {
    #[arg(value_name = "ID")]
    id: MessageId,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::List(arguments) => list(call, &arguments),
        Command::Show(arguments) => show(call, &arguments),
        Command::Write(arguments) => write(call, &arguments),
        Command::Acknowledge(arguments) => acknowledge(call, &arguments),
        Command::Change(arguments) => change(call, &arguments),
        Command::Discard(arguments) => discard(call, &arguments),
        Command::Send(arguments) => send(call, &arguments),
        Command::TakeBack(arguments) => take_back(call, &arguments),
    }
}

fn list(call: &mut Call, arguments: &List) -> Done {
    let session = call.session()?;
    let number = arguments.number.read(call)?;
    let found = wait(session.messages(&number.to_string()))??;
    if arguments.json {
        call.print_json(&found)?;
    } else if !found.items.is_empty() {
        let header = ["state", "kind", "to", "subject", "by", "id"];
        let header = header.map(|name| call.texts.get(&format!("cli-message-column-{name}")));
        let rows: Vec<Vec<SafeText>> = found.items.iter().map(|one| row(&call.texts, one)).collect();
        for line in table::lines(&header, &rows, call.edge.width) {
            call.print(&line)?;
        }
    }
    if found.items.is_empty() {
        call.say("cli-message-none", &[("number", number.to_string().into())]);
        return Ok(exit::NOTHING);
    }
    Ok(exit::DONE)
}

fn row(texts: &Texts, one: &Message) -> Vec<SafeText> {
    vec![
        SafeText::line(&state(texts, one)),
        SafeText::line(&texts.get(&format!("message-kind-{}", one.facts.kind))),
        SafeText::line(&texts.message_to(&one.facts.to)),
        one.facts.subject.line(),
        one.made_by_name.line(),
        SafeText::line(&one.id.to_string()),
    ]
}

/// `gaat uit om 10:00:30`, `verstuurd ma 16-11-2026 10:00`, `niet verstuurd: …`.
fn state(texts: &Texts, one: &Message) -> String {
    let failure = one.failure.as_ref().map(|failed| {
        let code = failed.code.map(|code| format!(" ({code})")).unwrap_or_default();
        format!("{}{code}", texts.get(&format!("message-failure-{}", failed.why)))
    });
    let value = match one.state {
        MessageState::Outgoing => one.try_at.map(seconds),
        MessageState::Sent => one.sent_at.map(|at| texts.moment(at)),
        MessageState::Failed => failure.clone(),
        _ => None,
    };
    let told = texts.with(&format!("message-state-{}", one.state), &[("value", value.unwrap_or_default().into())]);
    match failure.filter(|_| one.state == MessageState::Outgoing) {
        Some(failure) => texts.with("message-tried", &[("state", told.into()), ("why", failure.into())]),
        None => told,
    }
}

/// `10:00:30` in the Netherlands.
fn seconds(at: Instant) -> String {
    let (hour, minute) = zone::hour_minute(at);
    format!("{hour:02}:{minute:02}:{:02}", at.timestamp().rem_euclid(60))
}

fn show(call: &mut Call, arguments: &Show) -> Done {
    let session = call.session()?;
    let found = wait(session.message(arguments.id))??;
    if arguments.text {
        let text = message_text::as_text(&call.texts, &found.item);
        call.print_block(&text)?;
        return Ok(exit::DONE);
    }
    told(call, &found, arguments.json)?;
    Ok(exit::DONE)
}

fn write(call: &mut Call, arguments: &Draft) -> Done {
    let (session, key) = (call.session()?, arguments.key.of(call));
    let number = arguments.number.read(call)?;
    let facts: MessageFacts = match &arguments.json_input {
        Some(file) => typed_json(call, file)?,
        None => {
            let to = match arguments.officer {
                Some(id) => to_officer(wait(session.officer(id))??),
                None => MessageRecipient::reporter(),
            };
            let own = typed_text(call, "--text", &arguments.text)?;
            let (subject, text) = match own.is_blank() {
                true => {
                    let made = message_text::of(call, &session, number, arguments.kind)?;
                    (made.subject, made.text.into())
                }
                false => (String::new(), own),
            };
            let subject = if arguments.subject.is_empty() { subject } else { arguments.subject.clone() };
            MessageFacts { kind: arguments.kind, to, subject: subject.into(), text, in_reply_to: None }
        }
    };
    let write = Write::write_message(key, &number.to_string(), &NewMessage { facts });
    let made: MessageDetail = wait(sent(key, session.write(&write)))??;
    drafted(call, &made, arguments.json)
}

/// Somebody of the register, at the address of the office.
fn to_officer(officer: Officer) -> MessageRecipient {
    let facts = officer.facts;
    MessageRecipient { role: RecipientRole::Other, name: facts.name, organisation: Some(facts.organisation), mail: facts.mail }
}

fn acknowledge(call: &mut Call, arguments: &Acknowledge) -> Done {
    let (session, key) = (call.session()?, arguments.key.of(call));
    let number = arguments.number.read(call)?;
    let kind = MessageKind::Acknowledgement;
    let made = message_text::of(call, &session, number, kind)?;
    let facts = MessageFacts {
        kind,
        to: MessageRecipient::reporter(),
        subject: made.subject.into(),
        text: made.text.into(),
        in_reply_to: None,
    };
    let write = Write::write_message(key, &number.to_string(), &NewMessage { facts });
    let made: MessageDetail = wait(sent(key, session.write(&write)))??;
    drafted(call, &made, arguments.json)
}

fn drafted(call: &mut Call, made: &MessageDetail, json: bool) -> Done {
    told(call, made, json)?;
    let key = if made.mail_is_sent { "cli-message-drafted" } else { "cli-message-drafted-to-copy" };
    call.say(key, &[("id", made.item.id.to_string().into())]);
    Ok(exit::DONE)
}

fn change(call: &mut Call, arguments: &Change) -> Done {
    let text = typed_text(call, "--text", &arguments.text)?;
    let patch = MessagePatch {
        to: None,
        subject: arguments.subject.as_deref().map(Into::into),
        text: Some(text).filter(|text| !text.is_blank()),
    };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let now: MessageDetail = wait(async {
        let found = session.message(arguments.id).await?;
        sent(key, session.write(&Write::patch_message(key, arguments.id, found.item.version, &patch))).await
    })??;
    drafted(call, &now, arguments.json)
}

fn discard(call: &mut Call, arguments: &Discard) -> Done {
    let (session, key) = (call.session()?, arguments.key.of(call));
    let gone: MessageDetail = wait(async {
        let found = session.message(arguments.id).await?;
        sent(key, session.write(&Write::discard_message(key, arguments.id, found.item.version))).await
    })??;
    if arguments.json {
        call.print_json(&gone)?;
    }
    call.say("cli-message-discarded", &[]);
    Ok(exit::DONE)
}

fn send(call: &mut Call, arguments: &Send) -> Done {
    let (session, key) = (call.session()?, arguments.key.of(call));
    let going: MessageDetail = wait(async {
        let found = session.message(arguments.id).await?;
        message_text::is_whole(&found.item)?;
        sent(key, session.write(&Write::send_message(key, arguments.id, found.item.version, arguments.looked))).await
    })??;
    if arguments.json {
        call.print_json(&going)?;
    }
    let at = going.item.release_at.map(seconds).unwrap_or_default();
    call.say("cli-message-going", &[("at", at.into()), ("id", arguments.id.to_string().into())]);
    Ok(exit::DONE)
}

fn take_back(call: &mut Call, arguments: &TakeBack) -> Done {
    let (session, key) = (call.session()?, arguments.key.of(call));
    let back: MessageDetail = wait(async {
        let found = session.message(arguments.id).await?;
        sent(key, session.write(&Write::take_message_back(key, arguments.id, found.item.version))).await
    })??;
    if arguments.json {
        call.print_json(&back)?;
    }
    call.say("cli-message-taken-back", &[]);
    Ok(exit::DONE)
}

fn told(call: &mut Call, found: &MessageDetail, json: bool) -> Result<(), Stop> {
    if json {
        return call.print_json(found);
    }
    let (texts, one) = (&call.texts, &found.item);
    let fields = [
        ("id", one.id.to_string()),
        ("case", one.signal_number.to_string()),
        ("state", state(texts, one)),
        ("kind", texts.get(&format!("message-kind-{}", one.facts.kind))),
        ("to", texts.message_to(&one.facts.to)),
        ("by", format!("{} {}", texts.moment(one.made_at), one.made_by_name.line())),
        ("subject", one.facts.subject.line().into_string()),
    ];
    let lines = fields.iter().map(|(name, value)| {
        let name = texts.get(&format!("cli-message-column-{name}"));
        format!("{name:20} {}", SafeText::line(value.trim()))
    });
    let mut text = lines.collect::<Vec<_>>().join("\n");
    text.push_str(&format!("\n\n{}", one.facts.text.block()));
    let warnings: Vec<String> = found.warnings.iter().map(|code| texts.get(&format!("fault-{code}"))).collect();
    call.print_block(&text)?;
    for warning in warnings {
        call.message(&SafeText::line(&warning));
    }
    Ok(())
}
