//! `loket signal contact`: a call that was made, reached or not, what was agreed, when to call back.

use chrono::NaiveDate;
use clap::Args;

use crate::{
    api::signal::NewContactMoment,
    cli::{
        call::{Call, Done, wait},
        values::day,
    },
    domain::signal::ContactMoment,
};

use super::{
    claim::changed,
    key::{Key, sent},
    note::text_or_stdin,
    number::Number,
};

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    #[command(flatten)]
    number: Number,
    #[arg(long, value_name = "WHO")]
    with: String,
    #[arg(long, conflicts_with = "not_reached", required_unless_present = "not_reached")]
    reached: bool,
    #[arg(long)]
    not_reached: bool,
    #[arg(long, value_name = "TEXT", default_value = "")]
    agreed: String,
    #[arg(long, value_name = "DATE", value_parser = day)]
    call_back: Option<NaiveDate>,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let session = call.session()?;
    let contact = ContactMoment {
        with: arguments.with.as_str().into(),
        reached: arguments.reached,
        agreed: text_or_stdin(call, &arguments.agreed)?,
        call_back_on: arguments.call_back,
    };
    let key = arguments.key.of(call);
    let signal = wait(async {
        let found = arguments.number.find(call, &session).await?;
        sent(key, session.contact_moment(key, found.id, &NewContactMoment { contact })).await
    })??;
    changed(call, &signal, "cli-contact-kept", arguments.json)
}
