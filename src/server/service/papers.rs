//! What the papers of a meeting are made from. Written down before it is given, as any read.

use super::{
    Refused, Service,
    meeting_read::{agenda, meeting_id},
};
use crate::{
    domain::{
        commitment::Commitment,
        meeting::{Agenda, AgendaItem, Edition, MeetingState},
    },
    server::{
        identity::Caller,
        store::{StoreError, agenda_items, meetings},
    },
};

/// Commitments in papers, at most.
const COMMITMENTS: i64 = 500;

/// An agenda as it stands, the version that was fixed last when nothing changed since, and the commitments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PapersCase {
    /// The agenda.
    pub agenda: Agenda,
    /// The version to make papers of; nothing: the agenda is a draft. Of a meeting that was cancelled the last one.
    pub edition: Option<Edition>,
    /// The versions before it, oldest first.
    pub earlier: Vec<Edition>,
    /// Commitments of this meeting and open ones of others, each with its item.
    pub promises: Vec<(Commitment, AgendaItem)>,
}

impl Service {
    /// What the papers of a meeting are made from.
    pub async fn papers(&self, caller: &Caller, text: &str) -> Result<PapersCase, Refused> {
        let mut link = self.store.read().await?;
        let id = meeting_id(&mut link, text).await?;
        let agenda = agenda(&mut link, &id).await?.ok_or(Refused::NotFound)?;
        let mut earlier = meetings::editions(&mut link, &id).await?;
        let counts = !agenda.meeting.changed_since_fixed() || agenda.meeting.state == MeetingState::Cancelled;
        let edition = if counts { earlier.pop() } else { None };
        let rows = agenda_items::promises(&mut link, &id, COMMITMENTS).await?;
        drop(link);
        let read = |(commitment, item): &(String, String)| {
            Ok::<_, StoreError>((serde_json::from_str(commitment)?, serde_json::from_str(item)?))
        };
        let promises = rows.iter().map(read).collect::<Result<_, _>>()?;
        self.saw(caller, "papers.read", "meeting", &id).await?;
        Ok(PapersCase { agenda, edition, earlier, promises })
    }
}
