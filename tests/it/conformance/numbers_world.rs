//! Cases by lot to count, and the SQL that counts them.
//!
//! They are received at noon, so that a day in UTC is a day in the Netherlands and the counts stay plain.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use loket::{
    demo::{Plan, Random, signals},
    domain::{
        ids::EntryId,
        signal::{ContactMoment, Entry, EntryKind, Outcome, Signal, Status},
    },
};

use crate::support::{
    http::new_key,
    server::{TestServer, start_of_story},
};

/// The first day that is counted.
pub const FROM: &str = "2026-01-01";
/// The day of the story; the last that is counted.
pub const TO: &str = "2026-11-16";

/// So many cases received from October 2025 to the day of the story, most of them closed by then, some never reached.
pub fn cases(count: u32, seed: u64) -> Vec<Signal> {
    let today = start_of_story().date_naive();
    let plan = Plan { signals: count, officers: 0, seed, today };
    let days = (today - first_day()).num_days();
    signals(&plan).zip(0_u32..).map(|(signal, n)| at_noon(signal, first_day(), (n, count, days), seed)).collect()
}

fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 10, 1).unwrap()
}

fn noon(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(12, 0, 0).unwrap().and_utc()
}

fn at_noon(mut signal: Signal, first: NaiveDate, (n, count, days): (u32, u32, i64), seed: u64) -> Signal {
    let mut random = Random::for_object(seed, 77, u64::from(n));
    let received = noon(first) + TimeDelta::days(i64::from(n) * days / i64::from(count));
    let room = (noon(start_of_story().date_naive()) - received).num_days().max(0) as usize;
    let entry = |kind, at: DateTime<Utc>, contact| Entry {
        id: EntryId(new_key()),
        at,
        kind,
        by: None,
        by_name: "".into(),
        organisation: None,
        text: "".into(),
        contact,
        old: None,
        new: None,
        linked: None,
    };
    let mut timeline = vec![entry(EntryKind::Received, received, None)];
    if random.chance(80) {
        let at = received + TimeDelta::days(random.below(room.min(25) + 1) as i64);
        let contact = ContactMoment { with: "SVB".into(), reached: random.chance(70), ..ContactMoment::default() };
        timeline.insert(0, entry(EntryKind::Contact, at, Some(contact)));
    }
    (signal.status, signal.outcome) = (Status::InProgress, None);
    if room > 2 && random.chance(75) {
        let last = timeline.iter().map(|entry| entry.at).max().unwrap();
        let left = (noon(start_of_story().date_naive()) - last).num_days().max(0) as usize;
        timeline.insert(0, entry(EntryKind::Change, last + TimeDelta::days(random.below(left.min(200) + 1) as i64), None));
        signal.status = if random.chance(20) { Status::Withdrawn } else { Status::Closed };
        signal.outcome = (signal.status == Status::Closed).then(|| Outcome::ALL[random.below(5)]);
    }
    signal.received_at = received;
    signal.owner = None;
    signal.timeline = timeline;
    signal
}

/// SQL that both stores understand, but for what each calls days and members of a document.
pub struct Sql<'s>(pub &'s TestServer);

impl Sql<'_> {
    pub fn either<'t>(&self, lite: &'t str, postgres: &'t str) -> &'t str {
        if self.0.is_postgres() { postgres } else { lite }
    }

    pub fn day_received(&self) -> &'static str {
        self.either(
            "date(s.received_at / 1000000, 'unixepoch')",
            "to_char(to_timestamp(s.received_at / 1000000) AT TIME ZONE 'UTC', 'YYYY-MM-DD')",
        )
    }

    pub fn member(&self, document: &str, path: &str) -> String {
        match self.0.is_postgres() {
            true => format!("{document}::json #>> '{{{}}}'", path.replace('.', ",")),
            false => format!("json_extract({document}, '$.{path}')"),
        }
    }

    pub fn days_between(&self, from: &str, to: &str) -> String {
        match self.0.is_postgres() {
            true => format!("(({to})::date - ({from})::date)"),
            false => format!("CAST(julianday({to}) - julianday({from}) AS INTEGER)"),
        }
    }

    pub fn received(&self) -> String {
        format!("{day} >= '{FROM}' AND {day} <= '{TO}'", day = self.day_received())
    }

    pub fn closed(&self) -> String {
        format!("s.closed_on >= '{FROM}' AND s.closed_on <= '{TO}'")
    }

    /// How many there are of each.
    pub async fn groups(&self, of: &str, from: &str, which: &str) -> BTreeMap<String, i64> {
        let sql = format!("SELECT {of} || '=' || COUNT(DISTINCT s.number) FROM {from} WHERE {which} GROUP BY {of}");
        let told = |row: String| row.rsplit_once('=').map(|(of, count)| (of.to_owned(), count.parse().unwrap())).unwrap();
        self.0.texts(&sql).await.into_iter().map(told).collect()
    }

    pub async fn count(&self, which: &str) -> i64 {
        self.0.number(&format!("SELECT COUNT(*) FROM signals s WHERE {which}")).await
    }

    /// The value of the nearest rank among days.
    pub async fn rank(&self, days: &str, tenths: i64) -> i64 {
        let count = self.0.number(&format!("SELECT COUNT(*) FROM ({days}) AS d")).await;
        let at = (count * tenths + 9) / 10 - 1;
        self.0.number(&format!("SELECT CAST(days AS BIGINT) FROM ({days}) AS d ORDER BY days LIMIT 1 OFFSET {at}")).await
    }
}

/// Cases with their documents.
pub const WHOLE: &str = "signals s JOIN signal_documents d ON d.id = s.id";
