//! What was sent stays as it was sent: what comes later is told as such and goes out when a second person confirms it again.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{
    meetings::{fixed, made, ready_item},
    time_outs::id,
};
use crate::support::{http::Caller, server::TestServer};

on_both_stores!(what_is_promised_later_goes_out_when_it_is_confirmed_again, what_was_not_sent_says_so);

fn version(detail: &Value) -> i64 {
    detail["item"]["version"].as_i64().unwrap()
}

async fn send(desk: &Caller, colleague: &Caller, path: &str) {
    let now = desk.get(path).await.expect(200);
    let body = json!({ "number": now["item"]["number"] });
    let waits = desk.act(&format!("{path}/_publish"), version(&now), &body).await.expect(200)["confirmation"].clone();
    let confirm = format!("/v1/confirmations/{}/_confirm", id(&waits));
    colleague.post(&confirm, &json!({ "hash": waits["hash"] })).await.expect(200);
}

async fn what_is_promised_later_goes_out_when_it_is_confirmed_again(server: &TestServer) {
    let (desk, colleague) = (server.desk(), server.colleague().await);
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let path = format!("/v1/meetings/{meeting}");
    let item = ready_item(&desk, &meeting).await;
    fixed(&desk, &meeting).await;
    server.advance(TimeDelta::days(10) + TimeDelta::hours(6));
    let now = desk.get(&path).await.expect(200);
    desk.act(&format!("{path}/_hold"), version(&now), &json!({})).await.expect(200);
    let promise = async |text: &str| {
        let source =
            json!({ "kind": "agenda-item", "meeting": now["item"]["number"], "item": id(&item["item"]), "on": "2026-11-26" });
        let facts =
            json!({ "text": text, "organisation": "UWV", "person": "P. Vos", "source": source, "due": { "on": "2026-12-10" } });
        desk.post("/v1/commitments", &json!({ "signal": item["item"]["signal"], "facts": facts })).await.expect(201)
    };
    let first = promise("Het UWV belt EERSTE.").await;
    let list = format!("{path}/papers?paper=decisions&format=txt");
    let (of_body, of_all) = (format!("{list}&for=UWV"), list.clone());
    assert!(desk.get(&of_body).await.text().contains("nog niet verzonden"), "before it is confirmed it says so");
    send(&desk, &colleague, &path).await;
    let sent = desk.get(&of_body).await.text();
    assert!(sent.contains("EERSTE") && sent.contains("P. Vos") && !sent.contains("nog niet verzonden"), "{sent}");
    let again = async || {
        let now = desk.get(&path).await.expect(200);
        desk.act(&format!("{path}/_publish"), version(&now), &json!({ "number": now["item"]["number"] })).await
    };
    assert_eq!(again().await.fault_at(""), "decisions-sent", "there is nothing new");

    server.advance(TimeDelta::minutes(1));
    // Kept, corrected, and promised besides: the body has what it was sent.
    let commitment = format!("/v1/commitments/{}", id(&first["item"]));
    let kept = desk.act(&format!("{commitment}/_keep"), 1, &json!({ "on": "2026-11-26" })).await.expect(200);
    assert_eq!(desk.get(&of_body).await.text(), sent, "kept meanwhile: the list is as it was sent");
    assert_eq!(again().await.fault_at(""), "decisions-sent", "that it was kept is nothing to send");
    let corrected = json!({ "text": "Het UWV belt GECORRIGEERD.", "person": "A. Smit", "due": { "on": "2026-12-24" } });
    let reopened =
        desk.act(&format!("{commitment}/_reopen"), version(&kept), &json!({ "reason": "toch niet" })).await.expect(200);
    desk.patch(&commitment, version(&reopened), &corrected).await.expect(200);
    promise("Het UWV betaalt TWEEDE.").await;
    assert_eq!(desk.get(&of_body).await.text(), sent);
    let all = desk.get(&of_all).await.text();
    let note = all.split("Niet in de verzonden lijst").nth(1).unwrap_or_else(|| panic!("{all}"));
    assert!(note.contains("GECORRIGEERD") && note.contains("TWEEDE"), "{all}");

    send(&desk, &colleague, &path).await;
    assert_eq!(desk.get(&path).await.expect(200)["item"]["state"], "sent");
    let text = desk.get(&of_body).await.text();
    assert!(
        text.contains("GECORRIGEERD") && text.contains("TWEEDE") && text.contains("A. Smit") && !text.contains("EERSTE"),
        "{text}"
    );
    assert!(!desk.get(&of_all).await.text().contains("Niet in de verzonden lijst"));
}

async fn what_was_not_sent_says_so(server: &TestServer) {
    let (desk, colleague) = (server.desk(), server.colleague().await);
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let path = format!("/v1/meetings/{meeting}");
    let item = ready_item(&desk, &meeting).await;
    let text = async |more: &str| {
        let text = desk.get(&format!("{path}/papers?paper=pack&for=UWV{more}")).await.text();
        text.replace("\r\n ", "").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(text("&format=txt").await.contains("CONCEPT"));
    fixed(&desk, &meeting).await;
    for format in ["txt", "md", "html"] {
        assert!(text(&format!("&format={format}")).await.contains("VASTGESTELD, NOG NIET VERZONDEN"), "{format}");
    }
    assert!(text("&format=ics").await.contains("SUMMARY:NOG NIET VERZONDEN"));
    let invited = async || desk.get(&format!("{path}/invitations?for=UWV")).await.expect(200)["items"][0]["content"].to_string();
    assert!(invited().await.contains("STATUS:TENTATIVE"));
    send(&desk, &colleague, &path).await;
    for format in ["txt", "md", "html", "ics"] {
        assert!(!text(&format!("&format={format}")).await.contains("NOG NIET VERZONDEN"), "{format}");
    }
    assert!(invited().await.contains("STATUS:CONFIRMED"));
    desk.patch(&format!("/v1/agenda-items/{}", id(&item["item"])), 1, &json!({ "minutes": 45 })).await.expect(200);
    assert!(text("&format=txt").await.contains("GEWIJZIGD SINDS VERSIE 1"));
    fixed(&desk, &meeting).await;
    assert!(text("&format=txt").await.contains("Versie 2 is vastgesteld, maar nog niet verzonden"));
}
