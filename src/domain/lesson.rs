//! A lesson: a pattern seen in a case, for who makes the law, the policy or the work. It leaves the case, so nothing of a person
//! may be in it. What becomes of it (bundled, sent, answered) is not told here yet.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    arrangement::{decide::Moment, differing},
    ids::{AccountId, AgendaItemId, LessonId, OrganisationCode, SignalId, SignalNumber},
    meeting::MeetingNumber,
    role::coded_enum,
    text::RawText,
};

coded_enum!(
    /// What it is about.
    LessonKind {
        /// Wet.
        Law = "law",
        /// Beleid.
        Policy = "policy",
        /// Uitvoering.
        Execution = "execution",
        /// Samenwerking.
        Cooperation = "cooperation",
        /// Gegevensdeling.
        DataSharing = "data-sharing",
        /// Bejegening.
        Treatment = "treatment",
    }
);

coded_enum!(
    /// Where it stands.
    LessonState {
        /// Nieuw: noted.
        New = "new",
    }
);

/// What is said in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LessonFacts {
    /// What it is about.
    pub kind: LessonKind,
    /// The law.
    #[serde(default)]
    pub law: RawText,
    /// The article of it.
    #[serde(default)]
    pub article: RawText,
    /// The bodies it is about.
    #[serde(default)]
    pub bodies: Vec<OrganisationCode>,
    /// The pattern, without personal data.
    pub pattern: RawText,
}

impl LessonFacts {
    /// The names of the fields in which it differs.
    pub fn differing(&self, before: &Self) -> Vec<String> {
        differing!(self, before; kind = "kind", law = "law", article = "article", bodies = "bodies", pattern = "pattern")
    }
}

/// A case it was seen in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LessonCase {
    /// The case.
    pub signal: SignalId,
    /// Its number.
    pub number: SignalNumber,
}

/// Where it was noted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LessonSource {
    /// The case.
    pub case: Option<LessonCase>,
    /// The item of an agenda.
    pub item: Option<AgendaItemId>,
    /// The number of its meeting.
    pub meeting: Option<MeetingNumber>,
}

/// A lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Lesson {
    /// Id.
    pub id: LessonId,
    /// Raised by one with every change; the ETag is made of it.
    pub version: i64,
    /// What is said in it.
    pub facts: LessonFacts,
    /// Where it stands.
    pub state: LessonState,
    /// The cases it was seen in.
    pub cases: Vec<LessonCase>,
    /// The item of an agenda it was noted at.
    pub item: Option<AgendaItemId>,
    /// The meeting it was noted at.
    pub meeting: Option<MeetingNumber>,
    /// When it was noted.
    pub recorded_at: DateTime<Utc>,
    /// Who noted it.
    pub recorded_by: AccountId,
    /// The name of who.
    pub recorded_by_name: RawText,
}

/// A new one.
pub fn note(id: LessonId, source: &LessonSource, facts: LessonFacts, moment: Moment<'_>) -> Lesson {
    Lesson {
        id,
        version: 1,
        facts,
        state: LessonState::New,
        cases: source.case.into_iter().collect(),
        item: source.item,
        meeting: source.meeting,
        recorded_at: moment.now,
        recorded_by: moment.actor.account,
        recorded_by_name: moment.actor.name.clone(),
    }
}

/// Says something else in it; nothing: it says so already.
pub fn amend(before: &Lesson, facts: LessonFacts) -> Option<Lesson> {
    (facts != before.facts).then(|| Lesson { facts, version: before.version + 1, ..before.clone() })
}
