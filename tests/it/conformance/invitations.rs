//! Who is asked for an item: each person once, also when two ask at once, and at an address that is one.

use loket::api::problem::Code;
use serde_json::{Value, json};

use super::{
    meetings::{made, ready_item},
    time_outs::id,
};
use crate::support::{samples::invitation, server::TestServer};

on_both_stores!(a_person_is_asked_once, an_address_holds_no_line_break);

async fn a_person_is_asked_once(server: &TestServer) {
    let (desk, colleague) = (server.desk(), server.colleague().await);
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let item = ready_item(&desk, &meeting).await;
    let path = format!("/v1/agenda-items/{}/invitations", id(&item["item"]));
    let ask = |name: &str, mail: &str| {
        let mut new = invitation("UWV", name);
        new["facts"]["mail"] = mail.into();
        new
    };
    let standing = |told: &Value| told["invitations"].as_array().unwrap().iter().filter(|one| one["withdrawn"] == false).count();
    for again in [ask("A. de Boer", "directie@voorbeeld.nl"), ask(" a. DE boer", "Directie@Voorbeeld.nl"), ask("A. de Boer", "")]
    {
        let refused = desk.post(&path, &again).await;
        refused.problem(Code::NotPossibleNow);
        assert_eq!(refused.fault_at(""), "already-invited", "{again}");
    }
    // Another of that name, and another at that address.
    desk.post(&path, &ask("A. de Boer", "a.deboer2@voorbeeld.nl")).await.expect(201);
    let two = desk.post(&path, &ask("B. Smit", "directie@voorbeeld.nl")).await.expect(201);
    assert_eq!(standing(&two), 3);

    // At once, it is one of them.
    let new = ask("C. Jansen", "c@voorbeeld.nl");
    let (one, other) = tokio::join!(desk.post(&path, &new), colleague.post(&path, &new));
    let mut came = [one.status, other.status];
    came.sort_unstable();
    assert_eq!(came, [201, 409]);

    // Taken back, they may be asked anew; what was taken back does not come beside it.
    let now = desk.get(&format!("/v1/agenda-items/{}", id(&item["item"]))).await.expect(200);
    let smit = now["invitations"].as_array().unwrap().iter().find(|one| one["facts"]["name"] == "B. Smit").unwrap().clone();
    let first = format!("/v1/invitations/{}", id(&smit));
    desk.patch(&first, 1, &json!({ "withdrawn": true })).await.expect(200);
    desk.post(&path, &ask("B. Smit", "directie@voorbeeld.nl")).await.expect(201);
    assert_eq!(desk.patch(&first, 2, &json!({ "withdrawn": false })).await.fault_at(""), "already-invited");
    let renamed = json!({ "withdrawn": false, "name": "D. Vos" });
    desk.patch(&first, 2, &renamed).await.expect(200);
    assert_eq!(desk.patch(&first, 3, &json!({ "name": "B. Smit" })).await.fault_at(""), "already-invited");
    desk.patch(&first, 3, &json!({ "answer": "accepted" })).await.expect(200);
}

async fn an_address_holds_no_line_break(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let item = ready_item(&desk, &meeting).await;
    let path = format!("/v1/agenda-items/{}/invitations", id(&item["item"]));
    for mail in ["u@x.nl\r\nX-EVIL:1", "u@x.nl\u{2028}", "u@\u{202e}x.nl", "u@x.nl\u{0}"] {
        let mut new = invitation("SVB", "E. Vos");
        new["facts"]["mail"] = mail.into();
        assert_eq!(desk.post(&path, &new).await.fault_at("/facts/mail"), "wrong-form", "{mail:?}");
    }
}
