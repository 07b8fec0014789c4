//! The register at hand: what the administrator set, the key it is signed with, which cards an account opened, and what was looked up
//! while the server was away.

use super::{
    Link, StoreError,
    query::{all, maybe, run},
};
use crate::domain::at_hand::{OPENED_DAYS, OPENED_MOST, Terms};

/// Under these names it stands among the settings.
const OFFLINE: &str = "register.offline";
const DAYS: &str = "register.offline-days";
const KEY: &str = "register.offline-key";

/// A day, in microseconds.
const DAY: i64 = 24 * 3600 * 1_000_000;

/// What stands among the settings under a name.
pub async fn setting(link: &mut Link, name: &str) -> Result<Option<String>, StoreError> {
    Ok(maybe!(link, (String,), "SELECT value FROM settings WHERE name = $1", name)?.map(|(value,)| value))
}

/// What the administrator set, or what holds otherwise. What cannot be read forbids it.
pub async fn terms(link: &mut Link) -> Result<Terms, StoreError> {
    let usual = Terms::default();
    let offline = setting(link, OFFLINE).await?;
    let days = setting(link, DAYS).await?;
    Ok(Terms {
        offline: offline.map_or(usual.offline, |text| text.parse().unwrap_or(crate::domain::at_hand::Offline::Never)),
        offline_days: days.and_then(|text| text.parse().ok()).unwrap_or(usual.offline_days),
    })
}

/// The administrator sets it.
pub async fn set_terms(link: &mut Link, terms: Terms) -> Result<(), StoreError> {
    for (name, value) in [(OFFLINE, terms.offline.code().to_owned()), (DAYS, terms.offline_days.to_string())] {
        run!(
            link,
            "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            name,
            value
        )?;
    }
    Ok(())
}

/// The key that is kept, or this one from now on: every instance signs with the same.
pub async fn key(link: &mut Link, new: &str) -> Result<String, StoreError> {
    run!(link, "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING", KEY, new)?;
    Ok(setting(link, KEY).await?.unwrap_or_default())
}

/// An account opened a card.
pub async fn opened(link: &mut Link, account: &str, officer: &str, at: i64) -> Result<(), StoreError> {
    let sql = "INSERT INTO opened_cards (account, officer, at) VALUES ($1, $2, $3) \
               ON CONFLICT (account, officer) DO UPDATE SET at = excluded.at";
    run!(link, sql, account, officer, at).map(|_| ())
}

/// What goes along for an account that may not hold a copy: the entries of its organisation, and those it opened lately.
pub async fn for_reader(link: &mut Link, (account, organisation): (&str, &str), now: i64) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT document FROM officers WHERE organisation = $1 ORDER BY id";
    let own = all!(link, (String,), sql, organisation)?;
    let sql = "SELECT o.document FROM opened_cards c JOIN officers o ON o.id = c.officer \
               WHERE c.account = $1 AND c.at > $2 AND o.organisation <> $3 ORDER BY c.at DESC, c.officer LIMIT $4";
    let opened = all!(link, (String,), sql, account, now - OPENED_DAYS * DAY, organisation, OPENED_MOST)?;
    Ok(own.into_iter().chain(opened).map(|(document,)| document).collect())
}

/// What was looked up while the server was away; what was told before under this key stays as it was told.
pub async fn looked_up(
    link: &mut Link,
    (account, key): (&str, &str),
    (looked_at, told_at): (i64, i64),
    (officer, query): (&str, &str),
) -> Result<(), StoreError> {
    let sql = "INSERT INTO offline_lookups (account, key, looked_at, told_at, officer, query) VALUES ($1, $2, $3, $4, $5, $6) \
               ON CONFLICT (account, key) DO NOTHING";
    run!(link, sql, account, key, looked_at, told_at, officer, query).map(|_| ())
}

/// Forgets what goes along no more, and look-ups that were told that long ago.
pub async fn forget(link: &mut Link, now: i64) -> Result<(), StoreError> {
    run!(link, "DELETE FROM opened_cards WHERE at <= $1", now - OPENED_DAYS * DAY)?;
    run!(link, "DELETE FROM offline_lookups WHERE told_at <= $1", now - OPENED_DAYS * DAY)?;
    Ok(())
}
