//! The change feed: everything after a cursor, newest state once, in order, and nothing that is not for this account.

use loket::{
    api::{
        change::{Change, Entity},
        problem::Code,
    },
    domain::{
        deadline::{Alarm, Deadline},
        lesson::Lesson,
        meeting::{AgendaItemSummary, MeetingSummary, series::Series},
        officer::Officer,
        role::Role,
        signal::SignalSummary,
        view::SavedView,
    },
};
use serde_json::json;

use crate::support::{
    http::Caller,
    samples::{full_signal, officer},
    server::TestServer,
};

on_both_stores!(
    a_first_sync_is_everything,
    only_what_changed_comes_again_newest_once,
    a_row_is_the_row_of_the_list,
    a_foreign_cursor_gets_a_reset,
    what_is_gone_leaves_a_tombstone,
    officers_go_only_to_who_may_keep_them,
    a_refused_write_is_no_change,
);

/// A whole reply, checked: `reset` only first, one `cursor` and only last.
pub struct Feed {
    /// Was there a reset?
    pub reset: bool,
    /// Signals in order.
    pub signals: Vec<SignalSummary>,
    /// Officers in order.
    pub officers: Vec<Officer>,
    /// Saved views in order.
    pub views: Vec<SavedView>,
    /// Rows of the deadline board, in order.
    pub deadlines: Vec<Deadline>,
    /// Alarms, in order.
    pub alarms: Vec<Alarm>,
    /// Meetings, in order.
    pub meetings: Vec<MeetingSummary>,
    /// Items of agendas and candidates, in order.
    pub agenda_items: Vec<AgendaItemSummary>,
    /// Lessons, in order.
    pub lessons: Vec<Lesson>,
    /// Series of meetings, in order.
    pub series: Vec<Series>,
    /// Tombstones.
    pub gone: Vec<(Entity, String)>,
    /// Where to go on.
    pub cursor: String,
}

/// Asks for what changed after a cursor.
pub async fn changes(who: &Caller, since: Option<&str>) -> Feed {
    let query = since.map(|cursor| format!("?since={cursor}")).unwrap_or_default();
    let reply = who.get(&format!("/v1/changes{query}")).await;
    assert_eq!((reply.status, reply.header("content-type")), (200, "application/x-ndjson"), "{}", reply.text());
    assert_eq!(reply.header("api-version"), loket::api::API_VERSION);
    let text = reply.text();
    assert!(text.ends_with('\n'), "the last line is whole");
    let mut feed = Feed {
        reset: false,
        signals: vec![],
        officers: vec![],
        views: vec![],
        deadlines: vec![],
        alarms: vec![],
        meetings: vec![],
        agenda_items: vec![],
        lessons: vec![],
        series: vec![],
        gone: vec![],
        cursor: String::new(),
    };
    for (at, line) in text.lines().enumerate() {
        assert!(feed.cursor.is_empty(), "a line after the cursor: {line}");
        match serde_json::from_str::<Change>(line).unwrap_or_else(|error| panic!("{error}: {line}")) {
            Change::Reset => {
                assert_eq!(at, 0, "reset comes first");
                feed.reset = true;
            }
            Change::Signal { row } => feed.signals.push(row),
            Change::Officer { row } => feed.officers.push(row),
            Change::View { row } => feed.views.push(row),
            Change::Deadline { row } => feed.deadlines.push(*row),
            Change::Alarm { row } => feed.alarms.push(*row),
            Change::Meeting { row } => feed.meetings.push(*row),
            Change::AgendaItem { row } => feed.agenda_items.push(*row),
            Change::Lesson { row } => feed.lessons.push(*row),
            Change::MeetingSeries { row } => feed.series.push(*row),
            Change::Gone { entity, id } => feed.gone.push((entity, id)),
            Change::Cursor { cursor, .. } => feed.cursor = cursor,
        }
    }
    assert!(!feed.cursor.is_empty(), "no cursor: {text}");
    feed
}

fn titles(feed: &Feed) -> Vec<&str> {
    feed.signals.iter().map(|row| row.title.raw()).collect()
}

async fn a_first_sync_is_everything(server: &TestServer) {
    let desk = server.desk();
    let empty = changes(&desk, None).await;
    assert!(empty.signals.is_empty() && empty.officers.is_empty());
    for i in 0..7 {
        server.signal(&format!("signaal {i}")).await;
        desk.post("/v1/officers", &officer("UWV", &format!("persoon {i}"))).await.expect(201);
    }
    for since in [None, Some(empty.cursor.as_str())] {
        let feed = changes(&desk, since).await;
        let mut names: Vec<_> = feed.officers.iter().map(|row| row.facts.name.raw().to_owned()).collect();
        let mut titles: Vec<_> = titles(&feed).into_iter().map(str::to_owned).collect();
        names.sort();
        titles.sort();
        assert_eq!(titles, (0..7).map(|i| format!("signaal {i}")).collect::<Vec<_>>(), "since {since:?}");
        assert_eq!(names, (0..7).map(|i| format!("persoon {i}")).collect::<Vec<_>>(), "since {since:?}");
        assert!(!feed.reset);
        let nothing = changes(&desk, Some(&feed.cursor)).await;
        assert!(nothing.signals.is_empty() && nothing.officers.is_empty() && nothing.gone.is_empty());
    }
}

async fn only_what_changed_comes_again_newest_once(server: &TestServer) {
    let desk = server.desk();
    let mut paths = vec![];
    for title in ["een", "twee", "drie"] {
        let item = server.signal(title).await;
        paths.push(format!("/v1/signals/{}", item["id"].as_str().unwrap()));
    }
    let start = changes(&desk, None).await.cursor;
    desk.patch(&paths[2], 1, &json!({ "title": "drie b" })).await.expect(200);
    desk.patch(&paths[0], 1, &json!({ "title": "een b" })).await.expect(200);
    desk.post(&format!("{}/notes", paths[2]), &json!({ "text": "x" })).await.ok();
    desk.patch(&paths[2], 3, &json!({ "title": "drie c" })).await.expect(200);
    let feed = changes(&desk, Some(&start)).await;
    assert_eq!(titles(&feed), ["een b", "drie c"], "in the order of the last change, each once");
    assert_eq!(feed.signals[1].version, 4);
    server.signal("vier").await;
    assert_eq!(titles(&changes(&desk, Some(&feed.cursor)).await), ["vier"]);
    assert_eq!(titles(&changes(&desk, Some(&start)).await), ["een b", "drie c", "vier"], "an older cursor still works");
}

async fn a_row_is_the_row_of_the_list(server: &TestServer) {
    let desk = server.desk();
    let item = desk.post("/v1/signals", &full_signal()).await.expect(201)["item"].clone();
    desk.post(&format!("/v1/signals/{}/claims", item["id"].as_str().unwrap()), &json!({})).await.ok();
    let listed = desk.get("/v1/signals").await.expect(200)["items"][0].clone();
    let feed = changes(&desk, None).await;
    assert_eq!(serde_json::to_value(&feed.signals[0]).unwrap(), listed);
    assert_eq!(feed.signals[0].owner.as_ref().unwrap().name.raw(), desk.name);
}

async fn a_foreign_cursor_gets_a_reset(server: &TestServer) {
    let desk = server.desk();
    server.signal("Ontruiming").await;
    let other = TestServer::sqlite().await;
    other.signal("Van een andere server").await;
    let foreign = changes(&other.desk(), None).await.cursor;
    other.stop().await;
    let own = changes(&desk, None).await.cursor;
    let ahead = own.replace(|digit: char| digit.is_ascii_digit(), "9");
    for cursor in [foreign.as_str(), "nonsense", "0", "-1", "99999999999999999999999", "%00", ahead.as_str()] {
        let feed = changes(&desk, Some(cursor)).await;
        assert!(feed.reset, "{cursor}");
        assert_eq!(titles(&feed), ["Ontruiming"], "{cursor}: after a reset everything follows");
    }
    let reply = desk.get("/v1/changes?sinds=x").await;
    reply.problem(Code::InvalidInput);
    assert_eq!(reply.fault_places(), ["sinds"]);
}

async fn what_is_gone_leaves_a_tombstone(server: &TestServer) {
    let desk = server.desk();
    let (kept, lost) = (server.signal("blijft").await, server.signal("verdwijnt").await);
    let start = changes(&desk, None).await.cursor;
    // Nothing takes rights or rows away yet; the store is told as the server will tell it.
    server.execute("UPDATE counters SET value = value + 1 WHERE name = 'changes'").await;
    let id = lost["id"].as_str().unwrap();
    let mark =
        format!("UPDATE changes SET gone = 1, seq = (SELECT value FROM counters WHERE name = 'changes') WHERE id = '{id}'");
    assert_eq!(server.execute(&mark).await, 1);
    let feed = changes(&desk, Some(&start)).await;
    assert_eq!(feed.gone, [(Entity::Signal, id.to_owned())]);
    assert!(feed.signals.is_empty());
    server
        .desk()
        .patch(&format!("/v1/signals/{}", kept["id"].as_str().unwrap()), 1, &json!({ "title": "blijft b" }))
        .await
        .expect(200);
    assert_eq!(titles(&changes(&desk, Some(&feed.cursor)).await), ["blijft b"]);
}

async fn officers_go_only_to_who_may_keep_them(server: &TestServer) {
    let desk = server.desk();
    desk.post("/v1/officers", &officer("UWV", "Persoon")).await.expect(201);
    server.signal("Ontruiming").await;
    for role in Role::ALL {
        let who = server.role(*role);
        let me = who.get("/v1/me").await.expect(200);
        let may = |what: &str| me["permissions"].as_array().unwrap().iter().any(|permission| permission == what);
        let reply = who.get("/v1/changes").await;
        if reply.status == 403 {
            reply.problem(Code::NotAllowed);
            assert!(!may("register.replicate"), "{role}");
            continue;
        }
        let feed = changes(&who, None).await;
        let keeps = matches!(role, Role::Desk | Role::LetSecretary);
        assert_eq!((feed.officers.len(), may("register.replicate")), (usize::from(keeps), keeps), "{role}");
        assert_eq!(feed.signals.is_empty(), !may("signal.read"), "{role}");
        assert!(!reply.text().contains("Persoon") || keeps, "{role}");
    }
}

async fn a_refused_write_is_no_change(server: &TestServer) {
    let desk = server.desk();
    let item = server.signal("Ontruiming").await;
    let path = format!("/v1/signals/{}", item["id"].as_str().unwrap());
    let start = changes(&desk, None).await.cursor;
    desk.patch(&path, 7, &json!({ "title": "x" })).await.problem(Code::StaleVersion);
    desk.patch(&path, 1, &json!({ "title": "" })).await.problem(Code::InvalidInput);
    desk.delete(&format!("{path}/claims/current")).await.problem(Code::NotClaimed);
    desk.get(&path).await.expect(200);
    let feed = changes(&desk, Some(&start)).await;
    assert!(feed.signals.is_empty() && feed.gone.is_empty());
}
