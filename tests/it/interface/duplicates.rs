//! What looks like a signal: asked by a key, told with why, linked, and taken back.

use loket::{
    api::alike::LookAlike,
    domain::{
        alike::{Grounds, Resemblance},
        signal::{Signal, Status},
    },
    tui::app::message::{Answer, Call, Effect, Msg, Refusal, Timer},
};

use super::{Bench, rows, whole};

fn read(version: i64) -> Signal {
    whole(&rows()[0], None, version)
}

fn bench() -> Bench {
    let mut bench = Bench::new((100, 40));
    bench.press("j k");
    bench.settle(&read(1));
    bench.effects.clear();
    bench
}

/// The signal of this row looks like it.
fn alike(row: usize, linked: bool) -> LookAlike {
    let because = vec![Resemblance::Words, Resemblance::Municipality];
    LookAlike { signal: rows()[row].clone(), grounds: Grounds { likeness: 700, because }, linked }
}

fn asked(bench: &mut Bench, found: Vec<LookAlike>) {
    bench.press("D");
    let (request, call, _) = bench.sent().remove(0);
    assert_eq!(call, Call::LookAlikes(rows()[0].id));
    bench.tell(Msg::Reply { request, reply: Ok(Answer::LookAlikes(found)) });
}

#[test]
fn one_that_is_proposed_is_linked_and_taken_back() {
    let mut bench = bench();
    asked(&mut bench, vec![alike(1, false), alike(2, true)]);
    let screen = bench.screen();
    for told in ["Wilt u er één koppelen?", "zelfde woorden, zelfde gemeente", "al gekoppeld: "] {
        assert!(screen.contains(told), "{told}\n{screen}");
    }
    bench.press("1");
    let (request, call, _) = bench.sent().remove(0);
    let Call::Patch { signal, version, patch } = call else { panic!("{call:?}") };
    assert_eq!((signal, version, &patch.links), (rows()[0].id, 1, &Some(vec![rows()[1].number])));
    let mut linked = read(2);
    linked.facts.links = vec![rows()[1].number];
    bench.answer(request, linked);
    assert!(bench.message().contains("gewijzigd: koppelingen"), "{}", bench.message());
    bench.press("u");
    let (_, call, _) = bench.sent().remove(0);
    let Call::Patch { version, patch, .. } = call else { panic!("{call:?}") };
    assert_eq!((version, &patch.links), (2, &Some(vec![])), "as it was");
}

#[test]
fn nobody_is_asked_about_nothing_and_a_refusal_says_why() {
    let mut bench = bench();
    asked(&mut bench, vec![]);
    assert!(bench.message().contains("Geen ander signaal lijkt op"), "{}", bench.message());
    bench.press("D");
    let (request, ..) = bench.sent().remove(0);
    let refusal = Refusal { code: None, words: "De server antwoordt niet.".into(), advice: String::new(), problem: None };
    bench.tell(Msg::Reply { request, reply: Err(refusal) });
    assert!(bench.message().contains("De server antwoordt niet."), "{}", bench.message());
}

#[test]
fn who_went_on_is_not_asked_about_what_was_left() {
    let mut bench = bench();
    bench.press("D");
    let (request, ..) = bench.sent().remove(0);
    bench.press("j");
    bench.tell(Msg::Reply { request, reply: Ok(Answer::LookAlikes(vec![alike(1, false)])) });
    assert!(!bench.screen().contains("koppelen?"), "{}", bench.screen());
}

/// The one request that is under way, and what it asks.
fn asks(bench: &mut Bench) -> (u64, Call) {
    let effects = std::mem::take(&mut bench.effects);
    let mut sent = effects.into_iter().filter_map(|effect| match effect {
        Effect::Send { request, call, .. } => Some((request, call)),
        _ => None,
    });
    let found = sent.next().expect("something is asked");
    assert!(sent.next().is_none(), "one at a time");
    found
}

/// The timer that runs, of the kind that is looked for.
fn waits(bench: &mut Bench, is: fn(&Timer) -> bool) -> Option<Timer> {
    let effects = std::mem::take(&mut bench.effects);
    effects.into_iter().find_map(|effect| match effect {
        Effect::Wait(_, timer) if is(&timer) => Some(timer),
        _ => None,
    })
}

fn is_resembling(timer: &Timer) -> bool {
    matches!(timer, Timer::Resembling(_))
}

fn is_typed(timer: &Timer) -> bool {
    matches!(timer, Timer::Typed(_))
}

#[test]
fn the_preview_names_what_a_new_signal_looks_like_and_asks_once() {
    let mut bench = Bench::new((100, 50));
    bench.press("j k");
    bench.settle(&read(1));
    assert!(!bench.screen().contains("Lijkt op"), "not known yet");
    let timer = waits(&mut bench, is_resembling).expect("asked a moment later");
    bench.tell(Msg::Timer(timer));
    let (request, call) = asks(&mut bench);
    assert_eq!(call, Call::Resembling(rows()[0].id));
    let weak = LookAlike { grounds: Grounds { likeness: 500, because: vec![] }, ..alike(2, false) };
    bench.tell(Msg::Reply { request, reply: Ok(Answer::LookAlikes(vec![alike(1, false), weak])) });
    let screen = bench.screen();
    assert!(screen.contains("Lijkt op     S-502 (ontvangen)   D = dubbel"), "only what is strong:\n{screen}");
    bench.effects.clear();
    bench.tell(Msg::Timer(timer));
    assert_eq!(bench.effects, [], "of one version it is asked once");
    // Of a newer version it is not known; what is linked is not asked about.
    let mut linked = read(2);
    linked.facts.links = vec![rows()[1].number];
    let mut bench = Bench::new((100, 40));
    bench.press("j k");
    bench.settle(&linked);
    assert!(waits(&mut bench, is_resembling).is_none());
}

#[test]
fn who_goes_on_or_is_away_is_not_kept_waiting() {
    let mut bench = Bench::new((100, 40));
    bench.press("j k");
    bench.settle(&read(1));
    let timer = waits(&mut bench, is_resembling).unwrap();
    bench.press("j");
    bench.effects.clear();
    bench.tell(Msg::Timer(timer));
    assert!(bench.effects.iter().all(|effect| !matches!(effect, Effect::Send { .. })), "{:?}", bench.effects);
}

/// Asks whether the signal is to go up in that of row 1.
fn merging(bench: &mut Bench) {
    asked(bench, vec![alike(1, false)]);
    let screen = bench.screen();
    assert!(screen.contains("Samenvoegen met S-502"), "{screen}");
    bench.press("2");
    let (request, call) = asks(bench);
    assert_eq!(call, Call::Read(rows()[1].id), "what it says must be read to say what comes of it");
    let mut other = whole(&rows()[1], None, 1);
    other.facts.account = "Een ander verhaal.".into();
    bench.answer(request, other);
}

#[test]
fn it_is_said_what_comes_over_and_nothing_is_done_by_enter() {
    let mut bench = bench();
    merging(&mut bench);
    let screen = bench.screen();
    for told in ["S-471 samenvoegen met S-502?", "onderwerp,", "toelichting", "houdt alles", "Annuleren"] {
        assert!(screen.contains(told), "{told}\n{screen}");
    }
    bench.press("Enter");
    assert_eq!(bench.sent(), [], "the cursor stands on what does nothing");
    assert!(bench.state.modals.is_empty());
}

#[test]
fn one_goes_up_in_another_and_comes_back_by_undo() {
    let mut bench = bench();
    merging(&mut bench);
    bench.press("j");
    let (request, call, _) = bench.sent().remove(0);
    assert_eq!(call, Call::Merge { from: rows()[0].id, from_version: 1, into: rows()[1].id, version: 1 });
    let mut gone = read(2);
    (gone.status, gone.merged_into) = (Status::Closed, Some(rows()[1].number));
    bench.answer(request, gone);
    assert!(bench.message().contains("S-471 is samengevoegd met S-502"), "{}", bench.message());
    bench.press("u");
    let (request, call, _) = bench.sent().remove(0);
    assert_eq!(call, Call::Unmerge { signal: rows()[0].id, version: 2 });
    bench.answer(request, read(3));
    assert!(bench.message().contains("staat weer op zichzelf"), "{}", bench.message());
}

#[test]
fn the_number_of_one_that_went_up_in_another_leads_there() {
    let mut bench = Bench::new((100, 40));
    let mut gone = read(1);
    (gone.status, gone.merged_into) = (Status::Closed, Some(rows()[1].number));
    bench.press("j k");
    bench.settle(&gone);
    bench.press("Enter");
    let screen = bench.screen();
    assert!(screen.contains("met S-502; Enter gaat erheen"), "{screen}");
    bench.press("Enter");
    assert_eq!(bench.state.signals.current, Some(rows()[1].id));
    // By the key of duplicates it is asked: there, or back.
    bench.press("k");
    bench.settle(&gone);
    bench.press("D");
    let screen = bench.screen();
    for told in ["Naar S-502 gaan", "De samenvoeging terugdraaien"] {
        assert!(screen.contains(told), "{told}\n{screen}");
    }
    bench.press("t");
    let (_, call, _) = bench.sent().remove(0);
    assert_eq!(call, Call::Unmerge { signal: rows()[0].id, version: 1 });
}

#[test]
fn what_is_typed_is_compared_when_it_rests_and_kept_when_one_goes_to_look() {
    let mut bench = Bench::new((100, 40));
    bench.press("+").type_in("M. de Graaf").press("Tab Tab Tab Tab Tab").type_in("Zwijndrecht").press("Tab");
    bench.type_in("Ontruiming dreigt");
    bench.effects.clear();
    bench.tell(Msg::Timer(Timer::Draft));
    let first = waits(&mut bench, is_typed).expect("when it stays quiet");
    bench.type_in(" nog");
    bench.effects.clear();
    bench.tell(Msg::Timer(first));
    assert_eq!(bench.effects, [], "a key was pressed since");
    bench.tell(Msg::Timer(Timer::Draft));
    let later = waits(&mut bench, is_typed).unwrap();
    bench.tell(Msg::Timer(later));
    let (request, call) = asks(&mut bench);
    let Call::ResemblingTyped(search) = call else { panic!("{call:?}") };
    assert_eq!(
        (search.title.raw(), search.municipality.map(|code| code.to_string())),
        ("Ontruiming dreigt nog", Some("0642".into()))
    );
    bench.tell(Msg::Timer(later));
    assert_eq!(bench.effects, [], "one request at a time");
    bench.tell(Msg::Reply { request, reply: Ok(Answer::LookAlikes(vec![alike(1, false)])) });
    let screen = bench.screen();
    assert!(screen.contains("Lijkt op S-502: zelfde woorden, zelfde gemeente"), "{screen}");
    bench.effects.clear();
    bench.press("Ctrl+X l");
    let screen = bench.screen();
    assert!(screen.contains("S-502  ontvangen"), "{screen}");
    bench.press("1");
    let kept = bench
        .effects
        .iter()
        .any(|effect| matches!(effect, Effect::SaveDraft { text, .. } if text.contains("Ontruiming dreigt nog")));
    assert!(kept, "{:?}", bench.effects);
    assert!(bench.state.modals.is_empty());
    assert_eq!(bench.state.signals.current, Some(rows()[1].id));
}
