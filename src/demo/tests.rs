//! Tests of the demonstration's data: same seed, same data; nothing personal; dates and proportions that hold.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::domain::{
    bsn,
    ids::OrganisationCode,
    officer::{Mandate, Officer},
    organisation,
    signal::{EntryKind, Signal, Status, Urgency},
    text::is_unsafe,
    zone,
};

fn plan() -> Plan {
    Plan::usual(zone::read_date("2026-11-23").unwrap())
}

fn usual() -> Vec<Signal> {
    signals(&plan()).collect()
}

fn register() -> Vec<Officer> {
    officers(&plan()).collect()
}

/// Every text in a value, however deep.
fn texts(value: &serde_json::Value, at: &str, out: &mut Vec<(String, String)>) {
    match value {
        serde_json::Value::String(text) => out.push((at.to_owned(), text.clone())),
        serde_json::Value::Array(items) => items.iter().for_each(|item| texts(item, at, out)),
        serde_json::Value::Object(fields) => fields.iter().for_each(|(name, field)| texts(field, name, out)),
        _ => {}
    }
}

#[test]
fn the_same_seed_gives_the_same_data_and_another_one_other_data() {
    assert_eq!(usual(), usual());
    assert_eq!(register(), register());
    let other = Plan { seed: 2, ..plan() };
    assert_ne!(signals(&other).collect::<Vec<_>>(), usual());
    assert_ne!(officers(&other).collect::<Vec<_>>(), register());
}

#[test]
fn no_text_has_a_citizen_service_number_or_a_character_that_steers() {
    let mut all = vec![];
    for signal in usual() {
        texts(&serde_json::to_value(&signal).unwrap(), "", &mut all);
    }
    for officer in register() {
        texts(&serde_json::to_value(&officer).unwrap(), "", &mut all);
    }
    assert!(all.len() > 20_000, "{}", all.len());
    for (field, text) in all {
        assert!(bsn::find(&text).is_empty(), "{field}: {text}");
        assert!(!text.chars().any(is_unsafe), "{field}: {text:?}");
        assert!(!text.contains(['{', '}']), "{field}: {text}");
        assert_eq!(text, text.trim(), "{field}");
        assert!(!text.contains("  "), "{field}: {text}");
    }
}

#[test]
fn titles_are_short_and_many() {
    let titles: BTreeSet<String> = usual().into_iter().map(|signal| signal.facts.title.0).collect();
    assert!(titles.len() >= 60, "{}", titles.len());
    let long: Vec<&String> = titles.iter().filter(|title| title.chars().count() > 52).collect();
    assert_eq!(long, Vec::<&String>::new());
    let fits = titles.iter().filter(|title| title.chars().count() <= 45).count();
    assert!(fits * 100 >= titles.len() * 45, "{fits} of {}", titles.len());
}

#[test]
fn every_scenario_agrees_with_itself() {
    let bodies: BTreeSet<String> = organisation::bodies().into_iter().map(|body| body.code.0).collect();
    let scenarios = scenario::all();
    assert!(scenarios.len() >= 40, "{}", scenarios.len());
    let mut titles = BTreeSet::new();
    for scenario in scenarios {
        let name = scenario.titles[0];
        assert!(scenario.titles.len() >= 2, "{name}");
        assert!(scenario.titles.iter().all(|title| titles.insert(*title)), "{name}: a title stands twice");
        assert!(scenario.domains.len() >= 2, "{name}");
        let named: Vec<&str> = scenario.bodies.iter().map(|(code, _)| *code).collect();
        assert!(named.iter().all(|code| *code == scenario::OWN_MUNICIPALITY || bodies.contains(*code)), "{name}");
        assert!(scenario.ruling.is_none_or(|ruling| named.contains(&ruling.body)), "{name}");
        assert!((3..=5).contains(&scenario.account.len()), "{name}");
        let sentences = scenario.account.iter().chain([&scenario.stalemate, &scenario.reason]);
        for sentence in sentences.chain([&scenario.household_wants, &scenario.professional_wants]) {
            assert!(sentence.ends_with(['.', '?']), "{name}: {sentence}");
            assert!(sentence.starts_with(|c: char| c.is_uppercase() || c == '{'), "{name}: {sentence}");
        }
        assert!(!scenario.tried.is_empty() && !scenario.reason.is_empty(), "{name}");
    }
}

#[test]
fn accounts_are_two_to_five_sentences_in_each_signal() {
    for signal in usual() {
        let account = signal.facts.account.raw();
        let sentences = account.matches(". ").count() + account.matches("? ").count() + 1;
        assert!((2..=6).contains(&sentences), "{account}");
    }
}

#[test]
fn numbers_follow_receipt_and_nothing_repeats() {
    let signals = usual();
    assert_eq!(signals.len(), 320);
    assert_eq!((signals[0].number.to_string(), signals[319].number.to_string()), ("S-2026-00101".into(), "S-2026-00420".into()));
    for pair in signals.windows(2) {
        assert!(pair[0].received_at <= pair[1].received_at);
        assert_eq!(pair[0].number.sequence() + 1, pair[1].number.sequence());
    }
    let ids: BTreeSet<_> = signals.iter().map(|signal| signal.id).collect();
    let sources: BTreeSet<_> = signals.iter().filter_map(|s| s.source.as_ref()).map(|s| (&s.system, &s.reference)).collect();
    let entries: BTreeSet<_> = signals.iter().flat_map(|signal| &signal.timeline).map(|entry| entry.id).collect();
    assert_eq!(ids.len(), 320);
    assert_eq!(sources.len(), signals.iter().filter(|signal| signal.source.is_some()).count());
    assert_eq!(entries.len(), signals.iter().map(|signal| signal.timeline.len()).sum::<usize>());
    assert!(ids.iter().all(|id| id.0.get_version_num() == 7));
    assert_eq!(register().iter().map(|officer| officer.id).collect::<BTreeSet<_>>().len(), 700);
}

#[test]
fn a_new_year_starts_its_own_numbers() {
    let january = Plan { today: zone::read_date("2027-01-15").unwrap(), ..plan() };
    let numbers: Vec<String> = signals(&january).map(|signal| signal.number.to_string()).collect();
    assert_eq!(numbers[0], "S-2026-00101");
    assert!(numbers.contains(&"S-2027-00001".to_owned()));
    assert_eq!(numbers.iter().collect::<BTreeSet<_>>().len(), 320);
}

/// Days on which a calendar is awkward.
fn awkward_days() -> Vec<Plan> {
    let days = ["2026-11-23", "2026-11-22", "2026-12-25", "2027-01-01", "2026-03-29", "2026-10-25", "2028-02-29", "2030-04-22"];
    days.iter().zip(1..).map(|(day, seed)| Plan { today: zone::read_date(day).unwrap(), seed, ..plan() }).collect()
}

#[test]
fn dates_are_consistent() {
    awkward_days().into_iter().for_each(dates_are_consistent_on);
}

fn dates_are_consistent_on(plan: Plan) {
    let today = plan.today;
    for signal in signals(&plan) {
        let received_on = zone::date_of(signal.received_at);
        assert!(received_on <= today && (today - received_on).num_days() <= 56);
        let known = signal.facts.decisions.iter().flat_map(|decision| [decision.announced_on, decision.dated_on]).flatten();
        assert!(known.into_iter().all(|day| day <= received_on && (received_on - day).num_days() < 60), "{}", signal.number);
        assert!(signal.facts.threats.iter().filter_map(|threat| threat.on).all(|day| day >= received_on));
        assert!(signal.facts.tried.iter().filter_map(|attempt| attempt.on).all(|day| day < received_on));
        assert!(signal.facts.snoozed_until.is_none_or(|day| day > today));
        let days: Vec<_> = signal.timeline.iter().map(|entry| entry.at).collect();
        assert!(days.windows(2).all(|pair| pair[0] > pair[1]), "{}: newest first", signal.number);
        assert!(signal.timeline.iter().all(|entry| entry.at == signal.received_at || zone::date_of(entry.at) < today));
        assert_eq!(signal.timeline.last().map(|entry| (entry.kind, entry.at)), Some((EntryKind::Received, signal.received_at)));
        assert_eq!(signal.version, signal.timeline.len() as i64);
    }
}

#[test]
fn the_timeline_ends_in_the_status_and_the_owner_claimed() {
    for signal in awkward_days().iter().flat_map(signals) {
        let last = signal.timeline.iter().find(|entry| entry.kind == EntryKind::Change);
        let status = last.map_or("received", |entry| entry.new.as_ref().unwrap().raw());
        assert_eq!(status, signal.status.code(), "{}", signal.number);
        let claim = signal.timeline.iter().find(|entry| matches!(entry.kind, EntryKind::Claim | EntryKind::Release));
        if let Some(owner) = &signal.owner {
            assert_eq!(
                claim.map(|entry| (entry.kind, entry.by)),
                Some((EntryKind::Claim, Some(owner.account))),
                "{}",
                signal.number
            );
        }
        assert_eq!(signal.outcome.is_some(), matches!(signal.status, Status::Closed | Status::Referred));
    }
}

#[test]
fn the_claims_of_colleagues_last_as_long_as_anybodys() {
    let now = rhythm::at(plan().today, 11 * 60);
    let (mut holds, mut over) = (0, 0);
    for signal in usual() {
        let before = signal.owner.clone();
        match (before, claimed_as_usual(signal, now).owner) {
            (Some(before), Some(after)) if before.holds_at(now) => {
                holds += 1;
                assert_eq!(after.lease_until, now + crate::domain::signal::decide::LEASE);
            }
            (before, after) => {
                over += usize::from(before.is_some());
                assert_eq!(before, after);
            }
        }
    }
    assert!(holds > 20 && over > 0, "{holds} {over}");
}

#[test]
fn proportions_are_believable() {
    let today = plan().today;
    let signals = usual();
    let open: Vec<&Signal> = signals.iter().filter(|signal| signal.status.is_open()).collect();
    assert!((75..93).contains(&(open.len() * 100 / signals.len())), "{} open", open.len());
    let urgency = |wanted| open.iter().filter(|signal| signal.facts.urgency == Some(wanted)).count() * 100 / open.len();
    assert!((1..=6).contains(&urgency(Urgency::Crisis)), "{} % crisis", urgency(Urgency::Crisis));
    assert!((18..=40).contains(&urgency(Urgency::High)), "{} % high", urgency(Urgency::High));
    assert!((35..=60).contains(&urgency(Urgency::Normal)), "{} % normal", urgency(Urgency::Normal));

    let mut days: BTreeMap<&str, usize> = BTreeMap::new();
    for date in open.iter().filter_map(|signal| signal.hard_date.as_ref()) {
        let left = (date.on - today).num_days();
        let lane = match left {
            ..=-1 => "overdue",
            0 => "today",
            1 => "tomorrow",
            2..=6 => "week",
            _ => "later",
        };
        *days.entry(lane).or_default() += 1;
    }
    let share = |lane| days.get(lane).copied().unwrap_or_default() * 100 / open.len();
    assert!((1..=9).contains(&share("overdue")), "{days:?} of {}", open.len());
    assert!(share("today") >= 1 && share("tomorrow") >= 2 && share("week") >= 8 && share("later") >= 30, "{days:?}");
    assert!(open.iter().any(|signal| signal.terms.iter().any(|term| term.uncertain)));
    assert!(open.iter().any(|signal| signal.terms.iter().any(|term| !term.uncertain)));

    let statuses: BTreeSet<Status> = signals.iter().map(|signal| signal.status).collect();
    assert!(statuses.len() >= 9, "{statuses:?}");
    let owned = open.iter().filter(|signal| signal.owner.is_some()).count() * 100 / open.len();
    assert!((30..70).contains(&owned), "{owned} % owned");
}

#[test]
fn the_register_knows_every_municipality_and_several_of_every_body() {
    let register = register();
    let of = |code: &OrganisationCode| register.iter().filter(|officer| officer.facts.organisation == *code).count();
    for organisation in organisation::all() {
        let least = if organisation.code.as_str().starts_with("GM") { 1 } else { 3 };
        assert!(of(&organisation.code) >= least, "{}", organisation.code);
    }
    for officer in &register {
        let facts = &officer.facts;
        assert!(
            !facts.title.is_blank()
                && facts.phone.raw().starts_with("+31 85 555 ")
                && facts.mail.raw().ends_with(".voorbeeld.nl")
        );
        assert!(facts.verified_on.is_none_or(|day| day < plan().today && (plan().today - day).num_days() < 740));
        assert!(facts.budget_euros.is_none() || facts.mandate == Mandate::Decide);
        assert!(facts.valid_from.is_some_and(|from| facts.verified_on.is_none_or(|verified| from < verified)));
    }
    assert!(register.iter().filter(|officer| !officer.facts.name.raw().is_ascii()).count() > 60);
}

#[test]
fn many_signals_are_as_consistent_as_few_and_a_few_do_too() {
    let many = Plan { signals: 3_000, ..plan() };
    let codes: BTreeSet<_> = signals(&many).filter_map(|signal| signal.facts.municipality).collect();
    assert!(codes.len() > 300, "{}", codes.len());
    for few in 0..5 {
        assert_eq!(signals(&Plan { signals: few, officers: few, ..plan() }).count(), few as usize);
        assert_eq!(officers(&Plan { signals: few, officers: few, ..plan() }).count(), few as usize);
    }
}

#[test]
fn colleagues_act_on_what_they_may() {
    let now = rhythm::at(plan().today, 10 * 60);
    let rows: Vec<_> = usual().iter().map(summary).collect();
    let mut random = Random::new(5);
    let mut seen = BTreeSet::new();
    for turn in 0..400 {
        let colleague = colleagues()[turn % 2];
        let owner =
            |id| rows.iter().find(|row| row.id == id).and_then(|row| row.owner.as_ref()).filter(|owner| owner.holds_at(now));
        match colleague_action(&mut random, &colleague, now, &rows) {
            Action::Claim(id, _) => {
                assert_eq!(owner(id), None);
                seen.insert("claim");
            }
            Action::Release(id) => {
                assert_eq!(owner(id).map(|owner| owner.account), Some(colleague.account));
                seen.insert("release");
            }
            Action::Note(id, note) => {
                assert_eq!(owner(id).map(|owner| owner.account), Some(colleague.account));
                assert!(!note.text.raw().contains('{') && bsn::find(note.text.raw()).is_empty());
                seen.insert("note");
            }
            Action::Contact(id, new) => {
                assert_eq!(owner(id).map(|owner| owner.account), Some(colleague.account));
                assert_ne!(new.contact.reached, new.contact.agreed.is_blank());
                seen.insert("contact");
            }
            Action::Report(new) => {
                assert!(new.received_at.is_none() && !new.facts.title.is_blank());
                seen.insert("report");
            }
        }
    }
    assert_eq!(seen.len(), 5, "{seen:?}");
    assert!(matches!(colleague_action(&mut random, &colleagues()[0], now, &[]), Action::Report(_)));
    assert!((20..=40).contains(&pause(&mut random).as_secs()));
}

fn summary(signal: &Signal) -> crate::domain::signal::SignalSummary {
    crate::domain::signal::SignalSummary {
        id: signal.id,
        number: signal.number,
        version: signal.version,
        received_at: signal.received_at,
        status: signal.status,
        urgency: signal.facts.urgency.unwrap_or(Urgency::Normal),
        title: signal.facts.title.clone(),
        municipality: signal.facts.municipality,
        bodies: signal.facts.bodies.iter().map(|body| body.organisation.clone()).collect(),
        hard_date: signal.hard_date.clone(),
        owner: signal.owner.clone(),
        snoozed_until: signal.facts.snoozed_until,
        merged_into: signal.merged_into,
    }
}
