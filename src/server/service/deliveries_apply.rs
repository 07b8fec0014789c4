//! A delivery is applied, or undone: in one transaction, with the history of every entry and a line of the audit log for each.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::{
    Keyed, Maintains, Refused, Service, Written,
    deliveries::{lines, repeated, settle, waiting},
    verdicts::document,
    write,
};
use crate::{
    domain::{
        check::{self, Finding},
        delivery::{ChangedSince, Conflict, Delivery, DeliveryLine, DeliveryState, Diff, LineKind, Made, identity},
        ids::{OfficerId, OrganisationCode},
        officer::{Officer, OfficerFacts},
        signal::Source,
        text::RawText,
        verdict::Verdict,
    },
    server::{
        audit::{Deed, append},
        identity::{Caller, hex},
        random,
        store::{
            Link, StoreError,
            changes::Scope,
            deliveries,
            history::{self, RECEIVED, Revision},
            officers::{self, OfficerRow},
        },
    },
};

/// What is said of organisations of which nobody would be left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Confirmed {
    /// Nobody is left of these.
    pub vanished: Vec<OrganisationCode>,
    /// The entries of these stay.
    pub keep: Vec<OrganisationCode>,
}

/// An entry before and after; nothing: it is not there.
type Change = (Option<Officer>, Option<Officer>);

impl Service {
    /// Applies a delivery as it was shown. When the register changed since, so that it would do something else, nothing is applied: what
    /// it would do now is kept instead, and that is said.
    pub async fn apply_delivery(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        maintains: Maintains,
        seen: (&str, i64),
        confirmed: &Confirmed,
    ) -> Result<Written<Delivery>, Refused> {
        let now = self.now();
        write::again!(self.try_apply(caller, keyed, maintains, seen, confirmed, now))
    }

    async fn try_apply(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        maintains: Maintains,
        seen: (&str, i64),
        confirmed: &Confirmed,
        now: DateTime<Utc>,
    ) -> Result<Written<Delivery>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, Some(keyed), now.timestamp_micros()).await? {
            return repeated(&mut link, caller, maintains, &kept.object).await;
        }
        let mut delivery = waiting(&mut link, caller, maintains, seen, DeliveryState::Waiting).await?;
        if let Some(merger) = delivery.merger.as_ref().filter(|merger| merger.on > self.today()) {
            return Err(Refused::Delivery(vec![Finding::new("", "delivery-too-early", merger.on)]));
        }
        let content = deliveries::content(&mut link, delivery.number).await?;
        let shown = deliveries::lines(&mut link, delivery.number).await?;
        let diff = self.difference(&mut link, &content).await?;
        let now_lines = lines(&diff);
        if now_lines != shown || diff.vanished != delivery.vanished {
            let what = otherwise(&shown, &now_lines);
            link.rollback().await?;
            self.renew(caller, seen, now).await?;
            return Err(Refused::Delivery(vec![Finding::new("", "delivery-changed", what)]));
        }
        let open = delivery.vanished.iter().filter(|one| {
            let code = &one.organisation;
            !confirmed.vanished.contains(code) && !confirmed.keep.contains(code)
        });
        let open: Vec<Finding> = open.map(|one| Finding::new("", "vanished-not-confirmed", &one.organisation)).collect();
        if !open.is_empty() {
            return Err(Refused::Delivery(open));
        }
        let vanished = delivery.vanished.iter().map(|one| &one.organisation);
        delivery.kept = vanished.filter(|code| confirmed.keep.contains(code)).cloned().collect();
        let changes = self.changes_of(&mut link, &diff, &delivery.kept, now).await?;
        settle(&mut delivery, DeliveryState::Applied, caller, now);
        let made: Vec<Made> = changes
            .iter()
            .filter_map(|(before, after)| {
                let after = after.as_ref()?;
                Some(Made { id: after.id, version: after.version, before: before.clone(), after: Some(after.facts.clone()) })
            })
            .collect();
        let also = self.write_entries(&mut link, caller, &changes, now).await?;
        deliveries::set_made(&mut link, delivery.number, &made).await?;
        deliveries::update(&mut link, &delivery).await?;
        self.commit_delivery(link, (caller, Some(keyed), now), "delivery.apply", &delivery, &[], &also).await?;
        Ok(Written { item: delivery, changed: true, masked: 0, committed: true })
    }

    /// Keeps what a delivery would do now.
    async fn renew(&self, caller: &Caller, (id, expected): (&str, i64), now: DateTime<Utc>) -> Result<(), Refused> {
        let mut link = self.store.write().await?;
        let mut delivery = waiting(&mut link, caller, Maintains::Every, (id, expected), DeliveryState::Waiting).await?;
        let content = deliveries::content(&mut link, delivery.number).await?;
        let diff = self.difference(&mut link, &content).await?;
        delivery.told(&diff);
        delivery.version += 1;
        deliveries::set_lines(&mut link, delivery.number, &lines(&diff)).await?;
        deliveries::update(&mut link, &delivery).await?;
        Ok(self.commit_delivery(link, (caller, None, now), "delivery.renew", &delivery, &[], &[]).await?)
    }

    async fn changes_of(
        &self,
        link: &mut Link,
        diff: &Diff,
        kept: &[OrganisationCode],
        now: DateTime<Utc>,
    ) -> Result<Vec<Change>, Refused> {
        let mut changes = vec![];
        for step in &diff.steps {
            let Some(facts) = &step.after else { continue };
            if step.line.kind == LineKind::Gone && kept.contains(&facts.organisation) {
                continue;
            }
            let facts = facts.clone();
            let Some(id) = step.line.officer else {
                let id = OfficerId(self.clock.id(now).map_err(StoreError::from)?);
                let source = source(link, &facts).await?;
                let new = Officer { id, version: 1, changed_at: now, source, facts, verdict: Verdict::default() };
                changes.push((None, Some(new)));
                continue;
            };
            let before = officers::lock(link, &id.to_string()).await?;
            let before = before.ok_or_else(|| StoreError::Again("an entry went while it was delivered".into()))?;
            let mut after = Officer { version: before.version + 1, changed_at: now, facts, ..before.clone() };
            if after.facts.verified_on != before.facts.verified_on {
                after.verdict.verified_by = RawText::default();
            }
            changes.push((Some(before), Some(after)));
        }
        Ok(changes)
    }

    /// Writes entries with their history and the audit log, and gives what the feed is to be told.
    async fn write_entries(
        &self,
        link: &mut Link,
        caller: &Caller,
        changes: &[Change],
        now: DateTime<Utc>,
    ) -> Result<Vec<(Scope, String)>, Refused> {
        let (account, at) = (caller.account.to_string(), now.timestamp_micros());
        let entity = Scope::Register.entity();
        let mut also = vec![];
        let mut deeds = vec![];
        for (before, after) in changes {
            let Some(officer) = after.as_ref().or(before.as_ref()) else { continue };
            let object = officer.id.to_string();
            let (version, fields, verb) = match (before, after) {
                (Some(before), Some(after)) => {
                    officers::update(link, &OfficerRow::of(after, &self.names)?).await?;
                    let fields = write::differing(&document(before)?, &document(after)?);
                    (after.version, fields, "officer.amend")
                }
                (None, Some(after)) => {
                    if !officers::insert(link, &OfficerRow::of(after, &self.names)?).await? {
                        return Err(StoreError::Again("the same entry came in twice at once".into()).into());
                    }
                    let received = serde_json::json!({ "facts": after.facts }).to_string();
                    (after.version, vec![(RECEIVED.into(), String::new(), received)], "officer.create")
                }
                _ => {
                    deliveries::remove_entry(link, &object).await?;
                    (officer.version + 1, vec![], "officer.remove")
                }
            };
            let salt = hex(&random::bytes::<16>().map_err(StoreError::from)?);
            let revision = Revision { entity, object: &object, version, at, account: &account, salt: &salt };
            history::add(link, &revision, &fields).await?;
            deeds.push(Deed { change: write::salted(&salt, version, &fields), ..Deed::of(caller, at, verb, entity, &object) });
            also.push((Scope::Register, object));
        }
        if !deeds.is_empty() {
            append(link, &caller.organisation, &deeds).await?;
        }
        Ok(also)
    }

    /// Undoes a delivery as one batch. An entry that somebody changed since is left alone and named.
    pub async fn undo_delivery(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        maintains: Maintains,
        seen: (&str, i64),
    ) -> Result<Written<Delivery>, Refused> {
        let now = self.now();
        write::again!(self.try_undo(caller, keyed, maintains, seen, now))
    }

    async fn try_undo(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        maintains: Maintains,
        seen: (&str, i64),
        now: DateTime<Utc>,
    ) -> Result<Written<Delivery>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, Some(keyed), now.timestamp_micros()).await? {
            return repeated(&mut link, caller, maintains, &kept.object).await;
        }
        let mut delivery = waiting(&mut link, caller, maintains, seen, DeliveryState::Applied).await?;
        let mut made = deliveries::made(&mut link, delivery.number).await?;
        made.sort_by_key(|made| made.id);
        // The last one first: what a later one made would stay, and look as if it had been put back.
        let ids: HashSet<OfficerId> = made.iter().map(|made| made.id).collect();
        if let Some(later) = deliveries::applied_later(&mut link, delivery.number, &ids).await? {
            return Err(Refused::Delivery(vec![Finding::new("", "delivery-later", later)]));
        }
        let mut changes: Vec<Change> = vec![];
        let mut conflicts = HashSet::new();
        for made in &made {
            let current = officers::lock(&mut link, &made.id.to_string()).await?;
            match made.undo(current.as_ref(), now) {
                Ok(after) => changes.push((current, after)),
                Err(ChangedSince) => {
                    conflicts.insert(made.id);
                    let known = current.as_ref().or(made.before.as_ref()).map(|officer| &officer.facts);
                    delivery.conflicts.push(Conflict {
                        officer: made.id,
                        organisation: known.map_or_else(|| OrganisationCode(String::new()), |facts| facts.organisation.clone()),
                        title: known.map(|facts| facts.title.clone()).unwrap_or_default(),
                        name: known.map(|facts| facts.name.clone()).unwrap_or_default(),
                    });
                }
            }
        }
        delivery.undone = (made.len() - conflicts.len()) as u64;
        settle(&mut delivery, DeliveryState::Undone, caller, now);
        let also = self.write_entries(&mut link, caller, &changes, now).await?;
        deliveries::update(&mut link, &delivery).await?;
        self.commit_delivery(link, (caller, Some(keyed), now), "delivery.undo", &delivery, &[], &also).await?;
        Ok(Written { item: delivery, changed: true, masked: 0, committed: true })
    }
}

/// Where a new entry came from, as an import would say, so that an import of the same file changes nothing; nothing where another entry,
/// of another name since, has that already.
async fn source(link: &mut Link, facts: &OfficerFacts) -> Result<Option<Source>, StoreError> {
    let source = Source { system: "register".into(), reference: identity(facts).into() };
    let taken = officers::find_source(link, &source.system, source.reference.raw()).await?.is_some();
    Ok((!taken && check::source(&source, "").is_empty()).then_some(source))
}

/// How many lines differ, and the first of them by name.
fn otherwise(shown: &[DeliveryLine], now: &[DeliveryLine]) -> String {
    let differing: Vec<_> =
        now.iter().filter(|line| !shown.contains(line)).chain(shown.iter().filter(|line| !now.contains(line))).collect();
    let names: Vec<String> = differing
        .iter()
        .take(3)
        .map(|line| [&line.organisation, &line.title, &line.name].map(|text| text.line().into_string()).join(" · "))
        .collect();
    format!("{}: {}", differing.len(), names.join(", "))
}
