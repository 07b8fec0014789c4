//! What is taken from a file or a calendar has one effect, also when two people take it at once, and later on.

use loket::api::problem::Code;
use serde_json::{Value, json};

use super::meetings::{fixed, ready_item};
use crate::support::{
    samples::{commitment, meeting, signal},
    server::TestServer,
};

on_both_stores!(
    a_row_is_recorded_once_about_a_case,
    an_event_makes_one_meeting,
    a_fixed_meeting_does_not_follow_its_calendar,
    an_older_calendar_sets_nothing_back,
);

fn from(mut new: Value, system: &str, reference: &str) -> Value {
    new["importedFrom"] = json!({ "system": system, "reference": reference });
    new
}

async fn a_row_is_recorded_once_about_a_case(server: &TestServer) {
    let desk = server.desk();
    let mut with_reference = signal("Toeslagen");
    with_reference["source"] = json!({ "system": "kenmerk", "reference": "HL:1" });
    desk.post("/v1/signals", &with_reference).await.expect(201);
    desk.post("/v1/signals", &signal("Ontruiming")).await.expect(201);
    let path = "/v1/commitments";
    let new = from(commitment("kenmerk:HL:1"), "content", "abc");
    let (one, other) = tokio::join!(desk.post(path, &new), desk.post(path, &new));
    let mut both = [one.ok(), other.ok()].map(|told| told["imported"].as_str().unwrap_or_default().to_owned());
    both.sort();
    assert_eq!(both, ["created", "unchanged"]);
    let again = desk.post(path, &from(commitment("1"), "content", "abc")).await.expect(200);
    assert_eq!((&again["imported"], &again["item"]["version"]), (&"unchanged".into(), &1.into()));
    assert_eq!(again["item"]["signalNumber"], "S-2026-00001");
    let id = again["item"]["id"].as_str().unwrap().to_owned();
    let patch = json!({ "text": "Anders." });
    desk.patch(&format!("{path}/{id}"), 1, &patch).await.expect(200);
    let corrected = desk.post(path, &new).await.expect(200);
    assert_eq!((&corrected["item"]["id"], &corrected["item"]["facts"]["text"]), (&id.as_str().into(), &"Anders.".into()));
    // The same words about another case are another commitment; what nobody imported has no trace of it.
    desk.post(path, &from(commitment("2"), "content", "abc")).await.expect(201);
    let plain = desk.post(path, &commitment("2")).await.expect(201);
    assert_eq!(plain.get("imported"), None);
    assert_eq!(desk.get(&format!("{path}?state=all")).await.expect(200)["items"].as_array().map(Vec::len), Some(3));
    desk.post(path, &from(commitment("kenmerk:HL:9"), "content", "abc")).await.problem(Code::NotFound);
    let blank = desk.post(path, &from(commitment("1"), "content", " ")).await;
    blank.problem(Code::InvalidInput);
    assert_eq!(blank.fault_at("/importedFrom/reference"), "required");
    let long = desk.post(path, &from(commitment("1"), "content", &"a".repeat(1001))).await;
    assert_eq!(long.fault_at("/importedFrom/reference"), "too-long");
    desk.post(path, &from(commitment("1"), "content", "a\u{0}b")).await.ok();
}

async fn an_event_makes_one_meeting(server: &TestServer) {
    let desk = server.desk();
    let path = "/v1/meetings";
    let new = from(meeting(), "calendar", "let-50@voorbeeld.nl");
    let (one, other) = tokio::join!(desk.post(path, &new), desk.post(path, &new));
    let mut both = [one.ok(), other.ok()].map(|told| told["imported"].as_str().unwrap_or_default().to_owned());
    both.sort();
    assert_eq!(both, ["created", "unchanged"]);
    let mut moved = new.clone();
    moved["facts"]["slots"] = json!([{ "startsAt": "2026-11-27T12:30:00Z", "endsAt": "2026-11-27T14:00:00Z" }]);
    let updated = desk.post(path, &moved).await.expect(200);
    assert_eq!((&updated["imported"], &updated["item"]["version"]), (&"updated".into(), &2.into()));
    assert_eq!(updated["item"]["number"], "LET-1");
    assert_eq!(updated["item"]["facts"]["slots"], moved["facts"]["slots"]);
    assert_eq!(desk.post(path, &moved).await.expect(200)["imported"], "unchanged");
    let next = desk.post(path, &meeting()).await.expect(201);
    assert_eq!((&next["item"]["number"], next.get("imported")), (&"LET-2".into(), None), "no number is lost");
    // By hand in another place, and then in the same.
    let by_hand = json!({ "place": "Utrecht" });
    desk.patch(&format!("{path}/LET-1"), 2, &by_hand).await.expect(200);
    let back = desk.post(path, &new).await.expect(200);
    assert_eq!((&back["imported"], &back["item"]["facts"]["place"]), (&"updated".into(), &"Utrecht".into()));
    let mut elsewhere = new.clone();
    elsewhere["facts"]["place"] = "Zwolle".into();
    let left = desk.post(path, &elsewhere).await.expect(200);
    assert_eq!((&left["imported"], &left["item"]["facts"]["place"]), (&"left".into(), &"Utrecht".into()));
}

async fn an_older_calendar_sets_nothing_back(server: &TestServer) {
    let desk = server.desk();
    let path = "/v1/meetings";
    let written = |day: u32, sequence: u32, at: &str| {
        let mut new = from(meeting(), "calendar", "let-50@voorbeeld.nl");
        let moment = |hour: u32| format!("2026-12-{day}T{hour}:30:00Z");
        new["facts"]["slots"] = json!([{ "startsAt": moment(12), "endsAt": moment(14) }]);
        new["stamp"] = json!({ "sequence": sequence, "writtenAt": at });
        new
    };
    let day = |told: &Value| told["item"]["facts"]["slots"][0]["startsAt"].as_str().unwrap()[8..10].to_owned();
    let (monday, tuesday) = ("2026-11-02T09:00:00Z", "2026-11-03T09:00:00Z");
    desk.post(path, &written(15, 5, tuesday)).await.expect(201);
    for older in [written(14, 1, tuesday), written(14, 5, monday)] {
        let told = desk.post(path, &older).await.expect(200);
        assert_eq!((&told["imported"], day(&told).as_str(), &told["item"]["version"]), (&"older".into(), "15", &1.into()));
    }
    let mut unstamped = written(14, 0, monday);
    unstamped.as_object_mut().unwrap().remove("stamp");
    assert_eq!(desk.post(path, &unstamped).await.expect(200)["imported"], "older");
    // The same once more, changed elsewhere meanwhile: whatever was written before that is older from now on.
    let same = desk.post(path, &written(15, 8, monday)).await.expect(200);
    assert_eq!((&same["imported"], &same["item"]["version"]), (&"unchanged".into(), &1.into()));
    assert_eq!(desk.post(path, &written(14, 7, tuesday)).await.expect(200)["imported"], "older");
    let later = desk.post(path, &written(16, 8, tuesday)).await.expect(200);
    assert_eq!((&later["imported"], day(&later).as_str()), (&"updated".into(), "16"));
}

async fn a_fixed_meeting_does_not_follow_its_calendar(server: &TestServer) {
    let desk = server.desk();
    let new = from(meeting(), "calendar", "let-50@voorbeeld.nl");
    let made = desk.post("/v1/meetings", &new).await.expect(201);
    let id = made["item"]["id"].as_str().unwrap();
    ready_item(&desk, id).await;
    let before = fixed(&desk, id).await;
    let mut moved = new.clone();
    moved["facts"]["slots"] = json!([{ "startsAt": "2026-11-27T12:30:00Z", "endsAt": "2026-11-27T14:00:00Z" }]);
    let left = desk.post("/v1/meetings", &moved).await.expect(200);
    assert_eq!(left["imported"], "left");
    assert_eq!(left["item"], before["item"], "nothing changed");
    assert_eq!(desk.post("/v1/meetings", &new).await.expect(200)["imported"], "unchanged");
}
