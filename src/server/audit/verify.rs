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
    /// What is wrong there.
    pub what: &'static str,
}

/// What a verification found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// Rows that were recomputed.
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
            verified.broken.push(Broken { organisation, seq: 0, what: "rows without a head" });
        }
    }
    for (organisation, seq, hash) in verified.heads.clone() {
        match walk(&mut link, &organisation, seq, &hash).await? {
            Ok(rows) => verified.rows += rows,
            Err((seq, what)) => verified.broken.push(Broken { organisation, seq, what }),
        }
    }
    Ok(verified)
}

/// Rows up to the head may be followed by rows that were committed since the head was read.
async fn walk(
    link: &mut Link,
    organisation: &str,
    head: i64,
    head_hash: &str,
) -> Result<Result<i64, (i64, &'static str)>, StoreError> {
    let (mut seq, mut hash) = (0, String::new());
    while seq < head {
        let rows = audit::after(link, organisation, seq, STEP).await?;
        if rows.is_empty() {
            return Ok(Err((seq + 1, "the tail is cut off")));
        }
        for row in rows.into_iter().take_while(|row| row.seq <= head) {
            if row.seq != seq + 1 {
                return Ok(Err((seq + 1, "a row is missing")));
            }
            if hash_of(&hash, &row) != row.hash {
                return Ok(Err((row.seq, "a row was changed")));
            }
            (seq, hash) = (row.seq, row.hash);
        }
        if seq < head && audit::after(link, organisation, seq, 1).await?.first().is_none_or(|row| row.seq > head) {
            return Ok(Err((seq + 1, "the tail is cut off")));
        }
    }
    Ok(if hash == head_hash { Ok(seq) } else { Err((seq, "the head does not fit")) })
}
