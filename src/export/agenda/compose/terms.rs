//! The clocks that run in a case, with the end to go by, and what is still missing in its item. What is missing is the
//! secretariat's alone: it says what the desk has not done yet, and no body needs it.

use super::Maker;
use crate::{
    domain::{
        deadline::{Deadline, DeadlineKind},
        ids::OrganisationCode,
        meeting::missing,
        organisation,
        text::{RawText, SafeText},
    },
    export::agenda::{Reader, reading::Whole},
};

/// What of the board belongs in the file of an item: what ends for the household. Norms, snoozes, calls and proposals are the desk's
/// own, and commitments have their own place.
const TOLD: [DeadlineKind; 4] = [DeadlineKind::Objection, DeadlineKind::TimeOut, DeadlineKind::Threat, DeadlineKind::Moratorium];

/// Does a row tell what it told then?
fn says_the_same(was: &Deadline, now: &Deadline) -> bool {
    let told = |one: &Deadline| {
        let days = (one.safe_end, one.end, one.uncertain, one.provisional);
        (one.kind, one.label.clone(), one.body.clone(), one.article.clone(), days)
    };
    told(was) == told(now)
}

impl Maker<'_> {
    /// Columns of [`Maker::clocks`].
    pub(super) const CLOCKS: [&'static str; 5] =
        ["column-clock", "column-body", "column-article", "column-safe-end", "column-suspended-end"];

    /// What runs in the case of an item, nearest end first. A body reads what ran when the version was fixed: of what changed since
    /// only that it did, but for its own terms, of which it knows the days. What was typed since it reads of none.
    pub(super) fn clocks(&self, whole: &Whole<'_>) -> Vec<Vec<SafeText>> {
        let (today, signal) = (self.source.made_on(), whole.item.item.signal);
        let runs = |one: &&Deadline| Some(one.signal) == signal && TOLD.contains(&one.kind) && !one.is_gone(today);
        let mut running: Vec<&Deadline> = self.source.clocks.iter().filter(runs).collect();
        running.sort_by_key(|one| (one.safe_end, one.id));
        let Some(code) = self.reader.code().filter(|_| !self.source.draft) else {
            return running.into_iter().map(|one| self.clock(one)).collect();
        };
        let mut rows = vec![];
        for one in running {
            let was = self.source.edition.clocks.iter().find(|was| was.id == one.id);
            let is_own = one.body.as_ref() == Some(code);
            let row = match was {
                Some(was) if says_the_same(was, one) => self.clock(one),
                Some(was) if is_own => self.clock(&Deadline { label: was.label.clone(), ..one.clone() }),
                Some(was) => self.changed_clock(was),
                None if is_own => self.clock(&Deadline { label: RawText::default(), ..one.clone() }),
                None => continue,
            };
            // By the day that is told: the order tells no other.
            rows.push((was.filter(|_| !is_own).unwrap_or(one).safe_end, row));
        }
        rows.sort_by_key(|(on, _)| *on);
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// A term of which the day is no longer what it was when the version was fixed.
    fn changed_clock(&self, was: &Deadline) -> Vec<SafeText> {
        let mut row = self.clock(was);
        if let Some(day) = row.get_mut(3) {
            *day = self.words.get("clock-changed");
        }
        if let Some(suspended) = row.get_mut(4) {
            *suspended = SafeText::default();
        }
        row
    }

    fn clock(&self, one: &Deadline) -> Vec<SafeText> {
        let kind = self.words.texts.get(&format!("deadline-kind-{}", one.kind.code().replace('_', "-")));
        let what = if one.label.is_blank() { kind } else { format!("{kind}: {}", one.label.line()) };
        let day = |on| {
            let mut text = self.words.texts.day(on);
            for (is_so, key) in [(one.uncertain, "uncertain"), (one.provisional, "provisional")] {
                if is_so {
                    text = format!("{text} ({})", self.words.get(key));
                }
            }
            SafeText::line(&text)
        };
        let suspended = if one.end == one.safe_end { SafeText::default() } else { day(one.end) };
        let body = one.body.as_ref().map(|code| self.words.body(code)).unwrap_or_default();
        vec![SafeText::line(&what), body, one.article.line(), day(one.safe_end), suspended]
    }

    /// What is missing, for the secretariat.
    pub(super) fn missing(&self, whole: &Whole<'_>) -> Vec<SafeText> {
        if *self.reader != Reader::Secretariat {
            return vec![];
        }
        let known = organisation::all();
        let kind = |code: &OrganisationCode| known.iter().find(|one| one.code == *code).map(|one| one.kind);
        let invitations: Vec<_> = whole.invitations.iter().map(|one| (*one).clone()).collect();
        let meeting = (&self.source.edition.content.facts, whole.item.times.last_day());
        let found = missing(&whole.item.item, &invitations, Some(meeting), kind);
        let say = |one: &crate::domain::meeting::Missing| {
            let body = one.organisation.as_ref().map(|code| self.words.body(code).into_string()).unwrap_or_default();
            SafeText::line(&self.words.texts.with(&format!("fault-{}", one.kind.fault()), &[("value", body.into())]))
        };
        found.iter().map(say).collect()
    }
}
