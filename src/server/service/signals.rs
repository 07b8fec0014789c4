//! Reading signals: one whole, or a page of summaries.

use chrono::Datelike;

use super::{Refused, Service, Written};
use crate::{
    domain::{
        ids::{SignalId, SignalNumber},
        signal::Signal,
    },
    server::{
        identity::Caller,
        store::{
            Link, StoreError,
            signal_list::{self, Row, Wanted},
            signals::{self, Which},
        },
    },
};

/// A signal with its timeline.
pub(super) async fn whole(link: &mut Link, which: Which<'_>) -> Result<Option<Signal>, StoreError> {
    let Some(mut signal) = signals::get(link, which).await? else { return Ok(None) };
    signal.timeline = signals::timeline(link, &signal.id.to_string()).await?;
    Ok(Some(signal))
}

/// Which signal a path segment names: an id, or a number (`S-2026-00421`, `S-421`, `421`; short ones of this `year`).
fn find<'a>(text: &'a str, year: u16, room: &'a mut String) -> Option<Which<'a>> {
    if let Some(number) = SignalNumber::parse(text, year) {
        return Some(Which::Number(number));
    }
    *room = text.parse::<SignalId>().ok()?.to_string();
    Some(Which::Id(room))
}

impl Service {
    /// One signal, written down before it is given.
    pub async fn signal(&self, caller: &Caller, text: &str) -> Result<Signal, Refused> {
        let mut room = String::new();
        let which = self.which(text, &mut room)?;
        let signal = whole(&mut self.store.read().await?, which).await?.ok_or(Refused::NotFound)?;
        self.saw(caller, "signal.read", "signal", &signal.id.to_string()).await?;
        Ok(signal)
    }

    /// Writes down that a signal is shown which this request did not write.
    pub(super) async fn saw_signal(&self, caller: &Caller, written: Written<Signal>) -> Result<Written<Signal>, Refused> {
        if !written.committed {
            self.saw(caller, "signal.read", "signal", &written.item.id.to_string()).await?;
        }
        Ok(written)
    }

    /// A page of summaries.
    pub async fn signals(&self, caller: &Caller, verb: &'static str, wanted: &Wanted) -> Result<Vec<Row>, Refused> {
        self.listed(caller, verb, "signal")?;
        Ok(signal_list::page(&mut self.store.read().await?, wanted).await?)
    }

    /// Which signal a path segment names.
    pub(super) fn which<'a>(&self, text: &'a str, room: &'a mut String) -> Result<Which<'a>, Refused> {
        let year = u16::try_from(self.today().year()).unwrap_or_default();
        find(text, year, room).ok_or(Refused::NotFound)
    }
}
