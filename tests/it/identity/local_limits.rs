//! Failed sign-ins are counted, by name and by address, over all instances; whether there is such an account plays no part.

use std::net::IpAddr;

use chrono::TimeDelta;
use loket::{api::problem::Code, domain::role::Role, server::local_accounts};

use super::local::{PASSWORD, person, told, try_in};
use crate::support::{
    http::{Caller, Reply},
    server::TestServer,
};

on_both_stores!(ten_in_a_quarter_of_an_hour_over_two_instances, many_at_once_count_as_many);

/// The same from another address of this machine.
fn from(at: &Caller, last: u8) -> Caller {
    let builder = reqwest::Client::builder().no_proxy().local_address(IpAddr::from([127, 0, 0, last]));
    Caller { http: builder.build().unwrap(), ..at.clone() }
}

/// Seconds until it may be tried again.
fn wait(reply: &Reply) -> i64 {
    let problem = reply.problem(Code::TooMany);
    assert_eq!(problem["errors"][0]["code"], "too-many-sign-ins", "{problem}");
    reply.header("retry-after").parse().unwrap()
}

async fn ten_in_a_quarter_of_an_hour_over_two_instances(server: &TestServer) {
    let (at, other) = (server.instance_with_passwords().await, server.instance_with_passwords().await);
    let (anna, _) = person(&at, server, "Anna", Role::Desk, "LMM").await;
    let (bas, _) = person(&at, server, "Bas", Role::Desk, "LMM").await;
    let (here, there) = (from(&at, 2), from(&other, 2));
    for _ in 0..5 {
        server.advance(TimeDelta::seconds(60));
        for at in [&here, &there] {
            try_in(at, "Anna", "vier losse natte geiten", "000000").await.problem(Code::SignInRefused);
        }
    }
    // What is right too, of this name from anywhere; and from this address for everybody. The first failed 240 s ago.
    for at in [&here, &there, &at, &other] {
        assert_eq!(wait(&try_in(at, "Anna", PASSWORD, &anna.code(server)).await), 900 - 240);
    }
    wait(&try_in(&there, "Bas", PASSWORD, &bas.code(server)).await);
    bas.sign_in(&at, server).await.expect(201);
    // The same of a name that nobody has.
    let elsewhere = from(&other, 3);
    let locked = told(&try_in(&at, "Anna", PASSWORD, "000000").await);
    for _ in 0..10 {
        try_in(&elsewhere, "Niemand", PASSWORD, "000000").await.problem(Code::SignInRefused);
    }
    let unknown = try_in(&at, "Niemand", PASSWORD, "000000").await;
    wait(&unknown);
    // But for how long it takes.
    let alike = |(status, _, mut body): (u16, Vec<String>, serde_json::Value)| {
        body.as_object_mut().unwrap().remove("retryAfter");
        (status, body)
    };
    assert_eq!(alike(told(&unknown)), alike(locked));
    // The lock is in the log; of nobody without a name.
    let locks = server.texts("SELECT object FROM audit WHERE verb = 'session.lock' ORDER BY seq").await;
    assert_eq!(locks.len(), 2, "{locks:?}");
    assert!(!locks[0].is_empty() && locks[1].is_empty(), "{locks:?}");
    // The administrator unlocks the name, not the address.
    assert!(local_accounts::unlock(server.store(), server.clock_now(), "anna").await.unwrap());
    assert!(!local_accounts::unlock(server.store(), server.clock_now(), "Niemand").await.unwrap());
    anna.sign_in(&at, server).await.expect(201);
    wait(&anna.sign_in(&here, server).await);
    // And after a quarter of an hour everybody may again.
    server.advance(TimeDelta::minutes(15));
    anna.sign_in(&here, server).await.expect(201);
    try_in(&elsewhere, "Niemand", PASSWORD, "000000").await.problem(Code::SignInRefused);
}

/// Whoever sends a hundred before the first is answered gets ten answered.
async fn many_at_once_count_as_many(server: &TestServer) {
    let (at, other) = (server.instance_with_passwords().await, server.instance_with_passwords().await);
    let (anna, _) = person(&at, server, "Anna", Role::Desk, "LMM").await;
    let tries = (0..30).map(|number| {
        let at = if number % 2 == 0 { &at } else { &other };
        try_in(at, "Anna", PASSWORD, "000000")
    });
    let replies = futures_util::future::join_all(tries).await;
    let refused = replies.iter().filter(|reply| reply.status == 401).count();
    let stopped = replies.iter().filter(|reply| reply.status == 429).count();
    assert_eq!((refused, stopped), (10, 20));
    server.advance(TimeDelta::minutes(16));
    // What succeeds counts as no failure.
    for _ in 0..12 {
        anna.sign_in(&at, server).await.expect(201);
    }
}
