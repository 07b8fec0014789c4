//! What is told of a moratorium, bridging or commitment: on the board and by itself, whole.

use serde_json::{Value, json};

use super::{
    arrangements::{KINDS, board, later, new, one},
    time_outs::id,
};
use crate::support::{samples::commitment, server::TestServer};

on_both_stores!(the_board_tells_one_whole, the_advice_knows_that_the_day_has_passed, the_source_of_a_commitment_can_be_cleared);

async fn the_board_tells_one_whole(server: &TestServer) {
    let desk = server.desk();
    for kind in KINDS {
        let signal = one(server).await;
        let made = desk.post(&format!("/v1/{kind}"), &new(kind, id(&signal))).await.expect(201);
        let (change, day) = later(kind);
        desk.patch(&format!("/v1/{kind}/{}", id(&made["item"])), 1, &change).await.expect(200);
        let row = board(server, &signal).await.remove(0);
        let detail = desk.get(&format!("/v1/deadlines/{}", id(&row))).await.expect(200);
        let found = &detail["arrangement"]["detail"];
        assert_eq!((&detail["arrangement"]["kind"], &found["item"]["version"]), (&row["kind"], &json!(2)), "{detail:#}");
        // Where the day comes from, what to do before it, who may do what: in words, in both languages.
        for said in [&detail["steps"][0], &detail["advice"], &found["who"], &detail["lapse"]] {
            for language in ["nl", "en"] {
                let words = said[language].as_str().unwrap_or_else(|| panic!("{kind} {language}: {detail:#}"));
                assert!(words.ends_with('.') && !words.contains("arrangement-"), "{words}");
            }
        }
        // Every move, the newest first, with who and why.
        let moves: Vec<_> = found["moves"].as_array().unwrap().iter().map(|one| &one["linked"]["verb"]).collect();
        assert_eq!(moves, ["corrected", "recorded"], "{kind}");
        let newest = &found["moves"][0];
        assert_eq!((&newest["linked"]["on"], &newest["text"]), (&json!(day), &json!("beschikking gelezen")));
        assert!(newest["byName"].as_str().is_some_and(|name| !name.is_empty()), "{newest:#}");
        let refused: Vec<_> = found["verbs"].as_array().unwrap().iter().filter(|one| !one["refused"].is_null()).collect();
        assert_eq!((refused.len(), &refused[0]["verb"]), (1, &json!("reopen")), "{kind}");
        // What is told of one is told of it alone.
        desk.post(&format!("/v1/{kind}"), &new(kind, id(&signal))).await.expect(201);
        let again = desk.get(&format!("/v1/{kind}/{}", id(&made["item"]))).await.expect(200);
        assert_eq!(again["moves"].as_array().unwrap().len(), 2, "{kind}");
    }
}

async fn the_advice_knows_that_the_day_has_passed(server: &TestServer) {
    let signal = one(server).await;
    for kind in KINDS {
        server.desk().post(&format!("/v1/{kind}"), &new(kind, id(&signal))).await.expect(201);
    }
    let advice = async || {
        let mut all = vec![];
        for row in board(server, &signal).await {
            let detail = server.desk().get(&format!("/v1/deadlines/{}", id(&row))).await.expect(200);
            all.push(detail["advice"]["nl"].as_str().unwrap().to_owned());
        }
        all
    };
    let before = advice().await;
    assert!(before.len() == 3 && before.iter().all(|words| words.contains("vóór")), "{before:?}");
    server.advance(chrono::TimeDelta::days(200));
    let after = advice().await;
    assert!(after.len() == 3 && after.iter().all(|words| words.contains("voorbij")), "{after:?}");
}

async fn the_source_of_a_commitment_can_be_cleared(server: &TestServer) {
    let desk = server.desk();
    let signal = one(server).await;
    let made = desk.post("/v1/commitments", &commitment(id(&signal))).await.expect(201);
    assert_eq!(made["item"]["facts"]["source"]["kind"], "phone-call", "{made:#}");
    let path = format!("/v1/commitments/{}", id(&made["item"]));
    let other = desk.patch(&path, 1, &json!({ "person": "directeur" })).await.expect(200);
    assert_eq!(other["item"]["facts"]["source"]["kind"], "phone-call", "what is absent stays");
    let cleared = desk.patch(&path, 2, &json!({ "source": null })).await.expect(200);
    assert_eq!(cleared["item"]["facts"]["source"], Value::Null);
    assert_eq!(cleared["moves"][0]["linked"]["fields"], json!(["source"]));
}
