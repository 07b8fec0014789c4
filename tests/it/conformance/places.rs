//! Organisations and municipalities.

use serde_json::json;

use crate::support::server::Running;

on_both_stores!(organisations_and_municipalities_are_whole);

async fn organisations_and_municipalities_are_whole(server: &Running) {
    let desk = server.desk().await;
    let organisations = desk.get("/v1/organisations").await.is(200);
    let items = organisations.body["items"].as_array().expect("items");
    assert_eq!(items.len(), 32 + 342);
    let svb = items.iter().find(|item| item["code"] == "SVB").expect("the SVB");
    assert_eq!((&svb["name"], &svb["kind"]), (&json!("Sociale Verzekeringsbank"), &json!("national_body")));
    let municipalities = desk.get("/v1/municipalities").await.is(200);
    let items = municipalities.body["items"].as_array().expect("items");
    assert_eq!(items.len(), 342);
    let heerde = items.iter().find(|item| item["code"] == "0246").expect("Heerde");
    assert!(heerde["places"].as_array().expect("places").contains(&json!("Wapenveld")));
}
