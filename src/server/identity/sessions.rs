//! From a token that passed to an account and its session: made by the first token, written anew when the claims change, and refused
//! once it was ended.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Asked, Caller, Claims, Known, LEEWAY, Person};
use crate::{
    domain::{role::Role, text::RawText},
    server::{
        audit::{Deed, append},
        random,
        store::{
            Link, Store, StoreError,
            accounts::{self, AccountRow},
            sessions::{self, SessionRow, SubjectRow},
        },
    },
};

/// How coarse it is written down when a session was last seen: one write of a session in so long.
const COARSE: TimeDelta = TimeDelta::minutes(5);

/// Times it is tried when two first tokens of somebody come at once.
const TRIES: usize = 3;

/// What is known of whoever sent a token that passed.
pub struct Sent<'s> {
    /// The provider.
    pub issuer: &'s str,
    /// What the token says.
    pub claims: &'s Claims,
    /// Who that is here, as it says.
    pub person: &'s Person,
    /// The address it came from.
    pub from: &'s str,
}

/// The account behind a token; nothing when its session was ended.
pub async fn of(store: &Store, sent: &Sent<'_>, now: DateTime<Utc>) -> Result<Option<Known>, StoreError> {
    let (claims, at) = (sent.claims, now.timestamp_micros());
    for _ in 0..TRIES {
        let mut link = store.read().await?;
        let known = sessions::find(&mut link, sent.issuer, &claims.subject, &claims.client, &key(claims)).await?;
        drop(link);
        if known.as_ref().is_some_and(|(session, _, subject)| !counts(session, subject, claims)) {
            return Ok(None);
        }
        let fresh = known.filter(|(session, account, subject)| {
            is_fresh(session, claims, at) && (is_older(subject, claims) || is_same(account, sent.person))
        });
        let (session, account) = match fresh {
            Some((session, account, _)) => (session, account),
            None => match write(store, sent, at).await? {
                Some((session, _, subject)) if !counts(&session, &subject, claims) => return Ok(None),
                Some((session, account, _)) => (session, account),
                None => continue,
            },
        };
        let caller = caller(&account, &session.id, Asked::default())?;
        let expires_at = micros(claims.expires_at + LEEWAY);
        return Ok(Some(Known { caller: Arc::new(caller), asked: now, expires_at }));
    }
    Err(StoreError::Again("sessions of one account are begun all the time".into()))
}

/// Who a session is of.
pub(super) fn caller(account: &AccountRow, session: &str, asked: Asked) -> Result<Caller, StoreError> {
    let broken = || StoreError::Fault("a session cannot be read".into());
    Ok(Caller {
        account: account.id.parse().map_err(|_| broken())?,
        name: RawText(account.name.clone()),
        role: Role::from_code(&account.role).ok_or_else(broken)?,
        organisation: account.organisation.clone(),
        session: Some(session.parse().map_err(|_| broken())?),
        asked,
    })
}

/// The name of a session: the provider's own, or else the moment its user signed in, which no refreshed token changes. Where a token says
/// neither, all sign-ins with one client are one session.
fn key(claims: &Claims) -> String {
    let by_moment = || claims.signed_in_at.map(|at| format!("auth_time:{at}"));
    claims.session.clone().or_else(by_moment).unwrap_or_default()
}

fn micros(seconds: i64) -> i64 {
    seconds.saturating_mul(1_000_000)
}

/// Was this token made, and its user signed in, after the session was ended, or everything of this user?
fn counts(session: &SessionRow, subject: &SubjectRow, claims: &Claims) -> bool {
    // A session with a name of the provider's own is one sign-in: where the token does not say when that was, it began with the session.
    let signed_in = match (claims.signed_in_at, &claims.session) {
        (Some(at), _) => micros(at),
        (None, None) => micros(claims.issued_at),
        (None, Some(_)) => session.begun,
    };
    let after = |moment: i64, ended: i64| ended == 0 || moment > ended;
    let issued = micros(claims.issued_at);
    after(issued, session.revoked_before) && after(issued, subject.signed_in_after) && after(signed_in, subject.signed_in_after)
}

/// Was it written down lately that a token of it came? One that was made ahead of our clock is written down at once: were the session
/// ended before that moment, the token would go on counting.
fn is_fresh(session: &SessionRow, claims: &Claims, at: i64) -> bool {
    let coarse = COARSE.num_microseconds().unwrap_or_default();
    let ahead = micros(claims.issued_at);
    at - session.last_seen < coarse && session.last_seen > session.revoked_before && (ahead <= at || ahead <= session.last_seen)
}

/// Was the account written by a newer token? Then this one does not change it: a role that was taken away does not come back.
fn is_older(subject: &SubjectRow, claims: &Claims) -> bool {
    micros(claims.issued_at) < subject.claims_at
}

fn is_same(account: &AccountRow, person: &Person) -> bool {
    account.role == person.role.code()
        && account.organisation == person.organisation
        && account.name == accounts::kept(person.name.raw())
}

/// Writes account and session, and in the audit log what began or changed; nothing when another did so at the same moment.
async fn write(store: &Store, sent: &Sent<'_>, at: i64) -> Result<Option<sessions::Found>, StoreError> {
    let Sent { issuer, claims, person, from } = *sent;
    // Also on a full disk: otherwise nobody could go on reading.
    let mut link = store.write_reserved().await?;
    let Some((account, before, subject)) = account(&mut link, issuer, claims, person, at).await? else { return Ok(None) };
    let key = key(claims);
    let known = sessions::find(&mut link, issuer, &claims.subject, &claims.client, &key).await?;
    let begins = known.is_none();
    let session = match known {
        Some((session, ..)) => {
            if counts(&session, &subject, claims) {
                sessions::seen(&mut link, &session.id, at.max(micros(claims.issued_at))).await?;
            }
            session
        }
        None => {
            let session = SessionRow {
                id: random::id(DateTime::from_timestamp_micros(at).unwrap_or_default())?.to_string(),
                account: account.id.clone(),
                issuer: issuer.to_owned(),
                subject: claims.subject.clone(),
                client: claims.client.clone(),
                session_key: key,
                begun: at,
                last_seen: at.max(micros(claims.issued_at)),
                address: from.to_owned(),
                revoked_before: 0,
            };
            if !counts(&session, &subject, claims) {
                return Ok(Some((session, account, subject)));
            }
            if !sessions::begin(&mut link, &session).await? {
                return Ok(None);
            }
            session
        }
    };
    let asked = Asked { purpose: "sign in", origin: from.to_owned(), request: String::new() };
    let caller = caller(&account, &session.id, asked)?;
    let mut deeds = vec![];
    if let Some(before) = before {
        let moved = Deed::of(&caller, at, "account.change", "account", &account.id);
        if before != account.organisation {
            append(&mut link, &before, &[Deed { organisation: before.clone(), ..moved.clone() }]).await?;
        }
        deeds.push(moved);
    }
    if begins {
        deeds.push(Deed::of(&caller, at, "session.begin", "session", &session.id));
    }
    if !deeds.is_empty() {
        append(&mut link, &account.organisation, &deeds).await?;
    }
    link.commit().await?;
    Ok(Some((session, account, subject)))
}

/// The account of a subject with name, role and organisation as its newest token says, the organisation before when that or the role
/// changed, and the subject.
type Written = (AccountRow, Option<String>, SubjectRow);

async fn account(
    link: &mut Link,
    issuer: &str,
    claims: &Claims,
    person: &Person,
    at: i64,
) -> Result<Option<Written>, StoreError> {
    let claims_at = micros(claims.issued_at);
    let mut row = AccountRow {
        id: String::new(),
        role: person.role.code().to_owned(),
        name: accounts::kept(person.name.raw()),
        organisation: person.organisation.clone(),
    };
    if let Some(subject) = sessions::subject(link, issuer, &claims.subject).await? {
        let known = sessions::account(link, &subject.account).await?;
        let known = known.ok_or_else(|| StoreError::Fault("an account cannot be read".into()))?;
        // Of what does not count nothing is believed.
        let believed = subject.signed_in_after == 0 || claims_at > subject.signed_in_after;
        if is_older(&subject, claims) || !believed {
            return Ok(Some((known, None, subject)));
        }
        row.id = known.id.clone();
        let changed = (&known.role, &known.organisation) != (&row.role, &row.organisation);
        if known != row {
            accounts::rewrite(link, &row).await?;
        }
        sessions::told(link, &row.id, claims_at).await?;
        return Ok(Some((row, changed.then_some(known.organisation), subject)));
    }
    row.id = random::id(DateTime::from_timestamp_micros(at).unwrap_or_default())?.to_string();
    accounts::make(link, &row, at).await?;
    let subject = SubjectRow { account: row.id.clone(), claims_at, signed_in_after: 0 };
    if !sessions::name(link, issuer, &claims.subject, &subject).await? {
        return Ok(None);
    }
    Ok(Some((row, None, subject)))
}
