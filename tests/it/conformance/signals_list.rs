//! Lists of signals: every filter, every sort both ways, and pages that neither skip nor repeat.

use std::collections::BTreeSet;

use loket::{api::problem::Code, domain::signal::Urgency};
use serde_json::{Value, json};

use crate::support::{http::Caller, samples::signal_with, server::TestServer};

on_both_stores!(
    each_filter_gives_what_it_says,
    each_sort_is_in_order,
    pages_neither_skip_nor_repeat,
    pages_hold_while_rows_come_in,
    a_row_has_no_personal_data,
    wrong_questions_are_refused,
);

/// Titles with status, urgency, municipality, bodies, day of a threat, days ago.
#[rustfmt::skip]
const ROWS: [(&str, &str, &str, &str, &[&str], &str, i64); 9] = [
    ("een",   "received",    "crisis", "0344", &["SVB", "DT"], "2026-11-20", 5),
    ("twee",  "received",    "high",   "0344", &["UWV"],       "2026-12-02", 4),
    ("drie",  "triage",      "normal", "0642", &["SVB"],       "",           9),
    ("vier",  "in_progress", "low",    "0642", &[],            "2026-11-20", 1),
    ("vijf",  "closed",      "crisis", "0014", &["CAK"],       "2026-11-18", 30),
    ("zes",   "referred",    "normal", "",     &["UWV", "DT"], "",           2),
    ("zeven", "waiting",     "high",   "",     &["IND"],       "2027-03-01", 5),
    ("acht",  "with_body",   "normal", "1900", &["SVB"],       "2026-11-19", 3),
    ("negen", "withdrawn",   "",       "1900", &[],            "2026-11-20", 5),
];

async fn fill(server: &TestServer) {
    let desk = server.desk();
    for (title, status, urgency, municipality, bodies, threat, days) in ROWS {
        let mut facts = json!({ "bodies": bodies.iter().map(|code| json!({ "organisation": code })).collect::<Vec<_>>() });
        if !urgency.is_empty() {
            facts["urgency"] = urgency.into();
        }
        if !municipality.is_empty() {
            facts["municipality"] = municipality.into();
        }
        if !threat.is_empty() {
            facts["threats"] = json!([{ "what": "ontruiming", "on": threat }]);
        }
        let mut body = signal_with(title, facts);
        body["receivedAt"] = json!(server.clock_now() - chrono::TimeDelta::days(days));
        let item = desk.post("/v1/signals", &body).await.expect(201)["item"].clone();
        let path = format!("/v1/signals/{}", item["id"].as_str().unwrap());
        if status != "received" {
            desk.patch(&path, 1, &json!({ "status": status })).await.expect(200);
        }
        if title == "twee" {
            desk.post(&format!("{path}/claims"), &json!({})).await.ok();
        }
    }
}

async fn titles(who: &Caller, query: &str) -> Vec<String> {
    let page = who.get(&format!("/v1/signals?{query}")).await.expect(200);
    page["items"].as_array().unwrap().iter().map(|row| row["title"].as_str().unwrap().to_owned()).collect()
}

async fn each_filter_gives_what_it_says(server: &TestServer) {
    fill(server).await;
    let desk = server.desk();
    let other = server.colleague().await;
    let mine = format!("owner={}", desk.account);
    let both = format!("owner=none,{}", desk.account);
    let foreign = format!("owner={}", other.account);
    for (query, expected) in [
        ("", "een twee drie vier vijf zes zeven acht negen"),
        ("status=received", "een twee"),
        ("status=triage,closed", "drie vijf"),
        ("status=open", "een twee drie vier zeven acht"),
        ("status=open,closed", "een twee drie vier vijf zeven acht"),
        ("urgency=crisis", "een vijf"),
        ("urgency=high,low", "twee vier zeven"),
        ("urgency=normal", "drie zes acht negen"),
        ("municipality=0344", "een twee"),
        ("municipality=0642,1900", "drie vier acht negen"),
        ("municipality=0015", ""),
        ("organisation=SVB", "een drie acht"),
        ("organisation=UWV,DT", "een twee zes"),
        ("owner=me", "twee"),
        (&mine, "twee"),
        (&foreign, ""),
        ("owner=none", "een drie vier vijf zes zeven acht negen"),
        (&both, "een twee drie vier vijf zes zeven acht negen"),
        ("hardDateUntil=2026-11-19", "vijf acht"),
        ("hardDateUntil=2026-11-20", "een vier vijf acht negen"),
        ("hardDateUntil=9998-12-31", "een twee vier vijf zeven acht negen"),
        ("status=open&urgency=high,crisis&organisation=SVB,UWV&hardDateUntil=2026-12-31&municipality=0344", "een twee"),
    ] {
        let found: BTreeSet<String> = titles(&desk, query).await.into_iter().collect();
        let expected: BTreeSet<String> = expected.split_whitespace().map(str::to_owned).collect();
        assert_eq!(found, expected, "{query}");
    }
    assert!(titles(&other, "owner=me").await.is_empty());
}

async fn each_sort_is_in_order(server: &TestServer) {
    fill(server).await;
    let desk = server.desk();
    for (query, expected) in [
        ("", "vijf acht een vier negen twee zeven drie zes"),
        ("sort=hard-date&order=asc", "vijf acht een vier negen twee zeven drie zes"),
        ("sort=received-at", "vijf drie een zeven negen twee acht zes vier"),
        ("sort=received-at&order=desc", "vier zes acht twee negen zeven een drie vijf"),
        ("sort=urgency", "een vijf twee zeven drie zes acht negen vier"),
        ("sort=urgency&order=desc", "vier negen acht zes drie zeven twee vijf een"),
        ("sort=number", "een twee drie vier vijf zes zeven acht negen"),
        ("sort=number&order=desc", "negen acht zeven zes vijf vier drie twee een"),
    ] {
        assert_eq!(titles(&desk, query).await.join(" "), expected, "{query}");
    }
    // Where rows without a date stand from late to early is not said; the others come in order.
    let mut dated = titles(&desk, "sort=hard-date&order=desc").await;
    dated.retain(|title| !matches!(title.as_str(), "drie" | "zes"));
    assert_eq!(dated.join(" "), "zeven twee negen vier een acht vijf");
    assert_eq!(Urgency::ALL.len(), 4);
}

async fn walk(who: &Caller, query: &str) -> Vec<String> {
    let (mut found, mut after, mut pages) = (vec![], String::new(), 0);
    loop {
        let page = who.get(&format!("/v1/signals?{query}{after}")).await.expect(200);
        found.extend(page["items"].as_array().unwrap().iter().map(|row| row["title"].as_str().unwrap().to_owned()));
        pages += 1;
        assert!(pages < 50, "{query}: pages without end");
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return found,
        }
    }
}

async fn pages_neither_skip_nor_repeat(server: &TestServer) {
    fill(server).await;
    let desk = server.desk();
    for sort in ["hard-date", "received-at", "urgency", "number"] {
        for order in ["asc", "desc"] {
            let whole = titles(&desk, &format!("sort={sort}&order={order}&limit=200")).await;
            assert_eq!(whole.len(), ROWS.len());
            for limit in [1, 2, 3, 4, 8, 9, 10] {
                assert_eq!(
                    walk(&desk, &format!("sort={sort}&order={order}&limit={limit}")).await,
                    whole,
                    "{sort} {order} {limit}"
                );
            }
            let open = walk(&desk, &format!("sort={sort}&order={order}&limit=2&status=open")).await;
            assert_eq!(open, titles(&desk, &format!("sort={sort}&order={order}&status=open")).await, "{sort} {order} open");
        }
    }
    assert_eq!(desk.get("/v1/signals?limit=9").await.expect(200)["next"], Value::Null, "exactly full is the last page");
}

async fn pages_hold_while_rows_come_in(server: &TestServer) {
    fill(server).await;
    let desk = server.desk();
    for sort in ["hard-date", "received-at", "urgency", "number"] {
        let before: Vec<String> = titles(&desk, &format!("sort={sort}&limit=200")).await;
        let (mut seen, mut after, mut round) = (vec![], String::new(), 0);
        loop {
            let page = desk.get(&format!("/v1/signals?sort={sort}&limit=3{after}")).await.expect(200);
            seen.extend(page["items"].as_array().unwrap().iter().map(|row| row["title"].as_str().unwrap().to_owned()));
            let Some(next) = page["next"].as_str() else { break };
            after = format!("&after={next}");
            round += 1;
            // One row that sorts before the cursor, one that sorts at the end of everything.
            for (urgency, day, ago) in [("crisis", "2026-11-16", 400), ("low", "2028-01-01", 0)] {
                let facts = json!({ "urgency": urgency, "threats": [{ "what": "x", "on": day }] });
                let mut body = signal_with(&format!("{sort} {round} {urgency}"), facts);
                body["receivedAt"] = json!(server.clock_now() - chrono::TimeDelta::days(ago));
                if round < 4 {
                    desk.post("/v1/signals", &body).await.expect(201);
                }
            }
        }
        let unique: BTreeSet<&String> = seen.iter().collect();
        assert_eq!(unique.len(), seen.len(), "{sort}: a row came twice: {seen:?}");
        let old: Vec<String> = seen.into_iter().filter(|title| before.contains(title)).collect();
        assert_eq!(old, before, "{sort}: a row was skipped");
    }
}

async fn a_row_has_no_personal_data(server: &TestServer) {
    let desk = server.desk();
    desk.post("/v1/signals", &crate::support::samples::full_signal()).await.expect(201);
    let list = desk.get("/v1/signals").await.text();
    let search = desk.post("/v1/signals/_search", &json!({ "query": "ontruiming" })).await.text();
    let changes = desk.get("/v1/changes").await.text();
    for answer in [list, search, changes] {
        assert!(answer.contains("Ontruiming terwijl"), "the row is there: {answer}");
        for private in ["M. de Graaf", "Moeder met drie", "555 6305", "m.degraaf", "H-7K2F", "Uitstel tot", "vonnis.pdf"] {
            assert!(!answer.contains(private), "{private} in {answer}");
        }
    }
}

async fn wrong_questions_are_refused(server: &TestServer) {
    fill(server).await;
    let desk = server.desk();
    for (query, at) in [
        ("status=onbekend", "status"),
        ("urgency=hoog", "urgency"),
        ("municipality=344", "municipality"),
        ("owner=nobody", "owner"),
        ("hardDateUntil=2026-02-30", "hardDateUntil"),
        ("sort=title", "sort"),
        ("order=up", "order"),
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("limit=-1", "limit"),
        ("limit=99999999999999999999", "limit"),
        ("limit=tien", "limit"),
        ("after=nonsense", "after"),
        ("colour=red", "colour"),
        ("Status=received", "Status"),
    ] {
        let reply = desk.get(&format!("/v1/signals?{query}")).await;
        reply.problem(Code::InvalidInput);
        assert_eq!(reply.fault_places(), [at], "{query}");
    }
    let reply = desk.get("/v1/signals?hardDateUntil=x&sort=title&colour=red&limit=x").await;
    assert_eq!(reply.fault_places(), ["colour", "hardDateUntil", "limit", "sort"], "every fault of the shape at once");
    let reply = desk.get("/v1/signals?limit=0&status=weg&owner=ik&after=x").await;
    assert_eq!(reply.fault_places(), ["after", "limit", "owner", "status"], "every fault of the values at once");
    let next = desk.get("/v1/signals?limit=2&sort=number").await.expect(200)["next"].as_str().unwrap().to_owned();
    for query in [format!("limit=2&sort=urgency&after={next}"), format!("limit=2&sort=number&order=desc&after={next}")] {
        let reply = desk.get(&format!("/v1/signals?{query}")).await;
        assert_eq!(reply.fault_places(), ["after"], "a cursor belongs to one sort and order: {query}");
    }
    for cut in 1..next.len().min(12) {
        let reply = desk.get(&format!("/v1/signals?sort=number&after={}", &next[..next.len() - cut])).await;
        assert!(reply.status < 500, "{}: {}", reply.status, reply.text());
    }
}
