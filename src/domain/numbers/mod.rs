//! Numbers (cijfers): what came in, what went out, how long it took, about what. Pure: from a row for each case to tables in which
//! nobody is found: no cell of one to four cases is told, nor can one be worked out from the others ([`folding`]).
//!
//! Every figure keeps the cases it was counted from, so that the desk can look at them ([`Counted::cases`]). What each is, is told in
//! `docs/numbers.md`.

mod flow;
mod folding;
mod groups;
#[cfg(test)]
mod tests;

pub use flow::{Flow, FlowColumn, FlowRow, Step};
pub use folding::LEAST;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Date,
    ids::{MunicipalityCode, OrganisationCode, SignalNumber},
    role::coded_enum,
    signal::{Channel, LifeDomain, Outcome, Status, Urgency},
};
use flow::CountedFlow;
use folding::is_told;
use groups::Group;

/// Cases behind a ninetieth percentile: with fewer it is the longest of all, which is of one case.
const LEAST_FOR_P90: usize = 10;

coded_enum!(
    /// What the numbers are by.
    NumbersBy {
        /// In and out, and how many are open, in time.
        Flow = "flow",
        /// How long those are open that are open at the end.
        Age = "age",
        /// How long it took until they were closed.
        LeadTime = "lead-time",
        /// How long it took until somebody was reached.
        FirstContact = "first-contact",
        /// How they ended: the outcome, or the exit that was none.
        Outcome = "outcome",
        /// Channel.
        Channel = "channel",
        /// Urgency, as it is now.
        Urgency = "urgency",
        /// Body in the stalemate; a case may have several.
        Body = "body",
        /// Life domain; a case may have several.
        LifeDomain = "life-domain",
        /// Municipality, or its province where too few cases are of it.
        Municipality = "municipality",
        /// Province.
        Province = "province",
        /// Article of law of the lessons that were noted; a case may have several.
        Article = "article",
    }
);

coded_enum!(
    /// Which cases a table counts.
    NumbersBase {
        /// Received in the period.
        Received = "received",
        /// Closed in the period.
        Closed = "closed",
        /// Open at the end of it.
        Open = "open",
        /// Of which a lesson was noted in the period.
        WithLesson = "with-lesson",
    }
);

impl NumbersBy {
    /// Which cases its table counts; nothing: it is no table of one column.
    pub fn base(self) -> Option<NumbersBase> {
        match self {
            Self::Flow => None,
            Self::Age => Some(NumbersBase::Open),
            Self::LeadTime | Self::Outcome => Some(NumbersBase::Closed),
            Self::Article => Some(NumbersBase::WithLesson),
            _ => Some(NumbersBase::Received),
        }
    }
}

coded_enum!(
    /// What a row is about.
    RowKind {
        /// One value, named by `of`.
        One = "one",
        /// What is left of `of` (a province, a law) beside the rows of it that are told.
        RestOf = "rest-of",
        /// All of `of` (a province, a law), no part of which is told.
        WholeOf = "whole-of",
        /// Every value of which there are too few.
        Other = "other",
        /// Those without a value.
        None = "none",
        /// From so many days up to and including so many, `0-6`; without an end: and more, `364-`.
        Days = "days",
        /// The same, or not yet.
        DaysOrNone = "days-or-none",
    }
);

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NumbersRow {
    /// What names it among the rows: ask with it which cases it counts.
    pub key: String,
    /// What it is about.
    pub kind: RowKind,
    /// The value; empty where the kind says all.
    pub of: String,
    /// Cases: five or more.
    pub count: u32,
}

/// A table of one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NumbersTable {
    /// What it is by.
    pub by: NumbersBy,
    /// Which cases it counts.
    pub base: NumbersBase,
    /// Cases in it, each once; absent: there are one to four.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<u32>,
    /// The rows. None with a total of nought, and without a total.
    pub rows: Vec<NumbersRow>,
    /// Were rows put together because there were too few of them?
    pub folded: bool,
}

/// How long something took.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Spread {
    /// Half took so many days or fewer; absent: there are fewer than five.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub median_days: Option<i64>,
    /// Nine in ten took so many days or fewer; absent: there are fewer than ten.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p90_days: Option<i64>,
}

/// The numbers of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Numbers {
    /// The first day.
    pub from: Date,
    /// The last day; never after the day of counting.
    pub to: Date,
    /// The day of counting: what is known on it.
    pub counted_on: Date,
    /// In, out and open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow: Option<Flow>,
    /// From the day of receipt to that of closing, of those that were closed.
    pub lead_time: Spread,
    /// From the day of receipt to that on which somebody was first reached, of those that were received and where somebody was.
    pub first_contact: Spread,
    /// The tables.
    pub tables: Vec<NumbersTable>,
    /// Cases that were received in these years and are in no table, because they were destroyed; absent: the period is not of whole
    /// years, or there are one to four.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destroyed: Option<u32>,
}

impl Numbers {
    /// Keeps one table.
    pub fn only(mut self, by: NumbersBy) -> Self {
        self.flow = self.flow.filter(|_| by == NumbersBy::Flow);
        self.tables.retain(|table| table.by == by);
        self
    }

    /// One table.
    pub fn table(&self, by: NumbersBy) -> Option<&NumbersTable> {
        self.tables.iter().find(|table| table.by == by)
    }
}

/// The numbers of the cases behind a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NumbersCases {
    /// In order.
    pub items: Vec<SignalNumber>,
}

/// What is counted of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// Its number.
    pub number: SignalNumber,
    /// The day it was received, in the Netherlands.
    pub received_on: Date,
    /// The day it was closed.
    pub closed_on: Option<Date>,
    /// Where it stands.
    pub status: Status,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Urgency.
    pub urgency: Urgency,
    /// Channel.
    pub channel: Channel,
    /// Municipality.
    pub municipality: Option<MunicipalityCode>,
    /// Bodies, each once.
    pub bodies: Vec<OrganisationCode>,
    /// Life domains, each once.
    pub life_domains: Vec<LifeDomain>,
    /// The day on which somebody was first reached.
    pub first_contact: Option<Date>,
}

impl CaseRow {
    /// Was it open at the end of this day?
    pub fn is_open_after(&self, day: Date) -> bool {
        self.received_on <= day && self.closed_on.is_none_or(|closed| closed > day)
    }
}

/// A case with a lesson that was noted in the period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The case.
    pub number: SignalNumber,
    /// The law as it was typed; may be empty.
    pub law: String,
    /// The article of it; may be empty.
    pub article: String,
}

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counting<'c> {
    /// The first and the last day.
    pub period: (Date, Date),
    /// The day it is.
    pub today: Date,
    /// Every case that was there in the period, in order of number.
    pub cases: &'c [CaseRow],
    /// The lessons that were noted in it.
    pub lessons: &'c [Noted],
    /// Cases of these years that were destroyed; nothing: the period is not of whole years.
    pub destroyed: Option<u32>,
}

/// The numbers, with the cases behind each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// What is told.
    pub numbers: Numbers,
    flow: CountedFlow,
    groups: Vec<Vec<Group>>,
    bases: Vec<(NumbersBase, Vec<SignalNumber>)>,
}

impl Counted {
    /// The cases behind a row, or behind a whole table, in order; nothing: there is no such row.
    pub fn cases(&self, by: NumbersBy, column: FlowColumn, row: Option<&str>) -> Option<Vec<SignalNumber>> {
        if by == NumbersBy::Flow {
            return self.flow.cases(column, row);
        }
        let at = self.numbers.tables.iter().position(|table| table.by == by)?;
        match row {
            Some(key) => self.groups[at].iter().find(|group| group.key() == key).map(|group| group.members.clone()),
            None => self.bases.iter().find(|(base, _)| Some(*base) == by.base()).map(|(_, members)| members.clone()),
        }
    }
}

/// Counts.
pub fn count(counting: &Counting<'_>) -> Counted {
    let (from, to) = counting.period;
    let of = |wanted: &dyn Fn(&CaseRow) -> bool| counting.cases.iter().filter(|case| wanted(case)).collect::<Vec<_>>();
    let is_in = |day: Date| from <= day && day <= to;
    let received = of(&|case| is_in(case.received_on));
    let closed = of(&|case| case.closed_on.is_some_and(is_in));
    let open = of(&|case| case.is_open_after(to));
    let flow = flow::count(counting.cases, counting.period);
    let with_lesson = groups::with_lesson(counting.lessons);
    let (mut tables, mut groups) = (vec![], vec![]);
    for by in NumbersBy::ALL {
        let Some(base) = by.base() else { continue };
        // With what came in and went out, one number of open cases gives the other.
        let is_hidden = base == NumbersBase::Open && !flow.tells_open();
        let cases: &[&CaseRow] = match base {
            NumbersBase::Received => &received,
            NumbersBase::Closed => &closed,
            NumbersBase::Open if !is_hidden => &open,
            NumbersBase::Open | NumbersBase::WithLesson => &[],
        };
        let (made, folded) = groups::of(*by, cases, counting.lessons, to);
        let total = if base == NumbersBase::WithLesson { with_lesson.len() } else { cases.len() };
        tables.push(NumbersTable {
            by: *by,
            base,
            total: (is_told(total) && !is_hidden).then_some(total as u32),
            rows: made.iter().map(Group::row).collect(),
            folded,
        });
        groups.push(made);
    }
    let numbers_of = |cases: &[&CaseRow]| cases.iter().map(|case| case.number).collect::<Vec<_>>();
    let bases = vec![
        (NumbersBase::Received, numbers_of(&received)),
        (NumbersBase::Closed, numbers_of(&closed)),
        (NumbersBase::Open, numbers_of(&open)),
        (NumbersBase::WithLesson, with_lesson),
    ];
    let lead = closed.iter().filter_map(|case| days(case.received_on, case.closed_on)).collect();
    let reached: Vec<i64> = received.iter().filter_map(|case| days(case.received_on, case.first_contact)).collect();
    let numbers = Numbers {
        from,
        to,
        counted_on: counting.today,
        flow: Some(flow.told.clone()),
        lead_time: spread(lead),
        first_contact: spread(reached),
        tables,
        destroyed: counting.destroyed.filter(|count| is_told(*count as usize)),
    };
    Counted { numbers, flow, groups, bases }
}

fn days(from: Date, to: Option<Date>) -> Option<i64> {
    to.map(|to| (to - from).num_days().max(0))
}

/// By the nearest rank: a value that was there.
fn spread(mut days: Vec<i64>) -> Spread {
    days.sort_unstable();
    let rank = |tenths: usize| days.get((days.len() * tenths).div_ceil(10).saturating_sub(1)).copied();
    Spread { median_days: rank(5).filter(|_| days.len() >= LEAST), p90_days: rank(9).filter(|_| days.len() >= LEAST_FOR_P90) }
}
