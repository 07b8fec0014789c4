//! A board with a moratorium, a bridging and a commitment, and what the server tells of them.

use loket::{
    api::arrangement::AnyArrangement,
    domain::ids::DeadlineId,
    tui::app::message::{Answer, Call, Effect, Msg},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Bench,
    board::{clock, deadlines, with_deadlines},
    id, me, now, rows,
};
use crate::support::samples;

pub fn uuid(kind: &str) -> Uuid {
    Uuid::from_u128(0xa0 + kind.len() as u128)
}

/// Rows of the board: a moratorium, a bridging and a commitment of S-503, the commitment late.
pub fn board_rows() -> Vec<Value> {
    let mut all = deadlines(false);
    let about = |number: u128, kind: &str, on: &str, label: &str| {
        let mut row = all[1].clone();
        row["id"] = json!(clock(number));
        (row["kind"], row["arrangement"]) = (json!(kind), json!(uuid(kind)));
        (row["signal"], row["signalNumber"]) = (json!(id(503)), json!("S-2026-00503"));
        (row["safeEnd"], row["end"], row["alarmOn"], row["label"]) = (json!(on), json!(on), json!(on), json!(label));
        row
    };
    let mut more = vec![
        about(20, "moratorium", "2027-02-15", "rechtbank Midden-Nederland"),
        about(21, "bridging", "2026-12-18", "gemeente Utrecht: wmo, wlz"),
        about(22, "commitment", "2026-11-19", "De SVB stopt de verrekening."),
    ];
    more[2]["body"] = json!("SVB");
    all.extend(more);
    all
}

/// What the server tells of one of them.
pub fn told(kind: &str, closed: bool) -> AnyArrangement {
    let line = |nl: &str| json!({ "code": "x", "nl": nl, "en": nl });
    let mut facts = match kind {
        "moratorium" => samples::moratorium(""),
        "bridging" => samples::bridging(""),
        _ => samples::commitment(""),
    }["facts"]
        .clone();
    let (closing, verbs): (&str, &[&str]) = match kind {
        "moratorium" => ("end", &["change", "end"]),
        "bridging" => ("settle", &["change", "settle"]),
        _ => ("keep", &["change", "keep", "lapse"]),
    };
    if kind == "commitment" {
        facts["due"] = json!({ "on": "2026-11-19", "counted": { "from": "2026-10-29", "length": "3w" } });
        facts["source"]["on"] = json!("2026-10-29");
    }
    let refused = |no: bool, why: &str| no.then(|| line(why));
    let mut permitted: Vec<Value> = verbs
        .iter()
        .map(|verb| json!({ "verb": verb, "refused": refused(closed, "Dit is al afgesloten. Heropen het eerst.") }))
        .collect();
    permitted.push(json!({ "verb": "reopen", "refused": refused(!closed, "Dit is niet afgesloten.") }));
    let moved = |verb: &str, at: &str, on: &str, text: &str| {
        json!({ "id": Uuid::from_u128(at.len() as u128), "at": at, "kind": kind, "by": me(), "byName": "J. Bakker", "text": text,
            "contact": null, "old": null, "new": null,
            "linked": { "id": uuid(kind), "label": "zoals vastgelegd", "verb": verb, "on": on, "before": null, "fields": [] } })
    };
    let closed_by = closed
        .then(|| json!({ "how": closing, "on": "2026-11-20", "text": "rond", "at": now(), "by": me(), "byName": "M. Visser" }));
    let detail = json!({
        "item": { "id": uuid(kind), "version": 4, "signal": id(503), "signalNumber": "S-2026-00503", "facts": facts,
            "closed": closed_by, "recordedAt": "2026-10-29T09:00:00Z", "recordedBy": me(), "recordedByName": "J. Bakker" },
        "state": if kind == "commitment" { "late" } else { "open" },
        "origin": [line("Toegezegd in een telefoongesprek op do 29-10-2026.")], "steps": [line("Daarna 3 weken geteld: do 19-11-2026.")],
        "warnings": [], "advice": line("Vraag de instantie of het gedaan is."), "who": line("Nakomen doet de instantie."),
        "verbs": permitted,
        "moves": [moved("corrected", "2026-11-02T10:15:00Z", "2026-11-19", "verkeerd verstaan"),
            moved("recorded", "2026-10-29T09:00:00Z", "2026-11-19", "")],
    });
    serde_json::from_value(json!({ "kind": kind, "detail": detail })).unwrap()
}

fn answer_clock(row: &Value, closed: bool) -> Answer {
    let kind = row["kind"].as_str().unwrap();
    let line = |nl: &str| json!({ "code": "x", "nl": nl, "en": nl });
    let arrangement = row["arrangement"].is_string().then(|| told(kind, closed));
    Answer::Deadline(Box::new(
        serde_json::from_value(json!({ "item": row,
            "steps": [line("Toegezegd in een telefoongesprek op do 29-10-2026."), line("Daarna 3 weken geteld: do 19-11-2026.")],
            "uncertainties": [], "advice": line("Vraag de instantie of het gedaan is."),
            "lapse": line("Na do 19-11-2026 is de toezegging te laat."), "timeOut": null, "arrangement": arrangement }))
        .unwrap(),
    ))
}

/// Answers what is read of clocks, and lets timers run out.
pub fn read(bench: &mut Bench, rows: &[Value], closed: bool) {
    let mut kept = vec![];
    loop {
        let effects = std::mem::take(&mut bench.effects);
        if effects.is_empty() {
            bench.effects = kept;
            return;
        }
        for effect in effects {
            match effect {
                Effect::Wait(_, timer) => drop(bench.tell(Msg::Timer(timer))),
                Effect::Send { request, call: Call::ReadDeadline(wanted), .. } => {
                    let row = rows.iter().find(|row| row["id"] == json!(wanted)).unwrap();
                    bench.tell(Msg::Reply { request, reply: Ok(answer_clock(row, closed)) });
                }
                other => kept.push(other),
            }
        }
    }
}

/// The board with the cursor on this clock, read.
pub fn on_board(bench: &mut Bench, wanted: DeadlineId, closed: bool) {
    let all = board_rows();
    bench.arrive(&rows()).tell(Msg::Replica(with_deadlines(&all))).press("4 g g");
    while bench.state.clock_row().unwrap().id() != wanted {
        bench.press("Down");
    }
    read(bench, &all, closed);
    bench.effects.clear();
}
