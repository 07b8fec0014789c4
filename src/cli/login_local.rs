//! Signing in to a local account of the server: name, password and code are asked for, or set up with the secret that the administrator gave.
//! Nothing of it is ever an argument but the name.

use std::io::Write;

use qrcode::{QrCode, render::unicode::Dense1x2};

use crate::{
    api::{
        problem::{Code, exit},
        session::{BeginSetUp, SetUpBegun, SetUpWith, SignInWith},
    },
    client::{Failure, Session, sign_in::Kept},
    domain::text::SafeText,
};

use super::{
    ask,
    call::{Call, Stop, wait},
    login::Arguments,
    values::secret_file,
};

/// How often a password or a code may be typed anew before it is given up.
const TRIES: usize = 3;

pub(super) fn sign_in(call: &mut Call, stranger: &Session, arguments: &Arguments) -> Result<Kept, Stop> {
    let name = match &arguments.name {
        Some(name) => name.clone(),
        None => ask::line(call, "cli-login-ask-name")?,
    };
    if arguments.set_up {
        return set_up(call, stranger, arguments, name);
    }
    let password = match password_of_file(arguments)? {
        Some(password) => password,
        None => ask::secret(call, "cli-login-ask-password")?,
    };
    let code = ask::line(call, "cli-login-ask-code")?;
    let now = call.now();
    Ok(wait(stranger.sign_in_with(&SignInWith { name, password, code }, now))??)
}

fn set_up(call: &mut Call, stranger: &Session, arguments: &Arguments, name: String) -> Result<Kept, Stop> {
    let secret = ask::secret(call, "cli-login-ask-secret")?;
    let begun = wait(stranger.begin_set_up(&BeginSetUp { name: name.clone(), secret: secret.clone() }))??;
    show(call, &begun);
    let mut with = SetUpWith { name, secret, password: String::new(), code: String::new() };
    with.password = new_password(call, arguments)?;
    with.code = ask::line(call, "cli-login-ask-code")?;
    for _ in 1..TRIES {
        let now = call.now();
        let failure = match wait(stranger.set_up_with(&with, now))? {
            Ok(kept) => return Ok(kept),
            Err(failure) => failure,
        };
        let code = match &failure {
            // Nobody is there to type another one.
            _ if !call.edge.stdin_is_terminal => return Err(failure.into()),
            Failure::Problem(problem) => problem.code,
            _ => return Err(failure.into()),
        };
        call.tell(&failure);
        match code {
            Code::InvalidInput => with.password = new_password(call, arguments)?,
            Code::SignInRefused => {}
            _ => return Err(failure.into()),
        }
        with.code = ask::line(call, "cli-login-ask-code")?;
    }
    let now = call.now();
    Ok(wait(stranger.set_up_with(&with, now))??)
}

fn password_of_file(arguments: &Arguments) -> Result<Option<String>, Stop> {
    let file = arguments.password_file.as_deref().map(secret_file).transpose()?;
    Ok(file.map(|text| text.lines().next().unwrap_or_default().to_owned()))
}

/// A new password, typed twice where nobody sees it.
fn new_password(call: &mut Call, arguments: &Arguments) -> Result<String, Stop> {
    if let Some(password) = password_of_file(arguments)? {
        return Ok(password);
    }
    call.say("cli-login-new-password", &[]);
    for _ in 0..TRIES {
        let password = ask::secret(call, "cli-login-ask-new-password")?;
        if !call.edge.stdin_is_terminal || ask::secret(call, "cli-login-ask-again")? == password {
            return Ok(password);
        }
        call.say("cli-login-differs", &[]);
    }
    Err(Stop::Said("cli-login-stopped", vec![], exit::INPUT))
}

/// Shows what an app for codes takes in: as a picture where that can be, and as text.
fn show(call: &mut Call, begun: &SetUpBegun) {
    call.say("cli-login-app", &[]);
    let picture = QrCode::new(&begun.address).ok().filter(|_| call.edge.stderr_is_terminal && call.edge.shows_unicode());
    if let Some(picture) = picture {
        // Light on dark, with both said: a camera wants the light round it, whatever the terminal looks like.
        let picture = picture.render::<Dense1x2>().dark_color(Dense1x2::Light).light_color(Dense1x2::Dark).build();
        for line in picture.lines() {
            let _ = writeln!(call.edge.stderr, "\u{1b}[97;40m{line}\u{1b}[0m");
        }
    }
    call.message(&SafeText::line(&begun.address));
    call.say("cli-login-app-secret", &[("secret", begun.secret.as_str().into())]);
}
