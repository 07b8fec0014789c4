//! What tables and rows of numbers are called.

use std::collections::HashMap;

use chrono::Datelike;

use crate::{
    domain::{
        municipality,
        numbers::{FlowRow, NumbersBy, NumbersRow, NumbersTable, RowKind, Step},
        organisation,
        text::RawText,
    },
    locale::Texts,
};

/// The words, with the names that codes stand for.
pub struct Labels<'t> {
    texts: &'t Texts,
    municipalities: HashMap<String, String>,
}

impl<'t> Labels<'t> {
    /// In the language of these texts.
    pub fn new(texts: &'t Texts) -> Self {
        Self { texts, municipalities: municipality::all().into_iter().map(|one| (one.code.to_string(), one.name)).collect() }
    }

    /// The name of a table.
    pub fn table(&self, by: NumbersBy) -> String {
        self.texts.get(&format!("numbers-by-{by}"))
    }

    /// What it counts and how, in a sentence or two.
    pub fn meaning(&self, by: NumbersBy) -> String {
        self.texts.get(&format!("numbers-meaning-{by}"))
    }

    /// Why it has no rows; nothing: it has.
    pub fn lacks(&self, table: &NumbersTable) -> Option<String> {
        let key = match table.total {
            _ if !table.rows.is_empty() => return None,
            Some(0) => "numbers-nothing",
            _ => "numbers-too-few",
        };
        Some(self.texts.get(key))
    }

    /// A row in time: `maart 2026`, `1e kwartaal 2026`.
    pub fn step(&self, step: Step, row: &FlowRow) -> String {
        let (year, month) = (row.first.year().to_string(), row.first.month());
        let part = match step {
            Step::Month => return format!("{} {year}", self.texts.get(&format!("month-{month}"))),
            Step::Quarter => (month - 1) / 3 + 1,
            Step::Half => (month - 1) / 6 + 1,
            Step::Year => return year,
            Step::Whole => return self.texts.get("numbers-step-whole"),
        };
        self.texts.with(&format!("numbers-step-{step}"), &[("part", part.to_string().into()), ("year", year.into())])
    }

    /// What a row is about.
    pub fn row(&self, by: NumbersBy, row: &NumbersRow) -> String {
        match row.kind {
            RowKind::One => self.value(by, &row.of),
            RowKind::RestOf | RowKind::WholeOf => {
                let of = self.value(by, &row.of);
                self.texts.with(&format!("numbers-{}-{by}", row.kind), &[("of", of.into())])
            }
            RowKind::Other | RowKind::None => {
                let own = format!("numbers-{}-{by}", row.kind);
                self.texts.get(&if self.texts.has(&own) { own } else { format!("numbers-{}", row.kind) })
            }
            RowKind::Days => self.days(by, &row.of),
            RowKind::DaysOrNone => self.texts.with("numbers-or-not-yet", &[("days", self.days(by, &row.of).into())]),
        }
    }

    fn value(&self, by: NumbersBy, of: &str) -> String {
        let coded = |prefix: &str| self.texts.get(&format!("{prefix}-{of}"));
        let name = match by {
            NumbersBy::Outcome if self.texts.has(&format!("outcome-{of}")) => coded("outcome"),
            NumbersBy::Outcome => coded("status"),
            NumbersBy::Channel => coded("channel"),
            NumbersBy::Urgency => coded("urgency"),
            NumbersBy::Body => organisation::shown(of),
            NumbersBy::Municipality | NumbersBy::Province => {
                self.municipalities.get(of).cloned().unwrap_or_else(|| of.to_owned())
            }
            _ => of.to_owned(),
        };
        RawText::from(name.as_str()).line().into_string()
    }

    /// Classes of weeks, but of days where it is about the first contact.
    fn days(&self, by: NumbersBy, of: &str) -> String {
        let (from, to) = of.split_once('-').unwrap_or((of, ""));
        let (from, to) = (from.parse::<i64>().unwrap_or_default(), to.parse::<i64>().ok());
        if by == NumbersBy::FirstContact {
            return match to {
                Some(0) => self.texts.get("numbers-same-day"),
                Some(to) if from == to => self.texts.days(to),
                Some(to) => self.texts.with("numbers-days", &[("from", from.into()), ("to", to.into())]),
                None => self.texts.with("numbers-days-more", &[("from", from.into())]),
            };
        }
        match to {
            Some(to) => self.texts.with("numbers-weeks", &[("from", (from / 7).into()), ("to", ((to + 1) / 7).into())]),
            None => self.texts.with("numbers-weeks-more", &[("from", (from / 7).into())]),
        }
    }

    /// Days as weeks with one decimal: `6,4 weken`.
    pub fn weeks(&self, days: i64) -> String {
        let tenths = (days * 10 + 3) / 7;
        let weeks = self.texts.with("numbers-decimal", &[("whole", (tenths / 10).into()), ("tenth", (tenths % 10).into())]);
        self.texts.with("numbers-in-weeks", &[("weeks", weeks.into())])
    }

    /// A part of a whole, in whole hundredths.
    pub fn share(&self, count: u32, total: u32) -> String {
        if total == 0 {
            String::new()
        } else {
            format!("{}%", (u64::from(count) * 200 + u64::from(total)) / (u64::from(total) * 2))
        }
    }
}
