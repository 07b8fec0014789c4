//! Meetings, agendas and their fixed versions as they are read: each single one is written down before it is given.

use std::collections::BTreeSet;

use super::{Refused, Service, agenda_items::ItemCase, publications::contacts};
use crate::{
    domain::{
        arrangement::ArrangementSummary,
        commitment::Commitment,
        confirmation::Confirmation,
        deadline::Deadline,
        ids::{EditionId, MeetingId, OrganisationCode},
        meeting::{
            Agenda, AgendaItemSummary, Booking, Clash, Difference, Edition, Entry, Meeting, MeetingNumber, MeetingState, Missing,
            clashes, difference, missing,
        },
        organisation::OrganisationKind,
    },
    server::{
        identity::Caller,
        store::{
            Link, StoreError, agenda_items, confirmations, deadlines,
            meetings::{self, Wanted},
        },
    },
};

/// Open commitments of other meetings that are shown, at most.
const COMMITMENTS_SHOWN: i64 = 200;

/// A meeting with what is needed to tell about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingCase {
    /// The meeting.
    pub meeting: Meeting,
    /// The fixed versions of its agenda, oldest first.
    pub editions: Vec<Edition>,
    /// What differs from the last of them; nothing: none is fixed.
    pub changes: Option<Difference>,
    /// What waits for a second person, with exactly what is shown.
    pub confirmation: Option<Confirmation>,
    /// The bodies on its agenda that nobody can send to, while something is still to be sent.
    pub nobody_at: Vec<OrganisationCode>,
}

/// An agenda with what is needed to work on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaCase {
    /// The agenda.
    pub agenda: Agenda,
    /// What is missing in each item.
    pub missing: Vec<Vec<Missing>>,
    /// Who cannot be there.
    pub clashes: Vec<Clash>,
    /// Open commitments of other meetings.
    pub commitments: Vec<ArrangementSummary>,
    /// Commitments that were made at this one.
    pub made: Vec<Commitment>,
}

impl Service {
    /// A page of meetings, as JSON, with where each stands in the order.
    pub async fn meetings(&self, caller: &Caller, wanted: &Wanted) -> Result<Vec<(i64, String, String)>, Refused> {
        self.listed(caller, "meeting.list", "meeting").await?;
        Ok(meetings::page(&mut self.store.read().await?, wanted).await?)
    }

    /// One meeting, written down before it is given.
    pub async fn meeting(&self, caller: &Caller, text: &str) -> Result<MeetingCase, Refused> {
        let mut link = self.store.read().await?;
        let id = meeting_id(&mut link, text).await?;
        let case = self.meeting_case(&mut link, &id).await?.ok_or(Refused::NotFound)?;
        drop(link);
        self.saw(caller, "meeting.read", "meeting", &id).await?;
        Ok(case)
    }

    /// The whole agenda of a meeting, written down before it is given.
    pub async fn agenda(&self, caller: &Caller, text: &str) -> Result<AgendaCase, Refused> {
        let mut link = self.store.read().await?;
        let id = meeting_id(&mut link, text).await?;
        let agenda = agenda(&mut link, &id).await?.ok_or(Refused::NotFound)?;
        let clashes = clashes_of(&mut link, &agenda).await?;
        let today = self.today();
        let commitments = agenda_items::open_commitments(&mut link, &id, COMMITMENTS_SHOWN).await?;
        let row = |document: &String| {
            let item: Commitment = serde_json::from_str(document).map_err(StoreError::from)?;
            Ok::<_, StoreError>(ArrangementSummary::of(&item, today))
        };
        let commitments = commitments.iter().map(row).collect::<Result<_, _>>()?;
        let made = agenda_items::commitments(&mut link, &id).await?;
        let nobody = self.nobody_at(&mut link, &agenda.entries, &made).await?;
        drop(link);
        self.saw(caller, "agenda.read", "meeting", &id).await?;
        let missing = agenda.missing(|code| self.kind_of(code), (&made, &nobody));
        Ok(AgendaCase { agenda, missing, clashes, commitments, made })
    }

    /// A fixed version with what differs from the one before, written down before it is given.
    pub async fn edition(&self, caller: &Caller, text: &str) -> Result<(Edition, Option<Difference>), Refused> {
        let id = text.parse::<EditionId>().map_err(|_| Refused::NotFound)?.to_string();
        let mut link = self.store.read().await?;
        let found = meetings::edition(&mut link, &id).await?.ok_or(Refused::NotFound)?;
        let all = meetings::editions(&mut link, &found.meeting.to_string()).await?;
        drop(link);
        self.saw(caller, "edition.read", "edition", &id).await?;
        let before = all.iter().rev().find(|edition| edition.number < found.number);
        let changes = before.map(|before| difference(&before.content, &found.content));
        Ok((found, changes))
    }

    /// A meeting as it is now, with what is needed to tell about it.
    pub(super) async fn meeting_case(&self, link: &mut Link, id: &str) -> Result<Option<MeetingCase>, StoreError> {
        let Some(agenda) = agenda(link, id).await? else { return Ok(None) };
        let editions = meetings::editions(link, id).await?;
        let changes = editions.last().map(|last| difference(&last.content, &agenda.content()));
        let confirmation = match &agenda.meeting.pending {
            Some(pending) => confirmations::get(link, &pending.confirmation.to_string()).await?,
            None => None,
        };
        let confirmation = confirmation.map(|found| found.as_of(self.now()));
        let nobody_at = match agenda.meeting.state {
            MeetingState::Sent | MeetingState::Cancelled => vec![],
            MeetingState::Concept | MeetingState::Fixed | MeetingState::Held => {
                let made = agenda_items::commitments(link, id).await?;
                self.nobody_at(link, &agenda.entries, &made).await?
            }
        };
        Ok(Some(MeetingCase { meeting: agenda.meeting, editions, changes, confirmation, nobody_at }))
    }

    /// The bodies of these items that nobody can send to: nobody of them is asked there, and the register knows nobody.
    pub(super) async fn nobody_at(
        &self,
        link: &mut Link,
        entries: &[Entry],
        promised: &[Commitment],
    ) -> Result<Vec<OrganisationCode>, StoreError> {
        let unasked: BTreeSet<&OrganisationCode> = entries.iter().flat_map(|entry| entry.unasked(promised)).collect();
        let mut unasked: Vec<OrganisationCode> = unasked.into_iter().cloned().collect();
        let known = contacts(link, &unasked, self.today()).await?;
        unasked.retain(|code| !known.contains_key(code));
        Ok(unasked)
    }

    /// An item with what is needed to tell about it.
    pub(super) async fn case_of(&self, link: &mut Link, entry: Entry, meeting: Option<Meeting>) -> Result<ItemCase, StoreError> {
        let nobody_at = self.nobody_at(link, std::slice::from_ref(&entry), &[]).await?;
        Ok(ItemCase { entry, meeting, nobody_at })
    }

    /// What an organisation is.
    pub(super) fn kind_of(&self, code: &OrganisationCode) -> Option<OrganisationKind> {
        self.names.organisation_kinds.get(code).copied()
    }

    /// The row of an item on the agenda of this meeting, as lists and the feed have it.
    pub(super) fn item_row(&self, entry: &Entry, meeting: Option<&Meeting>) -> AgendaItemSummary {
        let entry = entry.clone().at(meeting.map(|meeting| &meeting.facts));
        let at = meeting.map(|meeting| (&meeting.facts, None));
        let missing = missing(&entry.item, &entry.invitations, at, |code| self.kind_of(code));
        AgendaItemSummary::of(&entry, &missing)
    }
}

/// The id of the meeting that a path segment names, by id or number.
pub(super) async fn meeting_id(link: &mut Link, text: &str) -> Result<String, Refused> {
    if let Ok(id) = text.parse::<MeetingId>() {
        return Ok(id.to_string());
    }
    let number = MeetingNumber::parse(text).ok_or(Refused::NotFound)?;
    meetings::id_of(link, number).await?.ok_or(Refused::NotFound)
}

/// What runs in the cases on an agenda.
pub(super) async fn clocks(link: &mut Link, id: &str) -> Result<Vec<Deadline>, StoreError> {
    deadlines::of_agenda(link, id).await
}

/// A meeting and its items.
pub(super) async fn agenda(link: &mut Link, id: &str) -> Result<Option<Agenda>, StoreError> {
    let Some(meeting) = meetings::get(link, id).await? else { return Ok(None) };
    Ok(Some(Agenda::of(meeting, agenda_items::entries(link, id).await?)))
}

/// Who cannot be there: by the register, and by what other meetings ask of them at that time.
async fn clashes_of(link: &mut Link, agenda: &Agenda) -> Result<Vec<Clash>, StoreError> {
    let here = agenda.bookings();
    let id = agenda.meeting.id.to_string();
    let span = here.iter().map(|one| one.starts_at).min().zip(here.iter().map(|one| one.ends_at).max());
    let mut elsewhere: Vec<Booking> = vec![];
    if let Some(span) = span {
        for meeting in meetings::going_on(link, span, &id).await? {
            let entries = agenda_items::entries(link, &meeting.id.to_string()).await?;
            elsewhere.extend(Agenda::of(meeting, entries).bookings());
        }
    }
    let officers = agenda_items::officers(link, &id).await?;
    let officer = |id| officers.iter().find(|officer| officer.id == id).map(|officer| officer.facts.clone());
    Ok(clashes(&here, &elsewhere, officer))
}
