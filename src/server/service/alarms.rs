//! Reading alarms in the order in which they rang.

use super::{Refused, Service};
use crate::server::{
    identity::Caller,
    store::{
        alarms::{self, Wanted},
        changes,
    },
};

impl Service {
    /// A page of alarms, each as JSON; the cursor after the last; and whether there is more. A cursor of another store, or from
    /// before it was put back from a copy, begins anew.
    pub async fn alarms(
        &self,
        caller: &Caller,
        mut wanted: Wanted,
        cursor: Option<(&str, i64)>,
    ) -> Result<(Vec<String>, (String, i64), bool), Refused> {
        self.listed(caller, "alarm.list", "alarm").await?;
        let mut link = self.store.read().await?;
        let (epoch, head) = changes::head(&mut link).await?;
        wanted.after = cursor.filter(|(store, seq)| *store == epoch && *seq <= head).map_or(0, |(_, seq)| seq);
        let most = usize::try_from(wanted.limit).unwrap_or_default();
        wanted.limit += 1;
        let mut rows = alarms::page(&mut link, &wanted).await?;
        let more = rows.len() > most;
        rows.truncate(most);
        let last = rows.last().map_or(wanted.after, |(seq, _)| *seq);
        Ok((rows.into_iter().map(|(_, row)| row).collect(), (epoch, last), more))
    }
}
