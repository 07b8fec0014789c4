//! Eight people change the same few objects at the same time, each by what it last saw, over a network that loses replies. What was
//! acknowledged stands in the history on exactly what it was decided on; what was refused stands nowhere.

use std::{collections::BTreeMap, time::Duration};

use loket::{
    api::problem::Code,
    client::{Failure, Patience, Session, Write, WriteMethod},
    domain::{ids::IdempotencyKey, role::Role},
    locale::Language,
};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::{
    Lot,
    http::{Caller, new_key},
    proof::{is_long, report, seed_of},
    proxy::{ACKNOWLEDGEMENTS_LOST, Fate, Head, Proxy},
    samples::{commitment, officer, signal},
    server::TestServer,
};

on_both_stores!(eight_people_lose_no_acknowledged_edit);

const PEOPLE: u64 = 8;

/// Reads and changes of all of them.
fn steps() -> u64 {
    if is_long() { 10_000 } else { 320 }
}

fn beset(head: &Head, lot: &mut Lot) -> Fate {
    if !head.writes() {
        return Fate::Pass;
    }
    match lot.below(100) {
        0..20 => Fate::LoseReply,
        20..25 => Fate::Duplicate,
        25..30 => Fate::CutAfter(lot.below(2) as usize),
        30..40 => Fate::Delay(Duration::from_millis(lot.below(5))),
        _ => Fate::Pass,
    }
}

/// Something that all of them change.
#[derive(Clone)]
struct Object {
    path: String,
    /// Its texts that are changed.
    fields: [&'static str; 2],
}

/// A change that somebody asked for.
#[derive(Clone)]
struct Edit {
    path: String,
    field: &'static str,
    /// The version it was decided on, and the text that stood there.
    base: i64,
    saw: Value,
    text: Value,
}

#[derive(Default)]
struct Work {
    done: Vec<Edit>,
    refused: Vec<Edit>,
}

async fn eight_people_lose_no_acknowledged_edit(server: &TestServer) {
    let mut lot = Lot(seed_of("eight people on the same objects"));
    let desk = server.desk();
    let mut objects = vec![];
    for number in 0..7 {
        let made = |path: &'static str, body: Value, fields| {
            let desk = desk.clone();
            async move {
                let made = desk.post(path, &body).await.expect(201);
                Object { path: format!("{path}/{}", made["item"]["id"].as_str().unwrap()), fields }
            }
        };
        objects.push(match number {
            0..3 => made("/v1/signals", signal(&format!("Zaak {number}")), ["account", "stalemate"]).await,
            3..5 => made("/v1/officers", officer("UWV", &format!("Persoon {number}")), ["availability", "escalation"]).await,
            _ => {
                let case = desk.post("/v1/signals", &signal(&format!("Zaak {number}"))).await.expect(201);
                made("/v1/commitments", commitment(case["item"]["id"].as_str().unwrap()), ["person", "to"]).await
            }
        });
    }
    let proxy = Proxy::start(&[&desk.server], lot.draw(), beset).await;
    let mut working = JoinSet::new();
    for number in 0..PEOPLE {
        let who = server.account(Role::Desk, &format!("Medewerker {number}"), "LMM").await;
        let who = Caller { server: proxy.address.clone(), ..who };
        working.spawn(work(number, who, objects.clone(), Lot(lot.draw())));
    }
    let (mut done, mut refused) = (vec![], vec![]);
    for work in working.join_all().await {
        done.extend(work.done);
        refused.extend(work.refused);
    }
    println!("{} done, {} refused; {}", done.len(), refused.len(), proxy.told());
    for object in &objects {
        judge(server, object, &done, &refused).await;
    }
    let lost = proxy.count(ACKNOWLEDGEMENTS_LOST);
    assert!(lost > 0 && !refused.is_empty() && done.len() > refused.len() / 20, "nobody met anybody, or nothing was lost");
    let store = if server.is_postgres() { "PostgreSQL" } else { "SQLite" };
    report(
        &format!("eight people change the same objects over a network that loses replies, {store}"),
        &format!(
            "{} steps, {} edits acknowledged, {} refused, {lost} acknowledgements lost on the way; every edit on what it was decided on, 0 lost",
            steps(),
            done.len(),
            refused.len()
        ),
    );
}

async fn work(number: u64, who: Caller, objects: Vec<Object>, mut lot: Lot) -> Work {
    let patience = Patience { total: Duration::from_secs(5), pauses: vec![Duration::ZERO; 2], ..Patience::default() };
    let session = Session::with_patience(&who.server, who.token.clone().into(), Language::Dutch, patience).unwrap();
    let mut work = Work::default();
    let mut seen: Vec<Value> = vec![];
    for object in &objects {
        seen.push(whole(&who.get(&object.path).await.expect(200)));
    }
    for step in 0..steps() / PEOPLE {
        let at = lot.below(objects.len() as u64) as usize;
        let object = &objects[at];
        if lot.below(3) == 0 {
            seen[at] = whole(&who.get(&object.path).await.expect(200));
            continue;
        }
        let field = object.fields[lot.below(2) as usize];
        let text = json!(format!("medewerker {number} stap {step}"));
        let edit = Edit {
            path: object.path.clone(),
            field,
            base: seen[at]["version"].as_i64().unwrap(),
            saw: seen[at]["facts"][field].clone(),
            text: text.clone(),
        };
        let write = Write {
            key: IdempotencyKey(new_key()),
            method: WriteMethod::Patch,
            path: object.path.clone(),
            version: Some(edit.base),
            body: Some(json!({ field: text })),
        };
        loop {
            match session.write::<Value>(&write).await {
                Ok(answer) => {
                    seen[at] = whole(&answer);
                    work.done.push(edit);
                }
                Err(Failure::Problem(problem)) if problem.code == Code::StaleVersion => {
                    work.refused.push(edit);
                    // Most look what it is now; some go on with what they have.
                    if lot.below(4) > 0 {
                        seen[at] = whole(&who.get(&object.path).await.expect(200));
                    }
                }
                Err(failure) if failure.is_passing() => continue,
                Err(failure) => panic!("{}: {failure:?}", object.path),
            }
            break;
        }
    }
    work
}

/// The object of an answer, however deep.
fn whole(answer: &Value) -> Value {
    ["item", "commitment", "arrangement"].iter().find_map(|name| answer.get(name)).unwrap_or(answer).clone()
}

async fn judge(server: &TestServer, object: &Object, done: &[Edit], refused: &[Edit]) {
    let id = object.path.rsplit('/').next().unwrap();
    let now = whole(&server.desk().get(&object.path).await.expect(200));
    for field in object.fields {
        let of = |edits: &[Edit]| -> Vec<Edit> {
            edits.iter().filter(|edit| edit.path == object.path && edit.field == field).cloned().collect()
        };
        let (done, refused) = (of(done), of(refused));
        let query = format!(
            "SELECT version || '|' || old || '|' || new FROM history WHERE object = '{id}' AND field IN ('{field}', 'facts') \
             ORDER BY version"
        );
        let rows = server.texts(&query).await;
        let rows: Vec<Revision> = rows.iter().map(|row| revision(row, field)).filter(|row| row.1 != row.2).collect();
        let by_text: BTreeMap<String, &Revision> = rows.iter().map(|row| (row.2.to_string(), row)).collect();
        assert_eq!(by_text.len(), rows.len(), "{id} {field}: a text is there twice");
        for edit in &done {
            let row = by_text.get(&edit.text.to_string());
            let (version, old, _) = row.unwrap_or_else(|| panic!("{id} {field}: {} was acknowledged and is lost", edit.text));
            assert_eq!(*version, edit.base + 1, "{id} {field}: {} does not stand on what was seen", edit.text);
            assert_eq!(*old, edit.saw, "{id} {field}: {} went over something that was not seen", edit.text);
        }
        for edit in &refused {
            assert!(!by_text.contains_key(&edit.text.to_string()), "{id} {field}: {} was refused and is there", edit.text);
        }
        assert_eq!(rows.len(), done.len(), "{id} {field}: what was saved and what was acknowledged differ");
        for pair in rows.windows(2) {
            assert_eq!(pair[0].2, pair[1].1, "{id} {field}: version {} does not follow on {}", pair[1].0, pair[0].0);
        }
        let last = rows.last().map_or(&now["facts"][field], |row| &row.2);
        assert_eq!(*last, now["facts"][field], "{id} {field}: not what was saved last");
    }
}

/// The version that a change made, and what the field was and became.
type Revision = (i64, Value, Value);

/// Of an agreement the history keeps the facts together.
fn revision(row: &str, field: &str) -> Revision {
    let parts: Vec<&str> = row.split('|').collect();
    let [version, old, new] = parts[..] else { panic!("{row}") };
    let value = |text| {
        let value: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {row}"));
        if value.is_object() { value[field].clone() } else { value }
    };
    (version.parse().unwrap(), value(old), value(new))
}
