//! The yearly report: every table with what it counts, the lessons of the year, and how it was counted.

use chrono::Datelike;

use super::Labels;
use crate::{
    domain::{
        lesson::{Lesson, LessonKind},
        numbers::{LEAST, Numbers, NumbersBy, NumbersTable},
        text::SafeText,
    },
    export::agenda::{
        PaperFormat, Refused,
        model::{Block, Document, Draft, Table},
        words, written,
    },
    locale::{Texts, Value},
};

/// The order of the tables in it.
const ORDER: [NumbersBy; 11] = [
    NumbersBy::Age,
    NumbersBy::LeadTime,
    NumbersBy::FirstContact,
    NumbersBy::Outcome,
    NumbersBy::Channel,
    NumbersBy::Urgency,
    NumbersBy::Municipality,
    NumbersBy::Province,
    NumbersBy::Body,
    NumbersBy::LifeDomain,
    NumbersBy::Article,
];

/// The colour of headings and rules.
const ACCENT: [u8; 3] = [0x15, 0x42, 0x73];

/// What a report tells.
pub struct Report<'r> {
    /// Every number of the year.
    pub numbers: &'r Numbers,
    /// The lessons that were noted in it, oldest first.
    pub lessons: &'r [Lesson],
}

impl Report<'_> {
    /// Writes it.
    ///
    /// # Errors
    /// What the writer of PDF says.
    pub fn write(&self, format: PaperFormat, texts: &Texts) -> Result<Vec<u8>, String> {
        written(&self.document(texts), format, &words::Words::new(texts)).map_err(|refused| match refused {
            Refused::NotWritten(detail) => detail,
            other => format!("{other:?}"),
        })
    }

    fn document(&self, texts: &Texts) -> Document {
        let words = Words { texts, labels: Labels::new(texts), numbers: self.numbers };
        let year = self.numbers.from.year().to_string();
        let mut blocks = words.opening();
        blocks.extend(words.flow());
        for by in ORDER {
            if let Some(table) = self.numbers.table(by) {
                blocks.extend(words.table(table));
            }
        }
        blocks.extend(words.lessons(self.lessons));
        blocks.extend(words.method());
        // As long as the year is not over it is no report of it.
        let is_whole = self.numbers.to.succ_opt().is_none_or(|next| next.year() != self.numbers.from.year());
        let draft =
            Draft { mark: words.get("draft"), sentence: words.with("draft-sentence", &[("to", words.day(self.numbers.to))]) };
        Document {
            language: texts.language(),
            letterhead: vec![words.get("letterhead")],
            accent: ACCENT,
            title: words.with("title", &[("year", year.clone().into())]),
            draft: (!is_whole).then_some(draft),
            foot: words.with("foot", &[("year", year.into()), ("on", words.day(self.numbers.counted_on))]),
            blocks,
        }
    }
}

struct Words<'w> {
    texts: &'w Texts,
    labels: Labels<'w>,
    numbers: &'w Numbers,
}

impl Words<'_> {
    fn get(&self, key: &str) -> SafeText {
        SafeText::line(&self.texts.get(&format!("report-{key}")))
    }

    fn with(&self, key: &str, values: &[(&str, Value)]) -> SafeText {
        SafeText::line(&self.texts.with(&format!("report-{key}"), values))
    }

    fn day(&self, day: crate::domain::Date) -> Value {
        self.texts.day_in_full(day).into()
    }

    /// The figures that are looked for first.
    fn opening(&self) -> Vec<Block> {
        let numbers = self.numbers;
        let few = || self.texts.get("numbers-too-few");
        let count = |count: Option<u32>| count.map_or_else(few, |count| count.to_string());
        let flow = numbers.flow.as_ref();
        let spread = |median: Option<String>, p90: Option<String>| match (median, p90) {
            (Some(median), Some(p90)) => self.texts.with("report-spread", &[("median", median.into()), ("p90", p90.into())]),
            (Some(median), None) => self.texts.with("report-median", &[("median", median.into())]),
            _ => few(),
        };
        let lead = numbers.lead_time;
        let contact = numbers.first_contact;
        let weeks = |days: Option<i64>| days.map(|days| self.labels.weeks(days));
        let days = |days: Option<i64>| days.map(|days| self.texts.days(days));
        let mut figures = vec![
            ("received", count(flow.and_then(|flow| flow.received()))),
            ("closed", count(flow.and_then(|flow| flow.closed()))),
            ("open-before", count(flow.and_then(|flow| flow.open_before))),
            ("open", count(flow.and_then(|flow| flow.open()))),
            ("lead-time", spread(weeks(lead.median_days), weeks(lead.p90_days))),
            ("first-contact", spread(days(contact.median_days), days(contact.p90_days))),
        ];
        if let Some(destroyed) = numbers.destroyed.filter(|count| *count > 0) {
            figures.push(("destroyed", destroyed.to_string()));
        }
        let term = |(name, value): (&str, String)| (self.get(&format!("figure-{name}")), SafeText::line(&value));
        vec![
            Block::Paragraph(self.with("about", &[("from", self.day(numbers.from)), ("to", self.day(numbers.to))])),
            Block::Heading(2, self.get("figures")),
            Block::Definitions(figures.into_iter().map(term).collect()),
        ]
    }

    fn flow(&self) -> Vec<Block> {
        let Some(flow) = &self.numbers.flow else { return vec![] };
        let mut blocks = self.head(NumbersBy::Flow);
        if flow.rows.is_empty() {
            blocks.push(Block::Paragraph(SafeText::line(&self.texts.get("numbers-too-few"))));
            return blocks;
        }
        let column = |name: &str| SafeText::line(&self.texts.get(&format!("numbers-column-{name}")));
        let has_open = flow.open_before.is_some();
        let mut header = vec![self.get("column-period"), column("received"), column("closed")];
        if has_open {
            header.push(column("open"));
        }
        header.push(self.get("column-key"));
        let rows = flow.rows.iter().map(|row| {
            let mut cells = vec![self.labels.step(flow.step, row), row.received.to_string(), row.closed.to_string()];
            cells.extend(row.open.map(|open| open.to_string()));
            cells.push(row.key.clone());
            cells.iter().map(|cell| SafeText::line(cell)).collect()
        });
        blocks.push(Block::Table(Table { header, rows: rows.collect() }));
        blocks
    }

    fn head(&self, by: NumbersBy) -> Vec<Block> {
        let title = SafeText::line(&self.labels.table(by));
        vec![Block::Heading(2, title), Block::Note(SafeText::line(&self.labels.meaning(by)))]
    }

    fn table(&self, table: &NumbersTable) -> Vec<Block> {
        let mut blocks = self.head(table.by);
        if let Some(lacks) = self.labels.lacks(table) {
            blocks.push(Block::Paragraph(SafeText::line(&lacks)));
            return blocks;
        }
        let total = table.total.unwrap_or_default();
        let header = vec![self.get("column-row"), self.get("column-count"), self.get("column-share"), self.get("column-key")];
        let row = |name: String, count: u32, key: &str| {
            [name, count.to_string(), self.labels.share(count, total), key.to_owned()].map(|cell| SafeText::line(&cell)).to_vec()
        };
        let mut rows: Vec<Vec<SafeText>> =
            table.rows.iter().map(|one| row(self.labels.row(table.by, one), one.count, &one.key)).collect();
        rows.push(row(self.texts.get("report-total"), total, ""));
        blocks.push(Block::Table(Table { header, rows }));
        if table.folded {
            blocks.push(Block::Note(self.get("folded")));
        }
        blocks
    }

    /// The patterns, by what they are about. There is nothing of a person in them.
    fn lessons(&self, lessons: &[Lesson]) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(2, self.get("lessons")), Block::Note(self.get("lessons-meaning"))];
        if lessons.is_empty() {
            blocks.push(Block::Paragraph(self.get("lessons-none")));
        }
        for kind in LessonKind::ALL {
            let of_kind: Vec<SafeText> = lessons.iter().filter(|lesson| lesson.facts.kind == *kind).map(pattern).collect();
            if !of_kind.is_empty() {
                blocks.push(Block::Heading(3, SafeText::line(&self.texts.get(&format!("lesson-kind-{kind}")))));
                blocks.push(Block::List(of_kind));
            }
        }
        blocks
    }

    fn method(&self) -> Vec<Block> {
        let numbers = self.numbers;
        let period = [("from", numbers.from.to_string().into()), ("to", numbers.to.to_string().into())];
        vec![
            Block::Heading(2, self.get("method")),
            Block::List(vec![
                self.with("method-day", &[("on", self.day(numbers.counted_on))]),
                self.get("method-days"),
                self.with("method-few", &[("most", (LEAST - 1).into())]),
                self.get("method-folding"),
                self.get("method-spread"),
                self.get("method-destroyed"),
                self.with("method-trace", &period),
            ]),
        ]
    }
}

/// A pattern with its law, when it names one.
fn pattern(lesson: &Lesson) -> SafeText {
    let facts = &lesson.facts;
    let law = format!("{} {}", facts.law.line(), facts.article.line()).trim().to_owned();
    let text = facts.pattern.line();
    if law.is_empty() { text } else { SafeText::line(&format!("{law}: {text}")) }
}
