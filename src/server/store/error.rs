//! Why the store could not do something.

/// Why the store could not do it. Never holds text of a case.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It cannot be reached, is full, locked or shut.
    #[error("the store cannot be used: {0}")]
    Unavailable(String),
    /// Two transactions stood in each other's way; once more from the start.
    #[error("the store asks to try again: {0}")]
    Again(String),
    /// What is in the store is not what was put there, or a query is wrong: a fault of loket or of who edited the store.
    #[error("the store is at fault: {0}")]
    Fault(String),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        use sqlx::Error;
        match &error {
            Error::PoolTimedOut | Error::PoolClosed | Error::Io(_) | Error::Tls(_) | Error::WorkerCrashed => {
                Self::Unavailable(error.to_string())
            }
            Error::Database(inner) => match inner.code().as_deref() {
                // PostgreSQL: serialisation failure, deadlock.
                Some("40001" | "40P01") => Self::Again(error.to_string()),
                // PostgreSQL: connection exceptions, nobody let in, out of resources, not in a state to do so (a lock that is
                // not given, a database that is shut), operator intervention and time-outs; a standby, which only reads; no
                // such database any more. SQLite, primary code in the low byte: busy, locked, read-only, input/output, full,
                // cannot open.
                Some(code) if code.len() == 5 && ["08", "28", "53", "55", "57"].contains(&&code[..2]) => {
                    Self::Unavailable(error.to_string())
                }
                Some("25006" | "3D000") => Self::Unavailable(error.to_string()),
                Some(code) if matches!(code.parse::<i64>().map(|code| code & 0xff), Ok(5 | 6 | 8 | 10 | 13 | 14)) => {
                    Self::Unavailable(error.to_string())
                }
                _ => Self::Fault(error.to_string()),
            },
            _ => Self::Fault(error.to_string()),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Fault(format!("a document cannot be read or written: line {} column {}", error.line(), error.column()))
    }
}

impl From<crate::server::random::NoRandomness> for StoreError {
    fn from(error: crate::server::random::NoRandomness) -> Self {
        Self::Unavailable(error.to_string())
    }
}
