//! The processing log: about which household and what for, and never who did it.

use loket::{
    domain::{
        processing::{Line, otlp},
        role::Role,
    },
    server::audit::processing::{after, unsent, was_sent},
};
use serde_json::json;

use crate::support::{
    samples::{full_officer, full_signal, signal},
    server::TestServer,
};

on_both_stores!(a_line_tells_the_household_and_not_who_did_it, what_was_not_sent_is_given_again);

async fn lines(server: &TestServer) -> Vec<Line> {
    after(server.store(), "LMM", 0).await.unwrap().map(|batch| batch.lines).unwrap_or_default()
}

async fn a_line_tells_the_household_and_not_who_did_it(server: &TestServer) {
    let (desk, reader) = (server.desk(), server.colleague().await);
    let one = desk.post("/v1/signals", &full_signal()).await.expect(201)["item"].clone();
    let other = desk.post("/v1/signals", &signal("Ander huishouden")).await.expect(201)["item"].clone();
    desk.post("/v1/officers", &full_officer()).await.expect(201);
    let (one_id, other_id) = (one["id"].as_str().unwrap(), other["id"].as_str().unwrap());
    let request = reader.get(&format!("/v1/signals/{one_id}")).await.header("x-request-id").to_owned();
    reader.get(&format!("/v1/signals/{other_id}")).await.expect(200);
    assert_eq!(server.role(Role::Administrator).get(&format!("/v1/signals/{one_id}")).await.status, 403);
    reader.get(&format!("/v1/signals/{one_id}")).await.expect(200);
    let lines = lines(server).await;
    let names: Vec<&str> = lines.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["signal.create", "signal.create", "signal.read", "signal.read"], "no officer, no list, nothing refused");
    let subject = |at: usize| &lines[at].attributes.data_subject_id;
    assert_eq!((subject(0), subject(1)), (subject(2), subject(3)), "the same household has the same id");
    assert_ne!(subject(0), subject(1));
    for line in &lines {
        assert_eq!((line.trace_id.len(), line.span_id.len(), subject(0).len()), (32, 16, 64));
        assert_eq!(line.attributes.processing_activity_id, "urn:loket:verwerking:signalen");
        assert_eq!(line.start_time, server.clock_now().timestamp_millis());
    }
    let mut spans: Vec<&str> = lines.iter().map(|line| line.span_id.as_str()).collect();
    spans.sort_unstable();
    spans.dedup();
    assert_eq!(spans.len(), lines.len());
    let text = serde_json::to_string(&lines).unwrap() + &otlp(&lines).to_string();
    for private in [one_id, other_id, &*reader.account, &*desk.account, &*reader.name, &*request, "LMM", "127.0.0.1", "desk"] {
        assert!(!text.contains(private), "{private} in {text}");
    }
    let span = &otlp(&lines)["resourceSpans"][0]["scopeSpans"][0]["spans"][2];
    assert_eq!(span["traceId"], json!(lines[2].trace_id));
    assert_eq!(span["attributes"][1]["key"], "dpl.core.data_subject_id");
    assert_eq!(span["attributes"][1]["value"]["stringValue"], json!(subject(2)));
    assert_eq!(span["startTimeUnixNano"], json!(format!("{}000000", lines[2].start_time)));
}

async fn what_was_not_sent_is_given_again(server: &TestServer) {
    assert_eq!(unsent(server.store()).await.unwrap(), []);
    server.signal("Ontruiming").await;
    let first = unsent(server.store()).await.unwrap();
    assert_eq!((first.len(), first[0].lines.len()), (1, 1));
    assert_eq!(unsent(server.store()).await.unwrap(), first, "nobody took it: the same, with the same ids");
    was_sent(server.store(), &first[0]).await.unwrap();
    assert_eq!(unsent(server.store()).await.unwrap(), []);
    server.signal("Uithuiszetting").await;
    let second = unsent(server.store()).await.unwrap();
    assert_eq!(second[0].lines.len(), 1);
    assert_ne!(second[0].lines[0].span_id, first[0].lines[0].span_id);
}
