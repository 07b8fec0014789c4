//! One thing that was looked at: what was found, how it stands, and what to do.

use serde::Serialize;

use crate::domain::role::coded_enum;

coded_enum!(
    /// How it stands.
    Verdict {
        /// As it should be.
        Ok = "ok",
        /// It was not tried, so nothing is known of it.
        Untested = "untested",
        /// loket works, with a limit that is worth knowing.
        Attention = "attention",
        /// Something does not work until it is mended.
        Fault = "fault",
    }
);

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Check {
    /// The part it belongs to: `doctor-group-NAME`.
    pub group: &'static str,
    /// What it is: `doctor-NAME`.
    pub check: &'static str,
    /// How it stands.
    pub verdict: Verdict,
    /// What was found.
    pub found: String,
    /// What to do.
    pub next: Option<String>,
}

impl Check {
    /// As it should be.
    pub(super) fn ok(group: &'static str, check: &'static str, found: impl Into<String>) -> Self {
        Self { group, check, verdict: Verdict::Ok, found: found.into(), next: None }
    }

    /// Works with a limit.
    pub(super) fn attention(self, next: impl Into<String>) -> Self {
        Self { verdict: Verdict::Attention, next: Some(next.into()), ..self }
    }

    /// Does not work.
    pub(super) fn fault(self, next: impl Into<String>) -> Self {
        Self { verdict: Verdict::Fault, next: Some(next.into()), ..self }
    }

    /// Not tried; how it is.
    pub(super) fn untested(self, how: impl Into<String>) -> Self {
        Self { verdict: Verdict::Untested, next: Some(how.into()), ..self }
    }

    /// As it should be, or else with a limit.
    pub(super) fn unless(self, good: bool, next: impl Into<String>) -> Self {
        if good { self } else { self.attention(next) }
    }
}
