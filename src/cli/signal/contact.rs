//! `loket signal contact`: a call that was made, reached or not, what was agreed, when to call back.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use crate::{
    api::signal::NewContactMoment,
    cli::{
        call::{Call, Done, wait},
        values::{day, time},
    },
    domain::{clock_time::ClockTime, signal::ContactMoment},
};

use super::{
    claim::changed,
    key::{Key, sent},
    number::Number,
    typed,
};

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    #[command(flatten)]
    number: Number,
    #[arg(long, value_name = "BODY", required_unless_present = "json_input", default_value = "")]
    with: String,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["with", "reached", "not_reached", "agreed", "call_back", "call_back_at"])]
    json_input: Option<PathBuf>,
    #[arg(long, conflicts_with = "not_reached", required_unless_present_any = ["not_reached", "json_input"])]
    reached: bool,
    #[arg(long)]
    not_reached: bool,
    #[arg(long, value_name = "-", default_value = "")]
    agreed: String,
    #[arg(long, value_name = "DATE", value_parser = day)]
    call_back: Option<NaiveDate>,
    #[arg(long, value_name = "TIME", value_parser = time, requires = "call_back")]
    call_back_at: Option<ClockTime>,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let session = call.session()?;
    let contact = match &arguments.json_input {
        Some(file) => typed::json(call, file)?,
        None => ContactMoment {
            with: arguments.with.as_str().into(),
            reached: arguments.reached,
            agreed: typed::text(call, "--agreed", &arguments.agreed)?,
            call_back_on: arguments.call_back,
            call_back_at: arguments.call_back_at,
            ..ContactMoment::default()
        },
    };
    let key = arguments.key.of(call);
    let signal = wait(async {
        let found = arguments.number.find(call, &session).await?;
        sent(key, session.contact_moment(key, found.id, &NewContactMoment { contact, officer: None })).await
    })??;
    changed(call, &signal, "cli-contact-kept", arguments.json)
}
