//! Series of meetings: made ahead, each day once whoever makes it, changed where nobody touched them, ended with the rest named.

use chrono::TimeDelta;
use loket::{
    api::problem::Code,
    domain::{meeting::series::Series, role::Role},
    server::series::make_ahead,
};
use serde_json::{Value, json};

use super::{changes::changes, time_outs::id};
use crate::support::{
    http::{Caller, new_key},
    samples::series,
    server::TestServer,
};

on_both_stores!(
    its_first_meetings_are_made_at_once,
    the_next_is_made_when_its_time_comes,
    a_change_counts_for_what_nobody_touched,
    an_end_cancels_the_untouched_and_names_the_rest,
    two_who_make_ahead_make_each_day_once,
    one_that_goes_on_after_all_stands_for_its_day,
    an_end_before_the_beginning_leaves_the_rest_to_be_changed,
    a_week_for_which_one_was_cancelled_gets_no_other,
    what_is_wrong_is_named,
);

/// The days of a series: planned day, number of the meeting, its day, touched, differs.
fn days(detail: &Value) -> Vec<(String, String, bool, bool)> {
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let row = |day: &Value| {
        let meeting = &day["meeting"];
        let begins = text(&meeting["startsAt"]).chars().take(16).collect();
        (text(&meeting["number"]), begins, meeting["touched"] == true, meeting["differs"] == true)
    };
    detail["days"].as_array().unwrap().iter().map(row).collect()
}

fn numbers(detail: &Value) -> Vec<String> {
    days(detail).into_iter().map(|(number, ..)| number).collect()
}

async fn begun(desk: &Caller) -> Value {
    desk.post("/v1/meeting-series", &series()).await.expect(201)
}

fn told(number: &str, begins: &str, touched: bool, differs: bool) -> (String, String, bool, bool) {
    (number.into(), begins.into(), touched, differs)
}

async fn its_first_meetings_are_made_at_once(server: &TestServer) {
    let (desk, secretary) = (server.desk(), server.role(Role::LetSecretary));
    let start = changes(&desk, None).await;
    let key = new_key();
    let made = secretary.post_with(key, "/v1/meeting-series", &series()).await.expect(201);
    assert_eq!((&made["item"]["number"], &made["item"]["version"]), (&"REEKS-1".into(), &1.into()));
    assert_eq!(made["rrule"], "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR");
    // Christmas is a Friday: the next working day, and it is said.
    assert_eq!(
        days(&made),
        [
            told("LET-1", "2026-11-27T12:30", false, false),
            told("LET-2", "2026-12-11T12:30", false, false),
            told("LET-3", "2026-12-28T12:30", false, false),
        ]
    );
    let christmas = &made["days"][2];
    assert_eq!(
        (&christmas["plannedOn"], &christmas["fate"], &christmas["holiday"]),
        (&"2026-12-25".into(), &"moved".into(), &"eerste kerstdag".into())
    );
    let again = secretary.post_with(key, "/v1/meeting-series", &series()).await.ok();
    assert_eq!((&again["item"]["id"], days(&again)), (&made["item"]["id"], days(&made)), "once");

    // Each is a whole meeting, and the feed tells of all.
    let meeting = desk.get("/v1/meetings/LET-3").await.expect(200);
    assert_eq!(
        meeting["item"]["series"],
        json!({ "id": made["item"]["id"], "number": "REEKS-1", "plannedOn": "2026-12-25", "agendaVersion": 1 })
    );
    assert_eq!((&meeting["item"]["facts"]["chair"], &meeting["papersDueOn"]), (&"de voorzitter".into(), &"2026-12-23".into()));
    let agenda = desk.get("/v1/meetings/LET-3/items").await.expect(200);
    let titles: Vec<&Value> = agenda["items"].as_array().unwrap().iter().map(|entry| &entry["item"]["standing"]).collect();
    assert_eq!(titles, ["opening", "open-commitments", "close"], "those of the series, in its order");
    let feed = changes(&desk, Some(&start.cursor)).await;
    assert_eq!(
        feed.meetings.iter().map(|row| row.series.map(|number| number.to_string())).collect::<Vec<_>>(),
        vec![Some("REEKS-1".to_owned()); 3]
    );
    assert_eq!((feed.series.len(), feed.agenda_items.len()), (1, 9));
    let whole: Vec<Series> = changes(&desk, None).await.series;
    assert_eq!(whole, feed.series);
    let listed = desk.get("/v1/meeting-series").await.expect(200);
    assert_eq!(listed["items"], json!([made["item"]]));
    assert_eq!(desk.get("/v1/meeting-series/REEKS-1").await.expect(200), made);
    assert_eq!(desk.get(&format!("/v1/meeting-series/{}", id(&made["item"]))).await.expect(200), made);
    for role in [Role::RegisterReader, Role::Municipal] {
        server.role(role).get("/v1/meeting-series").await.problem(Code::NotAllowed);
    }
}

async fn the_next_is_made_when_its_time_comes(server: &TestServer) {
    let desk = server.desk();
    begun(&desk).await;
    assert_eq!(make_ahead(server.store(), server.clock_now()).await.unwrap(), 0, "nothing is due");
    let later = server.clock_now() + TimeDelta::days(12);
    assert_eq!(make_ahead(server.store(), later).await.unwrap(), 1);
    assert_eq!(make_ahead(server.store(), later).await.unwrap(), 0, "once");
    let made = desk.get("/v1/meetings/LET-4").await.expect(200);
    assert_eq!(made["item"]["facts"]["slots"][0]["startsAt"], "2027-01-08T12:30:00Z");
    assert_eq!(made["item"]["moves"][0]["byName"], desk.get("/v1/me").await.expect(200)["name"], "in the name of who began it");
    // Who cancels one does not get another for that day.
    desk.act("/v1/meetings/LET-2/_cancel", 1, &json!({ "reason": "voorzitter ziek" })).await.expect(200);
    assert_eq!(make_ahead(server.store(), later).await.unwrap(), 0);
}

async fn a_change_counts_for_what_nobody_touched(server: &TestServer) {
    let desk = server.desk();
    let made = begun(&desk).await;
    desk.post("/v1/meetings/LET-2/items", &json!({ "facts": { "title": "Vrij punt" } })).await.expect(201);
    let touched = desk.get("/v1/meetings/LET-2").await.expect(200);
    let path = format!("/v1/meeting-series/{}", id(&made["item"]));
    desk.patch(&path, 9, &json!({ "place": "Utrecht" })).await.problem(Code::StaleVersion);
    let now = desk.patch(&path, 1, &json!({ "place": "Utrecht", "time": "10:00" })).await.expect(200);
    assert_eq!(now["item"]["version"], 2);
    assert_eq!(
        days(&now),
        [
            told("LET-1", "2026-11-27T09:00", false, false),
            told("LET-2", "2026-12-11T12:30", true, true),
            told("LET-3", "2026-12-28T09:00", false, false),
        ]
    );
    assert_eq!(desk.get("/v1/meetings/LET-2").await.expect(200), touched, "left alone, and named");
    let first = desk.get("/v1/meetings/LET-1").await.expect(200);
    assert_eq!((&first["item"]["facts"]["place"], &first["item"]["version"]), (&"Utrecht".into(), &2.into()));
    assert_eq!(
        desk.patch(&path, 2, &json!({ "place": "Utrecht" })).await.expect(200)["item"]["version"],
        2,
        "it says so already"
    );
    // Another rule: the numbers stay, nothing is doubled, and a meeting that was touched stands for the day near it.
    let monthly = json!({ "rule": { "every": 1, "weekday": "thursday", "week": "second" }, "ahead": 2 });
    let now = desk.patch(&path, 2, &monthly).await.expect(200);
    assert_eq!(now["rrule"], "FREQ=MONTHLY;INTERVAL=1;BYDAY=2TH");
    assert_eq!(
        days(&now),
        [
            told("LET-2", "2026-12-11T12:30", true, true),
            told("LET-1", "2027-01-14T09:00", false, false),
            told("LET-3", "2027-02-11T09:00", false, false),
        ]
    );
}

async fn an_end_cancels_the_untouched_and_names_the_rest(server: &TestServer) {
    let desk = server.desk();
    let made = begun(&desk).await;
    desk.patch("/v1/meetings/LET-3", 1, &json!({ "place": "Zwolle" })).await.expect(200);
    let path = format!("/v1/meeting-series/{}", id(&made["item"]));
    let end = json!({ "on": "2026-12-01", "reason": "het LET komt niet meer bijeen" });
    let now = desk.act(&format!("{path}/_end"), 1, &end).await.expect(200);
    assert_eq!(numbers(&now), ["LET-1", "LET-3"]);
    assert_eq!(
        (&now["days"][1]["fate"], &now["days"][1]["meeting"]["touched"]),
        (&Value::Null, &true.into()),
        "it stays, and is named"
    );
    let second = desk.get("/v1/meetings/LET-2").await.expect(200);
    assert_eq!((&second["item"]["state"], &second["item"]["cancellation"]["reason"]), (&"cancelled".into(), &end["reason"]));
    desk.act(&format!("{path}/_end"), 2, &json!({ "on": "2026-12-02" })).await.problem(Code::InvalidInput);
    // Taken back: the day is made anew; who stayed is not doubled.
    let now = desk.patch(&path, 2, &json!({ "until": null })).await.expect(200);
    assert_eq!(numbers(&now), ["LET-1", "LET-4", "LET-3"]);
}

async fn two_who_make_ahead_make_each_day_once(server: &TestServer) {
    let desk = server.desk();
    let made = begun(&desk).await;
    let (other, shutdown, serving) = server.second_instance().await;
    let later = server.clock_now() + TimeDelta::days(60);
    let path = format!("/v1/meeting-series/{}", id(&made["item"]));
    let patch = json!({ "ahead": 6 });
    let (one, two, three) =
        tokio::join!(make_ahead(server.store(), later), make_ahead(server.store(), later), other.patch(&path, 1, &patch));
    assert!(one.is_ok() && two.is_ok(), "{one:?} {two:?}");
    three.expect(200);
    make_ahead(server.store(), later).await.unwrap();
    let doubled = "SELECT COUNT(*) FROM meetings WHERE starts_at IN (SELECT starts_at FROM meetings GROUP BY starts_at HAVING COUNT(*) > 1)";
    assert_eq!(server.number(doubled).await, 0);
    assert_eq!(
        server.number("SELECT COUNT(*) FROM meetings").await,
        server.number("SELECT COUNT(*) FROM meeting_series_days").await
    );
    shutdown.send(()).unwrap();
    serving.await.unwrap().unwrap();
}

async fn one_that_goes_on_after_all_stands_for_its_day(server: &TestServer) {
    let desk = server.desk();
    let made = begun(&desk).await;
    let path = format!("/v1/meeting-series/{}", id(&made["item"]));
    let end = json!({ "on": "2026-11-20", "reason": "vergissing" });
    let reinstate = async |number: &str| {
        let path = format!("/v1/meetings/{number}");
        let seen = desk.get(&path).await.expect(200)["item"]["version"].as_i64().unwrap();
        desk.act(&format!("{path}/_reinstate"), seen, &json!({ "reason": "toch wel" })).await
    };
    desk.act(&format!("{path}/_end"), 1, &end).await.expect(200);
    reinstate("LET-2").await.expect(200);
    let open = desk.patch(&path, 2, &json!({ "until": null })).await.expect(200);
    assert_eq!(numbers(&open), ["LET-4", "LET-2", "LET-5"], "its day is not free");
    // The other way about: the day was given to another meanwhile, which is named, until that one does not go on.
    let late = reinstate("LET-3").await;
    assert_eq!(late.fault_at(""), "series-day-taken");
    assert!(late.text().contains("LET-5"), "{}", late.text());
    desk.act("/v1/meetings/LET-5/_cancel", 1, &json!({ "reason": "dubbel" })).await.expect(200);
    reinstate("LET-3").await.expect(200);
    assert_eq!(numbers(&desk.get(&path).await.expect(200)), ["LET-4", "LET-2", "LET-3"]);
}

async fn an_end_before_the_beginning_leaves_the_rest_to_be_changed(server: &TestServer) {
    let desk = server.desk();
    let made = begun(&desk).await;
    let path = format!("/v1/meeting-series/{}", id(&made["item"]));
    desk.act(&format!("{path}/_end"), 1, &json!({ "on": "2026-11-20", "reason": "begint niet" })).await.expect(200);
    desk.patch(&path, 2, &json!({ "place": "Utrecht" })).await.expect(200);
    let wrong = desk.patch(&path, 3, &json!({ "until": "2026-11-19" })).await;
    assert_eq!(wrong.fault_places(), ["/until"], "who says so now is told");
}

async fn a_week_for_which_one_was_cancelled_gets_no_other(server: &TestServer) {
    let desk = server.desk();
    let made = begun(&desk).await;
    desk.act("/v1/meetings/LET-2/_cancel", 1, &json!({ "reason": "voorzitter ziek" })).await.expect(200);
    let path = format!("/v1/meeting-series/{}", id(&made["item"]));
    let thursdays = json!({ "rule": { "every": 2, "weekday": "thursday" }, "startsOn": "2026-11-26" });
    let now = desk.patch(&path, 1, &thursdays).await.expect(200);
    let begins: Vec<String> = days(&now).into_iter().map(|(number, begins, ..)| format!("{number} {begins}")).collect();
    let of_week: Vec<&String> = begins.iter().filter(|begins| begins.contains("2026-12-1")).collect();
    assert_eq!(of_week, ["LET-2 2026-12-11T12:30"], "{now:#}");
}

async fn what_is_wrong_is_named(server: &TestServer) {
    let desk = server.desk();
    let with = |field: &str, value: Value| {
        let mut new = series();
        new["facts"][field] = value;
        new
    };
    for (field, value, at) in [
        ("time", json!("25:00"), "/facts/time"),
        ("minutes", json!(0), "/facts/minutes"),
        ("ahead", json!(25), "/facts/ahead"),
        ("papersDays", json!(61), "/facts/papersDays"),
        ("until", json!("2026-11-01"), "/facts/until"),
        ("startsOn", json!("1-12-2026"), "/facts/startsOn"),
        ("rule", json!({ "every": 13, "weekday": "friday" }), "/facts/rule/every"),
        ("rule", json!({ "every": 1, "weekday": "vrijdag" }), "/facts/rule/weekday"),
        ("standing", json!(["opening", "opening"]), "/facts/standing/1"),
        ("chair", json!("x".repeat(201)), "/facts/chair"),
    ] {
        assert_eq!(desk.post("/v1/meeting-series", &with(field, value)).await.fault_places(), [at], "{field}");
    }
    desk.post("/v1/meeting-series", &with("confidentiality", json!("bsn 999990019"))).await.problem(Code::BsnInText);
    desk.get("/v1/meeting-series/REEKS-9").await.problem(Code::NotFound);
    assert_eq!(server.number("SELECT COUNT(*) FROM meetings").await, 0, "nothing of what was refused");
}
