//! `loket doctor`: what loket finds here, line by line, with the next step where something is not as it should be.
//!
//! Made to be pasted into a ticket: no text of a case, no name, no token; the home folder is written as `~`.

mod certificate;
mod check;
mod clipboard;
mod files;
mod keys;
mod protection;
mod server;
mod terminal;

use clap::Args;

use crate::{api::problem::exit, domain::text::SafeText, tui::app::wrap::wrap};

use super::{
    call::{Call, Done},
    json::Items,
};
use check::{Check, Verdict};

/// Columns of the report: it fits a ticket.
const WIDTH: usize = 100;
/// Columns before what was found.
const INDENT: usize = 30;

#[derive(Args)]
pub(super) struct Arguments {
    #[arg(long, conflicts_with_all = ["keys", "clipboard"])]
    json: bool,
    #[arg(long, conflicts_with = "clipboard")]
    keys: bool,
    #[arg(long)]
    clipboard: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    if arguments.keys {
        return keys::run(call);
    }
    if arguments.clipboard {
        return clipboard::run(call);
    }
    let interactive = !arguments.json && call.edge.stdin_is_terminal && call.edge.width.is_some();
    let mut checks = terminal::checks(call, interactive);
    checks.extend(files::checks(call));
    checks.extend(server::checks(call));
    let faults = checks.iter().filter(|check| check.verdict == Verdict::Fault).count();
    let code = if faults == 0 { exit::DONE } else { exit::NOTHING };
    if arguments.json {
        call.print_json(&Items { items: checks })?;
        return Ok(code);
    }
    print(call, &checks)?;
    if interactive {
        terminal::print_colours(call)?;
    }
    let attentions = checks.iter().filter(|check| check.verdict == Verdict::Attention).count();
    let untested = checks.iter().filter(|check| check.verdict == Verdict::Untested).count();
    let values = [("faults", faults.into()), ("attentions", attentions.into()), ("untested", untested.into())];
    let sum = call.texts.with("doctor-sum", &values);
    call.print(&SafeText::default())?;
    call.print(&SafeText::line(&sum))?;
    Ok(code)
}

fn print(call: &mut Call, checks: &[Check]) -> Result<(), super::call::Stop> {
    let head = format!("loket {}  {}  {}", env!("CARGO_PKG_VERSION"), std::env::consts::OS, call.now().format("%Y-%m-%d %H:%MZ"));
    call.print(&SafeText::line(&head))?;
    let width = call.edge.width.unwrap_or(WIDTH).clamp(60, WIDTH);
    let mut group = "";
    for check in checks {
        if group != check.group {
            group = check.group;
            let title = call.texts.get(&format!("doctor-group-{group}"));
            call.print(&SafeText::default())?;
            call.print(&SafeText::line(&title))?;
        }
        let verdict = call.texts.get(&format!("doctor-{}", check.verdict));
        let name = call.texts.get(&format!("doctor-{}", check.check));
        let head = format!("  {verdict:<7} {name:<18}");
        lines(call, &head, &check.found, width)?;
        if let Some(next) = &check.next {
            lines(call, &format!("{:<27}>", ""), next, width)?;
        }
    }
    Ok(())
}

/// A text beside its head, broken where the line is full.
fn lines(call: &mut Call, head: &str, text: &str, width: usize) -> Result<(), super::call::Stop> {
    let text = SafeText::line(text).into_string();
    for (at, range) in wrap(&text, width - INDENT).into_iter().enumerate() {
        let head = if at == 0 { head } else { "" };
        call.print(&SafeText::line(format!("{head:<INDENT$}{}", &text[range]).trim_end()))?;
    }
    Ok(())
}
