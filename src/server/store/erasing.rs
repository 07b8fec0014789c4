//! Everything the store holds of a case, and erasing it. Whoever erases holds the case, and the meetings that had it on their agenda.

use super::{
    Link, StoreError,
    query::{all, run},
};
use crate::{
    domain::{
        confirmation::Confirmation,
        ids::{AgendaItemId, SignalId},
        lesson::Lesson,
        meeting::{Edition, Publication},
    },
    server::random,
};

/// The ids of a case ($1) and of all that belongs to it.
macro_rules! objects {
    () => {
        "(SELECT id FROM signals WHERE id = $1 UNION ALL SELECT id FROM time_outs WHERE signal = $1 \
         UNION ALL SELECT c.id FROM confirmations c JOIN time_outs t ON t.id = c.subject WHERE t.signal = $1 \
         UNION ALL SELECT id FROM arrangements WHERE signal = $1 UNION ALL SELECT id FROM shares WHERE signal = $1 \
         UNION ALL SELECT id FROM emergency_accesses WHERE signal = $1 UNION ALL SELECT id FROM messages WHERE signal = $1 \
         UNION ALL SELECT id FROM deadlines WHERE signal = $1 UNION ALL SELECT id FROM alarms WHERE signal = $1 \
         UNION ALL SELECT id FROM agenda_items WHERE signal = $1 \
         UNION ALL SELECT p.id FROM agenda_parts p JOIN agenda_items i ON i.id = p.item WHERE i.signal = $1)"
    };
}
macro_rules! items {
    () => {
        "(SELECT id FROM agenda_items WHERE signal = $1)"
    };
}
pub(super) use {items, objects};

/// What is erased, in this order: what tells of others first. A key that was used stays used, and tells nothing.
const STATEMENTS: [&str; 23] = [
    concat!("UPDATE idempotency SET request = '', object = '', masked = 0 WHERE object IN ", objects!()),
    concat!(
        "DELETE FROM history WHERE entity IN ('signal', 'time-out', 'share', 'emergency-access', 'message', 'moratorium', 'bridging', \
         'commitment', 'agenda-item', 'invitation', 'let-decision', 'item-paper') AND object IN ",
        objects!()
    ),
    concat!("DELETE FROM imports WHERE object IN ", objects!()),
    concat!(
        "DELETE FROM changes WHERE scope IN ('time-outs', 'shares', 'emergency-accesses', 'messages', 'arrangements', \
         'agenda-parts') AND id IN ",
        objects!()
    ),
    "DELETE FROM suspended_decisions WHERE decision IN (SELECT decision FROM time_outs WHERE signal = $1) \
     AND decision NOT IN (SELECT decision FROM time_outs WHERE signal <> $1)",
    "DELETE FROM confirmations WHERE subject IN (SELECT id FROM time_outs WHERE signal = $1)",
    concat!("DELETE FROM agenda_part_versions WHERE part IN (SELECT id FROM agenda_parts WHERE item IN ", items!(), ")"),
    concat!(
        "DELETE FROM agenda_commitments WHERE item IN ",
        items!(),
        " OR arrangement IN (SELECT id FROM arrangements WHERE signal = $1)"
    ),
    concat!("DELETE FROM agenda_parts WHERE item IN ", items!()),
    "UPDATE agenda_items SET signal = '' WHERE signal = $1",
    "DELETE FROM presence WHERE object = $1",
    "DELETE FROM officer_calls WHERE signal = $1",
    "DELETE FROM alarms WHERE signal = $1",
    "DELETE FROM deadlines WHERE signal = $1",
    "DELETE FROM shares WHERE signal = $1",
    "DELETE FROM emergency_accesses WHERE signal = $1",
    "DELETE FROM messages WHERE signal = $1",
    "DELETE FROM time_outs WHERE signal = $1",
    "DELETE FROM arrangements WHERE signal = $1",
    "DELETE FROM entries WHERE signal = $1",
    "DELETE FROM signal_bodies WHERE number = (SELECT number FROM signals WHERE id = $1)",
    "DELETE FROM signal_documents WHERE id = $1",
    "DELETE FROM signals WHERE id = $1",
];

/// Erases all rows of a case.
pub async fn erase(link: &mut Link, signal: &str) -> Result<(), StoreError> {
    for statement in STATEMENTS {
        run!(link, statement, signal)?;
    }
    Ok(())
}

/// The rows of the deadline board and the alarms of a case: their ids.
pub async fn on_board(link: &mut Link, signal: &str) -> Result<(Vec<String>, Vec<String>), StoreError> {
    let deadlines = all!(link, (String,), "SELECT id FROM deadlines WHERE signal = $1 ORDER BY id", signal)?;
    let alarms = all!(link, (String,), "SELECT id FROM alarms WHERE signal = $1 ORDER BY id", signal)?;
    let ids = |rows: Vec<(String,)>| rows.into_iter().map(|(id,)| id).collect();
    Ok((ids(deadlines), ids(alarms)))
}

/// The meetings that have, or had in a fixed version, something of a case on their agenda, in order.
pub async fn meetings(link: &mut Link, signal: &str) -> Result<Vec<String>, StoreError> {
    let rows = all!(
        link,
        (String,),
        "SELECT meeting FROM agenda_items WHERE signal = $1 AND meeting <> '' \
         UNION SELECT meeting FROM editions WHERE document LIKE '%' || $1 || '%' ORDER BY 1",
        signal
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Forgets a case in the fixed versions of agendas.
pub async fn forget_in_editions(link: &mut Link, signal: SignalId) -> Result<(), StoreError> {
    let id = signal.to_string();
    let rows = all!(link, (String, String), "SELECT id, document FROM editions WHERE document LIKE '%' || $1 || '%'", &id)?;
    for (edition, document) in rows {
        let mut after: Edition = serde_json::from_str(&document)?;
        after.forget(signal);
        run!(link, "UPDATE editions SET document = $2 WHERE id = $1", edition, serde_json::to_string(&after)?)?;
    }
    Ok(())
}

/// Forgets an item in what was sent of agendas and decisions; `hash` makes the hash of what is left of what was shown.
pub async fn forget_in_sent(link: &mut Link, item: AgendaItemId, hash: fn(&str) -> String) -> Result<(), StoreError> {
    let rows = all!(
        link,
        (String, String),
        "SELECT id, document FROM confirmations WHERE entity = 'meeting' AND document LIKE '%' || $1 || '%'",
        item.to_string()
    )?;
    for (id, document) in rows {
        let mut after: Confirmation = serde_json::from_str(&document)?;
        let mut shown: Publication = serde_json::from_str(&after.shown)?;
        shown.forget(item);
        after.shown = serde_json::to_string(&shown)?;
        after.hash = hash(&after.shown);
        run!(link, "UPDATE confirmations SET document = $2 WHERE id = $1", id, serde_json::to_string(&after)?)?;
    }
    Ok(())
}

/// Takes a case out of the lessons that were seen in it, and out of their history; the lessons stay. Gives their ids.
pub async fn forget_in_lessons(link: &mut Link, signal: SignalId) -> Result<Vec<String>, StoreError> {
    let id = signal.to_string();
    let rows =
        all!(link, (String, String), "SELECT id, document FROM lessons WHERE document LIKE '%' || $1 || '%' ORDER BY id", &id)?;
    let mut touched = vec![];
    for (lesson, document) in rows {
        let mut after: Lesson = serde_json::from_str(&document)?;
        after.cases.retain(|case| case.signal != signal);
        after.version += 1;
        super::lessons::update(link, &after).await?;
        touched.push(lesson);
    }
    let rows = all!(
        link,
        (String, i64, String, String, String),
        "SELECT object, version, field, old, new FROM history WHERE entity = 'lesson' AND (old LIKE '%' || $1 || '%' OR new LIKE '%' || $1 || '%')",
        &id
    )?;
    for (object, version, field, old, new) in rows {
        run!(
            link,
            "UPDATE history SET old = $4, new = $5 WHERE entity = 'lesson' AND object = $1 AND version = $2 AND field = $3",
            object,
            version,
            field,
            without(&old, &id)?,
            without(&new, &id)?
        )?;
    }
    Ok(touched)
}

/// A text of JSON without the case in its list of cases.
fn without(text: &str, signal: &str) -> Result<String, StoreError> {
    if !text.contains(signal) {
        return Ok(text.to_owned());
    }
    let mut document: serde_json::Value = serde_json::from_str(text)?;
    let list = if document.is_array() { Some(&mut document) } else { document.get_mut("cases") };
    if let Some(cases) = list.and_then(serde_json::Value::as_array_mut) {
        cases.retain(|case| case.get("signal").and_then(serde_json::Value::as_str) != Some(signal));
    }
    Ok(document.to_string())
}

/// What is left of a case to count with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The year it came in.
    pub year: i64,
    /// The municipality; empty: not known.
    pub municipality: String,
    /// Life domains, as JSON.
    pub domains: String,
    /// How it ended: the rule it was kept by.
    pub outcome: &'static str,
    /// Days from coming in to closing.
    pub days: i64,
}

/// Counts a case that is destroyed, under an id by lot.
pub async fn count(link: &mut Link, counted: &Counted) -> Result<(), StoreError> {
    let id: String = random::bytes::<16>()?.iter().map(|byte| format!("{byte:02x}")).collect();
    run!(
        link,
        "INSERT INTO destroyed_cases (id, year, municipality, domains, outcome, days) VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        counted.year,
        &counted.municipality,
        &counted.domains,
        counted.outcome,
        counted.days
    )?;
    Ok(())
}
