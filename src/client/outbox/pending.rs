//! Writes that wait for their acknowledgement, on disk: from before the first send until the answer.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{drafts::Drafts, folder::DraftsError};
use crate::{
    client::{requests::Write, session::Session},
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
    /// While no account is known: a tag of the token it was made with.
    #[serde(default)]
    pub token: Option<String>,
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

/// How the names of the files start of what was pressed; then the key.
pub(super) const WRITE: &str = "write-";

/// The same of look-ups.
pub(super) const LOOK_UP: &str = "looked-";

fn name(write: &Write) -> String {
    format!("{}{}", if write.is_look_up() { LOOK_UP } else { WRITE }, write.key)
}

impl Drafts {
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

    /// Sends the look-ups that wait for this server and account, oldest first, and stops at the first that does not get through. What
    /// somebody pressed save for is left to the sender ([`super::Sender`]), which tells of it.
    ///
    /// # Errors
    /// [`DraftsError::Failed`] when the folder cannot be read, or a look-up that was answered cannot be taken off the disk.
    pub async fn send_look_ups(&self, session: &Session, account: AccountId) -> Result<(), DraftsError> {
        let (drafts, server) = (self.clone(), session.server().to_owned());
        let waiting = blocking(move || drafts.waiting(&server, account)).await?;
        for look_up in waiting.into_iter().filter(|one| one.write.is_look_up()) {
            if session.write::<Value>(&look_up.write).await.is_err_and(|failure| failure.is_passing()) {
                break;
            }
            // Nobody can do anything about one that is refused.
            let drafts = self.clone();
            blocking(move || drafts.forget(look_up.write.key)).await?;
        }
        Ok(())
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
