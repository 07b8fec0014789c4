//! What is to be sent to calendars: an invitation, an update under the same id, and what takes it back, each with a higher sequence.

use loket::{api::problem::Code, domain::role::Role};
use serde_json::{Value, json};

use super::{
    meetings::{fixed, made, ready_item},
    time_outs::id,
};
use crate::support::{http::Caller, samples::invitation, server::TestServer};

on_both_stores!(calendars_follow_the_versions, a_paper_is_for_one_person);

/// Body, method, sequence and id of each object.
async fn objects(desk: &Caller, meeting: &str, query: &str) -> Vec<(String, String, i64, String)> {
    let found = desk.get(&format!("/v1/meetings/{meeting}/invitations{query}")).await.expect(200);
    let text = |one: &Value, field: &str| one[field].as_str().unwrap().to_owned();
    let row = |one: &Value| {
        let content = text(one, "content").replace("\r\n ", "");
        let uid = content.lines().find_map(|line| line.strip_prefix("UID:")).unwrap().to_owned();
        assert!(content.contains(&format!("METHOD:{}\r\n", text(one, "method"))), "{content}");
        assert!(content.contains(&format!("SEQUENCE:{}\r\n", one["sequence"])), "{content}");
        assert!(content.contains("mailto:let@loket.example"), "{content}");
        (text(one, "organisation"), text(one, "method"), one["sequence"].as_i64().unwrap(), uid)
    };
    found["items"].as_array().unwrap().iter().map(row).collect()
}

async fn calendars_follow_the_versions(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let path = format!("/v1/meetings/{meeting}");
    let item = ready_item(&desk, &meeting).await;
    let item_path = format!("/v1/agenda-items/{}", id(&item["item"]));
    let svb = desk.post(&format!("{item_path}/invitations"), &invitation("SVB", "B. Smit")).await.expect(201);
    let draft = desk.get(&format!("{path}/invitations")).await;
    assert_eq!(draft.fault_at(""), "not-sendable");
    fixed(&desk, &meeting).await;
    let kinds = |all: &[(String, String, i64, String)]| -> Vec<String> {
        all.iter().map(|(body, method, sequence, _)| format!("{body} {method} {sequence}")).collect()
    };
    let first = objects(&desk, &meeting, "").await;
    assert_eq!(kinds(&first), ["SVB REQUEST 2", "UWV REQUEST 2"]);
    assert_eq!(kinds(&objects(&desk, &meeting, "?for=UWV").await), ["UWV REQUEST 2"]);
    assert_eq!(kinds(&objects(&desk, &meeting, "?for=CAK").await), [""; 0]);

    // The SVB is not needed any more, and the item goes to the top.
    let invited = svb["invitations"].as_array().unwrap().iter().find(|one| one["facts"]["organisation"] == "SVB").unwrap();
    desk.patch(&format!("/v1/invitations/{}", id(invited)), 1, &json!({ "withdrawn": true })).await.expect(200);
    desk.post(&format!("{item_path}/_move"), &json!({ "first": true })).await.expect(200);
    desk.get(&format!("{path}/invitations")).await.problem(Code::NotPossibleNow);
    let now = fixed(&desk, &meeting).await;
    let second = objects(&desk, &meeting, "").await;
    assert_eq!(kinds(&second), ["SVB CANCEL 4", "UWV REQUEST 4"]);
    assert_eq!((&first[0].3, &first[1].3), (&second[0].3, &second[1].3), "the same appointments");

    // The meeting does not go on.
    let version = now["item"]["version"].as_i64().unwrap();
    desk.act(&format!("{path}/_cancel"), version, &json!({ "reason": "voorzitter ziek" })).await.expect(200);
    assert_eq!(kinds(&objects(&desk, &meeting, "").await), ["SVB CANCEL 5", "UWV CANCEL 5"]);
    let paper = desk.get(&format!("{path}/papers?format=txt")).await;
    assert!(paper.text().contains("VERVALLEN"));
    for who in [Role::Municipal, Role::Body, Role::RegisterReader] {
        server.role(who).get(&format!("{path}/invitations")).await.problem(Code::NotAllowed);
    }
    let logged = server.execute("UPDATE audit SET verb = verb WHERE verb = 'papers.read'").await;
    assert!(logged > 0, "a read is written down");
}

async fn a_paper_is_for_one_person(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let (one, two) = (ready_item(&desk, &meeting).await, ready_item(&desk, &meeting).await);
    let other = format!("/v1/agenda-items/{}/invitations", id(&two["item"]));
    let other = desk.post(&other, &invitation("UWV", "Z. Ander")).await.expect(201);
    let of = |detail: &Value, name: &str| -> String {
        let all = detail["invitations"].as_array().unwrap();
        id(all.iter().find(|one| one["facts"]["name"] == name).unwrap()).to_owned()
    };
    let pack = async |person: &str, body: &str| {
        desk.get(&format!("/v1/meetings/{meeting}/papers?paper=pack&format=txt&for={body}&person={person}")).await
    };
    let numbers = |text: &str| [&one, &two].map(|item| text.contains(item["item"]["signalNumber"].as_str().unwrap()));
    assert_eq!(numbers(&pack(&of(&one, "A. de Boer"), "UWV").await.text()), [true, true]);
    assert_eq!(numbers(&pack(&of(&other, "Z. Ander"), "UWV").await.text()), [false, true]);
    assert_eq!(pack(&of(&other, "Z. Ander"), "SVB").await.fault_at("person"), "unknown-value");
    let nobody = desk.get(&format!("/v1/meetings/{meeting}/papers?person={}", of(&one, "A. de Boer"))).await;
    assert_eq!(nobody.fault_at("for"), "required");
}
