//! `loket time-out due --new`: the marks of deadlines that were reached since this reader last looked. Fit for cron.

use ring::digest::{Context, SHA256};

use crate::{
    api::{alarm::AlarmList, page::PAGE_MOST, problem::exit},
    cli::{
        call::{Call, Done, Stop, wait},
        json::Items,
        panic::state_folder,
        table,
    },
    client::{
        Failure, Session,
        outbox::{DraftsError, Looked},
    },
    domain::{Date, deadline::Alarm, text::SafeText},
};

use super::due::Arguments;

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let session = call.session()?;
    let (looked, reader) = reader(call, arguments)?;
    let before = looked.cursor(&reader).map_err(|error| kept_badly(call, &error))?;
    let (alarms, cursor) = wait(rung(&session, arguments, before))??;
    if arguments.json {
        call.print_json(&Items { items: &alarms })?;
    } else if !alarms.is_empty() {
        let header = ["alarm", "mark", "kind", "number", "body", "term"];
        let header = header.map(|name| call.texts.get(&format!("cli-time-out-column-{name}")));
        let cells: Vec<Vec<SafeText>> = alarms.iter().map(|alarm| cells(call, alarm)).collect();
        for line in table::lines(&header, &cells, call.edge.width) {
            call.print(&line)?;
        }
    }
    // Only when it is out: a crash before this repeats.
    call.flush()?;
    looked.keep(&reader, &cursor).map_err(|error| kept_badly(call, &error))?;
    Ok(if alarms.is_empty() { exit::NOTHING } else { exit::DONE })
}

/// Where this reader's place is kept: each server, token and choice has its own.
fn reader(call: &mut Call, arguments: &Arguments) -> Result<(Looked, String), Stop> {
    let (server, token) = call.server_and_token()?;
    let folder = state_folder(|name| call.edge.variable(name));
    let folder = folder.ok_or(Stop::Said("cli-time-out-due-no-state", vec![], exit::CONFIGURATION))?;
    let mut context = Context::new(&SHA256);
    for part in [server.trim_end_matches('/'), token.sameness(), if arguments.mine { "mine" } else { "all" }] {
        context.update(&(part.len() as u64).to_be_bytes());
        context.update(part.as_bytes());
    }
    let name = context.finish().as_ref().iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    let looked = Looked::open(&folder.join("alarms")).map_err(|error| kept_badly(call, &error))?;
    Ok((looked, name))
}

fn kept_badly(call: &mut Call, error: &DraftsError) -> Stop {
    Stop::Said("cli-time-out-due-place", vec![("reason", error.what(&call.texts).into())], exit::CONFIGURATION)
}

/// What rang after the cursor, and the new cursor. The first time: what rang in the last days.
async fn rung(session: &Session, arguments: &Arguments, before: Option<String>) -> Result<(Vec<Alarm>, String), Failure> {
    let since: Option<Date> = match before {
        Some(_) => None,
        None => session.me().await?.today.checked_sub_days(chrono::Days::new(arguments.days.into())),
    };
    let (mut alarms, mut after) = (vec![], before);
    loop {
        let owner = arguments.mine.then(|| "me".to_owned());
        let page = session.alarms(&AlarmList { since, owner, limit: Some(PAGE_MOST), after }).await?;
        alarms.extend(page.items);
        if page.next.is_none() {
            return Ok((alarms, page.cursor));
        }
        after = page.next;
    }
}

fn cells(call: &Call, alarm: &Alarm) -> Vec<SafeText> {
    let texts = &call.texts;
    vec![
        SafeText::line(&texts.day(alarm.alarm_on)),
        SafeText::line(&texts.get(&format!("mark-{}", alarm.mark))),
        SafeText::line(&texts.get(&format!("deadline-kind-{}", alarm.kind.code().replace('_', "-")))),
        SafeText::line(&alarm.signal_number.to_string()),
        SafeText::line(alarm.body.as_ref().map_or("", |body| body.as_str())),
        alarm.article.line(),
    ]
}
