//! Numbers for people: the words for tables and rows, a table for spreadsheets, and the yearly report.

mod labels;
mod report;
#[cfg(test)]
mod tests;

pub use labels::Labels;
pub use report::Report;

use super::Sheet;
use crate::{
    domain::{
        numbers::{FlowColumn, Numbers, NumbersBy},
        text::SafeText,
    },
    locale::Texts,
};

/// Every figure as CSV: which table, which row, its key, which column, how many.
pub fn csv(numbers: &Numbers, texts: &Texts) -> String {
    let labels = Labels::new(texts);
    let header = ["table", "row", "key", "column", "count"].map(|name| texts.get(&format!("numbers-csv-{name}")));
    let mut rows = vec![];
    let mut row = |cells: [String; 5]| rows.push(cells.iter().map(|cell| SafeText::line(cell)).collect::<Vec<_>>());
    if let Some(flow) = &numbers.flow {
        for one in &flow.rows {
            for column in FlowColumn::ALL {
                let Some(count) = one.count(*column) else { continue };
                let column = texts.get(&format!("numbers-column-{column}"));
                row([labels.table(NumbersBy::Flow), labels.step(flow.step, one), one.key.clone(), column, count.to_string()]);
            }
        }
    }
    for table in &numbers.tables {
        let column = texts.get(&format!("numbers-base-{}", table.base));
        for one in &table.rows {
            let cells =
                [labels.table(table.by), labels.row(table.by, one), one.key.clone(), column.clone(), one.count.to_string()];
            row(cells);
        }
    }
    Sheet { header: &header, rows: &rows }.csv()
}
