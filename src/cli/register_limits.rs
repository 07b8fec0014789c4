//! `loket register limits`: how much of the register may be looked up by who may not hold a copy of it. Works on the store itself, as
//! tokens do.

use clap::Args;

use crate::{
    api::problem::exit,
    domain::{lookup_limit::Limits, text::SafeText},
    server::limits,
};

use super::{
    call::{Call, Done, Stop, wait},
    database::Database,
};

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    database: Database,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    searches: Option<u32>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    persons: Option<u32>,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let options = arguments.database.options(call)?;
    let (searches, persons) = (arguments.searches, arguments.persons);
    let now: Limits = wait(async {
        let store = Database::open(&options).await?;
        Ok::<_, Stop>(limits::change(&store, searches, persons).await?)
    })??;
    if arguments.json {
        call.print_json(&now)?;
        return Ok(exit::DONE);
    }
    let values = [("searches", now.searches.into()), ("persons", now.persons.into())];
    let words = call.texts.with("cli-register-limits-are", &values);
    call.print(&SafeText::line(&words))?;
    Ok(exit::DONE)
}
