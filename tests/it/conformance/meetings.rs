//! Meetings: made, changed, fixed, sent by two people, held, decided about and sent again; every step with its version, its
//! refusals and its traces.

use chrono::TimeDelta;
use loket::{api::problem::Code, domain::role::Role};
use serde_json::{Value, json};

use super::{changes::changes, time_outs::id};
use crate::support::{
    http::{Caller, new_key},
    samples::{agenda_item, invitation, meeting, signal},
    server::TestServer,
};

on_both_stores!(
    a_meeting_goes_its_whole_way,
    numbers_run_on_and_are_never_given_twice,
    what_is_wrong_is_named_everywhere_at_once,
    who_fixes_fixes_what_was_seen,
    a_later_change_makes_a_new_version_and_the_difference_is_data,
    sending_needs_a_second_person_who_saw_it,
    a_repeated_request_has_one_effect,
    lists_have_pages_and_the_feed_follows,
    audit_and_history_know_every_step,
);

/// A new meeting, whole.
pub async fn made(desk: &Caller) -> Value {
    desk.post("/v1/meetings", &meeting()).await.expect(201)
}

/// A case on the agenda of a meeting that is ready: the UWV comes with a mandate.
pub async fn ready_item(desk: &Caller, meeting: &str) -> Value {
    let signal = desk.post("/v1/signals", &signal("Terugvordering, UWV")).await.expect(201)["item"].clone();
    let new = json!({ "signal": id(&signal), "facts": agenda_item() });
    let item = desk.post(&format!("/v1/meetings/{meeting}/items"), &new).await.expect(201);
    let path = format!("/v1/agenda-items/{}", id(&item["item"]));
    let invited = desk.post(&format!("{path}/invitations"), &invitation("UWV", "A. de Boer")).await.expect(201);
    let answer = json!({ "answer": "accepted", "mandateConfirmed": true });
    let ready = desk.patch(&format!("/v1/invitations/{}", id(&invited["invitations"][0])), 1, &answer).await.expect(200);
    assert_eq!(ready["missing"], json!([]), "{ready:#}");
    ready
}

/// The agenda of a meeting, fixed as it is.
pub async fn fixed(desk: &Caller, meeting: &str) -> Value {
    let now = desk.get(&format!("/v1/meetings/{meeting}")).await.expect(200);
    let body = json!({ "agendaVersion": now["item"]["agendaVersion"] });
    desk.act(&format!("/v1/meetings/{meeting}/_fix"), now["item"]["version"].as_i64().unwrap(), &body).await.expect(200)
}

/// What waits of a meeting whose agenda somebody proposed to send.
pub async fn waits(server: &TestServer, by: &Caller) -> Value {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    ready_item(&desk, &meeting).await;
    let now = fixed(&desk, &meeting).await;
    let body = json!({ "number": now["item"]["number"] });
    let version = now["item"]["version"].as_i64().unwrap();
    by.act(&format!("/v1/meetings/{meeting}/_publish"), version, &body).await.expect(200)["confirmation"].clone()
}

fn version(detail: &Value) -> i64 {
    detail["item"]["version"].as_i64().unwrap()
}

async fn a_meeting_goes_its_whole_way(server: &TestServer) {
    let (secretary, desk) = (server.role(Role::LetSecretary), server.desk());
    let new = made(&secretary).await;
    let number = new["item"]["number"].as_str().unwrap().to_owned();
    assert_eq!((&new["item"]["state"], &new["papersDueOn"]), (&"concept".into(), &"2026-11-24".into()));
    let path = format!("/v1/meetings/{number}");
    assert_eq!(secretary.get(&path).await.expect(200), new, "found by its number too");
    let agenda = secretary.get(&format!("{path}/items")).await.expect(200);
    let standing: Vec<&Value> = agenda["items"].as_array().unwrap().iter().map(|one| &one["item"]["standing"]).collect();
    assert_eq!(standing, ["opening", "open-commitments", "lessons", "close"]);
    assert_eq!(agenda["slots"][0]["minutes"], 25);

    let item = ready_item(&desk, id(&new["item"])).await;
    let item_path = format!("/v1/agenda-items/{}", id(&item["item"]));
    let early = secretary.post(&format!("{item_path}/decisions"), &json!({ "facts": { "text": "x", "bodies": ["UWV"] } })).await;
    assert_eq!(early.fault_at(""), "agenda-not-fixed");
    let first = fixed(&secretary, &number).await;
    assert_eq!((&first["item"]["state"], &first["editions"][0]["number"]), (&"fixed".into(), &1.into()));

    // Sent by two people.
    let hold = secretary.act(&format!("{path}/_hold"), version(&first), &json!({})).await;
    assert_eq!(hold.fault_at(""), "meeting-not-yet");
    let wrong = secretary.act(&format!("{path}/_publish"), version(&first), &json!({ "number": "LET-9999" })).await;
    assert_eq!(wrong.fault_at(""), "other-meeting-number");
    let body = json!({ "number": number });
    let proposed = secretary.act(&format!("{path}/_publish"), version(&first), &body).await.expect(200);
    let shown: Value = serde_json::from_str(proposed["confirmation"]["shown"].as_str().unwrap()).unwrap();
    assert_eq!(
        (&shown["recipients"][0]["organisation"], shown["recipients"][0]["items"].as_array().unwrap().len()),
        (&"UWV".into(), 1)
    );
    let confirm = format!("/v1/confirmations/{}/_confirm", id(&proposed["confirmation"]));
    desk.post(&confirm, &json!({ "hash": proposed["confirmation"]["hash"] })).await.expect(200);
    let sent = desk.get(&path).await.expect(200);
    assert_eq!((&sent["item"]["edition"]["sent"], &sent["item"]["pending"]), (&true.into(), &Value::Null));

    // Held, decided about, promised, and the decisions sent by two people.
    server.advance(TimeDelta::days(10) + TimeDelta::hours(6));
    let held = secretary.act(&format!("{path}/_hold"), version(&sent), &json!({})).await.expect(200);
    assert_eq!(held["item"]["state"], "held");
    let late = secretary.post(&format!("{item_path}/_take-off"), &json!({})).await;
    assert_eq!(late.fault_at(""), "meeting-over");
    let nothing = secretary.act(&format!("{path}/_publish"), version(&held), &body).await;
    assert_eq!(nothing.fault_at(""), "nobody-to-send-to");
    let decision = json!({ "facts": { "text": "Uitstel tot 1 maart.", "bodies": ["UWV"], "legalRoom": "hardheidsclausule" } });
    secretary.post(&format!("{item_path}/decisions"), &decision).await.expect(201);
    let source = json!({ "kind": "agenda-item", "meeting": number, "item": id(&item["item"]), "on": "2026-11-26" });
    let facts = json!({ "text": "Het UWV stelt uit.", "organisation": "UWV", "source": source, "due": { "on": "2026-12-10" } });
    let promised =
        secretary.post("/v1/commitments", &json!({ "signal": item["item"]["signal"], "facts": facts })).await.expect(201);
    assert_eq!(promised["item"]["facts"]["source"]["meeting"], number);
    let board = desk.get("/v1/deadlines?kind=commitment").await.expect(200);
    assert_eq!(board["items"][0]["alarmOn"], "2026-12-10");
    let proposed = desk.act(&format!("{path}/_publish"), version(&held), &body).await.expect(200);
    let hash = json!({ "hash": proposed["confirmation"]["hash"] });
    let confirm = format!("/v1/confirmations/{}/_confirm", id(&proposed["confirmation"]));
    desk.post(&confirm, &hash).await.problem(Code::NotPossibleNow);
    secretary.post(&confirm, &hash).await.expect(200);
    let done = secretary.get(&path).await.expect(200);
    assert_eq!(done["item"]["state"], "sent");
    let moves: Vec<&str> = done["item"]["moves"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(moves, ["created", "fixed", "proposed", "confirmed", "held", "proposed", "confirmed"]);
    let over = secretary.post(&format!("{item_path}/decisions"), &decision).await;
    assert_eq!(over.fault_at(""), "meeting-over");

    // The next meeting begins with what was promised.
    let next = made(&secretary).await;
    let agenda = secretary.get(&format!("/v1/meetings/{}/items", id(&next["item"]))).await.expect(200);
    assert_eq!(agenda["openCommitments"][0]["id"], promised["item"]["id"]);
    let foreign = json!({ "kind": "agenda-item", "meeting": number, "item": new_key(), "on": "2026-11-26" });
    let facts = json!({ "text": "x", "organisation": "UWV", "source": foreign, "due": { "on": "2026-12-10" } });
    let reply = secretary.post("/v1/commitments", &json!({ "signal": item["item"]["signal"], "facts": facts })).await;
    reply.problem(Code::InvalidInput);
    assert_eq!(reply.fault_places(), ["/facts/source/item"]);
}

async fn numbers_run_on_and_are_never_given_twice(server: &TestServer) {
    let desk = server.desk();
    let numbered = |number: &str| {
        let mut body = meeting();
        body["number"] = number.into();
        body
    };
    assert_eq!(made(&desk).await["item"]["number"], "LET-1");
    assert_eq!(desk.post("/v1/meetings", &numbered("let 48")).await.expect(201)["item"]["number"], "LET-48");
    assert_eq!(made(&desk).await["item"]["number"], "LET-49", "counted on from what was given");
    let taken = desk.post("/v1/meetings", &numbered("48")).await;
    taken.problem(Code::NotPossibleNow);
    assert_eq!(taken.fault_at(""), "meeting-number-taken");
    assert_eq!(desk.post("/v1/meetings", &numbered("30")).await.expect(201)["item"]["number"], "LET-30");
    assert_eq!(made(&desk).await["item"]["number"], "LET-50", "an older one does not turn it back");
    let all = tokio::join!(made(&desk), made(&desk), made(&desk));
    let mut numbers = [&all.0, &all.1, &all.2].map(|one| one["item"]["number"].as_str().unwrap().to_owned());
    numbers.sort();
    assert_eq!(numbers, ["LET-51", "LET-52", "LET-53"]);
    assert_eq!(desk.post("/v1/meetings", &numbered("S-48")).await.fault_places(), ["/number"]);

    // One that is mistyped does not lead all later ones astray; meant so it may, and then the numbers may be used up.
    assert_eq!(desk.post("/v1/meetings", &numbered("LET-154")).await.fault_at(""), "meeting-number-far");
    assert_eq!(desk.post("/v1/meetings", &numbered("LET-999999")).await.fault_at(""), "meeting-number-far");
    assert_eq!(made(&desk).await["item"]["number"], "LET-54", "no number is lost by that");
    assert_eq!(desk.post("/v1/meetings", &numbered("LET-154")).await.expect(201)["item"]["number"], "LET-154");
    let mut meant = numbered("LET-999999");
    meant["farNumber"] = true.into();
    desk.post("/v1/meetings", &meant).await.expect(201);
    assert_eq!(desk.post("/v1/meetings", &meeting()).await.fault_at(""), "meeting-numbers-used-up");
    assert_eq!(desk.post("/v1/meetings", &numbered("LET-155")).await.expect(201)["item"]["number"], "LET-155");
    desk.get("/v1/meetings/LET-999").await.problem(Code::NotFound);
}

async fn what_is_wrong_is_named_everywhere_at_once(server: &TestServer) {
    let desk = server.desk();
    let slot = |from: &str, until: &str| json!({ "startsAt": from, "endsAt": until });
    let mut body = meeting();
    body["facts"]["slots"] =
        json!([slot("2026-11-26T12:30:00Z", "2026-11-26T12:30:00Z"), slot("2026-11-26T12:00:00Z", "2026-11-28T12:00:00Z")]);
    body["facts"]["chair"] = "burgerservicenummer 999990019".into();
    body["facts"]["papersDays"] = 900.into();
    let reply = desk.post("/v1/meetings", &body).await;
    let mut places = reply.fault_places();
    places.sort();
    let slots = ["/facts/slots/0/endsAt", "/facts/slots/1/endsAt", "/facts/slots/1/startsAt"];
    assert_eq!(places[..1], ["/facts/papersDays"]);
    assert_eq!(places[1..], slots);
    body["facts"] = meeting()["facts"].clone();
    body["facts"]["chair"] = "burgerservicenummer 999990019".into();
    desk.post("/v1/meetings", &body).await.problem(Code::BsnInText);
    body["facts"]["slots"] = json!([]);
    assert_eq!(desk.post("/v1/meetings", &body).await.fault_places(), ["/facts/slots"]);
    body["facts"]["slots"] = json!([slot("2026-11-26T21:30:00Z", "2026-11-26T22:59:60Z")]);
    assert_eq!(desk.post("/v1/meetings", &body).await.fault_at("/facts/slots/0/endsAt"), "not-a-time", "no clock shows it");

    // Over midnight and over the change of the clock: the minutes that pass.
    body["facts"] = meeting()["facts"].clone();
    body["facts"]["slots"] = json!([slot("2026-10-24T21:30:00Z", "2026-10-25T03:00:00Z")]);
    let night = desk.post("/v1/meetings", &body).await.expect(201);
    let agenda = desk.get(&format!("/v1/meetings/{}/items", id(&night["item"]))).await.expect(200);
    assert_eq!(agenda["slots"][0]["available"], 330);

    let made = made(&desk).await;
    let path = format!("/v1/meetings/{}", id(&made["item"]));
    desk.patch(&path, 7, &json!({ "place": "Utrecht" })).await.problem(Code::StaleVersion);
    assert_eq!(desk.patch(&path, 1, &json!({ "place": "Den Haag" })).await.expect(200)["item"]["version"], 1, "the same");
    assert_eq!(desk.patch(&path, 1, &json!({ "place": "Utrecht" })).await.expect(200)["item"]["version"], 2);
    for who in [Role::Municipal, Role::Body, Role::RegisterReader, Role::PrivacyOfficer] {
        server.role(who).get(&path).await.problem(Code::NotAllowed);
    }
}

async fn who_fixes_fixes_what_was_seen(server: &TestServer) {
    let desk = server.desk();
    let colleague = server.colleague().await;
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let path = format!("/v1/meetings/{meeting}");
    let item = ready_item(&desk, &meeting).await;
    let item_path = format!("/v1/agenda-items/{}", id(&item["item"]));
    let seen = desk.get(&path).await.expect(200)["item"]["agendaVersion"].clone();

    // Another writes in an item meanwhile.
    colleague.patch(&item_path, version(&item), &json!({ "stalemate": "" })).await.expect(200);
    let fix = |seen: &Value, reason: &str| json!({ "agendaVersion": seen, "reason": reason });
    let stale = desk.act(&format!("{path}/_fix"), 1, &fix(&seen, "")).await;
    assert_eq!(stale.fault_at(""), "agenda-changed-since-seen");
    let now = desk.get(&path).await.expect(200)["item"]["agendaVersion"].clone();
    let unready = desk.act(&format!("{path}/_fix"), 1, &fix(&now, "")).await;
    unready.problem(Code::NotPossibleNow);
    assert_eq!(unready.fault_at(""), "agenda-not-ready");
    assert_eq!(unready.fault_at("/items/3/stalemate"), "missing-stalemate", "which item, which field");
    assert_eq!(desk.get(&path).await.expect(200)["editions"], json!([]));

    let despite = desk.act(&format!("{path}/_fix"), 1, &fix(&now, "ontruiming morgen")).await.expect(200);
    assert_eq!(despite["editions"][0]["reason"], "ontruiming morgen");
    let again = desk.act(&format!("{path}/_fix"), version(&despite), &fix(&now, "x")).await;
    assert_eq!(again.fault_at(""), "agenda-nothing-new");

    // An answer that comes in later asks for no new version; another invitee does.
    let invited = format!("/v1/invitations/{}", id(&item["invitations"][0]));
    desk.patch(&invited, 2, &json!({ "answer": "declined" })).await.expect(200);
    assert_eq!(desk.get(&path).await.expect(200)["changedSinceFixed"], false);
    desk.post(&format!("{item_path}/invitations"), &invitation("SVB", "B. Smit")).await.expect(201);
    assert_eq!(desk.get(&path).await.expect(200)["changedSinceFixed"], true);
}

async fn a_later_change_makes_a_new_version_and_the_difference_is_data(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let path = format!("/v1/meetings/{meeting}");
    let (one, two) = (ready_item(&desk, &meeting).await, ready_item(&desk, &meeting).await);
    let first = fixed(&desk, &meeting).await;
    let of = |item: &Value| format!("/v1/agenda-items/{}", id(&item["item"]));
    desk.post(&format!("{}/_move", of(&two)), &json!({ "first": true })).await.expect(200);
    desk.patch(&of(&one), version(&one), &json!({ "minutes": 45 })).await.expect(200);
    desk.patch(&path, version(&first), &json!({ "place": "Utrecht" })).await.expect(200);
    let changed = desk.get(&path).await.expect(200);
    assert_eq!(changed["changedSinceFixed"], true);
    let changes = &changed["changes"];
    assert_eq!((&changes["meeting"], &changes["added"]), (&json!(["place"]), &json!([])));
    assert_eq!(changes["moved"], json!([{ "item": id(&two["item"]), "from": 4, "to": 1 }]), "as few as explain it");
    let fields = |detail: &Value, item: &Value| -> Value {
        let all = detail["changed"].as_array().unwrap();
        all.iter().find(|entry| entry["item"] == item["item"]["id"]).unwrap()["fields"].clone()
    };
    assert_eq!(fields(changes, &one), json!(["minutes", "times"]));
    let publish = desk.act(&format!("{path}/_publish"), version(&changed), &json!({ "number": changed["item"]["number"] })).await;
    assert_eq!(publish.fault_at(""), "agenda-changed-since-fixed");

    let second = fixed(&desk, &meeting).await;
    assert_eq!(second["item"]["edition"]["number"], 2);
    let edition = |at: usize| format!("/v1/editions/{}", id(&second["editions"][at]));
    let old = desk.get(&edition(0)).await.expect(200);
    assert_eq!((&old["changes"], &old["item"]["content"]["facts"]["place"]), (&Value::Null, &"Den Haag".into()), "as it was");
    let new = desk.get(&edition(1)).await.expect(200);
    assert_eq!((&new["changes"], &new["item"]["content"]["facts"]["place"]), (changes, &"Utrecht".into()));
    assert_eq!(server.execute("UPDATE editions SET number = number WHERE number > 2").await, 0);
}

async fn sending_needs_a_second_person_who_saw_it(server: &TestServer) {
    let desk = server.desk();
    let colleague = server.colleague().await;
    let secretary = server.role(Role::LetSecretary);
    let proposed = waits(server, &desk).await;
    let path = |verb: &str| format!("/v1/confirmations/{}/{verb}", id(&proposed));
    let hash = json!({ "hash": proposed["hash"] });
    let own = desk.post(&path("_confirm"), &hash).await;
    assert_eq!(own.fault_at(""), "same-person");
    let other = colleague.post(&path("_confirm"), &json!({ "hash": "0000" })).await;
    assert_eq!(other.fault_at(""), "other-than-shown");
    let meeting = format!("/v1/meetings/{}", proposed["subject"].as_str().unwrap());
    let agenda = desk.get(&format!("{meeting}/items")).await.expect(200);
    let item = agenda["items"].as_array().unwrap().iter().find(|item| !item["item"]["signal"].is_null()).unwrap();
    let invited = &item["invitations"][0];
    desk.patch(&format!("/v1/invitations/{}", id(invited)), 2, &json!({ "answer": "declined" })).await.expect(200);
    let changed = colleague.post(&path("_confirm"), &hash).await;
    assert_eq!(changed.fault_at(""), "subject-changed", "somebody declined: it would go to others than was shown");
    desk.patch(&format!("/v1/invitations/{}", id(invited)), 3, &json!({ "answer": "accepted" })).await.expect(200);
    colleague.post(&path("_reject"), &json!({ "reason": "nog een stuk" })).await.expect(200);
    let now = desk.get(&meeting).await.expect(200);
    assert_eq!((&now["item"]["pending"], &now["item"]["edition"]["sent"]), (&Value::Null, &false.into()));
    let again =
        desk.act(&format!("{meeting}/_publish"), version(&now), &json!({ "number": now["item"]["number"] })).await.expect(200);
    let confirm = format!("/v1/confirmations/{}/_confirm", id(&again["confirmation"]));
    secretary.post(&confirm, &json!({ "hash": again["confirmation"]["hash"] })).await.expect(200);
    assert_eq!(desk.get(&meeting).await.expect(200)["item"]["edition"]["sent"], true);
}

async fn a_repeated_request_has_one_effect(server: &TestServer) {
    let desk = server.desk();
    let key = new_key();
    let first = desk.post_with(key, "/v1/meetings", &meeting()).await.expect(201);
    let again = desk.post_with(key, "/v1/meetings", &meeting()).await;
    assert_eq!(again.ok()["item"]["id"], first["item"]["id"]);
    let mut other = meeting();
    other["facts"]["place"] = "Utrecht".into();
    desk.post_with(key, "/v1/meetings", &other).await.problem(Code::IdempotencyKeyReused);
    let items = format!("/v1/meetings/{}/items", id(&first["item"]));
    let (key, new) = (new_key(), json!({ "facts": { "title": "Rondvraag" } }));
    desk.post_with(key, &items, &new).await.expect(201);
    desk.post_with(key, &items, &new).await.ok();
    assert_eq!(desk.get(&items).await.expect(200)["items"].as_array().unwrap().len(), 5);
}

async fn lists_have_pages_and_the_feed_follows(server: &TestServer) {
    let desk = server.desk();
    let cursor = changes(&desk, None).await.cursor;
    for day in ["2026-12-10", "2026-11-26", "2027-01-14"] {
        let mut body = meeting();
        body["facts"]["slots"] = json!([{ "startsAt": format!("{day}T09:00:00Z"), "endsAt": format!("{day}T10:00:00Z") }]);
        desk.post("/v1/meetings", &body).await.expect(201);
    }
    let page = desk.get("/v1/meetings?limit=2").await.expect(200);
    let numbers = |page: &Value| -> Vec<String> {
        page["items"].as_array().unwrap().iter().map(|row| row["number"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(numbers(&page), ["LET-2", "LET-1"]);
    let rest = desk.get(&format!("/v1/meetings?limit=2&after={}", page["next"].as_str().unwrap())).await.expect(200);
    assert_eq!((numbers(&rest), &rest["next"]), (vec!["LET-3".to_owned()], &Value::Null));
    let some = desk.get("/v1/meetings?from=2026-12-10&until=2026-12-10").await.expect(200);
    assert_eq!(numbers(&some), ["LET-1"]);
    desk.get("/v1/meetings?state=x&after=y").await.problem(Code::InvalidInput);
    let since = changes(&desk, Some(&cursor)).await;
    assert_eq!((since.meetings.len(), since.agenda_items.len()), (3, 12), "each with its standing items");
    let all = changes(&desk, None).await;
    assert_eq!((all.meetings.len(), all.agenda_items.len()), (3, 12), "a first sync has them too");
    let reader = changes(&server.role(Role::RegisterReader), None).await;
    assert!(reader.meetings.is_empty() && reader.agenda_items.is_empty());
}

async fn audit_and_history_know_every_step(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let item = ready_item(&desk, &meeting).await;
    fixed(&desk, &meeting).await;
    let path = format!("/v1/agenda-items/{}", id(&item["item"]));
    desk.post(&format!("{path}/_move"), &json!({ "first": true })).await.expect(200);
    desk.post(&format!("{path}/_take-off"), &json!({ "reason": "volgende keer" })).await.expect(200);
    desk.post(&format!("{path}/_drop"), &json!({})).await.expect(200);
    for verb in [
        "meeting.create",
        "meeting.fix",
        "meeting.read",
        "agenda-item.create",
        "agenda-item.move",
        "agenda-item.take-off",
        "agenda-item.drop",
        "invitation.create",
        "invitation.amend",
    ] {
        assert!(server.execute(&format!("UPDATE audit SET verb = verb WHERE verb = '{verb}'")).await > 0, "{verb}");
    }
    let kept = server.execute("UPDATE history SET field = field WHERE entity = 'agenda-item' AND field = 'rank'").await;
    assert!(kept > 0, "a move stands in the history of its item");
    let text = server.execute("UPDATE audit SET verb = verb WHERE object LIKE '%Terugvordering%'").await;
    assert_eq!(text, 0);
}
