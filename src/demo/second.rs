//! The second person of the demonstration: which sending of a meeting a colleague confirms, as plain data for whoever sends it.

use std::time::Duration;

use chrono::TimeDelta;

use super::{Colleague, colleagues};
use crate::domain::{
    Instant,
    confirmation::{Confirmation, ConfirmationState},
    ids::MeetingId,
    meeting::MeetingSummary,
};

/// How often a colleague looks whether something waits.
pub const LOOKS_EVERY: Duration = Duration::from_secs(2);
/// Seconds that somebody takes to read what would be sent.
const READS: i64 = 4;

/// The meetings of which a sending waits that none of the colleagues proposed.
pub fn to_look_at(rows: &[MeetingSummary], now: Instant) -> Vec<MeetingId> {
    let by_visitor = |row: &&MeetingSummary| colleagues().iter().all(|colleague| row.waits_by != Some(colleague.account));
    let waits = |row: &&MeetingSummary| row.waits_until.is_some_and(|until| now < until);
    rows.iter().filter(waits).filter(by_visitor).map(|row| row.id).collect()
}

/// Does this colleague confirm it now? What somebody else proposed, and not before it was read.
pub fn confirms(colleague: &Colleague, waits: &Confirmation, now: Instant) -> bool {
    let read = waits.proposed_at + TimeDelta::seconds(READS) <= now;
    waits.state == ConfirmationState::Proposed && waits.proposed_by != colleague.account && read
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::{
        confirmation::{ConfirmedAction, ConfirmedEntity},
        ids::{AccountId, ConfirmationId},
        zone::read_instant,
    };

    fn waits(by: AccountId, at: &str) -> Confirmation {
        let at = read_instant(at).unwrap();
        Confirmation {
            id: ConfirmationId(Uuid::nil()),
            version: 1,
            action: ConfirmedAction::PublishAgenda,
            entity: ConfirmedEntity::Meeting,
            subject: Uuid::nil(),
            subject_version: 1,
            signal: None,
            shown: String::new(),
            hash: String::new(),
            proposed_by: by,
            proposed_by_name: "".into(),
            proposed_at: at,
            expires_at: at,
            state: ConfirmationState::Proposed,
            settled_by: None,
            settled_by_name: "".into(),
            settled_at: None,
            reason: "".into(),
        }
    }

    #[test]
    fn a_colleague_confirms_what_a_visitor_proposed_once_it_was_read_and_never_twice() {
        let [colleague, _] = colleagues();
        let visitor = AccountId(Uuid::from_u128(7));
        let (proposed, at) = ("2026-11-26 14:00", read_instant("2026-11-26 14:00").unwrap());
        let later = at + TimeDelta::seconds(READS);
        assert!(confirms(&colleague, &waits(visitor, proposed), later));
        assert!(!confirms(&colleague, &waits(visitor, proposed), at), "nobody reads so fast");
        assert!(!confirms(&colleague, &waits(colleague.account, proposed), later), "nobody confirms the own proposal");
        let settled = Confirmation { state: ConfirmationState::Withdrawn, ..waits(visitor, proposed) };
        assert!(!confirms(&colleague, &settled, later));
    }
}
