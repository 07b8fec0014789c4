//! In and out in time, and how many are open. The three belong together: two of them give the third, so they are told by the same months,
//! quarters, half years or years, the shortest in which no cell is one to four.

use chrono::{Datelike, Months};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{CaseRow, folding::is_told};
use crate::domain::{Date, ids::SignalNumber, role::coded_enum};

coded_enum!(
    /// How long the rows are.
    Step {
        /// Months.
        Month = "month",
        /// Quarters.
        Quarter = "quarter",
        /// Half years.
        Half = "half",
        /// Years.
        Year = "year",
        /// The whole period is one row.
        Whole = "whole",
    }
);

impl Step {
    /// How many months; nothing: the whole.
    fn months(self) -> Option<u32> {
        match self {
            Self::Month => Some(1),
            Self::Quarter => Some(3),
            Self::Half => Some(6),
            Self::Year => Some(12),
            Self::Whole => None,
        }
    }

    /// What a row that begins on this day is called: `2026-01`, `2026-Q1`, `2026-H1`, `2026`, `whole`.
    fn named(self, first: Date) -> String {
        let year = first.year();
        match self {
            Self::Month => format!("{year:04}-{:02}", first.month()),
            Self::Quarter => format!("{year:04}-Q{}", first.month0() / 3 + 1),
            Self::Half => format!("{year:04}-H{}", first.month0() / 6 + 1),
            Self::Year => format!("{year:04}"),
            Self::Whole => "whole".to_owned(),
        }
    }

    /// First and last days of the rows of a period, which may begin or end in the middle of one.
    fn rows(self, (from, to): (Date, Date)) -> Vec<(Date, Date)> {
        let Some(months) = self.months() else { return vec![(from, to)] };
        let mut rows = vec![];
        let mut first = from;
        while first <= to {
            let begin = first.month0() / months * months + 1;
            let next = Date::from_ymd_opt(first.year(), begin, 1).and_then(|begin| begin.checked_add_months(Months::new(months)));
            let last = next.and_then(|next| next.pred_opt()).unwrap_or(to).min(to);
            rows.push((first, last));
            let Some(after) = last.succ_opt() else { break };
            first = after;
        }
        rows
    }
}

coded_enum!(
    /// A column of in and out.
    FlowColumn {
        /// Received in the row's days.
        Received = "received",
        /// Closed in them.
        Closed = "closed",
        /// Open at the end of its last day.
        Open = "open",
    }
);

/// A row of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FlowRow {
    /// What names it: `2026-01`, `2026-Q1`, `2026-H1`, `2026`, `whole`.
    pub key: String,
    /// Its first day.
    pub first: Date,
    /// Its last day.
    pub last: Date,
    /// Received in it.
    pub received: u32,
    /// Closed in it.
    pub closed: u32,
    /// Open at the end of it; absent where that is told nowhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<u32>,
}

impl FlowRow {
    /// What stands in a column; nothing: that is told nowhere.
    pub fn count(&self, column: FlowColumn) -> Option<u32> {
        match column {
            FlowColumn::Received => Some(self.received),
            FlowColumn::Closed => Some(self.closed),
            FlowColumn::Open => self.open,
        }
    }
}

/// What came in, what went out, and what was open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Flow {
    /// How long the rows are.
    pub step: Step,
    /// Open when the first day began; absent: at the beginning or the end there were one to four, and no number of open cases is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open_before: Option<u32>,
    /// The rows; none: one to four were received, or closed.
    pub rows: Vec<FlowRow>,
}

impl Flow {
    /// Received in the whole period; nothing: that is not told.
    pub fn received(&self) -> Option<u32> {
        (!self.rows.is_empty()).then(|| self.rows.iter().map(|row| row.received).sum())
    }

    /// Closed in it.
    pub fn closed(&self) -> Option<u32> {
        (!self.rows.is_empty()).then(|| self.rows.iter().map(|row| row.closed).sum())
    }

    /// Open at its end.
    pub fn open(&self) -> Option<u32> {
        self.rows.last().and_then(|row| row.open)
    }
}

/// The cases of a row, a column each.
type Cells = (String, [Vec<SignalNumber>; 3]);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CountedFlow {
    pub(super) told: Flow,
    cells: Vec<Cells>,
    /// Of the whole period.
    whole: [Vec<SignalNumber>; 3],
}

impl CountedFlow {
    /// Is the number of open cases told?
    pub(super) fn tells_open(&self) -> bool {
        self.told.open_before.is_some()
    }

    pub(super) fn cases(&self, column: FlowColumn, row: Option<&str>) -> Option<Vec<SignalNumber>> {
        let cells = match row {
            Some(key) => &self.cells.iter().find(|(name, _)| name == key)?.1,
            None => &self.whole,
        };
        Some(cells[column as usize].clone())
    }
}

fn cells(cases: &[CaseRow], (first, last): (Date, Date)) -> [Vec<SignalNumber>; 3] {
    let is_in = |day: Date| first <= day && day <= last;
    let numbers =
        |wanted: &dyn Fn(&CaseRow) -> bool| cases.iter().filter(|case| wanted(case)).map(|case| case.number).collect::<Vec<_>>();
    [
        numbers(&|case| is_in(case.received_on)),
        numbers(&|case| case.closed_on.is_some_and(is_in)),
        numbers(&|case| case.is_open_after(last)),
    ]
}

pub(super) fn count(cases: &[CaseRow], period: (Date, Date)) -> CountedFlow {
    let whole = cells(cases, period);
    let open_before = period.0.pred_opt().map_or(0, |day| cases.iter().filter(|case| case.is_open_after(day)).count());
    let tells_flow = is_told(whole[0].len()) && is_told(whole[1].len());
    let tells_open = tells_flow && is_told(open_before) && is_told(whole[2].len());
    let mut counted = CountedFlow {
        told: Flow { step: Step::Whole, open_before: tells_open.then_some(open_before as u32), rows: vec![] },
        cells: vec![],
        whole,
    };
    if !tells_flow {
        return counted;
    }
    for step in Step::ALL {
        let rows = step.rows(period);
        let found: Vec<Cells> = rows.iter().map(|row| (step.named(row.0), cells(cases, *row))).collect();
        let columns = if tells_open { 3 } else { 2 };
        if found.iter().any(|(_, cells)| cells[..columns].iter().any(|cell| !is_told(cell.len()))) {
            continue;
        }
        let told = |((key, cells), (first, last)): (&Cells, &(Date, Date))| FlowRow {
            key: key.clone(),
            first: *first,
            last: *last,
            received: cells[0].len() as u32,
            closed: cells[1].len() as u32,
            open: tells_open.then_some(cells[2].len() as u32),
        };
        counted.told.step = *step;
        counted.told.rows = found.iter().zip(&rows).map(told).collect();
        counted.cells = found;
        break;
    }
    counted
}
