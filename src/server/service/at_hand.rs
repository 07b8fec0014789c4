//! The register at hand when the server is away: what an account may take along, signed, and what it looked up meanwhile.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::TimeDelta;
use ring::{
    digest::{SHA256, digest},
    rand::SystemRandom,
    signature::{Ed25519KeyPair, KeyPair},
};

use super::{Keyed, Refused, Service, write};
use crate::{
    domain::{
        at_hand::{Head, LookedUp, Offer, QUERY_MOST, SignedHead, signed_text},
        check::Finding,
    },
    server::{
        audit::{Deed, append},
        identity::{Caller, hex},
        random,
        store::{
            Store, StoreError, at_hand,
            changes::{self, Scope},
            idempotency::{self, Kept},
        },
    },
};

/// Rows read at a time.
const STEP: i64 = 1000;

impl Service {
    /// Under which key and for how long the account may have it at hand; nothing: it may not.
    pub async fn at_hand_offer(&self, replicates: bool) -> Result<Option<Offer>, StoreError> {
        let terms = at_hand::terms(&mut self.store.read().await?).await?;
        if !terms.admits(replicates) {
            return Ok(None);
        }
        let key = URL_SAFE_NO_PAD.encode(self.signer().await?.public_key().as_ref());
        Ok(Some(Offer { key, days: terms.offline_days }))
    }

    /// What the account may have at hand: a signed head and one entry a line. It is written down before it is given.
    pub async fn at_hand(&self, caller: &Caller, replicates: bool) -> Result<String, Refused> {
        let mut link = self.store.read().await?;
        let terms = at_hand::terms(&mut link).await?;
        if !terms.admits(replicates) {
            return Err(Refused::NotAllowed);
        }
        let now = self.now();
        let (account, organisation) = (caller.account.to_string(), caller.organisation.as_str());
        let (mut lines, mut entries) = (String::new(), 0);
        let mut add = |document: &str| {
            entries += 1;
            lines.push_str(document);
            lines.push('\n');
        };
        if replicates {
            let mut after = String::new();
            loop {
                let rows = changes::all_after(&mut link, Scope::Register, &after, STEP).await?;
                let whole = rows.len() == STEP as usize;
                for (id, document) in rows {
                    add(&document);
                    after = id;
                }
                if !whole {
                    break;
                }
            }
        } else {
            let rows = at_hand::for_reader(&mut link, (&account, organisation), now.timestamp_micros()).await?;
            rows.iter().for_each(|document| add(document));
        }
        drop(link);
        let head = Head {
            account: caller.account,
            organisation: caller.organisation.clone(),
            whole: replicates,
            made_at: now,
            good_until: now + TimeDelta::days(terms.offline_days.into()),
            entries,
            digest: hex(digest(&SHA256, lines.as_bytes()).as_ref()),
        };
        let head = serde_json::to_string(&head).map_err(StoreError::from)?;
        let signature = self.signer().await?.sign(signed_text(&head).as_bytes());
        let head = SignedHead { head, signature: URL_SAFE_NO_PAD.encode(signature.as_ref()) };
        self.saw(caller, "officer.at-hand", "officer", "").await?;
        Ok(format!("{}\n{lines}", serde_json::to_string(&head).map_err(StoreError::from)?))
    }

    /// A card was opened by who may not hold a copy of the register: it goes along from now on.
    pub async fn card_goes_along(&self, caller: &Caller, id: &str) -> Result<(), StoreError> {
        let mut link = self.store.write().await?;
        at_hand::opened(&mut link, &caller.account.to_string(), id, self.now().timestamp_micros()).await?;
        link.commit().await
    }

    /// Writes a look-up down that was done while the server was away; told again under the same key it is there once.
    pub async fn looked_up(&self, caller: &Caller, keyed: &Keyed, look_up: &LookedUp) -> Result<(), Refused> {
        if look_up.query.raw().chars().count() > QUERY_MOST {
            return Err(Refused::Invalid(vec![Finding::new("/query", "too-long", QUERY_MOST)]));
        }
        write::again!(self.try_looked_up(caller, keyed, look_up))
    }

    async fn try_looked_up(&self, caller: &Caller, keyed: &Keyed, look_up: &LookedUp) -> Result<(), Refused> {
        let now = self.now().timestamp_micros();
        let mut link = self.store.write().await?;
        if write::take(&mut link, caller, Some(keyed), now).await?.is_some() {
            return Ok(());
        }
        let account = caller.account.to_string();
        let officer = look_up.officer.map(|id| id.to_string()).unwrap_or_default();
        let (looked_at, query) = (look_up.at.timestamp_micros(), look_up.query.raw().replace('\0', ""));
        at_hand::looked_up(&mut link, (&account, &keyed.key), (looked_at, now), (&officer, &query)).await?;
        let salt = hex(&random::bytes::<16>().map_err(StoreError::from)?);
        let verb = if officer.is_empty() { "officer.search-offline" } else { "officer.read-offline" };
        let change = write::salted(&salt, 1, &[("query".into(), looked_at.to_string(), query)]);
        let deed = Deed { change, ..Deed::of(caller, now, verb, "officer", &officer) };
        append(&mut link, &caller.organisation, &[deed]).await?;
        let kept = Kept { request: keyed.request.clone(), status: 201, object: keyed.key.clone(), masked: 0 };
        idempotency::settle(&mut link, &account, &keyed.key, &kept).await?;
        Ok(link.commit().await?)
    }

    async fn signer(&self) -> Result<&Ed25519KeyPair, StoreError> {
        self.signer.get_or_try_init(|| signer(&self.store)).await
    }
}

/// The key of this store: made when it is first needed, the same on every instance.
async fn signer(store: &Store) -> Result<Ed25519KeyPair, StoreError> {
    let broken = || StoreError::Fault("the key that signs the register cannot be made or read".into());
    let new = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).map_err(|_| broken())?;
    let mut link = store.write().await?;
    let kept = at_hand::key(&mut link, &URL_SAFE_NO_PAD.encode(new.as_ref())).await?;
    link.commit().await?;
    let kept = URL_SAFE_NO_PAD.decode(kept).map_err(|_| broken())?;
    Ed25519KeyPair::from_pkcs8(&kept).map_err(|_| broken())
}
