//! Which data there are on a case: what kinds, how much of each, on what basis and how long. Never what stands in them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Date,
    ids::SignalNumber,
    retention::{Hold, RetentionRule},
    role::coded_enum,
    text::RawText,
};

coded_enum!(
    /// A kind of data.
    HoldingKind {
        /// The case itself: report, facts, reporter.
        Case = "case",
        /// Entries of its timeline.
        Timeline = "timeline",
        /// What fields were before.
        History = "history",
        /// Time-outs.
        TimeOuts = "time-outs",
        /// Proposals about its time-outs, with what was shown.
        Proposals = "proposals",
        /// Moratoria, bridgings and commitments.
        Arrangements = "arrangements",
        /// Rows of the deadline board.
        Board = "board",
        /// Alarms that rang.
        Alarms = "alarms",
        /// Shares with other organisations.
        Shares = "shares",
        /// Emergency access of people outside, with why.
        EmergencyAccesses = "emergency-accesses",
        /// Messages that went out, or are to go.
        Messages = "messages",
        /// Items of agendas with invitations, papers and decisions.
        Agenda = "agenda",
        /// Fixed versions of agendas it is in.
        Editions = "editions",
        /// Lessons that name it; no data on a person.
        Lessons = "lessons",
        /// Which entries of the register were called for it.
        Calls = "calls",
        /// From which file or message something of it was taken.
        Imports = "imports",
        /// Keys of requests, so that a repetition has no second effect.
        Keys = "keys",
        /// Its line in the change feed: an id, no text.
        Feed = "feed",
        /// Rows of the audit log: who saw and did what; no text.
        Audit = "audit",
    }
);

coded_enum!(
    /// How long a kind of data is kept.
    KeptUntil {
        /// As long as the case.
        Case = "case",
        /// 90 days, and not longer than the case.
        Days = "90-days",
        /// For good, without anything of a person in it.
        ForGood = "for-good",
    }
);

coded_enum!(
    /// On what basis it is kept.
    HoldingBasis {
        /// The public task of the desk (AVG 6(1)(e)).
        PublicTask = "public-task",
        /// To show who saw and did what (AVG 5(2) and 32).
        Accountability = "accountability",
        /// No personal data.
        NotPersonal = "not-personal",
    }
);

impl HoldingKind {
    /// How long it is kept.
    pub fn kept(self) -> KeptUntil {
        match self {
            Self::Keys => KeptUntil::Days,
            Self::Audit | Self::Feed | Self::Lessons => KeptUntil::ForGood,
            _ => KeptUntil::Case,
        }
    }

    /// On what basis.
    pub fn basis(self) -> HoldingBasis {
        match self {
            Self::Audit => HoldingBasis::Accountability,
            Self::Feed | Self::Lessons | Self::Keys => HoldingBasis::NotPersonal,
            _ => HoldingBasis::PublicTask,
        }
    }
}

/// So much of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Holding {
    /// Which kind.
    pub kind: HoldingKind,
    /// How many.
    pub count: i64,
    /// On what basis.
    pub basis: HoldingBasis,
    /// How long.
    pub kept: KeptUntil,
}

impl Holding {
    /// So many of this kind.
    pub fn of((kind, count): (HoldingKind, i64)) -> Self {
        Self { kind, count, basis: kind.basis(), kept: kind.kept() }
    }
}

/// What there is on one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CaseHoldings {
    /// Its number.
    pub number: SignalNumber,
    /// What there is, kind by kind; kinds of which there is nothing are left out.
    pub items: Vec<Holding>,
    /// By which rule it is kept; nothing while it is open, and after it was destroyed.
    pub rule: Option<RetentionRule>,
    /// When it was closed.
    pub closed_on: Option<Date>,
    /// The first day on which it may be destroyed.
    pub destroyable_from: Option<Date>,
    /// Why it is kept all the same, or its term runs; nothing: it may be destroyed today, or it was.
    pub hold: Option<Hold>,
    /// When it was destroyed.
    pub erased_at: Option<DateTime<Utc>>,
    /// The name of who approved that.
    pub approved_by: Option<RawText>,
    /// The day on which the last backup with it is gone.
    pub backups_until: Option<Date>,
}
