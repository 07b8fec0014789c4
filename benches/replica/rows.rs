//! Invented rows: they look real and are the same every time.

use chrono::{DateTime, TimeDelta, Utc};
use loket::{
    api::change::Change,
    domain::{
        ids::{AccountId, SignalId, SignalNumber},
        municipality, organisation,
        signal::{HardDate, HardDateKind, Owner, SignalSummary, Status, Urgency},
    },
};
use uuid::Uuid;

pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_secs(1_795_000_000).unwrap()
}

/// A few lines of a generator: the data must look real and be the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.roll(list.len())]
    }
}

const PROBLEMS: &[&str] = &[
    "Ontruiming",
    "Terugvordering toeslag",
    "Afsluiting energie",
    "Beslag op inkomen",
    "Zorg stopt",
    "Geen verblijfstitel",
    "Uitkering stopgezet",
    "Boete inburgering",
    "Dubbele inschrijving BRP",
    "Wachttijd beoordeling",
];
const DETAILS: &[&str] =
    &["na scheiding", "met schulden", "zonder inkomen", "na overlijden partner", "bij verhuizing", "door detentie"];
pub fn signals(count: u32) -> impl Iterator<Item = Vec<u8>> {
    let (mut dice, all, bodies) = (Dice(7), municipality::all(), organisation::bodies());
    (1..=count).map(move |number| {
        let body = dice.of(&bodies).code.clone();
        let received_at = now() - TimeDelta::minutes(dice.roll(500_000) as i64);
        let owner = dice.roll(40) as u128;
        let row = SignalSummary {
            id: SignalId(uuid(&mut dice, number)),
            number: SignalNumber::new(2026, number),
            version: 1 + dice.roll(9) as i64,
            received_at,
            status: *dice.of(Status::ALL),
            urgency: *dice.of(Urgency::ALL),
            title: format!("{} {}, {body}", dice.of(PROBLEMS), dice.of(DETAILS)).as_str().into(),
            municipality: Some(dice.of(&all).code),
            bodies: vec![body, dice.of(&bodies).code.clone()],
            hard_date: (dice.roll(3) > 0).then(|| HardDate {
                on: received_at.date_naive() + TimeDelta::days(dice.roll(60) as i64),
                kind: *dice.of(HardDateKind::ALL),
                label: (*dice.of(PROBLEMS)).into(),
                organisation: None,
                uncertain: false,
            }),
            owner: (owner < 20).then(|| Owner {
                account: AccountId(Uuid::from_u128(owner)),
                name: format!("Collega {owner}").as_str().into(),
                lease_until: now() + TimeDelta::minutes(owner as i64),
            }),
            snoozed_until: None,
            merged_into: None,
        };
        serde_json::to_vec(&Change::<_, ()>::Signal { row }).unwrap()
    })
}

pub fn officers(count: u32) -> impl Iterator<Item = Vec<u8>> {
    crate::register::officers(count).map(|row| serde_json::to_vec(&Change::<(), _>::Officer { row }).unwrap())
}

fn uuid(dice: &mut Dice, number: u32) -> Uuid {
    let time = 0x0192_0000_0000_u128 + u128::from(number);
    Uuid::from_u128(time << 80 | 0x7000 << 64 | (dice.roll(1 << 30) as u128) << 32 | dice.roll(1 << 30) as u128)
}
