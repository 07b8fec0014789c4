//! Runs one SQL text on either database. The texts are `&'static str`, numbered parameters (`$1`) work on both.

/// All rows as tuples: `all!(link, (i64, String), "SELECT …", bind, …)`.
macro_rules! all {
    ($link:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        match $link.end() {
            $crate::server::store::End::Lite(end) =>
                sqlx::query_as::<sqlx::Sqlite, $row>($sql)$(.bind($bind))*.fetch_all(end).await,
            $crate::server::store::End::Pg(end) =>
                $crate::server::store::answered(sqlx::query_as::<sqlx::Postgres, $row>($sql)$(.bind($bind))*.fetch_all(end)).await,
        }.map_err($crate::server::store::StoreError::from)
    };
}

/// The row, if there is one.
macro_rules! maybe {
    ($link:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        match $link.end() {
            $crate::server::store::End::Lite(end) =>
                sqlx::query_as::<sqlx::Sqlite, $row>($sql)$(.bind($bind))*.fetch_optional(end).await,
            $crate::server::store::End::Pg(end) =>
                $crate::server::store::answered(sqlx::query_as::<sqlx::Postgres, $row>($sql)$(.bind($bind))*.fetch_optional(end)).await,
        }.map_err($crate::server::store::StoreError::from)
    };
}

/// The row that must be there.
macro_rules! one {
    ($link:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        match $link.end() {
            $crate::server::store::End::Lite(end) =>
                sqlx::query_as::<sqlx::Sqlite, $row>($sql)$(.bind($bind))*.fetch_one(end).await,
            $crate::server::store::End::Pg(end) =>
                $crate::server::store::answered(sqlx::query_as::<sqlx::Postgres, $row>($sql)$(.bind($bind))*.fetch_one(end)).await,
        }.map_err($crate::server::store::StoreError::from)
    };
}

/// A statement without rows; gives how many rows it touched.
macro_rules! run {
    ($link:expr, $sql:expr $(, $bind:expr)* $(,)?) => {
        match $link.end() {
            $crate::server::store::End::Lite(end) =>
                sqlx::query::<sqlx::Sqlite>($sql)$(.bind($bind))*.execute(end).await.map(|done| done.rows_affected()),
            $crate::server::store::End::Pg(end) =>
                $crate::server::store::answered(sqlx::query::<sqlx::Postgres>($sql)$(.bind($bind))*.execute(end)).await.map(|done| done.rows_affected()),
        }.map_err($crate::server::store::StoreError::from)
    };
}

pub(crate) use {all, maybe, one, run};
