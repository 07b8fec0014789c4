//! The yearly report of an invented year, as it is written, and the table for spreadsheets.

use chrono::Days;

use super::*;
use crate::{
    domain::{
        Date,
        ids::{AccountId, LessonId, MunicipalityCode, OrganisationCode, SignalNumber},
        lesson::{Lesson, LessonFacts, LessonKind, LessonState},
        numbers::{CaseRow, Counting, Noted, count},
        signal::{Channel, LifeDomain, Outcome, Status, Urgency},
    },
    export::agenda::PaperFormat,
    locale::Language,
};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// 105 cases, spread over the year as a desk has them; every figure follows from the place of a case in the row.
fn cases() -> Vec<CaseRow> {
    let made = |n: u32| {
        let received_on = day("2025-12-01") + Days::new(u64::from(n) * 37 % 390);
        let lasted = Days::new(u64::from(n) * 17 % 120);
        let is_closed = !n.is_multiple_of(4);
        let codes = [344, 344, 599, 363, 14, 307, 344, 518, 80, 363];
        CaseRow {
            number: SignalNumber::new(2026, n),
            received_on,
            closed_on: is_closed.then(|| received_on + lasted),
            status: if is_closed && n.is_multiple_of(9) {
                Status::Withdrawn
            } else if is_closed {
                Status::Closed
            } else {
                Status::WithBody
            },
            outcome: (is_closed && !n.is_multiple_of(9)).then(|| Outcome::ALL[(n % 5) as usize]),
            urgency: Urgency::ALL[(n % 7 % 4) as usize],
            channel: Channel::ALL[(n % 3) as usize],
            municipality: (!n.is_multiple_of(11)).then(|| MunicipalityCode(codes[(n % 10) as usize])),
            bodies: ["UWV", "SVB", "Belastingdienst"][..(n % 4).min(3) as usize]
                .iter()
                .map(|code| OrganisationCode((*code).into()))
                .collect(),
            life_domains: vec![LifeDomain::ALL[(n % 5) as usize]],
            first_contact: (!n.is_multiple_of(6)).then(|| received_on + Days::new(u64::from(n % 4))),
        }
    };
    (1..=115).map(made).collect()
}

fn lessons() -> Vec<Lesson> {
    let lesson = |kind, law: &str, article: &str, pattern: &str| Lesson {
        id: LessonId(uuid::Uuid::nil()),
        version: 1,
        facts: LessonFacts { kind, law: law.into(), article: article.into(), bodies: vec![], pattern: pattern.into() },
        state: LessonState::New,
        cases: vec![],
        item: None,
        meeting: None,
        recorded_at: chrono::DateTime::UNIX_EPOCH,
        recorded_by: AccountId(uuid::Uuid::nil()),
        recorded_by_name: "".into(),
    };
    vec![
        lesson(LessonKind::Law, "Awb", "6:7", "Een herstelbesluit begint een nieuwe termijn *zonder* dat iemand het zegt."),
        lesson(LessonKind::Cooperation, "", "", "Twee instanties wachten op elkaars besluit."),
        lesson(LessonKind::Law, "Participatiewet", "17", "De inlichtingenplicht rekent met maanden, de inkomsten met weken."),
    ]
}

fn numbers(to: &str, counted_on: &str) -> Numbers {
    let noted = (1..=18).map(|n| Noted {
        number: SignalNumber::new(2026, n),
        law: if n < 14 { "Awb" } else { "Participatiewet" }.into(),
        article: match n {
            ..9 => "6:7",
            9..14 => "3:41",
            _ => "17",
        }
        .into(),
    });
    let (cases, noted): (Vec<CaseRow>, Vec<Noted>) = (cases(), noted.collect());
    let period = (day("2026-01-01"), day(to));
    count(&Counting { period, today: day(counted_on), cases: &cases, lessons: &noted, destroyed: Some(6) }).numbers
}

fn written(language: Language, format: PaperFormat, numbers: &Numbers) -> String {
    let texts = Texts::new(language);
    let lessons = lessons();
    String::from_utf8_lossy(&Report { numbers, lessons: &lessons }.write(format, &texts).unwrap()).into_owned()
}

#[test]
fn the_report_reads_as_it_did() {
    let numbers = numbers("2026-12-31", "2027-01-11");
    let kept = [
        (Language::Dutch, include_str!("../../../tests/data/yearly_report_nl.md")),
        (Language::English, include_str!("../../../tests/data/yearly_report_en.md")),
    ];
    let made = kept.map(|(language, _)| written(language, PaperFormat::Markdown, &numbers));
    let is_current = made.iter().zip(kept).all(|(made, (_, kept))| made == kept);
    assert!(is_current, "tests/data/yearly_report_{{nl,en}}.md are not current; they would be:\n{}", made.join("\n=====\n"));
}

#[test]
fn a_year_that_is_not_over_says_so_in_every_format() {
    let so_far = numbers("2026-11-27", "2026-11-27");
    assert!(written(Language::Dutch, PaperFormat::Markdown, &so_far).contains("**TUSSENSTAND** Dit jaar is nog niet voorbij"));
    let page = written(Language::Dutch, PaperFormat::Html, &so_far);
    assert!(page.contains("<title>Jaarverslag 2026 (TUSSENSTAND)</title>") && page.contains("<html lang=\"nl\">"));
    let whole = written(Language::English, PaperFormat::Html, &numbers("2026-12-31", "2027-01-11"));
    assert!(whole.contains("<title>Yearly report 2026</title>") && !whole.contains("SO FAR"));
    assert!(written(Language::Dutch, PaperFormat::Pdf, &so_far).starts_with("%PDF-"));
}

#[test]
fn a_spreadsheet_gets_every_figure_with_its_key() {
    let numbers = numbers("2026-12-31", "2027-01-11");
    let made = csv(&numbers, &Texts::new(Language::Dutch));
    let mut lines = made.lines();
    assert_eq!(lines.next(), Some("\"Tabel\";\"Rij\";\"Kenmerk\";\"Telt\";\"Aantal\""));
    let flow = numbers.flow.as_ref().unwrap();
    let figures = flow.rows.len() * if flow.open_before.is_some() { 3 } else { 2 }
        + numbers.tables.iter().map(|table| table.rows.len()).sum::<usize>();
    assert_eq!(lines.count(), figures);
    let table = numbers.table(NumbersBy::Channel).unwrap();
    assert!(made.contains(&format!(
        "\"Kanaal\";\"formulier\";\"form\";\"ontvangen\";\"{}\"",
        table.rows.iter().find(|row| row.key == "form").unwrap().count
    )));
}

#[test]
fn every_table_row_and_step_has_words_in_both_languages() {
    for language in Language::ALL {
        let texts = Texts::new(*language);
        let has = |key: String| assert!(texts.has(&key), "{key} in {language}");
        for by in NumbersBy::ALL {
            has(format!("numbers-by-{by}"));
            has(format!("numbers-meaning-{by}"));
            if let Some(base) = by.base() {
                has(format!("numbers-base-{base}"));
            }
        }
        for column in FlowColumn::ALL {
            has(format!("numbers-column-{column}"));
        }
        for key in ["rest-of-municipality", "whole-of-municipality", "rest-of-article", "whole-of-article", "other", "none"] {
            has(format!("numbers-{key}"));
        }
        for key in ["step-quarter", "step-half", "step-whole", "days", "days-more", "weeks", "weeks-more", "or-not-yet"] {
            has(format!("numbers-{key}"));
        }
    }
}
