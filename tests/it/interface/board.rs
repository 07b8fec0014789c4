//! The deadline board without a terminal: what stands where, where the cursor is, and what is sent.

use loket::{
    api::{
        deadline::DeadlineDetail,
        problem::{Code, Fault, Problem},
    },
    client::replica::Replica,
    domain::{
        Date,
        ids::{AccountId, DeadlineId, SignalId, SignalNumber},
        signal::Urgency,
    },
    tui::app::message::{Answer, Call, Msg, Refusal},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Bench, complete, id, me, row, rows};

/// The id of a clock.
pub fn clock(number: u128) -> DeadlineId {
    DeadlineId(Uuid::from_u128(0x0d00 + number))
}

/// A row of the board: its number, of which signal, what ends, when, and what differs.
fn deadline(number: u128, signal: u32, kind: &str, on: &str, more: Value) -> Value {
    let mut row = json!({
        "id": clock(number), "kind": kind, "signal": id(signal), "signalNumber": format!("S-2026-{signal:05}"), "title": "",
        "label": "terugvordering", "body": "UWV", "safeEnd": on, "end": on, "alarmOn": on, "article": "", "uncertain": false,
        "provisional": false
    });
    for (field, value) in more.as_object().unwrap() {
        row[field] = value.clone();
    }
    row
}

/// A threatening event of a signal.
pub fn threat(at: u128, number: SignalNumber, signal: SignalId, on: Date) -> Value {
    let mut row = deadline(at, 1, "threat", &on.to_string(), json!({ "body": null }));
    (row["signal"], row["signalNumber"]) = (json!(signal), json!(number));
    row
}

fn time_out_id() -> Uuid {
    Uuid::from_u128(0xaa)
}

fn confirmation_id() -> Uuid {
    Uuid::from_u128(0xcc)
}

/// Rows in every lane on Monday 23 November 2026; `waits`: a proposal about the time-out of S-503.
pub fn deadlines(waits: bool) -> Vec<Value> {
    let running = json!({ "timeOut": time_out_id(), "state": "running", "ground": "toezegging" });
    let waiting = json!({ "timeOut": time_out_id(), "state": "running", "ground": "toezegging",
        "confirmation": confirmation_id(), "proposedUntil": "2026-11-30" });
    let suspended = json!({ "timeOut": time_out_id(), "ground": "toezegging", "end": "2026-12-22", "article": "Awb 6:7",
        "rule": "awb-6-7" });
    let by_law = json!({ "timeOut": Uuid::from_u128(0xab), "ground": "wet", "end": "2027-01-11", "alarmOn": "2027-01-11",
        "article": "Vw 2000 69", "rule": "vw-69", "uncertain": true, "standsStill": { "from": "2026-11-02", "until": "2026-12-14" } });
    let mut all = vec![
        deadline(
            1,
            471,
            "objection",
            "2026-11-20",
            json!({ "article": "Awb 6:7", "rule": "awb-6-7", "label": "stopzetting uitkering" }),
        ),
        deadline(2, 502, "threat", "2026-11-23", json!({ "label": "ontruiming", "body": null })),
        deadline(3, 503, "time_out", "2026-11-25", if waits { waiting.clone() } else { running }),
        deadline(4, 503, "objection", "2026-11-27", suspended),
        deadline(5, 505, "norm", "2026-12-02", json!({ "label": "", "body": null })),
        deadline(6, 510, "objection", "2026-12-14", by_law),
        deadline(7, 512, "objection", "2027-01-04", json!({ "article": "AWR 22j", "body": "BD", "provisional": true })),
    ];
    if waits {
        all.push(deadline(8, 503, "proposal", "2026-11-30", waiting));
    }
    all
}

/// A replica with these rows of the board.
pub fn with_deadlines(deadlines: &[Value]) -> Replica {
    let mut replica = complete(&rows());
    for row in deadlines {
        replica.apply_line(json!({ "kind": "deadline", "row": row }).to_string().as_bytes()).unwrap();
    }
    replica
}

/// What the server tells of the time-out of S-503; `proposed_by` somebody.
pub fn detail(row: &Value, proposed_by: Option<AccountId>) -> DeadlineDetail {
    let line = |nl: &str| json!({ "code": "x", "nl": nl, "en": nl });
    let decision = json!({ "organisation": "UWV", "reference": "BSL-1", "kind": "terugvordering", "amountCents": null,
        "announcedOn": "2026-10-16", "datedOn": null });
    let facts = json!({ "reach": "both", "decider": "GM0344", "decidedBy": "wethouder", "mandate": "collegebesluit",
        "decidedOn": "2026-10-23", "reference": "2026/881", "ground": "toezegging", "firstDay": "2026-10-26",
        "lastDay": "2026-11-25", "maximum": "2026-12-21" });
    let suspends = json!({ "decision": decision, "rule": "awb-6-7", "ruleLabel": "Awb 6:7" });
    let term = |end: &str| {
        json!({ "rule": "awb-6-7", "label": "Awb 6:7", "safeEnd": "2026-11-27", "end": end, "alarmOn": "2026-11-27",
        "daysStoodStill": 31, "runsAgainOn": "2026-11-26", "uncertain": false, "provisional": false })
    };
    let proposal = json!({ "verb": "extend", "lastDay": "2026-12-21", "decidedOn": "2026-11-20", "reference": "2026/990",
        "reason": "Overleg loopt" });
    let shown = json!({ "timeOut": time_out_id(), "signal": "S-2026-00503", "proposal": proposal, "suspends": suspends, "facts": facts,
        "lastDayBefore": "2026-11-25", "lastDayAfter": "2026-12-21", "termBefore": term("2026-12-22"), "termAfter": term("2027-01-18") });
    let pending = proposed_by.map(|by| {
        json!({ "confirmation": confirmation_id(), "proposal": proposal, "by": by,
        "byName": "J. Bakker", "at": "2026-11-23T08:00:00Z", "expiresAt": "2026-11-30T23:00:00Z" })
    });
    let confirmation = proposed_by.map(|by| {
        json!({ "id": confirmation_id(), "version": 1, "action": "extend-time-out",
        "entity": "time-out", "subject": time_out_id(), "subjectVersion": 3, "signal": id(503), "shown": shown.to_string(),
        "hash": "abc", "proposedBy": by, "proposedByName": "J. Bakker", "proposedAt": "2026-11-23T08:00:00Z",
        "expiresAt": "2026-11-30T23:00:00Z", "state": "proposed", "settledBy": null, "settledByName": "", "settledAt": null,
        "reason": "" })
    });
    let moved = |kind: &str, by: &str| {
        json!({ "at": "2026-10-26T09:00:00Z", "by": me(), "byName": by, "kind": kind,
        "proposal": { "verb": "start" }, "lastDay": "2026-11-25", "reason": "" })
    };
    let verbs: Vec<Value> = ["extend", "resume", "end", "tell-body", "body-confirmed"]
        .iter()
        .map(|verb| {
            let refused = matches!(*verb, "tell-body" if proposed_by.is_some()).then(|| line("Dat is al gemeld."));
            json!({ "verb": verb, "refused": refused })
        })
        .collect();
    let item = json!({ "id": time_out_id(), "version": 3, "signal": id(503), "signalNumber": "S-2026-00503", "suspends": suspends,
        "facts": facts, "state": "running", "lastDay": "2026-11-25", "emergency": null, "worksAgainOn": null, "ending": null,
        "toldBodyOn": "2026-10-27", "bodyConfirmedOn": null, "extensions": [], "pending": pending,
        "moves": [moved("proposed", "M. Visser"), moved("confirmed", "J. Bakker")] });
    let time_out = json!({ "item": item, "term": term("2026-12-22"), "steps": [], "uncertainties": [], "advice": null,
        "lapse": line("Gebeurt er niets, dan werkt het besluit weer vanaf do 26-11-2026."), "verbs": verbs, "confirmation": confirmation });
    let about = row["timeOut"].is_string();
    let steps = [line("Daarna 6 weken geteld: vr 27-11-2026."), line("De laatste dag is vr 27-11-2026.")];
    serde_json::from_value(json!({ "item": row, "steps": steps, "uncertainties": [line("Voor deze time-out is er geen wet.")],
        "advice": line("bezwaar maken (zo nodig pro forma)"), "lapse": line("Daarna werkt het besluit weer."),
        "timeOut": about.then_some(time_out) }))
    .unwrap()
}

/// The board, with the clock under the cursor read.
pub fn opened(bench: &mut Bench, deadlines: &[Value], proposed_by: Option<AccountId>) {
    bench.arrive(&rows()).tell(Msg::Replica(with_deadlines(deadlines))).press("4");
    read(bench, deadlines, proposed_by);
}

/// Lets timers run out and answers what is read of clocks.
pub fn read(bench: &mut Bench, deadlines: &[Value], proposed_by: Option<AccountId>) {
    use loket::tui::app::message::Effect;
    loop {
        let effects = std::mem::take(&mut bench.effects);
        if effects.is_empty() {
            return;
        }
        for effect in effects {
            match effect {
                Effect::Wait(_, timer) => drop(bench.tell(Msg::Timer(timer))),
                Effect::Send { request, call: Call::ReadDeadline(wanted), .. } => {
                    let row = deadlines.iter().find(|row| row["id"] == json!(wanted)).unwrap();
                    let answer = Answer::Deadline(Box::new(detail(row, proposed_by)));
                    bench.tell(Msg::Reply { request, reply: Ok(answer) });
                }
                _ => {}
            }
        }
    }
}

fn line_with<'a>(screen: &'a str, text: &str) -> &'a str {
    screen.lines().find(|line| line.contains(text)).unwrap_or_else(|| panic!("{text:?} is not in\n{screen}"))
}

#[test]
fn lanes_stand_in_order_and_the_cursor_on_the_first_time_out_that_ends() {
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    opened(&mut bench, &deadlines(false), None);
    let screen = bench.screen();
    let places = ["Te laat  1", "Vandaag  1", "Deze week  2", "Volgende week  1", "Later  1"].map(|lane| screen.find(lane));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{screen}");
    assert!(line_with(&screen, "wo 25-11").contains("time-out"), "{screen}");
    assert_eq!(bench.state.clock_row().unwrap().id(), clock(3));
    // The safe end is the day to go by, the end with the time-out stands beside it.
    let suspended = line_with(&screen, "vr 27-11");
    assert!(suspended.contains("di 22-12") && suspended.contains("4 d") && suspended.contains("bezwaar Awb 6:7"), "{screen}");
    bench.press("G");
    let screen = bench.screen();
    assert!(screen.contains("Staat stil  1"), "{screen}");
    let by_law = line_with(&screen, "ma 14-12");
    assert!(by_law.contains("ma 14-12?") && by_law.contains("ma 11-01") && by_law.contains("49 d"), "{screen}");
}

#[test]
fn the_cursor_stays_on_its_clock_when_dates_move() {
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    let mut all = deadlines(false);
    opened(&mut bench, &all, None);
    bench.press("Down");
    assert_eq!(bench.state.clock_row().unwrap().id(), clock(4));
    let line = |bench: &Bench| bench.screen().lines().position(|line| line.starts_with('▌')).unwrap();
    let before = line(&bench);
    // Another clock moves from behind to before it: it stays where it is on the screen.
    all[6]["alarmOn"] = json!("2026-11-22");
    bench.tell(Msg::Replica(with_deadlines(&all)));
    assert_eq!(bench.state.clock_row().unwrap().id(), clock(4));
    assert_eq!(line(&bench), before, "{}", bench.screen());
}

#[test]
fn an_extension_is_asked_about_before_it_is_proposed() {
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    opened(&mut bench, &deadlines(false), None);
    bench.press("T v Ctrl+S");
    let screen = bench.screen();
    assert!(screen.contains("Nu t/m wo 25-11-2026.") && screen.contains("Voorgesteld: t/m wo 02-12-2026."), "{screen}");
    assert!(screen.contains("Het veilige eind blijft vr 27-11-2026"), "{screen}");
    assert!(bench.sent().iter().all(|(_, call, _)| matches!(call, Call::ReadDeadline(_))), "nothing is sent before the answer");
    // Enter on the first answer sends nothing either.
    bench.press("Enter");
    assert!(bench.sent().is_empty());
    bench.press("Ctrl+S");
    let screen = bench.screen();
    let not_chosen = "Deze dag koos u niet zelf";
    assert!(screen.contains("Stel voor: verlengen t/m wo 02-12-2026") && screen.contains(not_chosen), "{screen}");
    bench.press("Esc").type_in("18-12").press("Ctrl+S");
    let screen = bench.screen();
    assert!(screen.contains("Stel voor: verlengen t/m vr 18-12-2026") && !screen.contains(not_chosen), "{screen}");
    bench.press("Tab Enter");
    let sent = bench.sent();
    let [(_, Call::ExtendTimeOut { version: 3, body, .. }, _)] = &sent[..] else { panic!("{sent:?}") };
    assert_eq!((body.last_day.to_string(), body.decided_on.to_string()), ("2026-12-18".into(), "2026-11-23".into()));
    assert!(body.reason.is_blank(), "no reason that nobody gave");
}

#[test]
fn what_waits_is_shown_whole_and_confirmed_with_its_hash() {
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    let other = AccountId(Uuid::from_u128(77));
    opened(&mut bench, &deadlines(true), Some(other));
    bench.press("Enter");
    for told in [
        "Was t/m: wo 25-11-2026",
        "Wordt t/m: ma 21-12-2026",
        "Veilig eind: vr 27-11-2026",
        "Einde termijn wordt: ma 18-01-2027",
        "J. Bakker",
    ] {
        assert!(bench.screen().contains(told), "{told}\n{}", bench.screen());
    }
    bench.press("b");
    let sent = bench.sent();
    let confirmed = |call: &Call| matches!(call, Call::Confirm { hash, .. } if hash == "abc");
    assert!(sent.iter().any(|(_, call, _)| confirmed(call)), "{sent:?}");
}

#[test]
fn ones_own_proposal_cannot_be_confirmed_only_taken_back() {
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    opened(&mut bench, &deadlines(true), Some(me()));
    bench.press("T j");
    let screen = bench.screen();
    assert!(screen.contains("Intrekken") && !screen.contains("Bevestigen"), "{screen}");
    bench.press("i Ctrl+S");
    let sent = bench.sent();
    assert!(sent.iter().any(|(_, call, _)| matches!(call, Call::Decline { withdraw: true, .. })), "{sent:?}");
}

#[test]
fn a_verb_that_cannot_be_used_says_why_in_the_servers_words() {
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    opened(&mut bench, &deadlines(true), Some(me()));
    bench.press("T m");
    assert_eq!(bench.message(), "Dat is al gemeld.");
    bench.press("Up T v");
    assert_eq!(bench.message(), "Bij deze termijn hoort geen time-out.");
}

#[test]
fn a_key_pressed_before_the_clock_was_read_is_done_when_it_is() {
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    let all = deadlines(false);
    bench.arrive(&rows()).tell(Msg::Replica(with_deadlines(&all))).press("4 T v");
    assert!(!bench.screen().contains("─ Voorstel: time-out verlengen"));
    read(&mut bench, &all, None);
    assert!(bench.screen().contains("─ Voorstel: time-out verlengen"), "{}", bench.screen());
}

#[test]
fn the_filter_and_the_groups_find_what_is_meant() {
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    opened(&mut bench, &deadlines(true), None);
    let shown = |bench: &Bench| {
        let deadlines = bench.state.replica.deadlines();
        bench.state.board.board.rows.iter().map(|row| deadlines.get(*row).unwrap().id().0.as_u128() - 0x0d00).collect::<Vec<_>>()
    };
    for (text, wanted) in [("ontruiming", vec![1, 2]), ("awb uwv", vec![1, 4]), ("s-503", vec![3, 4, 8]), ("22j", vec![7])] {
        bench.press("/").type_in(text);
        let mut found = shown(&bench);
        found.sort_unstable();
        assert_eq!(found, wanted, "{text}");
        bench.press("Esc");
    }
    bench.press("V w");
    assert_eq!(shown(&bench), [8]);
    bench.press("V t");
    assert_eq!(shown(&bench), [3, 4, 8, 6]);
    bench.press("V a , i");
    let screen = bench.screen();
    let places = ["BD  1", "UWV  5", "Zonder  2"].map(|group| screen.find(group));
    assert!(places[0].is_some() && places[..2].is_sorted(), "{screen}");
}

#[test]
fn the_month_counts_what_ends_and_leads_back_to_it() {
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    opened(&mut bench, &deadlines(false), None);
    bench.press("=");
    assert!(bench.screen().contains("november 2026"), "{}", bench.screen());
    bench.press("Right Right");
    assert!(bench.screen().contains("wo 25-11-2026: 1 termijn eindigt"), "{}", bench.screen());
    bench.press("Left Enter");
    assert_eq!(bench.message(), "Op di 24-11-2026 eindigt niets.");
    bench.press("Down Left Left Left Left Enter");
    assert_eq!(bench.state.clock_row().unwrap().id(), clock(4), "{}", bench.screen());
}

#[test]
fn what_is_done_on_the_board_is_done_to_the_case_of_its_clock() {
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    opened(&mut bench, &deadlines(false), None);
    bench.press("c");
    let sent = bench.sent();
    assert!(sent.iter().any(|(_, call, _)| matches!(call, Call::Claim { signal, .. } if *signal == id(503))), "{sent:?}");
    bench.press("g s");
    assert_eq!(bench.state.signals.current, Some(id(503)));
    assert_eq!(bench.state.pane, loket::tui::app::Pane::Signals);
}

#[test]
fn a_board_of_many_is_chosen_in_order() {
    let many: Vec<_> = (1..=200).map(|number| row(number, "Verrekening", Urgency::Normal, None)).collect();
    let mut replica = complete(&many);
    for number in 1..=200_u32 {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 1).unwrap() + chrono::TimeDelta::days(i64::from(number * 7 % 90));
        let row = deadline(number.into(), number, "threat", &day.to_string(), json!({}));
        replica.apply_line(json!({ "kind": "deadline", "row": row }).to_string().as_bytes()).unwrap();
    }
    let mut bench = Bench::with((100, 30), &many);
    bench.tell(Msg::Replica(replica)).press("4");
    let deadlines = bench.state.replica.deadlines();
    let days: Vec<_> = bench.state.board.board.rows.iter().map(|row| deadlines.get(*row).unwrap().alarm_on()).collect();
    assert!(days.len() == 200 && days.is_sorted());
}

#[test]
fn an_extension_beyond_the_maximum_is_pointed_out_at_its_field_before_anything_is_asked() {
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    opened(&mut bench, &deadlines(false), None);
    bench.press("T v Ctrl+U").type_in("1-3-2027").press("Ctrl+S");
    let screen = bench.screen();
    assert!(screen.contains("Het besluit van de gemeente gaat niet verder dan 21-12-2026."), "{screen}");
    assert!(!screen.contains("Uiterlijk mogelijk"), "no question about what cannot be: {screen}");
    bench.press("Ctrl+U").type_in("25-11-2026").press("Ctrl+S");
    assert!(bench.screen().contains("Kies een dag na 25-11-2026."), "{}", bench.screen());
    bench.press("Ctrl+U").type_in("21-12-2026").press("Ctrl+S");
    assert!(bench.screen().contains("Voorgesteld: t/m ma 21-12-2026."), "{}", bench.screen());
}

#[test]
fn a_refused_proposal_shows_the_servers_reason_at_its_field_and_does_not_say_to_look_again() {
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    opened(&mut bench, &deadlines(false), None);
    bench.press("T v Ctrl+S Down Enter");
    let request = bench.sent().iter().find(|(_, call, _)| matches!(call, Call::ExtendTimeOut { .. })).unwrap().0;
    let mut problem = Problem::new(Code::NotPossibleNow);
    problem.errors = vec![Fault::new("", "beyond-maximum", "Het besluit gaat niet verder dan 25-02-2027.")];
    let refusal = Refusal {
        code: Some(Code::NotPossibleNow),
        words: "Dit kan nu niet.".into(),
        advice: "De reden staat erbij. Ververs om te zien hoe het er nu voor staat.".into(),
        problem: Some(Box::new(problem)),
    };
    bench.tell(Msg::Reply { request, reply: Err(refusal.clone()) });
    let screen = bench.screen();
    assert!(screen.contains("T/m: Het besluit gaat niet verder dan 25-02-2027."), "{screen}");
    assert!(!screen.contains("Ververs"), "{screen}");
    // Where there is no form the reason stands on the line too.
    let other = AccountId(Uuid::from_u128(77));
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    opened(&mut bench, &deadlines(true), Some(other));
    bench.press("Enter b");
    let request = bench.sent().iter().find(|(_, call, _)| matches!(call, Call::Confirm { .. })).unwrap().0;
    bench.tell(Msg::Reply { request, reply: Err(refusal) });
    assert_eq!(bench.message(), "Het besluit gaat niet verder dan 25-02-2027.");
    assert!(!bench.screen().contains("Ververs"), "{}", bench.screen());
}
