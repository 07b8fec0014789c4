//! The register at hand when the server is away: who gets what, signed; and what was looked up meanwhile, told once.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::TimeDelta;
use loket::{
    api::problem::Code,
    domain::{
        at_hand::{Head, Offline, SignedHead, signed_text},
        role::Role,
    },
    server::limits,
};
use ring::{
    digest::{SHA256, digest},
    signature::{ED25519, UnparsedPublicKey},
};
use serde_json::{Value, json};

use crate::support::{
    http::{Caller, new_key},
    samples::officer,
    server::TestServer,
};

on_both_stores!(
    a_reader_gets_the_own_organisation_and_the_cards_that_were_opened,
    who_may_hold_a_copy_gets_the_whole_register,
    the_administrator_forbids_it,
    what_was_looked_up_is_told_once_and_in_order,
);

const AT_HAND: &str = "/v1/officers/_at-hand";
const LOOKED_UP: &str = "/v1/officers/_looked-up";

async fn made(server: &TestServer, organisation: &str, name: &str) -> String {
    let made = server.desk().post("/v1/officers", &officer(organisation, name)).await.expect(201);
    made["item"]["id"].as_str().unwrap().to_owned()
}

/// What somebody may take along, found to be signed by this server: the head, and the names in it.
async fn taken(who: &Caller) -> (Head, Vec<String>) {
    let offer = who.get("/v1/me").await.expect(200)["atHand"].clone();
    let reply = who.request(reqwest::Method::GET, AT_HAND).send().await.unwrap();
    assert_eq!(reply.status().as_u16(), 200);
    let text = reply.text().await.unwrap();
    let (first, rest) = text.split_once('\n').unwrap();
    let signed: SignedHead = serde_json::from_str(first).unwrap();
    let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text).unwrap();
    let key = UnparsedPublicKey::new(&ED25519, bytes(offer["key"].as_str().unwrap()));
    key.verify(signed_text(&signed.head).as_bytes(), &bytes(&signed.signature)).expect("the signature of this server");
    let head: Head = serde_json::from_str(&signed.head).unwrap();
    let found: String = digest(&SHA256, rest.as_bytes()).as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!((found, head.account.to_string()), (head.digest.clone(), who.account.clone()));
    let rows: Vec<Value> = rest.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(head.entries, rows.len() as u64);
    let mut names: Vec<String> = rows.iter().map(|row| row["facts"]["name"].as_str().unwrap().to_owned()).collect();
    names.sort();
    (head, names)
}

async fn a_reader_gets_the_own_organisation_and_the_cards_that_were_opened(server: &TestServer) {
    made(server, "GM0344", "A. Eigen").await;
    let opened = made(server, "UWV", "B. Geopend").await;
    made(server, "UWV", "C. Treffer").await;
    made(server, "CAK", "D. Ander").await;
    let reader = server.account(Role::RegisterReader, "L. Bos", "GM0344").await;
    let colleague = server.account(Role::RegisterReader, "K. Smit", "GM0344").await;
    // A hit is no card: it was seen, and does not go along.
    reader.post("/v1/officers/_search", &json!({ "query": "uwv" })).await.expect(200);
    reader.get(&format!("/v1/officers/{opened}")).await.expect(200);
    let (head, names) = taken(&reader).await;
    assert_eq!(names, ["A. Eigen", "B. Geopend"]);
    assert!(!head.whole && head.made_at == server.clock_now() && head.good_until == server.clock_now() + TimeDelta::days(7));
    assert_eq!(taken(&colleague).await.1, ["A. Eigen"], "another's cards are another's");
    assert_eq!(taken(&server.role(Role::RegisterEditor)).await.1, ["A. Eigen"]);
    assert_eq!(server.number("SELECT COUNT(*) FROM audit WHERE verb = 'officer.at-hand'").await, 3);
    // What goes along does not go along for ever.
    server.advance(TimeDelta::days(91));
    assert_eq!(taken(&reader).await.1, ["A. Eigen"]);
    // The key is the same on every instance, and stays.
    let (elsewhere, shutdown, serving) = server.second_instance().await;
    let there = Caller { token: reader.token.clone(), ..elsewhere };
    assert_eq!(there.get("/v1/me").await.expect(200)["atHand"], reader.get("/v1/me").await.expect(200)["atHand"]);
    shutdown.send(()).unwrap();
    serving.await.unwrap().unwrap();
}

async fn who_may_hold_a_copy_gets_the_whole_register(server: &TestServer) {
    for (organisation, name) in [("GM0344", "A"), ("UWV", "B"), ("CAK", "C")] {
        made(server, organisation, name).await;
    }
    for role in [Role::Desk, Role::LetSecretary] {
        let (head, names) = taken(&server.role(role)).await;
        assert!(head.whole && names == ["A", "B", "C"], "{role} {names:?}");
    }
    for role in [Role::Body, Role::Municipal, Role::Administrator] {
        let who = server.role(role);
        who.get(AT_HAND).await.problem(Code::NotAllowed);
        assert!(who.get("/v1/me").await.expect(200)["atHand"].is_null(), "{role}");
    }
}

async fn the_administrator_forbids_it(server: &TestServer) {
    made(server, "GM0344", "A").await;
    let (desk, reader) = (server.desk(), server.role(Role::RegisterReader));
    for (offline, copy, own) in [(Offline::Roles, true, false), (Offline::Never, false, false), (Offline::All, true, true)] {
        limits::change_at_hand(server.store(), Some(offline), Some(3)).await.unwrap();
        for (who, may) in [(&desk, copy), (&reader, own)] {
            let offer = who.get("/v1/me").await.expect(200)["atHand"].clone();
            assert_eq!(offer["days"].as_i64(), may.then_some(3), "{offline} {}", who.name);
            let reply = who.get(AT_HAND).await;
            if !may {
                reply.problem(Code::NotAllowed);
            }
        }
        // What was looked up before is told all the same.
        let look_up = json!({ "at": "2026-11-16T08:00:00Z", "query": "cak" });
        assert_eq!(reader.post(LOOKED_UP, &look_up).await.status, 204, "{offline}");
    }
    server.execute("UPDATE settings SET value = 'kapot' WHERE name = 'register.offline'").await;
    desk.get(AT_HAND).await.problem(Code::NotAllowed);
}

async fn what_was_looked_up_is_told_once_and_in_order(server: &TestServer) {
    let reader = server.role(Role::RegisterReader);
    let card = made(server, "UWV", "B").await;
    let looked = [
        json!({ "at": "2026-11-15T08:00:00Z", "query": "uwv" }),
        json!({ "at": "2026-11-15T08:01:00Z", "query": "uwv", "officer": card }),
    ];
    for look_up in &looked {
        let key = new_key().to_string();
        // The answer is lost, and it is told again.
        for _ in 0..2 {
            let told = reader.request(reqwest::Method::POST, LOOKED_UP).header("idempotency-key", &key).json(look_up).send();
            assert_eq!(told.await.unwrap().status().as_u16(), 204);
        }
        let other = json!({ "at": "2026-11-15T09:00:00Z", "query": "iets anders" });
        let reused = reader.request(reqwest::Method::POST, LOOKED_UP).header("idempotency-key", &key).json(&other).send();
        assert_eq!(reused.await.unwrap().status().as_u16(), 409);
    }
    let told = server.texts("SELECT query FROM offline_lookups ORDER BY looked_at").await;
    assert_eq!(told, ["uwv", "uwv"]);
    let verbs = server.texts("SELECT verb FROM audit WHERE verb LIKE 'officer.%-offline' ORDER BY seq").await;
    assert_eq!(verbs, ["officer.search-offline", "officer.read-offline"]);
    let objects = server.texts("SELECT object FROM audit WHERE verb = 'officer.read-offline'").await;
    assert_eq!(objects, [card]);
    let long = json!({ "at": "2026-11-15T08:00:00Z", "query": "x".repeat(201) });
    reader.post(LOOKED_UP, &long).await.problem(Code::InvalidInput);
}
