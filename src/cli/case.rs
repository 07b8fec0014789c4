//! `loket case`: for people outside the desk. The cases their organisation reported and those that are shared with it: list, show,
//! report, note. What says who somebody is comes from a pipe or a file only, as for `loket signal create`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{
    call::{Call, Done, Stop, wait},
    pages::{self, Limit, SHOWN},
    signal::{Key, Number, body, sent, shielded, typed_json, typed_text},
    table,
    values::{codes, day},
};
use crate::{
    api::{
        case::{CaseList, NewCase, NewCaseNote},
        emergency::NewEmergencyAccess,
        problem::exit,
    },
    client::{Failure, Session, Write},
    domain::{
        case::{Case, CaseFacts, CaseRow},
        organisation,
        signal::{Body, Decision, LifeDomain, Threat, Urgency, shield::case_without},
        text::SafeText,
        zone,
    },
    locale::Texts,
};

#[derive(Subcommand)]
pub(super) enum Command {
    List(List),
    Show(Show),
    Add(Box<Add>),
    Note(Note),
    Emergency(Emergency),
}

#[derive(Args)]
pub(super) struct List {
    #[command(flatten)]
    limit: Limit,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Show {
    #[command(flatten)]
    number: Number,
    #[arg(long)]
    reveal: bool,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Add {
    #[arg(long, value_name = "TEXT", required_unless_present = "json_input", default_value = "")]
    title: String,
    #[arg(long, value_name = "FILE", conflicts_with_all = FACTS)]
    json_input: Option<PathBuf>,
    #[arg(long, value_name = "-", default_value = "")]
    account: String,
    #[arg(long, value_name = "NAME|CODE")]
    body: Vec<String>,
    #[arg(long, value_name = "DOMAIN", value_parser = codes!(LifeDomain))]
    life_domain: Vec<LifeDomain>,
    #[arg(long, value_name = "URGENCY", value_parser = codes!(Urgency))]
    urgency: Option<Urgency>,
    #[arg(long, value_name = "TEXT")]
    threat: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = day, requires = "threat")]
    threat_on: Option<NaiveDate>,
    #[arg(long, value_name = "NAME|CODE")]
    decision_body: Option<String>,
    #[arg(long, value_name = "TEXT", default_value = "", requires = "decision_body")]
    decision_reference: String,
    #[arg(long, value_name = "DATE", value_parser = day, requires = "decision_body")]
    decision_sent: Option<NaiveDate>,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

/// Options that say what the case is about: a whole report from a file leaves no room for them.
const FACTS: [&str; 8] = ["title", "account", "body", "life_domain", "urgency", "threat", "decision_body", "decision_reference"];

#[derive(Args)]
pub(super) struct Note {
    #[command(flatten)]
    number: Number,
    #[arg(value_name = "-", default_value = "-")]
    text: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Emergency {
    #[command(flatten)]
    number: Number,
    #[arg(value_name = "-", default_value = "-")]
    text: String,
    #[arg(long, value_name = "MINUTES")]
    minutes: Option<u32>,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::List(arguments) => list(call, &arguments),
        Command::Show(arguments) => show(call, &arguments),
        Command::Add(arguments) => add(call, &arguments),
        Command::Note(arguments) => note(call, &arguments),
        Command::Emergency(arguments) => emergency(call, &arguments),
    }
}

fn list(call: &mut Call, arguments: &List) -> Done {
    let session = call.session()?;
    let most = arguments.limit.of(arguments.json, SHOWN);
    let (rows, more) = wait(rows(&session, most))??;
    if arguments.json {
        call.print_json(&super::json::Items { items: &rows })?;
    } else if !rows.is_empty() {
        let header = ["number", "title", "status", "urgency", "received", "hard-date", "relation"];
        let header = header.map(|name| call.texts.get(&format!("cli-case-column-{name}")));
        let cells: Vec<Vec<SafeText>> = rows.iter().map(|row| cells(&call.texts, row)).collect();
        for line in table::lines(&header, &cells, call.edge.width) {
            call.print(&line)?;
        }
    }
    if more {
        call.say("cli-list-more", &[("limit", most.into())]);
    }
    if rows.is_empty() {
        call.say("cli-case-none", &[]);
        return Ok(exit::NOTHING);
    }
    Ok(exit::DONE)
}

async fn rows(session: &Session, most: u32) -> Result<(Vec<CaseRow>, bool), Failure> {
    pages::rows(most, async |limit, after| session.cases(&CaseList { limit, after }).await).await
}

fn show(call: &mut Call, arguments: &Show) -> Done {
    let session = call.session()?;
    let number = arguments.number.read(call)?;
    let mut case = wait(session.case(number))??;
    if arguments.reveal {
        let key = call.key();
        case.unshield(&wait(session.reveal_case(key, number))??);
    }
    told(call, &case, arguments.json)?;
    Ok(exit::DONE)
}

fn add(call: &mut Call, arguments: &Add) -> Done {
    let new = match &arguments.json_input {
        Some(file) => typed_json(call, file)?,
        None => NewCase { facts: facts(call, arguments)? },
    };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let made: Case = wait(sent(key, session.write(&Write::report_case(key, &new))))??;
    if arguments.json {
        call.print_json(&made)?;
    } else {
        call.print(&SafeText::line(&made.row.number.to_string()))?;
    }
    Ok(exit::DONE)
}

fn facts(call: &mut Call, arguments: &Add) -> Result<CaseFacts, Stop> {
    let named = |name: &String| Ok(Body { organisation: body(name)?, position: "".into() });
    let decided = |name: &String| {
        Ok(Decision {
            organisation: body(name)?,
            reference: arguments.decision_reference.as_str().into(),
            kind: "".into(),
            amount_cents: None,
            announced_on: arguments.decision_sent,
            dated_on: None,
        })
    };
    Ok(CaseFacts {
        title: arguments.title.as_str().into(),
        account: typed_text(call, "--account", &arguments.account)?,
        life_domains: arguments.life_domain.clone(),
        bodies: arguments.body.iter().map(named).collect::<Result<_, Stop>>()?,
        threats: arguments.threat.iter().map(|what| Threat { what: what.as_str().into(), on: arguments.threat_on }).collect(),
        decisions: arguments.decision_body.iter().map(decided).collect::<Result<_, Stop>>()?,
        urgency: arguments.urgency,
        ..CaseFacts::default()
    })
}

fn note(call: &mut Call, arguments: &Note) -> Done {
    let note = NewCaseNote { text: typed_text(call, "loket case note", &arguments.text)? };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let number = arguments.number.read(call)?;
    let case: Case = wait(sent(key, session.write(&Write::note_case(key, number, &note))))??;
    if arguments.json {
        call.print_json(&case)?;
    }
    call.say("cli-noted", &[("number", number.to_string().into()), ("title", case.row.title.line().into())]);
    Ok(exit::DONE)
}

fn emergency(call: &mut Call, arguments: &Emergency) -> Done {
    let reason = typed_text(call, "loket case emergency", &arguments.text)?;
    let new = NewEmergencyAccess { reason, minutes: arguments.minutes };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let number = arguments.number.read(call)?;
    let case: Case = wait(sent(key, session.write(&Write::open_in_emergency(key, number, &new))))??;
    told(call, &case, arguments.json)?;
    let until = case.row.emergency_until.map(|until| call.texts.moment(until)).unwrap_or_default();
    call.say("cli-case-opened", &[("number", number.to_string().into()), ("until", until.into())]);
    Ok(exit::DONE)
}

fn cells(texts: &Texts, row: &CaseRow) -> Vec<SafeText> {
    vec![
        SafeText::line(&row.number.to_string()),
        row.title.line(),
        SafeText::line(&texts.get(&format!("status-{}", row.status))),
        SafeText::line(&texts.get(&format!("urgency-{}", row.urgency))),
        SafeText::line(&row.received_on.to_string()),
        SafeText::line(&row.hard_date.map(|day| day.to_string()).unwrap_or_default()),
        SafeText::line(&relation(texts, row)),
    ]
}

/// `eigen melding`, or up to and including which day it is shared.
fn relation(texts: &Texts, row: &CaseRow) -> String {
    let day = row.shared_until.map(|day| texts.day(day)).unwrap_or_default();
    let until = row.emergency_until.map(|until| texts.moment(until)).unwrap_or_default();
    texts.with(&format!("cli-case-relation-{}", row.relation), &[("day", day.into()), ("until", until.into())])
}

fn told(call: &mut Call, case: &Case, json: bool) -> Result<(), Stop> {
    if json && case.shielded.is_empty() {
        return call.print_json(case);
    }
    if json {
        return call.print_json(&case_without(case).unwrap_or_default());
    }
    let page = page(&call.texts, case);
    call.print_block(&page)
}

fn page(texts: &Texts, case: &Case) -> String {
    let row = &case.row;
    let mut out = format!("{}  {}\n", row.number, row.title.line());
    let mut field = |name: &str, value: &str| {
        if !value.trim().is_empty() {
            let name = texts.get(&format!("cli-case-column-{name}"));
            out.push_str(&format!("{name:14} {}\n", SafeText::line(value.trim())));
        }
    };
    field("relation", &relation(texts, row));
    field("status", &texts.get(&format!("status-{}", row.status)));
    field("urgency", &texts.get(&format!("urgency-{}", row.urgency)));
    field("received", &row.received_on.to_string());
    field("hard-date", &row.hard_date.map(|day| day.to_string()).unwrap_or_default());
    field("stalemate", case.stalemate.line().as_str());
    field("life-domains", &case.life_domains.iter().map(|domain| domain.code()).collect::<Vec<_>>().join(", "));
    for body in &case.positions {
        field("position", &format!("{} {}", organisation::shown(body.organisation.as_str()), body.position.line()));
    }
    for tried in &case.tried {
        field("tried", &format!("{} {} {}", day_of(tried.on), tried.what.line(), tried.with.line()));
    }
    for event in &case.events {
        field("event", &format!("{} {}", day_of(event.on), event.what.line()));
    }
    for decision in &case.decisions {
        let body = organisation::shown(decision.organisation.as_str());
        field("decision", &format!("{body} {} {}", decision.reference.line(), day_of(decision.announced_on)));
    }
    field("desired-household", case.desired_by_household.line().as_str());
    field("desired-professional", case.desired_by_professional.line().as_str());
    for promise in &case.commitments {
        field("commitment", &format!("{} {}", promise.due_on, promise.text.line()));
    }
    for time_out in &case.time_outs {
        let state = texts.get(&format!("time-out-state-{}", time_out.state.code().replace('_', "-")));
        field(
            "time-out",
            &format!("{state} {} – {} {}", time_out.facts.first_day, time_out.last_day, time_out.decision.reference.line()),
        );
    }
    let reporter = case.reporter.iter().flat_map(|one| [&one.name, &one.function, &one.organisation, &one.phone, &one.mail]);
    let reporter: Vec<String> = reporter.filter(|text| !text.is_blank()).map(|text| text.line().into_string()).collect();
    field("reporter", &reporter.join(", "));
    field("household", case.household.as_deref().unwrap_or_default());
    field("shielded", &shielded(texts, &case.shielded));
    if !case.account.is_blank() {
        out.push_str(&format!("\n{}\n", case.account.block()));
    }
    for note in &case.notes {
        let by = note.organisation.as_ref().map_or_else(|| texts.get("cli-case-desk"), |code| organisation::shown(code.as_str()));
        let (hour, minute) = zone::hour_minute(note.at);
        out.push_str(&format!(
            "\n{} {hour:02}:{minute:02}  {} {}\n",
            zone::date_of(note.at),
            SafeText::line(&by),
            note.by_name.line()
        ));
        for line in note.text.block().as_str().lines() {
            out.push_str(&format!("  {line}\n"));
        }
    }
    out
}

fn day_of(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}
