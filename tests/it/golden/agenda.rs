//! Scenes of pane 2: meetings, an agenda, an item, its forms and its questions.

use loket::tui::app::message::{Link, Msg};
use serde_json::{Value, json};

use super::scenes::Scene;
use crate::interface::{
    Bench,
    meetings::{arrived, item, meeting, meetings, read},
};

/// All of them.
pub fn all() -> Vec<Scene> {
    vec![
        ("agenda", |bench| at(bench, "Down Down")),
        ("agenda-meetings", |bench| at(bench, "Esc")),
        ("agenda-candidate", |bench| at(bench, "End")),
        ("agenda-marked", |bench| at(bench, "Down Space Space J")),
        ("agenda-item", |bench| at(bench, "Down Down Enter")),
        ("agenda-parts", |bench| at(bench, "Down Down e")),
        ("agenda-facts", |bench| at(bench, "Down Down Enter Enter")),
        ("agenda-minutes", |bench| at(bench, "Down =")),
        ("agenda-insert", |bench| at(bench, "Down i")),
        ("agenda-invite", |bench| at(bench, "Down a")),
        ("agenda-answer", |bench| at(bench, "Down r Enter")),
        ("agenda-other-meeting", |bench| at(bench, "Down M")),
        ("agenda-decide", |bench| fixed(bench, "Down d")),
        ("agenda-decide-too-soon", |bench| at(bench, "Down d")),
        ("agenda-commit", |bench| at(bench, "Down t")),
        ("agenda-fix", |bench| at(bench, "W")),
        ("agenda-fix-asked", |bench| at(bench, "W Enter")),
        ("agenda-actions", |bench| at(bench, "Down .")),
        ("agenda-let", |bench| at(bench, "1 L")),
        ("agenda-let-marked", |bench| at(bench, "1 Space Space L")),
        ("agenda-two-hundred", |bench| {
            let items = (1..=200).map(|at| item(at, Some(48), i64::try_from(at).unwrap(), &json!({ "minutes": 1 }))).collect();
            arrived(bench, &(vec![meeting(48, "2026-11-26", &json!({}))], items)).press("End")
        }),
        ("agenda-none", |bench| arrived(bench, &(vec![], vec![]))),
        ("agenda-empty", |bench| arrived(bench, &(vec![meeting(48, "2026-11-26", &json!({}))], vec![]))),
        ("agenda-loading", |bench| bench.tell(Msg::Link(Link::Connecting)).press("2")),
    ]
}

/// At LET-48, with what the preview needs read after every key.
fn at<'a>(bench: &'a mut Bench, keys: &str) -> &'a mut Bench {
    play(bench, &meetings(), keys)
}

/// The same, once the agenda is fixed.
fn fixed<'a>(bench: &'a mut Bench, keys: &str) -> &'a mut Bench {
    let mut all = meetings();
    (all.0[0]["state"], all.0[0]["edition"]) = (json!("fixed"), json!(1));
    play(bench, &all, keys)
}

fn play<'a>(bench: &'a mut Bench, all: &(Vec<Value>, Vec<Value>), keys: &str) -> &'a mut Bench {
    arrived(bench, all);
    for key in keys.split(' ') {
        bench.press(key);
        read(bench, all, &json!({}));
    }
    bench
}
