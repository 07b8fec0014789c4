//! Scenes of pane 2: meetings, an agenda, an item, its forms and its questions.

use loket::tui::app::{
    agenda::{AgendaAnswer, AgendaCall},
    message::{Call, Effect, Link, Msg},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::scenes::Scene;
use crate::interface::{
    Bench, agenda_settled, item_papers,
    meetings::{agenda, answered, arrived, item, item_id, meeting, meetings, read},
    paper_versions,
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
        ("agenda-commit", |bench| at(bench, "Down t 1")),
        ("agenda-fix", |bench| at(bench, "W")),
        ("agenda-fix-asked", |bench| at(bench, "W Enter")),
        ("agenda-paper", |bench| at(bench, "E")),
        ("agenda-paper-what", |bench| at(bench, "Down Down E w")),
        ("agenda-paper-for", |bench| at(bench, "E v")),
        ("agenda-about", |bench| at(bench, "g e")),
        ("agenda-new-meeting", |bench| at(bench, "g n")),
        ("agenda-commit-who", |bench| at(bench, "Down t")),
        ("agenda-correct-invitation", |bench| at(bench, "Down r Enter v")),
        ("agenda-never-fixed", |bench| at(bench, "g v")),
        ("agenda-filter", |bench| at(bench, "/").type_in("uwv")),
        ("agenda-filter-kept", |bench| at(bench, "/").type_in("uwv").press("Enter")),
        ("agenda-filter-nothing", |bench| at(bench, "/").type_in("zzz")),
        ("agenda-changes", |bench| changed(bench, "g v")),
        ("agenda-fix-changes", |bench| changed(bench, "W")),
        ("agenda-municipality", |bench| {
            let mut all = meetings();
            all.1[1]["bodies"] = json!(["GM0758", "UWV"]);
            play(bench, &all, "Down")
        }),
        ("agenda-actions", |bench| at(bench, "Down .")),
        ("agenda-cancel", |bench| at(bench, "g x")),
        ("agenda-cancel-asked", |bench| {
            at(bench, "g x").type_in("Voorzitter ziek").press("Tab Tab").type_in("LET-48").press("Ctrl+S")
        }),
        ("agenda-cancelled", |bench| {
            let (all, more) = agenda_settled::cancelled();
            arrived(bench, &all);
            bench.press("[ Esc");
            read(bench, &all, &more);
            bench
        }),
        ("agenda-new-paper", |bench| at(bench, "Down P Enter")),
        ("agenda-item-papers", |bench| papers(bench, "Enter")),
        ("agenda-choose-paper", |bench| papers(bench, "P")),
        ("agenda-paper-read", |bench| versions(bench, "P 1 Enter")),
        ("agenda-paper-differs", |bench| versions(bench, "P 1 Enter P Down Enter P Enter")),
        ("agenda-paper-ways", |bench| versions(bench, "P 1 Enter P Down Enter P")),
        ("agenda-lesson", |bench| at(bench, "Down g l")),
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

/// Item 2 with two papers and a lesson.
fn papers<'a>(bench: &'a mut Bench, keys: &str) -> &'a mut Bench {
    let other =
        json!({ "title": "Nota", "on": null, "text": "", "address": "https://stukken.voorbeeld.nl/let/48", "bodies": [] });
    item_papers::play(bench, &json!([item_papers::paper(1, 3, &json!({})), item_papers::paper(2, 1, &other)]), keys)
}

/// Item 2 with a paper of three versions.
fn versions<'a>(bench: &'a mut Bench, keys: &str) -> &'a mut Bench {
    item_papers::play(bench, &json!([paper_versions::versions()[2]]), "Down Up");
    bench.effects.clear();
    for key in keys.split(' ') {
        bench.press(key);
        while !paper_versions::answer(bench).is_empty() {}
    }
    bench
}

/// The same, once the agenda is fixed.
fn fixed<'a>(bench: &'a mut Bench, keys: &str) -> &'a mut Bench {
    let mut all = meetings();
    (all.0[0]["state"], all.0[0]["edition"]) = (json!("fixed"), json!(1));
    play(bench, &all, keys)
}

/// Once it was fixed and changed since: what changed, asked for with these keys.
fn changed<'a>(bench: &'a mut Bench, keys: &str) -> &'a mut Bench {
    let mut all = meetings();
    (all.0[0]["state"], all.0[0]["edition"], all.0[0]["changedSinceFixed"]) = (json!("fixed"), json!(2), json!(true));
    let edition =
        json!({ "state": "fixed", "edition": { "id": Uuid::from_u128(5), "number": 2, "agendaVersion": 0, "sent": true } });
    arrived(bench, &all);
    bench.press(keys);
    if keys == "W" {
        read(bench, &all, &edition);
        bench.press(keys);
    }
    let item = serde_json::to_value(agenda(&all, &edition).meeting).unwrap();
    let difference = json!({ "meeting": ["place"], "added": [item_id(3)], "removed": [item_id(6)],
        "moved": [{ "item": item_id(2), "from": 4, "to": 2 }],
        "changed": [{ "item": item_id(2), "fields": ["minutes", "decisionAsked"] }, { "item": item_id(4), "fields": ["times"] }] });
    let found = json!({ "item": item, "papersDueOn": null, "editions": [], "changedSinceFixed": true, "changes": difference,
        "confirmation": null });
    let asks = |effect: &Effect| match effect {
        Effect::Send { request, call: Call::Agenda(call), .. } if matches!(**call, AgendaCall::ReadMeeting(_)) => Some(*request),
        _ => None,
    };
    let request = bench.effects.iter().find_map(asks).unwrap();
    bench.effects.clear();
    answered(bench, request, AgendaAnswer::Meeting(serde_json::from_value(found).unwrap()));
    if keys == "W" {
        bench.type_in("Nieuwe stukken").press("Enter");
    }
    bench
}

fn play<'a>(bench: &'a mut Bench, all: &(Vec<Value>, Vec<Value>), keys: &str) -> &'a mut Bench {
    arrived(bench, all);
    for key in keys.split(' ') {
        bench.press(key);
        read(bench, all, &json!({}));
    }
    bench
}
