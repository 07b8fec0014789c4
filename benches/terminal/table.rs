//! The figures as the table of `docs/performance.md`.

use crate::{
    OFFICERS, Wish,
    figures::{Figures, Keys, percentile},
};

type Value = Box<dyn Fn(&Figures) -> String>;

pub fn print(columns: &[Figures], wish: &Wish) {
    if columns.is_empty() {
        return;
    }
    let (signals, officers, starts) = (wish.signals, wish.officers.unwrap_or(OFFICERS), wish.starts);
    println!("\nlarge: {signals} rows, {officers} entries in the register; medians of {starts} warm starts; 100 by 30.\n");
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    println!("| what | goal | {} |", names.join(" | "));
    println!("|---|---|{}", "---:|".repeat(columns.len()));
    for (what, goal, value) in rows() {
        let values: Vec<String> = columns.iter().map(value).collect();
        println!("| {what} | {goal} | {} |", values.join(" | "));
    }
}

fn rows() -> Vec<(&'static str, &'static str, Value)> {
    let times = |pick: fn(&Figures) -> &Keys| -> Value {
        Box::new(move |column| match (pick(column).median(), pick(column).worst_of_twenty()) {
            (Some(median), Some(worst)) => format!("{median:.2} / {worst:.2}"),
            _ => "–".into(),
        })
    };
    let bytes = |pick: fn(&Figures) -> &Keys| -> Value {
        Box::new(move |column| match (pick(column).mean_bytes(), pick(column).most_bytes()) {
            (Some(mean), Some(most)) => format!("{mean:.0} / {most}"),
            _ => "–".into(),
        })
    };
    let median = |pick: fn(&Figures) -> &Vec<f64>| -> Value {
        Box::new(move |column| percentile(pick(column), 50).map_or("–".into(), |value| format!("{value:.1}")))
    };
    vec![
        ("exec to first frame, ms", "8", median(|column| &column.first_frame)),
        ("exec to first rows, ms", "40", median(|column| &column.first_rows)),
        ("key inside the page, median / 95 %, ms", "0.3 / 0.5", times(|column| &column.moved)),
        ("the same while the server hangs", "the same", times(|column| &column.hanging)),
        ("key that scrolls, median / 95 %, ms", "0.4 / 0.6", times(|column| &column.scrolled)),
        ("page, median / 95 %, ms", "", times(|column| &column.paged)),
        ("letter typed in the register, median / 95 %, ms", "8", times(|column| &column.searched)),
        ("the board opened, median / 95 %, ms", "40", times(|column| &column.board_opened)),
        ("key inside a page of the board, median / 95 %, ms", "0.3 / 0.5", times(|column| &column.board_moved)),
        ("key that scrolls the board, median / 95 %, ms", "0.4 / 0.6", times(|column| &column.board_scrolled)),
        ("the board in other groups, median / 95 %, ms", "40", times(|column| &column.board_regrouped)),
        ("an item of the agenda moved, median / 95 %, ms", "0.3 / 0.5", times(|column| &column.reordered)),
        ("bytes per row of the board scrolled, mean / most", "200 / 300", bytes(|column| &column.board_scrolled)),
        ("bytes per move, mean / most", "bar 260, marker 80 / 120", bytes(|column| &column.moved)),
        ("bytes per row scrolled, mean / most", "200 / 300", bytes(|column| &column.scrolled)),
        ("bytes per page, mean / most", "2,000", bytes(|column| &column.paged)),
        ("bytes of a key that changes nothing, mean / most", "0", bytes(|column| &column.nothing)),
        ("memory, MiB", "40", Box::new(|column| format!("{:.1}", column.memory))),
        ("idle: wakeups a minute", "40", Box::new(|column| format!("{:.0}", column.idle.wakeups))),
        ("idle: processor a minute, ms", "5", Box::new(|column| format!("{:.1}", column.idle.processor))),
        ("idle: bytes a minute", "0 but for the clock", Box::new(|column| format!("{:.0}", column.idle.bytes))),
        (
            "end, ms; terminal as before",
            "",
            Box::new(|column| {
                let ended = column.ended.map_or("killed".into(), |time| format!("{time:.0}"));
                format!("{ended}; {}", if column.terminal_given_back { "yes" } else { "no" })
            }),
        ),
    ]
}
