//! The name of an account is the one text in the event stream: none can end its line and say something itself.

use futures_util::StreamExt;
use loket::{
    api::{change::event, path},
    domain::{presence::Presence, role::Role},
};
use reqwest::Method;
use uuid::Uuid;

use super::{ATTACKS, marked};
use crate::{
    conformance::{events::PATIENCE, presence::at},
    support::server::TestServer,
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_name_breaks_the_stream_on_sqlite() {
    no_name_breaks_the_stream(TestServer::sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_name_breaks_the_stream_on_postgresql() {
    no_name_breaks_the_stream(TestServer::postgres().await).await;
}

async fn no_name_breaks_the_stream(server: TestServer) {
    let id = server.signal("Ontruiming").await["id"].as_str().unwrap().to_owned();
    for (number, _) in ATTACKS.iter().enumerate() {
        let who = server.account(Role::Desk, &marked('A', number), "LMM").await;
        at(&who, Uuid::from_u128(number as u128 + 1), Some(&id), "editing").await.done();
    }
    let answer = server.desk().request(Method::GET, path::EVENTS).send().await.unwrap();
    let mut bytes = answer.bytes_stream();
    let mut heard = String::new();
    // Until the list, and a beat after it: what it might have made of the stream has come too.
    let is_whole = |heard: &str| {
        heard
            .rsplit_once("event: presence")
            .is_some_and(|(_, after)| after.contains("event: heartbeat") && after.ends_with("\n\n"))
    };
    while !is_whole(&heard) {
        let part = tokio::time::timeout(PATIENCE, bytes.next()).await.unwrap().unwrap().unwrap();
        heard.push_str(std::str::from_utf8(&part).unwrap());
    }
    assert!(heard.chars().all(|c| c == '\n' || !c.is_ascii_control() || c == '\u{7f}'), "{heard:?}");
    let mut lists = vec![];
    for said in heard.split("\n\n").filter(|said| !said.is_empty()) {
        let lines: Vec<(&str, &str)> = said.lines().map(|line| line.split_once(": ").expect(line)).collect();
        let name = lines.iter().find(|(field, _)| *field == "event").unwrap().1;
        assert!([event::CHANGED, event::HEARTBEAT, event::PRESENCE].contains(&name), "{said:?}");
        let data: Vec<&str> = lines.iter().filter(|(field, _)| *field == "data").map(|(_, data)| *data).collect();
        assert_eq!(data.len(), 1, "{said:?}");
        if name == event::PRESENCE {
            assert_eq!(lines.len(), 2, "nothing but its name and its data: {said:?}");
            lists.push(serde_json::from_str::<Vec<Presence>>(data[0]).unwrap());
        }
    }
    let names: Vec<&str> = lists.last().unwrap().iter().map(|one| one.name.raw()).collect();
    for number in 0..ATTACKS.len() {
        // PostgreSQL has no place for U+0000; the account was made with its sign.
        let name = marked('A', number).replace('\0', "\u{2400}");
        assert!(names.iter().any(|known| known.replace('\0', "\u{2400}") == name), "{name:?} among {names:?}");
    }
    drop(bytes);
    server.stop().await;
}
