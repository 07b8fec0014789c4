//! `loket term`: a legal term with how it came to be, or the terms of a file checked. Needs no server.

mod answer;
mod check;

use clap::Args;

use crate::{
    api::problem::exit,
    domain::{
        term::{
            arithmetic::Basis,
            explanation::{Ground, Question, explain},
            length::Length,
            rules,
            suspension::Suspension,
        },
        text::SafeText,
        zone,
    },
};

use super::{
    call::{Call, Done},
    values::codes,
};

#[derive(Args)]
pub(super) struct Arguments {
    #[arg(value_name = "TRIGGER", display_order = 1, required_unless_present = "check", allow_hyphen_values = true)]
    trigger: Option<String>,
    #[arg(value_name = "LENGTH", display_order = 2, allow_hyphen_values = true)]
    length: Option<String>,
    #[arg(long, value_name = "CODE", value_parser = clap::builder::PossibleValuesParser::new(rules::codes()))]
    rule: Option<String>,
    #[arg(long, value_name = "BASIS", value_parser = codes!(Basis), conflicts_with = "rule")]
    basis: Option<Basis>,
    #[arg(long, value_name = "A..B")]
    suspend: Vec<String>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["trigger", "length", "rule", "basis", "suspend"])]
    check: Option<String>,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    if let Some(file) = &arguments.check {
        return check::run(call, file, arguments.json);
    }
    let question = match question(call, arguments) {
        Ok(question) => question,
        Err(reasons) => {
            for reason in reasons {
                call.message(&SafeText::line(&reason));
            }
            return Ok(exit::USAGE);
        }
    };
    match explain(&question) {
        Ok(explained) => answer::print(call, &explained, arguments.json),
        Err(refusal) => {
            let reason = call.texts.refusal(&refusal);
            call.message(&SafeText::line(&reason));
            Ok(exit::USAGE)
        }
    }
}

/// The question, or everything that is wrong with it.
fn question(call: &Call, arguments: &Arguments) -> Result<Question, Vec<String>> {
    let mut reasons = vec![];
    let typed = arguments.trigger.as_deref().unwrap_or_default();
    let trigger = zone::read_date(typed);
    if trigger.is_none() {
        reasons.push(call.texts.not_a_day(typed));
    }
    let length = arguments.length.as_deref().map(Length::said).transpose();
    let length = length.map_err(|error| reasons.push(call.texts.not_a_length(&error))).ok().flatten();
    if arguments.length.is_none() && arguments.rule.is_none() {
        reasons.push(call.texts.with("cli-term-how-long", &[("day", SafeText::line(typed).into_string().into())]));
    }
    let suspensions: Vec<Suspension> = arguments
        .suspend
        .iter()
        .filter_map(|text| text.parse().map_err(|error| reasons.push(call.texts.not_a_suspension(&error))).ok())
        .collect();
    let ground = match (&arguments.rule, arguments.basis) {
        (Some(code), _) => Ground::Rule(code.clone()),
        (None, basis) => Ground::Basis(basis.unwrap_or(Basis::Statutory)),
    };
    match trigger {
        Some(trigger) if reasons.is_empty() => Ok(Question { trigger, length, ground, suspensions }),
        _ => Err(reasons),
    }
}
