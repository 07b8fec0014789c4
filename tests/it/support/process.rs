//! Processes that are nobody's child here: started over ssh or inside tmux.

use std::{path::Path, time::Duration};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::Errno,
    process::{Pid, PidfdFlags, pidfd_open},
};

use super::pty::PATIENCE;

/// The process whose number stands in a file.
pub fn of_file(file: &Path) -> Pid {
    let text = std::fs::read_to_string(file).unwrap();
    Pid::from_raw(text.trim().parse().unwrap()).unwrap()
}

/// Waits until a process is gone.
#[track_caller]
pub fn wait_until_gone(process: Pid) {
    assert!(is_gone_within(process, PATIENCE), "process {process:?} stays");
}

fn is_gone_within(process: Pid, patience: Duration) -> bool {
    let handle = match pidfd_open(process, PidfdFlags::empty()) {
        Ok(handle) => handle,
        Err(Errno::SRCH) => return true,
        Err(error) => panic!("pidfd_open: {error}"),
    };
    let timeout = Timespec::try_from(patience).unwrap();
    poll(&mut [PollFd::new(&handle, PollFlags::IN)], Some(&timeout)).unwrap() == 1
}
