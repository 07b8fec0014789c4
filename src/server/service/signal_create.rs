//! A new signal.

use chrono::{DateTime, Datelike, TimeDelta, Utc};
use serde_json::{Value, json};

use super::{
    Keyed, Refused, Service, Written, received,
    replies::{Belongs, note},
    signal_changes::stamped,
    signals::whole,
    time_outs::board,
    write,
};
use crate::{
    domain::{
        check::{self, Finding},
        ids::{EntryId, OrganisationCode, SignalId, SignalNumber},
        message::reply::MOST_IDS,
        signal::{Channel, Entry, EntryKind, Facts, Signal, Source, Status, decide},
        text::RawText,
        zone,
    },
    server::{
        clock::{Clock, to_microseconds},
        identity::Caller,
        store::{
            StoreError,
            changes::Scope,
            counters, deadlines,
            history::RECEIVED,
            signals::{self, SignalRow, Which},
        },
    },
};

/// How far ahead of the server's clock a report may be.
const AHEAD: TimeDelta = TimeDelta::minutes(5);

/// A report as it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// When it was received; nothing: now.
    pub received_at: Option<DateTime<Utc>>,
    /// Channel.
    pub channel: Channel,
    /// Where it came from.
    pub source: Option<Source>,
    /// Did somebody type it? Then a citizen service number in it is refused, else masked.
    pub typed: bool,
    /// The Message-IDs that a mail answers.
    pub answers: Vec<String>,
    /// What it says.
    pub facts: Facts,
}

impl Service {
    /// Makes a signal of a report; one that was there already is given back unchanged.
    pub async fn create_signal(&self, caller: &Caller, keyed: &Keyed, report: Report) -> Result<Written<Signal>, Refused> {
        let written = self.made_of(caller, keyed, report).await?;
        self.saw_signal(caller, written).await
    }

    /// As [`Self::create_signal`], for who is not given the signal.
    pub(super) async fn made_of(&self, caller: &Caller, keyed: &Keyed, mut report: Report) -> Result<Written<Signal>, Refused> {
        let now = self.now();
        report.received_at = report.received_at.map(to_microseconds);
        self.check_report(&report, now)?;
        let masked = if report.typed {
            Refused::unless_no_number(check::numbers_in(&report.facts, "/facts"))?;
            0
        } else {
            check::mask_numbers(&mut report.facts)
        };
        write::again!(self.try_create_signal(caller, keyed, &report, masked, now))
    }

    fn check_report(&self, report: &Report, now: DateTime<Utc>) -> Result<(), Refused> {
        let mut findings = check::facts(&report.facts, "/facts", &self.names.municipality_codes, &self.names.organisation_codes);
        findings.extend(report.source.iter().flat_map(|source| check::source(source, "/source")));
        if report.received_at.is_some_and(|at| at > now + AHEAD || at.year() < 1900) {
            findings.push(Finding::new("/receivedAt", "out-of-range", "1900-"));
        }
        if report.answers.len() > MOST_IDS || report.answers.iter().any(|id| id.len() > 998) {
            findings.push(Finding::new("/answers", "too-long", MOST_IDS));
        }
        Refused::unless_empty(findings)
    }

    async fn try_create_signal(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        report: &Report,
        masked: u32,
        now: DateTime<Utc>,
    ) -> Result<Written<Signal>, Refused> {
        let at = now.timestamp_micros();
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, Some(keyed), at).await? {
            let item = whole(&mut link, Which::Id(&kept.object), now).await?.ok_or(Refused::NotFound)?;
            return Ok(Written {
                item,
                changed: write::was_change(&kept),
                masked: u32::try_from(kept.masked).unwrap_or(0),
                committed: false,
            });
        }
        let content = content(report)?;
        if let Some(found) = found(&mut link, report, &content, now).await? {
            write::settle_unchanged(link, caller, Some(keyed), &found.id.to_string()).await?;
            return Ok(Written { item: found, changed: false, masked: 0, committed: false });
        }
        let doubt = match self.belongs(&mut link, caller, report, now).await? {
            Belongs::Own(doubt) => doubt,
            Belongs::Before(case) => {
                write::settle_unchanged(link, caller, Some(keyed), &case.id.to_string()).await?;
                return Ok(Written { item: *case, changed: false, masked: 0, committed: false });
            }
            Belongs::Case(case) => return self.join(link, (caller, keyed), *case, report, (masked, now)).await,
        };
        let year = u16::try_from(zone::date_of(now).year()).unwrap_or_default();
        let number = counters::next_signal(&mut link, year).await?;
        let reported_by = caller.outside().unwrap_or_else(OrganisationCode::desk);
        let mut signal = signal(&*self.clock, report, (number, reported_by), masked, now)?;
        if !signals::insert(&mut link, &SignalRow::of(&signal, &self.names)?).await? {
            return Err(StoreError::Again("the same report came in twice at once".into()).into());
        }
        let id = signal.id.to_string();
        let mut entries = vec![entry(&*self.clock, caller, now, signal.received_at)?];
        if let Some(doubt) = doubt {
            entries.push(stamped(&*self.clock, note(&doubt), caller, now)?);
        }
        signals::add_entries(&mut link, &id, 1, &entries).await?;
        let also = board(deadlines::renew(&mut link, &signal, &[], Some(now)).await?);
        let commit = write::Commit {
            caller,
            verb: if caller.role.is_outside() { "case.create" } else { "signal.create" },
            scope: Scope::Desk,
            object: &id,
            version: 1,
            fields: &[(RECEIVED.into(), String::new(), content.to_string())],
            keyed: Some(keyed),
            masked,
            at,
            answer: None,
            also: &also,
        };
        self.commit(link, &commit).await?;
        entries.reverse();
        signal.timeline = entries;
        Ok(Written { item: signal, changed: true, masked, committed: true })
    }
}

/// The signal with the report's source, if there is one with the same content.
async fn found(
    link: &mut crate::server::store::Link,
    report: &Report,
    content: &Value,
    at: DateTime<Utc>,
) -> Result<Option<Signal>, Refused> {
    let Some(source) = &report.source else { return Ok(None) };
    let Some(number) = signals::find_source(link, &source.system, source.reference.raw()).await? else { return Ok(None) };
    let Some(found) = whole(link, Which::Number(number), at).await? else { return Ok(None) };
    let now = json!({
        "receivedAt": content["receivedAt"],
        "channel": found.channel,
        "facts": serde_json::to_value(&found.facts).map_err(StoreError::from)?,
    });
    received::same_or_refused(link, Scope::Desk.entity(), &found.id.to_string(), number.to_string(), content, &now).await?;
    Ok(Some(found))
}

/// What tells two reports apart.
fn content(report: &Report) -> Result<Value, StoreError> {
    Ok(json!({
        "receivedAt": report.received_at,
        "channel": report.channel,
        "facts": serde_json::to_value(&report.facts)?,
    }))
}

fn signal(
    clock: &dyn Clock,
    report: &Report,
    (number, reported_by): (SignalNumber, OrganisationCode),
    masked: u32,
    now: DateTime<Utc>,
) -> Result<Signal, StoreError> {
    let mut signal = Signal {
        id: SignalId(clock.id(now)?),
        number,
        version: 1,
        received_at: report.received_at.unwrap_or(now),
        channel: report.channel,
        source: report.source.clone(),
        status: Status::Received,
        outcome: None,
        merged_into: None,
        facts: report.facts.clone(),
        flags: vec![],
        owner: None,
        hard_date: None,
        terms: vec![],
        suspensions: vec![],
        call_backs: vec![],
        arrangements: vec![],
        shares: vec![],
        reported_by,
        shielded: vec![],
        timeline: vec![],
    };
    if masked > 0 {
        decide::flag(&mut signal);
    }
    decide::date(&mut signal);
    Ok(signal)
}

fn entry(clock: &dyn Clock, caller: &Caller, now: DateTime<Utc>, received_at: DateTime<Utc>) -> Result<Entry, StoreError> {
    Ok(Entry {
        id: EntryId(clock.id(now)?),
        at: received_at,
        kind: EntryKind::Received,
        by: Some(caller.account),
        by_name: caller.name.clone(),
        organisation: caller.outside(),
        text: RawText::default(),
        contact: None,
        old: None,
        new: None,
        linked: None,
    })
}
