//! Who is sent to: nobody gets nothing, who only promised gets that, and where nobody is known it is said before anything is sent.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{
    meetings::{fixed, made, ready_item},
    time_outs::id,
};
use crate::support::{samples::officer, server::TestServer};

on_both_stores!(nothing_is_sent_to_nobody, who_cannot_be_sent_to_is_named_before_anything_is_fixed);

fn addressee(body: &str) -> Value {
    json!({ "kind": "addressee", "field": "/invitations", "organisation": body })
}

async fn who_cannot_be_sent_to_is_named_before_anything_is_fixed(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let item = ready_item(&desk, &meeting).await;
    let invited = format!("/v1/invitations/{}", id(&item["invitations"][0]));
    let path = format!("/v1/meetings/{meeting}");
    assert_eq!(desk.get(&path).await.expect(200)["nobodyAt"], Value::Null, "somebody comes");
    let declined = desk.patch(&invited, 2, &json!({ "answer": "declined" })).await.expect(200);
    let kinds: Vec<&str> = declined["missing"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["acceptance", "addressee"]);
    let now = desk.get(&path).await.expect(200);
    assert_eq!(now["nobodyAt"], json!(["UWV"]));
    let fix = json!({ "agendaVersion": now["item"]["agendaVersion"] });
    let refused = desk.act(&format!("{path}/_fix"), 1, &fix).await;
    assert!(
        serde_json::from_slice::<Value>(&refused.body).unwrap()["errors"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["code"] == "missing-addressee"),
        "{}",
        refused.text()
    );
    let fix = json!({ "agendaVersion": now["item"]["agendaVersion"], "reason": "spoed" });
    let fixed = desk.act(&format!("{path}/_fix"), 1, &fix).await.expect(200);
    assert_eq!(fixed["nobodyAt"], json!(["UWV"]), "fixed all the same, it is said again");
    server.advance(TimeDelta::days(10) + TimeDelta::hours(6));
    let held = desk.act(&format!("{path}/_hold"), 2, &json!({})).await.expect(200);
    assert_eq!(held["nobodyAt"], json!(["UWV"]), "and when it was held");
}

async fn nothing_is_sent_to_nobody(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let item = ready_item(&desk, &meeting).await;
    let now = fixed(&desk, &meeting).await;
    server.advance(TimeDelta::days(10) + TimeDelta::hours(6));
    let path = format!("/v1/meetings/{meeting}");
    let version = |detail: &Value| detail["item"]["version"].as_i64().unwrap();
    let held = desk.act(&format!("{path}/_hold"), version(&now), &json!({})).await.expect(200);

    // The SVB has a decision and the CAK a promise; nobody of them was invited.
    let decisions = format!("/v1/agenda-items/{}/decisions", id(&item["item"]));
    let decided = desk.post(&decisions, &json!({ "facts": { "text": "Uitstel.", "bodies": ["SVB"] } })).await.expect(201);
    assert_eq!(decided["missing"], json!([addressee("SVB")]), "said as soon as it is recorded");
    let source =
        json!({ "kind": "agenda-item", "meeting": held["item"]["number"], "item": id(&item["item"]), "on": "2026-11-26" });
    let facts = json!({ "text": "Belt terug.", "organisation": "CAK", "source": source, "due": { "on": "2026-12-10" } });
    desk.post("/v1/commitments", &json!({ "signal": item["item"]["signal"], "facts": facts })).await.expect(201);
    let agenda = desk.get(&format!("{path}/items")).await.expect(200);
    assert_eq!(agenda["commitments"][0]["facts"]["organisation"], "CAK");
    let entry = agenda["items"].as_array().unwrap().iter().find(|one| one["item"]["id"] == item["item"]["id"]).unwrap();
    assert_eq!(entry["missing"], json!([addressee("CAK"), addressee("SVB")]), "with who only promised something");
    assert_eq!(desk.get(&path).await.expect(200)["nobodyAt"], json!(["CAK", "SVB"]));
    let body = json!({ "number": held["item"]["number"] });
    let refused = desk.act(&format!("{path}/_publish"), version(&held), &body).await;
    assert_eq!(refused.fault_at(""), "nobody-at-body");
    assert_eq!(refused.fault_at("/recipients/CAK/to"), "missing-addressee");
    assert_eq!(refused.fault_at("/recipients/SVB/to"), "missing-addressee");

    // In the register they have an escalation contact.
    for code in ["CAK", "SVB"] {
        let mut entry = officer(code, "E. Vos");
        entry["facts"]["roleCode"] = "escalatiefunctionaris".into();
        entry["facts"]["mail"] = "escalatie@instantie.example".into();
        desk.post("/v1/officers", &entry).await.expect(201);
    }
    assert_eq!(desk.get(&path).await.expect(200)["nobodyAt"], Value::Null);
    let proposed = desk.act(&format!("{path}/_publish"), version(&held), &body).await.expect(200);
    let shown: Value = serde_json::from_str(proposed["confirmation"]["shown"].as_str().unwrap()).unwrap();
    let to: Vec<(&Value, &Value)> =
        shown["recipients"].as_array().unwrap().iter().map(|one| (&one["organisation"], &one["to"][0]["name"])).collect();
    assert_eq!(to, [(&json!("CAK"), &json!("E. Vos")), (&json!("SVB"), &json!("E. Vos"))]);
    assert!(!shown.to_string().contains("Belt terug"), "no ground names the CAK");
}
