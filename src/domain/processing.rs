//! The register of processing activities, as data with ids, and a line of the processing log in the fields of the Dutch standard Logboek
//! dataverwerkingen (Logius, work version of 2025, <https://logius-standaarden.github.io/logboek-dataverwerkingen/>).
//!
//! A line names a case by a keyed hash and nobody who worked on it: that stands in the audit log alone.

use serde::Serialize;

/// A processing activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Activity {
    /// Id; the last part of [`Activity::uri`].
    pub id: &'static str,
    /// Dutch name.
    pub naam: &'static str,
    /// English name.
    pub name: &'static str,
    /// The kinds of objects of the audit log that belong to it, with blanks between.
    entities: &'static str,
}

impl Activity {
    /// How lines of the log name it.
    pub fn uri(&self) -> String {
        format!("urn:loket:verwerking:{}", self.id)
    }
}

/// Every activity, in the order of the register.
pub fn activities() -> impl Iterator<Item = Activity> {
    include_str!("data/processing_activities.csv").lines().skip(1).filter_map(|line| {
        let mut cells = line.split(';');
        Some(Activity { id: cells.next()?, naam: cells.next()?, name: cells.next()?, entities: cells.next()? })
    })
}

/// The activity that something with this kind of object belongs to; nothing: it is about no household.
pub fn activity_of(entity: &str) -> Option<Activity> {
    activities().find(|activity| activity.entities.split(' ').any(|one| one == entity))
}

/// How an action ended, as the standard has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Status {
    /// Without a fault of the system, whatever came of it.
    Unset,
    /// By a fault of the system.
    Error,
}

/// A line of the processing log. The names of the fields are those of the standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Of the whole processing: 16 bytes, hexadecimal.
    pub trace_id: String,
    /// Of this action in it: 8 bytes, hexadecimal.
    pub span_id: String,
    /// How it ended.
    pub status: Status,
    /// What the action is called.
    pub name: String,
    /// When it began, in milliseconds since 1970.
    pub start_time: i64,
    /// When it ended: loket keeps one moment.
    pub end_time: i64,
    /// Which program.
    pub resource: Resource,
    /// About whom and what for.
    pub attributes: Attributes,
}

/// Which program processed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Resource {
    /// Its name and version.
    pub attributes: ResourceAttributes,
}

/// See [`Resource`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ResourceAttributes {
    /// The name.
    #[serde(rename = "service.name")]
    pub name: &'static str,
    /// The version.
    #[serde(rename = "service.version")]
    pub version: &'static str,
}

/// About whom and what for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attributes {
    /// The activity, in the register.
    #[serde(rename = "dpl.core.processing_activity_id")]
    pub processing_activity_id: String,
    /// The household, by a keyed hash of the case.
    #[serde(rename = "dpl.core.data_subject_id")]
    pub data_subject_id: String,
    /// What kind of id that is.
    #[serde(rename = "dpl.core.data_subject_id_type")]
    pub data_subject_id_type: &'static str,
}

/// The kind of id that a household has in the processing log: a keyed hash of loket's own reference to the case.
pub const SUBJECT_TYPE: &str = "urn:loket:betrokkene:zaak";

/// Lines as OTLP over HTTP takes them (JSON, `ExportTraceServiceRequest`).
pub fn otlp(lines: &[Line]) -> serde_json::Value {
    let attribute = |key: &str, value: &str| serde_json::json!({ "key": key, "value": { "stringValue": value } });
    let Some(first) = lines.first() else { return serde_json::json!({ "resourceSpans": [] }) };
    let program = &first.resource.attributes;
    let span = |line: &Line| {
        let of = &line.attributes;
        serde_json::json!({
            "traceId": line.trace_id,
            "spanId": line.span_id,
            "name": line.name,
            "kind": 1,
            "startTimeUnixNano": format!("{}000000", line.start_time),
            "endTimeUnixNano": format!("{}000000", line.end_time),
            "status": if line.status == Status::Error { serde_json::json!({ "code": 2 }) } else { serde_json::json!({}) },
            "attributes": [
                attribute("dpl.core.processing_activity_id", &of.processing_activity_id),
                attribute("dpl.core.data_subject_id", &of.data_subject_id),
                attribute("dpl.core.data_subject_id_type", of.data_subject_id_type),
            ],
        })
    };
    serde_json::json!({ "resourceSpans": [{
        "resource": { "attributes": [attribute("service.name", program.name), attribute("service.version", program.version)] },
        "scopeSpans": [{ "scope": { "name": "loket" }, "spans": lines.iter().map(span).collect::<Vec<_>>() }],
    }] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_object_of_a_household_has_one_activity() {
        let ids: Vec<&str> = activities().map(|activity| activity.id).collect();
        assert_eq!(ids, ["signalen", "time-outs", "afspraken", "let-overleg"]);
        for (entity, id) in
            [("signal", "signalen"), ("time-out", "time-outs"), ("bridging", "afspraken"), ("papers", "let-overleg")]
        {
            assert_eq!(activity_of(entity).map(|activity| activity.id), Some(id), "{entity}");
        }
        for entity in ["officer", "audit", "view", "delivery", ""] {
            assert_eq!(activity_of(entity), None, "{entity} is of no household");
        }
        let mut all: Vec<&str> = activities().flat_map(|activity| activity.entities.split(' ')).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count, "in one activity");
    }
}
