//! The register is searched with words in any order, accents and case aside, best hits first.

use loket::{api::problem::Code, domain::role::Role};
use serde_json::json;

use crate::support::{http::Caller, samples::officer, server::TestServer};

on_both_stores!(
    beginnings_come_before_insides_and_mandates_in_order,
    words_in_any_order_find_the_entry,
    real_names_come_first,
    changes_are_found_at_once,
    questions_are_checked
);

async fn fill(server: &TestServer) {
    let desk = server.desk();
    for (organisation, name, title, domains) in [
        ("GM1900", "Daniël Yıldız", "zorgmarinier", vec!["huisvesting"]),
        ("GM0344", "J. Jansen", "procesregisseur", vec!["schulden & beslag"]),
        ("GM0344", "P. Janssens", "sociaal pontonnier", vec![]),
        ("UWV", "A. de Boer", "maatwerkfunctionaris Jansenius", vec!["werk & opleiding"]),
        ("CAK", "Ĳ. Łukaszewski", "doorbraakregisseur", vec!["zorgverzekering & langdurige zorg"]),
        ("SVB", "T. 's-Gravendijk", "escalatie", vec![]),
    ] {
        let mut body = officer(organisation, name);
        body["facts"]["title"] = title.into();
        body["facts"]["domains"] = json!(domains);
        body["facts"]["directMail"] = "privé@voorbeeld.nl".into();
        desk.post("/v1/officers", &body).await.expect(201);
    }
}

async fn found(who: &Caller, query: &str) -> Vec<String> {
    let hits = who.post("/v1/officers/_search", &json!({ "query": query })).await.expect(200);
    let hits = hits["items"].as_array().unwrap();
    let ranks: Vec<i64> = hits.iter().map(|hit| hit["rank"].as_i64().unwrap()).collect();
    assert!(ranks.is_sorted_by(|a, b| a >= b) || ranks.is_sorted(), "{query}: ranks in order: {ranks:?}");
    hits.iter().map(|hit| hit["officer"]["facts"]["name"].as_str().unwrap().to_owned()).collect()
}

async fn words_in_any_order_find_the_entry(server: &TestServer) {
    fill(server).await;
    let reader = server.role(Role::RegisterReader);
    for (query, expected) in [
        ("daniel", vec!["Daniël Yıldız"]),
        ("YILDIZ daniël", vec!["Daniël Yıldız"]),
        ("sudwest fryslan", vec!["Daniël Yıldız"]),
        ("zorgmarinier yil", vec!["Daniël Yıldız"]),
        ("lukaszewski", vec!["Ĳ. Łukaszewski"]),
        ("cak", vec!["Ĳ. Łukaszewski"]),
        ("sociale verzekeringsbank", vec!["T. 's-Gravendijk"]),
        ("s-gravendijk", vec!["T. 's-Gravendijk"]),
        ("utrecht schulden", vec!["J. Jansen"]),
        ("utrecht huisvesting", vec![]),
        ("afstemmen uwv", vec!["A. de Boer"]),
        ("voorbeeld", vec![]),
    ] {
        assert_eq!(found(&reader, query).await, expected, "{query}");
    }
    let by_place = found(&reader, "sneek").await;
    assert_eq!(by_place, ["Daniël Yıldız"], "a place finds its municipality");
}

async fn real_names_come_first(server: &TestServer) {
    fill(server).await;
    assert_eq!(found(&server.desk(), "jansen").await, ["J. Jansen", "A. de Boer"], "the name before a part of a title");
    let mut three = found(&server.desk(), "jans").await;
    three[..2].sort();
    assert_eq!(three, ["J. Jansen", "P. Janssens", "A. de Boer"]);
    let same = server.desk().post("/v1/officers/_search", &json!({ "query": "jans" })).await.expect(200);
    assert_eq!(same["items"][0]["rank"], same["items"][1]["rank"], "equally good: the same rank");
    assert_ne!(same["items"][1]["rank"], same["items"][2]["rank"]);
    let one = server.desk().post("/v1/officers/_search", &json!({ "query": "jans", "limit": 1 })).await.expect(200);
    assert_eq!(one["items"].as_array().unwrap().len(), 1);
}

async fn beginnings_come_before_insides_and_mandates_in_order(server: &TestServer) {
    let desk = server.desk();
    for (organisation, name, mandate, verified) in [
        ("CAK", "R. Beekbergen", "beslissen", "2026-10-01"),
        ("UWV", "A. Bergen", "signaleren", "2026-10-01"),
        ("UWV", "B. Bergen", "beslissen", "2026-01-15"),
        ("UWV", "C. Bergen", "beslissen", "2026-10-01"),
        ("UWV", "D. Bergen", "afstemmen", "2026-10-01"),
        ("UWV", "E. Van-Bergen", "geen", "2026-10-01"),
    ] {
        let mut body = officer(organisation, name);
        body["facts"]["mandate"] = mandate.into();
        body["facts"]["verifiedOn"] = verified.into();
        desk.post("/v1/officers", &body).await.expect(201);
    }
    let mut found = found(&desk, "bergen").await;
    assert!(found.contains(&"E. Van-Bergen".to_owned()), "a word of two: {found:?}");
    found.retain(|name| name != "E. Van-Bergen");
    assert_eq!(found, ["C. Bergen", "B. Bergen", "D. Bergen", "A. Bergen"], "not Beekbergen, and who decides first");
    assert_eq!(self::found(&desk, "ekberg").await, ["R. Beekbergen"], "nothing begins with it");
}

async fn changes_are_found_at_once(server: &TestServer) {
    let desk = server.desk();
    let made = desk.post("/v1/officers", &officer("UWV", "Oude Naam")).await.expect(201)["item"].clone();
    let path = format!("/v1/officers/{}", made["id"].as_str().unwrap());
    desk.patch(&path, 1, &json!({ "name": "Nieuwe Naam" })).await.expect(200);
    assert_eq!(found(&desk, "nieuwe").await, ["Nieuwe Naam"]);
    assert!(found(&desk, "oude").await.is_empty());
}

async fn questions_are_checked(server: &TestServer) {
    fill(server).await;
    let desk = server.desk();
    for (body, at) in [
        (json!({}), "/query"),
        (json!({ "query": 5 }), "/query"),
        (json!({ "query": null }), "/query"),
        (json!({ "query": "x", "limit": 0 }), "/limit"),
        (json!({ "query": "x", "limit": 201 }), "/limit"),
        (json!({ "query": "x", "limit": "10" }), "/limit"),
        (json!({ "query": "x", "colour": 1 }), "/colour"),
    ] {
        let reply = desk.post("/v1/officers/_search", &body).await;
        reply.problem(Code::InvalidInput);
        assert_eq!(reply.fault_places(), [at], "{body}");
    }
    for hostile in ["%", "_", "\\", "'", "\u{0}", "", " ", &"x ".repeat(2000), &"%".repeat(3000)] {
        let reply = desk.post("/v1/officers/_search", &json!({ "query": hostile })).await;
        assert!(matches!(reply.status, 200 | 400), "{hostile:?}: {} {}", reply.status, reply.text());
    }
    assert_eq!(found(&desk, "%").await, [""; 0], "a wildcard is only a character");
}
