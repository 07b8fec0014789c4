//! `loket report`: the yearly report as Markdown, HTML or PDF.

use std::path::PathBuf;

use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{
    agenda,
    call::{Call, Done, Stop, wait},
    numbers::{is_in_year, year_of},
};
use crate::{
    api::{lesson::LessonList, numbers::NumbersWanted, page::PAGE_MOST, problem::exit},
    client::{Failure, Session},
    domain::{lesson::Lesson, text::SafeText, zone},
    export::{agenda::PaperFormat, numbers::Report},
};

#[derive(Args)]
pub(super) struct Arguments {
    #[arg(value_name = "YEAR", value_parser = clap::value_parser!(u16).range(1900..=9998))]
    year: u16,
    #[arg(long, value_name = "FORMAT", value_parser = super::values::one_of::<PaperFormat>(["md", "html", "pdf"]), default_value = "md")]
    format: PaperFormat,
    #[arg(long, value_name = "FILE", required_if_eq("format", "pdf"))]
    out: Option<PathBuf>,
}

/// What is quicker shows no bar.
const SHOWN_AFTER: std::time::Duration = std::time::Duration::from_millis(400);

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let (from, to) = year_of(arguments.year);
    let session = call.session()?;
    let bar = Bar::of(call);
    let (numbers, lessons) = wait(async {
        let wanted = NumbersWanted { from, to, by: None };
        let numbers = session.numbers_while(&wanted, |counted, of| bar.tell(counted, of)).await?;
        let lessons = lessons(&session, arguments.year).await?;
        Ok::<_, Failure>((numbers, lessons))
    })??;
    let report = Report { numbers: &numbers, lessons: &lessons };
    let made = report.write(arguments.format, &call.texts);
    bar.end();
    let bytes = made.map_err(|detail| Stop::Said("cli-report-not-made", vec![("detail", detail.into())], exit::NOTHING))?;
    match &arguments.out {
        Some(path) => agenda::save(call, path, &bytes)?,
        None => call.print_block(String::from_utf8_lossy(&bytes).trim_end())?,
    }
    Ok(exit::DONE)
}

/// The lessons that were noted in a year, oldest first. They come newest first: what is older than the year ends it.
async fn lessons(session: &Session, year: u16) -> Result<Vec<Lesson>, Failure> {
    let (mut found, mut after): (Vec<Lesson>, _) = (vec![], None);
    loop {
        let page = session.lessons(&LessonList { limit: Some(PAGE_MOST), after, ..LessonList::default() }).await?;
        let day = |lesson: &Lesson| zone::date_of(lesson.recorded_at);
        let is_past = page.items.last().is_some_and(|lesson| year_of(year).0.is_some_and(|first| day(lesson) < first));
        found.extend(page.items.into_iter().filter(|lesson| is_in_year(day(lesson), year)));
        after = page.next;
        if after.is_none() || is_past {
            found.reverse();
            return Ok(found);
        }
    }
}

/// How far counting is, on standard error where that is a terminal.
struct Bar {
    bar: ProgressBar,
    on_terminal: bool,
}

impl Bar {
    fn of(call: &Call) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let message = SafeText::line(&call.texts.get("cli-report-counting")).into_string();
        let bar = match ProgressStyle::with_template("{bar:30} {pos}/{len} {eta} {msg}") {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        };
        bar.set_message(message);
        Self { bar, on_terminal: call.edge.stderr_is_terminal }
    }

    /// Drawn once it has taken a while.
    fn tell(&self, counted: u64, of: u64) {
        if self.on_terminal && self.bar.is_hidden() && self.bar.elapsed() >= SHOWN_AFTER {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.set_length(of);
        self.bar.set_position(counted);
    }

    fn end(&self) {
        self.bar.finish_and_clear();
    }
}
