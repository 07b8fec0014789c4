//! Load of whole meetings with their agendas, and of candidates, for a demonstration: one transaction, no audit.

use super::{
    names::Names,
    store::{Link, Store, StoreError, agenda_items, bulk, meetings},
};
use crate::domain::meeting::{Agenda, AgendaItemSummary, Edition, Entry, MeetingFacts, missing};

/// Puts agendas with what was fixed of them, and candidates, into a store that has none with these numbers.
pub async fn load_meetings(store: &Store, agendas: &[(Agenda, Option<Edition>)], candidates: &[Entry]) -> Result<(), StoreError> {
    let names = Names::embedded();
    let mut link = store.write().await?;
    for (agenda, edition) in agendas {
        meetings::next_number(&mut link, Some(agenda.meeting.number)).await?;
        if !meetings::insert(&mut link, &agenda.meeting).await? {
            return Err(StoreError::Fault("two meetings of the load have the same number".into()));
        }
        if let Some(edition) = edition {
            meetings::insert_edition(&mut link, edition).await?;
        }
        for entry in &agenda.entries {
            put(&mut link, entry, Some(&agenda.meeting.facts), &names).await?;
        }
    }
    for entry in candidates {
        put(&mut link, entry, None, &names).await?;
    }
    bulk::note_changes(&mut link).await?;
    link.commit().await
}

async fn put(link: &mut Link, entry: &Entry, meeting: Option<&MeetingFacts>, names: &Names) -> Result<(), StoreError> {
    let kind = |code: &_| names.organisation_kinds.get(code).copied();
    let missing = missing(&entry.item, &entry.invitations, meeting.map(|facts| (facts, None)), kind);
    let summary = AgendaItemSummary::of(entry, &missing);
    agenda_items::insert(link, &entry.item, &summary).await?;
    for invitation in &entry.invitations {
        let officer = invitation.facts.officer.map(|id| id.to_string()).unwrap_or_default();
        agenda_items::insert_part(link, invitation, &officer).await?;
    }
    for decision in &entry.decisions {
        agenda_items::insert_part(link, decision, "").await?;
    }
    for paper in &entry.papers {
        agenda_items::insert_part(link, paper, "").await?;
    }
    Ok(())
}
