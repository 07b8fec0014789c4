//! An answer that never comes: the command says so honestly, and with its key again it counts once.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::Request,
    http::{Method, header},
    response::{IntoResponse, Response},
};
use futures_util::stream;
use loket::{
    api::{BODY_LIMIT, problem::exit},
    domain::role::Role,
    server::tokens::DESK_ORGANISATION,
};

use super::{Shell, lite};
use crate::support::server::client;

/// Hands every request on; while it is bad, answers to what changes something break off after the server did it.
async fn line_to(server: String) -> (String, Arc<AtomicBool>) {
    let bad = Arc::new(AtomicBool::new(true));
    let (http, is_bad) = (client(), bad.clone());
    let routes = Router::new().fallback(move |request: Request| {
        let (http, server, is_bad) = (http.clone(), server.clone(), is_bad.clone());
        async move { hand_on(&http, &server, request, is_bad.load(Ordering::SeqCst)).await }
    });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move { axum::serve(listener, routes).await });
    (address, bad)
}

async fn hand_on(http: &reqwest::Client, server: &str, request: Request, bad: bool) -> Response {
    let (head, body) = request.into_parts();
    let changes = head.method != Method::GET && !head.uri.path().ends_with("/_search");
    let mut headers = head.headers;
    headers.remove(header::HOST);
    let body = to_bytes(body, BODY_LIMIT).await.expect("a body");
    let url = format!("{server}{}", head.uri);
    let answer = http.request(head.method, url).headers(headers).body(body).send().await.expect("the server answers");
    let (status, mut headers) = (answer.status(), answer.headers().clone());
    headers.remove(header::TRANSFER_ENCODING);
    let bytes = answer.bytes().await.expect("a whole answer");
    if bad && changes {
        headers.remove(header::CONTENT_LENGTH);
        let cut = stream::iter([Ok(bytes.slice(..1)), Err(std::io::Error::other("cut"))]);
        return (status, headers, Body::from_stream(cut)).into_response();
    }
    (status, headers, bytes).into_response()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_confirmed_counts_once_with_its_key() {
    let server = lite().await;
    let account = server.account(Role::Desk, "A. Bakker", DESK_ORGANISATION).await;
    let (line, bad) = line_to(account.server.clone()).await;
    let shell = Shell { server: line, token: account.token };
    for (arguments, stdin) in [
        (vec!["signal", "create", "--title", "Ontruiming", "--account", "-"], "Toelichting"),
        (vec!["signal", "note", "1", "-"], "Gebeld met de SVB"),
        (vec!["signal", "contact", "1", "--with", "SVB", "--reached"], ""),
        (vec!["signal", "claim", "1"], ""),
        (vec!["signal", "release", "1"], ""),
    ] {
        bad.store(true, Ordering::SeqCst);
        let ended = shell.pipe(&arguments, stdin).await.is(exit::NOT_CONFIRMED);
        assert_eq!(ended.stdout, "", "{arguments:?}");
        assert!(!ended.stderr.contains("op deze computer"), "the command line keeps nothing: {}", ended.stderr);
        let (_, rest) = ended.stderr.split_once("nog eens met --key ").unwrap_or_else(|| panic!("{}", ended.stderr));
        let key = rest.split(';').next().expect("a key").to_owned();
        bad.store(false, Ordering::SeqCst);
        let again: Vec<&str> = arguments.iter().copied().chain(["--key", &key]).collect();
        shell.pipe(&again, stdin).await.is(exit::DONE);
    }
    let list = shell.run(&["signal", "list", "--json"]).await.is(exit::DONE).json();
    assert_eq!(list["items"].as_array().map(Vec::len), Some(1), "{list}");
    let shown = shell.run(&["signal", "show", "1", "--json"]).await.is(exit::DONE).json();
    let timeline = shown["timeline"].as_array().into_iter().flatten();
    let kinds: Vec<&str> = timeline.filter_map(|entry| entry["kind"].as_str()).collect();
    assert_eq!(kinds, ["release", "claim", "contact", "note", "received"]);
    shell.run(&["signal", "claim", "1", "--key", "zeven"]).await.is(exit::USAGE);
}
