//! Kills of the real server while marks of deadlines are due: each is told once all the same.

use std::collections::BTreeMap;

use loket::api::problem::exit;
use serde_json::{Value, json};

use crate::support::program::{self, Serving, loket};

/// How often the server is killed.
const KILLS: usize = 6;

/// Deadlines put in before each kill.
const EACH: usize = 3;

#[test]
fn a_mark_is_told_once_over_kills() {
    let home = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", home.path().join("loket.db").display());
    let secret = program::token(home.path(), &database, "desk", "M. Visser");
    let call = |serving: &Serving, arguments: &[&str]| {
        let mut command = loket(home.path());
        command.env("LOKET_SERVER", &serving.address).env("LOKET_TOKEN", &secret);
        program::run(command.args(arguments))
    };
    // What is due rings right after it is written: the kill comes at another moment of that each time.
    for kill in 0..KILLS {
        let serving = Serving::start(home.path(), &database);
        for _ in 0..EACH {
            let today = loket::domain::zone::date_of(chrono::Utc::now());
            let report = home.path().join("signaal.json");
            let facts = json!({ "title": "Ontruiming", "threats": [{ "what": "ontruiming", "on": today }] });
            std::fs::write(&report, json!({ "facts": facts }).to_string()).unwrap();
            let created = call(&serving, &["signal", "create", "--json-input", report.to_str().unwrap()]);
            assert!(created.status.success(), "{}", program::said(&created));
        }
        for _ in 0..kill {
            new(&call(&serving, &["time-out", "due", "--new", "--json"]));
        }
        serving.kill();
    }
    // Another address is another reader: it is told everything, from the start.
    let serving = Serving::start(home.path(), &database);
    let mut told: Vec<Value> = vec![];
    let threats = |told: &[Value]| told.iter().filter(|alarm| alarm["kind"] == "threat").count();
    // Bounded by the number of processes, not by time.
    for _ in 0..400 {
        if threats(&told) >= KILLS * EACH {
            break;
        }
        told.extend(new(&call(&serving, &["time-out", "due", "--new", "--json"])));
    }
    assert_eq!(threats(&told), KILLS * EACH);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    told.iter().for_each(|alarm| *seen.entry(alarm["id"].as_str().unwrap().to_owned()).or_default() += 1);
    assert!(seen.values().all(|times| *times == 1), "{seen:?}");
    assert!(new(&call(&serving, &["time-out", "due", "--new", "--json"])).is_empty());
    let log = serving.stop();
    assert!(!log.contains("ERROR"), "{log}");
}

fn new(output: &std::process::Output) -> Vec<Value> {
    assert!([exit::DONE, exit::NOTHING].map(i32::from).contains(&output.status.code().unwrap()), "{}", program::said(output));
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    told["items"].as_array().unwrap().clone()
}
