//! What is asked of the server about a moratorium, bridging or commitment.

use crate::{
    api::arrangement::{
        BridgingPatch, CommitmentPatch, EndMoratorium, KeepCommitment, LapseCommitment, MoratoriumPatch, NewArrangement, Reopen,
        SettleBridging,
    },
    domain::{
        arrangement::ArrangementKind, bridging::BridgingFacts, commitment::CommitmentFacts, ids::ArrangementId,
        moratorium::MoratoriumFacts,
    },
};

/// One as it was at a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeenArrangement {
    /// Its id.
    pub id: ArrangementId,
    /// The version that was seen.
    pub version: i64,
}

/// A question about one.
#[derive(Debug, Clone, PartialEq)]
pub enum ArrangementCall {
    /// Read it whole; this is logged.
    Read(ArrangementKind, ArrangementId),
    /// Record a moratorium.
    RecordMoratorium(NewArrangement<MoratoriumFacts>),
    /// Record a bridging.
    RecordBridging(NewArrangement<BridgingFacts>),
    /// Record a commitment.
    RecordCommitment(NewArrangement<CommitmentFacts>),
    /// Correct a moratorium.
    CorrectMoratorium(SeenArrangement, MoratoriumPatch),
    /// Correct a bridging.
    CorrectBridging(SeenArrangement, BridgingPatch),
    /// Correct a commitment.
    CorrectCommitment(SeenArrangement, CommitmentPatch),
    /// A moratorium ended.
    End(SeenArrangement, EndMoratorium),
    /// Who pays for a bridging was settled.
    Settle(SeenArrangement, SettleBridging),
    /// A commitment was kept.
    Keep(SeenArrangement, KeepCommitment),
    /// A commitment need not be kept any more.
    Lapse(SeenArrangement, LapseCommitment),
    /// It was closed by mistake.
    Reopen(ArrangementKind, SeenArrangement, Reopen),
}

impl ArrangementCall {
    /// Which of the three it is about.
    pub fn kind(&self) -> ArrangementKind {
        match self {
            Self::Read(kind, _) | Self::Reopen(kind, ..) => *kind,
            Self::RecordMoratorium(_) | Self::CorrectMoratorium(..) | Self::End(..) => ArrangementKind::Moratorium,
            Self::RecordBridging(_) | Self::CorrectBridging(..) | Self::Settle(..) => ArrangementKind::Bridging,
            Self::RecordCommitment(_) | Self::CorrectCommitment(..) | Self::Keep(..) | Self::Lapse(..) => {
                ArrangementKind::Commitment
            }
        }
    }
}
