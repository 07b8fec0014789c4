//! Pauses that grow, each with some chance in it.

use std::time::Duration;

/// From the first pause, doubled every time, up to the longest. Each is shortened by up to half, by chance.
pub(in crate::client) struct Backoff<N> {
    first: Duration,
    longest: Duration,
    next: Duration,
    random: N,
}

impl<N: FnMut() -> f64> Backoff<N> {
    pub(in crate::client) fn new((first, longest): (Duration, Duration), random: N) -> Self {
        Self { first, longest, next: first, random }
    }

    /// The next pause.
    pub(in crate::client) fn pause(&mut self) -> Duration {
        let pause = self.next;
        self.next = (pause * 2).min(self.longest);
        pause.mul_f64(1.0 - 0.5 * (self.random)().clamp(0.0, 1.0))
    }

    /// After success: from the first pause on.
    pub(in crate::client) fn reset(&mut self) {
        self.next = self.first;
    }
}

/// A number from 0 up to 1.
pub fn unit(random: &ring::rand::SystemRandom) -> f64 {
    let mut bytes = [0; 4];
    let _ = ring::rand::SecureRandom::fill(random, &mut bytes);
    f64::from(u32::from_le_bytes(bytes)) / (f64::from(u32::MAX) + 1.0)
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
