//! Carrying out what two people decided: each case is erased, or kept because it is not as it was shown any more.

use std::collections::HashMap;

use chrono::Datelike;

use super::{Heads, Refused, Service, confirmations::hash_of, write};
use crate::{
    domain::{
        audit::AuditResult,
        destruction::{Destruction, DestructionCase},
        meeting::Meeting,
        retention::Destroyable,
        signal::Signal,
        zone,
    },
    server::{
        audit::{Deed, append},
        identity::Caller,
        store::{
            Link, StoreError, agenda_items,
            changes::{self, Scope},
            destructions,
            erasing::{self, Counted},
            meetings,
            scope::whole,
            signals::{self, Which},
        },
        tokens::DESK_ORGANISATION,
    },
};

/// What for, where the server goes on by itself with what was approved.
const PURPOSE: &str = "destroy what is kept no longer";

impl Service {
    /// Carries out every destruction that was approved and is not done: after a stop halfway.
    pub async fn carry_out_all(&self) -> Result<(), Refused> {
        for id in destructions::unfinished(&mut self.store.read().await?).await? {
            self.carry_out(&id, None).await?;
        }
        // Also what had to wait for somebody who read an older state.
        self.store.settle().await;
        Ok(())
    }

    /// Carries out a destruction that was approved, case by case; gives it as it is then.
    pub(super) async fn carry_out(&self, id: &str, caller: Option<&Caller>) -> Result<Destruction, Refused> {
        let done = loop {
            let (after, goes_on) = write::again!(self.carry_out_next(id, caller))?;
            if !goes_on {
                break after;
            }
        };
        self.store.settle().await;
        Ok(done)
    }

    /// One case. False: there was none left.
    async fn carry_out_next(&self, id: &str, caller: Option<&Caller>) -> Result<(Destruction, bool), Refused> {
        let now = self.now();
        let mut link = whole(self.store.write()).await?;
        let before = destructions::lock(&mut link, id).await?.ok_or(Refused::NotFound)?;
        let Some(case) = before.next() else { return Ok((before, false)) };
        let signal = signals::lock(&mut link, Which::Id(&case.signal.to_string())).await?;
        let (became, told) = match signal {
            None => (Err(None), vec![]),
            Some(signal) => match self.judge(&mut link, &signal, self.today()).await? {
                Ok(term) if term == case.term => (Ok(now), self.erase(&mut link, &signal, term).await?),
                Ok(_) => (Err(None), vec![]),
                Err(hold) => (Err(Some(hold)), vec![]),
            },
        };
        let after = before.with(case.signal, became);
        destructions::update(&mut link, &after).await?;
        if became.is_ok() {
            let deed = self.deed_of_erasure(caller, &before, case);
            append(&mut link, &deed.organisation.clone(), &[deed]).await?;
        }
        let mut seq = 0;
        for (scope, id, is_gone) in told {
            seq = match is_gone {
                true => changes::bury(&mut link, scope, &id).await?,
                false => changes::raise(&mut link, scope, &id).await?,
            };
        }
        link.commit().await?;
        self.wake(Heads { desk: seq, register: 0 });
        Ok((after, true))
    }

    /// Erases a case; gives what the feed tells of it: scope, id, and whether it is gone.
    async fn erase(&self, link: &mut Link, signal: &Signal, term: Destroyable) -> Result<Vec<(Scope, String, bool)>, StoreError> {
        let id = signal.id.to_string();
        let mut of = HashMap::new();
        for meeting in erasing::meetings(link, &id).await? {
            of.extend(meetings::lock(link, &meeting).await?.map(|found| (found.id, found)));
        }
        let mut told = vec![];
        for item in agenda_items::of_signal(link, &id).await? {
            erasing::forget_in_sent(link, item.id, hash_of).await?;
            let meeting: Option<&Meeting> = item.meeting.and_then(|meeting| of.get(&meeting));
            let entry = crate::domain::meeting::Entry::of(item.forgotten());
            agenda_items::update(link, &entry.item, &self.item_row(&entry, meeting)).await?;
            told.push((Scope::AgendaItems, item.id.to_string(), false));
        }
        erasing::forget_in_editions(link, signal.id).await?;
        let lessons = erasing::forget_in_lessons(link, signal.id).await?;
        told.extend(lessons.into_iter().map(|lesson| (Scope::Lessons, lesson, false)));
        let (deadlines, alarms) = erasing::on_board(link, &id).await?;
        told.extend(deadlines.into_iter().map(|one| (Scope::Deadlines, one, true)));
        told.extend(alarms.into_iter().map(|one| (Scope::Alarms, one, true)));
        let received_on = zone::date_of(signal.received_at);
        let counted = Counted {
            year: i64::from(received_on.year()),
            municipality: signal.facts.municipality.map(|code| code.to_string()).unwrap_or_default(),
            domains: serde_json::to_string(&signal.facts.life_domains)?,
            outcome: term.rule.code(),
            days: (term.closed_on - received_on).num_days().max(0),
        };
        erasing::count(link, &counted).await?;
        erasing::erase(link, &id).await?;
        told.push((Scope::Desk, id, true));
        Ok(told)
    }

    /// The row of the audit log: who approved it, also where the server does it by itself.
    fn deed_of_erasure(&self, caller: Option<&Caller>, of: &Destruction, case: &DestructionCase) -> Deed {
        let (at, object) = (self.now().timestamp_micros(), case.signal.to_string());
        match caller {
            Some(caller) => Deed::of(caller, at, "signal.erase", "signal", &object),
            None => Deed {
                organisation: DESK_ORGANISATION.into(),
                at,
                account: of.proposal.settled_by.map(|account| account.to_string()).unwrap_or_default(),
                role: "",
                purpose: PURPOSE,
                result: AuditResult::Done,
                origin: String::new(),
                request: String::new(),
                verb: "signal.erase",
                entity: "signal",
                object,
                quarter: 0,
                change: String::new(),
            },
        }
    }
}
