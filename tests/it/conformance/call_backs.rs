//! Promised calls: a call-back stands until that party was reached or another day was agreed, and no other call keeps it.

use loket::api::problem::Code;
use serde_json::{Value, json};

use super::time_outs::{case, id};
use crate::support::server::TestServer;

on_both_stores!(who_is_to_be_called_back_stands_on_the_board_until_they_are_reached);

async fn who_is_to_be_called_back_stands_on_the_board_until_they_are_reached(server: &TestServer) {
    let desk = server.desk();
    let signal = case(server, "A-1").await;
    let path = format!("/v1/signals/{}/contact-moments", id(&signal));
    let rows = format!("/v1/deadlines?signal={}&kind=call_back", id(&signal));
    let called = |with: &str, reached: bool, back: Value| json!({ "contact": { "with": with, "reached": reached, "agreed": "", "callBackOn": back } });
    let contact = |back: Value| called("UWV", false, back);
    let board = async || {
        let reply = desk.get(&rows).await.expect(200);
        let told = |row: &Value| format!("{} {}", row["alarmOn"].as_str().unwrap(), row["label"].as_str().unwrap());
        reply["items"].as_array().unwrap().iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(board().await, Vec::<String>::new());
    desk.post(&path, &contact(json!("2026-11-19"))).await.expect(201);
    assert_eq!(board().await, ["2026-11-19 UWV"]);
    let before = desk.get(&rows).await.expect(200)["items"][0]["id"].clone();
    desk.post(&path, &contact(json!("2026-11-20"))).await.expect(201);
    assert_eq!(board().await, ["2026-11-20 UWV"], "one call to each party, the last that was agreed");
    desk.post(&path, &contact(Value::Null)).await.expect(201);
    assert_eq!(board().await, ["2026-11-20 UWV"], "nobody was reached");
    desk.post(&path, &called("Belastingdienst", true, Value::Null)).await.expect(201);
    assert_eq!(board().await, ["2026-11-20 UWV"], "somebody else was reached");
    let mut at_ten = called("gemeente Breda", false, json!("2026-11-19"));
    at_ten["contact"]["callBackAt"] = json!("10:00");
    let reply = desk.post(&path, &at_ten).await.expect(201);
    let promised = json!([
        { "number": 1, "on": "2026-11-19", "at": "10:00", "with": "gemeente Breda" }, { "number": 0, "on": "2026-11-20", "with": "UWV" }
    ]);
    assert_eq!(reply["callBacks"], promised, "the other keeps theirs");
    assert_eq!(reply["timeline"][0]["contact"]["callBackAt"], "10:00");
    assert_eq!(board().await, ["2026-11-19 gemeente Breda", "2026-11-20 UWV"]);
    let items = desk.get(&rows).await.expect(200)["items"].clone();
    assert_eq!(items[1]["id"], before, "the same promise keeps its clock");
    assert_eq!(items[0]["at"], "10:00");
    let detail = async |row: &Value| desk.get(&format!("/v1/deadlines/{}", row["id"].as_str().unwrap())).await.expect(200);
    assert_eq!(detail(&items[0]).await["advice"]["nl"], "Bel gemeente Breda terug om 10:00.");
    assert_eq!(detail(&items[1]).await["advice"]["nl"], "Bel UWV terug.");
    desk.post(&path, &called("mevrouw Smit, uwv", true, Value::Null)).await.expect(201);
    assert_eq!(board().await, ["2026-11-19 gemeente Breda"], "they were reached");
    let mut bad = called("UWV", false, Value::Null);
    bad["contact"]["callBackAt"] = json!("10:00");
    let problem = desk.post(&path, &bad).await.problem(Code::InvalidInput);
    assert_eq!(problem["errors"][0]["at"], "/contact/callBackOn", "a time without a day: {problem}");
}

on_both_stores!(a_call_that_was_promised_before_there_were_several_is_the_first_of_them);

async fn a_call_that_was_promised_before_there_were_several_is_the_first_of_them(server: &TestServer) {
    let desk = server.desk();
    let signal = case(server, "A-1").await;
    let path = format!("/v1/signals/{}/contact-moments", id(&signal));
    let with = r#"mw. "De \ Haan" {1}, [UWV]"#;
    let call = json!({ "contact": { "with": with, "reached": false, "agreed": "", "callBackOn": "2026-11-20" } });
    desk.post(&path, &call).await.expect(201);
    let rows = format!("/v1/deadlines?signal={}&kind=call_back", id(&signal));
    let clock = desk.get(&rows).await.expect(200)["items"][0]["id"].clone();
    // As it stood before: two fields in the place of the list.
    let quoted = serde_json::to_string(with).unwrap().replace('\'', "''");
    let list = format!(r#""callBacks":[{{"number":0,"on":"2026-11-20","with":{quoted}}}]"#);
    let fields = format!(r#""callBackOn":"2026-11-20","callBackWith":{quoted}"#);
    server.execute(&format!("UPDATE signal_documents SET document = replace(document, '{list}', '{fields}')")).await;
    let old = "SELECT COUNT(*) FROM signal_documents WHERE document LIKE '%\"callBackOn\"%'";
    assert_eq!(server.number(old).await, 1);
    server.execute("DELETE FROM _sqlx_migrations WHERE version = 12").await;
    server.migrate().await;
    let (other, shutdown, serving) = server.second_instance().await;
    assert_eq!(server.number(old).await, 0);
    let read = other.get(&format!("/v1/signals/{}", id(&signal))).await.expect(200);
    assert_eq!(read["callBacks"], json!([{ "number": 0, "on": "2026-11-20", "with": with }]));
    let moved = json!({ "contact": { "with": with, "reached": false, "agreed": "", "callBackOn": "2026-11-23" } });
    other.post(&path, &moved).await.expect(201);
    assert_eq!(other.get(&rows).await.expect(200)["items"][0]["id"], clock, "its clock is the same");
    shutdown.send(()).unwrap();
    serving.await.unwrap().unwrap();
}

on_both_stores!(what_was_noted_wrongly_is_corrected_and_the_promised_call_stands_again);

async fn what_was_noted_wrongly_is_corrected_and_the_promised_call_stands_again(server: &TestServer) {
    let desk = server.desk();
    let (signal, other) = (case(server, "A-1").await, case(server, "A-2").await);
    let path = format!("/v1/signals/{}/contact-moments", id(&signal));
    let rows = format!("/v1/deadlines?signal={}&kind=call_back", id(&signal));
    let called = |reached: bool, back: Value| json!({ "with": "UWV", "reached": reached, "agreed": "", "callBackOn": back });
    let contact = |moment: &Value| json!({ "contact": moment });
    desk.post(&path, &contact(&called(false, json!("2026-11-20")))).await.expect(201);
    let clock = desk.get(&rows).await.expect(200)["items"][0]["id"].clone();
    let reply = desk.post(&path, &contact(&called(true, Value::Null))).await.expect(201);
    assert_eq!(desk.get(&rows).await.expect(200)["items"], json!([]), "they were reached");
    let correcting = |entry: &Value, moment: Value| {
        let mut moment = moment;
        moment["corrects"] = entry.clone();
        moment
    };
    let wrong = reply["timeline"][0]["id"].clone();
    let correction = correcting(&wrong, called(false, Value::Null));
    // It stands in the timeline of the signal it was noted for, and nowhere else.
    let elsewhere = format!("/v1/signals/{}/contact-moments", id(&other));
    let problem = desk.post(&elsewhere, &contact(&correction)).await.problem(Code::InvalidInput);
    assert_eq!(problem["errors"][0]["code"], "does-not-stand", "{problem}");
    let reply = desk.post(&path, &contact(&correction)).await.expect(201);
    assert_eq!(reply["callBacks"], json!([{ "number": 0, "on": "2026-11-20", "with": "UWV" }]));
    assert_eq!(reply["timeline"][1]["contact"]["reached"], true, "what was saved stays");
    assert_eq!(reply["timeline"][0]["contact"]["corrects"], wrong);
    assert_eq!(desk.get(&rows).await.expect(200)["items"][0]["id"], clock, "the same promise");
    let again = desk.post(&path, &contact(&correction)).await.problem(Code::InvalidInput);
    assert_eq!(again["errors"][0]["at"], "/contact/corrects", "it does not stand any more: {again}");
    let mut never = correcting(&reply["timeline"][0]["id"], called(false, Value::Null));
    never["withdrawn"] = json!(true);
    let reply = desk.post(&path, &contact(&never)).await.expect(201);
    assert_eq!(reply["callBacks"][0]["on"], "2026-11-20", "there was no call: {reply}");
    let first = reply["timeline"].as_array().unwrap().iter().rfind(|entry| entry["kind"] == "contact").unwrap()["id"].clone();
    let mut none = correcting(&first, called(false, json!("2026-11-20")));
    none["withdrawn"] = json!(true);
    desk.post(&path, &contact(&none)).await.expect(201);
    assert_eq!(desk.get(&rows).await.expect(200)["items"], json!([]), "nothing was promised");
    none.as_object_mut().unwrap().remove("corrects");
    let problem = desk.post(&path, &contact(&none)).await.problem(Code::InvalidInput);
    assert_eq!(problem["errors"][0]["at"], "/contact/corrects", "of which: {problem}");
}
