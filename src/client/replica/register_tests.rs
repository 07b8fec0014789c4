//! The register of a replica: entries come back whole, and are found as people look for them.

use chrono::NaiveDate;

use super::{
    tests::{apply, id, now},
    *,
};
use crate::domain::{
    ids::{MunicipalityCode, OfficerId, OrganisationCode},
    officer::{Mandate, Officer, OfficerFacts},
    signal::Source,
    verdict::{Report, Verdict},
};

fn officer(number: u32, organisation: &str, name: &str, title: &str) -> Officer {
    Officer {
        id: OfficerId(id(number)),
        version: number.into(),
        changed_at: now(),
        source: None,
        verdict: Verdict {
            verified_by: "M. Visser".into(),
            reports: vec![Report {
                at: now(),
                by: "L. Bos".into(),
                organisation: OrganisationCode("LMM".into()),
                reason: "neemt niet op".into(),
            }],
        },
        facts: OfficerFacts {
            organisation: OrganisationCode(organisation.into()),
            role_code: "maatwerkfunctionaris".into(),
            title: title.into(),
            name: name.into(),
            phone: "+31 20 555 4657".into(),
            mail: "maatwerk@voorbeeld.nl".into(),
            direct_phone: Default::default(),
            direct_mail: Default::default(),
            availability: "ma-do".into(),
            absent_from: None,
            absent_until: None,
            deputy: "E. Smits".into(),
            mandate: Mandate::Decide,
            mandate_excludes: "verblijf".into(),
            mandate_source: Default::default(),
            mandate_until: None,
            budget_euros: Some(5000),
            domains: vec!["huisvesting".into(), "schulden & beslag".into()],
            municipalities: vec![],
            escalation: Default::default(),
            valid_from: NaiveDate::from_ymd_opt(2024, 1, 1),
            valid_to: None,
            verified_on: NaiveDate::from_ymd_opt(2025, 10, 10),
            provenance: "opgave organisatie".into(),
        },
    }
}

/// Half a year after the entries were verified.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 4, 10).unwrap()
}

fn register() -> Replica {
    let mut replica = Replica::new();
    let mut utrecht = officer(1, "GM0344", "P. Bakker", "procesregisseur");
    utrecht.facts.municipalities = vec![MunicipalityCode(344)];
    utrecht.facts.domains = vec!["toeslagen".into()];
    utrecht.source = Some(Source { system: "register".into(), reference: "a-1".into() });
    let mut national = officer(2, "CAK", "G. Özdemir", "maatwerkambassadeur");
    national.facts.municipalities = vec![MunicipalityCode(518), MunicipalityCode(1900)];
    national.facts.budget_euros = None;
    national.facts.mandate = Mandate::Signal;
    let rows = [
        utrecht,
        national,
        officer(3, "SVB", "M. Jansen", "zorgmarinier"),
        officer(4, "UWV", "J. van Jansenius", "zorgmarinier"),
        officer(5, "BD", "S. in 't Veld", "sociaal pontonnier"),
        officer(6, "GM0518", "D. Łukaszewski", "doorbraakregisseur"),
        officer(7, "DUO", "A. de Vries", "procesregisseur"),
    ];
    for row in rows {
        apply(&mut replica, &Change::Officer { row });
    }
    replica
}

fn names(replica: &Replica, query: &str) -> Vec<String> {
    let name = |hit: &Hit| replica.officers().get(hit.row).unwrap().name().to_owned();
    replica.officers().search(query, 10, &Leaning::on(today())).iter().map(name).collect()
}

#[test]
fn an_entry_comes_back_whole() {
    let mut all = officer(9, "GM0344", "N", "t");
    let facts = &mut all.facts;
    facts.absent_from = NaiveDate::from_ymd_opt(2026, 12, 1);
    (facts.absent_until, facts.mandate_until, facts.valid_to) =
        (NaiveDate::from_ymd_opt(2026, 12, 24), NaiveDate::from_ymd_opt(2030, 1, 1), NaiveDate::from_ymd_opt(9999, 12, 31));
    (facts.direct_phone, facts.direct_mail, facts.escalation) = ("1".into(), "2".into(), "wethouder L. Bos".into());
    (facts.mandate_source, facts.budget_euros) = ("besluit \u{1f}\n".into(), Some(-3));
    for row in [all, officer(8, "Onbekend", "", "")] {
        let mut replica = register();
        apply(&mut replica, &Change::Officer { row: row.clone() });
        let at = replica.officers().find(row.id).unwrap();
        assert_eq!(replica.officers().get(at).unwrap().officer(), row);
    }
    let replica = register();
    let one = replica.officers().get(0).unwrap();
    assert_eq!(one.officer().source.unwrap().reference.raw(), "a-1");
    assert_eq!(
        (one.organisation_name(), one.phone(), one.mail()),
        ("Gemeente Utrecht", "+31 20 555 4657", "maatwerk@voorbeeld.nl")
    );
}

#[test]
fn the_register_is_found_by_everything_on_the_card() {
    let replica = register();
    for (query, first) in [
        ("ozdemir", "G. Özdemir"),
        ("cak", "G. Özdemir"),
        ("luka", "D. Łukaszewski"),
        ("den haag", "D. Łukaszewski"),
        ("sgravenhage", "D. Łukaszewski"),
        ("'s-Gravenhage", "D. Łukaszewski"),
        ("utrecht", "P. Bakker"),
        ("toeslagen", "P. Bakker"),
        ("bolsward", "G. Özdemir"),
        ("pontonnier", "S. in 't Veld"),
        ("in 't veld", "S. in 't Veld"),
        ("veld", "S. in 't Veld"),
        ("van de vries", "A. de Vries"),
        ("signaleren", "G. Özdemir"),
        ("regisseur duo", "A. de Vries"),
        ("duo regisseur", "A. de Vries"),
        ("jansen", "M. Jansen"),
        ("zorgm jansen", "M. Jansen"),
    ] {
        assert_eq!(names(&replica, query).first().map(String::as_str), Some(first), "{query}");
    }
    assert_eq!(names(&replica, "jansen"), ["M. Jansen", "J. van Jansenius"]);
    assert_eq!(names(&replica, "haag").len(), 2, "the one of The Hague and the one who serves it");
    assert_eq!(names(&replica, "qqq"), [""; 0]);
    assert_eq!(names(&replica, "verblijf"), [""; 0], "what a mandate excludes is no reason to call");
    assert_eq!(names(&replica, " ").len(), 7);
}

#[test]
fn a_slip_is_forgiven_and_told() {
    let replica = register();
    for (query, row, typo, class) in [
        ("jnasen", 2, true, HitClass::Typo),
        ("bakkr", 0, false, HitClass::Letters),
        ("baker", 0, false, HitClass::Letters),
        ("bekker", 0, true, HitClass::Typo),
        ("bakk", 0, false, HitClass::WordStart),
        ("kker", 0, false, HitClass::Inside),
        ("bakker", 0, false, HitClass::Word),
    ] {
        let hits = replica.officers().search(query, 3, &Leaning::on(today()));
        assert_eq!(hits.first().map(|hit| (hit.row, hit.typo, hit.class)), Some((row, typo, class)), "{query}");
    }
    // In the name of an organisation and of a municipality too.
    let exact: Vec<u32> = replica.officers().search("utrecht", 3, &Leaning::on(today())).iter().map(|hit| hit.row).collect();
    for query in ["utrechtt", "utrecth", "utrechd", "urtecht"] {
        let found: Vec<u32> = replica.officers().search(query, 3, &Leaning::on(today())).iter().map(|hit| hit.row).collect();
        assert_eq!(found, exact, "{query}");
    }
    assert!(replica.officers().search("xq", 3, &Leaning::on(today())).is_empty());
}

#[test]
fn of_equals_what_ended_or_is_stale_comes_last() {
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    let mut replica = Replica::new();
    let mut entry = |number: u32, name: &str, change: &dyn Fn(&mut OfficerFacts)| {
        let mut row = officer(number, "CAK", name, "maatwerkambassadeur");
        change(&mut row.facts);
        apply(&mut replica, &Change::Officer { row });
    };
    entry(1, "A. Oud", &|facts| facts.verified_on = day("2024-01-01"));
    entry(2, "B. Over", &|facts| facts.mandate_until = day("2026-04-09"));
    entry(3, "C. Weg", &|facts| facts.valid_to = day("2026-04-09"));
    entry(4, "D. Nooit", &|facts| facts.verified_on = None);
    entry(5, "Z. Vers", &|facts| facts.mandate_until = day("2026-04-10"));
    assert_eq!(names(&replica, "cak"), ["Z. Vers", "A. Oud", "B. Over", "C. Weg", "D. Nooit"]);
    // What fits better is first all the same.
    assert_eq!(names(&replica, "oud")[0], "A. Oud");
}
