//! What the kernel tells of a process: memory, wakeups, processor time. Of the process alone, not of its children.

use std::{fs, time::Duration};

/// What the threads of a process did since it started.
#[derive(Debug, Clone, Copy, Default)]
pub struct Activity {
    /// Times a thread was put on a processor again: voluntary and involuntary context switches.
    pub wakeups: u64,
    pub processor: Duration,
}

/// Resident memory in MiB.
pub fn memory(process: u32) -> f64 {
    field(&read(&format!("/proc/{process}/status")), "VmRSS:") as f64 / 1024.0
}

pub fn activity(process: u32) -> Activity {
    let mut sum = Activity::default();
    for thread in fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten() {
        let folder = thread.path().display().to_string();
        let status = read(&format!("{folder}/status"));
        sum.wakeups += field(&status, "voluntary_ctxt_switches:") + field(&status, "nonvoluntary_ctxt_switches:");
        let spent = read(&format!("{folder}/schedstat"));
        sum.processor += Duration::from_nanos(spent.split(' ').next().and_then(|text| text.parse().ok()).unwrap_or(0));
    }
    sum
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

fn field(text: &str, name: &str) -> u64 {
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|rest| rest.split_whitespace().next()).and_then(|number| number.parse().ok()).unwrap_or(0)
}
