//! Giving an export that was confirmed: first everything is written down, then the cases go out one by one, each as it stands by then.

use ring::digest::{Context, SHA256};

use super::{
    Refused, Service, destructions::of_the_desk, exports::read_id, meetings::json, signal_changes::stamped,
    signals::whole as whole_signal, write,
};
use crate::{
    domain::{
        Instant,
        case_export::{CaseExport, ExportEnd, ExportSeal, ExportedCase},
        ids::SignalNumber,
    },
    server::{
        audit::{Deed, append},
        identity::{Caller, hex},
        store::{
            Store, StoreError,
            changes::Scope,
            exports, shares,
            signals::{self, SignalRow, Which},
            time_outs,
        },
    },
};

/// An export under way: line by line, in the memory of one case.
pub struct Outgoing {
    store: Store,
    now: Instant,
    /// The first line, while it is still to be given.
    header: Option<String>,
    /// The cases that are still to come.
    cases: std::vec::IntoIter<SignalNumber>,
    /// How many were given.
    given: usize,
    left_out: Vec<SignalNumber>,
    /// Of every line so far; nothing: the last line was given.
    seal: Option<Context>,
}

impl Service {
    /// Fetches an export. That it was, and of which cases, is in the audit log before this returns; `holds` says in words what stands in it.
    pub async fn fetch_export(&self, caller: &Caller, id: &str, holds: String) -> Result<Outgoing, Refused> {
        of_the_desk(caller)?;
        self.in_person(caller)?;
        let id = read_id(id)?;
        let export = write::again!(self.try_fetch_export(caller, &id))?;
        let now = self.now();
        let header = serde_json::to_string(&export.header(now, holds)).map_err(StoreError::from)?;
        Ok(Outgoing {
            store: self.store.clone(),
            now,
            header: Some(header),
            cases: export.cases.into_iter(),
            given: 0,
            left_out: vec![],
            seal: Some(Context::new(&SHA256)),
        })
    }

    /// Writes down the fetch and each case it gives; the first time the timeline of each case hears of it, too.
    async fn try_fetch_export(&self, caller: &Caller, id: &str) -> Result<CaseExport, Refused> {
        let now = self.now();
        let mut link = self.store.write().await?;
        let before = exports::lock(&mut link, id).await?.ok_or(Refused::NotFound)?;
        let after = before.fetched(caller.account, now).map_err(|refusal| Refused::Case(refusal.code()))?;
        exports::update(&mut link, &after).await?;
        let is_first = before.fetches.is_empty();
        let (mut deeds, mut told) = (vec![], vec![]);
        for number in &after.cases {
            let Some(mut signal) = signals::lock(&mut link, Which::Number(*number)).await? else { continue };
            let signal_id = signal.id.to_string();
            deeds.push(Deed::of(caller, now.timestamp_micros(), "signal.export", "signal", &signal_id));
            if is_first {
                signal.version += 1;
                signals::update(&mut link, &SignalRow::of(&signal, &self.names)?).await?;
                let entry = stamped(&*self.clock, after.entry(), caller, now)?;
                signals::add_entries(&mut link, &signal_id, signal.version, &[entry]).await?;
                told.push((Scope::Desk, signal_id));
            }
        }
        append(&mut link, &caller.organisation, &deeds).await?;
        let fields = write::differing(&json(&before)?, &json(&after)?);
        self.commit_export(link, (caller, None, now), "export.fetch", &after, &fields, &told).await?;
        Ok(after)
    }
}

impl Outgoing {
    /// The next line with its line break; nothing at the end.
    pub async fn next(&mut self) -> Result<Option<String>, StoreError> {
        let Some(seal) = &mut self.seal else { return Ok(None) };
        let line = match self.header.take() {
            Some(header) => Some(header),
            None => next_case(&self.store, self.now, (&mut self.cases, &mut self.left_out)).await?,
        };
        if let Some(mut line) = line {
            line.push('\n');
            seal.update(line.as_bytes());
            self.given += 1;
            return Ok(Some(line));
        }
        let Some(seal) = self.seal.take() else { return Ok(None) };
        let sha256 = hex(seal.finish().as_ref());
        // Every line but the first was a case.
        let end = ExportSeal { cases: self.given.saturating_sub(1), left_out: std::mem::take(&mut self.left_out), sha256 };
        Ok(Some(serde_json::to_string(&ExportEnd { end })? + "\n"))
    }
}

/// The next case that is still there.
async fn next_case(
    store: &Store,
    now: Instant,
    (cases, left_out): (&mut std::vec::IntoIter<SignalNumber>, &mut Vec<SignalNumber>),
) -> Result<Option<String>, StoreError> {
    for number in cases {
        let mut link = store.read().await?;
        match whole_signal(&mut link, Which::Number(number), now).await? {
            None => left_out.push(number),
            Some(case) => {
                let id = case.id.to_string();
                let time_outs = time_outs::of_signal(&mut link, &id).await?;
                let shares = shares::of_signal(&mut link, &id).await?;
                return Ok(Some(serde_json::to_string(&ExportedCase { case: case.without_shielded()?, time_outs, shares })?));
            }
        }
    }
    Ok(None)
}
