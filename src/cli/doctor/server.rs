//! The server: is it there, is it loket, which API, is the connection protected and for how long, do the clocks agree, are we
//! known. Names nobody.

use std::time::Duration;

use chrono::TimeDelta;

use super::{check::Check, protection};
use crate::{
    api::API_VERSION,
    cli::call::{Call, wait},
    client::{Failure, Patience, Session, Visit},
    domain::zone,
};

const GROUP: &str = "server";

/// Seconds between the clocks that are worth a word.
const SKEW: i64 = 30;
/// Days before its end that a certificate is worth a word.
const SOON: i64 = 21;

pub(super) fn checks(call: &Call) -> Vec<Check> {
    let Some(server) = call.config.server.value.clone() else {
        return vec![Check::ok(GROUP, "address", "-").attention(call.texts.get("doctor-address-none"))];
    };
    let token = call.server_and_token().ok().map(|(_, token)| token);
    let known = token.is_some();
    let patience = Patience { connect: Duration::from_secs(5), total: Duration::from_secs(10), pauses: vec![] };
    // A token is sent with every request; where there is none, one that nobody has.
    let session = Session::with_patience(&server, token.unwrap_or_else(|| "none".into()), call.config.language.value, patience);
    let address = Check::ok(GROUP, "address", server.as_str());
    let visited = session.and_then(|session| {
        let before = call.now();
        let visit = wait(session.visit()).unwrap_or_else(|_| Err(session_failed(&server)))?;
        let now = before + (call.now() - before) / 2;
        Ok((session, visit, now))
    });
    let (session, visit, now) = match visited {
        Ok(visited) => visited,
        Err(failure) => return vec![address, failed(call, "reachable", &failure)],
    };
    let mut checks = vec![address, reachable(call, &visit), version(call, &visit)];
    if server.starts_with("https:") {
        checks.extend(protected(call, &server));
    }
    let me = known.then(|| wait(session.me()).unwrap_or_else(|_| Err(session_failed(&server))));
    let theirs = me.as_ref().and_then(|me| me.as_ref().ok()).map(|me| me.now);
    // The time of an account is exact, that of a header a whole second.
    let ahead = match theirs {
        Some(theirs) => Some(theirs - call.now()),
        None => visit.date.map(|date| date - now),
    };
    checks.push(clock(call, ahead));
    checks.extend(me.map(|me| match me {
        Ok(me) => Check::ok(GROUP, "account", call.texts.get(&format!("role-{}", me.role))),
        Err(failure) => failed(call, "account", &failure),
    }));
    checks
}

/// There is nothing to run the request on: as good as no answer.
fn session_failed(server: &str) -> Failure {
    Failure::Cut { server: server.to_owned(), writing: false }
}

fn failed(call: &Call, check: &'static str, failure: &Failure) -> Check {
    let advice = match failure {
        Failure::NoServer { .. } => call.texts.get("cli-no-server-advice"),
        _ => failure.advice(&call.texts).into_string(),
    };
    Check::ok(GROUP, check, failure.what(&call.texts).into_string()).fault(advice)
}

fn reachable(call: &Call, visit: &Visit) -> Check {
    match visit.ready {
        true => Check::ok(GROUP, "reachable", call.texts.get("doctor-yes")),
        false => Check::ok(GROUP, "reachable", call.texts.get("doctor-reachable-not-ready"))
            .fault(call.texts.get("doctor-reachable-next")),
    }
}

fn version(call: &Call, visit: &Visit) -> Check {
    let major = |version: &str| version.split('.').next().map(str::to_owned);
    let check = Check::ok(GROUP, "version", format!("{}  (loket {API_VERSION})", visit.version));
    if major(&visit.version) == major(API_VERSION) { check } else { check.fault(call.texts.get("doctor-version-next")) }
}

fn protected(call: &Call, server: &str) -> Vec<Check> {
    match protection::look(server) {
        Err(reason) => {
            let reason = call.texts.of_system(&reason);
            vec![Check::ok(GROUP, "protection", reason).attention(call.texts.get("doctor-protection-unseen"))]
        }
        Ok(seen) => {
            let mut checks = vec![Check::ok(GROUP, "protection", seen.version)];
            if let Some(until) = seen.until {
                let days = (until - call.now()).num_days();
                let values = [("date", zone::date_of(until).to_string().into()), ("days", days.into())];
                let found = call.texts.with("doctor-certificate-until", &values);
                checks
                    .push(Check::ok(GROUP, "certificate", found).unless(days >= SOON, call.texts.get("doctor-certificate-next")));
            }
            checks
        }
    }
}

fn clock(call: &Call, ahead: Option<TimeDelta>) -> Check {
    let Some(ahead) = ahead else {
        return Check::ok(GROUP, "clock", call.texts.get("doctor-clock-unknown"));
    };
    let seconds = ahead.num_seconds();
    let key = if seconds < 0 { "doctor-clock-ahead" } else { "doctor-clock-behind" };
    let found = match seconds.abs() {
        0..=2 => call.texts.get("doctor-clock-same"),
        off => call.texts.with(key, &[("seconds", off.into())]),
    };
    Check::ok(GROUP, "clock", found).unless(seconds.abs() <= SKEW, call.texts.get("doctor-clock-next"))
}
