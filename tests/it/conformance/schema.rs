//! A store whose schema lacks a step that came in between: it is done when the store is opened, and everything works.

use serde_json::json;

use super::{
    arrangements::{KINDS, new, one},
    time_outs::id,
};
use crate::support::server::TestServer;

on_both_stores!(a_step_that_was_left_out_is_done_later);

async fn a_step_that_was_left_out_is_done_later(server: &TestServer) {
    // Alarms (5) were there before moratoria, bridgings and commitments (4).
    let signal = one(server).await;
    server.execute("DROP TABLE arrangements").await;
    server.execute("DELETE FROM _sqlx_migrations WHERE version = 4").await;
    server.migrate().await;
    let (other, shutdown, serving) = server.second_instance().await;
    let steps = "SELECT COUNT(*) FROM _sqlx_migrations WHERE version IN (4, 5) AND success";
    assert_eq!(server.number(steps).await, 2);
    for kind in KINDS {
        let made = other.post(&format!("/v1/{kind}"), &new(kind, id(&signal))).await.expect(201);
        assert_eq!(made["item"]["version"], json!(1), "{kind}");
    }
    loket::server::alarms::ring(server.store(), server.clock_now()).await.unwrap();
    shutdown.send(()).unwrap();
    serving.await.unwrap().unwrap();
}
