//! Terms over HTTP: the worked cases, what is asked wrong, and the words of both languages.

use loket::api::{path, problem::Code, term::TermAnswer};
use serde_json::{Value, json};

use crate::support::{http::Reply, server::TestServer};

const CASES: &str = include_str!("../../data/terms.csv");

on_both_stores!(every_worked_case_is_answered, a_rule_explains_itself, every_fault_of_the_question_is_named);

async fn ask(server: &TestServer, body: &Value) -> Reply {
    server.desk().post(path::TERMS_CALCULATE, body).await
}

async fn every_worked_case_is_answered(server: &TestServer) {
    let mut cases = 0;
    for line in CASES.lines().skip(1) {
        let fields: Vec<&str> = line.splitn(8, ',').collect();
        let suspensions: Vec<Value> = fields[3]
            .split(';')
            .filter_map(|part| part.split_once(".."))
            .map(|(from, until)| json!({ "from": from, "until": until }))
            .collect();
        let body = json!({ "trigger": fields[0], "length": fields[1], "basis": fields[2], "suspensions": suspensions });
        let answer: TermAnswer = ask(server, &body).await.read();
        let shown = [answer.nominal_end, answer.end, answer.safe_end].map(|day| day.to_string());
        assert_eq!(shown, [fields[4], fields[5], fields[6]], "{line}");
        assert!(answer.steps.iter().any(|step| step.code == "ends"), "{line}");
        assert!(answer.steps.iter().all(|step| !step.nl.is_empty() && step.nl != step.en), "{line}");
        cases += 1;
    }
    assert_eq!(cases, 31);
}

async fn a_rule_explains_itself(server: &TestServer) {
    let answer = ask(server, &json!({ "trigger": "2026-06-12", "rule": "vw-69" })).await.expect(200);
    assert_eq!((answer["end"].as_str(), answer["provisional"].as_bool()), (Some("2026-07-10"), Some(false)));
    assert_eq!(
        (answer["rule"]["label"].as_str(), answer["rule"]["validFrom"].as_str()),
        (Some("Vw 2000 69"), Some("2026-06-12"))
    );
    assert_eq!(answer["uncertainties"][0]["code"], "rule-to-confirm");
    let later = ask(server, &json!({ "trigger": "2028-12-20", "length": "6w" })).await.expect(200);
    assert_eq!((later["provisional"].as_bool(), later["uncertainties"][0]["code"].as_str()), (Some(true), Some("provisional")));
}

async fn every_fault_of_the_question_is_named(server: &TestServer) {
    let faults = async |body: Value| {
        let problem = ask(server, &body).await.problem(Code::InvalidInput);
        let errors = problem["errors"].as_array().unwrap();
        assert!(errors.iter().all(|fault| !fault["detail"].as_str().unwrap().starts_with("fault-")), "{problem:#}");
        errors.iter().map(|fault| format!("{} {}", fault["at"], fault["code"]).replace('"', "")).collect::<Vec<_>>()
    };
    let on = "2026-10-10";
    for (body, expected) in [
        (json!({}), vec!["/trigger required"]),
        (json!({ "trigger": "2026-02-30", "length": "6w" }), vec!["/trigger not-a-date"]),
        (json!({ "trigger": "10000-01-01", "length": "6w" }), vec!["/trigger not-a-date"]),
        (json!({ "trigger": "1600-01-01", "length": "6w" }), vec!["/trigger out-of-range"]),
        (json!({ "trigger": on }), vec!["/length required"]),
        (json!({ "trigger": on, "length": "6w", "when": 1 }), vec!["/when unknown-field"]),
        (json!({ "trigger": on, "length": "6w", "basis": "boh" }), vec!["/basis unknown-value"]),
        (
            json!({ "trigger": on, "length": "-6w", "rule": "awb-6-7", "basis": "agreed",
                    "suspensions": [{ "from": "2026-10-12", "until": "2026-10-11" }] }),
            vec!["/length wrong-form", "/basis not-together", "/suspensions/0/until out-of-range"],
        ),
        (json!({ "trigger": on, "length": "0d" }), vec!["/length out-of-range"]),
        (json!({ "trigger": on, "length": "9999y" }), vec!["/length out-of-range"]),
        (json!({ "trigger": on, "rule": "awb-0" }), vec!["/rule unknown-value"]),
        (json!({ "trigger": on, "rule": "awb-6-16" }), vec!["/rule no-term"]),
        (json!({ "trigger": on, "rule": "awb-6-7", "length": "8w" }), vec!["/length other-length"]),
        (json!({ "trigger": "2026-06-11", "rule": "vw-69-week" }), vec!["/trigger out-of-range"]),
        (
            json!({ "trigger": on, "length": "3wd", "suspensions": [{ "from": "2026-10-12", "until": "2026-10-13" }] }),
            vec!["/suspensions not-with-working-days"],
        ),
    ] {
        assert_eq!(faults(body.clone()).await, expected, "{body}");
    }
}
