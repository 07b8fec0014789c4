//! Reports that come twice: the same source and reference with the same content change nothing; with other content they are
//! refused, naming what differs. Compared with what was received, not with what people made of it since.

use serde_json::{Map, Value};

use super::Refused;
use crate::{
    domain::check::Finding,
    server::store::{Link, StoreError, history},
};

/// Refuses when the object with this source was received with other content. `now` stands in once history was erased.
pub async fn same_or_refused(
    link: &mut Link,
    entity: &str,
    id: &str,
    name: String,
    received: &Value,
    now: &Value,
) -> Result<(), Refused> {
    let before = match history::received(link, entity, id).await? {
        Some(content) => serde_json::from_str(&content).map_err(StoreError::from)?,
        None => now.clone(),
    };
    let differing = differing(&before, received);
    if differing.is_empty() { Ok(()) } else { Err(Refused::SourceTaken(name, differing)) }
}

fn differing(before: &Value, received: &Value) -> Vec<Finding> {
    let empty = Map::new();
    let (old, new) = (before.as_object().unwrap_or(&empty), received.as_object().unwrap_or(&empty));
    let mut findings = vec![];
    for (name, value) in new {
        match (name.as_str(), old.get(name), value) {
            ("facts", Some(Value::Object(old)), Value::Object(new)) => {
                // A field of a newer loket stands in no older report: nothing was said of it.
                let fields = new.iter().filter(|(field, value)| old.get(*field).unwrap_or(&Value::Null) != *value);
                findings.extend(fields.map(|(field, _)| Finding::new(format!("/facts/{field}"), "differs", "")));
            }
            (_, old, new) if old != Some(new) => findings.push(Finding::new(format!("/{name}"), "differs", "")),
            _ => {}
        }
    }
    findings
}
