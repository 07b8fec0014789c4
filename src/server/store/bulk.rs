//! What a bulk load does once at its end instead of once per object.

use super::{Link, StoreError, query::run};

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

/// Gives every signal and entry that has none a row in the change feed, each under its own sequence.
pub async fn note_changes(link: &mut Link) -> Result<(), StoreError> {
    run!(link, "UPDATE counters SET value = value WHERE name = 'changes'")?;
    for (scope, entity, missing) in [("desk", "signal", DESK), ("register", "officer", REGISTER)] {
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
