//! `loket login`: signing in at the provider the server names, over SSH by a code, otherwise by the browser of this machine; or at the server itself,
//! with a password (`login_local`).

use std::{
    fs::{File, OpenOptions},
    io::{Read, Write},
    os::fd::{AsRawFd, OwnedFd},
    path::PathBuf,
    process::{Command, Stdio},
    sync::{Arc, Mutex, PoisonError},
};

use clap::Args;
use rustix::fs::{MemfdFlags, memfd_create};

use crate::{
    api::{problem::exit, session::SignIn},
    client::{
        Bearer, Session,
        sign_in::{Keeper, Kept, Landed, Landing, Pages, Place, Provider, Waited},
    },
    domain::{text::SafeText, zone},
    locale::Texts,
    tui::{app::signing_in::Before, shell::setup::SignInPlace},
};

use super::{
    call::{Call, Done, Stop, wait},
    interface::drafts_folder,
    login_local, logout,
    values::filled,
};

#[derive(Args)]
pub(super) struct Arguments {
    #[arg(long)]
    device: bool,
    #[arg(long, value_name = "NAME", value_parser = filled)]
    pub(super) name: Option<String>,
    #[arg(long)]
    pub(super) set_up: bool,
    #[arg(long, value_name = "FILE")]
    pub(super) password_file: Option<PathBuf>,
}

/// The variable that says on which descriptor the last process left a sign-in that is in memory alone.
pub(super) const HANDED: &str = "LOKET_SIGN_IN_HANDED";

/// The variable that says how the last session ended a moment ago: a code of [`Before`].
pub(super) const ENDED: &str = "LOKET_SESSION_ENDED";

/// A sign-in that is in memory alone, until loket begins anew with it.
#[derive(Clone, Default)]
pub(super) struct Memory(Arc<Mutex<Option<Kept>>>);

/// A sign-in in a file that no disk has, open in whatever takes the place of this process.
pub(super) struct Handed {
    /// The descriptor.
    pub number: i32,
    _file: OwnedFd,
}

impl Memory {
    /// Leaves what is in memory to whatever takes the place of this process.
    pub(super) fn hand_over(&self) -> Option<Handed> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).take()?;
        let file = memfd_create("loket", MemfdFlags::empty()).ok()?;
        let mut file = File::from(file);
        file.write_all(&serde_json::to_vec(&kept).ok()?).ok()?;
        let file = OwnedFd::from(file);
        Some(Handed { number: file.as_raw_fd(), _file: file })
    }
}

/// Takes over what the last process left, and empties it: nothing that is begun later finds it there.
fn handed(call: &Call) -> Option<Kept> {
    let number: i32 = call.edge.variable(HANDED)?.parse().ok()?;
    let mut file = OpenOptions::new().read(true).write(true).open(format!("/dev/fd/{number}")).ok()?;
    let mut bytes = vec![];
    file.read_to_end(&mut bytes).ok()?;
    file.set_len(0).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// What the interface waits for when one has to sign in first.
pub(super) struct Waiting {
    /// Where it goes.
    pub place: SignInPlace,
    /// What of it is in memory alone.
    pub memory: Memory,
}

/// The server at which one has to sign in first; nothing when a token is set or somebody signed in.
pub(super) fn is_to_sign_in(call: &Call) -> Result<Option<String>, Stop> {
    let given = call.edge.variable("LOKET_TOKEN").is_some() || call.config.token_file.value.is_some();
    let Some(server) = call.config.server.value.clone().filter(|_| !given) else { return Ok(None) };
    let handed = call.edge.variable(HANDED).is_some();
    Ok(if !handed && keeper(call, &server)?.is_none() { Some(server) } else { None })
}

/// Where a sign-in on the screen goes: on disk, or to whatever takes the place of this process.
pub(super) fn place(call: &Call, server: &str) -> Result<Waiting, Stop> {
    let memory = Memory::default();
    let kept = call.config.keep_sign_in.value;
    let folder = folder(call, server)?;
    let texts = Arc::new(Texts::new(call.config.language.value));
    let words = move |error: crate::client::DraftsError| error.what(&texts).into_string();
    let (probe_words, probe_folder, slot) = (words.clone(), folder.clone(), memory.0.clone());
    let place = SignInPlace {
        before: call.edge.variable(ENDED).map_or(Before::Nothing, |code| Before::of(&code)),
        kept,
        machine: machine().into_string(),
        probe: Arc::new(move || if kept { Place::folder(&probe_folder).map(drop).map_err(&probe_words) } else { Ok(()) }),
        keep: Arc::new(move |signed_in| {
            if kept {
                return Place::folder(&folder).and_then(|place| place.begin(&signed_in)).map_err(&words);
            }
            *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(signed_in);
            Ok(())
        }),
    };
    Ok(Waiting { place, memory })
}

/// Where a sign-in at a server is kept.
pub(super) fn folder(call: &Call, server: &str) -> Result<PathBuf, Stop> {
    drafts_folder(call, server).ok_or(Stop::Said("setup-no-state", vec![], exit::CONFIGURATION))
}

/// Whoever signed in here at this server.
pub(super) fn kept(call: &Call, server: &str) -> Result<Option<Bearer>, Stop> {
    Ok(keeper(call, server)?.map(Bearer::SignedIn))
}

/// As [`kept`].
pub(super) fn keeper(call: &Call, server: &str) -> Result<Option<Arc<Keeper>>, Stop> {
    if let Some(kept) = handed(call) {
        return Ok(Some(Arc::new(Keeper::new(Place::nowhere(), kept, call.edge.now))));
    }
    let Some(folder) = drafts_folder(call, server) else { return Ok(None) };
    let found = Place::existing(&folder).map_err(|error| refused(call, &error))?;
    let found = found.map(|(place, kept)| Arc::new(Keeper::new(place, kept, call.edge.now)));
    match found {
        // Kept before that was forbidden: it goes, here and at the provider.
        Some(keeper) if !call.config.keep_sign_in.value => {
            wait(keeper.sign_out())?;
            Ok(None)
        }
        found => Ok(found),
    }
}

fn refused(call: &Call, error: &crate::client::DraftsError) -> Stop {
    let detail = error.what(&call.texts);
    Stop::Said("cli-login-cannot-keep", vec![("reason", detail.into())], exit::CONFIGURATION)
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let server = call.config.server.value.clone().ok_or(Stop::Said("cli-no-server", vec![], exit::CONFIGURATION))?;
    if call.edge.variable("LOKET_TOKEN").is_some() || call.config.token_file.value.is_some() {
        // It would win over whoever signs in.
        return Err(Stop::Said("cli-login-token-wins", vec![], exit::CONFIGURATION));
    }
    if !call.config.keep_sign_in.value {
        return Err(Stop::Said("cli-login-not-kept", vec![], exit::CONFIGURATION));
    }
    // Whether it can be kept is known before anybody goes to another machine for it.
    let place = Place::folder(&folder(call, &server)?).map_err(|error| refused(call, &error))?;
    let language = call.config.language.value;
    // Before the new one: some providers take a refresh token back together with everything else of the same browser.
    if let Some(before) = keeper(call, &server)? {
        logout::told(call, &server, &before)?;
    }
    let stranger = Session::new(&server, "none".into(), language)?;
    let how = wait(stranger.how_to_sign_in())??;
    let is_local = how.provider.is_none() && how.local;
    let signed_in = if is_local {
        login_local::sign_in(call, &stranger, arguments)?
    } else {
        let mut stop = call.stop();
        wait(async {
            tokio::select! {
                done = obtain(call, how, &stranger, arguments.device) => done,
                () = &mut stop => Err(Stop::Said("cli-login-stopped", vec![], exit::INTERRUPTED)),
            }
        })??
    };
    place.begin(&signed_in).map_err(|error| refused(call, &error))?;
    let not_renewed = if is_local { "cli-login-until" } else { "cli-login-not-renewed" };
    let renewed = signed_in.can_be_renewed();
    let expires_at = signed_in.expires_at;
    let bearer = Bearer::SignedIn(Arc::new(Keeper::new(place, signed_in, call.edge.now)));
    let me = wait(Session::new(&server, bearer, language)?.me())??;
    let role = call.texts.get(&format!("role-{}", me.role));
    call.say("cli-login-done", &[("name", me.name.line().into()), ("role", role.into()), ("server", server.into())]);
    if !renewed {
        call.say(not_renewed, &[("time", clock(expires_at).into())]);
    }
    Ok(exit::DONE)
}

/// Signs in where the server says.
async fn obtain(call: &mut Call, how: SignIn, stranger: &Session, by_device: bool) -> Result<Kept, Stop> {
    let at = how
        .provider
        .ok_or_else(|| Stop::Said("cli-login-no-provider", vec![("server", stranger.server().into())], exit::NOTHING))?;
    let provider = Provider::discover(&at).await?;
    if !by_device && !is_far(call) && provider.has_browser() {
        return browser(call, &provider).await;
    }
    if !provider.has_device() {
        return Err(Stop::Said("cli-login-no-device", vec![], exit::NOTHING));
    }
    device(call, &provider).await
}

/// Is the browser of whoever sits here on another machine?
pub(super) fn is_far(call: &Call) -> bool {
    ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"].iter().any(|name| call.edge.variable(name).is_some())
}

/// The name of this machine, so that whoever approves sees for which one.
pub(super) fn machine() -> SafeText {
    SafeText::line(&rustix::system::uname().nodename().to_string_lossy())
}

fn clock(at: chrono::DateTime<chrono::Utc>) -> String {
    let (hour, minute) = zone::hour_minute(at);
    format!("{hour:02}:{minute:02}")
}

async fn device(call: &mut Call, provider: &Provider) -> Result<Kept, Stop> {
    let mut asked = provider.ask(call.now()).await?;
    call.say("cli-login-device-code", &[("address", asked.address.as_str().into()), ("code", asked.code.as_str().into())]);
    if let Some(whole) = asked.whole.as_deref() {
        call.say("cli-login-device-whole", &[("whole", whole.into())]);
    }
    call.say("cli-login-device-warning", &[("machine", machine().into()), ("time", clock(asked.until).into())]);
    let _ = call.edge.stderr.flush();
    let mut pause = asked.pause();
    loop {
        tokio::time::sleep(pause).await;
        pause = match provider.approved(&mut asked, call.now()).await? {
            Waited::SignedIn(kept) => return Ok(kept),
            Waited::NotYet(pause) => pause,
            Waited::Denied => return Err(Stop::Said("cli-login-denied", vec![], exit::NOT_ALLOWED)),
            Waited::Expired => return Err(Stop::Said("cli-login-expired", vec![], exit::NOTHING)),
        };
    }
}

async fn browser(call: &mut Call, provider: &Provider) -> Result<Kept, Stop> {
    let failed = |error: std::io::Error| Stop::Said("cli-system", vec![("detail", error.to_string().into())], exit::NO_SERVER);
    let landing = Landing::open().await.map_err(failed)?;
    let browsing = provider.browse(&landing)?;
    let opened = open(&browsing.start);
    let key = if opened { "cli-login-browser" } else { "cli-login-no-browser" };
    call.say(key, &[("address", browsing.address.as_str().into())]);
    let _ = call.edge.stderr.flush();
    let language = call.config.language.value.code();
    let page = |key: &str| {
        let words = call.texts.get(key);
        format!("<!doctype html><html lang=\"{language}\"><meta charset=\"utf-8\"><title>loket</title><p>{words}</p></html>")
    };
    let pages = Pages { done: page("cli-login-page"), failed: page("cli-login-page-failed") };
    match provider.landed(&landing, &browsing, &pages, call.edge.now).await? {
        Landed::SignedIn(kept) => Ok(kept),
        Landed::Denied => Err(Stop::Said("cli-login-denied", vec![], exit::NOT_ALLOWED)),
        Landed::Meddled => Err(Stop::Said("cli-login-meddled", vec![], exit::NOT_ALLOWED)),
    }
}

/// Opens an address in the browser of this machine, where there is one.
fn open(address: &str) -> bool {
    let program = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let silent = || Stdio::null();
    Command::new(program).arg(address).stdin(silent()).stdout(silent()).stderr(silent()).spawn().is_ok()
}
