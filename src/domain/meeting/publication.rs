//! Who gets what when an agenda or its decisions are sent. A body learns of the items it is invited for, and of their
//! content only on a ground for sharing; what it may not know is not in here.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Edition, Entry, Invitation, LetDecision, MeetingNumber};
use crate::domain::{
    confirmation::ConfirmedAction,
    ids::{AgendaItemId, EditionId, OrganisationCode, PartId, SignalNumber},
    text::RawText,
};

/// A person it goes to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Addressee {
    /// The name.
    pub name: RawText,
    /// The function.
    pub function: RawText,
    /// The address.
    pub mail: RawText,
}

/// A decision that is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PublishedDecision {
    /// Which.
    pub decision: PartId,
    /// Its version.
    pub version: i64,
    /// What was decided.
    pub text: RawText,
    /// The legal room that was used.
    pub legal_room: RawText,
}

/// An item that a body gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PublishedItem {
    /// Which.
    pub item: AgendaItemId,
    /// Its version.
    pub version: i64,
    /// Its number on the agenda.
    pub number: u32,
    /// Starts.
    pub starts_at: Option<DateTime<Utc>>,
    /// Ends.
    pub ends_at: Option<DateTime<Utc>>,
    /// There is no ground for sharing with this body: it gets the time alone.
    pub withheld: bool,
    /// The title.
    pub title: Option<RawText>,
    /// The number of the case.
    pub signal_number: Option<SignalNumber>,
    /// What was decided for this body.
    pub decisions: Vec<PublishedDecision>,
}

/// A body and what it gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Recipient {
    /// The body.
    pub organisation: OrganisationCode,
    /// To whom there.
    pub to: Vec<Addressee>,
    /// What it gets, in order of the agenda.
    pub items: Vec<PublishedItem>,
}

/// Exactly what is sent, and to whom: what the second person is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Publication {
    /// The meeting.
    pub meeting: MeetingNumber,
    /// The agenda, or the decisions.
    pub action: ConfirmedAction,
    /// The fixed version of the agenda.
    pub edition: EditionId,
    /// Its number.
    pub edition_number: u32,
    /// Who gets what, by body.
    pub recipients: Vec<Recipient>,
}

/// Who gets what of a fixed version; the decisions only when those are sent. `entries` say who is still asked and what was
/// decided: answers come in after a version was fixed.
pub fn publication(edition: &Edition, action: ConfirmedAction, entries: &[Entry]) -> Publication {
    let of_decisions = action == ConfirmedAction::PublishDecisions;
    let day = edition.content.facts.day();
    let mut bodies: BTreeMap<OrganisationCode, Recipient> = BTreeMap::new();
    for one in &edition.content.items {
        let now = entries.iter().find(|entry| entry.item.id == one.item.id);
        let decisions = now.iter().flat_map(|entry| &entry.decisions);
        let made: Vec<&LetDecision> = decisions.filter(|made| !made.withdrawn).collect();
        let invitations = now.iter().flat_map(|entry| &entry.invitations);
        let asked: Vec<&Invitation> = invitations.filter(|invitation| invitation.is_asked()).collect();
        let mut codes: Vec<&OrganisationCode> = match of_decisions {
            true => made.iter().flat_map(|made| &made.facts.bodies).collect(),
            false => asked.iter().map(|invitation| &invitation.facts.organisation).collect(),
        };
        codes.sort_unstable();
        codes.dedup();
        for code in codes {
            let withheld = !day.is_some_and(|day| one.item.is_shared_with(code, day));
            let decisions = made.iter().filter(|made| of_decisions && !withheld && made.facts.bodies.contains(code));
            let published = PublishedItem {
                item: one.item.id,
                version: one.item.version,
                number: one.times.number,
                starts_at: one.times.starts_at,
                ends_at: one.times.ends_at,
                withheld,
                title: (!withheld).then(|| one.item.facts.title.clone()),
                signal_number: one.item.signal_number.filter(|_| !withheld),
                decisions: decisions.map(|made| told(made)).collect(),
            };
            let to = asked.iter().filter(|invitation| invitation.facts.organisation == *code).map(|invitation| Addressee {
                name: invitation.facts.name.clone(),
                function: invitation.facts.function.clone(),
                mail: invitation.facts.mail.clone(),
            });
            let recipient =
                bodies.entry(code.clone()).or_insert_with(|| Recipient { organisation: code.clone(), to: vec![], items: vec![] });
            recipient.to.extend(to);
            recipient.items.push(published);
        }
    }
    for recipient in bodies.values_mut() {
        recipient.to.sort_unstable();
        recipient.to.dedup();
    }
    Publication {
        meeting: edition.content.number,
        action,
        edition: edition.id,
        edition_number: edition.number,
        recipients: bodies.into_values().collect(),
    }
}

fn told(decision: &LetDecision) -> PublishedDecision {
    PublishedDecision {
        decision: decision.id,
        version: decision.version,
        text: decision.facts.text.clone(),
        legal_room: decision.facts.legal_room.clone(),
    }
}
