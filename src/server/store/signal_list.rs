//! Lists of signals: filters, keyset, search. The SQL is put together from fixed pieces; values are always bound.

use sqlx::AssertSqlSafe;

use super::{End, Link, StoreError};

/// By what a list is sorted; the number is always the second key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortColumn {
    /// First hard date.
    HardDate,
    /// Received at.
    ReceivedAt,
    /// Urgency, crisis first.
    Urgency,
    /// Number alone.
    Number,
}

impl SortColumn {
    fn name(self) -> &'static str {
        match self {
            Self::HardDate => "hard_date",
            Self::ReceivedAt => "received_at",
            Self::Urgency => "urgency",
            Self::Number => "number",
        }
    }
}

/// A bound value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text.
    Text(String),
    /// An integer.
    Int(i64),
    /// Nothing.
    Null,
}

/// Who must have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnerIs {
    /// Nobody, or somebody whose lease ran out.
    Nobody,
    /// This account.
    Account(String),
}

/// What a list asks for. An empty list of values means no filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Only open ones.
    pub open: bool,
    /// One of these statuses.
    pub statuses: Vec<&'static str>,
    /// One of these urgencies.
    pub urgencies: Vec<i64>,
    /// One of these municipalities.
    pub municipalities: Vec<String>,
    /// One of these bodies in the stalemate.
    pub bodies: Vec<String>,
    /// One of these owners.
    pub owners: Vec<OwnerIs>,
    /// First hard date on or before this ISO date.
    pub hard_date_until: Option<String>,
    /// All of these folded words.
    pub words: Vec<String>,
    /// Sort.
    pub sort: SortColumn,
    /// From high to low.
    pub descending: bool,
    /// Start after this sort value and number.
    pub after: Option<(Value, i64)>,
    /// Rows.
    pub limit: i64,
    /// The time by which leases are judged, in microseconds.
    pub now: i64,
}

/// A row of a list: sort value, number, and the summary as JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The sort value.
    pub key: Value,
    /// The number.
    pub number: i64,
    /// The summary as JSON.
    pub summary: String,
}

/// The rows of a page.
pub async fn page(link: &mut Link, wanted: &Wanted) -> Result<Vec<Row>, StoreError> {
    let query = Query::of(wanted, link.is_pg());
    if wanted.sort == SortColumn::HardDate {
        let rows: Vec<(String, i64, String)> = query.rows(link).await?;
        return Ok(rows.into_iter().map(|(key, number, summary)| Row { key: Value::Text(key), number, summary }).collect());
    }
    let rows: Vec<(i64, i64, String)> = query.rows(link).await?;
    Ok(rows.into_iter().map(|(key, number, summary)| Row { key: Value::Int(key), number, summary }).collect())
}

/// A folded word as a `LIKE` pattern for anywhere in a text; `\` is the escape character.
pub fn pattern(word: &str) -> String {
    let mut pattern = String::with_capacity(word.len() + 2);
    pattern.push('%');
    for c in word.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

/// A statement under construction.
pub(super) struct Query {
    pub(super) sql: String,
    pub(super) binds: Vec<Value>,
}

impl Query {
    fn of(wanted: &Wanted, is_pg: bool) -> Self {
        let column = wanted.sort.name();
        let mut query = Self { sql: " WHERE 1 = 1".into(), binds: vec![] };
        if wanted.open {
            query.sql.push_str(" AND is_open = 1");
        }
        query.one_of("status", wanted.statuses.iter().map(|status| Value::Text((*status).into())));
        query.one_of("urgency", wanted.urgencies.iter().map(|urgency| Value::Int(*urgency)));
        query.one_of("municipality", wanted.municipalities.iter().map(|code| Value::Text(code.clone())));
        if !wanted.bodies.is_empty() {
            query.sql.push_str(" AND EXISTS (SELECT 1 FROM signal_bodies b WHERE b.number = signals.number");
            query.one_of("b.organisation", wanted.bodies.iter().map(|code| Value::Text(code.clone())));
            query.sql.push(')');
        }
        query.owners(&wanted.owners, wanted.now);
        if let Some(until) = &wanted.hard_date_until {
            query.sql.push_str(" AND hard_date <= ");
            query.bind(Value::Text(until.clone()));
        }
        for word in &wanted.words {
            query.sql.push_str(" AND search LIKE ");
            query.bind(Value::Text(pattern(word)));
            query.sql.push_str(" ESCAPE '\\'");
        }
        query.page(wanted, column, is_pg);
        query
    }

    /// One of these owners, by the leases in `signals`.
    pub(super) fn owners(&mut self, owners: &[OwnerIs], now: i64) {
        for (at, owner) in owners.iter().enumerate() {
            self.sql.push_str(if at == 0 { " AND (" } else { " OR " });
            match owner {
                OwnerIs::Nobody => {
                    self.sql.push_str("lease_until <= ");
                    self.bind(Value::Int(now));
                }
                OwnerIs::Account(account) => {
                    self.sql.push_str("(owner = ");
                    self.bind(Value::Text(account.clone()));
                    self.sql.push_str(" AND lease_until > ");
                    self.bind(Value::Int(now));
                    self.sql.push(')');
                }
            }
        }
        if !owners.is_empty() {
            self.sql.push(')');
        }
    }

    /// From filters to the whole statement: the page, in order.
    fn page(&mut self, wanted: &Wanted, column: &str, is_pg: bool) {
        let filters = std::mem::take(&mut self.sql);
        let (compare, direction) = if wanted.descending { ("<", " DESC") } else { (">", "") };
        let by_number = wanted.sort == SortColumn::Number;
        let order = if by_number { format!("number{direction}") } else { format!("{column}{direction}, number{direction}") };
        // PostgreSQL plans a statement anew each time when the number of rows is a value apart, and with the policies of the second wall that
        // takes longer than to read a page.
        let limit = if is_pg { wanted.limit.to_string() } else { self.place(Value::Int(wanted.limit)) };
        let select = |more: &str, order: &str| {
            format!("SELECT {column}, number, summary FROM signals{filters}{more} ORDER BY {order} LIMIT {limit}")
        };
        let Some((key, number)) = &wanted.after else {
            self.sql = select("", &order);
            return;
        };
        let number = self.place(Value::Int(*number));
        if by_number {
            self.sql = select(&format!(" AND number {compare} {number}"), &order);
            return;
        }
        let key = self.place(key.clone());
        self.sql = if is_pg || !wanted.words.is_empty() {
            // PostgreSQL seeks to the pair. Words are looked for row by row anyway; twice would cost more than walking.
            select(&format!(" AND ({column}, number) {compare} ({key}, {number})"), &order)
        } else {
            // SQLite seeks to the key only, and would walk over every row before the number: thousands on one date. It runs
            // the parts one after the other; with an order of the whole it would sort them.
            let same = select(&format!(" AND {column} = {key} AND number {compare} {number}"), &format!("number{direction}"));
            let rest = select(&format!(" AND {column} {compare} {key}"), &order);
            format!("SELECT * FROM ({same}) AS same UNION ALL SELECT * FROM ({rest}) AS rest LIMIT {limit}")
        };
    }

    pub(super) fn one_of(&mut self, column: &str, values: impl ExactSizeIterator<Item = Value>) {
        let count = values.len();
        for (at, value) in values.enumerate() {
            self.sql.push_str(&if at == 0 { format!(" AND {column} IN (") } else { ", ".into() });
            self.bind(value);
        }
        if count > 0 {
            self.sql.push(')');
        }
    }

    pub(super) fn bind(&mut self, value: Value) {
        let place = self.place(value);
        self.sql.push_str(&place);
    }

    /// The place of a value in the statement; it may stand there more than once.
    pub(super) fn place(&mut self, value: Value) -> String {
        self.binds.push(value);
        format!("${}", self.binds.len())
    }

    pub(super) async fn rows<R>(self, link: &mut Link) -> Result<Vec<R>, StoreError>
    where
        R: Send + Unpin,
        R: for<'r> sqlx::FromRow<'r, sqlx::sqlite::SqliteRow> + for<'r> sqlx::FromRow<'r, sqlx::postgres::PgRow>,
    {
        macro_rules! bound {
            ($database:ty, $end:expr) => {{
                let mut query = sqlx::query_as::<$database, R>(AssertSqlSafe(self.sql));
                for value in self.binds {
                    query = match value {
                        Value::Text(text) => query.bind(text),
                        Value::Int(number) => query.bind(number),
                        Value::Null => query.bind(None::<String>),
                    };
                }
                query.fetch_all($end).await
            }};
        }
        Ok(match link.end() {
            End::Lite(end) => bound!(sqlx::Sqlite, end),
            End::Pg(end) => bound!(sqlx::Postgres, end),
        }?)
    }
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn wildcards_in_a_word_are_only_characters() {
        assert_eq!(pattern("100%_\\"), "%100\\%\\_\\\\%");
    }
}
