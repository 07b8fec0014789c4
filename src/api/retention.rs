//! Requests about destroying closed cases whose term has passed, and about which data there are on a case.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{
    Date,
    destruction::Destruction,
    holding::CaseHoldings,
    ids::SignalNumber,
    retention::{Destroyable, RetentionRule},
    text::RawText,
};

/// How many years a rule says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RetentionYears {
    /// Which rule.
    pub rule: RetentionRule,
    /// Years after closing.
    pub years: u32,
}

/// A case on the list. No text of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DestroyableCase {
    /// Its number.
    pub number: SignalNumber,
    /// Why it may be destroyed.
    #[serde(flatten)]
    pub term: Destroyable,
}

/// Closed cases whose term has passed, and that nothing keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DestructionList {
    /// The day it is judged by.
    pub day: Date,
    /// The cases, the longest ago closed first.
    pub items: Vec<DestroyableCase>,
    /// Are there more?
    pub more: bool,
    /// How long cases are kept.
    pub schedule: Vec<RetentionYears>,
    /// Days after which the last backup that holds a destroyed case is gone.
    pub backup_days: u32,
}

/// Cases to destroy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewDestruction {
    /// Their numbers.
    pub numbers: Vec<SignalNumber>,
    /// Why: what was considered. No text about a household.
    pub reason: RawText,
}

/// A destruction, and until when backups may hold what it erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DestructionDetail {
    /// The destruction.
    pub item: Destruction,
    /// The day on which the last backup with what it erased is gone; nothing: nothing was erased yet.
    pub backups_until: Option<Date>,
}

/// Destructions, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Destructions {
    /// A hundred at most.
    pub items: Vec<DestructionDetail>,
}

/// Which data are there on this?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HoldingSearch {
    /// The number or id of a case, the reference of a household, or a sender's own reference.
    pub reference: RawText,
}

/// Which data there are on what a reference names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Holdings {
    /// Case by case.
    pub cases: Vec<CaseHoldings>,
}
