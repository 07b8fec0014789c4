//! Where a row came from: the pair that makes it unique, so that the same file twice changes nothing.

use serde::Serialize;

use crate::domain::{fold::fold, officer::OfficerFacts, signal::Source};

/// Longer references than this are replaced by their hash, in characters.
const LONGEST_REFERENCE: usize = 200;

/// The sender's own reference, or the content where there is none.
pub(super) fn of(system: &str, reference: &str, content: &impl Serialize) -> Source {
    let reference = reference.trim();
    if reference.is_empty() {
        return Source { system: "content".into(), reference: hash_of(content).into() };
    }
    let reference =
        if reference.chars().nth(LONGEST_REFERENCE).is_some() { sha_256(reference.as_bytes()) } else { reference.into() };
    Source { system: system.into(), reference: reference.into() }
}

/// An entry of the register is its organisation, its title and its name.
pub(super) fn of_officer(facts: &OfficerFacts) -> Source {
    let parts = [facts.organisation.as_str(), facts.title.raw(), facts.name.raw()].map(|part| fold(part.trim()));
    of("register", &parts.join("|"), facts)
}

fn hash_of(content: &impl Serialize) -> String {
    // Types of the domain always serialise; should one not, its row is told apart by nothing and refused as a repeat.
    sha_256(&serde_json::to_vec(content).unwrap_or_default())
}

fn sha_256(bytes: &[u8]) -> String {
    ring::digest::digest(&ring::digest::SHA256, bytes).as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}
