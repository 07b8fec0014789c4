//! One action on many signals: what it sends, what it tells, stopping it; and going on to the next signal.

use loket::{
    api::problem::{Code, Problem},
    domain::{
        ids::AccountId,
        signal::{SignalSummary, Status, Urgency},
    },
    tui::app::{
        Modal,
        choose::Choice,
        message::{Call, Effect, Msg, Refusal},
    },
};
use uuid::Uuid;

use super::{Bench, arrived as bench, complete, id, me, now, row, rows, shown, whole};
use crate::plain::owner;

fn refused(code: Option<Code>, words: &str) -> Refusal {
    Refusal { code, words: words.into(), advice: String::new(), problem: code.map(|code| Box::new(Problem::new(code))) }
}

#[test]
fn a_failed_item_is_named_with_its_reason_and_leads_to_its_signal() {
    let mut bench = bench((100, 30));
    bench.press("Space Space Space P l");
    let sent = bench.sent();
    bench.answer(sent[0].0, whole(&rows()[0], None, 2));
    bench.tell(Msg::Reply { request: sent[1].0, reply: Err(refused(Some(Code::StaleVersion), "J. Bakker was u voor.")) });
    bench.tell(Msg::Reply { request: sent[2].0, reply: Err(refused(Some(Code::NotAllowed), "Uw rol mag dit niet.")) });
    assert!(bench.message().starts_with("1 gelukt, 1 intussen door een ander gewijzigd, 1 niet"), "{}", bench.message());
    let screen = bench.screen();
    for text in ["Niet gelukt: 2 signalen", "S-502", "J. Bakker was u voor.", "S-503", "Uw rol mag dit niet."] {
        assert!(screen.contains(text), "{text} in\n{screen}");
    }
    bench.press("Down Enter");
    assert_eq!(bench.state.signals.current, Some(id(503)));
    bench.press("g f");
    assert!(bench.screen().contains("Niet gelukt"));
}

#[test]
fn a_result_takes_no_keys_from_a_form() {
    let mut bench = bench((100, 30));
    bench.press("Space Space P h");
    let sent = bench.sent();
    bench.press("Esc + ").type_in("A");
    bench.answer(sent[0].0, whole(&rows()[0], None, 2));
    bench.tell(Msg::Reply { request: sent[1].0, reply: Err(refused(Some(Code::StaleVersion), "Nee.")) });
    bench.type_in("B");
    assert!(bench.screen().contains("AB"), "{}", bench.screen());
}

#[test]
fn a_note_on_the_marked_is_one_action_and_its_text_stays_for_what_failed() {
    let mut bench = bench((100, 30));
    bench.press("Space Space n").type_in("Gebeld met het CAK").press("Ctrl+S");
    let draft = |effects: &[Effect]| {
        effects.iter().rev().find_map(|effect| match effect {
            Effect::SaveDraft { slot, text } if slot == "note-marked" => Some(text.clone()),
            _ => None,
        })
    };
    let kept = draft(&bench.effects).expect("on disk before it is sent");
    assert!(!bench.effects.iter().any(|effect| matches!(effect, Effect::Send { draft: Some(_), .. })));
    let sent = bench.sent();
    assert_eq!(sent.len(), 2);
    assert!(sent.iter().all(|(_, call, _)| matches!(call, Call::Note { text, .. } if text.raw() == "Gebeld met het CAK")));
    assert_ne!(sent[0].2, sent[1].2);
    bench.answer(sent[0].0, whole(&rows()[0], None, 2));
    bench.tell(Msg::Reply { request: sent[1].0, reply: Err(refused(None, "Geen antwoord.")) });
    assert!(!bench.effects.contains(&Effect::RemoveDraft("note-marked".into())));
    assert_eq!(bench.state.signals.marks.iter().copied().collect::<Vec<_>>(), [id(502)]);
    // Saving it again for what is left has the same key: it may have arrived.
    bench.press("Esc Space Space k k Space n");
    bench.tell(Msg::Draft { slot: "note-marked".into(), text: Some(kept), saved_at: now() });
    bench.press("Ctrl+S");
    let again = bench.sent();
    let key = again.iter().find(|(_, call, _)| matches!(call, Call::Note { signal, .. } if *signal == id(502)));
    assert_eq!(key.map(|(.., key)| *key), Some(sent[1].2));
    for (request, ..) in again {
        bench.answer(request, whole(&rows()[1], None, 3));
    }
    assert!(bench.effects.contains(&Effect::RemoveDraft("note-marked".into())));
}

#[test]
fn a_contact_moment_goes_to_the_marked_too() {
    let mut bench = bench((100, 30));
    bench.press("Space Space b").type_in("wijkteam").press("Tab j Ctrl+S");
    let sent = bench.sent();
    assert_eq!(sent.len(), 2);
    assert!(sent.iter().all(|(_, call, _)| matches!(call, Call::Contact { contact, .. } if contact.with.raw() == "wijkteam")));
}

#[test]
fn the_numbers_of_the_marked_are_copied_together() {
    let mut bench = bench((100, 30));
    bench.press("Space Space y y");
    assert!(bench.effects.contains(&Effect::Copy("S-2026-00471, S-2026-00502".into())), "{:?}", bench.effects);
}

fn hundreds() -> Bench {
    let many: Vec<_> = (1..=300).map(|number| row(number, "Zaak", Urgency::Normal, Some(i64::from(number)))).collect();
    let mut bench = Bench::with((100, 30), &many);
    bench.tell(Msg::Replica(complete(&many)));
    bench.press("* P h");
    bench
}

#[test]
fn hundreds_are_asked_about_sent_in_parts_and_stopped_with_esc() {
    let mut bench = hundreds();
    assert!(bench.sent().is_empty());
    assert!(bench.screen().contains("300 signalen: weet u het zeker?"), "{}", bench.screen());
    bench.press("j");
    let mut sent = bench.sent();
    assert!(sent.len() < 40, "{} at once", sent.len());
    let mut answered = 0;
    while answered < 60 {
        for (request, call, _) in std::mem::take(&mut sent) {
            let Call::Patch { signal, .. } = call else { panic!("{call:?}") };
            let number = (signal.0.as_u128() - 1000) as u32;
            bench.answer(request, whole(&row(number, "Zaak", Urgency::High, None), None, 2));
            answered += 1;
        }
        sent = bench.sent();
    }
    assert!(bench.screen().contains(&format!("{answered} van 300 signalen gewijzigd; Esc stopt.")), "{}", bench.screen());
    bench.press("Esc");
    assert!(bench.screen().contains("Gestopt."));
    let rest = sent.len();
    for (request, ..) in sent {
        bench.answer(request, whole(&row(1, "Zaak", Urgency::High, None), None, 2));
    }
    assert!(bench.sent().is_empty(), "nothing more is sent");
    let done = answered + rest;
    assert!(bench.message().starts_with(&format!("{done} gelukt, {} niet begonnen", 300 - done)), "{}", bench.message());
    assert_eq!(bench.state.signals.marks.len(), 300 - done);
    bench.press("u");
    assert!(!bench.sent().is_empty(), "what was done can be taken back");
}

#[test]
fn without_an_answer_the_rest_is_not_begun() {
    let mut bench = hundreds();
    bench.press("j");
    let sent = bench.sent();
    for (request, ..) in &sent {
        bench.tell(Msg::Reply { request: *request, reply: Err(refused(None, "Geen verbinding.")) });
    }
    assert!(bench.sent().is_empty());
    assert!(bench.message().contains("niet begonnen"), "{}", bench.message());
    assert_eq!(bench.state.signals.marks.len(), 300);
}

#[test]
fn the_cursor_goes_on_after_a_signal_is_given_back_when_that_is_set() {
    let mut bench = bench((100, 30));
    bench.state.settings.auto_advance = true;
    bench.press("c");
    assert_eq!(bench.state.signals.current, Some(id(471)), "the call and the note that follow are about this one");
    let request = bench.sent()[0].0;
    let claimed = whole(&rows()[0], Some(me()), 2);
    let mut changed = rows();
    (changed[0].version, changed[0].owner) = (2, claimed.owner.clone());
    bench.answer(request, claimed).tell(Msg::Replica(complete(&changed))).press("C");
    assert_eq!(bench.state.signals.current, Some(id(502)), "one key and the next is there");
    let sent = bench.sent();
    assert_eq!(sent[0].1, Call::Release(id(471)));
    bench.tell(Msg::Reply { request: sent[0].0, reply: Err(refused(Some(Code::NotAllowed), "Dat mag niet.")) });
    assert_eq!(bench.message(), "S-471: Dat mag niet.", "told of which, since the cursor is elsewhere");
    bench.press("P h");
    assert_eq!(bench.state.signals.current, Some(id(502)), "an urgency is not the end of it");
    bench.press("Up Enter C");
    assert_eq!(bench.state.signals.current, Some(id(471)), "what is being read stays");
    bench.press("Esc");
    bench.state.settings.auto_advance = false;
    bench.press("C");
    assert_eq!(bench.state.signals.current, Some(id(471)));
}

/// Three marked signals, of which a colleague holds one.
fn of_a_colleague() -> Bench {
    let mut all = rows();
    all[1].owner = Some(owner("J. Bakker", AccountId(Uuid::from_u128(9))));
    let mut bench = Bench::with((100, 30), &all);
    bench.tell(Msg::Replica(complete(&all)));
    bench.press("Space Space Space");
    bench
}

#[test]
fn what_colleagues_hold_is_asked_about_once_and_the_first_answer_changes_nothing() {
    for (menu, key) in [("P", "l"), ("s", "w")] {
        let mut bench = of_a_colleague();
        bench.press(menu).press(key);
        assert!(bench.sent().is_empty());
        assert!(bench.screen().contains("1 van 3 is van een ander: J. Bakker"), "{}", bench.screen());
        bench.press("Enter");
        assert!(bench.sent().is_empty() && bench.state.modals.is_empty(), "{}", bench.screen());
        bench.press(menu).press(key).press("r");
        let sent = bench.sent();
        let changed = |(_, call, _): &(u64, Call, Uuid)| matches!(call, Call::Patch { signal, .. } if *signal != id(502));
        assert!(sent.len() == 2 && sent.iter().all(changed), "{sent:?}");
        for (at, (request, ..)) in [0, 2].into_iter().zip(&sent) {
            bench.answer(*request, whole(&rows()[at], None, 2));
        }
        assert!(bench.message().ends_with("; 1 andere niet gewijzigd (van J. Bakker), nog gemarkeerd"), "{}", bench.message());
        assert_eq!(bench.state.signals.marks.iter().copied().collect::<Vec<_>>(), [id(502)]);
        let mut bench = of_a_colleague();
        bench.press(menu).press(key).press("j");
        assert_eq!(bench.sent().len(), 3);
    }
}

#[test]
fn several_that_are_taken_back_are_not_told_as_if_they_were_done() {
    let mut bench = bench((100, 30));
    bench.press("Space Space P h");
    for (at, (request, ..)) in bench.sent().into_iter().enumerate() {
        bench.answer(request, whole(&row([471, 502][at], "Zaak", Urgency::High, None), None, 2));
    }
    assert_eq!(bench.message(), "Urgentie van 2 signalen: hoog");
    bench.press("H");
    assert!(bench.screen().contains("urgentie van 2 signalen: hoog  09:41  S-471, S-502"), "{}", bench.screen());
    bench.press("Esc u");
    for (at, (request, ..)) in bench.sent().into_iter().enumerate() {
        bench.answer(request, whole(&row([471, 502][at], "Zaak", Urgency::Crisis, None), None, 3));
    }
    assert_eq!(bench.message(), "Teruggedraaid: urgentie van 2 signalen");
    bench.press("U");
    for (at, (request, ..)) in bench.sent().into_iter().enumerate() {
        bench.answer(request, whole(&row([471, 502][at], "Zaak", Urgency::High, None), None, 4));
    }
    assert_eq!(bench.message(), "Opnieuw gedaan: urgentie van 2 signalen");
}

#[test]
fn what_was_under_way_when_the_list_of_deeds_opened_stands_in_it_too() {
    let mut bench = bench((100, 30));
    bench.press("c Down c");
    let sent = bench.sent();
    bench.answer(sent[0].0, whole(&rows()[0], Some(me()), 2));
    bench.press("H");
    assert!(!bench.screen().contains("S-502 op uw naam gezet"), "{}", bench.screen());
    bench.answer(sent[1].0, whole(&rows()[1], Some(me()), 2));
    let screen = bench.screen();
    assert!(screen.find("S-502 op uw naam").unwrap() < screen.find("S-471 op uw naam").unwrap(), "{screen}");
    // The cursor is on what it was on: that and all that came after it are taken back.
    bench.press("Enter j");
    assert!(matches!(bench.sent()[..], [(_, Call::Release(first), _)] if first == id(502)));
}

/// Every request of an action is answered as done, and the list tells the rows as they are then.
fn all_done(bench: &mut Bench, rows: &[SignalSummary], owner: Option<AccountId>) {
    for (request, call, _) in bench.sent() {
        let (Call::Claim { signal, .. } | Call::Release(signal) | Call::Patch { signal, .. }) = call else { panic!("{call:?}") };
        let row = rows.iter().find(|row| row.id == signal).unwrap();
        let mut signal = whole(row, owner, row.version);
        signal.status = row.status;
        bench.answer(request, signal);
    }
    bench.tell(Msg::Replica(complete(rows)));
}

#[test]
fn what_was_so_already_is_left_out_said_and_not_taken_back() {
    let mut all = rows();
    all[0].owner = Some(owner("M. Visser", me()));
    let mut bench = Bench::with((100, 30), &all);
    bench.keymap("office").tell(Msg::Replica(complete(&all))).press("Ins Ins F2");
    let sent = bench.sent();
    assert!(matches!(sent[..], [(_, Call::Claim { signal, .. }, _)] if signal == id(502)), "{sent:?}");
    all[1].owner = Some(owner("M. Visser", me()));
    all[1].version = 2;
    bench.answer(sent[0].0, whole(&all[1], Some(me()), 2)).tell(Msg::Replica(complete(&all)));
    assert_eq!(bench.message(), "S-502 staat op uw naam; 1 was al van u");
    assert!(bench.state.signals.marks.is_empty());
    bench.press("Ctrl+Z");
    let sent = bench.sent();
    assert!(matches!(sent[..], [(_, Call::Release(signal), _)] if signal == id(502)), "S-471 was mine before: {sent:?}");
    // Nothing of several changes: nothing is sent, and there is nothing to take back.
    let mut bench = Bench::with((100, 30), &rows());
    bench.tell(Msg::Replica(complete(&rows()))).press("Space Space P c");
    assert!(bench.sent().is_empty());
    assert_eq!(bench.message(), "2 hadden die urgentie al");
    // Of one, it is sent, since it may have become another since; taking back does nothing to it.
    bench.press("Esc P c");
    let request = bench.sent()[0].0;
    bench.answer(request, whole(&rows()[0], None, 2)).press("u");
    assert!(bench.sent().is_empty());
}

#[test]
fn several_that_were_closed_and_are_taken_back_are_in_the_list_again_at_once() {
    let mut bench = bench((100, 30));
    bench.press("* s s Down Enter");
    let mut closed = rows();
    closed.iter_mut().for_each(|row| (row.status, row.version) = (Status::Closed, 2));
    closed.push(row(600, "Van een ander", Urgency::Normal, Some(9)));
    all_done(&mut bench, &closed, None);
    bench.press("R");
    assert_eq!(shown(&bench), [id(600)]);
    bench.press("u");
    let mut back = rows();
    back.iter_mut().for_each(|row| row.version = 3);
    back.push(row(600, "Van een ander", Urgency::Normal, Some(9)));
    // Half of the news comes before the last answer, half after it.
    let half: Vec<_> = back.iter().take(3).chain(closed.iter().skip(3)).cloned().collect();
    bench.tell(Msg::Replica(complete(&half)));
    all_done(&mut bench, &back, None);
    assert_eq!((shown(&bench).len(), bench.state.signals.held.new), (7, 0), "{}", bench.screen());
    // What somebody else brings is still held back.
    back.push(row(601, "Ook van een ander", Urgency::Normal, Some(9)));
    bench.tell(Msg::Replica(complete(&back)));
    assert_eq!((shown(&bench).len(), bench.state.signals.held.new), (7, 1));
}

#[test]
fn closing_several_is_asked_about_with_what_is_to_be_known_of_them() {
    let mut bench = of_a_colleague();
    bench.press("s s");
    assert!(bench.sent().is_empty());
    let screen = bench.screen();
    for words in [
        "status van 3 signalen: afgesloten: weet u het zeker?",
        "1 van 3 is van een ander: J. Bakker.",
        "3 hebben een harde datum die voorbij is of binnen een week valt.",
        "Annuleren",
        "Alleen de 2 die niet van een ander zijn",
    ] {
        assert!(screen.contains(words), "{words} in\n{screen}");
    }
    bench.press("Enter");
    assert!(bench.sent().is_empty() && bench.state.modals.is_empty(), "the cursor is on the answer that does nothing");
    bench.press("s s j");
    assert_eq!(bench.sent().len(), 3);
    // One is asked about while a date is near, and closed without a question when nothing waits; several get another open
    // status without one.
    let mut bench = self::bench((100, 30));
    bench.press("s s");
    assert!(bench.sent().is_empty() && bench.screen().contains("De harde datum is "), "{}", bench.screen());
    bench.press("j");
    assert_eq!(bench.sent().len(), 1);
    let mut bench = self::bench((100, 30));
    bench.press("G s s");
    assert_eq!(bench.sent().len(), 1);
    let mut bench = self::bench((100, 30));
    bench.press("Space Space s w");
    assert_eq!(bench.sent().len(), 2);
}

#[test]
fn the_menu_of_status_of_several_begins_at_what_most_of_them_have() {
    let mut bench = bench((100, 30));
    let mut mixed = rows();
    mixed[0].status = Status::Received;
    (mixed[1].status, mixed[2].status) = (Status::Waiting, Status::Waiting);
    bench.tell(Msg::Replica(complete(&mixed))).press("Space Space Space s");
    let Some(Modal::Choose(menu)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert!(matches!(menu.items[menu.cursor].choice, Choice::Status(_, Status::Waiting)), "{}", bench.screen());
}
