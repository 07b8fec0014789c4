//! Drafts about cases that were destroyed: the server has the case no more, so nothing of it stays here either.

use super::network::Line;
use crate::{
    client::{
        live::LiveEvent,
        outbox::{Drafts, DraftsError, Owner},
        replica::Replica,
    },
    domain::retention::may_be_destroyed,
    tui::app::form::Purpose,
};

/// What was seen of the signals there are.
#[derive(Default)]
pub(super) struct Erased {
    seen: Option<u32>,
}

impl Erased {
    /// When all signals are known for the first time, and when there are fewer, looks whether drafts are about one that is gone.
    pub(super) fn hears(&mut self, line: &Line, event: &LiveEvent) {
        let LiveEvent::Replica(replica) = event else { return };
        let count = replica.signals().len();
        // Who may see no signals has none, and knows nothing of what is gone.
        if !replica.is_complete() || count == 0 || self.seen.replace(count).is_some_and(|before| before <= count) {
            return;
        }
        let Some(drafts) = line.drafts.clone() else { return };
        let replica = replica.clone();
        tokio::task::spawn_blocking(move || {
            if let Err(error) = forget(&drafts, &replica) {
                tracing::warn!(%error, "drafts about what was destroyed are still there");
            }
        });
    }
}

/// Throws away the drafts about cases that are not there and so old that they may have been destroyed: what somebody just made may not have
/// come yet. What is of no account may be of another server.
fn forget(drafts: &Drafts, replica: &Replica) -> Result<(), DraftsError> {
    let Some(now) = replica.server_now() else { return Ok(()) };
    for one in drafts.offered()?.0 {
        let is_of_here = matches!(one.draft.owner, Owner::Account(_));
        let signal = Purpose::of_slot(&one.draft.slot).and_then(Purpose::signal).filter(|_| is_of_here);
        if signal.is_some_and(|id| replica.signals().find(id).is_none() && may_be_destroyed(id, now)) {
            drafts.discard(&one.id)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use chrono::Utc;
    use uuid::Builder;

    use super::*;
    use crate::domain::ids::{AccountId, SignalId};

    fn id(at: &str) -> SignalId {
        let at: chrono::DateTime<Utc> = at.parse().unwrap();
        SignalId(Builder::from_unix_timestamp_millis(at.timestamp_millis().try_into().unwrap(), &[7; 10]).into_uuid())
    }

    #[test]
    fn a_draft_about_what_is_gone_goes_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let drafts = Drafts::open(&folder.path().join("loket")).unwrap();
        drafts.learn(AccountId(uuid::Uuid::from_u128(1))).unwrap();
        let (gone, new) = (id("2020-01-01T00:00:00Z"), id("2026-11-15T00:00:00Z"));
        let slots = [format!("note-{gone}"), format!("facts-{gone}"), format!("note-{new}"), "intake".into()];
        for slot in &slots {
            drafts.save(slot, "tekst", Utc::now()).unwrap();
        }
        let mut replica = Replica::new();
        replica.apply_line(b"{\"kind\":\"cursor\",\"cursor\":\"x.s.1\",\"now\":\"2026-11-16T09:00:00Z\"}").unwrap();
        forget(&drafts, &replica).unwrap();
        let mut left: Vec<String> = drafts.list().unwrap().0.into_iter().map(|draft| draft.slot).collect();
        left.sort();
        assert_eq!(left, ["intake".to_owned(), format!("note-{new}")]);
    }
}
