//! What another newcomer stumbled over in the office keymap: one form for one and for several, a name that is typed whole, what is there
//! already, and who it is that confirms.

use loket::{
    domain::{
        ids::{AccountId, OrganisationCode, SignalId},
        signal::{Signal, SignalSummary, Urgency},
    },
    locale::Language,
    tui::app::{
        Modal,
        agenda::{AgendaAnswer, AgendaCall, AgendaRow},
        message::{Answer, Call, Effect, Msg},
    },
};
use serde_json::json;

use crate::interface::{
    Bench, arrived,
    board::{self, clock, deadlines},
    meetings::{self, asked, detail, item, item_id},
    rows, whole,
};

/// The urgency and the reason of each change that was sent.
fn patches(bench: &mut Bench) -> Vec<(u64, SignalId, Option<Urgency>, Option<String>)> {
    let sent = bench.sent().into_iter().map(|(request, call, _)| match call {
        Call::Patch { signal, patch, .. } => {
            (request, signal, patch.urgency, patch.urgency_reason.map(|reason| reason.raw().to_owned()))
        }
        other => panic!("{other:?}"),
    });
    sent.collect()
}

/// This one with another urgency, as the server answers it: of a reason it had, it tells in the timeline.
fn urgent(row: &SignalSummary, version: i64, urgency: Urgency, before: Option<&str>) -> Signal {
    let mut signal = whole(row, None, version);
    signal.facts.urgency = Some(urgency);
    signal.facts.urgency_reason = "Morgen op straat".into();
    let change = |field: &str, old: &str| {
        json!({ "id": uuid::Uuid::from_u128(version as u128), "at": crate::interface::now(), "kind": "change", "by": crate::interface::me(),
            "byName": "M. Visser", "text": field, "contact": null, "old": old, "new": "x" })
    };
    let mut told = vec![change("urgency", "normal")];
    told.extend(before.map(|reason| change("urgencyReason", reason)));
    signal.timeline = serde_json::from_value(json!(told)).unwrap();
    signal
}

#[test]
fn a_higher_urgency_of_several_asks_its_reason_in_the_same_form_and_is_one_step() {
    let mut all = rows();
    all.iter_mut().for_each(|row| row.urgency = Urgency::Normal);
    all[2].urgency = Urgency::High;
    let mut bench = Bench::with((100, 30), &all);
    bench.keymap("office").press("Space Space Space !");
    let screen = bench.screen();
    assert!(screen.contains("Urgentie en reden  3 signalen"), "{screen}");
    bench.press("Left Ctrl+S");
    assert!(bench.sent().is_empty() && bench.screen().contains("heeft een reden nodig"), "{}", bench.screen());
    bench.type_in("Morgen op straat").press("Ctrl+S");
    let sent = patches(&mut bench);
    // What is so already is left as it is.
    assert_eq!(sent.iter().map(|(_, signal, ..)| *signal).collect::<Vec<_>>(), [all[0].id, all[1].id]);
    assert!(
        sent.iter()
            .all(|(_, _, urgency, reason)| (*urgency, reason.as_deref()) == (Some(Urgency::High), Some("Morgen op straat")))
    );
    bench.answer(sent[0].0, urgent(&all[0], 2, Urgency::High, Some("Geen geld.")));
    bench.answer(sent[1].0, urgent(&all[1], 2, Urgency::High, Some("")));
    assert!(bench.message().starts_with("Urgentie van 2 signalen: hoog"), "{}", bench.message());
    assert!(bench.effects.contains(&Effect::RemoveDraft("urgency-marked".into())), "{:?}", bench.effects);
    // Back in one step, each with the reason it had.
    bench.press("Ctrl+Z");
    let mut back = patches(&mut bench);
    back.sort_by_key(|(_, signal, ..)| *signal != all[0].id);
    let told: Vec<_> = back.iter().map(|(_, _, urgency, reason)| (*urgency, reason.as_deref())).collect();
    assert_eq!(told, [(Some(Urgency::Normal), Some("Geen geld.")), (Some(Urgency::Normal), Some(""))]);
}

#[test]
fn what_others_hold_is_asked_about_over_the_form_and_no_keeps_what_was_typed() {
    let mut all = rows();
    all.iter_mut().for_each(|row| row.urgency = Urgency::Normal);
    all[0].owner = Some(crate::plain::owner("J. Bakker", AccountId(uuid::Uuid::from_u128(77))));
    let mut bench = Bench::with((100, 30), &all);
    bench.keymap("office").press("Space Space ! Left Tab").type_in("Morgen op straat").press("Ctrl+S");
    assert!(bench.sent().is_empty() && bench.screen().contains("J. Bakker"), "{}", bench.screen());
    bench.press("Enter");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.text("urgency-reason"), "Morgen op straat");
    bench.press("Ctrl+S Down Enter");
    let sent = patches(&mut bench);
    assert_eq!(sent.iter().map(|(_, signal, ..)| *signal).collect::<Vec<_>>(), [all[1].id], "without what the colleague has");
    assert!(bench.state.modals.is_empty(), "{}", bench.screen());
}

#[test]
fn the_name_of_keys_typed_whole_chooses_them_and_filters_nothing() {
    let mut bench = arrived((100, 30));
    bench.press("Ctrl+K").type_in("toetsen kiezen").press("Enter").type_in("office").press("Enter");
    assert!(bench.state.keymap.letters_filter && bench.state.modals.is_empty(), "{}", bench.screen());
    assert_eq!(bench.state.signals.filter.text(), "", "{}", bench.screen());
    assert!(!bench.state.signals.filtering && bench.state.signals.open.is_none(), "Enter ends the name: {}", bench.screen());
    // What is no part of the name is typed as always.
    bench.type_in("huur");
    assert_eq!(bench.state.signals.filter.text(), "huur");
}

#[test]
fn a_candidate_that_goes_to_a_meeting_shows_what_it_asks_and_since_when() {
    let mut bench = meetings::opened();
    bench.keymap("office").press("1").press("Enter").press("Home Ctrl+T");
    assert!(bench.screen().contains("Gevraagd besluit: staat in het punt"), "{}", bench.screen());
    let reads = std::mem::take(&mut bench.effects).into_iter().find_map(|effect| match effect {
        Effect::Send { request, call: Call::Agenda(call), .. } if *call == AgendaCall::ReadItem(item_id(6)) => Some(request),
        _ => None,
    });
    let all = meetings::meetings();
    let facts = json!({ "decisionAsked": "Wie betaalt de huur?" });
    let found = detail(&all.1[5], facts, json!([]), json!([]));
    meetings::answered(&mut bench, reads.expect("it is read"), AgendaAnswer::Item(found));
    let screen = bench.screen();
    assert!(screen.contains("“Wie betaalt de huur?”") && screen.contains("Kandidaat sinds do 19-11-2026"), "{screen}");
    assert!(screen.contains("voorgesteld door J. Bakker"), "{screen}");
    // Where nothing is asked yet, that is said without reading.
    let mut all = meetings::meetings();
    all.1[5]["missing"] = json!(["decision-asked"]);
    let mut bench = Bench::speaking((80, 24), Language::Dutch);
    meetings::arrived(&mut bench, &all).keymap("office").press("1").press("Enter").press("Home Ctrl+T");
    assert!(bench.screen().contains("Gevraagd besluit: nog leeg"), "{}", bench.screen());
}

#[test]
fn who_confirms_is_said_in_the_form_in_what_waits_and_to_who_may_not() {
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    board::opened(&mut bench, &deadlines(false), None);
    bench.keymap("office").press("Ctrl+E");
    let screen = bench.screen();
    assert!(screen.contains("Bevestigt: een ander van het loket, of van Gemeente Utrecht; niet u zelf."), "{screen}");
    bench.press("Ctrl+S");
    let screen = bench.screen();
    assert!(screen.contains("tot een tweede persoon dit bevestigt: een andere loketmedewerker"), "{screen}");
    let mut bench = Bench::speaking((100, 40), Language::Dutch);
    board::opened(&mut bench, &deadlines(true), Some(crate::interface::me()));
    let screen = bench.screen();
    assert!(screen.contains("tweede persoon: een andere") && screen.contains("loketmedewerker"), "{screen}");
    bench.press("T j");
    assert!(bench.screen().contains("u kunt het intrekken, niet bevestigen. Dat doet een andere"), "{}", bench.screen());
}

#[test]
fn ones_own_call_backs_are_one_choice_and_two_without_a_name_differ() {
    let mut all = rows();
    all[0].bodies = vec![OrganisationCode("SVB".into())];
    all[1].bodies = vec![OrganisationCode("UWV".into())];
    (all[0].title, all[1].title) = ("Stopzetting".into(), "Stopzetting".into());
    all[0].owner = Some(crate::plain::owner("M. Visser", crate::interface::me()));
    let mut replica = crate::interface::complete(&all);
    for (at, row) in all.iter().take(2).enumerate() {
        let mut call = board::threat(at as u128 + 1, row.number, row.id, "2026-11-24".parse().unwrap());
        (call["kind"], call["label"]) = (json!("call_back"), json!(""));
        replica.apply_line(json!({ "kind": "deadline", "row": call }).to_string().as_bytes()).unwrap();
    }
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    bench.arrive(&all).tell(Msg::Replica(replica)).press("4");
    let screen = bench.screen();
    assert!(screen.contains("SVB: Stopzetting") && screen.contains("UWV: Stopzetting"), "{screen}");
    bench.press("f");
    let screen = bench.screen();
    let line = |text: &str| screen.lines().find(|line| line.contains(text)).unwrap_or_default().to_owned();
    let count = |text: &str| {
        let line = line(text);
        let inside = line[line.find(text).unwrap()..].split('│').next().unwrap().trim_end();
        inside.rsplit(' ').next().unwrap().to_owned()
    };
    assert_eq!(
        (count("Alleen terugbellen"), count("Alleen toezeggingen"), count("zelf nog terugbelt")),
        ("2".into(), "0".into(), "1".into()),
        "{screen}"
    );
    bench.press("i");
    assert_eq!(bench.state.board.board.rows.len(), 1, "{}", bench.screen());
    assert_eq!(bench.state.board.filter.text(), "soort:terugbellen eigenaar:ik");
    // Whom the list shows by initials is found by them.
    bench.press("1 /").type_in("bij:mv");
    assert_eq!(bench.state.signals.rows.len(), 1, "{}", bench.screen());
}

#[test]
fn a_time_out_that_ended_from_a_later_day_says_until_when_it_still_runs() {
    let told = |again: &str, state: &str| {
        let mut bench = Bench::speaking((100, 40), Language::Dutch);
        let rows = deadlines(false);
        bench.arrive(&crate::interface::rows()).tell(Msg::Replica(board::with_deadlines(&rows))).press("4");
        let row = &rows[3];
        let mut found = serde_json::to_value(board::detail(row, None)).unwrap();
        let item = &mut found["timeOut"]["item"];
        (item["state"], item["worksAgainOn"], item["ending"]) = (json!(state), json!(again), json!("solution"));
        let found: loket::api::deadline::DeadlineDetail = serde_json::from_value(found).unwrap();
        bench.press("Down Enter");
        assert_eq!(bench.state.clock_row().unwrap().id(), clock(4));
        for _ in 0..3 {
            for effect in std::mem::take(&mut bench.effects) {
                match effect {
                    Effect::Wait(_, timer) => drop(bench.tell(Msg::Timer(timer))),
                    Effect::Send { request, call: Call::ReadDeadline(wanted), .. } if wanted == clock(4) => {
                        let answer = Answer::Deadline(Box::new(found.clone()));
                        bench.tell(Msg::Reply { request, reply: Ok(answer) });
                    }
                    _ => {}
                }
            }
        }
        bench.screen().replace(['│', '\n'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let screen = told("2026-11-25", "ended");
    assert!(screen.contains("beëindigd per wo 25-11: nog opgeschort t/m di 24-11, daarna werkt het besluit weer"), "{screen}");
    let screen = told("2026-11-20", "resumed");
    assert!(screen.contains("hervat per vr 20-11; was opgeschort van ma 26-10 t/m do 19-11"), "{screen}");
    let screen = told("2026-10-26", "ended");
    assert!(screen.contains("beëindigd per ma 26-10, vóór er een dag was opgeschort"), "{screen}");
}

#[test]
fn candidates_stand_in_order_of_urgency_and_hard_date() {
    let mut all = meetings::meetings();
    all.1.push(item(8, None, 0, &meetings::case(512, json!({ "title": "Vraag", "proposedAt": "2026-11-01T09:00:00Z" }))));
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    meetings::arrived(&mut bench, &all);
    let urgency = |id| {
        let signals = bench.state.replica.signals();
        let case = bench.state.replica.agendas().item(id).and_then(|item| item.signal).unwrap();
        signals.get(signals.find(case).unwrap()).unwrap().urgency()
    };
    let candidates: Vec<_> = bench
        .state
        .agenda
        .rows
        .iter()
        .filter_map(|row| match row {
            AgendaRow::Candidate(id) => Some(urgency(*id)),
            _ => None,
        })
        .collect();
    assert!(candidates.len() == 3 && candidates.windows(2).all(|pair| pair[0].is_at_least(pair[1])), "{candidates:?}");
    assert_ne!(candidates[0], candidates[2]);
}

#[test]
fn an_item_that_is_taken_off_was_not_said_to_be_a_candidate_before() {
    let mut bench = meetings::opened();
    bench.keymap("office");
    assert!(bench.press("Down").screen().contains("Del van agenda"), "{}", bench.screen());
    bench.press("Del");
    assert_eq!(asked(&mut bench).len(), 1);
    assert!(bench.message().contains("staat nu bij de kandidaten") && !bench.message().contains("weer"), "{}", bench.message());
}

#[test]
fn what_cannot_be_done_is_told_whole_below_the_list() {
    let mut bench = arrived((80, 24));
    bench.keymap("office").press("F9").type_in("wijzig");
    let Some(Modal::Finder(finder)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    let lines = finder.lines(&bench.state);
    use loket::tui::app::finder::FinderLine;
    let usable = |line: &FinderLine| matches!(line, FinderLine::Command { unavailable: None, .. });
    assert!(usable(&lines[finder.list.row]) && lines.iter().any(|line| !usable(line)), "{}", bench.screen());
    let at = lines.iter().position(|line| !usable(line)).unwrap();
    let FinderLine::Command { unavailable: Some(why), .. } = &lines[at] else { panic!("{}", bench.screen()) };
    let why = why.clone();
    for _ in 0..at {
        bench.press("Down");
    }
    let foot: String = bench.screen().lines().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join(" ");
    let foot = foot.replace('│', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(foot.contains(&why), "{why}\n{}", bench.screen());
}

#[test]
fn an_abbreviation_is_written_as_the_register_does() {
    let mut bench = arrived((100, 30));
    bench.keymap("office").press("F8 Ctrl+U").type_in("svb").press("Tab");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.text("contact-with"), "SVB");
    bench.press("Shift+Tab Ctrl+U").type_in("svb, mevrouw De Wit").press("Tab");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.text("contact-with"), "SVB, mevrouw De Wit");
}

#[test]
fn an_entry_that_was_changed_and_is_not_found_any_more_stays_with_a_sign() {
    let mut bench = Bench::new((100, 30));
    bench.press("3").type_in("boer");
    let found = |bench: &Bench| bench.state.register.hits.iter().map(|hit| (hit.officer.id, hit.left)).collect::<Vec<_>>();
    let before = found(&bench);
    let mut officer = bench.state.register.hits[0].officer.clone();
    (officer.version, officer.facts.name) = (officer.version + 1, "S. Jansen".into());
    let mut replica = bench.state.replica.clone();
    replica.apply_line(json!({ "kind": "officer", "row": officer }).to_string().as_bytes()).unwrap();
    bench.tell(Msg::Replica(replica));
    assert_eq!(found(&bench), [&[(before[0].0, true)], &before[1..]].concat(), "{}", bench.screen());
    assert!(bench.screen().lines().any(|line| line.contains('~') && line.contains("S. Jansen")), "{}", bench.screen());
    bench.press("F5");
    assert_eq!(found(&bench), before[1..]);
}
