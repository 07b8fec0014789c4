//! The change feed is compressed for who asks for it, and streams all the same.

use std::time::Duration;

use futures_util::StreamExt;
use loket::{api::path, server::Store};
use reqwest::Method;

use crate::support::{
    http::{Caller, Reply},
    samples::{officer, signal},
    server::{TestServer, client},
};

on_both_stores!(it_is_compressed_for_who_asks_for_it, it_streams_all_the_same);

/// The answer as it goes over the wire.
async fn as_sent(who: &Caller, encoding: &str) -> Reply {
    client();
    let http = reqwest::Client::builder().no_proxy().no_gzip().build().unwrap();
    let who = Caller { http, ..who.clone() };
    Reply::of(who.request(Method::GET, path::CHANGES).header("accept-encoding", encoding)).await
}

async fn it_is_compressed_for_who_asks_for_it(server: &TestServer) {
    let desk = server.desk();
    for number in 0..40 {
        server.signal(&format!("Ontruiming nummer {number}")).await;
    }
    let (plain, zipped) = (as_sent(&desk, "identity").await, as_sent(&desk, "gzip").await);
    assert_eq!((plain.header("content-encoding"), zipped.header("content-encoding")), ("", "gzip"));
    assert!(zipped.body.starts_with(b"\x1f\x8b"));
    assert!(zipped.body.len() * 3 < plain.body.len(), "{} of {} bytes", zipped.body.len(), plain.body.len());
    // Unpacked by the client that asks so by itself.
    assert_eq!(desk.get(path::CHANGES).await.text(), plain.text());
}

/// The signals are there while the register, which comes behind them, is held by somebody else.
async fn it_streams_all_the_same(server: &TestServer) {
    let Store::Pg(pool) = server.store() else { return }; // Nobody holds a reader of SQLite.
    let desk = server.desk();
    desk.post("/v1/signals", &signal("Ontruiming")).await.expect(201);
    desk.post("/v1/officers", &officer("UWV", "Achteraan")).await.expect(201);
    let mut holding = pool.begin().await.unwrap();
    sqlx::query("LOCK TABLE officers IN ACCESS EXCLUSIVE MODE").execute(&mut *holding).await.unwrap();
    let mut body = desk.request(Method::GET, path::CHANGES).send().await.unwrap().bytes_stream();
    let mut text = String::new();
    let early = async {
        while !text.contains("Ontruiming") {
            text.push_str(std::str::from_utf8(&body.next().await.unwrap().unwrap()).unwrap());
        }
    };
    // Shorter than a statement waits for a lock.
    let early = tokio::time::timeout(Duration::from_secs(4), early).await;
    early.expect("the first rows wait for the last");
    assert!(!text.contains("Achteraan"));
    holding.rollback().await.unwrap();
    while let Some(part) = body.next().await {
        text.push_str(std::str::from_utf8(&part.unwrap()).unwrap());
    }
    assert!(text.contains("Achteraan") && text.contains("\"cursor\""), "{text}");
}
