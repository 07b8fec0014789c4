//! What input must satisfy before it is stored: lengths, ranges, known codes, and no citizen service number in typed text.
//!
//! Every check collects all findings; none changes what was typed. Masking is for incoming text only.

mod arrangement;
mod lesson;
mod meeting;
mod message;
mod officer;
mod series;
mod share;
mod signal;
mod time_out;
mod view;

pub use arrangement::{Checked, closing_day, closing_text};
pub use lesson::personal_in_lesson;
pub use meeting::meeting_facts;
pub use message::{answers_a_mail, message_doubts, message_facts};
pub use officer::{officer_facts, report};
pub use series::series_facts;
pub use share::export_facts;
pub use signal::{contact, facts, note, source, stands, takeover_reason};
pub use time_out::{time_out_facts, time_out_proposal};
pub use view::view_facts;

use chrono::{Datelike, NaiveDate};

use super::{bsn, text::RawText};

/// Most characters of a title.
pub const TITLE_MOST: usize = 200;
/// Most characters of a name, a phone number, a label: anything that stands on one line.
pub const LINE_MOST: usize = 200;
/// Most characters of the address of a page.
pub const ADDRESS_MOST: usize = 2_000;
/// Most characters of a note or another free text.
pub const NOTE_MOST: usize = 20_000;
/// Most characters of an account (toelichting).
pub const ACCOUNT_MOST: usize = 100_000;
/// Most items of a list.
pub const LIST_MOST: usize = 100;

/// Something wrong with the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where, as a JSON pointer into the body.
    pub at: String,
    /// What, as one of the stable codes of `api::problem::Fault`.
    pub code: &'static str,
    /// The limit, the place or the value that the words about it need; never text of a case.
    pub value: String,
}

impl Finding {
    /// A finding.
    pub fn new(at: impl Into<String>, code: &'static str, value: impl ToString) -> Self {
        Self { at: at.into(), code, value: value.to_string() }
    }
}

/// What kind of text a field holds: decides how long it may be and whether a number in it may be a citizen's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A title.
    Title,
    /// The account.
    Account,
    /// Anything else people write at length.
    Free,
    /// One line.
    Line,
    /// A phone number, mail address or reference: digits are expected, so no citizen service number is looked for.
    Exempt,
    /// The address of a page: the same.
    Address,
}

impl Kind {
    fn is_searched(self) -> bool {
        !matches!(self, Self::Exempt | Self::Address)
    }

    fn most(self) -> usize {
        match self {
            Self::Title => TITLE_MOST,
            Self::Account => ACCOUNT_MOST,
            Self::Free => NOTE_MOST,
            Self::Line | Self::Exempt => LINE_MOST,
            Self::Address => ADDRESS_MOST,
        }
    }
}

/// Something that holds texts people wrote.
pub trait Texts {
    /// Shows each text with its JSON pointer under `at`.
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText));
}

/// Citizen service numbers in typed text; the value is the place of the first character, counted from 1.
pub fn numbers_in<T: Texts + Clone>(texts: &T, at: &str) -> Vec<Finding> {
    let mut findings = vec![];
    texts.clone().each(at, &mut |at, kind, text| {
        if kind.is_searched() {
            for range in bsn::find(text.raw()) {
                let place = text.raw()[..range.start].chars().count() + 1;
                findings.push(Finding::new(at, "bsn", place));
            }
        }
    });
    findings
}

/// Masks citizen service numbers in incoming text and counts them.
pub fn mask_numbers(texts: &mut impl Texts) -> u32 {
    let mut masked = 0;
    texts.each("", &mut |_, kind, text| {
        if kind.is_searched() {
            let (clean, count) = bsn::mask(text.raw());
            if count > 0 {
                *text = RawText(clean);
                masked += u32::try_from(count).unwrap_or(u32::MAX);
            }
        }
    });
    masked
}

/// The texts that are too long.
pub fn lengths_of<T: Texts + Clone>(texts: &T, at: &str) -> Vec<Finding> {
    lengths(texts, at)
}

/// Texts that are too long.
fn lengths<T: Texts + Clone>(texts: &T, at: &str) -> Vec<Finding> {
    let mut findings = vec![];
    texts.clone().each(at, &mut |at, kind, text| {
        if text.raw().len() > kind.most() && text.raw().chars().count() > kind.most() {
            findings.push(Finding::new(at, "too-long", kind.most()));
        }
    });
    findings
}

/// A list that is too long.
fn list(at: &str, length: usize) -> Option<Finding> {
    (length > LIST_MOST).then(|| Finding::new(at, "too-long", LIST_MOST))
}

/// A date outside the years 1900 to 9998; 9999-12-31 means "none" in the store.
fn day(at: impl Into<String>, date: Option<NaiveDate>) -> Option<Finding> {
    date.filter(|date| !(1900..=9998).contains(&date.year())).map(|_| Finding::new(at, "out-of-range", "1900-9998"))
}
