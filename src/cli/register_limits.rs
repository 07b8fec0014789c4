//! `loket register limits`: how much of the register may be looked up by who may not hold a copy of it. Works on the store itself, as
//! tokens do.

use clap::Args;
use serde::Serialize;

use crate::{
    api::problem::exit,
    domain::{
        at_hand::{Offline, Terms},
        lookup_limit::Limits,
        text::SafeText,
    },
    server::limits,
};

use super::{
    call::{Call, Done, Stop, wait},
    database::Database,
    values::codes,
};

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    database: Database,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    searches: Option<u32>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    persons: Option<u32>,
    #[arg(long, value_name = "WHO", value_parser = codes!(Offline))]
    offline: Option<Offline>,
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..=60))]
    offline_days: Option<u32>,
    #[arg(long)]
    json: bool,
}

/// Both, as they hold now.
#[derive(Serialize)]
struct Now {
    #[serde(flatten)]
    limits: Limits,
    #[serde(flatten)]
    terms: Terms,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let options = arguments.database.options(call)?;
    let (searches, persons) = (arguments.searches, arguments.persons);
    let (offline, days) = (arguments.offline, arguments.offline_days);
    let now: Now = wait(async {
        let store = Database::open(&options).await?;
        let limits = limits::change(&store, searches, persons).await?;
        Ok::<_, Stop>(Now { limits, terms: limits::change_at_hand(&store, offline, days).await? })
    })??;
    if arguments.json {
        call.print_json(&now)?;
        return Ok(exit::DONE);
    }
    let values = [("searches", now.limits.searches.into()), ("persons", now.limits.persons.into())];
    let limits = call.texts.with("cli-register-limits-are", &values);
    let key = format!("cli-register-limits-offline-{}", now.terms.offline);
    let terms = call.texts.with(&key, &[("days", now.terms.offline_days.into())]);
    for words in [limits, terms] {
        call.print(&SafeText::line(&words))?;
    }
    Ok(exit::DONE)
}
