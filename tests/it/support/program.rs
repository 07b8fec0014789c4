//! The real program as a process.
