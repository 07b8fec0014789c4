//! `loket register export`: the register as a file that can be delivered again. Whole for who may hold a copy, of the own organisation
//! for its register editor; nobody else.

use clap::Args;

use crate::{
    api::problem::exit,
    domain::{
        Date,
        officer::Officer,
        organisation::{self, Organisation},
        text::{RawText, SafeText},
    },
    export::{BYTE_ORDER_MARK, Sheet},
    intake::REGISTER_COLUMNS,
};

use super::{
    call::{Call, Done, wait},
    json::Items,
    register_list,
};

#[derive(Args)]
pub(super) struct Export {
    #[arg(long, value_name = "CODE")]
    organisation: Option<String>,
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Export) -> Done {
    let session = call.session()?;
    let (officers, _) = wait(register_list::rows(&session, (arguments.organisation.as_deref(), None), u32::MAX))??;
    if arguments.json {
        call.print_json(&Items { items: &officers })?;
        return Ok(exit::DONE);
    }
    let header: Vec<String> = REGISTER_COLUMNS.iter().map(|column| (*column).to_owned()).collect();
    let names = organisation::all();
    let rows: Vec<Vec<SafeText>> = officers.iter().map(|officer| row(officer, &names)).collect();
    let text = Sheet { header: &header, rows: &rows }.csv();
    // Without the mark a spreadsheet on Windows reads another alphabet.
    let mark = if call.edge.width.is_some() { String::new() } else { BYTE_ORDER_MARK.to_string() };
    call.print_file(&format!("{mark}{text}"))?;
    if !arguments.csv {
        call.say("cli-register-export-done", &[("count", officers.len().into())]);
    }
    Ok(exit::DONE)
}

/// In the order of the columns.
fn row(officer: &Officer, names: &[Organisation]) -> Vec<SafeText> {
    let facts = &officer.facts;
    let code = facts.organisation.as_str();
    let name = names.iter().find(|known| known.code == facts.organisation).map_or(code, |known| known.name.as_str());
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let joined = |parts: Vec<String>| parts.join("; ");
    let text = |text: &RawText| text.raw().to_owned();
    [
        name.to_owned(),
        code.strip_prefix("GM").filter(|digits| digits.len() == 4).unwrap_or_default().to_owned(),
        text(&facts.title),
        text(&facts.name),
        text(&facts.phone),
        text(&facts.mail),
        text(&facts.direct_phone),
        text(&facts.direct_mail),
        facts.mandate.code().to_owned(),
        text(&facts.mandate_excludes),
        facts.budget_euros.map(|euros| euros.to_string()).unwrap_or_default(),
        joined(facts.domains.iter().map(text).collect()),
        joined(facts.municipalities.iter().map(ToString::to_string).collect()),
        text(&facts.deputy),
        text(&facts.escalation),
        day(facts.valid_from),
        day(facts.valid_to),
        day(facts.verified_on),
        text(&facts.provenance),
    ]
    .iter()
    .map(|cell| SafeText::line(cell))
    .collect()
}
