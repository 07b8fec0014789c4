//! What a bulk load does once at its end instead of once per object.

use super::{
    Link, StoreError, deadlines,
    officers::{self, OfficerRow},
    query::run,
    rows::Rows,
    signal_list::Value,
    signals::{self, PLACES_PER_VERSION, SignalRow},
};
use crate::domain::{deadline::Deadline, signal::Entry};

/// Signals and entries that are put in together, many rows to a statement.
pub struct Bulk {
    link: Link,
    signals: Rows,
    documents: Rows,
    bodies: Rows,
    entries: Rows,
    officers: Rows,
    deadlines: Rows,
}

/// Signals whose rows are collected before they are put in.
const TOGETHER: usize = 400;

impl Bulk {
    /// In this transaction.
    pub fn begin(link: Link) -> Self {
        Self {
            link,
            signals: Rows::new(signals::INSERT.0, signals::INSERT.1),
            documents: Rows::new("INSERT INTO signal_documents (id, document) VALUES ", ""),
            bodies: Rows::new("INSERT INTO signal_bodies (organisation, number) VALUES ", ""),
            entries: Rows::new("INSERT INTO entries (signal, place, document) VALUES ", ""),
            officers: Rows::new(officers::INSERT.0, officers::INSERT.1),
            deadlines: Rows::new(deadlines::INSERT, ""),
        }
    }

    /// Puts a signal in, with its timeline, newest first.
    pub async fn signal(&mut self, row: &SignalRow, timeline: &[Entry]) -> Result<(), StoreError> {
        self.signals.push(row.values());
        self.documents.push([Value::Text(row.id.clone()), Value::Text(row.document.clone())]);
        for body in &row.bodies {
            self.bodies.push([Value::Text(body.clone()), Value::Int(row.number)]);
        }
        for (place, entry) in (row.version * PLACES_PER_VERSION..).zip(timeline.iter().rev()) {
            let document = serde_json::to_string(entry)?;
            self.entries.push([Value::Text(row.id.clone()), Value::Int(place), Value::Text(document)]);
        }
        if self.signals.count() >= TOGETHER { self.flush().await } else { Ok(()) }
    }

    /// Puts an entry of the register in.
    pub async fn officer(&mut self, row: &OfficerRow) -> Result<(), StoreError> {
        self.officers.push(row.values());
        if self.officers.count() >= TOGETHER { self.flush().await } else { Ok(()) }
    }

    /// Puts a row of the deadline board in, of a signal that was put in.
    pub fn deadline(&mut self, row: &Deadline) -> Result<(), StoreError> {
        self.deadlines.push(deadlines::values(row)?);
        Ok(())
    }

    /// Ends the transaction.
    pub async fn commit(mut self) -> Result<(), StoreError> {
        self.flush().await?;
        self.link.commit().await
    }

    /// Signals before what refers to them.
    async fn flush(&mut self) -> Result<(), StoreError> {
        for rows in
            [&mut self.signals, &mut self.documents, &mut self.bodies, &mut self.entries, &mut self.officers, &mut self.deadlines]
        {
            let wanted = rows.count() as u64;
            if rows.flush(&mut self.link).await? != wanted {
                return Err(StoreError::Fault("two objects of the load have the same source".into()));
            }
        }
        Ok(())
    }
}

/// The next signal of this year gets a number after `sequence`.
pub async fn raise_numbers(link: &mut Link, year: u16, sequence: i64) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO counters (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE \
         SET value = CASE WHEN counters.value < excluded.value THEN excluded.value ELSE counters.value END",
        format!("signals-{year}"),
        sequence
    )?;
    Ok(())
}

/// Gives every signal, entry and row of the board that has none a row in the change feed, each under its own sequence.
pub async fn note_changes(link: &mut Link) -> Result<(), StoreError> {
    run!(link, "UPDATE counters SET value = value WHERE name = 'changes'")?;
    for (scope, entity, missing) in [
        ("desk", "signal", DESK),
        ("register", "officer", REGISTER),
        ("deadlines", "deadline", DEADLINES),
        ("meetings", "meeting", MEETINGS),
        ("agenda-items", "agenda-item", ITEMS),
    ] {
        let touched = run!(link, missing, scope, entity)?;
        let touched = i64::try_from(touched).unwrap_or(i64::MAX);
        run!(link, "UPDATE counters SET value = value + $1 WHERE name = 'changes'", touched)?;
    }
    Ok(())
}

const DESK: &str = "INSERT INTO changes (scope, entity, id, seq, gone) \
    SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), s.id, \
    (SELECT value FROM counters WHERE name = 'changes') + ROW_NUMBER() OVER (ORDER BY s.number), 0 \
    FROM signals s WHERE NOT EXISTS (SELECT 1 FROM changes c WHERE c.scope = 'desk' AND c.entity = 'signal' AND c.id = s.id)";

const REGISTER: &str = "INSERT INTO changes (scope, entity, id, seq, gone) \
    SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), o.id, \
    (SELECT value FROM counters WHERE name = 'changes') + ROW_NUMBER() OVER (ORDER BY o.id), 0 \
    FROM officers o WHERE NOT EXISTS \
    (SELECT 1 FROM changes c WHERE c.scope = 'register' AND c.entity = 'officer' AND c.id = o.id)";

const DEADLINES: &str = "INSERT INTO changes (scope, entity, id, seq, gone) \
    SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), d.id, \
    (SELECT value FROM counters WHERE name = 'changes') + ROW_NUMBER() OVER (ORDER BY d.id), 0 \
    FROM deadlines d WHERE NOT EXISTS \
    (SELECT 1 FROM changes c WHERE c.scope = 'deadlines' AND c.entity = 'deadline' AND c.id = d.id)";

const MEETINGS: &str = "INSERT INTO changes (scope, entity, id, seq, gone) \
    SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), m.id, \
    (SELECT value FROM counters WHERE name = 'changes') + ROW_NUMBER() OVER (ORDER BY m.id), 0 \
    FROM meetings m WHERE NOT EXISTS \
    (SELECT 1 FROM changes c WHERE c.scope = 'meetings' AND c.entity = 'meeting' AND c.id = m.id)";

const ITEMS: &str = "INSERT INTO changes (scope, entity, id, seq, gone) \
    SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), i.id, \
    (SELECT value FROM counters WHERE name = 'changes') + ROW_NUMBER() OVER (ORDER BY i.id), 0 \
    FROM agenda_items i WHERE NOT EXISTS \
    (SELECT 1 FROM changes c WHERE c.scope = 'agenda-items' AND c.entity = 'agenda-item' AND c.id = i.id)";
