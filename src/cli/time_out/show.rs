//! `loket time-out show`: one time-out with its dates, how they came to be, and every move. The server logs the read.

use clap::Args;

use crate::{
    api::{problem::exit, term::Line, time_out::TimeOutDetail},
    cli::call::{Call, Done, Stop, wait},
    domain::{text::SafeText, zone},
    locale::{Language, Texts},
};

use super::which::Which;

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    #[command(flatten)]
    which: Which,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let session = call.session()?;
    let found = wait(arguments.which.read(call, &session))??;
    told(call, &found, arguments.json)?;
    Ok(exit::DONE)
}

/// Prints a time-out.
pub(super) fn told(call: &mut Call, found: &TimeOutDetail, json: bool) -> Result<(), Stop> {
    if json {
        return call.print_json(found);
    }
    let page = page(found, &call.texts, call.config.language.value);
    call.print_block(&page)
}

fn page(found: &TimeOutDetail, texts: &Texts, language: Language) -> String {
    let item = &found.item;
    let mut lines = vec![];
    let mut field = |name: &str, value: String| {
        if !value.trim().is_empty() {
            let name = texts.get(&format!("cli-time-out-column-{name}"));
            lines.push(format!("{name:18} {}", SafeText::line(value.trim())));
        }
    };
    let words = |line: &Line| if language == Language::Dutch { line.nl.clone() } else { line.en.clone() };
    let decision = &item.suspends.decision;
    field("number", item.signal_number.to_string());
    field("body", format!("{} {} {}", decision.organisation, decision.kind.line(), decision.reference.line()));
    field("state", texts.get(&format!("time-out-state-{}", item.state.code().replace('_', "-"))));
    field("reach", texts.get(&format!("time-out-reach-{}", item.facts.reach.code().replace('_', "-"))));
    field("ground", texts.get(&format!("time-out-ground-{}", item.facts.ground)));
    field("decider", format!("{} {} {}", item.facts.decider, item.facts.decided_by.line(), item.facts.mandate.line()));
    field("decided-on", format!("{} {}", texts.day(item.facts.decided_on), item.facts.reference.line()));
    field("from", texts.day(item.facts.first_day));
    field("through", texts.day(item.last_day_in_effect()));
    field("maximum", item.facts.maximum.map(|day| texts.day(day)).unwrap_or_default());
    field("told-body", item.told_body_on.map(|day| texts.day(day)).unwrap_or_default());
    field("body-confirmed", item.body_confirmed_on.map(|day| texts.day(day)).unwrap_or_default());
    if let Some(term) = &found.term {
        field("term", term.label.line().into_string());
        field("safe-end", texts.day(term.safe_end));
        field("end", texts.day(term.end));
        field("alarm", texts.day(term.alarm_on));
    }
    found.steps.iter().for_each(|line| field("step", words(line)));
    found.uncertainties.iter().for_each(|line| field("uncertain", words(line)));
    found.advice.iter().for_each(|line| field("advice", words(line)));
    field("lapse", words(&found.lapse));
    if let Some(pending) = &item.pending {
        let what = texts.get(&format!("confirmed-action-{}", pending.proposal.action()));
        field("pending", format!("{what}, {} ({})", pending.by_name.line(), pending.confirmation));
    }
    for moved in &item.moves {
        let (hour, minute) = zone::hour_minute(moved.at);
        let when = format!("{} {hour:02}:{minute:02}", zone::date_of(moved.at));
        let what = texts.moved(&item.facts, moved);
        field("move", format!("{when}  {}  {what}  {}", moved.by_name.line(), moved.reason.line()));
    }
    lines.join("\n")
}
