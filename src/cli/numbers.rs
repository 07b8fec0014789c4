//! `loket numbers`: what came in, what went out, how long it took, on what; as bars of `#` that can also be read aloud, as CSV or as JSON.
//! With `--cases` the numbers of the cases behind a figure.

use chrono::{Datelike, NaiveDate};
use clap::Args;
use unicode_width::UnicodeWidthStr;

use super::{
    call::{Call, Done, wait},
    values::{codes, day},
};
use crate::{
    api::{
        numbers::{NumbersCasesWanted, NumbersWanted},
        problem::exit,
    },
    domain::{
        Date,
        numbers::{Flow, FlowColumn, Numbers, NumbersBy, Spread},
        text::SafeText,
    },
    export::numbers::{self, Labels},
};

#[derive(Args)]
pub(super) struct Arguments {
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(u16).range(1900..=9998), conflicts_with_all = ["from", "to"])]
    year: Option<u16>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    to: Option<NaiveDate>,
    #[arg(long, value_name = "WHAT", value_parser = codes!(NumbersBy))]
    by: Option<NumbersBy>,
    #[arg(long)]
    cases: bool,
    #[arg(long, value_name = "KEY", requires = "cases")]
    row: Option<String>,
    #[arg(long, value_name = "COLUMN", value_parser = codes!(FlowColumn), requires = "cases")]
    column: Option<FlowColumn>,
    #[arg(long, conflicts_with_all = ["json", "cases"])]
    csv: bool,
    #[arg(long)]
    json: bool,
}

/// The longest bar, and the least room for one.
const BAR: (usize, usize) = (40, 10);

/// The heights of a sparkline.
const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let (from, to) = match arguments.year {
        Some(year) => year_of(year),
        None => (arguments.from, arguments.to),
    };
    let session = call.session()?;
    if arguments.cases {
        let wanted = NumbersCasesWanted { from, to, by: arguments.by, row: arguments.row.clone(), column: arguments.column };
        let found = wait(session.numbers_cases(&wanted))??;
        if arguments.json {
            call.print_json(&found)?;
        } else {
            for number in &found.items {
                call.print(&SafeText::line(&number.to_string()))?;
            }
        }
        return Ok(if found.items.is_empty() { exit::NOTHING } else { exit::DONE });
    }
    let found = wait(session.numbers(&NumbersWanted { from, to, by: arguments.by }))??;
    if arguments.json {
        call.print_json(&found)?;
    } else if arguments.csv {
        let text = numbers::csv(&found, &call.texts);
        call.print_file(&text)?;
    } else {
        for line in lines(call, &found) {
            call.print(&SafeText::line(&line))?;
        }
    }
    Ok(exit::DONE)
}

/// The first and the last day of a year.
pub(super) fn year_of(year: u16) -> (Option<Date>, Option<Date>) {
    let day = |month, day| NaiveDate::from_ymd_opt(i32::from(year), month, day);
    (day(1, 1), day(12, 31))
}

/// Every table, one under another.
fn lines(call: &Call, found: &Numbers) -> Vec<String> {
    let (texts, labels) = (&call.texts, Labels::new(&call.texts));
    let width = call.edge.width.unwrap_or(80);
    let period = [("from", texts.day(found.from).into()), ("to", texts.day(found.to).into())];
    let mut lines = vec![texts.with("cli-numbers-period", &period)];
    if let Some(flow) = &found.flow {
        lines.extend([String::new(), labels.table(NumbersBy::Flow)]);
        lines.extend(flow_lines(call, &labels, flow, width));
    }
    for table in &found.tables {
        lines.extend([String::new(), labels.table(table.by)]);
        if let Some(median) = spread(call, &labels, table.by, found) {
            lines.push(format!("  {median}"));
        }
        if let Some(lacks) = labels.lacks(table) {
            lines.push(format!("  {lacks}"));
            continue;
        }
        let rows: Vec<(String, u32)> = table.rows.iter().map(|row| (labels.row(table.by, row), row.count)).collect();
        lines.extend(bars(&rows, width));
        let total = [("total", table.total.unwrap_or_default().into())];
        lines.push(format!("  {}", texts.with("cli-numbers-total", &total)));
        if table.folded {
            lines.push(format!("  {}", texts.get("report-folded")));
        }
    }
    lines
}

fn flow_lines(call: &Call, labels: &Labels<'_>, flow: &Flow, width: usize) -> Vec<String> {
    let texts = &call.texts;
    if flow.rows.is_empty() {
        return vec![format!("  {}", texts.get("numbers-too-few"))];
    }
    let mut lines = vec![];
    for column in FlowColumn::ALL {
        let counts: Option<Vec<u32>> = flow.rows.iter().map(|row| row.count(*column)).collect();
        let Some(counts) = counts else { continue };
        lines.push(format!("  {}  {}", texts.get(&format!("numbers-column-{column}")), sparkline(&counts)));
        let rows: Vec<(String, u32)> = flow.rows.iter().map(|row| labels.step(flow.step, row)).zip(counts).collect();
        lines.extend(bars(&rows, width));
    }
    lines
}

/// Median and ninetieth percentile, under the tables they belong to.
fn spread(call: &Call, labels: &Labels<'_>, by: NumbersBy, found: &Numbers) -> Option<String> {
    let Spread { median_days, p90_days } = match by {
        NumbersBy::LeadTime => found.lead_time,
        NumbersBy::FirstContact => found.first_contact,
        _ => return None,
    };
    let shown = |days| if by == NumbersBy::LeadTime { labels.weeks(days) } else { call.texts.days(days) };
    let median = shown(median_days?);
    Some(match p90_days {
        Some(p90) => call.texts.with("report-spread", &[("median", median.into()), ("p90", shown(p90).into())]),
        None => call.texts.with("report-median", &[("median", median.into())]),
    })
}

/// A line for each row: its name, how many, and a bar as long as that.
fn bars(rows: &[(String, u32)], width: usize) -> Vec<String> {
    let widest = rows.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
    let most = rows.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let digits = most.to_string().len();
    let room = width.saturating_sub(widest + digits + 6).clamp(BAR.1, BAR.0);
    rows.iter()
        .map(|(name, count)| {
            let blank = " ".repeat(widest - name.width());
            let long = (u64::from(*count) * room as u64).div_ceil(u64::from(most)) as usize;
            format!("  {name}{blank}  {count:>digits$}  {}", "#".repeat(long)).trim_end().to_owned()
        })
        .collect()
}

fn sparkline(counts: &[u32]) -> String {
    let most = counts.iter().copied().max().unwrap_or(0).max(1) as usize;
    counts.iter().map(|count| HEIGHTS[(*count as usize * (HEIGHTS.len() - 1)).div_ceil(most).min(HEIGHTS.len() - 1)]).collect()
}

/// Is it a day of that year?
pub(super) fn is_in_year(day: Date, year: u16) -> bool {
    day.year() == i32::from(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_stand_under_each_other_and_are_as_long_as_their_figures() {
        let rows = [("form".to_owned(), 40), ("téléphone".to_owned(), 10), ("LET".to_owned(), 0)];
        let lines = bars(&rows, 80);
        assert_eq!(lines[0], format!("  form       40  {}", "#".repeat(40)));
        assert_eq!(lines[1], format!("  téléphone  10  {}", "#".repeat(10)));
        assert_eq!(lines[2], "  LET         0");
        assert!(bars(&rows, 30).iter().all(|line| line.chars().count() <= 30), "{lines:?}");
    }

    #[test]
    fn a_sparkline_has_a_sign_for_each_figure() {
        assert_eq!(sparkline(&[0, 5, 10]), "▁▅█");
        assert_eq!(sparkline(&[]), "");
    }
}
