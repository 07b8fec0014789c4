//! Destroying closed cases whose term has passed: listed, proposed by one person, approved by another, carried out case by case.
//!
//! Each case is a transaction of its own: who is stopped halfway goes on from there, and nobody does one twice. Lock order: idempotency key,
//! destruction, case, meetings by id, audit head, change counter.

use chrono::{DateTime, Utc};

use super::{Keyed, Refused, Service, Settle, Written, confirmations::hash_of, meetings::json, write};
use crate::{
    domain::{
        Date,
        check::{self, Finding},
        destruction::{self, Destruction, MOST_CASES},
        ids::{ConfirmationId, DestructionId, OrganisationCode, SignalId, SignalNumber},
        retention::{self, Destroyable, Hold, Schedule},
        signal::Signal,
        text::RawText,
    },
    server::{
        identity::Caller,
        store::{
            Link, StoreError,
            changes::Scope,
            destructions,
            history::RECEIVED,
            scope::whole,
            signals::{self, Which},
        },
    },
};

/// Most cases on a list that is asked for.
const MOST_LISTED: usize = 500;

/// Closed cases that are looked at together.
const STEP: i64 = 200;

/// Destructions that are told.
const TOLD: i64 = 100;

/// A case that may be destroyed: its id, its number and why.
pub(super) type Listed = (SignalId, SignalNumber, Destroyable);

impl Service {
    /// How long cases are kept.
    pub fn schedule(&self) -> &Schedule {
        &self.retention
    }

    /// Cases that may be destroyed today, the longest ago closed first, and whether there are more. No text of a case.
    pub async fn destruction_list(&self, caller: &Caller) -> Result<(Date, Vec<Listed>, bool), Refused> {
        of_the_desk(caller)?;
        self.listed(caller, "destruction.list", "destruction").await?;
        let today = self.today();
        let Some(until) = self.retention.closed_before(today) else { return Ok((today, vec![], false)) };
        let mut link = whole(self.store.read()).await?;
        let (mut found, mut after) = (vec![], (String::new(), 0));
        loop {
            let rows = destructions::closed_until(&mut link, until, (&after.0, after.1), STEP).await?;
            let Some(last) = rows.last() else { return Ok((today, found, false)) };
            after.clone_from(last);
            for (_, number) in rows {
                let number = SignalNumber::from_i64(number);
                let Some(signal) = signals::get(&mut link, Which::Number(number)).await? else { continue };
                if let Ok(term) = self.judge(&mut link, &signal, today).await? {
                    if found.len() == MOST_LISTED {
                        return Ok((today, found, true));
                    }
                    found.push((signal.id, number, term));
                }
            }
        }
    }

    /// May a case be destroyed on this day?
    pub(super) async fn judge(
        &self,
        link: &mut Link,
        signal: &Signal,
        today: Date,
    ) -> Result<Result<Destroyable, Hold>, StoreError> {
        let closed_on = destructions::closed_on(link, signal.number).await?;
        let around = destructions::around(link, &signal.id.to_string(), today).await?;
        Ok(retention::judge(signal, closed_on, around, &self.retention, today))
    }

    /// The newest destructions.
    pub async fn destructions(&self, caller: &Caller) -> Result<Vec<Destruction>, Refused> {
        of_the_desk(caller)?;
        self.listed(caller, "destruction.list", "destruction").await?;
        let all = destructions::newest(&mut whole(self.store.read()).await?, TOLD).await?;
        Ok(all.into_iter().map(|one| one.as_of(self.now())).collect())
    }

    /// One, written down before it is given.
    pub async fn destruction(&self, caller: &Caller, id: &str) -> Result<Destruction, Refused> {
        of_the_desk(caller)?;
        let id = read_id(id)?;
        let found = destructions::get(&mut whole(self.store.read()).await?, &id).await?.ok_or(Refused::NotFound)?;
        self.saw(caller, "destruction.read", "destruction", &id).await?;
        Ok(found.as_of(self.now()))
    }

    /// Proposes to destroy cases. Nothing is erased until another approves.
    pub async fn propose_destruction(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        (mut numbers, reason): (Vec<SignalNumber>, RawText),
    ) -> Result<Written<Destruction>, Refused> {
        of_the_desk(caller)?;
        self.in_person(caller)?;
        numbers.sort_unstable();
        numbers.dedup();
        let mut findings = check::closing_text(&reason, "/reason", true);
        if numbers.is_empty() {
            findings.push(Finding::new("/numbers", "required", ""));
        }
        if numbers.len() > MOST_CASES {
            findings.push(Finding::new("/numbers", "out-of-range", format!("1..{MOST_CASES}")));
        }
        Refused::unless_empty(findings)?;
        Refused::unless_no_number(check::numbers_in(&reason, "/reason"))?;
        let written = write::again!(self.try_propose_destruction(caller, keyed, &numbers, &reason))?;
        self.saw_destruction(caller, written).await
    }

    async fn try_propose_destruction(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        numbers: &[SignalNumber],
        reason: &RawText,
    ) -> Result<Written<Destruction>, Refused> {
        let now = self.now();
        let mut link = whole(self.store.write()).await?;
        if let Some(repeated) = repeated(&mut link, (caller, keyed, now)).await? {
            return Ok(repeated);
        }
        let (mut cases, mut findings) = (vec![], vec![]);
        for number in numbers {
            match self.listed_now(&mut link, *number).await? {
                Some(Ok(case)) => cases.push(case),
                Some(Err(hold)) => findings.push(Finding::new("/numbers", hold.fault(), number.to_string())),
                None => findings.push(Finding::new("/numbers", "no-such-case", number.to_string())),
            }
        }
        Refused::unless_empty(findings)?;
        let shown = destruction::shown(reason, &cases).map_err(StoreError::from)?;
        let hash = hash_of(&shown);
        let id = DestructionId(self.clock.id(now).map_err(StoreError::from)?);
        let confirmation = ConfirmationId(self.clock.id(now).map_err(StoreError::from)?);
        let actor = caller.actor();
        let made = destruction::propose(id, confirmation, (&actor, now), reason.clone(), cases, (shown, hash));
        destructions::insert(&mut link, &made).await?;
        let content = serde_json::to_string(&made).map_err(StoreError::from)?;
        let fields = [(RECEIVED.into(), String::new(), content)];
        self.commit_destruction(link, (caller, keyed, now), "destruction.propose", &made, &fields).await?;
        Ok(Written { item: made, changed: true, masked: 0, committed: true })
    }

    /// A case as it would be on the list now: why not, or nothing when there is none.
    async fn listed_now(&self, link: &mut Link, number: SignalNumber) -> Result<Option<Result<Listed, Hold>>, StoreError> {
        let Some(signal) = signals::get(link, Which::Number(number)).await? else { return Ok(None) };
        let judged = self.judge(link, &signal, self.today()).await?;
        Ok(Some(judged.map(|term| (signal.id, number, term))))
    }

    /// Approves, rejects or withdraws. What is approved is carried out before the answer; what does not come to it then is done by the
    /// server by itself.
    pub async fn settle_destruction(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        id: &str,
        how: &Settle,
    ) -> Result<Written<Destruction>, Refused> {
        of_the_desk(caller)?;
        let id = read_id(id)?;
        if matches!(how, Settle::Confirm(_)) {
            self.in_person(caller)?;
        }
        if let Settle::Reject(reason) | Settle::Withdraw(reason) = how {
            Refused::unless_empty(check::takeover_reason(reason, "/reason"))?;
            Refused::unless_no_number(check::numbers_in(reason, "/reason"))?;
        }
        let mut written = write::again!(self.try_settle_destruction(caller, keyed, &id, how))?;
        if matches!(how, Settle::Confirm(_)) {
            written.item = self.carry_out(&id, Some(caller)).await?;
        }
        self.saw_destruction(caller, written).await
    }

    async fn try_settle_destruction(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        id: &str,
        how: &Settle,
    ) -> Result<Written<Destruction>, Refused> {
        let now = self.now();
        let mut link = whole(self.store.write()).await?;
        if let Some(repeated) = repeated(&mut link, (caller, keyed, now)).await? {
            return Ok(repeated);
        }
        let before = destructions::lock(&mut link, id).await?.ok_or(Refused::NotFound)?;
        let actor = caller.actor();
        let (settled, verb) = match how {
            Settle::Confirm(seen) => {
                let now_shown = self.shown_now(&mut link, &before).await?;
                (before.proposal.confirm(&actor, now, seen, &hash_of(&now_shown))?, "destruction.confirm")
            }
            Settle::Reject(reason) => (before.proposal.reject(&actor, now, reason)?, "destruction.reject"),
            Settle::Withdraw(reason) => (before.proposal.withdraw(&actor, now, reason)?, "destruction.withdraw"),
        };
        let after = before.settled(settled);
        destructions::update(&mut link, &after).await?;
        let fields = write::differing(&json(&before)?, &json(&after)?);
        self.commit_destruction(link, (caller, keyed, now), verb, &after, &fields).await?;
        Ok(Written { item: after, changed: true, masked: 0, committed: true })
    }

    /// What would be shown of a destruction now; something else when a case is not there, or may not be destroyed any more.
    async fn shown_now(&self, link: &mut Link, before: &Destruction) -> Result<String, StoreError> {
        let mut cases = vec![];
        for case in &before.cases {
            if let Some(Ok(listed)) = self.listed_now(link, case.number).await? {
                cases.push(listed);
            }
        }
        Ok(destruction::shown(&before.reason, &cases)?)
    }

    async fn commit_destruction(
        &self,
        link: Link,
        (caller, keyed, now): (&Caller, &Keyed, DateTime<Utc>),
        verb: &'static str,
        after: &Destruction,
        fields: &[(String, String, String)],
    ) -> Result<(), StoreError> {
        let object = after.id.to_string();
        let commit = write::Commit {
            caller,
            verb,
            scope: Scope::Destructions,
            object: &object,
            version: after.version,
            fields,
            keyed: Some(keyed),
            masked: 0,
            at: now.timestamp_micros(),
            answer: None,
            also: &[],
        };
        self.commit(link, &commit).await
    }

    async fn saw_destruction(&self, caller: &Caller, written: Written<Destruction>) -> Result<Written<Destruction>, Refused> {
        if !written.committed {
            self.saw(caller, "destruction.read", "destruction", &written.item.id.to_string()).await?;
        }
        Ok(Written { item: written.item.as_of(self.now()), ..written })
    }
}

/// The cases are the desk's: who is of another organisation has nothing to do with how long they are kept.
pub(super) fn of_the_desk(caller: &Caller) -> Result<(), Refused> {
    if OrganisationCode(caller.organisation.clone()).is_desk() { Ok(()) } else { Err(Refused::NotAllowed) }
}

fn read_id(text: &str) -> Result<String, Refused> {
    Ok(text.parse::<DestructionId>().map_err(|_| Refused::NotFound)?.to_string())
}

async fn repeated(
    link: &mut Link,
    (caller, keyed, now): (&Caller, &Keyed, DateTime<Utc>),
) -> Result<Option<Written<Destruction>>, Refused> {
    let kept = write::take(link, caller, Some(keyed), now.timestamp_micros()).await?;
    let Some(kept) = kept else { return Ok(None) };
    let item = destructions::get(link, &kept.object).await?.ok_or(Refused::NotFound)?;
    Ok(Some(Written { item, changed: write::was_change(&kept), masked: 0, committed: false }))
}
