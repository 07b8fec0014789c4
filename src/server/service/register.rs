//! The register in memory, as searches need it. It follows the store: before every search it reads what was committed since, so
//! no search misses a change, of this instance or of another.

use crate::{
    domain::{ids::OfficerId, officer::Officer},
    index::{Case, Leaning, Officers},
    server::store::{Store, StoreError, changes::Documents},
};

use super::followed::{Followed, Kept};

/// The register in memory.
pub type Register = Followed<Officers>;

impl Kept for Officers {
    const DOCUMENTS: Documents = Documents::Register;

    fn put_document(&mut self, document: &str) -> Result<(), StoreError> {
        let officer: Officer = serde_json::from_str(document)?;
        self.upsert(&officer).map_err(|error| StoreError::Fault(error.to_string()))?;
        Ok(())
    }

    fn forget(&mut self, id: &str) {
        if let Ok(id) = id.parse::<OfficerId>() {
            self.remove(*id.0.as_bytes());
        }
    }
}

/// One entry that fits.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundOfficer {
    /// The entry.
    pub officer: Officer,
    /// How well it fits: equal ranks fit equally well.
    pub rank: i64,
    /// Was something typed forgiven?
    pub forgiven: bool,
}

impl Register {
    /// The best entries for what was typed, among all that are committed.
    pub async fn search(
        &self,
        store: &Store,
        query: &str,
        case: Option<&Case>,
        limit: usize,
        leaning: &Leaning,
    ) -> Result<Vec<FoundOfficer>, StoreError> {
        // A snapshot, so who searches keeps nobody waiting.
        let officers = self.as_committed(store, Officers::clone).await?;
        let hits = match case.filter(|_| query.trim().is_empty()) {
            Some(case) => officers.proposed(case, leaning),
            None => officers.search(query, limit, leaning),
        };
        let found = hits.iter().filter_map(|hit| {
            let officer = officers.get(hit.row)?.officer();
            Some(FoundOfficer { officer, rank: hit.rank, forgiven: hit.class.is_forgiven() })
        });
        Ok(found.collect())
    }
}
