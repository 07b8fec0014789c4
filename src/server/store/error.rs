//! Why the store could not do something.

/// What keeps a store from being used: each asks something else of an administrator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Away {
    /// It cannot be reached or read: no such file or server, shut, starting.
    Gone,
    /// Somebody else holds it.
    Locked,
    /// Its disk is full.
    Full,
    /// It only reads: a file without the right to write, a disk mounted so, a standby of PostgreSQL.
    ReadOnly,
    /// It did not answer in time.
    Slow,
    /// Something else, for a moment.
    Busy,
}

impl Away {
    /// The fault that says so, as answers name it; nothing: there is no more to say than that it is away.
    pub fn fault(self) -> Option<&'static str> {
        match self {
            Self::Gone => Some("store-gone"),
            Self::Locked => Some("store-locked"),
            Self::Full => Some("store-full"),
            Self::ReadOnly => Some("store-read-only"),
            Self::Slow => Some("store-slow"),
            Self::Busy => None,
        }
    }
}

/// Why the store could not do it. Never holds text of a case.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// It cannot be used now.
    #[error("the store cannot be used: {1}")]
    Unavailable(Away, String),
    /// What was asked cannot be written down in the audit log, for this reason: nothing is shown or saved.
    #[error("the audit log cannot be written: {1}")]
    Unlogged(Away, String),
    /// Two transactions stood in each other's way; once more from the start.
    #[error("the store asks to try again: {0}")]
    Again(String),
    /// What is in the store is not what was put there, or a query is wrong: a fault of loket or of who edited the store.
    #[error("the store is at fault: {0}")]
    Fault(String),
}

impl StoreError {
    /// The same, when it was about the audit log.
    pub fn of_the_audit_log(self) -> Self {
        match self {
            Self::Unavailable(away, why) => Self::Unlogged(away, why),
            Self::Fault(why) => Self::Unlogged(Away::Busy, why),
            Self::Unlogged(..) | Self::Again(_) => self,
        }
    }
}

/// What a code of PostgreSQL (SQLSTATE, five characters) or of SQLite (a number, the primary code in its low byte) means here;
/// nothing: a fault.
fn away(code: &str) -> Option<Away> {
    if code.len() == 5 {
        return match (&code[..2], code) {
            // A lock that was not given; a statement that was ended because it took too long.
            (_, "55P03" | "57014") => Some(Away::Slow),
            (_, "25006") => Some(Away::ReadOnly),
            (_, "53100") => Some(Away::Full),
            // Connections that break or are refused, shut and starting servers, no such database.
            ("08" | "28" | "57", _) | (_, "3D000") => Some(Away::Gone),
            // Out of memory or connections; not in a state to do it.
            ("53" | "55", _) => Some(Away::Busy),
            _ => None,
        };
    }
    match code.parse::<i64>().ok()? & 0xff {
        5 | 6 => Some(Away::Locked),
        8 => Some(Away::ReadOnly),
        13 => Some(Away::Full),
        10 | 14 => Some(Away::Gone),
        _ => None,
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        use sqlx::Error;
        let away = match &error {
            Error::PoolTimedOut => Some(Away::Slow),
            Error::PoolClosed | Error::Io(_) | Error::Tls(_) | Error::WorkerCrashed => Some(Away::Gone),
            Error::Database(inner) => match inner.code().as_deref() {
                // PostgreSQL: serialisation failure, deadlock.
                Some("40001" | "40P01") => return Self::Again(error.to_string()),
                code => code.and_then(away),
            },
            _ => None,
        };
        away.map_or_else(|| Self::Fault(error.to_string()), |away| Self::Unavailable(away, error.to_string()))
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Fault(format!("a document cannot be read or written: line {} column {}", error.line(), error.column()))
    }
}

impl From<crate::server::random::NoRandomness> for StoreError {
    fn from(error: crate::server::random::NoRandomness) -> Self {
        Self::Unavailable(Away::Busy, error.to_string())
    }
}
