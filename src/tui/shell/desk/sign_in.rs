//! Signing in while the screen waits, and signing out: each in a thread of its own.

use std::{sync::Arc, time::Duration};

use chrono::Utc;
use tokio::runtime::Builder;

use super::{Desk, Event};
use crate::{
    client::{
        Bearer, Failure, Patience, Session,
        sign_in::{Kept, Provider, Waited},
    },
    locale::Texts,
    tui::{
        app::{
            message::Msg,
            signing_in::{Code, Told},
        },
        shell::setup::SignInPlace,
    },
};

/// One attempt, so that a server that is away is told soon.
const CONNECT: Duration = Duration::from_secs(5);
const ANSWER: Duration = Duration::from_secs(10);

impl Desk {
    /// Begins to sign in; what comes of it is told as it comes.
    pub(super) fn sign_in(&self, attempt: u64) {
        let Some(place) = self.options.arrange.sign_in.clone() else { return };
        let (texts, events, server) = (Arc::clone(&self.state.texts), self.events.clone(), self.options.server.clone());
        self.aside("sign-in", move || {
            let tell = |told: Told| Msg::SignIn { attempt, told: Box::new(told) };
            let code = |code: Code| drop(events.send(Event::Message(Box::new(tell(Told::Code(code))))));
            tell(signed_in(&server, &place, &texts, code).unwrap_or_else(|told| told))
        });
    }

    /// Signs out at the server and at the provider, as far as they can be reached; here in any case.
    pub(super) fn sign_out(&self) {
        let (bearer, server, language) = (self.options.token.clone(), self.options.server.clone(), self.state.texts.language());
        self.aside("sign-out", move || {
            let runtime = Builder::new_current_thread().enable_all().build();
            let (Bearer::SignedIn(keeper), Ok(runtime)) = (&bearer, runtime) else { return Msg::SignedOut { heard: false } };
            let heard = runtime.block_on(async {
                let patience = Patience { connect: CONNECT, total: ANSWER, pauses: vec![] };
                let told = match Session::with_patience(&server, bearer.clone(), language, patience) {
                    Ok(session) => session.sign_out().await,
                    Err(failure) => Err(failure),
                };
                if let Err(failure) = &told {
                    tracing::warn!(%failure, "the server was not told of the signing out");
                }
                let told = matches!(told, Ok(()) | Err(Failure::NotSignedIn { .. }));
                let done = keeper.sign_out().await;
                told && done.revoked && done.forgotten
            });
            Msg::SignedOut { heard }
        });
    }
}

fn signed_in(server: &str, place: &SignInPlace, texts: &Texts, code: impl Fn(Code)) -> Result<Told, Told> {
    let failed =
        |failure: Failure| Told::Failed { words: failure.what(texts).into_string(), advice: failure.advice(texts).into_string() };
    let said = |key: &str| Told::Failed { words: texts.get(key), advice: texts.get(&format!("{key}-advice")) };
    let unkept = |words: String| Told::Failed { words, advice: texts.get("sign-in-unkept-advice") };
    // Whether it can be kept is known before anybody goes to another machine for it.
    (place.probe)().map_err(unkept)?;
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|_| failed(Failure::Cut { server: server.to_owned(), writing: false }))?;
    let kept: Kept = runtime.block_on(async {
        let patience = Patience { connect: CONNECT, total: ANSWER, pauses: vec![] };
        let stranger = Session::with_patience(server, "none".into(), texts.language(), patience).map_err(failed)?;
        let how = stranger.how_to_sign_in().await.map_err(failed)?;
        let none = if how.local { "sign-in-local" } else { "sign-in-no-provider" };
        let at = how.provider.ok_or_else(|| said(none))?;
        let provider = Provider::discover(&at).await.map_err(failed)?;
        if !provider.has_device() {
            return Err(said("sign-in-no-device"));
        }
        let mut asked = provider.ask(Utc::now()).await.map_err(failed)?;
        code(Code {
            code: asked.code.clone(),
            address: asked.address.clone(),
            whole: asked.whole.clone(),
            since: Utc::now(),
            until: asked.until,
            machine: place.machine.clone(),
        });
        let mut pause = asked.pause();
        loop {
            tokio::time::sleep(pause).await;
            pause = match provider.approved(&mut asked, Utc::now()).await.map_err(failed)? {
                Waited::SignedIn(kept) => return Ok(kept),
                Waited::NotYet(pause) => pause,
                Waited::Denied => return Err(said("sign-in-denied")),
                Waited::Expired => return Err(said("sign-in-expired")),
            };
        }
    })?;
    (place.keep)(kept).map_err(unkept)?;
    Ok(Told::SignedIn)
}
