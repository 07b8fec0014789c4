//! Tokens of calendar feeds: made, listed, revoked; and who reads behind one. Only a hash of a secret is kept.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use ring::digest::{SHA256, digest};

use super::{Keyed, Refused, Service, Written, write};
use crate::{
    domain::{
        bsn,
        check::Finding,
        feed_token::{FeedToken, NAME_MOST},
        ids::FeedTokenId,
        role::Role,
        text::RawText,
    },
    server::{
        identity::{Asked, Caller, hex},
        random,
        store::{
            Link, StoreError,
            changes::Scope,
            feed_tokens::{self, ALWAYS, FeedTokenRow},
            history::RECEIVED,
        },
    },
};

/// The start of every feed token, so that it is recognised wherever it turns up.
const PREFIX: &str = "lkf_";

/// Good tokens of one account, at most.
const MOST: i64 = 20;

/// Tokens in a list, at most.
const LISTED: i64 = 200;

impl Service {
    /// The tokens of the caller, newest first.
    pub async fn feed_tokens(&self, caller: &Caller) -> Result<Vec<FeedToken>, Refused> {
        self.listed(caller, "feed-token.list", "feed-token").await?;
        let rows = feed_tokens::of_account(&mut self.store.read().await?, &caller.account.to_string(), LISTED).await?;
        Ok(rows.into_iter().map(token).collect::<Result<_, _>>()?)
    }

    /// Makes a token for the caller; gives it with its secret, which is known here only now. A repetition has no secret.
    pub async fn create_feed_token(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        name: RawText,
        expires_at: Option<DateTime<Utc>>,
    ) -> Result<(Written<FeedToken>, Option<String>), Refused> {
        let now = self.now();
        let mut findings = vec![];
        if name.is_blank() {
            findings.push(Finding::new("/name", "required", ""));
        } else if name.raw().chars().count() > NAME_MOST {
            findings.push(Finding::new("/name", "too-long", NAME_MOST));
        }
        if expires_at.is_some_and(|at| at <= now) {
            findings.push(Finding::new("/expiresAt", "out-of-range", ""));
        }
        Refused::unless_empty(findings)?;
        let place = |range: std::ops::Range<usize>| name.raw()[..range.start].chars().count() + 1;
        let numbers = bsn::find(name.raw()).into_iter().map(|range| Finding::new("/name", "bsn", place(range)));
        Refused::unless_no_number(numbers.collect())?;
        write::again!(self.try_create_feed_token(caller, keyed, &name, expires_at, now))
    }

    async fn try_create_feed_token(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        name: &RawText,
        expires_at: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<(Written<FeedToken>, Option<String>), Refused> {
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, Some(keyed), now.timestamp_micros()).await? {
            let row = feed_tokens::get(&mut link, &kept.object).await?.ok_or(Refused::NotFound)?;
            let written = Written { item: token(row)?, changed: true, masked: 0, committed: false };
            return Ok((written, None));
        }
        let account = caller.account.to_string();
        if feed_tokens::count(&mut link, &account, now.timestamp_micros()).await? >= MOST {
            return Err(Refused::Invalid(vec![Finding::new("", "too-long", MOST)]));
        }
        let secret = format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(random::bytes::<32>().map_err(StoreError::from)?));
        let row = FeedTokenRow {
            id: FeedTokenId(self.clock.id(now).map_err(StoreError::from)?).to_string(),
            account,
            name: name.raw().to_owned(),
            created_at: now.timestamp_micros(),
            expires_at: expires_at.map_or(ALWAYS, |at| at.timestamp_micros()),
            revoked_at: 0,
        };
        feed_tokens::insert(&mut link, &row, &hash(&secret)).await?;
        let item = token(row)?;
        let content = serde_json::to_string(&item).map_err(StoreError::from)?;
        let fields = [(RECEIVED.into(), String::new(), content)];
        let written = self.commit_feed_token(link, caller, keyed, "feed-token.create", (item, 1), &fields).await?;
        Ok((written, Some(secret)))
    }

    /// Revokes a token of the caller; it works everywhere at once.
    pub async fn revoke_feed_token(&self, caller: &Caller, keyed: &Keyed, id: &str) -> Result<Written<FeedToken>, Refused> {
        let id = id.parse::<FeedTokenId>().map_err(|_| Refused::NotFound)?.to_string();
        let now = self.now();
        write::again!(self.try_revoke_feed_token(caller, keyed, &id, now))
    }

    async fn try_revoke_feed_token(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        id: &str,
        now: DateTime<Utc>,
    ) -> Result<Written<FeedToken>, Refused> {
        let mut link = self.store.write().await?;
        let repeated = write::take(&mut link, caller, Some(keyed), now.timestamp_micros()).await?;
        let found = feed_tokens::get(&mut link, id).await?;
        // Of another's token nobody learns that it is there.
        let found = found.filter(|row| row.account == caller.account.to_string()).ok_or(Refused::NotFound)?;
        if repeated.is_some() {
            return Ok(Written { item: token(found)?, changed: true, masked: 0, committed: false });
        }
        if !feed_tokens::revoke(&mut link, id, now.timestamp_micros()).await? {
            write::settle_unchanged(link, caller, Some(keyed), id).await?;
            return Ok(Written { item: token(found)?, changed: false, masked: 0, committed: false });
        }
        let item = token(FeedTokenRow { revoked_at: now.timestamp_micros(), ..found })?;
        let fields = [("revoked".into(), "false".into(), "true".into())];
        self.commit_feed_token(link, caller, keyed, "feed-token.revoke", (item, 2), &fields).await
    }

    async fn commit_feed_token(
        &self,
        link: Link,
        caller: &Caller,
        keyed: &Keyed,
        verb: &'static str,
        (item, version): (FeedToken, i64),
        fields: &[(String, String, String)],
    ) -> Result<Written<FeedToken>, Refused> {
        let id = item.id.to_string();
        let commit = write::Commit {
            caller,
            verb,
            scope: Scope::FeedTokens,
            object: &id,
            version,
            fields,
            keyed: Some(keyed),
            masked: 0,
            at: self.now().timestamp_micros(),
            answer: None,
            also: &[],
        };
        self.commit(link, &commit).await?;
        Ok(Written { item, changed: true, masked: 0, committed: true })
    }

    /// Who reads behind a secret; nothing when it is malformed, unknown, revoked or expired, or its account can no longer sign in.
    pub async fn feed_reader(&self, secret: &str, asked: Asked) -> Result<Option<Caller>, StoreError> {
        // Asked of the store each time: a revocation works at once.
        let holder = feed_tokens::holder(&mut self.store.read().await?, &hash(secret), self.now().timestamp_micros()).await?;
        let Some((account, role, name, organisation)) = holder else { return Ok(None) };
        let broken = || StoreError::Fault("an account cannot be read".into());
        let account = account.parse().map_err(|_| broken())?;
        let role = Role::from_code(&role).ok_or_else(broken)?;
        Ok(Some(Caller { account, name: RawText(name), role, organisation, session: None, asked }))
    }
}

fn hash(secret: &str) -> String {
    hex(digest(&SHA256, secret.as_bytes()).as_ref())
}

fn token(row: FeedTokenRow) -> Result<FeedToken, StoreError> {
    let broken = || StoreError::Fault("a feed token cannot be read".into());
    Ok(FeedToken {
        id: row.id.parse().map_err(|_| broken())?,
        name: RawText(row.name),
        created_at: DateTime::from_timestamp_micros(row.created_at).ok_or_else(broken)?,
        expires_at: Some(row.expires_at).filter(|at| *at != ALWAYS).and_then(DateTime::from_timestamp_micros),
        revoked_at: Some(row.revoked_at).filter(|at| *at != 0).and_then(DateTime::from_timestamp_micros),
    })
}
