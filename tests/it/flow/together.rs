//! Two people at one queue, each in a terminal of their own: each sees what the other is at, also when the other is killed.

use chrono::TimeDelta;
use rustix::process::Signal;

use super::TITLE;
use crate::support::{seat::Seat, server::TestServer};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_sees_where_the_other_is_until_the_other_is_gone() {
    let server = TestServer::sqlite().await;
    server.signal(TITLE).await;
    let fatima = server.colleague().await;
    let (mine, hers) = (Seat::of(&server.desk()), Seat::of(&fatima));
    let (looks, edits) = ("Account desk kijkt sinds", "Account desk bewerkt sinds");
    tokio::task::block_in_place(|| {
        let mut her = hers.open(&[]);
        her.until_shown(TITLE);
        let mut me = mine.open(&[]);
        me.until_shown("Fatima Yıldız kijkt sinds");
        her.until_shown(looks);
        me.press_until("n", |screen| screen.contains("Notitie"), "the form");
        her.until_shown(edits);
        her.press_until("n", |screen| screen.contains("Account desk bewerkt dit signaal ook"), "that I edit it");
        me.until_shown("Fatima Yıldız bewerkt dit signaal ook");
        her.press_until("\u{1b}", |screen| screen.contains(edits), "the list again");
        me.press_until("\u{1b}", |screen| screen.contains("Fatima Yıldız kijkt"), "the list again");
        her.until_shown(looks);
        // Who is killed cannot say goodbye.
        me.signal(Signal::KILL);
        drop(me.ended());
        assert!(her.shown().contains(looks));
        server.advance(TimeDelta::seconds(120));
        her.until(|screen| !screen.contains("Account desk kijkt"), "nobody after two minutes");
        // Who leaves is gone at once: the clock stands still.
        let mut me = mine.open(&[]);
        her.until_shown(looks);
        me.until_shown(TITLE);
        me.press("q");
        me.end();
        her.until(|screen| !screen.contains("Account desk kijkt"), "nobody at once");
        her.press("q");
        her.end();
    });
    server.stop().await;
}
