//! From a token that passed to an account and its session: made by the first token, written anew when the claims change, and refused
//! once it was ended.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Asked, Caller, Claims, Known, LEEWAY, Person};
use crate::server::{
    random,
    store::{
        Link, Store, StoreError, accounts,
        sessions::{self, SessionRow},
    },
};

/// How coarse it is written down when a session was last seen: one write of a session in so long.
const COARSE: TimeDelta = TimeDelta::minutes(5);

/// Times it is tried when two first tokens of somebody come at once.
const TRIES: usize = 3;

/// The account behind the claims; nothing when its session was ended.
pub async fn of(
    store: &Store,
    issuer: &str,
    claims: &Claims,
    person: &Person,
    from: &str,
    now: DateTime<Utc>,
) -> Result<Option<Known>, StoreError> {
    // Without a name of the provider's own, all sign-ins with one client are one session.
    let key = claims.session.clone().unwrap_or_default();
    let at = now.timestamp_micros();
    for _ in 0..TRIES {
        let mut link = store.read().await?;
        let known = sessions::find(&mut link, issuer, &claims.subject, &claims.client, &key).await?;
        drop(link);
        if known.as_ref().is_some_and(|(session, _)| !counts(session, claims)) {
            return Ok(None);
        }
        let fresh = known.filter(|(session, account)| is_fresh(session, at) && is_same(account, person));
        let (session, begun) = match fresh {
            Some((session, _)) => (session, false),
            None => match write(store, issuer, claims, person, (&key, from), at).await? {
                Some((session, _)) if !counts(&session, claims) => return Ok(None),
                Some(written) => written,
                None => continue,
            },
        };
        let broken = || StoreError::Fault("a session cannot be read".into());
        let caller = Caller {
            account: session.account.parse().map_err(|_| broken())?,
            name: person.name.clone(),
            role: person.role,
            organisation: person.organisation.clone(),
            session: Some(session.id.parse().map_err(|_| broken())?),
            asked: Asked::default(),
        };
        let expires_at = (claims.expires_at + LEEWAY).saturating_mul(1_000_000);
        return Ok(Some(Known { caller: Arc::new(caller), asked: now, expires_at, begun }));
    }
    Err(StoreError::Again("sessions of one account are begun all the time".into()))
}

/// Was this token made, and its user signed in, after the session was ended?
fn counts(session: &SessionRow, claims: &Claims) -> bool {
    let after = |seconds: i64, ended: i64| ended == 0 || seconds.saturating_mul(1_000_000) > ended;
    // A session with a name of the provider's own is one sign-in: where the token does not say when that was, it began with the session.
    let signed_in = match (claims.signed_in_at, &claims.session) {
        (Some(at), _) => after(at, session.signed_in_after),
        (None, None) => after(claims.issued_at, session.signed_in_after),
        (None, Some(_)) => session.signed_in_after == 0,
    };
    after(claims.issued_at, session.revoked_before) && signed_in
}

/// Was it written down lately that a token of it came?
fn is_fresh(session: &SessionRow, at: i64) -> bool {
    let coarse = COARSE.num_microseconds().unwrap_or_default();
    at - session.last_seen < coarse && session.last_seen > session.revoked_before
}

fn is_same(account: &accounts::AccountRow, person: &Person) -> bool {
    account.role == person.role.code()
        && account.organisation == person.organisation
        && account.name == accounts::kept(person.name.raw())
}

/// Writes account and session; nothing when another did so at the same moment.
async fn write(
    store: &Store,
    issuer: &str,
    claims: &Claims,
    person: &Person,
    (key, from): (&str, &str),
    at: i64,
) -> Result<Option<(SessionRow, bool)>, StoreError> {
    // Also on a full disk: otherwise nobody could go on reading.
    let mut link = store.write_reserved().await?;
    let Some(account) = account(&mut link, issuer, &claims.subject, person, at).await? else { return Ok(None) };
    let known = sessions::find(&mut link, issuer, &claims.subject, &claims.client, key).await?;
    let written = match known {
        Some((session, _)) => {
            sessions::seen(&mut link, &session.id, at).await?;
            (session, false)
        }
        None => {
            let session = SessionRow {
                id: random::id(DateTime::from_timestamp_micros(at).unwrap_or_default())?.to_string(),
                account,
                issuer: issuer.to_owned(),
                subject: claims.subject.clone(),
                client: claims.client.clone(),
                session_key: key.to_owned(),
                begun: at,
                last_seen: at,
                address: from.to_owned(),
                revoked_before: 0,
                signed_in_after: 0,
            };
            if !sessions::begin(&mut link, &session).await? {
                return Ok(None);
            }
            (session, true)
        }
    };
    link.commit().await?;
    Ok(Some(written))
}

/// The account of a subject, with name, role and organisation as the claims say now.
async fn account(link: &mut Link, issuer: &str, subject: &str, person: &Person, at: i64) -> Result<Option<String>, StoreError> {
    let mut row = accounts::AccountRow {
        id: String::new(),
        role: person.role.code().to_owned(),
        name: person.name.raw().to_owned(),
        organisation: person.organisation.clone(),
    };
    if let Some(known) = sessions::account_of(link, issuer, subject).await? {
        row.id = known;
        accounts::rewrite(link, &row).await?;
        return Ok(Some(row.id));
    }
    row.id = random::id(DateTime::from_timestamp_micros(at).unwrap_or_default())?.to_string();
    accounts::make(link, &row, at).await?;
    Ok(sessions::name(link, issuer, subject, &row.id).await?.then_some(row.id))
}
