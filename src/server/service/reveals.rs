//! What is shielded in a case is shown for a reveal: a row of the audit log and a line in the history of the case for each, written
//! before anything is shown.

use super::{Keyed, Refused, Service, Written, signal_changes::Errand, write};
use crate::{
    domain::signal::{
        EntryKind, Signal,
        decide::{Change, NewEntry},
        shield::{self, Reveal, ShieldedField},
    },
    server::{
        identity::Caller,
        store::{StoreError, cases, scope::whole, signals::Which},
    },
};

impl Service {
    /// What is shielded in a signal.
    pub async fn reveal(&self, caller: &Caller, keyed: &Keyed, text: &str) -> Result<Reveal, Refused> {
        let mut room = String::new();
        let which = self.which(text, &mut room)?;
        let mut signal = self.note_reveal(caller, keyed, (which, "signal.reveal"), None).await?.item;
        Ok(Reveal { version: Some(signal.version), values: signal.shield() })
    }

    /// What is shielded in what somebody outside sees of a case.
    pub async fn reveal_outside(&self, caller: &Caller, keyed: &Keyed, number: &str) -> Result<Reveal, Refused> {
        let mut outside = self.outside(caller)?;
        let number = self.number(number)?;
        let seen = cases::shielded(&mut self.store.read().await?, &outside, number).await?.ok_or(Refused::NotFound)?;
        let fields = shield::fields(&seen);
        whole(self.note_reveal(caller, keyed, (Which::Number(number), "case.reveal"), Some(&fields))).await?;
        // What was ended meanwhile is not shown.
        outside.now = self.now();
        let values = cases::shielded(&mut self.store.read().await?, &outside, number).await?.ok_or(Refused::NotFound)?;
        Ok(Reveal { version: None, values: values.into_iter().filter(|one| fields.contains(&one.field)).collect() })
    }

    /// Writes down that these fields are shown, or all there are. The same request again shows them again: one more row.
    async fn note_reveal(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        (which, verb): (Which<'_>, &'static str),
        fields: Option<&[ShieldedField]>,
    ) -> Result<Written<Signal>, Refused> {
        let errand = Errand::showing(caller, keyed, which, verb, self.now());
        let written = write::again!(self.attempt(&errand, &|before, _| {
            let text = shield::codes(&fields.map_or_else(|| shield::fields(&before.clone().shield()), <[_]>::to_vec));
            let entry = NewEntry { kind: Some(EntryKind::Reveal), text, ..NewEntry::default() };
            let entries = if entry.text.is_blank() { vec![] } else { vec![entry] };
            Ok(Change { after: before.clone(), entries })
        }))?;
        if !written.committed {
            self.log.written(self.deed(caller, verb, "signal", &written.item.id.to_string())).await?;
        }
        Ok(written)
    }
}
