//! Event streams as networks hand them over: doubled, out of order, in pieces, in a storm, or held back.

use std::{sync::Arc, time::Duration};

use loket::client::{Failure, Pace};
use tokio::sync::Notify;

use super::{
    desk::{Desk, session, signal},
    live::Listener,
};
use crate::support::proxy::{Fate, Head, Proxy};

fn patient() -> Pace {
    Pace { silence: Duration::from_secs(50), pauses: (Duration::ZERO, Duration::ZERO), ..Pace::default() }
}

#[tokio::test]
async fn events_twice_out_of_order_and_of_another_kind_cost_nothing() {
    let desk = Desk::start();
    desk.quietly(signal(1, "Een"));
    let mut listener = Listener::following(session(&desk.server()), patient());
    listener.live().await;
    let before = listener.heard.len();
    desk.quietly(signal(2, "Twee"));
    for said in [
        "id: 9\nevent: changed\ndata: {}\n\n",
        "id: 9\nevent: changed\ndata: {}\n\n",
        "id: 3\nevent: changed\ndata: {}\n\n",
        "event: presence\ndata: [\"wie\"]\n\n",
        "event: heartbeat\ndata: {\"now\":\"gisteren\"}\n\n",
        "event: heartbeat\ndata: niets\n\n",
        "data: zonder naam\n\n",
        ": terzijde\n\n",
        "id: nonsense\nevent: changed\ndata: {\ndata: }\nvreemd: veld\n\n",
        "\n\n\n",
        "event: changed\r\ndata: {}\r\n\r\n",
    ] {
        desk.say(said);
    }
    listener.replica(|replica| replica.signals().len() == 2).await;
    desk.put(signal(3, "Drie"));
    listener.replica(|replica| replica.signals().len() == 3).await;
    assert!(!listener.heard[before..].iter().any(|heard| heard == "lost" || heard.starts_with("part")), "{:?}", listener.heard);
}

#[tokio::test]
async fn half_an_event_waits_for_its_other_half_and_is_gone_with_its_connection() {
    let desk = Desk::start();
    let mut listener = Listener::following(session(&desk.server()), patient());
    listener.live().await;
    desk.quietly(signal(1, "Een"));
    for part in ["eve", "nt: chan", "ged\nda", "ta: {}\n", "\n"] {
        desk.say(part);
    }
    listener.replica(|replica| replica.signals().len() == 1).await;
    desk.quietly(signal(2, "Twee"));
    desk.say("event: changed\ndata: {");
    let dead = desk.kill();
    listener.lost().await;
    let desk = Desk::again(dead);
    // The half that came before is no part of what comes now.
    listener.replica(|replica| replica.signals().len() == 2).await;
    listener.live().await;
    desk.put(signal(3, "Drie"));
    listener.replica(|replica| replica.signals().len() == 3).await;
}

#[tokio::test]
async fn a_storm_of_resets_is_a_few_syncs_and_takes_no_row_away() {
    let desk = Desk::start();
    (1..=3).for_each(|number| desk.quietly(signal(number, &format!("Signaal {number}"))));
    let mut listener = Listener::following(session(&desk.server()), Pace { rows_between: 1, ..patient() });
    listener.live().await;
    let before = listener.heard.len();
    (0..200).for_each(|_| desk.ring("reset"));
    desk.put(signal(4, "Vier"));
    listener.replica(|replica| replica.signals().len() == 4).await;
    assert!(desk.data().asked["changes"] <= 20, "{:?}", desk.data().asked);
    assert!(!listener.heard[before..].iter().any(|heard| heard == "lost" || heard.starts_with("part")), "{:?}", listener.heard);
}

/// The stream alone is held back: of its reply the head comes, or not even that.
#[tokio::test]
async fn a_proxy_that_holds_the_stream_back_is_called_so() {
    for no_head in [false, true] {
        let desk = Desk::start();
        desk.quietly(signal(1, "Een"));
        let fate = move |head: &Head| match (head.path.starts_with("/v1/events"), no_head) {
            (true, false) => Fate::Hold(Arc::new(Notify::new())),
            (true, true) => Fate::HalfOpen,
            _ => Fate::Pass,
        };
        let proxy = Proxy::start(&[&desk.server()], 1, move |head, _| fate(head)).await;
        let pace = Pace { silence: Duration::from_millis(500), ..patient() };
        let mut listener = Listener::following(session(&proxy.address), pace);
        let held = Failure::Held { server: proxy.address.clone() };
        // A slow machine may find the server silent at first.
        let mut why = listener.lost().await;
        for _ in 0..20 {
            if why == held {
                break;
            }
            why = listener.lost().await;
        }
        assert_eq!(why, held);
        // What is asked for comes all the same; it is only never called live.
        desk.quietly(signal(2, "Twee"));
        listener.replica(|replica| replica.is_complete() && replica.signals().len() == 2).await;
        assert!(!listener.heard.contains(&"live".to_owned()), "{:?}", listener.heard);
        proxy.behave();
        listener.live().await;
    }
}
