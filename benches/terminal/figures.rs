//! What was measured of one program, and how it is summed up.

use std::time::Duration;

use crate::session::Answer;

/// Answers to keys of one kind.
#[derive(Debug, Clone, Default)]
pub struct Keys {
    /// Milliseconds to the last byte, of the keys that have an answer.
    pub times: Vec<f64>,
    /// Of every key.
    pub bytes: Vec<usize>,
}

/// A program at rest, per minute.
#[derive(Debug, Clone, Copy)]
pub struct Idle {
    pub wakeups: f64,
    /// Milliseconds.
    pub processor: f64,
    pub bytes: f64,
}

/// Everything about one program.
#[derive(Debug, Clone)]
pub struct Figures {
    pub name: String,
    /// Milliseconds, one per start.
    pub first_frame: Vec<f64>,
    pub first_rows: Vec<f64>,
    pub moved: Keys,
    pub scrolled: Keys,
    pub paged: Keys,
    /// Keys that change nothing.
    pub nothing: Keys,
    /// The cursor moved while the server hangs.
    pub hanging: Keys,
    /// Letters typed in the register.
    pub searched: Keys,
    /// The deadline board is opened.
    pub board_opened: Keys,
    /// The cursor moved inside a page of the board.
    pub board_moved: Keys,
    /// The board scrolled.
    pub board_scrolled: Keys,
    /// The board was put into other groups.
    pub board_regrouped: Keys,
    /// An item of an agenda moved up and down.
    pub reordered: Keys,
    /// MiB.
    pub memory: f64,
    pub idle: Idle,
    /// Milliseconds.
    pub ended: Option<f64>,
    pub terminal_given_back: bool,
}

impl Keys {
    pub fn add(&mut self, answer: Answer) {
        self.times.extend(answer.last.map(milliseconds));
        self.bytes.push(answer.bytes);
    }

    pub fn median(&self) -> Option<f64> {
        percentile(&self.times, 50)
    }

    pub fn worst_of_twenty(&self) -> Option<f64> {
        percentile(&self.times, 95)
    }

    pub fn mean_bytes(&self) -> Option<f64> {
        (!self.bytes.is_empty()).then(|| self.bytes.iter().sum::<usize>() as f64 / self.bytes.len() as f64)
    }

    pub fn most_bytes(&self) -> Option<usize> {
        self.bytes.iter().copied().max()
    }
}

pub fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The value below which so many of a hundred lie.
pub fn percentile(values: &[f64], hundredth: usize) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let at = (sorted.len() * hundredth / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).copied()
}
