//! Whom to ask when nobody covers what is needed, in a line.

use super::Texts;
use crate::domain::next_best::NextBest;

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
}
