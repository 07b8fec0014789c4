//! The decisions of a meeting as they were sent to a body: what was promised or corrected since is not among them, and what lost
//! its ground since is not either.

use super::{
    reading::{Reader, Seen, times, whole},
    source::{Promise, Source},
};
use crate::domain::{
    arrangement::Arrangement,
    commitment::{Commitment, CommitmentFacts, CommitmentSource, Due},
    ids::{AccountId, OrganisationCode},
    meeting::{Edition, EditionItem, PublishedCommitment, Sent, is_shared},
    text::RawText,
};

/// What was sent, with each promise as it was then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentList {
    pub(super) sent: Sent,
    promises: Vec<Promise>,
}

impl SentList {
    /// Of a version that was fixed; `now` are the commitments as they are now.
    pub(super) fn of(sent: Sent, edition: &Edition, now: &[Promise]) -> Self {
        let mut promises = vec![];
        for (body, told) in
            sent.shown.recipients.iter().flat_map(|one| one.items.iter().map(move |item| (&one.organisation, item)))
        {
            let Some(item) = edition.content.items.iter().find(|one| one.item.id == told.item) else { continue };
            let of = |one: &PublishedCommitment| then(one, body, item, (&sent, edition), now);
            promises.extend(told.commitments.iter().filter_map(of));
        }
        Self { sent, promises }
    }
}

/// The items that a body got, as it got them.
pub(super) fn items<'a>(source: &'a Source, list: &'a SentList, (code, reader): (&OrganisationCode, &Reader)) -> Vec<Seen<'a>> {
    let told = list.sent.shown.recipients.iter().find(|one| one.organisation == *code);
    let (content, present) = (&source.edition.content, source.present());
    let seen = content.items.iter().filter_map(|one| {
        let told = told?.items.iter().find(|told| told.item == one.item.id)?;
        if told.withheld || !is_shared(one, &present, code, &content.facts) {
            return Some(Seen { times: times(one), whole: None });
        }
        let mut seen = whole(source, one, reader);
        if let Some(whole) = &mut seen.whole {
            whole.decisions.retain(|made| told.decisions.iter().any(|sent| sent.decision == made.id));
            let was_sent = |promise: &&Promise| told.commitments.iter().any(|sent| sent.commitment == promise.commitment.id);
            whole.promises = list.promises.iter().filter(was_sent).collect();
        }
        Some(seen)
    });
    seen.collect()
}

/// A commitment as it was sent; nothing: its item is about no case.
fn then(
    told: &PublishedCommitment,
    body: &OrganisationCode,
    item: &EditionItem,
    (sent, edition): (&Sent, &Edition),
    now: &[Promise],
) -> Option<Promise> {
    let now = now.iter().map(|one| &one.commitment).find(|one| one.id == told.commitment);
    let kept = |then: &Option<RawText>, now: Option<&RawText>| then.as_ref().or(now).cloned().unwrap_or_default();
    let on = item.times.last_day().or_else(|| edition.content.facts.last_day())?;
    let source = CommitmentSource::AgendaItem { meeting: edition.content.number, item: item.item.id, on };
    let commitment: Commitment = Arrangement {
        id: told.commitment,
        version: told.version,
        signal: item.item.signal?,
        signal_number: item.item.signal_number?,
        facts: CommitmentFacts {
            text: told.text.clone(),
            organisation: body.clone(),
            person: kept(&told.person, now.map(|now| &now.facts.person)),
            to: kept(&told.to, now.map(|now| &now.facts.to)),
            source: Some(source),
            due: Due::on(told.due),
            evidence: RawText::default(),
        },
        closed: now.and_then(|now| now.closed.clone()).filter(|closed| closed.at <= sent.at),
        recorded_at: sent.at,
        recorded_by: AccountId(uuid::Uuid::nil()),
        recorded_by_name: RawText::default(),
    };
    Some(Promise { commitment, item: Some(item.item.clone()) })
}
