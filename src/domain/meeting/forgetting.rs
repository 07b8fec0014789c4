//! A case that is destroyed, in what meetings keep of it: that there was an item, in which place and how long, and nothing that was said
//! or decided in it.

use super::{AgendaItem, AgendaItemFacts, Edition, Publication};
use crate::domain::{
    ids::{AgendaItemId, SignalId},
    text::RawText,
};

impl AgendaItem {
    /// Without its case and its texts; a candidate is none any more.
    #[must_use]
    pub fn forgotten(&self) -> Self {
        let facts = AgendaItemFacts { minutes: self.facts.minutes, slot: self.facts.slot, ..AgendaItemFacts::default() };
        Self {
            version: self.version + 1,
            revision: self.revision + 1,
            signal: None,
            signal_number: None,
            facts,
            dropped: self.dropped || self.meeting.is_none(),
            reason: RawText::default(),
            ..self.clone()
        }
    }
}

impl Edition {
    /// Forgets a case.
    pub fn forget(&mut self, signal: SignalId) {
        for one in self.content.items.iter_mut().filter(|one| one.item.signal == Some(signal)) {
            one.item = one.item.forgotten();
            one.invitations.clear();
            one.papers.clear();
        }
        self.clocks.retain(|clock| clock.signal != signal);
    }
}

impl Publication {
    /// Forgets what was sent about an item: who got it keeps its time, as where it was withheld; and to whom it went where that is all they got.
    pub fn forget(&mut self, item: AgendaItemId) {
        for recipient in self.recipients.iter_mut().filter(|one| one.items.iter().all(|one| one.item == item)) {
            recipient.to.clear();
        }
        for one in self.recipients.iter_mut().flat_map(|one| &mut one.items).filter(|one| one.item == item) {
            one.withheld = true;
            (one.title, one.signal_number) = (None, None);
            one.decisions.clear();
            one.commitments.clear();
            one.papers.clear();
        }
    }
}
