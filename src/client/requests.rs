//! One function per route. What changes something is a [`Write`]: plain data with its idempotency key, so that it can be
//! put on disk before it is sent and sent again without a second effect.

use reqwest::{Method, header::IF_MATCH};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{failure::Failure, session::Session};
use crate::{
    api::{
        IDEMPOTENCY_KEY,
        officer::{NewOfficer, NewReport, OfficerHits, OfficerList, OfficerPatch, OfficerSearch},
        page::Page,
        path,
        session::Me,
        signal::{Created, NewClaim, NewContactMoment, NewNote, NewSignal, SignalList, SignalPatch, SignalSearch},
        view::{NewView, ViewPatch},
    },
    domain::{
        ids::{IdempotencyKey, OfficerId, SignalId, ViewId},
        municipality::Municipality,
        officer::Officer,
        officer_history::OfficerRevision,
        organisation::Organisation,
        role::coded_enum,
        signal::{Signal, SignalSummary},
        verdict::OfficerCall,
        view::SavedView,
    },
};

coded_enum!(
    /// How a write is sent.
    WriteMethod {
        /// Creates.
        Post = "POST",
        /// Changes one version of an object.
        Patch = "PATCH",
        /// Ends something.
        Delete = "DELETE",
    }
);

/// A request that changes something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Write {
    /// Made when the user pressed save; the same key never has two effects.
    pub key: IdempotencyKey,
    /// How.
    pub method: WriteMethod,
    /// Where, without the server.
    pub path: String,
    /// The version it was decided on, for a change.
    pub version: Option<i64>,
    /// The body; nothing for a `DELETE`.
    pub body: Option<Value>,
}

fn signal_path(template: &str, id: SignalId) -> String {
    template.replace("{id}", &id.to_string())
}

impl Write {
    pub(super) fn new<B: Serialize>(
        key: IdempotencyKey,
        method: WriteMethod,
        path: String,
        version: Option<i64>,
        body: &B,
    ) -> Self {
        // The types of the API are made of texts, numbers and lists: they serialise.
        Self { key, method, path, version, body: serde_json::to_value(body).ok() }
    }

    /// A new signal. Answer: [`Created<Signal>`].
    pub fn create_signal(key: IdempotencyKey, new: &NewSignal) -> Self {
        Self::new(key, WriteMethod::Post, path::SIGNALS.into(), None, new)
    }

    /// A change of a signal as it was at `version`. Answer: [`Signal`].
    pub fn patch_signal(key: IdempotencyKey, id: SignalId, version: i64, patch: &SignalPatch) -> Self {
        Self::new(key, WriteMethod::Patch, signal_path(path::SIGNAL, id), Some(version), patch)
    }

    /// A note. Answer: [`Signal`].
    pub fn note(key: IdempotencyKey, id: SignalId, note: &NewNote) -> Self {
        Self::new(key, WriteMethod::Post, signal_path(path::SIGNAL_NOTES, id), None, note)
    }

    /// A contact moment. Answer: [`Signal`].
    pub fn contact_moment(key: IdempotencyKey, id: SignalId, contact: &NewContactMoment) -> Self {
        Self::new(key, WriteMethod::Post, signal_path(path::SIGNAL_CONTACT_MOMENTS, id), None, contact)
    }

    /// A claim. Answer: [`Signal`].
    pub fn claim(key: IdempotencyKey, id: SignalId, claim: &NewClaim) -> Self {
        Self::new(key, WriteMethod::Post, signal_path(path::SIGNAL_CLAIMS, id), None, claim)
    }

    /// The end of the current claim. Answer: [`Signal`].
    pub fn release(key: IdempotencyKey, id: SignalId) -> Self {
        Self { body: None, ..Self::new(key, WriteMethod::Delete, signal_path(path::SIGNAL_CURRENT_CLAIM, id), None, &()) }
    }

    /// A new entry of the register. Answer: [`Created<Officer>`].
    pub fn create_officer(key: IdempotencyKey, new: &NewOfficer) -> Self {
        Self::new(key, WriteMethod::Post, path::OFFICERS.into(), None, new)
    }

    /// A change of an entry as it was at `version`. Answer: [`Officer`].
    pub fn patch_officer(key: IdempotencyKey, id: OfficerId, version: i64, patch: &OfficerPatch) -> Self {
        let path = path::OFFICER.replace("{id}", &id.to_string());
        Self::new(key, WriteMethod::Patch, path, Some(version), patch)
    }

    /// Somebody called an entry as it was at `version`, and it was right. Answer: [`Officer`].
    pub fn confirm_officer(key: IdempotencyKey, id: OfficerId, version: i64) -> Self {
        let path = path::OFFICER_CONFIRM.replace("{id}", &id.to_string());
        Self { body: None, ..Self::new(key, WriteMethod::Post, path, Some(version), &()) }
    }

    /// The same, and it was not right. Answer: [`Officer`].
    pub fn report_officer(key: IdempotencyKey, id: OfficerId, version: i64, report: &NewReport) -> Self {
        let path = path::OFFICER_REPORT.replace("{id}", &id.to_string());
        Self::new(key, WriteMethod::Post, path, Some(version), report)
    }

    /// Takes back what one said of an entry, which made `version`. Answer: [`Officer`].
    pub fn take_back_verdict(key: IdempotencyKey, id: OfficerId, version: i64) -> Self {
        let path = path::OFFICER_TAKE_BACK.replace("{id}", &id.to_string());
        Self { body: None, ..Self::new(key, WriteMethod::Post, path, Some(version), &()) }
    }

    /// A new saved view. Answer: [`Created<SavedView>`].
    pub fn create_view(key: IdempotencyKey, new: &NewView) -> Self {
        Self::new(key, WriteMethod::Post, path::VIEWS.into(), None, new)
    }

    /// A change of a saved view as it was at `version`. Answer: [`SavedView`].
    pub fn patch_view(key: IdempotencyKey, id: ViewId, version: i64, patch: &ViewPatch) -> Self {
        let path = path::VIEW.replace("{id}", &id.to_string());
        Self::new(key, WriteMethod::Patch, path, Some(version), patch)
    }

    /// The end of a saved view as it was at `version`. Answer: [`SavedView`].
    pub fn delete_view(key: IdempotencyKey, id: ViewId, version: i64) -> Self {
        let path = path::VIEW.replace("{id}", &id.to_string());
        Self { body: None, ..Self::new(key, WriteMethod::Delete, path, Some(version), &()) }
    }
}

impl Session {
    /// Sends a write, with the same key again when the answer was cut off or did not come.
    ///
    /// # Errors
    /// [`Failure::Cut`] and [`Failure::TimedOut`] mean that it may have been done: send it again with the same key.
    pub async fn write<T: DeserializeOwned>(&self, write: &Write) -> Result<T, Failure> {
        let method = match write.method {
            WriteMethod::Post => Method::POST,
            WriteMethod::Patch => Method::PATCH,
            WriteMethod::Delete => Method::DELETE,
        };
        self.attempts(true, || {
            let mut request = self.request(method.clone(), &write.path)?.header(IDEMPOTENCY_KEY, write.key.to_string());
            if let Some(version) = write.version {
                request = request.header(IF_MATCH, format!("\"{version}\""));
            }
            Ok(match &write.body {
                Some(body) => request.json(body),
                None => request,
            })
        })
        .await
    }

    /// Who the token is.
    ///
    /// # Errors
    /// As every request here: see [`Failure`].
    pub async fn me(&self) -> Result<Me, Failure> {
        self.get(path::ME).await
    }

    /// A page of signals.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn signals(&self, list: &SignalList) -> Result<Page<SignalSummary>, Failure> {
        self.get(&with_query(path::SIGNALS, list)).await
    }

    /// Signals that hold words.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn search_signals(&self, search: &SignalSearch) -> Result<Page<SignalSummary>, Failure> {
        self.search(path::SIGNALS_SEARCH, search).await
    }

    /// One signal, whole, by id or number. The server logs that it was read.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn signal(&self, id_or_number: &str) -> Result<Signal, Failure> {
        self.get(&path::SIGNAL.replace("{id}", &segment(id_or_number))).await
    }

    /// See [`Write::create_signal`].
    ///
    /// # Errors
    /// See [`Session::write`].
    pub async fn create_signal(&self, key: IdempotencyKey, new: &NewSignal) -> Result<Created<Signal>, Failure> {
        self.write(&Write::create_signal(key, new)).await
    }

    /// See [`Write::patch_signal`].
    ///
    /// # Errors
    /// See [`Session::write`].
    pub async fn patch_signal(
        &self,
        key: IdempotencyKey,
        id: SignalId,
        version: i64,
        patch: &SignalPatch,
    ) -> Result<Signal, Failure> {
        self.write(&Write::patch_signal(key, id, version, patch)).await
    }

    /// See [`Write::note`].
    ///
    /// # Errors
    /// See [`Session::write`].
    pub async fn note(&self, key: IdempotencyKey, id: SignalId, note: &NewNote) -> Result<Signal, Failure> {
        self.write(&Write::note(key, id, note)).await
    }

    /// See [`Write::contact_moment`].
    ///
    /// # Errors
    /// See [`Session::write`].
    pub async fn contact_moment(&self, key: IdempotencyKey, id: SignalId, contact: &NewContactMoment) -> Result<Signal, Failure> {
        self.write(&Write::contact_moment(key, id, contact)).await
    }

    /// See [`Write::claim`].
    ///
    /// # Errors
    /// See [`Session::write`].
    pub async fn claim(&self, key: IdempotencyKey, id: SignalId, claim: &NewClaim) -> Result<Signal, Failure> {
        self.write(&Write::claim(key, id, claim)).await
    }

    /// See [`Write::release`].
    ///
    /// # Errors
    /// See [`Session::write`].
    pub async fn release(&self, key: IdempotencyKey, id: SignalId) -> Result<Signal, Failure> {
        self.write(&Write::release(key, id)).await
    }

    /// A page of the register.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn officers(&self, list: &OfficerList) -> Result<Page<Officer>, Failure> {
        self.get(&with_query(path::OFFICERS, list)).await
    }

    /// Entries that hold words, best first.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn search_officers(&self, search: &OfficerSearch) -> Result<OfficerHits, Failure> {
        self.search(path::OFFICERS_SEARCH, search).await
    }

    /// One entry.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn officer(&self, id: OfficerId) -> Result<Officer, Failure> {
        self.get(&path::OFFICER.replace("{id}", &id.to_string())).await
    }

    /// What happened to an entry, newest first.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn officer_history(&self, id: OfficerId) -> Result<Page<OfficerRevision>, Failure> {
        self.get(&path::OFFICER_HISTORY.replace("{id}", &id.to_string())).await
    }

    /// For which cases an entry was called last.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn officer_calls(&self, id: OfficerId) -> Result<Page<OfficerCall>, Failure> {
        self.get(&path::OFFICER_CALLS.replace("{id}", &id.to_string())).await
    }

    /// Organisations that have nobody in the register.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn unappointed(&self) -> Result<Page<Organisation>, Failure> {
        self.get(path::OFFICERS_UNAPPOINTED).await
    }

    /// See [`Write::create_officer`].
    ///
    /// # Errors
    /// See [`Session::write`].
    pub async fn create_officer(&self, key: IdempotencyKey, new: &NewOfficer) -> Result<Created<Officer>, Failure> {
        self.write(&Write::create_officer(key, new)).await
    }

    /// See [`Write::patch_officer`].
    ///
    /// # Errors
    /// See [`Session::write`].
    pub async fn patch_officer(
        &self,
        key: IdempotencyKey,
        id: OfficerId,
        version: i64,
        patch: &OfficerPatch,
    ) -> Result<Officer, Failure> {
        self.write(&Write::patch_officer(key, id, version, patch)).await
    }

    /// The own views and those the organisation shares.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn views(&self) -> Result<Page<SavedView>, Failure> {
        self.get(path::VIEWS).await
    }

    /// Every organisation.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn organisations(&self) -> Result<Page<Organisation>, Failure> {
        self.get(path::ORGANISATIONS).await
    }

    /// Every municipality.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn municipalities(&self) -> Result<Page<Municipality>, Failure> {
        self.get(path::MUNICIPALITIES).await
    }
}

/// A path with the fields that are set as query.
pub(super) fn with_query<Q: Serialize>(path: &str, query: &Q) -> String {
    let fields = serde_json::to_value(query).unwrap_or_default();
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let pairs: Vec<String> =
        fields.as_object().into_iter().flatten().map(|(name, value)| format!("{name}={}", segment(&text(value)))).collect();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}

/// Percent-encodes all but what is plain in every part of an address.
pub(super) fn segment(text: &str) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::with_capacity(text.len()), |mut out, byte| {
        match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'-' | b'_' | b'.' | b',' => out.push(byte as char),
            byte => drop(write!(out, "%{byte:02X}")),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_holds_what_is_set_and_breaks_out_of_nothing() {
        let mut list = SignalList { limit: Some(100), status: Some("open".into()), ..SignalList::default() };
        assert_eq!(with_query(path::SIGNALS, &list), "/v1/signals?limit=100&status=open");
        list = SignalList { owner: Some("a&b=c/../#é".into()), ..SignalList::default() };
        assert_eq!(with_query(path::SIGNALS, &list), "/v1/signals?owner=a%26b%3Dc%2F..%2F%23%C3%A9");
        assert_eq!(with_query(path::SIGNALS, &SignalList::default()), "/v1/signals");
        assert_eq!(segment("../me?x"), "..%2Fme%3Fx");
    }
}
