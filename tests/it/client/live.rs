//! The replica follows the server through everything that happens to servers.

use std::time::Duration;

use axum::http::StatusCode;
use loket::client::{
    Cause, Closed, Failure, LiveEvent, LiveState, Pace, Session, follow,
    live::follow_nudged,
    replica::{Replica, SignalQuery, Sort},
};
use tokio::{sync::mpsc, time::timeout};

use super::desk::{self, Desk, now, session, signal};

/// Somebody who listens.
pub(super) struct Listener {
    events: mpsc::UnboundedReceiver<LiveEvent>,
    /// In words, what was heard.
    pub(super) heard: Vec<String>,
}

impl Listener {
    fn to(server: &str, pace: Pace) -> Self {
        Self::following(session(server), pace)
    }

    pub(super) fn following(session: Session, pace: Pace) -> Self {
        let (sender, events) = mpsc::unbounded_channel();
        let report = move |event| sender.send(event).map_err(|_| Closed);
        tokio::spawn(follow(session, pace, now, || 0.0, report));
        Self { events, heard: vec![] }
    }

    async fn next(&mut self) -> LiveEvent {
        let event = timeout(Duration::from_secs(60), self.events.recv()).await;
        let event = event.unwrap_or_else(|_| panic!("nothing more was heard after {:?}", self.heard)).unwrap();
        self.heard.push(match &event {
            LiveEvent::FirstRows(rows) => format!("first {}", rows.signals().len()),
            LiveEvent::Replica(replica) if replica.is_complete() => format!("whole {}", replica.signals().len()),
            LiveEvent::Replica(replica) => format!("part {}", replica.signals().len()),
            LiveEvent::State(LiveState::Connecting) => "connecting".into(),
            LiveEvent::State(LiveState::Live) => "live".into(),
            LiveEvent::State(LiveState::Lost { .. }) => "lost".into(),
            LiveEvent::Heartbeat(_) => "heartbeat".into(),
            LiveEvent::Unreadable(lines) => format!("unreadable {lines}"),
            LiveEvent::Presence(windows) => format!("present {}", windows.len()),
        });
        event
    }

    pub(super) async fn replica(&mut self, is: impl Fn(&Replica) -> bool) -> Replica {
        loop {
            if let LiveEvent::Replica(replica) = self.next().await
                && is(&replica)
            {
                return replica;
            }
        }
    }

    pub(super) async fn lost(&mut self) -> Failure {
        loop {
            if let LiveEvent::State(LiveState::Lost { since, why }) = self.next().await {
                assert_eq!(since, now());
                return why;
            }
        }
    }

    pub(super) async fn live(&mut self) {
        while !matches!(self.next().await, LiveEvent::State(LiveState::Live)) {}
    }
}

/// Patient, and back at once.
fn patient() -> Pace {
    Pace { silence: Duration::from_secs(50), pauses: (Duration::ZERO, Duration::ZERO), ..Pace::default() }
}

fn impatient() -> Pace {
    Pace { silence: Duration::from_millis(200), ..patient() }
}

fn titles(replica: &Replica) -> Vec<String> {
    let rows = replica.signals().select(&SignalQuery::default(), Sort::default(), now(), None);
    rows.into_iter().map(|row| replica.signals().get(row).unwrap().title().to_owned()).collect()
}

#[tokio::test]
async fn a_screenful_first_then_everything_then_every_change() {
    let desk = Desk::start();
    (1..=5).for_each(|number| desk.quietly(signal(number, &format!("Signaal {number}"))));
    let mut listener = Listener::to(&desk.server(), Pace { rows_between: 2, ..patient() });
    listener.live().await;
    assert_eq!(listener.heard, ["connecting", "first 2", "part 2", "part 4", "whole 5", "live"]);
    desk.put(signal(3, "Nieuwe titel"));
    desk.remove(signal(4, "").id);
    let replica = listener.replica(|replica| replica.signals().len() == 4).await;
    assert_eq!(titles(&replica), ["Signaal 1", "Signaal 2", "Nieuwe titel", "Signaal 5"]);
    assert!(listener.heard.contains(&"heartbeat".to_owned()));
}

#[tokio::test]
async fn a_server_that_dies_is_lost_and_found_with_what_happened_since() {
    let desk = Desk::start();
    desk.quietly(signal(1, "Een"));
    let mut listener = Listener::to(&desk.server(), patient());
    listener.live().await;
    let dead = desk.kill();
    let why = listener.lost().await;
    assert!(matches!(why, Failure::Cut { .. } | Failure::NoServer { cause: Cause::Refused, .. }), "{why:?}");
    desk::change(&mut dead.1.lock().unwrap(), loket::api::change::Change::Signal { row: signal(2, "Twee") });
    let desk = Desk::again(dead);
    let replica = listener.replica(|replica| replica.signals().len() == 2).await;
    assert_eq!(titles(&replica), ["Een", "Twee"]);
    listener.live().await;
    assert!(
        !listener.heard.iter().any(|heard| heard.starts_with("part")),
        "a screen with rows never goes back: {:?}",
        listener.heard
    );
    assert_eq!(listener.heard.iter().filter(|heard| heard.starts_with("first")).count(), 1);
    desk.put(signal(3, "Drie"));
    listener.replica(|replica| replica.signals().len() == 3).await;
}

#[tokio::test]
async fn silence_is_loss() {
    let mut listener = Listener::to(&desk::silent().await, impatient());
    assert!(matches!(listener.lost().await, Failure::TimedOut { writing: false, .. }));
    assert_eq!(listener.heard, ["connecting", "lost"]);
    // Alive at first, then no heartbeat any more.
    let desk = Desk::start();
    desk.quietly(signal(1, "Een"));
    let mut listener = Listener::to(&desk.server(), impatient());
    listener.live().await;
    assert!(matches!(listener.lost().await, Failure::TimedOut { .. }));
    listener.live().await;
}

#[tokio::test]
async fn nothing_there_and_something_else_there_are_told_apart() {
    let html = desk::always(StatusCode::OK, &[("content-type", "text/html")], "<html>Welkom op ons netwerk</html>").await;
    let why = Listener::to(&html, patient()).lost().await;
    assert_eq!(why, Failure::WrongServer { server: html, answer: "200 text/html".into() });
    // A port that is taken and not listened on: refused, and nobody else's meanwhile.
    let taken = tokio::net::TcpSocket::new_v4().unwrap();
    taken.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let server = format!("http://{}", taken.local_addr().unwrap());
    let why = Listener::to(&server, patient()).lost().await;
    assert_eq!(why, Failure::NoServer { server, cause: Cause::Refused });
}

#[tokio::test]
async fn a_reply_that_breaks_off_is_never_taken_for_everything() {
    let desk = Desk::start();
    (1..=3).for_each(|number| desk.quietly(signal(number, &format!("Signaal {number}"))));
    desk.data().trouble.cut_changes = 2;
    let mut listener = Listener::to(&desk.server(), patient());
    listener.live().await;
    assert_eq!(listener.heard, ["connecting", "first 2", "lost", "lost", "whole 3", "live"]);
    // Later on the rows that did arrive stay, and the rest follows.
    desk.data().trouble.cut_changes = 1;
    desk.quietly(signal(4, "Vier"));
    desk.put(signal(5, "Vijf"));
    let replica = listener.replica(|replica| replica.signals().len() == 5).await;
    assert!(replica.is_complete());
    listener.live().await;
}

#[tokio::test]
async fn a_server_that_forgot_the_cursor_replaces_everything_at_once() {
    let desk = Desk::start();
    (1..=3).for_each(|number| desk.quietly(signal(number, &format!("Signaal {number}"))));
    let mut listener = Listener::to(&desk.server(), Pace { rows_between: 1, ..patient() });
    listener.live().await;
    {
        let mut data = desk.data();
        data.trouble.forgets_cursors = true;
        desk::change(
            &mut data,
            loket::api::change::Change::Gone { entity: loket::api::change::Entity::Signal, id: signal(1, "").id.to_string() },
        );
    }
    let before = listener.heard.len();
    desk.ring("changed");
    listener.replica(|replica| titles(replica) == ["Signaal 2", "Signaal 3"]).await;
    desk.quietly(signal(9, "Negen"));
    desk.ring("reset");
    listener.replica(|replica| titles(replica) == ["Signaal 2", "Signaal 3", "Negen"]).await;
    assert!(listener.heard[before..].iter().all(|heard| !heard.starts_with("part")), "{:?}", listener.heard);
}

#[tokio::test]
async fn a_line_that_cannot_be_read_is_told_and_costs_no_other() {
    let desk = Desk::start();
    desk.quietly(signal(1, "Een"));
    desk.data().trouble.gibberish = true;
    let mut listener = Listener::to(&desk.server(), patient());
    listener.live().await;
    assert_eq!(listener.heard, ["connecting", "first 1", "unreadable 1", "whole 1", "live"]);
}

#[tokio::test]
async fn changes_that_come_together_are_asked_for_together() {
    let desk = Desk::start();
    let mut listener = Listener::to(&desk.server(), patient());
    listener.live().await;
    (1..=200).for_each(|number| desk.put(signal(number, "Golf")));
    listener.replica(|replica| replica.signals().len() == 200).await;
    // At most the first, one under way and the rest; the bell rang two hundred times.
    assert!(desk.data().asked["changes"] <= 20, "{:?}", desk.data().asked);
}

#[tokio::test]
async fn a_row_of_the_first_screenful_that_the_feed_does_not_name_is_gone() {
    let desk = Desk::start();
    (1..=3).for_each(|number| desk.quietly(signal(number, &format!("Signaal {number}"))));
    desk.data().trouble.ghost = Some(signal(99, "Net gesloten"));
    let mut listener = Listener::to(&desk.server(), Pace { rows_between: 2, ..patient() });
    let part = listener.replica(|replica| !replica.is_complete()).await;
    assert_eq!(titles(&part), ["Signaal 1", "Signaal 2", "Net gesloten"], "what is in sight stays until all is known");
    let whole = listener.replica(Replica::is_complete).await;
    assert_eq!(titles(&whole), ["Signaal 1", "Signaal 2", "Signaal 3"]);
}

#[tokio::test]
async fn a_nudge_asks_now() {
    let desk = Desk::start();
    let nudge = std::sync::Arc::new(tokio::sync::Notify::new());
    let (sender, events) = mpsc::unbounded_channel();
    let report = move |event| sender.send(event).map_err(|_| Closed);
    let (own, session) = (nudge.clone(), session(&desk.server()));
    let hours = Duration::from_secs(9_999);
    let pace = Pace { silence: hours, pauses: (hours, hours), ..Pace::default() };
    tokio::spawn(async move { follow_nudged(session, pace, now, || 0.0, &own, report).await });
    let mut listener = Listener { events, heard: vec![] };
    listener.live().await;
    desk.quietly(signal(1, "Ongehoord"));
    nudge.notify_one();
    listener.replica(|replica| replica.signals().len() == 1).await;
    let dead = desk.kill();
    listener.lost().await;
    let _desk = Desk::again(dead);
    // Each nudge is an attempt, without waiting; the first may still meet a connection that the kill left half open.
    loop {
        nudge.notify_one();
        match listener.next().await {
            LiveEvent::State(LiveState::Live) => break,
            LiveEvent::State(LiveState::Lost { .. }) | LiveEvent::FirstRows(_) | LiveEvent::Replica(_) => {}
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn following_ends_when_nobody_listens() {
    let desk = Desk::start();
    let mut left = 2;
    let report = move |_| {
        left -= 1;
        if left == 0 { Err(Closed) } else { Ok(()) }
    };
    let followed = follow(session(&desk.server()), patient(), now, || 0.0, report);
    timeout(Duration::from_secs(60), followed).await.expect("it ends");
}
