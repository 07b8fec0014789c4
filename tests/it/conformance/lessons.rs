//! Lessons: noted about a case or at an item, found by who follows, changed, and never with something of a person in it unseen.

use loket::{api::problem::Code, domain::role::Role};
use serde_json::{Value, json};

use super::{
    changes::changes,
    meetings::{made, ready_item},
    time_outs::id,
};
use crate::support::{
    http::{Caller, new_key},
    samples::{contact, signal_with},
    server::TestServer,
};

on_both_stores!(
    noted_at_an_item_it_knows_its_case_and_meeting,
    what_is_of_a_person_stays_out,
    changed_it_is_checked_again,
    lists_have_pages_and_the_feed_follows,
    who_may_not_sees_none,
);

fn facts(pattern: &str) -> Value {
    json!({ "kind": "execution", "law": "Wfsv", "article": "4:17", "bodies": ["UWV"], "pattern": pattern })
}

async fn case(desk: &Caller) -> String {
    let facts = json!({ "reporter": { "name": "mw. J. de Wit-Bakker", "function": "", "organisation": "", "phone": "", "mail": "" }, "household": "H-7K2F" });
    id(&desk.post("/v1/signals", &signal_with("Terugvordering, UWV", facts)).await.expect(201)["item"]).to_owned()
}

async fn noted_at_an_item_it_knows_its_case_and_meeting(server: &TestServer) {
    let (desk, secretary) = (server.desk(), server.role(Role::LetSecretary));
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let item = ready_item(&desk, &meeting).await;
    let new = json!({ "item": id(&item["item"]), "facts": facts("Het UWV vordert terug voordat bezwaar is beslist.") });
    let key = new_key();
    let lesson = secretary.post_with(key, "/v1/lessons", &new).await.expect(201);
    assert_eq!((&lesson["state"], &lesson["version"], &lesson["meeting"]), (&"new".into(), &1.into(), &item["meetingNumber"]));
    assert_eq!(lesson["cases"], json!([{ "signal": item["item"]["signal"], "number": item["item"]["signalNumber"] }]));
    assert_eq!(secretary.post_with(key, "/v1/lessons", &new).await.ok()["id"], lesson["id"], "once");
    assert_eq!(desk.get(&format!("/v1/lessons/{}", id(&lesson))).await.expect(200), lesson);

    // At a standing item there is no case; in a case there is no meeting.
    let agenda = desk.get(&format!("/v1/meetings/{meeting}/items")).await.expect(200);
    let standing = json!({ "item": id(&agenda["items"][0]["item"]), "facts": facts("Niemand belt terug.") });
    let free = desk.post("/v1/lessons", &standing).await.expect(201);
    assert_eq!((&free["cases"], &free["meeting"]), (&json!([]), &lesson["meeting"]));
    let in_case = json!({ "signal": item["item"]["signalNumber"], "facts": facts("Niemand belt terug.") });
    assert_eq!(desk.post("/v1/lessons", &in_case).await.expect(201)["meeting"], Value::Null);
    let nowhere = desk.post("/v1/lessons", &json!({ "facts": facts("x") })).await;
    assert_eq!(nowhere.fault_places(), ["/signal"]);
    let both = json!({ "item": id(&item["item"]), "signal": item["item"]["signal"], "facts": facts("x") });
    assert_eq!(desk.post("/v1/lessons", &both).await.fault_places(), ["/item"]);
    let mut wrong = facts(" ");
    wrong["bodies"] = json!(["NIEMAND"]);
    let mut places = desk.post("/v1/lessons", &json!({ "signal": "S-1", "facts": wrong })).await.fault_places();
    places.sort();
    assert_eq!(places, ["/facts/bodies/0", "/facts/pattern"]);
    let unknown = json!({ "signal": "S-2026-99999", "facts": facts("x") });
    desk.post("/v1/lessons", &unknown).await.problem(Code::NotFound);

    // The decision list names how many, to the secretariat.
    let list = |lang: &str| format!("/v1/meetings/{meeting}/papers?paper=decisions&format=md&lang={lang}");
    assert!(desk.get(&list("nl")).await.text().contains("Leerpunten vastgelegd: 2"), "{}", desk.get(&list("nl")).await.text());
    assert!(desk.get(&list("en")).await.text().contains("Lessons noted: 2"));
}

async fn what_is_of_a_person_stays_out(server: &TestServer) {
    let desk = server.desk();
    let case = case(&desk).await;
    desk.post(&format!("/v1/signals/{case}/contact-moments"), &contact("meneer Yıldız")).await.ok();
    let noted = async |pattern: &str, looked: bool| {
        let new = json!({ "signal": case, "facts": facts(pattern), "looked": looked });
        desk.post("/v1/lessons", &new).await
    };
    noted("Burger met bsn 999990019 wacht.", true).await.problem(Code::BsnInText);
    for (pattern, fault) in [("mail j@voorbeeld.nl", "personal-mail"), ("bel 06 12345678", "personal-phone")] {
        assert_eq!(noted(pattern, false).await.fault_at("/facts/pattern"), fault);
        assert_eq!(noted(pattern, true).await.fault_at("/facts/pattern"), fault, "whoever looked");
    }
    for (pattern, fault) in [
        ("De Wit-Bakker wacht al een jaar.", "personal-of-case"),
        ("YILDIZ wacht al een jaar.", "personal-of-case"),
        ("Huishouden H-7K2F wacht.", "personal-of-case"),
        ("Een 17-jarige krijgt niets.", "personal-doubt"),
        ("Mevrouw Jansen wacht.", "personal-doubt"),
        ("Jan de Vries wacht.", "personal-doubt"),
        ("Het gezin Jansen uit de Kerkstraat 12, 3511 AB Utrecht", "personal-doubt"),
        ("geboren 12-03-1984, NL91ABNA0417164300", "personal-doubt"),
    ] {
        let refused = noted(pattern, false).await;
        assert_eq!(refused.fault_at("/facts/pattern"), fault, "{pattern}");
        assert!(!refused.text().contains("Jansen") && !refused.text().contains("Bakker"), "the fault repeats no name");
    }
    noted("Een 17-jarige krijgt niets.", true).await.expect(201);
    let mut law = facts("x");
    law["law"] = "wet, bel 06-12345678".into();
    assert_eq!(desk.post("/v1/lessons", &json!({ "signal": case, "facts": law })).await.fault_at("/facts/law"), "personal-phone");
    assert_eq!(desk.get("/v1/lessons").await.expect(200)["items"].as_array().unwrap().len(), 1, "nothing of what was refused");
}

async fn changed_it_is_checked_again(server: &TestServer) {
    let desk = server.desk();
    let case = case(&desk).await;
    let lesson = desk.post("/v1/lessons", &json!({ "signal": case, "facts": facts("Niemand belt terug.") })).await.expect(201);
    let path = format!("/v1/lessons/{}", id(&lesson));
    assert_eq!(desk.patch(&path, 1, &json!({ "pattern": "Bakker belt niet." })).await.fault_at("/pattern"), "personal-of-case");
    desk.patch(&path, 1, &json!({ "pattern": "bsn 999990019" })).await.problem(Code::BsnInText);
    desk.patch(&path, 9, &json!({ "law": "Awb" })).await.problem(Code::StaleVersion);
    let now = desk.patch(&path, 1, &json!({ "law": "Awb", "kind": "law" })).await.expect(200);
    assert_eq!((&now["version"], &now["facts"]["law"], &now["facts"]["article"]), (&2.into(), &"Awb".into(), &"4:17".into()));
    let same = desk.patch(&path, 2, &json!({ "law": "Awb" })).await.expect(200);
    assert_eq!(same["version"], 2, "nothing changed");
    desk.get("/v1/lessons/01a1e395-ae80-7dd9-a45a-c2bcb1892fc9").await.problem(Code::NotFound);
}

async fn lists_have_pages_and_the_feed_follows(server: &TestServer) {
    let desk = server.desk();
    let case = case(&desk).await;
    let start = changes(&desk, None).await;
    for n in 0..5 {
        server.advance(chrono::TimeDelta::seconds(1));
        let mut one = facts(&format!("Patroon {n}"));
        one["kind"] = if n == 3 { "law".into() } else { "policy".into() };
        desk.post("/v1/lessons", &json!({ "signal": case, "facts": one })).await.expect(201);
    }
    let (mut seen, mut after) = (vec![], String::new());
    loop {
        let page = desk.get(&format!("/v1/lessons?limit=2{after}")).await.expect(200);
        seen.extend(page["items"].as_array().unwrap().iter().map(|row| row["facts"]["pattern"].as_str().unwrap().to_owned()));
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => break,
        }
    }
    assert_eq!(seen, [4, 3, 2, 1, 0].map(|n| format!("Patroon {n}")), "newest first, each once");
    let laws = desk.get("/v1/lessons?kind=law").await.expect(200);
    assert_eq!((laws["items"].as_array().unwrap().len(), &laws["items"][0]["facts"]["pattern"]), (1, &"Patroon 3".into()));
    assert_eq!(desk.get("/v1/lessons?meeting=LET-1").await.expect(200)["items"], json!([]));
    assert_eq!(desk.get("/v1/lessons?meeting=x&after=x&limit=0").await.fault_places().len(), 3);

    let told = changes(&desk, Some(&start.cursor)).await.lessons;
    assert_eq!(
        told.iter().map(|row| row.facts.pattern.raw().to_owned()).collect::<Vec<_>>(),
        [0, 1, 2, 3, 4].map(|n| format!("Patroon {n}"))
    );
    assert_eq!(changes(&desk, None).await.lessons, told);
    assert!(changes(&server.role(Role::RegisterReader), None).await.lessons.is_empty());
}

async fn who_may_not_sees_none(server: &TestServer) {
    let desk = server.desk();
    let case = case(&desk).await;
    let lesson = desk.post("/v1/lessons", &json!({ "signal": case, "facts": facts("Niemand belt terug.") })).await.expect(201);
    for role in Role::ALL.iter().filter(|role| !matches!(role, Role::Desk | Role::LetSecretary)) {
        let other = server.role(*role);
        other.get("/v1/lessons").await.problem(Code::NotAllowed);
        other.get(&format!("/v1/lessons/{}", id(&lesson))).await.problem(Code::NotAllowed);
        other.post("/v1/lessons", &json!({ "signal": case, "facts": facts("x") })).await.problem(Code::NotAllowed);
    }
}
