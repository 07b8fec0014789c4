//! The matrix: every route of the server's own table, asked by everybody about every kind of case: one's own, one that is shared, one
//! that was, one whose sharing is over, another's, and one that is not there. Each answer is what it must be, and no word of what is not theirs is in any
//! body, header, ETag, error, list, cursor, feed, export or row of an audit log.
//!
//! A route that lets people outside in and is not named here fails the test, and so does one whose path is new.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::atomic::Ordering,
};

use loket::{
    api::{path, problem::Code},
    domain::role::Role,
    server::policy::{self, Access, Line},
};
use serde_json::{Value, json};

use super::{
    cases::{new_case, own_time_out, text},
    matrix_objects::{Object, To, objects},
};
use crate::support::{
    http::{Caller, Reply, new_key},
    server::TestServer,
};

on_both_stores!(nobody_outside_sees_or_reaches_what_is_not_theirs);

/// How a route treats people outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Treats {
    /// It is about one case, for these roles.
    Case(&'static [Role]),
    /// It lists or makes cases, for these roles.
    Cases(&'static [Role]),
    /// It is about no case, and everybody outside may.
    Plain,
    /// It opens what is not theirs, to one of them: a story of its own (`emergencies`).
    Opens,
    /// Nobody outside gets in.
    No,
}

/// How a route treats people outside, said apart from the table.
fn treats(line: &Line) -> Treats {
    use Treats::{Case, Cases, No, Opens, Plain};
    const BOTH: &[Role] = &[Role::Municipal, Role::Body];
    const MUNICIPAL: &[Role] = &[Role::Municipal];
    const BODY: &[Role] = &[Role::Body];
    match (line.method.as_str(), line.path.as_str()) {
        ("GET", path::CASES) => Cases(BOTH),
        ("POST", path::CASES) => Cases(MUNICIPAL),
        ("GET", path::CASE) | ("POST", path::CASE_REVEALS) => Case(BOTH),
        ("POST", path::CASE_NOTES | path::CASE_TIME_OUTS) => Case(MUNICIPAL),
        ("POST", path::CASE_CONFIRM | path::CASE_REJECT | path::CASE_WITHDRAW) => Case(MUNICIPAL),
        ("POST", path::CASE_EMERGENCY) => Opens,
        ("PUT", path::CASE_POSITION) => Case(BODY),
        ("POST", path::CASE_COMMITMENTS) => Case(BODY),
        (_, path::ORGANISATIONS | path::MUNICIPALITIES | path::TERMS_CALCULATE | path::ME | path::SESSION_CURRENT) => Plain,
        (_, path::SIGN_IN_BEGIN_SET_UP | path::SIGN_IN_SET_UP) => Plain,
        (_, path::SIGN_IN | path::OPENAPI | path::LIVE | path::READY | path::FEED_DEADLINES) => Plain,
        (_, route) if DESK.iter().any(|start| route.starts_with(start)) => No,
        (method, route) => panic!("{method} {route} is new: say here how it treats people outside"),
    }
}

/// What is the desk's, the register's, the privacy officer's or the administrator's.
const DESK: [&str; 36] = [
    "/v1/destruction-list",
    "/v1/destructions",
    "/v1/exports",
    "/v1/holdings",
    "/v1/reports",
    "/v1/emergency-accesses",
    "/v1/signals",
    "/v1/shares",
    "/v1/messages",
    "/v1/officers",
    "/v1/deliveries",
    "/v1/views",
    "/v1/deadlines",
    "/v1/alarms",
    "/v1/feed-tokens",
    "/v1/time-outs",
    "/v1/confirmations",
    "/v1/moratoria",
    "/v1/bridgings",
    "/v1/commitments",
    "/v1/meetings",
    "/v1/meeting-series",
    "/v1/editions",
    "/v1/agenda-candidates",
    "/v1/agenda-items",
    "/v1/invitations",
    "/v1/let-decisions",
    "/v1/item-papers",
    "/v1/lessons",
    "/v1/numbers",
    "/v1/changes",
    "/v1/events",
    "/v1/presence",
    "/v1/audit",
    "/v1/sessions",
    "/v1/administrators",
];

/// The body of a request that would succeed where the case is there.
async fn body(server: &TestServer, who: &Caller, line: &Line, object: &Object, to: To) -> Option<Value> {
    Some(match (line.method.as_str(), line.path.as_str()) {
        ("GET" | "DELETE", _) => return None,
        (_, path::CASES) => new_case("Nieuw"),
        (_, path::CASE_NOTES) => json!({ "text": "x" }),
        (_, path::CASE_POSITION) => {
            let seen = who.get(&path::CASE.replace("{number}", &object.number)).await;
            let before = if seen.status == 200 { seen.expect(200)["positions"][0]["position"].clone() } else { "".into() };
            json!({ "before": before, "position": "Wij wachten." })
        }
        (_, path::CASE_COMMITMENTS) => json!({ "text": "Wij bellen.", "dueOn": "2026-12-07" }),
        (_, path::CASE_TIME_OUTS) => own(server, object, to).await,
        (_, path::CASE_CONFIRM | path::CASE_REJECT | path::CASE_WITHDRAW) => {
            let waits = waiting(server, who, line, object, to).await;
            match line.path.as_str() {
                path::CASE_CONFIRM => json!({ "confirmation": waits["confirmation"], "hash": waits["hash"] }),
                _ => json!({ "confirmation": waits["confirmation"], "reason": "" }),
            }
        }
        (_, path::TERMS_CALCULATE) => json!({ "trigger": "2026-10-10", "length": "6w" }),
        (_, path::SIGNALS_SEARCH) => json!({ "query": "Andermansq" }),
        _ => json!({}),
    })
}

/// A time-out of the own municipality about the decision of a case, where there is one that can be seen.
async fn own(server: &TestServer, object: &Object, to: To) -> Value {
    let mut wanted = own_time_out(&object.reference);
    let seen = server.desk().get(&format!("/v1/signals/{}", object.number)).await;
    if to != To::Nothing {
        wanted["decision"] = seen.expect(200)["facts"]["decisions"][0].clone();
    }
    let day = format!("2026-12-{:02}", object.days.fetch_add(1, Ordering::Relaxed) % 23 + 1);
    (wanted["facts"]["firstDay"], wanted["facts"]["lastDay"]) = (json!(day), json!(day));
    wanted
}

/// A proposal in the case by another of the municipality, where that can be; else one that is the other's own.
async fn waiting(server: &TestServer, who: &Caller, line: &Line, object: &Object, to: To) -> Value {
    if !to.is_there() {
        let id = object.ids.get("/v1/confirmations").cloned().unwrap_or_else(|| new_key().to_string());
        return json!({ "confirmation": id, "hash": "0".repeat(64) });
    }
    let second = server.account(Role::Municipal, "Tweede", "GM0344").await;
    let own_role = server.role(Role::Municipal);
    let by = if line.path == path::CASE_WITHDRAW && who.account == own_role.account { who } else { &second };
    let wanted = own(server, object, to).await;
    let reply = by.post(&path::CASE_TIME_OUTS.replace("{number}", &object.number), &wanted).await.ok();
    let made = reply["timeOuts"].as_array().unwrap().iter().find(|one| one["facts"]["firstDay"] == wanted["facts"]["firstDay"]);
    made.unwrap()["waits"].clone()
}

/// No word of a case that is not there for who asked, anywhere in an answer.
fn nothing_leaks(reply: &Reply, seen: &[To], about: &str) {
    let headers: String = reply.headers.values().map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()).collect();
    for to in To::ALL.iter().filter(|to| !seen.contains(to)) {
        for (place, text) in [("the body", reply.text()), ("the headers", headers.clone())] {
            assert!(!text.to_lowercase().contains(&to.mark().to_lowercase()), "{about}: {} is in {place}: {text}", to.mark());
        }
    }
    // Of what is shared, that of another body and what no part is of.
    for word in ["ofSVB", "promisetextSVB", "with", "agreed", "label", "file", "urgencyReason", "basis", "source", "wethouder"] {
        assert!(!reply.text().contains(&format!("{}{word}\"", To::Shared.mark())), "{about}: {word}: {}", reply.text());
    }
}

/// An answer without what is another each time.
fn told(reply: &Reply) -> (u16, Vec<String>, Value) {
    let mut problem: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
    if let Some(fields) = problem.as_object_mut() {
        fields.remove("requestId");
    }
    let changing = ["x-request-id", "date", "content-length"];
    let mut headers: Vec<String> = reply
        .headers
        .iter()
        .filter(|(name, _)| !changing.contains(&name.as_str()))
        .map(|(name, value)| format!("{name}: {value:?}"))
        .collect();
    headers.sort();
    (reply.status, headers, problem)
}

async fn nobody_outside_sees_or_reaches_what_is_not_theirs(server: &TestServer) {
    let objects = objects(server).await;
    let outside = [server.role(Role::Municipal), server.role(Role::Body)];
    let strangers = [
        (Role::Municipal, server.account(Role::Municipal, "Derde", "GM0518").await),
        (Role::Body, server.account(Role::Body, "Andere", "SVB").await),
    ];
    let table = policy::table();
    for line in &table {
        let treats = treats(line);
        let name = format!("{} {}", line.method, line.path);
        let is_stream = line.path == path::EVENTS;
        for (role, who, is_stranger) in [
            (Role::Municipal, &outside[0], false),
            (Role::Body, &outside[1], false),
            (strangers[0].0, &strangers[0].1, true),
            (strangers[1].0, &strangers[1].1, true),
        ] {
            let mut unseen: Option<(u16, Vec<String>, Value)> = None;
            for to in To::ALL.iter().rev() {
                let (object, to) = (&objects[to], *to);
                let is_there = !is_stranger && (to == To::Shared || (to == To::Own && role == Role::Municipal));
                let about = format!("{name} as {role} {} about {to:?}", who.name);
                let asked = body(server, who, line, object, if is_there { to } else { To::Nothing.or(to) }).await;
                let reply = Reply::of(who.versioned(&line.method, &object.fill(&line.path), 1, asked)).await;
                let seen: &[To] = match (is_stranger, role) {
                    (false, Role::Municipal) => &[To::Own, To::Shared],
                    (false, _) => &[To::Shared],
                    _ => &[],
                };
                nothing_leaks(&reply, seen, &about);
                match treats {
                    Treats::No => drop(reply.problem(Code::NotAllowed)),
                    Treats::Case(roles) | Treats::Cases(roles) if !roles.contains(&role) => drop(reply.problem(Code::NotAllowed)),
                    Treats::Case(_) if is_there => assert!(reply.status < 300, "{about}: {} {}", reply.status, reply.text()),
                    Treats::Case(_) => {
                        // In the same words as what does not exist, which is asked for first.
                        reply.problem(Code::NotFound);
                        let now = told(&reply);
                        assert_eq!(unseen.get_or_insert_with(|| now.clone()), &now, "{about}");
                    }
                    Treats::Opens => {
                        // Without a reason nothing is opened, and nothing told.
                        reply.problem(Code::InvalidInput);
                        let now = told(&reply);
                        assert_eq!(unseen.get_or_insert_with(|| now.clone()), &now, "{about}");
                    }
                    Treats::Cases(_) => assert!(reply.status < 300, "{about}: {}", reply.text()),
                    Treats::Plain => {
                        let is_public = line.policy.access == Access::Public;
                        assert!(reply.status < 300 || is_public, "{about}: {} {}", reply.status, reply.text());
                    }
                }
                if !matches!(treats, Treats::Case(_) | Treats::Opens) && to == To::Own {
                    break;
                }
            }
        }
        assert!(!is_stream || treats == Treats::No);
    }
    lists_are_exact(&outside, &strangers, &objects).await;
    nobody_else_hears_of_it(server, &table, &objects).await;
}

/// Lists hold what is there and nothing else, on every page, whatever its size; the last says that it is the last.
async fn lists_are_exact(outside: &[Caller; 2], strangers: &[(Role, Caller); 2], objects: &BTreeMap<To, Object>) {
    let number = |to: To| objects[&to].number.clone();
    for (who, theirs) in [(&outside[0], vec![To::Own, To::Shared]), (&outside[1], vec![To::Shared])] {
        for limit in [1, 2, 200] {
            let (mut after, mut found) = (String::new(), BTreeSet::new());
            loop {
                let reply = who.get(&format!("{}?limit={limit}{after}", path::CASES)).await;
                nothing_leaks(&reply, &theirs, "a list");
                let page = reply.expect(200);
                found.extend(page["items"].as_array().unwrap().iter().map(|row| text(&row["number"])));
                let Some(next) = page["next"].as_str() else { break };
                after = format!("&after={next}");
            }
            // What the walk itself reported is there, too; of the others none.
            for to in To::ALL {
                assert_eq!(found.contains(&number(to)), theirs.contains(&to), "{} {to:?} {limit}", who.name);
            }
        }
    }
    for (role, who) in strangers.iter().filter(|(role, _)| *role == Role::Body) {
        assert_eq!(who.get(path::CASES).await.expect(200), json!({ "items": [] }), "{role}");
    }
}

/// Everybody else that may not read signals: no word of any case in whatever they may ask, audit lists of other organisations included.
async fn nobody_else_hears_of_it(server: &TestServer, table: &[Line], objects: &BTreeMap<To, Object>) {
    let mut others: Vec<Caller> = [Role::RegisterReader, Role::RegisterEditor, Role::PrivacyOfficer, Role::Administrator]
        .map(|role| server.role(role))
        .into();
    for organisation in ["GM0344", "UWV", "GM0518"] {
        others.push(server.account(Role::PrivacyOfficer, "FG", organisation).await);
    }
    let object = &objects[&To::Others];
    for line in table.iter().filter(|line| line.path != path::EVENTS) {
        for who in &others {
            let asked = body(server, who, line, object, To::Others).await;
            let reply = Reply::of(who.versioned(&line.method, &object.fill(&line.path), 1, asked)).await;
            nothing_leaks(&reply, &[], &format!("{} {} as {}", line.method, line.path, who.name));
        }
    }
    // What the privacy officer of an organisation outside reads makes no case of what they have nothing of.
    for who in &others[4..] {
        for route in [path::AUDIT_SEARCH, path::AUDIT_EXPORT] {
            let reply = who.post(route, &json!({})).await;
            assert!(reply.status < 300, "{}", reply.text());
            for to in [To::Ended, To::Lapsed, To::Others, To::Reported] {
                // Which numbers and ids they asked for themselves stands there; that one is of a case does not.
                let told = format!("\"number\":\"{}\"", objects[&to].number);
                assert!(!reply.text().contains(&told), "{} {route}: {to:?}", who.name);
            }
        }
    }
}
