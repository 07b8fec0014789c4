//! The file of an export: a first line that says what it holds and why, a line for each case, and a last one that seals them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, Schema},
};

use super::{CaseExport, ExportFacts, ExportSelection};
use crate::domain::{
    Instant,
    ids::{ExportId, SignalNumber},
    share::Share,
    signal::{Entry, Facts, Signal},
    text::RawText,
    time_out::TimeOut,
};

/// The first line of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExportHeader {
    /// What the file holds and why.
    pub export: ExportAbout,
}

/// What a file holds and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExportAbout {
    /// The export.
    pub id: ExportId,
    /// In words: whose data they are, and what is not in it.
    pub holds: String,
    /// When the file was made.
    pub made_at: DateTime<Utc>,
    /// Who proposed and fetched it.
    pub made_by: RawText,
    /// Who confirmed it.
    pub confirmed_by: RawText,
    /// When.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// Why, for whom, on what ground, and until when it may be there.
    pub facts: ExportFacts,
    /// Which cases were asked for.
    pub selection: ExportSelection,
    /// How many cases were confirmed; the last line says how many are in it.
    pub cases: usize,
    /// The hash of what was confirmed.
    pub list: String,
    /// Which fields there are: of a case, of its facts and its timeline, of a time-out and a share.
    pub fields: BTreeMap<String, Vec<String>>,
}

/// A line with a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExportedCase {
    /// The case as it stands, with its timeline, without what is shielded.
    #[schema(value_type = Signal)]
    pub case: Value,
    /// Its time-outs.
    pub time_outs: Vec<TimeOut>,
    /// With whom it is and was shared.
    pub shares: Vec<Share>,
}

/// The last line of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExportEnd {
    /// By which it is known that the file is whole.
    pub end: ExportSeal,
}

/// By which it is known that a file is whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExportSeal {
    /// How many cases are in it.
    pub cases: usize,
    /// Cases that were confirmed and are not there any more.
    pub left_out: Vec<SignalNumber>,
    /// The SHA-256 of all lines before this one, with their line breaks, in hexadecimal.
    pub sha256: String,
}

/// The fields there are, as the schema of the API has them.
fn fields() -> BTreeMap<String, Vec<String>> {
    let of = |name: &str, schema: RefOr<Schema>| {
        let names = match schema {
            RefOr::T(Schema::Object(object)) => object.properties.keys().cloned().collect(),
            _ => vec![],
        };
        (name.to_owned(), names)
    };
    BTreeMap::from([
        of("case", Signal::schema()),
        of("facts", Facts::schema()),
        of("timeline", Entry::schema()),
        of("timeOuts", TimeOut::schema()),
        of("shares", Share::schema()),
    ])
}

impl CaseExport {
    /// The first line of a file that is fetched at this moment; `holds` says in words what stands in it.
    pub fn header(&self, now: Instant, holds: String) -> ExportHeader {
        ExportHeader {
            export: ExportAbout {
                id: self.id,
                holds,
                made_at: now,
                made_by: self.proposal.proposed_by_name.clone(),
                confirmed_by: self.proposal.settled_by_name.clone(),
                confirmed_at: self.proposal.settled_at,
                facts: self.facts.clone(),
                selection: self.selection.clone(),
                cases: self.cases.len(),
                list: self.proposal.hash.clone(),
                fields: fields(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_are_told_by_name() {
        let all = fields();
        for (of, name) in [("case", "timeline"), ("facts", "account"), ("timeline", "byName"), ("timeOuts", "facts")] {
            assert!(all[of].contains(&name.to_owned()), "{of}: {:?}", all[of]);
        }
    }
}
