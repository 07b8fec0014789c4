//! What a server acknowledged, to be compared with what it has: no more, no less, nothing twice.

use std::collections::{BTreeMap, BTreeSet};

use loket::domain::signal::{Entry, Signal};

use super::http::Caller;

/// What was acknowledged, by what it is known by: a title, a text, a name. Marks differ from each other.
#[derive(Default, Clone)]
pub struct Acknowledged {
    /// Titles with the ids of their signals.
    pub signals: BTreeMap<String, String>,
    /// Marks of notes and contact moments with the ids of their signals.
    pub entries: BTreeMap<String, String>,
    /// Names of officers with their ids.
    pub officers: BTreeMap<String, String>,
}

impl Acknowledged {
    /// How much it is.
    pub fn len(&self) -> usize {
        self.signals.len() + self.entries.len() + self.officers.len()
    }

    /// The server has exactly this, and nothing beside it.
    pub async fn verify(&self, who: &Caller) {
        let titles = all(who, "/v1/signals", "/title").await;
        let expected: BTreeSet<_> = self.signals.keys().cloned().collect();
        assert_eq!(titles.len(), titles.iter().collect::<BTreeSet<_>>().len(), "a signal is there twice");
        assert_eq!(titles.into_iter().collect::<BTreeSet<_>>(), expected, "acknowledged and stored differ");
        let names = all(who, "/v1/officers", "/facts/name").await;
        assert_eq!(names.len(), self.officers.len(), "an officer is there twice or not at all");
        assert_eq!(names.into_iter().collect::<BTreeSet<_>>(), self.officers.keys().cloned().collect());
        let mut entries = BTreeMap::new();
        for id in self.signals.values() {
            let signal: Signal = who.get(&format!("/v1/signals/{id}")).await.read();
            for entry in &signal.timeline {
                let Some(mark) = mark_of(entry) else { continue };
                assert_eq!(entries.insert(mark.to_owned(), id.clone()), None, "{mark} is there twice");
            }
        }
        assert_eq!(entries, self.entries, "acknowledged and stored entries differ");
    }
}

/// The mark of a note or a contact moment; nothing for what is neither.
pub fn mark_of(entry: &Entry) -> Option<&str> {
    match (&entry.contact, entry.kind.code()) {
        (Some(contact), _) => Some(contact.with.raw()),
        (None, "note") => Some(entry.text.raw()),
        _ => None,
    }
}

/// A text of every row of a list, page by page.
async fn all(who: &Caller, path: &str, pointer: &str) -> Vec<String> {
    let (mut found, mut after) = (vec![], String::new());
    loop {
        let page = who.get(&format!("{path}?limit=200{after}")).await.expect(200);
        let rows = page["items"].as_array().unwrap();
        found.extend(rows.iter().map(|row| row.pointer(pointer).unwrap().as_str().unwrap().to_owned()));
        let Some(next) = page["next"].as_str() else { return found };
        after = format!("&after={next}");
    }
}
