//! Processes that are nobody's child here: started over ssh or inside tmux.

use std::{path::Path, time::Duration};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::Errno,
    process::{Pid, PidfdFlags, pidfd_open},
};

use super::pty::PATIENCE;

/// The process whose number is the first line of a file.
pub fn of_file(file: &Path) -> Pid {
    let text = std::fs::read_to_string(file).unwrap();
    Pid::from_raw(text.lines().next().unwrap().trim().parse().unwrap()).unwrap()
}

/// A process and those that it started itself.
pub fn with_children(first: Pid) -> Vec<Pid> {
    let all = std::fs::read_dir("/proc").unwrap().flatten();
    let all = all.filter_map(|entry| Pid::from_raw(entry.file_name().to_str()?.parse().ok()?));
    std::iter::once(first).chain(all.filter(|process| parent(*process) == Some(first))).collect()
}

/// Nothing when it is gone already.
fn parent(process: Pid) -> Option<Pid> {
    let told = std::fs::read_to_string(format!("/proc/{}/stat", process.as_raw_pid())).ok()?;
    // Behind its name, which may hold anything, stand its state and the number of its parent.
    Pid::from_raw(told.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?)
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
