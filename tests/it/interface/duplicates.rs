//! What looks like a signal: asked by a key, told with why, linked, and taken back.

use loket::{
    api::alike::LookAlike,
    domain::{
        alike::{Grounds, Resemblance},
        signal::Signal,
    },
    tui::app::message::{Answer, Call, Msg, Refusal},
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
