//! Text in fields: the editing keys, templates, the editor, drafts to go on with, and what to look at again.

use chrono::TimeDelta;
use loket::tui::{
    app::{
        Modal,
        key::Key,
        message::{Call, DraftOffer, Edited, EditorFault, Effect, Msg, NotCopied, Stands, Timer, UnreadableDrafts},
        template,
    },
    view::{self, links::Linked},
};

use super::{Bench, id, now, rows, whole};

pub fn note(bench: &Bench) -> &str {
    match bench.state.modals.iter().rev().find(|modal| matches!(modal, Modal::Form(_))) {
        Some(Modal::Form(form)) => form.text("note"),
        _ => panic!("no form is open:\n{}", bench.screen()),
    }
}

fn read(bench: &mut Bench) {
    let signal = whole(&rows()[0], None, 1);
    bench.press("Down Up");
    bench.settle(&signal);
}

#[test]
fn the_editing_keys_of_every_keymap_do_their_work_in_a_note() {
    for (keymap, open, prefix) in [("standaard", "n", "Ctrl+X"), ("vim", "i", "Ctrl+X"), ("office", "F7", "Ctrl+D")] {
        let mut bench = Bench::new((100, 30));
        bench.keymap(keymap).press(open).type_in("de huur wordt");
        for (keys, expected) in [
            ("Ctrl+W", "de huur "),
            ("Ctrl+Z", "de huur wordt"),
            ("Ctrl+Y", "de huur "),
            ("Ctrl+Z Ctrl+X b Ctrl+X k", "de huur "),
            ("Ctrl+Z Ctrl+Left Ctrl+X d", "de  wordt"),
            ("Ctrl+X u", " wordt"),
            ("Ctrl+X End Ctrl+J", " wordt\n"),
            ("Ctrl+Home Del", "wordt\n"),
            ("Ctrl+U", "\n"),
        ] {
            bench.press(&keys.replace("Ctrl+X", prefix));
            assert_eq!(note(&bench), expected, "{keymap}: {keys}");
        }
    }
}

#[test]
fn what_may_follow_ctrl_x_is_shown() {
    let mut bench = Bench::new((100, 30));
    bench.press("n Ctrl+X");
    for effect in std::mem::take(&mut bench.effects) {
        if let Effect::Wait(_, timer) = effect {
            bench.tell(Msg::Timer(timer));
        }
    }
    let screen = bench.screen();
    for words in ["Ctrl+X …", "woord terug", "wis tot einde", "sjabloon", "editor"] {
        assert!(screen.contains(words), "{words} in\n{screen}");
    }
    bench.press("Esc");
    assert!(!bench.state.modals.is_empty(), "Esc ends the sequence, not the form");
}

#[test]
fn a_long_text_is_typed_in_and_scrolled() {
    let mut bench = Bench::new((100, 30));
    let text = "Daniël belde weer over de brief. ".repeat(650);
    bench.press("n").tell(Msg::Paste(text.clone())).press("Ctrl+Home").type_in("Nu: ");
    assert_eq!(note(&bench).len(), text.len() + 4);
    let screen = bench.screen();
    assert!(screen.contains("Nu: Daniël belde") && screen.contains('↓'), "{screen}");
    bench.press("PgDn PgDn");
    let screen = bench.screen();
    assert!(!screen.contains("Nu: Daniël") && screen.contains('↑'), "{screen}");
    bench.press("Ctrl+Z Ctrl+Z Ctrl+Z");
    assert_eq!(note(&bench), "", "the paste was one step");
}

#[test]
fn a_template_is_found_filled_and_taken_back_in_one_step() {
    let mut bench = Bench::new((100, 30));
    read(&mut bench);
    bench.press("n").type_in("Verstuurd: ::");
    let screen = bench.screen();
    assert!(screen.contains("Sjablonen") && screen.contains("Ontvangstbevestiging"), "{screen}");
    bench.type_in("ontv");
    assert!(bench.screen().contains("Beste A. Hoekema,"), "the text is shown filled:\n{}", bench.screen());
    bench.press("Enter");
    let text = note(&bench).to_owned();
    for words in ["Verstuurd: \nBeste A. Hoekema,", "(S-2026-00471)", "M. Visser", "ma 23-11-2026"] {
        assert!(text.contains(words), "{words} in {text}");
    }
    bench.press("Ctrl+Z");
    assert_eq!(note(&bench), "Verstuurd: ::");
    // Esc leaves what was typed; more colons are colons; the key puts the template over the first two.
    bench.type_in("::");
    assert_eq!(note(&bench), "Verstuurd: ::::");
    bench.press("Backspace Backspace Ctrl+X t Esc");
    assert_eq!(note(&bench), "Verstuurd: ::");
    bench.press("Ctrl+X t").type_in("afsp").press("Enter");
    assert!(note(&bench).starts_with("Verstuurd: \nAfgesproken met"), "{}", note(&bench));
    bench.type_in("aanmelding");
    assert!(note(&bench).contains("- wat: aanmelding\n"), "the cursor is where the first answer goes: {}", note(&bench));
}

#[test]
fn what_is_not_known_stays_and_the_cursor_goes_there() {
    let mut bench = Bench::new((100, 30));
    bench.state.templates = template::read("[eigen]\ntitle = 'Mijn woorden'\ntext = 'Aan {melder} over {zaak}.'").0;
    bench.press("n").type_in("::mijn").press("Enter").type_in("de heer ");
    // The signal was not read yet: nobody's name is known.
    assert_eq!(note(&bench), "Aan de heer {melder} over S-2026-00471.");
    assert!(bench.screen().contains("{melder} is nog niet ingevuld"), "{}", bench.screen());
}

#[test]
fn templates_open_from_the_palette_too_and_never_in_a_date() {
    let mut bench = Bench::new((100, 30));
    bench.press(":").type_in("::doorv").press("Enter");
    assert!(note(&bench).contains("doorverwezen naar de maatwerkfunctionaris van Utrecht"), "{}", note(&bench));
    bench.press("Esc b Tab").type_in("::");
    assert!(bench.screen().contains("Sjablonen"), "in a line:\n{}", bench.screen());
    bench.press("Esc Tab").type_in("::");
    assert!(!bench.screen().contains("Sjablonen"), "in a date:\n{}", bench.screen());
}

#[test]
fn a_value_from_outside_steers_nothing() {
    let mut signal = whole(&rows()[0], None, 1);
    signal.facts.reporter.name = "\u{1b}[2J\u{202e}naam\n{zaak}".into();
    let mut bench = Bench::new((100, 30));
    bench.press("Down Up");
    bench.settle(&signal);
    bench.press("n").type_in("::ontv").press("Enter");
    assert!(note(&bench).starts_with("Beste ␛[2J⟨202E⟩naam {zaak},"), "{}", note(&bench));
}

fn edit(bench: &Bench) -> Option<(String, String)> {
    bench.effects.iter().rev().find_map(|effect| match effect {
        Effect::Edit { slot, text, .. } => Some((slot.clone(), text.clone())),
        _ => None,
    })
}

fn left(slot: &str, text: Option<&str>, fault: Option<EditorFault>) -> Msg {
    Msg::Edited(Edited { slot: slot.into(), field: "note".into(), text: text.map(Into::into), converted_from: None, fault })
}

#[test]
fn a_note_goes_to_the_editor_with_its_draft_and_comes_back_as_one_step() {
    let mut bench = Bench::new((100, 30));
    let slot = format!("note-{}", id(471));
    bench.press("N");
    assert_eq!(edit(&bench), None, "first the draft has to be known");
    bench.tell(Msg::Draft { slot: slot.clone(), text: Some(r#"{"note":"half"}"#.into()), saved_at: now() });
    assert_eq!(edit(&bench), Some((slot.clone(), "half".into())));
    bench.effects.clear();
    bench.tell(left(&slot, Some("half en\r\nheel\u{200b}"), None));
    assert_eq!(note(&bench), "half en\nheel");
    assert!(bench.effects.iter().any(|effect| matches!(effect, Effect::SaveDraft { text, .. } if text.contains("heel"))));
    assert_eq!(bench.message(), "1 onzichtbaar teken is weggelaten.");
    bench.press("Ctrl+Z");
    assert_eq!(note(&bench), "half");
    // From inside, over what is there.
    bench.press("Ctrl+X e");
    assert_eq!(edit(&bench).unwrap().1, "half");
}

#[test]
fn an_editor_that_fails_costs_no_text() {
    let slot = format!("note-{}", id(471));
    for (text, fault, expected, message) in [
        (None, EditorFault::Unset, "Belangrijk", "Er is geen editor ingesteld"),
        (Some("Belangrijk"), EditorFault::Missing("vimm -n".into()), "Belangrijk", "De editor “vimm -n” start niet"),
        (Some("Anders"), EditorFault::Code(1), "Belangrijk", "Ctrl+Y haalt de tekst uit de editor op"),
        (Some("Meer"), EditorFault::Killed, "Meer", "Wat u daar had opgeslagen, staat in het veld"),
        (None, EditorFault::TooLarge(5 << 20, "/run/loket/edit-1/loket.txt".into()), "Belangrijk", "5120 KiB"),
        (None, EditorFault::Failed("de schijf is vol".into()), "Belangrijk", "de schijf is vol"),
    ] {
        let mut bench = Bench::new((100, 30));
        bench.press("n").type_in("Belangrijk").press("Ctrl+X e");
        bench.tell(left(&slot, text, Some(fault.clone())));
        assert_eq!(note(&bench), expected, "{fault:?}");
        assert!(bench.message().contains(message), "{fault:?}: {}", bench.message());
        if fault == EditorFault::Code(1) {
            bench.press("Ctrl+Y");
            assert_eq!(note(&bench), "Anders");
        }
    }
}

#[test]
fn an_editor_opens_only_where_there_are_lines() {
    let mut bench = Bench::new((100, 30));
    bench.press("b Ctrl+X e");
    assert_eq!(edit(&bench), None);
    assert_eq!(bench.message(), "Dit werkt alleen in een veld van meer regels.");
    // Through the palette over the form as well.
    bench.press("Esc n Ctrl+K").type_in("editor").press("Enter");
    assert!(edit(&bench).is_some(), "{}", bench.screen());
}

pub fn offers() -> Vec<DraftOffer> {
    let offer = |id: &str, slot: String, text: &str, hours| DraftOffer {
        id: id.into(),
        slot,
        text: text.into(),
        saved_at: now() - TimeDelta::hours(hours),
        nobodys: false,
        stands: Stands::Draft,
    };
    vec![
        offer("aa-1", format!("note-{}", id(503)), r#"{"note":"Moeder belde\nover de zorg"}"#, 1),
        offer("bb-2", "intake".into(), r#"{"intake-title":"Ontruiming, SVB","intake-urgency":"high"}"#, 26),
        offer("cc-3", "intake".into(), r#"{"intake-title":"Beslag, CJIB"}"#, 30),
    ]
}

#[test]
fn drafts_of_before_are_announced_and_each_can_be_gone_on_with() {
    let mut bench = Bench::new((100, 30));
    bench.tell(Msg::Drafts { offers: offers(), unreadable: UnreadableDrafts::default(), asked: false });
    assert_eq!(bench.message(), "3 concepten wachten: g d opent ze.");
    bench.press("g d");
    assert_eq!(bench.effects.last(), Some(&Effect::ListDrafts));
    bench.tell(Msg::Drafts { offers: offers(), unreadable: UnreadableDrafts::default(), asked: true });
    let screen = bench.screen();
    for words in ["Notitie  S-503", "ma 23-11 08:41  Moeder belde", "Telefonische melding", "zo 22-11 07:41", "over de zorg"] {
        assert!(screen.contains(words), "{words} in\n{screen}");
    }
    assert!(!screen.contains("high"), "codes are no words:\n{screen}");
    bench.type_in("beslag").press("Enter");
    assert_eq!(bench.effects.last(), Some(&Effect::TakeDraft { id: "cc-3".into(), slot: "intake".into() }));
    assert!(!bench.effects.contains(&Effect::LoadDraft("intake".into())), "not the one that would come by itself");
    let draft = offers().remove(2);
    bench.tell(Msg::Draft { slot: draft.slot, text: Some(draft.text), saved_at: draft.saved_at });
    let screen = bench.screen();
    assert!(screen.contains("Beslag, CJIB") && screen.contains("concept van zo 22-11 03:41 hersteld"), "{screen}");
}

#[test]
fn a_draft_that_comes_after_the_first_key_is_kept_beside_it() {
    let mut bench = Bench::new((100, 30));
    let slot = format!("note-{}", id(471));
    bench.press("n").type_in("Nieuw");
    bench.effects.clear();
    bench.tell(Msg::Draft { slot: slot.clone(), text: Some(r#"{"note":"Oud"}"#.into()), saved_at: now() });
    assert_eq!(note(&bench), "Nieuw");
    assert_eq!(bench.effects, [Effect::SetAside { slot, text: r#"{"note":"Oud"}"#.into(), saved_at: now() }]);
}

#[test]
fn a_draft_that_did_not_come_yet_is_never_thrown_away() {
    let mut bench = Bench::new((100, 30));
    bench.press("n Esc n").type_in("a").press("Backspace");
    bench.tell(Msg::Timer(Timer::Draft)).press("Esc");
    assert!(!bench.effects.iter().any(|effect| matches!(effect, Effect::RemoveDraft(_))), "{:?}", bench.effects);
    let slot = format!("note-{}", id(471));
    bench.press("n").tell(Msg::Draft { slot: slot.clone(), text: None, saved_at: now() }).press("Esc");
    assert!(bench.effects.contains(&Effect::RemoveDraft(slot)), "now there is none to lose");
}

#[test]
fn what_an_editor_left_is_a_draft_when_its_form_has_gone() {
    let mut bench = Bench::new((100, 30));
    let slot = format!("note-{}", id(471));
    bench.tell(left(&slot, Some("Toch nog"), None));
    let kept = Effect::SetAside { slot, text: r#"{"note":"Toch nog"}"#.into(), saved_at: bench.state.server_now() };
    assert_eq!(bench.effects, [kept]);
}

#[test]
fn the_notice_at_the_start_stays_when_drafts_wait() {
    let mut bench = Bench::new((140, 40));
    bench.state.say(loket::tui::app::Tone::Warn, "Alleen verzonnen gegevens.");
    bench.tell(Msg::Drafts { offers: offers()[..1].to_vec(), unreadable: UnreadableDrafts::default(), asked: false });
    let screen = bench.screen();
    assert!(screen.contains("1 concept wacht: g d opent het.  Alleen verzonnen gegevens."), "{screen}");
    assert!(screen.contains("1 concept  M. Visser"), "{screen}");
    bench.press("Down").tell(Msg::Drafts { offers: offers(), unreadable: UnreadableDrafts::default(), asked: false });
    assert_eq!(bench.message(), "", "announced once; the count goes on");
    assert!(bench.screen().contains("3 concepten  M. Visser"));
}

#[test]
fn every_field_and_button_is_reached_by_tab_and_picked_by_its_letter() {
    let mut bench = Bench::new((100, 30));
    bench.press("n").type_in("Gebeld").press("Tab Enter");
    assert!(matches!(bench.sent()[..], [(_, Call::Note { .. }, _)]));
    let mut bench = Bench::new((100, 30));
    bench.press("n").type_in("Gebeld").press("Tab Tab");
    assert!(bench.screen().contains("[ Opslaan ] [ Sluiten ]"), "{}", bench.screen());
    bench.press("Enter");
    assert!(bench.state.modals.is_empty() && bench.sent().is_empty());
    let mut bench = Bench::new((100, 30));
    bench.press("n").type_in("Gebeld").press("Tab").press("o");
    assert_eq!(bench.sent().len(), 1);
    let mut bench = Bench::new((100, 30));
    bench.press("+");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!() };
    let places = form.slots.len() + 2;
    let mut seen = vec![];
    for _ in 0..places {
        let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!() };
        seen.push(form.focus);
        bench.press("Tab");
    }
    assert_eq!(seen, (0..places).collect::<Vec<_>>());
}

#[test]
fn a_title_with_a_person_in_it_is_doubted_and_can_be_saved() {
    let mut bench = Bench::new((100, 30));
    bench.press("+ Tab Tab Tab Tab Tab Tab").type_in("Ontruiming mevrouw Jansen");
    let screen = bench.screen();
    assert!(screen.contains("“mevrouw Jansen” lijkt een naam"), "{screen}");
    bench.press("Ctrl+S");
    assert_eq!(bench.sent().len(), 1, "a doubt holds nothing up");
    let mut bench = Bench::new((100, 30));
    bench.press("+ Tab Tab Tab Tab Tab Tab").type_in("Ontruiming, SVB");
    assert!(!bench.screen().contains("lijkt"), "{}", bench.screen());
}

#[test]
fn links_in_a_signal_are_shown_as_text_and_the_command_is_copied() {
    let mut signal = whole(&rows()[0], None, 1);
    signal.facts.account = "Zie https://wetten.voorbeeld.nl/art?x=1. En \u{1b}]8;;http://kwaad.nl\u{7}hier".into();
    let mut bench = Bench::new((100, 30));
    bench.press("Down Up");
    bench.settle(&signal);
    bench.press("y l");
    assert_eq!(bench.effects.last(), Some(&Effect::Copy("loket signal show S-2026-00471".into())));
    bench.press("o");
    let screen = bench.screen();
    assert!(
        screen.contains("loket signal show S-2026-00471") && screen.contains("https://wetten.voorbeeld.nl/art?x=1"),
        "{screen}"
    );
    bench.press("Down Enter");
    assert_eq!(bench.effects.last(), Some(&Effect::Copy("https://wetten.voorbeeld.nl/art?x=1".into())));
    bench.tell(Msg::Copied(Err(NotCopied::Off("https://wetten.voorbeeld.nl".into()))));
    assert!(bench.message().starts_with("https://wetten.voorbeeld.nl "), "the text is there to select");
}

#[test]
fn an_address_is_a_link_where_it_is_shown_and_only_as_it_is_shown() {
    let long = format!("https://wetten.voorbeeld.nl/{}", "artikel/".repeat(15));
    let mut signal = whole(&rows()[0], None, 1);
    signal.facts.account = format!("Zie {long} en https://x.nl/\u{202e}a en https://b\u{fc}cher.nl").as_str().into();
    let mut bench = Bench::new((100, 30));
    bench.press("Down Up");
    bench.settle(&signal);
    bench.press("o Down");
    let screen = bench.screen();
    let rows: Vec<Vec<char>> = screen.lines().map(|line| line.chars().collect()).collect();
    let links = view::links::links(&bench.state);
    let text = |link: &Linked| -> String {
        let place = link.place;
        rows[usize::from(place.y)][usize::from(place.x)..usize::from(place.right())].iter().collect()
    };
    assert!(links.iter().all(|link| link.target == long), "{links:?}");
    let (listed, below) = links.split_first().expect("a link");
    assert!(text(listed).starts_with("https://wetten.voorbeeld.nl/artikel"), "{screen}");
    assert_eq!(below.iter().map(text).collect::<String>(), long, "the whole address stands below:\n{screen}");
    bench.press("Esc");
    assert_eq!(view::links::links(&bench.state), []);
}

#[test]
fn an_invisible_character_that_is_typed_is_left_out_and_said() {
    let mut bench = Bench::new((100, 30));
    bench.press("n").type_in("a");
    bench.tell(Msg::Key(Key::char('\u{200d}')));
    assert_eq!(note(&bench), "a");
    assert_eq!(bench.message(), "1 onzichtbaar teken is weggelaten.");
}

#[test]
fn what_was_typed_among_the_templates_goes_into_the_text_when_none_is_picked() {
    let mut bench = Bench::new((100, 30));
    bench.press("n").type_in("Tijd::van het gesprek").press("Esc");
    assert_eq!(note(&bench), "Tijd::van het gesprek");
    bench.type_in(" en meer").press("Ctrl+S");
    let sent = bench.sent();
    assert!(matches!(&sent[..], [(_, Call::Note { text, .. }, _)] if text.raw() == "Tijd::van het gesprek en meer"), "{sent:?}");
    // What is searched for after the key is no text.
    let mut bench = Bench::new((100, 30));
    bench.press("n").type_in("Tijd").press("Ctrl+X t").type_in("afsp").press("Esc");
    assert_eq!(note(&bench), "Tijd");
}
