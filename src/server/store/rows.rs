//! One `INSERT` with many rows: a statement per row costs more than the row.

use std::borrow::Cow;

use sqlx::AssertSqlSafe;

use super::{End, Link, StoreError, signal_list::Value};

/// Parameters in one statement; both databases take more (32,766 and 65,535).
const PARAMETERS: usize = 6_000;

/// Rows to be put in by the same statement, repeated as often as needed.
pub struct Rows {
    start: Cow<'static, str>,
    end: &'static str,
    width: usize,
    values: Vec<Value>,
}

impl Rows {
    /// `start` ends in `VALUES `; `end` follows the values.
    pub fn new(start: impl Into<Cow<'static, str>>, end: &'static str) -> Self {
        Self { start: start.into(), end, width: 1, values: vec![] }
    }

    /// Adds a row; each has as many values.
    pub fn push(&mut self, row: impl IntoIterator<Item = Value>) {
        let before = self.values.len();
        self.values.extend(row);
        self.width = (self.values.len() - before).max(1);
    }

    /// Rows that wait.
    pub fn count(&self) -> usize {
        self.values.len() / self.width
    }

    /// Puts in what waits and gives how many rows that were.
    pub async fn flush(&mut self, link: &mut Link) -> Result<u64, StoreError> {
        let mut done = 0;
        let mut values = std::mem::take(&mut self.values);
        while !values.is_empty() {
            let rest = values.split_off(values.len().min(PARAMETERS / self.width * self.width));
            done += self.put(link, values).await?;
            values = rest;
        }
        Ok(done)
    }

    async fn put(&self, link: &mut Link, values: Vec<Value>) -> Result<u64, StoreError> {
        let sql = self.sql(values.len() / self.width, link.is_pg());
        // A statement with many rows has a text of its own each time: not worth remembering.
        let remember = values.len() <= 2 * self.width;
        macro_rules! bound {
            ($database:ty, $end:expr) => {{
                let mut query = sqlx::query::<$database>(AssertSqlSafe(sql)).persistent(remember);
                for value in values {
                    query = match value {
                        Value::Text(text) => query.bind(text),
                        Value::Int(number) => query.bind(number),
                        Value::Null => query.bind(None::<String>),
                    };
                }
                query.execute($end).await?.rows_affected()
            }};
        }
        Ok(match link.end() {
            End::Lite(end) => bound!(sqlx::Sqlite, end),
            End::Pg(end) => bound!(sqlx::Postgres, end),
        })
    }

    /// Numbered parameters for PostgreSQL; plain ones for SQLite, which takes numbered ones for names and looks each up among
    /// all the others.
    fn sql(&self, rows: usize, numbered: bool) -> String {
        let mut sql = String::with_capacity(self.start.len() + rows * self.width * 7);
        sql.push_str(&self.start);
        for row in 0..rows {
            sql.push_str(if row == 0 { "(" } else { ", (" });
            for column in 0..self.width {
                if column > 0 {
                    sql.push_str(", ");
                }
                if numbered {
                    sql.push('$');
                    sql.push_str(&(row * self.width + column + 1).to_string());
                } else {
                    sql.push('?');
                }
            }
            sql.push(')');
        }
        sql.push_str(self.end);
        sql
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_numbered_through() {
        let rows = Rows { width: 2, ..Rows::new("INSERT INTO t VALUES ", " END") };
        assert_eq!(rows.sql(2, true), "INSERT INTO t VALUES ($1, $2), ($3, $4) END");
        assert_eq!(rows.sql(2, false), "INSERT INTO t VALUES (?, ?), (?, ?) END");
    }
}
