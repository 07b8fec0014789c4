//! For whom the store is asked: on PostgreSQL the second wall (row-level security), whatever a query forgets.

use tokio::task_local;

use super::{Link, StoreError, answered};

/// The setting that the policies of the tables ask for.
pub const SETTING: &str = "loket.scope";

/// Sees everything: the desk, and the server itself.
pub const ALL: &str = "all";

task_local! {
    static OUTSIDE: String;
}

/// Runs for somebody of this organisation who reads no signals: no row of a case is there, but for what is of that organisation.
pub async fn outside<F: Future>(organisation: &str, task: F) -> F::Output {
    OUTSIDE.scope(format!("of:{organisation}"), task).await
}

/// Is it for somebody for whom not everything is there?
pub fn is_outside() -> bool {
    OUTSIDE.try_with(|_| ()).is_ok()
}

/// A transaction of PostgreSQL, for whom it is now.
pub async fn begin(pool: &sqlx::PgPool) -> Result<Link, StoreError> {
    let mut transaction = answered(pool.begin()).await?;
    if let Ok(scope) = OUTSIDE.try_with(Clone::clone) {
        let set = sqlx::query("SELECT set_config($1, $2, true)").bind(SETTING).bind(scope);
        answered(set.execute(&mut *transaction)).await?;
    }
    Ok(Link::PgWriter(transaction))
}
