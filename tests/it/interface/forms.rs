//! Notes, contact moments and the telephone intake: nothing typed is lost, nothing is saved twice.

mod case_file;
mod facts;

use loket::{
    api::problem::Code,
    tui::app::{
        Modal,
        message::{Call, Effect, Msg, Refusal, Timer},
    },
};

use super::{Bench, id, rows, whole};

fn offline() -> Refusal {
    Refusal { code: None, words: "Geen verbinding.".into(), advice: String::new(), problem: None }
}

fn saved_drafts(bench: &Bench) -> Vec<String> {
    bench
        .effects
        .iter()
        .filter_map(|effect| if let Effect::SaveDraft { text, .. } = effect { Some(text.clone()) } else { None })
        .collect()
}

#[test]
fn a_draft_is_kept_while_typing_goes_on() {
    let mut bench = Bench::new((100, 30));
    bench.press("n").type_in("Gebe");
    let waits = bench.effects.iter().filter(|effect| matches!(effect, Effect::Wait(ms, Timer::Draft) if *ms < 1000)).count();
    assert_eq!(waits, 1, "one timer, not put off by typing");
    bench.type_in("ld").tell(Msg::Timer(Timer::Draft));
    assert_eq!(saved_drafts(&bench), [r#"{"note":"Gebeld"}"#]);
    bench.type_in(" met CAK");
    assert_eq!(bench.effects.iter().filter(|effect| matches!(effect, Effect::Wait(_, Timer::Draft))).count(), 2);
}

#[test]
fn what_is_being_saved_is_not_kept_again_and_offered_once_it_is_saved() {
    let mut bench = Bench::new((100, 30));
    bench.press("n").type_in("Gebeld").press("Ctrl+S");
    let kept = saved_drafts(&bench).len();
    // The timer of the first letter: a draft that is younger than the save would outlive it.
    bench.tell(Msg::Timer(Timer::Draft));
    assert_eq!(saved_drafts(&bench).len(), kept);
}

#[test]
fn leaving_keeps_the_draft_and_coming_back_restores_it() {
    let mut bench = Bench::new((100, 30));
    bench.press("n").type_in("half").press("Esc");
    assert_eq!(saved_drafts(&bench), [r#"{"note":"half"}"#]);
    assert!(bench.state.modals.is_empty());
    bench.press("n");
    let slot = format!("note-{}", id(471));
    assert!(bench.effects.contains(&Effect::LoadDraft(slot.clone())));
    bench.tell(Msg::Draft { slot, text: Some(r#"{"note":"half"}"#.into()), saved_at: super::now() });
    assert!(bench.screen().contains("half") && bench.screen().contains("concept van ma 23-11 09:41 hersteld"));
}

#[test]
fn a_failed_save_keeps_the_text_and_the_key() {
    let mut bench = Bench::new((100, 30));
    bench.press("n").type_in("Belangrijk").press("Ctrl+S");
    let first = bench.sent();
    bench.press("Ctrl+S");
    assert_eq!(bench.sent().len(), 0, "nothing is sent twice while it is under way");
    bench.tell(Msg::Reply { request: first[0].0, reply: Err(offline()) });
    assert!(bench.screen().contains("Geen verbinding.") && bench.screen().contains("Belangrijk"));
    bench.press("Ctrl+S");
    let second = bench.sent();
    assert_eq!(first[0].2, second[0].2, "the same text has the same key: no second effect");
    bench.tell(Msg::Reply { request: second[0].0, reply: Err(offline()) });
    bench.type_in("!").press("Ctrl+S");
    let third = bench.sent();
    assert_eq!(third[0].2, second[0].2, "the first text may have been saved: the key stays until that is known");
    bench.answer(third[0].0, whole(&rows()[0], None, 2));
    assert!(bench.state.modals.is_empty());
    assert_eq!(bench.message(), "Notitie bij S-471 opgeslagen");
}

#[test]
fn what_was_saved_in_an_open_signal_is_in_view() {
    let mut bench = Bench::new((100, 30));
    bench.press("Enter");
    let mut long = whole(&rows()[0], None, 1);
    long.facts.account = (1..=40).map(|line| format!("Regel {line}\n")).collect::<String>().as_str().into();
    let entry = |text: &str| {
        serde_json::from_value(serde_json::json!({
            "id": uuid::Uuid::now_v7(), "at": "2026-11-23T08:41:00Z", "kind": "note", "by": null, "byName": "M. Visser", "text": text
        }))
        .unwrap()
    };
    long.timeline = (1..=30).map(|number| entry(&format!("Eerder {number}"))).collect();
    bench.settle(&long);
    bench.look();
    assert!(bench.screen().contains("Regel 2") && !bench.screen().contains("Eerder"));
    bench.press("n").type_in("Net gebeld").press("Ctrl+S");
    let sent = bench.sent();
    long.timeline.insert(0, entry("Net gebeld"));
    bench.answer(sent[0].0, long.clone());
    bench.look();
    let screen = bench.screen();
    assert!(screen.contains("Tijdlijn") && screen.contains("Net gebeld"), "{screen}");
    // It is in view already: nothing jumps.
    bench.press("Up");
    let before = bench.state.signals.open;
    bench.press("n").type_in("Nog iets").press("Ctrl+S");
    let sent = bench.sent();
    bench.answer(sent[0].0, long);
    assert_eq!(bench.state.signals.open, before);
}

#[test]
fn an_earlier_text_that_was_saved_after_all_is_told() {
    let mut bench = Bench::new((100, 30));
    bench.press("n").type_in("Eerst").press("Ctrl+S");
    let first = bench.sent();
    bench.tell(Msg::Reply { request: first[0].0, reply: Err(offline()) });
    bench.type_in(" en meer").press("Ctrl+S");
    let second = bench.sent();
    let reused = Refusal { code: Some(Code::IdempotencyKeyReused), words: "x".into(), advice: String::new(), problem: None };
    bench.tell(Msg::Reply { request: second[0].0, reply: Err(reused) });
    assert!(bench.screen().contains("eerdere tekst is al opgeslagen") && bench.screen().contains("Eerst en meer"));
    bench.press("Ctrl+S");
    assert_ne!(bench.sent()[0].2, second[0].2, "what is saved now is something new");
}

#[test]
fn a_decision_without_its_body_is_not_dropped() {
    let mut bench = Bench::new((100, 30));
    bench.press("+").press("Shift+Tab Shift+Tab Shift+Tab").type_in("20-10");
    bench.press("Tab Tab Tab Tab Tab Tab Tab Tab Tab").type_in("Ontruiming").press("Ctrl+S");
    assert_eq!(bench.sent().len(), 0);
    assert!(bench.screen().contains("Van welke instantie is dit besluit?"), "{}", bench.screen());
}

#[test]
fn a_day_in_words_is_a_date_in_the_draft_and_when_its_field_is_left() {
    let mut bench = Bench::new((100, 30));
    bench.press("b n Enter Enter").type_in("morgen").tell(Msg::Timer(Timer::Draft));
    assert!(saved_drafts(&bench).last().unwrap().contains(r#""contact-back":"24-11-2026""#));
    bench.press("Tab");
    assert!(bench.screen().contains("Terugbellen      24-11-2026"), "{}", bench.screen());
}

#[test]
fn a_citizen_service_number_is_not_saved() {
    let mut bench = Bench::new((100, 30));
    bench.press("n").type_in("bsn 999990019").press("Ctrl+S");
    assert_eq!(bench.sent().len(), 0);
    assert!(bench.screen().contains("Notitie: hier staat een burgerservicenummer"));
    assert!(bench.screen().contains("bsn 999990019"), "the text stays");
}

#[test]
fn a_call_is_noted_in_few_keys() {
    let mut bench = Bench::new((100, 30));
    // Enter right after the letter means the same step.
    bench.press("b n Enter Enter Enter");
    match &bench.sent()[0].1 {
        Call::Contact { signal, contact, .. } => {
            assert_eq!((*signal, contact.reached, contact.with.raw()), (id(471), false, "CAK"));
            assert_eq!(contact.call_back_on, None);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_promise_has_its_day() {
    let mut bench = Bench::new((100, 30));
    bench.press("b j").type_in("CAK herstelt de inschrijving").press("Enter").type_in("do");
    assert!(bench.screen().contains("do 26-11-2026, over 3 dagen"), "{}", bench.screen());
    bench.press("Enter");
    match &bench.sent()[0].1 {
        Call::Contact { contact, .. } => {
            assert_eq!(contact.call_back_on, chrono::NaiveDate::from_ymd_opt(2026, 11, 26));
            assert_eq!(contact.agreed.raw(), "CAK herstelt de inschrijving");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_telephone_intake_is_one_screen() {
    for size in [(80, 24), (100, 30), (200, 60), (60, 18)] {
        let mut bench = Bench::new(size);
        bench.press("+");
        let mut screen = bench.screen();
        if size == (60, 18) {
            // Too low for all at once: it scrolls with the cursor.
            bench.press("Shift+Tab Shift+Tab");
            screen.push_str(&bench.screen());
        }
        for label in [
            "Melder",
            "Gemeente",
            "Onderwerp",
            "Toelichting",
            "Instanties",
            "Dreiging",
            "Besluit van",
            "Bekendgemaakt",
            "Opslaan",
        ] {
            assert!(screen.contains(label), "{label} at {size:?}\n{screen}");
        }
    }
}

#[test]
fn the_telephone_intake_sends_what_was_understood() {
    let mut bench = Bench::new((100, 30));
    bench.press("+").type_in("M. de Graaf").press("Tab").type_in("zorgmarinier").press("Tab Tab").type_in("+31 85 555 6305");
    bench.press("Tab Tab").type_in("den haag").press("Tab").type_in("Ontruiming, SVB").press("Tab").type_in("Huurachterstand.");
    bench
        .press("Tab")
        .type_in("svb, dt")
        .press("Tab")
        .type_in("c")
        .press("Tab Tab")
        .type_in("ontruiming")
        .press("Tab")
        .type_in("2-12");
    bench.press("Tab").type_in("SVB").press("Tab").type_in("AKW-1").press("Tab").type_in("20-10").press("Ctrl+S");
    let sent = bench.sent();
    let Some((_, Call::Create(new), _)) = sent.first() else { panic!("{}", bench.screen()) };
    assert_eq!(new.facts.municipality.map(|code| code.to_string()).as_deref(), Some("0518"));
    assert_eq!(new.facts.bodies.iter().map(|body| body.organisation.as_str()).collect::<Vec<_>>(), ["SVB", "DT"]);
    assert_eq!(new.facts.threats[0].on, chrono::NaiveDate::from_ymd_opt(2026, 12, 2));
    assert_eq!(new.facts.decisions[0].announced_on, chrono::NaiveDate::from_ymd_opt(2026, 10, 20));
    assert_eq!(new.facts.urgency.map(|urgency| urgency.code()), Some("crisis"));
    assert_eq!(new.facts.reporter.phone.raw(), "+31 85 555 6305");
}

#[test]
fn an_ambiguous_municipality_names_the_candidates() {
    let mut bench = Bench::new((100, 30));
    bench.press("+ Tab Tab Tab Tab Tab").type_in("Bergen");
    assert!(bench.screen().contains("Bergen (NH.) (0373), Bergen (L.) (0893)"), "{}", bench.screen());
}

#[test]
fn a_refusal_is_told_to_its_end_and_what_is_being_saved_stays_as_it_was_sent() {
    for size in [(60, 18), (80, 24), (200, 60)] {
        let mut bench = Bench::new(size);
        bench.settle(&whole(&rows()[0], None, 1));
        bench.press("b j").type_in("belt terug").press("Ctrl+S");
        let (request, sent, _) = bench.sent().pop().unwrap();
        bench.press("Shift+Tab Shift+Tab Shift+Tab n");
        let words = "De server antwoordt niet op tijd. Het is niet zeker of uw wijziging is opgeslagen. Uw wijziging is op deze \
                     computer bewaard en wordt met dezelfde sleutel nog eens verstuurd. Slot";
        let refusal = Refusal { code: None, words: words.into(), advice: "Einde.".into(), problem: None };
        bench.tell(Msg::Reply { request, reply: Err(refusal) });
        let screen = bench.screen();
        assert!(screen.contains("Einde."), "{screen}");
        bench.press("Ctrl+S");
        assert_eq!(bench.sent().pop().unwrap().1, sent, "what was typed while it was being saved changed nothing");
    }
}

#[test]
fn what_a_field_wants_is_told_to_its_end_at_the_smallest_size() {
    let mut bench = Bench::new((60, 18));
    bench.keymap("office").press("+ Tab Tab Tab Tab Tab Tab");
    let screen = bench.screen();
    assert!(screen.contains("Soort probleem en instanties. Geen namen,") && screen.contains("of nationaliteiten."), "{screen}");
    bench.press("Tab Tab Tab Tab Tab Tab Tab Tab Tab");
    let screen = bench.screen();
    assert!(
        screen.contains("De dag waarop het besluit is verzonden, niet de dag") && screen.contains("Awb 3:41 en 6:8"),
        "{screen}"
    );
    // What is wrong too.
    bench.press("Shift+Tab Shift+Tab").type_in("Onbekende instantie van ver weg").press("Tab Shift+Tab");
    assert!(bench.screen().contains("Typ een afkorting (UWV) of gemeente Breda."), "{}", bench.screen());
}

#[test]
fn tab_after_the_letter_of_a_choice_is_the_step_already_taken() {
    let mut bench = Bench::new((100, 30));
    bench.press("b j Tab").type_in("CAK belt terug");
    bench.press("Ctrl+S");
    let Call::Contact { contact, .. } = &bench.sent()[0].1 else { panic!("{}", bench.screen()) };
    assert_eq!((contact.agreed.raw(), contact.call_back_on), ("CAK belt terug", None));
    let mut bench = Bench::new((100, 30));
    bench.press("b j Tab Tab").type_in("do").press("Ctrl+S");
    let Call::Contact { contact, .. } = &bench.sent()[0].1 else { panic!("{}", bench.screen()) };
    assert!(contact.agreed.is_blank() && contact.call_back_on.is_some(), "only the first Tab is that step");
}

#[test]
fn letters_on_the_button_say_where_they_went() {
    let mut bench = Bench::new((100, 30));
    bench.press("n").type_in("Gebeld").press("Tab x");
    assert!(
        bench.screen().contains("! Dit is een knop: hier typt u niets. Deze letters zijn niet bewaard."),
        "{}",
        bench.screen()
    );
    // A word that was begun there presses nothing, whatever its letters are.
    bench.type_in("os");
    assert!(bench.sent().is_empty() && matches!(bench.state.modals.last(), Some(Modal::Form(_))), "{}", bench.screen());
    bench.press("Shift+Tab");
    assert!(!bench.screen().contains("Dit is een knop"), "{}", bench.screen());
    // Where letters are no commands the first one presses nothing either; what is pasted is not lost without a word.
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("F7").type_in("Gebeld").press("Tab").type_in("over de brief");
    assert!(bench.sent().is_empty() && bench.screen().contains("Dit is een knop"), "{}", bench.screen());
    bench.press("Shift+Tab Tab").tell(Msg::Paste("een brief".into()));
    assert!(bench.screen().contains("Dit is een knop"), "{}", bench.screen());
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.text("note"), "Gebeld");
    // Who typed there takes it for a field: Enter tells so, and saves only when pressed again.
    bench.press("Enter");
    assert!(
        bench.sent().is_empty() && bench.screen().contains("Nog eens Enter: Opslaan, zonder die letters."),
        "{}",
        bench.screen()
    );
    // While it is being saved nothing is taken in.
    bench.press("Enter").type_in("en nog iets");
    assert_eq!(bench.sent().len(), 1);
    assert!(bench.screen().contains("Er wordt opgeslagen: wat u nu typt, is niet bewaard."), "{}", bench.screen());
}

#[test]
fn help_over_a_choice_or_a_button_speaks_of_that() {
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("F8 Enter F1 F1");
    let screen = bench.screen();
    assert!(screen.contains("Keuze (de pijlen of de spatiebalk kiezen)") && !screen.contains("Tekstveld"), "{screen}");
    bench.press("Esc Tab F1 F1");
    assert!(bench.screen().contains("Tekstveld"), "{}", bench.screen());
    bench.press("Esc Tab Tab F1");
    assert!(bench.screen().contains("Knop (Enter drukt hem in)"), "{}", bench.screen());
}

#[test]
fn a_number_in_a_long_text_has_the_cursor_when_saving_is_refused() {
    let mut bench = Bench::new((100, 30));
    let begin = "Eerste alinea.\nTweede, met ";
    bench.press("n").tell(Msg::Paste(format!("{begin}999990019 erin."))).press("Ctrl+S");
    assert!(bench.screen().contains("alinea 2: hier staat een burgerservicenummer"), "{}", bench.screen());
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.slots[0].field.cursor(), begin.len());
}

#[test]
fn tab_completes_the_only_municipality_that_begins_so() {
    let mut bench = Bench::new((100, 30));
    bench.press("+ Tab Tab Tab Tab Tab").type_in("utrecht").press("Tab Shift+Tab");
    assert!(bench.screen().contains("Utrecht"), "two begin so, one is called so\n{}", bench.screen());
    for (typed, expected) in [("eindh", "Eindhoven"), ("ber", "ber")] {
        let mut bench = Bench::new((100, 30));
        bench.press("+ Tab Tab Tab Tab Tab").type_in(typed).press("Tab");
        let Some(loket::tui::app::Modal::Form(form)) = bench.state.modals.last() else { panic!() };
        assert_eq!(form.text("intake-municipality"), expected);
    }
}

#[test]
fn a_body_that_is_not_of_the_signal_gets_the_cursor() {
    for (sought, expected) in [("bouazz", "contact-reached"), ("yildiz", "contact-with")] {
        let mut bench = Bench::new((100, 30));
        bench.press("@").type_in(sought).press("Enter").press("b");
        let Some(loket::tui::app::Modal::Form(form)) = bench.state.modals.last() else { panic!() };
        assert_eq!(form.slots[form.focus].name, expected, "{sought}");
    }
}
