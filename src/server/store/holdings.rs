//! What the store holds of a case, table by table: how much, never what.

use super::{
    Link, StoreError,
    erasing::{items, objects},
    query::{all, one},
};
use crate::domain::holding::HoldingKind;

/// What is counted, kind by kind.
const COUNTS: [(HoldingKind, &str); 18] = [
    (HoldingKind::Case, "SELECT COUNT(*) FROM signals WHERE id = $1"),
    (HoldingKind::Timeline, "SELECT COUNT(*) FROM entries WHERE signal = $1"),
    (
        HoldingKind::History,
        concat!(
            "SELECT COUNT(*) FROM history WHERE entity IN ('signal', 'time-out', 'share', 'emergency-access', 'message', 'moratorium', 'bridging', 'commitment', \
             'agenda-item', 'invitation', 'let-decision', 'item-paper') AND object IN ",
            objects!()
        ),
    ),
    (HoldingKind::TimeOuts, "SELECT COUNT(*) FROM time_outs WHERE signal = $1"),
    (HoldingKind::Proposals, "SELECT COUNT(*) FROM confirmations WHERE subject IN (SELECT id FROM time_outs WHERE signal = $1)"),
    (HoldingKind::Arrangements, "SELECT COUNT(*) FROM arrangements WHERE signal = $1"),
    (HoldingKind::Board, "SELECT COUNT(*) FROM deadlines WHERE signal = $1"),
    (HoldingKind::Alarms, "SELECT COUNT(*) FROM alarms WHERE signal = $1"),
    (HoldingKind::Shares, "SELECT COUNT(*) FROM shares WHERE signal = $1"),
    (HoldingKind::EmergencyAccesses, "SELECT COUNT(*) FROM emergency_accesses WHERE signal = $1"),
    (HoldingKind::Messages, "SELECT COUNT(*) FROM messages WHERE signal = $1"),
    (
        HoldingKind::Agenda,
        concat!(
            "SELECT (SELECT COUNT(*) FROM agenda_items WHERE signal = $1) + (SELECT COUNT(*) FROM agenda_parts WHERE item IN ",
            items!(),
            ")"
        ),
    ),
    (HoldingKind::Editions, "SELECT COUNT(*) FROM editions WHERE document LIKE '%' || $1 || '%'"),
    (HoldingKind::Lessons, "SELECT COUNT(*) FROM lessons WHERE document LIKE '%' || $1 || '%'"),
    (HoldingKind::Calls, "SELECT COUNT(*) FROM officer_calls WHERE signal = $1"),
    (HoldingKind::Imports, concat!("SELECT COUNT(*) FROM imports WHERE object IN ", objects!())),
    (HoldingKind::Keys, concat!("SELECT COUNT(*) FROM idempotency WHERE object IN ", objects!())),
    (HoldingKind::Feed, "SELECT COUNT(*) FROM changes WHERE id = $1"),
];

/// How much there is of each kind; kinds of which there is nothing are left out.
pub async fn of_case(link: &mut Link, signal: &str) -> Result<Vec<(HoldingKind, i64)>, StoreError> {
    let mut found = vec![];
    for (kind, sql) in COUNTS {
        let (count,) = one!(link, (i64,), sql, signal)?;
        found.extend((count > 0).then_some((kind, count)));
    }
    let (count,) = one!(
        link,
        (i64,),
        concat!(
            "SELECT COUNT(*) FROM audit WHERE organisation IN (SELECT organisation FROM audit_heads) AND (object = $1 OR object IN ",
            objects!(),
            ")"
        ),
        signal
    )?;
    found.extend((count > 0).then_some((HoldingKind::Audit, count)));
    Ok(found)
}

/// The cases of a household, or with this reference of a sender, in order of number; not more than `most`.
pub async fn cases_of(link: &mut Link, reference: &str, most: i64) -> Result<Vec<String>, StoreError> {
    // Nothing else is a household's reference, and nothing of it stands for another letter.
    let is_plain = reference.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let household = if is_plain { format!("%\"household\":\"{reference}\"%") } else { String::new() };
    let rows = all!(
        link,
        (String,),
        "SELECT s.id FROM signals s JOIN signal_documents d ON d.id = s.id \
         WHERE s.source_reference = $1 OR d.document LIKE $2 ORDER BY s.number LIMIT $3",
        reference,
        household,
        most
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
