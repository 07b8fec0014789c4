//! Two colleagues at work on a demonstration: what `demo` makes up, sent like anybody's requests.

use std::{sync::Arc, time::Duration};

use secrecy::SecretString;
use tokio::runtime::Runtime;
use uuid::Uuid;

use crate::{
    api::signal::SignalList,
    client::{Failure, Session},
    demo::{Action, Colleague, Random, colleague_action, pause},
    domain::ids::IdempotencyKey,
    locale::Language,
    server::Clock,
};

/// Lets each of them work until the runtime ends.
pub(super) fn work(
    runtime: &Runtime,
    server: &str,
    colleagues: Vec<(Colleague, SecretString)>,
    seed: u64,
    clock: Arc<dyn Clock>,
) {
    for (index, (colleague, token)) in colleagues.into_iter().enumerate() {
        // The address is our own: it is sound.
        if let Ok(session) = Session::new(server, token, Language::Dutch) {
            runtime.spawn(one(session, colleague, Random::for_object(seed, 100, index as u64), Arc::clone(&clock)));
        }
    }
}

async fn one(session: Session, colleague: Colleague, mut random: Random, clock: Arc<dyn Clock>) {
    loop {
        tokio::time::sleep(pause(&mut random)).await;
        // What fails (somebody was first, the server is ending) is simply not done.
        if act(&session, &colleague, &mut random, clock.as_ref()).await.is_err() {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }
}

async fn act(session: &Session, colleague: &Colleague, random: &mut Random, clock: &dyn Clock) -> Result<(), Failure> {
    let list = SignalList { status: Some("open".into()), limit: Some(200), ..SignalList::default() };
    let rows = session.signals(&list).await?.items;
    let key = IdempotencyKey(Uuid::now_v7());
    match colleague_action(random, colleague, clock.now(), &rows) {
        Action::Claim(id, claim) => session.claim(key, id, &claim).await.map(drop),
        Action::Release(id) => session.release(key, id).await.map(drop),
        Action::Note(id, note) => session.note(key, id, &note).await.map(drop),
        Action::Contact(id, contact) => session.contact_moment(key, id, &contact).await.map(drop),
        Action::Report(report) => session.create_signal(key, &report).await.map(drop),
    }
}
