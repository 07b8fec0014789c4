//! How much may be asked in a minute: of one account and from one address, over all instances together.

use loket::{
    api::{path, problem::Code},
    domain::role::Role,
    server::RequestLimits,
};

use crate::support::{http::Caller, server::TestServer};

on_both_stores!(instances_count_a_person_together_and_one_that_begins_anew_goes_on, strangers_are_counted_by_their_address,);

/// Asks once, and when the instances have settled so many until it is too much; gives how often it was not.
async fn until_too_much(server: &TestServer, caller: &Caller, settled: i64, most: usize) -> usize {
    caller.get(path::ME).await.expect(200);
    let query =
        format!("SELECT CAST(COALESCE(SUM(count), 0) AS BIGINT) FROM request_counts WHERE subject = '{}'", caller.account);
    while server.number(&query).await < settled {
        tokio::task::yield_now().await;
    }
    for count in 1..=most {
        let reply = caller.get(path::ME).await;
        if reply.status == 429 {
            return count;
        }
        reply.expect(200);
    }
    panic!("{most} were not too much");
}

async fn instances_count_a_person_together_and_one_that_begins_anew_goes_on(server: &TestServer) {
    const MOST: u32 = 40;
    let limits = RequestLimits { person: MOST, address: 0 };
    let (one, stop, ended) = server.instance_with_limits(limits).await;
    for _ in 0..MOST {
        one.get(path::ME).await.expect(200);
    }
    let refused = one.get(path::ME).await;
    let problem = refused.problem(Code::TooMany);
    // The clock of the story stands at the whole minute.
    assert_eq!((refused.header("retry-after"), problem["retryAfter"].as_u64()), ("60", Some(60)));
    assert!(problem.get("errors").is_none(), "{problem}");
    // Another person is not touched, and neither are the checks of the process.
    let other = Caller { server: one.server.clone(), ..server.role(Role::LetSecretary) };
    other.get(path::ME).await.expect(200);
    for path in [path::LIVE, path::READY] {
        assert_eq!(one.get(path).await.status, 200);
    }
    // Another instance hears of it within a second or so, long before it has counted so many itself.
    let (second, stop_second, ended_second) = server.instance_with_limits(limits).await;
    let count = until_too_much(server, &second, i64::from(MOST) + 1, MOST as usize - 1).await;
    assert!(count < MOST as usize / 2, "{count}");
    // One that stops and begins anew goes on with what was settled.
    stop.send(()).unwrap();
    ended.await.unwrap().unwrap();
    let (anew, stop_anew, ended_anew) = server.instance_with_limits(limits).await;
    let before = i64::from(MOST) + count as i64;
    let count = until_too_much(server, &anew, before + 1, MOST as usize - 1).await;
    assert!(count < MOST as usize / 2, "{count}");
    // The next minute is another.
    server.advance(chrono::TimeDelta::seconds(60));
    for caller in [&second, &anew] {
        caller.get(path::ME).await.expect(200);
    }
    for (stop, ended) in [(stop_second, ended_second), (stop_anew, ended_anew)] {
        stop.send(()).unwrap();
        ended.await.unwrap().unwrap();
    }
}

async fn strangers_are_counted_by_their_address(server: &TestServer) {
    const MOST: u32 = 12;
    let (desk, stop, ended) = server.instance_with_limits(RequestLimits { person: 0, address: MOST }).await;
    let stranger = Caller { token: String::new(), ..desk.clone() };
    let forged = Caller { token: "lkt_verzonnen".into(), ..desk.clone() };
    // Bad tokens, what needs none, and what is not there count together.
    for _ in 0..MOST / 4 {
        forged.get(path::ME).await.problem(Code::NotSignedIn);
        stranger.get(path::SIGN_IN).await.expect(200);
        stranger.get("/.env").await.problem(Code::UnknownRoute);
        stranger.delete(path::ME).await.problem(Code::MethodNotAllowed);
    }
    for reply in [
        forged.get(path::ME).await,
        stranger.get(path::ME).await,
        stranger.get(path::SIGN_IN).await,
        stranger.get("/.env").await,
        stranger.delete(path::ME).await,
        stranger.get("/v1/feeds/x/deadlines.ics").await,
    ] {
        reply.problem(Code::TooMany);
    }
    // Whoever is known goes on from the same address, and the process is watched.
    desk.get(path::ME).await.expect(200);
    assert_eq!(stranger.get(path::LIVE).await.status, 200);
    stop.send(()).unwrap();
    ended.await.unwrap().unwrap();
}
