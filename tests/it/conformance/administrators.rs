//! The first administrator needs nobody; who becomes one after that waits for another one to confirm it.

use loket::{
    api::{path, problem::Code},
    domain::role::Role,
    server::tokens::{self, DESK_ORGANISATION},
};
use serde_json::{Value, json};

use crate::support::{http::Caller, server::TestServer};

on_both_stores!(
    a_second_administrator_waits_for_the_first,
    nobody_confirms_the_own_and_nobody_else_confirms,
    where_none_is_left_the_machine_confirms_one,
);

async fn administrator(server: &TestServer, name: &str) -> Caller {
    server.account(Role::Administrator, name, DESK_ORGANISATION).await
}

fn confirm(account: &str) -> String {
    path::ADMINISTRATOR_CONFIRM.replace("{id}", account)
}

async fn a_second_administrator_waits_for_the_first(server: &TestServer) {
    let first = server.role(Role::Administrator);
    first.get(path::SESSIONS).await.expect(200);
    let second = administrator(server, "Tweede").await;
    for path in [path::SESSIONS, path::ME, path::DESTRUCTIONS, path::ADMINISTRATORS] {
        second.get(path).await.problem(Code::WaitsForSecondPerson);
    }
    let all = first.get(path::ADMINISTRATORS).await.expect(200)["items"].clone();
    let told: Vec<(&Value, &Value)> = all.as_array().unwrap().iter().map(|one| (&one["account"], &one["confirmed"])).collect();
    assert_eq!(told, [(&json!(second.account), &json!(false)), (&json!(first.account), &json!(true))]);
    first.post(&confirm(&second.account), &json!({})).await.done();
    second.get(path::SESSIONS).await.expect(200);
    first.post(&confirm(&second.account), &json!({})).await.problem(Code::NotFound);
    let officer = server.role(Role::PrivacyOfficer);
    let rows = officer.post(path::AUDIT_SEARCH, &json!({ "verb": "administrator.confirm", "result": "done" })).await.expect(200);
    assert_eq!((&rows["items"][0]["account"], &rows["items"][0]["object"]), (&json!(first.account), &json!(second.account)));
    // Confirmed, the second confirms a third.
    let third = administrator(server, "Derde").await;
    third.get(path::SESSIONS).await.problem(Code::WaitsForSecondPerson);
    second.post(&confirm(&third.account), &json!({})).await.done();
    third.get(path::SESSIONS).await.expect(200);
}

async fn nobody_confirms_the_own_and_nobody_else_confirms(server: &TestServer) {
    let first = server.role(Role::Administrator);
    let waits = administrator(server, "Tweede").await;
    first.post(&confirm(&first.account), &json!({})).await.problem(Code::NotPossibleNow);
    waits.post(&confirm(&waits.account), &json!({})).await.problem(Code::WaitsForSecondPerson);
    for role in Role::ALL.iter().filter(|role| **role != Role::Administrator) {
        server.role(*role).post(&confirm(&waits.account), &json!({})).await.problem(Code::NotAllowed);
        // It makes no administrator of anybody else either.
        first.post(&confirm(&server.role(*role).account), &json!({})).await.problem(Code::NotFound);
    }
    waits.get(path::SESSIONS).await.problem(Code::WaitsForSecondPerson);
}

async fn where_none_is_left_the_machine_confirms_one(server: &TestServer) {
    let (first, store, now) = (server.role(Role::Administrator), server.store(), server.clock_now());
    let waits = administrator(server, "Tweede").await;
    let (gone, left) = (first.account.parse().unwrap(), waits.account.parse().unwrap());
    assert!(!tokens::confirm_first(store, now, left).await.unwrap(), "the first can do that");
    waits.get(path::SESSIONS).await.problem(Code::WaitsForSecondPerson);
    assert!(tokens::revoke(store, now, gone).await.unwrap());
    assert!(!tokens::confirm_first(store, now, server.desk().account.parse().unwrap()).await.unwrap(), "of the desk");
    assert!(tokens::confirm_first(store, now, left).await.unwrap());
    waits.get(path::SESSIONS).await.expect(200);
}
