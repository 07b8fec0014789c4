//! Recomputing the chains.

use super::chain::hash_of;
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
    /// The chains that do not hold.
    pub broken: Vec<Broken>,
}

/// Rows read at a time.
const STEP: i64 = 1000;

/// Recomputes every chain from its first row to its head.
pub async fn verify(store: &Store) -> Result<Verified, StoreError> {
    let mut link = store.read().await?;
    let mut verified = Verified { heads: audit::heads(&mut link).await?, ..Verified::default() };
    for organisation in audit::organisations(&mut link).await? {
        if !verified.heads.iter().any(|(known, ..)| *known == organisation) {
            verified.broken.push(Broken { organisation, seq: 0, what: "audit-no-head" });
        }
    }
    for (organisation, seq, hash) in verified.heads.clone() {
        let (rows, broken) = walk(&mut link, &organisation, seq, &hash).await?;
        verified.rows += rows;
        verified.broken.extend(broken.map(|(seq, what)| Broken { organisation, seq, what }));
    }
    Ok(verified)
}

/// How many rows hold from the first on, and what is wrong after them. Rows up to the head may be followed by rows that were committed since the head was read.
async fn walk(
    link: &mut Link,
    organisation: &str,
    head: i64,
    head_hash: &str,
) -> Result<(i64, Option<(i64, &'static str)>), StoreError> {
    let (mut seq, mut hash) = (0, String::new());
    while seq < head {
        let rows = audit::after(link, organisation, seq, STEP).await?;
        if rows.is_empty() {
            return Ok((seq, Some((seq + 1, "audit-tail"))));
        }
        for row in rows.into_iter().take_while(|row| row.seq <= head) {
            if row.seq != seq + 1 {
                return Ok((seq, Some((seq + 1, "audit-missing"))));
            }
            if hash_of(&hash, &row) != row.hash {
                return Ok((seq, Some((row.seq, "audit-changed"))));
            }
            (seq, hash) = (row.seq, row.hash);
        }
        if seq < head && audit::after(link, organisation, seq, 1).await?.first().is_none_or(|row| row.seq > head) {
            return Ok((seq, Some((seq + 1, "audit-tail"))));
        }
    }
    Ok((seq, (hash != head_hash).then_some((seq, "audit-head"))))
}
