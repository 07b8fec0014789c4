//! Requests about the audit log.

use super::{
    failure::Failure,
    lines::Lines,
    requests::{Write, WriteMethod},
    session::Session,
};
use crate::{
    api::{
        audit::{AuditReview, AuditSearch, LookAt},
        emergency::{EmergencyAccesses, ReviewEmergency},
        page::Page,
        path,
    },
    domain::{
        audit::AuditEntry,
        ids::{EmergencyAccessId, IdempotencyKey},
    },
};

impl Write {
    /// Somebody looked at a row that was drawn by lot. There is no answer but that it is kept.
    pub fn looked_at(key: IdempotencyKey, seq: i64) -> Self {
        Self::new(key, WriteMethod::Post, path::AUDIT_LOOKED.into(), None, &LookAt { seq })
    }

    /// Judges emergency access. Answer: [`crate::api::emergency::EmergencyDetail`].
    pub fn review_emergency(key: IdempotencyKey, id: EmergencyAccessId, review: &ReviewEmergency) -> Self {
        let path = path::EMERGENCY_ACCESS_REVIEW.replace("{id}", &id.to_string());
        Self::new(key, WriteMethod::Post, path, None, review)
    }
}

impl Session {
    /// A page of the audit log, newest first. The server writes down that it was asked.
    ///
    /// # Errors
    /// As every request here: see [`Failure`].
    pub async fn audit_rows(&self, search: &AuditSearch) -> Result<Page<AuditEntry>, Failure> {
        self.search(path::AUDIT_SEARCH, search).await
    }

    /// Everything that is asked for, row by row.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn audit_export(&self, search: &AuditSearch) -> Result<Lines, Failure> {
        self.lines(path::AUDIT_EXPORT, search).await
    }

    /// What the privacy officer looks at this week.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn audit_review(&self) -> Result<AuditReview, Failure> {
        self.get(path::AUDIT_REVIEW).await
    }

    /// Emergency access to cases: what waits to be judged, then the newest others.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn emergencies(&self) -> Result<EmergencyAccesses, Failure> {
        self.get(path::EMERGENCY_ACCESSES).await
    }
}
