//! What the processing log is made of: rows of the audit log about a case, without who did it.

use super::{
    Link, StoreError,
    at_hand::setting,
    query::{all, maybe, run},
};

/// Place, when (microseconds), what was done, with what kind of object, how it ended, by which request, and the id of the case.
pub type Row = (i64, i64, String, String, String, String, String);

/// Under this name the key of the hashes stands among the settings, and under this start how far lines were sent.
const KEY: &str = "processing.key";
const SENT: &str = "processing.sent.";

/// The next rows of a chain about a case: the case itself, a time-out, an arrangement, a deadline or an item on an agenda. Also the last place that was
/// looked at, so that one who asks gets on where none is about a case.
pub async fn after(link: &mut Link, organisation: &str, seq: i64, most: i64) -> Result<(Vec<Row>, i64), StoreError> {
    let last = maybe!(
        link,
        (i64,),
        "SELECT MAX(seq) FROM (SELECT seq FROM audit WHERE organisation = $1 AND seq > $2 ORDER BY seq LIMIT $3) step HAVING MAX(seq) > 0",
        organisation,
        seq,
        most
    )?;
    let Some((last,)) = last else { return Ok((vec![], seq)) };
    let rows = all!(
        link,
        Row,
        "SELECT a.seq, a.at, a.verb, a.entity, a.result, a.request, COALESCE(s.id, t.signal, r.signal, i.signal, d.signal, '') \
         FROM audit a LEFT JOIN signals s ON s.id = a.object LEFT JOIN time_outs t ON t.id = a.object \
         LEFT JOIN arrangements r ON r.id = a.object LEFT JOIN agenda_items i ON i.id = a.object LEFT JOIN deadlines d ON d.id = a.object \
         WHERE a.organisation = $1 AND a.seq > $2 AND a.seq <= $3 AND a.result <> 'refused' \
         AND COALESCE(s.id, t.signal, r.signal, i.signal, d.signal, '') <> '' ORDER BY a.seq",
        organisation,
        seq,
        last
    )?;
    Ok((rows, last))
}

/// The key that is kept, or this one from now on.
pub async fn key(link: &mut Link, new: &str) -> Result<String, StoreError> {
    run!(link, "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING", KEY, new)?;
    Ok(setting(link, KEY).await?.unwrap_or_default())
}

/// Up to where lines of a chain were sent.
pub async fn sent(link: &mut Link, organisation: &str) -> Result<i64, StoreError> {
    let found = setting(link, &format!("{SENT}{organisation}")).await?;
    Ok(found.and_then(|text| text.parse().ok()).unwrap_or(0))
}

/// They were sent up to here.
pub async fn set_sent(link: &mut Link, organisation: &str, seq: i64) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        format!("{SENT}{organisation}"),
        seq.to_string()
    )?;
    Ok(())
}
