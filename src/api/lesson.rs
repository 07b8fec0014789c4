//! Requests about lessons. A lesson itself is what every one of them is answered with.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::domain::{
    ids::{AgendaItemId, OrganisationCode},
    lesson::{LessonFacts, LessonKind},
    text::RawText,
};

/// A lesson to note, about a case or at an item of an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewLesson {
    /// The case, by id or number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signal: Option<String>,
    /// The item of an agenda; its case and meeting come along.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<AgendaItemId>,
    /// What is said in it.
    pub facts: LessonFacts,
    /// You looked at what only looks like a name, an age, a diagnosis or a nationality, and it is none of a person. Mail addresses,
    /// phone numbers and citizen service numbers are refused all the same.
    #[serde(default)]
    pub looked: bool,
}

/// What is said otherwise in a lesson (JSON merge patch): a field that is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct LessonPatch {
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<LessonKind>,
    /// The law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub law: Option<RawText>,
    /// The article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<RawText>,
    /// The bodies, as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bodies: Option<Vec<OrganisationCode>>,
    /// The pattern.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<RawText>,
    /// As when it was noted.
    #[serde(skip_serializing_if = "is_false")]
    pub looked: bool,
}

fn is_false(value: &bool) -> bool {
    !value
}

/// Filters and page of a list of lessons, newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct LessonList {
    /// Only of this kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<LessonKind>,
    /// Only those noted at this meeting (`LET-48`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<String>,
    /// Rows on the page, 1 to 200; 50 unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The cursor `next` of the page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}
