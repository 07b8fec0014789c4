//! Cases for people outside the desk: what their organisation reported, and what is shared with it now. Whatever is asked or
//! written, the answer is the projection that `store::cases` gives; what is not there for them is not there.

use chrono::Datelike;

use super::{Keyed, NewTimeOut, Refused, Report, Service, Settle, Written, confirmations::hash_of};
use crate::{
    domain::{
        case::{Case, CaseFacts, CaseRow, Outside},
        check::{self, Checked, Finding},
        commitment::CommitmentFacts,
        ids::{ConfirmationId, MunicipalityCode, OrganisationCode, SignalNumber},
        organisation::OrganisationKind,
        role::Role,
        share::SharePart,
        signal::{Channel, Decision},
        text::RawText,
        time_out::TimeOutFacts,
    },
    server::{
        identity::Caller,
        store::{Link, cases, scope::whole},
    },
};

/// A case as somebody outside is answered, and whether this request made or changed something.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// What is seen of it now.
    pub case: Case,
    /// Was something made or changed by this request, or by the one it repeats?
    pub changed: bool,
}

impl Service {
    /// A page of cases, newest first.
    pub async fn cases(&self, caller: &Caller, below: Option<SignalNumber>, limit: i64) -> Result<Vec<CaseRow>, Refused> {
        let outside = self.outside(caller)?;
        self.listed(caller, "case.list", "signal").await?;
        Ok(cases::page(&mut self.store.read().await?, &outside, below, limit).await?)
    }

    /// One case, written down before it is given.
    pub async fn case_outside(&self, caller: &Caller, number: &str) -> Result<Case, Refused> {
        let outside = self.outside(caller)?;
        let number = self.number(number)?;
        let found = cases::read(&mut self.store.read().await?, &outside, number).await?;
        let (id, case) = found.ok_or(Refused::NotFound)?;
        self.saw(caller, "case.read", "signal", &id).await?;
        Ok(case)
    }

    /// Reports a case for the own municipality.
    pub async fn report_case(&self, caller: &Caller, keyed: &Keyed, mut facts: CaseFacts) -> Result<Shown, Refused> {
        let outside = self.outside(caller)?;
        if facts.reporter.name.is_blank() {
            facts.reporter.name = caller.name.clone();
        }
        if facts.reporter.organisation.is_blank() {
            facts.reporter.organisation = self.names.organisation(&outside.organisation).into();
        }
        let municipality = municipality_of(&outside.organisation);
        let report = Report {
            received_at: None,
            channel: Channel::Form,
            source: None,
            typed: true,
            answers: vec![],
            facts: facts.of(municipality),
        };
        let written = whole(self.create_signal(caller, keyed, report)).await?;
        self.shown(caller, &outside, written.item.number, &written).await
    }

    /// Adds a note.
    pub async fn note_case(&self, caller: &Caller, keyed: &Keyed, number: &str, text: RawText) -> Result<Shown, Refused> {
        let (outside, number) = self.there(caller, number, None).await?;
        let written = whole(self.note(caller, keyed, &number.to_string(), text, true)).await?;
        self.shown(caller, &outside, number, &written).await
    }

    /// Says the own position, where that is still as it was seen.
    pub async fn position(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        number: &str,
        (before, position): (&RawText, &RawText),
    ) -> Result<Shown, Refused> {
        let (outside, number) = self.there(caller, number, Some(SharePart::Positions)).await?;
        Refused::unless_empty(check::note(position, "/position"))?;
        Refused::unless_no_number(check::numbers_in(position, "/position"))?;
        let written = whole(self.put_position(caller, keyed, number, (&outside.organisation, before, position))).await?;
        self.shown(caller, &outside, number, &written).await
    }

    /// Promises something for the own organisation.
    pub async fn promise(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        number: &str,
        mut facts: CommitmentFacts,
    ) -> Result<Shown, Refused> {
        let (outside, number) = self.there(caller, number, Some(SharePart::Commitments)).await?;
        facts.organisation = outside.organisation.clone();
        Refused::unless_empty(facts.check("", &self.names.organisation_codes))?;
        Refused::unless_no_number(check::numbers_in(&facts, ""))?;
        let written = whole(self.record(caller, keyed, &number.to_string(), &facts, None)).await?;
        self.shown(caller, &outside, number, &written).await
    }

    /// Proposes a time-out of the own municipality about a decision that is shown.
    pub async fn propose_from_outside(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        number: &str,
        (decision, facts): (Decision, TimeOutFacts),
    ) -> Result<Shown, Refused> {
        let (outside, number) = self.there(caller, number, Some(SharePart::Decisions)).await?;
        if facts.decider != outside.organisation {
            return Err(Refused::Invalid(vec![Finding::new("/facts/decider", "unknown-value", outside.organisation)]));
        }
        let seen = cases::read(&mut self.store.read().await?, &outside, number).await?;
        if !seen.is_some_and(|(_, case)| case.decisions.contains(&decision)) {
            return Err(crate::domain::time_out::Refusal::NoSuchDecision.into());
        }
        let wanted = NewTimeOut { signal: number.to_string(), decision, facts, emergency: false };
        let written = whole(self.propose_time_out(caller, keyed, &wanted)).await?;
        self.shown(caller, &outside, number, &written).await
    }

    /// Confirms, rejects or withdraws a proposal about a time-out of the own municipality.
    pub async fn settle_from_outside(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        number: &str,
        (confirmation, how): (ConfirmationId, &Settle),
    ) -> Result<Shown, Refused> {
        let (outside, number) = self.there(caller, number, Some(SharePart::Decisions)).await?;
        let written = whole(self.settle(caller, keyed, &confirmation.to_string(), how)).await?;
        self.shown(caller, &outside, number, &written).await
    }

    /// Whoever is outside keeps to what is there for them, and to the parts they were given. With the case locked by this transaction
    /// nobody ends a share meanwhile. For everybody else this asks nothing: their routes are the desk's.
    pub(super) async fn within_reach(
        &self,
        link: &mut Link,
        caller: &Caller,
        number: SignalNumber,
        needs: Option<SharePart>,
    ) -> Result<(), Refused> {
        if !caller.role.is_outside() {
            return Ok(());
        }
        let reach = cases::reach(link, &self.outside(caller)?, number).await?.ok_or(Refused::NotFound)?;
        match needs {
            Some(part) if !reach.has(part) => Err(Refused::Case("not-shared")),
            _ => Ok(()),
        }
    }

    /// Who looks from outside. A role that does not fit its organisation sees nothing: above all not as the desk itself.
    pub(super) fn outside(&self, caller: &Caller) -> Result<Outside, Refused> {
        let organisation = caller.outside().ok_or(Refused::NotAllowed)?;
        let kind = self.names.organisation_kinds.get(&organisation);
        let fits = match caller.role {
            Role::Municipal => kind == Some(&OrganisationKind::Municipality),
            _ => kind.is_some_and(|kind| *kind != OrganisationKind::Municipality),
        };
        if !fits || organisation.is_desk() {
            return Err(Refused::NotAllowed);
        }
        Ok(Outside { organisation, account: caller.account, now: self.now() })
    }

    /// A number as people write it; an id names nothing here.
    pub(super) fn number(&self, text: &str) -> Result<SignalNumber, Refused> {
        let year = u16::try_from(self.today().year()).unwrap_or_default();
        SignalNumber::parse(text, year).ok_or(Refused::NotFound)
    }

    /// Before anything is written: is the case there for this caller, and the part it takes? Asked again in the transaction.
    async fn there(&self, caller: &Caller, number: &str, needs: Option<SharePart>) -> Result<(Outside, SignalNumber), Refused> {
        let (outside, number) = (self.outside(caller)?, self.number(number)?);
        self.within_reach(&mut self.store.read().await?, caller, number, needs).await?;
        Ok((outside, number))
    }

    /// The answer to a write gives the case, so it is a read too.
    async fn shown<T>(
        &self,
        caller: &Caller,
        outside: &Outside,
        number: SignalNumber,
        written: &Written<T>,
    ) -> Result<Shown, Refused> {
        let found = cases::read(&mut self.store.read().await?, outside, number).await?;
        let (id, case) = found.ok_or(Refused::NotFound)?;
        self.saw(caller, "case.read", "signal", &id).await?;
        Ok(Shown { case, changed: written.changed })
    }
}

/// What tells one projection from another: a hash of what is shown, so that it tells nothing of what is not.
pub fn tag_of(shown: &str) -> String {
    hash_of(shown)
}

fn municipality_of(code: &OrganisationCode) -> Option<MunicipalityCode> {
    code.as_str().strip_prefix("GM").and_then(|code| code.parse().ok())
}
