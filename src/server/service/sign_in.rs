//! Signing in to a local account: name, password and code; and setting one up. Whatever is wrong, the answer and the work are the same. Every
//! attempt counts as failed until it succeeds, so that many at once count as many.

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};

use super::{Refused, Service, write};
use crate::{
    domain::{audit::AuditResult, check::Finding, organisation::DESK},
    server::{
        audit::{Deed, append},
        identity::{Asked, local, password, totp},
        random,
        store::{
            Link, StoreError,
            accounts::AccountRow,
            local_accounts::{self as rows, LocalRow},
            sessions,
        },
    },
};

/// So many sign-ins may fail in so long, of one name and from one address.
const MOST: (usize, TimeDelta) = (10, TimeDelta::minutes(15));

/// Somebody signed in.
pub struct SignedIn {
    /// The token, told once.
    pub token: String,
    /// Until when it counts.
    pub expires_at: DateTime<Utc>,
}

/// An attempt that counts as failed until it succeeds.
struct Attempt {
    /// As what it is counted, in the order in which they are locked.
    subjects: [String; 2],
    at: i64,
    /// It was the last there is.
    is_last: bool,
}

impl Service {
    /// Do people sign in here, with a password?
    pub fn has_local_accounts(&self) -> bool {
        self.identities.are_local()
    }

    /// Signs somebody in.
    pub async fn sign_in(&self, name: &str, password: &str, code: &str, asked: &Asked) -> Result<SignedIn, Refused> {
        let (attempt, row) = self.attempted(name, asked).await?;
        let set_up = row.as_ref().filter(|row| !row.password.is_empty());
        let is_right = self.passwords.is(password, set_up.map(|row| &*row.password)).await?;
        let step = totp::step_of(&secret_of(set_up), code, self.now());
        match (row, step) {
            (Some(row), Some(step)) if is_right => write::again!(self.try_begin(&row, step, &attempt, asked)),
            (row, _) => self.refused(row.as_ref(), &attempt, asked).await,
        }
    }

    /// Begins to set an account up: gives what its codes are made from.
    pub async fn begin_set_up(&self, name: &str, secret: &str, asked: &Asked) -> Result<Vec<u8>, Refused> {
        let (attempt, row) = self.attempted(name, asked).await?;
        let codes = random::bytes::<20>().map_err(StoreError::from)?;
        let Some(row) = row.as_ref().filter(|row| is_to_set_up(row, secret, self.now())) else {
            return self.refused(row.as_ref(), &attempt, asked).await;
        };
        let mut link = self.store.write_reserved().await?;
        if !rows::begin(&mut link, &row.account, &row.setup, &STANDARD_NO_PAD.encode(codes)).await? {
            drop(link);
            return self.refused(Some(row), &attempt, asked).await;
        }
        succeeded(&mut link, &attempt).await?;
        link.commit().await?;
        Ok(codes.into())
    }

    /// Sets an account up and signs its owner in.
    pub async fn set_up(&self, name: &str, secret: &str, password: &str, code: &str, asked: &Asked) -> Result<SignedIn, Refused> {
        Refused::unless_empty(password::faults(name, password))?;
        let (attempt, row) = self.attempted(name, asked).await?;
        let hash = self.passwords.hash(password).await?;
        let step = totp::step_of(&secret_of(row.as_ref()), code, self.now());
        match (row, step) {
            (Some(row), Some(step)) if is_to_set_up(&row, secret, self.now()) && !row.secret.is_empty() => {
                write::again!(self.try_set_up(&row, &hash, step, &attempt, asked))
            }
            (row, _) => self.refused(row.as_ref(), &attempt, asked).await,
        }
    }

    /// Counts an attempt before anything is looked at, and gives the account it is about.
    async fn attempted(&self, name: &str, asked: &Asked) -> Result<(Attempt, Option<LocalRow>), Refused> {
        if !self.has_local_accounts() {
            return Err(Refused::NotFound);
        }
        write::again!(self.try_attempted(name, asked))
    }

    async fn try_attempted(&self, name: &str, asked: &Asked) -> Result<(Attempt, Option<LocalRow>), Refused> {
        let (at, (most, quarter)) = (self.now().timestamp_micros(), MOST);
        let quarter = quarter.num_microseconds().unwrap_or_default();
        let mut subjects = [local::of_name(name), local::of_address(&asked.origin)];
        subjects.sort_unstable();
        let mut link = self.store.write_reserved().await?;
        let (mut all, mut wait) = (vec![], 0);
        for subject in &subjects {
            let mut moments = rows::failures(&mut link, subject).await?;
            moments.retain(|moment| *moment > at - quarter);
            if let Some(first) = moments.len().checked_sub(most).and_then(|past| moments.get(past)) {
                wait = wait.max(first + quarter - at);
            }
            moments.push(at);
            all.push(moments);
        }
        if wait > 0 {
            let findings = vec![Finding::new("", "too-many-sign-ins", most)];
            return Err(Refused::TooMany { seconds: (wait - 1).div_euclid(1_000_000) + 1, findings });
        }
        for (subject, moments) in subjects.iter().zip(&all) {
            rows::set_failures(&mut link, subject, moments).await?;
        }
        let row = rows::by_login(&mut link, &local::login(name)).await?;
        link.commit().await?;
        Ok((Attempt { subjects, at, is_last: all.iter().any(|moments| moments.len() == most) }, row))
    }

    async fn try_begin(&self, row: &LocalRow, step: i64, attempt: &Attempt, asked: &Asked) -> Result<SignedIn, Refused> {
        let mut link = self.store.write_reserved().await?;
        if !rows::take(&mut link, row, step).await? {
            drop(link);
            return self.refused(Some(row), attempt, asked).await;
        }
        self.begin(link, row, attempt, asked, &[]).await
    }

    async fn try_set_up(
        &self,
        row: &LocalRow,
        hash: &str,
        step: i64,
        attempt: &Attempt,
        asked: &Asked,
    ) -> Result<SignedIn, Refused> {
        let mut link = self.store.write_reserved().await?;
        let after = LocalRow { password: hash.to_owned(), ..row.clone() };
        if !rows::set_up(&mut link, row, hash).await? || !rows::take(&mut link, &after, step).await? {
            drop(link);
            return self.refused(Some(row), attempt, asked).await;
        }
        self.begin(link, row, attempt, asked, &["account.set-up"]).await
    }

    async fn begin(
        &self,
        mut link: Link,
        row: &LocalRow,
        attempt: &Attempt,
        asked: &Asked,
        before: &[&'static str],
    ) -> Result<SignedIn, Refused> {
        let now = self.now();
        succeeded(&mut link, attempt).await?;
        let account = account(&mut link, row).await?;
        let (caller, token) = local::begin(&mut link, &account, asked.clone(), now).await?;
        let session = caller.session.map(|id| id.to_string()).unwrap_or_default();
        let at = now.timestamp_micros();
        let mut deeds: Vec<Deed> = before.iter().map(|verb| Deed::of(&caller, at, verb, "account", &account.id)).collect();
        deeds.push(Deed::of(&caller, at, "session.begin", "session", &session));
        append(&mut link, &account.organisation, &deeds).await?;
        link.commit().await?;
        Ok(SignedIn { token, expires_at: now + local::LIFE })
    }

    /// Writes down that an attempt failed, whoever it was about: an account that is not there is not named.
    async fn refused<T>(&self, row: Option<&LocalRow>, attempt: &Attempt, asked: &Asked) -> Result<T, Refused> {
        let mut link = self.store.read().await?;
        let account = match row {
            Some(row) => Some(account(&mut link, row).await?),
            None => None,
        };
        drop(link);
        let organisation = account.as_ref().map_or(DESK, |account| &account.organisation).to_owned();
        let id = account.map(|account| account.id).unwrap_or_default();
        let deed = |verb, entity, object: &str| Deed {
            organisation: organisation.clone(),
            at: attempt.at,
            account: id.clone(),
            role: "",
            purpose: asked.purpose,
            result: AuditResult::Refused,
            origin: asked.origin.clone(),
            request: asked.request.clone(),
            verb,
            entity,
            object: object.to_owned(),
            quarter: 0,
            change: String::new(),
        };
        self.log.written(deed("session.refused", "session", "")).await?;
        if attempt.is_last {
            self.log.written(deed("session.lock", "account", &id)).await?;
        }
        Err(Refused::SignIn)
    }
}

async fn account(link: &mut Link, row: &LocalRow) -> Result<AccountRow, StoreError> {
    let found = sessions::account(link, &row.account).await?;
    found.ok_or_else(|| StoreError::Fault("an account cannot be read".into()))
}

/// What the codes are made from; of nobody something as long.
fn secret_of(row: Option<&LocalRow>) -> Vec<u8> {
    let secret = row.and_then(|row| STANDARD_NO_PAD.decode(&row.secret).ok()).filter(|secret| !secret.is_empty());
    secret.unwrap_or_else(|| vec![0; 20])
}

/// Does this secret set the account up, now?
fn is_to_set_up(row: &LocalRow, secret: &str, now: DateTime<Utc>) -> bool {
    !row.setup.is_empty() && row.setup_until > now.timestamp_micros() && row.setup == local::set_up_hash(secret)
}

/// The attempt did not fail after all.
async fn succeeded(link: &mut Link, attempt: &Attempt) -> Result<(), StoreError> {
    for subject in &attempt.subjects {
        let mut moments = rows::failures(link, subject).await?;
        if let Some(place) = moments.iter().rposition(|moment| *moment == attempt.at) {
            moments.remove(place);
        }
        rows::set_failures(link, subject, &moments).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{super::RequestLimits, *};
    use crate::{
        domain::role::Role,
        server::{
            clock::FixedClock,
            local_accounts::{self as accounts, NewAccount},
            store::Store,
        },
    };

    #[tokio::test]
    async fn the_work_is_the_same_whoever_does_not_get_in() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&format!("sqlite:{}", folder.path().join("loket.db").display()), false).await.unwrap();
        let now = "2026-11-16T09:00:00Z".parse().unwrap();
        let (service, log) =
            Service::start(store.clone(), Arc::new(FixedClock::at(now)), false, None, true, RequestLimits::default())
                .await
                .unwrap();
        let new = NewAccount { name: "Anna".into(), role: Role::Desk, organisation: DESK.into() };
        let (_, secret) = accounts::add(&store, now, new).await.unwrap();
        let asked = Asked::default();
        let mut before = 0;
        let mut hashed = || {
            let since = service.passwords.count() - before;
            before = service.passwords.count();
            since
        };
        // Not set up, then unknown, then with a wrong password: a hash is worked out each time.
        for name in ["Anna", "Niemand"] {
            assert!(matches!(service.sign_in(name, "x", "000000", &asked).await, Err(Refused::SignIn)));
            assert_eq!(hashed(), 1, "{name}");
        }
        let codes = service.begin_set_up("Anna", &secret, &asked).await.unwrap();
        let code = totp::code_at(&codes, now);
        for (name, secret, code) in [("Niemand", &*secret, &*code), ("Anna", "x", &code), ("Anna", &secret, "000000")] {
            let tried = service.set_up(name, secret, "vier losse natte schapen", code, &asked).await;
            assert!(matches!(tried, Err(Refused::SignIn)));
            assert_eq!(hashed(), 1, "{name}");
        }
        assert!(service.set_up("Anna", &secret, "vier losse natte schapen", &code, &asked).await.is_ok());
        assert_eq!(hashed(), 1);
        assert!(matches!(service.sign_in("Anna", "x", &code, &asked).await, Err(Refused::SignIn)));
        assert_eq!(hashed(), 1);
        drop(service);
        log.await.unwrap();
    }
}
