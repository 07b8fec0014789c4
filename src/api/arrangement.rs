//! Requests about moratoria, bridgings and commitments, and what a single one is answered with.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::term::Line;
use crate::domain::{
    arrangement::{Arrangement, ArrangementState, ArrangementVerb, Closing},
    bridging::{BridgingFacts, Payer},
    commitment::{CommitmentFacts, CommitmentSource, Due},
    ids::OrganisationCode,
    imported::Imported,
    moratorium::{MoratoriumFacts, MoratoriumKind},
    signal::{Entry, Source},
    text::RawText,
};

/// One to record about a signal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewArrangement<F> {
    /// The signal, by id, by number, or by where it came from: `kenmerk:` and the reference of whoever sent it.
    pub signal: String,
    /// What the court or the act says, what was agreed, or what was promised.
    pub facts: F,
    /// The row of a file that it is taken from. What was taken from it already is given back as it is now: nothing changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported_from: Option<Source>,
}

/// What is corrected about a moratorium (JSON merge patch): a field that is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct MoratoriumPatch {
    /// On what it rests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<MoratoriumKind>,
    /// The court or the act that set it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_by: Option<RawText>,
    /// The day of the decision; `null` clears.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub decided_on: Option<Option<NaiveDate>>,
    /// The first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_day: Option<NaiveDate>,
    /// The last day (t/m).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_day: Option<NaiveDate>,
    /// The creditors it binds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creditors: Option<Vec<RawText>>,
    /// The conditions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conditions: Option<RawText>,
    /// Why it is corrected, for the timeline.
    #[serde(skip_serializing_if = "RawText::is_blank")]
    pub reason: RawText,
}

/// What is corrected about a bridging (JSON merge patch): a field that is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct BridgingPatch {
    /// The care that is needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub care: Option<RawText>,
    /// At whom it is available.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub available_at: Option<RawText>,
    /// The day on which the parties agreed; `null` clears.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub agreed_on: Option<Option<NaiveDate>>,
    /// Who pays for now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provisional_payer: Option<RawText>,
    /// Who may have to pay in the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub candidate_payers: Option<Vec<Payer>>,
    /// The day on which the care starts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts_on: Option<NaiveDate>,
    /// Settled by this day (t/m).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settle_by: Option<NaiveDate>,
    /// Why it is corrected, for the timeline.
    #[serde(skip_serializing_if = "RawText::is_blank")]
    pub reason: RawText,
}

/// What is corrected about a commitment (JSON merge patch): a field that is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct CommitmentPatch {
    /// What was promised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<RawText>,
    /// The body that promised it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationCode>,
    /// Who there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<RawText>,
    /// To whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<RawText>,
    /// Where it was made; `null` clears.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub source: Option<Option<CommitmentSource>>,
    /// When it is due, as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// What shows that it was made, or kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<RawText>,
    /// Why it is corrected, for the timeline.
    #[serde(skip_serializing_if = "RawText::is_blank")]
    pub reason: RawText,
}

/// A moratorium that ends before its last day, or that is over and done with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EndMoratorium {
    /// The first day without it: at most the day after its last day.
    pub from: NaiveDate,
    /// Why.
    pub reason: RawText,
}

/// A bridging of which is settled who pays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SettleBridging {
    /// On this day; not in the future.
    pub on: NaiveDate,
    /// Who pays what.
    pub settlement: RawText,
}

/// A commitment that was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeepCommitment {
    /// On this day; not in the future.
    pub on: NaiveDate,
    /// What shows it.
    #[serde(default)]
    pub evidence: RawText,
}

/// A commitment that need not be kept any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LapseCommitment {
    /// Since this day; not in the future.
    pub on: NaiveDate,
    /// Why.
    pub reason: RawText,
}

/// A request that closes one, in its own way.
pub trait Closes: Serialize {
    /// How.
    const HOW: Closing;

    /// The day, and why, what was settled, or what shows it.
    fn said(self) -> (NaiveDate, RawText);
}

macro_rules! closes {
    ($($body:ident => $how:ident, $on:ident, $text:ident;)+) => {
        $(impl Closes for $body {
            const HOW: Closing = Closing::$how;

            fn said(self) -> (NaiveDate, RawText) {
                (self.$on, self.$text)
            }
        })+
    };
}

closes! {
    EndMoratorium => End, from, reason;
    SettleBridging => Settle, on, settlement;
    KeepCommitment => Keep, on, evidence;
    LapseCommitment => Lapse, on, reason;
}

/// Something that was closed by mistake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reopen {
    /// Why.
    pub reason: RawText,
}

/// One, with where it stands, how its day came to be, what was done to it, and what may be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ArrangementDetail<F> {
    /// As it is now.
    pub item: Arrangement<F>,
    /// Where it stands now.
    pub state: ArrangementState,
    /// From whom or what its day comes.
    pub origin: Vec<Line>,
    /// How its day was counted, in order; empty when it was given.
    pub steps: Vec<Line>,
    /// What a reader must know before relying on it.
    pub warnings: Vec<Line>,
    /// What can be done before its day, or now that it has passed.
    pub advice: Line,
    /// Who may do what.
    pub who: Line,
    /// Every verb, with why it cannot be used now.
    pub verbs: Vec<PossibleVerb>,
    /// Everything that was done to it, newest first: the entries about it in the timeline of its signal.
    pub moves: Vec<Entry>,
    /// What came of taking it from a file, in the answer to that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported: Option<Imported>,
}

/// One of the three, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", content = "detail", rename_all = "kebab-case")]
pub enum AnyArrangement {
    /// A moratorium.
    Moratorium(Box<ArrangementDetail<MoratoriumFacts>>),
    /// A bridging.
    Bridging(Box<ArrangementDetail<BridgingFacts>>),
    /// A commitment.
    Commitment(Box<ArrangementDetail<CommitmentFacts>>),
}

/// The same for each of the three: `each!(any, detail => what to make of the detail)`.
macro_rules! each {
    ($any:expr, $detail:ident => $what:expr) => {
        match $any {
            $crate::api::arrangement::AnyArrangement::Moratorium($detail) => $what,
            $crate::api::arrangement::AnyArrangement::Bridging($detail) => $what,
            $crate::api::arrangement::AnyArrangement::Commitment($detail) => $what,
        }
    };
}
pub(crate) use each;

/// A verb, and why it cannot be used now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PossibleVerb {
    /// The verb.
    pub verb: ArrangementVerb,
    /// Why not; nothing: it can.
    pub refused: Option<Line>,
}

/// Filters and page of a list of moratoria, bridgings or commitments, in order of the day to go by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct ArrangementList {
    /// One signal, by id or number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signal: Option<String>,
    /// `open` for what is not closed, `all` for every one; `open` unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// The day to go by is on or after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The day to go by is on or before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Rows on the page, 1 to 200; 50 unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The cursor `next` of the page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A field that is there, also when it is `null`.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}
