//! Search in signals: every word must occur in number, title, municipality, bodies or owner, accents and case aside.

use serde_json::{Value, json};

use crate::support::{http::Caller, samples::signal_with, server::TestServer};

on_both_stores!(
    words_are_found_where_they_should,
    nothing_else_is_searched,
    wildcards_are_only_characters,
    a_search_has_filters_and_pages
);

async fn fill(server: &TestServer) -> Vec<Value> {
    let desk = server.desk();
    let mut made = vec![];
    for (title, municipality, body) in [
        ("Ontruiming tijdens crisis", "1900", "SVB"),
        ("Verzekeringsplicht: wanbetalersregeling", "0344", "CAK"),
        ("Façade van één œuvre, Daniël en Łukasz", "0080", "BD"),
        ("100% korting_op 'huur' \\ niets", "0014", "DT"),
    ] {
        let facts = json!({
            "municipality": municipality, "bodies": [{ "organisation": body }], "account": "verborgen verhaal",
            "reporter": { "name": "Geheimzinnig" }, "labels": ["labeltekst"]
        });
        let item = desk.post("/v1/signals", &signal_with(title, facts)).await.expect(201)["item"].clone();
        made.push(item);
    }
    let first = made[0]["id"].as_str().unwrap();
    server.colleague().await.post(&format!("/v1/signals/{first}/claims"), &json!({})).await.ok();
    made
}

async fn found(who: &Caller, query: &str) -> Vec<usize> {
    let page = who.post("/v1/signals/_search", &json!({ "query": query, "list": { "sort": "number" } })).await.expect(200);
    let numbers = page["items"].as_array().unwrap().iter().map(|row| row["number"].as_str().unwrap().to_owned());
    numbers.map(|number| number.rsplit('-').next().unwrap().parse().unwrap()).collect()
}

async fn words_are_found_where_they_should(server: &TestServer) {
    let made = fill(server).await;
    let desk = server.desk();
    for (query, expected) in [
        ("ontruiming", vec![1]),
        ("CRISIS  tijdens", vec![1]),
        ("sudwest fryslan", vec![1]),
        ("Súdwest-Fryslân", vec![1]),
        ("svb", vec![1]),
        ("sociale verzekeringsbank", vec![1]),
        ("yildiz", vec![1]),
        ("Yıldız ontruiming", vec![1]),
        ("verzekering", vec![1, 2]),
        ("cak utrecht", vec![2]),
        ("utrecht ontruiming", vec![]),
        ("facade", vec![3]),
        ("EEN OEUVRE", vec![3]),
        ("daniel lukasz", vec![3]),
        ("leeuwarden", vec![3]),
        ("toeslagen groningen", vec![4]),
    ] {
        assert_eq!(found(&desk, query).await, expected, "{query}");
    }
    let number = made[1]["number"].as_str().unwrap();
    assert_eq!(found(&desk, number).await, [2]);
    assert_eq!(found(&desk, &number.to_lowercase()).await, [2]);
    assert!(found(&desk, "S-2").await.contains(&2), "the short form of lists");
}

async fn nothing_else_is_searched(server: &TestServer) {
    fill(server).await;
    let desk = server.desk();
    for query in ["verborgen", "geheimzinnig", "labeltekst", "facts", "organisation", "null"] {
        assert_eq!(found(&desk, query).await, [0_usize; 0], "{query}");
    }
}

async fn wildcards_are_only_characters(server: &TestServer) {
    fill(server).await;
    let desk = server.desk();
    for (query, expected) in [
        ("100%", vec![4]),
        ("%", vec![4]),
        ("korting_op", vec![4]),
        ("\\", vec![4]),
        ("1%0", vec![]),
        ("_", vec![4]),
        ("kortingxop", vec![]),
    ] {
        assert_eq!(found(&desk, query).await, expected, "{query}");
    }
    for hostile in
        ["'; DROP TABLE signals; --", "\" OR 1=1", "a\u{0}b", "%' ESCAPE '", "\u{202e}", &"x ".repeat(5000), &"é".repeat(2000)]
    {
        let reply = desk.post("/v1/signals/_search", &json!({ "query": hostile })).await;
        assert!(reply.status == 200 || reply.status == 400, "{hostile:?}: {} {}", reply.status, reply.text());
    }
    assert_eq!(found(&desk, "ontruiming").await, [1], "the table is still there");
}

async fn a_search_has_filters_and_pages(server: &TestServer) {
    fill(server).await;
    let desk = server.desk();
    let search = |list: Value| {
        let desk = desk.clone();
        async move { desk.post("/v1/signals/_search", &json!({ "query": "verzekering", "list": list })).await.expect(200) }
    };
    let page = search(json!({ "sort": "number", "limit": 1 })).await;
    assert_eq!(page["items"].as_array().unwrap().len(), 1);
    let next = search(json!({ "sort": "number", "limit": 1, "after": page["next"] })).await;
    assert_eq!(next["items"][0]["title"], "Verzekeringsplicht: wanbetalersregeling");
    assert_eq!(next["next"], Value::Null);
    assert_eq!(search(json!({ "municipality": "0344" })).await["items"].as_array().unwrap().len(), 1);
    assert_eq!(search(json!({ "owner": "none", "sort": "number", "order": "desc" })).await["items"].as_array().unwrap().len(), 1);
    let all = desk.post("/v1/signals/_search", &json!({ "query": "" })).await.expect(200);
    assert_eq!(all["items"].as_array().unwrap().len(), 4, "no words: no filter");
    for (list, places) in [
        (json!({ "sort": "title", "colour": 1 }), ["/list/colour", "/list/sort"]),
        (json!({ "limit": 0, "owner": "ik" }), ["/list/limit", "/list/owner"]),
    ] {
        let reply = desk.post("/v1/signals/_search", &json!({ "query": "x", "list": list })).await;
        assert_eq!(reply.fault_places(), places);
    }
}
