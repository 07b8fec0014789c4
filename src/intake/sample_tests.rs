//! The samples of the programme, letter by letter.

use super::*;
use crate::domain::{
    ids::MunicipalityCode,
    officer::Mandate,
    signal::{Channel, LifeDomain, Urgency},
};

const SIGNALS: &[u8] = include_bytes!("../../tests/data/samples/signalen.csv");
const REGISTER: &[u8] = include_bytes!("../../tests/data/samples/register.csv");

#[test]
fn fourteen_signals() {
    let intake = signals("signalen.csv", SIGNALS, &Context::embedded());
    assert_eq!(
        (intake.rows.len(), &intake.faults[..], &intake.remarks[..], &intake.repeated[..]),
        (14, &[][..], &[][..], &[][..])
    );
    assert_eq!(intake.rows.iter().map(|row| row.line).collect::<Vec<_>>(), (2..=15).collect::<Vec<_>>());
    let one = |reference: &str| {
        let found = intake.rows.iter().find(|row| row.value.source.as_ref().is_some_and(|s| s.reference.raw() == reference));
        &found.unwrap_or_else(|| panic!("{reference}")).value
    };
    let leeuwarden = one("INT-2602");
    assert_eq!(leeuwarden.channel, Channel::Mail);
    assert_eq!(leeuwarden.facts.municipality, Some(MunicipalityCode(80)));
    assert_eq!(leeuwarden.facts.bodies.iter().map(|b| b.organisation.as_str()).collect::<Vec<_>>(), ["CAK", "RvIG"]);
    assert_eq!(leeuwarden.facts.life_domains, [LifeDomain::HealthInsurance, LifeDomain::ResidenceAndIdentity]);
    assert_eq!(leeuwarden.facts.threats[0].on.map(|day| day.to_string()), Some("2026-11-30".into()));
    assert_eq!(leeuwarden.facts.decisions[0].reference.raw(), "OV-2026-55210");
    assert_eq!(leeuwarden.facts.urgency, Some(Urgency::High));
    assert_eq!(leeuwarden.received_at.map(|at| at.to_rfc3339()), Some("2026-11-17T07:55:00+00:00".into()));
    assert_eq!(leeuwarden.source.as_ref().map(|s| s.system.as_str()), Some("kenmerk"));
    assert_eq!(one("INT-2605").facts.reporter.organisation.raw(), "Gemeente Súdwest-Fryslân");
    assert_eq!(one("INT-2608").facts.reporter.function.raw(), "coördinerend professional");
    assert_eq!(one("INT-2610").facts.reporter.name.raw(), "H. Çelik");
    assert_eq!(
        one("INT-2605").facts.account.raw(),
        "Boete van DUO voor te laat inburgeren. Mevrouw lag elf weken in het ziekenhuis; de ontheffing is afgewezen omdat het formulier te laat was."
    );
    assert_eq!(one("INT-2607").facts.bodies, vec![]);
    assert_eq!(one("INT-2607").facts.decisions, vec![]);
}

#[test]
fn six_hundred_and_eleven_officers() {
    let intake = register("register.csv", REGISTER, &Context::embedded());
    assert_eq!((intake.rows.len(), &intake.faults[..], &intake.remarks[..]), (611, &[][..], &[][..]));
    let named = |name: &str| {
        let found = intake.rows.iter().find(|row| row.value.facts.name.raw() == name);
        &found.unwrap_or_else(|| panic!("{name}")).value.facts
    };
    for name in ["G. Özdemir", "C. Ĳsselstein", "D. Łukaszewski", "R. Van der Velde-Çetin", "S. in 't Veld"] {
        named(name);
    }
    let veld = named("S. in 't Veld");
    assert_eq!(
        (veld.organisation.as_str(), veld.title.raw(), veld.mandate),
        ("GM0037", "coördinerend professional", Mandate::Decide)
    );
    assert_eq!((veld.budget_euros, veld.mandate_excludes.raw(), veld.phone.raw()), (Some(5000), "verblijf", "+31 20 555 2533"));
    assert_eq!(veld.municipalities, [MunicipalityCode(37)]);
    assert_eq!(veld.domains.iter().map(|d| d.raw()).collect::<Vec<_>>(), ["schulden & beslag", "huisvesting", "onderwijs (DUO)"]);
    let svb = intake.rows.iter().find(|row| row.value.facts.organisation.as_str() == "SVB").map(|row| &row.value.facts);
    assert_eq!(svb.map(|facts| facts.domains.iter().map(|d| d.raw()).collect()), Some(vec!["AOW, kinderbijslag, Anw, pgb"]));
}

#[test]
fn the_same_file_gives_the_same_rows() {
    let context = Context::embedded();
    assert_eq!(signals("a.csv", SIGNALS, &context), signals("b.csv", SIGNALS, &context));
    assert_eq!(register("a.csv", REGISTER, &context), register("b.csv", REGISTER, &context));
}
