//! Requests about exports of whole cases, and their content as it comes.

use ring::digest::{Context, SHA256};

use super::{
    failure::Failure,
    lines::Lines,
    requests::{Write, WriteMethod},
    session::Session,
};
use crate::{
    api::{
        case_export::{ExportDetail, Exports, NewExport},
        confirmation::{Confirm, Decline},
        path,
    },
    domain::{
        case_export::{ExportEnd, ExportSeal},
        ids::{ExportId, IdempotencyKey},
    },
};

impl Write {
    /// An export is proposed. Answer, as of every write about one: [`ExportDetail`].
    pub fn propose_export(key: IdempotencyKey, new: &NewExport) -> Self {
        Self::new(key, WriteMethod::Post, path::EXPORTS.into(), None, new)
    }

    /// Another's is confirmed: exactly what has this hash.
    pub fn confirm_export(key: IdempotencyKey, id: ExportId, hash: &str) -> Self {
        Self::new(key, WriteMethod::Post, of(path::EXPORT_CONFIRM, id), None, &Confirm { hash: hash.into() })
    }

    /// Another's is rejected.
    pub fn reject_export(key: IdempotencyKey, id: ExportId, why: &Decline) -> Self {
        Self::new(key, WriteMethod::Post, of(path::EXPORT_REJECT, id), None, why)
    }

    /// One's own is withdrawn.
    pub fn withdraw_export(key: IdempotencyKey, id: ExportId, why: &Decline) -> Self {
        Self::new(key, WriteMethod::Post, of(path::EXPORT_WITHDRAW, id), None, why)
    }
}

fn of(path: &str, id: ExportId) -> String {
    path.replace("{id}", &id.to_string())
}

impl Session {
    /// Exports, newest first.
    ///
    /// # Errors
    /// As every request here: see [`Failure`].
    pub async fn exports(&self) -> Result<Exports, Failure> {
        self.get(path::EXPORTS).await
    }

    /// An export. The server logs that it was read.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn export(&self, id: ExportId) -> Result<ExportDetail, Failure> {
        self.get(&of(path::EXPORT, id)).await
    }

    /// The cases of one's own export. It is asked for once, whatever comes of it: every answer counts as a fetch.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn export_content(&self, id: ExportId) -> Result<ExportContent, Failure> {
        Ok(ExportContent(self.stream(&of(path::EXPORT_CONTENT, id)).await?))
    }
}

/// The content of an export, line by line.
pub struct ExportContent(Lines);

impl ExportContent {
    /// Gives every line, with its line break, as it comes; then what seals it.
    ///
    /// # Errors
    /// [`Failure::Cut`] when the last line lacks, or does not seal what came before it; and what `take` says.
    pub async fn each<E: From<Failure>>(mut self, mut take: impl FnMut(&[u8]) -> Result<(), E>) -> Result<ExportSeal, E> {
        let (mut before, mut last) = (Context::new(&SHA256), vec![]);
        while let Some(line) = self.0.line().await? {
            before.update(&last);
            take(&line)?;
            last = line;
        }
        let hash: String = before.finish().as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
        match serde_json::from_slice::<ExportEnd>(&last) {
            Ok(ExportEnd { end }) if end.sha256 == hash => Ok(end),
            _ => Err(self.0.cut().into()),
        }
    }
}
