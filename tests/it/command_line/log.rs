//! The log of the real server: it tells every request, and nothing of a case, a person or a secret.

use crate::support::program::{self, Serving, loket};

const TITLE: &str = "Kanarietitel zonder woonruimte";
const ACCOUNT: &str = "Kanarietoelichting over een gezin";
const REPORTER: &str = "Kanaria Melderink";

#[test]
fn the_log_tells_requests_and_no_secrets() {
    let home = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", home.path().join("loket.db").display());
    let secret = program::token(home.path(), &database, "desk", "Kanarie Medewerker");
    let serving = Serving::start(home.path(), &database);
    let report = home.path().join("signaal.json");
    let facts = serde_json::json!({"title": TITLE, "account": ACCOUNT, "reporter": {"name": REPORTER}});
    std::fs::write(&report, serde_json::json!({"facts": facts}).to_string()).unwrap();
    let call = |arguments: &[&str]| {
        let mut command = loket(home.path());
        command.env("LOKET_SERVER", &serving.address).env("LOKET_TOKEN", &secret);
        program::run(command.args(arguments))
    };
    let created = call(&["signal", "create", "--json-input", report.to_str().unwrap()]);
    assert!(created.status.success(), "{}", program::said(&created));
    let number = String::from_utf8(created.stdout).unwrap();
    assert!(call(&["signal", "show", number.trim()]).status.success());
    assert!(call(&["wie", "Kanariezoekterm"]).status.code().is_some());
    assert!(!call(&["signal", "show", "S-2026-99999"]).status.success());
    // The secret of a calendar feed stands in its address, and there alone.
    let made = call(&["feed", "create", "Kanarieagenda"]);
    let address = String::from_utf8(made.stdout).unwrap();
    let feed = address.split('/').find(|part| part.starts_with("lkf_")).unwrap().to_owned();
    for address in
        [address.trim().to_owned(), address.trim().replace("lkf_", "lkf_kanarie"), format!("{}?kind=kanarie", address.trim())]
    {
        get(&address);
    }
    let mut wrong = loket(home.path());
    wrong.env("LOKET_SERVER", &serving.address).env("LOKET_TOKEN", "lkt_kanariegeheim");
    assert!(!program::run(wrong.args(["signal", "list"])).status.success());
    let log = serving.stop();
    for told in [
        "POST",
        "/v1/signals/{id}",
        "/v1/feeds/{token}/deadlines.ics",
        "status=404",
        "status=201",
        "status=401",
        "account=",
        "ms=",
        "told to stop",
        "stopped",
    ] {
        assert!(log.contains(told), "{told} is missing:\n{log}");
    }
    for canary in ["anari", &secret, &feed, &feed[4..], number.trim(), TITLE, ACCOUNT, REPORTER] {
        assert!(!log.contains(canary), "{canary} is in the log:\n{log}");
    }
}

/// A plain request, as a calendar program makes one.
fn get(address: &str) {
    use std::io::{Read, Write};
    let rest = address.strip_prefix("http://").unwrap();
    let (host, path) = rest.split_once('/').unwrap();
    let mut stream = std::net::TcpStream::connect(host).unwrap();
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 "), "{answer}");
}

#[test]
fn programs_read_lines_of_json_and_a_level_leaves_the_rest_out() {
    let home = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", home.path().join("loket.db").display());
    let first = Serving::start_with(home.path(), &database, &["--log-format", "json"]);
    let address = first.address.clone();
    let mut away = loket(home.path());
    away.env("LOKET_SERVER", &address).env("LOKET_TOKEN", "lkt_onbekend");
    assert!(!program::run(away.args(["signal", "list"])).status.success());
    let before = first.before.clone();
    let log = first.stop();
    let lines: Vec<serde_json::Value> =
        before.lines().chain(log.lines()).filter_map(|line| serde_json::from_str(line).ok()).collect();
    let told = |text: &str| lines.iter().find(|line| line["message"] == text).unwrap_or_else(|| panic!("{text}: {before}{log}"));
    assert_eq!(told("the schema was brought up to date")["before"], 0);
    assert_eq!(told("the store is open")["store"], "sqlite");
    let request = told("request");
    assert_eq!((request["status"].as_u64(), request["path"].as_str()), (Some(401), Some("/v1/signals")));
    assert!(request["ms"].is_f64() && request["id"].as_str().is_some_and(|id| id.len() == 16), "{request}");
    told("stopped");
    let quiet = Serving::start_with(home.path(), &database, &["--log-level", "error"]);
    let before = quiet.before.clone();
    assert_eq!(quiet.stop(), "");
    assert!(!before.contains("INFO"), "{before}");
}
