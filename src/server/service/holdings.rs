//! Which data there are on a case: how much of each kind, on what basis, and how long. Never what stands in them.

use chrono::{Datelike, Days};

use super::{Refused, Service, destructions::of_the_desk};
use crate::{
    domain::{
        Date,
        destruction::CaseFate,
        holding::{CaseHoldings, Holding},
        ids::{SignalId, SignalNumber},
        retention::RetentionRule,
        zone,
    },
    server::{
        identity::Caller,
        store::{
            Link, StoreError, destructions, holdings,
            scope::whole,
            signals::{self, Which},
        },
    },
};

/// Most cases that one reference names.
const MOST: i64 = 100;

impl Service {
    /// What there is on what a reference names: the number or id of a case, the reference of a household or a sender's own. Nothing of it:
    /// nothing is held. Written down before it is given.
    pub async fn holdings(&self, caller: &Caller, reference: &str) -> Result<Vec<CaseHoldings>, Refused> {
        of_the_desk(caller)?;
        let reference = reference.trim();
        let mut link = whole(self.store.read()).await?;
        let year = u16::try_from(self.today().year()).unwrap_or_default();
        let mut found = vec![];
        let number = SignalNumber::parse(reference, year);
        let ids = match (number, reference.parse::<SignalId>()) {
            (Some(number), _) => {
                signals::get(&mut link, Which::Number(number)).await?.map(|signal| signal.id.to_string()).into_iter().collect()
            }
            (None, Ok(id)) => vec![id.to_string()],
            (None, Err(_)) if reference.is_empty() => vec![],
            (None, Err(_)) => holdings::cases_of(&mut link, reference, MOST).await?,
        };
        for id in &ids {
            found.extend(self.holdings_of(&mut link, id).await?);
        }
        if let (Some(number), true) = (number, found.is_empty()) {
            found.extend(self.after_destruction(&mut link, number).await?);
        }
        drop(link);
        for id in &ids {
            self.saw(caller, "holding.read", "signal", id).await?;
        }
        if ids.is_empty() {
            self.listed(caller, "holding.read", "signal").await?;
        }
        Ok(found)
    }

    async fn holdings_of(&self, link: &mut Link, id: &str) -> Result<Option<CaseHoldings>, StoreError> {
        let Some(signal) = signals::get(link, Which::Id(id)).await? else { return Ok(None) };
        let judged = self.judge(link, &signal, self.today()).await?;
        let closed_on = destructions::closed_on(link, signal.number).await?;
        let rule = RetentionRule::of(signal.status, signal.outcome);
        Ok(Some(CaseHoldings {
            number: signal.number,
            items: holdings::of_case(link, id).await?.into_iter().map(Holding::of).collect(),
            rule,
            closed_on,
            destroyable_from: rule.zip(closed_on).and_then(|(rule, day)| self.retention.destroyable_from(rule, day)),
            hold: judged.err(),
            erased_at: None,
            approved_by: None,
            backups_until: None,
        }))
    }

    /// What is left of a case that was destroyed.
    async fn after_destruction(&self, link: &mut Link, number: SignalNumber) -> Result<Option<CaseHoldings>, StoreError> {
        for destruction in destructions::naming(link, number).await? {
            let erased = destruction.cases.iter().find(|case| case.number == number && case.fate == CaseFate::Erased);
            let Some((case, at)) = erased.and_then(|case| Some((case, case.erased_at?))) else { continue };
            let items = holdings::of_case(link, &case.signal.to_string()).await?;
            return Ok(Some(CaseHoldings {
                number,
                items: items.into_iter().map(Holding::of).collect(),
                rule: None,
                closed_on: None,
                destroyable_from: None,
                hold: None,
                erased_at: Some(at),
                approved_by: Some(destruction.proposal.settled_by_name.clone()),
                backups_until: self.backups_until(zone::date_of(at)),
            }));
        }
        Ok(None)
    }

    /// The day on which the last backup is gone of what was erased on this day.
    pub fn backups_until(&self, erased_on: Date) -> Option<Date> {
        erased_on.checked_add_days(Days::new(self.retention.backup_days.into()))
    }
}
