//! What was pressed and is not confirmed: it waits, in sight, and is sent by itself; what cannot wait says that nobody knows.

use chrono::TimeDelta;
use loket::{
    api::problem::{Code, Problem},
    domain::ids::IdempotencyKey,
    locale::Language,
    tui::app::{
        Modal,
        message::{Answer, Call, DraftOffer, DraftTold, Effect, Msg, Refusal, Sent, SentInVain, Stands, UnreadableDrafts},
        waiting::Unconfirmed,
    },
};

use super::{Bench, arrived, complete, id, me, now, rows, text};

/// The key of something that waits.
const WAITING: IdempotencyKey = IdempotencyKey(uuid::Uuid::from_u128(1));

/// A note that was typed and pressed; the number of its request, and its key.
fn pressed(bench: &mut Bench) -> (u64, IdempotencyKey) {
    bench.press("n").tell(Msg::Draft { slot: slot(), text: None, saved_at: now() });
    bench.type_in("Gebeld").press("Ctrl+S");
    let (request, call, key) = bench.sent().pop().unwrap();
    assert!(matches!(call, Call::Note { .. }));
    (request, IdempotencyKey(key))
}

fn slot() -> String {
    format!("note-{}", id(471))
}

fn waits(bench: &mut Bench, request: u64) {
    bench.tell(Msg::Reply { request, reply: Ok(Answer::Waits) });
}

const WORDS: &str = "Nog niet bevestigd. Bewaard; wordt vanzelf verstuurd.";

#[test]
fn a_press_without_an_answer_says_that_it_is_kept_and_may_be_closed_at_once() {
    for size in [(80, 24), (100, 30), (200, 50)] {
        let mut bench = Bench::new(size);
        let (request, key) = pressed(&mut bench);
        assert!(bench.screen().contains("Opslaan…"), "{}", bench.screen());
        waits(&mut bench, request);
        bench.tell(Msg::Waiting(1));
        let screen = bench.screen();
        assert!(screen.contains(WORDS) && screen.contains("[ Bewaard ]") && screen.contains("1 wacht"), "{screen}");
        bench.type_in("meer").press("Esc");
        assert!(bench.state.modals.is_empty() && bench.message() == WORDS, "{}", bench.message());
        assert!(!bench.effects.iter().any(|effect| matches!(effect, Effect::SaveDraft { .. })), "{:?}", bench.effects);
        // The next note of this signal is another one.
        bench.press("n").tell(Msg::Draft { slot: slot(), text: None, saved_at: now() });
        assert_eq!(text::note(&bench), "");
        bench.type_in("Twee");
        // It stays open when the first arrives, for it is not that one.
        bench
            .tell(Msg::Resent { saved: vec![Sent { slot: slot(), key }], refused: vec![], elsewhere: vec![] })
            .tell(Msg::Waiting(0));
        assert_eq!(text::note(&bench), "Twee");
        assert!(!bench.screen().contains("1 wacht"), "{}", bench.screen());
    }
}

#[test]
fn the_form_of_what_waits_closes_when_it_arrives_and_comes_back_when_it_is_refused() {
    let mut bench = Bench::new((100, 30));
    let (request, key) = pressed(&mut bench);
    waits(&mut bench, request);
    bench.tell(Msg::Resent { saved: vec![Sent { slot: slot(), key }], refused: vec![], elsewhere: vec![] });
    assert!(bench.state.modals.is_empty());
    assert_eq!(bench.message(), "Uw nog niet bevestigde tekst is alsnog opgeslagen.");
    let (request, key) = pressed(&mut bench);
    waits(&mut bench, request);
    bench.effects.clear();
    let vain = SentInVain {
        sent: Sent { slot: slot(), key },
        words: "Dit signaal is afgesloten.".into(),
        draft: Some("aa".into()),
        same: false,
    };
    bench.tell(Msg::Resent { saved: vec![], refused: vec![vain], elsewhere: vec![] });
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!() };
    assert_eq!((form.refused.as_deref(), form.sending, form.unconfirmed), (Some("Dit signaal is afgesloten."), None, None));
    let kept = |effect: &&Effect| matches!(effect, Effect::KeepInstead { text, id, .. } if !text.contains("key") && id == "aa");
    assert_eq!(bench.effects.iter().filter(kept).count(), 1, "kept as what is typed, and not in the list: {:?}", bench.effects);
    bench.type_in(" terug").press("Ctrl+S");
    let (_, _, again) = bench.sent().pop().unwrap();
    assert_ne!(again, key.0, "another text under another key");
}

#[test]
fn enter_on_what_is_kept_goes_on() {
    let mut bench = Bench::new((100, 30));
    let (request, _) = pressed(&mut bench);
    waits(&mut bench, request);
    bench.press("Ctrl+S");
    assert!(bench.state.modals.is_empty() && bench.sent().is_empty());
}

#[test]
fn a_form_closed_before_there_was_an_answer_is_no_draft() {
    let mut bench = Bench::new((100, 30));
    let (request, _) = pressed(&mut bench);
    bench.press("Esc");
    assert_eq!(bench.message(), WORDS);
    waits(&mut bench, request);
    assert_eq!(bench.message(), WORDS);
    assert!(!bench.effects.iter().any(|effect| matches!(effect, Effect::SaveDraft { .. })), "{:?}", bench.effects);
}

#[test]
fn how_many_wait_is_seen_in_both_languages_and_before_it_is_known_who_waits() {
    for (language, words) in [(Language::Dutch, "2 wachten"), (Language::English, "2 wait")] {
        let mut bench = Bench::speaking((80, 24), language);
        bench.tell(Msg::Waiting(2));
        assert!(bench.screen().contains(words), "{}", bench.screen());
        bench.arrive(&rows());
        assert!(bench.screen().lines().next().unwrap().contains(words), "{}", bench.screen());
    }
}

#[test]
fn the_list_tells_kinds_apart_and_lets_what_waits_only_be_read_and_thrown_away() {
    let mut bench = arrived((120, 36));
    let offer = |id: &str, text: &str, stands| DraftOffer {
        id: id.into(),
        slot: slot(),
        text: format!(r#"{{"note":"{text}"}}"#),
        saved_at: now(),
        nobodys: false,
        stands,
    };
    let offers = vec![
        offer("write-1", "Vier", Stands::Waits(WAITING)),
        offer("a1", "Een", Stands::Draft),
        offer("a2", "Twee", Stands::Aside),
        offer("a3", "Drie", Stands::Refused("Dit signaal is afgesloten.".into())),
    ];
    bench.tell(Msg::Waiting(1));
    bench.tell(Msg::Drafts { offers: offers.clone(), unreadable: UnreadableDrafts::default(), asked: false });
    assert_eq!((bench.state.drafts, bench.message().contains("3 concepten wachten")), (Some(3), true), "{}", bench.message());
    bench.tell(Msg::Drafts { offers, unreadable: UnreadableDrafts::default(), asked: true });
    let screen = bench.screen();
    for words in ["(wacht op verzending)  Vier", "(opzijgezet)  Twee", "(geweigerd)  Drie", "Wacht op verzending: wordt vanzelf"]
    {
        assert!(screen.contains(words), "{words}: {screen}");
    }
    bench.press("Del j");
    assert!(bench.effects.contains(&Effect::DropWaiting(WAITING)), "{:?}", bench.effects);
    bench.effects.clear();
    bench.tell(Msg::DraftTold(DraftTold::NotSent(true))).tell(Msg::Waiting(0));
    assert_eq!((bench.effects.as_slice(), bench.state.waiting), (&[Effect::ListDrafts][..], 0), "the rest is shown again");
    assert!(bench.message().starts_with("De tekst is weg"), "{}", bench.message());
    bench.effects.clear();
    bench.tell(Msg::Drafts {
        offers: vec![offer("write-1", "Vier", Stands::Waits(WAITING))],
        unreadable: UnreadableDrafts::default(),
        asked: true,
    });
    bench.press("Enter");
    assert!(bench.state.modals.is_empty() && bench.message().starts_with("Wacht op verzending"), "{}", bench.message());
    assert!(!bench.effects.iter().any(|effect| matches!(effect, Effect::TakeDraft { .. })), "{:?}", bench.effects);
}

fn no_answer() -> Refusal {
    Refusal {
        code: None,
        words: "De server antwoordt niet op tijd.".into(),
        advice: "Kijk of het is gedaan.".into(),
        problem: None,
    }
}

#[test]
fn a_claim_without_an_answer_is_said_not_to_be_known_and_told_when_it_shows() {
    let mut bench = arrived((100, 30));
    bench.press("c");
    let (request, ..) = bench.sent().pop().unwrap();
    bench.tell(Msg::Unanswered(request));
    assert!(bench.message().starts_with("S-471: nog geen antwoord, dus niet bekend"), "{}", bench.message());
    bench.tell(Msg::Reply { request, reply: Err(no_answer()) });
    assert_eq!(bench.message(), "De server antwoordt niet op tijd.");
    // The server that was stopped does it after all.
    let mut later = rows();
    later[0].version = 2;
    later[0].owner = super::whole(&later[0], Some(me()), 2).owner;
    bench.press("Esc").tell(Msg::Replica(complete(&later)));
    assert!(bench.screen().contains("S-471 staat nu op uw naam: wat u eerder deed"), "{}", bench.screen());
}

#[test]
fn an_act_in_a_form_without_an_answer_says_that_nobody_knows() {
    let mut bench = arrived((100, 30));
    bench.press("c");
    let request = bench.sent()[0].0;
    let mut problem = Problem::new(Code::AlreadyClaimed);
    problem.existing = Some("J. Bakker".into());
    let taken = Refusal { code: Some(Code::AlreadyClaimed), problem: Some(Box::new(problem)), ..no_answer() };
    bench.tell(Msg::Reply { request, reply: Err(taken) }).type_in("Met verlof").press("Ctrl+S");
    let (request, call, _) = bench.sent().pop().unwrap();
    assert!(matches!(call, Call::Claim { reason: Some(_), .. }));
    bench.tell(Msg::Unanswered(request));
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!() };
    assert_eq!(form.unconfirmed, Some(Unconfirmed::Unknown));
    assert!(bench.screen().contains("niet bekend of dit is gedaan"), "{}", bench.screen());
    bench.press("Esc");
    assert!(bench.state.modals.is_empty() && bench.message().contains("niet bekend of dit is gedaan"), "{}", bench.message());
    bench.tell(Msg::Unanswered(request));
    assert!(bench.message().contains("niet bekend of dit is gedaan"), "{}", bench.message());
}

#[test]
fn notes_on_many_that_wait_are_no_failure_and_leave_no_draft_to_send_twice() {
    let mut bench = arrived((120, 36));
    bench.press("Space j Space n").type_in("Gebeld").press("Ctrl+S");
    let sent = bench.sent();
    assert_eq!(sent.len(), 2);
    bench.effects.clear();
    for (request, ..) in &sent {
        waits(&mut bench, *request);
    }
    assert_eq!(bench.message(), "2 wachten op verzending");
    assert!(bench.effects.contains(&Effect::RemoveDraft("note-marked".into())), "{:?}", bench.effects);
    assert!(bench.state.signals.marks.is_empty());
}

#[test]
fn a_clock_that_is_set_while_connected_is_followed() {
    let mut bench = arrived((100, 30));
    bench.tell(Msg::ServerClock(now() + TimeDelta::days(2)));
    assert_eq!(bench.state.today, now().date_naive() + TimeDelta::days(2));
    assert!(bench.screen().lines().next().unwrap().contains("09:41"), "{}", bench.screen());
    bench.tell(Msg::ServerClock(now() + TimeDelta::minutes(5)));
    assert!(bench.screen().lines().next().unwrap().contains("09:46"), "{}", bench.screen());
}
