//! `loket holidays`: the days of a year on which no term of an act ends.

use clap::Args;
use serde::Serialize;

use crate::{
    api::problem::exit,
    domain::{Date, term::calendar, text::SafeText},
    locale::{Language, Texts},
};

use super::{
    call::{Call, Done},
    table,
};

#[derive(Args)]
pub(super) struct Arguments {
    #[arg(value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1900..=9999))]
    year: i32,
    #[arg(long)]
    json: bool,
}

/// The holidays of a year, for programs.
#[derive(Serialize)]
struct Year {
    year: i32,
    provisional: bool,
    items: Vec<Named>,
}

/// A holiday.
#[derive(Serialize)]
struct Named {
    date: Date,
    code: &'static str,
    nl: String,
    en: String,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let year = arguments.year;
    let days = calendar::holidays(year);
    let provisional = calendar::is_provisional(year);
    if arguments.json {
        let (dutch, english) = (Texts::new(Language::Dutch), Texts::new(Language::English));
        let named = |(date, holiday)| Named {
            date,
            code: calendar::Holiday::code(holiday),
            nl: dutch.holiday(holiday),
            en: english.holiday(holiday),
        };
        call.print_json(&Year { year, provisional, items: days.into_iter().map(named).collect() })?;
        return Ok(exit::DONE);
    }
    let header = ["day", "holiday"].map(|name| call.texts.get(&format!("cli-column-{name}")));
    let row = |(date, holiday)| [call.texts.day(date), call.texts.holiday(holiday)].map(|cell| SafeText::line(&cell)).to_vec();
    let rows: Vec<Vec<SafeText>> = days.into_iter().map(row).collect();
    for line in table::lines(&header, &rows, call.edge.width) {
        call.print(&line)?;
    }
    if provisional {
        call.say("term-uncertain-provisional", &[("year", year.to_string().into())]);
    }
    Ok(exit::DONE)
}
