//! The primary of a PostgreSQL pair falls again and again, under two servers at which people write: killed, shut, or hung with its
//! connections open. What was acknowledged is there afterwards, once; who is not answered is told so in time, and never that the
//! server is at fault. Without any standby nothing is acknowledged, and all of it is once there is one again.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use loket::{domain::ids::SignalId, server::Store};
use tokio::{sync::watch, task::JoinSet};

use super::cuts::{knows_exactly, listen, read};
use crate::support::{
    Lot,
    acknowledged::Acknowledged,
    http::Caller,
    pair::{Fall, Pair},
    program::{Serving, loket, run, said, token},
    proof::{is_long, report, seed_of},
    proxy::{Fate, Proxy},
    samples::signal,
    writing::{Write, Writer},
};

/// People who write at the same time.
const WRITERS: u64 = 8;

/// How long nobody may be left without an answer.
const ANSWER: Duration = Duration::from_secs(35);

/// What the writers heard.
struct Told {
    all: Acknowledged,
    refused: u64,
    /// Of each writer: was the last it heard that its write is not confirmed?
    waits: [bool; WRITERS as usize],
    last: Instant,
    /// The longest time in which nothing was acknowledged.
    silence: Duration,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_acknowledged_write_is_lost_when_the_primary_falls() {
    let mut lot = Lot(seed_of("failover"));
    let home = tempfile::tempdir().unwrap();
    let mut pair = Pair::start();
    let url = pair.url();
    let instances = [Serving::start(home.path(), &url), Serving::start(home.path(), &url)];
    let secret = token(home.path(), &url, "desk", "Schrijver");
    let proxy = Proxy::start(&[&instances[0].address, &instances[1].address], lot.draw(), |_, _| Fate::Pass).await;
    let mut following = [(); 2].map(|()| listen(&proxy.address, &secret));
    let first = Told {
        all: Acknowledged::default(),
        refused: 0,
        waits: Default::default(),
        last: Instant::now(),
        silence: Duration::ZERO,
    };
    let told = Arc::new(watch::Sender::new(first));
    let over = watch::Sender::new(false);
    let mut writing = JoinSet::new();
    for (number, writer) in Writer::several(WRITERS, &mut lot).into_iter().enumerate() {
        writing.spawn(write(number, writer, Caller::at(&proxy.address, &secret), told.clone(), over.subscribe()));
    }
    let falls: Vec<Fall> = match is_long() {
        true => (0..50).map(|number| [Fall::Killed, Fall::Shut, Fall::Killed, Fall::Shut, Fall::Hung][number % 5]).collect(),
        false => vec![Fall::Hung, Fall::Killed],
    };
    for fall in &falls {
        // Somewhere in what they have under way.
        let enough = told.borrow().all.len() + 20 + lot.below(100) as usize;
        reach(&told, &mut writing, |told| told.all.len() >= enough).await;
        let began = Instant::now();
        pair.fail_over(*fall, 2, || instances.iter().for_each(|instance| instance.hear(1, "the primary moved")));
        println!("{fall:?}: a pair again after {:?}", began.elapsed());
    }
    let enough = told.borrow().all.len() + 50;
    reach(&told, &mut writing, |told| told.all.len() >= enough).await;
    let silence = told.borrow().silence;
    let refused = told.borrow().refused;

    // Without a standby nobody is told that it is saved.
    pair.lose_standby();
    reach(&told, &mut writing, |told| told.waits.iter().filter(|waits| **waits).count() > WRITERS as usize / 2).await;
    let acknowledged = told.borrow().all.len();
    if is_long() {
        // Also who holds the place of all others, and waits for the standby itself.
        reach(&told, &mut writing, |told| told.waits == [true; WRITERS as usize]).await;
    }
    assert_eq!(told.borrow().all.len(), acknowledged, "acknowledged without a standby");
    pair.find_standby();
    reach(&told, &mut writing, |told| told.waits == [false; WRITERS as usize]).await;

    over.send_replace(true);
    while let Some(ended) = writing.join_next().await {
        ended.unwrap();
    }
    let mut all = told.borrow().all.clone();
    let last = Caller::at(&proxy.address, &secret).post("/v1/signals", &signal("Het laatste")).await.ok();
    let last = Write::id(&last).to_owned();
    all.signals.insert("Het laatste".into(), last.clone());
    let last = SignalId(last.parse().unwrap());
    let table = |query| pair.ask("loket", query).lines().map(str::to_owned).collect::<Vec<_>>();
    let (signals, officers) = (read(&table("SELECT summary FROM signals")), read(&table("SELECT document FROM officers")));
    for (number, known) in following.iter_mut().enumerate() {
        let arrived = known.wait_for(|replica| replica.is_complete() && replica.signals().find(last).is_some());
        let arrived = tokio::time::timeout(Duration::from_secs(60), arrived).await;
        let replica = arrived.unwrap_or_else(|_| panic!("interface {number} never hears of the last")).unwrap().clone();
        knows_exactly(number, &replica, &signals, &officers);
    }
    for instance in &instances {
        all.verify(&Caller::at(&instance.address, &secret)).await;
    }
    for heard in instances.map(Serving::stop) {
        assert!(!heard.contains("status=500"), "{heard}");
        assert!(!heard.contains("the primary moved"), "back to one that was it before: {heard}");
    }
    let check = run(loket(home.path()).args(["db", "check", "--database", &url]));
    assert!(check.status.success(), "{}", said(&check));
    let result = format!(
        "{} failovers, {} acknowledged, {refused} times told that it is not; 0 lost, 0 twice, no 500; at most {:.1} s without an \
         acknowledgement, a new standby included; without a standby nothing acknowledged, and all of it afterwards; two interfaces that followed equal to the table",
        falls.len(),
        all.len(),
        silence.as_secs_f64()
    );
    println!("{result}");
    report("failovers of a PostgreSQL pair under load, two instances", &result);
}

/// A pool that nobody leads on still never takes a standby for the primary: it gives nothing rather than what is old.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_standby_is_never_used() {
    let mut pair = Pair::start();
    let Store::Pg(pool) = Store::open(&pair.owner_url(), false).await.unwrap() else { panic!("no PostgreSQL") };
    let is_standby = || sqlx::query_scalar::<_, bool>("SELECT pg_is_in_recovery()").fetch_one(&pool);
    assert!(!is_standby().await.unwrap());
    pair.fail_over(Fall::Killed, 0, || {});
    // Where it was led to there is a standby now.
    let refused = is_standby().await;
    assert!(matches!(refused, Err(sqlx::Error::PoolTimedOut)), "{refused:?}");
    // Whoever opens it now finds the other.
    let Store::Pg(pool) = Store::open(&pair.owner_url(), false).await.unwrap() else { panic!("no PostgreSQL") };
    assert!(!sqlx::query_scalar::<_, bool>("SELECT pg_is_in_recovery()").fetch_one(&pool).await.unwrap());
}

/// Waits until what they heard is so; ends with them when one of them finds a fault.
async fn reach(told: &watch::Sender<Told>, writing: &mut JoinSet<()>, is: impl FnMut(&Told) -> bool) {
    let mut heard = told.subscribe();
    tokio::select! {
        reached = heard.wait_for(is) => drop(reached),
        ended = writing.join_next() => panic!("{ended:?}"),
    }
}

/// Writes until it is over; each write is sent until it is acknowledged.
async fn write(number: usize, mut writer: Writer, who: Caller, told: Arc<watch::Sender<Told>>, over: watch::Receiver<bool>) {
    while writer.pending.is_some() || !*over.borrow() {
        let write: Write = writer.next();
        let asked = Instant::now();
        let answer = write.send(&who).await;
        assert!(asked.elapsed() < ANSWER, "{}: no answer for {:?}", write.mark, asked.elapsed());
        match answer {
            Some((200 | 201, answer)) => told.send_modify(|told| {
                writer.told(&write, &answer, &mut told.all);
                told.waits[number] = false;
                told.silence = told.silence.max(told.last.elapsed());
                told.last = Instant::now();
            }),
            Some((status, answer)) => {
                assert!(matches!(status, 503 | 504), "{}: {status} {answer}", write.mark);
                told.send_modify(|told| {
                    told.waits[number] = true;
                    told.refused += 1;
                });
            }
            // The connection broke.
            None => {}
        }
    }
}
