//! The quick search against the plain one of [`reference`](super::reference), over invented entries and questions.

use std::{cmp::Reverse, ops::Range};

use chrono::{DateTime, Days, NaiveDate};
use proptest::{collection::vec, option, prelude::*, sample::select};
use uuid::Uuid;

use super::{
    Hit, HitClass, Leaning, Officers, Precedence,
    column::Column,
    forgiving::Forgiving,
    pool::{Pool, coarse},
    question::Question,
    reference,
    search::Most,
};
use crate::domain::{
    ids::{MunicipalityCode, OfficerId, OrganisationCode},
    officer::{Freshness, Mandate, Officer, OfficerFacts},
    verdict::{Report, Verdict},
};

/// Words alike, so that many fit, nearly fit, or sound so.
const NAMES: &[&str] = &[
    "Jansen",
    "Janssen",
    "Jan",
    "Jansje",
    "Bos",
    "Bosch",
    "Bossche",
    "van den Bosch",
    "Meijer",
    "Meyer",
    "Meier",
    "in 't Veld",
    "Özdemir",
    "Yıldız",
    "Kaczmarek",
    "Caan",
    "Chan",
    "Kaan",
    "Oul-Adali",
    "Bouazzaoui",
    "IJsselstein",
    "de Vries",
    "Vries",
    "aaab",
    "baaa",
    "abaa",
    "Utrecht",
    "van Breda",
    "Haag",
    "Decker",
    "Dekker",
    "Kaak",
    "Caac",
];
const FIRST: &[&str] = &["", "J. ", "P.J. ", "Jan ", "A. van ", "H.C. ", "Mei "];
const TITLES: &[&str] = &["procesregisseur", "zorgmarinier", "regisseur multiproblematiek", "jurist", "", "Janitor"];
const ORGANISATIONS: &[&str] = &["GM0344", "GM0518", "GM0796", "GM0758", "CAK", "SVB", "UWV", "DTenV", "Onbekend", "GM9999"];
const MUNICIPALITIES: &[u16] = &[344, 518, 796, 758, 1900, 14, 9999];
const DOMAINS: &[&str] = &["huisvesting", "schulden & beslag", "toeslagen", "zorgverzekering & langdurige zorg", "Wmo 2015", ""];
const EXCLUDES: &[&str] = &["", "ontruiming", "verblijf", "beslag"];
/// What is asked beside names.
const ASKED: &[&str] = &[
    "utrecht",
    "haag",
    "den",
    "de",
    "van",
    "gemeente",
    "regisseur",
    "marinier",
    "cak",
    "svb",
    "0344",
    "ontruiming",
    "schuld",
    "zorg",
    "wmo",
    "beslissen",
    "bolsward",
    "breda",
    "e",
    "j",
    "&",
    "mandaat:ontruiming",
    "mandaat:beslissen",
    "budget:>2500",
    "budget:<9000",
    "gemeente:breda",
    "plaats:\"den haag\"",
    "naam:bos",
    "functie:regisseur",
    "domein:schulden,wmo",
    "domein:\"schulden beslag\"",
    "instantie:cak",
    "instantie:gemeente",
    "-afwezig",
    "-cak",
    "-jansen",
    "is:gemeld",
    "is:verouderd",
    "is:eindigt",
    "-gemeente:utrecht",
];

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 27).unwrap()
}

/// A day as far from today.
fn day(far: i64) -> NaiveDate {
    match far {
        ..0 => today() - Days::new(far.unsigned_abs()),
        _ => today() + Days::new(far.unsigned_abs()),
    }
}

/// An entry without an id of its own.
fn officer() -> impl Strategy<Value = Officer> {
    let name = (select(FIRST), prop_oneof![9 => select(NAMES).prop_map(str::to_owned), 1 => "[ab]{0,5}"]);
    let of = (select(ORGANISATIONS), select(TITLES), vec(select(DOMAINS), 0..3), vec(select(MUNICIPALITIES), 0..3));
    let may = (select(Mandate::ALL), option::of(select(&[0, 2_500, 5_000, 10_000][..])), select(EXCLUDES));
    let days = (option::of(-400..5_i64), option::of(-3..3_i64), option::of(-3..3_i64), option::of(-40..40_i64), any::<bool>());
    (name, of, may, days).prop_map(
        |((first, last), (organisation, title, domains, served), (mandate, budget, excludes), days)| {
            let (verified, from, until, ends, reported) = days;
            let report = Report {
                at: DateTime::UNIX_EPOCH,
                by: "L. Bos".into(),
                organisation: OrganisationCode("LMM".into()),
                reason: "neemt niet op".into(),
            };
            let facts = OfficerFacts {
                organisation: OrganisationCode(organisation.into()),
                role_code: String::new(),
                title: title.into(),
                name: format!("{first}{last}").as_str().into(),
                phone: Default::default(),
                mail: Default::default(),
                direct_phone: Default::default(),
                direct_mail: Default::default(),
                availability: Default::default(),
                absent_from: from.map(day),
                absent_until: until.map(day),
                deputy: Default::default(),
                mandate,
                mandate_excludes: excludes.into(),
                mandate_source: Default::default(),
                mandate_until: None,
                budget_euros: budget,
                domains: domains.into_iter().map(Into::into).collect(),
                municipalities: served.into_iter().map(MunicipalityCode).collect(),
                escalation: Default::default(),
                valid_from: None,
                valid_to: ends.map(day),
                verified_on: verified.map(day),
                provenance: Default::default(),
            };
            let verdict = Verdict { reports: if reported { vec![report] } else { vec![] }, ..Verdict::default() };
            Officer { id: OfficerId(Uuid::nil()), version: 1, changed_at: DateTime::UNIX_EPOCH, source: None, facts, verdict }
        },
    )
}

/// Words as they are typed: begun, whole, with a slip, without their beginning, and what is no name.
fn question() -> impl Strategy<Value = String> {
    let slip = |(name, at, how, letter): (&str, usize, u8, char)| {
        let mut letters: Vec<char> = name.to_lowercase().chars().collect();
        let at = at % letters.len();
        match how {
            0 => letters.truncate(at + 1),
            1 => letters.insert(at, letter),
            2 => letters[at] = letter,
            3 if letters.len() > 1 => _ = letters.remove(at),
            4 if at > 0 => letters.swap(at - 1, at),
            5 => _ = letters.drain(..at),
            _ => {}
        }
        letters.into_iter().collect::<String>()
    };
    let letter = select(&['a', 'b', 'c', 'i', 'j', 'k', 's', 'y'][..]);
    let word = prop_oneof![
        5 => (select(NAMES), 0..12_usize, 0..8_u8, letter).prop_map(slip),
        4 => select(ASKED).prop_map(str::to_owned),
        1 => "[a-c]{1,5}",
    ];
    vec(word, 1..4).prop_map(|words| words.join(" "))
}

fn letters(of: &'static [&'static str], count: Range<usize>) -> impl Strategy<Value = String> {
    vec(select(of), count).prop_map(|parts| parts.concat())
}

fn id(number: usize) -> OfficerId {
    OfficerId(Uuid::from_u128((number as u128 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)))
}

fn register(entries: Vec<Officer>, gone: &[usize]) -> Officers {
    let mut officers = Officers::default();
    for (number, entry) in entries.into_iter().enumerate() {
        officers.upsert(&Officer { id: id(number), ..entry }).unwrap();
    }
    gone.iter().for_each(|number| _ = officers.remove(*id(*number).0.as_bytes()));
    officers
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_quick_search_gives_what_the_plain_one_gives(
        entries in vec(officer(), 0..200),
        gone in vec(0..200_usize, 0..5),
        questions in vec(question(), 8),
        used in vec((0..200_usize, 1..4_u32), 0..6),
        (own, near) in (option::of(select(ORGANISATIONS)), vec(select(ORGANISATIONS), 0..2)),
        (shown, fine) in (0..30_usize, 1..40_usize),
    ) {
        let officers = register(entries, &gone);
        let code = |code: &str| OrganisationCode(code.into());
        let leaning = Leaning {
            today: today(),
            own: own.map(code),
            near: near.into_iter().map(code).collect(),
            used: used.into_iter().map(|(number, much)| (id(number), much)).collect(),
        };
        for asked in questions {
            let question = Question::parse(&asked);
            if !question.is_empty() {
                let quick = officers.ask(&question, Most { shown, fine }, &leaning);
                let plain = reference::search(&officers, &question, (shown, fine), &leaning);
                prop_assert_eq!(quick, plain, "{}", asked);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// Few letters, those that sound alike among them.
    #[test]
    fn names_are_let_through_as_said(
        names in vec(letters(&["a", "e", "ij", "y", "i", "c", "k", "ch", "ck", " ", "."], 0..7), 1..20),
        word in letters(&["a", "e", "ij", "y", "i", "c", "k", "ch"], 1..5),
    ) {
        let mut column = Column::default();
        names.iter().for_each(|name| column.push(format!("{name}\n").as_bytes()));
        let mut found = vec![None; names.len()];
        Forgiving::new(word.as_bytes()).names(&column, |at, class| found[at] = found[at].max(Some(class)));
        let said: Vec<_> = names.iter().map(|name| reference::let_through(name, &word)).collect();
        prop_assert_eq!(found, said, "{} in {:?}", word, names);
    }

    #[test]
    fn a_pool_keeps_the_best(
        fits in vec((prop_oneof![12 => select(&[HitClass::Typo, HitClass::Letters, HitClass::Inside][..]), 1 => Just(HitClass::WordStart)], 0..4_i64, 0..3_u32), 0..60),
        most in 1..12_usize,
    ) {
        let (mut pool, mut all) = (Pool::new(most), vec![]);
        for (row, (class, rank, used)) in (0..).zip(fits) {
            let fresh = Reverse(Freshness::Fresh);
            let precedence = Precedence { sound: true, near: false, used, own: false, mandate: Mandate::None, there: true, fresh };
            let hit = Hit { row, rank, class, typo: class == HitClass::Typo, precedence };
            all.push(hit);
            if pool.may_take(class, rank) {
                pool.take(hit);
            }
        }
        if all.iter().any(|hit| hit.class == HitClass::WordStart) {
            all.retain(|hit| hit.class == HitClass::WordStart);
        }
        let order = |hit: &Hit| (coarse(hit), hit.row);
        all.sort_by_key(order);
        all.truncate(most);
        let mut kept = pool.into_best();
        kept.sort_by_key(order);
        prop_assert_eq!(kept, all);
    }
}
