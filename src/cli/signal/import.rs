//! `loket signal import`: reports from CSV, JSON and e-mail.

use std::rc::Rc;

use clap::Args;

use crate::{
    api::signal::NewSignal,
    cli::{
        call::{Call, Done},
        delivery::{self, Kind, Taken, Wish},
    },
    client::Failure,
    domain::{check, imported::Imported, text::SafeText},
    intake,
    locale::Texts,
};

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let session = if arguments.dry_run { None } else { Some(call.session()?) };
    let wish = Wish { files: &arguments.files, dry_run: arguments.dry_run, json: arguments.json };
    let texts = Rc::new(Texts::new(call.config.language.value));
    let kind = Kind { read: intake::signals, at_a_time: 1, masks, called, column: intake::signal_column };
    delivery::run(call, &wish, &kind, |key, new: NewSignal| {
        let (session, texts) = (session.clone(), texts.clone());
        async move {
            // A dry run never sends.
            let Some(session) = session else { return Err(Failure::NoToken) };
            let created = session.create_signal(key, &new).await?;
            let mut taken = Taken::made(created.item.number.to_string(), created.created, created.masked);
            if created.reply && created.created {
                let key = if created.item.status.is_open() { "cli-import-reply" } else { "cli-import-reply-closed" };
                taken.note = Some(texts.with(key, &[("number", taken.number.as_str().into())]));
                taken.came = Imported::Updated;
            }
            Ok(taken)
        }
    })
}

fn called(signal: &NewSignal) -> SafeText {
    signal.facts.title.line()
}

/// As the server will count them.
fn masks(signal: &NewSignal) -> u32 {
    check::mask_numbers(&mut signal.facts.clone())
}
