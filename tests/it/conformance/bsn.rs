//! A citizen service number is not saved: typed text with one is refused, incoming text is masked and flagged.

use loket::api::{path, problem::Code};
use serde_json::{Value, json};

use crate::support::{
    samples::{officer, signal_with},
    server::TestServer,
};

on_both_stores!(typed_text_with_a_number_is_refused, incoming_text_is_masked_and_flagged, it_is_nowhere_in_the_store);

async fn typed_text_with_a_number_is_refused(server: &TestServer) {
    let desk = server.desk();
    let facts = json!({
        "account": "Mevrouw, bsn 999990019, belde.", "stalemate": "9999.93.653",
        "reporter": { "name": "999990019", "phone": "999990019" },
        "decisions": [{ "organisation": "CAK", "reference": "999990019" }]
    });
    let reply = desk.post("/v1/signals", &signal_with("Getypt", facts)).await;
    let problem = reply.problem(Code::BsnInText);
    assert_eq!(
        reply.fault_places(),
        ["/facts/account", "/facts/reporter/name", "/facts/stalemate"],
        "phone and reference are exempt"
    );
    assert_eq!(reply.fault_at("/facts/account"), "bsn");
    assert!(!problem.to_string().contains("99999"), "the answer does not repeat it: {problem}");
    assert!(desk.get("/v1/signals").await.expect(200)["items"].as_array().unwrap().is_empty());
    let item = server.signal("Goed").await;
    let path = format!("/v1/signals/{}", item["id"].as_str().unwrap());
    for (reply, at) in [
        (desk.post(&format!("{path}/notes"), &json!({ "text": "bsn 999990019" })).await, "/text"),
        (desk.patch(&path, 1, &json!({ "title": "Kind 999 990 019" })).await, "/title"),
        (
            desk.post(
                &format!("{path}/contact-moments"),
                &json!({ "contact": { "with": "SVB", "reached": true, "agreed": "999993653" } }),
            )
            .await,
            "/contact/agreed",
        ),
        (desk.post(&format!("{path}/claims"), &json!({ "takeoverReason": "999993653" })).await, "/takeoverReason"),
    ] {
        reply.problem(Code::BsnInText);
        assert_eq!(reply.fault_places(), [at]);
    }
    assert_eq!(desk.get(&path).await.expect(200), item, "nothing changed");
}

async fn incoming_text_is_masked_and_flagged(server: &TestServer) {
    let desk = server.desk();
    let facts = json!({ "account": "bsn 999990019 en 999 993 653", "stalemate": "geen", "reporter": { "phone": "999990019" } });
    let mut body = signal_with("Kind 999990019", facts);
    body["origin"] = "incoming".into();
    let answer = desk.post("/v1/signals", &body).await.expect(201);
    assert_eq!(answer["masked"], 3);
    let item = &answer["item"];
    assert_eq!(item["facts"]["title"], "Kind *****0019");
    assert_eq!(item["facts"]["account"], "bsn *****0019 en *****3653");
    let reveal = path::SIGNAL_REVEALS.replace("{id}", item["id"].as_str().unwrap());
    let phone = desk.post(&reveal, &json!({})).await.expect(201)["values"][0]["value"].clone();
    assert_eq!(phone, "999990019", "a phone number is not looked at");
    assert_eq!(item["flags"], json!(["bsn_masked"]));
    body.as_object_mut().unwrap().remove("origin");
    assert_eq!(desk.post("/v1/signals", &body).await.expect(201)["masked"], 3, "incoming unless said otherwise");
    let clean = server.signal("Schoon").await;
    assert_eq!(clean["flags"], json!([]));
    let path = format!("/v1/signals/{}/notes", clean["id"].as_str().unwrap());
    let noted = desk.post(&path, &json!({ "text": "mail: 999990019", "origin": "incoming" })).await.ok();
    assert_eq!((&noted["timeline"][0]["text"], &noted["flags"]), (&"mail: *****0019".into(), &json!(["bsn_masked"])));
    let flagless: Value = desk.get("/v1/signals").await.expect(200);
    assert!(!flagless.to_string().contains("999990019"));
}

async fn it_is_nowhere_in_the_store(server: &TestServer) {
    let desk = server.desk();
    let facts = json!({ "account": "bsn 999990019", "labels": ["999993653"], "tried": [{ "what": "gemeld onder 999990019" }] });
    let mut body = signal_with("999990019", facts);
    body["origin"] = "incoming".into();
    body["source"] = json!({ "system": "kenmerk", "reference": "INT-1" });
    assert_eq!(desk.post("/v1/signals", &body).await.expect(201)["masked"], 4);
    desk.post("/v1/signals", &signal_with("x", json!({ "account": "bsn 999990019" }))).await.problem(Code::BsnInText);
    let mut person = officer("UWV", "Met nummer 999990019");
    person["facts"]["availability"] = "999993653".into();
    let reply = desk.post("/v1/officers", &person).await;
    assert!(matches!(reply.status, 201 | 400), "{}", reply.text());
    for (table, columns) in [
        ("signals", "search || summary"),
        ("signal_documents", "document"),
        ("entries", "document"),
        ("officers", "names || search || document"),
        ("history", "old || new || field"),
        ("audit", "verb || entity || object || change"),
        ("idempotency", "request || object"),
    ] {
        for kept in server.texts(&format!("SELECT {columns} FROM {table}")).await {
            assert!(!kept.contains("999990019") && !kept.contains("999993653"), "{table}: {kept}");
        }
    }
}
