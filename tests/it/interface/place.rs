//! Coming back to where one was, and the whole screen for one thing.

use loket::{
    locale::Language,
    tui::app::{
        Pane, State,
        message::{Effect, Link, Msg},
        settings::Settings,
        signals::{Column, Sorting},
    },
};

use super::{Bench, arrived as bench, complete, id, now, person, replica, rows, shown, start};

fn kept(effects: &[Effect]) -> Option<String> {
    effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveDraft { slot, text } if slot == "place" => Some(text.clone()),
        _ => None,
    })
}

#[test]
fn where_one_was_is_kept_and_come_back_to_after_the_first_data() {
    let mut bench = bench((100, 30));
    bench.press("/").type_in("urgentie:hoog").press("Enter , u p j");
    assert_eq!(bench.state.signals.current, Some(id(505)));
    bench.tell(Msg::Clock(now() + chrono::TimeDelta::minutes(1)));
    let text = kept(&bench.effects).expect("kept once a minute");
    for word in ["Ontruiming", "Inschrijving", "BRP", "Utrecht"] {
        assert!(!text.contains(word), "no text of a case: {text}");
    }
    bench.effects.clear();
    bench.tell(Msg::Clock(now() + chrono::TimeDelta::minutes(2)));
    assert_eq!(kept(&bench.effects), None, "nothing changed");

    let mut again = Bench { state: State::new(start((100, 30), Language::Dutch)), effects: vec![] };
    assert_eq!(again.state.begin(), [Effect::LoadDraft("place".into())]);
    again.tell(Msg::Draft { slot: "place".into(), text: Some(text.clone()), saved_at: now() });
    assert!(again.state.keep_place().is_empty(), "nothing is kept over it before there are rows");
    // The first screenful does not hold it yet.
    again.tell(Msg::Me(Box::new(person()))).tell(Msg::Link(Link::Live)).tell(Msg::Replica(replica(&rows()[..2])));
    again.tell(Msg::Replica(complete(&rows())));
    let signals = &again.state.signals;
    assert_eq!((signals.current, signals.sorting, signals.preview), (Some(id(505)), Sorting::natural(Column::Urgency), false));
    assert_eq!(signals.filter.text(), "urgentie:hoog");
    assert_eq!(again.state.pane, Pane::Signals);

    // Somebody who already pressed a key is somewhere.
    let mut busy = Bench::new((100, 30));
    busy.press("j").tell(Msg::Draft { slot: "place".into(), text: Some(text), saved_at: now() });
    assert_eq!(busy.state.signals.filter.text(), "");
}

#[test]
fn a_place_that_cannot_be_read_is_told_and_one_can_do_without() {
    for broken in ["", "{}", "nonsense", r#"{"version":99}"#] {
        let mut bench = Bench::new((100, 30));
        bench.tell(Msg::Draft { slot: "place".into(), text: Some(broken.into()), saved_at: now() });
        assert_eq!(bench.message(), "Waar u gebleven was, is niet te lezen; u begint vooraan.", "{broken}");
        assert_eq!(shown(&bench).len(), 6);
        assert!(bench.effects.contains(&Effect::ClearDrafts("place".into())), "it is not told again the next time");
    }
    let mut off = bench((100, 30));
    off.state.settings = Settings { resume: false, ..off.state.settings.clone() };
    assert_eq!(off.state.begin(), [Effect::ClearDrafts("place".into())]);
    assert!(off.state.keep_place().is_empty());
}

#[test]
fn zoom_gives_the_whole_screen_and_takes_it_back() {
    let mut wide = bench((200, 60));
    let areas = wide.state.areas();
    assert!(areas.sidebar.is_some() && areas.preview.is_some());
    wide.press("Z");
    assert_eq!(wide.state.areas().list.width, 200);
    wide.press("Enter");
    assert!(!wide.screen().contains("S-512"), "the open signal has the screen");
    wide.press("Esc Z");
    assert_eq!(wide.state.areas(), areas);
    let mut small = bench((80, 24));
    small.press("Enter Z");
    assert_eq!(small.message(), "Dit signaal vult het scherm al.");
}
