//! Scenes of the deadline board.

use loket::{
    domain::ids::AccountId,
    tui::app::message::{Link, Msg},
};
use uuid::Uuid;

use super::scenes::Scene;
use crate::interface::{
    Bench,
    arranged::on_board,
    board::{clock, deadlines, opened, read},
    complete, rows,
};

/// All of them.
pub fn all() -> Vec<Scene> {
    vec![
        ("board", |bench| at(bench, false, "")),
        ("board-open", |bench| at(bench, false, "Enter")),
        ("board-prefix", |bench| at(bench, false, "T")),
        ("board-extend", |bench| at(bench, false, "T v")),
        ("board-extend-asked", |bench| at(bench, false, "T v Enter")),
        ("board-end", |bench| at(bench, false, "T b")),
        ("board-proposal", |bench| at(bench, true, "")),
        ("board-proposal-asked", |bench| at(bench, true, "Enter")),
        ("board-proposal-steps", |bench| at(bench, true, "Enter s")),
        ("board-month", |bench| at(bench, false, "=")),
        ("board-by-body", |bench| at(bench, false, ", i")),
        ("board-standing-still", |bench| at(bench, false, "G")),
        ("board-filter-nothing", |bench| at(bench, false, "/ x y z Enter")),
        ("board-empty", |bench| bench.arrive(&rows()).tell(Msg::Replica(complete(&rows()))).press("4")),
        ("arrangement-commitment", |bench| about(bench, 22, "")),
        ("arrangement-commitment-open", |bench| about(bench, 22, "Enter")),
        ("arrangement-correct", |bench| about(bench, 22, "T c")),
        ("arrangement-kept-asked", |bench| about(bench, 22, "T n Ctrl+S")),
        ("arrangement-moratorium", |bench| about(bench, 20, "T r Ctrl+S")),
        ("arrangement-bridging", |bench| about(bench, 21, "T p")),
        ("arrangement-failing", |bench| {
            about(bench, 22, "T u").press("Esc").tell(Msg::Link(Link::Lost {
                since: crate::interface::now(),
                words: "De server antwoordt niet.".into(),
                advice: "Controleer uw netwerk.".into(),
                refused: false,
            }));
            bench.press("T n")
        }),
        ("board-loading", |bench| bench.tell(Msg::Link(Link::Connecting)).press("4")),
    ]
}

fn about<'a>(bench: &'a mut Bench, wanted: u128, keys: &str) -> &'a mut Bench {
    on_board(bench, clock(wanted), false);
    if !keys.is_empty() {
        bench.press(keys);
    }
    bench
}

fn at<'a>(bench: &'a mut Bench, waits: bool, keys: &str) -> &'a mut Bench {
    let by = waits.then(|| AccountId(Uuid::from_u128(77)));
    opened(bench, &deadlines(waits), by);
    if !keys.is_empty() {
        bench.press(keys);
        read(bench, &deadlines(waits), by);
    }
    bench
}
