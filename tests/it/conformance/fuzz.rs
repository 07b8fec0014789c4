//! Whatever is sent, the answer is never a 5xx, every refusal is a whole problem, and the store stays sound.

use loket::{
    api::{BODY_LIMIT, IDEMPOTENCY_KEY, change::Change},
    server::maintenance,
};
use proptest::{
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner},
};
use reqwest::{Method, header};
use serde_json::{Value, json};

use super::bad_values::ODD;
use crate::support::{
    http::{Caller, Reply, new_key},
    proof::{is_long, seed_of},
    samples::{contact, full_officer, full_signal},
    server::TestServer,
};

on_both_stores!(no_body_breaks_the_server, no_question_breaks_the_server);

/// A value that fits nowhere in particular.
pub fn weird() -> impl Strategy<Value = Value> {
    let number = prop_oneof![Just(0), Just(-1), Just(i64::MAX), Just(i64::MIN), any::<i64>()].prop_map(Value::from);
    let float = any::<f64>().prop_map(|float| serde_json::Number::from_f64(float).map_or(Value::Null, Value::Number));
    let known = prop::sample::select(vec![
        "2026-02-30",
        "9999-12-31",
        "9998-12-31",
        "0000-00-00",
        "2026-11-16",
        "2026-11-16T09:00:00Z",
        "+262142-12-31T00:00:00Z",
        "UWV",
        "GM0344",
        "0344",
        "9999",
        "S-2026-00001",
        "S-0000-00001",
        "H-7K2F",
        "LET-999999",
        "REEKS-1",
        "9999-12-31T23:59:59Z",
        "9998-12-31T23:00:00Z",
        "0000-01-01T00:00:00Z",
        "00:00",
        "02:30",
        "23:59",
        "monday",
        "last",
        "crisis",
        "closed",
        "typed",
        "incoming",
        "999990019",
        "999993653",
        "",
        " ",
        "kenmerk",
        "018f0000-0000-7000-8000-000000000000",
    ]);
    let text = prop_oneof![
        known.prop_map(str::to_owned),
        prop::sample::select(ODD.to_vec()).prop_map(str::to_owned),
        "\\PC{0,40}",
        any::<String>(),
        (prop::sample::select(vec!["x", "é", "\u{301}", "9", "\u{0}"]), 0_usize..30_000)
            .prop_map(|(part, times)| part.repeat(times)),
    ]
    .prop_map(Value::from);
    let leaf = prop_oneof![1 => Just(Value::Null), 1 => any::<bool>().prop_map(Value::from), 2 => number, 1 => float, 6 => text];
    leaf.prop_recursive(3, 24, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            (inner.clone(), 90_usize..120).prop_map(|(item, times)| Value::from(vec![item.clone(); room_for(&item, times)])),
            prop::collection::btree_map("[a-zA-Z/~]{0,8}", inner, 0..4).prop_map(|map| json!(map)),
        ]
    })
}

/// How often something stands in a list: so often, as long as the server reads the whole of it. Beyond that it hangs up, and who still
/// sends may see no answer.
fn room_for(item: &Value, times: usize) -> usize {
    times.min(BODY_LIMIT / item.to_string().len().max(1)).max(1)
}

/// What happens to a good body at some place.
#[derive(Debug, Clone)]
pub enum Spoil {
    Replace(usize, Value),
    Remove(usize),
    Add(usize, String, Value),
}

pub fn spoil() -> impl Strategy<Value = Spoil> {
    prop_oneof![
        5 => (any::<usize>(), weird()).prop_map(|(at, value)| Spoil::Replace(at, value)),
        2 => any::<usize>().prop_map(Spoil::Remove),
        1 => (any::<usize>(), "[a-zA-Z]{0,10}", weird()).prop_map(|(at, name, value)| Spoil::Add(at, name, value)),
    ]
}

/// The places of a value, as JSON pointers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            places(value, &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), found);
        }),
        Value::Array(items) => items.iter().take(3).enumerate().for_each(|(i, item)| places(item, &format!("{at}/{i}"), found)),
        _ => {}
    }
}

pub fn spoilt(mut body: Value, changes: &[Spoil]) -> Value {
    for change in changes {
        let mut at = vec![];
        places(&body, "", &mut at);
        match change {
            Spoil::Replace(place, value) => *body.pointer_mut(&at[place % at.len()]).unwrap() = value.clone(),
            Spoil::Remove(place) => {
                let (parent, name) = at[place % at.len()].rsplit_once('/').unwrap_or_default();
                if let Some(Value::Object(fields)) = body.pointer_mut(parent) {
                    fields.remove(name);
                }
            }
            Spoil::Add(place, name, value) => {
                if let Some(Value::Object(fields)) = body.pointer_mut(&at[place % at.len()]) {
                    fields.insert(name.clone(), value.clone());
                }
            }
        }
    }
    body
}

fn runner(what: &str) -> TestRunner {
    let cases = if is_long() { 10_000 } else { 200 };
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed_of(what).to_be_bytes());
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 200, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
}

/// Runs cases that ask over HTTP, from within the runtime of the test.
pub(super) fn run<S: Strategy>(what: &str, strategy: S, case: impl AsyncFn(S::Value)) {
    let result = tokio::task::block_in_place(|| {
        runner(what).run(&strategy, |input| {
            tokio::runtime::Handle::current().block_on(case(input));
            Ok(())
        })
    });
    if let Err(TestError::Fail(why, input)) = &result {
        panic!("{why}\nsmallest input: {input:?}");
    }
    result.unwrap();
}

pub(super) fn judge(reply: &Reply, sent: &dyn std::fmt::Debug) {
    assert!(reply.status < 500, "{}: {} {}\nsent: {sent:?}", reply.asked, reply.status, reply.text());
    if reply.status >= 400 {
        reply.any_problem();
    } else {
        assert!(serde_json::from_slice::<Value>(&reply.body).is_ok(), "{}: {}", reply.asked, reply.text());
    }
}

async fn no_body_breaks_the_server(server: &TestServer) {
    let desk = server.desk();
    let signal = server.signal("Ontruiming").await;
    let mut mine = full_officer();
    mine["source"] = Value::Null;
    let officer = desk.post("/v1/officers", &mine).await.expect(201)["item"].clone();
    let signal_path = format!("/v1/signals/{}", signal["id"].as_str().unwrap());
    let officer_path = format!("/v1/officers/{}", officer["id"].as_str().unwrap());
    let mut patch = full_signal()["facts"].clone();
    patch["status"] = "triage".into();
    let officer_patch = {
        let mut patch = full_officer()["facts"].clone();
        patch.as_object_mut().unwrap().remove("organisation");
        patch
    };
    let search = json!({ "query": "ontruiming", "list": {
        "status": "open", "urgency": "high", "sort": "urgency", "order": "desc", "limit": 5, "owner": "me", "hardDateUntil": "2026-12-31"
    } });
    let targets = [
        (Method::POST, "/v1/signals".to_owned(), full_signal()),
        (Method::POST, "/v1/signals/_search".into(), search),
        (Method::PATCH, signal_path.clone(), patch),
        (Method::POST, format!("{signal_path}/notes"), json!({ "text": "x", "origin": "incoming" })),
        (Method::POST, format!("{signal_path}/contact-moments"), contact("SVB")),
        (Method::POST, format!("{signal_path}/claims"), json!({ "takeoverReason": "x" })),
        (Method::POST, "/v1/officers".into(), full_officer()),
        (Method::POST, "/v1/officers/_search".into(), json!({ "query": "ozdemir", "limit": 5 })),
        (Method::PATCH, officer_path.clone(), officer_patch),
    ];
    let cases = (0..targets.len(), prop::collection::vec(spoil(), 1..4));
    run("bodies", cases, async |(at, changes): (usize, Vec<Spoil>)| {
        let (method, path, good) = &targets[at];
        let body = spoilt(good.clone(), &changes);
        judge(&send(&desk, method, path, &body).await, &body);
    });
    run("any JSON at all", (0..targets.len(), weird()), async |(at, body): (usize, Value)| {
        let (method, path, _) = &targets[at];
        judge(&send(&desk, method, path, &body).await, &body);
    });
    run("broken JSON", (0..targets.len(), any::<usize>(), any::<u8>()), async |(at, place, byte): (usize, usize, u8)| {
        let (method, path, good) = &targets[at];
        let mut bytes = good.to_string().into_bytes();
        let place = place % bytes.len();
        bytes[place] = byte;
        let request = desk.request(method.clone(), path).header(IDEMPOTENCY_KEY, new_key().to_string());
        let request = request.header(header::CONTENT_TYPE, "application/json").header(header::IF_MATCH, "\"1\"");
        judge(&Reply::of(request.body(bytes)).await, &(place, byte));
    });
    sound(server).await;
}

/// Sends a body to a path with all headers that a write may need.
pub(super) async fn send(who: &Caller, method: &Method, path: &str, body: &Value) -> Reply {
    let mut request = who.request(method.clone(), path).header(IDEMPOTENCY_KEY, new_key().to_string()).json(body);
    if method == Method::PATCH {
        let now = who.get(path).await.expect(200);
        let version = now["version"].as_i64().or(now["item"]["version"].as_i64()).unwrap();
        request = request.header(header::IF_MATCH, format!("\"{version}\""));
    }
    Reply::of(request).await
}

/// Everything stored can still be read, listed and synchronised, and the store finds nothing wrong with itself.
pub(super) async fn sound(server: &TestServer) {
    let desk = server.desk();
    for path in ["/v1/signals", "/v1/officers"] {
        let mut after = String::new();
        loop {
            let page = desk.get(&format!("{path}?limit=200{after}")).await.expect(200);
            for row in page["items"].as_array().unwrap().iter().take(20) {
                let item = desk.get(&format!("{path}/{}", row["id"].as_str().unwrap())).await.expect(200);
                assert_eq!(item["version"], row["version"]);
            }
            let Some(next) = page["next"].as_str() else { break };
            after = format!("&after={next}");
        }
    }
    for line in desk.get("/v1/changes").await.text().lines() {
        serde_json::from_str::<Change>(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    }
    let found = maintenance::check(server.store()).await.unwrap();
    assert_eq!(found.faults, vec![]);
}

async fn no_question_breaks_the_server(server: &TestServer) {
    let desk = server.desk();
    for i in 0..5 {
        server.signal(&format!("Ontruiming {i}")).await;
    }
    let real = desk.get("/v1/signals?limit=2").await.expect(200)["next"].as_str().unwrap().to_owned();
    let cursor = desk.get("/v1/changes").await.text().lines().last().unwrap().to_owned();
    let cursor = serde_json::from_str::<Value>(&cursor).unwrap()["cursor"].as_str().unwrap().to_owned();
    let names = vec![
        "status",
        "urgency",
        "municipality",
        "organisation",
        "owner",
        "hardDateUntil",
        "sort",
        "order",
        "limit",
        "after",
        "since",
        "x",
    ];
    let values = prop_oneof![
        prop::sample::select(vec![
            "open",
            "me",
            "none",
            "asc",
            "desc",
            "number",
            "hard-date",
            "1",
            "200",
            "0",
            "-1",
            "2026-11-16",
            "0344",
            "UWV",
            ",",
            ""
        ])
        .prop_map(str::to_owned),
        Just(real.clone()),
        Just(cursor.clone()),
        (0..real.len(), any::<char>()).prop_map(move |(at, c)| {
            let mut text: Vec<char> = real.chars().collect();
            let at = at % text.len();
            text[at] = c;
            text.into_iter().collect()
        }),
        (0..cursor.len(), any::<char>()).prop_map(move |(at, c)| {
            let mut text: Vec<char> = cursor.chars().collect();
            let at = at % text.len();
            text[at] = c;
            text.into_iter().collect()
        }),
        any::<String>(),
        "[0-9]{1,25}",
    ];
    let pairs = prop::collection::vec((prop::sample::select(names), values), 0..4);
    let paths = prop::sample::select(vec!["/v1/signals", "/v1/officers", "/v1/changes", "/v1/me"]);
    run("queries", (paths, pairs), async |(path, pairs): (&str, Vec<(&str, String)>)| {
        let reply = Reply::of(desk.request(Method::GET, path).query(&pairs)).await;
        assert!(reply.status < 500, "{path} {pairs:?}: {} {}", reply.status, reply.text());
        if reply.status >= 400 {
            reply.any_problem();
        }
    });
    let frames = prop::sample::select(vec!["/v1/signals/{}", "/v1/officers/{}", "/v1/signals/{}/notes", "/v1/{}", "/{}"]);
    let segments = prop_oneof![any::<String>(), "[SH]-?[0-9]{0,6}-?[0-9]{0,12}", "\\PC{0,10}"];
    run("paths", (frames, segments), async |(frame, segment): (&str, String)| {
        let segment = segment.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
        let reply = desk.get(&frame.replace("{}", &segment)).await;
        assert!(reply.status < 500, "{frame} {segment}: {} {}", reply.status, reply.text());
        if reply.status >= 400 {
            reply.any_problem();
        }
    });
    sound(server).await;
}
