//! A signal is made and read back, whole, by id and by number.

use loket::{
    api::{problem::Code, signal::Created},
    domain::{ids::SignalNumber, role::Role, signal::Signal},
};
use serde_json::Value;

use crate::support::{
    samples::{full_signal, signal},
    server::TestServer,
};

on_both_stores!(
    everything_sent_comes_back,
    the_least_is_enough,
    numbers_count_up,
    unknown_signals_are_not_found,
    received_at_is_kept
);

async fn everything_sent_comes_back(server: &TestServer) {
    let desk = server.desk();
    let sent = full_signal();
    let reply = desk.post("/v1/signals", &sent).await;
    let answer = reply.expect(201);
    assert_eq!((&answer["created"], &answer["masked"]), (&true.into(), &0.into()));
    let made: Created<Signal> = reply.read();
    assert_eq!(made.item.version, 1);
    let created = &answer["item"];
    // What is shielded comes back for a reveal alone (`reveals`).
    let mut unshielded = sent.clone();
    for (within, field) in
        [("/facts/reporter", "phone"), ("/facts/reporter", "mail"), ("/facts", "household"), ("/source", "reference")]
    {
        unshielded.pointer_mut(within).unwrap().as_object_mut().unwrap().remove(field).unwrap();
    }
    for field in ["facts", "source", "channel", "receivedAt"] {
        assert_eq!(created[field], unshielded[field], "{field}");
    }
    assert_eq!(created["status"], "received");
    assert_eq!(created["owner"], Value::Null);
    let id = created["id"].as_str().unwrap();
    let number = created["number"].as_str().unwrap();
    for path in [format!("/v1/signals/{id}"), format!("/v1/signals/{number}")] {
        let reply = desk.get(&path).await;
        assert_eq!(&reply.expect(200), created, "{path}: what is read is what the creation answered");
        assert_eq!(reply.header("etag"), "\"1\"", "{path}");
        assert_eq!(reply.read::<Signal>(), made.item);
    }
}

async fn the_least_is_enough(server: &TestServer) {
    let item = server.signal("Ontruiming, SVB").await;
    let signal: Signal = serde_json::from_value(item).unwrap();
    assert_eq!(signal.facts.title.raw(), "Ontruiming, SVB");
    assert_eq!(signal.received_at, crate::support::server::start_of_story(), "received now, by the server's clock");
    assert_eq!(signal.source, None);
    let [entry] = &signal.timeline[..] else { panic!("one entry: {:?}", signal.timeline) };
    assert_eq!(entry.kind.code(), "received");
    assert_eq!(entry.by.map(|account| account.to_string()), Some(server.desk().account));
    assert_eq!(entry.by_name.raw(), server.desk().name);
}

async fn numbers_count_up(server: &TestServer) {
    let mut numbers = vec![];
    for title in ["een", "twee", "drie"] {
        let item = server.signal(title).await;
        numbers.push(SignalNumber::parse(item["number"].as_str().unwrap(), 0).unwrap());
    }
    let first = numbers[0].sequence();
    assert_eq!(numbers, [0, 1, 2].map(|more| SignalNumber::new(2026, first + more)));
    server.advance(chrono::TimeDelta::days(60));
    let next_year = server.signal("vier").await;
    assert_eq!(next_year["number"], "S-2027-00001", "the sequence starts again with the year");
}

async fn unknown_signals_are_not_found(server: &TestServer) {
    server.signal("Ontruiming").await;
    for unknown in ["018f0000-0000-7000-8000-000000000000", "S-2026-99999", "S-1999-00001", "nonsense", "S-2026-0", "%00", "'"] {
        server.desk().get(&format!("/v1/signals/{unknown}")).await.problem(Code::NotFound);
    }
}

async fn received_at_is_kept(server: &TestServer) {
    let desk = server.desk();
    let mut body = signal("Ontvangen op een ander moment");
    body["receivedAt"] = "2026-11-13T23:30:00+01:00".into();
    let item = desk.post("/v1/signals", &body).await.expect(201)["item"].clone();
    assert_eq!(item["receivedAt"], "2026-11-13T22:30:00Z", "an instant is answered in UTC");
    body["receivedAt"] = "2026-11-17T09:00:00Z".into();
    let reply = desk.post("/v1/signals", &body).await;
    reply.problem(Code::InvalidInput);
    assert_eq!(reply.fault_at("/receivedAt"), "out-of-range", "not in the future");
    // What an account without the right gets is looked at in `policy`; here only that nothing was made.
    server.role(Role::RegisterReader).post("/v1/signals", &signal("x")).await.problem(Code::NotAllowed);
    assert_eq!(desk.get("/v1/signals").await.expect(200)["items"].as_array().unwrap().len(), 1);
}
