//! Whom of a body to send to when nobody of it is asked: its escalation contact, as the register has it.

use super::Addressee;
use crate::domain::{
    Date,
    officer::{Officer, Standing},
    text::RawText,
};

/// The role code of an escalation contact in the register.
pub const ESCALATION: &str = "escalatiefunctionaris";

/// The escalation contact among the entries of one body: its escalation officer with an address; else the director that an entry
/// names, under the address of that entry. Entries that ended count for nothing; nothing: there is none with an address.
pub fn contact<'a>(officers: impl IntoIterator<Item = &'a Officer>, today: Date) -> Option<Addressee> {
    let sound = officers.into_iter().map(|officer| &officer.facts);
    let mut sound: Vec<_> =
        sound.filter(|facts| !facts.mail.is_blank() && facts.standing(today) != Standing::EntryEnded).collect();
    sound.sort_by_key(|facts| std::cmp::Reverse(facts.precedence(today)));
    let officer = sound.iter().find(|facts| facts.role_code == ESCALATION);
    let officer =
        officer.map(|facts| Addressee { name: facts.name.clone(), function: facts.title.clone(), mail: facts.mail.clone() });
    let director = || sound.iter().find(|facts| !facts.escalation.is_blank());
    officer.or_else(|| {
        director().map(|facts| Addressee {
            name: facts.escalation.clone(),
            function: RawText::default(),
            mail: facts.mail.clone(),
        })
    })
}
