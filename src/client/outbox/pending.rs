//! Writes that wait for their acknowledgement: on disk before the first send, gone after the answer, sent again with the
//! same key in between.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{drafts::Drafts, folder::DraftsError};
use crate::{
    client::{failure::Failure, requests::Write, session::Session},
    domain::ids::{AccountId, IdempotencyKey},
};

/// A write that the server has not confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// The request.
    pub write: Write,
    /// The server it is for; it goes to no other.
    pub server: String,
    /// The account it was made under; it goes out under no other.
    #[serde(default)]
    pub account: Option<AccountId>,
    /// When the user pressed save.
    pub made_at: DateTime<Utc>,
    /// The slot of the draft it came from, as the caller names it.
    pub slot: String,
    /// That draft: when the server refuses, it is one again. Nothing: a look-up, or of a version that left it in its slot.
    #[serde(default)]
    pub draft: Option<String>,
    /// Did the server refuse it? Then it is not sent again by itself, and stays until somebody has looked at it.
    pub refused: bool,
}

/// What became of a pending write that was sent again.
#[derive(Debug, Clone, PartialEq)]
pub struct Resent {
    /// The write.
    pub pending: Pending,
    /// The answer.
    pub outcome: Result<Value, Failure>,
}

/// Why a write is not confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SendError {
    /// It could not be put on disk, so it was not sent.
    NotKept(DraftsError),
    /// The server refused, or did not confirm. It is kept; see [`Pending::refused`].
    Failed(Failure),
}

/// How the names of the files start of what was pressed; then the key.
pub(super) const WRITE: &str = "write-";

/// The same of look-ups.
pub(super) const LOOK_UP: &str = "looked-";

fn name(write: &Write) -> String {
    format!("{}{}", if write.is_look_up() { LOOK_UP } else { WRITE }, write.key)
}

impl Drafts {
    /// Puts a write on disk, sends it, and takes it off when it is confirmed.
    ///
    /// # Errors
    /// See [`SendError`].
    pub async fn send(&self, session: &Session, pending: Pending) -> Result<Value, SendError> {
        let (drafts, kept) = (self.clone(), pending.clone());
        blocking(move || drafts.keep(&kept)).await.map_err(SendError::NotKept)?;
        self.deliver(session, pending).await.map_err(SendError::Failed)
    }

    /// Puts a write on disk.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub fn keep(&self, pending: &Pending) -> Result<(), DraftsError> {
        self.put(&name(&pending.write), pending)
    }

    /// Takes a write off the disk: confirmed, or given up by the one who made it.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub fn forget(&self, key: IdempotencyKey) -> Result<(), DraftsError> {
        [WRITE, LOOK_UP].iter().try_for_each(|start| self.drop_file(&format!("{start}{key}")))
    }

    /// Every pending write that can be read, oldest first, and how many cannot.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub fn pending(&self) -> Result<(Vec<Pending>, usize), DraftsError> {
        let (mut all, unreadable) = self.all::<Pending>(WRITE)?;
        let (look_ups, broken) = self.all::<Pending>(LOOK_UP)?;
        all.extend(look_ups);
        all.sort_by_key(|pending| (pending.made_at, pending.write.key));
        Ok((all, unreadable + broken))
    }

    /// Sends what waits for this server and account again, oldest first, and stops at the first that does not get through.
    ///
    /// # Errors
    /// [`DraftsError::Failed`] when the folder cannot be read.
    pub async fn resend_all(&self, session: &Session, account: AccountId) -> Result<Vec<Resent>, DraftsError> {
        self.resend(session, account, |_| true).await
    }

    /// The same of look-ups alone: what somebody pressed save for is left to the interface, which tells of it.
    ///
    /// # Errors
    /// As [`Drafts::resend_all`].
    pub async fn resend_look_ups(&self, session: &Session, account: AccountId) -> Result<Vec<Resent>, DraftsError> {
        self.resend(session, account, Write::is_look_up).await
    }

    async fn resend(
        &self,
        session: &Session,
        account: AccountId,
        wanted: impl Fn(&Write) -> bool,
    ) -> Result<Vec<Resent>, DraftsError> {
        let drafts = self.clone();
        let (waiting, _) = blocking(move || drafts.pending()).await?;
        let mut all = vec![];
        let ours = |one: &Pending| one.server == session.server() && one.account == Some(account) && !one.refused;
        for pending in waiting.into_iter().filter(|one| ours(one) && wanted(&one.write)) {
            let outcome = self.deliver(session, pending.clone()).await;
            let stuck = outcome.as_ref().is_err_and(Failure::is_passing);
            all.push(Resent { pending, outcome });
            if stuck {
                break;
            }
        }
        Ok(all)
    }

    async fn deliver(&self, session: &Session, mut pending: Pending) -> Result<Value, Failure> {
        let outcome = session.write(&pending.write).await;
        let drafts = self.clone();
        let settled = match &outcome {
            Ok(_) => blocking(move || drafts.forget(pending.write.key)).await,
            // Nobody can do anything about a look-up that is refused.
            Err(failure) if !failure.is_passing() && pending.write.is_look_up() => {
                blocking(move || drafts.forget(pending.write.key)).await
            }
            Err(failure) if !failure.is_passing() => {
                pending.refused = true;
                blocking(move || drafts.keep(&pending)).await
            }
            Err(_) => Ok(()),
        };
        // What stays behind is sent again with the same key: harmless.
        if let Err(error) = settled {
            tracing::warn!(%error, "a confirmed write stays on disk");
        }
        outcome
    }
}

/// Runs what waits for the disk where waiting is allowed. When the runtime ends it ends here: who went on as if the disk had refused
/// would send what is not kept.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, DraftsError> + Send + 'static,
) -> Result<T, DraftsError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) if error.is_cancelled() => std::future::pending().await,
        Err(error) => Err(DraftsError::Failed { path: "".into(), reason: error.to_string() }),
    }
}
