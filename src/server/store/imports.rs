//! Rows of what was taken from a file or a calendar: what it came from, and what it became.

use super::{
    Link, StoreError,
    query::{maybe, run},
};

/// The object that was made of this, if it was taken before.
pub async fn find(link: &mut Link, kind: &str, reference: &str) -> Result<Option<String>, StoreError> {
    let found =
        maybe!(link, (String,), "SELECT object FROM imports WHERE kind = $1 AND reference = $2", kind, &*stored(reference))?;
    Ok(found.map(|(object,)| object))
}

/// Notes what was made of this. Somebody who takes the same at the same time does it again and finds it.
pub async fn note(link: &mut Link, kind: &str, reference: &str, object: &str) -> Result<(), StoreError> {
    let made = run!(
        link,
        "INSERT INTO imports (kind, reference, object) VALUES ($1, $2, $3) ON CONFLICT (kind, reference) DO NOTHING",
        kind,
        &*stored(reference),
        object
    )?;
    if made == 1 { Ok(()) } else { Err(StoreError::Again("the same was imported twice at once".into())) }
}

/// No store takes a NUL in a text.
fn stored(reference: &str) -> String {
    reference.replace('\0', "␀")
}
