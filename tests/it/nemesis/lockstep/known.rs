//! What was answered so far, as far as it is good for asking further.

use std::collections::BTreeMap;

use loket::api::path;
use serde_json::Value;

use super::{answer::Answer, operation::Operation};

/// Objects of a kind that are remembered.
const MOST: usize = 60;

/// An object as it was seen last.
#[derive(Debug, Clone)]
pub struct Object {
    /// What names it in a path: an id, or the number of a delivery.
    pub id: String,
    /// Its version.
    pub version: i64,
    /// The whole of it.
    pub value: Value,
}

/// A query without its cursor, and the cursor.
pub type Walked = (Vec<(String, String)>, String);

/// What is known.
#[derive(Debug, Default)]
pub struct Known {
    objects: BTreeMap<&'static str, Vec<Object>>,
    pages: BTreeMap<String, Vec<Walked>>,
    /// Searches with a cursor.
    pub searches: Vec<Value>,
    /// Cursors of the change feed, by who got them.
    pub cursors: Vec<(usize, String)>,
}

/// The kind of object that stands in a path, or that a list gives; nothing: none that can be asked for.
pub fn kind_of(route: &str) -> Option<&'static str> {
    // The longest beginning first.
    const KINDS: [(&str, Option<&str>); 42] = [
        (path::MEETING_SERIES, Some("series")),
        (path::FEED_TOKENS, Some("feed-token")),
        (path::FEED_DEADLINES, Some("feed-token")),
        ("/v1/signals", Some("signal")),
        // By their number: see `Drawer::filled`.
        ("/v1/cases", Some("signal")),
        ("/v1/reports", None),
        ("/v1/shares", Some("share")),
        ("/v1/messages", Some("message")),
        (path::EMERGENCY_ACCESSES, Some("emergency-access")),
        ("/v1/officers", Some("officer")),
        ("/v1/deliveries", Some("delivery")),
        ("/v1/views", Some("view")),
        ("/v1/deadlines", Some("deadline")),
        ("/v1/time-outs", Some("time-out")),
        ("/v1/confirmations", Some("confirmation")),
        ("/v1/moratoria", Some("moratorium")),
        ("/v1/bridgings", Some("bridging")),
        ("/v1/commitments", Some("commitment")),
        ("/v1/meetings", Some("meeting")),
        ("/v1/agenda-candidates", Some("agenda-item")),
        ("/v1/agenda-items", Some("agenda-item")),
        ("/v1/item-papers", Some("item-paper")),
        ("/v1/invitations", Some("invitation")),
        ("/v1/let-decisions", Some("let-decision")),
        ("/v1/editions", Some("edition")),
        ("/v1/lessons", Some("lesson")),
        ("/v1/numbers", None),
        ("/v1/alarms", None),
        ("/v1/audit", None),
        ("/v1/terms", None),
        ("/v1/changes", None),
        ("/v1/organisations", None),
        ("/v1/municipalities", None),
        ("/v1/presence", None),
        ("/v1/me", None),
        (path::SIGN_IN, None),
        (path::SESSIONS, Some("session")),
        (path::ADMINISTRATORS, Some("administrator")),
        (path::DESTRUCTIONS, Some("destruction")),
        (path::DESTRUCTION_LIST, None),
        (path::EXPORTS, Some("export")),
        (path::HOLDINGS_SEARCH, None),
    ];
    let found = KINDS.iter().find(|(start, _)| route.starts_with(start));
    match found {
        Some((_, kind)) => *kind,
        None if [path::EVENTS, path::OPENAPI, path::LIVE, path::READY].contains(&route) => None,
        None => panic!("{route} is new: say here what kind of object it is about"),
    }
}

/// The kind that an answer of a route tells of.
fn told_by(route: &str) -> Option<&'static str> {
    match route {
        path::MEETING_ITEMS | path::INVITATION | path::LET_DECISION => Some("agenda-item"),
        path::OFFICER_CALLS
        | path::OFFICER_HISTORY
        | path::OFFICERS_UNAPPOINTED
        | path::DELIVERY_LINES
        | path::SIGNALS_LOOK_ALIKES_SEARCH
        | path::SIGNAL_LOOK_ALIKES => None,
        path::SIGNAL_SHARES => Some("share"),
        path::SIGNAL_MESSAGES => Some("message"),
        path::SIGNAL_REVEALS => None,
        // Rows outside name no id, and their ETag is no version.
        route if route.starts_with("/v1/cases") => None,
        path::EXPORT_CONTENT | path::MEETING_PAPERS | path::MEETING_INVITATIONS | path::FEED_DEADLINES => None,
        _ => kind_of(route),
    }
}

impl Known {
    /// Is there something that this route can be asked about?
    pub fn has_what_it_takes(&self, route: &str) -> bool {
        let takes = ["{id}", "{token}", "{number}"].iter().any(|name| route.contains(name));
        !takes || kind_of(route).is_some_and(|kind| !self.all(kind).is_empty())
    }

    /// The objects of a kind.
    pub fn all(&self, kind: &str) -> &[Object] {
        self.objects.get(kind).map_or(&[], Vec::as_slice)
    }

    /// The version of what a path names; 1 when it is not known.
    pub fn version(&self, path: &str) -> i64 {
        let names = |object: &&Object| path.split(['/', '?']).any(|part| part == object.id);
        self.objects.values().flatten().find(names).map_or(1, |object| object.version)
    }

    /// The pages of a list that follow one that was seen.
    pub fn pages(&self, route: &str) -> Vec<Walked> {
        self.pages.get(route).cloned().unwrap_or_default()
    }

    /// Takes in what was answered.
    pub fn learn(&mut self, operation: &Operation, answer: &Answer) {
        if answer.status >= 300 {
            return;
        }
        if operation.route == path::CHANGES
            && let Some(last) = answer.body.lines().last().and_then(|line| serde_json::from_str::<Value>(line).ok())
            && let Some(cursor) = last["cursor"].as_str()
        {
            keep(&mut self.cursors, (operation.who, cursor.to_owned()));
        }
        let Ok(told) = serde_json::from_str::<Value>(&answer.body) else { return };
        if let Some(kind) = told_by(&operation.route) {
            self.take(kind, &told);
        }
        let Some(next) = told["next"].as_str().or(told["cursor"].as_str()) else { return };
        if operation.method == "GET" {
            let query = operation.path.split_once('?').map_or("", |(_, query)| query);
            let pairs = query.split('&').filter_map(|pair| pair.split_once('=')).filter(|(name, _)| *name != "after");
            // Only such as need no escape.
            let pairs: Vec<_> = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            if pairs.iter().all(|(_, value)| !value.contains('%')) {
                keep(self.pages.entry(operation.route.clone()).or_default(), (pairs, next.to_owned()));
            }
        } else if let Some(Ok(mut search)) = operation.body.as_ref().map(|body| serde_json::from_slice::<Value>(body))
            && search["list"].is_object()
        {
            search["list"]["after"] = next.into();
            keep(&mut self.searches, search);
        }
    }

    fn take(&mut self, kind: &'static str, told: &Value) {
        match told {
            Value::Array(all) => all.iter().for_each(|one| self.take(kind, one)),
            Value::Object(fields) => {
                let id = if kind == "delivery" { told["number"].as_i64().map(|number| number.to_string()) } else { id(told) };
                if let Some(id) = id {
                    self.put(kind, id, told);
                }
                for (name, value) in fields {
                    let kind = match name.as_str() {
                        "item" | "items" | "days" => kind,
                        "meeting" => "meeting",
                        "officer" => "officer",
                        "confirmation" => "confirmation",
                        "invitations" => "invitation",
                        "decisions" => "let-decision",
                        "papers" => "item-paper",
                        "edition" | "editions" => "edition",
                        _ => continue,
                    };
                    self.take(kind, value);
                }
            }
            _ => {}
        }
    }

    fn put(&mut self, kind: &'static str, id: String, told: &Value) {
        let all = self.objects.entry(kind).or_default();
        let version = told["version"].as_i64().unwrap_or(1);
        let had = all.iter().position(|object| object.id == id);
        // A row of a list tells less than what was read as a whole.
        let value = match had.map(|at| all.remove(at)) {
            Some(before) if told.get("facts").is_none() && before.value.get("facts").is_some() => before.value,
            _ => told.clone(),
        };
        keep(all, Object { id, version, value });
    }
}

fn keep<T>(all: &mut Vec<T>, one: T) {
    if all.len() >= MOST {
        all.remove(0);
    }
    all.push(one);
}

fn id(told: &Value) -> Option<String> {
    told["id"].as_str().filter(|id| uuid::Uuid::parse_str(id).is_ok()).map(str::to_owned)
}
