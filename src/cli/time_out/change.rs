//! `loket time-out extend`, `resume` and `end` propose; `tell-body` and `body-confirmed` note a day.

use chrono::NaiveDate;
use clap::Args;

use crate::{
    api::{
        problem::exit,
        time_out::{EndTimeOut, ExtendTimeOut, OnDay, ResumeTimeOut, TimeOutDetail},
    },
    cli::{
        call::{Call, Done, wait},
        signal::{Key, sent},
        values::{codes, day},
    },
    client::Write,
    domain::{
        ids::{IdempotencyKey, TimeOutId},
        time_out::TimeOutEnding,
    },
};

use super::{show::told, which::Which};

#[derive(Args)]
pub(in crate::cli) struct Extend {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "DATE", value_parser = day)]
    through: NaiveDate,
    #[arg(long, value_name = "DATE", value_parser = day)]
    decided_on: NaiveDate,
    #[arg(long, value_name = "TEXT", default_value = "")]
    reference: String,
    #[arg(long, value_name = "REASON", default_value = "")]
    reason: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Resume {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: NaiveDate,
    #[arg(long, value_name = "REASON", default_value = "")]
    reason: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct End {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: NaiveDate,
    #[arg(long, value_name = "ENDING", value_parser = codes!(TimeOutEnding))]
    ending: TimeOutEnding,
    #[arg(long, value_name = "REASON", default_value = "")]
    reason: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Note {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: NaiveDate,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn extend(call: &mut Call, arguments: &Extend) -> Done {
    let body = ExtendTimeOut {
        last_day: arguments.through,
        decided_on: arguments.decided_on,
        reference: arguments.reference.as_str().into(),
        reason: arguments.reason.as_str().into(),
    };
    let write = |key, id, version| Write::extend_time_out(key, id, version, &body);
    changed(call, &arguments.which, &arguments.key, "cli-time-out-proposed", write, arguments.json)
}

pub(super) fn resume(call: &mut Call, arguments: &Resume) -> Done {
    let body = ResumeTimeOut { from: arguments.from, reason: arguments.reason.as_str().into() };
    let write = |key, id, version| Write::resume_time_out(key, id, version, &body);
    changed(call, &arguments.which, &arguments.key, "cli-time-out-proposed", write, arguments.json)
}

pub(super) fn end(call: &mut Call, arguments: &End) -> Done {
    let body = EndTimeOut { from: arguments.from, ending: arguments.ending, reason: arguments.reason.as_str().into() };
    let write = |key, id, version| Write::end_time_out(key, id, version, &body);
    changed(call, &arguments.which, &arguments.key, "cli-time-out-proposed", write, arguments.json)
}

pub(super) fn tell_body(call: &mut Call, arguments: &Note) -> Done {
    let body = OnDay { on: arguments.on };
    let write = |key, id, version| Write::tell_body(key, id, version, &body);
    changed(call, &arguments.which, &arguments.key, "cli-time-out-noted", write, arguments.json)
}

pub(super) fn body_confirmed(call: &mut Call, arguments: &Note) -> Done {
    let body = OnDay { on: arguments.on };
    let write = |key, id, version| Write::body_confirmed(key, id, version, &body);
    changed(call, &arguments.which, &arguments.key, "cli-time-out-noted", write, arguments.json)
}

fn changed(
    call: &mut Call,
    which: &Which,
    key: &Key,
    said: &str,
    write: impl Fn(IdempotencyKey, TimeOutId, i64) -> Write,
    json: bool,
) -> Done {
    let session = call.session()?;
    let key = key.of(call);
    let now: TimeOutDetail = wait(async {
        let found = which.read(call, &session).await?;
        sent(key, session.write(&write(key, found.item.id, found.item.version))).await
    })??;
    told(call, &now, json)?;
    call.say(said, &[("id", now.item.id.to_string().into())]);
    Ok(exit::DONE)
}
