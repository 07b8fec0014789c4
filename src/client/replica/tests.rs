//! The signals of a replica against what a plain reading of the same rows says.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::{
    ids::{AccountId, MunicipalityCode, OrganisationCode, SignalId, SignalNumber},
    signal::{HardDate, HardDateKind, Owner, Status, Urgency},
};

pub(super) fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_secs(1_795_000_000).unwrap()
}

pub(super) fn id(number: u32) -> Uuid {
    Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0000 + u128::from(number) * 0x1_0001)
}

fn signal(number: u32, title: &str) -> SignalSummary {
    SignalSummary {
        id: SignalId(id(number)),
        number: SignalNumber::new(2026, number),
        version: 1,
        received_at: now() - TimeDelta::hours(number.into()),
        status: Status::Received,
        urgency: Urgency::Normal,
        title: title.into(),
        municipality: None,
        bodies: vec![],
        hard_date: None,
        owner: None,
        snoozed_until: None,
        merged_into: None,
    }
}

pub(super) fn apply(replica: &mut Replica, change: &Change) -> Applied {
    replica.apply_line(&serde_json::to_vec(change).unwrap()).unwrap()
}

fn replica_of(rows: &[SignalSummary]) -> Replica {
    let mut replica = Replica::new();
    for row in rows {
        apply(&mut replica, &Change::Signal { row: row.clone() });
    }
    replica
}

fn found(replica: &Replica, query: &str) -> Vec<u32> {
    let rows = replica.signals().select(&SignalQuery::parse(query), Sort::default(), now(), Some(AccountId(id(900))));
    rows.into_iter().map(|row| replica.signals().get(row).unwrap().number().sequence()).collect()
}

fn some_date() -> impl Strategy<Value = Option<NaiveDate>> {
    prop::option::of((-400_i64..400).prop_map(|day| now().date_naive() + TimeDelta::days(day)))
}

prop_compose! {
    fn some_signal()(
        number in 1_u32..40,
        title in "[a-zéïÖ ,\"\\\\\n]{0,12}",
        status in prop::sample::select(Status::ALL),
        urgency in prop::sample::select(Urgency::ALL),
        municipality in prop::option::of(prop::sample::select(vec![344, 518, 893, 9999])),
        bodies in prop::sample::subsequence(vec!["UWV", "SVB", "GM0344", "Iets"], 0..4),
        hard in some_date(),
        kind in prop::sample::select(HardDateKind::ALL),
        owner in prop::option::of((900_u32..903, -2_i64..3)),
        snoozed in some_date(),
        version in 1_i64..9,
    ) -> SignalSummary {
        SignalSummary {
            version,
            status,
            urgency,
            municipality: municipality.map(MunicipalityCode),
            bodies: bodies.iter().map(|code| OrganisationCode((*code).into())).collect(),
            hard_date: hard.map(|on| HardDate {
                on,
                kind,
                label: format!("label {version}").as_str().into(),
                organisation: (kind == HardDateKind::Objection).then(|| OrganisationCode("UWV".into())),
                uncertain: version % 2 == 0,
            }),
            owner: owner.map(|(account, hours)| Owner {
                account: AccountId(id(account)),
                name: format!("Naam {account}").as_str().into(),
                lease_until: now() + TimeDelta::hours(hours),
            }),
            snoozed_until: snoozed,
            ..signal(number, &title)
        }
    }
}

/// A row added or changed, or gone.
fn steps() -> impl Strategy<Value = Vec<(SignalSummary, bool)>> {
    prop::collection::vec((some_signal(), prop::bool::weighted(0.75)), 0..40)
}

#[test]
fn titles_sort_like_texts() {
    let long = "a".repeat(30);
    let titles =
        ["b", "", "Ontruiming, a", "ontruiming, b", "ontruim", "ontruimi", "ontruimin", "ab", "a", "é", &long, "b", &long];
    let rows: Vec<_> = titles.iter().zip(1..).map(|(title, number)| signal(number, title)).collect();
    let replica = replica_of(&rows);
    let mut expected: Vec<_> =
        titles.iter().zip(1_u32..).map(|(title, number)| (crate::domain::fold::fold(title), number)).collect();
    expected.sort();
    for descending in [false, true] {
        let rows = replica.signals().select(&SignalQuery::default(), Sort { by: SortBy::Title, descending }, now(), None);
        let numbers: Vec<u32> = rows.into_iter().map(|row| replica.signals().get(row).unwrap().number().sequence()).collect();
        assert_eq!(numbers, expected.iter().map(|(_, number)| *number).collect::<Vec<_>>());
        expected.reverse();
    }
}

fn sorted(rows: &mut [SignalSummary], by: SortBy) {
    rows.sort_by_key(|row| {
        let none_last = |value: Option<i64>| value.unwrap_or(i64::MAX);
        let key = match by {
            SortBy::HardDate => none_last(row.hard_date.as_ref().map(|hard| (hard.on - NaiveDate::MIN).num_days())),
            SortBy::Received => row.received_at.timestamp_micros(),
            SortBy::Urgency => row.urgency as i64,
            _ => 0,
        };
        let due = || none_last(row.hard_date.as_ref().map(|hard| (hard.on - NaiveDate::MIN).num_days()));
        let then = match by {
            SortBy::HardDate => row.urgency as i64,
            SortBy::Urgency => due(),
            _ => 0,
        };
        (key, then, row.number)
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn holds_what_it_was_told_and_snapshots_stay(steps in steps()) {
        let (mut replica, mut model) = (Replica::new(), std::collections::BTreeMap::new());
        let mut snapshots = vec![];
        for (row, add) in steps {
            if add {
                apply(&mut replica, &Change::Signal { row: row.clone() });
                model.insert(row.id, row);
            } else {
                let gone = apply(&mut replica, &Change::Gone { entity: Entity::Signal, id: row.id.to_string() });
                prop_assert_eq!(gone == Applied::Gone, model.remove(&row.id).is_some());
            }
            snapshots.push((replica.clone(), model.clone()));
        }
        for (replica, model) in snapshots {
            prop_assert_eq!(replica.signals().len() as usize, model.len());
            for (id, row) in &model {
                let at = replica.signals().find(*id).unwrap();
                prop_assert_eq!(&replica.signals().get(at).unwrap().to_summary(), row);
                prop_assert_eq!(replica.signals().find_number(row.number), Some(at));
            }
        }
    }

    #[test]
    fn sorts_as_a_plain_sort_does(rows in prop::collection::vec(some_signal(), 0..60), descending in any::<bool>()) {
        let replica = replica_of(&rows);
        let mut all: Vec<_> = (0..replica.signals().len()).map(|row| replica.signals().get(row).unwrap().to_summary()).collect();
        for by in [SortBy::HardDate, SortBy::Received, SortBy::Urgency, SortBy::Number] {
            sorted(&mut all, by);
            let select = |descending| -> Vec<SignalSummary> {
                let rows = replica.signals().select(&SignalQuery::default(), Sort { by, descending }, now(), None);
                rows.into_iter().map(|row| replica.signals().get(row).unwrap().to_summary()).collect()
            };
            prop_assert_eq!(&select(false), &all);
            if descending && by != SortBy::HardDate {
                let mut reversed = select(true);
                reversed.reverse();
                prop_assert_eq!(&reversed, &all);
            }
        }
    }

    #[test]
    fn a_select_finds_what_one_row_matches(rows in prop::collection::vec(some_signal(), 0..60), query in prop::sample::select(vec![
        "a", "-a", "e o", "status:open", "-status:open", "gemeente:utrecht", "uwv", "instantie:svb,uwv", "eigenaar:vrij",
        "eigenaar:ik", "naam 901", "urgentie:crisis,hoog", "7", "-nummer:7", "den haag",
    ])) {
        let (replica, query) = (replica_of(&rows), SignalQuery::parse(query));
        let mut selected = replica.signals().select(&query, Sort::default(), now(), Some(AccountId(id(900))));
        selected.sort_unstable();
        let one_by_one: Vec<u32> = (0..replica.signals().len())
            .filter(|row| replica.signals().matches(*row, &query, now(), Some(AccountId(id(900)))))
            .collect();
        prop_assert_eq!(selected, one_by_one);
    }
}

#[test]
fn filters() {
    let mut rows: Vec<_> =
        ["Ontruiming, schulden", "Zorg stopt", "Terugvordering toeslag", "Beslag op loon", "Café gesloten"].to_vec();
    let mut rows: Vec<_> = rows.drain(..).zip(1..).map(|(title, number)| signal(number, title)).collect();
    rows[0].municipality = Some(MunicipalityCode(518));
    rows[1].municipality = Some(MunicipalityCode(1900));
    rows[2].bodies = vec![OrganisationCode("DT".into()), OrganisationCode("UWV".into())];
    rows[3].owner =
        Some(Owner { account: AccountId(id(900)), name: "Noor Bäcker".into(), lease_until: now() + TimeDelta::minutes(1) });
    rows[4].owner = Some(Owner { account: AccountId(id(901)), name: "Sem".into(), lease_until: now() - TimeDelta::minutes(1) });
    rows[1].status = Status::Closed;
    rows[2].urgency = Urgency::Crisis;
    rows[4].snoozed_until = now().date_naive().succ_opt();
    let replica = replica_of(&rows);
    for (query, expected) in [
        ("", &[1, 2, 3, 4, 5][..]),
        ("schuld ontr", &[1]),
        ("cafe", &[5]),
        ("den haag", &[1]),
        ("sgravenhage", &[1]),
        ("'s-gravenhage", &[1]),
        ("gemeente:bolsward", &[2]),
        ("bolsward", &[]),
        ("gemeente:0518", &[1]),
        ("uwv", &[3]),
        ("uitvoeringsinstituut", &[3]),
        ("instantie:toeslagen", &[3]),
        ("-uwv -beslag", &[1, 2, 5]),
        ("status:open", &[1, 3, 4, 5]),
        ("-status:open", &[2]),
        ("status:afgesloten", &[2]),
        ("status:", &[1, 2, 3, 4, 5]),
        ("status:onzin", &[]),
        ("urgentie:crisis", &[3]),
        ("eigenaar:ik", &[4]),
        ("eigenaar:backer", &[4]),
        ("behandelaar:NB", &[4]),
        ("bij:n", &[4]),
        ("bij:nx", &[]),
        ("noor", &[4]),
        ("sem", &[]),
        ("eigenaar:vrij", &[1, 2, 3, 5]),
        ("3", &[3]),
        ("S-2026-00003", &[3]),
        ("S-2025-3", &[]),
        ("foo:bar", &[]),
    ] {
        let mut numbers = found(&replica, query);
        numbers.sort_unstable();
        assert_eq!(numbers, expected, "{query}");
    }
    let mut awake = SignalQuery::default();
    (awake.awake_on, awake.open_only, awake.owned) = (Some(now().date_naive()), true, Some(crate::domain::filter::Owned::Free));
    assert_eq!(replica.signals().select(&awake, Sort::default(), now(), None).len(), 2);
}

#[test]
fn lines_that_are_no_change_change_nothing() {
    let mut replica = replica_of(&[signal(1, "Een")]);
    let before = replica.generation();
    for line in [
        &b""[..],
        b"{}",
        b"[]",
        b"<html>",
        b"{\"kind\":\"signal\"}",
        b"{\"kind\":\"signal\",\"row\":{\"id\":1}}",
        b"{\"kind\":\"cursor\",\"cursor\":\"x\"}",
        b"{\"kind\":\"gone\",\"entity\":\"signal\",\"id\":\"x\"}",
        b"{\"kind\":\"signal\",\"row\":\xff}",
    ] {
        assert!(replica.apply_line(line).is_err(), "{}", String::from_utf8_lossy(line));
    }
    assert_eq!((replica.generation(), replica.signals().len(), replica.is_complete()), (before, 1, false));
    assert_eq!(apply(&mut replica, &Change::Cursor { cursor: "17".into(), now: now() }), Applied::Cursor);
    assert_eq!((replica.cursor(), replica.is_complete(), replica.server_now()), (Some("17"), true, Some(now())));
    assert_eq!(apply(&mut replica, &Change::Reset), Applied::Reset);
    assert_eq!((replica.cursor(), replica.is_complete(), replica.signals().len()), (None, false, 0));
    assert!(replica.signals().generation() > 1);
}

#[test]
fn a_line_of_a_newer_server_is_read_as_far_as_it_is_known() {
    let mut replica = Replica::new();
    let mut line = serde_json::to_value(Change::<_, ()>::Signal { row: signal(1, "Een \u{1f} \"twee\"") }).unwrap();
    line["row"]["invented"] = serde_json::json!({"a": [1, 2]});
    line["more"] = serde_json::json!(null);
    let text = line.to_string();
    let body = text.trim_start_matches('{').replacen(",\"kind\":\"signal\"", "", 1).replacen("\"kind\":\"signal\",", "", 1);
    assert_eq!(replica.apply_line(format!("{{\"kind\":\"signal\",{body}\n").as_bytes()).unwrap(), Applied::Signal(0));
    assert_eq!(replica.signals().get(0).unwrap().title(), "Een \u{1f} \"twee\"");
}
