//! What somebody else did since an action of one's own: told instead of taking that back. And what kind of action one is.

use super::{
    State,
    acting::{Act, Step},
};
use crate::domain::signal::EntryKind;

impl State {
    /// May somebody else have decided about the same since, even if it looks as it was left? Their notes do not count, where the
    /// timeline is known.
    pub(super) fn touched_since(&self, step: &Step, version: i64) -> bool {
        let own = self.past.own_versions.get(&step.signal);
        let elsewhere = |made: &i64| own.is_none_or(|own| !own.contains(made));
        if !(step.made + 1..=version).any(|made| elsewhere(&made)) {
            return false;
        }
        let Some(whole) = self.whole(step.signal).filter(|whole| whole.version >= version) else { return true };
        let me = self.me.as_ref().map(|me| me.account);
        let about = |kind: EntryKind| match step.done {
            Act::Claim | Act::Release => matches!(kind, EntryKind::Claim | EntryKind::Release),
            Act::Urgency(_) | Act::Reasoned(..) | Act::Status(_) | Act::Ended(_) | Act::Reason(_) | Act::Facts(_) => {
                kind == EntryKind::Change
            }
            Act::Merge(_) | Act::Unmerge(_) => kind == EntryKind::Merge,
        };
        whole.timeline.iter().any(|entry| about(entry.kind) && entry.by != me && entry.at > step.at)
    }

    /// `S-471: urgentie was door u op hoog gezet en is nu crisis. Niet teruggedraaid.`
    pub(super) fn changed_since(&self, step: &Step) -> String {
        let number = self.short_number(step.signal);
        let none = || self.texts.get("nobody");
        let now = self.known(step.signal);
        let (field, mine, is) = match step.done {
            Act::Urgency(urgency) | Act::Reasoned(urgency, _) => (
                "field-urgency",
                self.texts.get(&format!("urgency-{urgency}")),
                now.map(|now| self.texts.get(&format!("urgency-{}", now.urgency))),
            ),
            Act::Merge(_) | Act::Unmerge(_) => (
                "field-status",
                if matches!(step.done, Act::Merge(_)) { self.texts.get("status-closed") } else { String::new() },
                now.map(|now| self.texts.get(&format!("status-{}", now.status))),
            ),
            Act::Status(_) | Act::Ended(_) => (
                "field-status",
                self.value_of(step.done).unwrap_or_default(),
                now.map(|now| self.texts.get(&format!("status-{}", now.status))),
            ),
            Act::Reason(at) => (
                "field-urgencyReason",
                self.past.texts.get(at).map(|text| text.line().into_string()).unwrap_or_default(),
                self.whole(step.signal).map(|whole| whole.facts.urgency_reason.line().into_string()),
            ),
            Act::Facts(_) => {
                let values = [("number", number.into()), ("fields", self.value_of(step.done).unwrap_or_default().into())];
                return self.texts.with("undo-facts-since", &values);
            }
            Act::Claim | Act::Release => {
                let me = self.me.as_ref().map(|me| me.name.line().into_string()).unwrap_or_default();
                let owner = now.and_then(|now| now.owner).map(|owner| owner.name.line().into_string());
                ("field-owner", if step.done == Act::Claim { me } else { none() }, Some(owner.unwrap_or_else(none)))
            }
        };
        let field = self.texts.get(field);
        let values =
            [("number", number.into()), ("field", field.into()), ("mine", mine.into()), ("now", is.unwrap_or_else(none).into())];
        let same = matches!(&values[2].1, mine if *mine == values[3].1);
        self.texts.with(if same { "undo-touched-since" } else { "undo-changed-since" }, &values)
    }
}

impl Act {
    /// Does it give a field a value, which it may have already?
    pub(super) fn is_a_value(self) -> bool {
        matches!(self, Self::Urgency(_) | Self::Reasoned(..) | Self::Facts(_) | Self::Status(_) | Self::Ended(_))
    }

    /// Does it end the work on it?
    pub(super) fn closes(self) -> bool {
        matches!(self, Self::Ended(_)) || matches!(self, Self::Status(status) if !status.is_open())
    }

    /// Is a signal dealt with for now, so that the next one may come when that is wanted? Not when it is claimed: the call and the note that follow
    /// are about that one.
    pub(super) fn deals_with(self) -> bool {
        matches!(self, Self::Release | Self::Merge(_)) || self.closes()
    }
}
