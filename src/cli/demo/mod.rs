//! `loket demo`: the same server over a temporary database with invented data, and the interface on it.

mod colleagues;
mod folder;

use std::{collections::VecDeque, net::SocketAddr, path::PathBuf, sync::Arc};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use clap::Args;
use secrecy::SecretString;
use tokio::sync::oneshot;

use crate::{
    api::problem::exit,
    demo::{
        Arrangements, CANDIDATES, Plan, arrangements, claimed_as_usual, colleagues, meetings, officers, signals, suspendable,
        time_outs,
    },
    domain::{role::Role, signal::Signal, text::SafeText, zone},
    export::agenda::Stationery,
    server::{
        Clock, Options, Server, load, load_arrangements, load_meetings, load_time_outs,
        tokens::{self, DESK_ORGANISATION, NewToken},
    },
};

use super::{
    call::{Call, Done, Stop, all_cores},
    interface::{self, Visit},
    panic::state_folder,
    serve::listen,
    values::day,
};

#[derive(Args)]
pub(super) struct Arguments {
    #[arg(long, value_name = "N", default_value_t = Plan::SIGNALS, value_parser = clap::value_parser!(u32).range(..=2_000_000))]
    signals: u32,
    #[arg(long, value_name = "N", default_value_t = Plan::OFFICERS, value_parser = clap::value_parser!(u32).range(..=1_000_000))]
    officers: u32,
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    #[arg(long, value_name = "DATE", value_parser = day)]
    date: Option<NaiveDate>,
    #[arg(long)]
    still: bool,
    #[arg(long)]
    serve_only: bool,
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:0")]
    listen: SocketAddr,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    if !arguments.serve_only {
        interface::check(call)?;
    }
    let today = arguments.date.unwrap_or_else(|| call.today());
    let plan = Plan { signals: arguments.signals, officers: arguments.officers, seed: arguments.seed, today };
    let clock: Arc<dyn Clock> = Arc::new(Shifted { now: call.edge.now, by: shift(call.now(), today) });
    let state = state_folder(|name| call.edge.variable(name));
    let folder = folder::make(state, std::process::id()).map_err(failed)?;
    let runtime = all_cores()?;
    let prepared = runtime.block_on(prepare(folder.path().join("demo.sqlite"), &plan, Arc::clone(&clock), arguments.listen))?;
    let Prepared { server, listener, address, token, colleagues } = prepared;
    let address = format!("http://{address}");
    if !arguments.still {
        colleagues::work(&runtime, &address, colleagues, plan.seed, clock);
    }
    if arguments.serve_only {
        call.say("cli-demo-invented", &[]);
        call.say("cli-demo-serving", &[]);
        call.print(&SafeText::line(&format!("LOKET_SERVER={address} LOKET_TOKEN={token}")))?;
        call.flush()?;
        runtime.block_on(server.serve(listener, call.stop())).map_err(failed)?;
        return Ok(exit::DONE);
    }
    let (leave, left) = oneshot::channel::<()>();
    let serving = runtime.spawn(server.serve(listener, async { drop(left.await) }));
    let visit = Visit {
        server: address,
        token: token.into(),
        notice: call.texts.get("cli-demo-invented"),
        drafts: folder.path().join("drafts"),
        first: false,
        alone: false,
        passing: true,
        sign_in: None,
    };
    let done = interface::interface(call, visit);
    // The interface is gone: nobody waits for the server to end in order.
    drop(leave);
    serving.abort();
    runtime.shutdown_background();
    done
}

/// A server that is filled and knows where it will listen.
struct Prepared {
    server: Server,
    listener: tokio::net::TcpListener,
    address: SocketAddr,
    token: String,
    colleagues: Vec<(crate::demo::Colleague, SecretString)>,
}

async fn prepare(file: PathBuf, plan: &Plan, clock: Arc<dyn Clock>, address: SocketAddr) -> Result<Prepared, Stop> {
    // First the port: it is taken sooner than the data are made.
    let listener = listen(address).await?;
    let address = listener.local_addr().unwrap_or(address);
    let now = clock.now();
    let database = format!("sqlite:{}", file.display());
    let stationery = Stationery { sender: "let@loket.voorbeeld.nl".into(), ..Stationery::default() };
    let server = Server::open(Options { clock, demo: true, stationery, ..Options::new(database) }).await?;
    // The last signals that a municipality could have suspended something of.
    let mut last: VecDeque<Signal> = VecDeque::new();
    let seen = signals(plan).map(|signal| claimed_as_usual(signal, now)).inspect(|signal| {
        if suspendable(signal).is_some() {
            last.push_back(Signal { timeline: vec![], ..signal.clone() });
            if last.len() > CANDIDATES {
                last.pop_front();
            }
        }
    });
    load(server.store(), seen, officers(plan)).await?;
    load_time_outs(server.store(), time_outs(plan, last.make_contiguous())).await?;
    let Arrangements { moratoria, bridgings, commitments } = arrangements(plan, last.make_contiguous());
    load_arrangements(server.store(), moratoria).await?;
    load_arrangements(server.store(), bridgings).await?;
    load_arrangements(server.store(), commitments).await?;
    let made = meetings(plan, last.make_contiguous());
    load_meetings(server.store(), &made.agendas, &made.candidates).await?;
    let desk =
        |name: &str| NewToken { role: Role::Desk, name: name.into(), organisation: DESK_ORGANISATION.into(), expires_at: None };
    let mut others = vec![];
    for colleague in colleagues() {
        let token = tokens::create_for(server.store(), now, colleague.account, desk(colleague.name)).await?;
        others.push((colleague, SecretString::from(token)));
    }
    let (_, token) = tokens::create(server.store(), now, desk("A. Meijer")).await?;
    Ok(Prepared { server, listener, address, token, colleagues: others })
}

fn failed(error: impl ToString) -> Stop {
    Stop::Said("cli-system", vec![("detail", error.to_string().into())], exit::NO_SERVER)
}

/// The clock of a demonstration: as fast as the real one, on another day.
struct Shifted {
    now: fn() -> DateTime<Utc>,
    by: TimeDelta,
}

impl Clock for Shifted {
    fn now(&self) -> DateTime<Utc> {
        let now = (self.now)() + self.by;
        DateTime::from_timestamp_micros(now.timestamp_micros()).unwrap_or(now)
    }
}

/// The desk has begun by then: the last report of the day itself is in.
const BEGUN: u64 = 7 * 60 + 45;

/// How far the clock is put on: to the same time of that day, and not before the desk has begun.
fn shift(now: DateTime<Utc>, day: NaiveDate) -> TimeDelta {
    let moved = now + (day - zone::date_of(now));
    let local = day.and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(BEGUN as i64);
    let begun = zone::instant_of(local).unwrap_or(moved);
    moved.max(begun) - now
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_stands_on_the_day_asked_for_and_the_desk_is_open() {
        let at = |text| zone::read_instant(text).unwrap_or_default();
        let day = |text| zone::read_date(text).unwrap_or_default();
        for (now, on, shown) in [
            ("2026-11-23 15:00", "2026-11-23", "2026-11-23 15:00"),
            ("2026-11-23 03:00", "2026-11-23", "2026-11-23 07:45"),
            ("2026-07-23 15:00", "2026-11-23", "2026-11-23 14:00"),
            ("2026-11-23 00:30", "2027-01-04", "2027-01-04 07:45"),
        ] {
            assert_eq!(at(now) + shift(at(now), day(on)), at(shown), "{now} {on}");
        }
    }
}
