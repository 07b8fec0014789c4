//! From what people type (`421`, `S-421`, `S-2026-00421`) to the signal, without reading it: a read of a signal is logged.

use clap::Args;

use crate::{
    api::{
        problem::exit,
        signal::{SignalList, SignalSearch},
    },
    cli::call::{Call, Stop},
    client::Session,
    domain::{ids::SignalNumber, signal::SignalSummary},
};

#[derive(Args)]
pub(in crate::cli) struct Number {
    #[arg(value_name = "NUMBER")]
    number: String,
}

impl Number {
    /// As it was typed for an option.
    pub(in crate::cli) fn typed(number: &str) -> Self {
        Self { number: number.to_owned() }
    }

    /// The number; the short forms mean this year.
    pub(in crate::cli) fn read(&self, call: &Call) -> Result<SignalNumber, Stop> {
        let year = u16::try_from(chrono::Datelike::year(&call.today())).unwrap_or(0);
        SignalNumber::parse(&self.number, year)
            .ok_or_else(|| Stop::Said("cli-not-a-number", vec![("given", self.number.as_str().into())], exit::USAGE))
    }

    /// The row in the list.
    pub(in crate::cli) async fn find(&self, call: &Call, session: &Session) -> Result<SignalSummary, Stop> {
        let number = self.read(call)?;
        let list = SignalList { limit: Some(200), ..SignalList::default() };
        let page = session.search_signals(&SignalSearch { query: number.to_string().into(), list }).await?;
        let found = page.items.into_iter().find(|signal| signal.number == number);
        found.ok_or_else(|| Stop::Said("cli-no-signal", vec![("number", number.to_string().into())], exit::NOTHING))
    }
}
