//! `loket signal create`: a report taken down by hand. What says who somebody is never stands in the list of processes: the
//! account, and name, phone and mail of the reporter, come from a pipe or a file only.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;

use crate::{
    api::{
        problem::exit,
        signal::{NewSignal, Origin},
    },
    cli::{
        call::{Call, Done, Stop, wait},
        values::{codes, day},
    },
    domain::{
        ids::{MunicipalityCode, OrganisationCode},
        municipality::{Gazetteer, NotFound},
        organisation,
        signal::{Body, Channel, Decision, Facts, LifeDomain, Reporter, Threat, Urgency},
        text::SafeText,
    },
    intake::nearest,
};

use super::{
    key::{Key, sent},
    typed,
};

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    #[arg(long, value_name = "TEXT", required_unless_present = "json_input", default_value = "")]
    title: String,
    #[arg(long, value_name = "FILE", conflicts_with_all = FACTS)]
    json_input: Option<PathBuf>,
    #[arg(long, value_name = "-", default_value = "")]
    account: String,
    #[arg(long, value_name = "NAME|CODE")]
    municipality: Option<String>,
    #[arg(long, value_name = "NAME|CODE")]
    body: Vec<String>,
    #[arg(long, value_name = "DOMAIN", value_parser = codes!(LifeDomain))]
    life_domain: Vec<LifeDomain>,
    #[arg(long, value_name = "URGENCY", value_parser = codes!(Urgency))]
    urgency: Option<Urgency>,
    #[arg(long, value_name = "CHANNEL", value_parser = codes!(Channel), default_value = "phone")]
    channel: Channel,
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
    #[arg(long, value_name = "TITLE", default_value = "")]
    reporter_function: String,
    #[arg(long, value_name = "NAME", default_value = "")]
    reporter_organisation: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

/// Options that say what the signal is about: a whole report from a file leaves no room for them.
const FACTS: [&str; 13] = [
    "title",
    "account",
    "municipality",
    "body",
    "life_domain",
    "urgency",
    "channel",
    "threat",
    "threat_on",
    "decision_body",
    "decision_reference",
    "reporter_function",
    "reporter_organisation",
];

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let session = call.session()?;
    let new = match &arguments.json_input {
        Some(file) => from_file(call, file)?,
        None => from_options(call, arguments)?,
    };
    let key = arguments.key.of(call);
    let created = wait(sent(key, session.create_signal(key, &new)))??;
    if arguments.json {
        call.print_json(&created.item)?;
    } else {
        call.print(&SafeText::line(&created.item.number.to_string()))?;
    }
    Ok(exit::DONE)
}

/// The report as the API takes it (`POST /v1/signals`); somebody typed it unless it says otherwise.
fn from_file(call: &mut Call, file: &Path) -> Result<NewSignal, Stop> {
    let mut value: serde_json::Value = typed::json(call, file)?;
    if let Some(object) = value.as_object_mut() {
        object.entry("origin").or_insert_with(|| Origin::Typed.code().into());
        object.entry("channel").or_insert_with(|| Channel::Phone.code().into());
    }
    serde_json::from_value(value).map_err(typed::not_json)
}

fn from_options(call: &mut Call, arguments: &Arguments) -> Result<NewSignal, Stop> {
    let facts = Facts {
        title: arguments.title.as_str().into(),
        account: typed::text(call, "--account", &arguments.account)?,
        reporter: Reporter {
            function: arguments.reporter_function.as_str().into(),
            organisation: arguments.reporter_organisation.as_str().into(),
            ..Reporter::default()
        },
        municipality: arguments.municipality.as_deref().map(municipality).transpose()?,
        life_domains: arguments.life_domain.clone(),
        bodies: arguments
            .body
            .iter()
            .map(|name| Ok(Body { organisation: body(name)?, position: "".into() }))
            .collect::<Result<_, Stop>>()?,
        threats: arguments.threat.iter().map(|what| Threat { what: what.as_str().into(), on: arguments.threat_on }).collect(),
        decisions: arguments.decision_body.iter().map(|name| decision(name, arguments)).collect::<Result<_, Stop>>()?,
        urgency: arguments.urgency,
        ..Facts::default()
    };
    Ok(NewSignal { received_at: None, channel: arguments.channel, source: None, origin: Origin::Typed, answers: vec![], facts })
}

fn decision(name: &str, arguments: &Arguments) -> Result<Decision, Stop> {
    Ok(Decision {
        organisation: body(name)?,
        reference: arguments.decision_reference.as_str().into(),
        kind: "".into(),
        amount_cents: None,
        announced_on: arguments.decision_sent,
        dated_on: None,
    })
}

fn municipality(name: &str) -> Result<MunicipalityCode, Stop> {
    let gazetteer = Gazetteer::embedded();
    gazetteer.resolve(name).map(|found| found.code).map_err(|why| {
        let (NotFound::Unknown(near) | NotFound::Ambiguous(near)) = why;
        let near: Vec<String> = near.iter().map(|one| format!("{} ({})", one.name, one.code)).collect();
        unknown("cli-unknown-municipality", name, &near.join(", "))
    })
}

/// An organisation by name or code.
pub(in crate::cli) fn body(name: &str) -> Result<OrganisationCode, Stop> {
    let all = organisation::all();
    organisation::find(&all, name).map(|found| found.code.clone()).ok_or_else(|| {
        let near = nearest(name, all.iter().flat_map(|one| [one.code.as_str(), one.name.as_str()]));
        unknown("cli-unknown-organisation", name, near.unwrap_or_default())
    })
}

fn unknown(key: &'static str, given: &str, near: &str) -> Stop {
    let near = if near.is_empty() { "none" } else { near };
    Stop::Said(key, vec![("given", given.into()), ("near", near.into())], exit::INPUT)
}
