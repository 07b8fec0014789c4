//! Looking somebody up in the register: pane 3, and the window that `@` opens over any screen.

use super::{field::Field, layout, list::ListCursor};
use crate::{
    client::replica::{HitClass, Replica},
    domain::{Date, officer::Officer},
};

/// The size of the window that `@` opens, when there is room.
pub const FRAME: (u16, u16) = (96, 26);

/// Most hits that are shown.
const MOST: usize = 100;

/// Where the keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    /// The search field.
    #[default]
    Search,
    /// The card.
    Card,
}

/// A hit.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The entry.
    pub officer: Officer,
    /// Found by forgiving a typing error.
    pub typo: bool,
}

/// A search in the register.
#[derive(Debug, Clone, Default)]
pub struct Lookup {
    /// What was typed.
    pub query: Field,
    /// What was found, best first.
    pub hits: Vec<Found>,
    /// How many there are in all, also those not shown.
    pub total: usize,
    /// The cursor.
    pub list: ListCursor,
    /// Where the keys go.
    pub focus: Focus,
    /// The search that is under way on the server.
    pub waiting: Option<u64>,
    /// Raised with every change of the query.
    pub edits: u64,
    /// The server's refusal, in words.
    pub refused: Option<String>,
}

impl Lookup {
    /// Searches the replica; the cursor goes to the best hit.
    pub fn search(&mut self, replica: &Replica, today: Date) {
        let officers = replica.officers();
        let query = self.query.text();
        self.refused = None;
        if query.trim().is_empty() {
            self.total = officers.len() as usize;
            self.hits = (0..officers.len().min(MOST as u32))
                .filter_map(|row| officers.get(row))
                .map(|row| Found { officer: row.officer(), typo: false })
                .collect();
        } else {
            let mut hits = officers.search(query, MOST, today);
            // Loose letters and slips are for when nothing holds what was typed, and the inside of a word (Beekbergen) for when no
            // word begins with it: among what does, they look as if they did.
            let best = hits.iter().map(|hit| hit.class).max();
            let least = if best >= Some(HitClass::WordStart) { HitClass::WordStart } else { HitClass::Inside };
            if best >= Some(HitClass::Inside) {
                hits.retain(|hit| hit.class >= least);
            }
            self.total = hits.len();
            self.hits =
                hits.iter().filter_map(|hit| Some(Found { officer: officers.get(hit.row)?.officer(), typo: hit.typo })).collect();
        }
        self.list = ListCursor::default();
    }

    /// The entry under the cursor.
    pub fn current(&self) -> Option<&Officer> {
        self.hits.get(self.list.row).map(|found| &found.officer)
    }
}

/// The number to call first: the central one, else the direct one.
pub fn phone(officer: &Officer) -> &str {
    let (central, direct) = (officer.facts.phone.raw(), officer.facts.direct_phone.raw());
    if central.trim().is_empty() { direct } else { central }
}

/// The address to write to first: the central one, else the direct one.
pub fn mail(officer: &Officer) -> &str {
    let (central, direct) = (officer.facts.mail.raw(), officer.facts.direct_mail.raw());
    if central.trim().is_empty() { direct } else { central }
}

/// How many rows the window of the register shows that `@` opens.
pub fn list_height(size: (u16, u16)) -> usize {
    usize::from(layout::centred(size, FRAME).height.saturating_sub(4) / 2).max(3)
}
