//! What must be known of an entry of the register before calling, in a line; and whom to ask when nobody covers what is needed.

use super::Texts;
use crate::domain::{
    Date,
    next_best::NextBest,
    officer::{Officer, Standing},
    officer_history::OfficerChange,
    text::RawText,
};

impl Texts {
    /// `vervanger E. Smits · T. de Boer (procesregisseur) · postbus maatwerk@… · het loket`.
    pub fn next_best(&self, next: &NextBest<'_>) -> String {
        let mut parts = vec![];
        if let Some(deputy) = next.deputy {
            parts.push(self.with("next-best-deputy", &[("name", deputy.line().into())]));
        }
        if let Some(other) = next.neighbour {
            let facts = &other.facts;
            parts.push(match (facts.name.is_blank(), facts.title.is_blank()) {
                (true, _) => facts.title.line().into_string(),
                (false, true) => facts.name.line().into_string(),
                (false, false) => format!("{} ({})", facts.name.line(), facts.title.line()),
            });
        }
        if let Some(mailbox) = next.mailbox {
            parts.push(self.with("next-best-mailbox", &[("mail", mailbox.line().into())]));
        }
        parts.push(self.get("next-best-desk"));
        parts.join(" · ")
    }

    /// `telefoon: 030 … → 085 …`; days as people read them, nothing as a dash.
    pub fn field_change(&self, change: &OfficerChange) -> String {
        let value = |text: &RawText| match text.raw().parse::<Date>() {
            Ok(day) => self.day(day),
            Err(_) if text.is_blank() => "–".to_owned(),
            Err(_) => text.line().into_string(),
        };
        let field = self.get(&format!("officer-field-{}", change.field));
        format!("{field}: {} → {}", value(&change.before), value(&change.after))
    }

    /// `mandaat: beslissen · niet voor ontruiming · gecontroleerd do 05-11-2026`, for the note of a contact.
    pub fn contact_note(&self, officer: &Officer, today: Date) -> String {
        let facts = &officer.facts;
        let mandate = self.get(&format!("mandate-{}", facts.mandate));
        let mut parts = vec![format!("{}: {mandate}", self.get("card-mandate"))];
        match facts.standing(today) {
            Standing::Sound => {}
            standing => parts.push(self.get(&format!("standing-{standing}"))),
        }
        if !facts.mandate_excludes.is_blank() {
            parts.push(format!("{}: {}", self.get("card-not"), facts.mandate_excludes.line()));
        }
        let verified = facts.verified_on.map_or_else(|| self.get("card-never"), |day| self.day(day));
        parts.push(format!("{}: {verified}", self.get("card-verified")));
        parts.join(" · ")
    }
}
