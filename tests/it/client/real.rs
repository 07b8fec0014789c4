//! The client against loket's own server: every request, and a replica that follows through a kill and a restart.

use std::{collections::BTreeSet, net::SocketAddr, path::Path, sync::mpsc, time::Duration};

use loket::{
    api::{
        problem::Code,
        signal::{NewClaim, NewContactMoment, NewNote, NewSignal, Origin, SignalList, SignalPatch, SignalSearch},
    },
    client::{Drafts, Failure, Lapse, Pace, Patience, Pending, Session, Write, outbox::Told, replica::SignalQuery},
    domain::{
        ids::{AccountId, IdempotencyKey, OrganisationCode},
        role::Role,
        signal::{Body, Channel, ContactMoment, EntryKind, Facts, Signal, Status, Urgency},
    },
    locale::Language,
    server::{
        Options, Server,
        tokens::{self, DESK_ORGANISATION, NewToken},
    },
};
use tokio::runtime::Runtime;
use uuid::Uuid;

use super::{desk::now, live::Listener, outbox::sender};

/// The server in a runtime of its own: dropping it is a kill, not a goodbye.
struct Real {
    address: SocketAddr,
    token: String,
    runtime: Option<Runtime>,
}

impl Real {
    fn start(folder: &Path) -> Self {
        Self::on("127.0.0.1:0".parse().unwrap(), folder, None)
    }

    fn on(address: SocketAddr, folder: &Path, token: Option<String>) -> Self {
        let listener = loop {
            match std::net::TcpListener::bind(address) {
                Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => std::thread::yield_now(),
                bound => break bound.unwrap(),
            }
        };
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let options = Options::new(format!("sqlite:{}", folder.join("loket.db").display()));
        let (sender, receiver) = mpsc::channel();
        runtime.spawn(async move {
            let server = Server::open(options).await.unwrap();
            let new = NewToken {
                role: Role::Desk,
                name: "Noor Bakker".into(),
                organisation: DESK_ORGANISATION.into(),
                expires_at: None,
            };
            let token = match token {
                Some(token) => token,
                None => tokens::create(server.store(), chrono::Utc::now(), new).await.unwrap().1,
            };
            sender.send(token).unwrap();
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            server.serve(listener, std::future::pending()).await.unwrap();
        });
        let token = receiver.recv().unwrap();
        Self { address, token, runtime: Some(runtime) }
    }

    fn server(&self) -> String {
        format!("http://{}", self.address)
    }

    fn session(&self) -> Session {
        let patience = Patience { pauses: vec![Duration::ZERO; 2], ..Patience::default() };
        Session::with_patience(&self.server(), self.token.clone().into(), Language::Dutch, patience).unwrap()
    }

    fn kill(mut self) -> (SocketAddr, String) {
        let runtime = self.runtime.take().unwrap();
        std::thread::spawn(move || runtime.shutdown_timeout(Duration::from_secs(30))).join().unwrap();
        (self.address, self.token.clone())
    }
}

impl Drop for Real {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn key() -> IdempotencyKey {
    IdempotencyKey(Uuid::now_v7())
}

fn new_signal(title: &str) -> NewSignal {
    NewSignal {
        received_at: None,
        channel: Channel::Phone,
        source: None,
        origin: Origin::Typed,
        answers: vec![],
        facts: Facts {
            title: title.into(),
            account: "De huur is niet betaald.".into(),
            bodies: vec![Body { organisation: OrganisationCode("SVB".into()), position: Default::default() }],
            ..Facts::default()
        },
    }
}

async fn create(session: &Session, title: &str) -> Signal {
    session.create_signal(key(), &new_signal(title)).await.unwrap().item
}

#[tokio::test]
async fn every_request_is_understood_both_ways() {
    let folder = tempfile::tempdir().unwrap();
    let real = Real::start(folder.path());
    let session = real.session();
    let me = session.me().await.unwrap();
    assert_eq!((me.role, me.name.raw()), (Role::Desk, "Noor Bakker"));
    let (first, new) = (key(), new_signal("Ontruiming, SVB"));
    let signal = session.create_signal(first, &new).await.unwrap().item;
    assert_eq!(session.create_signal(first, &new).await.unwrap().item.id, signal.id, "one key, one signal");
    assert_eq!(session.signal(&signal.number.to_string()).await.unwrap().facts.account, new.facts.account);
    assert_eq!(session.signals(&SignalList::default()).await.unwrap().items.len(), 1);
    let search = SignalSearch { query: "svb ontr".into(), list: SignalList::default() };
    assert_eq!(session.search_signals(&search).await.unwrap().items[0].id, signal.id);
    let claimed = session.claim(key(), signal.id, &NewClaim::default()).await.unwrap();
    assert_eq!(claimed.owner.map(|owner| owner.account), Some(me.account));
    let note = NewNote { text: "Gebeld".into(), origin: Origin::Typed };
    session.note(key(), signal.id, &note).await.unwrap();
    let contact = ContactMoment {
        with: "CAK".into(),
        reached: true,
        agreed: "belt terug".into(),
        call_back_on: Some(me.today),
        ..ContactMoment::default()
    };
    let signal = session.contact_moment(key(), signal.id, &NewContactMoment { contact, officer: None }).await.unwrap();
    let patch = SignalPatch { urgency: Some(Urgency::Crisis), ..SignalPatch::default() };
    let patched = session.patch_signal(key(), signal.id, signal.version, &patch).await.unwrap();
    let stale = session.patch_signal(key(), signal.id, signal.version, &patch).await.unwrap_err();
    assert!(
        matches!(stale, Failure::Problem(problem) if problem.code == Code::StaleVersion && problem.current_version == Some(patched.version))
    );
    let released = session.release(key(), signal.id).await.unwrap();
    let kinds: BTreeSet<_> = released.timeline.iter().map(|entry| entry.kind).collect();
    assert!(kinds.is_superset(&[EntryKind::Claim, EntryKind::Note, EntryKind::Contact, EntryKind::Release].into()));
    assert_eq!(session.municipalities().await.unwrap().items.len(), 342);
    assert!(session.organisations().await.unwrap().items.len() > 300);
    assert!(session.officers(&Default::default()).await.unwrap().items.is_empty());
    let missing = session.signal("S-1999-1").await.unwrap_err();
    assert_eq!(missing.exit(), 1);
    let stranger = Session::new(&real.server(), "lkt_nobody".into(), Language::Dutch).unwrap();
    assert_eq!(stranger.me().await.unwrap_err(), Failure::NotSignedIn { server: real.server(), lapse: Lapse::Unknown });
}

#[tokio::test]
async fn a_replica_follows_through_a_kill_and_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let real = Real::start(folder.path());
    let session = real.session();
    let kept = create(&session, "Zorg stopt").await;
    let mut listener = Listener::following(real.session(), Pace { pauses: (Duration::ZERO, Duration::ZERO), ..Pace::default() });
    listener.live().await;
    create(&session, "Café gesloten").await;
    let replica = listener.replica(|replica| replica.signals().len() == 2).await;
    let cafe = replica.signals().select(&SignalQuery::parse("cafe svb"), Default::default(), now(), None);
    assert_eq!(cafe.len(), 1);
    // What the list says of a row is what the feed says of it.
    let listed = session.signals(&SignalList::default()).await.unwrap().items;
    for row in listed {
        let at = replica.signals().find(row.id).unwrap();
        assert_eq!(replica.signals().get(at).unwrap().to_summary(), row);
    }
    session.claim(key(), kept.id, &NewClaim::default()).await.unwrap();
    let owned = |replica: &loket::client::replica::Replica| {
        let row = replica.signals().find(kept.id).and_then(|row| replica.signals().get(row));
        row.and_then(|row| row.owner()).is_some_and(|owner| owner.name == "Noor Bakker")
    };
    listener.replica(owned).await;
    let (address, token) = real.kill();
    listener.lost().await;
    let real = Real::on(address, folder.path(), Some(token));
    listener.live().await;
    let patch = SignalPatch { status: Some(Status::Triage), ..SignalPatch::default() };
    let current = session.signal(&kept.id.to_string()).await.unwrap();
    session.patch_signal(key(), kept.id, current.version, &patch).await.unwrap();
    let status = |replica: &loket::client::replica::Replica| {
        replica.signals().find(kept.id).and_then(|row| replica.signals().get(row)).map(|row| row.status())
    };
    let replica = listener.replica(|replica| status(replica) == Some(Status::Triage)).await;
    assert_eq!(replica.signals().len(), 2);
    drop(real);
}

#[tokio::test]
async fn a_write_that_met_a_dead_server_arrives_once_after_the_restart() {
    let folder = tempfile::tempdir().unwrap();
    let real = Real::start(folder.path());
    let session = real.session();
    let drafts = Drafts::open(&folder.path().join("state")).unwrap();
    let (address, token) = real.kill();
    let write = Write::create_signal(key(), &new_signal("Beslag, CJIB"));
    let account = AccountId(Uuid::from_u128(7));
    let pending = Pending {
        account: Some(account),
        token: None,
        write,
        server: session.server().into(),
        made_at: now(),
        slot: "intake/1".into(),
        draft: None,
        refused: false,
    };
    drafts.keep(&pending).unwrap();
    // Two windows that both believe it is theirs to send.
    let path = folder.path().join("state");
    // Neither tries by itself: who knocks at a closed port again and again meets itself there in the end.
    let never = (Duration::from_secs(3600), Duration::from_secs(3600));
    let ((one, mut first), (two, mut second)) = (sender(&path, session.clone(), never), sender(&path, session.clone(), never));
    // The server is away: both try, and say that it waits.
    for told in [&mut first, &mut second] {
        assert_eq!(told.recv().await.unwrap(), Told::Waiting(1));
    }
    let _real = Real::on(address, folder.path(), Some(token));
    one.there(Some(account));
    two.there(Some(account));
    for told in [&mut first, &mut second] {
        while told.recv().await.unwrap() != Told::Waiting(0) {}
    }
    assert_eq!(session.signals(&SignalList::default()).await.unwrap().items.len(), 1);
    assert_eq!(drafts.pending().unwrap(), (vec![], 0));
}
