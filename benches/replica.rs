//! The replica at 100,000 and 1,000,000 rows: apply, filter, sort, search.
//!
//! `cargo bench --bench replica`. Goals: filter 5 ms, sort 10 ms, register search 8 ms
//! at 100,000 rows, catching up 100 changes within 20 ms.

// A bench has no reader to tell of a failure but the panic, and says its sizes on standard error.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, OnceLock},
};

use chrono::{DateTime, TimeDelta, Utc};
use divan::{Bencher, black_box, counter::ItemsCount};
use loket::{
    api::change::Change,
    client::replica::{Replica, SignalQuery, Sort, SortBy},
    domain::{
        ids::{AccountId, MunicipalityCode, OfficerId, OrganisationCode, SignalId, SignalNumber},
        municipality,
        officer::{Mandate, Officer, OfficerFacts},
        organisation,
        signal::{HardDate, HardDateKind, LifeDomain, Owner, SignalSummary, Status, Urgency},
    },
    locale::{Language, Texts},
    tui::app::{Choices, Start, State, keymap::Keymap, message::Msg, settings::Settings},
};
use uuid::Uuid;

fn main() {
    divan::main();
}

const SIZES: [u32; 2] = [100_000, 1_000_000];

fn now() -> DateTime<Utc> {
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
const FIRST: &[&str] =
    &["A.", "B.", "C.", "D.", "E.", "F.", "G.", "H.", "J.", "K.", "L.", "M.", "N.", "P.", "R.", "S.", "T.", "W."];
const LAST: &[&str] = &[
    "Jansen",
    "de Vries",
    "Bakker",
    "van Dijk",
    "Visser",
    "Smit",
    "Özdemir",
    "Yıldız",
    "Łukaszewski",
    "Sørensen",
    "in 't Veld",
    "Mulder",
    "de Groot",
    "Bos",
    "Vos",
    "Peters",
    "Hendriks",
    "van Leeuwen",
    "Dekker",
    "Brouwer",
    "Ĳsselstein",
    "El Amrani",
    "Janssen",
    "Willems",
    "van der Meer",
    "Kok",
    "Jacobs",
    "de Haan",
    "Vermeulen",
    "van den Heuvel",
];
const TITLES: &[&str] = &[
    "maatwerkfunctionaris",
    "procesregisseur",
    "zorgmarinier",
    "sociaal pontonnier",
    "doorbraakregisseur",
    "coördinerend professional",
];

fn signals(count: u32) -> impl Iterator<Item = Vec<u8>> {
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
        };
        serde_json::to_vec(&Change::<_, ()>::Signal { row }).unwrap()
    })
}

fn officers(count: u32) -> impl Iterator<Item = Vec<u8>> {
    let (mut dice, all, organisations) = (Dice(9), municipality::all(), organisation::all());
    (1..=count).map(move |number| {
        let organisation = dice.of(&organisations).code.clone();
        let code: MunicipalityCode = dice.of(&all).code;
        let name = match dice.roll(3) {
            0 => format!("{} {}-{}", dice.of(FIRST), dice.of(LAST), dice.of(LAST)),
            _ => format!("{}{} {}", dice.of(FIRST), dice.of(FIRST), dice.of(LAST)),
        };
        let row = Officer {
            id: OfficerId(uuid(&mut dice, number)),
            version: 1,
            changed_at: now(),
            source: None,
            facts: OfficerFacts {
                role_code: "maatwerkfunctionaris".into(),
                title: (*dice.of(TITLES)).into(),
                name: name.as_str().into(),
                phone: format!("+31 20 555 {:04}", dice.roll(10_000)).as_str().into(),
                mail: format!("maatwerk@{}.voorbeeld.nl", organisation.as_str().to_lowercase()).as_str().into(),
                direct_phone: format!("+31 6 555 {:05}", dice.roll(100_000)).as_str().into(),
                direct_mail: Default::default(),
                availability: "ma t/m do, 9.00-17.00".into(),
                absent_until: None,
                deputy: format!("{} {}", dice.of(FIRST), dice.of(LAST)).as_str().into(),
                mandate: *dice.of(&[Mandate::Signal, Mandate::Coordinate, Mandate::Decide]),
                mandate_excludes: "verblijf".into(),
                mandate_source: "mandaatbesluit 2024".into(),
                mandate_until: None,
                budget_euros: Some(5000),
                domains: (0..3).map(|_| dice.of(LifeDomain::ALL).code().into()).collect(),
                municipalities: vec![code],
                escalation: "wethouder".into(),
                valid_from: None,
                valid_to: None,
                verified_on: Some(now().date_naive() - TimeDelta::days(dice.roll(600) as i64)),
                provenance: "opgave organisatie".into(),
                organisation: OrganisationCode(organisation.0),
            },
        };
        serde_json::to_vec(&Change::<(), _>::Officer { row }).unwrap()
    })
}

fn uuid(dice: &mut Dice, number: u32) -> Uuid {
    let time = 0x0192_0000_0000_u128 + u128::from(number);
    Uuid::from_u128(time << 80 | 0x7000 << 64 | (dice.roll(1 << 30) as u128) << 32 | dice.roll(1 << 30) as u128)
}

/// Filled once per size.
fn replica(size: u32) -> Replica {
    static FILLED: OnceLock<Mutex<HashMap<u32, Replica>>> = OnceLock::new();
    let mut filled = FILLED.get_or_init(Mutex::default).lock().unwrap();
    let fill = || {
        let mut replica = Replica::new();
        signals(size).chain(officers(size)).for_each(|line| _ = replica.apply_line(&line).unwrap());
        eprintln!("{size} signals and {size} officers: {:.1} MiB", replica.bytes() as f64 / 1_048_576.0);
        replica
    };
    filled.entry(size).or_insert_with(fill).clone()
}

#[divan::bench(args = SIZES, sample_count = 20, sample_size = 1)]
fn apply(bencher: Bencher<'_, '_>, size: u32) {
    let lines: Vec<Vec<u8>> = signals(size).collect();
    bencher.counter(ItemsCount::new(size)).bench(|| {
        let mut replica = Replica::new();
        lines.iter().for_each(|line| _ = replica.apply_line(line).unwrap());
        replica
    });
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn apply_20_000_officers(bencher: Bencher<'_, '_>) {
    let lines: Vec<Vec<u8>> = officers(20_000).collect();
    bencher.bench(|| {
        let mut replica = Replica::new();
        lines.iter().for_each(|line| _ = replica.apply_line(line).unwrap());
        replica
    });
}

/// With a snapshot held elsewhere, so that every touched block is copied.
#[divan::bench(args = SIZES)]
fn catch_up_100_changes(bencher: Bencher<'_, '_>, size: u32) {
    let replica = replica(size);
    let step = size as usize / 100;
    let lines: Vec<Vec<u8>> = signals(size).step_by(step).collect();
    bencher.bench(|| {
        let mut changed = replica.clone();
        lines.iter().for_each(|line| _ = changed.apply_line(line).unwrap());
        changed
    });
}

/// A hundred changes reach a list somebody looks at: its rows stay, what is new is counted.
#[divan::bench(args = SIZES)]
fn hold_100_changes(bencher: Bencher<'_, '_>, size: u32) {
    let whole = complete(replica(size));
    let mut changed = whole.clone();
    signals(size).step_by(size as usize / 100).for_each(|line| _ = changed.apply_line(&line).unwrap());
    let mut state = State::new(start());
    state.update(Msg::Replica(whole.clone()));
    bencher.bench_local(|| {
        // There and back, so that every pass has news; the figure is that of two.
        state.update(Msg::Replica(changed.clone()));
        state.update(Msg::Replica(whole.clone()))
    });
}

fn complete(mut replica: Replica) -> Replica {
    let line = serde_json::json!({"kind": "cursor", "cursor": "1", "now": now()}).to_string();
    replica.apply_line(line.as_bytes()).unwrap();
    replica
}

fn start() -> Start {
    Start {
        size: (100, 30),
        now: now(),
        seed: [7; 16],
        server: String::new(),
        texts: Arc::new(Texts::new(Language::Dutch)),
        keymap: Arc::new(Keymap::standard()),
        choices: Choices::default(),
        templates: vec![],
        mouse: false,
        plain: false,
        settings: Settings::default(),
        notice: None,
    }
}

#[divan::bench(args = SIZES)]
fn select_everything_by_hard_date(bencher: Bencher<'_, '_>, size: u32) {
    select(bencher, size, "", SortBy::HardDate);
}

#[divan::bench(args = SIZES)]
fn select_everything_by_title(bencher: Bencher<'_, '_>, size: u32) {
    select(bencher, size, "", SortBy::Title);
}

#[divan::bench(args = SIZES)]
fn filter_many_hits(bencher: Bencher<'_, '_>, size: u32) {
    select(bencher, size, "schuld", SortBy::HardDate);
}

#[divan::bench(args = SIZES)]
fn filter_one_letter(bencher: Bencher<'_, '_>, size: u32) {
    select(bencher, size, "e", SortBy::HardDate);
}

#[divan::bench(args = SIZES)]
fn filter_few_hits(bencher: Bencher<'_, '_>, size: u32) {
    select(bencher, size, "ontruiming utrecht svb -schulden status:open", SortBy::HardDate);
}

#[divan::bench(args = SIZES)]
fn filter_number(bencher: Bencher<'_, '_>, size: u32) {
    select(bencher, size, "S-421", SortBy::HardDate);
}

/// The window of facets is open: all six are counted with every key.
#[divan::bench(args = SIZES)]
fn count_facets(bencher: Bencher<'_, '_>, size: u32) {
    let replica = replica(size);
    let query = SignalQuery::parse("");
    bencher.bench(|| replica.signals().facets(black_box(&query), now(), None));
}

/// Nothing holds the word: what is like it is looked for.
#[divan::bench(args = SIZES)]
fn filter_like_a_word(bencher: Bencher<'_, '_>, size: u32) {
    let replica = replica(size);
    let query = SignalQuery::parse("ontruimng").loosened().unwrap();
    let sort = Sort { by: SortBy::HardDate, descending: false };
    bencher.bench(|| replica.signals().select(black_box(&query), sort, now(), None));
}

fn select(bencher: Bencher<'_, '_>, size: u32, query: &str, by: SortBy) {
    let replica = replica(size);
    let query = SignalQuery::parse(query);
    let sort = Sort { by, descending: false };
    bencher.bench(|| replica.signals().select(black_box(&query), sort, now(), None));
}

#[divan::bench(args = SIZES)]
fn search_one_letter(bencher: Bencher<'_, '_>, size: u32) {
    search(bencher, size, "j");
}

#[divan::bench(args = SIZES)]
fn search_name(bencher: Bencher<'_, '_>, size: u32) {
    search(bencher, size, "jansen");
}

#[divan::bench(args = SIZES)]
fn search_three_words(bencher: Bencher<'_, '_>, size: u32) {
    search(bencher, size, "regisseur utrecht huisv");
}

#[divan::bench(args = SIZES)]
fn search_with_a_slip(bencher: Bencher<'_, '_>, size: u32) {
    search(bencher, size, "lukaszevski");
}

#[divan::bench(args = SIZES)]
fn search_nothing(bencher: Bencher<'_, '_>, size: u32) {
    search(bencher, size, "qqqq");
}

#[divan::bench(args = SIZES)]
fn search_empty(bencher: Bencher<'_, '_>, size: u32) {
    search(bencher, size, "");
}

fn search(bencher: Bencher<'_, '_>, size: u32, query: &str) {
    let replica = replica(size);
    let today = "2026-11-23".parse().unwrap();
    bencher.bench(|| replica.officers().search(black_box(query), 50, today));
}
