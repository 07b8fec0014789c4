//! `loket signal alike`: signals that may be about the same household, and why. Nothing is linked by it.

use clap::Args;

use crate::{
    api::alike::LookAlike,
    cli::{
        call::{Call, Done, wait},
        table::{self, Columns},
    },
    domain::text::SafeText,
};

use super::number::Number;

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    #[command(flatten)]
    number: Number,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let session = call.session()?;
    let number = arguments.number.read(call)?;
    let found = wait(session.look_alikes(&number.to_string()))??;
    table::print(
        call,
        &found.items,
        arguments.json,
        &Columns {
            key: "cli-alike-column",
            names: &["number", "received", "status", "title", "because"],
            cells: &cells,
            none: "cli-alike-none",
        },
    )
}

fn cells(call: &Call, one: &LookAlike) -> Vec<SafeText> {
    let texts = &call.texts;
    let because = one.grounds.because.iter().map(|resemblance| texts.get(&format!("resemblance-{resemblance}")));
    let linked = one.linked.then(|| texts.get("cli-alike-linked"));
    vec![
        SafeText::line(&one.signal.number.to_string()),
        SafeText::line(&texts.day(crate::domain::zone::date_of(one.signal.received_at))),
        SafeText::line(&texts.get(&format!("status-{}", one.signal.status))),
        one.signal.title.line(),
        SafeText::line(&linked.into_iter().chain(because).collect::<Vec<_>>().join(", ")),
    ]
}
