//! What goes in and out of the sender ([`super::Sender`]).

use std::{sync::Arc, time::Duration};

use serde_json::Value;

use super::{drafts::Drafts, pending::Pending};
use crate::{
    client::{failure::Failure, session::Session},
    locale::Texts,
};

/// How long is waited for what.
#[derive(Debug, Clone)]
pub struct Timing {
    /// For an answer, before it is said that a press waits.
    pub unconfirmed: Duration,
    /// Before what did not get through is tried again: the first pause and the longest.
    pub pauses: (Duration, Duration),
}

impl Default for Timing {
    fn default() -> Self {
        Self { unconfirmed: Duration::from_secs(5), pauses: (Duration::from_secs(1), Duration::from_secs(30)) }
    }
}

/// What came of a press, as far as that is known.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// The server saved it: its answer.
    Saved(Value),
    /// It is on disk and is sent by itself; what comes of it is told then ([`Told`]).
    Waits,
    /// It was thrown away before there was an answer ([`super::Sender::call_off`]).
    Dropped,
    /// The server refused; or it could not be put on disk, and there is no answer.
    Failed(Failure),
}

/// What is told without anybody asking.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// So many presses wait now.
    Waiting(usize),
    /// What waited was answered.
    Settled {
        /// Saved.
        saved: Vec<Pending>,
        /// Refused: drafts again.
        refused: Vec<Refused>,
        /// No longer on disk, and not by this sender: another window sent it, or threw it away.
        elsewhere: Vec<Pending>,
    },
    /// What was to be thrown away is gone; or it was not there any more, or the disk does not let go of it.
    Dropped(bool),
}

/// What waited, and was refused.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// What.
    pub pending: Pending,
    /// Why, in words.
    pub why: String,
    /// The id of the draft it is now; nothing when none could be made, and it is not sent again by itself.
    pub draft: Option<String>,
    /// May it have been done nevertheless? Then it is to be pressed under the same key.
    pub same: bool,
}

/// What the sender needs.
#[derive(Debug, Clone)]
pub struct Means {
    /// Where to, as whom.
    pub session: Session,
    /// Where it is kept until it is answered; nothing: the disk refuses.
    pub drafts: Option<Drafts>,
    /// The words of refusals.
    pub texts: Arc<Texts>,
    /// How long it waits.
    pub timing: Timing,
}
