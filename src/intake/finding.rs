//! What a sender is told about a file: where, and what is the matter. Data first; words only when asked.

use crate::{
    domain::text::SafeText,
    locale::{Texts, Value},
};

/// Something about one row, or about the whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The physical line where the row starts, from 1; nothing: the whole file.
    pub line: Option<u64>,
    /// The column, as it is called in the header; nothing: the whole row.
    pub column: Option<String>,
    /// What is the matter.
    pub reason: Reason,
}

impl Finding {
    pub(super) fn new(line: u64, column: Option<&str>, reason: Reason) -> Self {
        Self { line: Some(line), column: column.map(str::to_owned), reason }
    }

    pub(super) fn of_file(reason: Reason) -> Self {
        Self { line: None, column: None, reason }
    }
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $variant:ident $({ $($field:ident: $kind:ty),+ })? = $code:literal;)+) => {
        /// What is the matter. The texts are in the locale files under `intake-CODE`.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Reason {
            $($(#[$doc])* $variant $({
                $(
                    #[doc = concat!("The ", stringify!($field), " the text names.")]
                    $field: $kind
                ),+
            })?),+
        }

        impl Reason {
            /// Every code.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// A stable code for programs.
            pub fn code(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $code),+ }
            }

            fn values(&self) -> Vec<(&'static str, Value)> {
                match self {
                    $(Self::$variant $({ $($field),+ })? => vec![$($((stringify!($field), $field.shown())),+)?]),+
                }
            }
        }
    };
}

reasons! {
    /// The file has no rows.
    Empty = "empty";
    /// The file is too large to read.
    FileTooLarge { most: u64 } = "file-too-large";
    /// Required columns are not in the header.
    MissingColumn { names: Vec<String> } = "missing-column";
    /// The columns are those of another kind of file; the command that takes it.
    OtherFile { command: String } = "other-file";
    /// A column nobody knows; its content is left out.
    UnknownColumn { name: String, near: Option<String> } = "unknown-column";
    /// Two columns with one name.
    ColumnTwice { name: String } = "column-twice";
    /// The row has another number of cells than the header.
    CellCount { has: u64, expected: u64 } = "cell-count";
    /// A quote was opened and never closed.
    QuoteNotClosed = "quote-not-closed";
    /// Text stands between a closing quote and the next delimiter.
    TextAfterQuote = "text-after-quote";
    /// The row is too large to send.
    RowTooLarge { most: u64 } = "row-too-large";
    /// Reading stopped here.
    TooManyBroken = "too-many-broken-rows";
    /// Bytes that are no text in the encoding of the file.
    Unreadable = "unreadable";
    /// No JSON.
    BrokenJson = "broken-json";
    /// An element that is no object.
    NotAnObject = "not-an-object";
    /// A value that is neither text nor a number, nor a list where lists may stand.
    NotText = "not-text";
    /// Nothing was filled in.
    Required = "required";
    /// One of these must be filled in.
    OneRequired { names: Vec<String> } = "one-required";
    /// Only one of these may be filled in.
    OneOnly { names: Vec<String> } = "one-only";
    /// No calendar (RFC 5545).
    NotACalendar = "not-a-calendar";
    /// An event of a calendar that has no end in the file.
    EventNotClosed { name: String } = "event-not-closed";
    /// An event that comes back by a rule that cannot be read, or that changes halfway.
    EventRecurring { name: String } = "event-recurring";
    /// An event that comes back so often that nobody means it, or one more than can be brought in at a time.
    EventTooOften { name: String } = "event-too-often";
    /// An event that comes back: so many meetings, until this day.
    EventExpanded { name: String, count: u64, day: String } = "event-expanded";
    /// An event that comes back after what is brought in now.
    EventGoesOn { name: String } = "event-goes-on";
    /// An event that comes back, the last time before now.
    EventOver { name: String } = "event-over";
    /// An event that was cancelled.
    EventCancelled { name: String } = "event-cancelled";
    /// An event of whole days.
    EventWithoutTimes { name: String } = "event-without-times";
    /// An event with a beginning and without an end.
    EventWithoutEnd { name: String } = "event-without-end";
    /// A moment of an event that is none, or that the clock skips.
    NoSuchMoment { name: String, value: String } = "no-such-moment";
    /// A time zone that nobody knows.
    UnknownZone { name: String, value: String } = "unknown-zone";
    /// An event without a zone: its times count as those in the Netherlands.
    NoZone { name: String } = "no-zone";
    /// No day of the calendar.
    NotADate { value: String } = "not-a-date";
    /// No length of a term.
    NotALength { value: String } = "not-a-length";
    /// No suspension, or one that ends before it begins.
    NotASuspension { value: String } = "not-a-suspension";
    /// No moment.
    NotAMoment { value: String } = "not-a-moment";
    /// No whole number of euros.
    NotEuros { value: String } = "not-euros";
    /// No mail address.
    NotMail { value: String } = "not-mail";
    /// No phone number.
    NotPhone { value: String } = "not-phone";
    /// None of the words that may stand here.
    UnknownWord { value: String, words: Vec<String>, near: Option<String> } = "unknown-word";
    /// No municipality or place of this name or code.
    UnknownMunicipality { value: String, near: Vec<String> } = "unknown-municipality";
    /// Several municipalities are called so.
    AmbiguousMunicipality { value: String, candidates: Vec<String> } = "ambiguous-municipality";
    /// No organisation of this name or abbreviation.
    UnknownOrganisation { value: String, near: Vec<String> } = "unknown-organisation";
    /// Name and CBS code are of different organisations.
    OrganisationsDiffer { name: String, code: String } = "organisations-differ";
    /// Filled in, but without the column it belongs to.
    WithoutColumn { needs: String } = "without-column";
    /// Too many characters, or too many items.
    TooLong { most: String } = "too-long";
    /// Not between these.
    OutOfRange { range: String } = "out-of-range";
    /// The server will not take it.
    NotTaken { code: String } = "not-taken";
    /// No table and no message: a workbook, a picture, a document.
    OtherFormat = "other-format";
    /// The same row stands in the file already.
    Repeated { line: u64 } = "repeated";
    /// The same reference stands in the file already, with other content.
    ReferenceTwice { line: u64 } = "reference-twice";
    /// NUL characters became U+2400.
    NulReplaced { count: u64 } = "nul-replaced";
    /// No e-mail message.
    NotAMessage = "not-a-message";
    /// A message so entangled that reading it would take too long.
    MessageTooEntangled = "message-too-entangled";
    /// The message has no date: the moment of import counts as received.
    NoDate = "no-date";
    /// The message has no text.
    NoText = "no-text";
    /// A text was cut; the rest is not taken in.
    Cut { left: u64 } = "cut";
    /// More attachments than are noted.
    AttachmentsCut { left: u64 } = "attachments-cut";
}

impl Reason {
    /// In words.
    pub fn say(&self, texts: &Texts) -> String {
        texts.with(&format!("intake-{}", self.code()), &self.values())
    }
}

/// Longest value quoted in a message, in characters.
const QUOTED: usize = 60;

trait Shown {
    fn shown(&self) -> Value;
}

impl Shown for u64 {
    fn shown(&self) -> Value {
        i64::try_from(*self).unwrap_or(i64::MAX).into()
    }
}

impl Shown for String {
    fn shown(&self) -> Value {
        let mut short: String = self.chars().take(QUOTED).collect();
        if short.len() < self.len() {
            short.push('…');
        }
        SafeText::line(&short).into()
    }
}

impl Shown for Option<String> {
    /// Nothing is the word `none`: the locale chooses on it.
    fn shown(&self) -> Value {
        self.as_ref().map_or_else(|| "none".into(), Shown::shown)
    }
}

impl Shown for Vec<String> {
    fn shown(&self) -> Value {
        if self.is_empty() { "none".into() } else { SafeText::line(&self.join(", ")).into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn every_reason_has_words_in_both_languages() {
        for language in Language::ALL {
            let texts = Texts::new(*language);
            for code in Reason::CODES {
                assert!(texts.has(&format!("intake-{code}")), "{language} intake-{code}");
            }
        }
    }

    #[test]
    fn a_value_is_short_and_safe() {
        let reason = Reason::NotADate { value: format!("\u{1b}]52;c;{}", "A".repeat(1 << 20)) };
        let said = reason.say(&Texts::new(Language::Dutch));
        assert!(said.contains('␛') && said.chars().count() < 200, "{said}");
    }

    #[test]
    fn a_suggestion_stands_only_where_there_is_one() {
        let texts = Texts::new(Language::Dutch);
        let say = |near: Option<&str>| Reason::UnknownColumn { name: "kanal".into(), near: near.map(Into::into) }.say(&texts);
        assert_eq!(say(Some("kanaal")), "Deze kolom kent loket niet: \"kanal\". De inhoud is weggelaten. Bedoelt u \"kanaal\"?");
        assert_eq!(say(None), "Deze kolom kent loket niet: \"kanal\". De inhoud is weggelaten.");
    }
}
