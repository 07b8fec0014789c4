//! Which time-out is meant: its id, or the number of a signal with one that is open.

use clap::Args;

use crate::{
    api::{
        problem::exit,
        time_out::{TimeOutDetail, TimeOutList},
    },
    cli::call::{Call, Stop},
    client::Session,
    domain::ids::{SignalNumber, TimeOutId},
};

#[derive(Args)]
pub(in crate::cli) struct Which {
    #[arg(value_name = "ID|NUMBER")]
    which: String,
}

impl Which {
    /// The time-out, whole.
    pub(super) async fn read(&self, call: &Call, session: &Session) -> Result<TimeOutDetail, Stop> {
        let typed = self.which.trim();
        let said = |key, exit| Stop::Said(key, vec![("given", typed.into())], exit);
        if let Ok(id) = typed.parse::<TimeOutId>() {
            return Ok(session.time_out(&id.to_string()).await?);
        }
        let year = u16::try_from(chrono::Datelike::year(&call.today())).unwrap_or(0);
        let number = SignalNumber::parse(typed, year).ok_or_else(|| said("cli-time-out-not-one", exit::USAGE))?;
        let list = TimeOutList { signal: Some(number.to_string()), ..TimeOutList::default() };
        let mut found = session.time_outs(&list).await?.items;
        match (found.pop(), found.is_empty()) {
            (Some(only), true) => Ok(session.time_out(&only.id.to_string()).await?),
            (Some(_), false) => Err(said("cli-time-out-several", exit::SEVERAL)),
            (None, _) => Err(said("cli-time-out-unknown", exit::NOTHING)),
        }
    }
}
