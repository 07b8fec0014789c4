//! `loket wie`: who has the mandate there, and how to reach them. The one short cut.

use clap::Args;

use crate::{
    api::{
        officer::{OfficerHit, OfficerSearch},
        problem::exit,
    },
    domain::{
        officer::{OfficerFacts, Standing, freshness},
        organisation::{self, Organisation},
        role::coded_enum,
        text::SafeText,
    },
};

use super::{
    call::{Call, Done, wait},
    file_format::{self, Table},
    json::Items,
    table,
    values::codes,
};

coded_enum!(
    /// What to print alone.
    Field {
        /// The phone number: the central one, or else the direct one.
        Phone = "phone",
        /// The mailbox: the central one, or else the direct one.
        Mail = "mail",
        /// The name, or else the title.
        Name = "name",
    }
);

#[derive(Args)]
pub(super) struct Arguments {
    #[arg(value_name = "QUERY", required = true)]
    query: Vec<String>,
    #[arg(long, value_name = "FIELD", value_parser = codes!(Field), conflicts_with_all = ["csv", "md"])]
    field: Option<Field>,
    #[command(flatten)]
    file: Table,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let session = call.session()?;
    let query = arguments.query.join(" ");
    let search = OfficerSearch { query: query.as_str().into(), limit: None };
    let hits = wait(session.search_officers(&search))??.items;
    match arguments.field {
        _ if hits.is_empty() => {
            if arguments.json {
                call.print_json(&Items { items: &hits })?;
            }
            call.say("cli-wie-none", &[("query", query.into())]);
            Ok(exit::NOTHING)
        }
        Some(field) => one(call, &hits, field, arguments.json),
        None if arguments.json => {
            call.print_json(&Items { items: &hits })?;
            Ok(exit::DONE)
        }
        None => all(call, &hits, arguments.file),
    }
}

/// One value of the best hit; several best hits with different values are named, and none is chosen.
fn one(call: &mut Call, hits: &[OfficerHit], field: Field, json: bool) -> Done {
    let today = call.today();
    let sound = |hit: &OfficerHit| hit.officer.facts.standing(today) == Standing::Sound;
    // What ended or is stale comes last among equals, so it does not make the best one doubtful.
    let alike = |hit: &&OfficerHit| hit.rank == hits[0].rank && sound(hit) == sound(&hits[0]);
    let best: Vec<&OfficerHit> = hits.iter().take_while(alike).collect();
    let value = value_of(&hits[0].officer.facts, field);
    if best.iter().any(|hit| value_of(&hit.officer.facts, field) != value) {
        let organisations = organisation::all();
        call.say("cli-wie-several", &[("count", best.len().into())]);
        for hit in best {
            let facts = &hit.officer.facts;
            let parts = [name_of(&organisations, facts), facts.title.line(), facts.name.line(), value_of(facts, field)];
            let line: Vec<&str> = parts.iter().map(SafeText::as_str).filter(|part| !part.is_empty()).collect();
            call.message(&SafeText::line(&format!("  {}", line.join(" · "))));
        }
        return Ok(exit::SEVERAL);
    }
    if value.as_str().is_empty() {
        call.say("cli-wie-empty", &[]);
        return Ok(exit::NOTHING);
    }
    let standing = hits[0].officer.facts.standing(today);
    if standing != Standing::Sound {
        call.say(&format!("cli-wie-{standing}"), &[]);
    }
    if json {
        call.print_json(&Items { items: [&hits[0]] })?;
    } else {
        call.print(&value)?;
    }
    Ok(exit::DONE)
}

fn value_of(facts: &OfficerFacts, field: Field) -> SafeText {
    let (first, second) = match field {
        Field::Phone => (&facts.phone, &facts.direct_phone),
        Field::Mail => (&facts.mail, &facts.direct_mail),
        Field::Name => (&facts.name, &facts.title),
    };
    if first.is_blank() { second.line() } else { first.line() }
}

fn all(call: &mut Call, hits: &[OfficerHit], file: Table) -> Done {
    let organisations = organisation::all();
    let header = header(call);
    let rows: Vec<Vec<SafeText>> = hits.iter().map(|hit| cells(call, &organisations, &hit.officer.facts)).collect();
    if let Some(format) = file.format() {
        file_format::print(call, format, &header, &rows, |_| vec![])?;
        return Ok(exit::DONE);
    }
    for line in table::lines(&header, &rows, call.edge.width) {
        call.print(&line)?;
    }
    Ok(exit::DONE)
}

/// The names of the columns.
pub(super) fn header(call: &Call) -> [String; 8] {
    let header = ["organisation", "function", "name", "phone", "mail", "mandate", "excludes", "verified"];
    header.map(|name| call.texts.get(&format!("cli-column-{name}")))
}

/// An entry of the register, for people.
pub(super) fn cells(call: &Call, organisations: &[Organisation], facts: &OfficerFacts) -> Vec<SafeText> {
    let fresh = call.texts.get(&format!("freshness-{}", freshness(facts.verified_on, call.today())));
    let verified = facts.verified_on.map(|day| format!("{day} ")).unwrap_or_default();
    vec![
        name_of(organisations, facts),
        facts.title.line(),
        facts.name.line(),
        value_of(facts, Field::Phone),
        value_of(facts, Field::Mail),
        SafeText::line(&mandate(call, facts)),
        facts.mandate_excludes.line(),
        SafeText::line(&format!("{verified}{fresh}")),
    ]
}

/// `beslissen, mandaat verlopen`.
fn mandate(call: &Call, facts: &OfficerFacts) -> String {
    let mandate = call.texts.get(&format!("mandate-{}", facts.mandate));
    match facts.standing(call.today()) {
        // What is stale stands with the day it was verified.
        Standing::Sound | Standing::Stale => mandate,
        ended => format!("{mandate}, {}", call.texts.get(&format!("standing-{ended}"))),
    }
}

fn name_of(organisations: &[Organisation], facts: &OfficerFacts) -> SafeText {
    let found = organisations.iter().find(|one| one.code == facts.organisation);
    SafeText::line(found.map_or(facts.organisation.as_str(), |one| one.name.as_str()))
}
