//! What the papers of a meeting are made from. Written down before it is given, as any read.

use std::collections::BTreeMap;

use super::{
    Refused, Service,
    meeting_read::{agenda, meeting_id},
    publications::sent_decisions,
    signals::timeline,
};
use crate::{
    domain::{
        commitment::Commitment,
        deadline::Deadline,
        ids::{PartId, SignalId},
        meeting::{Agenda, AgendaItem, Edition, ItemPaper, Meeting, MeetingState, Sent},
        signal::Entry,
    },
    server::{
        identity::Caller,
        store::{StoreError, agenda_items, deadlines, lessons, meetings},
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
    /// The rows of the deadline board about the cases on the agenda.
    pub clocks: Vec<Deadline>,
    /// The timelines of the cases that were asked for, newest first.
    pub timelines: BTreeMap<SignalId, Vec<Entry>>,
    /// How many lessons were noted at this meeting.
    pub lessons: usize,
    /// The decisions as they were sent; nothing: they were not.
    pub sent: Option<Sent>,
}

impl Service {
    /// Every version of a paper of an item, oldest first, and its meeting, written down before it is given.
    pub async fn item_paper(&self, caller: &Caller, id: &str) -> Result<(Vec<ItemPaper>, Option<Meeting>), Refused> {
        let id = id.parse::<PartId>().map_err(|_| Refused::NotFound)?.to_string();
        let mut link = self.store.read().await?;
        let versions: Vec<ItemPaper> = agenda_items::versions(&mut link, &id).await?;
        let item = versions.last().ok_or(Refused::NotFound)?.item.to_string();
        let meeting = self.item_case(&mut link, &item).await?.and_then(|case| case.meeting);
        drop(link);
        self.saw(caller, "item-paper.read", "item-paper", &id).await?;
        Ok((versions, meeting))
    }

    /// Writes down that a person reads of these cases in a paper: whoever asks who read a case is told of that, too.
    pub async fn saw_cases(&self, caller: &Caller, cases: &[SignalId]) -> Result<(), StoreError> {
        let ids: Vec<String> = cases.iter().map(ToString::to_string).collect();
        // Side by side: they are written in one group.
        let all = ids.iter().map(|id| self.saw(caller, "papers.read", "signal", id));
        futures_util::future::try_join_all(all).await.map(drop)
    }

    /// What the papers of a meeting are made from, with the timelines of the cases of these items.
    pub async fn papers(
        &self,
        caller: &Caller,
        text: &str,
        with_timeline: impl Fn(&AgendaItem) -> bool,
    ) -> Result<PapersCase, Refused> {
        let mut link = self.store.read().await?;
        let id = meeting_id(&mut link, text).await?;
        let agenda = agenda(&mut link, &id).await?.ok_or(Refused::NotFound)?;
        let mut earlier = meetings::editions(&mut link, &id).await?;
        let counts = !agenda.meeting.changed_since_fixed() || agenda.meeting.state == MeetingState::Cancelled;
        let edition = if counts { earlier.pop() } else { None };
        let rows = agenda_items::promises(&mut link, &id, COMMITMENTS).await?;
        let clocks = deadlines::of_agenda(&mut link, &id).await?;
        let mut timelines = BTreeMap::new();
        let cases = agenda.entries.iter().filter(|entry| with_timeline(&entry.item)).filter_map(|entry| entry.item.signal);
        for signal in cases {
            timelines.insert(signal, timeline(&mut link, &signal.to_string(), self.now()).await?);
        }
        let lessons = lessons::count(&mut link, agenda.meeting.number).await?;
        let sent = if agenda.meeting.state == MeetingState::Sent { sent_decisions(&mut link, &id).await? } else { None };
        drop(link);
        let read = |(commitment, item): &(String, String)| {
            Ok::<_, StoreError>((serde_json::from_str(commitment)?, serde_json::from_str(item)?))
        };
        let promises = rows.iter().map(read).collect::<Result<_, _>>()?;
        self.saw(caller, "papers.read", "meeting", &id).await?;
        let lessons = usize::try_from(lessons).unwrap_or_default();
        Ok(PapersCase { agenda, edition, earlier, promises, clocks, timelines, lessons, sent })
    }
}
