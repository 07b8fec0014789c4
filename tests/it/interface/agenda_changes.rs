//! Pane 2: what changed since the agenda was fixed, who is asked twice, what is missing, the filter, and text that is taken back.

mod said;

use loket::{
    api::{
        meeting::{AgendaItemPatch, MeetingDetail},
        problem::Code,
    },
    domain::officer::Officer,
    locale::Language,
    tui::app::{
        Pane, State,
        agenda::{AgendaAnswer, AgendaCall, AgendaRow},
        message::{Effect, Msg},
    },
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Bench,
    agenda_facts::request_of,
    meetings::{
        agenda, answered, arrived, asked, detail, item_id, meeting, meeting_id, meetings, opened, read, refused, with_meetings,
    },
    now, officer, start,
};

/// LET-48 fixed and changed since; what is asked with `keys`, answered with this difference.
fn changed(keys: &str, difference: Value) -> Bench {
    let mut all = meetings();
    (all.0[0]["state"], all.0[0]["edition"], all.0[0]["changedSinceFixed"]) = (json!("fixed"), json!(2), json!(true));
    let edition =
        json!({ "state": "fixed", "edition": { "id": Uuid::from_u128(5), "number": 2, "agendaVersion": 0, "sent": true } });
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    arrived(&mut bench, &all);
    bench.press(keys);
    let item = serde_json::to_value(agenda(&all, &edition).meeting).unwrap();
    let found: MeetingDetail = serde_json::from_value(json!({ "item": item, "papersDueOn": null, "editions": [],
        "changedSinceFixed": true, "changes": difference, "confirmation": null }))
    .unwrap();
    if keys == "W" {
        read(&mut bench, &all, &edition);
        bench.press(keys);
    }
    let request = request_of(&mut bench, &AgendaCall::ReadMeeting(meeting_id(48)));
    answered(&mut bench, request, AgendaAnswer::Meeting(found));
    bench
}

fn difference() -> Value {
    json!({ "meeting": ["place"], "added": [item_id(3)], "removed": [item_id(6)],
        "moved": [{ "item": item_id(2), "from": 4, "to": 2 }],
        "changed": [{ "item": item_id(2), "fields": ["minutes", "decisionAsked"] }, { "item": item_id(4), "fields": ["times"] }] })
}

const TOLD: &[&str] = &[
    "Wat veranderde sinds versie 2",
    "Van de vergadering: plaats",
    "Nieuw op de agenda: S-505  Inschrijving",
    "Van de agenda: S-471  Ontruiming",
    "Verplaatst van 4 naar 2: S-503",
    "Gewijzigd: S-503  Kind zonder zorgverzekering: minuten, gevraagd besluit",
    "tijd van andere punten: 1",
];

#[test]
fn what_changed_since_the_fixed_version_is_shown() {
    let bench = changed("g v", difference());
    for told in TOLD {
        assert!(bench.screen().contains(told), "{told}\n{}", bench.screen());
    }
}

#[test]
fn what_changed_is_shown_before_it_is_fixed_again() {
    let mut bench = changed("W", difference());
    bench.effects.clear();
    assert!(bench.screen().contains("Agenda vaststellen"), "{}", bench.screen());
    bench.type_in("Nieuwe stukken").press("Enter");
    for told in TOLD.iter().chain(&["Dit wordt versie 3"]) {
        assert!(bench.screen().contains(told), "{told}\n{}", bench.screen());
    }
    assert!(asked(&mut bench).is_empty());
}

#[test]
fn without_a_version_or_a_change_there_is_nothing_to_compare() {
    let mut bench = opened();
    bench.press("g v");
    assert!(bench.message().contains("nog nooit vastgesteld"), "{}", bench.message());
    assert!(bench.state.modals.is_empty());
}

/// An escalation contact of CAK who is away until this day, with this director.
fn contact(director: &str, away: Option<&str>) -> Officer {
    let mut found = officer(1, "E. Bakker", "CAK", "+31 85 555 0101");
    (found.facts.role_code, found.facts.escalation) = ("escalatiefunctionaris".into(), director.into());
    found.facts.absent_until = away.and_then(|day| day.parse().ok());
    found
}

#[test]
fn who_cannot_be_there_is_named_before_one_chooses() {
    let mut all = meetings();
    // LET-49 is at the same time now.
    all.0[1] = meeting(49, "2026-11-26", &json!({}));
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    arrived(&mut bench, &all);
    let mut replica = with_meetings(&all);
    let line = json!({ "kind": "officer", "row": contact("Z. Aydin", Some("2026-11-30")) });
    replica.apply_line(line.to_string().as_bytes()).unwrap();
    bench.tell(Msg::Replica(replica)).press("Down");
    read(&mut bench, &all, &json!({}));
    bench.effects.clear();
    bench.press("a");
    // The agenda at that hour is read first.
    let request = request_of(&mut bench, &AgendaCall::ReadAgenda(meeting_id(49)));
    let mut other = agenda(&all, &json!({ "id": meeting_id(49), "number": "LET-49" }));
    other.items[1].times.starts_at = Some("2026-11-26T12:40:00Z".parse().unwrap());
    other.items[1].item.id = item_id(90);
    other.items[1].invitations[0].facts.name = "Z. Aydin".into();
    answered(&mut bench, request, AgendaAnswer::Agenda(other));
    let screen = bench.screen();
    let line = |name: &str| screen.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("{name}\n{screen}"));
    assert!(line("CAK  Z. Aydin").contains("! om 13:40 al gevraagd bij LET-49"), "{screen}");
    assert!(line("CAK  E. Bakker").contains("! die dag afwezig"), "{screen}");
}

#[test]
fn the_parts_of_an_item_end_with_who_does_not_come_yet() {
    let mut bench = opened();
    bench.press("Down Down e");
    let request = request_of(&mut bench, &AgendaCall::ReadItem(item_id(3)));
    let bodies = json!([{ "organisation": "CAK", "position": "Nee" }, { "organisation": "GM0758", "position": "" }]);
    let lacks = |kind: &str, body: &str| json!({ "kind": kind, "field": "/x", "organisation": body });
    let missing = json!([lacks("position", "GM0758"), lacks("ground", "GM0758"), lacks("invitee", "GM0758")]);
    let row = meetings().1[2].clone();
    answered(&mut bench, request, AgendaAnswer::Item(detail(&row, json!({ "bodies": bodies }), json!([]), missing)));
    let screen = bench.screen();
    assert!(screen.contains("gem. Breda: bestuurder of vervanger uitgenodigd"), "{screen}");
    // The cursor is on the first part in which something is missing: the position of the municipality.
    bench.press("Enter");
    assert!(bench.screen().contains("─ Standpunt en ruimte"), "{}", bench.screen());
    // The new ground begins with the body that has none.
    bench.press("Esc e Down Enter");
    assert!(bench.screen().contains("Grond voor delen") && bench.screen().contains("Gemeente Breda"), "{}", bench.screen());
    assert!(!bench.screen().contains("CAK; "), "{}", bench.screen());
}

#[test]
fn the_filter_leaves_what_holds_every_word_and_times_stay_those_of_the_agenda() {
    let mut bench = opened();
    bench.press("/").type_in("evalu");
    assert_eq!(bench.state.agenda.rows, [AgendaRow::Item(item_id(4))]);
    let row = bench.screen().lines().find(|line| line.contains("Evaluatie")).unwrap().to_owned();
    assert!(row.contains(" 4  14:15"), "{row}");
    bench.press("Enter");
    bench.press("K");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[0].1, AgendaCall::Move(id, _) if *id == item_id(4)), "its place among all: {sent:?}");
    bench.press("Esc");
    assert_eq!(bench.state.agenda.rows.len(), 7);
    bench.press("/").type_in("uwv ONTRUIM").press("Enter");
    assert_eq!(bench.state.agenda.rows, [AgendaRow::Candidate(item_id(6))]);
    bench.press("/").type_in(" zzz");
    assert!(bench.screen().contains("Niets op deze lijst past bij"), "{}", bench.screen());
    bench.press("Esc");
    assert_eq!(bench.state.agenda.rows.len(), 7);
    // Another list is not cut by what was typed here.
    bench.press("Esc /").type_in("let-48").press("Enter Enter");
    assert_eq!((bench.state.agenda.meeting, bench.state.agenda.rows.len()), (Some(meeting_id(48)), 7));
}

#[test]
fn a_row_that_the_filter_no_longer_leaves_stays_until_r() {
    let mut all = meetings();
    let mut bench = opened();
    bench.press("/").type_in("evalu").press("Enter");
    let row = all.1.iter_mut().find(|row| row["id"] == json!(item_id(4))).unwrap();
    (row["title"], row["revision"]) = (json!("Terugblik"), json!(9));
    bench.tell(Msg::Replica(with_meetings(&all)));
    assert_eq!(bench.state.agenda.rows, [AgendaRow::Item(item_id(4))]);
    let screen = bench.screen();
    let row = screen.lines().find(|line| line.contains("Terugblik")).unwrap_or_else(|| panic!("{screen}"));
    assert!(row.contains('~') && screen.contains("past niet meer (~), R laat weg"), "{screen}");
    bench.press("R");
    assert!(bench.state.agenda.rows.is_empty(), "{}", bench.screen());
}

#[test]
fn loket_begins_again_at_the_item_one_was_at() {
    let mut bench = opened();
    bench.press("] [ Down Down");
    let kept = bench.state.keep_place();
    let [Effect::SaveDraft { text, .. }] = &kept[..] else { panic!("{kept:?}") };
    assert!(!text.contains("Inschrijving"), "no title is kept: {text}");
    let mut again = Bench { state: State::new(start((100, 30), Language::Dutch)), effects: vec![] };
    again.tell(Msg::Draft { slot: "place".into(), text: Some(text.clone()), saved_at: now() });
    again.tell(Msg::Me(Box::new(super::person())));
    // The first rows hold neither the meeting nor its items yet.
    again.tell(Msg::Replica(super::replica(&super::rows()[..2]))).tell(Msg::Replica(with_meetings(&meetings())));
    let pane = &again.state.agenda;
    assert_eq!(
        (again.state.pane, pane.meeting, pane.current),
        (Pane::Agenda, Some(meeting_id(48)), Some(AgendaRow::Item(item_id(3))))
    );
}

/// Writes a stalemate in item 2, and gives the answer of the server.
fn wrote(bench: &mut Bench) {
    let all = meetings();
    bench.press("Down");
    read(bench, &all, &json!({}));
    bench.press("e Enter Tab Tab Tab Tab Ctrl+U").type_in("Nieuwe zin.").press("Ctrl+S");
    let sent = asked(bench);
    assert!(matches!(&sent[0].1, AgendaCall::Edit(..)), "{sent:?}");
    let mut row = all.1[1].clone();
    (row["version"], row["revision"]) = (json!(2), json!(2));
    let facts = json!({ "stalemate": "Nieuwe zin.", "decisionAsked": "Wie neemt het besluit?" });
    answered(bench, sent[0].0, AgendaAnswer::Item(detail(&row, facts, json!([]), json!([]))));
}

#[test]
fn what_was_written_is_taken_back_as_one_step_and_written_again() {
    let mut bench = opened();
    wrote(&mut bench);
    assert!(bench.message().contains("is bijgewerkt") && bench.state.message.as_ref().unwrap().undo, "{}", bench.message());
    bench.press("u");
    let sent = asked(&mut bench);
    let AgendaCall::Edit(id, 2, patch) = &sent[0].1 else { panic!("{sent:?}") };
    assert_eq!((*id, patch.stalemate.as_ref().unwrap().raw()), (item_id(2), "Ieder wacht op de ander."));
    assert_eq!((&patch.title, &patch.facts), (&None, &None));
    // What was refused did not happen: there is nothing to do again.
    refused(&mut bench, sent[0].0, Code::StaleVersion);
    bench.press("U");
    assert!(asked(&mut bench).is_empty(), "{}", bench.message());
}

#[test]
fn what_somebody_else_wrote_since_in_the_same_field_is_not_taken_back() {
    let theirs = |stalemate: &str, presenter: &str| {
        let mut row = meetings().1[1].clone();
        (row["version"], row["revision"]) = (json!(3), json!(3));
        (row.clone(), detail(&row, json!({ "stalemate": stalemate, "presenter": presenter }), json!([]), json!([])))
    };
    for (stalemate, presenter, back) in [("Hun zin.", "M. Visser", false), ("Nieuwe zin.", "J. Bakker", true)] {
        let mut bench = opened();
        wrote(&mut bench);
        let (row, now) = theirs(stalemate, presenter);
        let mut told = meetings();
        told.1[1] = row;
        bench.tell(Msg::Replica(with_meetings(&told)));
        bench.effects.clear();
        // It is read first, and then judged.
        bench.press("u");
        let request = request_of(&mut bench, &AgendaCall::ReadItem(item_id(2)));
        answered(&mut bench, request, AgendaAnswer::Item(now));
        let sent = asked(&mut bench);
        assert_eq!(sent.len(), usize::from(back), "{stalemate}: {sent:?} {}", bench.message());
        if back {
            let patch = AgendaItemPatch { stalemate: Some("Ieder wacht op de ander.".into()), ..AgendaItemPatch::default() };
            assert!(matches!(&sent[0].1, AgendaCall::Edit(_, 3, sent) if sent.stalemate == patch.stalemate), "{sent:?}");
        } else {
            assert!(bench.message().contains("schreef sindsdien in hetzelfde veld"), "{}", bench.message());
        }
    }
}

#[test]
fn a_fixed_meeting_is_not_chosen_for_a_case_which_then_becomes_a_candidate() {
    let mut all = meetings();
    all.0.truncate(1);
    (all.0[0]["state"], all.0[0]["edition"]) = (json!("fixed"), json!(1));
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    arrived(&mut bench, &all);
    bench.press("1 Down L");
    assert!(bench.screen().contains("Zonder vergadering wordt de zaak kandidaat."), "{}", bench.screen());
    bench.press("Enter");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[0].1, AgendaCall::Propose(_)), "{sent:?}");
}
