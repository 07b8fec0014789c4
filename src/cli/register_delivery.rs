//! `loket register delivery`: deliveries of the register are listed, shown, applied, rejected and undone.

use clap::{Args, Subcommand};

use crate::{
    api::{
        delivery::{ApplyDelivery, DeliveryLines},
        problem::exit,
    },
    client::{Failure, Session, Write},
    domain::{
        delivery::{Delivery, DeliveryLine, DeliveryState, LineFault, LineKind},
        ids::OrganisationCode,
        organisation,
        text::{RawText, SafeText},
        zone,
    },
    intake,
    locale::Value,
};

use super::{
    call::{Call, Done, Stop, wait},
    pages::{self, Limit, SHOWN},
    signal::{Key, sent},
    table::{self, Columns},
    values::{body, codes},
};

/// Lines of each kind that are shown in short.
const IN_SHORT: usize = 3;

/// Errors that are shown in short.
const ERRORS_IN_SHORT: usize = 20;

#[derive(Subcommand)]
pub(super) enum Command {
    List(List),
    Show(Show),
    Apply(Apply),
    Reject(Settle),
    Undo(Settle),
}

#[derive(Args)]
pub(super) struct List {
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Show {
    #[arg(value_name = "NUMBER")]
    number: i64,
    #[arg(long, value_parser = codes!(LineKind))]
    only: Option<LineKind>,
    #[command(flatten)]
    limit: Limit,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Apply {
    #[arg(value_name = "NUMBER")]
    number: i64,
    #[arg(long = "version", value_name = "VERSION")]
    as_version: Option<i64>,
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    vanished: Vec<String>,
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    keep: Vec<String>,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Settle {
    #[arg(value_name = "NUMBER")]
    number: i64,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::List(arguments) => list(call, &arguments),
        Command::Show(arguments) => show(call, &arguments),
        Command::Apply(arguments) => apply(call, &arguments),
        Command::Reject(arguments) => settle(call, &arguments, Write::reject_delivery),
        Command::Undo(arguments) => settle(call, &arguments, Write::undo_delivery),
    }
}

fn list(call: &mut Call, arguments: &List) -> Done {
    let deliveries = wait(call.session()?.deliveries())??.items;
    let names = &["number", "status", "received", "name", "delivery-counts"];
    let columns = Columns { key: "cli-column", names, cells: &cells, none: "cli-register-delivery-none" };
    table::print(call, &deliveries, arguments.json, &columns)
}

fn cells(call: &Call, delivery: &Delivery) -> Vec<SafeText> {
    let state = call.texts.get(&format!("delivery-state-{}", delivery.state));
    let cells = [delivery.number.to_string(), state, moment(call, delivery.at), name(call, delivery), counts(call, delivery)];
    cells.iter().map(|cell| SafeText::line(cell)).collect()
}

fn show(call: &mut Call, arguments: &Show) -> Done {
    let session = call.session()?;
    let whole = arguments.json || arguments.only.is_none();
    let most = arguments.limit.of(whole, SHOWN);
    let (delivery, (rows, more)) = wait(async {
        let delivery = session.delivery(arguments.number).await?;
        Ok::<_, Failure>((delivery, lines(&session, arguments.number, arguments.only, most).await?))
    })??;
    if arguments.json {
        call.print_json(&serde_json::json!({ "delivery": delivery, "lines": rows }))?;
        return Ok(exit::DONE);
    }
    if arguments.only.is_none() {
        told(call, &delivery, &rows)?;
        return Ok(exit::DONE);
    }
    let shown: Vec<String> = rows.iter().map(|line| line_words(call, line)).collect();
    call.print_block(&shown.join("\n"))?;
    if more {
        call.say("cli-list-more", &[("limit", most.into())]);
    }
    Ok(if rows.is_empty() { exit::NOTHING } else { exit::DONE })
}

fn apply(call: &mut Call, arguments: &Apply) -> Done {
    let apply = ApplyDelivery { vanished: known(&arguments.vanished)?, keep: known(&arguments.keep)? };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let delivery: Delivery = wait(async {
        // Of the version that was looked at, where that is named: what somebody else made of it since is refused, not applied.
        let version = match arguments.as_version {
            Some(version) => version,
            None => session.delivery(arguments.number).await?.version,
        };
        sent(key, session.write(&Write::apply_delivery(key, arguments.number, version, &apply))).await
    })??;
    settled(call, &delivery, arguments.json)
}

fn settle(call: &mut Call, arguments: &Settle, write: fn(crate::domain::ids::IdempotencyKey, i64, i64) -> Write) -> Done {
    let (session, key) = (call.session()?, arguments.key.of(call));
    let delivery: Delivery = wait(async {
        let seen = session.delivery(arguments.number).await?;
        sent(key, session.write(&write(key, seen.number, seen.version))).await
    })??;
    settled(call, &delivery, arguments.json)
}

/// What became of it.
fn settled(call: &mut Call, delivery: &Delivery, json: bool) -> Done {
    if json {
        call.print_json(delivery)?;
        return Ok(exit::DONE);
    }
    told(call, delivery, &[])?;
    Ok(exit::DONE)
}

/// Lines of a delivery, page after page.
pub(super) async fn lines(
    session: &Session,
    number: i64,
    only: Option<LineKind>,
    most: u32,
) -> Result<(Vec<DeliveryLine>, bool), Failure> {
    pages::rows(most, async |limit, after| session.delivery_lines(number, &DeliveryLines { only, limit, after }).await).await
}

/// A delivery for a person: where it stands, how much of each kind with the first lines of it, and what can be done now.
pub(super) fn told(call: &mut Call, delivery: &Delivery, lines: &[DeliveryLine]) -> Result<(), Stop> {
    let mut text = vec![head(call, delivery)];
    let counts = [
        (LineKind::New, delivery.counts.new),
        (LineKind::Changed, delivery.counts.changed),
        (LineKind::Gone, delivery.counts.gone),
        (LineKind::Error, delivery.counts.errors),
    ];
    if delivery.state == DeliveryState::Waiting || !lines.is_empty() {
        for (kind, count) in counts {
            text.push(format!("  {:14}{count:>7}", call.texts.get(&format!("delivery-lines-{kind}"))));
            let most = if kind == LineKind::Error { ERRORS_IN_SHORT } else { IN_SHORT };
            let of_kind = lines.iter().filter(|line| line.kind == kind);
            text.extend(of_kind.take(most).map(|line| format!("      {}", line_words(call, line))));
            if count as usize > most && !lines.is_empty() {
                let values = [("number", delivery.number.into()), ("kind", kind.code().into())];
                text.push(format!("      {}", call.texts.with("cli-register-delivery-more", &values)));
            }
        }
        text.push(format!("  {:14}{:>7}", call.texts.get("delivery-lines-unchanged"), delivery.counts.unchanged));
        if delivery.counts.held > 0 {
            text.push(call.texts.with("cli-register-delivery-held", &[("entries", number(delivery.counts.held))]));
        }
    }
    let names = organisation::all();
    let told_of = matches!(delivery.state, DeliveryState::Waiting | DeliveryState::Applied);
    for one in delivery.vanished.iter().filter(|_| told_of) {
        let name = names.iter().find(|known| known.code == one.organisation).map(|known| known.name.clone()).unwrap_or_default();
        let kept = delivery.kept.contains(&one.organisation);
        let word = match (delivery.state, kept) {
            (DeliveryState::Waiting, _) => "cli-register-delivery-vanished",
            (_, true) => "cli-register-delivery-vanished-kept",
            (_, false) => "cli-register-delivery-vanished-was",
        };
        let values = [("code", one.organisation.as_str().into()), ("name", name.into()), ("entries", number(one.entries))];
        text.push(call.texts.with(word, &values));
    }
    for conflict in &delivery.conflicts {
        let who = who(&conflict.organisation.as_str().into(), &conflict.title, &conflict.name);
        text.push(format!("  {}", call.texts.with("cli-register-delivery-conflict", &[("who", who.into())])));
    }
    text.extend(next(call, delivery));
    call.print_block(&text.join("\n"))
}

/// Organisations by code or name.
pub(super) fn known(given: &[String]) -> Result<Vec<OrganisationCode>, Stop> {
    let all = organisation::all();
    let one = |text: &String| {
        let code = body(text);
        let there = all.iter().any(|known| known.code == code);
        there
            .then_some(code)
            .ok_or_else(|| Stop::Said("cli-register-delivery-unknown", vec![("value", text.as_str().into())], exit::INPUT))
    };
    given.iter().map(one).collect()
}

/// Where it stands.
fn head(call: &Call, delivery: &Delivery) -> String {
    let changes = delivery.counts.new + delivery.counts.changed + delivery.counts.gone;
    let values = [
        ("number", delivery.number.into()),
        ("by", delivery.settled_by.line().into_string().into()),
        ("changes", number(changes)),
        ("undone", number(delivery.undone)),
        ("conflicts", delivery.conflicts.len().into()),
        ("name", name(call, delivery).into()),
    ];
    let key = match (delivery.state, delivery.number) {
        (_, 0) => "cli-register-delivery-tried",
        (DeliveryState::Waiting, _) => "cli-register-delivery-waits",
        (DeliveryState::Applied, _) => "cli-register-delivery-applied",
        (DeliveryState::Rejected, _) => "cli-register-delivery-rejected",
        (DeliveryState::Undone, _) => "cli-register-delivery-undone",
    };
    call.texts.with(key, &values)
}

/// What can be done with it, as commands.
fn next(call: &Call, delivery: &Delivery) -> Vec<String> {
    let vanished: Vec<&str> = delivery.vanished.iter().map(|one| one.organisation.as_str()).collect();
    let version = format!(" --version {}", delivery.version);
    let of = |option: &str| if vanished.is_empty() { String::new() } else { format!(" {option} {}", vanished.join(",")) };
    let (option, keep) = (of("--vanished"), of("--keep"));
    let number = delivery.number;
    let line = |word: &str, command: String| format!("  {:38}{command}", call.texts.get(word));
    match delivery.state {
        _ if number == 0 => vec![],
        DeliveryState::Waiting => {
            let mut lines =
                vec![line("cli-register-delivery-to-apply", format!("loket register delivery apply {number}{option}{version}"))];
            if !keep.is_empty() {
                let command = format!("loket register delivery apply {number}{keep}{version}");
                lines.push(line("cli-register-delivery-to-keep", command));
            }
            lines.push(line("cli-register-delivery-to-reject", format!("loket register delivery reject {number}")));
            lines
        }
        DeliveryState::Applied => vec![line("cli-register-delivery-to-undo", format!("loket register delivery undo {number}"))],
        DeliveryState::Rejected | DeliveryState::Undone => vec![],
    }
}

fn name(call: &Call, delivery: &Delivery) -> String {
    let Some(merger) = &delivery.merger else { return delivery.name.line().into_string() };
    let from: Vec<String> = merger.from.iter().map(|code| format!("GM{code}")).collect();
    let values = [
        ("from", from.join(", ").into()),
        ("into", format!("GM{}", merger.into).into()),
        ("on", call.texts.day(merger.on).into()),
    ];
    call.texts.with("cli-register-delivery-merger", &values)
}

fn counts(call: &Call, delivery: &Delivery) -> String {
    let counts = delivery.counts;
    let values = [
        ("new", number(counts.new)),
        ("changed", number(counts.changed)),
        ("gone", number(counts.gone)),
        ("errors", number(counts.errors)),
    ];
    call.texts.with("cli-register-delivery-counts", &values)
}

fn number(count: u64) -> Value {
    i64::try_from(count).unwrap_or(i64::MAX).into()
}

fn moment(call: &Call, at: chrono::DateTime<chrono::Utc>) -> String {
    let (hour, minute) = zone::hour_minute(at);
    format!("{} {hour:02}:{minute:02}", call.texts.day(zone::date_of(at)))
}

fn who(organisation: &RawText, title: &RawText, name: &RawText) -> String {
    let parts = [organisation, title, name].map(|part| part.line().into_string());
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// One line: where it stands in the file, whom it is about, and what would become otherwise or what is wrong.
fn line_words(call: &Call, line: &DeliveryLine) -> String {
    let mut text = who(&line.organisation, &line.title, &line.name);
    if let Some(at) = line.line {
        text = call.texts.with("cli-register-delivery-line", &[("line", at.to_string().into()), ("who", text.into())]);
    }
    let changes = line.changes.iter().map(|change| {
        let field = call.texts.get(&format!("officer-field-{}", change.field));
        let shown = |text: &RawText| if text.is_blank() { "–".to_owned() } else { text.line().into_string() };
        format!("{field}: {} → {}", shown(&change.before), shown(&change.after))
    });
    let more: Vec<String> = changes.chain(line.fault.iter().map(|fault| words(call, fault))).collect();
    if more.is_empty() { text } else { format!("{text} — {}", more.join("; ")) }
}

/// What is wrong, with the column it stands in: in the sender's words, or in those of its code.
pub(super) fn words(call: &Call, fault: &LineFault) -> String {
    let key = format!("fault-{}", fault.code);
    let reason = match fault.reason.is_blank() && call.texts.has(&key) {
        true => call.texts.with(&key, &[("value", fault.value.as_str().into())]),
        false => fault.reason.line().into_string(),
    };
    let column = intake::officer_column(&format!("/facts/{}", fault.column)).unwrap_or(&fault.column);
    let column = RawText::from(column).line();
    if column.as_str().is_empty() { reason } else { format!("{column}: {reason}") }
}
