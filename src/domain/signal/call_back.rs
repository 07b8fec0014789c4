//! Calls that were promised: one for each party, until that party was reached or another day was agreed. Pure.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ContactMoment, Entry, standing};
use crate::domain::{clock_time::ClockTime, fold::fold, text::RawText};

/// Words that many parties have in their names: they make no two of them the same.
const FILLERS: &[&str] = &[
    "afdeling",
    "bv",
    "de",
    "den",
    "der",
    "dhr",
    "een",
    "en",
    "gemeente",
    "heer",
    "het",
    "in",
    "meneer",
    "mevr",
    "mevrouw",
    "mr",
    "mrs",
    "ms",
    "municipality",
    "mw",
    "of",
    "stichting",
    "team",
    "ten",
    "ter",
    "the",
    "van",
    "voor",
];

/// A call that was promised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CallBack {
    /// Which of the signal's promised calls it is: with another day it stays the same, so that its clock does too.
    pub number: u32,
    /// On this day.
    pub on: NaiveDate,
    /// At this time, when one was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<ClockTime>,
    /// Who is called back: who the contact moment was with. Empty: nobody in particular.
    #[serde(default)]
    pub with: RawText,
}

/// The promised calls after a contact moment. A new day takes the place of what was promised to that party; who was reached has
/// had their call; a call to somebody else, or one that was not answered, keeps no promise.
pub fn after(before: &[CallBack], contact: &ContactMoment) -> Vec<CallBack> {
    let theirs = |promise: &&CallBack| names_same(&promise.with, &contact.with);
    let settles = contact.reached || contact.call_back_on.is_some();
    let mut after: Vec<CallBack> = before.iter().filter(|promise| !(settles && theirs(promise))).cloned().collect();
    if let Some(on) = contact.call_back_on {
        let free = || before.iter().map(|promise| promise.number.saturating_add(1)).max().unwrap_or_default();
        let number = before.iter().find(theirs).map_or_else(free, |promise| promise.number);
        after.push(CallBack { number, on, at: contact.call_back_at, with: contact.with.clone() });
    }
    sort(&mut after);
    after
}

/// The promised calls after a correction: those there would be if it had been noted so at once. What is promised otherwise stays
/// as it is. `timeline` is what the signal had before, newest first.
pub fn corrected(before: &[CallBack], timeline: &[Entry], correction: &ContactMoment) -> Vec<CallBack> {
    let stood = standing(timeline);
    let told = |moments: &mut dyn Iterator<Item = &ContactMoment>| moments.fold(vec![], |calls, moment| after(&calls, moment));
    let was = told(&mut stood.iter().filter_map(|entry| entry.contact.as_ref()));
    let becomes = told(&mut stood.iter().filter_map(|entry| match correction.corrects == Some(entry.id) {
        true => Some(correction).filter(|correction| !correction.withdrawn),
        false => entry.contact.as_ref(),
    }));
    let is_in = |calls: &[CallBack], call: &CallBack| {
        calls.iter().any(|one| (one.on, one.at, &one.with) == (call.on, call.at, &call.with))
    };
    let mut calls: Vec<CallBack> = before.iter().filter(|call| !is_in(&was, call) || is_in(&becomes, call)).cloned().collect();
    for call in becomes.into_iter().filter(|call| !is_in(&was, call)) {
        let taken = calls.iter().any(|one| one.number == call.number);
        let free = calls.iter().map(|one| one.number.saturating_add(1)).max().unwrap_or_default();
        calls.push(CallBack { number: if taken { free } else { call.number }, ..call });
    }
    sort(&mut calls);
    calls
}

/// Of one day those with a time first, as the list of call-backs has them.
fn sort(calls: &mut [CallBack]) {
    calls.sort_by_key(|call| (call.on, call.at.is_none(), call.at, call.number));
}

/// Do two ways of naming a party have a word in common that says who it is? A promise to nobody in particular is to anybody.
pub fn names_same(one: &RawText, other: &RawText) -> bool {
    let (one, other) = (fold(one.raw()), fold(other.raw()));
    let (one, other) = (telling(&one), telling(&other));
    one.is_empty() || one.iter().any(|word| other.contains(word))
}

/// The words of a name that say who it is; all of them, where none does.
fn telling(text: &str) -> Vec<&str> {
    let all: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let telling: Vec<&str> = all.iter().copied().filter(|word| word.len() > 1 && !FILLERS.contains(word)).collect();
    if telling.is_empty() { all } else { telling }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::term::calendar::day;

    fn called(with: &str, reached: bool, back: Option<(u32, Option<&str>)>) -> ContactMoment {
        ContactMoment {
            with: with.into(),
            reached,
            agreed: "".into(),
            call_back_on: back.map(|(on, _)| day(2026, 12, on)),
            call_back_at: back.and_then(|(_, at)| ClockTime::parse(at?)),
            ..ContactMoment::default()
        }
    }

    fn told(calls: &[CallBack]) -> Vec<String> {
        let at = |call: &CallBack| call.at.map(|at| format!(" {at}")).unwrap_or_default();
        calls.iter().map(|call| format!("{} {}{} {}", call.number, call.on.format("%d"), at(call), call.with.raw())).collect()
    }

    #[test]
    fn each_party_keeps_its_own_promise() {
        let one = after(&[], &called("CAK", false, Some((4, Some("10:00")))));
        let two = after(&one, &called("gemeente Breda", true, Some((2, None))));
        assert_eq!(told(&two), ["1 02 gemeente Breda", "0 04 10:00 CAK"], "the first to make first");
        let three = after(&two, &called("gemeente Tilburg", false, Some((2, Some("9:00")))));
        assert_eq!(told(&three), ["2 02 09:00 gemeente Tilburg", "1 02 gemeente Breda", "0 04 10:00 CAK"]);
        let moved = after(&three, &called("mw. Smit, Breda", false, Some((7, None))));
        assert_eq!(
            told(&moved),
            ["2 02 09:00 gemeente Tilburg", "0 04 10:00 CAK", "1 07 mw. Smit, Breda"],
            "the same, another day"
        );
        assert_eq!(after(&moved, &called("CAK", false, None)), moved, "nobody was reached");
        assert_eq!(after(&moved, &called("UWV", true, None)), moved, "somebody else was");
        assert_eq!(told(&after(&moved, &called("CAK", true, None))), ["2 02 09:00 gemeente Tilburg", "1 07 mw. Smit, Breda"]);
    }

    /// A case to which these things happened, in this order: the timeline, newest first, and what is promised.
    fn case(moments: &[ContactMoment]) -> (Vec<Entry>, Vec<CallBack>) {
        let (mut timeline, mut calls) = (vec![], vec![]);
        for (at, moment) in moments.iter().enumerate() {
            calls = match moment.corrects {
                Some(_) => corrected(&calls, &timeline, moment),
                None => after(&calls, moment),
            };
            timeline.insert(
                0,
                Entry {
                    id: entry(at),
                    at: chrono::DateTime::UNIX_EPOCH,
                    kind: crate::domain::signal::EntryKind::Contact,
                    by: None,
                    by_name: "".into(),
                    organisation: None,
                    text: "".into(),
                    contact: Some(moment.clone()),
                    old: None,
                    new: None,
                    linked: None,
                },
            );
        }
        (timeline, calls)
    }

    fn entry(at: usize) -> crate::domain::ids::EntryId {
        crate::domain::ids::EntryId(uuid::Uuid::from_u128(at as u128))
    }

    fn correcting(at: usize, contact: ContactMoment) -> ContactMoment {
        ContactMoment { corrects: Some(entry(at)), ..contact }
    }

    #[test]
    fn a_correction_makes_the_promises_those_of_what_it_says() {
        let promised = called("CAK", false, Some((4, Some("10:00"))));
        let reached = called("CAK", true, None);
        let other = called("gemeente Breda", false, Some((2, None)));
        let all = [promised.clone(), reached.clone(), other.clone(), correcting(1, called("CAK", false, None))];
        assert_eq!(told(&case(&all[..3]).1), ["0 02 gemeente Breda"], "the call was kept");
        assert_eq!(told(&case(&all).1), ["0 02 gemeente Breda", "1 04 10:00 CAK"], "the call stands again");
        let at_once = [promised.clone(), reached.clone(), correcting(1, called("CAK", false, None))];
        assert_eq!(case(&at_once).1, case(&all[..1]).1, "the same promise, with its number");
        let withdrawn = [promised.clone(), reached.clone(), correcting(1, ContactMoment { withdrawn: true, ..reached.clone() })];
        assert_eq!(case(&withdrawn).1, case(&all[..1]).1);
        let moved = [promised.clone(), other, correcting(0, called("CAK", false, Some((7, None))))];
        assert_eq!(told(&case(&moved).1), ["1 02 gemeente Breda", "0 07 CAK"]);
        // A call that was made since keeps its promise.
        let kept = [promised, called("CAK", false, None), reached, correcting(1, called("CAK", false, Some((9, None))))];
        assert_eq!(told(&case(&kept).1), Vec::<String>::new());
        let twice = [&kept[..], &[correcting(2, called("CAK", false, None)), correcting(4, called("CAK", true, None))]].concat();
        assert_eq!(told(&case(&twice[..5]).1), ["0 09 CAK"]);
        assert_eq!(told(&case(&twice).1), Vec::<String>::new(), "a correction is corrected");
        let stands: Vec<_> = standing(&case(&twice).0).iter().map(|entry| entry.id).collect();
        assert_eq!(stands, [entry(0), entry(3), entry(5)]);
    }

    #[test]
    fn a_party_is_known_by_a_word_that_says_who_it_is() {
        let same = |one: &str, other: &str| names_same(&one.into(), &other.into());
        for (one, other) in [("UWV", "mevrouw Smit, uwv"), ("J. de Vries", "De Vries (CAK)"), ("", "wie dan ook"), ("mw.", "mw.")]
        {
            assert!(same(one, other), "{one} / {other}");
        }
        for (one, other) in [("gemeente Breda", "gemeente Tilburg"), ("J. de Vries", "J. de Jong"), ("UWV", "")] {
            assert!(!same(one, other), "{one} / {other}");
        }
    }
}
