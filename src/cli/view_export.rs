//! `loket view export`: the signals of a saved view as a file, chosen and sorted as the interface does.

use chrono::{DateTime, Utc};
use clap::Args;

use crate::{
    api::problem::exit,
    client::{
        Closed, Failure, LiveEvent, LiveState, Pace, Session, follow,
        replica::{Replica, SignalQuery},
    },
    domain::{
        filter::Owned,
        ids::AccountId,
        signal::SignalSummary,
        view::{Base, SavedView},
    },
    tui::app::signals::Sorting,
};

use super::{
    call::{Call, Done, Stop, wait},
    file_format::{self, Dated},
    signal::list::{COLUMNS, cells, events},
    table,
    view::find,
};

#[derive(Args)]
pub(super) struct Export {
    #[arg(value_name = "ID|NAME")]
    which: String,
    #[command(flatten)]
    file: Dated,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Export) -> Done {
    let session = call.session()?;
    let clock = call.edge.now;
    let (view, me, today, replica) = wait(async {
        let view = find(&session, &arguments.which).await?;
        let me = session.me().await?;
        Ok::<_, Stop>((view, me.account, me.today, everything(&session, clock).await?))
    })??;
    let signals = chosen(&replica, &view, me, replica.server_now().unwrap_or_else(clock));
    let columns = if view.facts.columns.is_empty() { COLUMNS.to_vec() } else { view.facts.columns.clone() };
    let (header, rows) = cells(call, &columns, &signals, today, arguments.file.format());
    match arguments.file.format() {
        Some(format) => file_format::print(call, format, &header, &rows, |call| events(call, &signals))?,
        None if arguments.json => call.print_json(&super::json::Items { items: &signals })?,
        None => {
            for line in table::lines(&header, &rows, call.edge.width) {
                call.print(&line)?;
            }
        }
    }
    if signals.is_empty() {
        call.say("cli-list-none", &[]);
        return Ok(exit::NOTHING);
    }
    Ok(exit::DONE)
}

/// Everything this account sees, once.
async fn everything(session: &Session, clock: fn() -> DateTime<Utc>) -> Result<Replica, Failure> {
    let mut came = Err(Failure::NoToken);
    follow(
        session.clone(),
        Pace::default(),
        clock,
        || 0.0,
        |event| {
            came = match event {
                LiveEvent::Replica(replica) if replica.is_complete() => Ok(replica),
                LiveEvent::State(LiveState::Lost { why, .. }) => Err(why),
                _ => return Ok(()),
            };
            Err(Closed)
        },
    )
    .await;
    came
}

fn chosen(replica: &Replica, view: &SavedView, me: AccountId, now: DateTime<Utc>) -> Vec<SignalSummary> {
    let mut query = SignalQuery::parse(view.facts.filter.raw());
    query.open_only = view.facts.base != Base::All;
    query.owned = match view.facts.base {
        Base::Mine => Some(Owned::Me),
        Base::Free => Some(Owned::Free),
        Base::Open | Base::All => None,
    };
    let sort = Sorting { by: view.facts.sort, descending: view.facts.descending }.order();
    let rows = replica.signals().select(&query, sort, now, Some(me));
    rows.into_iter().filter_map(|row| replica.signals().get(row)).map(|row| row.to_summary()).collect()
}
