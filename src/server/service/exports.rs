//! Exports of whole cases: proposed by one person, confirmed by another, who are shown the same list. Giving them is in [`super::exporting`].
//!
//! Lock order: idempotency key, export, cases by number, audit head, change counter.

use chrono::{DateTime, NaiveTime, Utc};

use super::{Keyed, Refused, Service, Settle, Written, confirmations::hash_of, destructions::of_the_desk, meetings::json, write};
use crate::{
    domain::{
        Date,
        case_export::{self, CaseExport, ExportFacts, ExportSelection, MOST_CASES},
        check::{self, Finding},
        ids::{ConfirmationId, ExportId, SignalNumber},
        zone,
    },
    server::{
        identity::Caller,
        store::{
            Link, StoreError,
            changes::Scope,
            exports,
            history::RECEIVED,
            scope::whole,
            signals::{self, Which},
        },
    },
};

/// Cases that are looked at together.
const STEP: i64 = 200;

/// Exports that are told.
const TOLD: i64 = 100;

impl Service {
    /// The newest exports.
    pub async fn exports(&self, caller: &Caller) -> Result<Vec<CaseExport>, Refused> {
        of_the_desk(caller)?;
        self.listed(caller, "export.list", "export").await?;
        let all = exports::newest(&mut whole(self.store.read()).await?, TOLD).await?;
        Ok(all.into_iter().map(|one| one.as_of(self.now())).collect())
    }

    /// One, written down before it is given.
    pub async fn export(&self, caller: &Caller, id: &str) -> Result<CaseExport, Refused> {
        of_the_desk(caller)?;
        let id = read_id(id)?;
        let found = exports::get(&mut whole(self.store.read()).await?, &id).await?.ok_or(Refused::NotFound)?;
        self.saw(caller, "export.read", "export", &id).await?;
        Ok(found.as_of(self.now()))
    }

    /// Proposes an export. Nothing leaves until another confirms.
    pub async fn propose_export(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        (facts, mut selection): (ExportFacts, ExportSelection),
    ) -> Result<Written<CaseExport>, Refused> {
        of_the_desk(caller)?;
        self.in_person(caller)?;
        selection.numbers.sort_unstable();
        selection.numbers.dedup();
        let mut findings = check::export_facts(&facts, "/facts");
        findings.extend(case_export::faults(&facts, self.today(), "/facts"));
        findings.extend(selection.faults("/selection"));
        Refused::unless_empty(findings)?;
        Refused::unless_no_number(check::numbers_in(&facts, "/facts"))?;
        let written = write::again!(self.try_propose_export(caller, keyed, &facts, &selection))?;
        self.saw_export(caller, written).await
    }

    async fn try_propose_export(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        facts: &ExportFacts,
        selection: &ExportSelection,
    ) -> Result<Written<CaseExport>, Refused> {
        let now = self.now();
        let mut link = whole(self.store.write()).await?;
        if let Some(repeated) = repeated(&mut link, (caller, keyed, now)).await? {
            return Ok(repeated);
        }
        let cases = selected(&mut link, selection).await?;
        let shown = case_export::shown(facts, selection, &cases).map_err(StoreError::from)?;
        let hash = hash_of(&shown);
        let id = ExportId(self.clock.id(now).map_err(StoreError::from)?);
        let confirmation = ConfirmationId(self.clock.id(now).map_err(StoreError::from)?);
        let what = (facts.clone(), selection.clone(), cases);
        let made = case_export::propose(id, confirmation, (&caller.actor(), now), what, (shown, hash));
        exports::insert(&mut link, &made).await?;
        let content = serde_json::to_string(&made).map_err(StoreError::from)?;
        let fields = [(RECEIVED.to_owned(), String::new(), content)];
        self.commit_export(link, (caller, Some(keyed), now), "export.propose", &made, &fields, &[]).await?;
        Ok(Written { item: made, changed: true, masked: 0, committed: true })
    }

    /// Confirms, rejects or withdraws.
    pub async fn settle_export(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        id: &str,
        how: &Settle,
    ) -> Result<Written<CaseExport>, Refused> {
        of_the_desk(caller)?;
        let id = read_id(id)?;
        if matches!(how, Settle::Confirm(_)) {
            self.in_person(caller)?;
        }
        if let Settle::Reject(reason) | Settle::Withdraw(reason) = how {
            Refused::unless_empty(check::takeover_reason(reason, "/reason"))?;
            Refused::unless_no_number(check::numbers_in(reason, "/reason"))?;
        }
        let written = write::again!(self.try_settle_export(caller, keyed, &id, how))?;
        self.saw_export(caller, written).await
    }

    async fn try_settle_export(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        id: &str,
        how: &Settle,
    ) -> Result<Written<CaseExport>, Refused> {
        let now = self.now();
        let mut link = whole(self.store.write()).await?;
        if let Some(repeated) = repeated(&mut link, (caller, keyed, now)).await? {
            return Ok(repeated);
        }
        let before = exports::lock(&mut link, id).await?.ok_or(Refused::NotFound)?;
        let actor = caller.actor();
        let (settled, verb) = match how {
            Settle::Confirm(seen) => {
                // A case that was destroyed since is not on the list any more.
                let cases = exports::there(&mut link, &before.cases).await?;
                let now_shown = case_export::shown(&before.facts, &before.selection, &cases).map_err(StoreError::from)?;
                (before.proposal.confirm(&actor, now, seen, &hash_of(&now_shown))?, "export.confirm")
            }
            Settle::Reject(reason) => (before.proposal.reject(&actor, now, reason)?, "export.reject"),
            Settle::Withdraw(reason) => (before.proposal.withdraw(&actor, now, reason)?, "export.withdraw"),
        };
        let after = before.settled(settled);
        exports::update(&mut link, &after).await?;
        let fields = write::differing(&json(&before)?, &json(&after)?);
        self.commit_export(link, (caller, Some(keyed), now), verb, &after, &fields, &[]).await?;
        Ok(Written { item: after, changed: true, masked: 0, committed: true })
    }

    /// Commits a revision of an export, with the cases it moved.
    pub(super) async fn commit_export(
        &self,
        link: Link,
        (caller, keyed, now): (&Caller, Option<&Keyed>, DateTime<Utc>),
        verb: &'static str,
        after: &CaseExport,
        fields: &[(String, String, String)],
        also: &[(Scope, String)],
    ) -> Result<(), StoreError> {
        let object = after.id.to_string();
        let commit = write::Commit {
            caller,
            verb,
            scope: Scope::Exports,
            object: &object,
            version: after.version,
            fields,
            keyed,
            masked: 0,
            at: now.timestamp_micros(),
            answer: None,
            also,
        };
        self.commit(link, &commit).await
    }

    async fn saw_export(&self, caller: &Caller, written: Written<CaseExport>) -> Result<Written<CaseExport>, Refused> {
        if !written.committed {
            self.saw(caller, "export.read", "export", &written.item.id.to_string()).await?;
        }
        Ok(Written { item: written.item.as_of(self.now()), ..written })
    }
}

pub(super) fn read_id(text: &str) -> Result<String, Refused> {
    Ok(text.parse::<ExportId>().map_err(|_| Refused::NotFound)?.to_string())
}

/// The cases that are asked for: all of the numbers, or what was received in the period.
async fn selected(link: &mut Link, selection: &ExportSelection) -> Result<Vec<SignalNumber>, Refused> {
    let Some((from, to)) = selection.period() else {
        let found = exports::there(link, &selection.numbers).await?;
        let lacks = selection.numbers.iter().filter(|number| !found.contains(number));
        let missing = |number: &SignalNumber| Finding::new("/selection/numbers", "no-such-case", number.to_string());
        Refused::unless_empty(lacks.map(missing).collect())?;
        return Ok(found);
    };
    let start = |day: Date| zone::instant_of(day.and_time(NaiveTime::MIN));
    let wrong = |code, value: String| Refused::Invalid(vec![Finding::new("/selection/receivedFrom", code, value)]);
    let period = start(from).zip(to.succ_opt().and_then(start)).ok_or_else(|| wrong("not-a-date", String::new()))?;
    let is_narrowed = !selection.statuses.is_empty() || !selection.outcomes.is_empty();
    let (mut found, mut after) = (vec![], 0);
    loop {
        let numbers = exports::received(link, period, after, STEP).await?;
        let Some(last) = numbers.last() else { break };
        after = last.as_i64();
        for number in numbers {
            let wanted = match is_narrowed {
                true => signals::get(link, Which::Number(number)).await?.is_some_and(|signal| selection.wants(&signal)),
                false => true,
            };
            if wanted {
                found.push(number);
            }
        }
        if found.len() > MOST_CASES {
            return Err(wrong("too-many-cases", MOST_CASES.to_string()));
        }
    }
    if found.is_empty() { Err(wrong("nothing-selected", String::new())) } else { Ok(found) }
}

async fn repeated(
    link: &mut Link,
    (caller, keyed, now): (&Caller, &Keyed, DateTime<Utc>),
) -> Result<Option<Written<CaseExport>>, Refused> {
    let kept = write::take(link, caller, Some(keyed), now.timestamp_micros()).await?;
    let Some(kept) = kept else { return Ok(None) };
    let item = exports::get(link, &kept.object).await?.ok_or(Refused::NotFound)?;
    Ok(Some(Written { item, changed: write::was_change(&kept), masked: 0, committed: false }))
}
