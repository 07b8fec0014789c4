//! What moratoria, bridgings and commitments have in common: something about a case with a day on it, recorded by the desk,
//! corrected, closed with a reason, and opened again when that was a mistake. One person does it: it records what others did.

mod day;
pub mod decide;
mod refusal;
mod summary;
#[cfg(test)]
mod tests;

pub use day::ArrangementDay;
pub use refusal::Refusal;
pub use summary::ArrangementSummary;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Date,
    deadline::DeadlineKind,
    ids::{AccountId, AgendaItemId, ArrangementId, OrganisationCode, SignalId, SignalNumber},
    meeting::MeetingNumber,
    role::coded_enum,
    signal::{EntryKind, HardDateKind, LinkedVerb},
    text::RawText,
};

coded_enum!(
    /// Which of the three.
    ArrangementKind {
        /// Moratorium: creditors cannot recover for a while.
        Moratorium = "moratorium",
        /// Overbrugging: care starts now, who pays is settled later.
        Bridging = "bridging",
        /// Toezegging: what a body promised.
        Commitment = "commitment",
    }
);

impl ArrangementKind {
    /// What entries of the timeline about it are.
    pub fn entry(self) -> EntryKind {
        match self {
            Self::Moratorium => EntryKind::Moratorium,
            Self::Bridging => EntryKind::Bridging,
            Self::Commitment => EntryKind::Commitment,
        }
    }

    /// What its row on the board is.
    pub fn deadline(self) -> DeadlineKind {
        match self {
            Self::Moratorium => DeadlineKind::Moratorium,
            Self::Bridging => DeadlineKind::Bridging,
            Self::Commitment => DeadlineKind::Commitment,
        }
    }

    /// What its day is among the hard dates; nothing: it is none.
    pub fn hard_date(self) -> Option<HardDateKind> {
        match self {
            Self::Moratorium => Some(HardDateKind::Moratorium),
            Self::Bridging => None,
            Self::Commitment => Some(HardDateKind::Commitment),
        }
    }
}

coded_enum!(
    /// Where it stands on a day.
    ArrangementState {
        /// Begint nog.
        Coming = "coming",
        /// Loopt, or open.
        Open = "open",
        /// Te laat: the day to settle or to keep it has passed.
        Late = "late",
        /// Verlopen: the last day of a moratorium has passed.
        Passed = "passed",
        /// Eerder beëindigd: a moratorium.
        Ended = "ended",
        /// Verrekend: a bridging.
        Settled = "settled",
        /// Nagekomen: a commitment.
        Kept = "kept",
        /// Vervallen: a commitment.
        Cancelled = "cancelled",
    }
);

coded_enum!(
    /// How it is closed.
    Closing {
        /// A moratorium ends before its last day, or is over.
        End = "end",
        /// Who pays for a bridging was settled.
        Settle = "settle",
        /// A commitment was kept.
        Keep = "keep",
        /// A commitment need not be kept any more.
        Lapse = "lapse",
    }
);

impl Closing {
    /// Where it stands then.
    pub fn state(self) -> ArrangementState {
        match self {
            Self::End => ArrangementState::Ended,
            Self::Settle => ArrangementState::Settled,
            Self::Keep => ArrangementState::Kept,
            Self::Lapse => ArrangementState::Cancelled,
        }
    }

    /// What the timeline calls it.
    pub fn linked(self) -> LinkedVerb {
        match self {
            Self::End => LinkedVerb::Ended,
            Self::Settle => LinkedVerb::Settled,
            Self::Keep => LinkedVerb::Kept,
            Self::Lapse => LinkedVerb::Cancelled,
        }
    }
}

coded_enum!(
    /// What somebody may want to do with it.
    ArrangementVerb {
        /// Corrigeren.
        Change = "change",
        /// Beëindigen.
        End = "end",
        /// Verrekenen.
        Settle = "settle",
        /// Nagekomen.
        Keep = "keep",
        /// Laten vervallen.
        Lapse = "lapse",
        /// Heropenen.
        Reopen = "reopen",
    }
);

impl From<Closing> for ArrangementVerb {
    fn from(closing: Closing) -> Self {
        match closing {
            Closing::End => Self::End,
            Closing::Settle => Self::Settle,
            Closing::Keep => Self::Keep,
            Closing::Lapse => Self::Lapse,
        }
    }
}

/// How and when it was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Closed {
    /// How.
    pub how: Closing,
    /// A moratorium: the first day without it. Otherwise the day on which it happened.
    pub on: NaiveDate,
    /// Why it ended or lapsed, what was settled, or what shows that it was kept.
    pub text: RawText,
    /// When this was recorded.
    pub at: DateTime<Utc>,
    /// Who recorded it.
    pub by: AccountId,
    /// The name of who.
    pub by_name: RawText,
}

/// A moratorium, bridging or commitment with what is recorded about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Arrangement<F> {
    /// Id.
    pub id: ArrangementId,
    /// Raised by one with every change; the ETag is made of it.
    pub version: i64,
    /// The signal it belongs to.
    pub signal: SignalId,
    /// Its number.
    pub signal_number: SignalNumber,
    /// What was recorded.
    pub facts: F,
    /// How it was closed; nothing: it is open.
    pub closed: Option<Closed>,
    /// When it was recorded first.
    pub recorded_at: DateTime<Utc>,
    /// Who recorded it.
    pub recorded_by: AccountId,
    /// The name of who.
    pub recorded_by_name: RawText,
}

/// What is recorded about one of the three kinds.
pub trait ArrangementFacts: Clone + PartialEq + Serialize + for<'de> Deserialize<'de> + Send + Sync {
    /// Which kind.
    const KIND: ArrangementKind;
    /// How it can be closed.
    const CLOSINGS: &'static [Closing];

    /// Which one, in words that may stand in a list: nothing of a household.
    fn label(&self) -> RawText;

    /// The body it is about.
    fn organisation(&self) -> Option<&OrganisationCode>;

    /// The day on which it begins, where it has one.
    fn begins_on(&self) -> Option<Date>;

    /// The day to go by: the last day, the day to settle, the day it is due.
    fn day(&self) -> Date;

    /// The code of the rule that bounds it, and act and article in words; empty where there is none.
    fn rule(&self) -> (Option<&'static str>, &'static str);

    /// Where it stands on a day while it is open.
    fn state_on(&self, today: Date) -> ArrangementState;

    /// Why these facts cannot be, on the day they are recorded.
    fn impossible(&self, today: Date) -> Option<Refusal>;

    /// Why it cannot be closed so on this day.
    fn closing_refused(&self, closing: Closing, on: Date, today: Date) -> Option<Refusal>;

    /// The names of the fields in which it differs from what was recorded before.
    fn differing(&self, before: &Self) -> Vec<String>;

    /// The meeting and the item of its agenda it comes from.
    fn agenda_item(&self) -> Option<(MeetingNumber, AgendaItemId)> {
        None
    }

    /// Takes over what the closing says.
    fn close(&mut self, _closed: &Closed) {}
}

impl<F: ArrangementFacts> Arrangement<F> {
    /// Where it stands on a day.
    pub fn state_on(&self, today: Date) -> ArrangementState {
        self.closed.as_ref().map_or_else(|| self.facts.state_on(today), |closed| closed.how.state())
    }

    /// The day it puts on the board and among the hard dates; nothing: it is closed.
    pub fn on_board(&self) -> Option<ArrangementDay> {
        let (rule, article) = self.facts.rule();
        self.closed.is_none().then(|| ArrangementDay {
            id: self.id,
            kind: F::KIND,
            on: self.facts.day(),
            label: self.facts.label(),
            organisation: self.facts.organisation().cloned(),
            rule: rule.map(Into::into),
            article: article.into(),
        })
    }
}

/// The names of those fields that differ.
macro_rules! differing {
    ($one:expr, $other:expr; $($field:ident = $name:literal),+ $(,)?) => {
        [$(($name, $one.$field != $other.$field)),+].into_iter().filter(|(_, is)| *is).map(|(name, _)| name.to_owned()).collect()
    };
}
pub(super) use differing;

/// The first characters of a text that stands in a list.
pub(super) fn shortened(text: &RawText) -> RawText {
    const MOST: usize = 120;
    let line = text.raw().split(['\r', '\n']).map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    match line.char_indices().nth(MOST) {
        Some((end, _)) => RawText(format!("{}…", line[..end].trim_end())),
        None => line.into(),
    }
}
