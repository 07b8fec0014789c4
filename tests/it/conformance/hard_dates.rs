//! The first hard date comes from the server: threats and the safe ends of objection terms (Awb 6:7 and its kin).

use serde_json::{Value, json};

use crate::support::{samples::signal_with, server::TestServer};

on_both_stores!(the_safe_end_of_a_decision_is_a_hard_date, the_earliest_date_counts, a_change_decides_anew);

async fn dates(server: &TestServer, facts: Value) -> (Value, Value) {
    let item = server.desk().post("/v1/signals", &signal_with("Besluit", facts)).await.expect(201)["item"].clone();
    let listed = server.desk().get("/v1/signals?sort=number&order=desc&limit=1").await.expect(200)["items"][0].clone();
    assert_eq!(listed["hardDate"], item["hardDate"], "the same in the list");
    (item["hardDate"].clone(), item["terms"].clone())
}

async fn the_safe_end_of_a_decision_is_a_hard_date(server: &TestServer) {
    for (organisation, announced, end, label, uncertain) in [
        // Six weeks from the day after: Monday 12 October makes Monday 23 November.
        ("CAK", "2026-10-12", "2026-11-23", "Awb 6:7", false),
        ("GM0344", "2026-10-12", "2026-11-23", "Awb 6:7", false),
        // A Friday that is Christmas Day goes on to Monday the 28th (Atw art. 1).
        ("SVB", "2026-11-13", "2026-12-28", "Awb 6:7", false),
        // A Saturday goes on to Monday.
        ("UWV", "2026-10-10", "2026-11-23", "Awb 6:7", false),
        ("IND", "2026-11-02", "2026-11-30", "Vw 2000 69", true),
    ] {
        let facts = json!({ "decisions": [{ "organisation": organisation, "announcedOn": announced }] });
        let (first, terms) = dates(server, facts).await;
        assert_eq!(terms, json!([first]), "{organisation}");
        assert_eq!((&first["on"], &first["label"]), (&end.into(), &label.into()), "{organisation} {announced}");
        assert_eq!((&first["kind"], &first["organisation"]), (&"objection".into(), &organisation.into()));
        assert_eq!(first["uncertain"], uncertain, "{organisation}");
    }
    let (first, terms) = dates(server, json!({ "decisions": [{ "organisation": "CAK" }] })).await;
    assert_eq!((first, terms), (Value::Null, json!([])), "no day known: no date invented");
    let only_dated = json!({ "decisions": [{ "organisation": "CAK", "datedOn": "2026-10-12" }] });
    let (first, _) = dates(server, only_dated).await;
    assert_eq!((&first["on"], &first["uncertain"]), (&"2026-11-23".into(), &true.into()), "only the dagtekening: uncertain");
}

async fn the_earliest_date_counts(server: &TestServer) {
    let threat = |on: &str| json!({ "what": "ontruiming", "on": on });
    let decision = json!({ "organisation": "CAK", "announcedOn": "2026-10-12" });
    for (threats, on, kind) in [
        (vec![threat("2026-12-02"), threat("2026-11-20")], "2026-11-20", "threat"),
        (vec![threat("2026-12-02")], "2026-11-23", "objection"),
        (vec![threat("2026-11-23")], "2026-11-23", "threat"),
        (vec![json!({ "what": "afsluiting" })], "2026-11-23", "objection"),
    ] {
        let (first, terms) = dates(server, json!({ "threats": threats, "decisions": [decision] })).await;
        assert_eq!((&first["on"], &first["kind"]), (&on.into(), &kind.into()), "{threats:?}");
        assert_eq!(terms.as_array().unwrap().len(), 1);
    }
}

async fn a_change_decides_anew(server: &TestServer) {
    let desk = server.desk();
    let item = server.signal("Zonder datum").await;
    assert_eq!(item["hardDate"], Value::Null);
    let path = format!("/v1/signals/{}", item["id"].as_str().unwrap());
    let decisions = json!({ "decisions": [{ "organisation": "CAK", "announcedOn": "2026-10-12" }] });
    assert_eq!(desk.patch(&path, 1, &decisions).await.expect(200)["hardDate"]["on"], "2026-11-23");
    let threats = json!({ "threats": [{ "what": "ontruiming", "on": "2026-11-18" }] });
    assert_eq!(desk.patch(&path, 2, &threats).await.expect(200)["hardDate"]["on"], "2026-11-18");
    let none = json!({ "threats": [], "decisions": [] });
    assert_eq!(desk.patch(&path, 3, &none).await.expect(200)["hardDate"], Value::Null);
}
