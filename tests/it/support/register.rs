//! A generated register of any size, the same every time. Nobody in it exists. The search tests and the benches use it.

use chrono::{DateTime, Days, NaiveDate};
use loket::domain::{
    ids::{OfficerId, OrganisationCode},
    municipality,
    officer::{Mandate, Officer, OfficerFacts},
    organisation,
};
use uuid::Uuid;

const NAMES: &str = include_str!("../../data/register-names.txt");

const BODY_TITLES: &[&str] = &[
    "maatwerkfunctionaris",
    "coördinator maatwerkplaats",
    "medewerker bijzondere zaken",
    "senior adviseur maatwerk",
    "casemanager complexe zaken",
    "persoonlijk zaakbehandelaar",
    "escalatiefunctionaris",
    "manager uitvoering",
];
const MUNICIPAL_TITLES: &[&str] = &[
    "maatwerkfunctionaris",
    "zorgmarinier",
    "sociaal pontonnier",
    "doorbraakregisseur",
    "maatwerkambassadeur",
    "procesregisseur",
    "coördinerend professional",
    "casusregisseur",
    "gezinsregisseur",
    "stadsmarinier",
    "regisseur multiproblematiek",
];
const DOMAINS: &[&str] = &[
    "financiën",
    "schulden & beslag",
    "toeslagen",
    "werk & opleiding",
    "dagbesteding",
    "huisvesting",
    "huiselijke relaties",
    "geestelijke gezondheid",
    "lichamelijke gezondheid",
    "middelengebruik",
    "justitie",
    "verblijf & identiteit",
    "onderwijs (DUO)",
    "zorgverzekering & langdurige zorg",
    "kinderen & veiligheid",
];
const LAWS: &[&str] = &["Participatiewet", "Wmo 2015", "Jeugdwet", "Wgs", "Wlz", "Zvw", "Awir", "Vreemdelingenwet 2000"];
const EXCLUDES: &[&str] = &[
    "ontruiming",
    "verblijf",
    "kwijtschelding belastingen",
    "urgentie voor een woning",
    "uitgaven boven het budget",
    "jeugdbescherming",
];

/// The day on which the register is looked at.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// The data must look real and be the same every time, on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.roll(list.len())]
    }

    fn below(&mut self, percent: usize) -> bool {
        self.roll(100) < percent
    }
}

/// First names and surnames that go together.
struct Origin {
    first: Vec<&'static str>,
    last: Vec<&'static str>,
}

fn origins() -> Vec<Origin> {
    let lines: Vec<&'static str> = NAMES.lines().filter(|line| !line.starts_with('#')).collect();
    let list = |line: &'static str| line.split(" | ").collect();
    lines.chunks(3).map(|section| Origin { first: list(section[1]), last: list(section[2]) }).collect()
}

/// The first `count` entries: an eighth of bodies, the rest of municipalities.
pub fn officers(count: u32) -> impl Iterator<Item = Officer> {
    let (mut dice, municipalities, bodies, origins) = (Dice(2026), municipality::all(), organisation::bodies(), origins());
    (1..=count).map(move |number| {
        let of_body = dice.below(12);
        let (organisation, own) = if of_body {
            (dice.of(&bodies).code.clone(), None)
        } else {
            let code = dice.of(&municipalities).code;
            (OrganisationCode::of_municipality(code), Some(code))
        };
        let name = if dice.roll(100) >= 7 { name(&mut dice, &origins) } else { String::new() };
        let title = *dice.of(if of_body { BODY_TITLES } else { MUNICIPAL_TITLES });
        let mandate = match dice.roll(100) {
            ..44 => Mandate::Decide,
            44..76 => Mandate::Coordinate,
            76..96 => Mandate::Signal,
            _ => Mandate::None,
        };
        let excludes = if dice.below(50) { *dice.of(EXCLUDES) } else { "" };
        let budget = (dice.below(60) && mandate == Mandate::Decide).then(|| *dice.of(&[2_500, 5_000, 10_000, 15_000]));
        let mut domains: Vec<&str> = vec![];
        for _ in 0..1 + dice.roll(3) {
            let domain = *dice.of(DOMAINS);
            if !domains.contains(&domain) {
                domains.push(domain);
            }
        }
        if dice.below(15) {
            domains.push(*dice.of(LAWS));
        }
        let absent = dice.below(5);
        let verified = today() - Days::new(dice.roll(700) as u64);
        let ended = dice.below(4);
        let direct = dice.roll(100_000);
        let central =
            own.map_or_else(|| 9_000 + organisation.as_str().bytes().map(usize::from).sum::<usize>(), |code| code.0.into());
        Officer {
            id: OfficerId(Uuid::from_u128(
                (0x0192_0000_0000 + u128::from(number)) << 80 | 0x7000 << 64 | 0x8000 << 48 | direct as u128,
            )),
            version: 1,
            changed_at: DateTime::from_timestamp_secs(1_795_000_000).unwrap(),
            source: None,
            verdict: Default::default(),
            facts: OfficerFacts {
                role_code: "maatwerkfunctionaris".into(),
                title: title.into(),
                name: name.into(),
                phone: format!("+31 85 555 {central:04}").into(),
                mail: format!("maatwerk@{}.voorbeeld.nl", organisation.as_str().to_lowercase()).into(),
                direct_phone: format!("+31 6 555 {direct:05}").into(),
                direct_mail: "".into(),
                availability: "werkdagen 9.00 tot 17.00 uur".into(),
                absent_from: None,
                absent_until: NaiveDate::from_ymd_opt(2026, 12, 10).filter(|_| absent),
                deputy: "".into(),
                mandate,
                mandate_excludes: excludes.into(),
                mandate_source: "mandaatbesluit 2025".into(),
                mandate_until: None,
                budget_euros: budget,
                domains: domains.into_iter().map(Into::into).collect(),
                municipalities: own.into_iter().collect(),
                escalation: "".into(),
                valid_from: None,
                valid_to: NaiveDate::from_ymd_opt(2026, 10, 31).filter(|_| ended),
                verified_on: Some(verified),
                provenance: "opgave organisatie".into(),
                organisation,
            },
        }
    })
}

fn name(dice: &mut Dice, origins: &[Origin]) -> String {
    let origin = &origins[match dice.roll(100) {
        ..52 => 0,
        52..60 => 1,
        60..73 => 2,
        73..84 => 3,
        84..91 => 4,
        _ => 5,
    }];
    let (first, mut last) = (*dice.of(&origin.first), (*dice.of(&origin.last)).to_owned());
    if dice.roll(12) == 0 {
        last = format!("{last}-{}", dice.of(&origin.last));
    }
    let initial = |name: &str| name.chars().next().unwrap_or_default();
    match dice.roll(10) {
        ..3 => format!("{first} {last}"),
        3..5 => format!("{}.{}. {last}", initial(first), initial(dice.of::<&str>(&origin.first))),
        _ => format!("{}. {last}", initial(first)),
    }
}
