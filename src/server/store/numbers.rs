//! What numbers are counted from, page by page: of each case its day of closing and what stands in its document, and its contact moments.

use serde::Deserialize;

use super::{
    Link, StoreError,
    query::{all, one},
};
use crate::domain::{
    Date, Instant,
    ids::{EntryId, MunicipalityCode, OrganisationCode, SignalNumber},
    lesson::Lesson,
    numbers::CaseRow,
    signal::{Channel, LifeDomain, Outcome, Status, Urgency},
    zone,
};

/// Cases read at a time. A page goes by the number: the plus keeps a planner from taking an index that gives another order.
pub const PAGE: i64 = 2_000;

/// Of a document what is counted: the rest, long texts among it, is passed over.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Whole {
    received_at: Instant,
    channel: Channel,
    status: Status,
    outcome: Option<Outcome>,
    facts: Facts,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Facts {
    municipality: Option<MunicipalityCode>,
    life_domains: Vec<LifeDomain>,
    bodies: Vec<Body>,
    urgency: Option<Urgency>,
}

#[derive(Deserialize)]
struct Body {
    organisation: OrganisationCode,
}

/// What is counted of a contact moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The case.
    pub number: SignalNumber,
    /// Of the entry.
    pub id: EntryId,
    /// The day it was noted.
    pub on: Date,
    /// Was somebody reached?
    pub reached: bool,
    /// The entry it corrects.
    pub corrects: Option<EntryId>,
    /// There was no such contact.
    pub withdrawn: bool,
}

/// How many cases [`cases`] will give.
pub async fn count(link: &mut Link, received_before: Instant, closed_from: Date) -> Result<i64, StoreError> {
    let (count,) = one!(
        link,
        (i64,),
        "SELECT COUNT(*) FROM signals s WHERE s.received_at < $1 AND (s.closed_on = '' OR s.closed_on >= $2)",
        received_before.timestamp_micros(),
        closed_from.to_string()
    )?;
    Ok(count)
}

/// The next cases by number that were received before a moment and are open, or were closed on a day or later. First contacts are not in it.
pub async fn cases(link: &mut Link, after: i64, received_before: Instant, closed_from: Date) -> Result<Vec<CaseRow>, StoreError> {
    let rows = all!(
        link,
        (i64, String, String),
        "SELECT s.number, s.closed_on, d.document FROM signals s JOIN signal_documents d ON d.id = s.id \
         WHERE s.number > $1 AND +s.received_at < $2 AND (s.closed_on = '' OR s.closed_on >= $3) ORDER BY s.number LIMIT $4",
        after,
        received_before.timestamp_micros(),
        closed_from.to_string(),
        PAGE
    )?;
    rows.into_iter().map(|(number, closed_on, document)| row(number, &closed_on, &document)).collect()
}

fn row(number: i64, closed_on: &str, document: &str) -> Result<CaseRow, StoreError> {
    let Whole { received_at, channel, status, outcome, facts } = serde_json::from_str(document)?;
    let mut bodies: Vec<OrganisationCode> = facts.bodies.into_iter().map(|body| body.organisation).collect();
    bodies.sort_unstable();
    bodies.dedup();
    let mut life_domains = facts.life_domains;
    life_domains.sort_unstable();
    life_domains.dedup();
    Ok(CaseRow {
        number: SignalNumber::from_i64(number),
        received_on: zone::date_of(received_at),
        closed_on: closed_on.parse().ok(),
        status,
        outcome,
        urgency: facts.urgency.unwrap_or(Urgency::Normal),
        channel,
        municipality: facts.municipality,
        bodies,
        life_domains,
        first_contact: None,
    })
}

/// The contact moments of cases received in a period, of these numbers, in order of number and of the timeline.
pub async fn contacts(
    link: &mut Link,
    (first, last): (SignalNumber, SignalNumber),
    (from, before): (Instant, Instant),
) -> Result<Vec<Contact>, StoreError> {
    #[derive(Deserialize)]
    struct Entry {
        id: EntryId,
        at: Instant,
        contact: Option<Said>,
    }
    #[derive(Deserialize)]
    struct Said {
        reached: bool,
        #[serde(default)]
        corrects: Option<EntryId>,
        #[serde(default)]
        withdrawn: bool,
    }
    // In a text the quotes are escaped: nobody types this.
    let rows = all!(
        link,
        (i64, String),
        "SELECT s.number, e.document FROM signals s JOIN entries e ON e.signal = s.id WHERE s.number >= $1 AND s.number <= $2 \
         AND +s.received_at >= $3 AND +s.received_at < $4 AND e.document LIKE '%\"kind\":\"contact\"%' ORDER BY s.number, e.place",
        first.as_i64(),
        last.as_i64(),
        from.timestamp_micros(),
        before.timestamp_micros()
    )?;
    let mut contacts = vec![];
    for (number, document) in rows {
        let Entry { id, at, contact } = serde_json::from_str(&document)?;
        let Some(Said { reached, corrects, withdrawn }) = contact else { continue };
        let number = SignalNumber::from_i64(number);
        contacts.push(Contact { number, id, on: zone::date_of(at), reached, corrects, withdrawn });
    }
    Ok(contacts)
}

/// Every lesson. There are few, and when each was noted stands in it alone.
pub async fn lessons(link: &mut Link) -> Result<Vec<Lesson>, StoreError> {
    let rows = all!(link, (String,), "SELECT document FROM lessons ORDER BY id")?;
    rows.iter().map(|(document,)| Ok(serde_json::from_str(document)?)).collect()
}

/// How many cases of these years were destroyed.
pub async fn destroyed(link: &mut Link, (first, last): (i32, i32)) -> Result<i64, StoreError> {
    let (count,) = one!(
        link,
        (i64,),
        "SELECT COUNT(*) FROM destroyed_cases WHERE year >= $1 AND year <= $2",
        i64::from(first),
        i64::from(last)
    )?;
    Ok(count)
}
