//! Every document of every table: can it be read, and is it the one of its row?

use serde::de::DeserializeOwned;
use serde_json::Value;
use sqlx::AssertSqlSafe;

use super::{Fault, Link, STEP, StoreError};
use crate::{
    domain::{
        arrangement::Arrangement,
        bridging::BridgingFacts,
        case_export::CaseExport,
        commitment::CommitmentFacts,
        confirmation::Confirmation,
        deadline::{Alarm, Deadline},
        delivery::{Content, Delivery, DeliveryLine, Made},
        destruction::Destruction,
        emergency::EmergencyAccess,
        lesson::Lesson,
        meeting::{
            AgendaItem, AgendaItemSummary, Edition, InvitationFacts, ItemPaperFacts, LetDecisionFacts, Meeting, MeetingSummary,
            Part, series::Series,
        },
        message::Message,
        moratorium::MoratoriumFacts,
        organisation::Organisation,
        share::Share,
        time_out::TimeOut,
        view::SavedView,
    },
    server::store::query::all,
};

/// Documents of a table.
struct Documents {
    table: &'static str,
    /// The rows, where the table holds documents of several kinds.
    only: &'static str,
    /// What tells the rows apart, in their order, as text.
    id: &'static str,
    /// The column of the version, or [`NONE`].
    version: &'static str,
    /// The column of the document.
    column: &'static str,
    /// Can it be read?
    reads: fn(&str) -> bool,
}

fn reads<T: DeserializeOwned>(document: &str) -> bool {
    serde_json::from_str::<T>(document).is_ok()
}

const fn plain(table: &'static str, version: &'static str, reads: fn(&str) -> bool) -> Documents {
    Documents { table, only: "", id: "id", version, column: "document", reads }
}

const fn kind(table: &'static str, only: &'static str, reads: fn(&str) -> bool) -> Documents {
    Documents { table, only, id: "id", version: "version", column: "document", reads }
}

const fn column(table: &'static str, id: &'static str, column: &'static str, reads: fn(&str) -> bool) -> Documents {
    Documents { table, only: "", id, version: NONE, column, reads }
}

/// No version, in a type both databases agree on.
const NONE: &str = "CAST(0 AS BIGINT)";
const NUMBER: &str = "CAST(number AS TEXT)";

/// Signals, their timelines and the register are looked at apart, with more.
const ALL: &[Documents] = &[
    column("organisations", "code", "document", reads::<Organisation>),
    plain("saved_views", "version", reads::<SavedView>),
    plain("time_outs", "version", reads::<TimeOut>),
    plain("confirmations", "version", reads::<Confirmation>),
    plain("deadlines", NONE, reads::<Deadline>),
    kind("arrangements", "kind = 'moratorium'", reads::<Arrangement<MoratoriumFacts>>),
    kind("arrangements", "kind = 'bridging'", reads::<Arrangement<BridgingFacts>>),
    kind("arrangements", "kind = 'commitment'", reads::<Arrangement<CommitmentFacts>>),
    plain("alarms", NONE, reads::<Alarm>),
    plain("meetings", "version", reads::<Meeting>),
    column("meetings", "id", "summary", reads::<MeetingSummary>),
    plain("agenda_items", NONE, reads::<AgendaItem>),
    column("agenda_items", "id", "summary", reads::<AgendaItemSummary>),
    kind("agenda_parts", "kind = 'invitation'", reads::<Part<InvitationFacts>>),
    kind("agenda_parts", "kind = 'decision'", reads::<Part<LetDecisionFacts>>),
    kind("agenda_parts", "kind = 'paper'", reads::<Part<ItemPaperFacts>>),
    Documents { id: "part || '/' || CAST(version AS TEXT)", ..plain("agenda_part_versions", "version", reads::<Value>) },
    plain("editions", NONE, reads::<Edition>),
    plain("lessons", "version", reads::<Lesson>),
    plain("shares", "version", reads::<Share>),
    plain("emergency_accesses", "version", reads::<EmergencyAccess>),
    plain("messages", "version", reads::<Message>),
    plain("destructions", "version", reads::<Destruction>),
    plain("exports", "version", reads::<CaseExport>),
    plain("meeting_series", "version", reads::<Series>),
    column("deliveries", NUMBER, "summary", reads::<Delivery>),
    column("deliveries", NUMBER, "content", reads::<Content>),
    column("deliveries", NUMBER, "lines", reads::<Vec<DeliveryLine>>),
    column("deliveries", NUMBER, "made", reads::<Vec<Made>>),
];

/// Documents that cannot be read, or that are not those of their row.
pub async fn faults(link: &mut Link) -> Result<Vec<Fault>, StoreError> {
    let mut faults = vec![];
    for documents in ALL {
        documents.look(link, &mut faults).await?;
    }
    Ok(faults)
}

impl Documents {
    async fn look(&self, link: &mut Link, faults: &mut Vec<Fault>) -> Result<(), StoreError> {
        let Self { table, id, version, column, .. } = self;
        let only = if self.only.is_empty() { String::new() } else { format!(" AND {}", self.only) };
        let sql = format!("SELECT {id}, {version}, {column} FROM {table} WHERE {id} > $1{only} ORDER BY 1 LIMIT $2");
        let mut after = String::new();
        loop {
            let rows = all!(link, (String, i64, String), AssertSqlSafe(sql.clone()), &after, STEP)?;
            let Some((last, ..)) = rows.last() else { return Ok(()) };
            after.clone_from(last);
            for (id, version, document) in &rows {
                if !(self.reads)(document) || !is_of(document, id, *version) {
                    faults.push(Fault::of("document", format!("{table}.{column}, {id}")));
                }
            }
        }
    }
}

/// Does the document name the id of its row, and its version where the row has one?
fn is_of(document: &str, id: &str, version: i64) -> bool {
    let Ok(document) = serde_json::from_str::<Value>(document) else { return false };
    let id = id.split('/').next().unwrap_or(id);
    let names = document.get("id").and_then(Value::as_str).is_none_or(|named| named == id);
    let versions = document.get("version").and_then(Value::as_i64).filter(|_| version > 0);
    names && versions.is_none_or(|named| named == version)
}
