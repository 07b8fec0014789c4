//! `loket signal note`: what must be remembered about a case.

use clap::Args;

use crate::{
    api::signal::{NewNote, Origin},
    cli::call::{Call, Done, wait},
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
    #[arg(value_name = "-", default_value = "-")]
    text: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let session = call.session()?;
    let note = NewNote { text: typed::text(call, "loket signal note", &arguments.text)?, origin: Origin::Typed };
    let key = arguments.key.of(call);
    let signal = wait(async {
        let found = arguments.number.find(call, &session).await?;
        sent(key, session.note(key, found.id, &note)).await
    })??;
    changed(call, &signal, "cli-noted", arguments.json)
}
