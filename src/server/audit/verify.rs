//! Recomputing the chains, and comparing them with heads that were kept outside the store.

use std::collections::BTreeMap;

use super::{chain::hash_of, heads::Kept};
use crate::server::store::{Link, Store, StoreError, audit};

/// A chain that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Whose chain.
    pub organisation: String,
    /// The first place where it does not hold.
    pub seq: i64,
    /// What is wrong there: a code, whose words are under `db-fault-CODE`.
    pub what: &'static str,
}

/// What a verification found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// Rows that were recomputed and hold.
    pub rows: i64,
    /// The heads, to be kept outside the store: organisation, sequence, hash.
    pub heads: Vec<(String, i64, String)>,
    /// Kept heads that were found in the chains.
    pub kept: i64,
    /// The chains that do not hold.
    pub broken: Vec<Broken>,
}

/// Rows read at a time: memory does not grow with the log.
const STEP: i64 = 2000;

/// Recomputes every chain from its first row to its head.
pub async fn verify(store: &Store) -> Result<Verified, StoreError> {
    verify_with(store, &[], |_, _| ()).await
}

/// The same, and looks whether the chains are the ones whose heads were kept outside the store. `told` hears how many rows were done, and
/// how many there are.
pub async fn verify_with(store: &Store, kept: &[Kept], mut told: impl FnMut(i64, i64) + Send) -> Result<Verified, StoreError> {
    let mut link = store.read().await?;
    let mut verified = Verified { heads: audit::heads(&mut link).await?, ..Verified::default() };
    let all: i64 = verified.heads.iter().map(|(_, seq, _)| seq).sum();
    for organisation in audit::organisations(&mut link).await? {
        if !verified.heads.iter().any(|(known, ..)| *known == organisation) {
            verified.broken.push(Broken { organisation, seq: 1, what: "audit-no-head" });
        }
    }
    let mut outside: BTreeMap<&str, BTreeMap<i64, Vec<&str>>> = BTreeMap::new();
    for head in kept {
        outside.entry(&head.organisation).or_default().entry(head.seq).or_default().push(&head.hash);
    }
    for (organisation, seq, hash) in verified.heads.clone() {
        let mut chain = Chain { seq: 0, hash: String::new(), kept: outside.remove(&*organisation).unwrap_or_default(), met: 0 };
        let before = verified.rows;
        let broken = chain.walk(&mut link, &organisation, (seq, &hash), &mut |done| told(before + done, all)).await?;
        verified.rows += chain.seq;
        verified.kept += chain.met;
        verified.broken.extend(broken.map(|(seq, what)| Broken { organisation, seq, what }));
    }
    // Whole chains of which a head was kept, and that are not there any more.
    let gone =
        outside.into_keys().filter(|organisation| !verified.broken.iter().any(|broken| broken.organisation == **organisation));
    let gone: Vec<Broken> =
        gone.map(|organisation| Broken { organisation: organisation.to_owned(), seq: 1, what: "audit-cut-back" }).collect();
    verified.broken.extend(gone);
    Ok(verified)
}

/// How far a chain holds.
struct Chain<'k> {
    seq: i64,
    hash: String,
    /// Heads kept outside that were not met yet, by their place.
    kept: BTreeMap<i64, Vec<&'k str>>,
    met: i64,
}

impl Chain<'_> {
    /// What is wrong after the rows that hold. Rows up to the head may be followed by rows that were committed since the head was read.
    async fn walk(
        &mut self,
        link: &mut Link,
        organisation: &str,
        (head, head_hash): (i64, &str),
        told: &mut (dyn FnMut(i64) + Send),
    ) -> Result<Option<(i64, &'static str)>, StoreError> {
        while self.seq < head {
            let rows = audit::after(link, organisation, self.seq, STEP).await?;
            let whole = rows.len() == STEP as usize;
            for row in rows.into_iter().take_while(|row| row.seq <= head) {
                if row.seq != self.seq + 1 {
                    return Ok(Some((self.seq + 1, "audit-missing")));
                }
                if hash_of(&self.hash, &row) != row.hash {
                    return Ok(Some((row.seq, "audit-changed")));
                }
                if let Some(hashes) = self.kept.remove(&row.seq) {
                    if hashes.iter().any(|hash| **hash != row.hash) {
                        return Ok(Some((row.seq, "audit-rewritten")));
                    }
                    self.met += hashes.len() as i64;
                }
                (self.seq, self.hash) = (row.seq, row.hash);
            }
            told(self.seq);
            if !whole && self.seq < head {
                return Ok(Some((self.seq + 1, "audit-tail")));
            }
        }
        if self.hash != head_hash {
            return Ok(Some((self.seq.max(1), "audit-head")));
        }
        if !self.kept.is_empty() {
            return Ok(Some((self.seq + 1, "audit-cut-back")));
        }
        Ok(audit::beyond_head(link, organisation).await?.map(|seq| (seq, "audit-beyond")))
    }
}
