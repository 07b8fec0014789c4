//! For tests of rules alone: a signal in which nothing stands. A test says what is different about it, and nothing else.

use uuid::Uuid;

use super::{Channel, Facts, Signal, Status};
use crate::domain::ids::{OrganisationCode, SignalId, SignalNumber};

/// S-2026-00421 of the desk, in progress since Monday 16 November 2026, 10:00.
pub fn bare() -> Signal {
    Signal {
        id: SignalId(Uuid::from_u128(9)),
        number: SignalNumber::new(2026, 421),
        version: 1,
        received_at: "2026-11-16T09:00:00Z".parse().unwrap(),
        channel: Channel::Phone,
        source: None,
        status: Status::InProgress,
        outcome: None,
        merged_into: None,
        facts: Facts::default(),
        flags: vec![],
        owner: None,
        hard_date: None,
        terms: vec![],
        suspensions: vec![],
        call_backs: vec![],
        arrangements: vec![],
        shares: vec![],
        reported_by: OrganisationCode::desk(),
        shielded: vec![],
        timeline: vec![],
    }
}
