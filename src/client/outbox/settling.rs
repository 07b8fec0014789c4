//! What the sender does with a press: where it takes its place, and what comes of it.

use chrono::TimeDelta;
use serde_json::Value;
use tokio::{sync::oneshot, time::Instant};

use super::{
    drafts::Drafts,
    pending::{Pending, blocking},
    sender::{Pressed, Worker},
    sending::{Outcome, Refused, Told},
};
use crate::{
    client::failure::Failure,
    domain::ids::{AccountId, IdempotencyKey},
};

impl<T: FnMut(Told)> Worker<T> {
    /// Puts a press on disk, behind everything that was pressed before.
    pub(super) async fn accept(&mut self, mut pending: Pending, reply: oneshot::Sender<Outcome>) {
        pending.account = self.account;
        pending.token = self.means.drafts.as_ref().filter(|_| self.account.is_none()).and_then(Drafts::token);
        if self.newest.is_none()
            && let Some(drafts) = self.means.drafts.clone()
        {
            let waiting = blocking(move || drafts.pending()).await.unwrap_or_default().0;
            self.newest = waiting.last().map(|one| one.made_at);
        }
        // A clock that was put back makes nothing older than it is.
        if let Some(newest) = self.newest.filter(|newest| pending.made_at <= *newest) {
            pending.made_at = newest + TimeDelta::microseconds(1);
        }
        self.newest = Some(pending.made_at);
        let mut kept = false;
        if let Some(drafts) = self.means.drafts.clone() {
            let put = pending.clone();
            let outcome = blocking(move || drafts.keep(&put)).await;
            kept = outcome.is_ok();
            if let Err(error) = outcome {
                tracing::warn!(%error, "what was pressed could not be put on disk");
            }
        }
        let key = pending.write.key;
        self.settled.remove(&key);
        self.pressed.retain(|one| one.pending.write.key != key);
        if kept && self.stuck {
            self.waits.insert(key, pending);
            let _ = reply.send(Outcome::Waits);
        } else {
            let until = Instant::now() + self.means.timing.unconfirmed;
            self.pressed.push(Pressed { pending, kept, reply, until });
        }
    }

    /// The account is known: what was pressed before, with the token of here, is that account's. What was pressed with another token may
    /// be somebody else's: it is a draft again, and goes when somebody presses it.
    pub(super) async fn introduce(&mut self, account: Option<AccountId>) {
        self.account = account.or(self.account);
        let (Some(drafts), Some(account)) = (self.means.drafts.clone(), self.account) else { return };
        for one in &mut self.pressed {
            one.pending.account = Some(account);
        }
        for one in self.waits.values_mut() {
            one.account = Some(account);
        }
        let server = self.means.session.server().to_owned();
        match blocking(move || drafts.adopt(&server, account)).await {
            Ok(strange) => {
                for pending in strange {
                    let why = self.means.texts.get("press-of-another-token");
                    self.give_back(pending, why, false).await;
                }
            }
            Err(error) => tracing::warn!(%error, "what was pressed before the account was known waits for the next start"),
        }
    }

    /// Throws away what waits under this key.
    pub(super) async fn call_off(&mut self, key: IdempotencyKey) {
        self.settled.insert(key);
        self.waits.remove(&key);
        for one in self.pressed.extract_if(.., |one| one.pending.write.key == key) {
            let _ = one.reply.send(Outcome::Dropped);
        }
        let Some(drafts) = self.means.drafts.clone() else { return };
        let gone = match blocking(move || drafts.drop_pressed(key)).await {
            Ok(gone) => gone,
            Err(error) => {
                tracing::warn!(%error, "what is not to be sent any more stays on disk");
                false
            }
        };
        (self.tell)(Told::Dropped(gone));
    }

    /// Says of presses that are on disk that they wait.
    pub(super) fn answer_waits(&mut self, which: impl Fn(&Pressed) -> bool) {
        let (waits, rest): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.pressed).into_iter().partition(|one| one.kept && which(one));
        self.pressed = rest;
        for one in waits {
            self.waits.insert(one.pending.write.key, one.pending);
            let _ = one.reply.send(Outcome::Waits);
        }
    }

    /// What is not on disk is not tried again by itself.
    pub(super) fn give_up_unkept(&mut self, failure: &Failure) {
        for one in std::mem::take(&mut self.pressed) {
            let _ = one.reply.send(Outcome::Failed(failure.clone()));
        }
    }

    /// The server answered.
    pub(super) async fn settle(&mut self, pending: Pending, answer: Result<Value, Failure>) {
        let key = pending.write.key;
        self.settled.insert(key);
        self.waits.remove(&key);
        let asked = self.pressed.iter().position(|one| one.pending.write.key == key).map(|at| self.pressed.remove(at).reply);
        // Who went away without hearing it is told as of what waited.
        let asked = asked.filter(|reply| !reply.is_closed());
        let drafts = self.means.drafts.clone();
        let off_the_disk = |pending: Pending| async move {
            let Some(drafts) = drafts else { return };
            if let Err(error) = blocking(move || drafts.settle(&pending)).await {
                tracing::warn!(%error, "an answered write stays on disk");
            }
        };
        match (answer, asked) {
            (Ok(answer), asked) => {
                off_the_disk(pending.clone()).await;
                match asked {
                    Some(reply) => drop(reply.send(Outcome::Saved(answer))),
                    None if pending.write.is_look_up() => {}
                    None => self.saved.push(pending),
                }
            }
            // Nobody can do anything about a look-up that is refused.
            (Err(_), None) if pending.write.is_look_up() => off_the_disk(pending).await,
            (Err(failure), None) => {
                let why = failure.what(&self.means.texts).into_string();
                self.give_back(pending, why, failure.is_passing()).await;
            }
            // Its text is still where it was typed.
            (Err(failure), Some(reply)) => {
                if let Some(drafts) = self.means.drafts.clone()
                    && let Err(error) = blocking(move || drafts.forget(key)).await
                {
                    tracing::warn!(%error, "a refused write stays on disk");
                }
                let _ = reply.send(Outcome::Failed(failure));
            }
        }
    }

    /// Makes a draft of what waited, with the reason. What may have been done nevertheless keeps its key: pressed once more it is the same.
    async fn give_back(&mut self, pending: Pending, why: String, same: bool) {
        let (put, words) = (pending.clone(), why.clone());
        let draft = match self.means.drafts.clone() {
            Some(drafts) => blocking(move || drafts.refuse(&put, &words, same)).await,
            None => Ok(None),
        };
        let draft = draft.unwrap_or_else(|error| {
            tracing::warn!(%error, "what was refused could not be made a draft");
            None
        });
        self.refused.push(Refused { pending, why, draft, same });
    }
}
