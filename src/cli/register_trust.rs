//! `loket register show`, `confirm`, `report`, `change`, `tasks`, `stale`, `ending`, `unappointed`: is what the register says true?

use clap::Args;

use crate::{
    api::{
        officer::{NewReport, OfficerPatch},
        problem::exit,
    },
    client::Write,
    domain::{
        ids::OfficerId,
        officer::Officer,
        officer_history::OfficerRevision,
        organisation,
        text::{RawText, SafeText},
        verdict::Attention,
        zone,
    },
    export::contact,
};

use super::{
    call::{Call, Done, Stop, wait},
    json::Items,
    pages::{Limit, SHOWN},
    register_list,
    signal::{Key, sent, typed_json, typed_text},
    table::{self, Columns},
    wie,
};

#[derive(Args)]
pub(super) struct Show {
    #[arg(value_name = "ID")]
    id: OfficerId,
    #[arg(long)]
    history: bool,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Confirm {
    #[arg(value_name = "ID")]
    id: OfficerId,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Report {
    #[arg(value_name = "ID")]
    id: OfficerId,
    #[arg(value_name = "-", default_value = "-")]
    text: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Change {
    #[arg(value_name = "ID")]
    id: OfficerId,
    #[arg(value_name = "FILE|-", default_value = "-")]
    file: std::path::PathBuf,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Asking {
    #[arg(long, value_name = "CODE")]
    organisation: Option<String>,
    #[command(flatten)]
    limit: Limit,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Vcard {
    #[arg(value_name = "ID")]
    id: OfficerId,
}

#[derive(Args)]
pub(super) struct Unappointed {
    #[arg(long)]
    json: bool,
}

pub(super) fn show(call: &mut Call, arguments: &Show) -> Done {
    let session = call.session()?;
    if arguments.history {
        let revisions = wait(session.officer_history(arguments.id))??.items;
        if arguments.json {
            call.print_json(&Items { items: &revisions })?;
        } else {
            history(call, &revisions)?;
        }
        return Ok(exit::DONE);
    }
    let officer = wait(session.officer(arguments.id))??;
    told(call, &officer, arguments.json)
}

/// One contact for another program.
pub(super) fn vcard(call: &mut Call, arguments: &Vcard) -> Done {
    let session = call.session()?;
    let officer = wait(session.officer(arguments.id))??;
    let organisation = wie::name_of(&organisation::all(), &officer.facts);
    let note = call.texts.contact_note(&officer, call.today());
    call.print_file(&contact(&officer, organisation.as_str(), &note))?;
    Ok(exit::DONE)
}

pub(super) fn confirm(call: &mut Call, arguments: &Confirm) -> Done {
    let (session, key) = (call.session()?, arguments.key.of(call));
    let now: Officer = wait(async {
        let found = session.officer(arguments.id).await?;
        sent(key, session.write(&Write::confirm_officer(key, found.id, found.version))).await
    })??;
    let done = told(call, &now, arguments.json)?;
    call.say("cli-register-confirmed", &[]);
    Ok(done)
}

pub(super) fn report(call: &mut Call, arguments: &Report) -> Done {
    let report = NewReport { reason: typed_text(call, "loket register report", &arguments.text)? };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let now: Officer = wait(async {
        let found = session.officer(arguments.id).await?;
        sent(key, session.write(&Write::report_officer(key, found.id, found.version, &report))).await
    })??;
    let done = told(call, &now, arguments.json)?;
    call.say("cli-register-reported", &[]);
    Ok(done)
}

pub(super) fn change(call: &mut Call, arguments: &Change) -> Done {
    let patch: OfficerPatch = typed_json(call, &arguments.file)?;
    let (session, key) = (call.session()?, arguments.key.of(call));
    let now: Officer = wait(async {
        let found = session.officer(arguments.id).await?;
        sent(key, session.patch_officer(key, found.id, found.version, &patch)).await
    })??;
    let done = told(call, &now, arguments.json)?;
    call.say("cli-register-changed", &[]);
    Ok(done)
}

/// Entries that ask for attention, with why.
pub(super) fn asking(call: &mut Call, arguments: &Asking, attention: Attention) -> Done {
    let session = call.session()?;
    let most = arguments.limit.of(arguments.json, SHOWN);
    let wanted = (arguments.organisation.as_deref(), Some(attention));
    let (officers, more) = wait(register_list::rows(&session, wanted, most))??;
    if arguments.json {
        call.print_json(&Items { items: &officers })?;
    } else if !officers.is_empty() {
        let organisations = organisation::all();
        let header = ["organisation", "function", "name", "phone", "why", "id"];
        let header = header.map(|name| call.texts.get(&format!("cli-column-{name}")));
        let rows: Vec<Vec<SafeText>> = officers
            .iter()
            .map(|officer| {
                let mut cells = wie::cells(call, &organisations, &officer.facts);
                cells.truncate(4);
                cells.extend([why(call, officer, attention), SafeText::line(&officer.id.to_string())]);
                cells
            })
            .collect();
        for line in table::lines(&header, &rows, call.edge.width) {
            call.print(&line)?;
        }
    }
    register_list::ended(call, officers.is_empty(), more.then_some(most))
}

fn why(call: &Call, officer: &Officer, attention: Attention) -> SafeText {
    let today = call.today();
    let words = match attention {
        Attention::Reported => reports(call, officer),
        Attention::Stale => match officer.facts.verified_on {
            Some(day) => call.texts.day(day),
            None => call.texts.get("card-never"),
        },
        Attention::Ending => officer.ends_soon(today).map(|day| call.texts.day(day)).unwrap_or_default(),
    };
    SafeText::line(&words)
}

/// Every report that waits: its day, by whom, and what is wrong.
fn reports(call: &Call, officer: &Officer) -> String {
    let line = |report: &crate::domain::verdict::Report| {
        let day = call.texts.day(zone::date_of(report.at));
        format!("{day} {} ({}): {}", report.by.line(), RawText::from(report.organisation.as_str()).line(), report.reason.line())
    };
    officer.verdict.reports.iter().map(line).collect::<Vec<_>>().join("; ")
}

pub(super) fn unappointed(call: &mut Call, arguments: &Unappointed) -> Done {
    let missing = wait(call.session()?.unappointed())??.items;
    let cells = |_: &Call, one: &organisation::Organisation| vec![SafeText::line(one.code.as_str()), SafeText::line(&one.name)];
    let names = &["code", "organisation"];
    let columns = Columns { key: "cli-column", names, cells: &cells, none: "cli-register-all-appointed" };
    table::print(call, &missing, arguments.json, &columns)
}

fn history(call: &mut Call, revisions: &[OfficerRevision]) -> Result<(), Stop> {
    for revision in revisions {
        let (hour, minute) = zone::hour_minute(revision.at);
        let day = call.texts.day(zone::date_of(revision.at));
        let head = format!("{day} {hour:02}:{minute:02}  {}", revision.by.line());
        call.print(&SafeText::line(head.trim_end()))?;
        if revision.changes.is_empty() {
            let made = call.texts.get("officer-made");
            call.print(&SafeText::line(&format!("  {made}")))?;
        }
        for change in &revision.changes {
            let line = call.texts.field_change(change);
            call.print(&SafeText::line(&format!("  {line}")))?;
        }
    }
    Ok(())
}

/// One entry, for people or programs.
fn told(call: &mut Call, officer: &Officer, json: bool) -> Done {
    if json {
        call.print_json(officer)?;
        return Ok(exit::DONE);
    }
    let organisations = organisation::all();
    let cells = wie::cells(call, &organisations, &officer.facts);
    let header = wie::header(call);
    let mut lines: Vec<(String, SafeText)> = vec![(call.texts.get("cli-column-id"), SafeText::line(&officer.id.to_string()))];
    lines.extend(header.into_iter().zip(cells));
    let facts = &officer.facts;
    let day = |day: Option<crate::domain::Date>| day.map(|day| call.texts.day(day)).unwrap_or_default();
    let away = match (facts.absent_from, facts.absent_until) {
        (_, None) => String::new(),
        (from, until) => format!("{} t/m {}", day(from), day(until)).trim_start_matches(" t/m ").to_owned(),
    };
    for (label, text) in [
        ("card-direct-phone", facts.direct_phone.line().into_string()),
        ("card-direct-mail", facts.direct_mail.line().into_string()),
        ("card-availability", facts.availability.line().into_string()),
        ("card-absence", away),
        ("card-deputy", facts.deputy.line().into_string()),
        ("card-escalation", facts.escalation.line().into_string()),
        ("card-ends", day(facts.ends_on())),
        ("card-verified-by", officer.verdict.verified_by.line().into_string()),
        ("card-reported", reports(call, officer)),
    ] {
        lines.push((call.texts.get(label), SafeText::line(&text)));
    }
    let lines = lines.iter().filter(|(_, value)| !value.as_str().trim().is_empty());
    let text = lines.map(|(label, value)| format!("{label:20} {value}")).collect::<Vec<_>>().join("\n");
    call.print_block(&text)?;
    Ok(exit::DONE)
}
