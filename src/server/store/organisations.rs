//! Organisations, seeded from the embedded list.

use super::{
    Store, StoreError,
    query::{all, maybe, run},
};
use crate::domain::organisation;

/// Puts in every organisation of the embedded list that is not there, and names the store once.
pub async fn seed(store: &Store) -> Result<(), StoreError> {
    let embedded = organisation::all();
    let mut link = store.read().await?;
    let known = all!(link, (String,), "SELECT code FROM organisations")?;
    let named = maybe!(link, (String,), "SELECT value FROM settings WHERE name = 'epoch'")?;
    drop(link);
    let known: std::collections::HashSet<String> = known.into_iter().map(|(code,)| code).collect();
    let missing: Vec<_> = embedded.into_iter().filter(|organisation| !known.contains(organisation.code.as_str())).collect();
    if missing.is_empty() && named.is_some() {
        return Ok(());
    }
    let mut link = store.write_reserved().await?;
    let name = super::changes::name()?;
    run!(link, "INSERT INTO settings (name, value) VALUES ('epoch', $1) ON CONFLICT (name) DO NOTHING", name)?;
    for organisation in missing {
        run!(
            link,
            "INSERT INTO organisations (code, kind, document) VALUES ($1, $2, $3) ON CONFLICT (code) DO NOTHING",
            organisation.code.as_str(),
            organisation.kind.code(),
            serde_json::to_string(&organisation)?
        )?;
    }
    link.commit().await
}

/// Every organisation as JSON, in order of code.
pub async fn documents(store: &Store) -> Result<Vec<String>, StoreError> {
    let mut link = store.read().await?;
    let rows = all!(link, (String,), "SELECT document FROM organisations ORDER BY code")?;
    Ok(rows.into_iter().map(|(document,)| document).collect())
}
