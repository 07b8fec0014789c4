//! The audit log: an append-only hash chain per organisation.
