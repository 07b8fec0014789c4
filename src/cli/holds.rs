//! `loket holds`: which data there are on a case: how much of each kind, on what basis, how long. Never what stands in them.

use clap::Args;

use super::{
    call::{Call, Done, Stop, wait},
    table,
};
use crate::{
    api::{problem::exit, retention::HoldingSearch},
    domain::{
        holding::{CaseHoldings, Holding},
        text::SafeText,
        zone,
    },
};

#[derive(Args)]
pub(super) struct Arguments {
    #[arg(value_name = "REFERENCE")]
    reference: String,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let session = call.session()?;
    let search = HoldingSearch { reference: arguments.reference.as_str().into() };
    let found = wait(session.holdings(&search))??;
    if arguments.json {
        call.print_json(&found)?;
    }
    if found.cases.is_empty() {
        call.say("cli-holds-nothing", &[("reference", arguments.reference.as_str().into())]);
        return Ok(exit::NOTHING);
    }
    for case in found.cases.iter().filter(|_| !arguments.json) {
        told(call, case)?;
    }
    Ok(exit::DONE)
}

fn told(call: &mut Call, case: &CaseHoldings) -> Result<(), Stop> {
    let heading = heading(call, case);
    call.print(&SafeText::line(&heading))?;
    let header = ["kind", "count", "basis", "kept"].map(|name| call.texts.get(&format!("cli-holds-column-{name}")));
    let row = |one: &Holding| {
        vec![
            SafeText::line(&call.texts.get(&format!("holding-kind-{}", one.kind))),
            SafeText::line(&one.count.to_string()),
            SafeText::line(&call.texts.get(&format!("holding-basis-{}", one.basis))),
            SafeText::line(&call.texts.get(&format!("holding-kept-{}", one.kept))),
        ]
    };
    let rows: Vec<Vec<SafeText>> = case.items.iter().map(row).collect();
    if !rows.is_empty() {
        for line in table::lines(&header, &rows, call.edge.width) {
            call.print(&line)?;
        }
    }
    Ok(())
}

/// The number, and until when it is kept and why, or that it was destroyed.
fn heading(call: &Call, case: &CaseHoldings) -> String {
    let (texts, number) = (&call.texts, case.number.to_string());
    if let Some(at) = case.erased_at {
        let by = case.approved_by.as_ref().map(|name| name.line().as_str().to_owned()).unwrap_or_default();
        let until = case.backups_until.map(|day| texts.day(day)).unwrap_or_default();
        let day = texts.day(zone::date_of(at));
        return texts.with(
            "cli-holds-erased",
            &[("number", number.into()), ("day", day.into()), ("by", by.into()), ("until", until.into())],
        );
    }
    let Some((rule, day)) = case.rule.zip(case.destroyable_from) else {
        return texts.with("cli-holds-open", &[("number", number.into())]);
    };
    let rule = texts.get(&format!("retention-rule-{rule}"));
    let hold = case.hold.map_or_else(|| texts.get("cli-holds-free"), |hold| texts.get(&format!("retention-hold-{hold}")));
    texts.with(
        "cli-holds-closed",
        &[("number", number.into()), ("rule", rule.into()), ("day", texts.day(day).into()), ("hold", hold.into())],
    )
}
