//! Merging the signal under the cursor into one it looks like: asked with what will happen, done, and taken back like any other action.

use super::super::{
    Modal, State, Tone,
    acting::Act,
    actions::Pending,
    choose::{Choice, Choose, Item},
    message::{Answer, Call, Effect, Refusal},
};
use super::Duplicating;
use crate::domain::{
    ids::SignalId,
    merging::{self, Around},
    signal::{
        Signal,
        decide::{Actor, Change},
    },
};

impl State {
    /// Asks whether `from` is to go up in `into`, with what will happen. What that one says must be read for it.
    pub(in super::super) fn ask_merge(&mut self, from: SignalId, into: SignalId) -> Vec<Effect> {
        if !self.is_read(into) {
            let request = self.request(Pending::Duplicate(Duplicating::Other(from, into)));
            return vec![Effect::Send { request, key: self.next_key(), call: Call::Read(into), draft: None }];
        }
        let (Some(one), Some(other)) = (self.whole(from), self.whole(into)) else { return vec![] };
        let (one_number, other_number) = (one.number.short(), other.number.short());
        // What still runs of it the server knows.
        let around = Around { time_outs: &[], agendas: &[], destroyable: None };
        let me = self.me.as_ref().map(|me| (me.account, me.name.clone()));
        let Some((account, name)) = me else { return vec![] };
        let both = merging::merge(one, other, around, &Actor { account, name }, self.server_now());
        let both = match both {
            Ok(both) => both,
            Err(refusal) => {
                let findings = refusal.findings();
                let said = findings
                    .first()
                    .map(|one| self.texts.with(&format!("fault-{}", one.code), &[("value", one.value.as_str().into())]));
                self.say(Tone::Warn, said.unwrap_or_default());
                return vec![];
            }
        };
        let mut about = self.about_merging(&both.into, (&one_number, &other_number));
        let others = self.others_of(&[from, into]);
        if !others.signals.is_empty() {
            about.push(self.words_of_several_held(&others, 2));
        }
        let values = [("from", one_number.into()), ("into", other_number.into())];
        let mut yes = Item::of(&self.texts, "merge-yes", Choice::Many(vec![from], Act::Merge(into)));
        yes.label = self.texts.with("merge-yes", &values);
        let items = vec![Item::of(&self.texts, "propose-cancel", Choice::Nothing), yes];
        let title = self.texts.with("choose-merge", &values);
        self.modals.push(Modal::Choose(Choose::new(title, items).about(about)));
        vec![]
    }

    /// What comes over, what comes into the timeline, and what becomes of the one that goes up.
    fn about_merging(&self, into: &Change, (from_number, into_number): (&str, &str)) -> Vec<String> {
        let linked = into.entries.iter().find_map(|entry| entry.linked.as_ref());
        let named = |fields: &mut dyn Iterator<Item = &str>| {
            let mut names: Vec<String> = fields.map(|field| self.texts.merged_field(field)).collect();
            names.dedup();
            names.join(", ")
        };
        let fields = named(&mut linked.into_iter().flat_map(|linked| &linked.fields).map(String::as_str));
        let texts = named(&mut linked.into_iter().flat_map(|linked| &linked.texts).map(|text| text.field.as_str()));
        let told = [("merge-about-fields", fields), ("merge-about-texts", texts)].into_iter();
        let told = told.filter(|(_, names)| !names.is_empty());
        let mut about: Vec<String> =
            told.map(|(key, names)| self.texts.with(key, &[("fields", names.into()), ("into", into_number.into())])).collect();
        about.push(self.texts.with("merge-about-from", &[("from", from_number.into())]));
        about
    }

    /// Is its newest version read?
    fn is_read(&self, id: SignalId) -> bool {
        let signals = self.replica.signals();
        let newest = signals.find(id).and_then(|row| signals.get(row)).map_or(0, |row| row.version());
        self.whole(id).is_some_and(|whole| whole.version >= newest)
    }

    /// The other one came: now it can be asked, where nobody went on meanwhile.
    pub(super) fn other_came(&mut self, from: SignalId, into: SignalId, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        match reply {
            Ok(Answer::Signal(signal)) if signal.id == into => {
                self.keep(*signal);
                match self.current_signal() == Some(from) && self.modals.is_empty() && self.whole(from).is_some() {
                    true => self.ask_merge(from, into),
                    false => vec![],
                }
            }
            Ok(_) => vec![],
            Err(refusal) => {
                self.fail(&refusal);
                vec![]
            }
        }
    }

    /// Of a signal that went up in another: to go there, or to take that back.
    pub(super) fn ask_about_merged(&mut self, signal: SignalId) -> Vec<Effect> {
        let Some((number, into)) = self.whole(signal).and_then(|whole| self.merged_into(whole)) else { return vec![] };
        let values = [("into", number.into())];
        let mut go = Item::of(&self.texts, "merged-go", Choice::Show(into));
        go.label = self.texts.with("merged-go", &values);
        let back = Item::of(&self.texts, "merged-back", Choice::Many(vec![signal], Act::Unmerge(into)));
        let items = vec![go, back, Item::of(&self.texts, "propose-cancel", Choice::Nothing)];
        let title = self.texts.with("choose-merged", &values);
        self.modals.push(Modal::Choose(Choose::new(title, items)));
        vec![]
    }

    /// The number and the id of the signal that this one went up in, where it is in the list.
    pub(in super::super) fn merged_into(&self, whole: &Signal) -> Option<(String, SignalId)> {
        let signals = self.replica.signals();
        let number = whole.merged_into?;
        let row = signals.find_number(number).and_then(|row| signals.get(row))?;
        Some((number.short(), row.id()))
    }

    /// Where Enter goes in an open signal that went up in another.
    pub(in super::super) fn opens_merged(&self) -> Option<SignalId> {
        self.signals.open?;
        Some(self.merged_into(self.whole(self.signals.current?)?)?.1)
    }
}
