//! Reading signals: one whole, or a page of summaries.

use std::cmp::Reverse;

use chrono::Datelike;

use super::{Refused, Service, Written};
use crate::{
    domain::{
        Instant,
        ids::{SignalId, SignalNumber},
        signal::{Entry, EntryKind, Signal},
        time_out,
    },
    server::{
        identity::Caller,
        store::{
            Link, StoreError,
            signal_list::{self, Row, Wanted},
            signals::{self, Which},
            time_outs,
        },
    },
};

/// A signal with its timeline.
pub(super) async fn whole(link: &mut Link, which: Which<'_>, now: Instant) -> Result<Option<Signal>, StoreError> {
    let Some(mut signal) = signals::get(link, which).await? else { return Ok(None) };
    signal.timeline = timeline(link, &signal.id.to_string(), now).await?;
    Ok(Some(signal))
}

/// The timeline, newest first, with what happened to its time-outs by time alone.
pub(super) async fn timeline(link: &mut Link, id: &str, now: Instant) -> Result<Vec<Entry>, StoreError> {
    let mut entries = signals::timeline(link, id).await?;
    entries.extend(time_outs::of_signal(link, id).await?.iter().flat_map(|time_out| time_out::passed(time_out, now)));
    // The report itself stays the first, whenever it is said to have come in.
    entries.sort_by_key(|entry| (entry.kind == EntryKind::Received, Reverse(entry.at)));
    Ok(entries)
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
        let signal = whole(&mut self.store.read().await?, which, self.now()).await?.ok_or(Refused::NotFound)?;
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
        self.listed(caller, verb, "signal").await?;
        Ok(signal_list::page(&mut self.store.read().await?, wanted).await?)
    }

    /// The id of the signal that a filter names.
    pub async fn signal_id(&self, text: &str) -> Result<Option<String>, Refused> {
        let mut room = String::new();
        let Ok(which) = self.which(text, &mut room) else { return Ok(None) };
        Ok(signals::get(&mut self.store.read().await?, which).await?.map(|signal| signal.id.to_string()))
    }

    /// Which signal a path segment names.
    pub(super) fn which<'a>(&self, text: &'a str, room: &'a mut String) -> Result<Which<'a>, Refused> {
        let year = u16::try_from(self.today().year()).unwrap_or_default();
        find(text, year, room).ok_or(Refused::NotFound)
    }
}
