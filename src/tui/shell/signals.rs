//! Signals: an end is told and, if need be, enforced; a stop gives the terminal back and takes it again; a new size is told.

use std::{io, thread, time::Duration};

use rustix::process::{Signal, getpid, kill_process};
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    iterator::Signals,
};

use super::{
    fault,
    guard::Hold,
    input::{Input, Outlet, Reason},
};

/// How long the program has to put away what was typed before it is ended.
const GRACE: Duration = Duration::from_secs(5);

/// Catches the signals; they wait until [`start`]. To be called before the terminal is taken.
pub fn catch() -> io::Result<Signals> {
    Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])
}

/// Starts the thread that waits for signals. `last_resort` ends the process at once.
pub fn start(mut signals: Signals, hold: Hold, outlet: Outlet, last_resort: fn(Reason)) -> io::Result<()> {
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            fault::point();
            let heard = match signal {
                SIGWINCH => tell_size(&hold, &outlet),
                SIGTSTP => {
                    hold.give_back();
                    kill_process(getpid(), Signal::STOP).is_ok()
                }
                // A program that has the terminal now does with these what it wants; they are not meant for us.
                SIGINT | SIGQUIT | SIGCONT if hold.is_lent() => true,
                // Also after a stop that could not be caught: the shell may have changed the terminal meanwhile.
                SIGCONT => hold.take_again().is_ok() && tell_size(&hold, &outlet) && outlet(Input::Repaint),
                _ => {
                    let reason = reason(signal);
                    let heard = outlet(Input::End(reason));
                    enforce(hold.clone(), reason, last_resort);
                    heard
                }
            };
            if !heard {
                tracing::debug!(signal, "nobody heard a signal");
            }
        }
    })?;
    Ok(())
}

fn tell_size(hold: &Hold, outlet: &Outlet) -> bool {
    let (width, height) = hold.size();
    outlet(Input::Resize(width, height))
}

pub(super) fn reason(signal: i32) -> Reason {
    match signal {
        SIGHUP => Reason::HungUp,
        SIGINT => Reason::Interrupted,
        SIGQUIT => Reason::Quit,
        _ => Reason::Terminated,
    }
}

fn enforce(hold: Hold, reason: Reason, last_resort: fn(Reason)) {
    let thread = thread::Builder::new().name("grace".into());
    let started = thread.spawn(move || {
        thread::sleep(GRACE);
        hold.give_back();
        last_resort(reason);
    });
    if let Err(error) = started {
        tracing::error!(%error, "the end cannot be enforced");
    }
}
