//! Messages on their way: sent once by several instances, tried again as the same message, and said when they did not go.

use chrono::TimeDelta;
use loket::api::path;
use serde_json::json;

use super::{
    alarms::until,
    cases::text,
    messages::{ADDRESS, case, draft, let_go, one, sender, stands, timeline, to_reporter},
};
use crate::support::{
    mail::{Answer, Sink},
    server::TestServer,
};

on_both_stores!(
    two_instances_send_it_once,
    what_may_pass_is_tried_again_as_the_same_message,
    a_break_after_the_text_is_the_same_message_again,
    what_is_refused_for_good_failed_and_is_shown,
    one_that_was_held_by_who_is_gone_is_sent_by_another,
);

async fn two_instances_send_it_once(server: &TestServer) {
    let sink = Sink::start().await;
    let desk = sender(server, &sink).await;
    let _others = [sender(server, &sink).await, sender(server, &sink).await];
    let (signal, _) = case(&desk).await;
    let mut ids = vec![];
    for at in 0..12 {
        let id = draft(&desk, &signal, &to_reporter(&format!("Nummer {at}"))).await;
        let_go(&desk, &id).await;
        ids.push(id);
    }
    server.advance(TimeDelta::seconds(30));
    for id in &ids {
        stands(&desk, id, "sent").await;
    }
    let mut taken: Vec<String> = sink.taken(12).await.iter().map(|one| one.id()).collect();
    taken.sort();
    taken.dedup();
    assert_eq!((taken.len(), sink.count()), (12, 12), "every one, and none twice");
    let told = timeline(&desk, &signal).await;
    assert_eq!(told.iter().filter(|entry| entry["kind"] == "mail").count(), 12);
}

async fn what_may_pass_is_tried_again_as_the_same_message(server: &TestServer) {
    let sink = Sink::start().await;
    sink.answers(&[Answer::NotNow, Answer::NotNow]);
    let desk = sender(server, &sink).await;
    let (signal, _) = case(&desk).await;
    let id = draft(&desk, &signal, &to_reporter("Straks")).await;
    let_go(&desk, &id).await;
    server.advance(TimeDelta::seconds(30));
    for (attempts, wait) in [(1, 1), (2, 5)] {
        until("tried", async || one(&desk, &id).await["item"]["attempts"] == attempts).await;
        let now = one(&desk, &id).await["item"].clone();
        assert_eq!(
            (&now["state"], &now["failure"]["why"], &now["failure"]["code"]),
            (&json!("outgoing"), &json!("not-now"), &json!(451))
        );
        assert_eq!(sink.count(), 0);
        server.advance(TimeDelta::minutes(wait));
    }
    let taken = sink.taken(1).await;
    stands(&desk, &id, "sent").await;
    assert_eq!(taken[0].id(), text(&one(&desk, &id).await["item"]["messageId"]));
    assert_eq!(timeline(&desk, &signal).await.iter().filter(|entry| entry["kind"] == "mail").count(), 1, "told once");
}

async fn a_break_after_the_text_is_the_same_message_again(server: &TestServer) {
    let sink = Sink::start().await;
    sink.answers(&[Answer::BreakOff]);
    let desk = sender(server, &sink).await;
    let (signal, _) = case(&desk).await;
    let id = draft(&desk, &signal, &to_reporter("Afgebroken")).await;
    let_go(&desk, &id).await;
    server.advance(TimeDelta::seconds(30));
    until("tried", async || one(&desk, &id).await["item"]["attempts"] == 1).await;
    assert_eq!(one(&desk, &id).await["item"]["failure"]["why"], "unreachable");
    server.advance(TimeDelta::minutes(1));
    let taken = sink.taken(2).await;
    assert_eq!(taken[0].id(), taken[1].id(), "a mail program shows it once");
    stands(&desk, &id, "sent").await;
}

async fn what_is_refused_for_good_failed_and_is_shown(server: &TestServer) {
    let sink = Sink::start().await;
    sink.answers(&[Answer::Refuse]);
    let desk = sender(server, &sink).await;
    let (signal, _) = case(&desk).await;
    let id = draft(&desk, &signal, &to_reporter("Geweigerd")).await;
    let_go(&desk, &id).await;
    server.advance(TimeDelta::seconds(30));
    stands(&desk, &id, "failed").await;
    let reply = desk.get(&path::MESSAGE.replace("{id}", &id)).await;
    let failed = &reply.expect(200)["item"]["failure"];
    assert_eq!((&failed["why"], &failed["code"]), (&json!("refused"), &json!(550)));
    assert!(!reply.text().contains(ADDRESS), "what the mail server said names it: {}", reply.text());
    let entry = &timeline(&desk, &signal).await[0];
    assert_eq!((&entry["kind"], &entry["linked"]["verb"]), (&json!("mail"), &json!("not-sent")));
    server.advance(TimeDelta::hours(1));
    // Once it is let go again it is tried again, as the same message.
    let going = let_go(&desk, &id).await;
    assert_eq!(going["item"].get("failure"), None);
    server.advance(TimeDelta::seconds(30));
    assert_eq!(sink.taken(1).await[0].id(), text(&going["item"]["messageId"]));
}

async fn one_that_was_held_by_who_is_gone_is_sent_by_another(server: &TestServer) {
    let sink = Sink::start().await;
    let (signal, _) = case(&server.desk()).await;
    let desk = sender(server, &sink).await;
    let id = draft(&desk, &signal, &to_reporter("Vastgehouden")).await;
    let_go(&desk, &id).await;
    // As an instance left it that was killed while it sent: held for two minutes.
    let until = (server.clock_now() + TimeDelta::seconds(150)).timestamp_micros();
    assert_eq!(server.execute(&format!("UPDATE messages SET leased_until = {until} WHERE id = '{id}'")).await, 1);
    server.advance(TimeDelta::seconds(31));
    let take_back = path::MESSAGE_TAKE_BACK.replace("{id}", &id);
    let version = one(&desk, &id).await["item"]["version"].as_i64().unwrap();
    assert_eq!(desk.act(&take_back, version, &json!({})).await.fault_at(""), "message-under-way");
    assert_eq!(sink.count(), 0);
    server.advance(TimeDelta::seconds(120));
    assert_eq!(sink.taken(1).await.len(), 1);
    stands(&desk, &id, "sent").await;
}
