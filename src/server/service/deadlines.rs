//! Reading the deadline board, page by page, and one row of it with what it is made of.

use chrono::DateTime;

use super::{
    Case, Refused, Service, StoreError,
    arrangements::{AnyRecorded, recorded},
};
use crate::{
    domain::{
        Instant,
        deadline::{Deadline, DeadlineKind, decision_of},
        ids::DeadlineId,
        signal::Decision,
        time_out::DecisionSuspension,
    },
    server::{
        identity::Caller,
        store::{
            Link,
            deadlines::{self, Wanted},
            signals::{self, Which},
        },
    },
};

/// One row of the board with what it is made of.
#[derive(Debug, Clone)]
pub struct Clockwork {
    /// The row.
    pub row: Deadline,
    /// The decision whose term it is.
    pub decision: Option<Decision>,
    /// How that decision, and others of the signal, are suspended.
    pub suspensions: Vec<DecisionSuspension>,
    /// The time-out it is about.
    pub time_out: Option<Case>,
    /// The moratorium, bridging or commitment it is about.
    pub arrangement: Option<AnyRecorded>,
}

impl Service {
    /// A page of the board: day to go by, id, and the row as JSON.
    pub async fn deadlines(&self, caller: &Caller, wanted: &Wanted) -> Result<Vec<(String, String, String)>, Refused> {
        self.listed(caller, "deadline.list", "deadline").await?;
        Ok(deadlines::page(&mut self.store.read().await?, wanted).await?)
    }

    /// One row, written down before it is given.
    pub async fn deadline(&self, caller: &Caller, id: &str) -> Result<Clockwork, Refused> {
        let id = id.parse::<DeadlineId>().map_err(|_| Refused::NotFound)?.to_string();
        let mut link = self.store.read().await?;
        let row = deadlines::get(&mut link, &id).await?.ok_or(Refused::NotFound)?;
        let signal = signals::get(&mut link, Which::Id(&row.signal.to_string())).await?.ok_or(Refused::NotFound)?;
        let time_out = match row.time_out {
            Some(id) => self.case(&mut link, &id.to_string()).await?,
            None => None,
        };
        let arrangement = arrangement_of(&mut link, &row).await?;
        self.saw(caller, "deadline.read", "deadline", &id).await?;
        let decision = decision_of(&row, &signal).cloned();
        Ok(Clockwork { decision, suspensions: signal.suspensions, row, time_out, arrangement })
    }

    /// Rows of the board for a calendar, each with when it last changed and a sequence that every change raises.
    pub async fn deadline_events(&self, caller: &Caller, wanted: &Wanted) -> Result<Vec<(Deadline, Instant, u32)>, Refused> {
        self.listed(caller, "deadline.feed", "deadline").await?;
        let rows = deadlines::events(&mut self.store.read().await?, wanted).await?;
        let row = |(document, changed_at, sequence): (String, i64, i64)| {
            let changed_at = DateTime::from_timestamp_micros(changed_at).unwrap_or_default();
            Ok((serde_json::from_str(&document)?, changed_at, u32::try_from(sequence).unwrap_or(u32::MAX)))
        };
        Ok(rows.into_iter().map(row).collect::<Result<_, StoreError>>()?)
    }
}

/// The moratorium, bridging or commitment that a row is about.
async fn arrangement_of(link: &mut Link, row: &Deadline) -> Result<Option<AnyRecorded>, StoreError> {
    let Some(id) = row.arrangement.map(|id| id.to_string()) else { return Ok(None) };
    Ok(match row.kind {
        DeadlineKind::Moratorium => recorded(link, &id).await?.map(AnyRecorded::Moratorium),
        DeadlineKind::Bridging => recorded(link, &id).await?.map(AnyRecorded::Bridging),
        DeadlineKind::Commitment => recorded(link, &id).await?.map(AnyRecorded::Commitment),
        _ => None,
    })
}
