//! Meetings, agendas, items and candidates as single answers.

use super::App;
use crate::{
    api::meeting::{AgendaDetail, AgendaEntry, AgendaItemDetail, Candidate, EditionRow, MeetingDetail},
    domain::{
        meeting::{AgendaItemSummary, StandingItem, missing, without_addressee},
        signal::Signal,
        text::RawText,
    },
    locale::{Language, Texts},
    server::service::{AgendaCase, ItemCase, MeetingCase, Titles},
};

/// The title that a standing item begins with. The LET works in Dutch; whoever wants another title writes it.
pub fn standing(app: &App, standing: StandingItem) -> RawText {
    app.texts(Language::Dutch).get(&format!("standing-item-{standing}")).into()
}

/// The titles that standing items begin with.
pub fn standing_titles(texts: &Texts) -> Titles {
    StandingItem::ALL.iter().map(|one| (*one, texts.get(&format!("standing-item-{one}")).into())).collect()
}

/// A meeting.
pub fn meeting(case: &MeetingCase) -> MeetingDetail {
    let row = |edition: &crate::domain::meeting::Edition| EditionRow {
        id: edition.id,
        number: edition.number,
        fixed_at: edition.fixed_at,
        fixed_by_name: edition.fixed_by_name.clone(),
        reason: edition.reason.clone(),
    };
    MeetingDetail {
        papers_due_on: case.meeting.facts.papers_due_on(),
        editions: case.editions.iter().map(row).collect(),
        changed_since_fixed: case.meeting.changed_since_fixed(),
        changes: case.changes.clone(),
        confirmation: case.confirmation.clone(),
        nobody_at: case.nobody_at.clone(),
        imported: None,
        item: case.meeting.clone(),
    }
}

/// A whole agenda.
pub fn agenda(case: AgendaCase) -> AgendaDetail {
    let times = case.agenda.schedule();
    let entries = case.agenda.entries.into_iter().zip(times.items).zip(case.missing);
    let items = entries.map(|((entry, times), missing)| AgendaEntry {
        item: entry.item,
        times,
        invitations: entry.invitations,
        decisions: entry.decisions,
        papers: entry.papers,
        missing,
    });
    AgendaDetail {
        items: items.collect(),
        meeting: case.agenda.meeting,
        slots: times.slots,
        clashes: case.clashes,
        open_commitments: case.commitments,
        commitments: case.made,
    }
}

/// An item.
pub fn item(app: &App, case: &ItemCase) -> AgendaItemDetail {
    let facts = case.meeting.as_ref().map(|meeting| &meeting.facts);
    let entry = &case.entry.clone().at(facts);
    let facts = facts.map(|facts| (facts, None));
    let kind = |code: &_| app.service.names.organisation_kinds.get(code).copied();
    let mut missing = missing(&entry.item, &entry.invitations, facts, kind);
    missing.extend(without_addressee(entry, &[], &case.nobody_at));
    AgendaItemDetail {
        item: entry.item.clone(),
        meeting_number: case.meeting.as_ref().map(|meeting| meeting.number),
        invitations: entry.invitations.clone(),
        decisions: entry.decisions.clone(),
        papers: entry.papers.clone(),
        missing,
    }
}

/// A candidate.
pub fn candidate(item: AgendaItemSummary, signal: Option<&Signal>) -> Candidate {
    Candidate {
        item,
        urgency: signal.and_then(|signal| signal.facts.urgency),
        hard_date: signal.and_then(|signal| signal.hard_date.clone()),
        owner: signal.and_then(|signal| signal.owner.clone()),
    }
}
