//! A whole store moved into an empty one, table by table, and read back side by side with where it came from.
//!
//! Every table holds TEXT and BIGINT only, so one way of reading serves both databases.

use std::pin::pin;

use futures_util::{StreamExt, TryStreamExt, stream::BoxStream};
use sqlx::{AssertSqlSafe, Connection, Row, sqlite::SqliteConnection};

use super::{
    End, Link, Store, StoreError, open,
    query::{one, run},
    rows::Rows,
    signal_list::Value,
};

/// Tables that a new store fills itself. Any other with a row in it: the store is in use.
const SEEDED: [&str; 3] = ["settings", "counters", "organisations"];

/// Rows that are put in together.
const TOGETHER: usize = 400;

/// Why a store was not moved. Nothing of it stays in the other.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The store to move to holds something already: in this table.
    #[error("the other store is not empty: there are rows in {0}")]
    NotEmpty(String),
    /// What was read back is not what was put in: in this table, at this row.
    #[error("what was read back from {0} differs at row {1}")]
    Differs(String, u64),
    /// One of the stores failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A table and how many rows of it were moved and compared.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Moved {
    /// Name of the table.
    pub table: String,
    /// Rows.
    pub rows: u64,
}

struct Table {
    name: String,
    columns: Vec<Column>,
    /// Columns of the primary key, in its order.
    key: Vec<String>,
}

struct Column {
    name: String,
    is_number: bool,
}

/// Puts every row of a store into an empty one, reads both back in order of their keys, and commits only when each value of each
/// row is the same. Nobody writes in either store meanwhile: they wait, or are told to try again.
pub async fn copy(from: &Store, to: &Store) -> Result<Vec<Moved>, CopyError> {
    let tables = shape().await?;
    let (mut source, mut target) = (held(from, &tables).await?, held(to, &tables).await?);
    for table in tables.iter().filter(|table| !SEEDED.contains(&table.name.as_str())) {
        if count(&mut target, table).await? > 0 {
            return Err(CopyError::NotEmpty(table.name.clone()));
        }
    }
    for table in tables.iter().rev() {
        run!(target, AssertSqlSafe(format!("DELETE FROM {}", table.name)))?;
    }
    for table in &tables {
        put(&mut source, &mut target, table).await?;
    }
    let mut moved = vec![];
    for table in &tables {
        let rows = compared(&mut source, &mut target, table).await?;
        moved.push(Moved { table: table.name.clone(), rows });
    }
    target.commit().await?;
    source.rollback().await?;
    Ok(moved)
}

/// Every table after those it refers to, as the migrations make them.
async fn shape() -> Result<Vec<Table>, StoreError> {
    let mut memory = SqliteConnection::connect("sqlite::memory:").await?;
    open::lite_schema().run(&mut memory).await.map_err(|error| StoreError::Fault(error.to_string()))?;
    let names: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> '_sqlx_migrations' ORDER BY rowid",
    )
    .fetch_all(&mut memory)
    .await?;
    let mut tables = vec![];
    for name in names {
        let columns: Vec<(String, String, i64)> = sqlx::query_as("SELECT name, type, pk FROM pragma_table_info($1) ORDER BY cid")
            .bind(&name)
            .fetch_all(&mut memory)
            .await?;
        let mut key: Vec<(i64, String)> =
            columns.iter().filter(|(.., place)| *place > 0).map(|(column, _, place)| (*place, column.clone())).collect();
        key.sort();
        let columns = columns.into_iter().map(|(name, kind, _)| Column { name, is_number: kind != "TEXT" }).collect();
        tables.push(Table { name, columns, key: key.into_iter().map(|(_, column)| column).collect() });
    }
    memory.close().await?;
    Ok(tables)
}

/// A transaction in which nobody else writes.
async fn held(store: &Store, tables: &[Table]) -> Result<Link, StoreError> {
    let mut link = store.write().await?;
    if let End::Pg(end) = link.end() {
        let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
        let lock = format!("LOCK TABLE {} IN SHARE ROW EXCLUSIVE MODE", names.join(", "));
        sqlx::query(AssertSqlSafe(lock)).execute(end).await?;
    }
    Ok(link)
}

async fn count(link: &mut Link, table: &Table) -> Result<i64, StoreError> {
    let (count,) = one!(link, (i64,), AssertSqlSafe(format!("SELECT COUNT(*) FROM {}", table.name)))?;
    Ok(count)
}

async fn put(source: &mut Link, target: &mut Link, table: &Table) -> Result<(), StoreError> {
    let start = format!("INSERT INTO {} ({}) VALUES ", table.name, table.names());
    let mut waiting = Rows::new(start, "");
    let mut rows = pin!(table.rows(source));
    while let Some(row) = rows.try_next().await? {
        waiting.push(row);
        if waiting.count() >= TOGETHER {
            waiting.flush(target).await?;
        }
    }
    waiting.flush(target).await?;
    Ok(())
}

/// How many rows both have, each the same as the other.
async fn compared(source: &mut Link, target: &mut Link, table: &Table) -> Result<u64, CopyError> {
    let (mut ours, mut theirs) = (table.rows(source), table.rows(target));
    let mut same = 0;
    loop {
        match (ours.try_next().await?, theirs.try_next().await?) {
            (None, None) => return Ok(same),
            (ours, theirs) if ours == theirs => same += 1,
            _ => return Err(CopyError::Differs(table.name.clone(), same + 1)),
        }
    }
}

impl Table {
    fn names(&self) -> String {
        self.columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// Every row, in order of the key.
    fn rows<'l>(&'l self, link: &'l mut Link) -> BoxStream<'l, Result<Vec<Value>, StoreError>> {
        let sql = format!("SELECT {} FROM {} ORDER BY {}", self.names(), self.name, self.key.join(", "));
        macro_rules! values {
            ($database:ty, $end:expr) => {
                sqlx::query::<$database>(AssertSqlSafe(sql))
                    .fetch($end)
                    .map(|row| {
                        let row = row?;
                        let value = |(at, column): (usize, &Column)| {
                            Ok(if column.is_number {
                                row.try_get::<Option<i64>, _>(at)?.map_or(Value::Null, Value::Int)
                            } else {
                                row.try_get::<Option<String>, _>(at)?.map_or(Value::Null, Value::Text)
                            })
                        };
                        self.columns.iter().enumerate().map(value).collect()
                    })
                    .boxed()
            };
        }
        match link.end() {
            End::Lite(end) => values!(sqlx::Sqlite, end),
            End::Pg(end) => values!(sqlx::Postgres, end),
        }
    }
}
