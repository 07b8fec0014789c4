//! What the timeline of a case says of mail, in words.

use super::Texts;
use crate::domain::{
    message::{MessageRecipient, RecipientRole},
    organisation,
    signal::{Entry, LinkedVerb},
    text::{RawText, SafeText},
};

impl Texts {
    /// To or from whom, by what the timeline names them: `de melder`, `UWV`, a name.
    pub fn mail_party(&self, label: &RawText) -> String {
        match RecipientRole::from_code(label.raw()) {
            Some(role) => self.get(&format!("message-to-{role}")),
            None => SafeText::line(&organisation::shown(label.raw())).into_string(),
        }
    }

    /// To whom a message goes; never an address of who reported the case.
    pub fn message_to(&self, to: &MessageRecipient) -> String {
        let party = self.mail_party(&to.label());
        let more: Vec<String> = [&to.name, &to.mail]
            .iter()
            .filter(|text| !text.is_blank())
            .map(|text| text.line().into_string())
            .filter(|text| *text != party)
            .collect();
        if more.is_empty() { party } else { format!("{party} ({})", more.join(", ")) }
    }

    /// A mail that went, did not go or came in; of one that came in, all it says.
    pub fn mail(&self, entry: &Entry) -> String {
        let Some(linked) = &entry.linked else { return entry.text.block().into_string() };
        let who = self.mail_party(&linked.label);
        match linked.verb {
            LinkedVerb::CameIn => {
                let head = self.with("entry-mail-came-in", &[("label", who.into())]);
                format!("{head}\n{}", entry.text.block())
            }
            verb => {
                let values = [("label", who.into()), ("subject", entry.text.line().into())];
                self.with(&format!("entry-mail-{verb}"), &values)
            }
        }
    }
}
