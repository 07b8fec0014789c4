//! The privacy officer reads the audit log of the own organisation. Reading it is written down in it first. Rows name a case by its number, which
//! stands in its row: the log is read before the second wall, and gives no more of a case than that.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Datelike, Days, NaiveTime, Utc};

use super::{Keyed, Refused, Service, write};
use crate::{
    domain::{
        Date,
        audit::{self, Act, AuditEntry, AuditResult, Pattern, WEEKS_BEFORE},
        ids::{OrganisationCode, SignalNumber},
        text::RawText,
        zone,
    },
    server::{
        audit::{Deed, append},
        identity::Caller,
        store::{
            Store, StoreError,
            audit_list::{self, Row, Wanted},
            destructions, idempotency,
            scope::whole,
            signals,
        },
    },
};

/// Rows that are drawn by lot for a week.
const SAMPLE: i64 = 20;

/// Rows of an export that are read at a time.
const STEP: i64 = 1000;

/// Who looked at a row, and when.
pub type LookedAt = (RawText, DateTime<Utc>);

/// What the privacy officer looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The Monday of the last week that is over.
    pub week: Date,
    /// Rows drawn by lot, with who looked at them and when.
    pub sample: Vec<(AuditEntry, Option<LookedAt>)>,
    /// What is unusual in it.
    pub patterns: Vec<Pattern>,
    /// Emergency access that waits to be judged, and how much of it for longer than a day; nothing: it is another's to judge.
    pub emergencies: Option<(i64, i64)>,
}

/// An export under way.
pub struct AuditExport {
    store: Store,
    organisation: String,
    wanted: Wanted,
}

impl Service {
    /// A page of rows, newest first. What was looked for is written down: which object, not whom.
    pub async fn audit_rows(&self, caller: &Caller, wanted: Wanted) -> Result<Vec<AuditEntry>, Refused> {
        let (wanted, asked) = self.of_case(caller, wanted).await?;
        // Read first, so that a question is not its own answer; given only when it is written down.
        let rows = audit_list::page(&mut whole(self.store.read()).await?, &caller.organisation, &wanted).await?;
        self.looks_into_log(caller, "audit.list", &asked).await?;
        Ok(rows.into_iter().map(|row| entry(row, &caller.organisation)).collect())
    }

    /// Starts an export: every row that is there now, newest first.
    pub async fn audit_export(&self, caller: &Caller, wanted: Wanted) -> Result<AuditExport, Refused> {
        let (wanted, asked) = self.of_case(caller, wanted).await?;
        let wanted = Wanted { limit: STEP, ..wanted };
        self.looks_into_log(caller, "audit.export", &asked).await?;
        Ok(AuditExport { store: self.store.clone(), organisation: caller.organisation.clone(), wanted })
    }

    /// A number of a case becomes its id, and stays what it may be called too. With it what is written down: outside the desk
    /// what was asked, for the id would tell whether there is such a case, and when it came in.
    async fn of_case(&self, caller: &Caller, mut wanted: Wanted) -> Result<(Wanted, String), StoreError> {
        let Some(text) = wanted.object.take() else { return Ok((wanted, String::new())) };
        let mut asked = text.clone();
        let year = u16::try_from(self.today().year()).unwrap_or_default();
        wanted.object = match SignalNumber::parse(&text, year) {
            Some(number) => {
                let mut link = whole(self.store.read()).await?;
                let found = signals::get(&mut link, signals::Which::Number(number)).await?.map(|signal| signal.id);
                // What was destroyed is named by the list it was on.
                let found = match found {
                    Some(id) => Some(id),
                    None => destructions::naming(&mut link, number).await?.iter().find_map(|one| one.erased(number)),
                };
                asked = number.to_string();
                wanted.also = Some(asked.clone());
                Some(found.map_or_else(|| number.to_string(), |id| id.to_string()))
            }
            None => Some(text),
        };
        if OrganisationCode(caller.organisation.clone()).is_desk() {
            asked = wanted.object.clone().unwrap_or_default();
        }
        Ok((wanted, asked))
    }

    /// The week that is over: rows by lot, and what is unusual.
    pub async fn audit_review(&self, caller: &Caller) -> Result<Review, Refused> {
        self.looks_into_log(caller, "audit.review", "").await?;
        let emergencies = self.emergencies_waiting(caller).await?;
        let week = self.last_week();
        let (from, before) = (start(week), start(week + Days::new(7)));
        let organisation = &caller.organisation;
        let mut link = whole(self.store.read()).await?;
        let looks = audit_list::looks(&mut link, organisation).await?;
        let looks: HashMap<i64, (String, i64)> = looks.into_iter().map(|(seq, name, at)| (seq, (name, at))).collect();
        let sample = audit_list::by_lot(&mut link, organisation, (from, before), SAMPLE).await?;
        let looked = |seq| looks.get(&seq).map(|(name, at)| (RawText(name.clone()), moment(*at)));
        let sample = sample.into_iter().map(|row| (looked(row.seq), row));
        let sample = sample.map(|(looked, row)| (entry(row, organisation), looked)).collect();
        let acts = audit_list::acts(&mut link, organisation, (from, before)).await?;
        let acts: Vec<Act> = acts.into_iter().map(act).collect();
        // Weeks of seven days back from the Monday: an hour of summer time more or less tells nothing.
        let week_long = chrono::TimeDelta::weeks(1).num_microseconds().unwrap_or(1);
        let span = (from - WEEKS_BEFORE * week_long, from);
        let mut weeks: BTreeMap<String, Vec<i64>> = BTreeMap::new();
        for (account, _, objects) in audit_list::opened(&mut link, organisation, span, week_long).await? {
            weeks.entry(account).or_default().push(objects);
        }
        let names: HashMap<String, String> = audit_list::names(&mut link).await?.into_iter().collect();
        let named = |pattern: Pattern| {
            let name = RawText(names.get(&pattern.account).cloned().unwrap_or_default());
            Pattern { name, ..pattern }
        };
        let patterns = audit::patterns(&acts, &weeks).into_iter().map(named).collect();
        Ok(Review { week, sample, patterns, emergencies })
    }

    /// Somebody looked at a row of this week's sample. Who was first stays.
    pub async fn audit_looked(&self, caller: &Caller, keyed: &Keyed, seq: i64) -> Result<(), Refused> {
        write::again!(self.try_looked(caller, keyed, seq))
    }

    async fn try_looked(&self, caller: &Caller, keyed: &Keyed, seq: i64) -> Result<(), Refused> {
        let (week, now) = (self.last_week(), self.now().timestamp_micros());
        let mut link = self.store.write().await?;
        if write::take(&mut link, caller, Some(keyed), now).await?.is_some() {
            return Ok(());
        }
        let span = (start(week), start(week + Days::new(7)));
        let sample = audit_list::by_lot(&mut link, &caller.organisation, span, SAMPLE).await?;
        let row = sample.into_iter().find(|row| row.seq == seq).ok_or(Refused::NotFound)?;
        let account = caller.account.to_string();
        audit_list::look(&mut link, &caller.organisation, seq, (&account, &caller.name.0), now).await?;
        let deed = Deed::of(caller, now, "audit.look", "audit", &row.object);
        append(&mut link, &caller.organisation, &[deed]).await?;
        let kept = idempotency::Kept { request: keyed.request.clone(), status: 200, object: seq.to_string(), masked: 0 };
        idempotency::settle(&mut link, &account, &keyed.key, &kept).await?;
        Ok(link.commit().await?)
    }

    /// The Monday of the last week that is over, in the Netherlands.
    fn last_week(&self) -> Date {
        let today = self.today();
        today - Days::new(u64::from(today.weekday().num_days_from_monday()) + 7)
    }
}

impl AuditExport {
    /// The next rows; none at the end.
    pub async fn next(&mut self) -> Result<Vec<AuditEntry>, StoreError> {
        let rows = audit_list::page(&mut whole(self.store.read()).await?, &self.organisation, &self.wanted).await?;
        if let Some(last) = rows.last() {
            self.wanted.below = Some(last.seq);
        }
        Ok(rows.into_iter().map(|row| entry(row, &self.organisation)).collect())
    }
}

/// When a day begins, in microseconds.
fn start(day: Date) -> i64 {
    zone::instant_of(day.and_time(NaiveTime::MIN)).map_or(0, |at| at.timestamp_micros())
}

fn moment(micros: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(micros).unwrap_or_default()
}

fn outcome(text: &str) -> AuditResult {
    AuditResult::from_code(text).unwrap_or(AuditResult::Done)
}

fn number(number: i64) -> String {
    if number == 0 { String::new() } else { SignalNumber::from_i64(number).to_string() }
}

fn entry(row: Row, organisation: &str) -> AuditEntry {
    AuditEntry {
        seq: row.seq,
        at: moment(row.at),
        account: row.account,
        name: RawText(row.name),
        role: row.role,
        organisation: organisation.to_owned(),
        verb: row.verb,
        entity: row.entity,
        object: row.object,
        number: number(row.number),
        purpose: row.purpose,
        result: outcome(&row.result),
        origin: row.origin,
        request: row.request,
    }
}

fn act((account, at, object, quarter, result, municipality, case): audit_list::Act) -> Act {
    let case = (case != 0).then(|| (municipality, number(case)));
    Act { account, at: moment(at), object, read: quarter > 0, result: outcome(&result), case }
}
