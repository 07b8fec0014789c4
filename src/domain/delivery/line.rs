//! A line of a delivery: what it would do, or what is wrong with it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{
    check::{Finding, Kind, Texts},
    ids::{OfficerId, OrganisationCode},
    officer::OfficerFacts,
    officer_history::OfficerChange,
    role::coded_enum,
    text::RawText,
};

coded_enum!(
    /// What a line of a delivery would do.
    LineKind {
        /// Nothing: something is wrong with it.
        Error = "errors",
        /// An entry comes in.
        New = "new",
        /// An entry becomes otherwise.
        Changed = "changed",
        /// An entry ends.
        Gone = "gone",
    }
);

/// A line of what a delivery proposes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DeliveryLine {
    /// What it would do.
    pub kind: LineKind,
    /// The line of the file; nothing where no line of it is about the entry.
    pub line: Option<u64>,
    /// The entry of the register; nothing for a new one.
    pub officer: Option<OfficerId>,
    /// Organisation.
    pub organisation: RawText,
    /// Function.
    pub title: RawText,
    /// Name.
    pub name: RawText,
    /// What would become otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<OfficerChange>,
    /// Of an error: what is wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fault: Option<LineFault>,
}

/// Something wrong with a line of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct LineFault {
    /// The line, from 1.
    pub line: u64,
    /// The column as the file calls it, or the field as the API does; empty: the whole line.
    pub column: String,
    /// A stable code.
    pub code: String,
    /// The limit or value that the words about the code need.
    pub value: String,
    /// In the sender's words; empty: the words of the code.
    pub reason: RawText,
    /// The organisation, function and name that stand in the line, as far as they could be read: an entry that a wrong line is about has not ended.
    pub organisation: RawText,
    /// See organisation.
    pub title: RawText,
    /// See organisation.
    pub name: RawText,
}

impl LineFault {
    /// What is wrong with an entry that was delivered.
    pub fn of(line: u64, facts: &OfficerFacts, finding: &Finding) -> Self {
        Self {
            line,
            column: finding.at.trim_start_matches('/').split('/').next().unwrap_or_default().to_owned(),
            code: finding.code.to_owned(),
            value: finding.value.clone(),
            reason: RawText::default(),
            organisation: facts.organisation.as_str().into(),
            title: facts.title.clone(),
            name: facts.name.clone(),
        }
    }
}

impl DeliveryLine {
    pub(super) fn of_fault(fault: &LineFault) -> Self {
        Self {
            kind: LineKind::Error,
            line: Some(fault.line),
            officer: None,
            organisation: fault.organisation.clone(),
            title: fault.title.clone(),
            name: fault.name.clone(),
            changes: vec![],
            fault: Some(fault.clone()),
        }
    }

    pub(super) fn of(kind: LineKind, line: Option<u64>, officer: Option<OfficerId>, facts: &OfficerFacts) -> Self {
        let OrganisationCode(organisation) = &facts.organisation;
        Self {
            kind,
            line,
            officer,
            organisation: organisation.as_str().into(),
            title: facts.title.clone(),
            name: facts.name.clone(),
            changes: vec![],
            fault: None,
        }
    }
}

impl Texts for LineFault {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
        for (field, kind, text) in [
            ("reason", Kind::Free, &mut self.reason),
            ("organisation", Kind::Line, &mut self.organisation),
            ("title", Kind::Line, &mut self.title),
            ("name", Kind::Line, &mut self.name),
        ] {
            see(&format!("{at}/{field}"), kind, text);
        }
    }
}
