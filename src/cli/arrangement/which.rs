//! Which one is meant: its id, or the number of a signal with one that is open.

use clap::Args;

use crate::{
    api::{
        arrangement::{ArrangementDetail, ArrangementList},
        problem::exit,
    },
    cli::call::{Call, Stop},
    client::Session,
    domain::{
        arrangement::ArrangementFacts,
        ids::{ArrangementId, SignalNumber},
    },
};

#[derive(Args)]
pub(in crate::cli) struct Which {
    #[arg(value_name = "ID|NUMBER")]
    which: String,
}

impl Which {
    /// It, whole.
    pub(super) async fn read<F: ArrangementFacts>(&self, call: &Call, session: &Session) -> Result<ArrangementDetail<F>, Stop> {
        let typed = self.which.trim();
        let said = |key, exit| {
            let kind = call.texts.get(&format!("deadline-kind-{}", F::KIND));
            Stop::Said(key, vec![("given", typed.into()), ("kind", kind.into()), ("command", F::KIND.code().into())], exit)
        };
        if let Ok(id) = typed.parse::<ArrangementId>() {
            return Ok(session.arrangement(&id.to_string()).await?);
        }
        let year = u16::try_from(chrono::Datelike::year(&call.today())).unwrap_or(0);
        let number = SignalNumber::parse(typed, year).ok_or_else(|| said("cli-arrangement-not-one", exit::USAGE))?;
        let list = ArrangementList { signal: Some(number.to_string()), ..ArrangementList::default() };
        let mut found = session.arrangements(F::KIND, &list).await?.items;
        match (found.pop(), found.is_empty()) {
            (Some(only), true) => Ok(session.arrangement(&only.id.to_string()).await?),
            (Some(_), false) => Err(said("cli-arrangement-several", exit::SEVERAL)),
            (None, _) => Err(said("cli-arrangement-unknown", exit::NOTHING)),
        }
    }
}
