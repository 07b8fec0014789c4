//! Pauses that grow, each with some chance in it.

use std::time::Duration;

/// From the first pause, doubled every time, up to the longest. Each is shortened by up to half, by chance.
pub(super) struct Backoff<N> {
    first: Duration,
    longest: Duration,
    next: Duration,
    random: N,
}

impl<N: FnMut() -> f64> Backoff<N> {
    pub(super) fn new((first, longest): (Duration, Duration), random: N) -> Self {
        Self { first, longest, next: first, random }
    }

    /// The next pause.
    pub(super) fn pause(&mut self) -> Duration {
        let pause = self.next;
        self.next = (pause * 2).min(self.longest);
        pause.mul_f64(1.0 - 0.5 * (self.random)().clamp(0.0, 1.0))
    }

    /// After success: from the first pause on.
    pub(super) fn reset(&mut self) {
        self.next = self.first;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_the_longest_and_begin_again() {
        let seconds = |from: u64| Duration::from_millis(from);
        let mut backoff = Backoff::new((seconds(500), seconds(8000)), || 0.0);
        let pauses: Vec<_> = (0..6).map(|_| backoff.pause().as_millis()).collect();
        assert_eq!(pauses, [500, 1000, 2000, 4000, 8000, 8000]);
        backoff.reset();
        assert_eq!(backoff.pause().as_millis(), 500);
        assert_eq!(Backoff::new((seconds(500), seconds(8000)), || 1.0).pause().as_millis(), 250);
    }
}
