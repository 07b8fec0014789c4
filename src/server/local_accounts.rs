//! Accounts with a password, as the administrator of the machine keeps them: for small installations, twenty-five at most. The secret that sets one
//! up is shown once and kept as a hash.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    audit::{Deed, append},
    identity::{local, totp::base32},
    random,
    store::{
        Link, Store, StoreError,
        accounts::{self, AccountRow},
        local_accounts::{self as rows, ISSUER, LocalRow},
        sessions::{self, SubjectRow},
    },
};
use crate::domain::{audit::AuditResult, ids::AccountId, role::Role, text::RawText};

/// Most local accounts of an installation; a larger one has a provider.
pub const MOST: i64 = 25;

/// How long a set-up secret is good.
const SET_UP: TimeDelta = TimeDelta::hours(24);

/// What a new account is.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// Name, with which one signs in too.
    pub name: RawText,
    /// Role.
    pub role: Role,
    /// Organisation.
    pub organisation: String,
}

/// An account as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalAccount {
    /// Id.
    pub account: AccountId,
    /// Name.
    pub name: RawText,
    /// Role.
    pub role: Role,
    /// Organisation.
    pub organisation: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Until when it can be set up; nothing once it was.
    pub set_up_until: Option<DateTime<Utc>>,
}

/// Why there is no new account.
#[derive(Debug, thiserror::Error)]
pub enum NotAdded {
    /// There are as many as there may be.
    #[error("there are {MOST} local accounts, which is the most there may be")]
    Full,
    /// There is one of this name.
    #[error("there is an account of this name")]
    Taken,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Makes an account; gives its id and the secret that sets it up, once.
pub async fn add(store: &Store, now: DateTime<Utc>, new: NewAccount) -> Result<(AccountId, String), NotAdded> {
    let (secret, setup) = set_up_secret()?;
    let id = AccountId(random::id(now).map_err(StoreError::from)?);
    let at = now.timestamp_micros();
    let mut link = store.write().await?;
    let row = LocalRow {
        account: id.to_string(),
        login: local::login(new.name.raw()),
        setup,
        setup_until: (now + SET_UP).timestamp_micros(),
        password: String::new(),
        secret: String::new(),
        step: 0,
        made_at: at,
    };
    let account = AccountRow {
        id: row.account.clone(),
        role: new.role.code().to_owned(),
        name: accounts::kept(new.name.raw()),
        organisation: new.organisation,
    };
    accounts::make(&mut link, &account, at).await?;
    if !rows::add(&mut link, &row).await? {
        return Err(NotAdded::Taken);
    }
    // Counted with the new one in it.
    if rows::count(&mut link).await? > MOST {
        return Err(NotAdded::Full);
    }
    let subject = SubjectRow { account: row.account.clone(), claims_at: 0, signed_in_after: 0 };
    sessions::name(&mut link, ISSUER, &row.account, &subject).await?;
    written(&mut link, &account, at, "account.add").await?;
    link.commit().await?;
    Ok((id, secret))
}

/// Every account, by name.
pub async fn list(store: &Store) -> Result<Vec<LocalAccount>, StoreError> {
    let mut link = store.read().await?;
    let mut all = vec![];
    for row in rows::list(&mut link).await? {
        let account = account(&mut link, &row).await?;
        let broken = || StoreError::Fault("an account cannot be read".into());
        all.push(LocalAccount {
            account: account.id.parse().map_err(|_| broken())?,
            name: RawText(account.name),
            role: Role::from_code(&account.role).ok_or_else(broken)?,
            organisation: account.organisation,
            made_at: DateTime::from_timestamp_micros(row.made_at).ok_or_else(broken)?,
            set_up_until: (!row.setup.is_empty()).then(|| DateTime::from_timestamp_micros(row.setup_until)).flatten(),
        });
    }
    Ok(all)
}

/// Takes an account away and ends its sessions; false when there is none of this name. What it did stays under its name.
pub async fn remove(store: &Store, now: DateTime<Utc>, name: &str) -> Result<bool, StoreError> {
    let Some((mut link, row, account)) = named(store, name).await? else { return Ok(false) };
    let at = now.timestamp_micros();
    rows::remove(&mut link, &row.account).await?;
    sessions::end_all_of(&mut link, &row.account, at).await?;
    unlocked(&mut link, name).await?;
    written(&mut link, &account, at, "account.remove").await?;
    link.commit().await?;
    Ok(true)
}

/// Back to before the set-up, for whoever lost password or app: ends the sessions, and gives the secret for setting it up anew; nothing when there is
/// no account of this name.
pub async fn reset(store: &Store, now: DateTime<Utc>, name: &str) -> Result<Option<String>, StoreError> {
    let Some((mut link, row, account)) = named(store, name).await? else { return Ok(None) };
    let (secret, setup) = set_up_secret()?;
    let at = now.timestamp_micros();
    rows::reset(&mut link, &row.account, &setup, (now + SET_UP).timestamp_micros()).await?;
    sessions::end_all_of(&mut link, &row.account, at).await?;
    unlocked(&mut link, name).await?;
    written(&mut link, &account, at, "account.reset").await?;
    link.commit().await?;
    Ok(Some(secret))
}

/// Forgets the failed sign-ins of an account; false when there is none of this name. Those from an address go on counting.
pub async fn unlock(store: &Store, now: DateTime<Utc>, name: &str) -> Result<bool, StoreError> {
    let Some((mut link, _, account)) = named(store, name).await? else { return Ok(false) };
    unlocked(&mut link, name).await?;
    written(&mut link, &account, now.timestamp_micros(), "account.unlock").await?;
    link.commit().await?;
    Ok(true)
}

async fn named(store: &Store, name: &str) -> Result<Option<(Link, LocalRow, AccountRow)>, StoreError> {
    let mut link = store.write().await?;
    let Some(row) = rows::by_login(&mut link, &local::login(name)).await? else { return Ok(None) };
    let account = account(&mut link, &row).await?;
    Ok(Some((link, row, account)))
}

async fn account(link: &mut Link, row: &LocalRow) -> Result<AccountRow, StoreError> {
    let found = sessions::account(link, &row.account).await?;
    found.ok_or_else(|| StoreError::Fault("an account cannot be read".into()))
}

async fn unlocked(link: &mut Link, name: &str) -> Result<(), StoreError> {
    let subject = local::of_name(name);
    rows::failures(link, &subject).await?;
    rows::set_failures(link, &subject, &[]).await
}

/// In the audit log, without who did it: whoever works at the machine of the server is not signed in.
async fn written(link: &mut Link, account: &AccountRow, at: i64, verb: &'static str) -> Result<(), StoreError> {
    let deed = Deed {
        organisation: account.organisation.clone(),
        at,
        account: String::new(),
        role: "",
        purpose: "keep accounts",
        result: AuditResult::Done,
        origin: String::new(),
        request: String::new(),
        verb,
        entity: "account",
        object: account.id.clone(),
        quarter: 0,
        change: String::new(),
    };
    append(link, &account.organisation, &[deed]).await
}

/// A secret in groups that can be typed, and its hash.
fn set_up_secret() -> Result<(String, String), StoreError> {
    let letters: Vec<char> = base32(&random::bytes::<15>()?).chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    let secret = groups.join("-");
    let hash = local::set_up_hash(&secret);
    Ok((secret, hash))
}
