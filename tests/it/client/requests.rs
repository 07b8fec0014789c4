//! Requests, their headers, their retries, and what broken servers become.

use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use axum::http::StatusCode;
use loket::{
    api::{
        problem::{Code, Fault, Problem},
        signal::{NewNote, Origin, SignalList},
    },
    client::{Cause, Failure, Lapse, Patience, Session, Write},
    domain::{
        ids::{IdempotencyKey, SignalId},
        role::Role,
    },
    locale::Language,
};
use serde_json::Value;
use uuid::Uuid;

use super::desk::{self, Desk, session, signal};
use crate::support::{
    Lot,
    proxy::{Fate, Head, Proxy, REQUESTS},
};

fn key(number: u128) -> IdempotencyKey {
    IdempotencyKey(Uuid::from_u128(number))
}

fn note() -> Write {
    Write::note(key(7), signal(1, "").id, &NewNote { text: "Gebeld".into(), origin: Origin::Typed })
}

#[tokio::test]
async fn a_write_carries_key_token_version_and_language() {
    let desk = Desk::start();
    let session = session(&desk.server());
    let answer: Value = session.write(&note()).await.unwrap();
    assert_eq!(answer["key"], key(7).to_string());
    assert_eq!(answer["authorization"], "Bearer token");
    assert_eq!(answer["language"], "nl");
    assert_eq!(answer["body"]["text"], "Gebeld");
    let patch = Write::patch_signal(key(8), signal(1, "").id, 3, &Default::default());
    let answer: Value = session.write(&patch).await.unwrap();
    assert_eq!((&answer["ifMatch"], &answer["body"]), (&Value::from("\"3\""), &serde_json::json!({})));
    let answer: Value = session.write(&Write::release(key(9), signal(1, "").id)).await.unwrap();
    assert_eq!(answer["body"], Value::Null);
}

/// Too much within a minute is waited for as the server says; a limit of another kind, or one that is long over, is told at once.
#[tokio::test]
async fn what_is_too_much_now_is_sent_again_when_the_server_says_so() {
    let desk = Desk::start();
    desk.data().trouble.busy_writes = 4;
    let answer: Value = session(&desk.server()).write(&note()).await.unwrap();
    assert_eq!(answer["key"], key(7).to_string());
    assert_eq!(desk.data().writes[&key(7).to_string()], 5);
    let too_many = || Problem { retry_after: Some(0), ..Problem::new(Code::TooMany) };
    for (number, refuses) in [
        Problem { retry_after: Some(61), ..too_many() },
        Problem { retry_after: None, ..too_many() },
        too_many().errors(vec![Fault::new("", "too-many-searches", "x")]),
    ]
    .into_iter()
    .enumerate()
    {
        desk.data().trouble.refuses = Some(refuses.clone());
        let number = key(100 + number as u128);
        let write = Write::note(number, signal(1, "").id, &NewNote { text: "Gebeld".into(), origin: Origin::Typed });
        let failure = session(&desk.server()).write::<Value>(&write).await.unwrap_err();
        assert_eq!(failure, Failure::Problem(Box::new(refuses)));
        assert_eq!(desk.data().writes[&number.to_string()], 1);
    }
    // Not for ever.
    desk.data().trouble.refuses = Some(too_many());
    let failure = session(&desk.server()).write::<Value>(&note()).await.unwrap_err();
    assert!(failure.is_passing(), "{failure:?}");
    assert_eq!(desk.data().writes[&key(7).to_string()], 5 + 6);
}

#[tokio::test]
async fn a_cut_answer_is_asked_again_with_the_same_key_and_not_for_ever() {
    let desk = Desk::start();
    desk.data().trouble.cut_writes = 2;
    let answer: Value = session(&desk.server()).write(&note()).await.unwrap();
    assert_eq!(answer["key"], key(7).to_string());
    assert_eq!(desk.data().writes.iter().collect::<Vec<_>>(), [(&key(7).to_string(), &3)]);
    desk.data().trouble.cut_writes = 100;
    let failure = session(&desk.server()).write::<Value>(&note()).await.unwrap_err();
    assert_eq!((failure.exit(), desk.data().writes[&key(7).to_string()]), (75, 6));
    assert_eq!(failure, Failure::Cut { server: desk.server(), writing: true });
}

#[tokio::test]
async fn a_store_that_is_away_for_a_moment_is_asked_again_with_the_same_key() {
    let desk = Desk::start();
    desk.data().trouble.away_writes = 2;
    let answer: Value = session(&desk.server()).write(&note()).await.unwrap();
    assert_eq!(answer["key"], key(7).to_string());
    assert_eq!(desk.data().writes.iter().collect::<Vec<_>>(), [(&key(7).to_string(), &3)]);
    desk.data().trouble.away_writes = 100;
    let failure = session(&desk.server()).write::<Value>(&note()).await.unwrap_err();
    assert!(matches!(&failure, Failure::Problem(problem) if problem.code == Code::Unavailable), "{failure:?}");
    assert_eq!(desk.data().writes[&key(7).to_string()], 6);
}

#[tokio::test]
async fn what_stands_in_front_of_a_restarting_server_is_asked_again_with_the_same_key() {
    let desk = Desk::start();
    let tries = AtomicU32::new(0);
    let away = move |_: &Head, _: &mut Lot| match tries.fetch_add(1, Ordering::SeqCst) {
        0 => Fate::Html(503),
        1 => Fate::Html(504),
        _ => Fate::Pass,
    };
    let proxy = Proxy::start(&[&desk.server()], 1, away).await;
    let answer: Value = session(&proxy.address).write(&note()).await.unwrap();
    assert_eq!(answer["key"], key(7).to_string());
    assert_eq!(desk.data().writes[&key(7).to_string()], 1);
    proxy.set_fate(|_, _| Fate::Html(502));
    let before = proxy.count(REQUESTS);
    let failure = session(&proxy.address).write::<Value>(&note()).await.unwrap_err();
    assert_eq!(failure, Failure::NoServer { server: proxy.address.clone(), cause: Cause::Away(502) });
    assert_eq!(proxy.count(REQUESTS) - before, 3, "and not for ever");
}

#[tokio::test]
async fn a_refusal_is_final_and_comes_as_it_was_said() {
    let desk = Desk::start();
    let mut problem = Problem::new(Code::StaleVersion).detail("Iemand was u voor");
    problem.current_version = Some(4);
    desk.data().trouble.refuses = Some(problem.clone());
    let failure = session(&desk.server()).write::<Value>(&note()).await.unwrap_err();
    assert_eq!((failure.exit(), &failure), (76, &Failure::Problem(Box::new(problem))));
    assert_eq!(desk.data().writes[&key(7).to_string()], 1);
    desk.data().trouble.refuses = Some(Problem::new(Code::NotSignedIn));
    let failure = session(&desk.server()).write::<Value>(&note()).await.unwrap_err();
    assert_eq!((failure.exit(), failure), (77, Failure::NotSignedIn { server: desk.server(), lapse: Lapse::Unknown }));
    let failure = session(&desk.server()).signal("../me?x=1#y").await.unwrap_err();
    assert!(matches!(&failure, Failure::Problem(problem) if problem.detail.as_deref() == Some("../me?x=1#y")), "{failure:?}");
}

#[tokio::test]
async fn what_is_not_loket_is_called_so() {
    const JSON: (&str, &str) = ("content-type", "application/json");
    const HTML: (&str, &str) = ("content-type", "text/html");
    let wrong = |answer: &'static str| move |server: String| Failure::WrongServer { server, answer: answer.into() };
    type Case = (StatusCode, &'static [(&'static str, &'static str)], &'static str, Box<dyn Fn(String) -> Failure>);
    let cases: Vec<Case> = vec![
        (StatusCode::OK, &[HTML], "<html>", Box::new(wrong("200 text/html"))),
        (StatusCode::OK, &[JSON], "{}", Box::new(wrong("200 application/json"))),
        (StatusCode::OK, &[JSON, ("api-version", "1.2.3")], "[broken", Box::new(wrong("application/json"))),
        (StatusCode::FOUND, &[("location", "https://elsewhere.example/")], "", Box::new(wrong("302 text/plain"))),
        (StatusCode::NOT_FOUND, &[HTML], "<html>", Box::new(wrong("404 text/html"))),
        (StatusCode::BAD_GATEWAY, &[HTML], "<html>", Box::new(|server| Failure::NoServer { server, cause: Cause::Away(502) })),
        (
            StatusCode::OK,
            &[JSON, ("api-version", "2.0.0")],
            "{}",
            Box::new(|server| Failure::OtherVersion { server, theirs: "2.0.0".into() }),
        ),
    ];
    for (status, headers, body, expected) in cases {
        let server = desk::always(status, headers, body).await;
        assert_eq!(session(&server).me().await.unwrap_err(), expected(server));
    }
}

#[tokio::test]
async fn a_server_that_hangs_times_out() {
    let server = desk::silent().await;
    let patience = Patience { total: Duration::from_millis(100), pauses: vec![Duration::ZERO], ..Patience::default() };
    let session = Session::with_patience(&server, "token".into(), Language::English, patience).unwrap();
    let failure = session.signals(&SignalList::default()).await.unwrap_err();
    assert_eq!((failure.exit(), failure), (69, Failure::TimedOut { server: server.clone(), writing: false }));
    let failure = session.claim(key(1), SignalId(Uuid::nil()), &Default::default()).await.unwrap_err();
    assert_eq!((failure.exit(), failure), (75, Failure::TimedOut { server, writing: true }));
}

#[tokio::test]
async fn who_the_token_is() {
    let body = r#"{"account":"01920000-0000-7000-8000-000000000001","name":"Noor","role":"desk","organisation":"LMM",
        "permissions":["signal.read"],"now":"2026-11-23T03:44:39Z","today":"2026-11-23","demo":false}"#;
    let server =
        desk::always(StatusCode::OK, &[("content-type", "application/json; charset=utf-8"), ("api-version", "1.9.0")], body)
            .await;
    assert_eq!(session(&server).me().await.map(|me| me.role), Ok(Role::Desk));
}
