//! `loket audit emergencies|judge`: a privacy officer of the desk sees who opened which case in an emergency, and judges it.

use clap::Args;

use super::{
    call::{Call, Done, wait},
    signal::{Key, sent, typed_text},
    table,
    values::codes,
};
use crate::{
    api::{
        emergency::{EmergencyDetail, ReviewEmergency},
        problem::exit,
    },
    client::Write,
    domain::{
        emergency::{EmergencyState, EmergencyVerdict},
        ids::EmergencyAccessId,
        organisation,
        text::SafeText,
    },
    locale::Texts,
};

#[derive(Args)]
pub(super) struct Emergencies {
    #[arg(long)]
    overdue: bool,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Judge {
    #[arg(value_name = "ID")]
    id: EmergencyAccessId,
    #[arg(value_name = "VERDICT", value_parser = codes!(EmergencyVerdict))]
    verdict: EmergencyVerdict,
    #[arg(value_name = "-", default_value = "-")]
    text: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn list(call: &mut Call, arguments: &Emergencies) -> Done {
    let session = call.session()?;
    let mut found = wait(session.emergencies())??;
    found.items.retain(|one| !arguments.overdue || one.state == EmergencyState::Overdue);
    if arguments.json {
        call.print_json(&found)?;
    } else if !found.items.is_empty() {
        let header = ["state", "case", "name", "organisation", "opened", "until", "reason", "id"];
        let header = header.map(|name| call.texts.get(&format!("cli-emergency-column-{name}")));
        let rows: Vec<Vec<SafeText>> = found.items.iter().map(|one| cells(&call.texts, one)).collect();
        for line in table::lines(&header, &rows, call.edge.width) {
            call.print(&line)?;
        }
    }
    if found.items.is_empty() {
        call.say("cli-emergency-none", &[]);
        return Ok(exit::NOTHING);
    }
    Ok(exit::DONE)
}

fn cells(texts: &Texts, EmergencyDetail { item, state }: &EmergencyDetail) -> Vec<SafeText> {
    vec![
        SafeText::line(&texts.get(&format!("emergency-state-{state}"))),
        SafeText::line(&item.signal_number.to_string()),
        item.by_name.line(),
        SafeText::line(&organisation::shown(item.organisation.as_str())),
        SafeText::line(&texts.moment(item.opened_at)),
        SafeText::line(&texts.moment(item.until)),
        item.reason.line(),
        SafeText::line(&item.id.to_string()),
    ]
}

pub(super) fn judge(call: &mut Call, arguments: &Judge) -> Done {
    let review = ReviewEmergency { verdict: arguments.verdict, reason: typed_text(call, "loket audit judge", &arguments.text)? };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let found: EmergencyDetail = wait(sent(key, session.write(&Write::review_emergency(key, arguments.id, &review))))??;
    if arguments.json {
        call.print_json(&found)?;
    }
    let verdict = call.texts.get(&format!("emergency-verdict-{}", arguments.verdict));
    call.say("cli-emergency-judged", &[("number", found.item.signal_number.to_string().into()), ("verdict", verdict.into())]);
    Ok(exit::DONE)
}
