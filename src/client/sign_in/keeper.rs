//! Staying signed in: the token to send, renewed in good time, by one program of this user at a time. Refresh tokens rotate, so two that
//! renew with the same one would sign each other out.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicU64, Ordering},
};

use chrono::{DateTime, TimeDelta, Utc};
use reqwest::Client;
use secrecy::{ExposeSecret, SecretString};
use tokio::task::spawn_blocking;

use super::{
    kept::{Kept, Place},
    provider::{NotGranted, client, grant, safe},
};
use crate::client::{
    failure::{Failure, Lapse},
    outbox::DraftsError,
};

/// After a provider that did not answer, it is not asked again for so long: nobody waits for it with every request.
const PAUSE: TimeDelta = TimeDelta::seconds(5);

/// Where the time comes from.
pub type Now = fn() -> DateTime<Utc>;

/// Somebody who is signed in.
#[derive(Debug)]
pub struct Keeper {
    sameness: String,
    place: Arc<Place>,
    now: Now,
    state: Mutex<State>,
    /// Counts tokens: another one, another number.
    number: AtomicU64,
    /// One renews at a time.
    turn: tokio::sync::Mutex<()>,
}

#[derive(Debug, Default)]
struct State {
    /// Nothing: signed out, or ended.
    kept: Option<Kept>,
    /// When the provider did not answer last, and why.
    away: Option<(DateTime<Utc>, Failure)>,
    /// The last token, when the provider renews no more and nobody was told.
    last: Option<SecretString>,
    /// The number of a token the server did not take though it should be good.
    doubted: Option<u64>,
}

impl Keeper {
    /// Of what is kept there, or was got just now.
    pub fn new(place: Place, kept: Kept, now: Now) -> Self {
        Self {
            sameness: kept.sameness.clone(),
            place: Arc::new(place),
            now,
            state: Mutex::new(State { kept: Some(kept), ..State::default() }),
            number: AtomicU64::new(1),
            turn: tokio::sync::Mutex::default(),
        }
    }

    pub(super) fn sameness(&self) -> &str {
        &self.sameness
    }

    /// What is known of the sign-in; nothing once it is over.
    pub fn kept(&self) -> Option<Kept> {
        self.state().kept.clone()
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The token to send now, and its number; a new one where that is due.
    pub(super) async fn token(self: &Arc<Self>, server: &str) -> Result<(SecretString, u64), Failure> {
        if let Some(good) = self.good()? {
            return Ok(good);
        }
        let this = self.clone();
        // In a task of its own: whoever gives up waiting must not lose what the provider gave meanwhile, for it gives that once.
        let renewed = tokio::spawn(async move {
            let turn = this.turn.lock().await;
            // Another request may have done it meanwhile.
            let good = match this.good()? {
                Some(good) => Some(good),
                None => {
                    this.renew().await?;
                    this.current()
                }
            };
            drop(turn);
            Ok(good)
        });
        let good = renewed.await.unwrap_or_else(|_| Err(Failure::Cut { server: server.to_owned(), writing: false }))?;
        good.ok_or_else(|| Failure::NotSignedIn { server: server.to_owned(), lapse: Lapse::Over })
    }

    pub(super) fn last(&self) -> Option<SecretString> {
        self.state().last.take()
    }

    fn current(&self) -> Option<(SecretString, u64)> {
        let number = self.number.load(Ordering::SeqCst);
        self.state().kept.as_ref().map(|kept| (kept.access.clone(), number))
    }

    /// The token, unless a new one is due. When the provider was away a moment ago, what is not over goes on.
    fn good(&self) -> Result<Option<(SecretString, u64)>, Failure> {
        let now = (self.now)();
        let state = self.state();
        let Some(kept) = &state.kept else { return Ok(None) };
        let away = state.away.as_ref().filter(|(since, _)| *since <= now && now - *since < PAUSE);
        let number = self.number.load(Ordering::SeqCst);
        let is_doubted = state.doubted == Some(number);
        let is_good = !(is_doubted || kept.is_due(now)) || (!kept.can_be_renewed() && !kept.is_over(now));
        match away {
            Some((_, why)) if kept.is_over(now) => Err(why.clone()),
            None if !is_good => Ok(None),
            _ => Ok(Some((kept.access.clone(), number))),
        }
    }

    async fn renew(&self) -> Result<(), Failure> {
        let Some(mine) = self.kept() else { return Ok(()) };
        let place = self.place.clone();
        // Waiting for another program may take as long as its provider does.
        let locked = spawn_blocking(move || (place.lock(), place.read())).await;
        let (lock, there) = match locked {
            Ok((Ok(lock), Ok(there))) => (lock, there),
            // A disk that refuses takes nobody's sign-in away; without the lock nobody renews.
            Ok((Err(error), _) | (_, Err(error))) => return self.later(&mine, unkept(&error)),
            Err(_) => return Ok(()),
        };
        let now = (self.now)();
        let kept = match there {
            // Another program signed out here, or somebody else signed in.
            _ if !self.place.is_on_disk() => mine,
            Some(there) if there.sameness == self.sameness => there,
            _ => {
                self.state().kept = None;
                return Ok(());
            }
        };
        let is_another = self.kept().is_none_or(|ours| ours.access.expose_secret() != kept.access.expose_secret());
        if is_another && !kept.is_due(now) {
            // Another program renewed it while we waited.
            self.take(kept);
            return Ok(());
        }
        let done = self.ask(&kept, now).await;
        drop(lock);
        done
    }

    /// Asks the provider for newer tokens, under the lock.
    async fn ask(&self, kept: &Kept, now: DateTime<Utc>) -> Result<(), Failure> {
        let Some(refresh) = &kept.refresh else {
            self.end();
            return Ok(());
        };
        let http = http(&kept.token_endpoint)?;
        let form = [("grant_type", "refresh_token"), ("refresh_token", refresh.expose_secret()), ("client_id", &kept.client)];
        match grant(&http, &kept.token_endpoint, &form).await {
            Ok(granted) => {
                let renewed = kept.renewed(granted, now);
                // Kept before it is used: the old refresh token counts no more.
                if let Err(error) = self.place.keep(&renewed) {
                    tracing::error!(%error, "the new tokens cannot be kept; the next start asks to sign in");
                }
                self.take(renewed);
                Ok(())
            }
            Err(NotGranted::Said(code)) => {
                tracing::warn!(code, "the provider does not renew the sign-in");
                self.end();
                self.state().last = Some(kept.access.clone()).filter(|_| !kept.is_over(now));
                Ok(())
            }
            Err(NotGranted::Away(why)) => self.later(kept, why),
        }
    }

    /// Not now. While the token is good it goes on.
    fn later(&self, kept: &Kept, why: Failure) -> Result<(), Failure> {
        let now = (self.now)();
        self.state().away = Some((now, why.clone()));
        if kept.is_over(now) { Err(why) } else { Ok(()) }
    }

    fn take(&self, kept: Kept) {
        let mut state = self.state();
        if state.kept.as_ref().is_none_or(|before| before.access.expose_secret() != kept.access.expose_secret()) {
            self.number.fetch_add(1, Ordering::SeqCst);
        }
        *state = State { kept: Some(kept), doubted: state.doubted, ..State::default() };
    }

    /// The sign-in is over: what is kept of it goes, here and on disk. Is nothing of it there any more?
    fn end(&self) -> bool {
        self.state().kept = None;
        // Somebody else may have signed in here meanwhile: that stays.
        let gone = match self.place.read() {
            Ok(Some(there)) if there.sameness == self.sameness => self.place.forget(),
            Ok(_) => Ok(()),
            Err(error) => Err(error),
        };
        if let Err(error) = &gone {
            tracing::error!(%error, "the tokens that count no more cannot be taken away");
        }
        gone.is_ok()
    }

    /// The server ended the session of this token: getting another by the same sign-in would go round what somebody decided.
    pub(super) async fn ended(&self, number: u64) {
        let turn = self.turn.lock().await;
        if self.number.load(Ordering::SeqCst) == number {
            self.revoke().await;
        }
        drop(turn);
    }

    /// The server does not take this token, and does not say that its session ended: clocks differ, or something is set up wrongly there.
    /// Is it worth asking once more, with a newer one? Nothing is thrown away.
    pub(super) fn doubt(&self, number: u64) -> bool {
        let mut state = self.state();
        let renewable = state.kept.as_ref().is_some_and(Kept::can_be_renewed);
        if self.number.load(Ordering::SeqCst) != number {
            return true;
        }
        let first = *state.doubted.get_or_insert(number);
        renewable && first == number
    }

    /// The server took this token.
    pub(super) fn taken(&self, number: u64) {
        let mut state = self.state();
        if state.doubted.is_some_and(|doubted| doubted <= number) {
            state.doubted = None;
        }
    }

    /// Signs out: the provider takes the refresh token back (RFC 7009), and nothing is kept. The server is told by whoever calls. Gives
    /// whether all of that came to be.
    pub async fn sign_out(&self) -> SignedOut {
        let turn = self.turn.lock().await;
        let done = self.revoke().await;
        drop(turn);
        done
    }

    async fn revoke(&self) -> SignedOut {
        let place = self.place.clone();
        let lock = spawn_blocking(move || place.lock()).await;
        // Newer tokens may have come through another program.
        let there = self.place.read().ok().flatten().filter(|there| there.sameness == self.sameness);
        let kept = there.or_else(|| self.kept());
        let forgotten = self.end();
        drop(lock);
        SignedOut { forgotten, revoked: give_back(kept).await }
    }
}

/// What came of signing out, besides what the server said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedOut {
    /// Nothing of it is on disk any more.
    pub forgotten: bool,
    /// The provider takes the refresh token no more, or there was none.
    pub revoked: bool,
}

/// Tells the provider that a refresh token is not used any more (RFC 7009); was it told, or was there none?
pub(super) async fn give_back(kept: Option<Kept>) -> bool {
    let Some(Kept { refresh: Some(refresh), client, revocation_endpoint, .. }) = kept else { return true };
    let Some(endpoint) = revocation_endpoint else { return false };
    let (Ok(url), Ok(http)) = (safe(&endpoint), http(&endpoint)) else { return false };
    let form = [("token", refresh.expose_secret()), ("token_type_hint", "refresh_token"), ("client_id", &client)];
    let told = http.post(url).form(&form).send().await.and_then(reqwest::Response::error_for_status);
    if let Err(error) = &told {
        // The address of the provider is not a secret; what was sent is not in it.
        tracing::warn!(%error, "the provider was not told that its refresh token is not used any more");
    }
    told.is_ok()
}

fn http(endpoint: &str) -> Result<Client, Failure> {
    client(&safe(endpoint)?)
}

fn unkept(error: &DraftsError) -> Failure {
    Failure::NoProtection { cause: error.to_string() }
}
