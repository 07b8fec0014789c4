//! Cases as people outside the desk may see them: the one place where anything of a case is read for them. The statements ask only
//! for what the organisation reported or what is shared with it on the day; what is read is projected here, and nothing but the
//! projection leaves.

use super::{
    Link, StoreError, arrangements, confirmations, emergencies,
    history::received,
    query::{all, maybe},
    shares,
    signals::{self, Which},
    time_outs,
};
use crate::domain::{
    arrangement::ArrangementKind,
    case::{Case, CaseRow, Outside, Reach, Sources},
    ids::SignalNumber,
    signal::{Facts, shield::ShieldedValue},
};

/// Commitments of one case that are looked at.
const COMMITMENTS: i64 = 1_000;

/// The id of a case, for the audit log, and what this organisation sees of it now, without what is shielded; nothing: it is not there
/// for it.
pub async fn read(link: &mut Link, outside: &Outside, number: SignalNumber) -> Result<Option<(String, Case)>, StoreError> {
    let Some(sources) = sources(link, outside, number).await? else { return Ok(None) };
    let Some(mut case) = sources.case(outside) else { return Ok(None) };
    case.shield();
    Ok(Some((sources.signal.id.to_string(), case)))
}

/// What is shielded of what this organisation sees of a case now; nothing: it is not there for it.
pub async fn shielded(
    link: &mut Link,
    outside: &Outside,
    number: SignalNumber,
) -> Result<Option<Vec<ShieldedValue>>, StoreError> {
    let case = sources(link, outside, number).await?.and_then(|sources| sources.case(outside));
    Ok(case.map(|mut case| case.shield()))
}

/// What this organisation may reach of a case now; nothing: it is not there for it. With the case locked it stays so.
pub async fn reach(link: &mut Link, outside: &Outside, number: SignalNumber) -> Result<Option<Reach>, StoreError> {
    Ok(sources(link, outside, number).await?.and_then(|sources| sources.reach(outside)))
}

/// The rows of a page, newest first: those below this number.
pub async fn page(
    link: &mut Link,
    outside: &Outside,
    below: Option<SignalNumber>,
    limit: i64,
) -> Result<Vec<CaseRow>, StoreError> {
    let numbers = all!(
        link,
        (i64,),
        "SELECT number FROM signals WHERE reported_by = $1 AND number < $3 UNION \
         SELECT number FROM shares WHERE recipient = $1 AND ended = 0 AND last_day >= $2 AND number < $3 ORDER BY 1 DESC LIMIT $4",
        outside.organisation.as_str(),
        outside.today().to_string(),
        below.map_or(i64::MAX, SignalNumber::as_i64),
        limit
    )?;
    let mut rows = vec![];
    for (number,) in numbers {
        rows.extend(read(link, outside, SignalNumber::from_i64(number)).await?.map(|(_, case)| case.row));
    }
    Ok(rows)
}

/// Everything of a case that may come into question, of one that is there for this organisation.
async fn sources(link: &mut Link, outside: &Outside, number: SignalNumber) -> Result<Option<Sources>, StoreError> {
    let account = outside.account.to_string();
    let found = maybe!(
        link,
        (String,),
        "SELECT s.id FROM signals s WHERE s.number = $1 AND (s.reported_by = $2 OR EXISTS (SELECT 1 FROM shares h \
         WHERE h.signal = s.id AND h.recipient = $2 AND h.ended = 0 AND h.last_day >= $3) OR EXISTS (SELECT 1 FROM emergency_accesses e \
         WHERE e.signal = s.id AND e.account = $4 AND e.open_until > $5))",
        number.as_i64(),
        outside.organisation.as_str(),
        outside.today().to_string(),
        &account,
        outside.now.timestamp_micros()
    )?;
    let Some((id,)) = found else { return Ok(None) };
    let Some(mut signal) = signals::get(link, Which::Id(&id)).await? else { return Ok(None) };
    signal.timeline = signals::timeline(link, &id).await?;
    let reported = match signal.reported_by == outside.organisation {
        true => reported(link, &id).await?,
        false => None,
    };
    let shares = shares::of_signal(link, &id).await?;
    let emergencies = emergencies::open(link, &id, &account, outside.now).await?;
    let wanted =
        arrangements::Wanted { signal: Some(id.clone()), open: false, from: None, until: None, after: None, limit: COMMITMENTS };
    let rows = arrangements::page(link, ArrangementKind::Commitment, &wanted).await?;
    let commitments = rows.iter().map(|row| serde_json::from_str(row)).collect::<Result<_, _>>()?;
    let mut time_outs = vec![];
    for time_out in time_outs::of_signal(link, &id).await? {
        let waits = match &time_out.pending {
            Some(pending) => confirmations::get(link, &pending.confirmation.to_string()).await?,
            None => None,
        };
        time_outs.push((time_out, waits));
    }
    Ok(Some(Sources { signal, reported, shares, commitments, emergencies, time_outs }))
}

/// The report as it came in; nothing once it was erased.
async fn reported(link: &mut Link, id: &str) -> Result<Option<Facts>, StoreError> {
    let Some(content) = received(link, "signal", id).await? else { return Ok(None) };
    let content: serde_json::Value = serde_json::from_str(&content)?;
    Ok(Some(serde_json::from_value(content["facts"].clone())?))
}
