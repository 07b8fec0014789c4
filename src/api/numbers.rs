//! Requests for numbers. The answers are [`Numbers`](crate::domain::numbers::Numbers) and the cases behind one of its figures.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::domain::{
    Date,
    numbers::{FlowColumn, Numbers, NumbersBy},
};

/// Which numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct NumbersWanted {
    /// The first day; the first of this year unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day; today unless said otherwise, and never after it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// Only this table; every one unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<NumbersBy>,
}

/// Behind which figure the cases are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct NumbersCasesWanted {
    /// As the numbers were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// As the numbers were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// The table; `flow` unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<NumbersBy>,
    /// The `key` of the row; every case of the table unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
    /// Of `flow`: which column; `received` unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<FlowColumn>,
}

/// A line of numbers that are counted while one waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum NumbersLine {
    /// How far it is.
    Counting {
        /// Cases that were counted.
        counted: u64,
        /// Cases there were to count when it began.
        of: u64,
    },
    /// The last line.
    Done {
        /// The numbers.
        numbers: Box<Numbers>,
    },
}
