//! Signals that may be about the same household. They are proposed; a person decides.

use super::{
    Refused, Service,
    followed::{Followed, Kept},
};
use crate::{
    domain::{
        alike::{self, Grounds},
        ids::SignalId,
        signal::{Signal, SignalSummary},
    },
    index::Reports,
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
        self.put(signal.id, &signal.facts, signal.source.as_ref());
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
        let mut link = self.store.read().await?;
        let mut found = vec![];
        for one in near {
            // Gone since then: not there.
            let Some(signal) = signals::get(&mut link, Which::Id(&one.signal.to_string())).await? else { continue };
            let linked = asked.facts.links.contains(&signal.number) || signal.facts.links.contains(&asked.number);
            found.push((SignalSummary::of(&signal), one.grounds, linked));
        }
        Ok(found)
    }
}
