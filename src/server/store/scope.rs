//! For whom the store is asked: on PostgreSQL the second wall (row-level security), whatever a query forgets.

use tokio::task_local;

use super::{Link, StoreError, answered};
use crate::domain::{Instant, ids::AccountId, zone};

/// The setting that the policies of the tables ask for.
pub const SETTING: &str = "loket.scope";

/// Sees everything: the desk, and the server itself.
pub const ALL: &str = "all";

/// The day that policies with an end ask for.
const TODAY: &str = "loket.today";

/// Who asks: emergency access is one person's.
const PERSON: &str = "loket.person";

/// The moment it is asked at, in microseconds.
const NOW: &str = "loket.now";

task_local! {
    static OUTSIDE: Option<Outside>;
}

#[derive(Debug, Clone)]
struct Outside {
    organisation: String,
    account: AccountId,
    now: Instant,
}

/// Runs for somebody who reads no signals: no row of a case is there, but for what this organisation reported, what is shared with it on the
/// day, and what this account opened in an emergency. With none, nothing is.
pub async fn outside<F: Future>(organisation: Option<&str>, account: AccountId, now: Instant, task: F) -> F::Output {
    let organisation = organisation.unwrap_or_default().to_owned();
    OUTSIDE.scope(Some(Outside { organisation, account, now }), task).await
}

/// Runs with everything there, for somebody outside whose right to it was asked before: what they may write follows rules that look at
/// other cases too.
pub async fn whole<F: Future>(task: F) -> F::Output {
    OUTSIDE.scope(None, task).await
}

/// Is it for somebody for whom not everything is there?
pub fn is_outside() -> bool {
    OUTSIDE.try_with(Option::is_some).unwrap_or(false)
}

/// A transaction of PostgreSQL, for whom it is now.
pub async fn begin(pool: &sqlx::PgPool) -> Result<Link, StoreError> {
    let mut transaction = answered(pool.begin()).await?;
    if let Ok(Some(Outside { organisation, account, now })) = OUTSIDE.try_with(Clone::clone) {
        let set = sqlx::query(
            "SELECT set_config($1, $2, true), set_config($3, $4, true), set_config($5, $6, true), set_config($7, $8, true)",
        );
        let set = set.bind(SETTING).bind(format!("of:{organisation}")).bind(TODAY).bind(zone::date_of(now).to_string());
        let set = set.bind(PERSON).bind(account.to_string()).bind(NOW).bind(now.timestamp_micros().to_string());
        answered(set.execute(&mut *transaction)).await?;
    }
    Ok(Link::PgWriter(transaction))
}
