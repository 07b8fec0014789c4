//! Nothing is lost by a merging, and taken back both are as they were.

use chrono::NaiveDate;
use proptest::{collection::vec, prelude::*};
use uuid::Uuid;

use super::*;
use crate::domain::{
    ids::{AccountId, MunicipalityCode, OrganisationCode, SignalId},
    signal::{Attempt, Body, Decision, LifeDomain, PlanStep, Threat, Urgency, bare::bare, call_back::CallBack},
};

fn now() -> Instant {
    "2026-11-27T09:00:00Z".parse().unwrap()
}

fn actor() -> Actor {
    Actor { account: AccountId(Uuid::from_u128(7)), name: "A. Bakker".into() }
}

fn around() -> Around<'static> {
    Around { time_outs: &[], agendas: &[], destroyable: None }
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, day).unwrap()
}

/// Another than [`bare`].
fn other(facts: Facts) -> Signal {
    let id = SignalId(Uuid::from_u128(11));
    Signal { id, number: SignalNumber::new(2026, 466), status: Status::Received, facts, ..bare() }
}

fn of(facts: Facts) -> Signal {
    Signal { facts, ..bare() }
}

fn before(from: &Signal, was: &Signal, became: &Signal) -> Before {
    let (was, became) = (document(was), document(became));
    let fields = became.as_object().unwrap().iter().filter(|(name, value)| was[name.as_str()] != **value);
    let fields = fields.map(|(name, value)| (name.clone(), was[name.as_str()].to_string(), value.to_string()));
    Before { status: from.status, outcome: from.outcome, fields: fields.collect() }
}

fn some_text() -> impl Strategy<Value = RawText> {
    prop::sample::select(vec!["", " ", "huur", "toeslag", "beslag op loon"]).prop_map(RawText::from)
}

fn some_day() -> impl Strategy<Value = Option<NaiveDate>> {
    prop::option::of((1_u32..5).prop_map(day))
}

fn some_code() -> impl Strategy<Value = OrganisationCode> {
    prop::sample::select(vec!["UWV", "SVB", "CAK"]).prop_map(|code| OrganisationCode(code.into()))
}

fn some_reporter() -> impl Strategy<Value = Reporter> {
    (some_text(), some_text(), some_text(), some_text(), some_text())
        .prop_map(|(name, function, organisation, phone, mail)| Reporter { name, function, organisation, phone, mail })
}

fn some_bodies() -> impl Strategy<Value = Vec<Body>> {
    vec((some_code(), some_text()).prop_map(|(organisation, position)| Body { organisation, position }), 0..4)
}

fn some_decision() -> impl Strategy<Value = Decision> {
    (some_code(), some_text(), some_day()).prop_map(|(organisation, reference, announced_on)| Decision {
        organisation,
        reference,
        kind: RawText::default(),
        amount_cents: None,
        announced_on,
        dated_on: None,
    })
}

prop_compose! {
    fn some_facts()(
        (title, account, stalemate) in (some_text(), some_text(), some_text()),
        (desired_by_household, desired_by_professional, urgency_reason) in (some_text(), some_text(), some_text()),
        reporter in some_reporter(),
        municipality in prop::option::of((300_u16..303).prop_map(MunicipalityCode)),
        household in prop::option::of(prop::sample::select(vec!["H-7K2F", "H-7K2G"]).prop_map(str::to_owned)),
        life_domains in vec(prop::sample::select(LifeDomain::ALL), 0..4),
        bodies in some_bodies(),
        tried in vec((some_text(), some_day()).prop_map(|(what, on)| Attempt { what, on, with: RawText::default() }), 0..3),
        threats in vec((some_text(), some_day()).prop_map(|(what, on)| Threat { what, on }), 0..3),
        decisions in vec(some_decision(), 0..3),
        urgency in prop::option::of(prop::sample::select(Urgency::ALL)),
        (labels, snoozed_until) in (vec(some_text(), 0..3), some_day()),
        (result, legal_room) in (some_text(), some_text()),
        plan in vec((some_text(), some_day()).prop_map(|(what, due)| PlanStep { what, due, ..PlanStep::default() }), 0..3),
        links in vec((1_u32..4).prop_map(|number| SignalNumber::new(2026, number)), 0..3),
    ) -> Facts {
        Facts {
            title, account, reporter, municipality, household, life_domains, bodies, stalemate, tried, threats, decisions,
            desired_by_household, desired_by_professional, urgency, urgency_reason, labels, snoozed_until, links,
            result, legal_room, plan,
            ..Facts::default()
        }
    }
}

/// The entry that the one that stays gets.
fn told(both: &Both) -> &Linked {
    both.into.entries[0].linked.as_ref().unwrap()
}

proptest! {
    #[test]
    fn nothing_of_either_is_lost(from in some_facts(), into in some_facts()) {
        let both = merge(&other(from.clone()), &of(into.clone()), around(), &actor(), now()).unwrap();
        let (kept, texts) = (&both.into.after.facts, &told(&both).texts);
        let said = |field: &str, text: &str| texts.iter().any(|one| one.field == field && one.text.raw() == text);
        macro_rules! text {
            ($field:ident, $name:literal) => {
                for one in [&from.$field, &into.$field] {
                    let there = one.is_blank() || kept.$field == *one || said($name, one.raw());
                    prop_assert!(there, "{}: {one:?} in {kept:?} {texts:?}", $name);
                }
                prop_assert!(into.$field.is_blank() || kept.$field == into.$field, "what stood there stays");
            };
        }
        text!(title, "title");
        text!(account, "account");
        text!(stalemate, "stalemate");
        text!(desired_by_household, "desiredByHousehold");
        text!(desired_by_professional, "desiredByProfessional");
        text!(urgency_reason, "urgencyReason");
        text!(result, "result");
        text!(legal_room, "legalRoom");
        macro_rules! list {
            ($($field:ident),+) => {$(
                for one in from.$field.iter().chain(&into.$field) {
                    prop_assert!(kept.$field.contains(one), "{one:?}");
                }
                prop_assert!(kept.$field.starts_with(&into.$field), "what was there stays, in its order");
            )+};
        }
        list!(life_domains, tried, threats, decisions, labels, links, plan);
        for body in from.bodies.iter().chain(&into.bodies) {
            let there = kept.bodies.iter().any(|kept| {
                kept.organisation == body.organisation && (body.position.is_blank() || kept.position == body.position)
            });
            prop_assert!(there || said("bodies", &format!("{}: {}", body.organisation, body.position.raw())), "{body:?}");
        }
        for (code, name) in [(from.municipality, "municipality"), (into.municipality, "municipality")] {
            prop_assert!(code.is_none() || kept.municipality == code || said(name, &code.unwrap().to_string()));
        }
        for (member, name) in [(&from.reporter.name, "reporter.name"), (&from.reporter.function, "reporter.function")] {
            let there = member.is_blank() || [&kept.reporter.name, &kept.reporter.function].contains(&member);
            prop_assert!(there || said(name, member.raw()), "{name}");
        }
        let urgency = |facts: &Facts| facts.urgency.unwrap_or(Urgency::Normal);
        prop_assert!(urgency(kept).is_at_least(urgency(&from)) && urgency(kept).is_at_least(urgency(&into)));
        prop_assert_eq!(&both.from.after.facts, &from, "the one that went up keeps all it has");
        prop_assert_eq!(both.from.after.merged_into, Some(bare().number));
        prop_assert_eq!((both.from.after.status, both.from.after.outcome), (Status::Closed, None));
    }

    /// What is shielded is said to be there, and stands in no entry.
    #[test]
    fn no_shielded_value_comes_into_an_entry(from in some_facts(), into in some_facts()) {
        let mut from = from;
        from.reporter.phone = "+31 85 555 7468".into();
        from.reporter.mail = "a@voorbeeld.nl".into();
        let both = merge(&other(from), &of(into), around(), &actor(), now()).unwrap();
        for one in &told(&both).texts {
            let text = one.text.raw();
            prop_assert!(!text.contains("7468") && !text.contains("voorbeeld.nl") && !text.contains("H-7K"), "{one:?}");
        }
    }

    #[test]
    fn taken_back_both_are_as_they_were(from in some_facts(), into in some_facts()) {
        let (mut from, mut into) = (other(from), of(into));
        decide::date(&mut from);
        decide::date(&mut into);
        let both = merge(&from, &into, around(), &actor(), now()).unwrap();
        let (gone, kept) = (&both.from.after, &both.into.after);
        let back = unmerge(gone, kept, &before(&from, &into, kept), &actor(), now()).unwrap();
        prop_assert_eq!(&back.from.after, &from);
        prop_assert_eq!(&back.into.after, &into);
    }
}

#[test]
fn of_two_people_nothing_is_put_together() {
    let reporter = |name: &str, phone: &str, mail: &str| Reporter {
        name: name.into(),
        phone: phone.into(),
        mail: mail.into(),
        ..Reporter::default()
    };
    let facts = |reporter| Facts { reporter, ..Facts::default() };
    let merged = |from, into| merge(&other(facts(from)), &of(facts(into)), around(), &actor(), now()).unwrap();
    let same = merged(reporter("A. Hoekema", "1", "m"), reporter("A. Hoekema", "", "m"));
    assert_eq!(same.into.after.facts.reporter, reporter("A. Hoekema", "1", "m"));
    assert_eq!(told(&same).texts, []);
    let apart = merged(reporter("B. Visser", "1", ""), reporter("A. Hoekema", "", "m"));
    assert_eq!(apart.into.after.facts.reporter, reporter("A. Hoekema", "", "m"));
    let texts: Vec<_> = told(&apart).texts.iter().map(|one| (one.field.as_str(), one.text.raw())).collect();
    assert_eq!(texts, [("reporter.name", "B. Visser"), ("reporter.phone", "")]);
}

#[test]
fn promised_calls_come_along_and_the_earliest_hard_date_counts() {
    let call = |number, on, with: &str| CallBack { number, on: day(on), at: None, with: with.into() };
    let threat = |on| Facts { threats: vec![Threat { what: "ontruiming".into(), on: Some(day(on)) }], ..Facts::default() };
    let mut from = other(threat(3));
    from.call_backs = vec![call(0, 2, "UWV"), call(1, 4, "SVB")];
    let mut into = of(threat(8));
    into.call_backs = vec![call(0, 4, "SVB")];
    let both = merge(&from, &into, around(), &actor(), now()).unwrap();
    assert_eq!(both.into.after.call_backs, [call(1, 2, "UWV"), call(0, 4, "SVB")]);
    assert_eq!(both.into.after.hard_date.as_ref().unwrap().on, day(3));
    assert_eq!(told(&both).fields, ["callBacks", "threats"]);
}

#[test]
fn what_cannot_be_is_refused() {
    let (from, into) = (other(Facts::default()), bare());
    let try_it = |from: &Signal, into: &Signal, around: Around<'_>| merge(from, into, around, &actor(), now()).map(|_| ());
    assert_eq!(try_it(&from, &from, around()), Err(Refusal::Same));
    let gone = Signal { merged_into: Some(SignalNumber::new(2026, 5)), ..from.clone() };
    assert_eq!(try_it(&gone, &into, around()), Err(Refusal::Merged(SignalNumber::new(2026, 5))));
    assert_eq!(try_it(&into, &gone, around()), Err(Refusal::Merged(SignalNumber::new(2026, 5))));
    let closed = Signal { status: Status::Closed, ..into.clone() };
    assert_eq!(try_it(&from, &closed, around()), Err(Refusal::TargetNotOpen(into.number)));
    let old = Around { destroyable: Some(from.number), ..around() };
    assert_eq!(try_it(&from, &into, old), Err(Refusal::Destroyable(from.number)));
    let agendas = ["LET-2026-04".to_owned(), String::new()];
    let Err(Refusal::Running(named)) = try_it(&from, &into, Around { agendas: &agendas, ..around() }) else { panic!() };
    let named: Vec<_> = named.iter().map(|one| (one.code, one.value.as_str())).collect();
    assert_eq!(named, [("merge-agenda", "LET-2026-04"), ("merge-candidate", "")]);
}

#[test]
fn what_was_changed_since_is_named_and_not_taken_back() {
    let from = other(Facts { account: "Uit de melding".into(), labels: vec!["gas".into()], ..Facts::default() });
    let both = merge(&from, &bare(), around(), &actor(), now()).unwrap();
    let before = before(&from, &bare(), &both.into.after);
    let mut later = both.into.after.clone();
    later.facts.title = "Iets anders".into();
    assert!(unmerge(&both.from.after, &later, &before, &actor(), now()).is_ok(), "what it did not bring may change");
    later.facts.labels.push("huur".into());
    let refused = unmerge(&both.from.after, &later, &before, &actor(), now()).unwrap_err();
    assert_eq!(refused, Refusal::Changed(vec!["labels".into()]));
    assert_eq!(unmerge(&from, &later, &before, &actor(), now()).unwrap_err(), Refusal::NotMerged);
}
