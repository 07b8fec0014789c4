//! Rows of signals: narrow columns for lists, a document for the whole, entries for the timeline.

use super::{
    Link, StoreError,
    query::{all, maybe, run},
    rows::Rows,
    signal_list::Value,
};
use crate::{
    domain::{
        Date,
        ids::SignalNumber,
        signal::{Entry, HardDate, Signal, SignalSummary},
        zone,
    },
    server::names::Names,
};

/// Stands for "no date" in the column `hard_date`, so that it sorts last.
pub const NO_DATE: &str = "9999-12-31";

/// A signal as columns.
#[derive(Debug, Clone)]
pub struct SignalRow {
    pub(super) number: i64,
    pub(super) id: String,
    pub(super) version: i64,
    received_at: i64,
    status: &'static str,
    is_open: i64,
    urgency: i64,
    municipality: String,
    hard_date: String,
    owner: String,
    lease_until: i64,
    source: Option<(String, String)>,
    search: String,
    reported_by: String,
    closed_on: String,
    summary: String,
    pub(super) document: String,
    pub(super) bodies: Vec<String>,
}

impl SignalRow {
    /// The columns of a signal. Its timeline is kept apart.
    pub fn of(signal: &Signal, names: &Names) -> Result<Self, StoreError> {
        let summary = SignalSummary::of(signal);
        let mut bodies: Vec<String> = summary.bodies.iter().map(|code| code.to_string()).collect();
        bodies.sort_unstable();
        bodies.dedup();
        let document = if signal.timeline.is_empty() {
            serde_json::to_string(signal)?
        } else {
            serde_json::to_string(&Signal { timeline: vec![], ..signal.clone() })?
        };
        Ok(Self {
            number: signal.number.as_i64(),
            id: signal.id.to_string(),
            version: signal.version,
            received_at: signal.received_at.timestamp_micros(),
            status: signal.status.code(),
            is_open: i64::from(signal.status.is_open()),
            urgency: summary.urgency as i64,
            municipality: summary.municipality.map(|code| code.to_string()).unwrap_or_default(),
            hard_date: summary.hard_date.as_ref().map_or(NO_DATE.into(), |date: &HardDate| date.on.to_string()),
            owner: summary.owner.as_ref().map(|owner| owner.account.to_string()).unwrap_or_default(),
            lease_until: summary.owner.as_ref().map_or(0, |owner| owner.lease_until.timestamp_micros()),
            source: signal.source.as_ref().map(|source| (column(&source.system), column(source.reference.raw()))),
            search: names.search_text_of_signal(signal),
            reported_by: signal.reported_by.to_string(),
            closed_on: closed_on(signal),
            summary: serde_json::to_string(&summary)?,
            document,
            bodies,
        })
    }
}

/// The day on which a signal was closed that is put in closed: that of its last entry. Afterwards [`set_closed`] says it.
fn closed_on(signal: &Signal) -> String {
    let last = signal.timeline.iter().map(|entry| entry.at).max().unwrap_or(signal.received_at);
    if signal.status.is_open() { String::new() } else { zone::date_of(last).to_string() }
}

/// A text as a column: PostgreSQL has no place for U+0000, so it becomes its visible sign. Documents escape it themselves.
pub fn column(text: &str) -> String {
    text.replace('\0', "\u{2400}")
}

/// Start and end of the statement that puts signals in; values stand between.
pub(super) const INSERT: (&str, &str) = (
    "INSERT INTO signals (number, id, version, received_at, status, is_open, urgency, municipality, hard_date, owner, \
     lease_until, source_system, source_reference, search, reported_by, closed_on, summary) VALUES ",
    " ON CONFLICT (source_system, source_reference) DO NOTHING",
);

impl SignalRow {
    /// The values that [`INSERT`] takes.
    pub(super) fn values(&self) -> [Value; 17] {
        let text = |text: &str| Value::Text(text.to_owned());
        let (system, reference) = match &self.source {
            Some((system, reference)) => (text(system), text(reference)),
            None => (Value::Null, Value::Null),
        };
        [
            Value::Int(self.number),
            text(&self.id),
            Value::Int(self.version),
            Value::Int(self.received_at),
            text(self.status),
            Value::Int(self.is_open),
            Value::Int(self.urgency),
            text(&self.municipality),
            text(&self.hard_date),
            text(&self.owner),
            Value::Int(self.lease_until),
            system,
            reference,
            text(&self.search),
            text(&self.reported_by),
            text(&self.closed_on),
            text(&self.summary),
        ]
    }
}

/// Puts a new signal in; false when its source and reference are there already.
pub async fn insert(link: &mut Link, row: &SignalRow) -> Result<bool, StoreError> {
    let mut rows = Rows::new(INSERT.0, INSERT.1);
    rows.push(row.values());
    if rows.flush(link).await? == 0 {
        return Ok(false);
    }
    run!(link, "INSERT INTO signal_documents (id, document) VALUES ($1, $2)", &row.id, &row.document)?;
    insert_bodies(link, row).await?;
    Ok(true)
}

/// Writes a changed signal over the row with its id.
pub async fn update(link: &mut Link, row: &SignalRow) -> Result<(), StoreError> {
    let touched = run!(
        link,
        "UPDATE signals SET version = $2, status = $3, is_open = $4, urgency = $5, municipality = $6, hard_date = $7, \
         owner = $8, lease_until = $9, search = $10, summary = $11 WHERE number = $1",
        row.number,
        row.version,
        row.status,
        row.is_open,
        row.urgency,
        &row.municipality,
        &row.hard_date,
        &row.owner,
        row.lease_until,
        &row.search,
        &row.summary,
    )?;
    if touched != 1 {
        return Err(StoreError::Fault("a signal vanished while it was changed".into()));
    }
    run!(link, "UPDATE signal_documents SET document = $2 WHERE id = $1", &row.id, &row.document)?;
    let had = all!(link, (String,), "SELECT organisation FROM signal_bodies WHERE number = $1 ORDER BY 1", row.number)?;
    if !had.iter().map(|(code,)| code).eq(row.bodies.iter()) {
        run!(link, "DELETE FROM signal_bodies WHERE number = $1", row.number)?;
        insert_bodies(link, row).await?;
    }
    Ok(())
}

/// Says when a signal was closed; nothing: it is open again.
pub async fn set_closed(link: &mut Link, number: SignalNumber, on: Option<Date>) -> Result<(), StoreError> {
    let on = on.map(|day| day.to_string()).unwrap_or_default();
    run!(link, "UPDATE signals SET closed_on = $2 WHERE number = $1", number.as_i64(), on)?;
    Ok(())
}

async fn insert_bodies(link: &mut Link, row: &SignalRow) -> Result<(), StoreError> {
    for body in &row.bodies {
        run!(link, "INSERT INTO signal_bodies (organisation, number) VALUES ($1, $2)", body, row.number)?;
    }
    Ok(())
}

/// How a signal is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which<'a> {
    /// By id.
    Id(&'a str),
    /// By number.
    Number(SignalNumber),
}

/// A signal without its timeline.
pub async fn get(link: &mut Link, which: Which<'_>) -> Result<Option<Signal>, StoreError> {
    let found = match which {
        Which::Id(id) => maybe!(link, (String,), "SELECT document FROM signal_documents WHERE id = $1", id)?,
        Which::Number(number) => maybe!(
            link,
            (String,),
            "SELECT d.document FROM signals s JOIN signal_documents d ON d.id = s.id WHERE s.number = $1",
            number.as_i64()
        )?,
    };
    found.map(|(document,)| Ok(serde_json::from_str(&document)?)).transpose()
}

/// Who has or had a signal (nobody: empty) and until when, in microseconds; nothing when there is no such signal.
pub async fn lease(link: &mut Link, id: &str) -> Result<Option<(String, i64)>, StoreError> {
    maybe!(link, (String, i64), "SELECT owner, lease_until FROM signals WHERE id = $1", id)
}

/// A signal without its timeline, locked until the end of the transaction.
pub async fn lock(link: &mut Link, which: Which<'_>) -> Result<Option<Signal>, StoreError> {
    let locked = match which {
        Which::Id(id) => maybe!(link, (String,), "UPDATE signals SET version = version WHERE id = $1 RETURNING id", id)?,
        Which::Number(number) => {
            maybe!(link, (String,), "UPDATE signals SET version = version WHERE number = $1 RETURNING id", number.as_i64())?
        }
    };
    match locked {
        Some((id,)) => get(link, Which::Id(&id)).await,
        None => Ok(None),
    }
}

/// The number of the signal with this source and reference.
pub async fn find_source(link: &mut Link, system: &str, reference: &str) -> Result<Option<SignalNumber>, StoreError> {
    let found = maybe!(
        link,
        (i64,),
        "SELECT number FROM signals WHERE source_system = $1 AND source_reference = $2",
        column(system),
        column(reference)
    )?;
    Ok(found.map(|(number,)| SignalNumber::from_i64(number)))
}

/// Places in a timeline that one version may fill.
pub const PLACES_PER_VERSION: i64 = 1000;

/// Adds entries to the timeline; they come after all of earlier versions.
pub async fn add_entries(link: &mut Link, id: &str, version: i64, entries: &[Entry]) -> Result<(), StoreError> {
    for (place, entry) in (version * PLACES_PER_VERSION..).zip(entries) {
        run!(
            link,
            "INSERT INTO entries (signal, place, document) VALUES ($1, $2, $3)",
            id,
            place,
            serde_json::to_string(entry)?
        )?;
    }
    Ok(())
}

/// The timeline, newest first.
pub async fn timeline(link: &mut Link, id: &str) -> Result<Vec<Entry>, StoreError> {
    let rows = all!(link, (String,), "SELECT document FROM entries WHERE signal = $1 ORDER BY place DESC", id)?;
    rows.into_iter().map(|(document,)| Ok(serde_json::from_str(&document)?)).collect()
}

/// The next summaries in order of number, as JSON, with the number of the last; for a first sync.
pub async fn summaries_after(link: &mut Link, after: i64, most: i64) -> Result<Vec<(i64, String)>, StoreError> {
    all!(link, (i64, String), "SELECT number, summary FROM signals WHERE number > $1 ORDER BY number LIMIT $2", after, most)
}
