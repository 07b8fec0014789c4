//! What people who called say of an entry, taken back when it was a mistake; and what happened to an entry, for who maintains it.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::{Keyed, Refused, Service, Written, officers::Maintains};
use crate::{
    domain::{
        check,
        ids::{OfficerId, OrganisationCode},
        officer::Officer,
        officer_history::{OfficerChange, OfficerRevision, in_words},
        organisation::Organisation,
        signal::SignalSummary,
        text::RawText,
        verdict::{OfficerCall, Report, Verdict},
    },
    server::{
        identity::Caller,
        store::{
            StoreError, accounts,
            changes::Scope,
            history::{self, RECEIVED},
            lookups, officers,
        },
    },
};

/// Cases that are told for which an entry was called.
const CALLS: i64 = 5;

/// Fields that a verdict writes, and that are put back when it is taken back.
const SAID: [&str; 3] = ["verifiedOn", "verifiedBy", "reports"];

impl Service {
    /// Somebody called an entry as it was at a version, and it was right.
    pub async fn confirm_officer(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        maintains: Maintains,
        id: &str,
        expected: i64,
    ) -> Result<Written<Officer>, Refused> {
        let today = self.today();
        let decide = |officer: &mut Officer| {
            let maintained = maintains.covers(&officer.facts.organisation, caller);
            officer.confirm(&caller.name, today, maintained);
            Ok(())
        };
        self.change_officer(caller, Some(keyed), (id, expected), "officer.confirm", decide).await
    }

    /// Somebody called an entry as it was at a version, and it was not right.
    pub async fn report_officer(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        id: &str,
        expected: i64,
        reason: RawText,
    ) -> Result<Written<Officer>, Refused> {
        let organisation = OrganisationCode(caller.organisation.clone());
        let report = Report { at: self.now(), by: caller.name.clone(), organisation, reason };
        Refused::unless_empty(check::report(&report, ""))?;
        Refused::unless_no_number(check::numbers_in(&report, ""))?;
        let decide = |officer: &mut Officer| officer.report(report.clone()).map_err(|fault| Refused::Invalid(vec![fault]));
        self.change_officer(caller, Some(keyed), (id, expected), "officer.report", decide).await
    }

    /// Takes back what the caller said, if nothing was changed since: the version it made must be the last one.
    pub async fn take_back_verdict(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        id: &str,
        expected: i64,
    ) -> Result<Written<Officer>, Refused> {
        let entity = Scope::Register.entity();
        let rows = history::of(&mut self.store.read().await?, entity, &canonical(id)?).await?;
        let said: Vec<_> = rows.into_iter().filter(|row| row.version == expected).collect();
        let own = |row: &history::Change| row.account == caller.account.to_string() && SAID.contains(&row.field.as_str());
        let decide = |officer: &mut Officer| {
            if said.is_empty() || !said.iter().all(own) {
                return Err(Refused::NotAllowed);
            }
            put_back(officer, &said).map_err(|error| Refused::Store(error.into()))
        };
        self.change_officer(caller, Some(keyed), (id, expected), "officer.take-back", decide).await
    }

    /// What happened to an entry, newest first; the read is written down before it is given.
    pub async fn officer_history(
        &self,
        caller: &Caller,
        maintains: Maintains,
        id: &str,
    ) -> Result<Vec<OfficerRevision>, Refused> {
        let id = canonical(id)?;
        let mut link = self.store.read().await?;
        let officer = officers::get(&mut link, &id).await?.ok_or(Refused::NotFound)?;
        if maintains == Maintains::Own && !maintains.covers(&officer.facts.organisation, caller) {
            return Err(Refused::NotAllowed);
        }
        let rows = history::of(&mut link, Scope::Register.entity(), &id).await?;
        let names: BTreeMap<String, String> = accounts::names(&mut link).await?.into_iter().collect();
        drop(link);
        self.saw(caller, "officer.history", "officer", &id).await?;
        let mut revisions: Vec<OfficerRevision> = vec![];
        for row in rows {
            if revisions.last().is_none_or(|last| last.version != row.version) {
                let by = names.get(&row.account).cloned().unwrap_or_default().into();
                let at: DateTime<Utc> = DateTime::from_timestamp_micros(row.at).unwrap_or_default();
                revisions.push(OfficerRevision { version: row.version, at, by, changes: vec![] });
            }
            if let Some(last) = revisions.last_mut()
                && !matches!(row.field.as_str(), "" | RECEIVED)
            {
                let (before, after) = (in_words(&row.old), in_words(&row.new));
                last.changes.push(OfficerChange { field: row.field, before, after });
            }
        }
        Ok(revisions)
    }

    /// For which cases an entry was called last, the last first.
    pub async fn officer_calls(&self, caller: &Caller, id: &str) -> Result<Vec<OfficerCall>, Refused> {
        let id = canonical(id)?;
        self.listed(caller, "signal.list", "signal").await?;
        let rows = lookups::calls(&mut self.store.read().await?, &id, CALLS).await?;
        let call = |(at, summary): (i64, String)| {
            let row: SignalSummary = serde_json::from_str(&summary)?;
            Ok(OfficerCall { at: DateTime::from_timestamp_micros(at).unwrap_or_default(), number: row.number })
        };
        Ok(rows.into_iter().map(call).collect::<Result<_, serde_json::Error>>().map_err(StoreError::from)?)
    }

    /// Organisations of which nobody stands in the register whose mandate and entry still run, in order of their code.
    pub async fn unappointed(&self, caller: &Caller, maintains: Maintains) -> Result<Vec<Organisation>, Refused> {
        self.listed(caller, "officer.list", "officer").await?;
        let today = self.today().to_string();
        let appointed = officers::appointed(&mut self.store.read().await?, &today).await?;
        let appointed: HashSet<&str> = appointed.iter().map(String::as_str).collect();
        let mut missing = crate::domain::organisation::all();
        missing.retain(|one| {
            let whose = maintains != Maintains::Own || maintains.covers(&one.code, caller);
            let there = one.valid_to.is_none_or(|end| end >= self.today());
            whose && there && !appointed.contains(one.code.as_str())
        });
        missing.sort_by(|one, other| one.code.as_str().cmp(other.code.as_str()));
        Ok(missing)
    }
}

fn canonical(id: &str) -> Result<String, Refused> {
    Ok(id.parse::<OfficerId>().map_err(|_| Refused::NotFound)?.to_string())
}

/// Puts the fields back that a verdict wrote.
fn put_back(officer: &mut Officer, said: &[history::Change]) -> Result<(), serde_json::Error> {
    for row in said {
        let old: Value = if row.old.is_empty() { Value::Null } else { serde_json::from_str(&row.old)? };
        let Verdict { verified_by, reports } = &mut officer.verdict;
        match row.field.as_str() {
            "verifiedOn" => officer.facts.verified_on = serde_json::from_value(old)?,
            "verifiedBy" => *verified_by = serde_json::from_value::<Option<RawText>>(old)?.unwrap_or_default(),
            _ => *reports = serde_json::from_value::<Option<Vec<Report>>>(old)?.unwrap_or_default(),
        }
    }
    Ok(())
}

/// The fields of an entry as history keeps them: its facts, and what was said.
pub(super) fn document(officer: &Officer) -> Result<Value, StoreError> {
    let mut document = serde_json::to_value(&officer.facts)?;
    if let (Value::Object(all), Value::Object(said)) = (&mut document, serde_json::to_value(&officer.verdict)?) {
        all.extend(said);
    }
    Ok(document)
}
