//! `loket logout`: whoever signed in at a server is signed out, there and at the provider; and what this machine keeps of the server goes:
//! drafts, what of the register is at hand, and the key they are encrypted with.

use std::sync::Arc;

use clap::Args;

use crate::{
    api::problem::exit,
    client::{Bearer, Drafts, DraftsError, Failure, Session, sign_in::Keeper},
    tui::app::place,
};

use super::{
    at_hand::Hand,
    call::{Call, Done, Stop, wait},
    interface::drafts_folder,
    login,
};

#[derive(Args)]
pub(super) struct Arguments {
    #[arg(long)]
    drafts_too: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let server = call.config.server.value.clone().ok_or(Stop::Said("cli-no-server", vec![], exit::CONFIGURATION))?;
    let Some(folder) = drafts_folder(call, &server).filter(|folder| folder.is_dir()) else {
        call.say("cli-logout-nothing", &[("server", server.into())]);
        return Ok(exit::NOTHING);
    };
    // What was looked up without the server is told before it goes, where that can be.
    if let Ok((server, token)) = call.server_and_token()
        && let Ok(session) = call.session()
    {
        Hand::open(call, &server, &token).tend(call, &session)?;
    }
    let signed_out = sign_out(call, &server)?;
    match left(&folder, arguments.drafts_too) {
        Ok(0) => {}
        Ok(count) => {
            call.say("cli-logout-drafts", &[("count", count.into())]);
            return Ok(if signed_out { exit::DONE } else { exit::NOTHING });
        }
        Err(error) => {
            let (what, advice) = (error.what(&call.texts), error.advice(&call.texts));
            call.message(&what);
            call.message(&advice);
            return Ok(error.exit());
        }
    }
    let token = call.config.token_file.value.as_ref().map(|path| path.display().to_string());
    call.say("cli-logout-done", &[("server", server.into()), ("token", token.unwrap_or_else(|| "none".into()).into())]);
    Ok(exit::DONE)
}

/// Ends the sign-in that is kept here, if there is one. A server that is away keeps nobody signed in here.
fn sign_out(call: &mut Call, server: &str) -> Result<bool, Stop> {
    let Some(keeper) = login::keeper(call, server)? else { return Ok(false) };
    told(call, server, &keeper)?;
    Ok(true)
}

/// Signs out at the server and at the provider, and says how far that came.
pub(super) fn told(call: &mut Call, server: &str, keeper: &Arc<Keeper>) -> Result<(), Stop> {
    let session = Session::new(server, Bearer::SignedIn(keeper.clone()), call.config.language.value)?;
    let (told, done) = wait(async { (session.sign_out().await, keeper.sign_out().await) })?;
    match told {
        Ok(()) => call.say("cli-logout-signed-out", &[]),
        // Who was signed out already is.
        Err(Failure::NotSignedIn { .. }) => call.say("cli-logout-signed-out", &[]),
        Err(failure) => {
            call.tell(&failure);
            call.say("cli-logout-here-only", &[]);
        }
    }
    if !done.revoked {
        call.say("cli-logout-provider", &[]);
    }
    if !done.forgotten {
        call.say("cli-logout-not-forgotten", &[]);
    }
    Ok(())
}

/// How much would be lost that somebody typed; when it is nothing, or that is meant, everything goes.
fn left(folder: &std::path::Path, too: bool) -> Result<usize, DraftsError> {
    let drafts = Drafts::open(folder)?;
    let (typed, unreadable) = drafts.list()?;
    let (waiting, broken) = drafts.pending()?;
    let count = typed.iter().filter(|draft| draft.slot != place::SLOT).count() + unreadable + waiting.len() + broken;
    if count > 0 && !too {
        return Ok(count);
    }
    drafts.destroy()?;
    Ok(0)
}
