//! Requests of people outside the desk about cases, and of the desk about sharing them.

use super::{
    failure::Failure,
    requests::{Write, WriteMethod, with_query},
    session::Session,
};
use crate::{
    api::{
        case::{CaseList, NewCase, NewCaseNote},
        emergency::NewEmergencyAccess,
        page::Page,
        path,
        share::{EndShare, NewShare, Shares},
    },
    domain::{
        case::{Case, CaseRow},
        ids::{IdempotencyKey, ShareId, SignalNumber},
    },
};

impl Write {
    /// A case of the own municipality. Answer, as of every write about one: [`Case`].
    pub fn report_case(key: IdempotencyKey, new: &NewCase) -> Self {
        Self::new(key, WriteMethod::Post, path::CASES.into(), None, new)
    }

    /// A note in a case.
    pub fn note_case(key: IdempotencyKey, number: SignalNumber, note: &NewCaseNote) -> Self {
        let path = path::CASE_NOTES.replace("{number}", &number.to_string());
        Self::new(key, WriteMethod::Post, path, None, note)
    }

    /// Opens a case one has no right to, in an emergency. Answer: [`Case`].
    pub fn open_in_emergency(key: IdempotencyKey, number: SignalNumber, new: &NewEmergencyAccess) -> Self {
        let path = path::CASE_EMERGENCY.replace("{number}", &number.to_string());
        Self::new(key, WriteMethod::Post, path, None, new)
    }

    /// Shares a signal, by id or number. Answer, as of ending one: [`crate::api::share::ShareDetail`].
    pub fn share(key: IdempotencyKey, signal: &str, new: &NewShare) -> Self {
        Self::new(key, WriteMethod::Post, shares_of(signal), None, new)
    }

    /// Ends sharing.
    pub fn end_share(key: IdempotencyKey, id: ShareId, end: &EndShare) -> Self {
        Self::new(key, WriteMethod::Post, path::SHARE_END.replace("{id}", &id.to_string()), None, end)
    }
}

fn shares_of(signal: &str) -> String {
    path::SIGNAL_SHARES.replace("{id}", signal)
}

impl Session {
    /// A page of the cases there are for one, newest first.
    ///
    /// # Errors
    /// As every request here: see [`Failure`].
    pub async fn cases(&self, list: &CaseList) -> Result<Page<CaseRow>, Failure> {
        self.get(&with_query(path::CASES, list)).await
    }

    /// A case as one sees it from outside. The server logs that it was read.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn case(&self, number: SignalNumber) -> Result<Case, Failure> {
        self.get(&path::CASE.replace("{number}", &number.to_string())).await
    }

    /// With whom a signal is and was shared, and who reported it. The server logs that it was read.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn shares(&self, signal: &str) -> Result<Shares, Failure> {
        self.get(&shares_of(signal)).await
    }
}
