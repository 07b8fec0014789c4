//! Two colleagues at work on a demonstration: what `demo` makes up, sent like anybody's requests. One of them is the second person of
//! what the visitor proposes to send.

use std::{sync::Arc, time::Duration};

use secrecy::SecretString;
use tokio::runtime::Runtime;
use uuid::Uuid;

use crate::{
    api::{meeting::MeetingList, presence::NewPresence, signal::SignalList},
    client::{Failure, Session, Write},
    demo::{Action, Colleague, Random, colleague_action, pause, second},
    domain::{
        confirmation::Confirmation,
        ids::{IdempotencyKey, WindowId},
        presence::Doing,
    },
    locale::Language,
    server::Clock,
};

/// How long one of them types what is saved then, and looks before anything else is done.
const TYPES_FOR: Duration = Duration::from_secs(12);
const LOOKS_FOR: Duration = Duration::from_secs(4);

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
        if let Ok(session) = Session::new(server, token.into(), Language::Dutch) {
            if index == 0 {
                runtime.spawn(second_person(session.clone(), colleague, Arc::clone(&clock)));
            }
            runtime.spawn(one(session, colleague, Random::for_object(seed, 100, index as u64), Arc::clone(&clock)));
        }
    }
}

async fn one(session: Session, colleague: Colleague, mut random: Random, clock: Arc<dyn Clock>) {
    let window = WindowId(Uuid::now_v7());
    loop {
        tokio::time::sleep(pause(&mut random)).await;
        // What fails (somebody was first, the server is ending) is simply not done.
        if act(&session, window, &colleague, &mut random, clock.as_ref()).await.is_err() {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }
}

/// Confirms what the visitor proposes to send, so that what comes after it can be tried, too.
async fn second_person(session: Session, colleague: Colleague, clock: Arc<dyn Clock>) {
    loop {
        tokio::time::sleep(second::LOOKS_EVERY).await;
        let looked = settle(&session, &colleague, clock.as_ref()).await;
        if looked.is_err() {
            tokio::time::sleep(second::LOOKS_EVERY).await;
        }
    }
}

async fn settle(session: &Session, colleague: &Colleague, clock: &dyn Clock) -> Result<(), Failure> {
    let rows = session.meetings(&MeetingList { limit: Some(200), ..MeetingList::default() }).await?.items;
    for id in second::to_look_at(&rows, clock.now()) {
        let found = session.meeting(&id.to_string()).await?.confirmation;
        if let Some(waits) = found.filter(|waits| second::confirms(colleague, waits, clock.now())) {
            let key = IdempotencyKey(Uuid::now_v7());
            let _: Confirmation = session.write(&Write::confirm(key, waits.id, &waits.hash)).await?;
        }
    }
    Ok(())
}

async fn act(
    session: &Session,
    window: WindowId,
    colleague: &Colleague,
    random: &mut Random,
    clock: &dyn Clock,
) -> Result<(), Failure> {
    let list = SignalList { status: Some("open".into()), limit: Some(200), ..SignalList::default() };
    let rows = session.signals(&list).await?.items;
    let key = IdempotencyKey(Uuid::now_v7());
    let action = colleague_action(random, colleague, clock.now(), &rows);
    if let Some(object) = action.signal() {
        let doing = if action.is_typed() { Doing::Editing } else { Doing::Looking };
        session.is_at(&NewPresence { window, object: Some(object), doing }).await?;
        tokio::time::sleep(if action.is_typed() { TYPES_FOR } else { LOOKS_FOR }).await;
    }
    match action {
        Action::Claim(id, claim) => session.claim(key, id, &claim).await.map(drop),
        Action::Release(id) => session.release(key, id).await.map(drop),
        Action::Note(id, note) => session.note(key, id, &note).await.map(drop),
        Action::Contact(id, contact) => session.contact_moment(key, id, &contact).await.map(drop),
        Action::Report(report) => session.create_signal(key, &report).await.map(drop),
    }
}
