//! Accounts with a password: set up, signed in to, refused, reset and removed.

use chrono::TimeDelta;
use loket::{
    api::{path, problem::Code},
    domain::role::Role,
    server::{
        Options, Server, StartError,
        identity::totp::code_at,
        local_accounts::{self, MOST, NewAccount, NotAdded},
    },
};
use serde_json::{Value, json};

use crate::support::{
    http::{Caller, Reply},
    issuer::Issuer,
    samples::{decision, signal_with, time_out},
    server::TestServer,
};

on_both_stores!(
    from_a_set_up_secret_to_a_session_and_out_again,
    every_refusal_is_the_same,
    a_code_is_taken_once_also_at_two_instances_at_once,
    two_who_signed_in_are_two_persons_and_a_token_is_none,
    a_reset_and_a_removal_end_what_there_is,
    twenty_five_and_no_more,
);

/// The password of everybody here.
pub const PASSWORD: &str = "vier losse natte schapen";

/// Somebody with an account that was set up.
pub struct Person {
    /// What they sign in with.
    pub name: &'static str,
    /// What the app makes its codes from.
    secret: Vec<u8>,
}

impl Person {
    /// What their app shows now.
    pub fn code(&self, server: &TestServer) -> String {
        code_at(&self.secret, server.clock_now())
    }

    /// Signs in with what is right; the clock goes on, so that the code is a new one.
    pub async fn sign_in(&self, at: &Caller, server: &TestServer) -> Reply {
        server.advance(TimeDelta::seconds(30));
        try_in(at, self.name, PASSWORD, &self.code(server)).await
    }
}

/// Tries to sign in.
pub async fn try_in(at: &Caller, name: &str, password: &str, code: &str) -> Reply {
    at.post(path::SIGN_IN, &json!({ "name": name, "password": password, "code": code })).await
}

/// Makes an account; gives its set-up secret.
pub async fn added(server: &TestServer, name: &str, role: Role, organisation: &str) -> String {
    let new = NewAccount { name: name.into(), role, organisation: organisation.into() };
    local_accounts::add(server.store(), server.clock_now(), new).await.unwrap().1
}

async fn begun(at: &Caller, name: &str, secret: &str) -> Vec<u8> {
    let told = at.post(path::SIGN_IN_BEGIN_SET_UP, &json!({ "name": name, "secret": secret })).await.expect(200);
    let address = told["address"].as_str().unwrap();
    assert!(address.starts_with("otpauth://totp/loket:") && address.contains(told["secret"].as_str().unwrap()), "{address}");
    from_base32(told["secret"].as_str().unwrap())
}

/// RFC 4648, the other way round.
pub fn from_base32(text: &str) -> Vec<u8> {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let bits: String = text.chars().map(|c| format!("{:05b}", letters.find(c).unwrap())).collect();
    bits.as_bytes().chunks_exact(8).map(|byte| u8::from_str_radix(std::str::from_utf8(byte).unwrap(), 2).unwrap()).collect()
}

async fn finished(at: &Caller, name: &str, secret: &str, code: &str) -> Reply {
    let body = json!({ "name": name, "secret": secret, "password": PASSWORD, "code": code });
    at.post(path::SIGN_IN_SET_UP, &body).await
}

/// Somebody with an account that is set up, signed in at this instance.
pub async fn person(at: &Caller, server: &TestServer, name: &'static str, role: Role, organisation: &str) -> (Person, Caller) {
    let secret = added(server, name, role, organisation).await;
    let person = Person { name, secret: begun(at, name, &secret).await };
    let told = finished(at, name, &secret, &person.code(server)).await.expect(201);
    let caller = signed(at, &told);
    let account = caller.get(path::ME).await.expect(200)["account"].as_str().unwrap().to_owned();
    (person, Caller { account, name: name.into(), ..caller })
}

fn signed(at: &Caller, told: &Value) -> Caller {
    Caller { token: told["token"].as_str().unwrap().into(), ..at.clone() }
}

/// An answer without what is another each time.
pub fn told(reply: &Reply) -> (u16, Vec<String>, Value) {
    let mut body: Value = serde_json::from_slice(&reply.body).unwrap();
    body.as_object_mut().unwrap().remove("requestId");
    let same = |name: &str| !["x-request-id", "date"].contains(&name);
    let mut headers: Vec<String> =
        reply.headers.iter().filter(|(name, _)| same(name.as_str())).map(|(name, value)| format!("{name}: {value:?}")).collect();
    headers.sort();
    (reply.status, headers, body)
}

async fn from_a_set_up_secret_to_a_session_and_out_again(server: &TestServer) {
    let at = server.instance_with_passwords().await;
    assert_eq!(at.get(path::SIGN_IN).await.expect(200), json!({ "local": true }));
    let secret = added(server, "Anna de Wit", Role::Municipal, "GM0344").await;
    // As somebody types it who reads it from paper.
    let typed = secret.to_lowercase().replace('-', " ");
    let app = begun(&at, "anna de wit", &typed).await;
    let weak =
        json!({ "name": "Anna de Wit", "secret": typed, "password": "Annadewit2026", "code": code_at(&app, server.clock_now()) });
    let reply = at.post(path::SIGN_IN_SET_UP, &weak).await;
    reply.problem(Code::InvalidInput);
    assert_eq!(reply.fault_at("/password"), "password-is-name");
    finished(&at, "Anna de Wit", &secret, "000000").await.problem(Code::SignInRefused);
    let first = finished(&at, "Anna de Wit", &secret, &code_at(&app, server.clock_now())).await.expect(201);
    let anna = signed(&at, &first);
    let me = anna.get(path::ME).await.expect(200);
    assert_eq!((&me["name"], &me["role"], &me["organisation"]), (&json!("Anna de Wit"), &json!("municipal"), &json!("GM0344")));
    // The role of the account decides, and elsewhere the token is nothing.
    anna.get(path::SIGNALS).await.problem(Code::NotAllowed);
    anna.get(path::CASES).await.expect(200);
    Caller { server: server.desk().server, ..anna.clone() }.get(path::ME).await.problem(Code::NotSignedIn);
    let other = server.instance_with_passwords().await;
    Caller { server: other.server.clone(), ..anna.clone() }.get(path::ME).await.expect(200);
    // With password and code from now on, in capitals or not.
    let person = Person { name: "ANNA DE WIT", secret: app };
    let second = person.sign_in(&at, server).await.expect(201);
    let again = signed(&at, &second);
    assert_eq!(again.get(path::ME).await.expect(200)["account"], me["account"]);
    // Each session ends by itself.
    anna.delete(path::SESSION_CURRENT).await.done();
    anna.get(path::ME).await.problem(Code::SessionEnded);
    again.get(path::ME).await.expect(200);
    server.advance(TimeDelta::hours(12) - TimeDelta::seconds(1));
    again.get(path::ME).await.expect(200);
    server.advance(TimeDelta::seconds(1));
    again.get(path::ME).await.problem(Code::NotSignedIn);
    let kept = server.texts("SELECT password FROM local_accounts").await;
    assert!(kept[0].starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept:?}");
    for token in [&first, &second] {
        let token = token["token"].as_str().unwrap();
        let query = format!("SELECT CAST(COUNT(*) AS BIGINT) FROM sessions WHERE session_key = '{token}'");
        assert_eq!(server.number(&query).await, 0, "a token is kept as a hash");
    }
    let verbs = server.texts("SELECT verb FROM audit WHERE organisation = 'GM0344' AND entity <> 'case' ORDER BY seq").await;
    let wanted = ["account.add", "session.refused", "account.set-up", "session.begin", "session.begin", "session.end"];
    let verbs: Vec<&str> = verbs.iter().map(String::as_str).filter(|verb| wanted.contains(verb)).collect();
    assert_eq!(verbs, wanted);
}

async fn every_refusal_is_the_same(server: &TestServer) {
    let at = server.instance_with_passwords().await;
    let (anna, _) = person(&at, server, "Anna", Role::Desk, "LMM").await;
    let waiting = added(server, "Wacht", Role::Desk, "LMM").await;
    let late = added(server, "Te Laat", Role::Desk, "LMM").await;
    let code = anna.code(server);
    let good = |secret: &str, name: &str| json!({ "name": name, "secret": secret });
    let mut all = vec![
        ("unknown", try_in(&at, "Niemand", PASSWORD, &code).await),
        ("wrong password", try_in(&at, "Anna", "vier losse natte geiten", &code).await),
        ("a code that was taken", try_in(&at, "Anna", PASSWORD, &code).await),
        ("wrong code", try_in(&at, "Anna", PASSWORD, "000000").await),
        ("not set up", try_in(&at, "Wacht", "", "000000").await),
        ("wrong secret", at.post(path::SIGN_IN_BEGIN_SET_UP, &good("AAAA-AAAA", "Wacht")).await),
        ("secret of nobody", at.post(path::SIGN_IN_BEGIN_SET_UP, &good(&waiting, "Niemand")).await),
    ];
    // Those of an address count together: another quarter of an hour.
    server.advance(TimeDelta::minutes(16));
    all.push(("set up already", at.post(path::SIGN_IN_BEGIN_SET_UP, &good("", "Anna")).await));
    all.push(("not begun", finished(&at, "Wacht", &waiting, "000000").await));
    all.push(("set up by nobody", finished(&at, "Niemand", &waiting, "000000").await));
    server.advance(TimeDelta::hours(24));
    all.push(("too late", at.post(path::SIGN_IN_BEGIN_SET_UP, &good(&late, "Te Laat")).await));
    let first = told(&all[0].1);
    for (what, reply) in &all {
        reply.problem(Code::SignInRefused);
        assert_eq!(told(reply), first, "{what}");
    }
    // Each is in the log, and nothing that was typed: an account that is not there has no name.
    let refused = server.texts("SELECT account || object FROM audit WHERE verb = 'session.refused'").await;
    assert_eq!(refused.len(), all.len());
    assert_eq!(refused.iter().filter(|account| account.is_empty()).count(), 3, "{refused:?}");
    assert!(server.texts("SELECT moments FROM failed_sign_ins").await.len() >= 4);
    assert!(server.texts("SELECT subject FROM failed_sign_ins WHERE LENGTH(subject) <> 64").await.is_empty(), "hashes alone");
}

async fn a_code_is_taken_once_also_at_two_instances_at_once(server: &TestServer) {
    let (at, other) = (server.instance_with_passwords().await, server.instance_with_passwords().await);
    let (anna, _) = person(&at, server, "Anna", Role::Desk, "LMM").await;
    server.advance(TimeDelta::seconds(30));
    let code = anna.code(server);
    let tries = [&at, &other, &at, &other].map(|at| try_in(at, "Anna", PASSWORD, &code));
    let replies = futures_util::future::join_all(tries).await;
    let mut statuses: Vec<u16> = replies.iter().map(|reply| reply.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 401, 401, 401]);
    // Nor one of before the last that was taken.
    server.advance(TimeDelta::seconds(30));
    let older = anna.code(server);
    server.advance(TimeDelta::seconds(30));
    try_in(&at, "Anna", PASSWORD, &anna.code(server)).await.expect(201);
    try_in(&at, "Anna", PASSWORD, &older).await.problem(Code::SignInRefused);
}

async fn two_who_signed_in_are_two_persons_and_a_token_is_none(server: &TestServer) {
    let at = server.instance_with_passwords().await;
    let (_, anna) = person(&at, server, "Anna", Role::Desk, "LMM").await;
    let (_, bas) = person(&at, server, "Bas", Role::Desk, "LMM").await;
    let token = Caller { server: at.server.clone(), ..server.desk() };
    let facts = json!({ "decisions": [decision("B-1")] });
    let made = anna.post(path::SIGNALS, &signal_with("Besluit", facts)).await.expect(201)["item"].clone();
    let wanted = time_out(made["id"].as_str().unwrap(), "B-1");
    assert_eq!(token.post(path::TIME_OUTS, &wanted).await.fault_at(""), "not-in-person");
    let waits = anna.post(path::TIME_OUTS, &wanted).await.expect(201)["confirmation"].clone();
    let confirm = path::CONFIRMATION_CONFIRM.replace("{id}", waits["id"].as_str().unwrap());
    let hash = json!({ "hash": waits["hash"] });
    assert_eq!(token.post(&confirm, &hash).await.fault_at(""), "not-in-person");
    assert_eq!(anna.post(&confirm, &hash).await.fault_at(""), "same-person");
    bas.post(&confirm, &hash).await.expect(200);
}

async fn a_reset_and_a_removal_end_what_there_is(server: &TestServer) {
    let (at, other) = (server.instance_with_passwords().await, server.instance_with_passwords().await);
    let (anna, first) = person(&at, server, "Anna", Role::Desk, "LMM").await;
    let there = Caller { server: other.server.clone(), ..first.clone() };
    there.get(path::ME).await.expect(200);
    let secret = local_accounts::reset(server.store(), server.clock_now(), "ANNA").await.unwrap().unwrap();
    server.advance(TimeDelta::seconds(15));
    for ended in [&first, &there] {
        ended.get(path::ME).await.problem(Code::SessionEnded);
    }
    anna.sign_in(&at, server).await.problem(Code::SignInRefused);
    // Set up anew it is the same account.
    let person = Person { name: "Anna", secret: begun(&at, "Anna", &secret).await };
    let told = finished(&at, "Anna", &secret, &person.code(server)).await.expect(201);
    assert_eq!(signed(&at, &told).get(path::ME).await.expect(200)["account"], first.account);
    // What the administrator ends ends too, and one signs in anew.
    let administrator = Caller { server: at.server.clone(), ..server.role(Role::Administrator) };
    let listed = administrator.get(path::SESSIONS).await.expect(200);
    let listed = listed["items"].as_array().unwrap().iter().find(|one| one.get("ended").is_none()).unwrap().clone();
    assert_eq!((&listed["account"], &listed["client"]), (&json!(first.account), &json!("loket")));
    administrator.delete(&path::SESSION.replace("{id}", listed["id"].as_str().unwrap())).await.done();
    signed(&at, &told).get(path::ME).await.problem(Code::SessionEnded);
    let last = person.sign_in(&at, server).await.expect(201);
    assert!(local_accounts::remove(server.store(), server.clock_now(), "Anna").await.unwrap());
    server.advance(TimeDelta::seconds(15));
    signed(&at, &last).get(path::ME).await.problem(Code::SessionEnded);
    person.sign_in(&at, server).await.problem(Code::SignInRefused);
    // Somebody of the same name is somebody else.
    let (_, another) = self::person(&at, server, "Anna", Role::Desk, "LMM").await;
    assert_ne!(another.account, first.account);
    for unknown in ["Niemand", ""] {
        assert!(!local_accounts::remove(server.store(), server.clock_now(), unknown).await.unwrap());
        assert!(local_accounts::reset(server.store(), server.clock_now(), unknown).await.unwrap().is_none());
    }
}

async fn twenty_five_and_no_more(server: &TestServer) {
    let add = async |name: String| {
        let new = NewAccount { name: name.as_str().into(), role: Role::Desk, organisation: "LMM".into() };
        local_accounts::add(server.store(), server.clock_now(), new).await
    };
    for number in 0..MOST {
        add(format!("Persoon {number}")).await.unwrap();
    }
    assert!(matches!(add("Nog een".into()).await, Err(NotAdded::Full)));
    assert!(matches!(add("persoon 3".into()).await, Err(NotAdded::Taken)));
    assert_eq!(local_accounts::list(server.store()).await.unwrap().len(), 25);
    assert!(local_accounts::remove(server.store(), server.clock_now(), "Persoon 3").await.unwrap());
    add("Nog een".into()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn not_beside_a_provider() {
    let issuer = Issuer::start().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("loket.db");
    let options = Options::new(format!("sqlite:{}", file.display()));
    let options = Options { provider: Some(issuer.watched()), local_accounts: true, ..options };
    assert!(matches!(Server::open(options).await, Err(StartError::LocalBesideProvider)));
    assert!(!file.exists(), "before anything is opened");
}
