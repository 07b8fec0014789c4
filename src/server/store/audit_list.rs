//! The audit log as the privacy officer reads it: pages, the rows of a week, and what was drawn by lot.

use super::{
    Link, StoreError,
    query::{all, run},
    signal_list::{Query, Value},
};

/// A row with the name of its account and the number of its case, where there are any.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Row {
    /// Place in the chain.
    pub seq: i64,
    /// When, in microseconds.
    pub at: i64,
    /// Who.
    pub account: String,
    /// The name, empty when the account is gone.
    pub name: String,
    /// Acting as.
    pub role: String,
    /// What was done.
    pub verb: String,
    /// With what kind of object.
    pub entity: String,
    /// Which one.
    pub object: String,
    /// The number of the case, 0 for anything else.
    pub number: i64,
    /// What for.
    pub purpose: String,
    /// How it ended.
    pub result: String,
    /// From where.
    pub origin: String,
    /// The id of the request.
    pub request: String,
}

/// A row with its names. What was refused or was not there tells no number outside the desk: whoever asks for an id there would get it.
const SELECT: &str = "SELECT a.seq, a.at, a.account, COALESCE(c.name, '') AS name, a.role, a.verb, a.entity, a.object, \
     COALESCE(s.number, 0) AS number, a.purpose, a.result, a.origin, a.request \
     FROM audit a LEFT JOIN accounts c ON c.id = a.account \
     LEFT JOIN signals s ON s.id = a.object AND (a.result IN ('', 'done') OR a.organisation = 'LMM')";

/// What a list asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The id of an account, or its whole name.
    pub person: Option<String>,
    /// The id of an object.
    pub object: Option<String>,
    /// What else this object may be called: the number of a case.
    pub also: Option<String>,
    /// The verb.
    pub verb: Option<String>,
    /// From this moment on, in microseconds.
    pub from: Option<i64>,
    /// Before this moment.
    pub before: Option<i64>,
    /// How it ended; rows from before that was written down were done.
    pub result: Option<&'static str>,
    /// Start below this place.
    pub below: Option<i64>,
    /// Rows.
    pub limit: i64,
}

/// The rows of a page of one organisation, newest first.
pub async fn page(link: &mut Link, organisation: &str, wanted: &Wanted) -> Result<Vec<Row>, StoreError> {
    let mut query = Query { sql: SELECT.into(), binds: vec![] };
    let mut and = |sql: &str, value: Value| {
        let place = query.place(value);
        query.sql.push_str(&sql.replace('?', &place));
    };
    and(" WHERE a.organisation = ?", Value::Text(organisation.into()));
    if let Some(person) = &wanted.person {
        and(
            " AND (a.account = ? OR a.account IN (SELECT id FROM accounts WHERE LOWER(name) = LOWER(?)))",
            Value::Text(person.clone()),
        );
    }
    if let Some(object) = &wanted.object {
        and(
            " AND a.object IN (SELECT ? UNION ALL SELECT id FROM time_outs WHERE signal = ? UNION ALL \
             SELECT id FROM arrangements WHERE signal = ? UNION ALL SELECT id FROM agenda_items WHERE signal = ? UNION ALL \
             SELECT id FROM shares WHERE signal = ? UNION ALL SELECT id FROM emergency_accesses WHERE signal = ? UNION ALL \
             SELECT id FROM messages WHERE signal = ? UNION ALL SELECT ",
            Value::Text(object.clone()),
        );
        and("?)", Value::Text(wanted.also.clone().unwrap_or_else(|| object.clone())));
    }
    if let Some(verb) = &wanted.verb {
        and(" AND a.verb = ?", Value::Text(verb.clone()));
    }
    if let Some(from) = wanted.from {
        and(" AND a.at >= ?", Value::Int(from));
    }
    if let Some(before) = wanted.before {
        and(" AND a.at < ?", Value::Int(before));
    }
    if let Some(result) = wanted.result {
        and(if result == "done" { " AND a.result IN (?, '')" } else { " AND a.result = ?" }, Value::Text(result.into()));
    }
    if let Some(below) = wanted.below {
        and(" AND a.seq < ?", Value::Int(below));
    }
    and(" ORDER BY a.seq DESC LIMIT ?", Value::Int(wanted.limit));
    query.rows(link).await
}

/// The rows of a week of which a sample is drawn: single reads that were done, with the lowest hashes.
pub async fn by_lot(link: &mut Link, organisation: &str, (from, before): (i64, i64), most: i64) -> Result<Vec<Row>, StoreError> {
    let mut query = Query { sql: SELECT.into(), binds: vec![] };
    for (sql, value) in [
        (" WHERE a.quarter > 0 AND a.organisation = ", Value::Text(organisation.into())),
        (" AND a.at >= ", Value::Int(from)),
        (" AND a.at < ", Value::Int(before)),
        (" ORDER BY a.hash LIMIT ", Value::Int(most)),
    ] {
        query.sql.push_str(sql);
        query.bind(value);
    }
    query.rows(link).await
}

/// What somebody did: account, when, object, the quarter of a read or 0, how it ended, and the municipality and number of a case.
pub type Act = (String, i64, String, i64, String, String, i64);

/// What everybody did in a week, lists left out, and reveals: who was shown something did nothing with it yet, and read the case as well.
pub async fn acts(link: &mut Link, organisation: &str, (from, before): (i64, i64)) -> Result<Vec<Act>, StoreError> {
    all!(
        link,
        Act,
        "SELECT a.account, a.at, a.object, a.quarter, a.result, COALESCE(s.municipality, ''), COALESCE(s.number, 0) \
         FROM audit a LEFT JOIN signals s ON s.id = a.object \
         WHERE a.organisation = $1 AND a.at >= $2 AND a.at < $3 AND (a.object <> '' OR a.result IN ('refused', 'failed')) \
         AND (a.verb NOT IN ('signal.reveal', 'case.reveal') OR a.result IN ('refused', 'failed')) ORDER BY a.seq",
        organisation,
        from,
        before
    )
}

/// How many objects each account opened in each week before this moment: account, how many weeks ago, objects.
pub async fn opened(
    link: &mut Link,
    organisation: &str,
    (from, before): (i64, i64),
    week: i64,
) -> Result<Vec<(String, i64, i64)>, StoreError> {
    all!(
        link,
        (String, i64, i64),
        "SELECT account, (at - $2) / $4, COUNT(DISTINCT object) FROM audit \
         WHERE organisation = $1 AND at >= $2 AND at < $3 AND quarter > 0 GROUP BY 1, 2 ORDER BY 1, 2",
        organisation,
        from,
        before,
        week
    )
}

/// Who looked at which of these rows, and when: place, name, microseconds.
pub async fn looks(link: &mut Link, organisation: &str) -> Result<Vec<(i64, String, i64)>, StoreError> {
    all!(
        link,
        (i64, String, i64),
        "SELECT seq, name, at FROM audit_looks WHERE organisation = $1 ORDER BY seq DESC LIMIT 1000",
        organisation
    )
}

/// Somebody looked at a row; who was first stays. Gives whether that was this one.
pub async fn look(
    link: &mut Link,
    organisation: &str,
    seq: i64,
    (account, name): (&str, &str),
    at: i64,
) -> Result<bool, StoreError> {
    let made = run!(
        link,
        "INSERT INTO audit_looks (organisation, seq, account, name, at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (organisation, seq) DO NOTHING",
        organisation,
        seq,
        account,
        name,
        at
    )?;
    Ok(made == 1)
}

/// The names of accounts.
pub async fn names(link: &mut Link) -> Result<Vec<(String, String)>, StoreError> {
    all!(link, (String, String), "SELECT id, name FROM accounts")
}
