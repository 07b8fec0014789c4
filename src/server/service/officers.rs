//! The register: entries are made, changed, read, listed and searched.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{Keyed, Refused, Service, Written, received, verdicts::document, write};
use crate::{
    domain::{
        check,
        ids::{OfficerId, OrganisationCode},
        officer::{Officer, OfficerFacts},
        signal::Source,
        verdict::{Attention, Verdict},
    },
    server::{
        identity::Caller,
        store::{
            Link, StoreError,
            changes::Scope,
            history::RECEIVED,
            officers::{self, OfficerRow},
        },
    },
};

/// A new entry as it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    /// Where it was delivered from.
    pub source: Option<Source>,
    /// The facts.
    pub facts: OfficerFacts,
}

/// Whose entries the caller maintains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Maintains {
    /// Everybody's.
    Every,
    /// Of the own organisation.
    Own,
    /// Nobody's.
    Nobodys,
}

impl Maintains {
    /// Also those of this organisation?
    pub fn covers(self, organisation: &OrganisationCode, caller: &Caller) -> bool {
        match self {
            Self::Every => true,
            Self::Own => organisation.as_str() == caller.organisation,
            Self::Nobodys => false,
        }
    }
}

impl Service {
    /// Makes an entry; one that was there already is given back unchanged.
    pub async fn create_officer(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        maintains: Maintains,
        mut entry: NewEntry,
    ) -> Result<Written<Officer>, Refused> {
        if !maintains.covers(&entry.facts.organisation, caller) {
            return Err(Refused::NotAllowed);
        }
        let mut findings = self.check_officer(&entry.facts, "/facts");
        findings.extend(entry.source.iter().flat_map(|source| check::source(source, "/source")));
        Refused::unless_empty(findings)?;
        let masked = check::mask_numbers(&mut entry.facts);
        let now = self.now();
        let written = write::again!(self.try_create_officer(caller, keyed, &entry, masked, now))?;
        self.saw_officer(caller, written).await
    }

    async fn try_create_officer(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        entry: &NewEntry,
        masked: u32,
        now: DateTime<Utc>,
    ) -> Result<Written<Officer>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(repeated) = repeated(&mut link, caller, Some(keyed), now).await? {
            return Ok(repeated);
        }
        let content = json!({ "facts": serde_json::to_value(&entry.facts).map_err(StoreError::from)? });
        if let Some(found) = found(&mut link, entry, &content).await? {
            write::settle_unchanged(link, caller, Some(keyed), &found.id.to_string()).await?;
            return Ok(Written { item: found, changed: false, masked: 0, committed: false });
        }
        let officer = Officer {
            id: OfficerId(self.clock.id(now).map_err(StoreError::from)?),
            version: 1,
            changed_at: now,
            source: entry.source.clone(),
            facts: entry.facts.clone(),
            verdict: Verdict::default(),
        };
        if !officers::insert(&mut link, &OfficerRow::of(&officer, &self.names)?).await? {
            return Err(StoreError::Again("the same entry came in twice at once".into()).into());
        }
        let id = officer.id.to_string();
        let commit = write::Commit {
            caller,
            verb: "officer.create",
            scope: Scope::Register,
            object: &id,
            version: 1,
            fields: &[(RECEIVED.into(), String::new(), content.to_string())],
            keyed: Some(keyed),
            masked,
            at: now.timestamp_micros(),
            answer: None,
            also: &[],
        };
        self.commit(link, &commit).await?;
        Ok(Written { item: officer, changed: true, masked, committed: true })
    }

    /// Changes the version of an entry that the caller saw. Who maintains an entry and says that it was verified settles what was
    /// reported.
    pub async fn amend_officer(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        maintains: Maintains,
        id: &str,
        expected: i64,
        merge: impl Fn(&mut OfficerFacts),
    ) -> Result<Written<Officer>, Refused> {
        let decide = |officer: &mut Officer| {
            if !maintains.covers(&officer.facts.organisation, caller) {
                return Err(Refused::NotAllowed);
            }
            let had = check::numbers_in(&officer.facts, "");
            let verified_on = officer.facts.verified_on;
            merge(&mut officer.facts);
            Refused::unless_empty(self.check_officer(&officer.facts, ""))?;
            let numbers = check::numbers_in(&officer.facts, "").into_iter().filter(|finding| !had.contains(finding)).collect();
            Refused::unless_no_number(numbers)?;
            if let Some(day) = officer.facts.verified_on.filter(|day| Some(*day) != verified_on) {
                officer.confirm(&caller.name, day, true);
            }
            Ok(())
        };
        self.change_officer(caller, keyed, (id, expected), "officer.amend", decide).await
    }

    /// Changes an entry as it was at a version: what is decided is written with its history, the audit log and the feed.
    pub(super) async fn change_officer(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        (id, expected): (&str, i64),
        verb: &'static str,
        decide: impl Fn(&mut Officer) -> Result<(), Refused>,
    ) -> Result<Written<Officer>, Refused> {
        let id = id.parse::<OfficerId>().map_err(|_| Refused::NotFound)?.to_string();
        let now = self.now();
        let written = write::again!(self.try_change_officer(caller, keyed, (&id, expected), verb, &decide, now))?;
        self.saw_officer(caller, written).await
    }

    async fn try_change_officer(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        (id, expected): (&str, i64),
        verb: &'static str,
        decide: &impl Fn(&mut Officer) -> Result<(), Refused>,
        now: DateTime<Utc>,
    ) -> Result<Written<Officer>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(repeated) = repeated(&mut link, caller, keyed, now).await? {
            return Ok(repeated);
        }
        let before = officers::lock(&mut link, id).await?.ok_or(Refused::NotFound)?;
        let mut after = before.clone();
        // Who may not is told so before anything of the entry is.
        let decided = decide(&mut after);
        if matches!(decided, Err(Refused::NotAllowed)) || before.version == expected {
            decided?;
        } else {
            return Err(write::stale(&mut link, Scope::Register, id, before.version).await);
        }
        if after == before {
            write::settle_unchanged(link, caller, keyed, id).await?;
            return Ok(Written { item: before, changed: false, masked: 0, committed: false });
        }
        (after.version, after.changed_at) = (before.version + 1, now);
        let fields = write::differing(&document(&before)?, &document(&after)?);
        officers::update(&mut link, &OfficerRow::of(&after, &self.names)?).await?;
        let commit = write::Commit {
            caller,
            verb,
            scope: Scope::Register,
            object: id,
            version: after.version,
            fields: &fields,
            keyed,
            masked: 0,
            at: now.timestamp_micros(),
            answer: None,
            also: &[],
        };
        self.commit(link, &commit).await?;
        Ok(Written { item: after, changed: true, masked: 0, committed: true })
    }

    /// One card, written down before it is given.
    pub async fn officer(&self, caller: &Caller, id: &str) -> Result<Officer, Refused> {
        let id = id.parse::<OfficerId>().map_err(|_| Refused::NotFound)?.to_string();
        let officer = officers::get(&mut self.store.read().await?, &id).await?.ok_or(Refused::NotFound)?;
        self.saw(caller, "officer.read", "officer", &id).await?;
        Ok(officer)
    }

    /// Writes down that an entry is shown which this request did not write.
    async fn saw_officer(&self, caller: &Caller, written: Written<Officer>) -> Result<Written<Officer>, Refused> {
        if !written.committed {
            self.saw(caller, "officer.read", "officer", &written.item.id.to_string()).await?;
        }
        Ok(written)
    }

    /// A page of the register: organisation, id and the entry as JSON.
    pub async fn officers(
        &self,
        caller: &Caller,
        organisations: &[String],
        attention: Option<Attention>,
        after: Option<(String, String)>,
        limit: i64,
    ) -> Result<Vec<(String, String, String)>, Refused> {
        self.listed(caller, "officer.list", "officer").await?;
        let asks = attention.map(|attention| (attention, self.today()));
        Ok(officers::page(&mut self.store.read().await?, organisations, asks, after, limit).await?)
    }

    pub(super) fn check_officer(&self, facts: &OfficerFacts, at: &str) -> Vec<check::Finding> {
        check::officer_facts(facts, at, &self.names.municipality_codes, &self.names.organisation_codes)
    }
}

async fn repeated(
    link: &mut Link,
    caller: &Caller,
    keyed: Option<&Keyed>,
    now: DateTime<Utc>,
) -> Result<Option<Written<Officer>>, Refused> {
    let Some(kept) = write::take(link, caller, keyed, now.timestamp_micros()).await? else { return Ok(None) };
    let item = officers::get(link, &kept.object).await?.ok_or(Refused::NotFound)?;
    Ok(Some(Written {
        item,
        changed: write::was_change(&kept),
        masked: u32::try_from(kept.masked).unwrap_or(0),
        committed: false,
    }))
}

async fn found(link: &mut Link, entry: &NewEntry, content: &Value) -> Result<Option<Officer>, Refused> {
    let Some(source) = &entry.source else { return Ok(None) };
    let Some(id) = officers::find_source(link, &source.system, source.reference.raw()).await? else { return Ok(None) };
    let Some(found) = officers::get(link, &id).await? else { return Ok(None) };
    let now = json!({ "facts": serde_json::to_value(&found.facts).map_err(StoreError::from)? });
    received::same_or_refused(link, Scope::Register.entity(), &id, id.clone(), content, &now).await?;
    Ok(Some(found))
}
