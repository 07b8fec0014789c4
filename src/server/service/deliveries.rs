//! Deliveries of the register: sent, looked at, rejected. Applying and undoing stand in `deliveries_apply`.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::{Keyed, Maintains, Refused, Service, Written, write};
use crate::{
    domain::{
        check::{self, Finding},
        delivery::{
            Content, DeliveredRow, Delivery, DeliveryLine, DeliveryState, Diff, FIELDS, FIELDS_ALSO, LineFault, LineKind,
            ROWS_MOST, Rules, diff,
        },
        ids::OrganisationCode,
        text::RawText,
    },
    server::{
        identity::Caller,
        store::{Link, StoreError, changes::Scope, deliveries, history::RECEIVED},
    },
};

/// A delivery as it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// What the sender calls it.
    pub name: RawText,
    /// What was sent.
    pub content: Content,
    /// Only tell what it would do.
    pub dry_run: bool,
}

impl Service {
    /// Keeps a delivery as a proposal with what it would do; nothing of the register changes.
    pub async fn send_delivery(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        maintains: Maintains,
        mut sent: Sent,
    ) -> Result<Written<Delivery>, Refused> {
        let masked = self.prepare(caller, maintains, &mut sent.content)?;
        let now = self.now();
        write::again!(self.try_send(caller, keyed, &sent, masked, now))
    }

    /// Refuses what cannot be a delivery of this caller, and puts lines that may not be sent among those with errors.
    fn prepare(&self, caller: &Caller, maintains: Maintains, content: &mut Content) -> Result<u32, Refused> {
        let mut findings = vec![];
        if content.rows.len() + content.faults.len() > ROWS_MOST {
            findings.push(Finding::new("/rows", "too-long", ROWS_MOST));
        }
        for (at, field) in content.fields.iter().enumerate() {
            if !FIELDS.iter().chain(&FIELDS_ALSO).any(|known| known == field) {
                findings.push(Finding::new(format!("/fields/{at}"), "unknown-value", ""));
            }
        }
        for (at, code) in content.full.iter().enumerate().filter(|(_, code)| !self.names.organisation_codes.contains(code)) {
            findings.push(Finding::new(format!("/full/{at}"), "unknown-value", code));
        }
        if let Some(merger) = &content.merger {
            if merger.from.is_empty() {
                findings.push(Finding::new("/from", "required", ""));
            }
            if merger.from.contains(&merger.into) || !self.names.municipality_codes.contains(&merger.into) {
                findings.push(Finding::new("/into", "unknown-value", merger.into));
            }
        }
        Refused::unless_empty(findings)?;
        let foreign = content.full.iter().any(|code| !maintains.covers(code, caller));
        // A merger is about the register as a whole.
        if foreign || maintains == Maintains::Nobodys || content.merger.is_some() && maintains != Maintains::Every {
            return Err(Refused::NotAllowed);
        }
        if content.full_all && maintains == Maintains::Own {
            (content.full_all, content.full) = (false, vec![OrganisationCode(caller.organisation.clone())]);
        }
        if content.fields.is_empty() {
            content.fields = FIELDS.map(str::to_owned).to_vec();
        }
        let (own, others): (Vec<DeliveredRow>, Vec<DeliveredRow>) =
            content.rows.drain(..).partition(|row| maintains.covers(&row.facts.organisation, caller));
        content.rows = own;
        let not_yours = Finding::new("/organisation", "not-yours", &caller.organisation);
        content.faults.extend(others.iter().map(|row| LineFault::of(row.line, &row.facts, &not_yours)));
        let masked: u32 = content.rows.iter_mut().map(|row| check::mask_numbers(&mut row.facts)).sum();
        Ok(masked + content.faults.iter_mut().map(check::mask_numbers).sum::<u32>())
    }

    async fn try_send(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        sent: &Sent,
        masked: u32,
        now: DateTime<Utc>,
    ) -> Result<Written<Delivery>, Refused> {
        let mut link = self.store.write().await?;
        if !sent.dry_run
            && let Some(kept) = write::take(&mut link, caller, Some(keyed), now.timestamp_micros()).await?
        {
            let (item, _) = deliveries::get(&mut link, number(&kept.object)?).await?.ok_or(Refused::NotFound)?;
            return Ok(Written { item, changed: write::was_change(&kept), masked, committed: false });
        }
        let diff = self.difference(&mut link, &sent.content).await?;
        let content = &sent.content;
        let mut delivery = Delivery {
            number: 0,
            version: 1,
            state: DeliveryState::Waiting,
            name: sent.name.clone(),
            by: caller.name.clone(),
            at: now,
            settled_by: RawText::default(),
            settled_at: None,
            full: content.full.clone(),
            full_all: content.full_all,
            merger: content.merger.clone(),
            counts: diff.counts,
            masked,
            vanished: diff.vanished.clone(),
            kept: vec![],
            undone: 0,
            conflicts: vec![],
        };
        if sent.dry_run {
            return Ok(Written { item: delivery, changed: false, masked, committed: true });
        }
        delivery.number = deliveries::next_number(&mut link).await?;
        let one = one_organisation(content).unwrap_or_default();
        deliveries::insert(&mut link, &delivery, &one, content, &lines(&diff)).await?;
        let fields = [(RECEIVED.into(), String::new(), serde_json::to_string(&delivery).map_err(StoreError::from)?)];
        self.commit_delivery(link, (caller, Some(keyed), now), "delivery.create", &delivery, &fields, &[]).await?;
        Ok(Written { item: delivery, changed: true, masked, committed: true })
    }

    /// What a delivery would do to the register as it is now; whom it is about is locked.
    pub(super) async fn difference(&self, link: &mut Link, content: &Content) -> Result<Diff, Refused> {
        let about: BTreeSet<OrganisationCode> =
            content.full.iter().chain(content.rows.iter().map(|row| &row.facts.organisation)).cloned().collect();
        let about: Vec<OrganisationCode> = about.into_iter().collect();
        let whole = content.full_all || content.merger.is_some();
        let entries = deliveries::entries(link, (!whole).then_some(&about[..])).await?;
        let check = |facts: &_| self.check_officer(facts, "");
        Ok(diff(content, &entries, &Rules { today: self.today(), check: &check }))
    }

    /// The newest deliveries as JSON, newest first.
    pub async fn deliveries(&self, caller: &Caller, maintains: Maintains) -> Result<Vec<String>, Refused> {
        self.listed(caller, "delivery.list", "delivery").await?;
        let own = (maintains != Maintains::Every).then_some(caller.organisation.as_str());
        Ok(deliveries::newest(&mut self.store.read().await?, own).await?)
    }

    /// One delivery; the read is written down before it is given.
    pub async fn delivery(&self, caller: &Caller, maintains: Maintains, id: &str) -> Result<Delivery, Refused> {
        let found = deliveries::get(&mut self.store.read().await?, number(id)?).await?;
        let delivery = seen(caller, maintains, found)?;
        self.saw(caller, "delivery.read", "delivery", &delivery.number.to_string()).await?;
        Ok(delivery)
    }

    /// Its lines, of one kind or all.
    pub async fn delivery_lines(
        &self,
        caller: &Caller,
        maintains: Maintains,
        id: &str,
        only: Option<LineKind>,
    ) -> Result<Vec<DeliveryLine>, Refused> {
        let delivery = self.delivery(caller, maintains, id).await?;
        let mut lines = deliveries::lines(&mut self.store.read().await?, delivery.number).await?;
        lines.retain(|line| only.is_none_or(|only| line.kind == only));
        Ok(lines)
    }

    /// Rejects a delivery that waits: nothing of the register changes.
    pub async fn reject_delivery(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        maintains: Maintains,
        id: &str,
        expected: i64,
    ) -> Result<Written<Delivery>, Refused> {
        let now = self.now();
        write::again!(async {
            let mut link = self.store.write().await?;
            if let Some(kept) = write::take(&mut link, caller, Some(keyed), now.timestamp_micros()).await? {
                return repeated(&mut link, caller, maintains, &kept.object).await;
            }
            let mut delivery = waiting(&mut link, caller, maintains, (id, expected), DeliveryState::Waiting).await?;
            settle(&mut delivery, DeliveryState::Rejected, caller, now);
            deliveries::update(&mut link, &delivery).await?;
            self.commit_delivery(link, (caller, Some(keyed), now), "delivery.reject", &delivery, &[], &[]).await?;
            Ok(Written { item: delivery, changed: true, masked: 0, committed: true })
        })
    }

    /// Writes history, audit and key of a delivery, and tells the feed which entries became otherwise.
    pub(super) async fn commit_delivery(
        &self,
        link: Link,
        (caller, keyed, now): (&Caller, Option<&Keyed>, DateTime<Utc>),
        verb: &'static str,
        delivery: &Delivery,
        fields: &[(String, String, String)],
        also: &[(Scope, String)],
    ) -> Result<(), StoreError> {
        let commit = write::Commit {
            caller,
            verb,
            scope: Scope::Deliveries,
            object: &delivery.number.to_string(),
            version: delivery.version,
            fields,
            keyed,
            masked: delivery.masked,
            at: now.timestamp_micros(),
            answer: None,
            also,
        };
        self.commit(link, &commit).await
    }
}

/// The lines of a diff as they are kept and shown.
pub(super) fn lines(diff: &Diff) -> Vec<DeliveryLine> {
    diff.steps.iter().map(|step| step.line.clone()).collect()
}

/// What became of it, by whom and when, in a version of its own.
pub(super) fn settle(delivery: &mut Delivery, state: DeliveryState, caller: &Caller, now: DateTime<Utc>) {
    delivery.version += 1;
    (delivery.state, delivery.settled_by, delivery.settled_at) = (state, caller.name.clone(), Some(now));
}

/// The delivery, locked, in the version that was seen and the state that is needed.
pub(super) async fn waiting(
    link: &mut Link,
    caller: &Caller,
    maintains: Maintains,
    (id, expected): (&str, i64),
    state: DeliveryState,
) -> Result<Delivery, Refused> {
    let delivery = seen(caller, maintains, deliveries::lock(link, number(id)?).await?)?;
    if delivery.state != state {
        let code = if state == DeliveryState::Waiting { "delivery-settled" } else { "delivery-not-applied" };
        return Err(Refused::Delivery(vec![Finding::new("", code, "")]));
    }
    if delivery.version != expected {
        return Err(write::stale(link, Scope::Deliveries, id, delivery.version).await);
    }
    Ok(delivery)
}

pub(super) async fn repeated(
    link: &mut Link,
    caller: &Caller,
    maintains: Maintains,
    object: &str,
) -> Result<Written<Delivery>, Refused> {
    let item = seen(caller, maintains, deliveries::get(link, number(object)?).await?)?;
    Ok(Written { item, changed: true, masked: 0, committed: false })
}

/// A delivery that is the caller's to see: of the own organisation alone, unless everybody's entries are maintained.
fn seen(caller: &Caller, maintains: Maintains, found: Option<(Delivery, String)>) -> Result<Delivery, Refused> {
    let (delivery, organisation) = found.ok_or(Refused::NotFound)?;
    let own = maintains == Maintains::Own && organisation == caller.organisation;
    if maintains == Maintains::Every || own { Ok(delivery) } else { Err(Refused::NotFound) }
}

fn number(id: &str) -> Result<i64, Refused> {
    id.parse().map_err(|_| Refused::NotFound)
}

/// The one organisation that everything in it is about.
fn one_organisation(content: &Content) -> Option<String> {
    if content.full_all || content.merger.is_some() {
        return None;
    }
    let rows = content.rows.iter().map(|row| row.facts.organisation.as_str());
    let full = content.full.iter().map(OrganisationCode::as_str);
    let mut about = rows.chain(full).collect::<BTreeSet<_>>().into_iter();
    about.next().filter(|_| about.next().is_none()).map(str::to_owned)
}
