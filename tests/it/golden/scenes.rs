//! Every pane, window and state of the interface, one line each: a name and the way there.

use chrono::TimeDelta;
use loket::{
    client::{Failure, Lapse},
    domain::signal::{Signal, SignalSummary, Status, Urgency},
    tui::app::message::{Answer, Effect, Link, Msg, Refusal, Timer},
};
use serde_json::json;

use crate::interface::{Bench, me, now, presence::colleagues, row, rows, whole};

/// A name, and what is done from a program that has just started.
pub type Scene = (&'static str, for<'a> fn(&'a mut Bench) -> &'a mut Bench);

/// All of them.
pub fn all() -> Vec<Scene> {
    vec![
        ("start-connecting", |bench| bench),
        ("start-server-away", |bench| lost(bench, false)),
        ("start-token-refused", |bench| lost(bench, true)),
        ("signals-nothing-yet", |bench| bench.arrive(&[])),
        ("signals", |bench| queue(bench)),
        ("signals-many-at-the-end", |bench| bench.arrive(&many()).press("G")),
        ("signals-preview", |bench| previewed(bench)),
        ("signals-no-preview", |bench| queue(bench).press("p")),
        ("signals-marked", |bench| queue(bench).press("Space Down Space")),
        ("signals-marked-under-the-cursor", |bench| queue(bench).press("Space Up")),
        ("signals-filter-typing", |bench| queue(bench).press("/").type_in("zorg")),
        ("signals-filter-kept", |bench| queue(bench).press("/").type_in("-huur urgentie:hoog").press("Enter")),
        ("signals-filter-nothing", |bench| queue(bench).press("/").type_in("xyzzy")),
        ("signals-filter-mended", |bench| queue(bench).press("/").type_in("urgentie:hog")),
        ("signals-filter-like", |bench| queue(bench).press("/").type_in("inschrijvng")),
        ("signals-facets", |bench| queue(bench).press("f Tab Space - Down Space")),
        ("signals-columns", |bench| queue(bench).press("g k Down")),
        ("signals-sorted", |bench| queue(bench).press(", u , u")),
        ("signals-view-form", |bench| queue(bench).press("/").type_in("zorg urgentie:hoog").press("Enter B")),
        ("signals-which-key", |bench| following(queue(bench).press("y"))),
        ("signals-view-menu", |bench| queue(bench).press("V")),
        ("signals-sort-menu", |bench| queue(bench).press(",")),
        ("signals-actions", |bench| queue(bench).press(".")),
        ("signals-urgency-menu", |bench| queue(bench).press("P")),
        ("signals-status-menu", |bench| queue(bench).press("s")),
        ("signals-server-away", |bench| lost(queue(bench), false)),
        ("signals-token-refused", |bench| lost(queue(bench), true)),
        ("signals-read-only", |bench| {
            bench.state.settings.read_only = true;
            queue(bench).press("c");
            bench
        }),
        ("signals-claiming", |bench| queue(bench).press("c")),
        ("signals-claimed", |bench| {
            let request = asked(queue(bench).press("c"));
            bench.answer(request, whole(&first(), Some(me()), 2));
            bench
        }),
        ("signals-refused", |bench| {
            let request = asked(queue(bench).press("c"));
            refuse(bench, request);
            bench
        }),
        ("signals-burst", |bench| {
            queue(bench).type_in("een hele zin buiten een veld");
            bench.settle(&signal());
            bench
        }),
        ("signals-paste", |bench| queue(bench).tell(Msg::Paste("zorgverzekering".into()))),
        ("signals-quit-asks", |bench| queue(bench).press("c q")),
        ("signals-cancel-twice", |bench| queue(bench).press("Ctrl+C Ctrl+C")),
        ("signals-history", |bench| {
            let request = asked(queue(bench).press("c"));
            bench.answer(request, whole(&first(), Some(me()), 2)).press("H");
            bench
        }),
        ("signals-covered", |bench| queue(bench).press("!")),
        ("signals-wide-texts", |bench| bench.arrive(&wide()).press("Down")),
        ("open-loading", |bench| queue(bench).press("Enter")),
        ("open", |bench| opened(bench)),
        ("signals-present", |bench| {
            previewed(bench);
            accompanied(bench)
        }),
        ("open-present", |bench| {
            opened(bench);
            accompanied(bench)
        }),
        ("note-present", |bench| {
            opened(bench);
            accompanied(bench).press("n")
        }),
        ("open-bottom", |bench| {
            opened(bench).look();
            bench.press("G");
            bench
        }),
        ("open-refused", |bench| {
            let request = asked_read(queue(bench).press("Enter"));
            refuse(bench, request);
            bench
        }),
        ("open-actions", |bench| opened(bench).press(".")),
        ("note", |bench| opened(bench).press("n")),
        ("note-written", |bench| {
            opened(bench).press("n").type_in("Gebeld met de buurvrouw.").press("Enter").type_in("Morgen terugbellen.")
        }),
        ("note-saving", |bench| opened(bench).press("n").type_in("Gebeld.").press("Ctrl+S")),
        ("note-refused", |bench| {
            let request = asked(opened(bench).press("n").type_in("Gebeld.").press("Ctrl+S"));
            refuse(bench, request);
            bench
        }),
        ("note-waits", |bench| {
            let request = asked(opened(bench).press("n").type_in("Gebeld.").press("Ctrl+S"));
            bench.tell(Msg::Reply { request, reply: Ok(Answer::Waits) }).tell(Msg::Waiting(1))
        }),
        ("contact", |bench| opened(bench).press("b")),
        ("contact-sending", |bench| opened(bench).press("b Ctrl+S")),
        ("intake", |bench| queue(bench).press("+")),
        ("intake-faults", |bench| queue(bench).press("+ Ctrl+S")),
        ("intake-written", |bench| {
            queue(bench).press("+").type_in("Ontruiming ondanks bezwaar").press("Tab").type_in("Mevrouw belt.")
        }),
        ("register", |bench| queue(bench).press("3")),
        ("register-search", |bench| queue(bench).press("3 /").type_in("utr")),
        ("register-nobody", |bench| queue(bench).press("3 /").type_in("xyzzy")),
        ("lookup", |bench| queue(bench).press("@")),
        ("lookup-found", |bench| queue(bench).press("@").type_in("boer")),
        ("lookup-nobody", |bench| queue(bench).press("@").type_in("xyzzy")),
        ("lookup-copy-menu", |bench| queue(bench).press("@").type_in("boer").press("Ctrl+Y")),
        ("lookup-away", |bench| lost(queue(bench), false).press("@").type_in("boer")),
        ("register-away", |bench| lost(queue(bench), false).press("3 /").type_in("utr")),
        ("alone", |bench| {
            bench.state.look_up_alone();
            queue(bench)
        }),
        ("alone-found", |bench| {
            bench.state.look_up_alone();
            queue(bench).type_in("boer")
        }),
        ("help", |bench| queue(bench).press("?")),
        ("help-search", |bench| queue(bench).press("?").type_in("noti")),
        ("help-nothing", |bench| queue(bench).press("?").type_in("xyzzy")),
        ("help-office", |bench| queue(bench.keymap("office")).press("F1")),
        ("palette", |bench| queue(bench).press(":")),
        ("palette-person", |bench| queue(bench).press(":").type_in("@boer")),
        ("palette-case", |bench| queue(bench).press(":").type_in("#50")),
        ("palette-nothing", |bench| queue(bench).press(":").type_in("xyzzy")),
        ("theme-menu", |bench| queue(bench).press(":").type_in("theme").press("Enter")),
        ("keymap-menu", |bench| queue(bench).press(":").type_in("keymap").press("Enter")),
        ("signals-office", |bench| queue(bench.keymap("office"))),
        ("signals-vim", |bench| queue(bench.keymap("vim"))),
    ]
}

/// Rows of every kind: each urgency, each status, owners here and elsewhere, past and far dates.
fn queue_rows() -> Vec<SignalSummary> {
    let mut all = rows();
    for (number, status) in Status::ALL.iter().enumerate() {
        let mut one = row(
            520 + number as u32,
            "Toeslagen en bijstand tellen hetzelfde inkomen",
            Urgency::Normal,
            Some(number as i64 * 9 - 4),
        );
        one.status = *status;
        all.push(one);
    }
    let owner = |account: u128, name: &str| {
        serde_json::from_value(json!({
            "account": uuid::Uuid::from_u128(account), "name": name, "leaseUntil": now() + TimeDelta::minutes(15),
        }))
        .unwrap()
    };
    all[1].owner = Some(owner(1, "M. Visser"));
    all[2].owner = Some(owner(2, "Fatma Çelik"));
    if let Some(date) = &mut all[3].hard_date {
        date.uncertain = true;
    }
    all
}

fn many() -> Vec<SignalSummary> {
    let urgencies = [Urgency::Crisis, Urgency::High, Urgency::Normal, Urgency::Low];
    (1..=250)
        .map(|number| row(number, "Verrekening loopt door", urgencies[number as usize % 4], Some(i64::from(number) - 3)))
        .collect()
}

/// Titles that are wide, combined, right to left or no text at all.
fn wide() -> Vec<SignalSummary> {
    let titles = [
        "日本語のタイトル、住所なし",
        "e\u{301}e\u{301}n gezin",
        "👨‍👩‍👧‍👦 gezin van vier 🏠",
        "שלום עולם",
        "\u{1b}[2Jwis",
        "İstanbul’dan",
    ];
    titles.iter().zip(1..).map(|(title, number)| row(number, title, Urgency::High, Some(i64::from(number)))).collect()
}

/// The row on top of the queue: its date is past.
pub fn first() -> SignalSummary {
    queue_rows().into_iter().find(|row| row.number.short() == "S-520").unwrap()
}

fn signal() -> Signal {
    let mut signal = whole(&first(), None, 1);
    let timeline = json!([
        {"id": uuid::Uuid::from_u128(71), "at": now() - TimeDelta::days(2), "by": me(), "byName": "M. Visser",
         "kind": "note", "text": "Gebeld met de gemeente.\nZij wachten op het CAK."},
        {"id": uuid::Uuid::from_u128(72), "at": now() - TimeDelta::hours(2), "by": me(), "byName": "M. Visser",
         "kind": "note", "text": "Het CAK wacht op de gemeente."},
    ]);
    signal.timeline = serde_json::from_value(timeline).unwrap();
    signal
}

pub fn queue(bench: &mut Bench) -> &mut Bench {
    bench.arrive(&queue_rows());
    bench
}

fn previewed(bench: &mut Bench) -> &mut Bench {
    queue(bench).press("Down Up");
    bench.settle(&signal());
    bench
}

/// Colleagues at several signals, one of whom edits the one under the cursor.
fn accompanied(bench: &mut Bench) -> &mut Bench {
    let mut windows = colleagues();
    (windows[1].object, windows[2].object) = (first().id, first().id);
    bench.tell(Msg::Present(windows))
}

pub fn opened(bench: &mut Bench) -> &mut Bench {
    queue(bench).press("Enter");
    bench.settle(&signal());
    bench
}

pub fn following(bench: &mut Bench) -> &mut Bench {
    let timer = bench.effects.iter().rev().find_map(|effect| match effect {
        Effect::Wait(_, timer @ Timer::Following(_)) => Some(*timer),
        _ => None,
    });
    bench.tell(Msg::Timer(timer.expect("a sequence of keys waits")))
}

fn asked(bench: &mut Bench) -> u64 {
    bench.sent().last().expect("a request").0
}

fn asked_read(bench: &mut Bench) -> u64 {
    *bench.state.requests.keys().last().expect("a read")
}

fn lost(bench: &mut Bench, refused: bool) -> &mut Bench {
    let server = "http://127.0.0.1:8080".to_owned();
    let failure =
        if refused { Failure::NotSignedIn { server, lapse: Lapse::Ended } } else { Failure::TimedOut { server, writing: false } };
    let Refusal { words, advice, .. } = refusal(bench, &failure);
    bench.tell(Msg::Link(Link::Lost { since: now() - TimeDelta::minutes(12), words, advice, refused }))
}

/// The server was away when it was asked.
fn refuse(bench: &mut Bench, request: u64) -> &mut Bench {
    let refusal = refusal(bench, &Failure::TimedOut { server: "http://127.0.0.1:8080".into(), writing: true });
    bench.tell(Msg::Reply { request, reply: Err(refusal) })
}

fn refusal(bench: &Bench, failure: &Failure) -> Refusal {
    let texts = &bench.state.texts;
    let (words, advice) = (failure.what(texts).into_string(), failure.advice(texts).into_string());
    Refusal { code: None, words, advice, problem: None }
}
