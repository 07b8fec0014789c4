//! Worked cases, and properties over cases by lot: no cell of one to four, none that can be worked out, and nothing lost.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::domain::municipality;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn number(n: u32) -> SignalNumber {
    SignalNumber::new(2026, n)
}

fn case(n: u32, received_on: &str, closed_on: Option<&str>) -> CaseRow {
    CaseRow {
        number: number(n),
        received_on: day(received_on),
        closed_on: closed_on.map(day),
        status: if closed_on.is_some() { Status::Closed } else { Status::InProgress },
        outcome: closed_on.map(|_| Outcome::WithinRules),
        urgency: Urgency::Normal,
        channel: Channel::Form,
        municipality: None,
        bodies: vec![],
        life_domains: vec![],
        first_contact: None,
    }
}

const YEAR: (&str, &str) = ("2026-01-01", "2026-12-31");

fn counted(cases: &[CaseRow], lessons: &[Noted]) -> Counted {
    let today = day("2027-01-10");
    count(&Counting { period: (day(YEAR.0), day(YEAR.1)), today, cases, lessons, destroyed: None })
}

fn rows(counted: &Counted, by: NumbersBy) -> Vec<(String, u32)> {
    counted.numbers.table(by).unwrap().rows.iter().map(|row| (row.key.clone(), row.count)).collect()
}

/// So many cases of each municipality, received in March.
fn of_municipalities(wanted: &[(u16, usize)]) -> Vec<CaseRow> {
    let codes = wanted.iter().flat_map(|(code, count)| std::iter::repeat_n(*code, *count));
    let made = codes
        .zip(1..)
        .map(|(code, n)| CaseRow { municipality: (code > 0).then_some(MunicipalityCode(code)), ..case(n, "2026-03-02", None) });
    made.collect()
}

#[test]
fn a_small_municipality_stands_with_its_province() {
    // Utrecht (0344), Amersfoort (0307) and Zeist (0355) in Utrecht; Groningen (0014) alone in its province.
    let cases = of_municipalities(&[(344, 12), (307, 3), (355, 4), (14, 6)]);
    let found = counted(&cases, &[]);
    let told = rows(&found, NumbersBy::Municipality);
    assert_eq!(told, [("0344".to_owned(), 12), ("rest-of:Utrecht".to_owned(), 7), ("0014".to_owned(), 6)]);
    assert_eq!(rows(&found, NumbersBy::Province), [("Utrecht".to_owned(), 19), ("Groningen".to_owned(), 6)]);
    let behind = found.cases(NumbersBy::Municipality, FlowColumn::Received, Some("rest-of:Utrecht")).unwrap();
    assert_eq!(behind, (13..=19).map(number).collect::<Vec<_>>());
    assert_eq!(found.cases(NumbersBy::Municipality, FlowColumn::Received, Some("0307")), None, "too few to be a row");
}

#[test]
fn what_two_tables_tell_of_a_province_gives_no_small_number_away() {
    // Two cases in Amersfoort: beside the province's 14, a row for Utrecht with 12 would tell them.
    let cases = of_municipalities(&[(344, 12), (307, 2), (14, 6), (1680, 1), (0, 2)]);
    let found = counted(&cases, &[]);
    let municipalities = rows(&found, NumbersBy::Municipality);
    assert_eq!(municipalities[0], ("whole-of:Utrecht".to_owned(), 14));
    // One of Drenthe and two of nowhere are three: the smallest province goes with them, in both tables.
    assert_eq!(municipalities[1..], [("other".to_owned(), 9)]);
    assert_eq!(rows(&found, NumbersBy::Province), [("Utrecht".to_owned(), 14), ("other".to_owned(), 9)]);
}

#[test]
fn in_and_out_are_told_by_the_shortest_step_that_gives_nobody_away() {
    let months = |per_month: usize| -> Vec<CaseRow> {
        let days = (1..=12).flat_map(|month| std::iter::repeat_n(format!("2026-{month:02}-10"), per_month));
        days.zip(1..).map(|(on, n)| case(n, &on, None)).collect()
    };
    let flow = |cases: &[CaseRow]| counted(cases, &[]).numbers.flow.unwrap();
    let monthly = flow(&months(5));
    assert_eq!((monthly.step, monthly.rows.len(), monthly.received(), monthly.open()), (Step::Month, 12, Some(60), Some(60)));
    let quarterly = flow(&months(4));
    assert_eq!((quarterly.step, quarterly.rows.len()), (Step::Quarter, 4));
    assert_eq!(quarterly.rows[1].key, "2026-Q2");
    assert_eq!((quarterly.rows[1].received, quarterly.rows[1].open), (12, Some(24)));
    assert_eq!(flow(&months(1)).step, Step::Half, "three a quarter, six a half year");
    let few = flow(&[case(1, "2026-02-01", None)]);
    assert_eq!((few.rows, few.open_before), (vec![], None));
    assert_eq!(flow(&[]).received(), Some(0), "nothing at all tells of nobody");
}

#[test]
fn how_many_are_open_is_told_nowhere_when_the_beginning_would_be_too_few() {
    let mut cases = vec![case(1, "2025-11-01", None), case(2, "2025-11-01", Some("2026-02-01"))];
    cases.extend((3..70).map(|n| case(n, "2026-03-10", (n < 40).then_some("2026-05-01"))));
    let found = counted(&cases, &[]);
    let flow = found.numbers.flow.clone().unwrap();
    assert_eq!(flow.open_before, None);
    assert!(flow.rows.iter().all(|row| row.open.is_none()) && flow.received() == Some(67));
    let age = found.numbers.table(NumbersBy::Age).unwrap();
    assert_eq!((age.total, age.rows.len()), (None, 0), "the end less what came in and went out is the beginning");
}

#[test]
fn days_are_counted_by_the_nearest_rank() {
    let cases: Vec<CaseRow> =
        (1..=10).map(|n| case(n, "2026-03-01", Some(&(day("2026-03-01") + Days::new(u64::from(n) * 10)).to_string()))).collect();
    let lead = counted(&cases, &[]).numbers.lead_time;
    assert_eq!((lead.median_days, lead.p90_days), (Some(50), Some(90)));
    let nine = counted(&cases[..9], &[]).numbers.lead_time;
    assert_eq!((nine.median_days, nine.p90_days), (Some(50), None), "of nine it would be the longest");
    assert_eq!(counted(&cases[..4], &[]).numbers.lead_time, Spread::default());
}

#[test]
fn classes_of_time_go_with_their_neighbours() {
    let lasting = |n: u32, days: u64| case(n, "2026-01-05", Some(&(day("2026-01-05") + Days::new(days)).to_string()));
    let mut cases: Vec<CaseRow> = (1..=3).map(|n| lasting(n, 3)).collect();
    cases.extend((4..=8).map(|n| lasting(n, 20)));
    cases.extend((9..=20).map(|n| lasting(n, 40)));
    cases.push(lasting(21, 300));
    assert_eq!(rows(&counted(&cases, &[]), NumbersBy::LeadTime), [("0-27".to_owned(), 8), ("28-".to_owned(), 13)]);
}

#[test]
fn articles_stand_with_their_law() {
    let noted = |n: u32, law: &str, article: &str| Noted { number: number(n), law: law.into(), article: article.into() };
    let mut lessons: Vec<Noted> = (1..=6).map(|n| noted(n, "Awb", "6:7")).collect();
    lessons.extend((7..=9).map(|n| noted(n, "awb", "4:7")));
    lessons.extend((9..=11).map(|n| noted(n, "AWB", "3:41")));
    lessons.extend((12..=13).map(|n| noted(n, "Participatiewet", "17")));
    lessons.extend((14..=16).map(|n| noted(n, "", "")));
    // The same again counts once.
    lessons.push(noted(1, "Awb", "6:7"));
    let found = counted(&[], &lessons);
    assert_eq!(
        rows(&found, NumbersBy::Article),
        [("Awb 6:7".to_owned(), 6), ("rest-of:Awb".to_owned(), 5), ("other".to_owned(), 5)]
    );
    assert_eq!(found.numbers.table(NumbersBy::Article).unwrap().total, Some(16));
}

#[test]
fn what_nearly_all_cases_are_about_gives_the_others_away() {
    let with = |n: u32, bodies: &[&str]| CaseRow {
        bodies: bodies.iter().map(|code| OrganisationCode((*code).into())).collect(),
        ..case(n, "2026-03-02", None)
    };
    let mut cases: Vec<CaseRow> = (1..=40).map(|n| with(n, if n <= 10 { &["SVB", "UWV"] } else { &["UWV"] })).collect();
    cases.extend((41..=46).map(|n| with(n, &["CAK"])));
    let told = |cases: &[CaseRow]| rows(&counted(cases, &[]), NumbersBy::Body);
    let of = |name: &str, count| (name.to_owned(), count);
    assert_eq!(told(&cases), [of("UWV", 40), of("SVB", 10), of("CAK", 6)]);
    // Without two of the CAK the total less those of the UWV is four.
    assert_eq!(told(&cases[..44]), [of("SVB", 10), of("other", 44)]);
    assert_eq!(told(&cases[..40]), [of("UWV", 40), of("SVB", 10)], "all of them tells of nobody in particular");
    // Six without a body: those with one and without the UWV are the three of the CAK.
    let mut some: Vec<CaseRow> = cases[..43].to_vec();
    some.extend((44..=49).map(|n| with(n, &[])));
    assert_eq!(told(&some), [of("SVB", 10), of("none", 6), of("other", 43)]);
}

#[test]
fn an_exit_without_an_outcome_counts_by_its_status() {
    let mut cases: Vec<CaseRow> = (1..=8).map(|n| case(n, "2026-02-02", Some("2026-03-03"))).collect();
    cases.extend((9..=14).map(|n| CaseRow {
        status: Status::Withdrawn,
        outcome: None,
        ..case(n, "2026-02-02", Some("2026-03-03"))
    }));
    let told = rows(&counted(&cases, &[]), NumbersBy::Outcome);
    assert_eq!(told, [("within_rules".to_owned(), 8), ("withdrawn".to_owned(), 6)]);
}

/// A case by lot, as a desk has them: many of few, few of many.
fn any_case(n: u32, codes: Arc<[MunicipalityCode]>) -> impl Strategy<Value = CaseRow> {
    let skewed = (0..codes.len(), 0..codes.len(), 0..codes.len()).prop_map(|(one, two, three)| one.min(two).min(three));
    let municipality = prop_oneof![9 => skewed.prop_map(move |at| Some(codes[at])), 1 => Just(None)];
    let bodies = proptest::collection::btree_set((0..12_usize, 0..12_usize).prop_map(|(one, two)| one.min(two)), 0..4);
    let domains = proptest::collection::btree_set((0..18_usize, 0..18_usize).prop_map(|(one, two)| one.min(two)), 0..3);
    let course = (0..500_u64, proptest::option::weighted(0.7, 0..400_u64), proptest::option::weighted(0.8, 0..30_u64));
    (course, 0..7_usize, 0..4_usize, 0..5_usize, municipality, bodies, domains).prop_map(
        move |((received, lasted, contact), ending, urgency, channel, municipality, bodies, domains)| {
            let received_on = day("2025-09-01") + Days::new(received);
            let (status, outcome) = match Outcome::ALL.get(ending) {
                Some(outcome) => (Status::Closed, Some(*outcome)),
                None => (Status::Withdrawn, None),
            };
            CaseRow {
                number: number(n),
                received_on,
                closed_on: lasted.map(|days| received_on + Days::new(days)),
                status: if lasted.is_some() { status } else { Status::Triage },
                outcome: lasted.and(outcome),
                urgency: Urgency::ALL[urgency],
                channel: Channel::ALL[channel],
                municipality,
                bodies: bodies.into_iter().map(|at| OrganisationCode(format!("B{at}"))).collect(),
                life_domains: domains.into_iter().map(|at| LifeDomain::ALL[at]).collect(),
                first_contact: contact.map(|days| received_on + Days::new(days)),
            }
        },
    )
}

fn any_cases(count: std::ops::Range<u32>) -> impl Strategy<Value = Vec<CaseRow>> {
    let codes: Arc<[MunicipalityCode]> = municipality::all().into_iter().map(|one| one.code).collect();
    count.prop_flat_map(move |count| (1..=count).map(|n| any_case(n, codes.clone())).collect::<Vec<_>>())
}

/// Every cell of the answer.
fn cells(numbers: &Numbers) -> Vec<u32> {
    let flow = numbers.flow.iter().flat_map(|flow| {
        let rows = flow.rows.iter().flat_map(|row| [Some(row.received), Some(row.closed), row.open]);
        rows.chain([flow.open_before, flow.received(), flow.closed(), flow.open()]).flatten().collect::<Vec<_>>()
    });
    let tables = numbers.tables.iter().flat_map(|table| table.rows.iter().map(|row| row.count).chain(table.total));
    flow.chain(tables).chain(numbers.destroyed).collect()
}

fn is_small(count: i64) -> bool {
    (1..LEAST as i64).contains(&count.abs())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn no_cell_is_one_to_four_nor_can_be_worked_out(cases in any_cases(0..160)) {
        let found = counted(&cases, &[]);
        let numbers = &found.numbers;
        for cell in cells(numbers) {
            prop_assert!(!is_small(i64::from(cell)), "{numbers:?}");
        }
        for table in &numbers.tables {
            let sum: i64 = table.rows.iter().map(|row| i64::from(row.count)).sum();
            // Folding keeps totals: nobody is left out, so a total less the rest is the row itself.
            let has_several = matches!(table.by, NumbersBy::Body | NumbersBy::LifeDomain | NumbersBy::Article);
            match table.total {
                Some(total) if has_several => {
                    let all: BTreeSet<_> = table.rows.iter().flat_map(|row| found.cases(table.by, FlowColumn::Received, Some(&row.key)).unwrap()).collect();
                    prop_assert_eq!(all.len() as u32, total);
                }
                Some(total) => prop_assert_eq!(sum, i64::from(total)),
                None => prop_assert_eq!(sum, 0),
            }
            let keys: BTreeSet<_> = table.rows.iter().map(|row| &row.key).collect();
            prop_assert_eq!(keys.len(), table.rows.len(), "a key names one row");
            for row in &table.rows {
                // All but one to four in a row tells those.
                let outside = i64::from(table.total.unwrap_or_default()) - i64::from(row.count);
                prop_assert!(!is_small(outside), "{} {row:?}", table.by);
                // And so do all but one to four of those that have a value at all.
                if let Some(without) = table.rows.iter().find(|row| row.kind == RowKind::None).filter(|_| has_several) {
                    prop_assert!(row.kind == RowKind::None || !is_small(outside - i64::from(without.count)), "{} {row:?}", table.by);
                }
                let behind = found.cases(table.by, FlowColumn::Received, Some(&row.key)).unwrap();
                prop_assert_eq!(behind.len() as u32, row.count);
            }
        }
        in_out_and_open_give_no_small_one_away(numbers)?;
        tables_of_places_agree(&found)?;
    }

    #[test]
    fn at_105_cases_a_year_most_tables_have_rows(cases in any_cases(140..145)) {
        let found = counted(&cases, &[]);
        let of_the_year = cases.iter().filter(|case| case.received_on >= day(YEAR.0)).count();
        prop_assert!((70..145).contains(&of_the_year));
        let tables: Vec<_> = found.numbers.tables.iter().filter(|table| table.by != NumbersBy::Article).collect();
        let with_rows = tables.iter().filter(|table| table.rows.len() >= 2).count();
        prop_assert!(with_rows * 4 >= tables.len() * 3, "{with_rows} of {}", tables.len());
    }
}

/// What was open, and what came in, less what went out, is what is open: whichever of the four is not told may not be small.
fn in_out_and_open_give_no_small_one_away(numbers: &Numbers) -> Result<(), TestCaseError> {
    let Some(flow) = numbers.flow.as_ref() else { return Ok(()) };
    let end = numbers.table(NumbersBy::Age).and_then(|table| table.total);
    prop_assert_eq!(end.is_some() && !flow.rows.is_empty(), flow.open().is_some());
    if let (Some(end), Some(received), Some(closed)) = (end, flow.received(), flow.closed()) {
        let before = i64::from(end) + i64::from(closed) - i64::from(received);
        prop_assert!(!is_small(before));
        prop_assert_eq!(Some(before), flow.open_before.map(i64::from));
    }
    Ok(())
}

/// What a province has less its municipalities that are told is nought, or a row.
fn tables_of_places_agree(found: &Counted) -> Result<(), TestCaseError> {
    let province_of: BTreeMap<String, String> =
        municipality::all().into_iter().map(|one| (one.code.to_string(), one.province)).collect();
    let provinces: BTreeMap<String, u32> = rows(found, NumbersBy::Province).into_iter().collect();
    let mut sums: BTreeMap<String, u32> = BTreeMap::new();
    for row in &found.numbers.table(NumbersBy::Municipality).unwrap().rows {
        let province = match row.kind {
            RowKind::One => province_of[&row.of].clone(),
            RowKind::RestOf | RowKind::WholeOf => row.of.clone(),
            _ => row.key.clone(),
        };
        *sums.entry(province).or_default() += row.count;
    }
    prop_assert_eq!(sums, provinces);
    Ok(())
}

#[test]
fn rows_of_time_cover_the_period_and_nothing_else() {
    let cases: Vec<CaseRow> = (0..600)
        .map(|n| CaseRow {
            received_on: NaiveDate::from_ymd_opt(2026, 2, 10).unwrap() + Days::new(n % 200),
            ..case(n as u32 + 1, "2026-02-10", None)
        })
        .collect();
    let period = (day("2026-02-10"), day("2026-08-14"));
    let found = count(&Counting { period, today: day("2026-09-01"), cases: &cases, lessons: &[], destroyed: Some(3) });
    let flow = found.numbers.flow.unwrap();
    assert_eq!((flow.rows[0].first, flow.rows[0].last), (day("2026-02-10"), day("2026-02-28")));
    assert_eq!(flow.rows.last().map(|row| (row.key.as_str(), row.last)), Some(("2026-08", day("2026-08-14"))));
    let whole = cases.iter().filter(|case| case.received_on <= period.1).count() as u32;
    assert_eq!(flow.received(), Some(whole));
    assert_eq!(found.numbers.destroyed, None, "three are told nowhere");
}
