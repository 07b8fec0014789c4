//! Signals that may be about the same household. They are proposed; a person decides.

use super::{
    Refused, Service,
    followed::{Followed, Kept},
};
use crate::{
    domain::{
        alike::{self, Grounds},
        check,
        ids::SignalId,
        signal::{Facts, Signal, SignalSummary},
    },
    index::{Alike, Reports},
    server::{
        identity::Caller,
        store::{
            StoreError,
            changes::Documents,
            signals::{self, Which},
        },
    },
};

/// Signals in memory, by what they name and the words they use.
pub type Alikes = Followed<Reports>;

impl Kept for Reports {
    const DOCUMENTS: Documents = Documents::Signals;

    fn put_document(&mut self, document: &str) -> Result<(), StoreError> {
        let signal: Signal = serde_json::from_str(document)?;
        match signal.merged_into {
            // All it says stands in the one it went up in.
            Some(_) => self.remove(signal.id),
            None => self.put(signal.id, &signal.facts, signal.source.as_ref()),
        }
        Ok(())
    }

    fn forget(&mut self, id: &str) {
        if let Ok(id) = id.parse::<SignalId>() {
            self.remove(id);
        }
    }
}

impl Service {
    /// Those that look most like a signal, the likeliest first, with why, and whether the two are linked already. Written down as a look at it.
    pub async fn look_alikes(&self, caller: &Caller, text: &str) -> Result<Vec<(SignalSummary, Grounds, bool)>, Refused> {
        let mut room = String::new();
        let which = self.which(text, &mut room)?;
        let asked = signals::get(&mut self.store.read().await?, which).await?.ok_or(Refused::NotFound)?;
        self.saw(caller, "signal.look-alikes", "signal", &asked.id.to_string()).await?;
        let (facts, source, id) = (asked.facts.clone(), asked.source.clone(), asked.id);
        let look = move |reports: &Reports| reports.find(&facts, source.as_ref(), Some(id), alike::PROPOSED_FROM, alike::MOST);
        let near = self.alikes.as_committed(&self.store, look).await?;
        let is_linked =
            |signal: &Signal| asked.facts.links.contains(&signal.number) || signal.facts.links.contains(&asked.number);
        self.rows_of(near, is_linked).await
    }

    /// Those that look most like a report that is still being typed. It is kept nowhere; that the signals were looked for is written down.
    pub async fn look_alikes_of(&self, caller: &Caller, facts: Facts) -> Result<Vec<(SignalSummary, Grounds, bool)>, Refused> {
        Refused::unless_empty(check::lengths_of(&facts, ""))?;
        self.listed(caller, "signal.look-alikes", "signal").await?;
        let look = move |reports: &Reports| reports.find(&facts, None, None, alike::PROPOSED_FROM, alike::MOST);
        let near = self.alikes.as_committed(&self.store, look).await?;
        self.rows_of(near, |_| false).await
    }

    async fn rows_of(
        &self,
        near: Vec<Alike>,
        is_linked: impl Fn(&Signal) -> bool,
    ) -> Result<Vec<(SignalSummary, Grounds, bool)>, Refused> {
        let mut link = self.store.read().await?;
        let mut found = vec![];
        for one in near {
            // Gone since then: not there.
            let Some(signal) = signals::get(&mut link, Which::Id(&one.signal.to_string())).await? else { continue };
            found.push((SignalSummary::of(&signal), one.grounds, is_linked(&signal)));
        }
        Ok(found)
    }
}
