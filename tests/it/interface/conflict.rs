//! Two people write in the same thing: what does not clash is put together, for the rest it is asked which text counts, and no button and
//! no draft loses a letter of either.

use loket::{
    api::problem::Code,
    domain::{ids::OfficerId, officer::Officer},
    locale::Language,
    tui::app::{
        Modal,
        conflict::Button,
        form::{Form, Kind, Purpose, Slot},
        message::{Answer, Call, Effect, Msg},
        verdicts::{RegisterAnswer, RegisterCall},
    },
};
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Bench, meetings::refused, now, officer, rows};

pub const BOER: OfficerId = OfficerId(Uuid::from_u128(1));

/// The entry of S. de Boer in this version, with these facts laid over it.
pub fn boer(version: i64, facts: &Value) -> Officer {
    let mut entry = serde_json::to_value(officer(1, "S. de Boer", "GM0344", "+31 85 555 0101")).unwrap();
    for (name, value) in facts.as_object().unwrap() {
        entry["facts"][name] = value.clone();
    }
    entry["version"] = json!(version);
    serde_json::from_value(entry).unwrap()
}

/// The form that corrects the entry, with these typed in their fields.
pub fn corrected(fields: &[(&str, &str)]) -> Bench {
    corrected_in(Language::Dutch, fields)
}

fn corrected_in(language: Language, fields: &[(&str, &str)]) -> Bench {
    let mut bench = Bench::speaking((100, 30), language);
    bench.arrive(&rows());
    bench.press("3").type_in("boer").press("Tab F2");
    for (name, text) in fields {
        fill(&mut bench, name, text);
    }
    bench.effects.clear();
    bench
}

pub fn form(bench: &mut Bench) -> &mut Form {
    let found =
        bench.state.modals.iter_mut().rev().find_map(|modal| if let Modal::Form(form) = modal { Some(form) } else { None });
    found.expect("a form")
}

pub fn fill(bench: &mut Bench, name: &str, text: &str) {
    let form = form(bench);
    form.focus = form.slots.iter().position(|slot| slot.name == name).unwrap_or_else(|| panic!("{name}"));
    bench.press("Ctrl+U").type_in(text);
}

/// What was asked about the register since the last time.
fn asked(bench: &mut Bench) -> Vec<(u64, RegisterCall)> {
    let calls = bench.sent().into_iter().filter_map(|(request, call, _)| match call {
        Call::Register(call) if !matches!(*call, RegisterCall::Calls(_)) => Some((request, *call)),
        _ => None,
    });
    calls.collect()
}

/// Saves, and answers that somebody else made this of it meanwhile.
fn meanwhile(bench: &mut Bench, theirs: &Officer) {
    bench.press("Ctrl+S");
    let sent = asked(bench);
    let [(request, RegisterCall::Patch { version: 1, .. })] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
    refused(bench, *request, Code::StaleVersion);
    let reads = asked(bench);
    let [(request, RegisterCall::Read(BOER))] = &reads[..] else { panic!("it is read anew: {reads:?}") };
    let answer = Answer::Register(RegisterAnswer::Officer(Box::new(theirs.clone())));
    bench.tell(Msg::Reply { request: *request, reply: Ok(answer) });
}

/// The correction that was sent: the version and the fields.
fn patched(bench: &mut Bench) -> (i64, Value) {
    let sent = asked(bench);
    let [(_, RegisterCall::Patch { version, patch, .. })] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
    (*version, serde_json::to_value(patch).unwrap())
}

fn asks(bench: &Bench) -> bool {
    matches!(bench.state.modals.last(), Some(Modal::Conflict(_)))
}

/// The text of the last draft that was kept, and whether it is kept beside the one of its form.
fn draft(bench: &Bench) -> (String, bool) {
    let kept = bench.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveDraft { text, .. } => Some((text.clone(), false)),
        Effect::SetAside { text, .. } | Effect::MoveAside { text, .. } => Some((text.clone(), true)),
        _ => None,
    });
    kept.expect("a draft is kept")
}

const MINE: &[(&str, &str)] = &[("officer-phone", "030 555 1111"), ("officer-deputy", "A. Mijn")];

pub fn clashing() -> Bench {
    clashing_in(Language::Dutch)
}

/// Asked which telephone number counts.
pub fn clashing_in(language: Language) -> Bench {
    let mut bench = corrected_in(language, MINE);
    meanwhile(&mut bench, &boer(4, &json!({ "phone": "030 555 9999", "availability": "ma di" })));
    assert!(asks(&bench), "{}", bench.screen());
    bench
}

#[test]
fn what_does_not_clash_is_saved_by_itself_and_told() {
    let mut bench = corrected(MINE);
    meanwhile(&mut bench, &boer(4, &json!({ "availability": "ma di", "title": "regisseur" })));
    assert_eq!(patched(&mut bench), (4, json!({ "phone": "030 555 1111", "deputy": "A. Mijn" })));
    assert_eq!(form(&mut bench).text("officer-availability"), "ma di");
    let request = *bench.state.requests.keys().last().unwrap();
    let saved = boer(5, &json!({ "phone": "030 555 1111" }));
    let answer = Answer::Register(RegisterAnswer::Officer(Box::new(saved)));
    bench.tell(Msg::Reply { request, reply: Ok(answer) });
    let message = bench.message();
    assert!(
        message.contains("Samengevoegd met wat Iemand anders intussen schreef") && message.contains("Bereikbaar"),
        "{message}"
    );
}

#[test]
fn who_typed_on_while_it_was_read_saves_it_oneself() {
    let typed_on = |on: &dyn Fn(&mut Bench), theirs: &Value| {
        let mut bench = corrected(MINE);
        bench.press("Ctrl+S");
        let sent = asked(&mut bench);
        refused(&mut bench, sent[0].0, Code::StaleVersion);
        let (request, _) = asked(&mut bench).remove(0);
        on(&mut bench);
        let answer = Answer::Register(RegisterAnswer::Officer(Box::new(boer(4, theirs))));
        bench.tell(Msg::Reply { request, reply: Ok(answer) });
        bench
    };
    // What is pasted is typed without a key.
    let mut pasted = typed_on(&|bench| _ = bench.tell(Msg::Paste("en B.".into())), &json!({ "availability": "ma di" }));
    assert!(asked(&mut pasted).is_empty(), "{}", pasted.screen());
    let mut bench = typed_on(&|bench| _ = bench.type_in("x"), &json!({ "phone": "030 555 9999" }));
    assert!(!asks(&bench) && asked(&mut bench).is_empty());
    assert!(bench.screen().contains("opslaan kiest u welke geldt"), "{}", bench.screen());
    bench.press("Ctrl+S");
    assert!(asks(&bench) && asked(&mut bench).is_empty(), "never over theirs unseen");
}

#[test]
fn the_same_written_twice_is_no_clash_and_nothing_is_left_to_save() {
    let mut bench = corrected(&[("officer-phone", "030 555 9999")]);
    meanwhile(&mut bench, &boer(4, &json!({ "phone": "030 555 9999" })));
    assert!(asked(&mut bench).is_empty() && !bench.state.modals.iter().any(|modal| matches!(modal, Modal::Form(_))));
    assert!(bench.message().contains("schreef intussen hetzelfde"), "{}", bench.message());
}

#[test]
fn of_what_clashes_both_texts_are_shown_and_mine_or_theirs_is_saved() {
    for (key, phone) in [("1", Some("030 555 1111")), ("2", None)] {
        let mut bench = clashing();
        let screen = bench.screen();
        for told in ["+31 85 555 0101", "030 555 1111", "030 555 9999", "? kies 1 of 2", "versie 4", "Er is niets verloren"] {
            assert!(screen.contains(told), "{told}\n{screen}");
        }
        // Not before it was chosen.
        bench.press("Ctrl+S");
        assert!(asks(&bench) && asked(&mut bench).is_empty() && bench.message().contains("nog 1 veld"), "{}", bench.message());
        bench.press(key).press("Ctrl+S");
        let mut expected = json!({ "deputy": "A. Mijn" });
        if let Some(phone) = phone {
            expected["phone"] = json!(phone);
        }
        // The text that does not count is not lost either.
        let aside = bench.effects.iter().find_map(|effect| match effect {
            Effect::SetAside { text, .. } => Some(text.clone()),
            _ => None,
        });
        assert_eq!(aside.is_some_and(|text| text.contains("030 555 1111") && !text.contains("A. Mijn")), key == "2");
        assert_eq!(patched(&mut bench), (4, expected), "{key}");
    }
}

#[test]
fn no_button_loses_a_letter() {
    let all = [Button::Keep, Button::Save, Button::Drop];
    for (tabs, button) in all.into_iter().enumerate() {
        let mut bench = clashing();
        bench.effects.clear();
        for _ in 0..tabs {
            bench.press("Tab");
        }
        bench.press("Enter");
        if button == Button::Save {
            assert!(asks(&bench), "nothing was chosen: it stays");
            continue;
        }
        assert!(!bench.state.modals.iter().any(|modal| matches!(modal, Modal::Form(_) | Modal::Conflict(_))), "{button:?}");
        let (text, beside) = draft(&bench);
        assert_eq!(beside, button == Button::Drop);
        if beside {
            // Nothing is thrown away before the disk has it; when it does not take it the form comes back.
            assert!(!bench.effects.iter().any(|effect| matches!(effect, Effect::RemoveDraft(_))), "{:?}", bench.effects);
            let mut full = bench;
            let unsaved = Some((Purpose::CorrectOfficer(BOER).slot(), text.clone()));
            full.tell(Msg::DraftFailed { words: "De schijf is vol.".into(), unsaved });
            assert_eq!(full.message(), "De schijf is vol.");
            assert_eq!(form(&mut full).text("officer-deputy"), "A. Mijn");
            bench = corrected(&[]);
        }
        for typed in ["030 555 1111", "A. Mijn"] {
            assert!(text.contains(typed), "{button:?}: {text}");
        }
        assert!(asked(&mut bench).is_empty(), "{button:?}");
        // Who comes back to it finds it, and is asked again.
        let mut back = corrected(&[]);
        back.tell(Msg::Draft { slot: Purpose::CorrectOfficer(BOER).slot(), text: Some(text), saved_at: now() });
        assert_eq!(
            (form(&mut back).text("officer-phone").to_owned(), form(&mut back).clashes().count()),
            ("030 555 1111".to_owned(), 0)
        );
    }
    // Esc goes back to the form: nothing was decided.
    let mut bench = clashing();
    bench.press("Esc");
    assert_eq!(
        (form(&mut bench).text("officer-phone").to_owned(), form(&mut bench).clashes().count()),
        ("030 555 1111".to_owned(), 1)
    );
    bench.press("Ctrl+S");
    assert!(asks(&bench));
}

#[test]
fn a_field_is_written_anew_in_the_form_with_theirs_at_hand() {
    let mut bench = clashing();
    bench.press("e");
    assert!(bench.screen().contains("schreef: 030 555 9999"), "{}", bench.screen());
    bench.press("Ctrl+U").type_in("030 555 2222").press("Ctrl+S");
    assert_eq!(patched(&mut bench), (4, json!({ "phone": "030 555 2222", "deputy": "A. Mijn" })));
}

#[test]
fn a_draft_that_comes_back_sets_only_what_was_typed() {
    let mut bench = corrected(&[("officer-phone", "030 555 1111"), ("officer-escalation", "")]);
    bench.press("Esc");
    let (text, _) = draft(&bench);
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap()["seen"], 1);
    for (theirs, clashes) in [(json!({ "availability": "ma di" }), false), (json!({ "phone": "030 555 9999" }), true)] {
        let mut bench = Bench::new((100, 30));
        let mut replica = bench.state.replica.clone();
        let line = json!({ "kind": "officer", "row": boer(4, &theirs) }).to_string();
        replica.apply_line(line.as_bytes()).unwrap();
        bench.tell(Msg::Replica(replica));
        bench.press("3").type_in("boer").press("Tab F2");
        bench.tell(Msg::Draft { slot: Purpose::CorrectOfficer(BOER).slot(), text: Some(text.clone()), saved_at: now() });
        bench.effects.clear();
        bench.press("Ctrl+S");
        assert_eq!(asks(&bench), clashes, "{}", bench.screen());
        if clashes {
            assert!(bench.screen().contains("030 555 9999") && asked(&mut bench).is_empty(), "{}", bench.screen());
        } else {
            assert_eq!(patched(&mut bench), (4, json!({ "phone": "030 555 1111" })), "and nothing of theirs");
        }
    }
}

#[test]
fn the_window_is_worked_in_every_keymap_and_size() {
    for keymap in ["standaard", "office", "vim"] {
        for size in [(60, 18), (80, 24), (140, 40)] {
            let mut bench = clashing();
            bench.keymap(keymap).tell(Msg::Resize(size.0, size.1));
            let screen = bench.screen();
            for told in ["030 555 1111", "030 555 9999", "? kies 1 of 2", "oncept"] {
                assert!(screen.contains(told), "{keymap} {size:?} {told}\n{screen}");
            }
            bench.press("F3");
            let whole = bench.screen();
            assert!(whole.contains("+31 85 555 0101") && whole.contains("030 555 9999"), "{keymap} {size:?}\n{whole}");
            bench.press("F3 Down Up 2 Tab Enter");
            assert_eq!(patched(&mut bench), (4, json!({ "deputy": "A. Mijn" })), "{keymap} {size:?}");
        }
    }
}

/// Four fields, of which the texts before, mine and theirs.
fn texts() -> impl Strategy<Value = [[String; 4]; 4]> {
    let word = proptest::sample::select(vec!["", "a", "b", "c\nd", "é "]).prop_map(str::to_owned);
    proptest::array::uniform4(proptest::array::uniform4(word))
}

const NAMES: [&str; 4] = ["let-facts", "let-escalated", "let-position", "let-legal-room"];

fn begun(base: &[String; 4], seen: i64) -> Form {
    let slots = NAMES.iter().map(|name| Slot::new(name, Kind::Block, 0)).collect();
    let mut form = Form::new(Purpose::CorrectOfficer(BOER), String::new(), slots);
    NAMES.iter().zip(base).for_each(|(name, text)| form.begin(name, text));
    form.seen = Some(seen);
    form
}

fn values(texts: &[String; 4]) -> Vec<(&'static str, String)> {
    NAMES.into_iter().zip(texts.iter().cloned()).collect()
}

/// Nothing of mine or theirs is lost, what one of us wrote stands there, and only what both wrote otherwise is asked.
fn is_merged(form: &Form, base: &[String; 4], mine: &[String; 4], theirs: &[String; 4]) {
    for (at, name) in NAMES.iter().enumerate() {
        let (was, my, their) = (base[at].trim(), mine[at].trim(), theirs[at].trim());
        let clash = form.clashes().find(|other| other.name == *name);
        assert_eq!(form.theirs_in(name).trim(), their);
        match (my == was, their == was, my == their) {
            (true, ..) => assert_eq!((form.text(name).trim(), clash), (their, None)),
            (_, true, _) | (_, _, true) => assert_eq!((form.text(name).trim(), clash), (my, None)),
            _ => assert_eq!((form.text(name).trim(), clash.map(|other| other.base.trim())), (my, Some(was))),
        }
    }
}

proptest! {
    #[test]
    fn nothing_of_mine_or_theirs_is_lost([base, mine, theirs, later] in texts()) {
        let today = now().date_naive();
        let mut form = begun(&base, 1);
        for (slot, text) in form.slots.iter_mut().zip(&mine) {
            slot.field.set(text);
        }
        let kept = form.draft(today);
        form.merge(2, "J. Bakker", &values(&theirs), today);
        is_merged(&form, &base, &mine, &theirs);
        // The draft in a form that begins with theirs comes to the same, and so does its own draft.
        for draft in [kept, form.draft(today)] {
            let mut again = begun(&theirs, 2);
            prop_assert!(again.restore(&draft, now()));
            is_merged(&again, &base, &mine, &theirs);
        }
        // Somebody wrote once more: what was typed still stands, and their last text is the one it is laid beside.
        form.merge(3, "A. Ander", &values(&later), today);
        for (at, name) in NAMES.iter().enumerate() {
            prop_assert_eq!(form.theirs_in(name).trim(), later[at].trim());
            if mine[at].trim() != base[at].trim() && mine[at].trim() != theirs[at].trim() {
                prop_assert_eq!(form.text(name).trim(), mine[at].trim());
                let differs = mine[at].trim() != later[at].trim() && base[at].trim() != later[at].trim();
                prop_assert_eq!(form.clashes().any(|other| other.name == *name), differs);
            }
        }
    }
}
