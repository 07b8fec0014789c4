//! Routes: extract and answer.
