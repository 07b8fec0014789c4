//! What was typed and does not count, because somebody else's text was chosen: it comes in the timeline of its signal as a note, so that
//! whoever reads back finds both.

use super::{
    State, Tone,
    actions::Pending,
    call::{Answer, Call},
    conflict::{Conflict, Row, Side},
    message::{Effect, Refusal},
    purpose::Purpose,
};
use crate::domain::{ids::SignalId, text::SafeText};

impl State {
    /// The signal in whose timeline it comes; nothing for what belongs to none: that is kept as a draft alone.
    pub fn declined_goes_to(&self, purpose: Purpose) -> Option<SignalId> {
        let of_item = || purpose.agenda_item().and_then(|id| self.replica.agendas().item(id)).and_then(|item| item.signal);
        purpose.signal().or_else(of_item)
    }

    /// Notes the texts of one's own that do not count: those for which theirs was chosen, or all of them.
    pub(super) fn note_declined(&mut self, conflict: &Conflict, all: bool) -> Vec<Effect> {
        let Some(signal) = self.declined_goes_to(conflict.purpose) else { return vec![] };
        let declined = |row: &&Row| {
            let typed = !row.mine.trim().is_empty() && row.mine != row.base && row.mine != row.theirs;
            typed && (all || row.clashes && row.side == Some(Side::Theirs))
        };
        let line = |row: &Row| format!("{}: {}", self.conflict_label(row), self.conflict_text(conflict, row, &row.mine));
        let lines: Vec<String> = conflict.rows.iter().filter(declined).map(line).collect();
        if lines.is_empty() {
            return vec![];
        }
        let head = self.texts.with("declined-note", &[("who", conflict.by.clone().into())]);
        let text = format!("{}\n{}", SafeText::line(&head), lines.join("\n"));
        let (request, key) = (self.request(Pending::Declined), self.next_key());
        vec![Effect::Send { request, key, call: Call::Note { signal, text: text.as_str().into() }, draft: None }]
    }

    /// The note was saved, waits, or was refused: then the text stands apart as a draft alone.
    pub(super) fn declined_noted(&mut self, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        match reply {
            Ok(Answer::Signal(signal)) => {
                self.made(&signal);
                self.keep(*signal);
            }
            Ok(_) => {}
            Err(refusal) => self.say_with(Tone::Warn, "declined-refused", &[("why", refusal.words.into())]),
        }
        vec![]
    }
}
