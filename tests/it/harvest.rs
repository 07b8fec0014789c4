//! The register is not to be taken home piece by piece: a robot with every trick, and a heavy honest user, on a clock that the test moves.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use loket::{
    api::{IDEMPOTENCY_KEY, problem::Code},
    domain::{at_hand::Offline, municipality, officer::Officer, organisation, role::Role},
    server::{limits, load},
};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{
    http::{Caller, Reply, new_key},
    proof,
    register::officers,
    server::TestServer,
};

/// Entries of the register.
const ENTRIES: u32 = 5_000;

async fn filled(server: &TestServer) -> Vec<Officer> {
    let all: Vec<Officer> = officers(ENTRIES).collect();
    load::load(server.store(), std::iter::empty(), all.iter().cloned()).await.unwrap();
    all
}

/// Everything of an answer that is the id of an entry.
fn ids_in(text: &str, all: &HashSet<String>) -> Vec<String> {
    // An id is 36 characters behind a quote.
    let parts = text.split('"').filter(|part| part.len() == 36 && all.contains(*part));
    parts.map(str::to_owned).collect()
}

/// What the robot asks at its turn: method, path, body.
fn trick(turn: usize, known: &BTreeSet<String>) -> (Method, String, Option<Value>) {
    const SYLLABLES: [&str; 24] = [
        "van", "jan", "bak", "vis", "mei", "boer", "smi", "yil", "ouw", "kow", "ram", "sin", "de", "el", "mul", "bos", "dij",
        "gro", "hoe", "kui", "pet", "ver", "wil", "zan",
    ];
    let search = |body: Value| (Method::POST, "/v1/officers/_search".to_owned(), Some(body));
    let municipalities = municipality::all();
    let bodies = organisation::bodies();
    match turn % 12 {
        0 => {
            let (first, second) = (turn / 12 % 26, turn / 312 % 26);
            let letters: String = [first, second, turn % 26].iter().map(|at| char::from(b'a' + *at as u8)).collect();
            search(json!({ "query": letters, "limit": 200 }))
        }
        1 => {
            let wild = ["*", "%", "___", "a*", "[a-z]", "", ".*", "-xyz", "\"\""];
            search(json!({ "query": wild[turn / 12 % wild.len()], "limit": 200 }))
        }
        2 => search(json!({ "query": format!("gemeente:{}", municipalities[turn / 12 % municipalities.len()].code) })),
        3 => search(json!({ "query": municipalities[turn / 12 % municipalities.len()].name.as_str(), "limit": 200 })),
        4 => {
            let filters =
                ["mandaat:beslissen", "budget:>0", "-afwezig", "is:verouderd", "mandaat:schulden", "-jansen budget:>=1"];
            search(json!({ "query": filters[turn / 12 % filters.len()], "limit": 200 }))
        }
        5 => search(json!({ "query": format!("{} {}", SYLLABLES[turn / 12 % 24], bodies[turn / 288 % bodies.len()].code) })),
        6 => {
            let lists = [
                "/v1/officers?limit=200",
                "/v1/officers?attention=stale",
                "/v1/changes",
                "/v1/officers?sort=name&organisation=UWV",
                "/v1/officers/_unappointed",
                "/v1/officers/_at-hand",
            ];
            (Method::GET, lists[turn / 12 % lists.len()].to_owned(), None)
        }
        7 => {
            // Ids beside those that are known, and those themselves.
            let near = known.iter().nth(turn % known.len().max(1)).cloned().unwrap_or_default();
            let mut letters: Vec<char> = near.chars().collect();
            if let Some(last) = letters.last_mut().filter(|_| turn % 24 == 7) {
                *last = if *last == '0' { '1' } else { '0' };
            }
            (Method::GET, format!("/v1/officers/{}", letters.iter().collect::<String>()), None)
        }
        8 => {
            let near = known.iter().next_back().cloned().unwrap_or_default();
            let verb = ["_confirm", "_report", "history"][turn / 12 % 3];
            let method = if verb == "history" { Method::GET } else { Method::POST };
            (method, format!("/v1/officers/{near}/{verb}"), Some(json!({ "reason": "x" })))
        }
        9 => search(
            json!({ "query": "", "case": { "municipality": municipalities[turn / 12 % municipalities.len()].code, "bodies": [bodies[turn / 12 % bodies.len()].code.as_str(), "UWV"] }, "limit": 200 }),
        ),
        10 => search(json!({ "query": SYLLABLES[turn / 12 % 24], "limit": 200 })),
        _ => search(json!({ "query": format!("{} beslissen", SYLLABLES[turn / 12 % 24]), "limit": 1 + turn % 200 })),
    }
}

/// A robot at work for a while: every entry it saw anything of.
async fn robbed(server: &TestServer, all: &[Officer], (length, pause): (TimeDelta, TimeDelta)) -> (BTreeSet<String>, usize) {
    let ids: HashSet<String> = all.iter().map(|officer| officer.id.to_string()).collect();
    // One person with many tokens, at two instances, behind forged addresses.
    let mut tokens = vec![];
    for _ in 0..5 {
        tokens.push(server.account(Role::RegisterReader, "R. Obot", "GM0344").await);
    }
    let (elsewhere, stop, serving) = server.second_instance().await;
    let mut known = BTreeSet::new();
    let (end, mut turn) = (server.clock_now() + length, 0);
    while server.clock_now() < end {
        let token = &tokens[turn % tokens.len()];
        let who = if turn % 2 == 0 { token.clone() } else { Caller { server: elsewhere.server.clone(), ..token.clone() } };
        let (method, path, body) = trick(turn, &known);
        let mut request = who
            .request(method, &path)
            .header(IDEMPOTENCY_KEY, new_key().to_string())
            .header("if-match", "\"1\"")
            .header("x-forwarded-for", format!("10.0.{}.{}", turn % 250, turn % 199))
            .header("forwarded", format!("for=192.0.2.{}", turn % 250));
        if let Some(body) = body {
            request = request.json(&body);
        }
        let reply = Reply::of(request).await;
        assert!(reply.status < 500, "{path}: {} {}", reply.status, reply.text());
        known.extend(ids_in(&reply.text(), &ids));
        if reply.status == 429 {
            assert!(reply.header("retry-after").parse::<i64>().unwrap() > 0, "it is told when");
        }
        turn += 1;
        server.advance(pause);
    }
    let _ = stop.send(());
    serving.await.unwrap().unwrap();
    (known, turn)
}

/// In the long run the whole day at a request every five seconds; else an hour that is as full as a day is.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_robot_gets_less_than_a_twentieth_in_a_day() {
    let server = TestServer::sqlite().await;
    let all = filled(&server).await;
    let long = proof::is_long();
    let pace = if long { (TimeDelta::hours(24), TimeDelta::seconds(5)) } else { (TimeDelta::hours(2), TimeDelta::seconds(12)) };
    let (known, turns) = robbed(&server, &all, pace).await;
    println!("{} of {ENTRIES} entries in {turns} requests", known.len());
    assert!(known.len() < ENTRIES as usize / 20, "{} of {ENTRIES}", known.len());
    assert!(known.len() > 150, "the robot is not stopped before the honest are: {}", known.len());
    proof::report(
        "a robot takes the register home",
        &format!("{} of {ENTRIES} entries in {turns} requests in 24 h", known.len()),
    );
    server.stop().await;
}

/// Over PostgreSQL the counting is the same, and what the administrator sets holds at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_administrator_sets_holds_at_once_on_postgres_too() {
    let server = TestServer::postgres().await;
    let all = filled(&server).await;
    limits::change(server.store(), Some(1_000), Some(40)).await.unwrap();
    // What a reader may take along of the own organisation is not counted: here it is the count alone that holds.
    limits::change_at_hand(server.store(), Some(Offline::Never), None).await.unwrap();
    let (known, _) = robbed(&server, &all, (TimeDelta::minutes(20), TimeDelta::seconds(6))).await;
    assert_eq!(known.len(), 40);
    limits::change(server.store(), None, Some(60)).await.unwrap();
    let (known, _) = robbed(&server, &all, (TimeDelta::minutes(20), TimeDelta::seconds(6))).await;
    assert!(known.len() <= 60, "{}", known.len());
    // The robot is no straw man: without limits it gets more than a twentieth in those minutes.
    limits::change(server.store(), Some(100_000), Some(100_000)).await.unwrap();
    let (known, _) = robbed(&server, &all, (TimeDelta::minutes(20), TimeDelta::seconds(6))).await;
    assert!(known.len() > ENTRIES as usize / 20, "{}", known.len());
    server.stop().await;
}

/// A day of a hundred look-ups by name and municipality, some of them again, each with the card and a verdict now and then.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_heavy_honest_user_is_never_stopped() {
    let server = TestServer::sqlite().await;
    let all = filled(&server).await;
    let reader = server.role(Role::RegisterReader);
    let names: BTreeMap<_, _> = municipality::all().into_iter().map(|one| (one.code, one.name)).collect();
    let wanted: Vec<&Officer> =
        all.iter().filter(|one| !one.facts.name.is_blank() && one.facts.municipalities.len() == 1).collect();
    let days = if proof::is_long() { 5 } else { 1 };
    let (mut asked, mut seen) = (0, BTreeSet::new());
    for day in 0..days {
        for at in 0..100 {
            // Every fourth is somebody of before.
            let pick = if at % 4 == 3 { at / 2 } else { at };
            let officer = wanted[(day * 83 + pick) * 17 % wanted.len()];
            let surname = officer.facts.name.raw().rsplit(' ').next().unwrap();
            let query = format!("{surname} {}", names[&officer.facts.municipalities[0]]);
            let reply = reader.post("/v1/officers/_search", &json!({ "query": query })).await;
            let hits = reply.expect(200)["items"].clone();
            let found: Vec<String> =
                hits.as_array().unwrap().iter().map(|hit| hit["officer"]["id"].as_str().unwrap().to_owned()).collect();
            assert!(found.contains(&officer.id.to_string()), "{query}: {found:?}");
            seen.extend(found);
            reader.get(&format!("/v1/officers/{}", officer.id)).await.expect(200);
            asked += 1;
            server.advance(TimeDelta::minutes(4));
        }
        server.advance(TimeDelta::hours(24) - TimeDelta::minutes(400));
    }
    println!("{asked} look-ups, {} persons", seen.len());
    server.stop().await;
}

/// Each card that is opened is in the log, and what may not be asked is told with why.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_too_wide_is_refused_with_words_and_opened_cards_are_logged() {
    let server = TestServer::sqlite().await;
    let all = filled(&server).await;
    let reader = server.role(Role::RegisterReader);
    for query in ["a", "de", "*", "-jansen", "mandaat:beslissen", "budget:>0", "is:verouderd", "gemeente:ut"] {
        let reply = reader.post("/v1/officers/_search", &json!({ "query": query })).await;
        reply.problem(Code::InvalidInput);
        assert_eq!(reply.fault_at("/query"), "too-short", "{query}");
        server.desk().post("/v1/officers/_search", &json!({ "query": query })).await.expect(200);
    }
    for query in ["cak", "0344", "jansen", "gemeente:utrecht mandaat:beslissen"] {
        let hits = reader.post("/v1/officers/_search", &json!({ "query": query, "limit": 200 })).await.expect(200);
        assert!(hits["items"].as_array().unwrap().len() <= 25, "{query}");
        assert!(hits.get("total").is_none() && hits.get("next").is_none(), "no totals: {hits}");
    }
    let id = all[0].id.to_string();
    reader.get(&format!("/v1/officers/{id}")).await.expect(200);
    let logged = format!("SELECT COUNT(*) FROM audit WHERE verb = 'officer.read' AND object = '{id}'");
    assert_eq!(server.number(&logged).await, 1);
    // Sixty searches in ten minutes, whichever token; then when there is room again.
    let twin = server.account(Role::RegisterReader, &reader.name, "GM0344").await;
    let mut refused: Option<DateTime<Utc>> = None;
    for turn in 0..70 {
        let who = if turn % 2 == 0 { &reader } else { &twin };
        let reply = who.post("/v1/officers/_search", &json!({ "query": "cak" })).await;
        if reply.status == 429 {
            assert_eq!(reply.problem(Code::TooMany)["errors"][0]["code"], "too-many-searches");
            let wait = reply.header("retry-after").parse().unwrap();
            refused = Some(server.clock_now() + TimeDelta::seconds(wait));
            break;
        }
        server.advance(TimeDelta::seconds(1));
    }
    let again = refused.expect("a search too many is refused");
    server.advance(again - server.clock_now() - TimeDelta::seconds(2));
    reader.post("/v1/officers/_search", &json!({ "query": "cak" })).await.problem(Code::TooMany);
    server.advance(TimeDelta::seconds(2));
    reader.post("/v1/officers/_search", &json!({ "query": "cak" })).await.expect(200);
    server.stop().await;
}
